import { computeFigures } from '../../src/domain/compute';
import { figuresJson } from '../../src/reports/figures-json';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from '../sample/sample-workbook';
import { agreementFigure, chainFigure, chainLink, compensationOf } from '../support/agreement-figures';
import { figures, targetFigure } from '../support/figures';
import { missedIncident } from '../support/organisations';

test('instants carry the offset of the zone; figures stay unrounded', () => {
  // 1 October 2026 is summer time in Los Angeles (UTC−7), 1 November from 02:00 on is not; the window ends at its midnight, still −7.
  const window = { start: Date.UTC(2026, 9, 1, 7) / 1000, end: Date.UTC(2026, 10, 1, 7) / 1000 };
  const outage = { table: 'Outages', row: 4, item: 'A', start: Date.UTC(2026, 10, 1, 12) / 1000, end: null, impact: 0.5, planned: false, cause: null, countedSeconds: 0.1 + 0.2, carriedOver: false, forgotten: false, lateBecause: null, notified: null, noticeDays: null, breaks: [] };
  const json = JSON.parse(figuresJson(figures({ zone: 'America/Los_Angeles', window, asOf: Date.UTC(2026, 10, 2, 16) / 1000, targets: [targetFigure({ outages: [outage] })] }))) as { window: object; asOf: string; targets: { outages: object[] }[] };
  expect(json.window).toEqual({ start: '2026-10-01T00:00:00-07:00', end: '2026-11-01T00:00:00-07:00' });
  expect(json.asOf).toBe('2026-11-02T08:00:00-08:00');
  expect(json.targets[0]?.outages[0]).toMatchObject({ start: '2026-11-01T04:00:00-08:00', end: null, countedSeconds: 0.1 + 0.2 });
});

test('every instant of planned time and forecasts is one, too; hours of a day stay seconds after midnight', () => {
  // Berlin: +02:00 until 25 October 2026, then +01:00.
  const planned = [{ kind: 'Planned outage' as const, start: Date.UTC(2026, 9, 4, 14) / 1000, end: Date.UTC(2026, 9, 4, 16) / 1000, seconds: 7200, row: null, notified: Date.UTC(2026, 8, 25, 7) / 1000, cause: null }];
  const setAside = [{ table: 'Outages', row: 9, item: 'A', start: Date.UTC(2026, 9, 26, 5) / 1000, end: null, reason: 'x' }];
  const forecast = { actual: 0.99, verdict: 'Missed' as const, exhausted: Date.UTC(2026, 11, 1, 12) / 1000 };
  const uncovered = [{ from: '2026-10-01', until: '2027-09-30', days: [1, 2], start: 61_200, end: 68_400 }];
  const chains = [chainFigure('A', { links: [chainLink('Host', { uncovered })] })];
  const agreements = [agreementFigure('SLA A', { compensation: compensationOf({ due: NaN, unknown: 'Units is blank' }) })];
  const json = JSON.parse(figuresJson(figures({ zone: 'Europe/Berlin', targets: [targetFigure({ planned, setAside, forecast, opened: 3, missedIncidents: [missedIncident('INC-1', { opened: Date.UTC(2026, 9, 5, 8) / 1000 })] })], chains, agreements }))) as { targets: object[]; chains: { links: { uncovered: object[] }[] }[]; agreements: { startDate: string; compensation: { due: null } }[] };
  expect(json.targets[0]).toMatchObject({
    // How many, and when.
    opened: 3,
    missedIncidents: [{ opened: '2026-10-05T10:00:00+02:00', clockSeconds: 900 }],
    planned: [{ start: '2026-10-04T16:00:00+02:00', end: '2026-10-04T18:00:00+02:00', seconds: 7200, notified: '2026-09-25T09:00:00+02:00' }],
    setAside: [{ start: '2026-10-26T06:00:00+01:00', end: null }],
    forecast: { actual: 0.99, exhausted: '2026-12-01T13:00:00+01:00' },
    period: { start: '2026-10-01T02:00:00+02:00' },
  });
  expect(json.chains[0]?.links[0]?.uncovered).toEqual(uncovered);
  expect(json.agreements[0]).toMatchObject({ startDate: '2025-01-01', compensation: { due: null } });
});

test('no instant of the sample leaves as a bare number', async () => {
  const { records } = readRecords(sampleWorkbook(), Date.UTC(2026, 10, 2, 16) / 1000);
  const json = figuresJson(await computeFigures(records, []));
  // Seconds since 1970 of 2001 to 2286 have ten digits; nothing else of the sample does.
  expect(json.match(/: 1[0-9]{9}(?![0-9.])/g)).toBeNull();
});
