import type { ChainFigure, CountedOutage, DowntimeCost, Figures, MapEdge, MapLine, MissedIncident, TargetFigure } from '../../src/domain/figures';
import type { Agreement } from '../../src/domain/agreements/records';
import type { Remark } from '../../src/domain/performance/records';
import type { DemandFigures } from '../../src/domain/demand/figures';
import type { ReportInput } from '../../src/reports/input';
import { agreementFigure, chainFigure, chainFinding, chainLink, compensationOf, downtimeCost } from './agreement-figures';
import { capacityFigure, demandFigures, forecastOf, licenceFigure, openRequest, recommendation, requestCount, requestsFigure, usageFigure } from './demand';
import { csfFigure, figures, itemFigure, metricFigure, months, OCTOBER, OCTOBER_SECONDS, serviceFigure, targetFigure, serviceMapFigure } from './figures';
import { improvementRow } from './performance';
import { agreement as agreementRow, at, component, customer, service } from './records';

/** A workbook with nothing in it. */
export function tiny(): ReportInput {
  return { figures: figures(), records: { agreements: [], improvements: [], remarks: [], services: [], components: [], customers: [], settings: { businessUnitsAcross: false } }, problems: [], dateSystem: 1900 };
}

export function outageOf(item: string, start: string, minutes: number, cause: string | null, row = 877): CountedOutage {
  const begin = at(start);
  return { table: 'Outages', row, item, start: begin, end: begin + minutes * 60, impact: 1, planned: false, cause, countedSeconds: minutes * 60, carriedOver: false, forgotten: false, lateBecause: null, notified: null, noticeDays: null, breaks: [] };
}

/** An incident of 15 minutes that had 10; say what differs. */
export function missedIncident(incident: string, over: Partial<MissedIncident> = {}): MissedIncident {
  return { table: 'Incidents', row: 7, incident, opened: at('2026-10-05T08:00:00Z'), severity: null, description: null, clockSeconds: 900, limitSeconds: 600, clockDays: null, limitDays: null, ...over };
}

/** An availability promise of this month with so many minutes of downtime in one outage. */
export function availabilityOf(item: string, target: number, minutes: number, over: Partial<TargetFigure> = {}): TargetFigure {
  const allowed = (1 - target) * OCTOBER_SECONDS;
  const used = minutes * 60;
  return targetFigure({
    item,
    agreement: `${item} SLA`,
    target,
    downtimeSeconds: used,
    impairedSeconds: used,
    breaks: minutes > 0 ? 1 : 0,
    longestOutageSeconds: used,
    availability: 1 - used / OCTOBER_SECONDS,
    actual: 1 - used / OCTOBER_SECONDS,
    previous: 0.9998,
    status: used > allowed ? 'Missed' : 'Met',
    budget: { unit: 'seconds', allowed, used, left: allowed - used, usedShare: used / allowed, burnRate: used / allowed },
    months: months(used > allowed ? '....x......x' : '............'),
    monthsMet: used > allowed ? 10 : 12,
    outages: minutes > 0 ? [outageOf(item, '2026-10-15T11:52:00Z', minutes, 'the card gateway’s certificate had expired; all payments were refused')] : [],
    ...over,
  });
}

export function ask(text: string, over: Partial<Remark> = {}): Remark {
  return { row: 2, month: '2026-10-01', about: 'First page', kind: 'Ask', text, author: null, owner: 'Chief Operating Officer', dueDate: '2026-11-13', ...over };
}

export function agreementOf(agreement: string, over: Partial<Agreement> = {}): Agreement {
  return agreementRow({ agreement, item: 'Card Payments', startDate: '2025-01-01', lastReviewDate: '2026-06-01', ...over });
}

const QUARTER = { start: at('2026-10-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') };
const YEAR = { start: at('2026-01-01T00:00:00Z'), end: at('2027-01-01T00:00:00Z') };
const HALF_YEAR = { start: at('2026-05-01T00:00:00Z'), end: OCTOBER.end };

