/** Every word that a problem says. Nothing here decides; `cells.ts`, `read.ts` and `check.ts` do. */
import { REPEATS_FORMS } from '../domain/time/recurrence';
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

/** The first and last of a list that is too long to be read: `inside(['a', …, 'z'])` with 26 has `a`, …, `f`, `… 14 more …`, `u`, …, `z`. */
function inside(names: readonly string[]): readonly string[] {
  return names.length <= 13 ? names : [...names.slice(0, 6), `… ${names.length - 12} more …`, ...names.slice(-6)];
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
  noEnd: () => warning('missing-end', 'Outages has no column End', 'a column End; or say in the pane which of your columns it is'),
  duplicateHeader: (column: Column) => error('duplicate-header', `Two columns mean ${column.header}`, `one column ${column.header}`),
  blankHeader: () => warning('blank-header', 'A column without a header', 'a header in every column; merged headers undone'),
};

/** What may be wrong with tables, names and settings. */
export const tableWords = {
  missingTable: (table: string, severity: Severity): Words => ({ code: 'missing-table', severity, title: `No table ${table}`, expected: `a table named ${table}, or one of yours in its place` }),
  tableTwice: (table: Table, other: string) => error('table-twice', `Two tables mean ${table.name}`, `one table; ${other} is read`),
  duplicateKey: (column: Column, name: string, row: number) => error('duplicate-key', `${quoted(name)} stands twice`, `each ${column.header} once; it stands in row ${row}`),
  unknownName: (name: string, tables: readonly string[]) => error('unknown-name', `Unknown name ${quoted(name)}`, `a name in ${oneOf(tables)}`),
  unknownSetting: (name: string, settings: readonly string[]) => warning('unknown-setting', `Unknown setting ${quoted(name)}`, oneOf(settings)),
  unknownZone: (name: string) => error('unknown-zone', `Unknown time zone ${quoted(name)}`, 'an IANA time zone, such as Europe/Berlin'),
};

