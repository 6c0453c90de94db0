/** What the workbook holds already, as far as an import has to know. */
import { matchHeader } from '../parse';
import { CONTRACT, type TableName } from '../contract';
import type { CellValue, RawWorkbook } from '../model';
import { foldName } from '../names';
import type { ReadResult } from '../read';
import type { WrittenTable } from './compare';
import { IMPORT_TABLES, MAP_TABLES } from './profiles';

/** A row that is there. */
export interface ExistingRow {
  /** Worksheet row, from 1. */
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The cell as it stands; '' blank; null: the table has no such column. */
  cell(field: string): CellValue | null;
}

/** A table that rows can go into. */
export interface ExistingTable {
  readonly rows: readonly ExistingRow[];
  /** Whether the user's table has a column for the field. */
  has(field: string): boolean;
}

export interface ExistingWorkbook {
  /** The zone that its plain dates are in. */
  readonly zone: string;
  /** Names of services and components: compared form → as written. */
  readonly items: ReadonlyMap<string, string>;
  /** Severities for which response or resolution is promised: compared form → as written. */
  readonly severities: ReadonlyMap<string, string>;
  /** Tables that are not there would be made. */
  readonly tables: ReadonlyMap<WrittenTable, ExistingTable>;
}

/** The part of a workbook that an import compares with. */
export function existingIn(raw: RawWorkbook, { records, rows, found }: Pick<ReadResult, 'records' | 'rows' | 'found'>): ExistingWorkbook {
  const names = (table: TableName, field: string): string[] => (rows.get(table) ?? []).flatMap((row) => (typeof row[field] === 'string' && row[field] !== '' ? [row[field]] : []));
  const tables = new Map<WrittenTable, ExistingTable>();
  for (const name of [...IMPORT_TABLES, ...MAP_TABLES]) {
    const table = found.get(name);
    if (!table) continue;
    const { places } = matchHeader(CONTRACT[name], table.header, raw.mapping.columns[name]);
    const placeOf = new Map(CONTRACT[name].columns.map(({ field }, index) => [field, places[index]!]));
    const has = (field: string): boolean => (placeOf.get(field) ?? -1) >= 0;
    const existing = (rows.get(name) ?? []).map((fields): ExistingRow => ({
      row: fields.row,
      fields,
      cell: (field) => (has(field) ? (table.rows[fields.row - table.row - 2]?.[placeOf.get(field)!] ?? '') : null),
    }));
    tables.set(name, { rows: existing, has });
  }
  const severities = (rows.get('Targets') ?? []).flatMap(({ metric, severity }) => (['Responded within', 'Resolved within'].includes(metric as string) && typeof severity === 'string' && severity !== '' ? [severity] : []));
  return { zone: records.settings.zone, severities: new Map(severities.map((name) => [foldName(name), name])), items: new Map([...names('Services', 'service'), ...names('Components', 'component')].map((name) => [foldName(name), name])), tables };
}
