/**
 * The exports of known tools, as data: by which headings each is known, and which heading is which
 * column of the contract. Where the headings come from:
 *
 * - ServiceNow: the labels of the incident and change lists and of the outage table (`cmdb_ci_outage`),
 *   and their field names, which exports by URL carry (product documentation, table dictionary).
 * - Jira: *Export CSV (all or current fields)* of the issue navigator; dates as `12/Nov/26 3:04 PM`.
 * - Zabbix: *Export to CSV* of Monitoring › Problems (`CScreenProblem.php` in its frontend), and the
 *   answers of its API's `problem.get` and `event.get`.
 * - Uptime Kuma: it has no export (its issues 1093 and 1101); what people take is its table `heartbeat`
 *   with `sqlite3 -csv -header`, in UTC, or the list of events on a monitor's page.
 * - Statuspage: `incidents.json` of its API, and the same fields as CSV.
 */
import { looseName } from '../names';

/** Tables of the contract that exports go into. */
export const IMPORT_TABLES = ['Outages', 'Incidents', 'Requests', 'Uptime'] as const;
export type ImportTable = (typeof IMPORT_TABLES)[number];

/** Tables that a service map is imported into, in the order in which they are written: one file may fill several. */
export const MAP_TABLES = ['Services', 'Components', 'Customers', 'Dependencies'] as const;
export type MapTable = (typeof MAP_TABLES)[number];

