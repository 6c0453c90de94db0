import type { TableContent } from '../tables/model';
import { desktopHours } from './calendars';
import { seededRandom } from './random';
import type { Random } from './random';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { addDays, at, datesOf, SAMPLE_MONTHS, weekday } from './wall-clock';

/** What had happened when the workbook was saved; an incident solved later is still open. */
const AS_OF = '2026-11-02T08:00:00';

/** One incident as it is thought out, before its clock times are worked out. */
interface Plan {
  readonly item: string;
  readonly date: string;
  /** Minute of the day on which it was reported. */
  readonly minute: number;
  readonly severity: string;
  /** Minutes of service time until somebody took it up, and until it was solved without waiting for the user. */
  readonly response: number;
  readonly work: number;
  /** Minutes of service time for which it waited for the user. */
  readonly hold: number;
  /** The wait is recorded as a row of Holds, not as a number of minutes. */
  readonly holdRow: boolean;
  readonly unit: string;
  readonly description: string;
}

const UNITS = ['Retail Banking', 'Lending', 'Cards', 'Treasury', 'Customer Care', 'Legal', 'Finance', 'Human Resources'];
const DESKTOP_TEXTS = ['Cannot print', 'Computer very slow', 'Password forgotten', 'Screen stays black', 'Application does not start', 'No network at the desk', 'Drive not mapped', 'Laptop does not dock', 'Update failed', 'Locked out after holiday', 'Headset not found', 'Scanner not found'];

/** Contacts that waited more than ten minutes, where a month had another number than one at most. */
const LATE_CONTACTS: Readonly<Record<string, number>> = { '2025-04': 3, '2026-09': 2, '2026-10': 1 };

/** Evenings and mornings on which the whole desktop was gone: when users called, and how long each waited. */
const COMPLETE_OUTAGES: readonly (readonly [date: string, minute: number, work: number, users: number])[] = [
  ['2024-12-10', 781, 23, 4],
  ['2025-04-09', 1091, 38, 3],
  ['2025-06-17', 851, 28, 4],
  ['2026-04-15', 1061, 43, 4],
  ['2026-07-22', 961, 58, 5],
];

/** The moment at which so many minutes of desktop support have passed. */
function afterSupport(date: string, minute: number, minutes: number): { date: string; minute: number } {
  let left = minutes;
  for (let day = date, from = minute; ; day = addDays(day, 1), from = 0) {
    const hours = desktopHours(day);
    if (hours === null) continue;
    const begin = Math.max(from, hours[0]);
    const room = hours[1] - begin;
    if (room > left) return { date: day, minute: begin + left };
    left -= Math.max(0, room);
  }
}

/** The desktop's contacts of a month: some hundred ordinary ones, and those of its bad days. */
function desktopPlans(month: string, days: readonly string[], random: Random): Plan[] {
  const open = days.filter((date) => desktopHours(date) !== null);
  const count = random.whole(102, 112);
  const lateContacts = LATE_CONTACTS[month.slice(0, 7)] ?? (random.chance(0.4) ? 1 : 0);
  const lateSolutions = random.whole(0, 3);
  const plans = Array.from({ length: count }, (_, n): Plan => {
    const date = random.pick(open);
    const [begin, end] = desktopHours(date)!;
    const evening = random.chance(0.03);
    const work = n >= count - lateSolutions ? random.whole(130, 420) : random.whole(8, 105);
    const hold = random.chance(0.08) ? random.whole(15, 120) : 0;
    return {
      item: 'Desktop Computing',
      date,
      minute: evening ? end + random.whole(10, 240) : random.whole(begin, end - 1),
      severity: 'Nominal',
      response: n < lateContacts ? random.whole(11, 32) : Math.min(random.whole(0, 8), work),
      work: n < lateContacts ? Math.max(work, 40) : work,
      hold,
      holdRow: hold > 0 && random.chance(0.3),
      unit: random.pick(UNITS),
      description: random.pick(DESKTOP_TEXTS),
    };
  });
  for (const [date, minute, work, users] of COMPLETE_OUTAGES) {
    if (date.slice(0, 7) !== month.slice(0, 7)) continue;
    for (let n = 0; n < users; n++) {
      plans.push({ item: 'Desktop Computing', date, minute: minute + n, severity: 'Complete outage', response: 2 + n, work: work - n, hold: 0, holdRow: false, unit: UNITS[n]!, description: 'Nothing works' });
    }
  }
  if (month === '2026-10-01') plans.push(...signInFailures());
  return plans;
}

/** 7 October 2026: half of all users could not sign in, and the Service Desk could not answer all of them in time. */
function signInFailures(): Plan[] {
  return Array.from({ length: 34 }, (_, n): Plan => {
    const waited = n % 5 === 4;
    const toTheEnd = n < 3;
    return {
      item: 'Desktop Computing',
      date: '2026-10-07',
      minute: 552 + n * 4,
      severity: 'Nominal',
      response: waited ? 11 + n : 3 + (n % 6),
      work: toTheEnd ? 190 - n * 4 : 50 + ((n * 7) % 55),
      hold: 0,
      holdRow: false,
      unit: UNITS[n % UNITS.length]!,
      description: 'Cannot sign in',
    };
  });
}

/** How the other services' incidents come: how many a month, how many of them major, and what users say. */
interface Stream {
  readonly item: string;
  readonly count: readonly [number, number];
  readonly major: number;
  /** Hours of the day between which they come, and whether on weekends too. */
  readonly hours: readonly [number, number];
  readonly daily: boolean;
  /** Minutes of work, ordinary ones. */
  readonly work: readonly [number, number];
  /** Months in which major incidents took longer than promised. */
  readonly slow: readonly string[];
  readonly unit: string;
  readonly texts: readonly string[];
}

