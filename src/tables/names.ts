/**
 * A header, table name or choice without case, spaces and punctuation: what is equal then means the same.
 *
 * @example looseName('Depends  on:') // 'dependson'
 */
export function looseName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The name of a row for comparison: trimmed, runs of blanks as one, without case.
 *
 * @example foldName(' Card  payments ') // 'card payments'
 */
export function foldName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
