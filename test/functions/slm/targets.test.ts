import { at, HOURS, loosely, one } from '../custom-functions';
import { notMeasurable } from '../../../src/functions/errors';
import { credit, errorBudget, rebate, status, within } from '../../../src/functions/slm/targets';

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

describe('ERRORBUDGET', () => {
  test('a row for each target, errors in all four cells of theirs', async () => {
    expect(await loosely(errorBudget, one('99.9%'), one(43_200), one(21_600), one(20))).toEqual([[43.2, 20, expect.closeTo(23.2, 12), expect.closeTo(20 / 21.6, 12)]]);
    const bad = '#VALUE! target is blank.';
    expect(await loosely(errorBudget, [[0.99], [null]], one(100), one(100), one(2))).toEqual([[1, 2, -1, 2], [bad, bad, bad, bad]]);
    expect(await loosely(errorBudget, one(0.99), one(100), one(100), [[2], [notMeasurable('x')]])).toEqual([[1, 2, -1, 2], Array.from({ length: 4 }, () => '#N/A downtime is not measurable.')]);
    expect(await loosely(errorBudget, one(1), one(100), one(50), one(0))).toEqual([[0, 0, 0, '#N/A There is no burn rate where nothing is allowed, or no time has gone.']]);
  });

  test('what cannot be', async () => {
    expect(await loosely(errorBudget, [[0.99, 0.9]], one(1), one(1), one(1))).toBe('#VALUE! target has 2 columns; expected one, since a budget fills a row of four cells.');
    expect(await loosely(errorBudget, one(0.99), one(100), one(101), one(0))).toBe('#VALUE! elapsed is 101, more than agreed, 100.');
    expect(await loosely(errorBudget, one(0.99), one(100), one(50), one(51))).toBe('#VALUE! downtime is 51, more than elapsed, 50.');
    expect(await loosely(errorBudget, one(0.99), one(-1), one(0), one(0))).toBe('#VALUE! agreed is -1; expected 0 or more.');
    expect(await loosely(errorBudget, one(99), one(1), one(1), one(1))).toMatch(/^#VALUE! target is above 100%/);
    // What adding up fractions loses is no contradiction: 0.1 + 0.2 is a little above 0.3.
    expect(await loosely(errorBudget, one(0.5), one(0.3), one(0.1 + 0.2), one(0))).toEqual([[0.15, 0, 0.15, 0]]);
  });
});

describe('WITHIN', () => {
  // Office hours of June: Friday 5 June 17:00 to Monday 8 June 9:00 is 120 min.
  const opened = [[at('2026-06-05T17:00')], [at('2026-06-08T08:00')]];
  const closed = [[at('2026-06-08T09:00')], [at('2026-06-08T08:30')]];

  test('the clock runs in service time, and stops on hold', async () => {
    expect(await loosely(within, opened, closed, one(60), HOURS)).toBe(0.5);
    expect(await loosely(within, opened, closed, one(120), HOURS)).toBe(1);
    expect(await loosely(within, opened, closed, one(60), HOURS, null, [[60], [null]])).toBe(1);
    expect(await loosely(within, opened, closed, one(60), HOURS, null, [[59], ['']])).toBe(0.5);
    // More on hold than the clock ran: 0, not less.
    expect(await loosely(within, opened, closed, [[1], [1]], HOURS, null, [[500], [500]], null, null, null, '<')).toBe(1);
    expect(await loosely(within, opened, closed, [[120], [30]], HOURS, null, one(0))).toBe(1);
    expect(await loosely(within, opened, closed, [[120], [30]], HOURS, null, null, null, null, null, '<')).toBe(0);
  });

  test('serials are wall clock of the zone; a row of cells serves as well as a column', async () => {
    // Two hours by the clock of Berlin on the night when one of three is skipped: 60 min.
    expect(await loosely(within, one(at('2026-03-29T01:00')), one(at('2026-03-29T03:00')), one(60), null, null, null, null, 'Europe/Berlin')).toBe(1);
    expect(await loosely(within, one(at('2026-03-29T01:00')), one(at('2026-03-29T03:00')), one(60))).toBe(0);
    expect(await loosely(within, [opened.flat()], [closed.flat()], [[120, 20]], HOURS)).toBe(0.5);
  });

  test('open incidents: blank, or closed after asof', async () => {
    for (const blank of [null, 0, '']) {
      const open = [[blank], closed[1]!];
      expect(await loosely(within, opened, open, one(60), HOURS)).toBe('#VALUE! asof is needed: closed, row 1 is blank, so the incident is open.');
      expect(await loosely(within, opened, open, one(60), HOURS, null, null, at('2026-06-05T18:00'))).toBe('#N/A No incident is decided.');
      expect(await loosely(within, opened, open, one(60), HOURS, null, null, at('2026-06-08T08:30'))).toBe(0.5);
    }
    // At 18:00 on Friday, 60 of 60 minutes have gone; the second is not opened yet.
    expect(await loosely(within, opened, closed, one(60), HOURS, null, null, at('2026-06-05T18:00'), null, null, '<')).toBe(0);
  });

  test('rows that are blank throughout are none', async () => {
    expect(await loosely(within, [...opened, [null], [0]], [...closed, [''], [0]], one(60), HOURS, null, [[0], [0], [0], [null]])).toBe(0.5);
    expect(await loosely(within, one(null), one(null), one(60))).toBe('#N/A No incident is decided.');
  });

  test('what cannot be, by row', async () => {
    expect(await loosely(within, opened, [['soon'], closed[1]!], one(60))).toMatch(/^#VALUE! closed, row 1: /);
    expect(await loosely(within, [opened[0]!, [notMeasurable('x')]], closed, one(60))).toMatch(/^#VALUE! opened, row 2: #N\/A in opened/);
    expect(await loosely(within, [opened[0]!, [null]], closed, one(60))).toBe('#VALUE! opened, row 2 is blank.');
    expect(await loosely(within, closed, opened, one(60))).toBe('#VALUE! closed, row 1 is before opened.');
    expect(await loosely(within, opened, closed, [[60], [0]])).toBe('#VALUE! limit, row 2 is 0 or blank; expected minutes above 0.');
    expect(await loosely(within, opened, closed, one(-5))).toBe('#VALUE! limit, row 1 is -5; expected minutes above 0.');
    expect(await loosely(within, opened, closed, one(60), null, null, [[-1], [0]])).toBe('#VALUE! hold, row 1 is -1; expected 0 or more.');
    expect(await loosely(within, opened, one(1), one(60))).toBe('#VALUE! closed is 1 × 1 cells, opened is 2 × 1 cells.');
    expect(await loosely(within, opened, closed, [[60, 60]])).toBe('#VALUE! limit is 1 × 2 cells, opened is 2 × 1 cells.');
    expect(await loosely(within, opened, closed, one(60), null, null, null, null, null, null, '>=')).toBe('#VALUE! comparator is “>=”; expected <= or <.');
  });

  test('30,000 incidents in one call', async () => {
    // Every third is open for 61 minutes, the others for 60.
    const many = Array.from({ length: 30_000 }, (_, i) => at('2026-06-01') + i / 1000);
    expect(await loosely(within, many.map((start) => [start]), many.map((start, i) => [start + (i % 3 === 0 ? 61 : 60) / 1440]), one(60))).toBeCloseTo(2 / 3, 12);
  });
});

describe('CREDIT', () => {
  const TIERS = [['Credit', 'Remark', 'Below'], ['25%', null, 0.99], [0.1, null, '99.9%'], [null, null, null]];
  test('the smallest level above the availability', async () => {
    expect(await loosely(credit, [[1, 0.9989, 0.99, 0.9899]], TIERS)).toEqual([[0, 0.1, 0.1, 0.25]]);
    expect(await loosely(credit, one('99.2%'), TIERS)).toBe(0.1);
    expect(await loosely(credit, one(0), TIERS)).toBe(0.25);
    expect(await loosely(credit, one(0.5), [['Below', 'Credit']])).toBe(0);
  });

  test('one agreement’s rows, with or without its name', async () => {
    const named = (...names: string[]) => [['Agreement', 'Below', 'Credit'], ...names.map((name, i) => [name, 0.9 + i / 100, 0.1])];
    expect(await loosely(credit, one(0.5), named('Web', 'web '))).toBe(0.1);
    expect(await loosely(credit, one(0.5), named('Web', 'Mail'))).toBe('#VALUE! tiers holds several agreements (Web, Mail); expected the rows of one.');
    expect(await loosely(credit, one(0.5), [['Below', 'Credit'], [0.9, 0.1], [0.9, 0.2]])).toBe('#VALUE! tiers, row 3: Below is the same as in row 2.');
    expect(await loosely(credit, one(0.5), [['Below'], [0.9]])).toBe('#VALUE! tiers has no column Credit; its first row must be the header.');
    expect(await loosely(credit, one(0.5), [['Below', 'Credit'], [notMeasurable('x'), 0.1]])).toMatch(/^#VALUE! tiers, row 2: #N\/A in Below/);
  });

  test('an availability that is none', async () => {
    expect(await loosely(credit, [[notMeasurable('x')], [null], [99]], TIERS)).toEqual([['#N/A availability is not measurable.'], ['#VALUE! availability is blank.'], [expect.stringMatching(/^#VALUE! availability is above 100%/)]]);
  });
});

describe('REBATE', () => {
  test('hours beyond the allowance, to the cent', async () => {
    // 99.5% of 13,200 min allows 66; 100 − 66 = 34 min × 50 ÷ 60 × 400 = 11,333.33.
    expect(await loosely(rebate, one(0.995), one(13_200), one(100), one(50), one(400))).toBe(11_333.33);
    expect(await loosely(rebate, one('99.5%'), one(13_200), [[66], [67]], one(50))).toEqual([[0], [0.83]]);
    expect(await loosely(rebate, one(0.995), one(0), one(0), one(50))).toBe(0);
  });

  test('what cannot be', async () => {
    expect(await loosely(rebate, one(0.995), one(100), one(101), one(50))).toBe('#VALUE! downtime is 101, more than agreed, 100.');
    expect(await loosely(rebate, one(0.995), one(100), one(10), one(null))).toBe('#VALUE! rate is blank.');
    expect(await loosely(rebate, one(0.995), one(100), one(10), one(50), one(0))).toBe('#VALUE! units is 0 or blank; expected a number above 0.');
    expect(await loosely(rebate, one(0.995), one(100), one(10), one(1e13))).toBe('#NUM!');
    expect(await loosely(rebate, one(0.995), one(100), one(10), one(-50))).toBe('#VALUE! rate is -50; expected 0 or more.');
    expect(await loosely(rebate, one(0.995), one(100), one(notMeasurable('x')), one(50))).toBe('#N/A downtime is not measurable.');
  });
});
