import type { ImportDone } from '../../src/commands/import';
import type { ImportPreview } from '../../src/tables/import/model';

/** A preview of two Zabbix problems, one of which is ready to be written. */
export function importPreview(over: Partial<ImportPreview> = {}): ImportPreview {
  return {
    profile: 'Zabbix problems',
    table: 'Outages',
    tables: ['Outages', 'Incidents', 'Requests', 'Uptime', 'Service map'],
    headings: [{ heading: 'Severity', example: 'Disaster' }, { heading: 'Time', example: '2026-10-07 09:10:15 AM' }, { heading: 'Host', example: 'Gateway A' }],
    fields: [{ field: 'item', column: 'Item', required: true }, { field: 'start', column: 'Start', required: true }, { field: 'end', column: 'End', required: false }, { field: 'impact', column: 'Impact', required: false }],
    mapping: { item: 'Host', start: 'Time', end: null, impact: 'Severity' },
    zone: { name: 'Europe/Berlin', because: 'workbook' },
    headingsInUtc: [],
    dateOrder: null,
    questions: [],
    unknownNames: [],
    items: ['ATM Network', 'Card Payments', 'Gateway A'],
    counts: { rows: 2, added: 1, updated: 0, unchanged: 1, skipped: 0, conflicts: 0, problems: 0, waiting: 0 },
    problems: [],
    skipped: [],
    updates: [],
    conflicts: [],
    exchanged: [],
    notes: [],
    columnsLeftOut: [],
    headingsNotUsed: [],
    columnsStayingBlank: [],
    otherKinds: [],
    notKept: [],
    warnings: [],
    additions: [{ table: 'Outages', columns: ['Item', 'Start', 'Impact'], rows: [['Gateway A', '2026-10-07T09:10:15', 1]] }],
    isReady: true,
    ...over,
  };
}

export const IMPORTED: ImportDone = { tables: [{ table: 'Outages', name: 'Outages', sheet: 'Log', isNew: false, firstRow: 9, rows: 1, filled: 0, columnsLeftOut: [] }], undo: 'none' };
