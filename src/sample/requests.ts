import type { TableContent } from '../tables/model';
import { desktopHours } from './calendars';
import { seededRandom, type Random } from './random';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { addDays, datesOf, SAMPLE_MONTHS, weekday } from './wall-clock';

const TITLES = ['New application package', 'Second screen', 'Shared mailbox', 'Access to a drive', 'Move of a team', 'Larger laptops for lending', 'Form for account opening', 'New printer'];
const UNITS = ['Retail Banking', 'Lending', 'Cards', 'Customer Care', 'Legal'];

/** Changes that somebody remembers: one decided too late, two on the last day. */
const REMEMBERED: readonly (readonly [submitted: string, type: 'Normal' | 'Standard', cab: string, decided: string, title: string, unit: string])[] = [
  ['2026-08-13', 'Normal', '2026-08-18', '2026-08-27', 'Signature pads for the branches', 'Retail Banking'],
  ['2026-10-01', 'Normal', '2026-10-06', '2026-10-14', 'Second screen for the rating team', 'Lending'],
  ['2026-10-08', 'Standard', '2026-10-13', '2026-10-16', 'New printer', 'Customer Care'],
];

/** Working days later; a date on which desktop support is open. */
function workingDaysAfter(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (weekday(day) <= 5 && desktopHours(day) !== null) left--;
  }
  return day;
}

const DESKTOP = { Item: 'Desktop Computing', Source: 'Business', Category: 'Resource' };

function rememberedIn(month: string): SampleRow[] {
  return REMEMBERED.filter(([submitted]) => submitted.slice(0, 7) === month.slice(0, 7)).map(
    ([submitted, type, cab, decided, title, unit]): SampleRow => ({ ...DESKTOP, Submitted: submitted, Status: 'In progress', Title: title, 'Business unit': unit, 'Change type': type, 'CAB date': cab, Decided: decided, 'Effort days': 3 }),
  );
}

/** The change advisory board (CAB) meets on Tuesdays. */
function drawn(month: string, random: Random): SampleRow {
  const submitted = random.pick(datesOf(month).filter((date) => weekday(date) <= 5 && desktopHours(date) !== null));
  const normal = random.chance(0.55);
  const cab = addDays(submitted, ((2 - weekday(submitted) + 7) % 7) + (weekday(submitted) === 2 ? 7 : 0));
  const decided = workingDaysAfter(cab, random.whole(0, normal ? 4 : 2));
  const approved = random.chance(0.85);
  const closed = workingDaysAfter(decided, random.whole(5, 25));
  const isDecided = decided <= '2026-10-31';
  const isClosed = isDecided && approved && closed <= '2026-10-31';
  return {
    ...DESKTOP,
    Submitted: submitted,
    Status: !isDecided ? 'New' : !approved ? 'Rejected' : isClosed ? 'Done' : 'In progress',
    Title: random.pick(TITLES),
    'Business unit': random.pick(UNITS),
    'Change type': normal ? 'Normal' : 'Standard',
    'CAB date': cab,
    Decided: isDecided ? decided : null,
    'Effort days': random.whole(1, 6),
    Closed: isClosed ? closed : null,
  };
}

/** What was asked of other services: when, of what, who asked, why, what came of it, in the plan or not, and for which project. */
type OtherLine = readonly [submitted: string, item: string | null, title: string, unit: string, source: string, category: string, status: string, effort: number | null, closed: string | null, project?: string];

