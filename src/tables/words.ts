/** Every word that a problem says. Nothing here decides; `cells.ts`, `read.ts` and `check.ts` do. */
import type { Column, Table } from './contract';
import type { CellValue, Severity } from './model';

/** What a problem says of itself, whatever its cell. */
export interface Words {
  readonly code: string;
  readonly severity: Severity;
  /** One line, for lists. */
  readonly title: string;
  readonly expected: string;
}

/** Text as it stands in a cell: `quoted('a') // '“a”'` */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** A cell's content for people: text in quotes, numbers plain, blank by its name. */
export function shown(value: CellValue | null): string {
  if (value === null || value === '') return 'blank';
  if (typeof value === 'string') return /^#[A-Z]/.test(value) ? value : quoted(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** `one('a') // 'a'`, `one('a', 'b', 'c') // 'a, b or c'` */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `dayAndMonth('2026-10-03') // '3 October'` */
export function dayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** `dateWords('2026-10-09') // '9 Oct 2026'` */
export function dateWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3)} ${date.slice(0, 4)}`;
}

/** Wall-clock time for people: `momentWords('2026-10-09T04:15:00') // '9 Oct 2026 04:15'` */
export function momentWords(local: string): string {
  return `${dateWords(local)} ${local.endsWith(':00') ? local.slice(11, 16) : local.slice(11)}`;
}

const error = (code: string, title: string, expected: string): Words => ({ code, severity: 'error', title, expected });
const warning = (code: string, title: string, expected: string): Words => ({ code, severity: 'warning', title, expected });

/** The forms in which Maintenance may repeat. */
export const REPEATS_FORMS =
  'blank; every day; every Sunday; every 2 weeks on Sunday; first, second, third, fourth or last Sunday of every month; day 15 of every month; last day of every month; or an RFC 5545 rule such as FREQ=MONTHLY;BYDAY=1SU';

const FORMS: Readonly<Record<Column['type'], string>> = {
  text: 'text',
  number: 'a number',
  quantity: 'a number, or a percent such as 99.5%',
  percent: 'a percent, such as 99.5% or 0.995',
  'yes/no': 'Yes or No',
  date: 'a date, or text such as 2026-10-07',
  time: 'a time, or text such as 08:30',
  instant: 'a date and time, or text such as 2026-10-07T09:10',
  local: 'a date and time without offset, such as 2026-10-04T01:00',
  choice: 'one of the choices',
  list: 'names with “;” between',
  days: 'Mon-Fri, or Mon,Wed, or Daily',
  window: 'Month, Quarter, Year, Fiscal year, Rolling 6 months or Rolling 90 days',
};

/** What a cell of the column should hold. */
export function formOf(column: Pick<Column, 'type' | 'choices' | 'unit' | 'min' | 'max' | 'whole'>): string {
  if (column.type === 'choice') return oneOf(column.choices);
  if (column.type !== 'number') return FORMS[column.type];
  const kind = column.whole ? 'a whole number' : 'a number';
  const unit = column.unit === null ? '' : ` of ${column.unit}`;
  if (column.min !== null && column.max !== null) return `${kind}${unit} from ${column.min} to ${column.max}`;
  return column.min === null ? `${kind}${unit}` : `${kind}${unit}, ${column.min} or more`;
}

/** What may be wrong with one cell by itself. */
export const cellWords = {
  errorCell: (column: Column, value: string) => error('error-cell', `${value} in ${column.header}`, formOf(column)),
  blank: (column: Column) => error('blank-required', `${column.header} is blank`, formOf(column)),
  blankAround: (text: string) => warning('blank-around-name', text.trimEnd() === text ? `Blank before ${quoted(text)}` : `Blank after ${quoted(text)}`, quoted(text.trim())),
  unreadable: (column: Column) => error(`unreadable-${UNREADABLE[column.type].code}`, `${column.header} is not ${UNREADABLE[column.type].name}`, formOf(column)),
  outOfRange: (column: Column) => error('out-of-range', `${column.header} is out of range`, formOf(column)),
  numberAsText: (column: Column) => error('number-as-text', `${column.header} is text, not a number`, formOf(column)),
  percentAboveOne: (column: Column) => error('percent-above-one', `${column.header} is above 100%`, FORMS.percent),
  dateAsText: (column: Column) => error('date-as-text', `${column.header} is text, not a date`, formOf(column)),
  ambiguousDate: (days: readonly string[]) => error('ambiguous-date', 'Text that could be two dates', `a date: ${oneOf(days)}?`),
  timeWithoutDate: (column: Column) => error('time-without-date', `${column.header} has a time and no date`, formOf(column)),
  implausibleDate: (column: Column) => error('implausible-date', `${column.header} is before 1970`, formOf(column)),
  offsetNotAllowed: (column: Column) => error('offset-not-allowed', `${column.header} has an offset from UTC`, FORMS.local),
  unknownChoice: (column: Column) => error('unknown-choice', `${column.header} is none of the choices`, formOf(column)),
};

const UNREADABLE: Readonly<Record<Column['type'], { readonly code: string; readonly name: string }>> = {
  text: { code: 'text', name: 'text' },
  number: { code: 'number', name: 'a number' },
  quantity: { code: 'number', name: 'a number' },
  percent: { code: 'percent', name: 'a percent' },
  'yes/no': { code: 'yes-no', name: 'Yes or No' },
  date: { code: 'date', name: 'a date' },
  time: { code: 'time', name: 'a time of day' },
  instant: { code: 'date', name: 'a date and time' },
  local: { code: 'date', name: 'a date and time' },
  choice: { code: 'choice', name: 'one of the choices' },
  list: { code: 'list', name: 'a list' },
  days: { code: 'days', name: 'days of the week' },
  window: { code: 'window', name: 'a window' },
};

/** What may be wrong with a header row. */
export const headerWords = {
  missingColumn: (table: Table, column: Column) => error('missing-column', `${table.name} has no column ${column.header}`, `a column ${column.header}`),
  duplicateHeader: (column: Column) => error('duplicate-header', `Two columns mean ${column.header}`, `one column ${column.header}`),
  blankHeader: () => warning('blank-header', 'A column without a header', 'a header in every column; merged headers undone'),
};
