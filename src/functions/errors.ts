/** The three errors that functions give. Excel shows a message with `#VALUE!` and `#N/A` only. */

/** `#VALUE!`: an argument, or a row of a table in it, cannot be used; the message names it. */
export function invalid(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
}

/** `#N/A`: not measurable. */
export function notMeasurable(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}

/** `#NUM!`: outside what the function can do. */
export function outOfRange(): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
}
