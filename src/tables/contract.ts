/**
 * The workbook's contract: every table that Plumbline knows, as data. Reading, problems, templates
 * and the table documentation follow from this file; nothing about a table is written anywhere else.
 *
 * Where a table has records in the domain, the compiler checks that its columns give exactly those
 * fields, with their types.
 */
import type { Agreement, Credit, Hold, Incident, Target } from '../domain/agreements/records';
import type { Objective, Process, Support } from '../domain/alignment/records';
import type { Outage, UptimeRow } from '../domain/availability/records';
import type { CapacityRow, LicenceRow, Request, UsageRow } from '../domain/demand/records';
import type { CriticalSuccessFactor, Improvement, Measurement, Metric, Remark } from '../domain/performance/records';
import type { Initiative, Project } from '../domain/portfolio/records';
import type { GlossaryRow } from '../domain/servicemap/glossary';
import type { Component, Customer, Dependency, Responsibility, Service } from '../domain/servicemap/records';
import type { HolidayRow, Instant, LocalDate, LocalDateTime, MaintenanceRow, PeriodKind, ServiceHoursRow, SourceRow } from '../domain/time/records';
import type { CellValue } from './model';

export const TABLE_NAMES = [
  'Settings',
  'Services', 'Components', 'Customers', 'Dependencies', 'Responsibilities', 'Glossary',
  'Agreements', 'Clauses', 'Targets', 'Credits', 'ServiceHours', 'Holidays', 'Maintenance',
  'Outages', 'Uptime', 'Incidents', 'Holds',
  'CSFs', 'Metrics', 'Measurements', 'Improvements', 'Remarks', 'Published',
  'Objectives', 'Processes', 'Practices', 'Activities', 'Supports', 'Initiatives', 'Strategy',
  'Usage', 'Capacity', 'Licences', 'Requests', 'Projects',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * What a cell of the column holds, and what reading it gives:
 *
 * | type | gives |
 * | --- | --- |
 * | text | trimmed text |
 * | number | a number |
 * | quantity | a number; text such as `99.5%` gives 0.995 |
 * | percent | a share, 0 … 1 |
 * | yes/no | a boolean |
 * | date | LocalDate |
 * | time | seconds after local midnight, 0 … 86400 |
 * | instant | Instant |
 * | local | LocalDateTime |
 * | choice | one of the choices, as the contract writes it |
 * | list | trimmed texts |
 * | days | weekdays, 1 Monday … 7 Sunday, ascending |
 * | window | PeriodKind |
 */
export type CellType = 'text' | 'number' | 'quantity' | 'percent' | 'yes/no' | 'date' | 'time' | 'instant' | 'local' | 'choice' | 'list' | 'days' | 'window';

/** A column as the contract describes it. `Value` is what reading its cells gives. */
export interface ColumnSpec<Value = unknown> {
  /** As templates write it. */
  readonly header: string;
  /** One line for people. */
  readonly help: string;
  readonly type: CellType;
  /** A blank cell is an error. */
  readonly required: boolean;
  /** Names the row: unique, compared without case. Always required. */
  readonly key: boolean;
  /** Other headers that mean this column. */
  readonly aliases: readonly string[];
  /** The value names a row of one of these tables. */
  readonly references: readonly TableName[];
  /** What a choice may be. */
  readonly choices: readonly string[];
  /** Text beside the choices is read too. */
  readonly open: boolean;
  /** What a blank cell means, as one would type it. */
  readonly default: CellValue | null;
  readonly unit: string | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** For people only: no figure needs it, so what is wrong with it is a warning. */
  readonly remark: boolean;
  /** Only a type: nothing is stored here. */
  readonly gives?: Value;
}

/** A column in its table. */
export interface Column extends ColumnSpec {
  /** The record's field. */
  readonly field: string;
}

export interface Table {
  readonly name: TableName;
  readonly description: string;
  readonly columns: readonly Column[];
  /** The field that other tables name rows by; null: nobody refers to this table. */
  readonly nameField: string | null;
  /** The field that says whose figures a row bears on. */
  readonly subject: string | null;
}

interface Options {
  readonly required?: true;
  readonly key?: true;
  readonly default?: CellValue;
  readonly aliases?: readonly string[];
  readonly to?: readonly TableName[];
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: true;
  readonly remark?: true;
  readonly open?: true;
}
type None = Record<never, never>;
type Filled<Value, Given> = Given extends { required: true } | { key: true } | { default: CellValue } ? Value : Value | null;

function spec(type: CellType, header: string, help: string, options: Options = {}, choices: readonly string[] = []): ColumnSpec<never> {
  return {
    header,
    help,
    type,
    required: options.required === true || options.key === true,
    key: options.key === true,
    aliases: options.aliases ?? [],
    references: options.to ?? [],
    choices,
    open: options.open === true,
    default: options.default ?? null,
    unit: options.unit ?? null,
    min: options.min ?? null,
    max: options.max ?? null,
    whole: options.whole === true,
    remark: options.remark === true,
  };
}
function of<Value>(type: CellType) {
  return <const Given extends Options = None>(header: string, help: string, options?: Given): ColumnSpec<Filled<Value, Given>> => spec(type, header, help, options);
}
const text = of<string>('text');
const number = of<number>('number');
const quantity = of<number>('quantity');
const percent = of<number>('percent');
const yesNo = of<boolean>('yes/no');
const date = of<LocalDate>('date');
const time = of<number>('time');
const instant = of<Instant>('instant');
const local = of<LocalDateTime>('local');
const days = of<readonly number[]>('days');
const period = of<PeriodKind>('window');
function list(header: string, help: string, options?: Options): ColumnSpec<readonly string[]> {
  return spec('list', header, help, options);
}
function choice<const Choice extends string, const Given extends Options = None>(header: string, choices: readonly Choice[], help: string, options?: Given): ColumnSpec<Filled<Choice, Given>> {
  return spec('choice', header, help, options, choices);
}
/** Text for people, that no figure needs. */
function remark(header: string, help: string, options: Options = {}): ColumnSpec<string | null> {
  return spec('text', header, help, { ...options, remark: true });
}
/** 1 to 5; what the ends mean differs from column to column. */
function oneToFive(header: string, help: string): ColumnSpec<number | null> {
  return spec('number', header, help, { min: 1, max: 5, whole: true });
}

type FieldsOf<Row> = { readonly [Field in Exclude<keyof Row, keyof SourceRow>]-?: ColumnSpec<Row[Field]> };
interface Given {
  readonly subject?: string;
  readonly nameField?: string;
}
function table<Row extends SourceRow = SourceRow>(name: TableName, description: string, columns: FieldsOf<Row> & Readonly<Record<string, ColumnSpec>>, given: Given = {}): Table {
  const fields = Object.entries(columns).map(([field, column]) => ({ ...column, field }));
  const key = fields.find((column) => column.key)?.field ?? null;
  return { name, description, columns: fields, nameField: given.nameField ?? key, subject: given.subject ?? key };
}

const ITEM = ['Services', 'Components'] as const;
const COMPARATORS = ['>=', '>', '<=', '<'] as const;

/** Every table, in the order in which one would fill them in. */
export const CONTRACT: Readonly<Record<TableName, Table>> = {
  Settings: table('Settings', 'What holds for the whole workbook, one setting a row.', {
    setting: text('Setting', 'Organisation, Time zone, Report month, As of, Currency, Fiscal year starts, Amber margin, Roll up component outages, Discount rate, Project budget, Weight of value, fit, urgency or risk, or Business units across.', { key: true }),
    value: text('Value', 'The setting’s value; blank means its default.'),
  }),

  Services: table<Service>('Services', 'What IT delivers, one service a row.', {
    service: text('Service', 'The name that other tables use.', { key: true }),
    type: choice('Type', ['Business', 'End-user', 'Infrastructure'], 'Business: a business process runs on it. End-user: people work with it. Infrastructure: other services stand on it.', { required: true }),
    lifecycle: choice('Lifecycle', ['Proposed', 'In development', 'In service', 'To be decommissioned', 'Retired'], 'Where the service stands in its life.'),
    inServiceFrom: date('In service from', 'First date that is measured; blank: always.'),
    inServiceUntil: date('In service until', 'Last date that is measured; blank: no end.'),
    priority: choice('Priority', ['Mission-critical', 'High', 'Medium', 'Low'], 'What the organisation loses without it.'),
    itOwner: remark('IT owner', 'Who answers for the service in IT.'),
    businessOwner: remark('Business owner', 'Who answers for it in the business.'),
    serviceManager: remark('Service manager', 'Who runs it from day to day.'),
    businessSponsor: remark('Business sponsor', 'Who pays for it.'),
    relationshipManager: remark('Relationship manager', 'Who speaks for IT with its customers.'),
    description: remark('Description', 'What it does, in a sentence that a user understands.'),
    businessAlignment: remark('Business alignment', 'Which part of the strategy it serves.'),
    businessFunctions: remark('Business functions', 'Functions of the business that use it.'),
    portfolioClass: choice('Portfolio class', ['Differentiator', 'Business function', 'Utility'], 'What kind of value it brings.'),
    contribution: list('Contribution', 'Lower cost, Advantage, Regulatory; several with “;” between.'),
    contributionStatement: remark('Contribution statement', 'Its contribution in words.'),
    qualification: remark('Qualification', 'Who may use it.'),
    initiationContact: remark('Initiation contact', 'Whom to ask for it.'),
    externalDependencies: remark('External dependencies', 'What it needs from outside.'),
    elements: list('Elements', 'What it consists of; “Heading: item” makes a heading.', { remark: true }),
    servicesIncluded: list('Services included', 'What users get with it; “Heading: item” makes a heading.', { remark: true }),
    optionalServices: remark('Optional services', 'What users may have besides.'),
    users: number('Users', 'How many people use it.', { min: 0 }),
    busyPeriods: remark('Busy periods', 'When it is needed most.'),
    impactWhenDown: remark('Impact when down', 'What happens to the business without it.'),
    lifecycleNote: remark('Lifecycle note', 'Dates and plans of its life.'),
    pricing: remark('Pricing', 'What customers pay, in words.'),
    annualCost: number('Annual cost', 'What it costs a year.', { min: 0 }),
    supportHours: remark('Support hours', 'When support answers, in words.'),
    gettingHelp: remark('Getting help', 'How users reach support.'),
    roadmap: remark('Roadmap', 'What is planned for it.'),
  }),
  Components: table<Component>('Components', 'What services stand on, one component a row.', {
    component: text('Component', 'The name that other tables use.', { key: true, aliases: ['CI', 'Configuration item'] }),
    section: choice('Section', ['Hardware', 'Applications', 'Settings', 'Internal service', 'External service'], 'The part of the service map that shows it.', { required: true }),
    category: remark('Category', 'A finer sort, as you like it.'),
    owner: remark('Owner', 'Who answers for it.'),
    supplier: remark('Supplier', 'Who delivers it, if from outside.'),
    availability: percent('Availability', 'What is expected of it where no agreement says so.'),
    inServiceFrom: date('In service from', 'First date that is measured; blank: always.'),
    inServiceUntil: date('In service until', 'Last date that is measured; blank: no end.'),
  }),
  Customers: table<Customer>('Customers', 'Who uses a service.', {
    service: text('Service', 'The service that is used.', { required: true, to: ['Services'] }),
    customer: text('Customer', 'The unit or organisation that uses it.', { required: true }),
    category: remark('Category', 'Internal, external, or as you like it.'),
    businessUnit: remark('Business unit', 'The unit it belongs to.'),
    users: number('Users', 'How many people there use it.', { min: 0 }),
  }, { subject: 'service' }),
  Dependencies: table<Dependency>('Dependencies', 'What stands on what: Item needs Depends on.', {
    item: text('Item', 'The service or component that needs the other.', { required: true, to: ITEM, aliases: ['CI', 'Service'] }),
    dependsOn: text('Depends on', 'The service or component that it needs.', { required: true, to: ITEM }),
    group: text('Group', 'Rows of one item with the same group stand in for each other.'),
    required: number('Required', 'How many of the group must be up; blank: 1.', { min: 1, whole: true }),
  }, { subject: 'item' }),
  Responsibilities: table<Responsibility>('Responsibilities', 'Who does what for a service (RACI).', {
    service: text('Service', 'The service.', { required: true, to: ['Services'] }),
    party: text('Party', 'A person, team or supplier.', { required: true }),
    role: choice('Role', ['R', 'A', 'C', 'I'], 'R does it, A answers for it, C is asked, I is told.', { required: true }),
  }, { subject: 'service' }),
  Glossary: table<GlossaryRow>('Glossary', 'How users describe incidents, and the service that answers them.', {
    phrase: text('Phrase', 'What a user says.', { required: true }),
    service: text('Service', 'The service that is meant.', { required: true, to: ['Services'] }),
  }, { subject: 'service' }),

  Agreements: table<Agreement>('Agreements', 'Service level agreements (SLA), operating level agreements (OLA) and underpinning contracts (UC).', {
    agreement: text('Agreement', 'The name that other tables use.', { key: true }),
    type: choice('Type', ['SLA', 'OLA', 'UC'], 'SLA: with a customer. OLA: inside IT. UC: with a supplier.', { required: true }),
    item: text('Item', 'The service or component that it is about.', { required: true, to: ITEM, aliases: ['Service', 'CI'] }),
    provider: remark('Provider', 'Who promises.'),
    customer: text('Customer', 'Who is promised to; blank: all customers.'),
    status: choice('Status', ['Draft', 'Agreed', 'Retired'], 'A draft is never measured; a retired one still counts for its months.'),
    revision: remark('Revision', 'Version of the document.'),
    createdDate: date('Created date', 'When the document was begun.', { remark: true }),
    requirementsAgreedDate: date('Requirements agreed date', 'When the requirements were agreed.', { remark: true }),
    startDate: date('Start date', 'First date in force.'),
    endDate: date('End date', 'Last date in force; blank: no end.'),
    replaces: text('Replaces', 'The agreement whose history it carries on.', { to: ['Agreements'] }),
    lastReviewDate: date('Last review date', 'When it was last reviewed.'),
    reviewEveryMonths: number('Review every months', 'Months between reviews.', { unit: 'months', min: 1, whole: true, aliases: ['Review every'] }),
    hours: text('Hours', 'Calendar of ServiceHours; blank: 24×7.', { to: ['ServiceHours'], aliases: ['Service hours'] }),
    maintenance: text('Maintenance', 'Calendar of Maintenance; blank: none.', { to: ['Maintenance'] }),
    plannedTime: choice('Planned time', ['Excluded', 'Forgiven', 'Counted'], 'Excluded: leaves the agreed time. Forgiven: stays in it and is never downtime. Counted: is ordinary downtime.', { default: 'Excluded' }),
    noticeDays: number('Notice days', 'Days of notice that planned time needs; blank: none.', { unit: 'days', min: 0 }),
    ignoreUnderMinutes: number('Ignore under minutes', 'Outages shorter than this are left out.', { unit: 'minutes', min: 0 }),
    breakLevel: percent('Break level', 'Impact from which an outage is a break; blank: any.'),
    underpinnedBy: list('Underpinned by', 'Agreements that this one rests on, with “;” between.', { to: ['Agreements'] }),
    units: number('Units', 'How many are charged: seats, branches.', { min: 0 }),
    feePerUnit: number('Fee per unit', 'What one unit costs.', { min: 0 }),
    feePeriod: choice('Fee period', ['Month', 'Quarter', 'Year'], 'What the fee is paid for.', { default: 'Year' }),
    rebatePerHourPerUnit: number('Rebate per hour per unit', 'Paid back for each hour beyond the allowance.', { min: 0 }),
    rebateCap: percent('Rebate cap', 'Most that is paid back, as a share of the month’s fee.'),
    itOwner: remark('IT owner', 'Who answers for it in IT.'),
    businessOwner: remark('Business owner', 'Who answers for it in the business.'),
    providerContact: remark('Provider contact', 'Whom to call at the provider.'),
    customerContact: remark('Customer contact', 'Whom to call at the customer.'),
  }),
  Clauses: table('Clauses', 'The text of agreements, clause by clause.', {
    agreement: text('Agreement', 'The agreement.', { required: true, to: ['Agreements'] }),
    clause: choice('Clause', [
      'Introduction', 'Service description', 'Contacts', 'Roles and responsibilities', 'Customer support', 'Complaints', 'Outages and escalation', 'Performance', 'Change procedure',
      'Incident management', 'Problem management', 'Release and testing', 'Continuity', 'Security', 'Charging', 'Reporting and review', 'Incentives and penalties', 'Termination',
      'Non-disclosure', 'Audit rights', 'Other protections', 'Minor changes',
    ], 'Which part of the agreement; other names are kept as they are.', { required: true, open: true }),
    text: text('Text', 'The clause.', { required: true }),
    order: number('Order', 'Place among clauses of the same kind.'),
  }, { subject: 'agreement' }),
  Targets: table<Target>('Targets', 'What an agreement promises, one promise a row.', {
    agreement: text('Agreement', 'The agreement.', { required: true, to: ['Agreements'] }),
    metric: text('Metric', 'Availability, Breaks, Downtime minutes, Longest outage minutes, MTRS minutes, MTBF hours, Responded within, Resolved within, Decided within, Waiting in any, or a metric of Metrics.', { required: true }),
    comparator: choice('Comparator', COMPARATORS, 'How the figure compares with the target.', { required: true }),
    target: quantity('Target', 'A percent for Availability and “… within”; else a number in the metric’s unit.', { required: true }),
    window: period('Window', 'Month, Quarter, Year, Fiscal year, Rolling 6 months or Rolling 90 days.', { default: 'Month' }),
    severity: text('Severity', 'Only incidents of this severity, or requests of this change type; blank: all.'),
    within: number('Within', 'The limit of “… within”.', { min: 0, aliases: ['Within minutes'] }),
    withinUnit: choice('Within unit', ['minutes', 'hours', 'days'], 'Unit of Within; days are business days, the only unit of “Decided within”.', { default: 'minutes' }),
    limitComparator: choice('Limit comparator', ['<=', '<'], '<= for “within”, < for “fewer than”.', { default: '<=' }),
    inAnyMinutes: number('In any minutes', 'The stretch of “Waiting in any”.', { unit: 'minutes', min: 1 }),
    hours: text('Hours', 'Calendar of ServiceHours; blank: the agreement’s.', { to: ['ServiceHours'] }),
  }, { subject: 'agreement' }),
  Credits: table<Credit>('Credits', 'What is credited when availability falls below a level.', {
    agreement: text('Agreement', 'The agreement.', { required: true, to: ['Agreements'] }),
    below: percent('Below', 'The credit is due below this availability.', { required: true }),
    credit: percent('Credit', 'Share of the month’s fee.', { required: true }),
  }, { subject: 'agreement' }),
  ServiceHours: table<ServiceHoursRow>('ServiceHours', 'When a service is promised, one stretch of hours a row.', {
    calendar: text('Calendar', 'The name that agreements and targets use.', { required: true }),
    days: days('Days', 'Mon-Fri, or Mon,Wed, or Daily.', { required: true }),
    start: time('Start', 'Opening time.', { required: true }),
    end: time('End', 'Closing time; 24:00 is midnight; at or before Start it runs past midnight; 0:00 to 0:00 is all day.', { required: true }),
    from: date('From', 'First date of the season; blank: no beginning.', { aliases: ['Season from'] }),
    until: date('Until', 'Last date of the season; blank: no end.', { aliases: ['Season until'] }),
    zone: text('Time zone', 'IANA zone of the hours; blank: the workbook’s.', { aliases: ['Zone'] }),
  }, { subject: 'calendar', nameField: 'calendar' }),
  Holidays: table<HolidayRow>('Holidays', 'Dates on which a calendar is closed or has special hours.', {
    calendar: text('Calendar', 'The calendar; blank: all.', { to: ['ServiceHours'] }),
    date: date('Date', 'The date.', { required: true, aliases: ['Holiday date'] }),
    name: remark('Name', 'What is celebrated.', { aliases: ['Holiday'] }),
    start: time('Start', 'Special hours; blank with End: closed.'),
    end: time('End', 'Special hours; blank with Start: closed.'),
  }, { subject: 'calendar' }),
  Maintenance: table<MaintenanceRow>('Maintenance', 'When maintenance may be done.', {
    calendar: text('Calendar', 'The name that agreements use.', { required: true }),
    start: local('Start', 'Date and time of the first window, on the wall clock.', { required: true }),
    minutes: number('Minutes', 'Length of a window.', { required: true, unit: 'minutes', min: 0 }),
    repeats: text('Repeats', 'Blank: once. Every day, every Sunday, every 2 weeks on Sunday, first Sunday of every month, last Sunday of every month, day 15 of every month, last day of every month, or an RFC 5545 rule.'),
    until: date('Until', 'Last date on which a window may start; blank: no end.'),
    zone: text('Time zone', 'IANA zone of the windows; blank: the workbook’s.', { aliases: ['Zone'] }),
  }, { subject: 'calendar', nameField: 'calendar' }),

  Outages: table<Outage>('Outages', 'When a service or component was down.', {
    item: text('Item', 'The service or component.', { required: true, to: ITEM, aliases: ['CI', 'Configuration item', 'Service'] }),
    start: instant('Start', 'When it went down.', { required: true }),
    end: instant('End', 'When it was up again; blank: still down.'),
    outageId: remark('Outage id', 'Your reference; a second row with the same one is a double import.', { aliases: ['Outage', 'Id'] }),
    impact: percent('Impact', 'Share of the service that was lost.', { default: '100%' }),
    planned: yesNo('Planned', 'Announced work.', { default: 'No' }),
    plannedUntil: instant('Planned until', 'Announced end; blank: End.'),
    notified: instant('Notified', 'When customers were told.'),
    customer: text('Customer', 'The customer that was hit; blank: all.'),
    counts: yesNo('Counts', 'No sets the row aside; Reason says why.', { default: 'Yes' }),
    reason: remark('Reason', 'Why the row does not count.'),
    cause: remark('Cause', 'What went wrong, in words a customer understands.'),
    usersAffected: number('Users affected', 'How many people were hit.', { min: 0, remark: true }),
  }, { subject: 'item' }),
  Uptime: table<UptimeRow>('Uptime', 'What a monitoring tool says of a stretch of time, where it gives no single outages.', {
    item: text('Item', 'The service or component.', { required: true, to: ITEM, aliases: ['CI', 'Service'] }),
    from: instant('From', 'Start of the stretch.', { required: true }),
    to: instant('To', 'End of the stretch.', { required: true }),
    minutesDown: number('Minutes down', 'Minutes of downtime; or give Availability.', { unit: 'minutes', min: 0 }),
    availability: percent('Availability', 'Share of agreed time; or give Minutes down.'),
  }, { subject: 'item' }),
  Incidents: table<Incident>('Incidents', 'What users reported.', {
    incident: text('Incident', 'Your reference.', { key: true, aliases: ['Incident id', 'Ticket'] }),
    item: text('Item', 'The service or component.', { required: true, to: ITEM, aliases: ['Service', 'CI'] }),
    opened: instant('Opened', 'When it was reported.', { required: true }),
    responded: instant('Responded', 'When somebody took it up; blank: when resolved.'),
    resolved: instant('Resolved', 'When it was solved; blank: still open.'),
    severity: text('Severity', 'As targets name it.'),
    onHoldMinutes: number('On hold minutes', 'Minutes of service time that do not count; or rows in Holds.', { unit: 'minutes', min: 0 }),
    customer: text('Customer', 'Who reported it.'),
    businessUnit: remark('Business unit', 'The unit of who reported it.'),
    description: remark('Description', 'What was reported.'),
  }, { subject: 'item' }),
  Holds: table<Hold>('Holds', 'When an incident waited for its user.', {
    incident: text('Incident', 'The incident.', { required: true, to: ['Incidents'] }),
    from: instant('From', 'When it was put on hold.', { required: true }),
    to: instant('To', 'When work went on; blank: still on hold.'),
  }, { subject: 'incident' }),

  CSFs: table<CriticalSuccessFactor>('CSFs', 'Critical success factors: what must go well.', {
    csf: text('CSF', 'The name that metrics use.', { key: true, aliases: ['Critical success factor'] }),
    meaning: remark('Meaning', 'What it means, in one sentence.'),
    objective: text('Objective', 'The objective that it serves.', { to: ['Objectives'] }),
    owner: remark('Owner', 'Who answers for it.'),
    order: number('Order', 'Place in the report.'),
  }),
  Metrics: table<Metric>('Metrics', 'How a critical success factor is measured.', {
    metric: text('Metric', 'The name that other tables use.', { key: true }),
    csf: text('CSF', 'The critical success factor.', { required: true, to: ['CSFs'], aliases: ['Critical success factor'] }),
    better: choice('Better', ['Higher', 'Lower'], 'Which way is better.', { required: true }),
    unit: text('Unit', 'Unit of the values; % for shares.'),
    target: quantity('Target', 'What should be reached, in the unit.'),
    owner: remark('Owner', 'Who answers for it.'),
    over: choice('Over services and months', ['Sum', 'Average', 'Last', 'Largest', 'Smallest'], 'How values of several services or months become one.', { default: 'Average' }),
    computedFrom: choice('Computed from', ['Availability', 'Breaks', 'Downtime minutes', 'Longest outage minutes', 'MTRS minutes', 'MTBF hours', 'Incidents', 'Resolved within', 'Responded within', 'Requests lead time'], 'Blank: Measurements; else the figure it is taken from.'),
    itemOrAgreement: text('Item or agreement', 'Whose figure is taken.', { to: ['Services', 'Components', 'Agreements'] }),
  }),
  Measurements: table<Measurement>('Measurements', 'Values of metrics, month by month.', {
    metric: text('Metric', 'The metric.', { required: true, to: ['Metrics'] }),
    month: date('Month', 'Any date in the month.', { required: true }),
    value: quantity('Value', 'The value, in the metric’s unit.', { required: true }),
    service: text('Service', 'The service it was measured at; blank: none.', { to: ['Services'] }),
  }, { subject: 'metric' }),
  Improvements: table<Improvement>('Improvements', 'What is done about a metric or agreement that is off target.', {
    improvement: text('Improvement', 'Short name.', { key: true }),
    metric: text('Metric', 'The metric that should get better.', { to: ['Metrics'] }),
    agreement: text('Agreement', 'The agreement that should be kept.', { to: ['Agreements'] }),
    opened: date('Opened', 'When it was begun.'),
    owner: remark('Owner', 'Who does it.'),
    dueDate: date('Due date', 'When it is to be done.'),
    closedDate: date('Closed date', 'When it was done.'),
    status: choice('Status', ['Proposed', 'Open', 'Done', 'Dropped'], 'Where it stands.'),
    action: remark('Action', 'What is done.'),
  }),
  Remarks: table<Remark>('Remarks', 'What the service level manager says or asks in a month’s report.', {
    month: date('Month', 'Any date in the month.', { required: true }),
    about: text('About', 'First page, or a CSF, metric, agreement, service or objective.', { required: true }),
    kind: choice('Kind', ['Remark', 'Ask'], 'An ask wants a decision.', { required: true }),
    text: text('Text', 'What is printed.', { required: true }),
    author: remark('Author', 'Who says it.'),
    owner: remark('Owner', 'Who decides or acts.'),
    dueDate: date('Due date', 'By when.'),
  }, { subject: 'about' }),
  Published: table('Published', 'Figures of published months; written by Plumbline.', {
    month: date('Month', 'The month that was published.'),
    report: text('Report', 'Which report.'),
    subject: text('Subject', 'What the figure is about.'),
    measure: text('Measure', 'Which figure.'),
    value: quantity('Value', 'The figure.'),
    status: text('Status', 'Its status then.'),
    published: instant('Published', 'When it was published.'),
  }, { subject: 'subject' }),

  Objectives: table<Objective>('Objectives', 'What the organisation and its IT want to reach.', {
    objective: text('Objective', 'The name that other tables use.', { key: true }),
    kind: choice('Kind', ['Business', 'IT'], 'Whose objective it is.', { default: 'Business' }),
    serves: text('Serves', 'The business objective that an IT objective serves.', { to: ['Objectives'] }),
    description: remark('Description', 'What is meant.'),
    owner: remark('Owner', 'Who answers for it.'),
    businessOwner: remark('Business owner', 'Who answers for it in the business.'),
    measure: text('Measure', 'How one sees that it is reached.'),
    target: quantity('Target', 'What should be reached.'),
    actual: quantity('Actual', 'What is reached now.'),
    better: choice('Better', ['Higher', 'Lower'], 'Which way is better.'),
    dueDate: date('Due date', 'By when.'),
  }),
  Processes: table<Process>('Processes', 'The core processes of the business.', {
    process: text('Process', 'The name that Supports uses.', { key: true }),
    category: choice('Category', ['Strategic', 'Operational'], 'What kind of process it is.', { required: true }),
    priority: oneToFive('Priority', '1 is highest, 5 lowest.'),
    owner: remark('Owner', 'Who answers for it.'),
    regulated: yesNo('Regulated', 'The law asks for it.', { default: 'No' }),
    downtimeCostPerHour: number('Downtime cost per hour', 'What an hour without it costs.', { min: 0 }),
  }),
  Practices: table('Practices', 'Service management practices.', {
    practice: text('Practice', 'The name that Supports uses.', { key: true }),
    owner: remark('Owner', 'Who answers for it.'),
    purpose: remark('Purpose', 'What it is for.'),
  }),
  Activities: table('Activities', 'What technical teams spend their hours on.', {
    activity: text('Activity', 'The name that Supports uses.', { key: true }),
    team: remark('Team', 'Who does it.'),
    effortHoursPerMonth: number('Effort hours per month', 'Hours a month.', { unit: 'hours', min: 0, aliases: ['Effort hours'] }),
  }),
  Supports: table<Support>('Supports', 'Which layer supports which: process → objective, service → process, practice → service, activity → practice.', {
    from: text('From', 'What supports.', { required: true, to: ['Processes', 'Services', 'Practices', 'Activities'] }),
    to: text('To', 'What is supported.', { required: true, to: ['Objectives', 'Processes', 'Services', 'Practices'] }),
    fromLayer: choice('From layer', ['Process', 'Service', 'Practice', 'Activity'], 'Needed where the name stands in two layers.'),
    toLayer: choice('To layer', ['Objective', 'Process', 'Service', 'Practice'], 'Needed where the name stands in two layers.'),
    weight: number('Weight', '3 is strongest.', { default: 1, min: 1, max: 3, whole: true }),
  }, { subject: 'from' }),
  Initiatives: table<Initiative>('Initiatives', 'What is undertaken to reach the objectives.', {
    initiative: text('Initiative', 'The name that projects use.', { key: true }),
    objective: text('Objective', 'The objective that it serves.', { required: true, to: ['Objectives'] }),
    services: list('Services', 'Services that it builds on, with “;” between.', { to: ['Services'] }),
    owner: remark('Owner', 'Who answers for it.'),
    sponsor: remark('Sponsor', 'Who pays for it.'),
    measure: text('Measure', 'How one sees that it works.'),
    baseline: quantity('Baseline', 'Where it began.'),
    target: quantity('Target', 'What should be reached.'),
    actual: quantity('Actual', 'What is reached now.'),
    startDate: date('Start date', 'When it begins.'),
    dueDate: date('Due date', 'By when.'),
    budget: number('Budget', 'What it may cost.', { min: 0 }),
    risks: remark('Risks', 'What may go wrong.'),
    status: choice('Status', ['Proposed', 'Agreed', 'In progress', 'Done', 'Dropped'], 'Where it stands.'),
    priority: oneToFive('Priority', '1 is highest, 5 lowest.'),
  }),
  Strategy: table('Strategy', 'The annual IT strategy, part by part.', {
    year: number('Year', 'The year it is for.', { required: true, whole: true, min: 1900, max: 9999 }),
    part: choice('Part', ['Mission', 'Vision statement', 'Organisation plan', 'Technology trends', 'Technology roadmap', 'Trend risks', 'Budget', 'Partners', 'Communication plan', 'Tactical plans'], 'Which part; other names are kept as they are.', { required: true, open: true }),
    topic: remark('Topic', 'A heading inside the part.'),
    text: text('Text', 'What is printed.', { required: true }),
    owner: remark('Owner', 'Who answers for it.'),
  }, { subject: 'part' }),

  Usage: table<UsageRow>('Usage', 'How much of a service or component is used, month by month.', {
    item: text('Item', 'The service or component.', { required: true, to: ITEM, aliases: ['CI', 'Service'] }),
    month: date('Month', 'Any date in the month.', { required: true }),
    quantity: number('Quantity', 'How much was used.', { required: true, min: 0 }),
    businessUnit: text('Business unit', 'Who used it.'),
    unit: text('Unit', 'Unit of the quantity.'),
  }, { subject: 'item' }),
  Capacity: table<CapacityRow>('Capacity', 'How much of it there is; one row for each upgrade.', {
    item: text('Item', 'The service or component.', { required: true, to: ITEM, aliases: ['CI', 'Service'] }),
    capacity: number('Capacity', 'How much there is.', { required: true, min: 0 }),
    unit: text('Unit', 'Unit of the capacity.'),
    from: date('From', 'First date with this capacity.'),
    threshold: percent('Threshold', 'Utilisation from which more is wanted.', { default: '80%' }),
    leadTimeMonths: number('Lead time months', 'Months from order to use.', { unit: 'months', min: 0, aliases: ['Lead time'] }),
  }, { subject: 'item' }),
  Licences: table<LicenceRow>('Licences', 'Licences bought, given out and used.', {
    product: text('Product', 'What is licensed.', { required: true }),
    purchased: number('Purchased', 'Licences bought.', { required: true, min: 0 }),
    assigned: number('Assigned', 'Licences given to users.', { required: true, min: 0 }),
    active: number('Active', 'Licences in use.', { min: 0 }),
    service: text('Service', 'The service that needs them.', { to: ['Services'] }),
    costPerLicence: number('Cost per licence', 'What one costs.', { min: 0, aliases: ['Cost per license'] }),
  }, { subject: 'product' }),
  Requests: table<Request>('Requests', 'What the business asks for.', {
    request: text('Request', 'Your reference.', { key: true }),
    submitted: date('Submitted', 'When it was asked for.', { required: true }),
    status: choice('Status', ['New', 'Approved', 'Rejected', 'In progress', 'Done'], 'Where it stands.', { required: true }),
    title: remark('Title', 'What is asked for.'),
    item: text('Item', 'The service or component.', { to: ITEM, aliases: ['Service', 'CI'] }),
    businessUnit: text('Business unit', 'Who asks.'),
    requestedBy: remark('Requested by', 'The person who asks.'),
    source: choice('Source', ['Business', 'IT team', 'Supplier', 'Support desk', 'Other'], 'Where it came from.'),
    category: choice('Category', ['Service impact', 'New service', 'Risk', 'Resource'], 'What it is about.'),
    changeType: choice('Change type', ['Normal', 'Standard', 'Emergency'], 'How it is decided.'),
    cabDate: date('CAB date', 'When the change advisory board sees it.', { aliases: ['CAB'] }),
    decided: date('Decided', 'When it was decided.'),
    businessImpact: remark('Business impact', 'What it brings.'),
    riskOfNotAccepting: remark('Risk of not accepting', 'What happens without it.'),
    planned: yesNo('Planned', 'It was in the plan.', { default: 'No' }),
    project: text('Project', 'The budgeted project that it belongs to.', { to: ['Projects'] }),
    effortDays: number('Effort days', 'Days of work.', { unit: 'days', min: 0 }),
    closed: date('Closed', 'When it was closed.'),
  }),
  Projects: table<Project>('Projects', 'What is built, and what it is worth.', {
    project: text('Project', 'The name that requests use.', { key: true }),
    initiative: text('Initiative', 'The initiative that it belongs to.', { to: ['Initiatives'] }),
    services: list('Services', 'Services that it changes, with “;” between.', { to: ['Services'] }),
    businessUnit: text('Business unit', 'For whom it is done.'),
    category: choice('Category', ['IT-initiated strategic', 'Business-initiated strategic', 'Compliance', 'Sustaining', 'Reactive'], 'Why it is done.', { required: true }),
    status: choice('Status', ['Proposed', 'Approved', 'Queued', 'In progress', 'Done', 'Rejected'], 'Where it stands.', { required: true }),
    contact: remark('Contact', 'Whom to ask.'),
    sponsor: remark('Sponsor', 'Who pays for it.'),
    owner: remark('Owner', 'Who answers for it.'),
    description: remark('Description', 'What is done.'),
    benefit: remark('Benefit', 'What it brings, in words.'),
    startDate: date('Start date', 'When it begins.'),
    endDate: date('End date', 'When it ends.'),
    resources: remark('Resources', 'Who and what it needs.'),
    cost: number('Cost', 'What it costs.', { min: 0 }),
    annualBenefit: number('Annual benefit', 'What it brings a year.'),
    years: number('Years', 'How many years it brings that.', { min: 0 }),
    fit: oneToFive('Fit', '5 fits the strategy most.'),
    risk: oneToFive('Risk', '5 is most risky.'),
    urgency: oneToFive('Urgency', '5 is most urgent.'),
    risks: remark('Risks', 'What may go wrong.'),
    assumptions: remark('Assumptions', 'What is taken for granted.'),
    approvedBy: remark('Approved by', 'Who approved it.'),
    approvedDate: date('Approved date', 'When it was approved.'),
    source: remark('Source', 'The recommendation that it came from.'),
  }),
};

/** The rows of Settings: each setting's value is read like a cell of such a column. */
export const SETTINGS: readonly Column[] = Object.entries({
  organisation: text('Organisation', 'Printed on every report.', { default: 'Our organisation', aliases: ['Organization'] }),
  zone: text('Time zone', 'IANA zone that plain dates and times are in, such as Europe/Berlin.', { default: 'UTC' }),
  reportMonth: date('Report month', 'Any date in the month; blank: the last complete month.'),
  asOf: instant('As of', 'Nothing later counts; blank: now.'),
  currency: text('Currency', 'Printed with money.', { default: '$' }),
  fiscalYearStarts: number('Fiscal year starts', 'Number of its first month.', { default: 1, min: 1, max: 12, whole: true }),
  amberMargin: percent('Amber margin', 'A target is at risk when this share of its error budget, or less, is left.', { default: '25%' }),
  rollUpComponentOutages: yesNo('Roll up component outages', 'Outages of components count for the services that stand on them.', { default: 'Yes' }),
  discountRate: percent('Discount rate', 'For the present value of projects.'),
  projectBudget: number('Project budget', 'What the projects of the scenario may cost together.', { min: 0 }),
  weightOfValue: number('Weight of value', 'How much value counts in the ranking of projects.', { default: 3, min: 0 }),
  weightOfFit: number('Weight of fit', 'How much the fit with the strategy counts.', { default: 3, min: 0 }),
  weightOfUrgency: number('Weight of urgency', 'How much urgency counts.', { default: 2, min: 0 }),
  weightOfRisk: number('Weight of risk', 'How much little risk counts.', { default: 2, min: 0 }),
  businessUnitsAcross: yesNo('Business units across', 'Yes: business units stand in columns of the demand report; No: in rows.', { default: 'No' }),
}).map(([field, column]) => ({ ...column, field }));
