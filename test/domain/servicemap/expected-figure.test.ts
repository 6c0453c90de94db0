/** What each service may be expected to come to, by hand, and beside the chain of its SLA. */
import { computeFigures } from '../../../src/domain/compute';
import type { ExpectedFigure, Figures } from '../../../src/domain/figures';
import { readRecords } from '../../../src/tables/read';
import { agreement, component, dependency, records, service, target } from '../../support/records';
import { at, soundTables, table, workbook } from '../../tables/workbook';

type Given = Parameters<typeof records>[0];

const figuresOf = (given: Given): Promise<Figures> => computeFigures(records(given), []);
const expectedOf = async (given: Given, name = 'Mail'): Promise<ExpectedFigure | null> => (await figuresOf(given)).maps.find((map) => map.service === name)!.expected;

const PAIR = [dependency('Mail', 'Server A', 'servers', 1), dependency('Mail', 'Server B', 'servers', 1), dependency('Server A', 'Network'), dependency('Server B', 'Network')];
const pair = (over: Given = {}): Given => ({
  services: [service({ service: 'Mail' })],
  components: [component({ component: 'Server A', availability: 0.99 }), component({ component: 'Server B', availability: 0.98 }), component({ component: 'Network', availability: 0.999 })],
  dependencies: PAIR,
  ...over,
});

test('a shared network counts once; the worst case has both servers down as often as can be', async () => {
  const expected = await expectedOf(pair());
  // 0.999 × (1 − 0.01 × 0.02) = 0.9988002; at worst 1 − (a pair is down when both are: the smaller of 0.01 + 0.001 and 0.02 + 0.001).
  expect(expected).toMatchObject({ is: 'exact', unknown: [] });
  expect(expected!.availability).toBeCloseTo(0.9988002, 12);
  expect(expected!.lowerBound).toBe(expected!.availability);
  expect(expected!.worstCase).toBeCloseTo(0.989, 12);
});

test('what nothing is stated of is up always, and is named as the tables write it', async () => {
  const expected = await expectedOf(pair({ components: [component({ component: 'SERVER a' }), component({ component: 'Server B', availability: 0.98 }), component({ component: 'Network', availability: 0.999 })] }));
  // Server A never fails by itself: only the network takes both down.
  expect(expected).toMatchObject({ is: 'upper bound', unknown: ['SERVER a'] });
  expect(expected!.availability).toBeCloseTo(0.999, 12);
});

test('a row whose group cannot be read is in no figure, and the figures of all that stand on its item say so', async () => {
  const given = pair({ dependencies: [...PAIR, { ...dependency('Network', 'Power', 'feeds', null), row: 70, unreadable: ['required'] }, { ...dependency('Fax', 'Power', 'feeds', null), row: 71, unreadable: ['group'] }] });
  expect(await expectedOf(given)).toMatchObject({ is: 'exact', rowsLeftOut: [{ table: 'Dependencies', row: 70 }] });
  expect(await expectedOf(pair())).not.toHaveProperty('rowsLeftOut');
});

test('a name that no table knows is such a thing, as it is read from the tables; alone and in a group as the impact has it', async () => {
  const readFiguresOf = (group: string, required: number | ''): Promise<Figures> => {
    const tables = soundTables({
      Agreements: null,
      Targets: null,
      Components: table('Components', ['Component', 'Section', 'Owner', 'Availability'], [['Gateway A', 'Hardware', 'Cy', 0.99]]),
      Dependencies: table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], [['Card Payments', 'Gateway A', group, required], ['Card Payments', 'Mainframe', group, required]]),
    });
    return computeFigures(readRecords(workbook(tables), at('2026-11-02T08:00:00+01:00')).records, []);
  };
  const alone = await readFiguresOf('', '');
  // Needed alone: all that is known to fail is the gateway.
  expect(alone.maps[0]!.expected).toMatchObject({ availability: expect.closeTo(0.99, 12), is: 'upper bound', unknown: ['Mainframe'] });
  expect(alone.items.filter(({ services }) => services.includes('Card Payments')).map(({ item }) => item)).toEqual(['Gateway A', 'Mainframe']);
  expect(alone.mapRowsLeftOut).toEqual([{ table: 'Dependencies', row: 3 }]);
  // One of the two is enough, and nothing is known of the mainframe's failures: neither takes the service down.
  const either = await readFiguresOf('gateways', 1);
  expect(either.maps[0]!.expected).toMatchObject({ availability: 1, is: 'upper bound', unknown: ['Mainframe'] });
  expect(either.items.filter(({ services }) => services.includes('Card Payments'))).toEqual([]);
});

