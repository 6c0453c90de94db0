import { figuresJson } from '../../src/reports/figures-json';
import { figures, targetFigure } from '../support/figures';

test('instants carry the offset of the zone; figures stay unrounded', () => {
  // 1 October 2026 is summer time in Los Angeles (UTC−7), 1 November from 02:00 on is not; the window ends at its midnight, still −7.
  const window = { start: Date.UTC(2026, 9, 1, 7) / 1000, end: Date.UTC(2026, 10, 1, 7) / 1000 };
  const outage = { table: 'Outages', row: 4, item: 'A', start: Date.UTC(2026, 10, 1, 12) / 1000, end: null, impact: 0.5, planned: false, cause: null, countedSeconds: 0.1 + 0.2, carriedOver: false, forgotten: false, lateBecause: null };
  const json = JSON.parse(figuresJson(figures({ zone: 'America/Los_Angeles', window, asOf: Date.UTC(2026, 10, 2, 16) / 1000, targets: [targetFigure({ outages: [outage] })] }))) as { window: object; asOf: string; targets: { outages: object[] }[] };
  expect(json.window).toEqual({ start: '2026-10-01T00:00:00-07:00', end: '2026-11-01T00:00:00-07:00' });
  expect(json.asOf).toBe('2026-11-02T08:00:00-08:00');
  expect(json.targets[0]?.outages[0]).toMatchObject({ start: '2026-11-01T04:00:00-08:00', end: null, countedSeconds: 0.1 + 0.2 });
});
