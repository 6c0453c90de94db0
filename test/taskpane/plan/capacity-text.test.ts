import { capacityText } from '../../../src/taskpane/plan/Capacity';
import { capacityFigure } from '../../support/demand';

const text = (...over: Parameters<typeof capacityFigure>): string => capacityText(capacityFigure(...over), '2026-10-01').replaceAll('\u00a0', ' ');

test('use of a capacity with its share, rounded; a state by its word on the sheet', () => {
  // 277 of 320 are 86.5625%.
  expect(text('A', { capacity: 320, usage: 277, threshold: 0.9 })).toBe('Enough · 277 of 320 GB used, 86.6%');
  expect(text('A', { state: 'Will run out', leadTimeMonths: null, reachesThreshold: { point: '2027-03-01', upper: null } })).toBe('Reaches threshold · 600 of 1,000 GB used, 60.0% · Reaches 80% of its capacity in March 2027');
});

test('a threshold that cannot be read', () => {
  expect(text('A', { threshold: null, state: 'Unknown', reachesCapacity: { point: '2027-03-01', upper: null } })).toBe('Unknown · 600 of 1,000 GB used, 60.0% · Threshold cannot be read; forecast to be full in March 2027');
});

test('no use in the unit of the capacity, and use of what has none', () => {
  expect(text('A', { unit: 'TB', capacity: 80, usage: null, state: 'Unknown' })).toBe('Unknown · 80 TB, no usage recorded in TB');
  expect(text('A', { unit: 'users', capacity: 0, usage: 200, state: 'Over capacity', leadTimeMonths: null })).toBe('Over capacity · 200 users used, no capacity · Is used and has no capacity');
});
