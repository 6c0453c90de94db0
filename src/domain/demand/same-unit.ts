/** Something of an item that is counted in a unit; '' names none. */
interface InUnit {
  readonly unitKey: string;
}

/**
 * What of an item is counted in the same unit. Where neither side tells units apart, as both have one
 * thing only and name one unit at most, a blank unit is the same as the named one.
 *
 * @param unitKey of the thing for which the others are sought
 * @param own all of the item on its side
 * @param others all of the item on the other side
 * @returns null: there is none
 * @example sameUnit('tb', [{ unitKey: 'tb' }], [{ unitKey: '' }]) // { unitKey: '' }
 */
export function sameUnit<Other extends InUnit>(unitKey: string, own: readonly InUnit[], others: readonly Other[]): Other | null {
  const equal = others.find((other) => other.unitKey === unitKey);
  if (equal) return equal;
  const [only] = others;
  return own.length === 1 && others.length === 1 && only && (unitKey === '' || only.unitKey === '') ? only : null;
}
