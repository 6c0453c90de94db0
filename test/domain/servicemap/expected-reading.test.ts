import type { ExpectedFigure } from '../../../src/domain/figures';
import { expectedReading, type ExpectedReading } from '../../../src/domain/servicemap/expected-reading';

const exact: ExpectedFigure = { availability: 0.99754, lowerBound: 0.99754, is: 'exact', unknown: [], worstCase: 0.997 };
const bounds: ExpectedFigure = { ...exact, is: 'bounds', lowerBound: 0.9965, worstCase: 0.9953 };

// By hand: what is exact, a lower bound and the worst are rounded down to two decimals, an upper bound up.
test.each<[string, ExpectedFigure, number | null, ExpectedReading]>([
  ['exact', exact, null, { is: 'exact', most: '99.75%', least: '99.75%', worst: '99.70%' }],
  ['the worst reads as the figure', { ...exact, worstCase: 0.99751 }, null, { is: 'exact', most: '99.75%', least: '99.75%', worst: null }],
  ['bounds', bounds, null, { is: 'bounds', most: '99.76%', least: '99.65%', worst: '99.53%' }],
  ['the worst reads as the lower bound', { ...bounds, worstCase: 0.99651 }, null, { is: 'bounds', most: '99.76%', least: '99.65%', worst: null }],
  ['bounds that read alike', { ...bounds, lowerBound: 0.997521 }, null, { is: 'exact', most: '99.75%', least: '99.75%', worst: '99.53%' }],
  ['things are unknown', { ...exact, is: 'upper bound', unknown: ['Line'] }, null, { is: 'upper bound', most: '99.76%', least: '99.76%', worst: null }],
  ['bounds, and things are unknown', { ...bounds, unknown: ['Line'] }, null, { is: 'upper bound', most: '99.76%', least: '99.76%', worst: null }],
  // 99.7544% is above 99.754%, and 99.75% would not be; 99.75443% is below 99.755%, and neither 99.76% nor 99.755% would be.
  ['beside a target that is met by less than two decimals show', { ...exact, availability: 0.997544 }, 0.99754, { is: 'exact', most: '99.754%', least: '99.754%', worst: '99.70%' }],
  ['beside a target that is missed by less than two decimals show', { ...exact, is: 'upper bound', unknown: ['Line'], availability: 0.9975443 }, 0.99755, { is: 'upper bound', most: '99.7545%', least: '99.7545%', worst: null }],
])('%s', (_, figure, target, reading) => expect(expectedReading(figure, target)).toEqual(reading));
