/**
 * Adds a row to those of its group, which is made where there is none yet.
 *
 * @example
 * const byItem = new Map<string, number[]>();
 * addTo(byItem, 'mail', 7);
 * addTo(byItem, 'mail', 9); // byItem.get('mail') is [7, 9]
 */
export function addTo<Key, Row>(groups: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = groups.get(key);
  if (rows) rows.push(row);
  else groups.set(key, [row]);
}