/** A bank's October: three promises broken, two at risk, one with rows left out, the rest kept. */
export function typical(): ReportInput {
  const contacts = targetFigure({
    item: 'Desktop Computing', agreement: 'Desktop SLA', metric: 'Responded within', limitSeconds: 600, target: 0.99, actual: 0.9808, previous: 0.987, status: 'Missed', opened: 4118, within: 4039,
    months: months('..........xx'), monthsMet: 10,
    missedIncidents: [missedIncident('INC-3107', { row: 900, clockSeconds: 11400 }), ...Array.from({ length: 78 }, (_, index) => missedIncident(`INC-${3200 + index}`, { row: 901 + index }))],
  });
  const breaks = targetFigure({
    item: 'Desktop Computing', agreement: 'Desktop SLA', metric: 'Breaks', comparator: '<=', target: 3, actual: 3, previous: 2, status: 'At risk', windowKind: { kind: 'Year' }, period: YEAR, window: { start: YEAR.start, end: OCTOBER.end }, toDate: true,
    budget: { unit: 'breaks', allowed: 3, used: 3, left: 0, usedShare: 1, burnRate: 1.2 }, breaks: 3, outages: [outageOf('Directory', '2026-10-07T08:00:00Z', 95, 'the directory failed for half the users', 640)],
  });
  const rolling = availabilityOf('Desktop Computing', 0.995, 95, {
    windowKind: { kind: 'Rolling months', count: 6 }, hours: 'desktop hours', rule: 'Forgiven', agreement: 'Desktop SLA', period: HALF_YEAR, window: HALF_YEAR, status: 'At risk', actual: 0.99609, previous: 0.99731, downtimeSeconds: 268 * 60,
    budget: { unit: 'seconds', allowed: 343 * 60, used: 268 * 60, left: 75 * 60, usedShare: 268 / 343, burnRate: 0.8 },
    outages: [outageOf('Directory', '2026-10-07T08:00:00Z', 95, 'the directory failed for half the users', 640)],
  });
  const targets = [
    availabilityOf('Online Banking', 0.999, 12),
    targetFigure({ item: 'Online Banking', agreement: 'Online Banking SLA', metric: 'Longest outage minutes', comparator: '<=', target: 60, actual: 12, previous: 21, budget: { unit: 'seconds', allowed: 3600, used: 720, left: 2880, usedShare: 0.2, burnRate: null } }),
    availabilityOf('Card Payments', 0.9995, 47),
    availabilityOf('Branch Teller', 0.998, 71, { hours: 'branch hours', status: 'Missed', monthsMet: 10, actual: 0.99493, budget: { unit: 'seconds', allowed: 28 * 60, used: 71 * 60, left: -43 * 60, usedShare: 71 / 28, burnRate: 2.5 }, outages: [outageOf('Branch hub switch', '2026-10-20T09:10:00Z', 71, 'the hub switch failed and its standby did not take over', 902)], months: months('.x.........x') }),
    contacts,
    breaks,
    rolling,
    availabilityOf('ATM Network', 0.995, 38, { status: 'Met, incomplete data', rowsLeftOut: [{ table: 'Outages', row: 877 }, { table: 'Outages', row: 912 }], months: months('..x.........'), monthsMet: 11 }),
    availabilityOf('E-mail', 0.997, 95),
    availabilityOf('Loan Origination', 0.995, 30, { hours: 'Mon–Fri 08–18' }),
    availabilityOf('Treasury Settlement', 0.999, 0, { hours: 'Mon–Fri 06–19' }),
    ...['Intranet', 'Document Archive', 'Statements', 'Branch Printing', 'Telephony', 'Reporting'].map((item) => availabilityOf(item, 0.99, 10)),
    targetFigure({ item: 'Fax', agreement: 'Fax SLA', metric: 'Resolved within', limitSeconds: 14400, target: 0.9, actual: null, previous: null, previousStatus: 'Not measurable', status: 'Not measurable', monthsMet: 0, monthsMeasured: 0, months: months('oooooooooooo') }),
    availabilityOf('Directory', 0.999, 95, { agreementType: 'OLA', agreement: 'Directory OLA' }),
    availabilityOf('Internet line', 0.9995, 0, { agreementType: 'UC', agreement: 'Northwind UC', windowKind: { kind: 'Quarter' }, period: QUARTER, toDate: true }),
  ];
  const services = [
    serviceFigure('Card Payments', [0, 0.2, 0.4, 0, 0.1, 1.4, 0, 0, 0, 0.5, 0, 0.3, 0.78]),
    serviceFigure('Branch Teller', [0, 0.5, 1.2, 0.3, 0, 0.2, 0.4, 0, 0.2, 0.8, 0.1, 0.2, 1.18]),
    serviceFigure('Desktop Computing', [1, 0.2, 0.5, 0.6, 0.1, 1.1, 0.3, 0.2, 0, 0.9, 0.2, 0.6, 1.58]),
    serviceFigure('E-mail', [0, 0, 0, 0, 0, 0.4, 0, 0.3, 0.1, 0, 0.6, 0, 1.58]),
    serviceFigure('Online Banking', [0, 0.1, 0, 0, 0.2, 0, 0, 0, 0, 0.2, 0, 0.4, 0.2]),
  ];
  const effort = metricFigure('Customer effort score', [5.8, 5.8, 5.8, 5.7, 5.7, 5.7, 5.6, 5.6, 5.5, 5.4, 5.3, 5.2, 4.9], { csf: 'User-friendly interface', target: 5.5, status: 'Off, getting worse', offTwice: true, improvement: 'Simpler sign-in' });
  const time = metricFigure('Time in the app', [14.1, 14, 14, 13.9, 13.8, 13.6, 13.5, 13.3, 13.1, 12.9, 12.7, 12.4, 11.8], { csf: 'User-friendly interface', target: 13, unit: 'min a visit', status: 'Off, getting worse', offTwice: true });
  const uptime = metricFigure('Availability, mean of 5 services', [0.9971, 0.9975, 0.9974, 0.9976, 0.9971, 0.9969, 0.9977, 0.9979, 0.998, 0.9979, 0.9983, 0.9986, 0.9978], { unit: '%', target: 0.997 });
  const restore = metricFigure('Minor incidents, time to restore', [74, 72, 73, 70, 68, 66, 63, 62, 60, 58, 55, 51, 47], { unit: 'min', target: 60, better: 'Lower' });
  const incidents = metricFigure('Security incidents', [9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 4, 4, 3], { csf: 'Security', target: 4, better: 'Lower' });
  const sessions = metricFigure('Session length', [7.2, 7.1, 7.1, 7, 6.9, 6.9, 6.8, 6.7, 6.6, 6.6, 6.5, 6.4, 6.1], { csf: 'User-centric design', unit: 'min', status: 'Getting worse' });
  const csfs = [
    csfFigure('Reliability', [uptime, restore], { meaning: 'Maintaining uptime and resolving incidents quickly', insight: 'Availability, mean of 5 services is 99.78% (target 99.70%). Card Payments and Branch Teller still missed promises of their own.' }),
    csfFigure('User-friendly interface', [effort, time], { status: 'Act now', meaning: 'Providing an effortless user experience', insight: 'Customer effort score 4.9, time in the app 11.8 min a visit: both off target since July, both getting worse. Improvement open: Simpler sign-in, Lena Brandt, 31 Jan.' }),
    csfFigure('User-centric design', [sessions], { status: 'Needs attention', meaning: 'Enhancing user satisfaction and engagement', insight: 'Session length is 6.1 min, 1.1 min less than a year ago: getting worse over 12 months.' }),
    csfFigure('Security', [incidents], { meaning: 'Protecting against security incidents and breaches', insight: 'Security incidents improved to 3 from 9 a year ago. Improving over 12 months.' }),
  ];
  const agreements = [
    agreementFigure('Card gateway contract', { type: 'UC', endDate: '2026-12-31', provider: 'Litware', daysLeft: 59, expiresSoon: true }),
    agreementFigure('Loan Origination SLA', { item: 'Loan Origination', lastReviewDate: '2025-11-12', reviewDue: '2026-11-12', review: 'Due soon' }),
  ];
  const hub = chainFinding({ check: 'Hours', item: 'Branch hub', agreement: 'OLA Networking', found: 'covers Mon–Fri 08:00–17:00, 5 h a week less than promised', expected: 'Mon–Fri 08:00–18:00' });
  const chains = [
    chainFigure('Card Payments', { agreement: 'Card Payments SLA', target: 0.9995, expected: 0.9991, worstCase: 0.999, supported: false, weakest: { item: 'Card gateway', agreement: 'UC Card gateway', availability: 0.999, needed: 0.9994 }, links: [chainLink('Card gateway', { availability: 0.999, agreement: 'UC Card gateway', agreementType: 'UC' })] }),
    chainFigure('Branch Teller', { agreement: 'Branch Teller SLA', target: 0.998, links: [chainLink('Branch hub', { agreement: 'OLA Networking', hours: 'branch hours', uncoveredSecondsPerWeek: 5 * 3600, uncovered: [{ from: '2026-10-01', until: '2027-09-30', days: [1, 2, 3, 4, 5], start: 17 * 3600, end: 18 * 3600 }], findings: [hub] })] }),
    chainFigure('E-mail', { agreement: 'E-mail SLA' }),
    chainFigure('Treasury Settlement', { links: [], expected: null, worstCase: null, supported: null, weakest: null }),
  ];
  return {
    figures: figures({ targets, agreements, chains, services, csfs, maps: [desktopMap(), serviceMapFigure('Networking', { type: 'Infrastructure', itOwner: 'Maya Fuentes' })], ...mapFigures(), demand: typicalDemand(), tables: [{ table: 'Outages', rows: 1200, leftOut: 2 }, { table: 'Incidents', rows: 84, leftOut: 0 }] }),
    records: {
      settings: { businessUnitsAcross: false },
      ...mapRecords(),
      agreements: [agreementOf('Card gateway contract', { type: 'UC', endDate: '2026-12-31', provider: 'Litware' }), agreementOf('Loan Origination SLA', { item: 'Loan Origination', lastReviewDate: '2025-11-12' })],
      improvements: [
        improvementRow({ row: 2, improvement: 'Gateway certificate alerts', metric: null, agreement: 'Card Payments SLA', owner: 'Arif Demir', dueDate: '2026-11-30', action: 'Expiry alerts for all 41 gateway certificates' }),
        improvementRow({ row: 3, improvement: 'Standby switch, branch hub', metric: null, agreement: 'Branch Teller SLA', owner: 'Maya Fuentes', dueDate: '2026-11-30', action: 'Replace the standby; test the failover every month from 9 November', status: 'Proposed' }),
        improvementRow({ row: 4, improvement: 'Simpler sign-in', metric: 'Customer effort score', owner: 'Lena Brandt', dueDate: '2027-01-31', action: 'Effort score 4.9, goal 5.5' }),
        improvementRow({ row: 5, improvement: 'ATM link monitoring', metric: null, agreement: 'ATM Network SLA', owner: 'Kim Abercrombie', dueDate: '2026-10-10', closedDate: '2026-10-09', status: 'Done', action: null }),
      ],
      remarks: [
        ask('Approve $48,000 for a new standby switch at the branch hub. Until then one failed switch stops all 64 branches.'),
        ask('Renew the card gateway contract with Litware, or tender it. It ends on 31 December; a tender takes 6 weeks.', { owner: 'Chief Financial Officer', dueDate: '2026-11-20' }),
      ],
    },
    problems: [
      { severity: 'error', table: 'Outages', sheet: 'Outages', cell: 'C877', title: 'End before Start', found: '9 Oct 2026 04:15', expected: 'after Start, 9 Oct 2026 14:02', effect: 'row left out of ATM Network' },
      { severity: 'warning', table: 'Components', sheet: 'Components', cell: 'A31', title: 'Nothing stands on it', found: 'Fax gateway', expected: 'a dependency', effect: 'it counts nowhere' },
    ],
    dateSystem: 1900,
  };
}

