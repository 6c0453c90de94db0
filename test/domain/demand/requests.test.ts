/** Requests at the end of October 2026, seen from 2 November; counted by hand and, for any rows, one by one. */
import fc from 'fast-check';
import { requestFiguresWork } from '../../../src/domain/demand/request-figures';
import { requestLogWork } from '../../../src/domain/demand/request-log';
import type { Request } from '../../../src/domain/demand/records';
import type { Settings } from '../../../src/domain/records';
import { catalogue } from '../../../src/domain/servicemap/catalogue';
import { finish } from '../../../src/domain/work';
import { project, records, request, service } from '../../support/records';

function figuresOf(requests: readonly Request[], settings: Partial<Settings> = {}) {
  const all = records({ services: [service({ service: 'Mail' })], requests, projects: [project({ project: 'New mail', status: 'Approved' }), project({ project: 'Idea', status: 'Proposed' }), project({ project: 'Refused', status: 'Rejected' })], settings: { reportMonth: '2026-10-01', ...settings } });
  return finish(requestFiguresWork(finish(requestLogWork(all, catalogue(all.services, all.components)))));
}

test('the backlog is neither rejected nor done, oldest first, with its age at the end of the month', () => {
  const figures = figuresOf([
    request({ request: 'R-1', submitted: '2026-10-21', item: 'mail', title: 'More space', businessUnit: 'Retail', category: 'Resource', project: 'new MAIL', planned: true, effortDays: 3 }),
    request({ request: 'R-2', submitted: '2026-07-23', status: 'Approved', project: 'Gone' }),
    request({ request: 'R-3', submitted: '2026-08-01', status: 'Rejected', decided: '2026-08-05' }),
    request({ request: 'R-4', submitted: '2026-08-01', status: 'Done', closed: '2026-10-31' }),
  ]);
  // 23 July to 31 October: 8 + 31 + 30 + 31 = 100 days.
  expect(figures.backlog).toMatchObject([
    { request: 'R-2', item: null, ageDays: 100, project: null, status: 'Approved' },
    { table: 'Requests', request: 'R-1', title: 'More space', item: 'Mail', businessUnit: 'Retail', category: 'Resource', ageDays: 10, planned: true, project: 'New mail', effortDays: 3, status: 'New' },
  ]);
  expect(figures).toMatchObject({ backlogEffortDays: 3, backlogWithoutEffort: 1 });
});

test('nothing after the month has happened: what was closed since is open, what was submitted since is not there', () => {
  const figures = figuresOf([
    request({ request: 'R-1', submitted: '2026-10-01', status: 'Done', decided: '2026-10-20', closed: '2026-11-01' }),
    request({ request: 'R-2', submitted: '2026-10-01', status: 'Rejected', decided: '2026-11-01' }),
    request({ request: 'R-3', submitted: '2026-11-01' }),
  ]);
  expect(figures.backlog.map(({ request: name, status }) => [name, status])).toEqual([['R-1', 'In progress'], ['R-2', 'New']]);
  expect(figures.leadTimeDays).toBeNull();
  expect(figures.rowsLeftOut).toEqual([]);
  // In the middle of October, As of says what has happened.
  const early = figuresOf([request({ request: 'R-1', submitted: '2026-10-01', status: 'Done', closed: '2026-10-20' }), request({ request: 'R-2', submitted: '2026-10-16' })], { asOf: Date.UTC(2026, 9, 16) / 1000 });
  expect(early.backlog).toMatchObject([{ request: 'R-1', ageDays: 14 }]);
});

test('counts by property: known ones in their order, others by how many are open, blanks last', () => {
  const figures = figuresOf([
    request({ request: 'R-1', submitted: '2026-10-05', businessUnit: 'Cards', category: 'Risk', source: 'Supplier' }),
    request({ request: 'R-2', submitted: '2025-11-01', businessUnit: 'Retail', category: 'Risk', status: 'Done', closed: '2025-12-01' }),
    request({ request: 'R-3', submitted: '2025-10-31', businessUnit: 'retail', status: 'Approved' }),
    request({ request: 'R-4', submitted: '2025-12-31', businessUnit: 'Retail', status: 'In progress' }),
    // Done more than a year ago: in no count.
    request({ request: 'R-5', submitted: '2025-10-31', businessUnit: 'Legal', status: 'Done', closed: '2025-12-01' }),
    request({ request: 'R-6', submitted: '2026-10-05' }),
  ]);
  expect(figures.byBusinessUnit).toEqual([
    { name: 'Retail', submitted: 0, submittedInYear: 2, open: 2 },
    { name: 'Cards', submitted: 1, submittedInYear: 1, open: 1 },
    { name: null, submitted: 1, submittedInYear: 1, open: 1 },
  ]);
  expect(figures.byCategory).toEqual([
    { name: 'Service impact', submitted: 0, submittedInYear: 0, open: 0 },
    { name: 'New service', submitted: 0, submittedInYear: 0, open: 0 },
    { name: 'Risk', submitted: 1, submittedInYear: 2, open: 1 },
    { name: 'Resource', submitted: 0, submittedInYear: 0, open: 0 },
    { name: null, submitted: 1, submittedInYear: 2, open: 3 },
  ]);
  expect(figures.byStatus).toEqual([
    { name: 'New', submitted: 2, submittedInYear: 2, open: 2 },
    { name: 'Approved', submitted: 0, submittedInYear: 0, open: 1 },
    { name: 'In progress', submitted: 0, submittedInYear: 1, open: 1 },
    { name: 'Done', submitted: 0, submittedInYear: 1, open: 0 },
    { name: 'Rejected', submitted: 0, submittedInYear: 0, open: 0 },
  ]);
});

