/** `Decided within`: requests of a change type, in business days from the CAB date. */
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Target } from '../../../src/domain/agreements/records';
import { agreement, at, records, request, serviceHours, target } from '../../support/records';

type Given = Parameters<typeof records>[0];
type Row = Parameters<typeof request>[0];

/** September 2026 begins on a Tuesday. Requests of ATM, Mon–Fri, five business days. */
function figureOf(requests: Partial<Row>[], of: Partial<Target> = {}, given: Given = {}) {
  const figures = targetFigures(records({
    serviceHours: [serviceHours({ calendar: 'Office' })],
    agreements: [agreement({ agreement: 'ATM SLA', item: 'ATM', hours: 'Office', row: 3 })],
    targets: [target({ row: 4, agreement: 'ATM SLA', metric: 'Decided within', target: 0.9, within: 5, withinUnit: 'days', severity: 'Normal', ...of })],
    requests: requests.map((row, index) => request({ request: `R${index + 1}`, row: index + 10, item: 'atm', submitted: '2026-09-01', changeType: 'Normal', ...row })),
    ...given,
  }));
  expect(figures).toHaveLength(1);
  return figures[0]!;
}

test('the share decided in time of those whose clock started in the window', () => {
  const figure = figureOf([
    // CAB on Tuesday 8 September: five business days later is Tuesday the 15th.
    { cabDate: '2026-09-08', decided: '2026-09-15' },
    // One day later: six.
    { cabDate: '2026-09-08', decided: '2026-09-16' },
    // Without a CAB date from Submitted, Tuesday the 1st: the 8th is the fifth.
    { decided: '2026-09-08' },
    // Decided before the board met.
    { cabDate: '2026-09-22', decided: '2026-09-14' },
    // CAB in August: not of this month. CAB in September, submitted in August: of this month.
    { cabDate: '2026-08-31', decided: '2026-12-01' },
    { submitted: '2026-08-20', cabDate: '2026-09-01', decided: '2026-09-02' },
    // Other change types, none, and another item.
    { changeType: 'Emergency', decided: '2026-09-30' },
    { changeType: null, decided: '2026-09-30' },
    { item: 'Loans', decided: '2026-09-30' },
    { item: null, decided: '2026-09-30' },
  ]);
  expect(figure).toMatchObject({ opened: 5, within: 4, pending: 0, actual: 0.8, status: 'Missed', limitSeconds: null, limitDays: 5, budget: null, forecast: null, rowsLeftOut: [] });
  expect(figure.missedIncidents).toEqual([{ table: 'Requests', row: 11, incident: 'R2', opened: Date.parse('2026-09-08T00:00:00Z') / 1000, severity: 'Normal', description: null, clockSeconds: 6 * 86_400, limitSeconds: 5 * 86_400, clockDays: 6, limitDays: 5 }]);
});

test('fewer than five days: the fifth has missed; a blank Severity counts every change type', () => {
  expect(figureOf([{ decided: '2026-09-08' }], { limitComparator: '<' })).toMatchObject({ opened: 1, within: 0, status: 'Missed' });
  expect(figureOf([{ decided: '2026-09-08' }, { changeType: null, decided: '2026-09-08' }], { severity: null })).toMatchObject({ opened: 2, within: 2, status: 'Met' });
  expect(figureOf([{ decided: '2026-09-08' }], { severity: ' normal' })).toMatchObject({ opened: 1, within: 1 });
});

test('undecided ones are pending until they are past their limit; decisions after As of have not happened', () => {
  // From Tuesday the 1st the fifth business day is Tuesday the 8th: it ends with midnight of the 9th.
  const seen = (asOf: string, decided: string | null) => figureOf([{ decided }], {}, { settings: { asOf: at(asOf) } });
  expect(seen('2026-09-09T00:00Z', null)).toMatchObject({ pending: 1, actual: null, status: 'Not measurable' });
  expect(seen('2026-09-09T00:00:01Z', null)).toMatchObject({ pending: 0, actual: 0, status: 'Missed' });
  expect(seen('2026-09-08T00:00Z', '2026-09-08')).toMatchObject({ pending: 1, actual: null });
  expect(seen('2026-09-08T00:00:01Z', '2026-09-08')).toMatchObject({ within: 1, actual: 1, status: 'Met' });
});

test('closed without a date of decision: decided when closed', () => {
  expect(figureOf([{ closed: '2026-09-08', status: 'Done' }, { closed: '2026-09-09', status: 'Done' }])).toMatchObject({ within: 1, actual: 0.5 });
});

test('rows that cannot be used are named, unless they lie elsewhere', () => {
  const figure = figureOf([
    { decided: '2026-09-02' },
    { submitted: '', unreadable: ['submitted'], decided: '2026-09-02' },
    { decided: null, unreadable: ['decided'] },
    { cabDate: null, unreadable: ['cabDate'], decided: '2026-09-02' },
    { changeType: null, unreadable: ['changeType'], decided: '2026-09-02' },
    { item: null, unreadable: ['item'], decided: '2026-09-02' },
    // Decided before it was submitted; and decided nobody knows when.
    { decided: '2026-08-31' },
    { status: 'Approved' },
    // Of another month, and of another type: they bear on nothing here.
    { submitted: '2026-08-01', decided: null, unreadable: ['decided'] },
    { changeType: 'Emergency', decided: null, unreadable: ['decided'] },
  ]);
  expect(figure).toMatchObject({ opened: 1, within: 1, status: 'Met, incomplete data' });
  expect(figure.rowsLeftOut).toEqual([11, 12, 13, 14, 15, 16, 17].map((row) => ({ table: 'Requests', row })));
});

test.each<[string, Partial<Target>, number | null]>([
  ['in hours', { withinUnit: 'hours' }, null],
  ['without a limit', { within: null }, null],
  ['of part of a day', { within: 2.5 }, 2.5],
])('a limit %s is not measurable', (_name, of, limitDays) => {
  expect(figureOf([{ decided: '2026-09-02' }], of)).toMatchObject({ actual: null, status: 'Not measurable', opened: 0, limitDays });
});

test('a unit that could not be used leaves out the row of the target', () => {
  expect(figureOf([{ decided: '2026-09-02' }], { withinUnit: 'minutes', unreadable: ['withinUnit'] })).toMatchObject({ status: 'Not measurable', rowsLeftOut: [{ table: 'Targets', row: 4 }] });
});

test('the hours of the target count before those of the agreement', () => {
  // Around the clock every date is a business day: from Tuesday the 1st, Monday the 7th is the sixth.
  expect(figureOf([{ decided: '2026-09-07' }]).within).toBe(1);
  expect(figureOf([{ decided: '2026-09-07' }], {}, { agreements: [agreement({ agreement: 'ATM SLA', item: 'ATM' })] }).within).toBe(0);
});

test('the last 12 months judge each month by its own requests', () => {
  const figure = figureOf([{ submitted: '2026-06-02', decided: '2026-06-30' }, { submitted: '2026-08-04', decided: '2026-08-05' }, { decided: '2026-09-02' }]);
  expect(figure.months.map(({ status }) => status)).toEqual([...Array<string>(8).fill('Not measurable'), 'Missed', 'Not measurable', 'Met', 'Met']);
  expect(figure).toMatchObject({ previous: 1, previousStatus: 'Met', monthsMet: 2, monthsMeasured: 3 });
});