function desktopMap() {
  const line = { category: null, owner: 'Kim Abercrombie', supplier: null, users: null, agreements: [], depth: 1, through: null, group: null } as const;
  return serviceMapFigure('Desktop Computing', {
    priority: 'High',
    itOwner: 'Neil Orint',
    businessOwner: 'Head of Retail Banking',
    lines: [
      { ...line, section: 'Customers', name: 'North America staff', owner: null, users: 4200 },
      { ...line, section: 'Hardware', name: 'Desktops and laptops', category: 'PC' },
      { ...line, section: 'Applications', name: 'Office suite', owner: null },
      { ...line, section: 'Internal service', name: 'Networking', owner: 'Maya Fuentes', agreements: ['Network OLA'] },
      { ...line, section: 'External service', name: 'A. Datum', category: 'Internet line', supplier: 'A. Datum', depth: 2, through: 'Networking', group: '1 of 2', agreements: ['A. Datum UC'] },
    ],
  });
}

/** Who owns and uses what in a bank of three services, on two of which things are recorded. */
function mapRecords(): Pick<ReportInput['records'], 'services' | 'components' | 'customers'> {
  return {
    services: [
      service({ service: 'Desktop Computing', type: 'End-user', priority: 'High', itOwner: 'Neil Orint', businessOwner: 'Head of Retail Banking', serviceManager: 'Neil Orint' }),
      service({ service: 'Networking', type: 'Infrastructure', itOwner: 'Maya Fuentes' }),
      service({ service: 'Telephone Banking', lifecycle: 'Retired', priority: 'Low', itOwner: 'Neil Orint' }),
    ],
    components: [component({ component: 'Office suite', section: 'Applications' }), component({ component: 'A. Datum', section: 'External service', owner: 'Kim Abercrombie', supplier: 'A. Datum', availability: 0.998 })],
    customers: [
      customer({ service: 'Desktop Computing', customer: 'North America staff', category: 'Employees', businessUnit: 'All units', users: 4200 }),
      customer({ service: 'Desktop Computing', customer: 'Consultants', category: 'External' }),
    ],
  };
}

