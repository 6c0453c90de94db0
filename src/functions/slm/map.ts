/** Custom functions about how services are built and found: the map, availability put together, and a user's own words. */
import { nameKey } from '../../domain/names';
import { parallel as parallelOf, serial as serialOf } from '../../domain/servicemap/combine-availability';
import { type DependencyMap, dependencyMap } from '../../domain/servicemap/dependency-map';
import { depthsBeneath } from '../../domain/servicemap/depths';
import type { ExpectedAvailability, StatedAvailability } from '../../domain/servicemap/expected-availability';
import type { GlossaryRow } from '../../domain/servicemap/glossary';
import { isDown, network, propagate, takeOut } from '../../domain/servicemap/propagation';
import type { Component, Dependency } from '../../domain/servicemap/records';
import { singlePoints as singlePointsOf } from '../../domain/servicemap/single-points';
import type { Reading } from '../../tables/cells';
import { numberArgument, sharesArgument, textArgument } from '../arguments';
import { cellOf, forEachCell } from '../cells';
import { invalid, notMeasurable, outOfRange } from '../errors';
import { remembered, tableArgument } from '../tables';

/** No figure of the map depends on a date. */
const READING: Reading = { zone: 'UTC', dateSystem: 1900, zeroIsBlank: true };
/** Of things without a figure, so many are named. */
const NAMED = 5;

/**
 * Everything that goes down when an item alone is down, each after what takes it down; an empty text where nothing does. Example: =SLM.IMPACT(A2, Dependencies[#All])
 * @customfunction IMPACT
 * @param item The service or component that is out.
 * @param dependencies What stands on what, with its header row, such as Dependencies[#All].
 * @returns Names below each other.
 */
export function impact(item: unknown, dependencies: unknown[][]): unknown[][] {
  const { rows, map } = mapArgument(dependencies);
  const whole = remembered([rows], 'network', () => network(map, map.needs.keys()));
  const place = whole.places.get(keyArgument('item', item));
  if (place === undefined) return NOTHING;
  const down = new Int32Array(whole.keys.length);
  takeOut(down, 1, place, 0);
  propagate(whole, down, 1);
  return column(whole.keys.filter((_, other) => other !== place && isDown(down, 1, other, 0)).map((key) => map.names.get(key)!));
}

/**
 * Everything that a service stands on, nearest first, each with its depth: 1 is needed directly. Example: =SLM.STANDSON("Mail", Dependencies[#All])
 * @customfunction STANDSON
 * @param service The service or component.
 * @param dependencies What stands on what, with its header row, such as Dependencies[#All].
 * @returns Two columns: name and depth.
 */
export function standsOn(service: unknown, dependencies: unknown[][]): unknown[][] {
  const { map } = mapArgument(dependencies);
  const beneath = [...depthsBeneath(map, keyArgument('service', service))];
  return beneath.length === 0 ? NOTHING : beneath.map(([key, depth]) => [map.names.get(key)!, depth]);
}

/**
 * The things whose loss alone takes a service down, nearest first; an empty text where there are none. Example: =SLM.SINGLEPOINTS("Mail", Dependencies[#All])
 * @customfunction SINGLEPOINTS
 * @param service The service or component.
 * @param dependencies What stands on what, with its header row, such as Dependencies[#All].
 * @returns Names below each other.
 */
export function singlePoints(service: unknown, dependencies: unknown[][]): unknown[][] {
  const { map } = mapArgument(dependencies);
  const key = keyArgument('service', service);
  const beneath = [...depthsBeneath(map, key).keys()];
  const points = singlePointsOf(map, key, beneath);
  return column(beneath.filter((one) => points.has(one)).map((one) => map.names.get(one)!));
}

/**
 * Availability that the components beneath a service let it come to, shared ones counted once; #N/A where one of them has no figure. Example: =SLM.EXPECTED("Mail", Dependencies[#All], Components[#All])
 * @customfunction EXPECTED
 * @param service The service, or a column of them.
 * @param dependencies What stands on what, with its header row, such as Dependencies[#All].
 * @param components Components and their Availability with their header row, such as Components[#All].
 * @returns A share.
 */
export async function expected(service: unknown[][], dependencies: unknown[][], components: unknown[][]): Promise<unknown[][]> {
  // Cells of other functions do not wait for the decision diagrams.
  const { expectedAvailability } = await import('../../domain/servicemap/expected-availability');
  const { rows, map } = mapArgument(dependencies);
  const parts = tableArgument<Component>('components', components, READING);
  const stated = remembered([rows, parts], 'stated', () => statements(map, parts));
  return forEachCell({ service }, (cell) => {
    const key = keyArgument('service', cell);
    if (!map.needs.has(key) && stated(key) === null) throw notMeasurable(`${textArgument('service', cell)} stands on nothing, and components has no Availability for it.`);
    const { availability, lowerBound, unknown } = remembered([rows, parts], `expected ${key}`, () => figureOf(expectedAvailability(map, key, stated)));
    if (unknown.length > 0) throw notMeasurable(`components has no Availability for ${named(unknown.map((one) => map.names.get(one)!))}.`);
    if (lowerBound < availability) throw outOfRange();
    return availability;
  });
}

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
  const rows = tableArgument<GlossaryRow>('glossary', glossary, READING);
  const find = remembered([rows], 'glossary', () => glossaryOf(rows));
  return forEachCell({ words }, (cell) => {
    const text = textArgument('words', cell);
    if (text === null) throw invalid('words is blank.');
    const { service, candidates } = find(text);
    if (service === null) throw notMeasurable(candidates.length > 1 ? `Several services fit alike: ${candidates.join(', ')}.` : 'Nothing in the glossary is close.');
    return service;
  });
}

const NOTHING = [['']];

/** Without its decision diagram, so that this can be kept. */
function figureOf({ availability, lowerBound, unknown }: ExpectedAvailability): Pick<ExpectedAvailability, 'availability' | 'lowerBound' | 'unknown'> {
  return { availability, lowerBound, unknown };
}

function column(names: readonly string[]): string[][] {
  return names.length === 0 ? NOTHING : names.map((name) => [name]);
}

function mapArgument(dependencies: unknown): { readonly rows: readonly Dependency[]; readonly map: DependencyMap } {
  const rows = tableArgument<Dependency>('dependencies', dependencies, READING);
  return { rows, map: remembered([rows], 'map', () => dependencyMap(rows)) };
}

/** A name, as names are compared. */
function keyArgument(name: string, argument: unknown): string {
  const text = textArgument(name, argument);
  if (text === null) throw invalid(`${name} is blank.`);
  return nameKey(text);
}

/**
 * What `components` states: of each its Availability, where 0 is the blank cell that Excel hands over as 0.
 * What is no component and stands on something, such as a service, is what that makes of it.
 */
function statements(map: DependencyMap, components: readonly Component[]): (key: string) => StatedAvailability | null {
  const figures = new Map<string, number | null>();
  for (const { row, component, availability } of components) {
    if (figures.has(nameKey(component))) throw invalid(`components, row ${row}: ${component} stands twice.`);
    figures.set(nameKey(component), availability || null);
  }
  return (key) => {
    const own = figures.has(key) ? figures.get(key)! : map.needs.has(key) ? 1 : null;
    return own === null ? null : { availability: own, of: 'itself' };
  };
}

/** @example named(['A', 'B', 'C', 'D', 'E', 'F']) // 'A, B, C, D, E and 1 more' */
function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}
