import { budgetText } from '../../src/taskpane/format';
import { targetFigure } from '../support/figures';

test('budgetText: minutes in groups of three', () => {
  // 114,120 min used of 262 min.
  expect(budgetText(targetFigure({ budget: { unit: 'seconds', allowed: 15_720, used: 6_847_200, left: -6_831_480, usedShare: 435.6, burnRate: null } }))).toBe('114,120 of 262 min used');
  expect(budgetText(targetFigure({ budget: { unit: 'breaks', allowed: 3, used: 3, left: 0, usedShare: 1, burnRate: null } }))).toBe('3 of 3 used');
});