/** What falls with the things of the same bank. */
function mapFigures(): Pick<Figures, 'items' | 'singlePoints' | 'edges' | 'responsibilities'> {
  const desktop = { services: ['Desktop Computing'], customers: ['North America staff', 'Consultants'], users: 4200, agreements: ['Desktop SLA'], processes: ['Office work'], objectives: ['Grow lending'], costPerHour: 18_000 };
  const edge = (item: string, dependsOn: string, row: number, group: MapEdge['group'] = null): MapEdge => ({ item, dependsOn, group, row: { table: 'Dependencies', row } });
  return {
    items: [
      itemFigure('Desktop Computing', { section: 'Service', category: 'End-user', owner: 'Neil Orint', ...desktop, services: [] }),
      itemFigure('Networking', { section: 'Service', category: 'Infrastructure', owner: 'Maya Fuentes', usedBy: ['Desktop Computing'], ...desktop, agreements: ['Desktop SLA', 'Network OLA'] }),
      itemFigure('Office suite', { section: 'Applications', usedBy: ['Desktop Computing'], ...desktop }),
      itemFigure('A. Datum', { section: 'External service', category: 'Internet line', owner: 'Kim Abercrombie', supplier: 'A. Datum', usedBy: ['Networking'] }),
    ],
    singlePoints: [{ item: 'Networking', rank: 1, missionCritical: 0 }, { item: 'Office suite', rank: 2, missionCritical: 0 }],
    edges: [edge('Desktop Computing', 'Networking', 2), edge('Desktop Computing', 'Office suite', 3), edge('Networking', 'A. Datum', 4, { name: 'lines', required: 1, members: 2 })],
    responsibilities: [
      { service: 'Desktop Computing', parties: [{ party: 'Neil Orint', roles: ['R', 'A'], rows: [{ table: 'Responsibilities', row: 2 }] }, { party: 'Service Desk', roles: ['I'], rows: [{ table: 'Responsibilities', row: 3 }] }], broken: [] },
      { service: 'Networking', parties: [], broken: ['no A', 'no R'] },
    ],
  };
}

