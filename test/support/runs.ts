/** `PLUMBLINE_RUNS` times as many cases as a property test names: 0.1 for a quick look, 10 for a long one. */
const share = Number(process.env.PLUMBLINE_RUNS ?? 1);
if (!(share > 0)) throw new Error(`PLUMBLINE_RUNS is “${process.env.PLUMBLINE_RUNS}”; it is a number above 0`);

/**
 * How many random cases a property test tries.
 *
 * @example fc.assert(property, { numRuns: runs(500) }) // 500; 50 with PLUMBLINE_RUNS=0.1
 */
export const runs = (count: number): number => Math.ceil(count * share);
