/**
 * Figures of other systems against ours: shares, budgets, allowances, state times, pauses. Time and
 * availability have tests of their own in `time/` and `availability/`; here every case is accounted for.
 */
import { errorBudget } from '../../src/domain/agreements/error-budget';
import { incidentResult } from '../../src/domain/agreements/incident-clock';
import { targetFigures } from '../../src/domain/agreements/target-figures';
import { aroundTheClock, selectCalendar } from '../../src/domain/time/calendar';
import { actualDisplay } from '../../src/reports/target-display';
import { PEER_KINDS, type PeerCase, peerCases } from '../support/peer-cases';
import { agreement, at, hold, incident, outage, records, serviceHours, target, uptimeRow } from '../support/records';

/** Where our definition gives something else than the other system's. */
const KNOWN_DIFFERENCES: readonly { readonly id: string; readonly field: string; readonly theirs: unknown; readonly ours: unknown; readonly why: string }[] = [
  { id: 'kuma-none', field: 'uptime', theirs: 0, ours: null, why: 'Without data nothing is measurable: neither 0% nor 100%.' },
  { id: 'elastic-burn-1', field: 'burn_rate', theirs: 0, ours: null, why: 'Where no agreed time has gone there is no rate.' },
  { id: 'elastic-eb-4', field: 'remaining', theirs: 0, ours: -570.428571, why: 'An overspent budget says by how much: 1 − 571.428571.' },
  { id: 'elastic-eb-5', field: 'remaining', theirs: 0, ours: -999, why: 'An overspent budget says by how much: 1 − 1000.' },
  { id: 'waf-nines-99.999', field: 'month', theirs: '25.90 seconds', ours: '25.92 seconds', why: 'A hundred-thousandth of 2,592,000 s is 25.92 s; their table prints less.' },
];

const cases = peerCases();

const sixDecimals = (value: number): number => Number(value.toFixed(6));
const allowedSeconds = (percent: number, seconds: number): number => errorBudget(percent / 100, seconds, seconds, 0).allowed;

/** A duration cut to its two largest units or its largest, as the table in question cuts it. */
function truncated(seconds: number, units: readonly (readonly [string, number])[], most: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [name, length] of units) {
    const count = Math.floor(rest / length);
    if (count > 0 && parts.length < most) parts.push(`${count}${name}`);
    rest -= count * length;
  }
  return parts.join(' ');
}

/** What we say, in the terms of the case. */
function ours({ id, kind, input, expected }: PeerCase): Record<string, unknown> {
  switch (kind) {
    case 'check-ratio': {
      // Beats of a monitor are rows of Uptime: there are some in July, none in the month that is reported.
      expect(input['beats']).toEqual([]);
      const july = uptimeRow({ item: 'ATM', from: at('2026-07-01T00:00Z'), to: at('2026-08-01T00:00Z'), minutesDown: 0 });
      const [figure] = targetFigures(records({ agreements: [agreement({ agreement: 'SLA', item: 'ATM' })], targets: [target({ agreement: 'SLA' })], uptime: [july] }));
      expect(figure!.status).toBe('Not measurable');
      return { uptime: figure!.availability };
    }
    case 'rounding':
      return { display: (input['ratios'] as number[]).map((ratio) => actualDisplay({ metric: 'Availability', comparator: '>=', target: 0.95 }, ratio).text) };
    case 'state-times': {
      const [start, end] = [input['start'] as number, input['end'] as number];
      expect([input['states'], input['initial']]).toEqual([[], 'up']);
      const days = (end - start) / 86_400;
      // The service has one outage that was over before, so its record of outages is what is measured.
      const [figure] = targetFigures(records({
        settings: { reportMonth: '2012-04-01', asOf: end },
        agreements: [agreement({ agreement: 'SLA', item: 'ATM' })],
        targets: [target({ agreement: 'SLA', window: { kind: 'Rolling days', count: days } })],
        outages: [outage({ item: 'ATM', start: start - 7200, end: start - 3600 })],
      }));
      expect(figure!.window).toEqual({ start, end });
      return { time_up: figure!.agreedSeconds - figure!.downtimeSeconds, time_down: figure!.downtimeSeconds };
    }
    case 'error-budget': {
      const { target: aim, good, total } = input as { target: number; good: number; total: number };
      const { allowed, used, left } = errorBudget(aim, total, total, total - good);
      return { initial: sixDecimals(allowed / total), consumed: sixDecimals(used / allowed), remaining: sixDecimals(left / allowed) };
    }
    case 'burn-rate': {
      const { target: aim, good, total } = input as { target: number; good: number; total: number };
      return { burn_rate: errorBudget(aim, total, total, Math.max(0, total - good)).burnRate };
    }
    case 'downtime-allowance': {
      const objective = input['objective_percent'];
      if (id === 'promtools-1') return { allowance: (objective as number[]).map((percent) => truncated(allowedSeconds(percent, (input['days'] as number) * 86_400), [['h', 3600], ['min', 60], ['s', 1]], 1)) };
      if (id === 'aws-nines-99') return { max_unavailability_per_year: truncated(allowedSeconds(objective as number, 365 * 86_400), [[' days', 86_400], [' hours', 3600]], 2) };
      const [week, month, year] = [7, 30, 365].map((days) => allowedSeconds(objective as number, days * 86_400)) as [number, number, number];
      return { week: `${week.toFixed(0)} seconds`, month: `${month.toFixed(2)} seconds`, year: `${(year / 60).toFixed(2)} minutes`, exact_seconds: { week: sixDecimals(week), month30: sixDecimals(month), year365: sixDecimals(year) } };
    }
    default:
      throw new Error(`${kind} is not known (${Object.keys(expected).join(', ')}).`);
  }
}

