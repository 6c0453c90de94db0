import { agreementFiguresWork } from '../../../src/domain/agreements/agreement-figures';
import { figureContext } from '../../../src/domain/agreements/context';
import type { Agreement } from '../../../src/domain/agreements/records';
import { targetFiguresWork } from '../../../src/domain/agreements/target-figures';
import type { AgreementFigure, TargetStatus } from '../../../src/domain/figures';
import { finish } from '../../../src/domain/work';
import { agreement, at, outage, records, target } from '../../support/records';

type Given = Parameters<typeof records>[0];

function figuresOf(given: Given): AgreementFigure[] {
  const context = finish(figureContext(records(given)));
  return finish(agreementFiguresWork(context, finish(targetFiguresWork(context))));
}
/** One agreement in September 2026, seen on 2 November 2026. */
const of = (terms: Partial<Agreement>, given: Given = {}): AgreementFigure => figuresOf({ agreements: [agreement({ agreement: 'A', item: 'ATM', ...terms })], ...given })[0]!;

describe('state in the report month', () => {
  it.each<[string, Partial<Agreement>, string]>([
    ['without dates', {}, 'In force'],
    ['that began on its last day', { startDate: '2026-09-30' }, 'In force'],
    ['that ended on its first day', { endDate: '2026-09-01' }, 'In force'],
    ['that ended the day before', { endDate: '2026-08-31' }, 'Ended'],
    ['that begins the day after', { startDate: '2026-10-01' }, 'Not begun'],
    ['that is a draft', { status: 'Draft' }, 'Draft'],
    ['that was retired, nobody says when', { status: 'Retired' }, 'Retired'],
    ['that was retired in the month', { status: 'Retired', endDate: '2026-09-10' }, 'In force'],
    ['that was retired before', { status: 'Retired', endDate: '2026-05-31' }, 'Retired'],
    ['whose dates are turned round', { startDate: '2026-09-10', endDate: '2026-09-01' }, 'Ended'],
  ])('%s: %s', (_name, terms, state) => {
    expect(of(terms).state).toBe(state);
  });

  it('counts days up to As of only', () => {
    expect(of({ startDate: '2026-09-20' }, { settings: { asOf: at('2026-09-20T00:00Z') } }).state).toBe('Not begun');
    expect(of({ startDate: '2026-09-20' }, { settings: { asOf: at('2026-09-20T00:00:01Z') } }).state).toBe('In force');
  });

  it('of one that was replaced ends on the eve of the other; a draft replaces nothing', () => {
    const both = (over: Partial<Agreement>) => figuresOf({ agreements: [agreement({ agreement: 'Old', item: 'ATM' }), agreement({ agreement: 'New', item: 'ATM', replaces: 'old', ...over })] }).map(({ state, replacedBy, replaces }) => ({ state, replacedBy, replaces }));
    expect(both({ startDate: '2026-09-01' })).toEqual([{ state: 'Ended', replacedBy: 'New', replaces: null }, { state: 'In force', replacedBy: null, replaces: 'old' }]);
    expect(both({ startDate: '2026-09-02' })[0]).toMatchObject({ state: 'In force', replacedBy: 'New' });
    expect(both({ startDate: '2026-09-01', status: 'Draft' })).toEqual([{ state: 'In force', replacedBy: null, replaces: null }, { state: 'Draft', replacedBy: null, replaces: 'old' }]);
  });
});

