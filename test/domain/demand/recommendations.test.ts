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
    expect(only).toMatchObject({ name: 'More capacity: Array (TB)', kind: 'More capacity', subject: 'Array', services: ['Mail', 'Intranet'], businessUnit: null, amount: null, dueDate: '2026-10-01', belongsTo: 'Projects', sent: null });
    expect(plain(only!.finding)).toBe('Forecast to reach 80% in January 2027; lead time 3 months, order was due 1 Oct 2026.');
    expect(only!.rows.map(({ table }) => table)).toEqual(['Capacity', 'Usage']);
  });

  test('over its threshold, and full', () => {
    // 929 + 20 a month: 949 in November, 1,009 in February.
    expect(told(array(929, { leadTimeMonths: 1, threshold: 0.85 }, 20))).toEqual([['More capacity: Array (TB)', '929 of 1,000 TB used in October 2026: 92.9%, threshold 85%; forecast to reach 100% in February 2027; lead time 1 month.']]);
    expect(told(array(929, { threshold: 0.825 }, 0))).toEqual([['More capacity: Array (TB)', '929 of 1,000 TB used in October 2026: 92.9%, threshold 82.5%.']]);
    expect(told(array(1040, {}, 0))).toEqual([['More capacity: Array (TB)', '1,040 of 1,000 TB used in October 2026: 104.0%.']]);
  });

  test('since when it is over its threshold; of a month that still runs the one before tells', () => {
    const usages = [['2026-07-01', 70], ['2026-08-01', 85], ['2026-09-01', 90], ['2026-10-01', 20]].map(([month, quantity]) => usage({ item: 'Array', month: month as string, quantity: quantity as number, unit: 'TB' }));
    const all = recommended({ usage: usages, capacity: [capacity({ item: 'Array', capacity: 100, unit: 'TB' })], settings: { asOf: Date.UTC(2026, 9, 10) / 1000 } });
    expect(told(all)).toEqual([['More capacity: Array (TB)', '90 of 100 TB used in September 2026: 90.0%, threshold 80% since August 2026.']]);
  });

  test('an upgrade that is planned, and comes too late', () => {
    // An order of now is there in December, before the upgrade.
    const rows = [capacity({ item: 'Array', capacity: 100, leadTimeMonths: 2 }), capacity({ item: 'Array', capacity: 400, from: '2027-03-01' })];
    expect(told(recommended({ usage: [octoberOf('Array', 78, null)], capacity: rows }, 1))).toEqual([['More capacity: Array', 'Forecast to reach 80% in December 2026; lead time 2 months, order was due 1 Oct 2026. Planned: 400 from 1 Mar 2027.']]);
  });

  test('not where an upgrade is there as soon as an order could be, unless it is too small', () => {
    const upgradeTo = (size: number) => recommended({ usage: [octoberOf('Array', 78, null)], capacity: [capacity({ item: 'Array', capacity: 100, leadTimeMonths: 6 }), capacity({ item: 'Array', capacity: size, from: '2027-03-15' })] }, 1);
    // April 2027 to March 2028: at most 78 + 17 = 95, 80% of 118.75.
    expect(upgradeTo(119)).toEqual([]);
    expect(upgradeTo(118)).toHaveLength(1);
  });

  test('an upgrade is held against its own threshold; where that cannot be read it is not known to be enough', () => {
    const upgradeTo = (size: number, given: Partial<Parameters<typeof capacity>[0]>) => recommended({ usage: [octoberOf('Array', 78, null)], capacity: [capacity({ item: 'Array', capacity: 100, leadTimeMonths: 6 }), capacity({ item: 'Array', capacity: size, from: '2027-03-15', ...given })] }, 1);
    // At most 95: 90% of 106 are 95.4, 90% of 105 are 94.5, 50% of 189 are 94.5.
    expect([upgradeTo(106, { threshold: 0.9 }), upgradeTo(105, { threshold: 0.9 }), upgradeTo(189, { threshold: 0.5 })].map(({ length }) => length)).toEqual([0, 1, 1]);
    expect(upgradeTo(900, { threshold: Number.NaN, unreadable: ['threshold'] })).toHaveLength(1);
  });

  test('over its capacity with a threshold that cannot be read; where more follows from the threshold alone, nothing', () => {
    const of = (quantity: number) => told(recommended({ usage: [octoberOf('Array', quantity)], capacity: [capacity({ item: 'Array', capacity: 1000, unit: 'TB', threshold: Number.NaN, unreadable: ['threshold'] })] }));
    expect(of(1050)).toEqual([['More capacity: Array (TB)', '1,050 of 1,000 TB used in October 2026: 105.0%.']]);
    expect(of(950)).toEqual([]);
  });

  test('not where use falls below the threshold before an order could be there, nor of a retired service', () => {
    // 820 − 15 a month: 790 in December, 775 in January; of 1,000 the threshold is 800.
    expect(array(820, { leadTimeMonths: 2 }, -15)).toEqual([]);
    // One month: 805 in November.
    expect(array(820, { leadTimeMonths: 1 }, -15)).toHaveLength(1);
    expect(recommended({ usage: [octoberOf('Old', 95)], capacity: [capacity({ item: 'Old', capacity: 100, unit: 'TB' })] })).toEqual([]);
  });

  test('not where there is enough, nor outside the lead time', () => {
    expect(array(740, { leadTimeMonths: 2 }, 20)).toEqual([]);
    expect(array(740, {}, 0)).toEqual([]);
  });

  test('the unit is in the name, whether the item has another one or not', () => {
    const rows = [capacity({ item: 'Array', capacity: 10, unit: 'TB' }), capacity({ item: 'Array', capacity: 10, unit: 'kIO/s' })];
    const used = [octoberOf('Array', 9), octoberOf('Array', 1, 'kIO/s')];
    expect(recommended({ usage: used, capacity: rows }).map(({ name }) => name)).toEqual(['More capacity: Array (TB)']);
    expect(recommended({ usage: used.slice(0, 1), capacity: rows.slice(0, 1) }).map(({ name }) => name)).toEqual(['More capacity: Array (TB)']);
  });

  test('names the open projects of the item: by their services, and by what requests for it belong to', () => {
    const of = (given: Parameters<typeof records>[0]) => plain(recommended({ usage: [octoberOf('Mail', 90)], capacity: [capacity({ item: 'Mail', capacity: 100, unit: 'TB' })], ...given })[0]!.finding).replace(/^.*threshold 80%\./, '');
    const projects = [project({ project: 'Bigger mail', services: ['mail'], status: 'Approved' }), project({ project: 'Second line' }), project({ project: 'Once', services: ['Mail'], status: 'Done' }), project({ project: 'No', services: ['Mail'], status: 'Rejected' }), project({ project: 'Mine', services: ['Mail'], source: 'More capacity: Mail (TB)' })];
    expect(of({ projects })).toBe(' Project for it: “Bigger mail” (Approved).');
    expect(of({ projects, requests: [request({ request: 'R-1', submitted: '2026-10-01', item: 'Mail', project: 'Second line' })] })).toBe(' Projects for it: “Bigger mail” (Approved) and “Second line” (Proposed).');
    expect(of({})).toBe('');
  });
});