/** What may be wrong between cells and rows. */
export const rowWords = {
  endBeforeStart: (end: Column, start: Column, startShown: string) => error('end-before-start', `${end.header} before ${start.header}`, `after ${start.header}, ${startShown}`),
  startEqualsEnd: (end: Column, start: Column) => warning('start-equals-end', `${start.header} equals ${end.header}`, `an ${end.header} after ${start.header}`),
  openWithLater: (item: string, laterRow: number) => warning('forgotten-open-outage', `${quoted(item)} is still down, and down again later`, `an End; the next outage stands in row ${laterRow}`),
  openTooLong: (item: string, days: number) => warning('forgotten-open-outage', `${quoted(item)} has been down for ${days} days`, 'an End, unless it is still down'),
  doubleImport: (row: number) => warning('double-import', `The same outage as row ${row}`, 'each outage once'),
  futureDate: (column: Column) => warning('future-date', `${column.header} is in the future`, 'a time in the past'),
  setAsideWithoutReason: () => error('missing-reason', 'Set aside without a reason', 'a Reason where Counts is No'),
  unknownCustomer: (name: string) => error('unknown-customer', `No agreement or service has the customer ${quoted(name)}`, 'a customer of Customers or Agreements; blank: all'),
  uptimeBoth: () => error('minutes-and-percent', 'Minutes down and Availability in one row', 'one of the two'),
  uptimeNeither: () => error('no-measure', 'Neither Minutes down nor Availability', 'one of the two'),
  uptimeOverlap: (row: number) => error('overlapping-uptime', `Overlaps row ${row}`, 'stretches of one item that do not overlap'),
  uptimeTooLong: (minutes: number) => error('out-of-range', 'More minutes down than there were', `${minutes} or fewer`),
  requiredWithoutGroup: () => warning('required-without-group', 'Required without a Group', 'a Group, or Required blank'),
  requiredDisagrees: (group: string, required: number, row: number) => error('required-disagrees', `Group ${quoted(group)} has two Required`, `${required}, as in row ${row}`),
  requiredAboveMembers: (group: string, members: number) => error('required-above-members', `Group ${quoted(group)} needs more than it has`, `${members} or fewer`),
  dependsTwice: (row: number) => warning('double-row', `The same dependency as row ${row}`, 'each dependency once'),
  cycle: (path: readonly string[], rows: readonly number[]) => error('dependency-cycle', `A circle: ${inside(path).join(' → ')}`, `no circle; break it in one of rows ${inside(rows.map(String)).join(', ')}`),
  dependsOnItself: (name: string) => error('dependency-cycle', `${quoted(name)} stands on itself`, 'another thing that it needs, or no row'),
  roleTwice: (row: number) => warning('double-row', `The same party and role as row ${row}`, 'each role of a party once'),
  ruleBroken: (service: string, rule: 'no A' | 'several A' | 'no R', accountable: readonly string[]) =>
    rule === 'no R' ? warning('raci-rule', `Nobody is responsible (R) for ${quoted(service)}`, 'at least one R')
    : rule === 'no A' ? warning('raci-rule', `Nobody is accountable (A) for ${quoted(service)}`, 'exactly one A')
    : warning('raci-rule', `${accountable.length} are accountable (A) for ${quoted(service)}: ${inside(accountable).join(', ')}`, 'exactly one A'),
  orphan: (name: string) => warning('orphan', `Nothing stands on ${quoted(name)}`, 'a row in Dependencies that needs it'),
  noOwner: (name: string) => warning('no-owner', `${quoted(name)} has no owner`, 'who answers for it'),
  noOwnerColumn: (table: string) => warning('no-owner', `${table} names no owners`, 'a column that names who answers for each'),
  bothServiceAndComponent: (name: string) => error('service-and-component', `${quoted(name)} is a service and a component`, 'each name once among Services and Components'),
  zonesDiffer: (calendar: string, zone: string, row: number) => error('zones-differ', `Calendar ${quoted(calendar)} has two time zones`, `${zone}, as in row ${row}`),
  halfHours: () => error('half-special-hours', 'Special hours with one end only', 'Start and End, or both blank'),
  repeats: () => error('unreadable-repeats', 'Repeats is none of the known forms', `blank (once), or ${oneOf(REPEATS_FORMS)}`),
  replacesCycle: (path: readonly string[]) => error('replaces-cycle', `A circle: ${path.join(' → ')}`, 'an older agreement'),
  noTargets: (agreement: string) => warning('no-targets', `${quoted(agreement)} promises nothing`, 'a row in Targets'),
  chargeWithoutTarget: (what: 'Rebate' | 'Credits', agreement: string) => warning('charge-without-target', `${what} without an Availability target of ${quoted(agreement)}`, 'a row in Targets with Availability'),
  chargeWithout: (column: Column) => warning('charge-without-base', `Rebate or credits without ${column.header}`, formOf(column)),
  percentTarget: (metric: string) => error('percent-above-one', `The target of ${metric} is above 100%`, 'a percent, such as 99.5% or 0.995'),
  wrongDirection: (metric: string, comparators: readonly string[]) => error('wrong-comparator', `The comparator turns ${metric} round`, oneOf(comparators)),
  computedMetric: (metric: string, from: string) => error('computed-metric', `${metric} is computed from ${from}: no target can be held against it`, 'a metric that Targets knows, or one whose values stand in Measurements'),
  noLimit: (column: Column, metric: string) => error('missing-limit', `${metric} without ${column.header}`, formOf(column)),
  unknownSeverity: (severity: string) => warning('unknown-severity', `No incident has the severity ${quoted(severity)}`, 'a severity as incidents name it; blank: all'),
  severityWithoutPromise: (item: string, incidents: number, promised: readonly string[]) => warning('severity-without-promise', `${incidents === 1 ? '1 incident' : `${incidents.toLocaleString('en-US')} incidents`} of ${item} ${incidents === 1 ? 'has' : 'have'} a severity that no promise names`, `${oneOf(promised)}, as the targets of its agreements`),
  notInDays: (metric: string) => error('limit-not-in-days', `${metric} is counted in business days`, 'days'),
  partOfDay: () => error('part-of-day', 'A limit of part of a day', 'a whole number of business days'),
  unknownChangeType: (type: string, types: readonly string[]) => warning('unknown-change-type', `No request has the change type ${quoted(type)}`, `${oneOf(types)}; blank: all`),
  undatedDecision: (status: string) => error('undated-decision', `${status}, and no date of it`, 'the date of the decision, or a Status that says it is open'),
  heldOutside: () => warning('hold-outside-incident', 'On hold while the incident was not open', 'a time between Opened and Resolved'),
  respondedAfterResolved: () => warning('responded-after-resolved', 'Responded after Resolved', 'Resolved or before'),
  duplicateMeasurement: (row: number) => error('duplicate-measurement', `The same metric, month and service as row ${row}`, 'one value'),
  noMetrics: (csf: string) => warning('no-metrics', `${quoted(csf)} has no metrics`, 'a row in Metrics'),
  improvesNothing: () => warning('improves-nothing', 'Neither a metric nor an agreement', 'one of them, or both'),
  unknownAbout: (name: string) => warning('unknown-name', `Unknown name ${quoted(name)}`, 'First page, or a CSF, metric, agreement, service or objective'),
  noInitiative: (project: string) => warning('no-initiative', `${quoted(project)} belongs to no initiative`, 'an initiative'),
  noProject: (initiative: string) => warning('no-project', `No project works on ${quoted(initiative)}`, 'a row in Projects that names it'),
  notSmart: (initiative: string, missing: readonly string[]) => warning('not-smart', `${quoted(initiative)} has no ${oneOf(missing)}`, 'a measure, a target, a due date and an owner'),
  usageTwice: (row: number) => warning('double-usage', `The same item and month as row ${row}`, 'one row, unless they are to add up'),
  usageEnds: (item: string, businessUnit: string | null, months: number) => warning('usage-ends', `No usage of ${quoted(item)} ${businessUnit === null ? 'without a business unit' : `by ${quoted(businessUnit)}`} in the last ${months} months`, 'rows of these months, 0 where nothing was used'),
  usageHole: (months: number) => warning('usage-hole', `Then no usage for ${months} months`, 'the right year, or rows of these months'),
  capacityTwice: (row: number) => error('double-capacity', `The same item, unit and date as row ${row}`, 'one capacity from each date on'),
  capacityWithoutUsage: (item: string) => warning('capacity-without-usage', `No usage of ${quoted(item)}`, 'rows in Usage'),
  capacityInOtherUnit: (item: string, unit: string | null, units: readonly string[]) => warning('capacity-in-other-unit', `No usage of ${quoted(item)} ${unit === null ? 'without a unit' : `in ${quoted(unit)}`}`, `${oneOf(units)}, as in Usage`),
  activeAboveAssigned: (assigned: number) => warning('active-above-assigned', 'More licences active than assigned', `${assigned} or fewer`),
  noClosedColumn: () => warning('undated-end', 'Requests are done, and nothing says when', 'a column Closed'),
  undatedEnd: (status: string) => warning('undated-end', `${status}, and no date of it`, 'the date in Closed'),
  closedAndOpen: (status: string) => warning('closed-and-open', `Closed, and Status is ${status}`, 'Done or Rejected, or Closed blank'),
};

