import { portfolioFigures } from '../../../src/domain/portfolio/portfolio-figures';
import type { Records } from '../../../src/domain/records';
import { projectPortfolio } from '../../../src/reports/portfolio/project-portfolio';
import { nextBudgetSentence } from '../../../src/reports/portfolio/sentences';
import { servicePortfolio } from '../../../src/reports/portfolio/service-portfolio';
import { COLOR } from '../../../src/reports/style';
import { figures } from '../../support/figures';
import { initiative, project, records, service } from '../../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../../support/sheets';

const of = (given: Parameters<typeof records>[0]) => ({ figures: figures({ currency: '$', portfolio: portfolioFigures(records(given)) }), dateSystem: 1900 as const });
const said = (sheet: ReturnType<typeof servicePortfolio>): string => texts(sheet).join('\n');

describe('service portfolio', () => {
  const services: Records['services'] = [
    service({ service: 'Mail', portfolioClass: 'Utility', annualCost: 300, businessSponsor: 'COO', relationshipManager: 'Ken', itOwner: 'Ann', contribution: ['Lower cost', 'Regulatory'], contributionStatement: '=HYPERLINK("x")', roadmap: 'New archive 2027', businessFunctions: 'All offices' }),
    service({ service: 'Web', portfolioClass: 'Differentiator', annualCost: 700 }),
    service({ service: 'Fax', lifecycle: 'To be decommissioned', annualCost: 50 }),
    service({ service: 'Chat', lifecycle: 'In development' }),
    service({ service: 'Telex', lifecycle: 'Retired' }),
    service({ service: 'Odd', lifecycle: null }),
  ];
  const sheet = servicePortfolio(of({ services, projects: [project({ project: 'New mail', services: ['Mail'] })] }));

  test('the sentence adds up services in service, and what is compared with it', () => {
    // 300 + 700; Fax is to go, Chat to come.
    expect(said(sheet)).toContain('Two services are in service and cost $1,000 a year; one is to be decommissioned, one is to come.');
    expect(said(sheet)).toContain('Of it differentiators $700 and utilities $300.');
  });

  test('by lifecycle, differentiators first', () => {
    const order = ['Proposed and in development: one', 'Chat (in development)', 'In service: two, $1,000 a year', 'Web', 'Mail', 'To be decommissioned: one, $50 a year', 'Fax', 'Retired: one', 'Telex', 'Lifecycle not recorded: one', 'Odd'].map((text) => rowOf(sheet, text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('a line with people and cost, and beneath it what it is worth, in the words of the table', () => {
    const row = rowOf(sheet, 'Mail');
    expect(valuesOf(sheet, row)).toEqual(['Mail', 'Utility', 'Lower cost, Regulatory', 'COO', 'Ken', 'Ann', 300]);
    expect([1, 2, 3, 4].map((below) => valuesOf(sheet, row + below))).toEqual([['Value: =HYPERLINK("x")'], ['Business functions: All offices'], ['Roadmap: New archive 2027'], ['Projects under way or asked for: New mail']]);
    expect(sheet.rows.flatMap(({ cells }) => cells).every(({ formula }) => formula === undefined)).toBe(true);
  });

  test('what is missing is marked, of a retired service not', () => {
    expect(cellAt(sheet, rowOf(sheet, 'Web'), 4)).toMatchObject({ value: 'no sponsor yet', style: { color: COLOR.missed } });
    expect(valuesOf(sheet, rowOf(sheet, 'Web') + 1)).toEqual(['No value statement and no roadmap are written down.']);
    expect(valuesOf(sheet, rowOf(sheet, 'Telex'))).toEqual(['Telex', '–', '–', '–', '–', '–', '–']);
  });

  test('no service is one honest line', () => {
    expect(said(servicePortfolio(of({})))).toContain('No service is recorded.');
  });
});

describe('project portfolio', () => {
  const projects = [
    project({ project: 'Running', status: 'In progress', cost: 100, owner: 'Ann', initiative: 'Online' }),
    project({ project: 'Small', cost: 50, annualBenefit: 40, years: 2.5, fit: 5, urgency: 1, risk: 1, owner: 'Bo', category: 'Reactive', description: 'Less paper', startDate: '2027-02-01', endDate: '2027-03-31' }),
    project({ project: 'Large', cost: 500, annualBenefit: 300, years: 3, status: 'Queued', initiative: 'Online', risk: 5 }),
    project({ project: 'Loss', cost: 90, annualBenefit: 10, years: 2, initiative: 'Online' }),
    project({ project: 'Gone', status: 'Rejected', cost: 7, initiative: 'Online' }),
  ];
  const initiatives = [initiative({ initiative: 'Online', objective: 'Grow', owner: 'Ann', measure: 'Share online', baseline: 0.4, actual: 0.5, target: 0.75, dueDate: '2027-12-31', budget: 600 }), initiative({ initiative: 'Idea', objective: 'Grow', owner: 'Ann', dueDate: '2027-12-31' })];
  const sheet = projectPortfolio(of({ projects, initiatives, settings: { discountRate: 0, projectBudget: 200 } }));

  test('the budget: what is committed, chosen, over it and never chosen, with sums', () => {
    // Without a rate of interest NPV is benefits less cost: Small 100 − 50, Large 900 − 500, Loss 20 − 90.
    expect(said(sheet)).toContain('A budget of $200 pays for one committed project and one of three others (NPV $50).');
    expect(['Committed: approved, in progress, or compliance', 'Chosen: the largest NPV for the rest', 'Over the budget', 'Not to be chosen'].map((text) => [valuesOf(sheet, rowOf(sheet, text)).slice(1), valuesOf(sheet, rowOf(sheet, text) + 1)])).toEqual([
      [[1, 100, '–'], ['Running']],
      [[1, 50, 50], ['Small']],
      [[1, 500, 400], ['Large']],
      [[1, 90, -70], ['Loss (NPV not above 0)']],
    ]);
    expect(said(sheet)).toContain('$50 of the budget is left.');
    // Worth more than Small's 50 are Large, 100 + 500, and both, 100 + 550; Large is worth 400.
    expect(said(sheet)).toContain('With $400 more (a budget of $600) Large comes in and Small goes out: the NPV is $350 larger.');
  });

  test('what a little more budget would change: many names, commas in them, cents; nothing where nothing is left', () => {
    const next = { budget: 512.5, comesIn: ['A, phase 2', 'B'], goesOut: [], moreNpv: 0.25 };
    expect(nextBudgetSentence({ budget: 500, next }, '$')).toBe('With $12.50 more (a budget of $512.50) “A, phase 2” and B come in: the NPV is $0.25 larger.');
    // Six of the eight are named.
    expect(nextBudgetSentence({ budget: 500, next: { ...next, budget: 1500, goesOut: [...'CDEFGHIJ'], moreNpv: 1234.4 } }, '$')).toBe('With $1,000 more (a budget of $1,500) “A, phase 2” and B come in and C, D, E, F, G, H and two more go out: the NPV is $1,234 larger.');
    // A third does not count in whole cents: 12.5 less 1 ÷ 3 is 12.17.
    expect(nextBudgetSentence({ budget: 500 + 1 / 3, next }, '$')).toMatch(/^With \$12\.17 more/);
    expect(nextBudgetSentence({ budget: 512.495, next }, '$')).toMatch(/^With \$0\.01 more \(a budget of \$512\.50\)/);
    expect(nextBudgetSentence({ budget: 500, next: null }, '$')).toBe('');
    expect(said(projectPortfolio(of({ projects, settings: { discountRate: 0, projectBudget: 650 } })))).not.toContain(' more (a budget of ');
  });

  test('the ranking prints weights and factors, and names what is not known', () => {
    const row = rowOf(sheet, 'Which come first');
    expect(valuesOf(sheet, row + 1)).toEqual(['Project', 'Status', 'Not known', 'Score', 'Value × 3', 'Fit × 3', 'Urgency × 2', 'Risk × 2', 'NPV', 'Budget']);
    // Small: value 0.5, fit 1, urgency 0, risk 1: (1.5 + 3 + 0 + 2) ÷ 10; Large: (3 + 0) ÷ 5; Loss: value 0 alone.
    expect([2, 3, 4].map((below) => valuesOf(sheet, row + below))).toEqual([
      [1, 'Small', 'Proposed', 0.65, 0.5, 1, 0, 1, 50, 'in the budget'],
      [2, 'Large', 'Queued', 'fit and urgency', 0.6, 1, '–', '–', 0, 400, 'over the budget'],
      [3, 'Loss', 'Proposed', 'fit, urgency and risk', 0, 0, '–', '–', '–', -70, 'NPV not above 0'],
    ]);
  });

  test('projects by category with dates, value and what is not documented', () => {
    const row = rowOf(sheet, 'Reactive, to a shift of technology or business: one project, $50');
    // 1 Feb and 31 Mar 2027 are days 46419 and 46477; ROI (100 − 50) ÷ 50; payback 50 ÷ 40.
    expect(valuesOf(sheet, row + 2)).toEqual([1, 'Small', 'Proposed', 'no initiative', 'Bo', 46419, 46477, 50, 40, 2.5, 50, 1, 1.25]);
    expect([3, 4].map((below) => valuesOf(sheet, row + below))).toEqual([['Less paper'], ['Not documented: contact, service or business unit, benefit, resources, risks and assumptions.']]);
    expect(said(sheet)).toContain('Sustaining and improvement: four projects, three of them open, $690');
    const order = ['Running', 'Large', 'Loss', 'Gone'].map((name) => sheet.rows.findLastIndex(({ cells }) => cells.some(({ column, value }) => column === 2 && value === name)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('initiatives with budget, cost of their projects, progress and what they lack', () => {
    // 100 + 500 + 90, more than 600; Gone was rejected.
    const row = rowOf(sheet, 'Initiatives and what is done for them') + 2;
    expect(valuesOf(sheet, row)).toEqual(['Online', '–', 'Grow', 'Ann', 46752, 600, 690, 'yes']);
    expect(cellAt(sheet, row, 9)).toMatchObject({ value: 690, style: { color: COLOR.missed } });
    expect(valuesOf(sheet, row + 1)).toEqual(['Share online: 0.4 at the start, 0.5 now, 0.75 to reach']);
    expect(valuesOf(sheet, row + 3).at(-1)).toBe('no measure or target');
    expect(said(sheet)).toContain('One project without an initiative: Small');
    expect(said(sheet)).toContain('One initiative without a project: Idea');
    expect(said(sheet)).toContain('One initiative not SMART: Idea (no measure or target)');
  });

  test('too small a budget, none, no rate, no weights, nothing: each is said', () => {
    expect(said(projectPortfolio(of({ projects, settings: { projectBudget: 60 } })))).toContain('What is committed costs $100, $40 more than the budget of $60.');
    const none = said(projectPortfolio(of({ projects })));
    // 100 + 50 + 500 + 90
    expect(none).toContain('Four projects are open and cost $740.');
    expect(none).toContain('Settings have no Discount rate: no NPV is known.');
    expect(none).toContain('What a budget pays for: Settings have no Project budget.');
    expect(none).toContain('No initiative is recorded.');
    expect(said(projectPortfolio(of({ projects, settings: { weightOfValue: 0, weightOfFit: 0, weightOfUrgency: 0, weightOfRisk: 0 } })))).toContain('All weights in Settings are 0: nothing is ranked.');
    expect(said(projectPortfolio(of({})))).toContain('No project is recorded.');
  });

  test('a budget that pays for nothing else, sums that leave out what is not known', () => {
    const head = (more: Parameters<typeof project>[0][], budget: number): string => said(projectPortfolio(of({ projects: [...projects, ...more.map(project)], settings: { discountRate: 0, projectBudget: budget } })));
    // Running alone takes 100; Small would need 50 more.
    expect(head([], 120)).toContain('A budget of $120 pays for one committed project and none of three others.');
    expect(head([{ project: 'Open end', status: 'Approved', cost: null }], 60)).toContain('What is committed costs at least $100, $40 more than the budget of $60.');
    // Of the committed Running has no NPV, Paid 3 × 10 − 20.
    const paid = head([{ project: 'Paid', status: 'Approved', cost: 20, annualBenefit: 10, years: 3 }], 500);
    expect(paid).toContain('Paid, Running (NPV not known)');
    const unknown = said(projectPortfolio(of({ projects: [...projects, project({ project: 'Open end', cost: null, category: 'Reactive' })], settings: { discountRate: 0 } })));
    // Small 50 − 0 of the two; NPVs 50, 400 and −70 of five open ones, which cost 740 and an unknown sum.
    expect(unknown).toContain('Reactive, to a shift of technology or business: two projects, $50, the cost of one not known');
    expect(unknown).toContain('Five projects are open and cost $740 (the cost of one is not known), NPV $380, as far as known.');
  });

  test('where every factor is known the ranking has the initiative in place of what is not', () => {
    const known = projectPortfolio(of({ projects: [project({ project: 'Small', cost: 50, annualBenefit: 40, years: 2.5, fit: 5, urgency: 1, risk: 1, initiative: 'Online' })], initiatives, settings: { discountRate: 0 } }));
    const row = rowOf(known, 'Which come first');
    expect(valuesOf(known, row + 1).slice(0, 4)).toEqual(['Project', 'Status', 'Initiative', 'Score']);
    expect(valuesOf(known, row + 2).slice(0, 4)).toEqual([1, 'Small', 'Proposed', 'Online']);
  });

  test('what is not paid back, names with commas, initiatives whose projects were rejected or that are done', () => {
    const odd = projectPortfolio(of({ projects: [...projects, project({ project: 'Mail, phase 2', initiative: 'Over' }), project({ project: 'No', status: 'Rejected', initiative: 'Only rejected' })], initiatives: [...initiatives, initiative({ initiative: 'Only rejected', objective: 'Grow' }), initiative({ initiative: 'Over', objective: 'Grow', status: 'Done' })], settings: { discountRate: 0 } }));
    const rowOfProject = odd.rows.findLastIndex(({ cells }) => cells.some(({ column, value }) => column === 2 && value === 'Loss'));
    // 10 a year for two years do not pay 90.
    expect(valuesOf(odd, rowOfProject).at(-1)).toBe('not paid back');
    expect(said(odd)).toContain('Projects: “Mail, phase 2”');
    const rowOfInitiative = (name: string): number => odd.rows.findLastIndex(({ cells }) => cells.some(({ column, value }) => column === 1 && value === name));
    expect(valuesOf(odd, rowOfInitiative('Over')).at(-1)).toBe('done');
    expect(valuesOf(odd, rowOfInitiative('Only rejected') + 1)).toEqual(['No project works on it.']);
  });

  test('no cell is wider than the sheet, and amounts of millions stay numbers', () => {
    const large = projectPortfolio(of({ projects: [project({ project: 'Core', cost: 123_456_789, annualBenefit: 99_999_999, years: 40 })], settings: { discountRate: 0.01 } }));
    const values = valuesOf(large, large.rows.findLastIndex(({ cells }) => cells.some(({ column, value }) => column === 2 && value === 'Core')));
    expect(values).toEqual(expect.arrayContaining([123_456_789, 99_999_999]));
    expect(large.columns.reduce((sum, width) => sum + width, 0)).toBe(942);
  });
});
