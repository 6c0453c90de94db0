import { chainFigures } from '../../../../src/domain/agreements/chain/chain-figures';
import type { ChainFigure, ChainFinding } from '../../../../src/domain/figures';
import { agreement, component, dependency, records, service, serviceHours, target } from '../../../support/records';

/** September 2026, seen from 2 November; the twelve months end on 31 August 2027. */
type Given = Parameters<typeof records>[0];
const chainsOf = (given: Given): ChainFigure[] => chainFigures(records(given));
const chainOf = (given: Given): ChainFigure => chainsOf(given)[0]!;
const told = (findings: readonly ChainFinding[]): string[] => findings.map(({ check, item, found }) => `${check}, ${item}: ${found}`.replace(/\u00a0/g, ' '));
const linkOf = ({ links }: ChainFigure, item: string) => links.find((link) => link.item === item)!;

const HOUR = 3600;
const REVIEWED = { lastReviewDate: '2026-06-01' } as const;
const sla = (over: Partial<Parameters<typeof agreement>[0]> = {}) => agreement({ agreement: 'SLA Cards', item: 'Cards', startDate: '2024-01-01', provider: 'IT', ...REVIEWED, ...over });
const ola = (item: string, over: Partial<Parameters<typeof agreement>[0]> = {}) => agreement({ agreement: `OLA ${item}`, type: 'OLA', item, startDate: '2024-01-01', ...REVIEWED, ...over });
const uc = (item: string, over: Partial<Parameters<typeof agreement>[0]> = {}) => ola(item, { agreement: `UC ${item}`, type: 'UC', ...over });

/** Cards stands on a gateway (bought) and Core (a service of ours on one of two hosts), and on settings. */
const bank = (over: NonNullable<Given> = {}): NonNullable<Given> => ({
  services: [service({ service: 'Cards' }), service({ service: 'Core', type: 'Infrastructure' })],
  components: [
    component({ component: 'Gateway', section: 'External service', supplier: 'Litware' }),
    component({ component: 'Host A', availability: 0.99 }),
    component({ component: 'Host B', availability: 0.99 }),
    component({ component: 'Fraud rules', section: 'Settings' }),
  ],
  dependencies: [dependency('Cards', 'Gateway'), dependency('Cards', 'Core'), dependency('Cards', 'Fraud rules'), dependency('Core', 'Host A', 'hosts', 1), dependency('Core', 'Host B', 'hosts', 1)],
  agreements: [sla(), ola('Core'), uc('Gateway')],
  targets: [target({ agreement: 'SLA Cards', target: 0.997 }), target({ agreement: 'OLA Core', target: 0.999 }), target({ agreement: 'UC Gateway', target: 0.9985 })],
  ...over,
});