test.each([[0, 0], [30, 0], [31, 1], [90, 1], [91, 2], [180, 2], [181, 3]])('an age of %s days', (days, place) => {
  const submitted = new Date(Date.UTC(2026, 9, 31 - days)).toISOString().slice(0, 10);
  expect(figuresOf([request({ request: 'R-1', submitted })]).byAge).toEqual([30, 90, 180, null].map((upToDays, at) => ({ upToDays, open: at === place ? 1 : 0 })));
});

test('lead time: the median of those closed in twelve months, and of each month', () => {
  const figures = figuresOf([
    request({ request: 'R-1', submitted: '2026-10-01', status: 'Done', closed: '2026-10-03' }),
    request({ request: 'R-2', submitted: '2026-10-01', status: 'Done', closed: '2026-10-10' }),
    request({ request: 'R-3', submitted: '2026-08-31', status: 'Done', closed: '2026-09-30' }),
    request({ request: 'R-4', submitted: '2025-11-01', status: 'Done', closed: '2025-11-01' }),
    // The day before the twelve months.
    request({ request: 'R-5', submitted: '2025-01-01', status: 'Done', closed: '2025-10-31' }),
  ]);
  // Days 0, 2, 9 and 30: between 2 and 9. October: between 2 and 9, too; September: 30.
  expect(figures.leadTimeDays).toBe(5.5);
  expect(figures.months.slice(-2)).toEqual([
    { month: '2026-09-01', submitted: 0, closed: 1, backlog: 0, leadTimeDays: 30 },
    { month: '2026-10-01', submitted: 2, closed: 2, backlog: 0, leadTimeDays: 5.5 },
  ]);
  expect(figures.months[0]).toEqual({ month: '2025-10-01', submitted: 0, closed: 1, backlog: 0, leadTimeDays: 303 });
  expect(figures.months).toHaveLength(13);
});

test('planned, unplanned and with a project, of those submitted in twelve months', () => {
  const figures = figuresOf([
    request({ request: 'R-1', submitted: '2026-10-01', planned: true, project: 'New mail' }),
    request({ request: 'R-2', submitted: '2026-10-01', project: 'New mail', status: 'Rejected', decided: '2026-10-02' }),
    request({ request: 'R-3', submitted: '2026-10-01' }),
    request({ request: 'R-4', submitted: '2025-10-31', planned: true, project: 'New mail' }),
    request({ request: 'R-5', submitted: '2026-10-01', planned: false, unreadable: ['planned'] }),
    // Of projects that are only proposed, or rejected, no budget is known.
    request({ request: 'R-6', submitted: '2026-10-01', project: 'Idea' }),
    request({ request: 'R-7', submitted: '2026-10-01', project: 'Refused' }),
  ]);
  expect(figures).toMatchObject({ planned: 1, unplanned: 4, withProject: 2 });
  expect(figures.backlog.map(({ request: name, project: of }) => [name, of])).toEqual([['R-4', 'New mail'], ['R-1', 'New mail'], ['R-3', null], ['R-5', null], ['R-6', 'Idea'], ['R-7', 'Refused']]);
});

test('Closed with a Status that knows no end: it is in the backlog, and nowhere else', () => {
  const figures = figuresOf([request({ request: 'R-1', submitted: '2026-10-01', closed: '2026-10-20' }), request({ request: 'R-2', submitted: '2026-10-01', status: 'Rejected', closed: '2026-10-09' }), request({ request: 'R-3', submitted: '2026-10-01', status: 'Done', closed: '2026-10-05' })]);
  expect(figures.backlog.map(({ request: name }) => name)).toEqual(['R-1']);
  expect(figures.months.at(-1)).toEqual({ month: '2026-10-01', submitted: 3, closed: 2, backlog: 1, leadTimeDays: 4 });
  // What was rejected was not delivered.
  expect(figures.leadTimeDays).toBe(4);
});

