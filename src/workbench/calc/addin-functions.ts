import { CellError } from '../host/model';
import type { FunctionValue } from '../host/services';
import { functionArguments, type FunctionMetadata } from './function-arguments';
import type { Invoke } from './recalculate';

/** The add-in's `functions.json`. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
}

/** Calls one function in the add-in's page, by its id. */
export type Call = (id: string, args: readonly FunctionValue[], address: string) => Promise<FunctionValue>;

/**
 * Calls the custom functions of formulas as Excel does: by name, with arguments in the shape that the
 * metadata declares. A name that is not there gives `#NAME?`.
 */
export function addinFunctions({ functions }: FunctionsMetadata, call: Call): Invoke {
  const known = new Map(functions.map((one) => [one.name.toUpperCase(), one]));
  return async (name, args, address) => {
    const metadata = known.get(name.replace(/^SLM\./i, '').toUpperCase());
    if (!metadata) return new CellError('#NAME?');
    const shaped = functionArguments(metadata, args);
    return shaped instanceof CellError ? shaped : call(metadata.id, shaped, address);
  };
}
