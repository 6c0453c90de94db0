/**
 * Every figure of the help's month: the other tools' by short references written from their
 * definitions, minute by minute, and ours by the domain through tables.
 */
import { creditShare } from '../../src/domain/agreements/credit-tiers';
import { targetFigures } from '../../src/domain/agreements/target-figures';
import { DEFINITIONS, DEFINITIONS_SECTION, NOT_DOCUMENTED } from '../../src/help/definitions';
import { MONTH_FIGURES, MONTH_TARGET, monthKept, monthPercent } from '../../src/help/definitions-month';
import type { ExampleTable } from '../../src/help/example-tables';
import { readRecords } from '../../src/tables/read';
import { at } from '../support/records';
import { table, workbook } from '../tables/workbook';
import { typed } from '../support/typed';
import { MONTH_TABLES, MONTH_UPTIME } from './month-tables';

const START = at('2026-06-01T00:00Z');
const END = at('2026-07-01T00:00Z');
const when = (text: string | number): number => at(`${String(text).replace(' ', 'T')}Z`);
const rowsOf = (name: string) => MONTH_TABLES.find((one) => one.name === name)!.rows.slice(1);

/** One minute of the month, as the page states it. */
interface Minute {
  /** Largest impact of the outages open then. */
  readonly impact: number;
  readonly window: boolean;
  /** Monitoring did not run. */
  readonly gap: boolean;
  /** Monday to Friday, 8:00 to 18:00. */
  readonly weekly: boolean;
  readonly holiday: boolean;
}

const outages = rowsOf('Outages').map(([, start, end, impact]) => ({ start: when(start!), end: end === '' ? Infinity : when(end!), impact: impact === '' ? 1 : Number(String(impact).replace('%', '')) / 100 }));
const [[, windowStart, windowMinutes]] = rowsOf('Maintenance') as [[string, string, number]];
const [[, holiday]] = rowsOf('Holidays') as [[string, string]];
const minutes: Minute[] = Array.from({ length: (END - START) / 60 }, (_, index) => {
  const instant = START + index * 60;
  const clock = new Date(instant * 1000);
  return {
    impact: Math.max(0, ...outages.filter(({ start, end }) => start <= instant && instant < end).map(({ impact }) => impact)),
    window: when(windowStart) <= instant && instant < when(windowStart) + windowMinutes * 60,
    gap: at('2026-06-22T13:00Z') <= instant && instant < at('2026-06-22T15:00Z'),
    weekly: clock.getUTCDay() >= 1 && clock.getUTCDay() <= 5 && clock.getUTCHours() >= 8 && clock.getUTCHours() < 18,
    holiday: clock.toISOString().startsWith(holiday),
  };
});
const count = (which: (minute: Minute) => boolean): number => minutes.filter(which).length;
const open = ({ weekly, holiday: closed }: Minute): boolean => weekly && !closed;
/** What monitoring reports: a partial outage is WARNING, a complete one CRITICAL. */
const state = ({ impact }: Minute): 'OK' | 'WARNING' | 'CRITICAL' => (impact === 0 ? 'OK' : impact < 1 ? 'WARNING' : 'CRITICAL');

/** total and not up, from each tool's own definition. */
const REFERENCES: Readonly<Record<string, () => readonly [number, number]>> = {
  // SLI = uptime ÷ (uptime + downtime) of the weekly schedule; excluded downtimes are taken from both; any status but OK is downtime.
  zabbix: () => {
    const measured = minutes.filter((one) => one.weekly && !one.window && !one.holiday);
    return [measured.length, measured.filter((one) => state(one) !== 'OK').length];
  },
  // 100 × (total − problem) ÷ total; problem: hard state of the service above 1 (WARNING) with no downtime active; around the clock.
  icinga: () => [minutes.length, count((one) => state(one) === 'CRITICAL' && !one.window)],
  // States by priority: unmonitored, out of service period, in downtime, the state itself; the share of OK inside the service period.
  checkmk: () => {
    const column = (one: Minute) => (one.gap ? 'N/A' : one.window ? 'Downtime' : state(one));
    return [count(open), count((one) => open(one) && column(one) !== 'OK')];
  },
  'checkmk-excluded': () => {
    const measured = minutes.filter((one) => open(one) && !one.gap && !one.window);
    return [measured.length, measured.filter((one) => state(one) === 'CRITICAL').length];
  },
  // (Committed uptime − commitment downtime) ÷ committed uptime; only the type Outage, less what overlaps a planned outage.
  servicenow: () => [count(open), count((one) => open(one) && one.impact === 1 && !one.window)],
  'servicenow-total': () => [minutes.length, count((one) => one.impact === 1 && !one.window)],
  // The average over all 5-minute intervals of the share of requests that do not fail; requests come evenly.
  'aws-requests': () => {
    let sum = 0;
    for (let i = 0; i < minutes.length; i += 5) sum += minutes.slice(i, i + 5).reduce((good, one) => good + (1 - one.impact) / 5, 0);
    return [minutes.length, minutes.length * (1 - sum / (minutes.length / 5))];
  },
  // 100% less the percentage of minutes with no connectivity at all.
  'aws-minutes': () => [minutes.length, count((one) => one.impact === 1)],
  // Seconds with an issue open in the month before now ÷ 2,628,288; none is opened where maintenance expects the site to be down.
  upptime: () => [2_628_288 / 60, count((one) => state(one) !== 'OK' && !one.window)],
};

const raw = ({ name, rows: [head = [], ...body] }: ExampleTable) => table(name, head.map(String), body.map((row) => row.map((cell) => (cell === '' ? '' : typed(cell)))));

