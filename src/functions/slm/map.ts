/** Custom functions about how services are built and found: availability put together, and a user's own words. */
import { parallel as parallelOf, serial as serialOf } from '../../domain/servicemap/combine-availability';
import type { GlossaryRow } from '../../domain/servicemap/glossary';
import { numberArgument, sharesArgument, textArgument } from '../arguments';
import { cellOf, forEachCell } from '../cells';
import { invalid, notMeasurable } from '../errors';
import { remembered, tableArgument } from '../tables';

/**
 * Availability of independent parts that are all needed: their product. Example: =SLM.SERIAL(A2:A4)
 * @customfunction SERIAL
 * @param availabilities The availability of each part, such as 99.9%.
 * @returns A share.
 */
export function serial(availabilities: unknown[][]): number {
  return serialOf(sharesArgument('availabilities', availabilities));
}

/**
 * Availability of independent parts of which one, or so many, must be up; they need not be alike. Example: =SLM.PARALLEL(A2:A4, 2)
 * @customfunction PARALLEL
 * @param availabilities The availability of each part, such as 99.9%.
 * @param [required] How many must be up; omitted: 1.
 * @returns A share.
 */
export function parallel(availabilities: unknown[][], required?: unknown): number {
  const shares = sharesArgument('availabilities', availabilities);
  const needed = numberArgument('required', cellOf(required)) ?? 1;
  if (!Number.isInteger(needed) || needed < 1 || needed > shares.length) throw invalid(`required is ${needed}; expected a whole number from 1 to ${shares.length}.`);
  return parallelOf(shares, needed);
}

/**
 * The service that answers what a user describes, in any word order and with typing errors; #N/A when nothing is close. Example: =SLM.SERVICEFOR(A2, Glossary[#All])
 * @customfunction SERVICEFOR
 * @param words What the user says, or a column of it.
 * @param glossary Phrases and services with their header row, such as Glossary[#All].
 * @returns The name of a service.
 */
export async function serviceFor(words: unknown[][], glossary: unknown[][]): Promise<unknown[][]> {
  // Cells of other functions do not wait for the search.
  const { glossary: glossaryOf } = await import('../../domain/servicemap/glossary');
  const rows = tableArgument<GlossaryRow>('glossary', glossary, { zone: 'UTC', dateSystem: 1900, zeroIsBlank: true });
  const find = remembered([rows], 'glossary', () => glossaryOf(rows));
  return forEachCell({ words }, (cell) => {
    const text = textArgument('words', cell);
    if (text === null) throw invalid('words is blank.');
    const { service, candidates } = find(text);
    if (service === null) throw notMeasurable(candidates.length > 1 ? `Several services fit alike: ${candidates.join(', ')}.` : 'Nothing in the glossary is close.');
    return service;
  });
}
