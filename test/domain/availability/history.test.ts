import { isInNotice, ownHistory } from '../../../src/domain/availability/history';
import { outageLog } from '../../../src/domain/availability/outage-log';
import { NO_TERMS } from '../../../src/domain/availability/records';
import { WHOLE } from '../../../src/domain/availability/share';
import { at, outage } from '../../support/records';

describe('notice', () => {
  const start = at('2026-03-30T10:00+02:00');

  it.each([
    // Two days before Monday 30 March 10:00 in Berlin is Saturday 28 March 10:00: 47 hours, as the clocks changed on Sunday.
    ['two calendar days over a clock change', at('2026-03-28T10:00+01:00'), 2, true],
    ['a second late', at('2026-03-28T10:00:01+01:00'), 2, false],
    ['blank where notice is asked for', null, 2, false],
    ['blank where none is', null, null, true],
    ['blank where 0 days are', null, 0, true],
    // Half a day more: 22:00 on the evening before.
    ['half days', at('2026-03-27T22:00+01:00'), 2.5, true],
    ['half days, a second late', at('2026-03-27T22:00:01+01:00'), 2.5, false],
  ] as const)('%s', (_, notified, days, expected) => {
    expect(isInNotice({ start, notified }, days, 'Europe/Berlin')).toBe(expected);
  });
});

test('planned work is planned up to the end that was planned; what runs over is an ordinary outage', () => {
  const log = outageLog([outage({ item: 'ATM', start: 100, end: 300, planned: true, plannedUntil: 200 })]);
  expect(ownHistory(log, 'atm', NO_TERMS, { asOf: 1000, zone: 'UTC' })).toMatchObject({ planned: [100, 200], impairment: [100, 300, WHOLE, 0], runs: [100, 300] });
});

test('planned work without impact is planned time all the same', () => {
  const log = outageLog([outage({ item: 'ATM', start: 100, end: 300, planned: true, impact: 0 })]);
  expect(ownHistory(log, 'ATM', NO_TERMS, { asOf: 1000, zone: 'UTC' })).toMatchObject({ planned: [100, 300], impairment: [], runs: [] });
});