test('60,000 requests are counted in small steps', () => {
  const requests = Array.from({ length: 60_000 }, (_, index) => request({ request: `R-${index}`, submitted: `2026-0${1 + (index % 9)}-01` }));
  const all = records({ requests, settings: { reportMonth: '2026-10-01' } });
  const work = requestFiguresWork(finish(requestLogWork(all, catalogue([], []))));
  let steps = 0;
  for (;;) {
    const step = work.next();
    if (!step.done) steps++;
    else {
      expect(step.value.backlog.slice(0, 2).map(({ request: name }) => name)).toEqual(['R-0', 'R-9']);
      break;
    }
  }
  // Backlog, lead times, five properties and months, 5,000 rows at a time.
  expect(steps).toBeGreaterThanOrEqual((8 * 60_000) / 5000);
});

describe('rows that cannot be used', () => {
  test.each([
    ['submitted is text', { submitted: '', unreadable: ['submitted'] }, 0],
    ['status is text', { status: '' as Request['status'], unreadable: ['status'] }, 0],
    ['closed is text', { unreadable: ['closed'] }, 0],
    ['closed before submitted', { closed: '2026-09-01', status: 'Done' }, 0],
    ['an unknown item', { item: null, unreadable: ['item'] }, 1],
    ['effort is text', { effortDays: null, unreadable: ['effortDays'] }, 1],
    ['done, nobody says when', { status: 'Done' }, 0],
    ['rejected, nobody says when', { status: 'Rejected' }, 0],
  ] as const)('%s', (_name, given, open) => {
    const bad = request({ request: 'R-1', submitted: '2026-10-01', ...given });
    const figures = figuresOf([bad]);
    expect(figures.rowsLeftOut).toEqual([{ table: 'Requests', row: bad.row }]);
    expect(figures.backlog).toHaveLength(open);
    expect(figures.months.map(({ backlog }) => backlog).at(-1) ?? 0).toBe(open);
  });

  test('an unknown item counts in no item, and in everything else', () => {
    const figures = figuresOf([request({ request: 'R-1', submitted: '2026-10-01', item: null, category: 'Risk', unreadable: ['item'] })]);
    expect(figures.byItem).toEqual([]);
    expect(figures.byCategory[2]).toEqual({ name: 'Risk', submitted: 1, submittedInYear: 1, open: 1 });
  });
});

test('without requests there is nothing to count', () => {
  expect(figuresOf([])).toMatchObject({ byStatus: [], byCategory: [], byAge: [], backlog: [], months: [], leadTimeDays: null, planned: 0 });
});

test('whatever the rows: months add up, and equal counting each by itself', () => {
  const day = (back: number) => new Date(Date.UTC(2026, 10, 20 - back)).toISOString().slice(0, 10);
  const row = fc.record({ submitted: fc.integer({ min: 0, max: 500 }), takes: fc.integer({ min: 0, max: 200 }), status: fc.constantFrom('New', 'Approved', 'Rejected', 'In progress', 'Done') as fc.Arbitrary<Request['status']>, dated: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (given) => {
      const requests = given.map(({ submitted, takes, status, dated }, index) => {
        const over = status === 'Done' || status === 'Rejected';
        return request({ request: `R-${index}`, submitted: day(submitted), status, closed: over && (dated || status === 'Done') ? day(submitted - takes) : null, decided: over ? day(submitted - takes) : null });
      });
      const figures = figuresOf(requests);
      figures.months.forEach(({ month, submitted, closed, backlog }, place) => {
        const end = place === 12 ? '2026-10-31' : figures.months[place + 1]!.month;
        const before = (date: string) => (place === 12 ? date <= end : date < end);
        const ended = ({ status, closed: on, decided }: Request) => (status === 'Done' || status === 'Rejected' ? (on ?? decided) : null);
        expect(submitted).toBe(requests.filter((one) => one.submitted >= month && before(one.submitted)).length);
        expect(closed).toBe(requests.filter((one) => (ended(one) ?? '') >= month && before(ended(one)!)).length);
        expect(backlog).toBe(requests.filter((one) => before(one.submitted) && !(ended(one) !== null && before(ended(one)!))).length);
        if (place > 0) expect(backlog).toBe(figures.months[place - 1]!.backlog + submitted - closed);
      });
      expect(figures.backlog).toHaveLength(figures.months.at(-1)?.backlog ?? 0);
      expect(figures.byStatus.reduce((sum, { open }) => sum + open, 0)).toBe(figures.backlog.length);
      expect(figures.byAge.reduce((sum, { open }) => sum + open, 0)).toBe(figures.backlog.length);
    }),
    { numRuns: 60 },
  );
});
