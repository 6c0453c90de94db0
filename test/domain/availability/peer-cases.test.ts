/**
 * Cases transcribed from the tests and documents of other systems (`../shared/data/peer-cases.json`).
 * All of them agree with what is meant here.
 */
import { ownHistory } from '../../../src/domain/availability/history';
import { measure, type Measured } from '../../../src/domain/availability/measure';
import { outageLog } from '../../../src/domain/availability/outage-log';
import { NO_TERMS } from '../../../src/domain/availability/records';
import { targetFigures } from '../../../src/domain/agreements/target-figures';
import { PEER_KINDS, peerCases } from '../../support/peer-cases';
import { agreement, at, maintenance, outage, records, target } from '../../support/records';

interface PeerCase {
  readonly id: string;
  readonly kind: string;
  // Every case has its own shape.
  readonly input: Record<string, never> & { readonly [key: string]: unknown };
  readonly expected: Record<string, number | string>;
}

const all = peerCases();
const availability = (all ?? []).filter(({ kind }) => (PEER_KINDS.availability as readonly string[]).includes(kind)) as unknown as readonly PeerCase[];

const iso = (text: string): number => at(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);

function measured(window: readonly [number, number], outages: readonly (readonly [number, number | null])[], asOf: number): Measured {
  const log = outageLog(outages.map(([start, end]) => outage({ item: 'ATM', start, end })));
  const end = Math.min(window[1], asOf);
  return measure([{ serviceTime: window[0] < end ? [window[0], end] : [], maintenance: [], rule: 'Excluded', history: ownHistory(log, 'ATM', NO_TERMS, { asOf, zone: 'UTC' }) }]);
}

/** Times at which a state machine was down: state 0 is up, 1 or 2 down, 99 unknown before. */
function downFrom(changes: readonly (readonly [number, number])[]): [number, number | null][] {
  const outages: [number, number | null][] = [];
  for (const [time, state] of changes) {
    const last = outages[outages.length - 1];
    if (state > 0 && (!last || last[1] !== null)) outages.push([time, null]);
    else if (state === 0 && last && last[1] === null) last[1] = time;
  }
  return outages;
}

/** Each family's input as a window and outages. */
function measureCase({ id, input }: PeerCase): Measured {
  if (id.startsWith('ido-')) {
    const { utc_offset: offset, hard_state_changes: changes, start, end } = input as unknown as { utc_offset: string; hard_state_changes: [string, number][]; start: string; end: string };
    const time = (text: string): number => iso(`${text}${offset}`);
    return measured([time(start), time(end)], downFrom(changes.map(([text, state]) => [time(text), state])), Infinity);
  }
  if (id.startsWith('icingadb-')) {
    const { start, end, events } = input as unknown as { start: number; end: number; events: { type: string; time?: number; state: number }[] };
    return measured([start, end], downFrom(events.flatMap(({ type, time, state }) => (type === 'state' ? [[time!, state] as const] : []))), end);
  }
  if (id.startsWith('upptime-')) {
    const { now, incidents } = input as unknown as { now: string; incidents: [string, string][] };
    return measured([iso(now) - 86_400, iso(now)], incidents.map(([from, to]) => [iso(from), iso(to)]), iso(now));
  }
  const { now, window, offline, first_event: first } = input as unknown as { now: string; window: [string, string]; offline: [string, string | null][]; first_event?: string };
  // A service younger than the window is measured from its beginning.
  return measured([Math.max(iso(window[0]), first === undefined ? -Infinity : iso(first)), iso(window[1])], offline.map(([from, to]) => [iso(from), to === null ? null : iso(to)]), iso(now));
}

if (all === null) {
  test('peer cases are not there', () => {
    console.warn('Not compared with other systems: peer-cases.json is absent.');
    expect(availability).toEqual([]);
  });
} else {
  test('there are cases', () => {
    expect(availability.length).toBeGreaterThanOrEqual(11);
  });

  test.each(availability.filter(({ id }) => id !== 'gitlab-maintenance').map((one) => [one.id, one] as const))('%s', (_, one) => {
    const { agreedSeconds, downtimeSeconds, availability: share } = measureCase(one);
    const { expected } = one;
    if (expected['sla_ok_percent'] !== undefined) expect(share! * 100).toBeCloseTo(Number(expected['sla_ok_percent']), 10);
    if (expected['uptime_percent'] !== undefined) expect(share! * 100).toBe(expected['uptime_percent']);
    if (expected['uptime'] !== undefined) expect(`${(share! * 100).toFixed(2)}%`).toBe(expected['uptime']);
    if (expected['downtime_seconds'] !== undefined) expect(downtimeSeconds).toBe(expected['downtime_seconds']);
    if (expected['minutes_down'] !== undefined) expect(downtimeSeconds / 60).toBe(expected['minutes_down']);
    if (expected['period_seconds'] !== undefined) expect(agreedSeconds).toBe(expected['period_seconds']);
  });

  test('gitlab-maintenance', () => {
    // 28 days with 10 minutes of maintenance: a February, planned time excluded.
    const [one] = availability.filter(({ id }) => id === 'gitlab-maintenance');
    const figures = targetFigures(records({
      settings: { reportMonth: '2026-02-01' },
      agreements: [agreement({ agreement: 'SLA', item: 'ATM', maintenance: 'Night' })],
      targets: [target({ agreement: 'SLA' })],
      maintenance: [maintenance({ calendar: 'Night', start: '2026-02-03T01:00:00', minutes: 10 })],
    }));
    expect(figures[0]!.agreedSeconds / 60).toBe(one!.expected['denominator_minutes']);
  });
}
