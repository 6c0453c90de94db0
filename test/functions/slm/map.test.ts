import { loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { parallel, serial, serviceFor } from '../../../src/functions/slm/map';

describe('SERIAL and PARALLEL', () => {
  test('rows, columns and percentages as text', async () => {
    expect(await loosely(serial, [['99.9%'], ['99.8%']])).toBeCloseTo(0.999 * 0.998, 12);
    expect(await loosely(serial, [[0.9, 0.8], [0.7, 0.6]])).toBeCloseTo(0.3024, 12);
    // 1 − 0.1 × 0.2 × 0.3.
    expect(await loosely(parallel, [[0.9, 0.8, 0.7]])).toBeCloseTo(0.994, 12);
    // At least two of three: 0.9×0.8×0.7 + 0.1×0.8×0.7 + 0.9×0.2×0.7 + 0.9×0.8×0.3.
    expect(await loosely(parallel, [[0.9, 0.8, 0.7]], 2)).toBeCloseTo(0.902, 12);
  });

  test('what cannot be, by its place', async () => {
    expect(await loosely(serial, [[0.9], [null]])).toBe('#VALUE! availabilities, row 2 is blank.');
    expect(await loosely(serial, [[0.9, '']])).toBe('#VALUE! availabilities, column 2 is blank.');
    expect(await loosely(serial, [[0.9, 0.9], [0.9, notMeasurable('x')]])).toMatch(/^#VALUE! availabilities, row 2, column 2: #N\/A in availabilities/);
    expect(await loosely(serial, [[0.9], [99.9]])).toMatch(/^#VALUE! availabilities, row 2: availabilities is above 100%/);
    expect(await loosely(parallel, [[0.9], [0.8]], 3)).toBe('#VALUE! required is 3; expected a whole number from 1 to 2.');
    expect(await loosely(parallel, [[0.9], [0.8]], 0)).toBe('#VALUE! required is 0; expected a whole number from 1 to 2.');
    expect(await loosely(parallel, [[0.9], [0.8]], 1.5)).toBe('#VALUE! required is 1.5; expected a whole number from 1 to 2.');
  });
});

describe('SERVICEFOR', () => {
  const GLOSSARY = [['Service', 'Phrase'], ['Mail', 'no new messages'], ['Network', 'no connection'], ['VPN', 'no connection']];
  test('spills, and says why there is no answer', async () => {
    expect(await loosely(serviceFor, [['mesages new'], ['connection'], ['coffee'], [0]], GLOSSARY)).toEqual([['Mail'], ['#N/A Several services fit alike: Network, VPN.'], ['#N/A Nothing in the glossary is close.'], ['#VALUE! words is blank.']]);
    expect(await loosely(serviceFor, one('coffee'), [['Phrase', 'Service']])).toBe('#N/A Nothing in the glossary is close.');
  });

  test('rows that cannot be read', async () => {
    expect(await loosely(serviceFor, one('x'), [['Phrase'], ['x']])).toBe('#VALUE! glossary has no column Service; its first row must be the header.');
    expect(await loosely(serviceFor, one('x'), [...GLOSSARY, ['Mail', null]])).toMatch(/^#VALUE! glossary, row 5: Phrase is blank/);
    expect(await loosely(serviceFor, one(notMeasurable('x')), GLOSSARY)).toMatch(/^#VALUE! #N\/A in words/);
  });
});
