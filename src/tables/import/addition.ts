/** Imported rows as what is written. */
import { CONTRACT } from '../contract';
import type { TableAddition } from '../model';
import type { WrittenTable } from './compare';
import type { ImportedRow } from './rows';

/** Rows to be added, and blank cells to be filled: columns that some row fills, in the order of the contract. */
export function additionOf(table: WrittenTable, added: readonly ImportedRow[], fills: TableAddition['fills']): TableAddition {
  const columns = CONTRACT[table].columns.filter(({ field }) => added.some((row) => row.cells[field] !== undefined));
  return { table, columns: columns.map(({ header }) => header), rows: added.map((row) => columns.map(({ field }) => row.cells[field]?.cell ?? null)), ...(fills && fills.length > 0 ? { fills } : {}) };
}
