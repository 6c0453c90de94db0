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
    const result = (await call()) as unknown[][];
    const plain = result.map((row) => row.map((value) => (value instanceof RuntimeError ? textOf(value) : value)));
    return plain.length === 1 && plain[0]!.length === 1 ? plain[0]![0] : plain;
  } catch (error) {
    if (error instanceof RuntimeError) return textOf(error);
    throw error;
  }
}

function textOf({ code, message }: RuntimeError): string {
  return message ? `${code} ${message}` : code;
}