describe('the tree', () => {
  test('stands in reading order: sections, depth, groups, agreements; settings are no links', () => {
    const { links, findings, supported } = chainOf(bank());
    expect(links.map(({ item, section, depth, parent, group, cover, agreement: by, agreementType }) => [item, section, depth, parent, group, cover, by, agreementType])).toEqual([
      ['Gateway', 'External service', 1, null, null, 'Covered', 'UC Gateway', 'UC'],
      ['Core', 'Service', 1, null, null, 'Covered', 'OLA Core', 'OLA'],
      ['Host A', 'Hardware', 2, 1, '1 of 2', 'Covered', 'OLA Core', 'OLA'],
      ['Host B', 'Hardware', 2, 1, '1 of 2', 'Covered', 'OLA Core', 'OLA'],
    ]);
    expect([findings, supported]).toEqual([[], true]);
  });

  test('ends at a UC, goes on beneath an OLA', () => {
    const dependencies = [...bank().dependencies!, dependency('Gateway', 'Their network'), dependency('Host A', 'Power')];
    expect(chainOf(bank({ dependencies })).links.map(({ item }) => item)).toEqual(['Gateway', 'Core', 'Host A', 'Power', 'Host B']);
  });

  test('a shared thing stands at each place, what is beneath it and its findings once', () => {
    const dependencies = [dependency('Cards', 'Host A'), dependency('Cards', 'Host B'), dependency('Host A', 'Network'), dependency('Host B', 'Network'), dependency('Network', 'Switch')];
    const { links, findings } = chainOf(bank({ dependencies, components: [] }));
    expect(links.map(({ item, parent, findings: own }) => [item, parent, own.length])).toEqual([['Host A', null, 1], ['Network', 0, 1], ['Switch', 1, 1], ['Host B', null, 1], ['Network', 3, 0]]);
    expect(findings.filter(({ item }) => item === 'Network')).toHaveLength(1);
  });

  test('things that stand on each other end, also on the item itself', () => {
    const dependencies = [dependency('Cards', 'Core'), dependency('Core', 'Host A'), dependency('Host A', 'Core'), dependency('Host A', 'Cards')];
    expect(chainOf(bank({ dependencies })).links.map(({ item, depth }) => [item, depth])).toEqual([['Core', 1], ['Host A', 2], ['Core', 3]]);
  });

  test('a full mesh of ten layers has no more links than edges', () => {
    const layer = (n: number): string[] => Array.from({ length: 6 }, (_, i) => `L${n} ${i}`);
    const dependencies = [...layer(0).map((name) => dependency('Cards', name)), ...Array.from({ length: 9 }, (_, n) => layer(n).flatMap((upper) => layer(n + 1).map((lower) => dependency(upper, lower)))).flat()];
    expect(chainOf(bank({ dependencies })).links).toHaveLength(dependencies.length);
  });

  test('a contract about the very item is its first link', () => {
    const { links, expected } = chainOf(bank({ agreements: [sla(), uc('Cards')], targets: [target({ agreement: 'SLA Cards', target: 0.99 }), target({ agreement: 'UC Cards', target: 0.995 })] }));
    expect(links.map(({ item, agreement: by }) => [item, by])).toEqual([['Cards', 'UC Cards']]);
    // What lies beneath is known to be up more often than that: the promise counts.
    expect(expected).toBeCloseTo(0.995, 12);
  });

  test('only SLAs in force in the report month have a chain, each its own', () => {
    const agreements = [sla(), sla({ agreement: 'SLA old', endDate: '2026-08-31' }), sla({ agreement: 'SLA draft', status: 'Draft' }), sla({ agreement: 'SLA next', startDate: '2026-10-01' }), sla({ agreement: 'SLA partner', customer: 'Partner' }), ola('Core')];
    expect(chainsOf(bank({ agreements })).map((chain) => [chain.agreement, chain.customer])).toEqual([['SLA Cards', null], ['SLA partner', 'Partner']]);
  });

  test('an SLA on something that stands on nothing has no links and no verdict', () => {
    expect(chainOf(bank({ dependencies: [] }))).toMatchObject({ links: [], expected: null, worstCase: null, supported: null, weakest: null, findings: [] });
  });
});

