import { actualDisplay, targetDisplay, usedDisplay } from '../../src/reports/target-display';
import { metricFigure } from '../support/figures';

const NB = '\u00a0';

describe('actualDisplay', () => {
  test('availability is rounded down, in the cell too, and never contradicts its verdict', () => {
    expect(actualDisplay({ metric: 'Availability', comparator: '>=', target: 0.995 }, 0.994999)).toEqual({ value: 0.9949, format: '0.00%', text: '99.49%' });
    expect(actualDisplay({ metric: 'Availability', comparator: '>=', target: 0.99905 }, 0.99909)).toEqual({ value: 0.99909, format: '0.000%', text: '99.909%' });
    expect(actualDisplay({ metric: 'Availability', comparator: '>=', target: 0.999 }, 0.9999999).text).toBe('99.99%');
  });

  test('all of the time is 100%', () => {
    expect(actualDisplay({ metric: 'Availability', comparator: '>=', target: 0.999 }, 1)).toEqual({ value: 1, format: '0%', text: '100%' });
  });

  test('shares of incidents take one decimal where that says it all', () => {
    expect(actualDisplay({ metric: 'Resolved within', comparator: '>=', target: 0.99 }, 0.98).text).toBe('98.0%');
    expect(actualDisplay({ metric: 'Resolved within', comparator: '>=', target: 0.99 }, 0.98765).text).toBe('98.76%');
  });

  test('minutes, hours and counts stand in full, with decimals only where the verdict needs them', () => {
    expect(actualDisplay({ metric: 'Longest outage minutes', comparator: '<=', target: 60 }, 12)).toEqual({ value: 12, format: `#,##0"${NB}min"`, text: `12${NB}min` });
    // 60.4 min misses ≤ 60 and must not print as 60 min.
    expect(actualDisplay({ metric: 'Longest outage minutes', comparator: '<=', target: 60 }, 60.4).text).toBe(`60.4${NB}min`);
    expect(actualDisplay({ metric: 'Breaks', comparator: '<=', target: 3 }, 3)).toEqual({ value: 3, format: '#,##0', text: '3' });
    expect(actualDisplay({ metric: 'MTBF hours', comparator: '>=', target: 100 }, 99.97).text).toBe(`99.97${NB}h`);
  });

  test('metrics of success factors print in their unit', () => {
    const satisfaction = metricFigure('User satisfaction', [4.4], { unit: 'points' });
    expect(actualDisplay({ metric: 'user satisfaction', comparator: '>=', target: 4.2 }, 4.4, [satisfaction]).text).toBe(`4.4${NB}points`);
  });
});

describe('targetDisplay', () => {
  test('the promise with its comparator, as many decimals as it was given', () => {
    expect(targetDisplay({ metric: 'Availability', comparator: '>=', target: 0.9995 })).toEqual({ value: 0.9995, format: `"≥${NB}"0.00%`, text: `≥${NB}99.95%` });
    expect(targetDisplay({ metric: 'Resolved within', comparator: '>', target: 0.99 }).text).toBe(`>${NB}99%`);
    expect(targetDisplay({ metric: 'Downtime minutes', comparator: '<', target: 43.2 }).text).toBe(`<${NB}43.2${NB}min`);
  });
});

test('usedDisplay: 100% only where exactly all is used', () => {
  expect([0.5, 0.996, 1, 1.004, 2.11].map(usedDisplay)).toEqual([0.5, 0.99, 1, 1.01, 2.11]);
});