const STREAMS: readonly Stream[] = [
  { item: 'E-mail', count: [7, 11], major: 0.55, hours: [7, 19], daily: false, work: [15, 200], slow: ['2026-07'], unit: 'All units', texts: ['Mail not delivered', 'Mailbox full', 'Phone does not synchronise', 'Calendar not shared'] },
  { item: 'Online Banking', count: [7, 11], major: 0.55, hours: [6, 23], daily: true, work: [20, 220], slow: ['2026-03'], unit: 'Retail Banking', texts: ['Cannot sign in', 'Transfer not shown', 'Code did not arrive', 'Page does not load'] },
  { item: 'ATM Network', count: [4, 8], major: 0.2, hours: [6, 22], daily: true, work: [30, 300], slow: [], unit: 'Retail Banking', texts: ['Card kept by the machine', 'Machine gives no cash', 'Screen dark'] },
  { item: 'Branch Teller', count: [4, 8], major: 0.25, hours: [9, 17], daily: false, work: [10, 120], slow: [], unit: 'Retail Banking', texts: ['Terminal does not start', 'Posting refused', 'Cheque reader not found'] },
  { item: 'Card Payments', count: [2, 4], major: 0.5, hours: [7, 23], daily: true, work: [10, 90], slow: [], unit: 'Cards', texts: ['Payment refused', 'Payment posted twice', 'Merchant has no line'] },
  { item: 'Loan Origination', count: [2, 4], major: 0.3, hours: [8, 17], daily: false, work: [20, 240], slow: [], unit: 'Lending', texts: ['Rating missing', 'Document not uploaded', 'Approval stuck'] },
  { item: 'Treasury Settlement', count: [0, 2], major: 0.5, hours: [5, 15], daily: false, work: [10, 60], slow: [], unit: 'Treasury', texts: ['Message to the Federal Reserve rejected', 'Balance differs'] },
  { item: 'Contact Center', count: [2, 5], major: 0.3, hours: [7, 20], daily: false, work: [10, 120], slow: [], unit: 'Customer Care', texts: ['Calls drop', 'Chat does not connect', 'No callback list'] },
  { item: 'Document Archive', count: [1, 3], major: 0.2, hours: [8, 18], daily: false, work: [30, 300], slow: [], unit: 'Legal', texts: ['File not found', 'Search very slow'] },
  { item: 'Desktop Hardware', count: [11, 15], major: 0, hours: [8, 16], daily: false, work: [40, 490], slow: [], unit: 'All units', texts: ['Disk defective', 'Battery swollen', 'Keyboard broken', 'New starter without computer'] },
];

function streamPlans(month: string, days: readonly string[], stream: Stream, random: Random): Plan[] {
  // Not on Sundays: the clocks change on Sundays.
  const dates = days.filter((date) => (stream.daily ? weekday(date) <= 6 : weekday(date) <= 5) && (stream.item !== 'Desktop Hardware' || desktopHours(date) !== null));
  return Array.from({ length: random.whole(...stream.count) }, (): Plan => {
    const major = random.chance(stream.major);
    const slow = major && stream.slow.includes(month.slice(0, 7));
    const work = random.whole(...stream.work) + (slow ? 260 : 0);
    return {
      item: stream.item,
      date: random.pick(dates),
      minute: random.whole(stream.hours[0] * 60, stream.hours[1] * 60 - 1),
      severity: major ? 'Major' : 'Minor',
      response: Math.min(random.whole(1, 20), work),
      work,
      hold: 0,
      holdRow: false,
      unit: stream.unit,
      description: random.pick(stream.texts),
    };
  });
}

interface Written {
  readonly row: SampleRow;
  readonly opened: string;
  readonly hold: { from: string; to: string } | null;
}

/** Clock times of a plan. The desktop and its hardware run on support hours, all else around the clock. */
function write(plan: Plan): Written {
  const onSupportHours = plan.item.startsWith('Desktop');
  const after = (minutes: number): string => {
    if (!onSupportHours) return at(plan.date, plan.minute + minutes);
    const end = afterSupport(plan.date, plan.minute, minutes);
    return at(end.date, end.minute);
  };
  const happened = (instant: string): string | null => (instant <= AS_OF ? instant : null);
  const opened = at(plan.date, plan.minute);
  const responded = after(plan.response);
  const resolved = after(plan.work + plan.hold);
  const hold = plan.holdRow ? { from: responded, to: after(plan.response + plan.hold) } : null;
  return {
    opened,
    hold,
    row: {
      Item: plan.item,
      Opened: opened,
      Responded: happened(responded),
      Resolved: happened(resolved),
      Severity: plan.severity,
      'On hold minutes': plan.hold > 0 && !plan.holdRow ? plan.hold : null,
      'Business unit': plan.unit,
      Description: plan.description,
    },
  };
}

/** Two years of incidents, oldest first, and the rows of Holds that belong to them. */
export function incidents(): readonly [incidents: TableContent, holds: TableContent] {
  const random = seededRandom(2911);
  const plans = SAMPLE_MONTHS.flatMap((month) => {
    const days = datesOf(month);
    return [...desktopPlans(month, days, random), ...STREAMS.flatMap((stream) => streamPlans(month, days, stream, random))];
  });
  const written = plans
    .map(write)
    .sort((a, b) => (a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : 0))
    .map((incident, index) => ({ ...incident, key: `I-${String(index + 1).padStart(5, '0')}` }));
  return [
    tableOf('Incidents', written.map(({ key, row }) => ({ Incident: key, ...row }))),
    tableOf('Holds', written.flatMap(({ key, hold }) => (hold === null ? [] : [{ Incident: key, From: hold.from, To: hold.to <= AS_OF ? hold.to : null }]))),
  ];
}