/** What a problem does to figures. */
export const effects = {
  /** A row without a value that its figures need. */
  leftOut: (subject: string | null) => (subject === null ? 'row left out; whose figures it bears on is not known' : `row left out of ${subject}`),
  /** A row without a value that some figures need. */
  leftOutOf: (column: Column, subject: string | null) => `row left out of what needs ${column.header}${subject === null ? '' : ` of ${subject}`}`,
  dropped: (name: string | null) => (name === null ? 'row left out' : `this row of ${name} left out`),
  none: 'no figure changes',
  firstRead: 'the first of them is read',
  noColumn: (table: Table) => `every row of ${table.name} left out`,
  columnIgnored: 'the column is not read',
  tableIgnored: 'this table is not read',
  defaultUsed: (value: string) => `${value} is used`,
  nothing: 'counts no downtime',
  noIncidents: 'not measurable: no incident counts for it',
  countsForNoPromise: 'in no figure of response or resolution',
  noRequests: 'not measurable: no request counts for it',
  notMeasured: 'not measurable: the target has no values',
  countsToAsOf: 'counts as downtime to As of',
  countsTwice: 'both rows count; together, once',
  notYet: 'does not count yet',
  toAsOf: 'counts to As of only',
  allOpen: 'every row counts as still down',
  countsForNobody: 'row left out of promises to one customer',
  cycleMapped: (names: readonly string[]) => `${inside(names).join(', ')} are mapped as standing on each other`,
  markedInMatrix: 'the RACI matrix marks it',
  countsNowhere: 'it counts nowhere',
  mapWithoutOwner: 'the service map says “no owner yet”',
  neverReported: 'nothing is reported for it',
  neverDue: 'neither rebate nor credit can be due',
  amountUnknown: 'what is owed cannot be worked out',
  noInsight: 'the report says “no data”',
  notPrinted: 'it is printed nowhere',
  addsUp: 'the rows add up',
  markedInPortfolio: 'the project portfolio names it',
  beforeHole: (month: string) => `left out, with all before it: usage counts from ${dateWords(month)} on`,
  goneSince: (month: string) => `counts nothing from ${dateWords(month)} on`,
  notCompared: 'not compared with any usage',
  noneSpare: 'none of them is spare',
  noRequest: 'not counted among requests, in the backlog or in lead times',
  noEarlierBacklog: 'in no backlog, and in no lead time',
  countsAsOpen: 'counts in the backlog',
};

/** What is missing in the figures when a table is. */
export const missingEffects: Readonly<Partial<Record<Table['name'], string>>> = {
  Settings: 'defaults are used; plain times are read as UTC',
  Services: 'no service can be measured or mapped',
  Agreements: 'no service levels',
  Targets: 'no service levels',
  Outages: 'no downtime is known',
  Customers: 'service maps show no customers',
  Dependencies: 'service maps show no components, and their outages count for no service',
  ServiceHours: 'what names a calendar is not measured',
  Maintenance: 'what names a maintenance calendar is not measured',
  Incidents: 'response and resolution are not measured',
  Requests: 'decisions on requests and their lead time are not measured',
  CSFs: 'the report has no success factors',
  Metrics: 'success factors have no metrics',
  Measurements: 'metrics without another source have no values',
  Usage: 'capacity is compared with nothing',
};
