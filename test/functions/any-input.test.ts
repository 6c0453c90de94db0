import fc from 'fast-check';
import { cell } from './custom-functions';
import { notMeasurable } from '../../src/functions/errors';
import { FUNCTIONS } from '../../src/functions/register';
import { runs } from '../support/runs';

const HEADERS = ['Item', 'Start', 'End', 'Impact', 'Planned', 'Calendar', 'Days', 'From', 'Until', 'Date', 'Minutes', 'Repeats', 'Time zone', 'Depends on', 'Component', 'Availability', 'Group', 'Required', 'Notice days', 'Start date', 'End date', 'Phrase', 'Service', 'Below', 'Credit', ''];

/** Anything that a cell may hold, sensible values among it. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, 0.5, 46174, 46174.75, 46204, 1e9, 1e300, 60, true, false, 'Mail', 'Office', 'Mon-Fri', '08:00', '24:00', '2026-06-01', '2026-06-30T23:59Z', 'yes', '99.9%', 'every Sunday', 'FREQ=DAILY', 'UTC', 'Europe/Berlin', 'minutes', 'Counted', '>=', '<=', 'Higher', 'no mail', '#N/A', '#REF!', notMeasurable('x'), { type: 'Entity' }),
  fc.double(),
  fc.string({ maxLength: 8 }),
);
const range = fc.oneof(
  fc.constant(null),
  fc.array(fc.array(anything, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  fc.tuple(fc.subarray(HEADERS, { minLength: 1, maxLength: 6 }), fc.array(fc.array(anything, { minLength: 6, maxLength: 6 }), { maxLength: 4 })).map(([header, rows]) => [header, ...rows.map((row) => row.slice(0, header.length))]),
);

test.each(Object.entries(FUNCTIONS))('%s answers anything with values or Excel’s errors', async (_id, implementation) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(range, anything), { minLength: implementation.length, maxLength: implementation.length }), async (given) => {
      const result = await cell(() => (implementation as (...given: unknown[]) => unknown)(...given));
      for (const value of [result].flat(2)) expect(['number', 'string', 'boolean']).toContain(typeof value);
      for (const value of [result].flat(2)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});
