import { CellError, type ModelValue } from '../host/model';
import type { CustomFunctionValue } from './recalculate';

/** A function of the add-in's `functions.json`, as far as calling it needs. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly dimensionality?: string; readonly optional?: boolean }[];
}

/**
 * Brings arguments into the shape that a function declares: rows of values for a matrix parameter, one value
 * for a single one, null for each left out at the end.
 *
 * @returns `#VALUE!` where arguments are too many or too few, or a whole range stands for a single value.
 * @example functionArguments(inHours, [[[45000]], [['Mon-Fri', 0.3, 0.8]]]) // [45000, [['Mon-Fri', 0.3, 0.8]], null]
 */
export function functionArguments(metadata: FunctionMetadata, args: readonly CustomFunctionValue[]): readonly CustomFunctionValue[] | CellError {
  const { parameters } = metadata;
  if (args.length > parameters.length) return new CellError('#VALUE!', `${metadata.name} takes at most ${parameters.length} arguments.`);
  const shaped: CustomFunctionValue[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const arg = args[index];
    if (arg === undefined) {
      if (!parameter.optional) return new CellError('#VALUE!', `${metadata.name} needs ${parameter.name}.`);
      shaped.push(null);
    } else if (parameter.dimensionality === 'matrix') shaped.push(Array.isArray(arg) || (arg === null && parameter.optional) ? arg : [[arg as ModelValue]]);
    else if (!Array.isArray(arg)) shaped.push(arg);
    else if (arg.length === 1 && arg[0].length === 1) shaped.push(arg[0][0]);
    else return new CellError('#VALUE!', `${parameter.name} is one value, not a range.`);
  }
  return shaped;
}
