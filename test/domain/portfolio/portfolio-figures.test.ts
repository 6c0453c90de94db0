import { portfolioFigures } from '../../../src/domain/portfolio/portfolio-figures';
import { initiative, process, project, records, request, service, support } from '../../support/records';

test('nothing recorded gives nothing, without errors', () => {
  expect(portfolioFigures(records())).toMatchObject({ services: [], projects: [], initiatives: [], scenario: null, withoutInitiative: [], withoutProject: [], rowsLeftOut: [] });
});

describe('projects and initiatives', () => {
  const figures = portfolioFigures(
    records({
      settings: { discountRate: 0.1, projectBudget: 1000 },
      initiatives: [
        initiative({ initiative: 'Online', objective: 'Grow', owner: 'Ann', measure: 'Share', target: 0.5, dueDate: '2027-12-31' }),
        initiative({ initiative: 'Idle', objective: 'Grow', measure: 'Share' }),
        initiative({ initiative: 'Turned down', objective: 'Grow', owner: 'Cy', measure: 'Share', target: 1, dueDate: '2027-01-01' }),
        initiative({ initiative: 'Given up', objective: 'Grow', status: 'Dropped' }),
        initiative({ row: 91, initiative: 'Odd', objective: '', target: null, measure: 'Share', owner: 'Bo', dueDate: '2027-01-01', unreadable: ['objective', 'target'] }),
      ],
      projects: [
        project({ project: 'Later', status: 'Done', cost: 5 }),
        project({ project: 'Small', initiative: 'ONLINE ', cost: 100, annualBenefit: 50, years: 3, services: ['Web'] }),
        project({ project: 'Large', initiative: 'Online', cost: 900, annualBenefit: 800, years: 2, status: 'Queued' }),
        project({ project: 'Refused', initiative: 'Online', cost: 7000, status: 'Rejected' }),
        project({ project: 'Refused, too', initiative: 'Turned down', status: 'Rejected' }),
        project({ project: 'Strange', initiative: 'Gone', fit: 5 }),
        project({ project: 'Alone', initiative: 'Odd', status: 'In progress', cost: 10 }),
        project({ project: 'small', cost: 1, row: 81 }),
        project({ project: 'Broken', status: '' as never, row: 82, unreadable: ['status'] }),
        project({ project: 'No cost', initiative: 'Online', row: 83, annualBenefit: 1, years: 1, unreadable: ['cost'] }),
      ],
      requests: [request({ request: '1', submitted: '2026-01-01', project: 'small' }), request({ request: '2', submitted: '2026-01-01', project: 'Small', status: 'Done' }), request({ request: '3', submitted: '2026-01-01', project: 'Small', status: 'In progress' })],
      services: [service({ service: 'Web' })],
    }),
  );
  const of = (name: string) => figures.projects.find(({ project: own }) => own === name)!;

  test('ranked ones first, then the others as they stand', () => {
    // Strange: fit 5 alone gives 1, as much as Large, which stands above it. NPV of Large 800 ÷ 1.1 + 800 ÷ 1.21 − 900 = 488.43 is above that of Small, 24.34: 1 and 0.
    expect(figures.projects.map(({ project: name, rank }) => [name, rank])).toEqual([['Large', 1], ['Strange', 1], ['Small', 3], ['Later', null], ['Refused', null], ['Refused, too', null], ['Alone', null], ['No cost', null]]);
    expect(of('Large').npv).toBeCloseTo(488.4298, 3);
    expect(of('Small').npv).toBeCloseTo(24.3426, 3);
    expect([of('Later').parts, of('No cost').npv, of('No cost').score]).toEqual([[], null, null]);
  });

  test('objective through the initiative, requests of the backlog', () => {
    expect([of('Small').objective, of('Alone').objective, of('Strange').objective]).toEqual(['Grow', null, null]);
    expect(of('Small').requests).toBe(2);
    expect(of('Small').undocumented).toEqual(['contact', 'description', 'benefit', 'timeline', 'resources', 'risks', 'assumptions']);
  });

  test('what belongs to nothing, and what is not SMART; what cannot be read is not called missing', () => {
    expect(figures.withoutInitiative).toEqual(['Strange']);
    // What was to serve Turned down was rejected.
    expect(figures.withoutProject).toEqual(['Idle', 'Turned down']);
    expect(figures.initiatives.map(({ initiative: name, projects, cost, missing }) => [name, projects, cost, missing])).toEqual([
      // 100 + 900; Refused is left out, of No cost none is known.
      ['Online', ['Large', 'Small', 'Refused', 'No cost'], 1000, []],
      ['Idle', [], null, ['target', 'due date', 'owner']],
      ['Turned down', ['Refused, too'], null, []],
      ['Given up', [], null, ['measure', 'target', 'due date', 'owner']],
      ['Odd', ['Alone'], 10, []],
    ]);
  });

  test('rows left out, and rows used in part', () => {
    expect(figures.rowsLeftOut).toEqual([{ table: 'Projects', row: 81 }, { table: 'Projects', row: 82 }, { table: 'Projects', row: 83 }, { table: 'Initiatives', row: 91 }]);
  });

  test('the scenario is that of the Settings’ budget', () => {
    expect(figures.scenario).toMatchObject({ budget: 1000, committed: ['Alone'], chosen: ['Large'], notChosen: ['Small'] });
  });
});

