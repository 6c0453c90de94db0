/** Empty tables and filled ones as sheets: which tables stand together, and how their columns look. */
import { parseIso, localToSerial } from '../domain/time/serial';
import { CONTRACT, SETTINGS, type Column, type Table, type TableName } from './contract';
import { readCell, Unreadable } from './cells';
import type { CellValue, TableContent } from './model';
import { looseName } from './names';
import { matchHeader } from './parse';

/** A sheet of the template: its tables stand side by side, the first at the left. */
export interface TemplateSheet {
  readonly name: string;
  readonly tables: readonly TableName[];
}

/**
 * The sheets in the order in which one fills them in. Long tables of events have a sheet of their own
 * as far as may be: a filter on one table hides rows of its neighbours. No name is one that a report sheet takes.
 */
export const TEMPLATE_SHEETS: readonly TemplateSheet[] = [
  { name: 'Settings', tables: ['Settings'] },
  { name: 'Services', tables: ['Services'] },
  { name: 'Components', tables: ['Components', 'Dependencies', 'Customers', 'Responsibilities', 'Glossary'] },
  { name: 'Agreements', tables: ['Agreements'] },
  { name: 'Targets', tables: ['Targets', 'Credits', 'Clauses'] },
  { name: 'Calendars', tables: ['ServiceHours', 'Holidays', 'Maintenance'] },
  { name: 'Outages', tables: ['Outages', 'Uptime'] },
  { name: 'Incidents', tables: ['Incidents', 'Holds'] },
  { name: 'CSFs and metrics', tables: ['CSFs', 'Metrics', 'Measurements', 'Improvements', 'Remarks'] },
  { name: 'Alignment', tables: ['Objectives', 'Processes', 'Practices', 'Activities', 'Supports', 'Initiatives', 'Strategy'] },
  { name: 'Demand', tables: ['Usage', 'Capacity', 'Licences', 'Requests'] },
  { name: 'Portfolio', tables: ['Projects'] },
  { name: 'Published', tables: ['Published'] },
];

/** How a column of a table looks on a sheet. */
export interface ColumnLayout {
  readonly header: string;
  /** Points. */
  readonly width: number;
  /** Excel's, in English. */
  readonly numberFormat: string;
  readonly horizontal: 'Left' | 'Right';
  readonly required: boolean;
  readonly help: string;
  /** The choices, a formula that names them, or null where anything may stand. */
  readonly validation: readonly string[] | string | null;
}

const FORMATS: Readonly<Record<Column['type'], string>> = {
  text: 'General',
  number: 'General',
  quantity: 'General',
  percent: '0.00%',
  'yes/no': 'General',
  date: 'yyyy-mm-dd',
  time: '[hh]:mm',
  instant: 'yyyy-mm-dd hh:mm',
  local: 'yyyy-mm-dd hh:mm',
  choice: 'General',
  list: 'General',
  days: 'General',
  window: 'General',
};

/** Points that the column's content wants. */
const WIDTHS: Readonly<Record<Column['type'], number>> = {
  text: 110,
  number: 60,
  quantity: 60,
  percent: 60,
  'yes/no': 50,
  date: 68,
  time: 48,
  instant: 96,
  local: 96,
  choice: 90,
  list: 130,
  days: 70,
  window: 110,
};
const RIGHT: readonly Column['type'][] = ['number', 'quantity', 'percent', 'date', 'time', 'instant', 'local'];

/** The columns of a table as a sheet shows them. `columnLayouts('Holds')[0].validation // '=INDIRECT("Incidents[Incident]")'` */
export function columnLayouts(name: TableName): ColumnLayout[] {
  return CONTRACT[name].columns.map((column) => ({
    header: column.header,
    // A header's letters, and the button of the filter.
    width: Math.max(WIDTHS[column.type] + (column.key ? 40 : 0), Math.round(column.header.length * 5.8) + 22),
    numberFormat: FORMATS[column.type],
    horizontal: RIGHT.includes(column.type) ? 'Right' : 'Left',
    required: column.required,
    help: column.help,
    validation: validationOf(column),
  }));
}