/** Two services that stand on 120 things and all others on a few, things that take all of them down, 16 parties and circles, all under names that fit nowhere. */
function overflowingMap(services: readonly string[], long: string): Pick<Figures, 'maps' | 'items' | 'singlePoints' | 'edges' | 'cycles' | 'responsibilities'> {
  const things = Array.from({ length: 120 }, (_, index) => `${long} thing ${index}`);
  const circle = [...services.slice(0, 5), services[0] ?? ''];
  const lines = things.map((name, index): MapLine => ({ section: index % 2 === 0 ? 'Hardware' : 'External service', name, category: long, owner: index % 3 === 0 ? null : long, supplier: long, users: null, agreements: [long, long], depth: 1 + (index % 12), through: long, group: '12 of 20' }));
  return {
    maps: services.map((service, at) => ({
      ...desktopMap(), service, itOwner: long, cycle: circle, singlePoints: things, downtimeSeconds: 120 * 61, causes: things.map((item) => ({ item, seconds: 61, outages: [], alongside: [] })),
      type: 'Infrastructure', expected: { availability: 0.99, lowerBound: 0.98, is: 'bounds', unknown: things, worstCase: 0 },
      lines: [...Array.from({ length: at < 2 ? 120 : 2 }, (_, index): MapLine => ({ section: 'Customers', name: `${long} ${index}`, category: long, owner: null, supplier: null, users: 1e9, agreements: [long], depth: 1, through: null, group: null })), ...(at < 2 ? lines : lines.slice(0, 6))],
    })),
    items: [
      ...services.map((service) => itemFigure(service, { section: 'Service', usedBy: services, customers: [long, long], users: 123_456_789, costPerHour: 123_456_789 })),
      ...things.map((item, index) => itemFigure(item, index < 60 ? { owner: long, supplier: long, category: long, usedBy: services.slice(0, index), services, components: things.slice(0, 12), customers: services, users: 123_456_789, agreements: services, processes: services, objectives: services, costPerHour: 123_456_789 } : { section: null, usedBy: services })),
    ],
    singlePoints: things.slice(0, 60).map((item, index) => ({ item, rank: index + 1, missionCritical: services.length })),
    edges: things.slice(0, 100).map((dependsOn, index) => ({ item: services[0] ?? '', dependsOn, group: { name: long, required: 12, members: 20 }, row: { table: 'Dependencies', row: index + 2 } })),
    cycles: Array.from({ length: 25 }, () => ({ path: circle, rows: Array.from({ length: 5 }, (_, index) => ({ table: 'Dependencies', row: index + 2 })) })),
    responsibilities: services.map((service, at) => ({ service, parties: Array.from({ length: 16 }, (_, index) => ({ party: `${long} ${index}`, roles: ['R', 'A', 'C', 'I'] as const, rows: [] })).slice(at % 7), broken: ['several A'] as const })),
  };
}

