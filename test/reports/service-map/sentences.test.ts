import type { ResponsibilityFigure } from '../../../src/domain/figures';
import { countedText, customersSentence, downtimeSentence, expectedSentence, impactSentence, mapsFacts, mapsSentence, ownersSentence, responsibilitiesFacts, responsibilitiesSentence, singlePointsFacts, singlePointsSentence, usersFacts } from '../../../src/reports/service-map/sentences';
import { figures, itemFigure, serviceMapFigure } from '../../support/figures';
import { at } from '../../support/records';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const line = { section: 'Hardware', category: null, owner: 'Kim', supplier: null, users: null, agreements: [], depth: 1, through: null, group: null } as const;
const expected = { availability: 0.99754, lowerBound: 0.99754, is: 'exact', unknown: [], worstCase: 0.997 } as const;

test.each([
  [42, '42 s'],
  [5700, '95 min'],
  // 95 min and 30 s.
  [5730, '95.5 min'],
  // 20 h are 1,200 min: in minutes, so that shares add up.
  [72_000, '1,200 min'],
])('%d seconds counted are %s', (seconds, text) => {
  expect(plain(countedText(seconds))).toBe(text);
});

test('services and the things beneath them, each thing once', () => {
  const of = (...names: readonly string[]) => names.map((name) => ({ ...line, name }));
  const maps = [serviceMapFigure('A', { lines: of('Switch', 'Server') }), serviceMapFigure('B', { lines: [...of('SWITCH'), { ...line, name: 'Printer', owner: null }] })];
  expect(mapsSentence(maps)).toBe('2 services stand on 3 things; one of them has no owner.');
  expect(mapsSentence(maps.slice(0, 1))).toBe('1 service stands on 2 things, each with an owner.');
});

test('facts of the maps: promises out of reach, what caused most downtime, circles', () => {
  const cause = (item: string, minutes: number) => ({ item, seconds: minutes * 60, outages: [], alongside: [] });
  const maps = [
    serviceMapFigure('Mail', { expected, downtimeSeconds: 107 * 60, causes: [cause('Network', 95), cause('Mail', 12)] }),
    serviceMapFigure('Fax', { expected, downtimeSeconds: 95 * 60, causes: [cause('network', 95)] }),
    serviceMapFigure('Print', { expected: { ...expected, availability: 0.9999 } }),
  ];
  const facts = mapsFacts(figures({ maps, cycles: [{ path: ['A', 'B', 'A'], rows: [] }] }), new Map([['mail', 0.999], ['fax', 0.99], ['print', 0.999]])).map(plain);
  // 95 + 95 min of 107 + 95.
  expect(facts).toEqual(['One of three services with a promise of availability promises more than what stands beneath can hold: Mail.', 'Network caused 190 min of 202 min of service downtime in October.', 'One circle of things that are mapped as standing on each other.']);
  expect(mapsFacts(figures({ maps: [serviceMapFigure('Quiet')] }), new Map())).toEqual([]);
});

test.each([
  [expected, 0.999, '99.9% is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.'],
  [expected, undefined, 'No availability is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.'],
  [{ ...expected, is: 'upper bound' as const, unknown: ['Line', 'Host', 'Desk'] }, 0.999, '99.9% is promised; at most 99.76% can be expected from what stands beneath (not known for Line, Host and one more).'],
  // Where parts are not known there is no lower bound either.
  [{ ...expected, is: 'bounds' as const, lowerBound: 0.9965, unknown: ['Line'] }, undefined, 'No availability is promised; at most 99.76% can be expected from what stands beneath (not known for Line).'],
  // 99.706% and 99.7% both show as 99.70%; 99.754% and 99.7521% as 99.75%.
  [{ ...expected, availability: 0.99706, lowerBound: 0.99706 }, undefined, 'No availability is promised; 99.70% can be expected from what stands beneath.'],
  [{ ...expected, is: 'bounds' as const, lowerBound: 0.997521 }, undefined, 'No availability is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.'],
  [{ ...expected, is: 'bounds' as const, lowerBound: 0.9965 }, 0.999, '99.9% is promised; between 99.65% and 99.76% can be expected from what stands beneath, 99.70% at worst.'],
  // 99.8999% must not read as the 99.9% that it misses by a hair.
  [{ ...expected, availability: 0.998999 }, 0.999, '99.9% is promised; 99.89% can be expected from what stands beneath, 99.70% at worst.'],
])('expected availability beside worst case and target: %#', (figure, promised, text) => {
  expect(expectedSentence(figure, promised)).toBe(text);
});

