import { definitionLines, durationText, factorSentence, factorsSentence, keptSentence, morePromises, promiseWords, scorecardSentence, STATUS_WORD, sublineSentences, verdictSentence, type Verdict } from '../../src/reports/words';
import { targetFigure } from '../support/figures';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const base: Verdict = { month: '2026-10-01', previousMonth: '2026-09-01', kept: 15, judged: 18, keptBefore: 17, judgedBefore: 18, notMeasurable: 0, toDate: false };

describe('verdictSentence', () => {
  test.each<[Partial<Verdict>, string]>([
    [{}, '15 of 18 promises were kept in October, two fewer than in September.'],
    [{ keptBefore: 14 }, '15 of 18 promises were kept in October, one more than in September.'],
    [{ keptBefore: 15 }, '15 of 18 promises were kept in October, as many as in September.'],
    [{ judgedBefore: 16, keptBefore: 14 }, '15 of 18 promises were kept in October, after 14 of 16 in September.'],
    [{ judgedBefore: 0, keptBefore: 0 }, '15 of 18 promises were kept in October.'],
    [{ kept: 18, keptBefore: 18 }, 'All 18 promises were kept in October, as many as in September.'],
    [{ kept: 1, judged: 1, judgedBefore: 0 }, 'The only promise was kept in October.'],
    [{ kept: 0, judged: 5, judgedBefore: 0 }, 'None of 5 promises was kept in October.'],
    [{ kept: 1, judged: 5, judgedBefore: 0, toDate: true }, '1 of 5 promises was kept in October so far.'],
    [{ kept: 0, judged: 0, judgedBefore: 0, notMeasurable: 3 }, 'None of 3 promises could be measured in October.'],
    [{ kept: 0, judged: 0, judgedBefore: 0 }, 'No promise stood to be kept in October.'],
  ])('%j', (over, expected) => {
    expect(verdictSentence({ ...base, ...over })).toBe(expected);
  });
});

test('sublineSentences: failures only where each broken promise has one, then downtime, risk, asks', () => {
  const all = sublineSentences({ month: '2026-10-01', previousMonth: '2026-09-01', broken: 3, failures: 2, incomplete: 0, atRisk: 1, asks: 3, downtime: 19152, downtimeBefore: 5400, cost: null });
  expect(all.map(plain)).toEqual(['Two failures broke three promises.', 'Services were down for 5.3 hours, after 90 min in September.', 'One more promise is at risk.', 'Three decisions are asked of you.']);
  const none = sublineSentences({ month: '2026-10-01', previousMonth: '2026-09-01', broken: 0, failures: 0, incomplete: 0, atRisk: 0, asks: 0, downtime: 0, downtimeBefore: 0, cost: null });
  expect(none).toEqual(['No service was down in October.']);
});

test('sublineSentences with cost: of the failures where it is known, else of the month', () => {
  const base = { month: '2026-10-01', previousMonth: '2026-09-01', broken: 3, failures: 2, incomplete: 0, atRisk: 0, asks: 0, downtime: null, downtimeBefore: null } as const;
  const said = (over: object, cost: object) => sublineSentences({ ...base, ...over, cost: { month: '$300', before: '$100', none: '$0', failures: '$200', ...cost } });
  expect(said({}, {})).toEqual(['Two failures broke three promises and cost the business $200 of the month’s $300.']);
  expect(said({}, { failures: '$300' })).toEqual(['Two failures broke three promises and cost the business all of the month’s $300.']);
  expect(said({}, { failures: '$0' })).toEqual(['Two failures broke three promises.', 'Downtime cost the business $300 in October, after $100 in September.']);
  expect(said({ failures: null }, { before: '$0' })).toEqual(['Downtime cost the business $300 in October, after nothing in September.']);
  expect(said({ broken: 0, failures: 0 }, { month: '$0', before: null })).toEqual(['Downtime cost the business nothing in October.']);
});

test('statuses use exactly the glyphs that stay text everywhere', () => {
  expect(Object.values(STATUS_WORD).map((word) => word.codePointAt(0))).toEqual([0x2715, 0x25b2, 0x25ca, 0x2713, 0x25cb]);
});

test.each([[0, '0 s'], [40, '40 s'], [60, '1 min'], [90, '1.5 min'], [2820, '47 min'], [14400, '4 h'], [11400, '190 min'], [36000, '10 h'], [80000, '22.2 h'], [2678400, '744 h']])('durationText(%d)', (seconds, expected) => {
  expect(plain(durationText(seconds))).toBe(expected);
});

test('promiseWords', () => {
  expect(promiseWords(targetFigure())).toBe('Availability, 24×7');
  expect(promiseWords(targetFigure({ hours: 'branch hours', windowKind: { kind: 'Rolling months', count: 6 }, toDate: true }))).toBe('Availability, branch hours, rolling 6 months');
  expect(promiseWords(targetFigure({ metric: 'Breaks', windowKind: { kind: 'Year' }, toDate: true }))).toBe('Breaks, calendar year to date');
  expect(plain(promiseWords(targetFigure({ metric: 'Resolved within', severity: '1', limitSeconds: 14400, customer: 'Retail' })))).toBe('Severity 1 incidents resolved within 4 h, Retail');
});

