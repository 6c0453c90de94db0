/** How each period of a season differs from the level around it. */
export interface SeasonalFactors {
  /** Multiplied with the level, or added to it. */
  readonly kind: 'multiplicative' | 'additive';
  /** One per position in the season; position = index of the value modulo the season. Their mean is 1, or 0. */
  readonly factors: readonly number[];
}

/**
 * Classical decomposition: the level is the moving average over a whole season, centred; a factor is
 * the mean of value ÷ level (or value − level) at its position. Not robust to outliers, which is what the
 * Theta method is published with.
 *
 * @param values complete, at least two seasons
 * @param season 2 or more
 * @see R's `stats::decompose`
 * @example
 * seasonalFactors([1, 3, 1, 3, 1, 3], 2, 'multiplicative').factors // [0.5, 1.5]
 */
export function seasonalFactors(values: readonly number[], season: number, kind: SeasonalFactors['kind']): SeasonalFactors {
  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  centredMovingAverage(values, season).forEach((level, index) => {
    if (level === null) return;
    const position = index % season;
    sums[position]! += kind === 'multiplicative' ? values[index]! / level : values[index]! - level;
    counts[position]! += 1;
  });
  const raw = sums.map((sum, position) => sum / counts[position]!);
  const mean = raw.reduce((sum, factor) => sum + factor, 0) / season;
  return { kind, factors: raw.map((factor) => (kind === 'multiplicative' ? factor / mean : factor - mean)) };
}

/** The values without their season. `withoutSeason([1, 3], { kind: 'multiplicative', factors: [0.5, 1.5] }) // [2, 2]` */
export function withoutSeason(values: readonly number[], { kind, factors }: SeasonalFactors): number[] {
  return values.map((value, index) => {
    const factor = factors[index % factors.length]!;
    return kind === 'multiplicative' ? value / factor : value - factor;
  });
}

/** Levels that follow `from` values, with their season. `withSeason([2, 2], factors, 3)` begins at position 3 modulo the season. */
export function withSeason(levels: readonly number[], { kind, factors }: SeasonalFactors, from: number): number[] {
  return levels.map((level, index) => {
    const factor = factors[(from + index) % factors.length]!;
    return kind === 'multiplicative' ? level * factor : level + factor;
  });
}

/** Mean over one season around each value; an even season counts its first and last value half. Null where it does not fit. */
export function centredMovingAverage(values: readonly number[], season: number): (number | null)[] {
  const half = Math.floor(season / 2);
  const endWeight = season % 2 === 0 ? 0.5 : 1;
  return values.map((_, centre) => {
    if (centre < half || centre + half >= values.length) return null;
    let sum = (values[centre - half]! + values[centre + half]!) * endWeight;
    for (let index = centre - half + 1; index < centre + half; index++) sum += values[index]!;
    return sum / season;
  });
}