describe('downtime of the month', () => {
  const cause = (item: string, seconds: number) => ({ item, seconds, outages: [], alongside: [] });
  const month = figures();

  test('causes add up to it, many of them put together', () => {
    expect(plain(downtimeSentence(month, 107 * 60, [cause('Networking', 95 * 60), cause('Core switch A', 12 * 60)]))).toBe('Down for 107 min in October: Networking 95 min, Core switch A 12 min.');
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((item) => cause(item, 60));
    expect(plain(downtimeSentence(month, 420, many))).toBe('Down for 7 min in October: A 1 min, B 1 min, C 1 min, D 1 min, three more 3 min.');
    expect(plain(downtimeSentence(month, 300, many.slice(0, 5)))).toBe('Down for 5 min in October: A 1 min, B 1 min, C 1 min, D 1 min, E 1 min.');
  });

  test('what was down with a cause is said, causes then apart by semicolons', () => {
    const causes = [{ ...cause('Hub switch', 71 * 60), alongside: ['Standby switch'] }, { ...cause('Line', 120), alongside: ['A', 'B', 'C'] }, cause('Desk', 60)];
    // 71 + 2 + 1 min.
    expect(plain(downtimeSentence(month, 74 * 60, causes))).toBe('Down for 74 min in October: Hub switch 71 min, while Standby switch was down; Line 2 min, while A, B and one more were down; Desk 1 min.');
  });

  test('none, and a month that still runs', () => {
    expect(downtimeSentence(month, 0, [])).toBe('Not down in October.');
    expect(plain(downtimeSentence(figures({ asOf: at('2026-10-20T08:00:00Z') }), 60, []))).toBe('Down for 1 min so far in October.');
  });
});

test('owners that are missing are counted by kind', () => {
  expect(ownersSentence(0, { it: 0, business: 0, either: 0 })).toBe('No service is recorded.');
  expect(ownersSentence(17, { it: 0, business: 0, either: 0 })).toBe('All 17 services have an IT owner and a business owner.');
  // Two lack one, one of these both: 15 of 17 have both.
  expect(ownersSentence(17, { it: 1, business: 2, either: 2 })).toBe('15 of 17 services have both owners; one has no IT owner, two have no business owner.');
  expect(ownersSentence(1, { it: 1, business: 0, either: 1 })).toBe('The only service has no IT owner.');
});

test('customers, and their users with the largest', () => {
  expect(customersSentence({ customers: 11, services: 10, uses: 14, without: 4 })).toBe('11 customers use 10 services; 4 of 14 uses stand without an SLA.');
  expect(customersSentence({ customers: 1, services: 1, uses: 1, without: 0 })).toBe('1 customer uses 1 service, under an SLA.');
  expect(customersSentence({ customers: 0, services: 0, uses: 0, without: 0 })).toBe('No customer is recorded.');
  expect(usersFacts([{ customer: 'Card holders', users: 315_000 }, { customer: 'Staff', users: 4200 }], 2)).toEqual(['319,200 users; the largest customer, Card holders, has 315,000.', 'No number of users is recorded for two customers.']);
});

test('responsibilities: how many services keep the rule, and which break which', () => {
  const of = (service: string, broken: ResponsibilityFigure['broken'], empty = false): ResponsibilityFigure => ({ service, parties: empty ? [] : [{ party: 'Kim', roles: ['C'], rows: [] }], broken });
  const all = [of('A', []), of('B', ['no A']), of('C', ['several A', 'no R']), of('D', ['no A', 'no R'], true)];
  expect(responsibilitiesSentence(all)).toBe('1 of 4 services has exactly one accountable party and at least one responsible.');
  expect(responsibilitiesSentence([of('A', []), of('B', [])])).toBe('Both services have exactly one accountable party and at least one responsible.');
  expect(responsibilitiesFacts(all)).toEqual(['No row: D.', 'Nobody accountable: B.', 'More than one accountable: C.', 'Nobody responsible: C.']);
});

test('what takes most with it', () => {
  const core = itemFigure('Core Banking', { services: ['A', 'B', 'C', 'D', 'E'], costPerHour: 384_000, users: 12 });
  expect(impactSentence([core], 3, '$')).toBe('Core Banking takes most with it: five services, $384,000 an hour; 3 of 4 things take nothing down alone.');
  expect(impactSentence([itemFigure('Desk', { customers: ['Staff'], users: 180 })], 0, '$')).toBe('Desk takes most with it: 180 users, one customer.');
  expect(impactSentence([], 2, '$')).toBe('None of 2 things takes anything down alone.');
  expect(singlePointsSentence(7, core, '$')).toBe('7 things each take down a service alone; Core Banking puts most at risk: five services, $384,000 an hour.');
  expect(singlePointsSentence(0, null, '$')).toBe('No single thing takes a service down alone.');
  expect(singlePointsFacts(['A', 'B', 'C', 'D'], 7, 7)).toEqual(['None of them has an agreement of its own.', 'No owner: A, B, C and one more.']);
});

test('a figure that rows were left out of says so', () => {
  const row = (number: number) => ({ table: 'Dependencies', row: number });
  expect(expectedSentence({ ...expected, rowsLeftOut: [row(7)] }, undefined)).toMatch(/ One row of Dependencies beneath it cannot be read and is left out\.$/);
  expect(expectedSentence({ ...expected, unknown: ['Router'], is: 'upper bound', rowsLeftOut: [row(7), row(9)] }, undefined)).toMatch(/\(not known for Router\)\. Two rows of Dependencies beneath it cannot be read and are left out\.$/);
});
