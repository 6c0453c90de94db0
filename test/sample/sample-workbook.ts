import { sampleTables } from '../../src/sample';
import type { RawTable, RawWorkbook, TableContent } from '../../src/tables/model';

/** The sample as it would be read from a workbook: each table alone on its sheet, from A1. */
export function sampleWorkbook(tables: readonly TableContent[] = sampleTables()): RawWorkbook {
  return {
    tables: tables.map(
      ({ table, columns, rows }): RawTable => ({ name: table, sheet: table, row: 0, column: 0, header: columns, rows: rows.map((row) => row.map((cell) => cell ?? '')) }),
    ),
    dateSystem: 1900,
    mapping: { tables: {}, columns: {} },
  };
}