describe('cover', () => {
  const coreCover = (...agreements: NonNullable<Given>['agreements'] & object) => {
    const chain = chainOf(bank({ agreements: [sla(), uc('Gateway'), ...agreements] }));
    const { cover, agreement: by } = linkOf(chain, 'Core');
    return [cover, by, ...told(chain.findings.filter(({ item, check }) => item === 'Core' && check === 'Cover'))];
  };

  test('none, a draft, one that ended, one that has not begun', () => {
    expect(coreCover()).toEqual(['Not covered', null, 'Cover, Core: no agreement covers Core']);
    expect(coreCover(ola('Core', { status: 'Draft' }))).toEqual(['Draft only', 'OLA Core', 'Cover, Core: OLA Core is a draft, nothing else covers Core']);
    expect(coreCover(ola('Core', { endDate: '2026-08-31' }))).toEqual(['Ended', 'OLA Core', 'Cover, Core: OLA Core ended on 31 Aug 2026, nothing else covers Core']);
    expect(coreCover(ola('Core', { status: 'Retired' }))).toEqual(['Ended', 'OLA Core', 'Cover, Core: OLA Core is retired, nothing else covers Core']);
    expect(coreCover(ola('Core', { startDate: '2026-01-01', endDate: '2025-01-01' }))).toEqual(['Ended', 'OLA Core', 'Cover, Core: OLA Core ends before it begins, nothing else covers Core']);
    expect(coreCover(ola('Core', { startDate: '2026-10-01' }))).toEqual(['Not begun', 'OLA Core', 'Cover, Core: OLA Core begins on 1 Oct 2026, nothing else covers Core']);
  });

  test('the finding says what would hold and where to go', () => {
    const services = [service({ service: 'Cards' }), { ...service({ service: 'Core' }), row: 34 }];
    const core = chainOf(bank({ services, agreements: [sla(), uc('Gateway')] })).findings.find(({ item }) => item === 'Core')!;
    expect(core.expected.replace(/\u00a0/g, ' ')).toBe('an OLA or UC in force in September 2026');
    expect(core.rows).toEqual([{ table: 'Services', row: 34 }]);
    const draft = { ...ola('Core', { status: 'Draft' }), row: 12 };
    expect(chainOf(bank({ services, agreements: [sla(), uc('Gateway'), draft] })).findings[0]!.rows).toEqual([{ table: 'Agreements', row: 12 }, { table: 'Services', row: 34 }]);
  });

  test('what is named in Underpinned by comes first, then OLA and UC, then the SLA of an underlying service', () => {
    const service_ = agreement({ agreement: 'SLA Core', item: 'Core', ...REVIEWED });
    const other = ola('Core', { agreement: 'OLA Core 2' });
    expect(coreCover(service_)[1]).toBe('SLA Core');
    expect(coreCover(service_, ola('Core'))[1]).toBe('OLA Core');
    const chain = chainOf(bank({ agreements: [sla({ underpinnedBy: ['OLA Core 2'] }), uc('Gateway'), ola('Core'), other] }));
    expect(linkOf(chain, 'Core').agreement).toBe('OLA Core 2');
  });

  test('the customer must fit: blank, the SLA\'s, its provider, or a provider above', () => {
    expect(coreCover(ola('Core', { customer: 'it ' }))[0]).toBe('Covered');
    expect(coreCover(ola('Core', { customer: 'Another bank' }))[0]).toBe('Not covered');
    const agreements = [sla(), uc('Gateway'), ola('Core', { provider: 'Core team' }), uc('Host A', { customer: 'Core team' }), uc('Host B', { customer: 'Somebody' })];
    const chain = chainOf(bank({ agreements }));
    expect([linkOf(chain, 'Host A').agreement, linkOf(chain, 'Host B').agreement]).toEqual(['UC Host A', 'OLA Core']);
  });

  test('an agreement for somebody else is none, also of what it promises', () => {
    const chain = chainOf(bank({ agreements: [sla(), uc('Gateway'), ola('Core', { customer: 'Another bank' })] }));
    expect(linkOf(chain, 'Core')).toMatchObject({ cover: 'Not covered', availability: null });
  });

  test('own hardware and applications are part of what the OLA above covers; what has a supplier, or is a service, is not', () => {
    const components = [component({ component: 'Gateway', section: 'External service' }), component({ component: 'Host A', supplier: 'Contoso' }), component({ component: 'Host B' }), component({ component: 'Monitoring', section: 'Internal service' }), component({ component: 'Fraud rules', section: 'Settings' })];
    const dependencies = [...bank().dependencies!, dependency('Core', 'Monitoring')];
    expect(told(chainOf(bank({ components, dependencies })).findings)).toEqual(['Cover, Monitoring: no agreement covers Monitoring', 'Cover, Host A: no agreement covers Host A']);
    // Directly beneath the SLA's item there is no agreement above but the SLA itself.
    expect(told(chainOf(bank({ dependencies: [dependency('Cards', 'Host B')], targets: [] })).findings)).toEqual(['Cover, Host B: no agreement covers Host B']);
  });

  test('Underpinned by names something else, or nothing', () => {
    const agreements = [sla({ underpinnedBy: ['OLA Core', 'OLA Mail', 'OLA Nobody'] }), ola('Core'), uc('Gateway'), ola('Mail')];
    expect(told(chainOf(bank({ agreements })).findings)).toEqual([
      'Cover, Cards: SLA Cards names OLA Mail in Underpinned by, which is about Mail; Cards does not stand on that',
      'Cover, Cards: SLA Cards names OLA Nobody in Underpinned by, which no row of Agreements is',
    ]);
  });

  test('an agreement that cannot be read is no cover, and is said to be unreadable', () => {
    const chain = chainOf(bank({ agreements: [sla(), uc('Gateway'), { ...ola('Core'), row: 77, endDate: null, unreadable: ['endDate'] }] }));
    expect(told(chain.findings)[0]).toBe('Cover, Core: OLA Core about Core cannot be read in full');
    expect(chain.rowsLeftOut).toEqual([{ table: 'Agreements', row: 77 }]);
  });
});