/** A bank's demand: logins that grow with a season, a service in decline, one that nobody uses, storage that runs out before an order can arrive. */
function typicalDemand(): DemandFigures {
  const months = Array.from({ length: 36 }, (_, at) => at);
  const retail = months.map((at) => 600_000 + at * 12_000 + (at % 12 === 1 ? 90_000 : 0));
  const corporate = months.map((at) => 210_000 + at * 1_500);
  const logins = months.map((at) => (retail[at] ?? 0) + (corporate[at] ?? 0));
  const ahead = (values: readonly number[]) => forecastOf(0, { points: values.map((point) => ({ point, lower: point * 0.94, upper: point * 1.06 })) });
  const usage = [
    usageFigure('Online Banking', logins, {
      unit: 'logins',
      seasonality: { months: [0.01, -0.09, 0, 0.02, -0.03, 0, 0, -0.01, 0.005, 0, 0.04, 0.18], strength: 0.62 },
      forecast: ahead(Array.from({ length: 12 }, (_, at) => 1_300_000 + at * 14_000)),
    }, { 'Retail Banking': retail, 'Corporate Banking': corporate }),
    usageFigure('E-mail', months.map((at) => 4_200 + at * 3), { unit: 'mailboxes' }),
    usageFigure('Document Archive', months.map((at) => 9_000 - at * 110), { unit: 'documents' }),
    usageFigure('Fax', months.map((at) => (at < 33 ? 40 - at : 0)), { unit: 'pages', noUse: true, forecast: forecastOf(0, { method: 'Constant', logarithms: false, season: 1, error: null }) }),
    usageFigure('File storage', months.map((at) => 41.5 + at * 0.6), { unit: 'TB', section: 'Hardware', forecast: ahead(Array.from({ length: 12 }, (_, at) => 63.1 + at * 0.6)) }),
  ];
  return demandFigures({
    usage,
    businessUnits: ['Corporate Banking', 'Retail Banking', null],
    withoutUsage: ['Treasury Settlement', 'Intranet'],
    capacity: [
      capacityFigure('File storage', { unit: 'TB', capacity: 80, usage: 62.5, reachesThreshold: { point: '2026-12-01', upper: '2026-11-01' }, reachesCapacity: { point: null, upper: '2027-09-01' }, orderBy: '2026-09-01', insideLeadTime: true, state: 'Inside lead time', upgrades: [{ from: '2027-04-01', capacity: 120, threshold: 0.8, row: { table: 'Capacity', row: 4 } }] }),
      capacityFigure('E-mail', { unit: 'mailboxes', capacity: 6000, usage: 4305 }),
      capacityFigure('Fax', { unit: 'pages', usage: null, state: 'Unknown' }),
    ],
    licences: [licenceFigure('Office suite', { service: 'Desktop Computing', purchased: 4500, assigned: 4200, active: 3900 }), licenceFigure('Drawing tool', { purchased: 40, assigned: 46, active: 46, costPerLicence: null })],
    requests: requestsFigure({
      byStatus: [requestCount('New', 4, 20, 9), requestCount('Done', 3, 60, 0)],
      byCategory: [requestCount('Service impact', 3, 30, 5), requestCount(null, 4, 50, 4)],
      bySource: [requestCount('Business', 7, 80, 9)],
      byItem: [requestCount('E-mail', 2, 12, 3)],
      byBusinessUnit: [requestCount('Retail Banking', 2, 12, 3)],
      byAge: [{ upToDays: 30, open: 4 }, { upToDays: 90, open: 3 }, { upToDays: 180, open: 1 }, { upToDays: null, open: 1 }],
      backlog: Array.from({ length: 9 }, (_, at) => openRequest(`REQ-${at + 1}`, { title: 'A second screen for each teller', item: 'Desktop Computing', businessUnit: 'Retail Banking', category: 'Service impact', ageDays: 200 - at * 20, effortDays: 2 })),
      backlogEffortDays: 18, leadTimeDays: 23, planned: 50, unplanned: 30, withProject: 12,
      months: requestsFigure().months.map((month, at) => ({ ...month, submitted: 7, closed: 6, backlog: at === 12 ? 9 : at === 11 ? 8 : 5, leadTimeDays: 20 + at })),
    }),
    recommendations: [
      recommendation('More capacity: File storage', { subject: 'File storage', finding: 'Forecast to reach 80% in December 2026; lead time 3 months, order was due 1 September 2026.', services: ['Document Archive'], dueDate: '2026-09-01', rows: [{ table: 'Capacity', row: 2 }] }),
      recommendation('Fewer licences: Office suite', { kind: 'Fewer licences', subject: 'Office suite', finding: '300 of 4,500 licences are given to nobody, 300 more are not used.', amount: 72_000, rows: [{ table: 'Licences', row: 2 }], sent: { table: 'Projects', row: 14 } }),
    ],
  });
}

