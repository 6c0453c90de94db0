import { type RankedBy, ranked, weightsOf } from '../../../src/domain/portfolio/ranking';
import { records } from '../../support/records';

const by = (given: Partial<RankedBy>): RankedBy => ({ npv: null, fit: null, urgency: null, risk: null, ...given });
const weights = (value: number, fit: number, urgency: number, risk: number) => weightsOf(records({ settings: { weightOfValue: value, weightOfFit: fit, weightOfUrgency: urgency, weightOfRisk: risk } }).settings);

test('each factor by hand', () => {
  const [first, second, third] = ranked([by({ npv: -5, fit: 5, urgency: 1, risk: 1 }), by({ npv: 100, fit: 3, urgency: 2, risk: 5 }), by({ npv: 7, fit: 1, urgency: 5, risk: 4 })], weights(3, 3, 2, 2));
  expect([first, second, third].map((one) => one!.parts.map(({ score }) => score))).toEqual([[0, 1, 0, 1], [1, 0.5, 0.25, 0], [0.5, 0, 1, 0.25]]);
  // (0 × 3 + 1 × 3 + 0 × 2 + 1 × 2) ÷ 10; (3 + 1.5 + 0.5 + 0) ÷ 10; (1.5 + 0 + 2 + 0.5) ÷ 10
  expect([first, second, third].map((one) => [one!.score, one!.rank])).toEqual([[0.5, 1], [0.5, 1], [0.4, 3]]);
});

test('equal values share the mean of their places, one alone stands in the middle', () => {
  // Places 0, 1, 2, 3, 4; the three in the middle have the mean of 1, 2 and 3, which is 2, of 4.
  expect(ranked([9, 1, 5, 5, 5].map((npv) => by({ npv })), weights(1, 0, 0, 0)).map(({ score }) => score)).toEqual([1, 0, 0.5, 0.5, 0.5]);
  // Places 0 and 1 give 0.5 of 2.
  expect(ranked([1, 1, 8].map((npv) => by({ npv })), weights(1, 0, 0, 0)).map(({ score }) => score)).toEqual([0.25, 0.25, 1]);
  expect(ranked([by({ npv: 4 })], weights(1, 0, 0, 0))[0]!.score).toBe(0.5);
});

test('what is not known is left out of the mean; with nothing known, or no weight, nothing is ranked', () => {
  const known = ranked([by({ fit: 5, risk: 3 }), by({}), by({ urgency: 2 })], weights(3, 3, 0, 1));
  // (1 × 3 + 0.5 × 1) ÷ 4; urgency has no weight.
  expect(known.map(({ score, rank }) => [score, rank])).toEqual([[0.875, 1], [null, null], [null, null]]);
  expect(known[0]!.parts[0]).toEqual({ factor: 'Value', score: null, weight: 3 });
  expect(ranked([by({ npv: 1, fit: 5 })], weights(0, 0, 0, 0)).map(({ score, rank }) => [score, rank])).toEqual([[null, null]]);
});
