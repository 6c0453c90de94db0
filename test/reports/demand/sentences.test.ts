import { capacityCause, capacityFacts, capacitySentence, demandFacts, demandSentence, recommendationsFacts, recommendationsSentence, requestsFacts, requestsSentence } from '../../../src/reports/demand/sentences';
import { forecastWords, noUseSince, seasonWords } from '../../../src/reports/demand/usage-notes';
import { capacityFigure, forecastOf, licenceFigure, openRequest, recommendation, requestsFigure, usageFigure } from '../../support/demand';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const WIDE = 2000;
/** 13 months from the first value to the last, in equal steps. */
const yearFrom = (first: number, last: number): number[] => Array.from({ length: 13 }, (_, at) => first + ((last - first) * at) / 12);

describe('demand', () => {
  const sentence = (usage: Parameters<typeof demandSentence>[0]['usage'], width = WIDE): string => plain(demandSentence({ usage }, width));
  // 1,310,000 ÷ 1,000,000 = 1.31; 110 ÷ 100 = 1.1; 60 ÷ 100 = 0.6.
  const banking = usageFigure('Online Banking', yearFrom(1_000_000, 1_310_000), { unit: 'logins' });
  const mail = usageFigure('E-mail', yearFrom(100, 110), { unit: 'mailboxes' });
  const fax = usageFigure('Fax', yearFrom(100, 60), { unit: 'pages' });

  test('how many items grew over the year, and which of them most', () => {
    expect(sentence([fax, mail, banking])).toBe('Use of 2 of 3 items grew over the year, most that of Online Banking: +31.0% to 1.31 million logins.');
    expect(sentence([mail, banking])).toBe('Use of both items grew over the year, most that of Online Banking: +31.0% to 1.31 million logins.');
    expect(sentence([fax, usageFigure('Telex', yearFrom(10, 9))])).toBe('Use of none of 2 items grew over the year; it fell most for Fax: −40.0% to 60 pages.');
    expect(sentence([fax])).toBe('Use of Fax changed by −40.0% over the year to 60 pages.');
    expect(sentence([usageFigure('Fax', yearFrom(5, 5))])).toBe('Use of Fax is what it was a year ago.');
    // 10,000 and 10,001: +0.01% is printed as 0%.
    expect(sentence([usageFigure('Fax', yearFrom(10_000, 10_001))])).toBe('Use of Fax is what it was a year ago.');
  });

  test('what cannot be compared is not counted', () => {
    expect(sentence([mail, banking, usageFigure('New', [1, 2])])).toContain('both items');
    expect(sentence([usageFigure('New', [1, 2])])).toBe('One item is recorded; it cannot be compared with a year ago.');
    expect(sentence([])).toBe('No usage is recorded.');
  });

  test('a line that is too narrow says less, and whole', () => {
    expect(sentence([fax, banking], 560)).toBe('Use of 1 of 2 items grew over the year.');
  });

  test('where the growth came from, what is not used, not recorded, incomplete', () => {
    const split = usageFigure('Online Banking', yearFrom(1000, 1310), { unit: 'logins' }, { Retail: yearFrom(800, 1050), Corporate: yearFrom(200, 260) });
    const late = usageFigure('Web', [1, 2], { months: [{ month: '2026-10-01', quantity: 2, forForecast: null, incomplete: true, toDate: false }] });
    const facts = demandFacts({ usage: [split, usageFigure('Fax', [0, 0, 0], { noUse: true }), late], withoutUsage: ['A', 'B'] });
    // 1050 − 800 of 1310 − 1000.
    expect(facts.map(plain)).toEqual(['Retail brought 250 of Online Banking’s 310 more logins.', 'Two of three items cannot be compared with a year ago.', 'Not used for three months: Fax.', 'Two services have no row in Usage.', 'A business unit’s figure of the month is missing: Web.']);
    expect(demandFacts({ usage: [fax], withoutUsage: [] })).toEqual([]);
    // 1300 − 800 more, 200 − 390 of the others less: 1500 against 1190 a year ago.
    const moved = usageFigure('Online Banking', yearFrom(1190, 1500), { unit: 'logins' }, { Retail: yearFrom(800, 1300), Corporate: yearFrom(390, 200) });
    expect(demandFacts({ usage: [moved], withoutUsage: [] }).map(plain)).toEqual(['Retail used 500 logins more of Online Banking, the others together 190 less.']);
  });
});