function ours(rule: string, instead: readonly ExampleTable[] = MONTH_TABLES) {
  const { records, problems } = readRecords(
    workbook([
      table('Settings', ['Setting', 'Value'], [['Time zone', 'UTC'], ['As of', typed('2026-07-01 00:00')], ['Report month', typed('2026-06-01')]]),
      table('Services', ['Service', 'Type', 'IT owner'], [['Shop', 'Business', 'Ann']]),
      table('Agreements', ['Agreement', 'Type', 'Item', 'Status', 'Hours', 'Maintenance', 'Planned time'], [['Shop SLA', 'SLA', 'Shop', 'Agreed', 'Office', 'Monthly', rule]]),
      table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target'], [['Shop SLA', 'Availability', '>=', MONTH_TARGET / 100]]),
      ...instead.map(raw),
    ]),
    END,
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return targetFigures(records)[0]!;
}

const withUptime = [...MONTH_TABLES.filter(({ name }) => name !== 'Outages'), MONTH_UPTIME];
const OURS = { excluded: () => ours('Excluded'), forgiven: () => ours('Forgiven'), counted: () => ours('Counted'), 'excluded-uptime': () => ours('Excluded', withUptime) };

test.each(MONTH_FIGURES.filter(({ id }) => id in OURS).map((one) => [one.id, one] as const))('ours: %s', (id, figure) => {
  const { agreedSeconds, downtimeSeconds, availability, status } = OURS[id as keyof typeof OURS]();
  expect([agreedSeconds / 60, downtimeSeconds / 60]).toEqual([figure.total, figure.notUp]);
  expect(`${(availability! * 100).toFixed(4)}%`).toBe(monthPercent(figure));
  expect(status).toBe(monthKept(figure) ? 'Met' : 'Missed');
});

test.each(MONTH_FIGURES.filter(({ id }) => !(id in OURS)).map((one) => [one.id, one] as const))('theirs: %s', (id, figure) => {
  const [total, notUp] = REFERENCES[id]!();
  expect(total).toBeCloseTo(figure.total, 6);
  expect(notUp).toBeCloseTo(figure.notUp, 6);
  expect(`${(((total - notUp) / total) * 100).toFixed(4)}%`).toBe(monthPercent(figure));
});

test('every figure has one reference, and every tool a figure', () => {
  expect(MONTH_FIGURES.map(({ id }) => id).sort()).toEqual([...Object.keys(OURS), ...Object.keys(REFERENCES)].sort());
  for (const { tool } of DEFINITIONS) expect(MONTH_FIGURES.some(({ name }) => name.startsWith(tool))).toBe(true);
});

test('the export says what the outages say, except for the hole', () => {
  // Minutes down in service hours, outside the window, in the time of each row.
  for (const [, from, to, down] of MONTH_UPTIME.rows.slice(1)) {
    const inside = minutes.filter((one, index) => START + index * 60 >= when(from!) && START + index * 60 < when(to!) && open(one) && !one.window);
    expect(inside.reduce((sum, { impact }) => sum + impact, 0)).toBe(down);
    expect(inside.some(({ gap }) => gap)).toBe(false);
  }
});

test('figures named in the words are those of the table, or follow from it', () => {
  const figureOf = (total: number, notUp: number) => `${((100 * (total - notUp)) / total).toFixed(4)}%`;
  const scheduled = minutes.filter((one) => one.weekly && !one.window);
  const known = new Set([
    ...MONTH_FIGURES.map(monthPercent),
    // Zabbix without the holiday as an excluded downtime; Upptime's minutes over the month itself.
    figureOf(scheduled.length, scheduled.filter((one) => state(one) !== 'OK').length),
    figureOf(minutes.length, REFERENCES['upptime']!()[1]),
  ]);
  const named = DEFINITIONS.flatMap(({ differs }) => differs.match(/\d+\.\d{4}%/g) ?? []);
  expect(named.length).toBeGreaterThanOrEqual(8);
  for (const one of named) expect(known).toContain(one);
  // 43,200 ÷ 12,600 = 3.43
  expect((minutes.length / count(open)).toFixed(1)).toBe('3.4');
  // A minute of 2,628,288 s is 0.0023%: to the nearest of two decimals nothing is missing.
  expect((100 - (60 / 2_628_288) * 100).toFixed(2)).toBe('100.00');
});

test('the tiers of S3 on the figure by requests', () => {
  const { total, notUp } = MONTH_FIGURES.find(({ id }) => id === 'aws-requests')!;
  expect(creditShare((total - notUp) / total, [{ below: 0.999, credit: 0.1 }, { below: 0.99, credit: 0.25 }, { below: 0.95, credit: 1 }])).toBe(0.25);
});

test('the first sentence sums the table up', () => {
  const [first] = DEFINITIONS_SECTION.blocks;
  // 95.7143% is Checkmk as installed, 98.6111% Icinga; Counted, Zabbix and Checkmk as installed are below 98%.
  expect(first).toEqual({ kind: 'text', text: expect.stringContaining('13 figures, from 95.7143% to 98.6111%. Against a promise of 98%, 3 of them say broken.') });
});

test('every definition has an address, and says of every aspect something or that nothing was found', () => {
  for (const { source, says, differs } of DEFINITIONS) {
    expect(source.length).toBeGreaterThan(0);
    for (const address of source) expect(address).toMatch(/^https:\/\/[^ ]+/);
    for (const words of [...Object.values(says), differs]) expect(words.trim()).not.toBe('');
  }
  expect(DEFINITIONS.flatMap(({ says }) => Object.values(says)).filter((words) => words === NOT_DOCUMENTED).length).toBeGreaterThan(0);
});