/** Sixty items of 24 business units, quantities of hundreds of billions, all under names that fit nowhere; growth without measure. */
function overflowingDemand(items: readonly string[], long: string): DemandFigures {
  const values = Array.from({ length: 60 }, (_, at) => 1e11 * (1 + at / 7) + 0.123);
  const units = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`${long} ${at}`, values.map((value) => value / 24)]));
  const wild = { growthOnMonth: 123_456, growthOnYear: -0.99999, compoundGrowth: 98_765_432 };
  const row = (table: string, at: number) => ({ table, row: 100_000 + at });
  const counts = items.map((item) => requestCount(item, 123_456, 1_234_567, 1_234_567));
  return demandFigures({
    usage: items.flatMap((item, at) => [
      usageFigure(item, values, { unit: long, noUse: at % 2 === 0, ...wild, section: at % 3 === 0 ? 'Hardware' : at % 3 === 1 ? null : 'Service', seasonality: { months: Array.from({ length: 12 }, (_, month) => month * 3), strength: 1 }, rows: Array.from({ length: 30 }, (_, index) => row('Usage', index)), rowsLeftOut: [row('Usage', at)], forecast: forecastOf(9e11, { interpolated: [1, 2, 3, 4, 5] }) }, units),
      usageFigure(item, [0.00012, null, 0.00034], { unit: null, forecast: null, months: usageFigure(item, [0.00012, null, 0.00034]).months.map((month) => ({ ...month, incomplete: true })) }),
    ]),
    businessUnits: Object.keys(units),
    withoutUsage: items,
    capacity: items.map((item, at) => capacityFigure(item, { unit: long, capacity: 123_456_789_012.5, usage: 923_456_789_012.5, threshold: 0.8765, leadTimeMonths: 10.5, state: (['Over capacity', 'Over threshold', 'Inside lead time', 'Will run out', 'Unknown'] as const)[at % 5] ?? 'Enough', insideLeadTime: true, orderBy: '2026-09-01', reachesThreshold: { point: '2026-10-01', upper: '2026-10-01' }, reachesCapacity: { point: '2027-09-01', upper: '2026-10-01' }, upgrades: Array.from({ length: 6 }, (_, index) => ({ from: '2027-12-01', capacity: 1e12 + index, threshold: 0.8, row: row('Capacity', index) })) })),
    licences: items.map((product, at) => licenceFigure(product, { service: long, purchased: 12_345_678, assigned: 23_456_789, active: at % 2 === 0 ? null : 1_234_567, costPerLicence: 123_456.78 })),
    requests: requestsFigure({
      byStatus: counts.slice(0, 5), byCategory: counts.slice(0, 4), bySource: counts, byItem: counts, byBusinessUnit: counts,
      byAge: [30, 90, 180, null].map((upToDays) => ({ upToDays, open: 1_234_567 })),
      backlog: Array.from({ length: 600 }, (_, at) => openRequest(`${long} ${at}`, { title: long, item: long, businessUnit: long, category: 'Service impact', status: 'In progress', ageDays: 123_456, project: at % 2 === 0 ? long : null, effortDays: 12_345.5 })),
      backlogEffortDays: 1e6, backlogWithoutEffort: 300, leadTimeDays: 123.5, planned: 123_456, unplanned: 654_321, withProject: 99_999,
      months: requestsFigure().months.map((month) => ({ ...month, submitted: 1_234_567, closed: 1_234_567, backlog: 1_234_567, leadTimeDays: 1234.5 })),
    }),
    recommendations: items.map((item, at) => recommendation(`More capacity: ${item}`, { subject: item, finding: `${long}. ${long}. ${long}.`, services: [long, item, long], businessUnit: long, amount: 123_456_789.5, dueDate: '2026-12-31', rows: Array.from({ length: 40 }, (_, index) => row('Requests', index)), sent: at % 2 === 0 ? { table: 'Improvements', row: 100_000 } : null })),
  });
}

/** A cost of hundreds of millions a month, shared by as many processes as services. */
function overflowingCost(services: readonly string[]): DowntimeCost {
  const each = 7_654_321;
  return downtimeCost(Array.from({ length: 13 }, (_, month) => services.length * each * (1 + (month % 3))), {
    plannedCost: 9_876_543,
    services: services.map((service) => ({ service, cost: each, plannedCost: 0 })),
    processes: services.map((service, index) => ({ process: `Process of ${service}`, row: { table: 'Processes', row: index + 2 }, priority: 1, costPerHour: index % 2 === 0 ? each : null, services: [service], downtimeSeconds: 3600, plannedSeconds: 0, cost: each, plannedCost: 0 })),
  });
}

