import type { CellValue, RawTable, RawWorkbook } from '../../src/tables/model';

/** A table whose header stands in the first row of a sheet of its own, unless told otherwise. */
export function table(name: string, header: readonly CellValue[], rows: readonly (readonly CellValue[])[], at: { row?: number; column?: number } = {}): RawTable {
  return { name, sheet: name, row: at.row ?? 0, column: at.column ?? 0, header, rows };
}

export function workbook(tables: readonly RawTable[], more: Partial<RawWorkbook> = {}): RawWorkbook {
  return { tables, dateSystem: 1900, mapping: { tables: {}, columns: {} }, ...more };
}

/** A small organisation without a fault; tables given by name take the place of its own. */
export function soundTables(instead: Readonly<Record<string, RawTable | null>> = {}): RawTable[] {
  const sound: readonly RawTable[] = [
    table('Settings', ['Setting', 'Value'], [['Organisation', 'Woodgrove'], ['Time zone', 'Europe/Berlin'], ['As of', '2026-11-02T08:00']]),
    table('Services', ['Service', 'Type', 'IT owner', 'Lifecycle'], [['Card Payments', 'Business', 'Ann', 'In service'], ['ATM Network', 'Business', 'Bo', 'In service']]),
    table('Components', ['Component', 'Section', 'Owner'], [['Gateway A', 'Hardware', 'Cy'], ['Gateway B', 'Hardware', 'Cy']]),
    table('Customers', ['Service', 'Customer'], [['Card Payments', 'Retail']]),
    table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], [['Card Payments', 'Gateway A', 'gateways', 1], ['Card Payments', 'Gateway B', 'gateways', 1]]),
    table('Agreements', ['Agreement', 'Type', 'Item', 'Start date', 'End date', 'Hours', 'Maintenance', 'Status'], [['Cards SLA', 'SLA', 'Card Payments', '2026-01-01', '', 'Office', 'Night', 'Agreed']]),
    table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Window', 'Within', 'In any minutes'], [['Cards SLA', 'Availability', '>=', 0.995, 'Month', '', '']]),
    table('ServiceHours', ['Calendar', 'Days', 'Start', 'End', 'Time zone'], [['Office', 'Mon-Fri', '08:00', '18:00', '']]),
    table('Holidays', ['Calendar', 'Date', 'Name', 'Start', 'End'], [['Office', '2026-12-25', 'Christmas', '', '']]),
    table('Maintenance', ['Calendar', 'Start', 'Minutes', 'Repeats'], [['Night', '2026-01-04T01:00', 240, 'every Sunday']]),
    table('Outages', ['Item', 'Start', 'End', 'Impact', 'Counts', 'Reason', 'Outage id', 'Customer'], [['Card Payments', '2026-10-07T09:10', '2026-10-07T09:57', 1, 'Yes', '', 'O-1', '']]),
    table('Incidents', ['Incident', 'Item', 'Opened', 'Responded', 'Resolved', 'Severity'], [['I-1', 'Card Payments', '2026-10-07T09:12', '2026-10-07T09:15', '2026-10-07T10:00', 'High']]),
    table('CSFs', ['CSF', 'Meaning'], [['Reliability', 'It works.']]),
    table('Metrics', ['Metric', 'CSF', 'Better', 'Target'], [['Satisfaction', 'Reliability', 'Higher', 4]]),
    table('Measurements', ['Metric', 'Month', 'Value'], [['Satisfaction', '2026-10-01', 4.4]]),
  ];
  const names = new Set(sound.map(({ name }) => name));
  const added = Object.entries(instead).flatMap(([name, given]) => (given && !names.has(name) ? [given] : []));
  return [...sound.flatMap((own) => (own.name in instead ? (instead[own.name] ?? []) : [own])), ...added];
}

/** Seconds since 1970 of ISO text with an offset. */
export function at(iso: string): number {
  return Date.parse(iso) / 1000;
}
