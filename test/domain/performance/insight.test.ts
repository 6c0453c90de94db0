import { insight, type InsightInput } from '../../../src/domain/performance/insight';
import { improvementRow } from '../../support/performance';
import { metricFigure } from '../../support/figures';

const NB = '\u00a0';

/** Thirteen values from `first` to `last` in even steps, recorded with so many decimals. */
function even(first: number, last: number, decimals = 1): number[] {
  return Array.from({ length: 13 }, (_, index) => Number((first + ((last - first) * index) / 12).toFixed(decimals)));
}

function say(input: Partial<InsightInput>): string {
  return insight({ month: '2026-10-01', metrics: [], brokenPromises: [], improvements: [], actNow: false, ...input }).replaceAll(NB, ' ');
}

describe('insight: the eight findings of the example report', () => {
  test('user-centric design: satisfaction is up, sessions and pages are down', () => {
    const text = say({
      metrics: [
        metricFigure('User satisfaction', even(4, 4.4), { target: 4.2, unit: null }),
        metricFigure('Session length', even(7.2, 6.1), { unit: 'min', status: 'Getting worse' }),
        metricFigure('Pages per session', even(5.1, 4.2), { status: 'Getting worse' }),
      ],
    });
    expect(text).toBe('User satisfaction rose to 4.4 (target 4.2); session length is 6.1 min, 1.1 min less than a year ago and pages per session is 4.2, 0.9 less than a year ago. Opinion and use disagree.');
  });

  test('user-friendly interface: effort score and time in the app fall, immediate attention', () => {
    const effort = metricFigure('Customer effort score', [5.8, 5.8, 5.8, 5.7, 5.7, 5.7, 5.6, 5.6, 5.5, 5.4, 5.3, 5.2, 4.9], { target: 5.5, status: 'Off, getting worse' });
    const time = metricFigure('Time in the app', [14.1, 14, 14, 13.9, 13.8, 13.6, 13.5, 13.3, 13.1, 12.9, 12.7, 12.4, 11.8], { target: 13, unit: 'min', status: 'Off, getting worse' });
    // Effort is below 5.5 from July on (5.4), time below 13.0 likewise (12.9).
    expect(say({ metrics: [effort, time], actNow: true, improvements: [improvementRow({ owner: 'Lena Brandt', dueDate: '2027-01-31' })] })).toBe(
      'Customer effort score 4.9, time in the app 11.8 min: both off target since July, both getting worse. Improvement open: Simpler sign-in, Lena Brandt, 31 Jan.',
    );
    expect(say({ metrics: [effort], actNow: true })).toBe('Customer effort score is 4.9, below its target of 5.5 since July and getting worse. No improvement is open.');
  });

  test('scalability: performance and time to scale improve', () => {
    const metrics = [
      metricFigure('Response at peak', even(2.1, 1.4), { better: 'Lower', unit: 's', target: 2 }),
      metricFigure('Time to add capacity', even(22, 12, 0), { better: 'Lower', unit: 'min', target: 15 }),
    ];
    expect(say({ metrics })).toBe('Response at peak improved to 1.4 s from 2.1 s a year ago; time to add capacity improved to 12 min from 22 min a year ago. Both improve over 12 months.');
  });

  test('flexibility: consistent time to implement, positive feedback', () => {
    const wave = [22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 21];
    const metrics = [metricFigure('Time to deliver a feature', wave, { better: 'Lower', unit: 'days', target: 25 }), metricFigure('Feedback on changes', wave.map((value) => value / 5), { target: 4 })];
    expect(say({ metrics })).toBe('Time to deliver a feature is 21 days (target 25 days); feedback on changes is 4.2 (target 4.0). Both are steady over 12 months.');
  });

  test('reliability: a green factor names the promises broken in its field', () => {
    const metrics = [metricFigure('Availability', [...even(0.997, 0.998, 4).slice(0, 11), 0.9986, 0.9978], { unit: '%', target: 0.997 })];
    expect(say({ metrics, brokenPromises: ['Card Payments', 'Branch Teller'] })).toContain('Card Payments and Branch Teller still missed promises of their own.');
    expect(say({ metrics, brokenPromises: ['Card Payments'] })).toContain('Card Payments still missed a promise of its own.');
    expect(say({ metrics, brokenPromises: ['A', 'B', 'C', 'D', 'E'] })).toContain('A, B, C and two more still missed promises of their own.');
  });

  test('security: fewer incidents', () => {
    expect(say({ metrics: [metricFigure('Security incidents', even(9, 3, 0), { better: 'Lower', target: 4 })] })).toBe('Security incidents improved to 3 from 9 a year ago. Improving over 12 months.');
  });
});

describe('insight: rules', () => {
  test('metrics that disagree and whose names say nothing about opinion or use', () => {
    const metrics = [metricFigure('Forecast accuracy', even(0.86, 0.91, 2), { unit: '%', target: 0.9 }), metricFigure('Recommended sales', even(500, 400, 0), { unit: '$ thousand', target: 450, status: 'Off, getting worse' })];
    expect(say({ metrics, actNow: true })).toBe('Forecast accuracy rose to 91% (target 90%); recommended sales is 400 $ thousand, 100 $ thousand less than a year ago. The metrics of this factor disagree. No improvement is open.');
  });

  test('without a month a year ago the comparison is with the month before, and the trend says how many months it has', () => {
    const values = [null, null, null, null, null, 12, 11, 10, 9, 8, 7, 6, 5];
    expect(say({ metrics: [metricFigure('Time to share data', values, { unit: 'min', status: 'Getting worse' })] })).toBe('Time to share data is 5 min, 1 min less than the month before: getting worse over 8 months with a value.');
  });

  test('off target this month only says no month', () => {
    expect(say({ metrics: [metricFigure('Records that agree', [...even(0.99, 0.99, 2).slice(0, 12), 0.98], { unit: '%', target: 0.99, status: 'Off target' })] })).toBe('Records that agree is 98%, below its target of 99%.');
  });

  test('off target for more than the year that is shown', () => {
    expect(say({ metrics: [metricFigure('Restore time', even(70, 70), { better: 'Lower', unit: 'min', target: 60, status: 'Off target' })] })).toBe('Restore time is 70 min, above its target of 60 min for more than a year.');
  });

  test('a figure that rounds to its target shows the decimals that tell them apart', () => {
    expect(say({ metrics: [metricFigure('Records that agree', even(0.98996, 0.98996, 5), { unit: '%', target: 0.99, status: 'Off target' })] })).toContain('is 98.996%, below its target of 99.000%');
  });

  test('no values, and missing ones', () => {
    expect(say({ metrics: [metricFigure('A', []), metricFigure('B', [])] })).toBe('No value for October 2026 in any of its two metrics.');
    expect(say({ metrics: [metricFigure('A', [1])] })).toBe('No value for October 2026 in its only metric.');
    expect(say({ metrics: [metricFigure('Alpha', even(1, 1), { target: 1 }), metricFigure('Beta', [])] })).toBe('Alpha is 1 (target 1). Steady over 12 months. No value for October: Beta.');
  });

  test('stays short: three metrics with long names still give at most 200 characters after the first sentence is said', () => {
    const long = Array.from({ length: 6 }, (_, index) => metricFigure(`A metric whose name runs on and on number ${index}`, even(5, 1), { target: 4, status: 'Off, getting worse' }));
    const text = say({ metrics: long, actNow: true, brokenPromises: ['Card Payments'] });
    expect(text).toContain('all six off target');
    expect(text.length).toBeLessThanOrEqual(230);
  });
});
