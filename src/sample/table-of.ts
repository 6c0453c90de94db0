import type { TableContent } from '../tables/model';

export type Cell = string | number | boolean | null;

/** A row as its author writes it: only the columns that it fills. */
export type SampleRow = Readonly<Record<string, Cell>>;

/**
 * Rows written as objects, as the content of one table. The columns stand in the order in which they
 * are first named; a column that a row does not name stays blank.
 *
 * @example
 * tableOf('Holidays', [{ Date: '2026-12-25' }, { Date: '2026-12-24', Name: 'Short day' }])
 * // { table: 'Holidays', columns: ['Date', 'Name'], rows: [['2026-12-25', null], ['2026-12-24', 'Short day']] }
 */
export function tableOf(table: string, records: readonly SampleRow[]): TableContent {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { table, columns, rows: records.map((record) => columns.map((column) => record[column] ?? null)) };
}
