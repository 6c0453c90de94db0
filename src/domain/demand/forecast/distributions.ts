/**
 * The probability that a variable with an F distribution is above `f`.
 *
 * @param f 0 or more
 * @example fTail(4.96, 1, 10) // 0.05
 */
export function fTail(f: number, degrees: number, residualDegrees: number): number {
  return betaShare(residualDegrees / (residualDegrees + degrees * f), residualDegrees / 2, degrees / 2);
}

/**
 * How many standard errors a variable with Student's t distribution stays within, on either side,
 * with this probability.
 *
 * @param probability above 0, below 1
 * @param degrees of freedom, 1 or more
 * @example studentQuantile(0.95, 10) // 2.228
 */
export function studentQuantile(probability: number, degrees: number): number {
  const outside = (t: number) => betaShare(degrees / (degrees + t * t), degrees / 2, 0.5);
  let low = 0;
  let high = 1;
  while (outside(high) > 1 - probability && high < 1e12) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (outside(middle) > 1 - probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function I(x; a, b), by its continued fraction (Press et al., Numerical Recipes, 6.4). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return front * fraction;
}

/** ln Γ(x) for x above 0: Stirling's series where it is exact to rounding, and Γ(x + 1) = x Γ(x) down from there. */
function logGamma(x: number): number {
  let shift = 0;
  while (x < 10) shift -= Math.log(x++);
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188))))) / x;
  return shift + (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
