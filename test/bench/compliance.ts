/**
 * A year of a large estate: 1,000,000 outages of 1,000 items, measured for 12 months by business hours
 * with seasons, holidays and maintenance, planned time excluded after notice, overlaps once. Beside it,
 * in the same run, what a machine does anyway: sorting 1,000,000 numbers, and DuckDB doing a part of
 * the task, the union of each item's outages and the clipping to months.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { measure } from '../../src/domain/availability/measure';
import { ownHistory } from '../../src/domain/availability/history';
import { outageLog } from '../../src/domain/availability/outage-log';
import { NO_TERMS, type Outage } from '../../src/domain/availability/records';
import { selectCalendar, serviceTime } from '../../src/domain/time/calendar';
import { maintenanceWindows } from '../../src/domain/time/maintenance';
import { monthInterval } from '../../src/domain/time/periods';
import { maintenance, serviceHours } from '../support/records';
import { itemName, median, outagesOf2026, random, seconds, YEAR } from './data';

const OUTAGES = 1_000_000;
const ITEMS = 1_000;
const RUNS = 3;
const ZONE = 'Europe/Berlin';
const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);

const HOURS = [
  serviceHours({ calendar: 'Office', start: 8 * 3600, end: 18 * 3600, zone: ZONE }),
  serviceHours({ calendar: 'Office', days: [1, 2, 3, 4, 5, 6], start: 7 * 3600, end: 20 * 3600, from: '2026-11-15', until: '2026-12-31', zone: ZONE }),
];
const HOLIDAYS = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-12-25'].map((date) => ({ row: 0, calendar: null, date, name: null, start: null, end: null }));
const MAINTENANCE = [maintenance({ calendar: 'Office', start: '2026-01-07T17:00:00', minutes: 120, repeats: 'first Wednesday of every month', zone: ZONE })];

/** Every item, every month, by the rules of an agreement. @returns weighted downtime of them all, seconds */
function byAgreement(outages: readonly Outage[]): number {
  const log = outageLog(outages);
  const calendar = selectCalendar('Office', HOURS, HOLIDAYS, ZONE);
  const windows = MONTHS.map((month) => {
    const window = monthInterval(month, ZONE);
    return { serviceTime: serviceTime(window, calendar), maintenance: maintenanceWindows(window, MAINTENANCE, ZONE), rule: 'Excluded' as const };
  });
  const moment = { asOf: YEAR.end, zone: ZONE };
  let down = 0;
  for (let item = 0; item < ITEMS; item++) {
    const history = ownHistory(log, itemName(item), { ...NO_TERMS, noticeDays: 5 }, moment);
    for (const window of windows) down += measure([{ ...window, history }]).downtimeSeconds;
  }
  return down;
}

/** The part that DuckDB is asked for: every outage at full impact, around the clock. */
function unionAndClip(outages: readonly Outage[]): number {
  const log = outageLog(outages);
  const windows = MONTHS.map((month) => monthInterval(month, 'UTC'));
  let down = 0;
  for (let item = 0; item < ITEMS; item++) {
    const history = ownHistory(log, itemName(item), NO_TERMS, { asOf: YEAR.end, zone: 'UTC' });
    for (const { start, end } of windows) down += measure([{ serviceTime: [start, end], maintenance: [], rule: 'Counted', history }]).downtimeSeconds;
  }
  return down;
}

const UNION_AND_CLIP = `
  WITH ordered AS (
    SELECT item, s, e, max(e) OVER (PARTITION BY item ORDER BY s, e ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM outages
  ), numbered AS (
    SELECT item, s, e, sum(CASE WHEN reached IS NULL OR s > reached THEN 1 ELSE 0 END) OVER (PARTITION BY item ORDER BY s, e ROWS UNBOUNDED PRECEDING) AS island FROM ordered
  ), islands AS (
    SELECT item, island, min(s) AS s, max(e) AS e FROM numbered GROUP BY item, island
  ), months AS (
    SELECT i.item, m.s AS month, sum(least(i.e, m.e) - greatest(i.s, m.s)) AS down FROM islands i JOIN months m ON i.s < m.e AND i.e > m.s GROUP BY i.item, m.s
  )
  SELECT sum(down)::DOUBLE AS down FROM months`;

async function duckDb(outages: readonly Outage[], threads: number): Promise<{ readonly seconds: number; readonly down: number }> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: String(threads) })).connect();
  await connection.run('CREATE TABLE outages (item VARCHAR, s BIGINT, e BIGINT)');
  const appender = await connection.createAppender('outages');
  for (const { item, start, end } of outages) {
    appender.appendVarchar(item);
    appender.appendBigInt(BigInt(start));
    appender.appendBigInt(BigInt(Math.min(end ?? YEAR.end, YEAR.end)));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('CREATE TABLE months (s BIGINT, e BIGINT)');
  for (const month of MONTHS) {
    const { start, end } = monthInterval(month, 'UTC');
    await connection.run(`INSERT INTO months VALUES (${start}, ${end})`);
  }
  const times: number[] = [];
  let down = NaN;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const rows = (await connection.runAndReadAll(UNION_AND_CLIP)).getRows();
    times.push((performance.now() - started) / 1000);
    down = Number(rows[0]![0]);
  }
  connection.closeSync();
  return { seconds: median(times), down };
}

export async function compliance(say: (line: string) => void): Promise<void> {
  say(`${OUTAGES.toLocaleString('en')} outages × ${ITEMS.toLocaleString('en')} items × 12 months`);
  const outages = outagesOf2026(OUTAGES, ITEMS);
  const next = random(7);
  const numbers = Float64Array.from({ length: OUTAGES }, next);
  const plain = Array.from(numbers);
  const repeat = (run: () => void): number => median(Array.from({ length: RUNS }, () => seconds(run)));

  const typed = repeat(() => void numbers.slice().sort());
  const compared = repeat(() => void plain.slice().sort((a, b) => a - b));
  const full = repeat(() => void byAgreement(outages));
  const everything = outages.map((outage) => ({ ...outage, impact: 1, planned: false, counts: true }));
  let own = 0;
  const part = repeat(() => (own = unionAndClip(everything)));
  say(`  sorting the same count of doubles             ${typed.toFixed(2)} s as Float64Array, ${compared.toFixed(2)} s as numbers with a comparator`);
  say(`  hours, holidays, maintenance, notice, overlaps ${full.toFixed(2)} s: ${(full / typed).toFixed(1)} × and ${(full / compared).toFixed(1)} × the sorting`);
  for (const threads of [1, 2]) {
    const duck = await duckDb(everything, threads);
    if (duck.down !== own) throw new Error(`DuckDB finds ${duck.down} s of downtime, Plumbline ${own} s.`);
    say(`  DuckDB, ${threads} thread${threads > 1 ? 's' : ' '}: union and clipping alone     ${duck.seconds.toFixed(2)} s: ${(duck.seconds / full).toFixed(1)} × the whole task here, ${(duck.seconds / part).toFixed(1)} × the same part here (${part.toFixed(2)} s)`);
  }
}