/** A chain of 120 links, each with something wrong. */
function overflowingChain(item: string, agreement: string, long: string): ChainFigure {
  const uncovered = Array.from({ length: 12 }, (_, index) => ({ from: '2026-10-03', until: '2026-12-28', days: [1, 3, 5, 6, 7], start: index * 3600, end: index * 3600 + 1800 }));
  const links = Array.from({ length: 120 }, (_, index) =>
    chainLink(`${long} ${index}`, { depth: (index % 30) + 1, parent: index % 30 === 0 ? null : index - 1, group: '12 of 20', section: 'External service', hours: long, agreement: long, uncoveredSecondsPerWeek: 123_456, uncovered, restorationSeconds: 1e6, responseSeconds: 1e6, findings: [chainFinding({ check: 'Hours', item: `${long} ${index}`, found: `${long}, ${long}`, expected: long })] }),
  );
  return chainFigure(item, { agreement, customer: long, links, supported: false, expected: 0.98, worstCase: 0.9, unknown: [long, long, long], expectedIs: 'upper bound', weakest: { item: long, agreement: long, availability: 0.98, needed: null } });
}

/** More of everything than a page holds, under names longer than any cell. */
export function overflowing(): ReportInput {
  const base = typical();
  const long = 'An extraordinarily long name that no column of any page could ever hold in one line without being cut off at a word';
  const targets = Array.from({ length: 60 }, (_, index) => {
    const item = `${long} ${index}`;
    if (index < 14) return availabilityOf(item, 0.999, 60 + index, { hours: long, customer: long, outages: [outageOf(`${long} part`, '2026-10-15T11:52:00Z', 60 + index, `${long}. ${long}. ${long}`), outageOf(item, '2026-10-16T23:52:00Z', 6, null)] });
    if (index < 24) return availabilityOf(item, 0.999, 40, { status: 'At risk', agreement: long, windowKind: { kind: 'Quarter' }, period: QUARTER, toDate: true });
    return availabilityOf(item, 0.999, 3, { hours: long, status: index < 30 ? 'Met, incomplete data' : 'Met', rowsLeftOut: index < 30 ? [{ table: 'Outages', row: index }] : [] });
  });
  return {
    ...base,
    figures: {
      ...base.figures,
      organisation: `${long} Holdings`,
      targets,
      agreements: Array.from({ length: 40 }, (_, index) => agreementFigure(`${long} ${index}`, { item: long, endDate: '2026-12-31', daysLeft: 59, expiresSoon: true, compensation: compensationOf({ due: 1_234_567.89 }) })),
      chains: targets.slice(0, 6).map(({ item, agreement }) => overflowingChain(item, agreement, long)),
      downtimeCost: overflowingCost(targets.map(({ item }) => item)),
      services: targets.map(({ item }, index) => serviceFigure(item, Array.from({ length: 13 }, (_, month) => ((index + month) % 7) * 123.4))),
      csfs: Array.from({ length: 12 }, (_, index) => csfFigure(`${long} ${index}`, base.figures.csfs.flatMap(({ metrics }) => metrics.map((metric) => ({ ...metric, metric: `${metric.metric} ${long} ${index}` }))), { status: 'Act now', meaning: long, insight: `${long}. ${long}. ${long}.` })),
      ...overflowingMap(targets.map(({ item }) => item), long),
      demand: overflowingDemand(targets.map(({ item }) => item), long),
    },
    records: {
      settings: base.records.settings,
      services: targets.map(({ item }) => service({ service: item, priority: 'Mission-critical', lifecycle: 'To be decommissioned', type: 'Infrastructure', itOwner: long, serviceManager: long })),
      components: targets.map(({ item }) => component({ component: `${item} part`, owner: long })),
      customers: targets.slice(0, 50).map(({ item }) => customer({ service: item, customer: long, category: long, businessUnit: long, users: 123_456_789 })),
      agreements: Array.from({ length: 40 }, (_, index) => agreementOf(`${long} ${index}`, { item: long, endDate: '2026-12-31' })),
      improvements: Array.from({ length: 20 }, (_, index) => improvementRow({ row: index + 2, improvement: `${long} ${index}`, metric: null, agreement: targets[index]?.agreement ?? null, owner: index % 2 === 0 ? long : null, dueDate: '2026-11-30', action: `${long}. ${long}.` })),
      remarks: [ask(`${long}. ${long}.`, { kind: 'Remark' }), ...Array.from({ length: 7 }, () => ask(`${long}. ${long}.`, { owner: long }))],
    },
    problems: Array.from({ length: 200 }, (_, index) => ({ severity: 'error' as const, table: 'Outages', sheet: 'Outages', cell: `C${index + 2}`, title: long, found: long, expected: long, effect: long })),
  };
}