describe('availability', () => {
  test('expected and worst by hand; an own part inside a promise is not counted twice', () => {
    const { target: promised, expected, expectedIs, worstCase, supported, unknown } = chainOf(bank());
    expect([promised, expectedIs, supported, unknown]).toEqual([0.997, 'exact', true, []]);
    // Core's promise of 0.999 holds its hosts (1 − 0.01² = 0.9999): 0.9985 × 0.999.
    expect(expected).toBeCloseTo(0.9985 * 0.999, 12);
    // Never together: 1 − 0.0015 − 0.001.
    expect(worstCase).toBeCloseTo(0.9975, 12);
  });

  test('without an OLA the hosts count themselves, and what is unknown makes it an upper bound', () => {
    const { expected, expectedIs, unknown } = chainOf(bank({ agreements: [sla(), uc('Gateway')] }));
    expect(expected).toBeCloseTo(0.9985 * (1 - 0.01 ** 2), 12);
    expect([expectedIs, unknown]).toEqual(['upper bound', ['Core']]);
  });

  test('a target out of reach names the weakest link and what it alone would need', () => {
    const targets = [target({ agreement: 'SLA Cards', target: 0.998 }), ...bank().targets!.slice(1)];
    const { supported, weakest, findings } = chainOf(bank({ targets }));
    expect(supported).toBe(false);
    // 0.998 ÷ 0.999 from the gateway alone.
    expect(weakest).toMatchObject({ item: 'Gateway', agreement: 'UC Gateway', availability: 0.9985 });
    expect(weakest!.needed).toBeCloseTo(0.998 / 0.999, 12);
    // 0.9985 × 0.999 = 0.9975015; 0.998 ÷ 0.999 = 0.998999 rounded up.
    expect(findings[0]).toMatchObject({ check: 'Availability', item: 'Cards', found: '99.75% can be expected from what stands beneath, less than the 99.8% promised', expected: '99.90% of the weakest link, Gateway (UC Gateway)' });
    expect(findings[0]!.rows.map(({ table }) => table)).toEqual(['Targets', 'Agreements']);
  });

  test('not even 100% of the weakest would do', () => {
    const targets = [target({ agreement: 'SLA Cards', target: 0.9995 }), ...bank().targets!.slice(1)];
    expect(chainOf(bank({ targets })).weakest).toMatchObject({ item: 'Gateway', needed: null });
  });

  test('what a link costs: with the gateway always up Core alone counts', () => {
    const { links, expected } = chainOf(bank());
    expect(links[0]!.gain).toBeCloseTo(0.999 - expected!, 12);
    // Host A always up: one of two is always there, Core's own part stays 0.999 ÷ 0.9999.
    expect(links[2]!.gain).toBeCloseTo((0.9985 * 0.999) / 0.9999 - expected!, 12);
  });

  test('the strictest of several targets counts; without one, what the component is known for', () => {
    const targets = [...bank().targets!, target({ agreement: 'OLA Core', target: 0.9995, window: { kind: 'Year' } })];
    expect(linkOf(chainOf(bank({ targets })), 'Core')).toMatchObject({ availability: 0.9995, availabilityFrom: 'Agreement' });
    expect(linkOf(chainOf(bank()), 'Host A')).toMatchObject({ availability: 0.99, availabilityFrom: 'Component' });
  });

  test('a promise above what it stands on is told, and comes to no more', () => {
    const components = bank().components!.map((one) => ({ ...one, availability: one.component.startsWith('Host') ? 0.9 : one.availability }));
    const chain = chainOf(bank({ components }));
    // One of two hosts at 90%: 99%.
    expect(told(linkOf(chain, 'Core').findings)).toEqual(['Availability, Core: OLA Core promises 99.9%, what it stands on comes to 99.00%']);
    expect(chain.expected).toBeCloseTo(0.9985 * 0.99, 12);
    expect(chain.worstCase!).toBeLessThanOrEqual(chain.expected!);
  });

  test('nothing is known of any link: no figure, no verdict', () => {
    expect(chainOf(bank({ components: [], targets: [target({ agreement: 'SLA Cards' })] }))).toMatchObject({ target: 0.999, expected: null, worstCase: null, supported: null, weakest: null });
  });
});

