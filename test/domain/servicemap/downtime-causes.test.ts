/**
 * Downtime of services and what it is put down to, against a simulation that asks at every second, item
 * by item, how much of it is lost and which row sets that, as the rule is written down.
 */
import fc from 'fast-check';
import { computeFigures } from '../../../src/domain/compute';
import type { DowntimeShare, Figures } from '../../../src/domain/figures';
import type { Records } from '../../../src/domain/records';
import { agreement, at, component, dependency, maintenance, outage, records, service, serviceHours, uptimeRow } from '../../support/records';
import { runs } from '../../support/runs';

const START = at('2026-09-01T00:00Z');
const LENGTH = 90;
/** Rows begin up to so many seconds before the month. */
const BEFORE = 30;
const SERVICES = ['S0', 'S1', 'S2'];
const ITEMS = [...SERVICES, 'C3', 'C4', 'C5', 'C6', 'C7'];
const RULES = ['Excluded', 'Forgiven', 'Counted'] as const;
/** Service hours and a maintenance window on 1 September, in seconds after midnight. */
const HOURS = { start: 20, end: 80 };
const WINDOW = { start: 60, end: 120 };

interface Edge { item: number; needs: number; group: number | null }
interface Row { item: number; start: number; length: number | null; impact: number; planned: boolean; until: number | null; counts: boolean }
interface Sla { rule: (typeof RULES)[number]; hours: boolean; maintenance: boolean; ignoreUnder: number }
interface Case { edges: Edge[]; required: number[]; rows: Row[]; slas: (Sla | null)[]; rollUp: boolean }

const anyItem = fc.nat(ITEMS.length - 1);

/** Without rings a thing stands only on things of a larger number. */
function cases(rings: boolean): fc.Arbitrary<Case> {
  return fc.record({
    edges: fc.array(fc.record({ item: anyItem, needs: anyItem, group: fc.option(fc.nat(1), { freq: 3 }) }), { minLength: 7, maxLength: 18 })
      .map((edges) => edges.map((edge) => (rings || edge.item < edge.needs ? edge : { ...edge, item: edge.needs, needs: edge.item })).filter(({ item, needs }) => item !== needs)),
    required: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2 * ITEMS.length, maxLength: 2 * ITEMS.length }),
    rows: fc.array(
      fc.record({
        item: anyItem, start: fc.integer({ min: -BEFORE, max: LENGTH + 5 }), length: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }), impact: fc.constantFrom(0, 20, 25, 50, 100, 100), planned: fc.boolean(),
        until: fc.option(fc.integer({ min: 0, max: 60 })), counts: fc.integer({ min: 0, max: 9 }).map((digit) => digit > 0),
      }),
      { minLength: 6, maxLength: 18 },
    ),
    slas: fc.array(fc.option(fc.record({ rule: fc.constantFrom(...RULES), hours: fc.boolean(), maintenance: fc.boolean(), ignoreUnder: fc.constantFrom(0, 0, 12) })), { minLength: 3, maxLength: 3 }),
    rollUp: fc.integer({ min: 0, max: 9 }).map((digit) => digit > 0),
  });
}

/** The first of its rows is row 2 of `Outages`. */
const rowNumber = (index: number): number => index + 2;

function recordsOf({ edges, required, rows, slas, rollUp }: Case): Records {
  return records({
    settings: { asOf: START + LENGTH, rollUpComponentOutages: rollUp },
    services: SERVICES.map((name) => service({ service: name })),
    components: ITEMS.slice(SERVICES.length).map((name) => component({ component: name })),
    dependencies: edges.map(({ item, needs, group }) => dependency(ITEMS[item]!, ITEMS[needs]!, group === null ? null : `g${group}`, group === null ? null : required[item * 2 + group]!)),
    serviceHours: [serviceHours({ calendar: 'Short', days: [1, 2, 3, 4, 5, 6, 7], ...HOURS })],
    maintenance: [maintenance({ calendar: 'Works', start: '2026-09-01T00:01:00', minutes: 1 })],
    agreements: slas.flatMap((sla, item) => (sla ? [agreement({ agreement: `SLA ${item}`, item: ITEMS[item]!, plannedTime: sla.rule, hours: sla.hours ? 'Short' : null, maintenance: sla.maintenance ? 'Works' : null, ignoreUnderMinutes: sla.ignoreUnder / 60 })] : [])),
    outages: rows.map(({ item, start, length, impact, planned, until, counts }, i) =>
      outage({ row: rowNumber(i), item: ` ${ITEMS[item]!.toLowerCase()}`, start: START + start, end: length === null ? null : START + start + length, impact: impact / 100, planned, plannedUntil: until === null ? null : START + start + until, counts, reason: 'A test' }),
    ),
  });
}

