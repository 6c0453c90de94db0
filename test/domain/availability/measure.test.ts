import { ownHistory } from '../../../src/domain/availability/history';
import { measure } from '../../../src/domain/availability/measure';
import { outageLog } from '../../../src/domain/availability/outage-log';
import { NO_TERMS } from '../../../src/domain/availability/records';
import { outage } from '../../support/records';

const moment = { asOf: 1000, zone: 'UTC' };

test('no agreed time: nothing is measurable, nothing is down', () => {
  const log = outageLog([outage({ item: 'ATM', start: 0, end: 10 })]);
  expect(measure([{ serviceTime: [], maintenance: [], rule: 'Excluded', history: ownHistory(log, 'ATM', NO_TERMS, moment) }])).toMatchObject({
    agreedSeconds: 0, downtimeSeconds: 0, availability: null, breaks: [], longestOutageSeconds: 0, mtrsSeconds: null, mtbfSeconds: null,
  });
});

test('outages that touch where the rules change are one break', () => {
  // Under the first rules an outage up to 50, under the second one from 50: whoever waited, waited once.
  const first = ownHistory(outageLog([outage({ item: 'ATM', start: 40, end: 50 })]), 'ATM', NO_TERMS, moment);
  const second = ownHistory(outageLog([outage({ item: 'ATM', start: 50, end: 65 })]), 'ATM', NO_TERMS, moment);
  const { breaks } = measure([
    { serviceTime: [0, 50], maintenance: [], rule: 'Excluded', history: first },
    { serviceTime: [50, 100], maintenance: [], rule: 'Excluded', history: second },
  ]);
  expect(breaks).toEqual([{ start: 40, end: 65, impairedSeconds: 25 }]);
});