test('hours: what the link leaves open, per week and by day and time', () => {
  const chain = chainOf(bank({
    serviceHours: [serviceHours({ calendar: 'Shop', start: 8 * HOUR, end: 20 * HOUR }), serviceHours({ calendar: 'Office', start: 8 * HOUR, end: 17 * HOUR })],
    agreements: [sla({ hours: 'Shop' }), ola('Core', { hours: 'Office' }), uc('Gateway', { hours: 'No such calendar' })],
  }));
  const core = linkOf(chain, 'Core');
  // 1 September 2026 is a Tuesday: 365 days with 52 weeks and a Tuesday, 261 weekdays of 3 h.
  expect(core.uncoveredSecondsPerWeek).toBeCloseTo((261 * 3 * HOUR * 7) / 365, 6);
  expect(core.uncovered).toEqual([{ from: '2026-09-01', until: '2027-08-31', days: [1, 2, 3, 4, 5], start: 17 * HOUR, end: 20 * HOUR }]);
  expect(core.findings[0]).toMatchObject({ check: 'Hours', expected: 'at least the hours of SLA Cards: Mon–Fri 8:00–20:00' });
  expect(told(core.findings)).toEqual(['Hours, Core: OLA Core covers Mon–Fri 8:00–17:00, 15 h a week less than promised']);
  expect(linkOf(chain, 'Gateway')).toMatchObject({ uncoveredSecondsPerWeek: null, uncovered: [], findings: [] });
});

describe('limits', () => {
  const resolved = (by: string, severity: string | null, within: number, share = 0.95) => target({ agreement: by, metric: 'Resolved within', target: share, severity, within, withinUnit: 'hours' });
  const chainWith = (...targets: ReturnType<typeof target>[]) => chainOf(bank({ targets: [...bank().targets!, ...targets] }));

  test('by severity: the same, or one for every severity; longest outage is a limit too', () => {
    const chain = chainWith(
      resolved('SLA Cards', 'Major', 2), resolved('SLA Cards', 'Minor', 8),
      resolved('OLA Core', 'major', 4), resolved('OLA Core', 'Minor', 8),
      target({ agreement: 'UC Gateway', metric: 'Longest outage minutes', comparator: '<=', target: 60 }),
    );
    expect([chain.restorationSeconds, linkOf(chain, 'Core').restorationSeconds, linkOf(chain, 'Gateway').restorationSeconds]).toEqual([2 * HOUR, 4 * HOUR, HOUR]);
    expect(told(chain.findings)).toEqual(['Restoration, Core: OLA Core restores 95% of major within 4 h, SLA Cards restores 95% of Major within 2 h']);
    expect(chain.findings[0]!.rows.map(({ table }) => table)).toEqual(['Targets', 'Targets']);
  });

  test('fewer cases than the SLA promises do not fit', () => {
    expect(told(chainWith(resolved('SLA Cards', null, 2), resolved('OLA Core', null, 1, 0.9), resolved('UC Gateway', null, 2)).findings)).toEqual(['Restoration, Core: OLA Core restores 90% of all incidents within 1 h, SLA Cards restores 95% of all incidents within 2 h']);
  });

  test('what needs a limit and names none is told once, unless its availability allows no longer outage', () => {
    // 0.1% of 30 days are 43 min, 0.15% 65 min: only the gateway may be out for longer than an hour.
    expect(told(chainWith(resolved('SLA Cards', null, 1)).findings)).toEqual(['Restoration, Cards: SLA Cards restores 95% of all incidents within 1 h; no limit for that in UC Gateway']);
    expect(chainWith(resolved('SLA Cards', null, 1.1)).findings).toEqual([]);
  });

  test('response, where both name one', () => {
    const responded = (by: string, within: number) => target({ agreement: by, metric: 'Responded within', target: 0.99, within });
    const chain = chainWith(responded('SLA Cards', 10), responded('OLA Core', 15));
    expect([chain.responseSeconds, linkOf(chain, 'Core').responseSeconds, linkOf(chain, 'Gateway').responseSeconds]).toEqual([600, 900, null]);
    expect(told(chain.findings)).toEqual(['Response, Core: OLA Core responds to 99% of all incidents within 15 min, SLA Cards responds to 99% of all incidents within 10 min']);
  });

  test('a limit in days is so many days of its hours', () => {
    const given = bank({ serviceHours: [serviceHours({ calendar: 'Office', start: 8 * HOUR, end: 17 * HOUR })], agreements: [sla(), ola('Core', { hours: 'Office' }), uc('Gateway')], targets: [target({ agreement: 'OLA Core', metric: 'Resolved within', within: 2, withinUnit: 'days' })] });
    expect(linkOf(chainOf(given), 'Core').restorationSeconds).toBe(2 * 9 * HOUR);
  });
});

