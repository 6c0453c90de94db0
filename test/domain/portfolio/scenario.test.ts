import type { ProjectFigure } from '../../../src/domain/portfolio/figures';
import { bestChoiceWork } from '../../../src/domain/portfolio/best-choice';
import { nextChoiceWork } from '../../../src/domain/portfolio/next-choice';
import { scenarioOf } from '../../../src/domain/portfolio/scenario';
import { finish } from '../../../src/domain/work';
import { seededRandom } from '../../../src/sample/random';

type Costed = Pick<ProjectFigure, 'project' | 'category' | 'status' | 'cost' | 'npv'>;
const one = (project: string, cost: number | null, npv: number | null, given: Partial<Costed> = {}): Costed => ({ project, cost, npv, category: 'Sustaining', status: 'Proposed', ...given });

interface Sum {
  readonly cost: number;
  readonly value: number;
}

/** Cost and value of every subset, in whole cents. */
function allSums(choices: readonly Sum[]): Sum[] {
  const sums = [{ cost: 0, value: 0 }];
  for (let subset = 1; subset < 2 ** choices.length; subset++) {
    // The subset without its last member, and that member.
    const before = sums[subset & (subset - 1)]!;
    const member = choices[Math.log2(subset & -subset)]!;
    sums.push({ cost: before.cost + member.cost, value: before.value + member.value });
  }
  return sums;
}

const largest = (sums: readonly Sum[], budget: number): number => sums.reduce((most, { cost, value }) => (cost <= budget ? Math.max(most, value) : most), 0);

/** In cents. Of every third portfolio values follow costs, of every other third amounts are few and often equal. */
function randomChoices(random: () => number, round: number, most: number): Sum[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, () => {
    const cost = round % 3 === 1 ? Math.floor(random() * 6) * 2500 : Math.floor(random() * 1e7);
    return { cost, value: 1 + (round % 3 === 0 ? cost + 50_000 : round % 3 === 1 ? Math.floor(random() * 4) * 1000 : Math.floor(random() * 1e7)) };
  });
}
const inUnits = ({ cost, value }: Sum): Sum => ({ cost: cost / 100, value: value / 100 });
const sumOf = (places: readonly number[], amounts: readonly number[]): number => places.reduce((sum, at) => sum + amounts[at]!, 0);

test('the best of all subsets, in 300 random portfolios of up to 14 projects', () => {
  const random = seededRandom(1).next;
  for (let round = 0; round < 300; round++) {
    const choices = randomChoices(random, round, 14);
    const budget = Math.floor(random() * 1.2 * choices.reduce((sum, { cost }) => sum + cost, 0));
    const { chosen, proved } = finish(bestChoiceWork(choices.map(inUnits), budget / 100));
    expect(proved).toBe(true);
    expect(sumOf(chosen, choices.map(({ cost }) => cost))).toBeLessThanOrEqual(budget);
    expect([round, sumOf(chosen, choices.map(({ value }) => value))]).toEqual([round, largest(allSums(choices), budget)]);
  }
});

test('the smallest budget of all subsets that are worth more, and the best at it, in 300 random portfolios of up to 12 projects', () => {
  const random = seededRandom(3).next;
  let [none, some] = [0, 0];
  for (let round = 0; round < 300; round++) {
    const choices = randomChoices(random, round, 12);
    const budget = Math.floor(random() * 1.1 * choices.reduce((sum, { cost }) => sum + cost, 0));
    // What is spent before any choice, and of every fifth portfolio more than there is.
    const spent = Math.floor(random() * 1e6) + (round % 5 === 0 ? budget + 1 : 0);
    const room = Math.max(0, budget - spent);
    const now = finish(bestChoiceWork(choices.map(inUnits), room / 100));
    const next = finish(nextChoiceWork(choices.map(inUnits), now, spent / 100));
    const sums = allSums(choices);
    const worth = largest(sums, room);
    const least = sums.reduce((least, { cost, value }) => (value > worth ? Math.min(least, cost) : least), Infinity);
    if (least === Infinity) {
      none++;
      expect([round, next]).toEqual([round, null]);
    } else {
      some++;
      expect([round, Math.round(next!.budget * 100)]).toEqual([round, spent + least]);
      expect(sumOf(next!.chosen, choices.map(({ cost }) => cost))).toBe(least);
      expect([round, sumOf(next!.chosen, choices.map(({ value }) => value))]).toEqual([round, largest(sums, least)]);
    }
  }
  // Both kinds were met.
  expect(Math.min(none, some)).toBeGreaterThan(20);
});

test('a budget in whole cents pays for costs with a part of a cent', () => {
  // Two thirds of 100,000 twice are 133,333.33 and a third of a cent.
  const choices = [{ cost: 200_000 / 3, value: 2 }, { cost: 200_000 / 3, value: 1 }];
  const now = finish(bestChoiceWork(choices, 100_000));
  const next = finish(nextChoiceWork(choices, now, 0))!;
  expect([now.chosen, next]).toEqual([[0], { budget: 133_333.34, chosen: [0, 1] }]);
  expect(finish(bestChoiceWork(choices, next.budget)).chosen).toEqual([0, 1]);
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
  // Of what is not proved nothing follows.
  expect(finish(nextChoiceWork(alike, { chosen, proved }, 0))).toBeNull();
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
    // Of what is worth more than 51, A and B are 54 and cost 110; all three cost 150.
    next: { budget: 510, comesIn: ['B'], goesOut: ['C'], moreNpv: 3 },
  });
  expect(scenarioOf(projects, 510)).toMatchObject({ chosen: ['A', 'B', 'Free'], next: { budget: 550, comesIn: ['C'], goesOut: [], moreNpv: 21 } });
  // With all of them chosen nothing is left to pay for.
  expect(scenarioOf(projects, 550)).toMatchObject({ chosen: ['A', 'B', 'C', 'Free'], next: null });
  // What is committed comes first: 400 and the 40 of C.
  expect(scenarioOf(projects, 100)).toMatchObject({ committedCost: 400, chosen: ['Free'], notChosen: ['A', 'B', 'C'], next: { budget: 440, comesIn: ['C'], goesOut: [], moreNpv: 21 } });
  expect(scenarioOf(projects, Infinity)).toMatchObject({ chosen: ['A', 'B', 'C', 'Free'], next: null });
  expect(scenarioOf([], 0)).toMatchObject({ chosen: [], committedCost: 0, chosenNpv: 0, next: null });
  expect(() => scenarioOf(projects, Number.NaN)).toThrow(RangeError);
  expect(() => scenarioOf(projects, -1)).toThrow(RangeError);
});
