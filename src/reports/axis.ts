/** The smallest 1, 2 or 5 times a power of ten that is not below a number. @example stepAbove(84.9) // 100 */
export function stepAbove(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-12)) ?? 10 * power;
}
