/** Faults of daily life, one workbook each: which cell, what was found, what was expected, what mends it. */
import type { CellValue, RawTable } from '../../src/tables/model';
import { readRecords } from '../../src/tables/read';
import { at, soundTables, table, workbook } from './workbook';

const NOW = at('2026-11-02T08:00:00+01:00');

interface Case {
  readonly fault: string;
  readonly tables: Readonly<Record<string, RawTable | null>>;
  readonly code: string;
  readonly severity?: 'warning';
  readonly table: string;
  readonly cell: string;
  readonly found: string;
  readonly expected: string;
  readonly fix?: CellValue;
}

const outages = (...rows: CellValue[][]) => ({ Outages: table('Outages', ['Item', 'Start', 'End', 'Impact', 'Counts', 'Reason', 'Outage id', 'Customer'], rows) });
const agreements = (...rows: CellValue[][]) => ({ Agreements: table('Agreements', ['Agreement', 'Type', 'Item', 'Start date', 'End date', 'Hours', 'Replaces', 'Maintenance', 'Underpinned by', 'Status'], rows) });
const targets = (...rows: CellValue[][]) => ({ Targets: table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Window', 'Within', 'In any minutes'], rows) });
/** Agreements with what they charge, and a row of credits. */
const charged = (...rows: CellValue[][]) => ({ Agreements: table('Agreements', ['Agreement', 'Type', 'Item', 'Units', 'Fee per unit', 'Rebate per hour per unit'], rows) });
const credited = { Credits: table('Credits', ['Agreement', 'Below', 'Credit'], [['Cards SLA', 0.995, 0.1]]) };
/** A promise to decide on requests, and such requests. */
const decisions = (target: CellValue[], ...rows: CellValue[][]) => ({
  Targets: table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Within', 'Within unit', 'Severity'], [['Cards SLA', 'Decided within', '>=', 0.9, ...target]]),
  Requests: table('Requests', ['Request', 'Submitted', 'Status', 'Item', 'Change type', 'CAB date', 'Decided', 'Closed'], rows),
});
const dependencies = (...rows: CellValue[][]) => ({ Dependencies: table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], [['Card Payments', 'Gateway A', '', ''], ['Card Payments', 'Gateway B', '', ''], ...rows]) });
const responsibilities = (...rows: CellValue[][]) => ({ Responsibilities: table('Responsibilities', ['Service', 'Party', 'Role'], [['ATM Network', 'Ann', 'A'], ['ATM Network', 'Bo', 'R'], ...rows]) });
const uptime = (...rows: CellValue[][]) => ({ Uptime: table('Uptime', ['Item', 'From', 'To', 'Minutes down', 'Availability'], rows) });
const hours = (...rows: CellValue[][]) => ({ ServiceHours: table('ServiceHours', ['Calendar', 'Days', 'Start', 'End', 'Time zone', 'From', 'Until'], rows) });
const incidents = (...rows: CellValue[][]) => ({ Incidents: table('Incidents', ['Incident', 'Item', 'Opened', 'Responded', 'Resolved'], rows) });
/** Targets of Card Payments by metric and severity, and incidents of it by severity. */
const severities = (promised: CellValue[][], incidentsOf: CellValue[]) => ({
  Targets: table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Within', 'Severity'], promised.map(([metric, severity]) => ['Cards SLA', metric!, '>=', 0.9, 60, severity!])),
  Incidents: table('Incidents', ['Incident', 'Item', 'Opened', 'Severity'], incidentsOf.map((severity, index) => [`I-${index + 1}`, 'Card Payments', '2026-10-07T09:00', severity])),
});
const usage = (...rows: CellValue[][]) => ({ Usage: table('Usage', ['Item', 'Month', 'Quantity', 'Unit', 'Business unit'], rows) });
/** A capacity beside usage of 40 TB by ATM Network. */
const capacity = (...rows: CellValue[][]) => ({ ...usage(['ATM Network', '2026-10-01', 40, 'TB', '']), Capacity: table('Capacity', ['Item', 'Capacity', 'Unit', 'From', 'Threshold', 'Lead time months'], rows) });
const licences = (...rows: CellValue[][]) => ({ Licences: table('Licences', ['Product', 'Purchased', 'Assigned', 'Active'], rows) });
const requests = (...rows: CellValue[][]) => ({ Requests: table('Requests', ['Request', 'Submitted', 'Status', 'Planned', 'Decided', 'Closed'], rows) });
const settings = (...rows: CellValue[][]) => ({ Settings: table('Settings', ['Setting', 'Value'], [['As of', '2026-11-02T08:00'], ...rows]) });
const maintenance = (...rows: CellValue[][]) => ({ Maintenance: table('Maintenance', ['Calendar', 'Start', 'Minutes', 'Repeats', 'Until'], rows) });