describe('season and forecast in words', () => {
  test('the months furthest from the year around them, at most four, the furthest first', () => {
    const months = [0.01, -0.09, 0.005, 0.02, -0.03, 0, 0, -0.01, 0, null, 0.04, 0.18];
    expect(seasonWords({ months, strength: 0.624 })).toBe('Season: December +18.0%, February −9.0%, November +4.0%, May −3.0% against the year around them; it explains 62% of the movement.');
  });

  test('a season that explains little, or that is too short to be told, is none', () => {
    expect(seasonWords({ months: [0.5, -0.5], strength: 0.04 })).toBe('Season: none; calendar months explain 4% of the movement.');
    expect(seasonWords(null)).toBe('Season: fewer than two years recorded.');
    expect(seasonWords({ months: Array<number>(12).fill(0.002), strength: 0.9 })).toBe('Season: no month lies 1% or more above or below the year around it.');
  });

  test('method and error beside the seasonal naive’s; months that were interpolated', () => {
    expect(forecastWords(forecastOf(5), '2024-01-01')).toBe('Forecast: Mean of Theta and MSTL-ETS, on logarithms; error 3.1%, seasonal naive 6.9% (6 origins, 12 months ahead).');
    expect(forecastWords(forecastOf(5, { error: null, logarithms: false, method: 'Theta', interpolated: [1, 14] }), '2024-01-01')).toBe('Forecast: Theta; no error can be told yet. Interpolated for it: Feb 2024 and Mar 2025.');
    expect(forecastWords(forecastOf(5, { method: 'Last value', logarithms: false, error: null }), '2024-01-01')).toBe('Forecast: the last value: too little history.');
    expect(forecastWords(forecastOf(5, { error: null, logarithms: false, method: 'Theta', withoutLibrary: true }), '2024-01-01')).toBe('Forecast: Theta; no error can be told yet. ETS was not tried: its library could not be loaded.');
    expect(forecastWords(forecastOf(5, { method: 'Constant', logarithms: false, error: null }), '2024-01-01')).toBe('Forecast: constant.');
  });

  test('since when nothing is used: the first 0 after the last use, months without a row left out', () => {
    expect(noUseSince(usageFigure('Fax', [5, 3, null, 0, 0, 0]))).toBe('2026-08-01');
    expect(noUseSince(usageFigure('Fax', [0, 0, 0]))).toBeNull();
  });
});

