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

const COLUMNS = ['Submitted', 'Status', 'Title', 'Item', 'Business unit', 'Source', 'Category', 'Change type', 'CAB date', 'Decided', 'Effort days', 'Closed'];

/** Changes to the desktop that the business asked for, oldest first. */
export function requests(): TableContent {
  const random = seededRandom(64);
  const records = SAMPLE_MONTHS.flatMap((month) => {
    const changes = [...Array.from({ length: random.whole(2, 4) }, () => drawn(month, random)), ...rememberedIn(month)];
    return changes.sort((a, b) => String(a.Submitted).localeCompare(String(b.Submitted)));
  });
  return tableOf(
    'Requests',
    records.map((record, index): SampleRow => ({ Request: `R-${String(index + 1).padStart(4, '0')}`, ...Object.fromEntries(COLUMNS.map((column) => [column, record[column] ?? null])) })),
  );
}