const OTHERS: readonly OtherLine[] = [
  ['2025-11-12', 'Online Banking', 'Standing orders for business customers', 'Business Banking', 'Business', 'New service', 'Done', 22, '2026-02-17'],
  ['2025-12-03', 'Card Payments', 'Higher limit for contactless payments', 'Cards', 'Business', 'Service impact', 'Done', 9, '2026-01-26'],
  ['2026-01-19', 'Document Archive', 'Find papers by loan number', 'Lending', 'Business', 'Service impact', 'New', 12, null],
  ['2026-02-09', 'Loan Origination', 'Second signature on the screen', 'Lending', 'Business', 'Service impact', 'Done', 15, '2026-05-08', 'Loan decisions in an hour'],
  ['2026-02-23', 'Document Archive', 'Papers of closed branches', 'Legal', 'Business', 'Risk', 'Approved', 8, null, 'Records retention rules'],
  ['2026-03-16', 'Contact Center', 'Record calls of complaints', 'Customer Care', 'Business', 'Risk', 'Done', 6, '2026-06-30'],
  ['2026-03-30', 'Document Archive', 'Show a paper to the customer', 'Lending', 'Business', 'Service impact', 'New', 14, null],
  ['2026-04-13', 'Storage array', 'Faster disks for the core database', 'Treasury', 'IT team', 'Resource', 'In progress', 5, null],
  ['2026-04-27', 'Document Archive', 'Scan at the counter', 'Retail Banking', 'Business', 'Service impact', 'New', 10, null],
  ['2026-05-18', null, 'Video calls with customers', 'Retail Banking', 'Business', 'New service', 'New', 45, null],
  ['2026-05-26', 'Online Banking', 'Sign in with the fingerprint', 'Retail Banking', 'Business', 'Service impact', 'In progress', 18, null, 'Simpler sign-in'],
  ['2026-06-08', 'Document Archive', 'Send papers to auditors', 'Legal', 'Business', 'Service impact', 'New', 7, null],
  ['2026-06-15', 'Networking', 'Guest network in branches', 'Retail Banking', 'Business', 'New service', 'Rejected', 12, '2026-07-21'],
  ['2026-07-06', null, 'Video calls with customers', 'Lending', 'Business', 'New service', 'New', null, null],
  ['2026-07-20', 'Document Archive', 'Longer search', 'Lending', 'Support desk', 'Service impact', 'New', 4, null],
  ['2026-08-10', 'Internet access', 'More bandwidth for the online bank', 'Retail Banking', 'IT team', 'Resource', 'Approved', 6, null, 'Second Internet line'],
  ['2026-08-24', 'Card Payments', 'Alerts before certificates expire', 'Cards', 'Supplier', 'Risk', 'In progress', 4, null],
  ['2026-09-14', 'Document Archive', 'Papers by e-mail', 'Lending', 'Business', 'Service impact', 'New', 5, null],
  ['2026-09-28', 'Loan Origination', 'Applications by partners', 'Lending', 'Business', 'New service', 'New', 30, null],
  ['2026-10-12', null, 'Electronic signature', 'Legal', 'Business', 'New service', 'New', null, null],
  ['2026-10-19', 'Contact Center', 'Call back instead of waiting', 'Customer Care', 'Business', 'Service impact', 'New', 16, null],
];

const COLUMNS = ['Submitted', 'Status', 'Title', 'Item', 'Business unit', 'Source', 'Category', 'Change type', 'CAB date', 'Decided', 'Planned', 'Project', 'Effort days', 'Closed'];

function others(): SampleRow[] {
  return OTHERS.map(([submitted, item, title, unit, source, category, status, effort, closed, project]): SampleRow => ({
    Submitted: submitted, Item: item, Title: title, 'Business unit': unit, Source: source, Category: category, Status: status, 'Effort days': effort, Closed: closed, Planned: project === undefined ? 'No' : 'Yes', Project: project ?? null,
  }));
}

/** Changes to the desktop that the business asked for, oldest first; then what was asked of other services in the last year. */
export function requests(): TableContent {
  const random = seededRandom(64);
  const desktop = SAMPLE_MONTHS.flatMap((month) => {
    const changes = [...Array.from({ length: random.whole(2, 4) }, () => drawn(month, random)), ...rememberedIn(month)];
    return changes.sort((a, b) => String(a.Submitted).localeCompare(String(b.Submitted)));
  });
  return tableOf(
    'Requests',
    [...desktop, ...others()].map((record, index): SampleRow => ({ Request: `R-${String(index + 1).padStart(4, '0')}`, ...Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? null])) })),
  );
}