test('morePromises names every status that is not shown', () => {
  expect(morePromises({ Missed: 0, 'At risk': 0, 'Met, incomplete data': 0, Met: 7, 'Not measurable': 0 })).toBe('7 more promises kept: sheet “Service levels”');
  expect(morePromises({ Missed: 2, 'At risk': 1, 'Met, incomplete data': 1, Met: 2, 'Not measurable': 1 })).toBe('2 more broken, 1 more at risk, 3 more promises kept, 1 not measurable: sheet “Service levels”');
  expect(morePromises({ Missed: 0, 'At risk': 0, 'Met, incomplete data': 0, Met: 0, 'Not measurable': 0 })).toBe('');
});

test('definitionLines: margin, rules with their exceptions, rows left out, not measurable', () => {
  const lines = definitionLines({ amberMargin: 0.25, rules: [{ rule: 'Excluded', items: ['A', 'B'] }, { rule: 'Forgiven', items: ['Card Payments'] }], rowsLeftOut: 2, errors: 3, itemsLeftOut: ['ATM Network'], incomplete: 0, notMeasurable: 1, beneath: { targets: 7, missed: 2 }, cost: null });
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('At risk: 25% or less of the budget left');
  expect(lines[1]).toContain('Planned time: Excluded from all availabilities shown, except Card Payments: Forgiven.');
  expect(lines[2]).toBe('Left out: 2 rows of ATM Network (sheet “Rows left out”). Not measurable: 1 promise, not counted above. Agreements beneath (OLA, UC): 2 of 7 targets missed (sheet “Service levels”).');
});

test('a page without its tables does not say that nothing is left out', () => {
  const last = (errors: number): string | undefined => definitionLines({ amberMargin: 0.25, rules: [], rowsLeftOut: 0, errors, itemsLeftOut: [], incomplete: 0, notMeasurable: 0, beneath: { targets: 0, missed: 0 }, cost: null })[2];
  expect(last(0)).toBe('Left out: no row. Not measurable: none.');
  expect(last(1)).toBe('Left out: no row, but the tables have 1 error (sheet “Rows left out”). Not measurable: none.');
});

test('what is kept on incomplete data is said under the sentence that counts it as kept, and in small print', () => {
  const subline = (incomplete: number) => sublineSentences({ month: '2026-10-01', previousMonth: '2026-09-01', broken: 0, failures: 0, incomplete, atRisk: 0, asks: 0, downtime: null, downtimeBefore: null, cost: null });
  expect([subline(0), subline(1), subline(2)]).toEqual([[], ['Of those kept, one has incomplete data.'], ['Of those kept, two have incomplete data.']]);
  const last = definitionLines({ amberMargin: 0.25, rules: [], rowsLeftOut: 0, errors: 0, itemsLeftOut: [], incomplete: 2, notMeasurable: 0, beneath: { targets: 0, missed: 0 }, cost: null })[2];
  expect(last).toBe('Left out: no row. Met, incomplete data: 2 promises, counted as kept. Not measurable: none.');
});

test('names that the user gave stand as written, in any language', () => {
  expect(factorsSentence([{ csf: 'Filialen können verkaufen', status: 'Act now' }])).toBe('No success factor supports the business on every figure; Filialen können verkaufen needs action now.');
});

test('sentences of the success factors', () => {
  const csf = (name: string, status: 'Act now' | 'Needs attention' | 'Supports the business' | 'No data') => ({ csf: name, status });
  const six = Array.from({ length: 6 }, (_, index) => csf(`F${index}`, 'Supports the business'));
  expect(factorsSentence([...six, csf('User-friendly interface', 'Act now'), csf('Security', 'Needs attention')])).toBe('Six of eight success factors support the business; User-friendly interface needs action now.');
  expect(factorsSentence([csf('Security', 'Needs attention'), csf('Scalability', 'Needs attention')])).toBe('No success factor supports the business on every figure; two need attention.');
  expect(factorsSentence(six)).toBe('All six success factors support the business.');
  expect(factorsSentence([])).toBe('No success factor is recorded.');
  expect(factorSentence('Security', ['Off, getting worse', 'Off, getting worse'])).toBe('Security: both metrics off target and getting worse.');
  expect(factorSentence('Security', ['Off target', 'Getting worse', 'On target'])).toBe('Security: one of three metrics off target, one of three metrics getting worse.');
  expect(factorSentence('Security', ['On target'])).toBeNull();
});

test('two of two are both', () => {
  expect(keptSentence(2, 2)).toBe('Both targets are kept.');
  expect(scorecardSentence('2026-10-01', 2, 2, true)).toBe('Both promises to customers were kept in October\u00a02026.');
});
