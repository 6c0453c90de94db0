import { agreementBook, agreementsOn, inForceDuring, termOf } from '../../../src/domain/agreements/in-force';
import { agreement, at } from '../../support/records';

const zone = 'Europe/Berlin';
const year = { start: at('2026-01-01T00:00+01:00'), end: at('2027-01-01T00:00+01:00') };

test('an agreement is in force on both its dates, in the zone of the workbook', () => {
  const sla = agreement({ agreement: 'A', item: 'ATM', startDate: '2026-03-29', endDate: '2026-03-29' });
  // The day the clocks change: 23 hours.
  expect(termOf(sla, agreementBook([sla], zone))).toEqual({ start: at('2026-03-29T00:00+01:00'), end: at('2026-03-30T00:00+02:00') });
});

test('before its start hold the rules of what it replaces, and of what that replaced', () => {
  const chain = [
    agreement({ agreement: 'A', item: 'ATM', endDate: '2026-02-28', status: 'Retired' }),
    agreement({ agreement: 'B', item: 'ATM', startDate: '2026-03-16', endDate: '2026-12-31', replaces: ' a ' }),
    agreement({ agreement: 'C', item: 'ATM', startDate: '2026-07-01', replaces: 'B' }),
  ];
  const book = agreementBook(chain, zone);
  // Between A and B nothing was agreed; B ends where C begins, whatever its End date says.
  expect(inForceDuring(chain[2]!, book, year).map(({ start, end, agreement: { agreement: name } }) => [name, start, end])).toEqual([
    ['A', year.start, at('2026-03-01T00:00+01:00')],
    ['B', at('2026-03-16T00:00+01:00'), at('2026-07-01T00:00+02:00')],
    ['C', at('2026-07-01T00:00+02:00'), year.end],
  ]);
  expect(agreementsOn('atm', book, { start: at('2026-08-01T00:00Z'), end: at('2026-09-01T00:00Z') }).map(({ agreement: name }) => name)).toEqual(['C']);
});

test('where two replace one, it holds until the later begins, and each has its history up to its own start', () => {
  const [old, cards, retail] = [
    agreement({ agreement: 'A', item: 'ATM' }),
    agreement({ agreement: 'Cards', item: 'ATM', startDate: '2026-09-01', replaces: 'A' }),
    agreement({ agreement: 'Retail', item: 'ATM', startDate: '2026-07-01', replaces: 'A' }),
  ];
  const book = agreementBook([old!, cards!, retail!], zone);
  expect(termOf(old!, book).end).toBe(at('2026-09-01T00:00+02:00'));
  expect(inForceDuring(retail!, book, year).map(({ end, agreement: { agreement: name } }) => [name, end])).toEqual([['A', at('2026-07-01T00:00+02:00')], ['Retail', year.end]]);
});

test('agreements that replace each other in a ring hang nothing', () => {
  const ring = [agreement({ agreement: 'A', item: 'ATM', startDate: '2026-03-01', replaces: 'B' }), agreement({ agreement: 'B', item: 'ATM', startDate: '2026-02-01', replaces: 'A' })];
  expect(inForceDuring(ring[0]!, agreementBook(ring, zone), year).map(({ agreement: { agreement: name } }) => name)).toEqual(['B', 'A']);
});

test('a draft replaces nothing, and what it claims to replace goes on', () => {
  const book = agreementBook([agreement({ agreement: 'A', item: 'ATM' }), agreement({ agreement: 'B', item: 'ATM', startDate: '2026-07-01', replaces: 'A', status: 'Draft' })], zone);
  expect(agreementsOn('ATM', book, year).map(({ agreement: name }) => name)).toEqual(['A']);
});
