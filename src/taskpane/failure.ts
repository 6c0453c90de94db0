/** What was thrown, as a sentence for the reader. @example plainText(new Error('Excel is busy.')) // 'Excel is busy.' */
export function plainText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