describe('capacity', () => {
  const month = '2026-10-01';
  const late = capacityFigure('File storage', { state: 'Inside lead time', insideLeadTime: true, reachesThreshold: { point: '2027-01-01', upper: null }, orderBy: '2026-10-01' });
  const sentence = (over: Parameters<typeof capacitySentence>[0]): string => plain(capacitySentence(over, month, WIDE));

  test('the most urgent, with when its order was due or is', () => {
    expect(sentence({ capacity: [late], licences: [] })).toBe('File storage reaches 80% of its capacity in January 2027; lead time 3 months, order was due 1 Oct 2026.');
    expect(plain(capacityCause({ ...late, state: 'Will run out', orderBy: '2027-02-01', leadTimeMonths: 1, reachesThreshold: { point: '2027-03-01', upper: null } }, month))).toBe('reaches 80% of its capacity in March 2027; lead time 1 month, order by 1 Feb 2027');
    expect(plain(capacityCause({ ...late, state: 'Will run out', orderBy: null, reachesThreshold: { point: null, upper: '2027-03-01' } }, month))).toBe('could reach 80% of its capacity in March 2027');
  });

  test('what is used is rounded, but never up to a threshold that it is below', () => {
    // 99.996% is below 100%; 277 of 320 are 86.5625%.
    expect(plain(capacityCause(capacityFigure('A', { capacity: 320, usage: 277, state: 'Over threshold', leadTimeMonths: null }), month))).toBe('is over its threshold of 80%, 86.6% used');
    expect(plain(capacityCause(capacityFigure('A', { usage: 999.96, state: 'Over threshold', leadTimeMonths: null }), month))).toBe('is over its threshold of 80%, 99.9% used');
  });

  test('at the threshold or at the capacity, since when, and without any capacity', () => {
    const over = capacityFigure('A', { usage: 800, state: 'Over threshold', leadTimeMonths: null, reachesThreshold: { point: month, upper: month } });
    const cause = (figure: Parameters<typeof capacityCause>[0]): string => plain(capacityCause(figure, month));
    expect(cause(over)).toBe('is at its threshold of 80%');
    expect(cause({ ...over, usage: 860, utilisation: 0.86, reachesThreshold: { point: '2026-01-01', upper: '2026-01-01' }, reachesCapacity: { point: '2027-07-01', upper: null } })).toBe('is over its threshold of 80% since January 2026, 86.0% used; full in July 2027');
    expect(cause(capacityFigure('A', { usage: 1000, state: 'Over capacity', leadTimeMonths: null }))).toBe('is used to its capacity');
    expect(cause(capacityFigure('A', { capacity: 0, usage: 200, state: 'Over capacity', leadTimeMonths: null }))).toBe('is used and has no capacity');
    // The report month runs, or its use is not recorded.
    expect(cause({ ...over, utilisation: null, state: 'Will run out' })).toBe('is at 80% of its capacity from October 2026 on by the forecast');
  });

  test('all enough, none to judge, none recorded', () => {
    const unknown = capacityFigure('B', { usage: null, state: 'Unknown' });
    expect(sentence({ capacity: [capacityFigure('A'), unknown], licences: [] })).toBe('The only capacity with recorded use is enough for all that is forecast.');
    expect(sentence({ capacity: [capacityFigure('A'), capacityFigure('C'), capacityFigure('D')], licences: [] })).toBe('All three capacities with recorded use are enough for all that is forecast.');
    expect(sentence({ capacity: [unknown], licences: [] })).toBe('No capacity can be held against recorded use.');
    expect(sentence({ capacity: [], licences: [licenceFigure('A')] })).toBe('Licences of one product are neither short nor idle.');
    expect(sentence({ capacity: [], licences: [] })).toBe('Neither capacities nor licences are recorded.');
  });

  test('a threshold that cannot be read is not taken for missing use, nor for enough', () => {
    const unread = capacityFigure('B', { threshold: null, state: 'Unknown' });
    const unused = capacityFigure('C', { threshold: null, usage: null, state: 'Unknown' });
    expect(sentence({ capacity: [capacityFigure('A'), unread], licences: [] })).toBe('The only capacity with recorded use and a threshold that can be read is enough for all that is forecast.');
    expect(sentence({ capacity: [unread], licences: [] })).toBe('No capacity has recorded use and a threshold that can be read.');
    expect(sentence({ capacity: [unused], licences: [] })).toBe('No capacity can be held against recorded use.');
    expect(capacityFacts({ capacity: [unread, capacityFigure('A'), unused], licences: [] }, '$').map(plain)).toEqual(['One of three capacities has a threshold that cannot be read.', 'One cannot be held against recorded use.']);
  });

  test('what stands under it adds up licences and what idle ones cost', () => {
    const licences = [licenceFigure('A', { purchased: 100, assigned: 90, active: 85 }), licenceFigure('B', { purchased: 10, assigned: 12, active: null })];
    const later = capacityFigure('C', { state: 'Will run out' });
    // 10 + 5 idle at 120 each; 2 short.
    expect(capacityFacts({ capacity: [late, later, capacityFigure('D', { state: 'Unknown' })], licences }, '$').map(plain)).toEqual([
      'One of three capacities passes its threshold before an order can arrive.',
      '2 licences of one product have to be bought; 15 that nobody uses cost $1,800.',
      'One reaches its threshold and can still be ordered in time.',
      'One cannot be held against recorded use.',
    ]);
  });

  test('without a lead time nothing is said of an order; of one capacity the sentence says all', () => {
    const over = capacityFigure('A', { usage: 900, state: 'Over threshold', leadTimeMonths: null });
    const later = capacityFigure('B', { state: 'Will run out', leadTimeMonths: null });
    expect(capacityFacts({ capacity: [over, later], licences: [] }, '$')).toEqual(['One of two capacities has reached its threshold.', 'One reaches its threshold and has no lead time recorded.']);
    expect(capacityFacts({ capacity: [over, over], licences: [] }, '$')).toEqual(['Both capacities have reached their thresholds.']);
    expect(capacityFacts({ capacity: [over], licences: [] }, '$')).toEqual([]);
  });

  test('licences of one product in several rows make up for one another; only paid ones are idle', () => {
    const fact = (...licences: Parameters<typeof capacityFacts>[0]['licences']) => capacityFacts({ capacity: [later, later], licences }, '$').map(plain).at(-1);
    const later = capacityFigure('C', { state: 'Enough' });
    // 110 of 100 and 20 of 50: 130 of 150 are given to somebody.
    expect(fact(licenceFigure('Suite', { purchased: 100, assigned: 110 }), licenceFigure('suite', { purchased: 50, assigned: 20 }))).toBe('20 licences that nobody uses cost $2,400.');
    // Of 110 assigned 60 are active, of 100 purchased 40 are not used: 40 × 120, not 50.
    expect(fact(licenceFigure('Suite', { purchased: 100, assigned: 110, active: 60 }))).toBe('40 licences that nobody uses cost $4,800.');
    // 934 assigned, 900 purchased; 32 taken back leave 2 to buy.
    expect(fact(licenceFigure('Suite', { purchased: 900, assigned: 934, active: 902 }))).toBe('2 licences of one product have to be bought.');
    expect(fact(licenceFigure('Suite', { purchased: 2, assigned: 1, costPerLicence: null }), licenceFigure('Tool', { purchased: 3, assigned: 1 }))).toBe('3 licences that nobody uses cost $240, of 1 the cost is not recorded.');
    expect(fact(licenceFigure('Suite', { purchased: 2, assigned: 1, costPerLicence: null }))).toBe('1 licence that nobody uses is paid for.');
    expect(capacityFacts({ capacity: [], licences: [licenceFigure('Tool', { purchased: 3, assigned: 1 })] }, '$')).toEqual(['The licences that nobody uses cost $240.']);
  });
});

