/** The workbook's tables: which there are, what they are to Plumbline, and new ones. */
import { readDateSystem, readWorkbook } from '../excel/read';
import { saveMapping } from '../excel/settings';
import { tableSheets } from '../excel/table-sheets';
import { type WriteResult, writeSheets } from '../excel/write';
import { sampleTables } from '../sample/index';
import { CONTRACT, TABLE_NAMES } from '../tables/contract';
import type { RawTable, TableContent, TableMapping } from '../tables/model';
import { matchHeader } from '../tables/parse';
import { findTables } from '../tables/read';
import { emptyTable } from '../tables/template';
import type { ActionContext } from './figures';

export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  /** Table of the contract; null: not recognised. */
  readonly role: string | null;
  readonly header: readonly string[];
  readonly rows: number;
  /** Required columns of that role which no heading answers. */
  readonly missing: readonly { readonly column: string; readonly field: string }[];
  /** Every column of that role, with the heading that answers it; null: none does. */
  readonly columns: readonly { readonly column: string; readonly field: string; readonly heading: string | null }[];
}

export interface TablesFound {
  readonly tables: readonly FoundTable[];
  /** Tables of the contract, in its order. */
  readonly roles: readonly string[];
  readonly mapping: TableMapping;
}

/** Every table of the workbook, and what Plumbline takes it for. */
export async function listTables({ progress, signal }: ActionContext): Promise<TablesFound> {
  const { tables, mapping } = await readWorkbook(progress, signal);
  const roles = new Map([...findTables({ tables, mapping })].map(([role, table]) => [table, role]));
  return {
    tables: tables.map((table: RawTable) => {
      const role = roles.get(table) ?? null;
      const match = role ? matchHeader(CONTRACT[role], table.header, mapping.columns[role]) : null;
      return {
        name: table.name,
        sheet: table.sheet,
        role,
        header: table.header.map(String),
        rows: table.unreadRows ?? table.rows.length,
        missing: match?.missing.map(({ header, field }) => ({ column: header, field })) ?? [],
        columns: match?.table.columns.map(({ header, field }, index) => ({ column: header, field, heading: match.places[index] === -1 ? null : String(table.header[match.places[index] ?? -1] ?? '') })) ?? [],
      };
    }),
    roles: TABLE_NAMES,
    mapping,
  };
}

export async function mapTables({ mapping }: { readonly mapping: TableMapping }): Promise<void> {
  await saveMapping(mapping);
}

async function insert(contents: readonly TableContent[], context: ActionContext): Promise<WriteResult> {
  const sheets = tableSheets(contents, await readDateSystem());
  return writeSheets(sheets, { ...context, as: 'tables' });
}

/** Writes the sample organisation onto new sheets. @throws PlainError when a table of such a name is there */
export function insertSample(context: ActionContext): Promise<WriteResult> {
  context.progress?.({ text: 'Preparing the sample' });
  return insert(sampleTables(), context);
}

/** Writes every table of the contract, empty, onto new sheets. @throws PlainError when a table of such a name is there */
export function insertEmptyTables(context: ActionContext): Promise<WriteResult> {
  return insert(TABLE_NAMES.map(emptyTable), context);
}
