/**
 * The little of Excel's function runtime that functions themselves need: errors, and a place to say
 * who answers for an id. Everything else is tested on the real runtime, in the workbench.
 */
class RuntimeError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export const associated = new Map<string, unknown>();

Object.assign(globalThis, {
  CustomFunctions: {
    Error: RuntimeError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!', divisionByZero: '#DIV/0!' },
    associate: (id: string, implementation: unknown) => associated.set(id, implementation),
  },
});

/** What a call gives: its result, a single cell as a value, errors as `#VALUE! message`. */
export async function cell(call: () => unknown): Promise<unknown> {
  try {
    const result = await call();
    const plain = (Array.isArray(result) ? (result as unknown[][]) : [[result]]).map((row) => row.map((value) => (value instanceof RuntimeError ? textOf(value) : value)));
    return plain.length === 1 && plain[0]!.length === 1 ? plain[0]![0] : plain;
  } catch (error) {
    if (error instanceof RuntimeError) return textOf(error);
    throw error;
  }
}

function textOf({ code, message }: RuntimeError): string {
  return message ? `${code} ${message}` : code;
}

/** Calls a function with anything, as Excel may. */
export const loosely = <Given extends unknown[]>(call: (...given: Given) => unknown, ...given: unknown[]): Promise<unknown> => cell(() => call(...(given as Given)));

/** Serial of a UTC date and time: 2026-06-01 is 46174. */
export const at = (text: string): number => (Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** A single cell. */
export const one = (value: unknown): unknown[][] => [[value]];

export const JUNE = [[at('2026-06-01')]];
export const JULY = [[at('2026-07-01')]];

/** A time of day. */
const clock = (hours: number, minutes = 0): number => (hours * 60 + minutes) / 1440;

/** June 2026 begins on a Monday: 22 weekdays. Office hours 08:00–18:00 are 600 minutes. */
export const HOURS = [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', clock(8), clock(18)]];
export const HOLIDAYS = [['Date', 'Calendar', 'Name', 'Start', 'End'], [at('2026-06-04'), null, 'Corpus Christi', null, null]];
