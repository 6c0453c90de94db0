import { type Calendar, hasHours } from './calendar';
import type { LocalDate } from './records';
import { epochDay } from './zone';

/** Days that are counted together. */
const BLOCK = 512;
/** Of a block that begins on day n × BLOCK: how many of its days up to each, itself included, are business days. */
type Block = Uint16Array;
const blocks = new WeakMap<Calendar, Map<number, Block>>();

/**
 * Business days after a date up to and including another: dates on which service hours begin. 0 where
 * the second does not come after the first; by a calendar that is null (24×7) every date is one.
 *
 * What was counted is kept with the calendar, so that many questions about one calendar are cheap.
 *
 * @example businessDays('2026-09-04', '2026-09-08', office) // Mon–Fri, from a Friday to Tuesday: 2
 */
export function businessDays(from: LocalDate, to: LocalDate, calendar: Calendar | null): number {
  const first = epochDay(from);
  const last = epochDay(to);
  if (!(first < last)) return 0;
  if (calendar === null) return last - first;
  let days = upTo(calendar, last) - upTo(calendar, first);
  for (let block = Math.floor(first / BLOCK); block < Math.floor(last / BLOCK); block++) days += blockOf(calendar, block)[BLOCK - 1]!;
  return days;
}

/** Business days of a day's block up to the day. */
function upTo(calendar: Calendar, day: number): number {
  const block = Math.floor(day / BLOCK);
  return blockOf(calendar, block)[day - block * BLOCK]!;
}

function blockOf(calendar: Calendar, block: number): Block {
  let kept = blocks.get(calendar);
  if (!kept) blocks.set(calendar, (kept = new Map()));
  let counts = kept.get(block);
  if (!counts) {
    let days = 0;
    counts = Uint16Array.from({ length: BLOCK }, (_, i) => (hasHours(calendar, block * BLOCK + i) ? ++days : days));
    kept.set(block, counts);
  }
  return counts;
}