test('what is unknown beneath a promise that cannot be held is named', async () => {
  const beneath = (known: number) => expectedOf({
    services: [service({ service: 'Mail' })],
    components: [component({ component: 'X', supplier: 'Northwind' }), component({ component: 'Y', availability: known }), component({ component: 'Z' }), component({ component: 'Rules', section: 'Settings' })],
    dependencies: [dependency('Mail', 'X'), dependency('X', 'Y'), dependency('X', 'Z'), dependency('X', 'Rules')],
    agreements: [agreement({ agreement: 'UC X', type: 'UC', item: 'X', provider: 'Northwind' })],
    targets: [target({ agreement: 'UC X', target: 0.999 })],
  });
  // X stands on Y and Z: no better than Y's 99%, and worse where Z fails as well.
  expect(await beneath(0.99)).toMatchObject({ availability: expect.closeTo(0.99, 12), is: 'upper bound', unknown: ['Z'] });
  // Y can hold the promise of 99.9%: Z is part of it.
  expect(await beneath(0.9999)).toMatchObject({ availability: expect.closeTo(0.999, 12), is: 'exact', unknown: [] });
});

test('settings of which nothing is stated are not unknown; a stated one counts', async () => {
  const settings = (availability: number | null) => pair({ components: [...pair()!.components!, component({ component: 'Rules', section: 'Settings', availability })], dependencies: [...PAIR, dependency('Mail', 'Rules')] });
  expect((await expectedOf(settings(null)))!.availability).toBeCloseTo(0.9988002, 12);
  expect(await expectedOf(settings(null))).toMatchObject({ is: 'exact', unknown: [] });
  expect((await expectedOf(settings(0.5)))!.availability).toBeCloseTo(0.9988002 / 2, 12);
});

test('nothing beneath, or nothing but settings without a figure: none', async () => {
  expect(await expectedOf(pair({ dependencies: [] }))).toBeNull();
  expect(await expectedOf(pair({ dependencies: [dependency('Mail', 'Rules')], components: [component({ component: 'Rules', section: 'Settings' })] }))).toBeNull();
  expect((await expectedOf(pair({ dependencies: [dependency('Mail', 'Rules')], components: [component({ component: 'Rules', section: 'Settings', availability: 0.9 })] })))!.availability).toBeCloseTo(0.9, 12);
});

test('agreements come before the figures of components: seen from the SLA like its chain, else those for anybody', async () => {
  const promises = [
    agreement({ agreement: 'OLA A', type: 'OLA', item: 'Server A', provider: 'Servers', customer: 'Mail team' }),
    agreement({ agreement: 'OLA B', type: 'OLA', item: 'Server B', provider: 'Servers', customer: 'Print team' }),
  ];
  const targets = [target({ agreement: 'OLA A', target: 0.9 }), target({ agreement: 'OLA B', target: 0.8 })];
  // Server A is up 0.9 with its network, so 0.9 ÷ 0.999 by itself: 0.999 × (1 − (1 − 0.9 ÷ 0.999) × 0.02).
  const byMail = 0.999 * (1 - (1 - 0.9 / 0.999) * 0.02);
  const sla = agreement({ agreement: 'SLA', item: 'mail', provider: 'Mail team' });
  const figures = await figuresOf(pair({ agreements: [sla, ...promises], targets: [...targets, target({ agreement: 'SLA', target: 0.99 })] }));
  const { expected } = figures.maps[0]!;
  expect(expected!.availability).toBeCloseTo(byMail, 12);
  expect(figures.chains[0]).toMatchObject({ expected: expected!.availability, worstCase: expected!.worstCase, unknown: [], expectedIs: 'exact' });
  // Without an SLA nobody knows for whom: both promises stand beneath.
  const both = 0.999 * (1 - (1 - 0.9 / 0.999) * (1 - 0.8 / 0.999));
  expect((await expectedOf(pair({ agreements: promises, targets })))!.availability).toBeCloseTo(both, 12);
  // Nor does a promise that ended before the month.
  expect((await expectedOf(pair({ agreements: promises.map((one) => ({ ...one, endDate: '2026-08-31' })), targets })))!.availability).toBeCloseTo(0.9988002, 12);
});

