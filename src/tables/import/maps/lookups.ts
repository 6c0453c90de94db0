/**
 * Cells of lists that hold several values. A lookup of SharePoint is a pair of an item's number and its
 * value, joined by `;#`: its API writes `12;#Name;#7;#Other`, its exports and pasted lists
 * `Name;#12;#Other;#7`. Persons are lookups. Several choices are `;#First;#Second;#`. A semicolon inside
 * a value is doubled (*SPFieldLookupValueCollection.ToString*).
 */

/** Which of a pair comes first. */
export type LookupOrder = 'Name first' | 'ID first';
export const LOOKUP_ORDERS: readonly LookupOrder[] = ['Name first', 'ID first'];

export type Lookup =
  /** @param order null: it has no numbers, as choices do */
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly order: LookupOrder | null }
  /** Names that are numbers, too: which is which cannot be seen. */
  | { readonly kind: 'ambiguous'; readonly readings: Readonly<Record<LookupOrder, readonly string[]>> }
  /** Pairs of which one has no partner. */
  | { readonly kind: 'broken' };

const isId = (part: string): boolean => /^-?\d+$/.test(part);
/** A person's further names follow after `,#`; a comma of the name is doubled then. */
const plain = (value: string): string => (value.includes(',#') ? value.split(',#')[0]!.replaceAll(',,', ',') : value).trim();
const filled = (values: readonly string[]): string[] => values.map(plain).filter((value) => value !== '');

/**
 * The values of a lookup; null: the cell is none.
 *
 * @example readLookup('Exchange;#12;#AD;#7') // { kind: 'values', values: ['Exchange', 'AD'], order: 'Name first' }
 * @example readLookup('3;#a;;b') // { kind: 'values', values: ['a;b'], order: 'ID first' }
 * @example readLookup('12;#7') // { kind: 'ambiguous', readings: { 'Name first': ['12'], 'ID first': ['7'] } }
 */
export function readLookup(cell: string): Lookup | null {
  if (!cell.includes(';#')) return null;
  const parts = cell.replaceAll(';;', '\u0000').split(';#').map((part) => part.replaceAll('\u0000', ';').trim());
  // Choices stand between delimiters.
  if (parts[0] === '' || !parts.some(isId)) return { kind: 'values', values: filled(parts), order: null };
  if (parts.length % 2 === 1) return { kind: 'broken' };
  const [first, second] = [0, 1].map((from) => parts.filter((_, index) => index % 2 === from)) as [string[], string[]];
  const readings = { 'Name first': filled(first), 'ID first': filled(second) };
  const [idsSecond, idsFirst] = [second.every(isId), first.every(isId)];
  if (idsFirst && idsSecond) return { kind: 'ambiguous', readings };
  if (!idsFirst && !idsSecond) return { kind: 'broken' };
  const order = idsFirst ? 'ID first' : 'Name first';
  return { kind: 'values', values: readings[order], order };
}

/** The values of a plain list: separated by semicolons or line breaks. `readList('A; B\nC') // ['A', 'B', 'C']` */
export function readList(cell: string): string[] {
  return cell.split(/[;\r\n]+/).map((value) => value.trim()).filter((value) => value !== '');
}
