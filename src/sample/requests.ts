import type { TableContent } from '../tables/model';
import { desktopHours } from './calendars';
import { seededRandom } from './random';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { addDays, datesOf, SAMPLE_MONTHS, weekday } from './wall-clock';

const TITLES = ['New application package', 'Second screen', 'Shared mailbox', 'Access to a drive', 'Move of a team', 'Larger laptops for lending', 'Form for account opening', 'New printer'];
const UNITS = ['Retail Banking', 'Lending', 'Cards', 'Customer Care', 'Legal'];

/** Working days later; a date on which desktop support is open. */
function workingDaysAfter(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (weekday(day) <= 5 && desktopHours(day) !== null) left--;
  }
  return day;
}

/** Changes to the desktop that the business asked for; the change advisory board (CAB) meets on Tuesdays. */
export function requests(): TableContent {
  const random = seededRandom(64);
  const records = SAMPLE_MONTHS.flatMap((month) =>
    Array.from({ length: random.whole(2, 4) }, (): SampleRow => {
      const submitted = random.pick(datesOf(month).filter((date) => weekday(date) <= 5 && desktopHours(date) !== null));
      const normal = random.chance(0.55);
      const cab = addDays(submitted, ((2 - weekday(submitted) + 7) % 7) + (weekday(submitted) === 2 ? 7 : 0));
      const decided = workingDaysAfter(cab, random.whole(0, normal ? 4 : 2));
      const approved = random.chance(0.85);
      const closed = workingDaysAfter(decided, random.whole(5, 25));
      const isDecided = decided <= '2026-10-31';
      const isClosed = isDecided && approved && closed <= '2026-10-31';
      return {
        Submitted: submitted,
        Status: !isDecided ? 'New' : !approved ? 'Rejected' : isClosed ? 'Done' : 'In progress',
        Title: random.pick(TITLES),
        Item: 'Desktop Computing',
        'Business unit': random.pick(UNITS),
        Source: 'Business',
        Category: 'Resource',
        'Change type': normal ? 'Normal' : 'Standard',
        'CAB date': cab,
        Decided: isDecided ? decided : null,
        'Effort days': random.whole(1, 6),
        Closed: isClosed ? closed : null,
      };
    }).sort((a, b) => (String(a.Submitted) < String(b.Submitted) ? -1 : 1)),
  );
  return tableOf('Requests', records.map((record, index) => ({ Request: `R-${String(index + 1).padStart(4, '0')}`, ...record })));
}
