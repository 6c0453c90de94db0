/** Errors as Excel answers them: a code that add-ins test for, a text, an HTTP status. */
export class ApiError extends Error {
  /** `Worksheet.getRange`: where it happened. The interpreter fills it in. */
  location = '';

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export const itemNotFound = () => new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);
export const itemAlreadyExists = () => new ApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
export const invalidArgument = (what = 'The argument is invalid or missing or has an incorrect format.') => new ApiError('InvalidArgument', what);
export const invalidOperation = (what: string) => new ApiError('InvalidOperation', what);
export const accessDenied = () => new ApiError('AccessDenied', 'You cannot perform the requested operation.', 403);
export const sizeMismatch = () => invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
export const notSupported = (what: string) => new ApiError('UnsupportedOperation', what);

/** The host does not have this member: a gap of ours, or a name that Excel does not have either. */
export const apiNotFound = (className: string, member: string) =>
  new ApiError('ApiNotFound', `The API you are trying to use could not be found: ${className}.${member}.`, 404);
