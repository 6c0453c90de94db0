/** What can go wrong while talking to Excel, in words for the person at the screen. The one place. */

/** An error whose message can be shown as it stands. */
export class PlainError extends Error {
  constructor(
    message: string,
    /** Excel's own code, or one of ours: `Cancelled`, `ProtectedSheet`, `TableExists`, `NoTables`. */
    readonly code: string,
    /** For the details view and for reports to us; never needed to understand the message. */
    readonly details = '',
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'PlainError';
  }
}

const messages: Readonly<Record<string, string>> = {
  AccessDenied: 'Excel does not allow this change. The workbook may be protected or opened for reading only.',
  ApiNotFound: 'This version of Excel lacks something that Plumbline needs.',
  Conflict: 'Somebody else changed the same cells at the same moment. Please try again.',
  FilteredRangeConflict: 'A filter hides cells that would be changed. Clear the filter and try again.',
  GeneralException: 'Excel could not do this and did not say why. Please try again.',
  InactiveWorkbook: 'Another workbook came to the front. Go back to this one and try again.',
  InsertDeleteConflict: 'The cells are in use by something else in the workbook.',
  InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc in it and try again.',
  InvalidReference: 'A cell or sheet that was to be used is not there any more.',
  ItemAlreadyExists: 'Something of this name is in the workbook already.',
  ItemNotFound: 'A sheet, table, chart or shape that was there a moment ago is gone. Please try again.',
  MergedRangeConflict: 'Merged cells stand in the way.',
  NonBlankCellOffSheet: 'Cells with content would be pushed off the sheet.',
  PivotTableRangeConflict: 'A PivotTable stands in the way.',
  RangeExceedsLimit: 'This is more than Excel takes in one go.',
  RequestAborted: 'Excel gave up on the request. Please try again.',
  RequestPayloadSizeLimitExceeded: 'This is more than Excel takes in one go.',
  ResponsePayloadSizeLimitExceeded: 'This is more than Excel hands over in one go.',
  UndoNotSupported: 'Excel cannot undo one of these changes.',
};

/** Excel's code of an error, ours, or '' where it has none. */
export function errorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The reading or writing of too much at once: smaller blocks help. */
export function isSizeLimit(error: unknown): boolean {
  return ['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit', 'OperationCellsExceedLimit'].includes(errorCode(error));
}

/**
 * Any thrown value as an error with a message for people.
 * @example toPlainError(officeError).message // "A cell is being edited. Press Enter or Esc in it and try again."
 */
export function toPlainError(error: unknown): PlainError {
  if (error instanceof PlainError) return error;
  const code = errorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  const place = error !== null && typeof error === 'object' && 'debugInfo' in error ? ` ${JSON.stringify(error.debugInfo)}` : '';
  return new PlainError(messages[code] ?? 'Something went wrong that Plumbline did not expect.', code, `${code ? `${code}: ` : ''}${text}${place}`, error);
}

export function cancelled(): PlainError {
  return new PlainError('Cancelled. Nothing was changed.', 'Cancelled');
}

/** An error after which everything was put back, and that says so. */
export function takenBack({ code, message, details }: PlainError): PlainError {
  const text = code === cancelled().code ? 'Cancelled.' : message;
  return new PlainError(`${text} Everything is as it was before.`, code, details);
}