/** Where an import goes: into one table, or into those of the service map. */
export const IMPORT_TARGETS = [...IMPORT_TABLES, 'Service map'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Field of the contract → headings that give it, the best first. */
export type FieldHeadings = Readonly<Record<string, readonly string[]>>;

export interface ImportProfile {
  readonly id: string;
  readonly name: string;
  /** It is this export when, of each of these lists, one heading is there. */
  readonly signature: readonly (readonly string[])[];
  /** What its times without offset are in; null: nobody knows, so the workbook's zone is proposed. */
  readonly zone: string | null;
  /** Rows that are not yet rows of a table: see `shapes.ts`. */
  readonly shape: 'heartbeats' | 'announcements' | null;
  /** The tables it can go into, the usual one first. */
  readonly tables: Readonly<Partial<Record<ImportTable, FieldHeadings>>>;
  /** Words of the tool that have one meaning: field → word → cell of the workbook. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the tool keeps several kinds of things in one list: the heading that tells them apart. */
  readonly kind?: string;
}

const ITEM = ['Business service', 'business_service', 'Service', 'Affected CI', 'Configuration item', 'cmdb_ci'];

const PROFILES: readonly ImportProfile[] = [
  {
    id: 'servicenow-outage',
    name: 'ServiceNow outages',
    signature: [['Begin'], ['End'], ['Configuration item', 'cmdb_ci'], ['Type', 'Duration', 'Short description', 'short_description']],
    zone: null,
    shape: null,
    tables: { Outages: { item: ['Configuration item', 'cmdb_ci'], start: ['Begin'], end: ['End'], planned: ['Type'], impact: ['Type'], outageId: ['Number', 'Outage number', 'Task number'], cause: ['Short description', 'short_description'] } },
    values: { planned: { Outage: 'No', Degradation: 'No', 'Planned Outage': 'Yes' }, impact: { Outage: '100%', 'Planned Outage': '100%' } },
  },
  {
    id: 'servicenow-change',
    name: 'ServiceNow changes',
    signature: [['Number'], ['Type'], ['Planned start date', 'start_date', 'CAB date', 'cab_date', 'cab_date_time']],
    zone: null,
    shape: null,
    tables: {
      Requests: {
        request: ['Number'], submitted: ['Opened', 'opened_at', 'Created', 'sys_created_on'], status: ['State'], title: ['Short description', 'short_description'], item: ITEM,
        requestedBy: ['Requested by', 'requested_by'], changeType: ['Type'], cabDate: ['CAB date', 'CAB date/time', 'cab_date_time', 'cab_date'], closed: ['Closed', 'closed_at'],
      },
    },
    values: {},
  },
  {
    id: 'servicenow-incident',
    name: 'ServiceNow incidents',
    signature: [['Number'], ['Opened', 'opened_at', 'sys_created_on'], ['Priority', 'Assignment group', 'assignment_group', 'Short description', 'short_description', 'Caller', 'caller_id']],
    zone: null,
    shape: null,
    tables: {
      Incidents: {
        incident: ['Number'], item: ITEM, opened: ['Opened', 'opened_at', 'Created', 'sys_created_on'], resolved: ['Resolved', 'resolved_at'],
        severity: ['Priority'], businessUnit: ['Department', 'Business unit'], description: ['Short description', 'short_description'],
      },
      Requests: { request: ['Number'], submitted: ['Opened', 'opened_at', 'Created', 'sys_created_on'], status: ['State'], title: ['Short description', 'short_description'], item: ITEM, closed: ['Closed', 'closed_at'] },
    },
    values: {},
  },
  {
    id: 'jira',
    name: 'Jira issues',
    signature: [['Issue key'], ['Created']],
    zone: null,
    shape: null,
    tables: {
      Incidents: {
        incident: ['Issue key'], item: ['Custom field (Affected services)', 'Affected services', 'Components', 'Component/s', 'Project name'], opened: ['Created'], resolved: ['Resolved'],
        severity: ['Priority'], description: ['Summary'],
      },
      Requests: {
        request: ['Issue key'], submitted: ['Created'], status: ['Status'], title: ['Summary'], item: ['Custom field (Affected services)', 'Affected services', 'Components', 'Component/s', 'Project name'],
        requestedBy: ['Reporter'], changeType: ['Custom field (Change type)'], closed: ['Resolved'],
      },
    },
    values: {},
    kind: 'Issue Type',
  },
  {
    id: 'zabbix-problems',
    name: 'Zabbix problems',
    signature: [['Severity'], ['Time'], ['Recovery time'], ['Host'], ['Problem']],
    zone: null,
    shape: null,
    tables: { Outages: { item: ['Host'], start: ['Time'], end: ['Recovery time'], impact: ['Severity'], cause: ['Problem'] } },
    values: {},
  },
  {
    id: 'zabbix-events',
    name: 'Zabbix events',
    signature: [['eventid'], ['clock'], ['name']],
    zone: 'UTC',
    shape: null,
    tables: { Outages: { item: ['hosts', 'host'], start: ['clock'], end: ['r_clock'], outageId: ['eventid'], impact: ['severity'], cause: ['name'] } },
    // An event that has not recovered has 0 there.
    values: { end: { 0: '' } },
  },
  {
    id: 'uptime-kuma-heartbeats',
    name: 'Uptime Kuma heartbeats',
    signature: [['monitor_id', 'monitor', 'monitor_name', 'name'], ['status'], ['time'], ['msg', 'important', 'ping']],
    zone: 'UTC',
    shape: 'heartbeats',
    tables: { Outages: { item: ['Item'], start: ['Start'], end: ['End'], cause: ['Cause'] } },
    values: {},
  },
  {
    id: 'uptime-kuma-events',
    name: 'Uptime Kuma events',
    signature: [['Status'], ['DateTime', 'Date time'], ['Message']],
    zone: null,
    shape: 'heartbeats',
    tables: { Outages: { item: ['Item'], start: ['Start'], end: ['End'], cause: ['Cause'] } },
    values: {},
  },
  {
    id: 'statuspage',
    name: 'Statuspage incidents',
    signature: [['created_at'], ['resolved_at'], ['impact']],
    zone: 'UTC',
    shape: 'announcements',
    tables: {
      Outages: {
        item: ['components', 'component', 'component_name', 'affected_components'], start: ['Start'], end: ['resolved_at'], outageId: ['id'], impact: ['impact'], planned: ['Planned'],
        plannedUntil: ['scheduled_until'], notified: ['Notified'], cause: ['name'],
      },
      Incidents: { incident: ['id'], item: ['components', 'component', 'component_name', 'affected_components'], opened: ['Start'], resolved: ['resolved_at'], severity: ['impact'], description: ['name'] },
    },
    values: {},
  },
];

/**
 * Whose export it is, by its headings; null: nobody's that is known.
 *
 * @example recognise(['Summary', 'Issue key', 'Created', 'Resolved'])?.name // 'Jira issues'
 */
export function recognise(headings: readonly string[]): ImportProfile | null {
  const there = new Set(headings.map(looseName));
  return PROFILES.find(({ signature }) => signature.every((names) => names.some((name) => there.has(looseName(name))))) ?? null;
}