/** What a thing needs: single things are groups of one. */
function needsOf({ edges, required, rollUp }: Case): { members: number[]; required: number }[][] {
  return ITEMS.map((_, item) => {
    const own = rollUp ? edges.filter((edge) => edge.item === item) : [];
    const singles = [...new Set(own.filter(({ group }) => group === null).map(({ needs }) => needs))].map((needs) => ({ members: [needs], required: 1 }));
    const groups = [0, 1].map((group) => {
      const members = [...new Set(own.filter((edge) => edge.group === group).map(({ needs }) => needs))];
      return { members, required: Math.min(required[item * 2 + group]!, members.length) };
    });
    return [...singles, ...groups.filter(({ members }) => members.length > 0)];
  });
}

/** How much of a thing is lost, in percent, and the row that sets it. */
interface State { level: number; row: number }
const UP: State = { level: 0, row: -1 };

/** Seconds × percent by row, for each service. */
function simulate(given: Case): Map<number, number>[] {
  const needs = needsOf(given);
  const endOf = ({ start, length }: Row): number => (length === null ? LENGTH : Math.min(start + length, LENGTH));
  const first = (a: number, b: number): number => given.rows[a]!.start - given.rows[b]!.start || a - b;
  const worst = (states: State[]): State => states.reduce((most, one) => (one.level > most.level || (one.level === most.level && one.level > 0 && first(one.row, most.row) < 0) ? one : most), UP);
  /** The Required-th smallest; of members equally lost the later failure stands lower. */
  const ofGroup = (members: State[], required: number): State => [...members].sort((a, b) => a.level - b.level || (a.level === 0 ? 0 : first(b.row, a.row)))[required - 1]!;
  const passedOn = (item: number, own: (item: number) => State): State => worst([own(item), ...needs[item]!.map(({ members, required }) => ofGroup(members.map((member) => passedOn(member, own)), required))]);

  return SERVICES.map((_, root) => {
    const sla = given.slas[root];
    const ignoreUnder = sla?.ignoreUnder ?? 0;
    const isShort = (row: Row): boolean => needs[root]!.length === 0 && endOf(row) - row.start < ignoreUnder;
    const rows = given.rows.map((row, index) => ({ row, index })).filter(({ row }) => row.counts && row.start < LENGTH && !isShort(row));
    const lost = new Map<number, State>();
    const planned = new Set<number>();
    for (let t = -BEFORE; t < LENGTH; t++) {
      const open = rows.filter(({ row }) => row.start <= t && t < endOf(row));
      lost.set(t, passedOn(root, (item) => worst(open.filter(({ row }) => row.item === item).map(({ row, index }) => ({ level: row.impact, row: index })))));
      const works = open.filter(({ row }) => row.planned && (row.until === null || t < row.start + row.until) && (row.impact > 0 || row.item === root));
      if (passedOn(root, (item) => worst(works.filter(({ row }) => row.item === item).map(({ index }) => ({ level: 100, row: index })))).level > 0) planned.add(t);
    }
    if (needs[root]!.length > 0) {
      for (let t = -BEFORE; t < LENGTH; ) {
        let end = t;
        while (end < LENGTH && lost.get(end)!.level > 0) end++;
        if (end - t < ignoreUnder) for (let short = t; short < end; short++) { lost.set(short, UP); planned.delete(short); }
        t = Math.max(end, t + 1);
      }
    }
    const shares = new Map<number, number>();
    for (let t = 0; t < LENGTH; t++) {
      const { level, row } = lost.get(t)!;
      const isOpen = !sla?.hours || (t >= HOURS.start && t < HOURS.end);
      const isPlanned = planned.has(t) || (sla?.maintenance === true && t >= WINDOW.start && t < WINDOW.end);
      if (level > 0 && isOpen && (!sla || sla.rule === 'Counted' || !isPlanned)) shares.set(row, (shares.get(row) ?? 0) + level);
    }
    return shares;
  });
}

