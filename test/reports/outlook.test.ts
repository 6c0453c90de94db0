import { outlook } from '../../src/reports/outlook';
import { figures } from '../support/figures';
import { agreementOf, typical } from '../support/organisations';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const seen = (input: Parameters<typeof outlook>[0]) => outlook(input).map((item) => [plain(item.lead), plain(item.detail), item.date, item.until]);
const withAgreements = (...agreements: ReturnType<typeof agreementOf>[]) => ({ figures: figures(), records: { agreements, improvements: [], remarks: [] } });

test('promises at risk and endings by date, then reviews', () => {
  expect(seen(typical())).toEqual([
    ['Desktop Computing, availability', '75 min of 343 min left; a failure like that of 7 Oct (95 min) breaks it.', null, false],
    ['Desktop Computing, breaks', '3 of 3 used: one more break breaks the promise.', '2026-12-31', true],
    ['Card gateway contract', 'UC for Card Payments ends; no successor agreed.', '2026-12-31', false],
    ['Loan Origination SLA', 'SLA for Loan Origination: review due.', '2026-11-12', false],
  ]);
});

// As of is 2 November 2026: endings up to 2 February 2027 and reviews up to 3 December are named.
test('endings: within 92 days, agreed, and without an agreed successor', () => {
  const ending = agreementOf('Old', { endDate: '2027-02-02' });
  expect(seen(withAgreements(ending))).toHaveLength(1);
  expect(seen(withAgreements({ ...ending, endDate: '2027-02-03' }))).toHaveLength(0);
  expect(seen(withAgreements({ ...ending, endDate: '2026-11-01' }))).toHaveLength(0);
  expect(seen(withAgreements({ ...ending, status: 'Draft' }))).toHaveLength(0);
  expect(seen(withAgreements(ending, agreementOf('New', { replaces: 'old ' })))).toHaveLength(0);
  expect(seen(withAgreements(ending, agreementOf('New', { replaces: 'Old', status: 'Draft', lastReviewDate: null })))).toHaveLength(1);
});

test('reviews: due within 31 days, overdue, or never held', () => {
  const reviewed = (lastReviewDate: string | null, over = {}) => seen(withAgreements(agreementOf('A', { item: 'X', lastReviewDate, ...over }))).map(([, detail, date]) => [detail, date]);
  expect(reviewed('2025-12-03')).toEqual([['SLA for X: review due.', '2026-12-03']]);
  expect(reviewed('2025-12-04')).toEqual([]);
  expect(reviewed('2025-10-01')).toEqual([['SLA for X: review overdue.', '2026-10-01']]);
  expect(reviewed('2026-08-01', { reviewEveryMonths: 3 })).toEqual([['SLA for X: review overdue.', '2026-11-01']]);
  expect(reviewed(null, { startDate: '2025-01-01' })).toEqual([['SLA for X: review overdue, none recorded yet.', '2026-01-01']]);
  expect(reviewed(null, { startDate: null })).toEqual([['SLA for X: no review is recorded.', null]]);
  expect(reviewed('2025-10-01', { startDate: '2026-12-01' })).toEqual([]);
});
