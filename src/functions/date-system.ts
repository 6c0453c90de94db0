/**
 * The one thing that functions know of the workbook: which day its serial number 0 is. Excel's API
 * answers after start; functions wait for it.
 */
import type { DateSystem } from '../domain/time/serial';

let found: Promise<DateSystem> = Promise.resolve(1900);

/**
 * Where the answer will come from; to be called at start, before functions are registered. Null or a
 * failed look-up means the 1900 system.
 */
export function setDateSystem(answer: Promise<DateSystem | null>): void {
  found = answer.then((system) => system ?? 1900, () => 1900 as const);
}

/** The workbook's date system. */
export function dateSystem(): Promise<DateSystem> {
  return found;
}