const figuresOf = (given: Case): Promise<Figures> => computeFigures(recordsOf(given), []);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const secondsOf = (causes: readonly DowntimeShare[]): number => sum(causes.map(({ seconds }) => seconds));

test('downtime and its shares are those of the second-by-second simulation', async () => {
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(cases(false), async (given) => {
      const { maps, services } = await figuresOf(given);
      simulate(given).forEach((byRow, root) => {
        const { downtimeSeconds, causes } = maps[root]!;
        expect(downtimeSeconds).toBeCloseTo(sum(byRow.values()) / 100, 8);
        expect(downtimeSeconds).toBe(services[root]!.months.at(-1)!.downtimeSeconds);
        expect(secondsOf(causes)).toBeCloseTo(downtimeSeconds, 8);

        const expected = new Map<string, { percent: number; rows: [row: number, percent: number][] }>();
        for (const [row, percent] of byRow) {
          const name = ITEMS[given.rows[row]!.item]!;
          const share = expected.get(name) ?? { percent: 0, rows: [] };
          expected.set(name, { percent: share.percent + percent, rows: [...share.rows, [rowNumber(row), percent]] });
        }
        expect(causes.map(({ item }) => item).sort()).toEqual([...expected.keys()].sort());
        for (const { item, seconds, outages } of causes) {
          const { percent, rows } = expected.get(item)!;
          expect(seconds).toBeCloseTo(percent / 100, 8);
          expect(outages).toEqual(rows.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([row]) => ({ table: 'Outages', row })));
        }
        causes.slice(1).forEach((cause, i) => expect(cause.seconds).toBeLessThanOrEqual(causes[i]!.seconds));
        if (causes.length > 1) shared++;
      });
    }),
    { numRuns: runs(200), seed: 451 },
  );
  // Cases in which nothing, or one thing only, takes a service down would prove little.
  expect(shared).toBeGreaterThanOrEqual(runs(150));
});

test('where things stand on each other the shares still add up', async () => {
  await fc.assert(
    fc.asyncProperty(cases(true), async (given) => {
      for (const { downtimeSeconds, causes } of (await figuresOf(given)).maps) expect(secondsOf(causes)).toBeCloseTo(downtimeSeconds, 8);
    }),
    { numRuns: runs(100), seed: 452 },
  );
});