describe('requests', () => {
  const months = requestsFigure().months.map((one, at) => ({ ...one, submitted: 3, backlog: at === 11 ? 5 : 2 }));

  test('open ones against the month before, and the old ones', () => {
    const byAge = [{ upToDays: 30, open: 1 }, { upToDays: 90, open: 1 }, { upToDays: 180, open: 4 }, { upToDays: null, open: 3 }];
    const backlog = Array.from({ length: 9 }, (_, at) => openRequest(`R${at}`));
    expect(plain(requestsSentence(requestsFigure({ backlog, byAge, months })))).toBe('9 requests are open, four more than at the end of September 2026; 7 are older than 90 days.');
    expect(plain(requestsSentence(requestsFigure({ months })))).toBe('No request is open, five fewer than at the end of September 2026.');
    expect(requestsSentence(requestsFigure())).toBe('No request is recorded.');
    const none = months.map((one) => ({ ...one, backlog: 0 }));
    expect(plain(requestsSentence(requestsFigure({ months: none })))).toBe('No request is open, nor was any at the end of September 2026.');
    expect(plain(requestsSentence(requestsFigure({ months: none, backlog: [openRequest('A')] })))).toBe('One request is open, one more than at the end of September 2026; it is not older than 90 days.');
  });

  test('lead time, plan, budget and effort', () => {
    const facts = requestsFacts(requestsFigure({ leadTimeDays: 22.5, planned: 50, unplanned: 30, withProject: 1, backlogEffortDays: 18, backlogWithoutEffort: 2, backlog: [openRequest('A'), openRequest('B'), openRequest('C')] }));
    expect(facts.map(plain)).toEqual(['Half of those done in 12 months took 22.5 days or less.', 'Of 80 submitted in 12 months 30 were not planned, 1 belongs to a budgeted project.', 'The open ones take 18 days of effort, 2 of 3 without an estimate.']);
    expect(requestsFacts(requestsFigure())).toEqual([]);
    expect(requestsFacts(requestsFigure({ unplanned: 1, backlogEffortDays: 1, backlog: [openRequest('A')] })).map(plain)).toEqual(['The one submitted in 12 months was not planned and does not belong to a budgeted project.', 'The open one takes 1 day of effort.']);
  });
});

describe('recommendations', () => {
  const asOf = '2026-11-02';
  test('how many ask for a decision, how soon, and how many were sent', () => {
    const sent = { table: 'Projects', row: 5 };
    const all = [recommendation('A', { dueDate: '2026-12-02' }), recommendation('B', { dueDate: '2026-12-03' }), recommendation('C'), recommendation('D', { sent, dueDate: '2026-11-01' })];
    expect(plain(recommendationsSentence(all, asOf))).toBe('Three findings ask for a decision, one of them by 2 Dec 2026; one was sent on.');
    const late = recommendation('E', { dueDate: '2026-11-01' });
    expect(plain(recommendationsSentence([late, ...all], asOf))).toBe('Four findings ask for a decision, one of them overdue, one more by 2 Dec 2026; one was sent on.');
    expect(plain(recommendationsSentence([late], asOf))).toBe('One finding asks for a decision, overdue.');
    expect(plain(recommendationsSentence([recommendation('A', { dueDate: asOf })], asOf))).toBe('One finding asks for a decision, by 2 Dec 2026.');
    expect(recommendationsSentence([recommendation('A', { sent })], asOf)).toBe('The only finding was sent on.');
    expect(recommendationsSentence([], asOf)).toBe('No finding asks for a decision.');
  });

  test('how many of each kind, and the largest amount', () => {
    const all = [recommendation('A', { amount: 900 }), recommendation('B', { kind: 'Fewer licences', subject: 'Office suite', amount: 36_000 }), recommendation('C')];
    expect(recommendationsFacts(all, '$')).toEqual(['More capacity: 2, Fewer licences: 1.', 'The largest amount is $36,000: Office suite.']);
    // What was sent on asks for nothing more.
    const sent = { table: 'Projects', row: 5 };
    expect(recommendationsFacts([...all, recommendation('D', { sent, amount: 90_000 })], '$')).toEqual(['More capacity: 2, Fewer licences: 1.', 'The largest amount is $36,000: Office suite.']);
    expect(recommendationsFacts([recommendation('D', { sent, amount: 90_000 }), recommendation('A', { amount: 900 })], '$')).toEqual(['The only amount is $900: A.']);
  });
});