describe('review', () => {
  // Seen on 2 November 2026.
  it.each<[string, Partial<Agreement>, string | null, string | null]>([
    ['twelve months after the last one, when nothing else is said', { lastReviewDate: '2026-01-31' }, '2027-01-31', 'Reviewed'],
    ['due in 32 days', { lastReviewDate: '2025-12-04' }, '2026-12-04', 'Reviewed'],
    ['due in 31 days', { lastReviewDate: '2025-12-03' }, '2026-12-03', 'Due soon'],
    ['due today', { lastReviewDate: '2026-08-02', reviewEveryMonths: 3 }, '2026-11-02', 'Due soon'],
    ['due yesterday', { lastReviewDate: '2026-08-01', reviewEveryMonths: 3 }, '2026-11-01', 'Overdue'],
    ['six months after 31 August: 28 February', { lastReviewDate: '2026-08-31', reviewEveryMonths: 6 }, '2027-02-28', 'Reviewed'],
    ['never, though it was due', { startDate: '2025-01-01' }, '2026-01-01', 'Never reviewed'],
    ['the first one, soon', { startDate: '2025-11-15' }, '2026-11-15', 'Due soon'],
    ['the first one, later', { startDate: '2026-06-01' }, '2027-06-01', null],
    ['without either date', {}, null, 'Never reviewed'],
    ['without a start that can be read', { startDate: null, unreadable: ['startDate'] }, null, null],
    ['of a draft', { status: 'Draft', lastReviewDate: '2026-01-31' }, null, null],
    ['of a draft without either date', { status: 'Draft' }, null, null],
    ['of one that has ended since', { lastReviewDate: '2025-01-31', endDate: '2026-10-31' }, null, null],
    ['last held after As of', { lastReviewDate: '2026-11-03' }, null, null],
    ['that cannot be read', { startDate: '2025-01-01', lastReviewDate: null, unreadable: ['lastReviewDate'] }, null, null],
  ])('%s', (_name, terms, due, state) => {
    expect(of(terms)).toMatchObject({ reviewDue: due, review: state });
  });
});

describe('expiry', () => {
  // Seen on 2 November 2026: 92 days later is 2 February 2027.
  it.each<[string, Partial<Agreement>, number | null, boolean]>([
    ['today', { endDate: '2026-11-02' }, 0, true],
    ['in 92 days', { endDate: '2027-02-02' }, 92, true],
    ['in 93 days', { endDate: '2027-02-03' }, 93, false],
    ['never', {}, null, false],
    ['yesterday', { endDate: '2026-11-01' }, null, false],
    ['before it has begun', { startDate: '2026-12-01', endDate: '2026-12-31' }, null, false],
  ])('%s', (_name, terms, daysLeft, expiresSoon) => {
    expect(of(terms)).toMatchObject({ daysLeft, expiresSoon });
  });

  it('is no matter where an agreed one replaces it', () => {
    const first = (status: Agreement['status']) => figuresOf({ agreements: [agreement({ agreement: 'Old', item: 'ATM', endDate: '2026-12-31' }), agreement({ agreement: 'New', item: 'ATM', replaces: 'Old', startDate: '2026-12-01', status })] })[0];
    // The old one ends on 30 November, the eve of the new: 28 days.
    expect(first('Agreed')).toMatchObject({ daysLeft: 28, expiresSoon: false });
    expect(first('Draft')).toMatchObject({ daysLeft: 59, expiresSoon: true });
  });
});

describe('the last date in force', () => {
  it.each<[string, Partial<Agreement>, string | null]>([
    ['is the end', { endDate: '2027-12-31' }, '2027-12-31'],
    ['is none where there is no end', { startDate: '2026-01-01' }, null],
    ['of a draft is its end', { status: 'Draft', endDate: '2027-12-31' }, '2027-12-31'],
    ['of one that is over is its end', { endDate: '2026-08-31' }, '2026-08-31'],
  ])('%s', (_name, terms, lastDate) => {
    expect(of(terms).lastDate).toBe(lastDate);
  });

  it('is the eve of what replaces it, and the days left are counted to it', () => {
    const first = (startDate: string) => figuresOf({ agreements: [agreement({ agreement: 'Old', item: 'ATM', endDate: '2027-12-31' }), agreement({ agreement: 'New', item: 'ATM', replaces: 'Old', startDate })] })[0];
    // From 2 to 19 November: 17 days.
    expect(first('2026-11-20')).toMatchObject({ endDate: '2027-12-31', lastDate: '2026-11-19', daysLeft: 17 });
    expect(first('2028-02-01')).toMatchObject({ lastDate: '2027-12-31' });
    expect(first('2026-09-01')).toMatchObject({ state: 'Ended', lastDate: '2026-08-31', daysLeft: null });
  });
});

