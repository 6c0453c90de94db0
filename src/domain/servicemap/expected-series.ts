import type { DependencyMap } from './dependency-map';

/**
 * Of an item that needs everything beneath it, whatever else is up: by key, the product of the own parts of
 * a thing and of all that is needed through it alone. Without that thing's failures, and those of what
 * lies beneath it only, the item is available so many times as often. null: some group leaves a choice.
 *
 * What is needed through a thing alone is what it dominates (Cooper, Harvey and Kennedy, 2001): every way from
 * the item to it leads through that thing.
 *
 * @param order everything beneath the item, what is stood on before what stands on it, the item last
 * @param own the probability that a thing's own part is up
 * @example
 * // Mail needs Server and Fax, both need Power; each 99%
 * throughAlone(map, ['power', 'server', 'fax', 'mail'], () => 0.99)
 * // Map { 'power' => 0.99, 'server' => 0.99, 'fax' => 0.99, 'mail' => 0.99 ** 4 }
 */
export function throughAlone(map: DependencyMap, order: readonly string[], own: (key: string) => number): ReadonlyMap<string, number> | null {
  if (order.some((key) => map.needs.get(key)?.groups.some(({ required, members }) => required < members.length))) return null;
  const places = new Map(order.map((key, place) => [key, place]));
  const root = order.length - 1;
  /** Of each place, that of the nearest thing through which alone it is needed. */
  const through = new Int32Array(order.length).fill(-1);
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    // What stands on everything else has the largest place.
    while (one !== other) {
      if (one < other) one = through[one]!;
      else other = through[other]!;
    }
    return one;
  };
  for (let place = root; place >= 0; place--) {
    for (const below of map.needs.get(order[place]!)?.all ?? []) {
      const at = places.get(below)!;
      through[at] = through[at] === -1 ? place : meet(through[at]!, place);
    }
  }
  const products = Float64Array.from(order, own);
  for (let place = 0; place < root; place++) products[through[place]!]! *= products[place]!;
  return new Map(order.map((key, place) => [key, products[place]!]));
}
