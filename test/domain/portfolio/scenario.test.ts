import type { ProjectFigure } from '../../../src/domain/portfolio/figures';
import { bestChoiceWork } from '../../../src/domain/portfolio/best-choice';
import { scenarioOf } from '../../../src/domain/portfolio/scenario';
import { finish } from '../../../src/domain/work';
import { seededRandom } from '../../../src/sample/random';

type Costed = Pick<ProjectFigure, 'project' | 'category' | 'status' | 'cost' | 'npv'>;
const one = (project: string, cost: number | null, npv: number | null, given: Partial<Costed> = {}): Costed => ({ project, cost, npv, category: 'Sustaining', status: 'Proposed', ...given });

/** The largest value of all subsets that the budget pays for, in whole cents. */
function best(choices: readonly { readonly cost: number; readonly value: number }[], budget: number): number {
  let most = 0;
  const sums = [{ cost: 0, value: 0 }];
  for (let subset = 1; subset < 2 ** choices.length; subset++) {
    // The subset without its last member, and that member.
    const before = sums[subset & (subset - 1)]!;
    const member = choices[Math.log2(subset & -subset)]!;
    const sum = { cost: before.cost + member.cost, value: before.value + member.value };
    sums.push(sum);
    if (sum.cost <= budget && sum.value > most) most = sum.value;
  }
  return most;
}

test('the best of all subsets, in 300 random portfolios of up to 14 projects', () => {
  const random = seededRandom(1).next;
  for (let round = 0; round < 300; round++) {
    const size = Math.floor(random() * 15);
    // In cents. Of every third portfolio values follow costs, of every other third amounts are few and often equal.
    const choices = Array.from({ length: size }, () => {
      const cost = round % 3 === 1 ? Math.floor(random() * 6) * 2500 : Math.floor(random() * 1e7);
      return { cost, value: 1 + (round % 3 === 0 ? cost + 50_000 : round % 3 === 1 ? Math.floor(random() * 4) * 1000 : Math.floor(random() * 1e7)) };
    });
    const budget = Math.floor(random() * 1.2 * choices.reduce((sum, { cost }) => sum + cost, 0));
    const { chosen, proved } = finish(bestChoiceWork(choices.map(({ cost, value }) => ({ cost: cost / 100, value: value / 100 })), budget / 100));
    expect(proved).toBe(true);
    expect(chosen.reduce((sum, at) => sum + choices[at]!.cost, 0)).toBeLessThanOrEqual(budget);
    expect([round, chosen.reduce((sum, at) => sum + choices[at]!.value, 0)]).toEqual([round, best(choices, budget)]);
  }
});

test('amounts that fractions cannot hold exactly: 0.1 and 0.2 fit into 0.3', () => {
  expect(finish(bestChoiceWork([{ cost: 0.1, value: 1 }, { cost: 0.2, value: 1 }], 0.3)).chosen).toEqual([0, 1]);
});

test('200 projects whose values follow their costs are decided, and a hopeless case ends, and says so', () => {
  const random = seededRandom(2).next;
  const projects = Array.from({ length: 200 }, () => {
    const cost = (1 + Math.floor(random() * 1000)) * 1000;
    return { cost, value: cost + (random() - 0.5) * 200_000 + 100_001 };
  });
  expect(finish(bestChoiceWork(projects, 50_000_000)).proved).toBe(true);
  // Costs to the cent, all worth the same for their cost, and a budget with a fraction of a cent, which nothing fills.
  const alike = projects.map(() => Math.round(random() * 1e8) / 100).map((cost) => ({ cost, value: cost }));
  const { chosen, proved } = finish(bestChoiceWork(alike, 5_000_000.005));
  expect(proved).toBe(false);
  const cost = chosen.reduce((sum, at) => sum + alike[at]!.cost, 0);
  expect(cost).toBeLessThanOrEqual(5_000_000.005);
  expect(cost).toBeGreaterThan(4_900_000);
});

test('committed first, then the largest value that the rest pays for', () => {
  const projects = [
    one('Running', 300, -50, { status: 'In progress' }),
    one('Decided', 60, 5, { status: 'Approved' }),
    one('Law', 40, null, { category: 'Compliance', status: 'Queued' }),
    one('Law, no cost', null, null, { category: 'Compliance' }),
    one('Law, done', 900, 1, { category: 'Compliance', status: 'Done' }),
    one('Turned down', 900, 900, { status: 'Rejected' }),
    one('A', 60, 30), one('B', 50, 24, { status: 'Queued' }), one('C', 40, 21),
    one('Free', 0, 5),
    one('No cost', null, 9), one('No value', 10, null), one('Nothing', 10, 0), one('Loss', 10, -3),
  ];
  // 500 less 400 leaves 100: A and C are worth 51, B and C 45, A and B cost too much.
  expect(scenarioOf(projects, 500)).toEqual({
    budget: 500,
    committed: ['Running', 'Decided', 'Law', 'Law, no cost'],
    committedCost: 400,
    committedWithoutCost: ['Law, no cost'],
    chosen: ['A', 'C', 'Free'],
    chosenCost: 100,
    chosenNpv: 56,
    proved: true,
    notChosen: ['B'],
    notConsidered: [{ project: 'No cost', because: 'no cost' }, { project: 'No value', because: 'no value' }, { project: 'Nothing', because: 'NPV not above 0' }, { project: 'Loss', because: 'NPV not above 0' }],
  });
  expect(scenarioOf(projects, 100)).toMatchObject({ committedCost: 400, chosen: ['Free'], notChosen: ['A', 'B', 'C'] });
  expect(scenarioOf(projects, Infinity).chosen).toEqual(['A', 'B', 'C', 'Free']);
  expect(scenarioOf([], 0)).toMatchObject({ chosen: [], committedCost: 0, chosenNpv: 0 });
  expect(() => scenarioOf(projects, Number.NaN)).toThrow(RangeError);
  expect(() => scenarioOf(projects, -1)).toThrow(RangeError);
});