const cases: readonly Case[] = [
  // Cells
  { fault: 'text that may be two dates', tables: outages(['ATM Network', '03/10/26', '2026-10-04', 1]), code: 'ambiguous-date', table: 'Outages', cell: 'B2', found: '“03/10/26”', expected: 'a date: 3 October or 10 March?' },
  { fault: 'text that may be one date only', tables: outages(['ATM Network', '25/10/2026 9:05', '2026-10-26', 1]), code: 'date-as-text', table: 'Outages', cell: 'B2', found: '“25/10/2026 9:05”', expected: 'a date and time, or text such as 2026-10-07T09:10', fix: '2026-10-25T09:05:00' },
  { fault: 'no date at all', tables: outages(['ATM Network', 'yesterday', '2026-10-26', 1]), code: 'unreadable-date', table: 'Outages', cell: 'B2', found: '“yesterday”', expected: 'a date and time, or text such as 2026-10-07T09:10' },
  { fault: 'a time without a date', tables: outages(['ATM Network', '2026-10-25', 0.375, 1]), code: 'time-without-date', table: 'Outages', cell: 'C2', found: '0.375', expected: 'a date and time, or text such as 2026-10-07T09:10' },
  { fault: 'a year where a date should stand', tables: outages(['ATM Network', 2026, '2026-10-26', 1]), code: 'implausible-date', table: 'Outages', cell: 'B2', found: '2026', expected: 'a date and time, or text such as 2026-10-07T09:10' },
  { fault: 'an error cell', tables: outages(['#N/A', '2026-10-25', '2026-10-26', 1]), code: 'error-cell', table: 'Outages', cell: 'A2', found: '#N/A', expected: 'text' },
  { fault: 'a blank required cell', tables: outages(['', '2026-10-25', '2026-10-26', 1]), code: 'blank-required', table: 'Outages', cell: 'A2', found: 'blank', expected: 'text' },
  { fault: 'a percent above 1', tables: outages(['ATM Network', '2026-10-25', '2026-10-26', 50]), code: 'percent-above-one', table: 'Outages', cell: 'D2', found: '50', expected: 'a percent, such as 99.5% or 0.995', fix: 0.5 },
  { fault: 'a percent with a decimal comma', tables: outages(['ATM Network', '2026-10-25', '2026-10-26', '99,5%']), code: 'number-as-text', table: 'Outages', cell: 'D2', found: '“99,5%”', expected: 'a percent, such as 99.5% or 0.995', fix: 0.995 },
  { fault: 'neither yes nor no', tables: outages(['ATM Network', '2026-10-25', '2026-10-26', 1, 'perhaps']), code: 'unreadable-yes-no', table: 'Outages', cell: 'E2', found: '“perhaps”', expected: 'Yes or No' },
  { fault: 'a number as text', tables: maintenance(['Night', '2026-01-04T01:00', '240', '', '']), code: 'number-as-text', table: 'Maintenance', cell: 'C2', found: '“240”', expected: 'a number of minutes, 0 or more', fix: 240 },
  { fault: 'a negative length', tables: maintenance(['Night', '2026-01-04T01:00', -5, '', '']), code: 'out-of-range', table: 'Maintenance', cell: 'C2', found: '-5', expected: 'a number of minutes, 0 or more' },
  { fault: 'an offset on the wall clock', tables: maintenance(['Night', '2026-01-04T01:00Z', 60, '', '']), code: 'offset-not-allowed', table: 'Maintenance', cell: 'B2', found: '“2026-01-04T01:00Z”', expected: 'a date and time without offset, such as 2026-10-04T01:00' },
  { fault: 'an unknown choice', tables: { Services: table('Services', ['Service', 'Type', 'IT owner'], [['Card Payments', 'Business', 'Ann'], ['ATM Network', 'Infra', 'Bo']]) }, code: 'unknown-choice', table: 'Services', cell: 'B3', found: '“Infra”', expected: 'Business, End-user or Infrastructure', fix: 'Infrastructure' },
  { fault: 'days that are none', tables: hours(['Office', 'weekdays', '08:00', '18:00']), code: 'unreadable-days', table: 'ServiceHours', cell: 'B2', found: '“weekdays”', expected: 'Mon-Fri, or Mon,Wed, or Daily', fix: 'Mon-Fri' },
  { fault: 'a time as people say it', tables: hours(['Office', 'Mon-Fri', '08:00', '6 pm']), code: 'unreadable-time', table: 'ServiceHours', cell: 'D2', found: '“6 pm”', expected: 'a time, or text such as 08:30', fix: '18:00' },
  { fault: 'a window that is none', tables: targets(['Cards SLA', 'Availability', '>=', 0.995, 'fortnight']), code: 'unreadable-window', table: 'Targets', cell: 'E2', found: '“fortnight”', expected: 'Month, Quarter, Year, Fiscal year, Rolling 6 months or Rolling 90 days' },
  { fault: 'a comparator written backwards', tables: targets(['Cards SLA', 'Availability', '=>', 0.995, '']), code: 'unknown-choice', table: 'Targets', cell: 'C2', found: '“=>”', expected: '>=, >, <= or <', fix: '>=' },
  { fault: 'a blank behind a name', tables: incidents(['I-1', 'ATM Network ', '2026-10-07', '', '']), code: 'blank-around-name', severity: 'warning', table: 'Incidents', cell: 'B2', found: '“ATM Network ”', expected: '“ATM Network”', fix: 'ATM Network' },

  // Headers and tables
  { fault: 'a required column is not there', tables: { Holidays: table('Holidays', ['Calendar', 'Name'], [['Office', 'Christmas']]) }, code: 'missing-column', table: 'Holidays', cell: 'A1', found: 'no such column', expected: 'a column Date' },
  { fault: 'two columns mean the same', tables: { Customers: table('Customers', ['Service', 'Customer', 'customer'], [['Card Payments', 'Retail', 'Trade']]) }, code: 'duplicate-header', table: 'Customers', cell: 'C1', found: '“customer”', expected: 'one column Customer' },
  { fault: 'a column without a header', tables: { Customers: table('Customers', ['Service', 'Customer', ''], [['Card Payments', 'Retail', 'x']]) }, code: 'blank-header', severity: 'warning', table: 'Customers', cell: 'C1', found: 'blank', expected: 'a header in every column; merged headers undone' },
  { fault: 'a table that figures need is not there', tables: { Outages: null }, code: 'missing-table', table: 'Outages', cell: '', found: 'no such table', expected: 'a table named Outages, or one of yours in its place' },
  { fault: 'calendars named without their table', tables: { ServiceHours: null, Holidays: null }, code: 'missing-table', table: 'ServiceHours', cell: '', found: 'no such table', expected: 'a table named ServiceHours, or one of yours in its place' },
  { fault: 'two tables of one name', tables: { out_ages: table('out_ages', ['Item', 'Start'], []) }, code: 'table-twice', table: 'Outages', cell: 'A1', found: 'out_ages', expected: 'one table; Outages is read' },

  // Names
  { fault: 'a key twice', tables: { Components: table('Components', ['Component', 'Section', 'Owner'], [['Gateway A', 'Hardware', 'Cy'], ['Gateway B', 'Hardware', 'Cy'], ['gateway a', 'Hardware', 'Cy']]) }, code: 'duplicate-key', table: 'Components', cell: 'A4', found: '“gateway a”', expected: 'each Component once; it stands in row 2' },
  { fault: 'an unknown name, close to one', tables: outages(['ATM Netwrok', '2026-10-25', '2026-10-26', 1]), code: 'unknown-name', table: 'Outages', cell: 'A2', found: '“ATM Netwrok”', expected: 'a name in Services or Components', fix: 'ATM Network' },
  { fault: 'an unknown name, close to none', tables: outages(['Fax', '2026-10-25', '2026-10-26', 1]), code: 'unknown-name', table: 'Outages', cell: 'A2', found: '“Fax”', expected: 'a name in Services or Components' },
  { fault: 'a calendar without rows', tables: agreements(['Cards SLA', 'SLA', 'Card Payments', '', '', 'Shop']), code: 'unknown-name', table: 'Agreements', cell: 'F2', found: '“Shop”', expected: 'a name in ServiceHours' },
  { fault: 'a list with commas', tables: agreements(['Cards SLA', 'SLA', 'Card Payments', '', '', '', '', '', 'Power OLA, Net OLA'], ['Power OLA', 'OLA', 'Gateway A', '', '', '', '', '', '', 'Draft'], ['Net OLA', 'OLA', 'Gateway B', '', '', '', '', '', '', 'Draft']), code: 'unknown-name', table: 'Agreements', cell: 'I2', found: '“Power OLA, Net OLA”', expected: 'a name in Agreements', fix: 'Power OLA; Net OLA' },
  { fault: 'a target without its agreement', tables: targets(['Cards SLA', 'Availability', '>=', 0.995, ''], ['Gold', 'Availability', '>=', 0.9, '']), code: 'unknown-name', table: 'Targets', cell: 'A3', found: '“Gold”', expected: 'a name in Agreements' },
  { fault: 'a metric that nobody knows', tables: targets(['Cards SLA', 'Availabilty', '>=', 0.995, '']), code: 'unknown-name', table: 'Targets', cell: 'B2', found: '“Availabilty”', expected: 'a name in the metrics that Targets knows or Metrics', fix: 'Availability' },
  { fault: 'a name that is service and component', tables: { Components: table('Components', ['Component', 'Section', 'Owner'], [['Gateway A', 'Hardware', 'Cy'], ['Gateway B', 'Hardware', 'Cy'], ['ATM Network', 'Hardware', 'Cy']]) }, code: 'service-and-component', table: 'Components', cell: 'A4', found: '“ATM Network”', expected: 'each name once among Services and Components' },
  { fault: 'an unknown setting', tables: settings(['Time zon', 'UTC']), code: 'unknown-setting', severity: 'warning', table: 'Settings', cell: 'A3', found: '“Time zon”', expected: 'Organisation, Time zone, Report month, As of, Currency, Fiscal year starts, Amber margin, Roll up component outages, Discount rate, Project budget, Weight of value, Weight of fit, Weight of urgency, Weight of risk or Business units across', fix: 'Time zone' },
  { fault: 'an unknown zone', tables: settings(['Time zone', 'Berlin']), code: 'unknown-zone', table: 'Settings', cell: 'B3', found: '“Berlin”', expected: 'an IANA time zone, such as Europe/Berlin' },
  { fault: 'an unreadable setting', tables: settings(['Amber margin', 25]), code: 'percent-above-one', table: 'Settings', cell: 'B3', found: '25', expected: 'a percent, such as 99.5% or 0.995', fix: 0.25 },

  // Rows against each other
  { fault: 'an end before its start', tables: outages(['ATM Network', '2026-10-09T14:02', '2026-10-09T04:15', 1]), code: 'end-before-start', table: 'Outages', cell: 'C2', found: '9 Oct 2026 04:15', expected: 'after Start, 9 Oct 2026 14:02' },
  { fault: 'an end equal to its start', tables: outages(['ATM Network', '2026-10-09T14:02', '2026-10-09T14:02', 1]), code: 'start-equals-end', severity: 'warning', table: 'Outages', cell: 'C2', found: '9 Oct 2026 14:02', expected: 'an End after Start' },
  { fault: 'a forgotten end, with a later outage', tables: outages(['ATM Network', '2026-10-30T14:02', '', 1], ['ATM Network', '2026-10-31T14:02', '2026-10-31T15:00', 1]), code: 'forgotten-open-outage', severity: 'warning', table: 'Outages', cell: 'C2', found: 'blank', expected: 'an End; the next outage stands in row 3' },
  { fault: 'an outage open for more than 7 days', tables: outages(['ATM Network', '2026-10-20T08:00', '', 1]), code: 'forgotten-open-outage', severity: 'warning', table: 'Outages', cell: 'C2', found: 'blank', expected: 'an End, unless it is still down' },
  { fault: 'a row set aside without a reason', tables: outages(['ATM Network', '2026-10-20', '2026-10-21', 1, 'No', '']), code: 'missing-reason', table: 'Outages', cell: 'F2', found: 'No', expected: 'a Reason where Counts is No' },
  { fault: 'an outage imported twice', tables: outages(['ATM Network', '2026-10-20', '2026-10-21', 1], ['ATM Network', '2026-10-20', '2026-10-21', 1]), code: 'double-import', severity: 'warning', table: 'Outages', cell: 'B3', found: '20 Oct 2026 00:00', expected: 'each outage once' },
  { fault: 'an outage id twice', tables: outages(['ATM Network', '2026-10-20', '2026-10-21', 1, '', '', 'O-7'], ['ATM Network', '2026-10-22', '2026-10-23', 1, '', '', 'o-7']), code: 'double-import', severity: 'warning', table: 'Outages', cell: 'G3', found: '“o-7”', expected: 'each outage once' },
  { fault: 'an outage in the future', tables: outages(['ATM Network', '2026-12-20', '2026-12-21', 1]), code: 'future-date', severity: 'warning', table: 'Outages', cell: 'B2', found: '20 Dec 2026 00:00', expected: 'a time in the past' },
  { fault: 'an outage that ends in the future', tables: outages(['ATM Network', '2026-10-20', '2027-03-01', 1]), code: 'future-date', severity: 'warning', table: 'Outages', cell: 'C2', found: '1 Mar 2027 00:00', expected: 'a time in the past' },
  { fault: 'outages without a column End', tables: { Outages: table('Outages', ['Item', 'Start'], [['ATM Network', '2026-10-31T08:00']]) }, code: 'missing-end', severity: 'warning', table: 'Outages', cell: 'A1', found: 'no such column', expected: 'a column End; or say in the pane which of your columns it is' },
  { fault: 'an outage for a customer that nobody knows', tables: outages(['ATM Network', '2026-10-20', '2026-10-21', 1, '', '', '', 'Retial']), code: 'unknown-customer', table: 'Outages', cell: 'H2', found: '“Retial”', expected: 'a customer of Customers or Agreements; blank: all', fix: 'Retail' },
  { fault: 'uptime by minutes and by percent', tables: uptime(['ATM Network', '2026-10-01', '2026-10-02', 5, 0.99]), code: 'minutes-and-percent', table: 'Uptime', cell: 'D2', found: '5 and 0.99', expected: 'one of the two' },
  { fault: 'uptime by neither', tables: uptime(['ATM Network', '2026-10-01', '2026-10-02', '', '']), code: 'no-measure', table: 'Uptime', cell: 'D2', found: 'blank', expected: 'one of the two' },
  { fault: 'uptime that overlaps', tables: uptime(['ATM Network', '2026-10-01', '2026-10-03', 5, ''], ['ATM Network', '2026-10-02', '2026-10-04', 5, '']), code: 'overlapping-uptime', table: 'Uptime', cell: 'B3', found: '2 Oct 2026 00:00 – 4 Oct 2026 00:00', expected: 'stretches of one item that do not overlap' },
  { fault: 'more minutes down than there were', tables: uptime(['ATM Network', '2026-10-01T00:00', '2026-10-01T01:00', 61, '']), code: 'out-of-range', table: 'Uptime', cell: 'D2', found: '61', expected: '60 or fewer' },
  { fault: 'Required without a group', tables: dependencies(['ATM Network', 'Gateway A', '', 1]), code: 'required-without-group', severity: 'warning', table: 'Dependencies', cell: 'D4', found: '1', expected: 'a Group, or Required blank' },
  { fault: 'two Required in a group', tables: dependencies(['ATM Network', 'Gateway A', 'g', 1], ['ATM Network', 'Gateway B', 'G', 2]), code: 'required-disagrees', table: 'Dependencies', cell: 'D5', found: '2', expected: '1, as in row 4' },
  { fault: 'a group that needs more than it has', tables: dependencies(['ATM Network', 'Gateway A', 'g', 3], ['ATM Network', 'Gateway B', 'g', 3]), code: 'required-above-members', table: 'Dependencies', cell: 'D4', found: '3', expected: '2 or fewer' },
  { fault: 'a circle', tables: dependencies(['Gateway A', 'ATM Network', '', ''], ['ATM Network', 'Card Payments', '', '']), code: 'dependency-cycle', table: 'Dependencies', cell: 'B5', found: '“Card Payments”', expected: 'no circle; break it in one of rows 2, 4, 5' },
  { fault: 'a thing that stands on itself', tables: dependencies(['Gateway A', 'gateway a', '', '']), code: 'dependency-cycle', table: 'Dependencies', cell: 'B4', found: '“Gateway A”', expected: 'another thing that it needs, or no row' },
  { fault: 'a dependency twice', tables: dependencies(['card payments', 'Gateway  B', '', '']), code: 'double-row', severity: 'warning', table: 'Dependencies', cell: 'B4', found: '“Gateway B”', expected: 'each dependency once' },
  { fault: 'a dependency on what nobody knows', tables: dependencies(['ATM Network', 'Gatewya B', '', '']), code: 'unknown-name', table: 'Dependencies', cell: 'B4', found: '“Gatewya B”', expected: 'a name in Services or Components', fix: 'Gateway B' },
  { fault: 'a role in a service that nobody knows', tables: responsibilities(['ATM Networks', 'Cy', 'C']), code: 'unknown-name', table: 'Responsibilities', cell: 'A4', found: '“ATM Networks”', expected: 'a name in Services', fix: 'ATM Network' },
  // Nothing is said of who answers for Card Payments: the row that cannot be read may say so.
  { fault: 'a role that is none', tables: responsibilities(['Card Payments', 'Cy', 'Boss'], ['Card Payments', 'Di', 'R']), code: 'unknown-choice', table: 'Responsibilities', cell: 'C4', found: '“Boss”', expected: 'R, A, C or I' },
  { fault: 'a role twice', tables: responsibilities(['ATM Network', 'bo', 'r']), code: 'double-row', severity: 'warning', table: 'Responsibilities', cell: 'C4', found: '“R”', expected: 'each role of a party once' },
  { fault: 'two who answer for one service', tables: responsibilities(['ATM Network', 'Bo', 'A']), code: 'raci-rule', severity: 'warning', table: 'Responsibilities', cell: 'C4', found: '“A”', expected: 'exactly one A' },
  { fault: 'a service for which nobody answers', tables: responsibilities(['Card Payments', 'Cy', 'R'], ['Card Payments', 'Di', 'I']), code: 'raci-rule', severity: 'warning', table: 'Responsibilities', cell: 'C4', found: '“R”', expected: 'exactly one A' },
  { fault: 'a service for which nobody does anything', tables: responsibilities(['Card Payments', 'Cy', 'C'], ['Card Payments', 'Di', 'A']), code: 'raci-rule', severity: 'warning', table: 'Responsibilities', cell: 'C4', found: '“C”', expected: 'at least one R' },
  { fault: 'a component that nothing stands on', tables: { Components: table('Components', ['Component', 'Section', 'Owner'], [['Gateway A', 'Hardware', 'Cy'], ['Gateway B', 'Hardware', 'Cy'], ['Fax gateway', 'Hardware', 'Cy']]) }, code: 'orphan', severity: 'warning', table: 'Components', cell: 'A4', found: '“Fax gateway”', expected: 'a row in Dependencies that needs it' },
  { fault: 'a service without an owner', tables: { Services: table('Services', ['Service', 'Type', 'IT owner'], [['Card Payments', 'Business', 'Ann'], ['ATM Network', 'Business', '']]) }, code: 'no-owner', severity: 'warning', table: 'Services', cell: 'C3', found: 'blank', expected: 'who answers for it' },
  { fault: 'rows of one calendar in two zones', tables: hours(['Office', 'Mon-Thu', '08:00', '18:00', 'Europe/Berlin'], ['office', 'Fri', '08:00', '16:00', 'Europe/London']), code: 'zones-differ', table: 'ServiceHours', cell: 'E3', found: '“Europe/London”', expected: 'Europe/Berlin, as in row 2' },
  { fault: 'a season that ends before it begins', tables: hours(['Office', 'Daily', '08:00', '18:00', '', '2026-06-01', '2026-05-01']), code: 'end-before-start', table: 'ServiceHours', cell: 'G2', found: '1 May 2026', expected: 'after From, 1 Jun 2026' },
  { fault: 'half special hours', tables: { Holidays: table('Holidays', ['Calendar', 'Date', 'Start', 'End'], [['Office', '2026-12-24', '08:00', '']]) }, code: 'half-special-hours', table: 'Holidays', cell: 'D2', found: 'blank', expected: 'Start and End, or both blank' },
  { fault: 'an agreement that ends before it starts', tables: agreements(['Cards SLA', 'SLA', 'Card Payments', '2026-05-01', '2026-04-30']), code: 'end-before-start', table: 'Agreements', cell: 'E2', found: '30 Apr 2026', expected: 'after Start date, 1 May 2026' },
  { fault: 'agreements that replace each other', tables: agreements(['Cards SLA', 'SLA', 'Card Payments', '', '', '', 'Old SLA'], ['Old SLA', 'SLA', 'Card Payments', '', '', '', 'Cards SLA']), code: 'replaces-cycle', table: 'Agreements', cell: 'G3', found: '“Cards SLA”', expected: 'an older agreement' },
  { fault: 'an agreement without targets', tables: agreements(['Cards SLA', 'SLA', 'Card Payments'], ['ATM SLA', 'SLA', 'ATM Network']), code: 'no-targets', severity: 'warning', table: 'Agreements', cell: 'A3', found: '“ATM SLA”', expected: 'a row in Targets' },
  { fault: 'a rebate without an availability target', tables: { ...charged(['Cards SLA', 'SLA', 'Card Payments', 10, '', 50]), ...targets(['Cards SLA', 'Breaks', '<=', 3, '']) }, code: 'charge-without-target', severity: 'warning', table: 'Agreements', cell: 'F2', found: '50', expected: 'a row in Targets with Availability' },
  { fault: 'credits without an availability target', tables: { ...charged(['Cards SLA', 'SLA', 'Card Payments', 10, 700, '']), ...credited, ...targets(['Cards SLA', 'Breaks', '<=', 3, '']) }, code: 'charge-without-target', severity: 'warning', table: 'Credits', cell: 'A2', found: '“Cards SLA”', expected: 'a row in Targets with Availability' },
  { fault: 'a rebate without units', tables: charged(['Cards SLA', 'SLA', 'Card Payments', '', '', 50]), code: 'charge-without-base', severity: 'warning', table: 'Agreements', cell: 'D2', found: 'blank', expected: 'a number, 0 or more' },
  { fault: 'credits without a fee', tables: { ...charged(['Cards SLA', 'SLA', 'Card Payments', 10, '', '']), ...credited }, code: 'charge-without-base', severity: 'warning', table: 'Agreements', cell: 'E2', found: 'blank', expected: 'a number, 0 or more' },
  { fault: 'an availability target above 1', tables: targets(['Cards SLA', 'Availability', '>=', 99.95, '']), code: 'percent-above-one', table: 'Targets', cell: 'D2', found: '99.95', expected: 'a percent, such as 99.5% or 0.995', fix: 0.9995 },
  { fault: 'an availability that should be low', tables: targets(['Cards SLA', 'Availability', '<=', 0.995, '']), code: 'wrong-comparator', table: 'Targets', cell: 'C2', found: '<=', expected: '>= or >', fix: '>=' },
  { fault: 'a limit without its minutes', tables: targets(['Cards SLA', 'Resolved within', '>=', 0.9, '', '']), code: 'missing-limit', table: 'Targets', cell: 'F2', found: 'blank', expected: 'a number, 0 or more' },
  { fault: 'a target for a severity that no incident has', tables: { Targets: table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Within', 'Severity'], [['Cards SLA', 'Resolved within', '>=', 0.9, 60, 'Hgh'], ['Cards SLA', 'Resolved within', '>=', 0.9, 60, 'HIGH']]) }, code: 'unknown-severity', severity: 'warning', table: 'Targets', cell: 'F2', found: '“Hgh”', expected: 'a severity as incidents name it; blank: all', fix: 'HIGH' },
  { fault: 'an incident of a severity that no promise names', tables: severities([['Resolved within', 'High'], ['Responded within', 'Low']], ['High', 'Mediun', 'low', 'mediun', '']), code: 'severity-without-promise', severity: 'warning', table: 'Incidents', cell: 'D3', found: '“Mediun”', expected: 'High or Low, as the targets of its agreements' },
  { fault: 'an incident of a severity that is nearly the one that a promise names', tables: severities([['Resolved within', 'High']], ['Hgh', 'High']), code: 'severity-without-promise', severity: 'warning', table: 'Incidents', cell: 'D2', found: '“Hgh”', expected: 'High, as the targets of its agreements', fix: 'High' },
  { fault: 'a worst window without its minutes', tables: targets(['Cards SLA', 'Waiting in any', '<=', 5, '', '', '']), code: 'missing-limit', table: 'Targets', cell: 'G2', found: 'blank', expected: 'a number of minutes, 1 or more' },
  { fault: 'decisions limited in hours', tables: decisions([40, 'hours', '']), code: 'limit-not-in-days', table: 'Targets', cell: 'F2', found: '“hours”', expected: 'days', fix: 'days' },
  { fault: 'decisions limited in minutes because the unit is blank', tables: decisions([5, '', '']), code: 'limit-not-in-days', table: 'Targets', cell: 'F2', found: 'blank', expected: 'days', fix: 'days' },
  { fault: 'a limit of part of a day', tables: decisions([2.5, 'days', '']), code: 'part-of-day', table: 'Targets', cell: 'E2', found: '2.5', expected: 'a whole number of business days' },
  { fault: 'a change type that is none', tables: decisions([5, 'days', 'Emergncy']), code: 'unknown-change-type', severity: 'warning', table: 'Targets', cell: 'G2', found: '“Emergncy”', expected: 'Normal, Standard or Emergency; blank: all', fix: 'Emergency' },
  { fault: 'a decision before the request', tables: decisions([5, 'days', 'normal'], ['R-1', '2026-10-05', 'Done', 'Card Payments', 'Normal', '', '2026-10-02', '']), code: 'end-before-start', table: 'Requests', cell: 'G2', found: '2 Oct 2026', expected: 'after Submitted, 5 Oct 2026' },
  { fault: 'a decision without its date', tables: decisions([5, 'days', ''], ['R-1', '2026-10-05', 'Rejected', 'Card Payments', 'Normal', '', '', ''], ['R-2', '2026-10-05', 'New', 'Card Payments', 'Normal', '', '', ''], ['R-3', '2026-10-05', 'Done', 'Card Payments', 'Normal', '', '', '2026-10-09'], ['R-4', '2026-10-05', 'Approved', 'ATM Network', 'Normal', '', '', '']), code: 'undated-decision', table: 'Requests', cell: 'G2', found: 'blank', expected: 'the date of the decision, or a Status that says it is open' },
  { fault: 'a decision in the future', tables: decisions([5, 'days', ''], ['R-1', '2026-10-05', 'New', 'Card Payments', 'Normal', '', '2026-11-03', '']), code: 'future-date', severity: 'warning', table: 'Requests', cell: 'G2', found: '3 Nov 2026', expected: 'a time in the past' },
  { fault: 'decisions promised without their table', tables: { ...decisions([5, 'days', '']), Requests: null }, code: 'missing-table', table: 'Requests', cell: '', found: 'no such table', expected: 'a table named Requests, or one of yours in its place' },
  { fault: 'a lead time without its table', tables: { Metrics: table('Metrics', ['Metric', 'CSF', 'Better', 'Target', 'Computed from'], [['Satisfaction', 'Reliability', 'Higher', 4, ''], ['Lead time', 'Reliability', 'Lower', 20, 'Requests lead time']]) }, code: 'missing-table', table: 'Requests', cell: '', found: 'no such table', expected: 'a table named Requests, or one of yours in its place' },
  { fault: 'a target on a metric that is computed', tables: { Metrics: table('Metrics', ['Metric', 'CSF', 'Better', 'Target', 'Computed from'], [['Satisfaction', 'Reliability', 'Higher', 4, ''], ['Outages felt', 'Reliability', 'Lower', 20, 'Breaks']]), ...targets(['Cards SLA', 'outages felt', '<=', 20, '']) }, code: 'computed-metric', table: 'Targets', cell: 'B2', found: '“Outages felt”', expected: 'a metric that Targets knows, or one whose values stand in Measurements' },
  { fault: 'a review in the future', tables: { Agreements: table('Agreements', ['Agreement', 'Type', 'Item', 'Hours', 'Last review date'], [['Cards SLA', 'SLA', 'Card Payments', 'Office', '2026-11-03']]) }, code: 'future-date', severity: 'warning', table: 'Agreements', cell: 'E2', found: '3 Nov 2026', expected: 'a time in the past' },
  { fault: 'an incident solved before it was reported', tables: incidents(['I-1', 'ATM Network', '2026-10-07T09:00', '', '2026-10-07T08:00']), code: 'end-before-start', table: 'Incidents', cell: 'E2', found: '7 Oct 2026 08:00', expected: 'after Opened, 7 Oct 2026 09:00' },
  { fault: 'a hold outside its incident', tables: { Holds: table('Holds', ['Incident', 'From', 'To'], [['i-1', '2026-10-08T09:00', '2026-10-08T10:00']]) }, code: 'hold-outside-incident', severity: 'warning', table: 'Holds', cell: 'B2', found: '8 Oct 2026 09:00', expected: 'a time between Opened and Resolved' },
  { fault: 'a measurement twice', tables: { Measurements: table('Measurements', ['Metric', 'Month', 'Value'], [['Satisfaction', '2026-10-01', 4.4], ['satisfaction', '2026-10-31', 4.5]]) }, code: 'duplicate-measurement', table: 'Measurements', cell: 'C3', found: '4.5', expected: 'one value' },
  { fault: 'a factor without metrics', tables: { CSFs: table('CSFs', ['CSF'], [['Reliability'], ['Security']]) }, code: 'no-metrics', severity: 'warning', table: 'CSFs', cell: 'A3', found: '“Security”', expected: 'a row in Metrics' },

  // Demand
  { fault: 'a month as text', tables: usage(['ATM Network', 'Oct 2026', 40, '', '']), code: 'unreadable-date', table: 'Usage', cell: 'B2', found: '“Oct 2026”', expected: 'a date, or text such as 2026-10-07' },
  { fault: 'usage below 0', tables: usage(['ATM Network', '2026-10-01', -40, '', '']), code: 'out-of-range', table: 'Usage', cell: 'C2', found: '-40', expected: 'a number, 0 or more' },
  { fault: 'usage of a month to come', tables: usage(['ATM Network', '2026-12-01', 40, '', '']), code: 'future-date', severity: 'warning', table: 'Usage', cell: 'B2', found: '1 Dec 2026', expected: 'a time in the past' },
  { fault: 'usage of what nobody knows', tables: usage(['ATM Netwrok', '2026-10-01', 40, '', '']), code: 'unknown-name', table: 'Usage', cell: 'A2', found: '“ATM Netwrok”', expected: 'a name in Services or Components', fix: 'ATM Network' },
  { fault: 'usage that stands twice', tables: usage(['ATM Network', '2026-10-01', 40, 'TB', 'Retail'], ['ATM Network', '2026-10-15', 2, 'tb', 'retail']), code: 'double-usage', severity: 'warning', table: 'Usage', cell: 'A3', found: '“ATM Network”', expected: 'one row, unless they are to add up' },
  // August, September and October have no row of Cards; of Retail all have.
  // September 1926 to September 2026 are 1,200 months, 1,199 of them in between.
  { fault: 'usage with a year mistyped', tables: usage(['ATM Network', '1926-09-01', 40, 'TB', 'Retail'], ['ATM Network', '2026-09-01', 40, 'TB', 'Retail'], ['ATM Network', '2026-10-01', 40, 'TB', 'Retail']), code: 'usage-hole', severity: 'warning', table: 'Usage', cell: 'B2', found: '1 Sep 1926', expected: 'the right year, or rows of these months' },
  { fault: 'a business unit that has gone', tables: usage(['ATM Network', '2026-07-01', 9, 'TB', 'Cards'], ['ATM Network', '2026-07-01', 40, 'TB', 'Retail'], ['ATM Network', '2026-10-01', 40, 'TB', 'Retail']), code: 'usage-ends', severity: 'warning', table: 'Usage', cell: 'B2', found: '1 Jul 2026', expected: 'rows of these months, 0 where nothing was used' },
  { fault: 'two capacities from one date', tables: capacity(['ATM Network', 50, 'TB', '2026-01-01', '', ''], ['ATM Network', 60, 'tb', '2026-01-01', '', '']), code: 'double-capacity', table: 'Capacity', cell: 'D3', found: '1 Jan 2026', expected: 'one capacity from each date on' },
  { fault: 'a capacity that is used in another unit', tables: capacity(['ATM Network', 50, 'GB', '', '', '']), code: 'capacity-in-other-unit', severity: 'warning', table: 'Capacity', cell: 'C2', found: '“GB”', expected: 'TB, as in Usage' },
  { fault: 'a capacity of what nobody uses', tables: capacity(['Card Payments', 50, 'TB', '', '', '']), code: 'capacity-without-usage', severity: 'warning', table: 'Capacity', cell: 'A2', found: '“Card Payments”', expected: 'rows in Usage' },
  { fault: 'a capacity without the table of usage', tables: { Capacity: table('Capacity', ['Item', 'Capacity'], [['ATM Network', 50]]) }, code: 'missing-table', severity: 'warning', table: 'Usage', cell: '', found: 'no such table', expected: 'a table named Usage, or one of yours in its place' },
  { fault: 'a threshold in percent without its sign', tables: capacity(['ATM Network', 50, 'TB', '', 80, '']), code: 'percent-above-one', table: 'Capacity', cell: 'E2', found: '80', expected: 'a percent, such as 99.5% or 0.995', fix: 0.8 },
  { fault: 'more licences active than assigned', tables: licences(['Diagram tool', 300, 183, 190]), code: 'active-above-assigned', severity: 'warning', table: 'Licences', cell: 'D2', found: '190', expected: '183 or fewer' },
  { fault: 'a request that is done, nobody says when', tables: requests(['R-1', '2026-10-05', 'Done', '', '2026-10-06', ''], ['R-2', '2026-10-05', 'Rejected', '', '2026-10-06', '']), code: 'undated-end', severity: 'warning', table: 'Requests', cell: 'F2', found: 'blank', expected: 'the date in Closed' },
  { fault: 'requests that are done, and no column that says when', tables: { Requests: table('Requests', ['Request', 'Submitted', 'Status'], [['R-1', '2026-10-05', 'Done'], ['R-2', '2026-10-06', 'Done']]) }, code: 'undated-end', severity: 'warning', table: 'Requests', cell: 'A1', found: 'no such column', expected: 'a column Closed' },
  { fault: 'a request that is closed and new', tables: requests(['R-1', '2026-10-05', 'New', '', '', '2026-10-09']), code: 'closed-and-open', severity: 'warning', table: 'Requests', cell: 'C2', found: 'New', expected: 'Done or Rejected, or Closed blank' },
  { fault: 'a planned request in the future', tables: requests(['R-1', '2026-11-05', 'New', 'Yes', '', '']), code: 'future-date', severity: 'warning', table: 'Requests', cell: 'B2', found: '5 Nov 2026', expected: 'a time in the past' },
];

test('the tables that the faults are put into have none themselves', () => {
  expect(readRecords(workbook(soundTables()), NOW).problems).toEqual([]);
});

test('there are many kinds of faults, not one many times', () => {
  expect(new Set(cases.map(({ code }) => code)).size).toBeGreaterThanOrEqual(25);
});

test.each(cases)('$fault', ({ tables, code, severity, table: name, cell, found, expected, fix }) => {
  const { problems } = readRecords(workbook(soundTables(tables)), NOW);
  expect(problems.map((problem) => ({ code: problem.code, severity: problem.severity, table: problem.table, cell: problem.cell, found: problem.found, expected: problem.expected, fix: problem.fix }))).toEqual([
    { code, severity: severity ?? 'error', table: name, cell, found, expected, fix },
  ]);
  for (const problem of problems) {
    expect(problem.title).not.toBe('');
    expect(problem.effect).not.toBe('');
    expect(problem.sheet).toBe(cell === '' ? '' : (tables[name]?.name ?? Object.keys(tables).find((given) => tables[given]?.name !== undefined) ?? name));
  }
});

test('a circle of hundreds names its beginning and its end', () => {
  const names = Array.from({ length: 300 }, (_, index) => `S${index + 1}`);
  const { problems } = readRecords(workbook([
    table('Services', ['Service', 'Type', 'IT owner'], names.map((name) => [name, 'Business', 'Ann'])),
    table('Dependencies', ['Item', 'Depends on'], names.map((name, index) => [name, names[(index + 1) % 300]!])),
  ]), NOW);
  const circle = problems.filter(({ code }) => code === 'dependency-cycle');
  expect(circle).toHaveLength(1);
  // Row 301, the last, closes it. The path has 301 names, of which 12 are shown; of 300 rows, 12.
  expect(circle[0]).toMatchObject({
    cell: 'B301',
    title: 'A circle: S1 → S2 → S3 → S4 → S5 → S6 → … 289 more … → S296 → S297 → S298 → S299 → S300 → S1',
    expected: 'no circle; break it in one of rows 2, 3, 4, 5, 6, 7, … 288 more …, 296, 297, 298, 299, 300, 301',
  });
});

test('incidents of a severity without a promise are counted, and nothing is said where a target counts every severity', () => {
  const problems = (targets: CellValue[][]) => readRecords(workbook(soundTables(severities(targets, ['Medium', 'High', 'medium', 'Odd', 'Medium']))), NOW).problems.map(({ title }) => title);
  expect(problems([['Resolved within', 'High']])).toEqual(['3 incidents of Card Payments have a severity that no promise names', '1 incident of Card Payments has a severity that no promise names']);
  expect(problems([['Resolved within', 'High'], ['Responded within', '']])).toEqual([]);
  // Promised to others, and so not here on purpose.
  const others = severities([['Resolved within', 'High']], ['Medium', 'High']);
  const elsewhere = { ...agreements(['Cards SLA', 'SLA', 'Card Payments'], ['ATM SLA', 'SLA', 'ATM Network']), ...others, Targets: table('Targets', others.Targets.header, [...others.Targets.rows, ['ATM SLA', 'Resolved within', '>=', 0.9, 60, 'Medium']]) };
  expect(readRecords(workbook(soundTables(elsewhere)), NOW).problems).toEqual([]);
  expect(problems([['Responded within', ''], ['Resolved within', 'High']])).toEqual([]);
});

test.each([
  ['Repeats that is none of the forms', ['Night', '2026-01-04T01:00', 60, 'most Sundays', '']],
])('%s: every form is listed', (_name, row) => {
  const { problems } = readRecords(workbook(soundTables(maintenance(row))), NOW);
  expect(problems).toMatchObject([{ code: 'unreadable-repeats', severity: 'error', cell: 'D2', found: '“most Sundays”' }]);
  for (const form of ['every day', 'every Sunday', 'every 2 weeks on Sunday', 'first (second, third, fourth, last) Sunday of every month', 'day 15 of every month', 'last day of every month', 'RRULE']) expect(problems[0]!.expected).toContain(form);
});

test('capacity and usage in one unit each, one of them blank, are the same; a business unit that ends with 0, or lately, has not gone', () => {
  const sound = (tables: Readonly<Record<string, RawTable>>) => readRecords(workbook(soundTables(tables)), NOW).problems;
  expect(sound(capacity(['ATM Network', 50, '', '', '', '']))).toEqual([]);
  expect(sound(capacity(['ATM Network', 50, '', '', '', ''], ['ATM Network', 60, 'TB', '2027-01-01', '', '']))).toEqual([]);
  expect(sound(usage(['ATM Network', '2026-07-01', 0, 'TB', 'Cards'], ['ATM Network', '2026-10-01', 40, 'TB', 'Retail']))).toEqual([]);
  expect(sound(usage(['ATM Network', '2026-08-01', 9, 'TB', 'Cards'], ['ATM Network', '2026-10-01', 40, 'TB', 'Retail']))).toEqual([]);
});

test('an improvement that a recommendation became needs neither metric nor agreement', () => {
  const improvements = (name: string) => ({ Improvements: table('Improvements', ['Improvement', 'Metric', 'Agreement'], [[name, '', '']]) });
  expect(readRecords(workbook(soundTables(improvements('Enhancement: ATM Network'))), NOW).problems).toEqual([]);
  expect(readRecords(workbook(soundTables(improvements('Enhance the ATM network'))), NOW).problems.map(({ code }) => code)).toEqual(['improves-nothing']);
});
