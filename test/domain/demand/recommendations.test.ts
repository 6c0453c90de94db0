/** What is recommended, in words that can be checked against the rows; forecasts go on by so much a month. */
import { demandFiguresWork } from '../../../src/domain/demand/demand-figures';
import type { Recommendation } from '../../../src/domain/demand/figures';
import { isRecommendationName } from '../../../src/domain/demand/recommendations/finding';
import { finish } from '../../../src/domain/work';
import { byStep } from '../../support/forecasters';
import { capacity, component, dependency, licence, project, records, request, service, usage } from '../../support/records';

const SERVICES = [service({ service: 'Mail', annualCost: 38_000 }), service({ service: 'Intranet' }), service({ service: 'Desktop' }), service({ service: 'Old', lifecycle: 'Retired' })];
const COMPONENTS = [component({ component: 'Server' }), component({ component: 'Array' })];
/** Mail and Intranet, and one that is retired, need the server, which needs the array; Desktop needs Mail. */
const DEPENDENCIES = [dependency('Mail', 'Server'), dependency('Old', 'Server'), dependency('Intranet', 'Server'), dependency('Server', 'Array'), dependency('Desktop', 'Mail')];

function recommended(given: Parameters<typeof records>[0], step = 0): readonly Recommendation[] {
  return finish(demandFiguresWork(records({ services: SERVICES, components: COMPONENTS, dependencies: DEPENDENCIES, ...given, settings: { reportMonth: '2026-10-01', ...given?.settings } }), byStep(step))).recommendations;
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (all: readonly Recommendation[]) => all.map(({ name, finding }) => [name, plain(finding)]);
const octoberOf = (item: string, quantity: number, unit: string | null = 'TB') => usage({ item, month: '2026-10-01', quantity, unit });

describe('more capacity', () => {
  const array = (quantity: number, given: Partial<Parameters<typeof capacity>[0]>, step: number) => recommended({ usage: [octoberOf('Array', quantity)], capacity: [capacity({ item: 'Array', capacity: 1000, unit: 'TB', ...given })] }, step);

  test('inside its lead time', () => {
    // 740 + 20 a month is 800 in January; three months before is October.
    const [only] = array(740, { leadTimeMonths: 3 }, 20);
    expect(only).toMatchObject({ name: 'More capacity: Array', kind: 'More capacity', subject: 'Array', services: ['Mail', 'Intranet'], businessUnit: null, amount: null, dueDate: '2026-10-01', belongsTo: 'Projects', sent: null });
    expect(plain(only!.finding)).toBe('Forecast to reach 80% in January 2027; lead time 3 months, order was due 1 Oct 2026.');
    expect(only!.rows.map(({ table }) => table)).toEqual(['Capacity', 'Usage']);
  });

  test('over its threshold, and full', () => {
    // 920 + 20 a month: 1,000 in February.
    expect(told(array(929, { leadTimeMonths: 1, threshold: 0.85 }, 20))).toEqual([['More capacity: Array', '929 of 1,000 TB used in October 2026: 92%, threshold 85%; forecast to reach 100% in February 2027; lead time 1 month.']]);
    expect(told(array(929, {}, 0))).toEqual([['More capacity: Array', '929 of 1,000 TB used in October 2026: 92%, threshold 80%.']]);
    expect(told(array(1040, {}, 0))).toEqual([['More capacity: Array', '1,040 of 1,000 TB used in October 2026: 104%.']]);
  });

  test('an upgrade that is planned, and comes too late', () => {
    const rows = [capacity({ item: 'Array', capacity: 100, leadTimeMonths: 6 }), capacity({ item: 'Array', capacity: 400, from: '2027-03-01' })];
    expect(told(recommended({ usage: [octoberOf('Array', 78, null)], capacity: rows }, 1))).toEqual([['More capacity: Array', 'Forecast to reach 80% in December 2026; lead time 6 months, order was due 1 Jun 2026. Planned: 400 from 1 Mar 2027.']]);
  });

  test('not where there is enough, nor outside the lead time', () => {
    expect(array(740, { leadTimeMonths: 2 }, 20)).toEqual([]);
    expect(array(740, {}, 0)).toEqual([]);
  });

  test('units of one item are told apart', () => {
    const rows = [capacity({ item: 'Array', capacity: 10, unit: 'TB' }), capacity({ item: 'Array', capacity: 10, unit: 'kIO/s' })];
    expect(recommended({ usage: [octoberOf('Array', 9), octoberOf('Array', 1, 'kIO/s')], capacity: rows }).map(({ name }) => name)).toEqual(['More capacity: Array (TB)']);
  });
});

describe('licences', () => {
  test('to buy', () => {
    const [short] = recommended({ licences: [licence({ product: 'Viewer', purchased: 900, assigned: 934, active: 902, service: 'Mail', costPerLicence: 420 })] });
    expect(told([short!])).toEqual([['More capacity: Viewer licences', 'Buy 34 licences of Viewer: 934 are assigned, 900 purchased. Of those assigned, 32 are not active.']]);
    // 34 × 420.
    expect(short).toMatchObject({ kind: 'More capacity', subject: 'Viewer', services: ['Mail'], amount: 14_280, belongsTo: 'Projects', dueDate: null });
  });

  test('nobody has or uses', () => {
    const all = recommended({ licences: [licence({ product: 'Few', purchased: 3, assigned: 2, costPerLicence: 1 }), licence({ product: 'Tool', purchased: 300, assigned: 183, active: 74, costPerLicence: 110 }), licence({ product: 'Fine', purchased: 5, assigned: 5, active: 5 }), licence({ product: 'Idle', purchased: 5, assigned: 5, active: 4 })] });
    expect(told(all)).toEqual([
      ['Fewer licences: Tool', '117 of 300 licences of Tool are given to nobody; 109 of 183 assigned are not active.'],
      ['Fewer licences: Few', '1 of 3 licences of Few is given to nobody.'],
      ['Fewer licences: Idle', '1 of 5 assigned licences of Idle is not active.'],
    ]);
    // (117 + 109) × 110.
    expect(all.map(({ amount, belongsTo }) => [amount, belongsTo])).toEqual([[24_860, 'Improvements'], [1, 'Improvements'], [null, 'Improvements']]);
  });

  test('those not active that make up for others short are none too many', () => {
    // 10 short, 50 not active: 40 too many at 2.
    const all = recommended({ licences: [licence({ product: 'Tool', purchased: 100, assigned: 110, active: 60, costPerLicence: 2 }), licence({ product: 'Viewer', purchased: 100, assigned: 110, active: 105 })] });
    expect(all.map(({ name, amount }) => [name, amount])).toEqual([['More capacity: Tool licences', 20], ['More capacity: Viewer licences', null], ['Fewer licences: Tool', 80]]);
  });

  test('rows of one product are one recommendation', () => {
    const all = recommended({ licences: [licence({ product: 'Tool', purchased: 10, assigned: 8, service: 'Mail', costPerLicence: 5 }), licence({ product: 'tool', purchased: 20, assigned: 17, service: 'Desktop', costPerLicence: 4 })] });
    expect(told(all)).toEqual([['Fewer licences: Tool', '5 of 30 licences of Tool are given to nobody.']]);
    // 2 × 5 + 3 × 4.
    expect(all[0]).toMatchObject({ amount: 22, services: ['Mail', 'Desktop'] });
    expect(all[0]!.rows).toHaveLength(2);
  });
});

describe('decommission', () => {
  const zeros = (item: string, before: number | null, unit: string | null = null) => [...(before === null ? [] : [usage({ item, month: '2026-06-01', quantity: before, unit })]), ...['2026-08-01', '2026-09-01', '2026-10-01'].map((month) => usage({ item, month, quantity: 0, unit }))];

  test('what nobody uses, with what it costs', () => {
    const [only] = recommended({ usage: zeros('Mail', 412, 'letters') });
    expect(told([only!])).toEqual([['Decommission: Mail', 'No use in August, September and October 2026; last used in June 2026: 412 letters.']]);
    expect(only).toMatchObject({ kind: 'Decommission', services: ['Mail'], amount: 38_000, belongsTo: 'Projects' });
    expect(told(recommended({ usage: zeros('Array', null) }))).toEqual([['Decommission: Array', 'No use in August, September and October 2026.']]);
  });

  test('not where it is used in another unit, is unknown, or is decided already', () => {
    expect(recommended({ usage: [...zeros('Mail', 5, 'letters'), octoberOf('Mail', 1, 'boxes'), ...zeros('Fax', 5), ...zeros('Old', 5)] })).toEqual([]);
    expect(recommended({ services: [service({ service: 'Mail', lifecycle: 'To be decommissioned' })], usage: zeros('Mail', 5) })).toEqual([]);
  });
});

describe('requests', () => {
  test('a new service that is asked for without a project; requests of one title are one', () => {
    const asked = { category: 'New service' } as const;
    const all = recommended({
      projects: [project({ project: 'Portal' })],
      requests: [
        request({ request: 'R-1', submitted: '2026-10-21', title: 'Video calls', businessUnit: 'Retail', ...asked, effortDays: 40 }),
        request({ request: 'R-2', submitted: '2026-09-21', title: 'video  calls', businessUnit: 'Cards', ...asked }),
        request({ request: 'R-3', submitted: '2026-10-30', businessUnit: 'Legal', ...asked }),
        request({ request: 'R-4', submitted: '2026-10-01', title: 'Portal', project: 'Portal', ...asked }),
        request({ request: 'R-5', submitted: '2026-10-01', title: 'Done already', status: 'Done', closed: '2026-10-02', ...asked }),
      ],
    });
    expect(told(all)).toEqual([
      ['Proposed project: video calls', '2 open requests ask for a new service and belong to no project; the oldest, R-2, of 21 Sep 2026 is 40 days old. Effort: 40 days, 1 without an estimate.'],
      ['Proposed project: R-3', '1 open request asks for a new service and belongs to no project; R-3 is of 30 Oct 2026, 1 day old.'],
    ]);
    expect(all.map(({ businessUnit, belongsTo, rows }) => [businessUnit, belongsTo, rows.length])).toEqual([[null, 'Projects', 2], ['Legal', 'Projects', 1]]);
  });

  test('twelve unplanned requests on one item in twelve months; eleven are not many', () => {
    const asked = (item: string, count: number, given: Partial<Parameters<typeof request>[0]> = {}) => Array.from({ length: count }, (_, index) => request({ request: `${item} ${index} ${JSON.stringify(given)}`, submitted: '2026-05-01', status: 'Done', closed: '2026-05-03', item, effortDays: 2, ...given }));
    const all = recommended({
      projects: [project({ project: 'Portal' })],
      requests: [...asked('Mail', 12), ...asked('Mail', 5, { planned: true }), ...asked('Mail', 5, { project: 'Portal' }), ...asked('Mail', 5, { status: 'Rejected' }), ...asked('Mail', 5, { submitted: '2025-10-31' }), ...asked('Intranet', 11)],
    });
    expect(told(all)).toEqual([['Proposed project: Mail', '12 unplanned requests in the last 12 months belong to no project, one a month or more. Effort: 24 days.']]);
    expect(all[0]!.rows).toHaveLength(12);
  });

  test('changes to a service that have waited for more than 90 days', () => {
    const asked = { category: 'Service impact', item: 'Mail' } as const;
    const [only, ...others] = recommended({
      projects: [project({ project: 'Portal' })],
      requests: [
        request({ request: 'R-1', submitted: '2026-08-01', ...asked }),
        request({ request: 'R-2', submitted: '2026-08-02', ...asked }),
        request({ request: 'R-3', submitted: '2026-01-19', ...asked, effortDays: 1 }),
        request({ request: 'R-4', submitted: '2026-01-01', ...asked, project: 'Portal' }),
        request({ request: 'R-5', submitted: '2026-01-01', ...asked, item: null }),
        request({ request: 'R-6', submitted: '2026-01-01', ...asked, category: 'Risk' }),
      ],
    });
    expect(others).toEqual([]);
    // 1 August is 91 days before 31 October, 2 August 90; 19 January 12 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 = 285.
    expect(plain(only!.finding)).toBe('2 open requests of category Service impact are older than 90 days; the oldest, R-3, of 19 Jan 2026 is 285 days old. Effort: 1 day, 1 without an estimate.');
    expect(only).toMatchObject({ name: 'Enhancement: Mail', kind: 'Enhancement', services: ['Mail'], belongsTo: 'Improvements' });
    expect(only!.rows).toHaveLength(2);
  });
});

describe('sent once', () => {
  const full = { usage: [octoberOf('Array', 90)], capacity: [capacity({ item: 'Array', capacity: 100, unit: 'TB' })] };
  const improvement = (name: string) => ({ row: 7, improvement: name, metric: null, agreement: null, opened: null, owner: null, dueDate: null, closedDate: null, status: null, action: null });

  test('by the source of a project, its name, or an improvement of that name', () => {
    const sent = (given: Parameters<typeof records>[0]) => recommended({ ...full, ...given })[0]!.sent;
    const [renamed, named] = [project({ project: 'Second array', source: 'more  capacity: ARRAY' }), project({ project: 'More capacity: Array' })];
    expect(sent({ projects: [project({ project: 'Another', source: 'More capacity: Mail' }), renamed, named] })).toEqual({ table: 'Projects', row: renamed.row });
    expect(sent({ projects: [named] })).toEqual({ table: 'Projects', row: named.row });
    expect(sent({ improvements: [improvement('More capacity: Array')] })).toEqual({ table: 'Improvements', row: 7 });
    expect(sent({})).toBeNull();
  });

  test('the name is the same next month, while the figures differ', () => {
    const next = recommended({ ...full, usage: [...full.usage, usage({ item: 'Array', month: '2026-11-01', quantity: 95, unit: 'TB' })], settings: { reportMonth: '2026-11-01', asOf: Date.UTC(2026, 11, 2) / 1000 } });
    expect(next[0]!.name).toBe('More capacity: Array');
    expect(plain(next[0]!.finding)).toContain('95 of 100 TB used in November 2026');
  });

  test('names are unique, on one line and of a bearable length', () => {
    const title = 'x'.repeat(300);
    const asked = (name: string, given: string) => request({ request: name, submitted: '2026-10-01', category: 'New service', title: given });
    const names = recommended({ requests: [asked('R-1', `${title}1`), asked('R-2', `${title}2`), asked('R-3', 'Two\nlines'), asked('R-4', '=1+1')] }).map(({ name }) => name);
    expect(names).toEqual([`Proposed project: ${'x'.repeat(119)}…`, `Proposed project: ${'x'.repeat(119)}… (2)`, 'Proposed project: Two lines', 'Proposed project: =1+1']);
    expect(names.every(isRecommendationName)).toBe(true);
    expect(isRecommendationName('Enhance mail')).toBe(false);
  });
});

test('the most urgent first', () => {
  const all = recommended({
    usage: [octoberOf('Array', 90), ...['2026-08-01', '2026-09-01', '2026-10-01'].map((month) => usage({ item: 'Mail', month, quantity: 0 }))],
    capacity: [capacity({ item: 'Array', capacity: 100 })],
    licences: [licence({ product: 'Tool', purchased: 5, assigned: 3 }), licence({ product: 'Viewer', purchased: 5, assigned: 7 })],
    requests: [request({ request: 'R-1', submitted: '2026-01-01', category: 'Service impact', item: 'Intranet' }), request({ request: 'R-2', submitted: '2026-01-01', category: 'New service', title: 'Portal' })],
  });
  expect(all.map(({ name }) => name)).toEqual(['More capacity: Array', 'More capacity: Viewer licences', 'Decommission: Mail', 'Fewer licences: Tool', 'Proposed project: Portal', 'Enhancement: Intranet']);
});