test('two thousand parts that all are needed are exact', async () => {
  const parts = Array.from({ length: 2000 }, (_, i) => `Part ${i}`);
  const expected = await expectedOf({
    services: [service({ service: 'Mail' })],
    components: parts.map((name) => component({ component: name, availability: 0.999995 })),
    dependencies: parts.map((name) => dependency('Mail', name)),
  });
  // 0.999995 ^ 2000 = exp(2000 × ln 0.999995); at worst 1 − 2000 × 0.000005.
  expect(expected).toMatchObject({ is: 'exact', availability: expect.closeTo(Math.exp(2000 * Math.log(0.999995)), 9), worstCase: expect.closeTo(0.99, 9) });
});

test('a map that is too large to be exact has bounds that hold the figure', async () => {
  // Mail is down when two neighbours in a row of 2,000 parts are: what is up with n parts follows from n − 1 and n − 2.
  const parts = Array.from({ length: 2000 }, (_, i) => `Part ${i}`);
  const expected = await expectedOf({
    services: [service({ service: 'Mail' })],
    components: parts.map((name) => component({ component: name, availability: 0.999 })),
    dependencies: parts.slice(1).flatMap((name, i) => [dependency('Mail', parts[i]!, `pair ${i}`, 1), dependency('Mail', name, `pair ${i}`, 1)]),
  });
  let [lastUp, lastDown] = [0.999, 0.001];
  for (let n = 1; n < parts.length; n++) [lastUp, lastDown] = [0.999 * (lastUp + lastDown), 0.001 * lastUp];
  expect(expected!.is).toBe('bounds');
  expect(expected!.lowerBound).toBeLessThanOrEqual(lastUp + lastDown);
  expect(expected!.availability).toBeGreaterThanOrEqual(lastUp + lastDown);
});

test('services on a ring have figures, and so has every other', async () => {
  const figures = await figuresOf({
    services: [service({ service: 'Mail' }), service({ service: 'Directory' }), service({ service: 'Wiki' })],
    components: [component({ component: 'Disk', availability: 0.9 }), component({ component: 'Web', availability: 0.95 })],
    dependencies: [dependency('Mail', 'Directory'), dependency('Directory', 'Mail'), dependency('Directory', 'Disk'), dependency('Wiki', 'Web')],
  });
  // On the ring both are up as long as the disk is; each lacks a figure of the other.
  expect(figures.maps.map(({ expected }) => expected)).toEqual([
    expect.objectContaining({ availability: expect.closeTo(0.9, 12), is: 'upper bound', unknown: ['Directory'] }),
    expect.objectContaining({ availability: expect.closeTo(0.9, 12), is: 'upper bound', unknown: ['Mail'] }),
    expect.objectContaining({ availability: expect.closeTo(0.95, 12), is: 'exact', unknown: [] }),
  ]);
});

test('what is promised of a service is no part of what stands beneath it', async () => {
  const own = (type: 'OLA' | 'UC') => [agreement({ agreement: 'Own', type, item: 'Mail', provider: 'Mail team' })];
  const given = (type: 'OLA' | 'UC') => ({ agreements: own(type), targets: [target({ agreement: 'Own', target: 0.9 })] });
  for (const type of ['OLA', 'UC'] as const) {
    // As without it: 0.999 × (1 − 0.01 × 0.02) = 0.9988002.
    expect(await expectedOf(pair(given(type)))).toMatchObject({ availability: 0.9988002, is: 'exact', worstCase: 0.989 });
    // Nothing is stated of what stands beneath: it is named.
    expect(await expectedOf(pair({ ...given(type), dependencies: [dependency('Mail', 'Desk')], components: [component({ component: 'Desk' })] }))).toMatchObject({ availability: 1, is: 'upper bound', unknown: ['Desk'] });
  }
});

test('figures have no noise of binary fractions', async () => {
  // Three of 0.999: 0.997002999, and 1 − 3 × 0.001 = 0.997; plain arithmetic misses both.
  const parts = ['A', 'B', 'C'];
  expect(await expectedOf(pair({ components: parts.map((name) => component({ component: name, availability: 0.999 })), dependencies: parts.map((name) => dependency('Mail', name)) }))).toMatchObject({ availability: 0.997002999, worstCase: 0.997 });
});
