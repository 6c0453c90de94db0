import { loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { status } from '../../../src/functions/slm/targets';

describe('STATUS', () => {
  test('the comparison, the budget left, and what is not measurable', async () => {
    expect(await loosely(status, one(0.9991), '>=', one(0.999))).toBe('Met');
    expect(await loosely(status, one(0.9989), '>=', one(0.999))).toBe('Missed');
    expect(await loosely(status, one(3), '<=', one(3))).toBe('Met');
    expect(await loosely(status, one(3), '<', one(3))).toBe('Missed');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.25))).toBe('At risk');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.26))).toBe('Met');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(0.26), 0.5)).toBe('At risk');
    expect(await loosely(status, one(0.9991), '>=', one(0.999), one(-0.01))).toBe('Missed');
    expect(await loosely(status, one(notMeasurable('x')), '>=', one(0.999))).toBe('Not measurable');
    expect(await loosely(status, one(null), '>=', one(0.999))).toBe('Not measurable');
    expect(await loosely(status, one(0), '<=', one(2))).toBe('Met');
  });

  test('spills, and names what is wrong', async () => {
    expect(await loosely(status, [[0.9991], [notMeasurable('x')], [0.5]], '>=', one('99.9%'))).toEqual([['Met'], ['Not measurable'], ['Missed']]);
    expect(await loosely(status, one(1), '=', one(1))).toBe('#VALUE! comparator is “=”; expected >=, >, <= or <.');
    expect(await loosely(status, one(1), null, one(1))).toBe('#VALUE! comparator is blank; expected >=, >, <= or <.');
    expect(await loosely(status, one(1), '>=', one(null))).toBe('#VALUE! target is blank.');
    expect(await loosely(status, one('good'), '>=', one(1))).toMatch(/^#VALUE! actual/);
  });
});
