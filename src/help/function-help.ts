/** What the help says about a custom function besides what its own description says. */
import type { HelpText } from './section';

/** What a formula gives: a value, or the rows that it spills. Errors are their text. */
export type ExampleResult = number | string | boolean | readonly (readonly (number | string | boolean)[])[];

/** A formula over the example tables, and its result, worked out by hand. */
export interface Example {
  readonly formula: string;
  readonly result: ExampleResult;
  /** What a cell formatted as a date shows; left out: the result as it is. */
  readonly shows?: string;
  /** How to get to the result with a pocket calculator. */
  readonly why: HelpText;
}

export interface FunctionHelp {
  /** What a reader must know beyond the one-line description: blanks, errors, differences. */
  readonly notes: readonly HelpText[];
  readonly examples: readonly Example[];
}

/** Help by the function's id. */
export type HelpOfFunctions = Readonly<Record<string, FunctionHelp>>;

/** The build's `functions.json`, as far as help needs it. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    /** One line, then `Example: ` and a formula. */
    readonly description: string;
    readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean; readonly customEnumId?: string }[];
  }[];
  readonly enums?: readonly { readonly id: string; readonly values: readonly { readonly stringValue?: string; readonly tooltip: string }[] }[];
}