test('requests wait for a project as they stood at the end of the report month, or at As of', () => {
  const given = {
    projects: [project({ project: 'P' })],
    requests: [
      request({ request: 'to come', submitted: '2026-11-20', project: 'P' }),
      request({ request: 'done later', submitted: '2026-09-01', status: 'Done', closed: '2026-11-05', project: 'P' }),
      request({ request: 'open', submitted: '2026-09-20', project: 'p' }),
      request({ request: 'no date', submitted: '', project: 'P', unreadable: ['submitted'] }),
    ],
  };
  const waiting = (asOf: number) => portfolioFigures(records({ ...given, settings: { reportMonth: '2026-10-01', asOf: asOf / 1000 } })).projects[0]!.requests;
  expect(waiting(Date.UTC(2026, 10, 30))).toBe(2);
  expect(waiting(Date.UTC(2026, 8, 10))).toBe(1);
});

test('without a discount rate no NPV is known, but ROI and payback are', () => {
  const { projects, discountRate } = portfolioFigures(records({ projects: [project({ project: 'P', cost: 100, annualBenefit: 80, years: 2, fit: 3 })] }));
  expect(discountRate).toBeNull();
  expect(projects[0]).toMatchObject({ npv: null, roi: 0.6, payback: 1.25, score: 0.5, rank: 1 });
});

test('services with the processes and objectives above them, and the projects that change them', () => {
  const { services } = portfolioFigures(
    records({
      services: [service({ service: 'Web', lifecycle: 'Retired' }), service({ service: 'Mail' }), service({ service: 'WEB' }), service({ service: '#N/A', unreadable: ['service'] })],
      processes: [process({ process: 'Selling' }), process({ process: 'Lending' })],
      objectives: ['Grow', 'Earn'].map((objective) => ({ row: 2, objective, kind: 'Business', serves: objective === 'Grow' ? 'Earn' : null, measure: null, target: null, actual: null, better: null, dueDate: null }) as const),
      supports: [support({ from: 'web', to: 'Selling' }), support({ from: 'Web', to: 'Lending' }), support({ from: 'Selling', to: 'Grow' }), support({ from: 'Lending', to: 'Earn' })],
      projects: [project({ project: 'New web', services: ['Web', 'web', 'Mail'] }), project({ project: 'Old web', services: ['Web'], status: 'Done' })],
    }),
  );
  expect(services.map(({ service: name, processes, objectives, projects }) => [name, processes, objectives, projects])).toEqual([
    ['Web', ['Selling', 'Lending'], ['Grow', 'Earn'], ['New web']],
    ['Mail', [], [], ['New web']],
  ]);
});