if (cases === null) {
  test('the cases of other systems are not here', () => {
    console.warn('Not compared with other systems: peer-cases.json is absent.');
    expect(cases).toBeNull();
  });
} else {
  const own = cases.filter(({ kind }) => (PEER_KINDS.figures as readonly string[]).includes(kind));

  test.each(own.map((one) => [one.id, one] as const))('%s', (id, one) => {
    const result = ours(one);
    const differences = KNOWN_DIFFERENCES.filter((difference) => difference.id === id);
    for (const { field, theirs, ours: value } of differences) {
      expect({ field, theirs: one.expected[field] }).toEqual({ field, theirs });
      expect({ field, ours: result[field] }).toEqual({ field, ours: value });
    }
    const agreed = Object.entries(one.expected).filter(([field]) => !differences.some((difference) => difference.field === field));
    expect(result).toMatchObject(Object.fromEntries(agreed));
  });

  test('every case is run, and every known difference is of one of them', () => {
    const known: readonly string[] = Object.values(PEER_KINDS).flat();
    expect(new Set(known).size).toBe(known.length);
    expect(cases.filter(({ kind }) => !known.includes(kind)).map(({ id, kind }) => `${id}: ${kind}`)).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(KNOWN_DIFFERENCES.filter(({ id }) => !own.some((one) => one.id === id))).toEqual([]);
    expect(own.length).toBeGreaterThanOrEqual(9);
  });

  // The clocks of tickets, too, as incidents with holds: pauses and working hours through the clock that decides targets.
  const tickets = cases.filter(({ kind }) => kind === 'paused-clock' || kind === 'sla-elapsed');

  test.each(tickets.map((one) => [one.id, one] as const))('%s as an incident', (_, { kind, input, expected }) => {
    if (kind === 'sla-elapsed') {
      const { created, done, time_zone: zone, target_minutes: amount, calendar } = input as { created: string; done: string; time_zone: string; target_minutes: number; calendar: string };
      const [, open, close] = /^Mon-Fri (\d\d):00-(\d\d):00$/.exec(calendar)!;
      const hours = selectCalendar('C', [serviceHours({ calendar: 'C', start: Number(open) * 3600, end: Number(close) * 3600 })], [], zone);
      const result = incidentResult(incident({ incident: 'I', item: 'ATM', opened: at(created), resolved: at(done) }), [], { metric: 'Resolved within', amount, unit: 'minutes', comparator: '<=', calendar: hours, zone }, Infinity)!;
      expect({ elapsed_minutes: result.clockSeconds / 60, margin_minutes: (result.limitSeconds - result.clockSeconds) / 60 }).toEqual(expected);
      expect(result.outcome).toBe('within');
      return;
    }
    const { states, window, paused_states: paused } = input as unknown as { states: [string, number, number | null][]; window: [number, number]; paused_states: string[] };
    const holds = states.filter(([state]) => paused.includes(state)).map(([, from, to]) => hold({ incident: 'I', from: from * 60, to: to === null ? null : to * 60 }));
    expect(holds.length).toBeGreaterThan(0);
    const limit = { metric: 'Resolved within', amount: 60, unit: 'minutes', comparator: '<=', calendar: aroundTheClock([], 'UTC'), zone: 'UTC' } as const;
    const result = incidentResult(incident({ incident: 'I', item: 'ATM', opened: window[0] * 60, resolved: window[1] * 60 }), holds, limit, Infinity)!;
    expect(result.clockSeconds / 60).toBe(expected['working_minutes']);
  });
}
