import { targetFigures } from '../../../src/domain/agreements/target-figures';
import type { Target } from '../../../src/domain/agreements/records';
import type { PlannedTimeRule } from '../../../src/domain/availability/records';
import type { TargetFigure } from '../../../src/domain/figures';
import type { Records } from '../../../src/domain/records';
import { agreement, at, maintenance, outage, records, target } from '../../support/records';

type Given = Parameters<typeof records>[0];

/** The figure of the only target. */
function only(input: Records): TargetFigure {
  const figures = targetFigures(input);
  expect(figures).toHaveLength(1);
  return figures[0]!;
}

/** One SLA on ATM with one target. */
function atm(given: Given = {}, of: Partial<Target> = {}, sla: Parameters<typeof agreement>[0] = { agreement: 'ATM SLA', item: 'ATM' }): Records {
  return records({ agreements: [agreement(sla)], targets: [target({ agreement: 'ATM SLA', ...of })], ...given });
}

describe('planned time', () => {
  // A 30-day month 24×7 (43,200 min), down in a 240 min maintenance window (a row marked Planned)
  // and 43 min outside it, against 99.9%:
  //   Excluded  (42,960 − 43) ÷ 42,960   = 99.8999%  missed
  //   Forgiven  (43,200 − 43) ÷ 43,200   = 99.9004%  met
  //   Counted   (43,200 − 283) ÷ 43,200  = 99.3449%  missed
  const month = (rule: PlannedTimeRule) =>
    atm(
      {
        maintenance: [maintenance({ calendar: 'Night', start: '2026-09-06T01:00:00', minutes: 240 })],
        outages: [outage({ item: 'ATM', start: at('2026-09-06T01:00Z'), end: at('2026-09-06T05:00Z'), planned: true }), outage({ item: 'ATM', start: at('2026-09-20T10:00Z'), end: at('2026-09-20T10:43Z') })],
      },
      {},
      { agreement: 'ATM SLA', item: 'ATM', maintenance: 'Night', plannedTime: rule },
    );

  it.each([
    ['Excluded', 42_917 / 42_960, 'Missed', 42_960],
    ['Forgiven', 43_157 / 43_200, 'Met', 43_200],
    ['Counted', 42_917 / 43_200, 'Missed', 43_200],
  ] as const)('%s', (rule, availability, status, agreedMinutes) => {
    const figure = only(month(rule));
    expect(figure.actual).toBe(availability);
    expect(figure.status).toBe(status);
    expect(figure.agreedSeconds).toBe(agreedMinutes * 60);
    expect(figure.plannedSeconds).toBe(240 * 60);
  });
});
