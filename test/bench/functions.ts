/**
 * Cells: one call that spills 5,000 results over a table of 100,000 outages, against 5,000 calls of one
 * result each. Every call gets its table anew, as Excel hands it over.
 */
import '../functions/custom-functions';
import { availability } from '../../src/functions/slm/outages';
import { itemName, outagesOf2026, YEAR } from './data';

const ROWS = 100_000;
const ITEMS = 500;
/** Ten windows an item. */
const WINDOWS = 10;
const SINGLE_CALLS = 5_000;

function serial(instant: number): number {
  return 25_569 + instant / 86_400;
}

export async function functions(say: (line: string) => void): Promise<void> {
  say(`AVAILABILITY over ${ROWS.toLocaleString('en')} rows`);
  const table: unknown[][] = [['Item', 'Start', 'End', 'Impact', 'Planned', 'Counts', 'Reason']];
  for (const { item, start, end, impact, planned, counts, reason } of outagesOf2026(ROWS, ITEMS)) table.push([item, serial(start), serial(end!), impact, planned, counts, reason ?? '']);
  // Two copies by turns: no call sees the array that the call before it saw.
  const copies = [table, table.map((row) => [...row])];
  const items = Array.from({ length: ITEMS }, (_, i) => [itemName(i)]);
  const length = (YEAR.end - YEAR.start) / WINDOWS;
  const starts = [Array.from({ length: WINDOWS }, (_, i) => serial(YEAR.start + Math.round(i * length)))];
  const ends = [Array.from({ length: WINDOWS }, (_, i) => serial(YEAR.start + Math.round((i + 1) * length)))];

  let started = performance.now();
  const spilled = await availability(items, starts, ends, copies[0]!);
  const together = (performance.now() - started) / 1000;
  started = performance.now();
  for (let call = 0; call < SINGLE_CALLS; call++) {
    const row = Math.floor(call / WINDOWS);
    const column = call % WINDOWS;
    const [[one]] = (await availability([items[row]!], [[starts[0]![column]!]], [[ends[0]![column]!]], copies[call % 2]!)) as [[unknown]];
    if (one !== spilled[row]![column]) throw new Error(`${itemName(row)}, window ${column + 1}: ${String(one)} alone, ${String(spilled[row]![column])} spilled.`);
  }
  const apart = (performance.now() - started) / 1000;
  say(`  one spilled call, ${ITEMS * WINDOWS} results, table read for the first time   ${together.toFixed(2)} s`);
  say(`  ${SINGLE_CALLS} single calls, table known                             ${apart.toFixed(2)} s: ${(apart / together).toFixed(0)} × the spilled call`);
}
