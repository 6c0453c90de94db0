/** Whatever the tables hold: chains end, and what they say of themselves agrees. */
import fc from 'fast-check';
import { chainFigures } from '../../../../src/domain/agreements/chain/chain-figures';
import type { Agreement } from '../../../../src/domain/agreements/records';
import { agreement, component, dependency, records, service, serviceHours, target } from '../../../support/records';
import { runs } from '../../../support/runs';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'a ', ''];
const name = fc.constantFrom(...NAMES);
const date = fc.constantFrom(null, '2020-01-01', '2026-08-31', '2026-09-15', '2026-12-31', '2027-06-30');
const agreements = fc.array(
  fc.record({
    type: fc.constantFrom('SLA', 'SLA', 'OLA', 'UC'), item: name, status: fc.constantFrom('Agreed', 'Agreed', 'Draft', 'Retired', null), startDate: date, endDate: date, lastReviewDate: date,
    hours: fc.constantFrom(null, 'Office', 'Shop', 'Nowhere'), customer: fc.constantFrom(null, 'X', 'Y'), provider: fc.constantFrom(null, 'X', 'IT'), replaces: fc.constantFrom(null, 'Agreement 0', 'Agreement 1'),
    underpinnedBy: fc.array(fc.constantFrom('Agreement 1', 'Agreement 2', 'Nobody'), { maxLength: 2 }), unreadable: fc.constantFrom(undefined, undefined, undefined, ['endDate'], ['item'], ['hours'], ['underpinnedBy']),
  }),
  { maxLength: 8 },
);
const dependencies = fc.array(fc.record({ item: name, needs: name, group: fc.constantFrom(null, null, 'g', 'h'), required: fc.constantFrom(null, 1, 2, 9) }), { maxLength: 14 });
const metrics = ['Availability', 'Resolved within', 'Responded within', 'Longest outage minutes', 'Anything'];
const targets = fc.array(
  fc.record({ of: fc.nat(7), metric: fc.constantFrom(...metrics), comparator: fc.constantFrom('>=', '>', '<=', '<'), target: fc.constantFrom(0, 0.9, 0.999, 1, 60, NaN), within: fc.constantFrom(null, 0, 30), withinUnit: fc.constantFrom('minutes', 'hours', 'days'), severity: fc.constantFrom(null, 'Major') }),
  { maxLength: 10 },
);

test('links, figures and findings agree with each other', () => {
  fc.assert(
    fc.property(agreements, dependencies, targets, fc.array(fc.constantFrom(null, 0, 0.9, 1), { minLength: 6, maxLength: 6 }), (given, edges, promises, shares) => {
      const chains = chainFigures(records({
        services: [service({ service: 'A' }), service({ service: 'B' })],
        components: shares.slice(2).map((availability, i) => component({ component: NAMES[i + 2]!, availability, section: i === 0 ? 'Settings' : i === 1 ? 'External service' : 'Hardware', supplier: i === 2 ? 'Contoso' : null })),
        dependencies: edges.map(({ item, needs, group, required }) => dependency(item, needs, group, required)),
        agreements: given.map(({ unreadable, ...one }, i) => ({ ...agreement({ agreement: `Agreement ${i}`, ...(one as Partial<Agreement>), item: one.item }), ...(unreadable ? { unreadable } : {}) })),
        targets: promises.map(({ of, ...one }) => target({ agreement: `Agreement ${of}`, ...(one as Partial<Parameters<typeof target>[0]>) })),
        serviceHours: [serviceHours({ calendar: 'Office' }), serviceHours({ calendar: 'Shop', days: [1, 2, 3, 4, 5, 6], start: 9 * 3600, end: 21 * 3600, zone: 'Asia/Tokyo' })],
      }));
      for (const { links, findings, expected, worstCase, supported, target: promised, weakest } of chains) {
        links.forEach(({ parent, depth }, i) => {
          expect(parent === null ? 1 : links[parent]!.depth + 1).toBe(depth);
          expect(parent ?? -1).toBeLessThan(i);
        });
        for (const { cover, agreement: by, uncoveredSecondsPerWeek, uncovered, availability, gain } of links) {
          if (cover === 'Covered') expect(by).not.toBeNull();
          else expect([uncoveredSecondsPerWeek, uncovered]).toEqual([null, []]);
          expect(uncoveredSecondsPerWeek ?? 0).toBeLessThanOrEqual(7 * 86_400 + 7 * 3600);
          expect(uncovered.length).toBeLessThanOrEqual(12);
          expect(availability ?? 1).toBeLessThanOrEqual(1);
          if (gain !== null) expect(expected! + gain).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(links.flatMap((link) => link.findings).every((finding) => findings.includes(finding))).toBe(true);
        for (const { found, expected: wanted, rows } of findings) expect([found, wanted, rows.length > 0 ? 'x' : '', `${found}${wanted}`.includes('undefined') || /NaN|Infinity|null/.test(`${found}${wanted}`) ? '' : 'x'].filter((text) => text === '')).toEqual([]);
        if (expected === null) expect([worstCase, supported, weakest]).toEqual([null, null, null]);
        else expect(worstCase!).toBeLessThanOrEqual(expected + 1e-12);
        expect(supported === null).toBe(promised === null || expected === null);
        if (supported === false) expect(findings.some(({ check }) => check === 'Availability')).toBe(true);
      }
    }),
    { numRuns: runs(1500), seed: 66 },
  );
});