describe('licences', () => {
  test('to buy: what is left once those that are not active are taken back', () => {
    const [short, ...others] = recommended({ licences: [licence({ product: 'Viewer', purchased: 900, assigned: 934, active: 902, service: 'Mail', costPerLicence: 420 })] });
    expect(others).toEqual([]);
    expect(told([short!])).toEqual([['More licences: Viewer', 'Buy 2 licences of Viewer: 934 are assigned, 32 of them not active; 900 are purchased.']]);
    // 2 × 420.
    expect(short).toMatchObject({ kind: 'More capacity', subject: 'Viewer', services: ['Mail'], amount: 840, belongsTo: 'Projects', dueDate: null });
    expect(told(recommended({ licences: [licence({ product: 'Viewer', purchased: 1, assigned: 2 })] }))).toEqual([['More licences: Viewer', 'Buy 1 licence of Viewer: 2 are assigned; 1 is purchased.']]);
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

  test('fewer than ten, and less than 5% of those purchased, are none', () => {
    const of = (purchased: number, assigned: number) => recommended({ licences: [licence({ product: 'Tool', purchased, assigned })] }).length;
    // 2 and 7 of 150 are 1.3% and 4.7%, 8 are 5.3%.
    expect([of(150, 148), of(150, 143), of(150, 142), of(1000, 991), of(1000, 990)]).toEqual([0, 0, 1, 0, 1]);
  });

  test('those not active that make up for others short are none too many', () => {
    // 10 short, 50 not active: 40 too many at 2; 10 short, 5 not active: 5 to buy; 10 and 10: none either way.
    const tool = (active: number) => recommended({ licences: [licence({ product: 'Tool', purchased: 100, assigned: 110, active, costPerLicence: 2 })] });
    expect(tool(60).map(({ name, finding, amount }) => [name, plain(finding), amount])).toEqual([['Fewer licences: Tool', '50 of 110 assigned licences of Tool are not active, 100 are purchased: 40 are too many.', 80]]);
    expect(tool(105).map(({ name, amount }) => [name, amount])).toEqual([['More licences: Tool', 10]]);
    expect(tool(100).map(({ name, finding, amount }) => [name, plain(finding), amount])).toEqual([['Fewer licences: Tool', '10 of 110 assigned licences of Tool are not active, 100 are purchased: if those are taken back, none has to be bought.', 0]]);
  });

  test('rows of one product are one recommendation', () => {
    const all = recommended({ licences: [licence({ product: 'Tool', purchased: 10, assigned: 8, service: 'Mail', costPerLicence: 5 }), licence({ product: 'tool', purchased: 20, assigned: 17, service: 'Desktop', costPerLicence: 4 })] });
    expect(told(all)).toEqual([['Fewer licences: Tool', '5 of 30 licences of Tool are given to nobody.']]);
    // 2 × 5 + 3 × 4.
    expect(all[0]).toMatchObject({ amount: 22, services: ['Mail', 'Desktop'] });
    expect(all[0]!.rows).toHaveLength(2);
  });

  test('what one row of a product lacks another has', () => {
    const all = recommended({ licences: [licence({ product: 'Suite', purchased: 100, assigned: 110, service: 'Mail', costPerLicence: 10 }), licence({ product: 'suite', purchased: 50, assigned: 20, service: 'Desktop', costPerLicence: 10 })] });
    // 150 − 130 = 20 at 10.
    expect(all.map(({ name, finding, amount }) => [name, plain(finding), amount])).toEqual([['Fewer licences: Suite', '20 of 150 licences of Suite are given to nobody.', 200]]);
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

  test('not where the zeros are of years ago, or nobody has recorded anything for months', () => {
    const months = (...all: string[]) => recommended({ usage: [usage({ item: 'Mail', month: '2023-05-01', quantity: 7 }), ...all.map((month) => usage({ item: 'Mail', month, quantity: 0 }))] });
    expect(months('2023-06-01', '2023-07-01', '2023-08-01')).toEqual([]);
    // Six months up to October begin in May.
    expect(months('2026-04-01', '2026-05-01', '2026-06-01')).toEqual([]);
    expect(months('2026-05-01', '2026-06-01', '2026-07-01')).toHaveLength(1);
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
      ['New service: video calls', '2 open requests ask for a new service and belong to no project; the oldest, R-2, of 21 Sep 2026 is 40 days old. Effort: 40 days, 1 without an estimate.'],
      ['New service: R-3', '1 open request asks for a new service and belongs to no project; R-3 is of 30 Oct 2026, 1 day old.'],
    ]);
    expect(all.map(({ businessUnit, belongsTo, rows }) => [businessUnit, belongsTo, rows.length])).toEqual([[null, 'Projects', 2], ['Legal', 'Projects', 1]]);
  });

  test('twelve unplanned requests on one item in twelve months; eleven are not many', () => {
    const asked = (item: string, count: number, given: Partial<Parameters<typeof request>[0]> = {}) => Array.from({ length: count }, (_, index) => request({ request: `${item} ${index} ${JSON.stringify(given)}`, submitted: '2026-05-01', status: 'Done', closed: '2026-05-03', item, effortDays: 2, ...given }));
    const all = recommended({
      projects: [project({ project: 'Portal' })],
      requests: [...asked('Mail', 12), ...asked('Mail', 5, { planned: true }), ...asked('Mail', 5, { project: 'Portal' }), ...asked('Mail', 5, { status: 'Rejected' }), ...asked('Mail', 5, { submitted: '2025-10-31' }), ...asked('Intranet', 11), ...asked('Intranet', 5, { changeType: 'Standard' })],
    });
    expect(told(all)).toEqual([['Unplanned work: Mail', '12 unplanned requests in the last 12 months, standard changes aside, belong to no project, one a month or more. Effort: 24 days.']]);
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
    expect(plain(only!.finding)).toBe('2 open requests of category Service impact are older than 90 days; the oldest, R-3, of 19 Jan 2026 is 285 days old. Effort: 1 day, 1 without an estimate. Project for it: “Portal” (Proposed).');
    expect(only).toMatchObject({ name: 'Enhancement: Mail', kind: 'Enhancement', services: ['Mail'], belongsTo: 'Improvements' });
    expect(only!.rows).toHaveLength(2);
  });
});

describe('many requests', () => {
  const asked = (count: number) => Array.from({ length: count }, (_, index) => request({ request: `R-${index}`, submitted: '2026-10-01', category: 'New service', title: `Portal ${index}`, effortDays: 1 }));

  test('the first twenty titles stand alone, those sent besides; the others are one', () => {
    const requests = asked(300);
    const all = recommended({ requests, projects: [project({ project: 'Big portal', source: 'New service: Portal 250' })] });
    expect(all.map(({ name }) => name)).toEqual([...Array.from({ length: 20 }, (_, index) => `New service: Portal ${index}`), 'New service: Portal 250', 'New service: all others asked for']);
    // 300 − 21; the oldest of them is the first in the table.
    expect(plain(all.at(-1)!.finding)).toBe('279 open requests ask for a new service and belong to no project; the oldest, R-20, of 1 Oct 2026 is 30 days old. Effort: 279 days.');
    expect(all.at(-1)!.rows).toHaveLength(279);
    expect(recommended({ requests: requests.slice(0, 20) })).toHaveLength(20);
  });

  test('so with items whose users wait', () => {
    const items = Array.from({ length: 22 }, (_, index) => component({ component: `Line ${index}` }));
    const all = recommended({ components: items, requests: items.map(({ component: item }, index) => request({ request: `R-${index}`, submitted: '2026-01-01', category: 'Service impact', item })) });
    expect(all).toHaveLength(21);
    expect(all.at(-1)).toMatchObject({ name: 'Enhancement: all other items', services: [] });
    expect(all.at(-1)!.rows).toHaveLength(2);
  });

  test('titles that are alike for 120 characters ask for the same', () => {
    const title = 'x'.repeat(300);
    const all = recommended({ requests: [1, 2].map((index) => request({ request: `R-${index}`, submitted: '2026-10-01', category: 'New service', title: `${title}${index}` })) });
    expect(all.map(({ name, rows }) => [name, rows.length])).toEqual([[`New service: ${'x'.repeat(119)}…`, 2]]);
  });
});

describe('sent once', () => {
  const full = { usage: [octoberOf('Array', 90)], capacity: [capacity({ item: 'Array', capacity: 100, unit: 'TB' })] };
  const improvement = (name: string) => ({ row: 7, improvement: name, metric: null, agreement: null, opened: null, owner: null, dueDate: null, closedDate: null, status: null, action: null });

  test('by the source of a project, its name, or an improvement of that name', () => {
    const sent = (given: Parameters<typeof records>[0]) => recommended({ ...full, ...given })[0]!.sent;
    const [renamed, named] = [project({ project: 'Second array', source: 'more  capacity: ARRAY (tb)' }), project({ project: 'More capacity: Array (TB)' })];
    expect(sent({ projects: [project({ project: 'Another', source: 'More capacity: Mail' }), renamed, named] })).toEqual({ table: 'Projects', row: renamed.row });
    expect(sent({ projects: [named] })).toEqual({ table: 'Projects', row: named.row });
    expect(sent({ improvements: [improvement('More capacity: Array (TB)')] })).toEqual({ table: 'Improvements', row: 7 });
    expect(sent({})).toBeNull();
  });

  test('the name is the same next month, while the figures differ', () => {
    const next = recommended({ ...full, usage: [...full.usage, usage({ item: 'Array', month: '2026-11-01', quantity: 95, unit: 'TB' })], settings: { reportMonth: '2026-11-01', asOf: Date.UTC(2026, 11, 2) / 1000 } });
    expect(next[0]!.name).toBe('More capacity: Array (TB)');
    expect(plain(next[0]!.finding)).toContain('95 of 100 TB used in November 2026');
  });

  test('the name does not depend on what else is found', () => {
    const asked = request({ request: 'N-1', submitted: '2026-10-01', title: 'Mail', category: 'New service' });
    const unplanned = Array.from({ length: 12 }, (_, index) => request({ request: `U-${index}`, submitted: '2026-05-01', item: 'Mail', status: 'Done', closed: '2026-05-03' }));
    const sent = project({ project: 'Chat', source: 'New service: Mail' });
    expect(recommended({ requests: [asked, ...unplanned], projects: [sent] }).map((one) => [one.name, one.sent?.row ?? null])).toEqual([['New service: Mail', sent.row], ['Unplanned work: Mail', null]]);
    expect(recommended({ requests: [{ ...asked, status: 'Rejected' }, ...unplanned], projects: [sent] }).map((one) => [one.name, one.sent])).toEqual([['Unplanned work: Mail', null]]);
  });

  test('a row that was closed long ago does not stand in the way of what is found now', () => {
    const source = 'More capacity: Array (TB)';
    const found = (...projects: Partial<Parameters<typeof project>[0]>[]) => {
      const [{ name, sent }] = recommended({ ...full, projects: projects.map((given, index) => project({ project: `P ${index}`, source, ...given, row: index + 2 })) }) as [Recommendation];
      return [name, sent?.row ?? null];
    };
    const again = `${source} (again)`;
    // Twelve months up to October 2026 begin on 1 November 2025.
    expect(found({ status: 'Done', endDate: '2025-10-31' })).toEqual([again, null]);
    expect(found({ status: 'Done', endDate: '2025-11-01' })).toEqual([source, 2]);
    expect(found({ status: 'Done', startDate: '2024-01-01', approvedDate: '2026-01-01' })).toEqual([source, 2]);
    expect(found({ status: 'Done' })).toEqual([again, null]);
    expect(found({ status: 'Rejected' })).toEqual([source, 2]);
    expect(found({ status: 'Rejected', endDate: '2024-05-01' })).toEqual([again, null]);
    expect(found({ status: 'In progress', endDate: '2024-05-01' })).toEqual([source, 2]);
    expect(found({ status: 'Done', endDate: '2024-05-01', unreadable: ['status'] })).toEqual([source, 2]);
    expect(found({ status: 'Done' }, {})).toEqual([source, 3]);
    expect(found({ status: 'Done' }, { source: again })).toEqual([again, 3]);
    expect(found({ status: 'Done' }, { source: again, status: 'Done' })).toEqual([`${source} (again 2)`, null]);
  });

  test('so with improvements: by their closed date, or else the date on which they were opened', () => {
    const source = 'More capacity: Array (TB)';
    const sent = (given: object) => recommended({ ...full, improvements: [{ ...improvement(source), ...given }] })[0]!.sent?.row ?? null;
    expect(sent({ status: 'Done', opened: '2024-01-01', closedDate: '2026-01-01' })).toBe(7);
    expect(sent({ status: 'Done', opened: '2024-01-01' })).toBeNull();
    expect(sent({ status: 'Dropped', closedDate: '2025-10-31' })).toBeNull();
    expect(sent({ status: 'Dropped' })).toBe(7);
    expect(sent({ status: 'Open', opened: '2024-01-01' })).toBe(7);
  });

  test('names are on one line', () => {
    const asked = (name: string, given: string) => request({ request: name, submitted: '2026-10-01', category: 'New service', title: given });
    const names = recommended({ requests: [asked('R-3', 'Two\nlines'), asked('R-4', '=1+1')] }).map(({ name }) => name);
    expect(names).toEqual(['New service: Two lines', 'New service: =1+1']);
    expect([...names, 'More licences: Tool', 'Unplanned work: Mail'].every(isRecommendationName)).toBe(true);
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
  expect(all.map(({ name }) => name)).toEqual(['More capacity: Array (TB)', 'More licences: Viewer', 'Decommission: Mail', 'Fewer licences: Tool', 'New service: Portal', 'Enhancement: Intranet']);
});