describe('a portal on the web and on one of two nodes', () => {
  const hour = (day: number, from: number, to: number) => ({ start: at(`2026-09-0${day}T00:00Z`) + from * 3600, end: at(`2026-09-0${day}T00:00Z`) + to * 3600 });
  const portal = async (over: Partial<Records>) => {
    const figures = await computeFigures(records({
      services: [service({ service: 'Portal' }), service({ service: 'Planned portal', lifecycle: 'Proposed' })],
      components: [component({ component: 'Web' }), component({ component: 'Node A' })],
      dependencies: [dependency('Portal', 'web'), dependency('Portal', 'Node A', 'nodes', 1), dependency('Portal', 'Node B', 'nodes', 1)],
      ...over,
    }), []);
    return figures.maps.map(({ downtimeSeconds, causes }) => ({ downtimeSeconds, causes }));
  };

  it('names each share as the tables do, the largest first', async () => {
    const [first, planned] = await portal({
      outages: [
        outage({ row: 2, item: 'NODE A', ...hour(1, 8, 12) }),
        // Both nodes from 11 to 12: an hour put down to the second failure.
        outage({ row: 3, item: ' node b ', ...hour(1, 11, 14) }),
        outage({ row: 4, item: 'web', ...hour(2, 9, 13), impact: 0.5 }),
        // Overlaps the half outage of the web: three hours in full, one hour of the four is left to the web.
        outage({ row: 5, item: 'portal', ...hour(2, 10, 13) }),
        outage({ row: 6, item: 'portal', ...hour(3, 10, 11) }),
      ],
    });
    expect(first).toEqual({
      downtimeSeconds: 5.5 * 3600,
      causes: [
        { item: 'Portal', seconds: 4 * 3600, outages: [{ table: 'Outages', row: 5 }, { table: 'Outages', row: 6 }], alongside: [] },
        // No table but the row itself knows this one.
        { item: 'node b', seconds: 3600, outages: [{ table: 'Outages', row: 3 }], alongside: ['Node A'] },
        { item: 'Web', seconds: 1800, outages: [{ table: 'Outages', row: 4 }], alongside: [] },
      ],
    });
    expect(planned).toEqual({ downtimeSeconds: 0, causes: [] });
  });

  it('is put down to itself where only percentages of uptime speak', async () => {
    const [first] = await portal({ uptime: [uptimeRow({ item: 'Portal', from: START, to: at('2026-10-01T00:00Z'), minutesDown: 43 })] });
    expect(first).toEqual({ downtimeSeconds: 2580, causes: [{ item: 'Portal', seconds: 2580, outages: [], alongside: [] }] });
  });

  const third = [dependency('Portal', 'Node A', 'nodes', 2), dependency('Portal', 'Node B', 'nodes', 2), dependency('Portal', 'Node C', 'nodes', 2)];
  const alongside = async (over: Partial<Records>) => (await portal(over))[0]!.causes.map(({ item, seconds, alongside: others }) => [item, seconds / 3600, others]);

  it('names what had to be down besides, however long it had been, and nothing else that was down', async () => {
    expect(await alongside({
      outages: [
        outage({ item: 'Printer', ...hour(1, 0, 24) }),
        outage({ item: 'Node A', start: at('2026-08-18T00:00Z'), end: null }),
        outage({ item: 'Node B', ...hour(2, 8, 9) }),
      ],
      dependencies: [dependency('Portal', 'Node A', 'nodes', 1), dependency('Portal', 'Node B', 'nodes', 1), dependency('Portal', 'Printer', 'printers', 1), dependency('Portal', 'Plotter', 'printers', 1)],
    })).toEqual([['Node B', 1, ['Node A']]]);
  });

  it('of three with two required, the second to fail was down with the first; the third changed nothing', async () => {
    const outages = [outage({ item: 'Node C', ...hour(1, 8, 20) }), outage({ item: 'Node A', ...hour(1, 9, 20) }), outage({ item: 'Node B', ...hour(1, 10, 20) })];
    expect(await alongside({ dependencies: third, outages })).toEqual([['Node A', 11, ['Node C']]]);
  });

  it('takes over from one to the next, and looks beneath the members', async () => {
    // Node A lies down with its power until 10, then by itself until 12; Node B, later than both, all the time.
    expect(await alongside({
      dependencies: [...third.slice(0, 2).map((one) => ({ ...one, required: 1 })), dependency('Node A', 'Power')],
      outages: [outage({ item: 'Power', ...hour(1, 6, 10) }), outage({ item: 'Node A', ...hour(1, 7, 12) }), outage({ item: 'Node B', ...hour(1, 8, 12) })],
    })).toEqual([['Node B', 4, ['Power', 'Node A']]]);
  });

  it('counts only what was lost as much as the service was', async () => {
    // Of the half that Node B was lost, Node A, a fifth lost, bears a fifth only: it is the cause of that.
    expect(await alongside({
      dependencies: third.slice(0, 2).map((one) => ({ ...one, required: 1 })),
      outages: [outage({ item: 'Node A', ...hour(1, 8, 10), impact: 0.2 }), outage({ item: 'Node B', ...hour(1, 8, 10), impact: 0.5 })],
    })).toEqual([['Node A', 0.4, ['Node B']]]);
  });
});
