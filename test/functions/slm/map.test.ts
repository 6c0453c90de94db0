import { loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { expected, impact, parallel, serial, serviceFor, singlePoints, standsOn } from '../../../src/functions/slm/map';

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

describe('the map', () => {
  // Mail stands on one of two servers; both stand on power.
  const MAP = [['Item', 'Depends on', 'Group', 'Required'], ['Mail', 'Server A', 'servers', 1], ['Mail', 'Server B', 'servers', 1], ['Server A', 'Power', null, 0], ['Server B', 'Power', '', null]];
  const PARTS = [['Component', 'Availability'], ['Server A', 0.99], ['Server B', 0.98], ['Power', '99.9%']];

  test('names and depths spill; a single one is a single cell', async () => {
    expect(await loosely(impact, 'power', MAP)).toEqual([['Server A'], ['Server B'], ['Mail']]);
    expect(await loosely(impact, 'Server A', MAP)).toBe('');
    expect(await loosely(standsOn, 'MAIL', MAP)).toEqual([['Server A', 1], ['Server B', 1], ['Power', 2]]);
    expect(await loosely(singlePoints, 'Mail', MAP)).toBe('Power');
    // 0.999 × (1 − 0.01 × 0.02).
    expect(await loosely(expected, one('Mail'), MAP, PARTS)).toBeCloseTo(0.9988002, 12);
  });

  test('whole columns: blank rows under a table say nothing', async () => {
    const long = [...MAP, ...Array.from({ length: 500 }, () => [0, 0, 0, 0])];
    expect(await loosely(impact, 'power', long)).toEqual([['Server A'], ['Server B'], ['Mail']]);
  });

  test('an empty or omitted table has no items', async () => {
    for (const empty of [null, MAP.slice(0, 1)]) {
      expect(await loosely(impact, 'Power', empty)).toBe('');
      expect(await loosely(standsOn, 'Mail', empty)).toBe('');
      expect(await loosely(singlePoints, 'Mail', empty)).toBe('');
      expect(await loosely(expected, one('Mail'), empty, PARTS)).toBe('#N/A Mail stands on nothing, and components has no Availability for it.');
      expect(await loosely(expected, one('Power'), empty, PARTS)).toBe(0.999);
    }
  });

  test('what cannot be read, by its place', async () => {
    expect(await loosely(impact, null, MAP)).toBe('#VALUE! item is blank.');
    expect(await loosely(singlePoints, '', MAP)).toBe('#VALUE! service is blank.');
    expect(await loosely(standsOn, notMeasurable('x'), MAP)).toMatch(/^#VALUE! #N\/A in service/);
    expect(await loosely(impact, 'Mail', [...MAP, ['Mail', null, null, null]])).toMatch(/^#VALUE! dependencies, row 6: Depends on is blank/);
    expect(await loosely(impact, 'Mail', [['Item'], ['Mail']])).toBe('#VALUE! dependencies has no column Depends on; its first row must be the header.');
    // `Dependencies` and `Components` without [#All] are their rows alone.
    expect(await loosely(impact, 'Mail', MAP.slice(1))).toBe('#VALUE! dependencies has no column Item or Depends on; include the header row: Dependencies[#All].');
    expect(await loosely(expected, one('Mail'), MAP, PARTS.slice(1))).toMatch(/; include the header row: Components\[#All\]\.$/);
    expect(await loosely(expected, one('Mail'), MAP, [...PARTS, ['power', 0.9]])).toBe('#VALUE! components, row 5: power stands twice.');
    expect(await loosely(expected, one('Mail'), MAP, [...PARTS.slice(0, 3), ['Power', 'good']])).toMatch(/^#VALUE! components, row 4: /);
  });

  test('EXPECTED names what has no figure, a blank cell that Excel hands over as 0 among it', async () => {
    expect(await loosely(expected, [['Mail'], ['Server B']], MAP, [...PARTS.slice(0, 1), ['Server A', 0], ...PARTS.slice(2)])).toEqual([['#N/A components has no Availability for Server A.'], [expect.closeTo(0.98 * 0.999, 12)]]);
    const many = [['Item', 'Depends on'], ...Array.from({ length: 7 }, (_, i) => ['Mail', `Part ${i}`])];
    expect(await loosely(expected, one('Mail'), many, PARTS)).toMatch(/^#N\/A components has no Availability for Part 0, Part 1, Part 2, Part 3, Part 4 and 2 more\.$/);
  });

  test('EXPECTED takes what is no component, and stands on something, for what that makes of it', async () => {
    // The servers never fail by themselves here.
    expect(await loosely(expected, one('Mail'), MAP, [PARTS[0], PARTS[3]])).toBeCloseTo(0.999, 12);
    expect(await loosely(expected, one('Mail'), MAP, [['Component'], ['Power']])).toBe('#N/A components has no Availability for Power.');
    expect(await loosely(expected, one('Mail'), MAP, PARTS.slice(0, 3))).toBe('#N/A components has no Availability for Power.');
  });

  test('EXPECTED does not guess where a map is too large to be exact', async () => {
    // A row of parts of which no two neighbours may be down.
    const parts = Array.from({ length: 2000 }, (_, i) => `Part ${i}`);
    const pairs = parts.slice(1).flatMap((part, i) => [['Mail', parts[i], `pair ${i}`, 1], ['Mail', part, `pair ${i}`, 1]]);
    expect(await loosely(expected, one('Mail'), [['Item', 'Depends on', 'Group', 'Required'], ...pairs], [['Component', 'Availability'], ...parts.map((part) => [part, 0.999])])).toBe('#NUM!');
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
