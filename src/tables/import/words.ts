/** What an import says of itself, for the pane and the command line alike. */
import { countOf } from '../../domain/performance/phrases';
import type { DateReadings, ImportCounts, ImportPreview, ImportQuestion } from './model';
import type { MapTable } from './profiles';

const number = (value: number): string => value.toLocaleString('en-US');
const rows = (count: number): string => countOf(count, 'row');

const ENDS = [
  ['added', 'new'],
  ['updated', 'updated'],
  ['unchanged', 'there already'],
  ['skipped', 'skipped'],
  ['conflicts', 'different in the workbook'],
  ['problems', 'with a problem'],
  ['waiting', 'waiting for an answer'],
] as const satisfies readonly (readonly [keyof ImportCounts, string])[];

/** `row 5`, or `row 5 of Components` where several tables are written. */
const rowOf = (table: MapTable | undefined, row: number): string => `row ${number(row)}${table === undefined ? '' : ` of ${table}`}`;
/** A cell as one reads it: `Owner: Ann` */
const cellWords = (column: string, cell: string | number | boolean): string => `${column}: ${String(cell).replace('T', ' ').replace(/\s+/g, ' ')}`;

export const importWords = {
  /** `5 rows: 2 new, 1 updated, 1 skipped, 1 with a problem`; of a map, of which a line may be several rows: `5 rows to write: 2 in Components, 3 in Dependencies; 1 there already` */
  counts: ({ counts, table, additions }: Pick<ImportPreview, 'counts' | 'table' | 'additions'>): string => {
    if (table === 'Service map' && counts.rows > 0) {
      const written = additions.filter((one) => one.rows.length > 0).map((one) => `${number(one.rows.length)} in ${one.table}`);
      const start = counts.added === 0 ? 'No new row to write' : `${rows(counts.added)} to write: ${written.join(', ')}`;
      return [start, ...ENDS.filter(([end]) => end !== 'added' && counts[end] > 0).map(([end, said]) => `${number(counts[end])} ${said}`)].join('; ');
    }
    const ends = ENDS.filter(([end]) => counts[end] > 0).map(([end, said]) => `${number(counts[end])} ${said}`);
    return ends.length === 0 ? 'No rows' : `${rows(counts.rows)}: ${ends.join(', ')}`;
  },
  zone: ({ name, because }: NonNullable<ImportPreview['zone']>): string => `Times without offset are read in ${name}${{ chosen: ', as you said', tool: ', as this tool writes them', workbook: ', the workbook’s zone' }[because]}.`,
  headingsInUtc: (headings: readonly string[]): string => (headings.length === 0 ? '' : `${headings.join(', ')}: read in UTC, as the heading says.`),
  dateOrder: ({ order, because }: NonNullable<ImportPreview['dateOrder']>): string => `Dates are read ${order === 'dmy' ? 'day' : 'month'} first: ${because}.`,
  recognised: ({ profile, table }: Pick<ImportPreview, 'profile' | 'table'>): string => `${profile ?? 'Headings of no known tool'}${table === null ? '' : ` → ${table}`}`,
  askTable: 'Which table do these rows belong to?',
  askColumn: (column: string): string => `Which heading is ${column}?`,
  /** No heading may be the right answer: then they stay open. */
  askEnd: (column: string, headings: readonly string[]): string => `No heading is known to be ${column}: every row would stay open. ${headings.join(', ')} ${headings.length === 1 ? 'holds' : 'hold'} dates and ${headings.length === 1 ? 'is' : 'are'} not used. Which heading is ${column}, or none?`,
  askOrder: (contradiction: boolean): string => (contradiction ? 'Some dates can only be read day first, others only month first. Which is meant?' : 'Every date can be read two ways. Which is meant?'),
  askValue: ({ field, column, value, rows: count, type, choices, refused }: Extract<ImportQuestion, { kind: 'value' }>): string =>
    `${field === 'type' ? `What does ${value === '' ? 'a row without a type' : `“${value}”`} say of what depends on what?` : field === 'section' && value === '' ? 'What are things of which no class is said?' : field === 'lookups' ? `Which is the name in “${value}”, where both are numbers?` : `What is “${value}” as ${column}?`} (${rows(count)})${refused === undefined ? '' : ` “${refused}” is not: expected ${type === 'percent' ? 'a percent from 0% to 100%' : choices.join(', ')}.`}`,
  askZone: (zone: string): string => `“${zone}” is no time zone. Which one is meant, such as Europe/Berlin?`,
  reading: ({ text, line }: DateReadings, reading: string | null): string => `${text} in line ${number(line)} is ${reading ?? 'no date'}`,
  problem: ({ line, column, found, expected }: ImportPreview['problems'][number]): string => `Line ${number(line)}${column === '' ? '' : `, ${column}`}: ${found}; expected ${expected}`,
  skipped: ({ line, why }: ImportPreview['skipped'][number]): string => `Line ${number(line)}: ${why}`,
  note: ({ line, text }: ImportPreview['notes'][number]): string => `Line ${number(line)}: ${text}`,
  update: ({ line, table, row, column, value }: ImportPreview['updates'][number]): string => `Line ${number(line)}: ${column} of ${rowOf(table, row)} becomes ${String(value).replace('T', ' ')}`,
  conflict: ({ line, table, row, column, inFile, inWorkbook }: ImportPreview['conflicts'][number]): string => `Line ${number(line)}: ${column} is ${inFile}; ${rowOf(table, row)} says ${inWorkbook}, and stays`,
  exchanged: ({ line, row }: ImportPreview['exchanged'][number]): string => `Line ${number(line)}: row ${number(row)} says the same with day and month exchanged`,
  columnsLeftOut: (columns: readonly string[]): string => `Your table has no column for ${columns.join(', ')}: those values are left out.`,
  otherKinds: (kinds: ImportPreview['otherKinds']): string => kinds.map(({ kind, rows: count }) => (count === 1 ? `1 row is a ${kind}; it counts as an incident.` : `${rows(count)} are a ${kind}; each counts as an incident.`)).join(' '),
  headingsNotUsed: (headings: readonly string[]): string => (headings.length === 0 ? '' : `Not used: ${headings.join(', ')}.`),
  columnsStayingBlank: (columns: ImportPreview['columnsStayingBlank']): string => (columns.length === 0 ? '' : `Stays blank: ${columns.map(({ column, meaning }) => `${column} (${meaning})`).join(', ')}.`),
  /** `Supplier: not kept for services (1 row).` */
  notKept: (columns: ImportPreview['notKept']): string => columns.map(({ column, of, rows: count }) => `${column}: not kept for ${of} (${rows(count)}).`).join(' '),
  /** A row that would be added: `Component: Mail gateway, Section: Applications` */
  newRow: (columns: readonly string[], row: ImportPreview['additions'][number]['rows'][number]): string => row.flatMap((cell, index) => (cell === null ? [] : [cellWords(columns[index]!, cell)])).join(', '),
  name: (name: string, count: number): string => `“${name}” (${rows(count)})`,
} as const;
