/** Something that wants to stand at a place, above or below others. */
export interface Settled {
  readonly height: number;
  /** Where its upper edge would like to be. */
  readonly wish: number;
  /** How much it wants that; above 0. */
  readonly weight: number;
}

/**
 * Upper edges of things that keep their order and do not overlap, as near to their wishes as they can be
 * (least squares, by weight), between two limits. Where they need more room than that they run over the lower one.
 *
 * @param gap kept free between two
 * @example settle([{ height: 10, wish: 0, weight: 1 }, { height: 10, wish: 4, weight: 1 }], 2, -100, 100) // [-4, 8]
 */
export function settle(things: readonly Settled[], gap: number, from: number, to: number): number[] {
  // Less what stands above it, every place only has to be at least that of the one before.
  const above: number[] = [];
  let sum = 0;
  for (const { height } of things) {
    above.push(sum);
    sum += height + gap;
  }
  const blocks: { total: number; weight: number; count: number }[] = [];
  things.forEach(({ wish, weight }, at) => {
    let block = { total: (wish - (above[at] ?? 0)) * weight, weight, count: 1 };
    for (let last = blocks[blocks.length - 1]; last !== undefined && last.total / last.weight >= block.total / block.weight; last = blocks[blocks.length - 1]) {
      block = { total: block.total + last.total, weight: block.weight + last.weight, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const highest = Math.max(from, to - sum + gap);
  const places = blocks.flatMap(({ total, weight, count }) => Array<number>(count).fill(Math.min(Math.max(total / weight, from), highest)));
  return places.map((place, at) => place + (above[at] ?? 0));
}
