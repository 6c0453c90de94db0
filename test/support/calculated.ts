/** Formulas calculated as the workbench does, with the custom functions called in this process: no bundle is needed. */
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import '../functions/custom-functions';
import { FUNCTIONS } from '../../src/functions/register';
import { addinFunctions, type FunctionsMetadata } from '../../src/workbench/calc/addin-functions';
import { recalculate } from '../../src/workbench/calc/recalculate';
import { CellError, type ErrorText, type ModelWorkbook } from '../../src/workbench/host/model';
import type { FunctionValue } from '../../src/workbench/host/services';
import { FUNCTION_FILES } from './function-files';

/** What the generator says of the functions; the build completes it and ships it as `functions.json`. */
export async function functionsMetadata<Metadata = FunctionsMetadata>(): Promise<Metadata> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(FUNCTION_FILES, true);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return JSON.parse(metadataJson) as Metadata;
}

/** Calculates every formula of a workbook. */
export async function calculate(workbook: ModelWorkbook): Promise<void> {
  const call = async (id: string, given: readonly FunctionValue[]): Promise<FunctionValue> => {
    try {
      const implementation = FUNCTIONS[id as keyof typeof FUNCTIONS] as (...given: unknown[]) => unknown;
      return each(await implementation(...given.map((value) => each(value, (one) => (one instanceof CellError ? { code: one.error } : one)))), errorOf) as FunctionValue;
    } catch (error) {
      if (error instanceof CustomFunctions.Error) return errorOf(error) as CellError;
      throw error;
    }
  };
  await recalculate(workbook, addinFunctions(await functionsMetadata(), call));
}

function errorOf(value: unknown): unknown {
  return value instanceof CustomFunctions.Error ? new CellError(value.code as unknown as ErrorText, value.message) : value;
}

/** A value, or every cell of a matrix, changed. */
function each(value: unknown, change: (one: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? row.map(change) : change(row))) : change(value);
}