test('the status is the worst of its targets', () => {
  // 60 min down in 30 days, in one outage.
  const status = (...targets: Parameters<typeof target>[0][]): TargetStatus | null => of({}, { targets: targets.map((one) => target({ ...one, agreement: 'a' })), outages: [outage({ item: 'ATM', start: at('2026-09-02T00:00Z'), end: at('2026-09-02T01:00Z') })] }).status;
  const met = { agreement: 'A', target: 0.99 };
  const missed = { agreement: 'A', target: 0.9999 };
  // Rolling three months, 92 days: 132.48 min allowed at 99.9%, 72.48 left: met. At 99.95% 66.24, 6.24 left: at risk.
  const atRisk = { agreement: 'A', target: 0.9995, window: { kind: 'Rolling months', count: 3 } as const };
  const none = { agreement: 'A', metric: 'Resolved within', within: 60 };
  expect(status(met)).toBe('Met');
  expect(status(met, none)).toBe('Not measurable');
  expect(status(none, atRisk, met)).toBe('At risk');
  expect(status(atRisk, missed, met)).toBe('Missed');
  expect(status()).toBeNull();
});

test('incomplete data is worse than not measurable, and At risk worse than both', () => {
  const rows = [outage({ item: 'ATM', start: Number.NaN, unreadable: ['start'] })];
  expect(of({}, { targets: [target({ agreement: 'A' }), target({ agreement: 'A', metric: 'Resolved within', within: 60 })], outages: rows }).status).toBe('Met, incomplete data');
});

test('every agreement in the order of the table, of two with one name the first, with what the table says', () => {
  const figures = figuresOf({
    agreements: [
      agreement({ row: 5, agreement: 'UC 1', item: 'Line', type: 'UC', provider: 'Northwind', customer: 'Retail', hours: 'Office', plannedTime: 'Counted', startDate: '2026-01-01', endDate: '2027-12-31', itOwner: 'Ann', businessOwner: 'Bo', providerContact: 'Cy', customerContact: 'Di' }),
      agreement({ row: 6, agreement: 'A', item: 'ATM' }),
      agreement({ row: 7, agreement: 'uc 1', item: 'ATM' }),
    ],
  });
  expect(figures.map(({ agreement: name, row }) => [name, row])).toEqual([['UC 1', { table: 'Agreements', row: 5 }], ['A', { table: 'Agreements', row: 6 }]]);
  expect(figures[0]).toMatchObject({ type: 'UC', item: 'Line', provider: 'Northwind', customer: 'Retail', hours: 'Office', rule: 'Counted', startDate: '2026-01-01', endDate: '2027-12-31', itOwner: 'Ann', businessOwner: 'Bo', providerContact: 'Cy', customerContact: 'Di', compensation: null });
});

describe('promises that cannot be read', () => {
  const ninetyFive = target({ agreement: 'a', row: 51, target: NaN, unreadable: ['target'] });

  it('are named with their rows and fields; the agreement is not simply kept', () => {
    const given = { targets: [target({ agreement: 'A', row: 50 }), ninetyFive, target({ agreement: 'A', row: 52, metric: 'Availabilty', window: { kind: 'Rolling days', count: 0 }, unreadable: ['metric'] })] };
    expect(of({}, given)).toMatchObject({
      status: 'Not measurable',
      unreadableTargets: [{ table: 'Targets', row: 51, fields: ['target'] }, { table: 'Targets', row: 52, fields: ['metric', 'window'] }],
    });
  });

  it('weigh less than one that was missed; a draft is not judged by them', () => {
    // All of September is lost.
    const lost = outage({ item: 'ATM', start: at('2026-09-01T00:00Z'), end: at('2026-10-01T00:00Z') });
    expect(of({}, { targets: [target({ agreement: 'A' }), ninetyFive], outages: [lost] }).status).toBe('Missed');
    expect(of({ status: 'Draft' }, { targets: [ninetyFive] })).toMatchObject({ status: null, unreadableTargets: [{ row: 51 }] });
  });

  it('belong to nobody where the agreement itself cannot be read', () => {
    expect(of({}, { targets: [{ ...ninetyFive, unreadable: ['agreement', 'target'] }] }).unreadableTargets).toEqual([]);
  });
});