function validationOf(column: Column): readonly string[] | string | null {
  if (column.type === 'yes/no') return ['Yes', 'No'];
  if (column.type === 'choice') return column.choices;
  const [only, ...others] = column.references;
  // A list in Excel comes from one range: names of two tables can't be offered together.
  if (only === undefined || others.length > 0 || column.type === 'list') return null;
  const { nameField, columns } = CONTRACT[only];
  const named = columns.find(({ field }) => field === nameField);
  return named ? `=INDIRECT("${only}[${named.header}]")` : null;
}

/** A table with all its columns and no rows; Settings with a row for each setting and its default. */
export function emptyTable(name: TableName): TableContent {
  const rows = name === 'Settings' ? SETTINGS.map((setting) => [setting.header, setting.default]) : [];
  return { table: name, columns: CONTRACT[name].columns.map(({ header }) => header), rows };
}

/**
 * The rows of a table as cells: ISO text becomes the serial of its column's type, `99.5%` a number,
 * null a blank. Text that its column can't hold, or that has an offset, stays text.
 *
 * @throws RangeError for a table or column that the contract does not have.
 * @example toCells({ table: 'Holidays', columns: ['Date', 'Name'], rows: [['2026-12-25', 'Christmas']] }, 1900) // [[46381, 'Christmas']]
 */
export function toCells(content: TableContent, dateSystem: 1900 | 1904): CellValue[][] {
  const columns = columnsOf(content);
  return content.rows.map((row) => row.map((value, place) => toCell(cellColumn(content, columns, row, place), value, dateSystem)));
}

/** The number format of every cell of a table's rows, as `toCells` gives them. */
export function formatsOf(content: TableContent): string[][] {
  const columns = columnsOf(content);
  const metric = columns.findIndex(({ field }) => field === 'metric');
  return content.rows.map((row) =>
    row.map((value, place) => {
      const column = cellColumn(content, columns, row, place);
      const share = column.type === 'quantity' && ((typeof value === 'string' && value.endsWith('%')) || (content.table === 'Targets' && /^Availability$|within$/i.test(String(row[metric] ?? ''))));
      return share ? FORMATS.percent : FORMATS[column.type];
    }),
  );
}

/** A setting's value has the type of its setting; every other cell that of its column. */
function cellColumn(content: TableContent, columns: readonly Column[], row: TableContent['rows'][number], place: number): Column {
  const column = columns[place]!;
  if (content.table !== 'Settings' || column.field !== 'value') return column;
  const setting = looseName(String(row[columns.findIndex(({ field }) => field === 'setting')] ?? ''));
  return SETTINGS.find(({ header }) => looseName(header) === setting) ?? column;
}

function columnsOf(content: TableContent): Column[] {
  const table = (CONTRACT as Readonly<Record<string, Table>>)[content.table];
  if (!table) throw new RangeError(`No table ${content.table} in the contract.`);
  const { places } = matchHeader(table, content.columns);
  return content.columns.map((header, place) => {
    const column = table.columns[places.indexOf(place)];
    if (!column) throw new RangeError(`${content.table} has no column ${header}.`);
    return column;
  });
}

function toCell(column: Column, value: CellValue | null, dateSystem: 1900 | 1904): CellValue {
  if (value === null) return '';
  if (typeof value !== 'string') return value;
  switch (column.type) {
    case 'percent':
    case 'quantity': {
      const read = readCell(column, value, { zone: 'UTC', dateSystem });
      return read instanceof Unreadable || typeof read !== 'number' ? value : read;
    }
    case 'date':
    case 'instant':
    case 'local':
    case 'time': {
      const iso = parseIso(value);
      if (iso?.kind === 'time') return column.type === 'time' ? iso.seconds / 86_400 : value;
      if (column.type === 'time' || iso === null || iso.kind === 'instant') return value;
      return localToSerial(iso.kind === 'date' ? `${iso.date}T00:00:00` : iso.local, dateSystem) ?? value;
    }
    default:
      return value;
  }
}