describe('dates', () => {
  const datesWith = (...agreements: ReturnType<typeof agreement>[]) => told(chainOf(bank({ agreements: [sla(), ola('Core'), ...agreements] })).findings);

  test('a link that ends before the SLA does, unless something follows or the SLA ends as well', () => {
    expect(datesWith(uc('Gateway', { endDate: '2026-12-31' }))).toEqual(['Dates, Gateway: UC Gateway ends on 31 Dec 2026, nothing agreed follows']);
    expect(datesWith(uc('Gateway', { endDate: '2026-12-31' }), uc('Gateway', { agreement: 'UC 2027', startDate: '2027-02-01' }))).toEqual(['Dates, Gateway: UC Gateway ends on 31 Dec 2026, nothing agreed follows before 1 Feb 2027']);
    expect(datesWith(uc('Gateway', { endDate: '2026-12-31' }), uc('Gateway', { agreement: 'UC 2027', startDate: '2027-01-01', replaces: 'UC Gateway' }))).toEqual([]);
    expect(datesWith(uc('Gateway', { endDate: '2027-08-31' }))).toEqual([]);
    expect(told(chainOf(bank({ agreements: [sla({ endDate: '2026-12-31' }), ola('Core'), uc('Gateway', { endDate: '2026-12-31' })] })).findings)).toEqual([]);
  });

  test('a draft that follows is none, and a link that begins within the month begins late', () => {
    expect(datesWith(uc('Gateway', { endDate: '2026-12-31' }), uc('Gateway', { agreement: 'UC 2027', startDate: '2027-01-01', status: 'Draft' }))).toHaveLength(1);
    expect(datesWith(uc('Gateway', { startDate: '2026-09-15' }))).toEqual(['Dates, Gateway: UC Gateway begins on 15 Sep 2026']);
  });
});

test('reviews that are overdue at As of', () => {
  const overdue = (over: Partial<Parameters<typeof agreement>[0]>) => told(chainOf(bank({ agreements: [sla(), ola('Core', over), uc('Gateway')] })).findings);
  expect(overdue({ lastReviewDate: '2025-10-01' })).toEqual(['Review, Core: OLA Core was last reviewed on 1 Oct 2025']);
  expect(overdue({ lastReviewDate: null })).toEqual(['Review, Core: OLA Core was never reviewed']);
  expect(overdue({ lastReviewDate: '2025-11-02' })).toEqual([]);
  expect(overdue({ lastReviewDate: '2025-10-01', reviewEveryMonths: 24 })).toEqual([]);
  // No date from which one would be due.
  expect(overdue({ lastReviewDate: null, startDate: null })).toEqual(['Review, Core: OLA Core was never reviewed']);
});

describe('rows that cannot be used', () => {
  test('are named, of the map, of agreements and of targets', () => {
    const chain = chainOf(bank({
      dependencies: [...bank().dependencies!, { ...dependency('Cards', ''), row: 50, unreadable: ['dependsOn'] }, { ...dependency('', 'Core'), row: 51, unreadable: ['item'] }, { ...dependency('Elsewhere', ''), row: 52, unreadable: ['dependsOn'] }],
      agreements: [...bank().agreements!, { ...ola(''), row: 60, unreadable: ['item'] }],
      targets: [...bank().targets!, { ...target({ agreement: 'OLA Core' }), row: 70, target: NaN, unreadable: ['target'] }],
    }));
    expect(chain.rowsLeftOut).toEqual([{ table: 'Agreements', row: 60 }, { table: 'Dependencies', row: 50 }, { table: 'Dependencies', row: 51 }, { table: 'Targets', row: 70 }]);
    expect(chain.expected).toBeCloseTo(0.9985 * 0.999, 12);
  });

  test('names nobody knows are links of no section; roll-up off changes nothing', () => {
    const given = bank({ dependencies: [dependency('Cards', 'Nobody knows')], settings: { rollUpComponentOutages: false } });
    expect(chainOf(given).links).toMatchObject([{ item: 'Nobody knows', section: null, cover: 'Not covered' }]);
  });
});
