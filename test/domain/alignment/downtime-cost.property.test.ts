/** Downtime cost against a simulation that knows nothing of intervals: instant by instant, row by row. */
import fc from 'fast-check';
import { figureContext } from '../../../src/domain/agreements/context';
import { downtimeCostWork } from '../../../src/domain/alignment/downtime-cost';
import type { PlannedTimeRule } from '../../../src/domain/availability/records';
import { finish } from '../../../src/domain/work';
import { agreement, at, dependency, maintenance, outage, process, records, service, serviceHours, support } from '../../support/records';
import { runs } from '../../support/runs';

/** Everything happens on a grid of 20 minutes, so that one look at each cell sees all. */
const CELL = 1200;
const START = at('2026-09-01T00:00Z');
const CELLS = (30 * 86_400) / CELL;

interface Row {
  readonly row: number;
  readonly item: string;
  /** Cells from the month's start; the month before and the month after are reached, too. */
  readonly from: number;
  readonly to: number;
  readonly impact: number;
  readonly planned: boolean;
  readonly until: number | null;
  readonly notified: number | null;
  readonly customer: string | null;
}

interface Promise {
  readonly hours: boolean;
  readonly rule: PlannedTimeRule;
  readonly notice: number | null;
  readonly customer: string | null;
  readonly ignore: number | null;
  readonly maintenance: boolean;
}

/** A and B are services; A needs X and two of Y, Z and B; B stands on Y. */
const NEEDS: Readonly<Record<string, readonly { readonly members: readonly string[]; readonly required: number }[]>> = {
  A: [{ members: ['X'], required: 1 }, { members: ['Y', 'Z', 'B'], required: 2 }],
  B: [{ members: ['Y'], required: 1 }],
};
const PROCESSES = [
  { name: 'P', rate: 360, services: ['A', 'C'] },
  { name: 'Q', rate: 90, services: ['A', 'B'] },
  { name: 'R', rate: null, services: ['C'] },
];

/** To a hundredth of a cent: sums of decimals differ in their last binary digit by the order in which they are added. */
const money = (amount: number): number => Math.round(amount * 1e4) / 1e4;

const covers = (row: Row, cell: number): boolean => row.from <= cell && cell < row.to;
const levelOf = (item: string, own: (item: string) => number): number =>
  Math.max(own(item), ...(NEEDS[item] ?? []).map(({ members, required }) => members.map((member) => levelOf(member, own)).sort((a, b) => a - b)[required - 1]!));
const isOpen = (cell: number): boolean => {
  const day = Math.floor(cell / 72);
  // 1 September 2026 is a Tuesday; Mon–Fri 8:00–18:00 are cells 24 … 53.
  return (day + 1) % 7 < 5 && cell % 72 >= 24 && cell % 72 < 54;
};
const isMaintenance = (cell: number): boolean => cell >= 9 * 72 && cell < 9 * 72 + 90;

/** A service's levels of downtime and of planned impairment, cell by cell, and with one row alone. */
function simulate(item: string, promise: Promise | null, rows: readonly Row[]) {
  const concerns = (row: Row) => row.customer === null || (promise?.customer ?? row.customer) === row.customer;
  const short = (cells: number) => cells * CELL < (promise?.ignore ?? 0) * 60;
  const stands = item in NEEDS;
  const counted = rows.filter((row) => concerns(row) && !(!stands && short(row.to - row.from)));
  const inNotice = (row: Row) => row.planned && (!promise?.notice || (row.notified !== null && row.notified <= row.from - promise.notice * 72));
  const first = -72 * 4;
  const last = CELLS + 72 * 4;
  const levels = new Map<number, number>();
  const announced = new Set<number>();
  for (let cell = first; cell < last; cell++) {
    const now = counted.filter((row) => covers(row, cell));
    levels.set(cell, levelOf(item, (name) => Math.max(0, ...now.filter((row) => row.item === name).map(({ impact }) => impact))));
    const planned = now.filter((row) => inNotice(row) && (row.until === null || cell < row.until));
    if (planned.some((row) => row.item === item) || levelOf(item, (name) => (planned.some((row) => row.item === name && row.impact > 0) ? 1 : 0)) > 0) announced.add(cell);
  }
  if (stands) {
    for (let cell = first; cell < last; cell++) {
      if (levels.get(cell) === 0 || (levels.get(cell - 1) ?? 0) > 0) continue;
      let end = cell;
      while ((levels.get(end) ?? 0) > 0) end++;
      if (short(end - cell)) for (let i = cell; i < end; i++) { levels.set(i, 0); announced.delete(i); }
    }
  }
  const apart = (cell: number) => promise !== null && promise.rule !== 'Counted' && (announced.has(cell) || (promise.maintenance && isMaintenance(cell)));
  const open = (cell: number) => promise === null || !promise.hours || isOpen(cell);
  return {
    down: (cell: number) => (open(cell) && !apart(cell) ? levels.get(cell)! : 0),
    planned: (cell: number) => (open(cell) && apart(cell) ? levels.get(cell)! : 0),
    alone: (row: Row, cell: number) =>
      !open(cell) || apart(cell) || !covers(row, cell) || !concerns(row) || short(row.to - row.from) ? 0 : levelOf(item, (name) => (name === row.item ? row.impact : 0)),
  };
}

