import fc from 'fast-check';
import { targetFigures } from '../../src/domain/agreements/target-figures';
import { computeFigures } from '../../src/domain/compute';
import { FIGURES_SCHEMA } from '../../src/domain/figures';
import { agreement, at, component, dependency, maintenance, outage, records, service, target } from './../support/records';
import { runs } from '../support/runs';

const given = () => records({
  settings: { reportMonth: '2026-09-17', asOf: at('2026-09-20T00:00Z') },
  services: [service({ service: 'ATM' })],
  components: [component({ component: 'Network' })],
  dependencies: [dependency('ATM', 'Network')],
  agreements: [agreement({ agreement: 'SLA', item: 'ATM', maintenance: 'Night' })],
  targets: [target({ agreement: 'SLA' }), target({ agreement: 'SLA', metric: 'Breaks', comparator: '<=', target: 3 })],
  maintenance: [maintenance({ calendar: 'Night', start: '2026-09-01T01:00:00', minutes: 60, repeats: 'FREQ=WEEKLY;BYDAY=TU' })],
  outages: [outage({ item: 'Network', start: at('2026-09-02T00:00Z'), end: at('2026-09-02T01:00Z') })],
});

test('puts together all figures of a workbook', async () => {
  const tables = [{ table: 'Outages', rows: 1, leftOut: 0 }];
  const figures = await computeFigures(given(), tables);
  expect(figures).toMatchObject({
    schema: FIGURES_SCHEMA, organisation: 'Woodgrove Bank', month: '2026-09-01', window: { start: at('2026-09-01T00:00Z'), end: at('2026-09-20T00:00Z') }, zone: 'UTC', currency: 'USD', amberMargin: 0.25, csfs: [], tables,
  });
  expect(figures.targets.map(({ metric, downtimeSeconds, plannedSeconds }) => [metric, downtimeSeconds, plannedSeconds])).toEqual([
    // Tuesdays 1, 8 and 15 September: three hours of maintenance.
    ['Availability', 3_600, 3 * 3_600],
    ['Breaks', 3_600, 3 * 3_600],
  ]);
  expect(figures.services.map(({ service: name }) => name)).toEqual(['ATM']);
  expect(figures.maps.map(({ service: name }) => name)).toEqual(['ATM']);
});

test('gives way between small pieces of work, and can be cancelled there', async () => {
  let pauses = 0;
  await computeFigures(given(), [], { pause: () => { pauses++; } });
  expect(pauses).toBeGreaterThan(4);
  const cancel = (): Promise<void> => Promise.reject(new Error('cancelled'));
  await expect(computeFigures(given(), [], { pause: cancel })).rejects.toThrow('cancelled');
});

test('an empty workbook has no figures and no errors', async () => {
  expect(await computeFigures(records(), [])).toMatchObject({ targets: [], services: [], csfs: [], maps: [] });
});

test('the seconds of the rows in a list add up to the downtime', () => {
  const rows = fc.array(fc.record({ item: fc.constantFrom('ATM', 'A', 'B', 'Network'), start: fc.integer({ min: -20_000, max: 2_592_000 }), length: fc.integer({ min: 0, max: 400_000 }), impact: fc.constantFrom(1, 0.5, 1 / 3), planned: fc.boolean(), open: fc.integer({ min: 0, max: 9 }) }), { maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.constantFrom('Excluded' as const, 'Forgiven' as const, 'Counted' as const), (outages, plannedTime) => {
      const start = at('2026-09-01T00:00Z');
      const [figure] = targetFigures(records({
        dependencies: [dependency('ATM', 'A', 'pair', 1), dependency('ATM', 'B', 'pair', 1), dependency('A', 'Network'), dependency('B', 'Network')],
        agreements: [agreement({ agreement: 'SLA', item: 'ATM', plannedTime })],
        targets: [target({ agreement: 'SLA' })],
        outages: outages.map(({ item, start: from, length, impact, planned, open }) => outage({ item, start: start + from, end: open === 0 ? null : start + from + length, impact, planned })),
      }));
      // Whole hundred-millionths of seconds on both sides: only the last decimal of a double may differ.
      expect(figure!.outages.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0)).toBeCloseTo(figure!.downtimeSeconds, 6);
    }),
    { numRuns: runs(200), seed: 9 },
  );
});