const rowOf = fc.record({
  item: fc.constantFrom('A', 'B', 'C', 'X', 'Y', 'Y', 'Z'),
  from: fc.integer({ min: -72, max: CELLS }),
  length: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 })),
  impact: fc.constantFrom(1, 1, 0.5, 0.25, 0),
  planned: fc.boolean(),
  until: fc.option(fc.integer({ min: 0, max: 100 })),
  notice: fc.option(fc.integer({ min: 0, max: 300 })),
  customer: fc.constantFrom(null, null, 'One', 'Two'),
});
const promiseOf = fc.option(fc.record({ hours: fc.boolean(), rule: fc.constantFrom<PlannedTimeRule>('Excluded', 'Forgiven', 'Counted'), notice: fc.constantFrom(null, 2), customer: fc.constantFrom(null, 'One'), ignore: fc.constantFrom(null, 60), maintenance: fc.boolean() }));

test.each([
  ['few outages', 12, 60],
  ['more outages than are listed', 160, 4],
])('equals the simulation: %s', (_name, maxLength, numRuns) => {
  fc.assert(
    fc.property(fc.array(rowOf, { maxLength, minLength: maxLength > 50 ? maxLength - 20 : 0 }), promiseOf, promiseOf, promiseOf, (drawn, a, b, c) => {
      const rows = drawn.map(({ item, from, length, impact, planned, until, notice, customer }, index): Row => ({ row: index + 2, item, from, to: Math.min(from + length, CELLS + 200), impact, planned, until: until === null ? null : from + until, notified: notice === null ? null : from - notice, customer }));
      const promises: Record<string, Promise | null> = { A: a, B: b, C: c };
      const instant = (cell: number): number => START + cell * CELL;
      const cost = finish(downtimeCostWork(finish(figureContext(records({
        services: ['A', 'B', 'C'].map((name) => service({ service: name })),
        dependencies: [dependency('A', 'X'), ...['Y', 'Z', 'B'].map((name) => dependency('A', name, 'some', 2)), dependency('B', 'Y')],
        processes: PROCESSES.map(({ name, rate }) => process({ process: name, downtimeCostPerHour: rate })),
        supports: PROCESSES.flatMap(({ name, services }) => services.map((from) => support({ from, to: name }))),
        serviceHours: [serviceHours({ calendar: 'Office' })],
        maintenance: [maintenance({ calendar: 'Night', start: '2026-09-10T00:00:00', minutes: 1800 })],
        agreements: Object.entries(promises).flatMap(([item, promise]) =>
          promise === null ? [] : [agreement({ agreement: item, item, hours: promise.hours ? 'Office' : null, plannedTime: promise.rule, noticeDays: promise.notice, customer: promise.customer, ignoreUnderMinutes: promise.ignore, maintenance: promise.maintenance ? 'Night' : null })],
        ),
        outages: rows.map(({ row, item, from, to, impact, planned, until, notified, customer }) => outage({ row, item, start: instant(from), end: instant(to), impact, planned, plannedUntil: until === null ? null : instant(until), notified: notified === null ? null : instant(notified), customer })),
      })))))!;

      const sims = Object.fromEntries(Object.entries(promises).map(([item, promise]) => [item, simulate(item, promise, rows)]));
      const cells = Array.from({ length: CELLS }, (_, cell) => cell);
      const sum = (level: (cell: number) => number): number => cells.reduce((total, cell) => total + level(cell) * CELL, 0);
      const expected = PROCESSES.map(({ name, services, rate }) => {
        const down = (cell: number) => Math.max(...services.map((item) => sims[item]!.down(cell)));
        const all = (cell: number) => Math.max(down(cell), ...services.map((item) => sims[item]!.planned(cell)));
        const seconds = sum(down);
        const plannedSeconds = sum(all) - seconds;
        return [name, seconds, plannedSeconds, money((seconds / 3600) * (rate ?? 0)), money((plannedSeconds / 3600) * (rate ?? 0))];
      });
      expect(cost.processes.map((one) => [one.process, one.downtimeSeconds, one.plannedSeconds, money(one.cost), money(one.plannedCost)])).toEqual(expected);
      expect(money(cost.cost)).toBe(money(expected.reduce((total, one) => total + (one[3] as number), 0)));

      const rates: Record<string, number> = { A: 450, B: 90, C: 360 };
      const ownCosts = Object.entries(rates).map(([item, rate]) => [item, money((sum(sims[item]!.down) / 3600) * rate), money((sum(sims[item]!.planned) / 3600) * rate)] as const);
      expect(Object.fromEntries(cost.services.map((one) => [one.service, [money(one.cost), money(one.plannedCost)]]))).toEqual(Object.fromEntries(ownCosts.filter(([, down, planned]) => down > 0 || planned > 0).map(([item, ...costs]) => [item, costs])));

      const alone = rows
        .map((row) => ({ row: row.row, cost: money(PROCESSES.reduce((total, { services, rate }) => total + (sum((cell) => (covers(row, cell) ? Math.max(...services.map((item) => sims[item]!.alone(row, cell))) : 0)) / 3600) * (rate ?? 0), 0)) }))
        .filter((one) => one.cost > 0)
        .sort((one, other) => other.cost - one.cost);
      expect(cost.outages.map((one) => money(one.cost))).toEqual(alone.slice(0, 50).map((one) => one.cost));
      for (const one of cost.outages) {
        expect(alone).toContainEqual({ row: one.row, cost: money(one.cost) });
        expect(one.cost).toBeLessThanOrEqual(cost.cost + 1e-6);
      }
    }),
    { numRuns: runs(numRuns), seed: 72, endOnFailure: true },
  );
});
