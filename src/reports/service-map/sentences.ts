/** What the map's sheets say in sentences: figure, comparison, cause. */
import { shareText } from '../../domain/agreements/chain/words';
import type { DowntimeShare, ExpectedFigure, Figures, ItemFigure, ResponsibilityFigure, ServiceMapFigure, TargetFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { capitalised, countInWords, listOfFew, monthName, NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import { expectedReading } from '../../domain/servicemap/expected-reading';
import { isRunning } from '../heading';
import { firstThatFits } from '../layout';
import { moneyText } from '../money';
import type { CellStyle } from '../sheet';
import { actualDisplay } from '../target-display';
import { NOTHING, STATUS_WORD, windowWords } from '../words';

/** As many sentences as a line holds, from the first on; '' where not even that fits, which is then cut. */
export function sentencesThatFit(sentences: readonly string[], width: number, style: CellStyle): string {
  const [first = ''] = sentences;
  const candidates = sentences.map((_, at) => sentences.slice(0, sentences.length - at).join(' '));
  return firstThatFits([...candidates, first], width, style);
}

/** Downtime that counted, in minutes that can be added up. @example countedText(5700) // '95 min', countedText(5730) // '95.5 min', countedText(42) // '42 s' */
export function countedText(seconds: number): string {
  if (seconds < 60) return `${numberText(seconds, Number.isInteger(seconds) ? 0 : 1)}${NO_BREAK}s`;
  return `${numberText(seconds / 60, seconds % 60 === 0 ? 0 : 1)}${NO_BREAK}min`;
}

/** @example '18 services stand on 56 things; two of them have no owner.' */
export function mapsSentence(maps: readonly ServiceMapFigure[]): string {
  if (maps.length === 0) return 'No service is recorded.';
  const owners = new Map<string, boolean>();
  const seen = new Map<string, boolean>();
  for (const { lines } of maps) for (const { section, name, owner } of lines) if (section !== 'Customers') seen.set(name, owner !== null);
  for (const [name, owned] of seen) owners.set(nameKey(name), owned);
  const services = `${numberText(maps.length, 0)} ${plural(maps.length, 'service')}`;
  if (owners.size === 0) return `${services}; nothing is recorded beneath ${maps.length === 1 ? 'it' : 'them'}.`;
  const ownerless = [...owners.values()].filter((owned) => !owned).length;
  const start = `${services} ${maps.length === 1 ? 'stands' : 'stand'} on ${numberText(owners.size, 0)} ${plural(owners.size, 'thing')}`;
  if (ownerless === 0) return `${start}, each with an owner.`;
  return `${start}; ${countInWords(ownerless)} of them ${ownerless === 1 ? 'has' : 'have'} no owner.`;
}

/** Whether what a service stands on lets it keep what is promised of it. */
export function outOfReach({ expected }: Pick<ServiceMapFigure, 'expected'>, promised: number | undefined): boolean {
  return expected !== null && promised !== undefined && expected.availability < promised;
}

/**
 * What stands under the sentence of the maps: promises out of reach, what caused most downtime, and circles.
 *
 * @example ['Two of nine services with a promise of availability promise more than what stands beneath can hold: E-mail and Card Payments.', 'Networking caused 190 min of 402 min of service downtime in October.']
 */
export function mapsFacts(figures: Figures, promised: ReadonlyMap<string, number>): string[] {
  const { maps, cycles } = figures;
  const judged = maps.filter(({ service, expected }) => expected !== null && promised.has(nameKey(service)));
  const short = judged.filter((map) => outOfReach(map, promised.get(nameKey(map.service))));
  const causes = new Map<string, { readonly item: string; readonly seconds: number }>();
  for (const { item, seconds } of maps.flatMap((map) => map.causes)) {
    const before = causes.get(nameKey(item));
    causes.set(nameKey(item), { item: before?.item ?? item, seconds: seconds + (before?.seconds ?? 0) });
  }
  const [most] = [...causes.values()].toSorted((a, b) => b.seconds - a.seconds);
  const all = maps.reduce((sum, { downtimeSeconds }) => sum + downtimeSeconds, 0);
  return [
    ...(short.length === 0 ? [] : [`${capitalised(countInWords(short.length))} of ${countInWords(judged.length)} ${plural(judged.length, 'service')} with a promise of availability ${short.length === 1 ? 'promises' : 'promise'} more than what stands beneath can hold: ${listOfFew(short.map(({ service }) => service), 3)}.`]),
    ...(most === undefined || most.seconds === 0 ? [] : [`${most.item} caused ${causedOf(most.seconds, all)} of service downtime ${inMonth(figures)}.`]),
    ...(cycles.length === 0 ? [] : [`${capitalised(countInWords(cycles.length))} ${plural(cycles.length, 'circle')} of things that are mapped as standing on each other.`]),
  ];
}

function causedOf(seconds: number, all: number): string {
  return seconds >= all ? `all ${countedText(all)}` : `${countedText(seconds)} of ${countedText(all)}`;
}

function inMonth(figures: Pick<Figures, 'month' | 'asOf' | 'zone'>): string {
  return `${isRunning(figures) ? 'so far ' : ''}in ${monthName(figures.month)}`;
}

/**
 * What is promised of a service, what its parts let it come to, and what they come to at worst. Nothing is said of the
 * worst where parts are not known, and nothing twice that shows alike.
 *
 * @param promised undefined: no availability is promised
 * @example '99.9% is promised; 99.75% can be expected from what stands beneath, 99.70% at worst.'
 */
export function expectedSentence(expected: ExpectedFigure, promised: number | undefined): string {
  const { is, most, least, worst } = expectedReading(expected, promised ?? null);
  const { unknown, rowsLeftOut = [] } = expected;
  const start = promised === undefined ? 'No availability is promised' : `${shareText(promised)} is promised`;
  const figure = is === 'bounds' ? `between ${least} and ${most}` : `${is === 'upper bound' ? 'at most ' : ''}${most}`;
  const notKnown = unknown.length === 0 ? '' : ` (not known for ${listOfFew(unknown, 2)})`;
  const count = rowsLeftOut.length;
  const left = count === 0 ? '' : ` ${capitalised(countInWords(count))} ${plural(count, 'row')} of Dependencies beneath it cannot be read and ${count === 1 ? 'is' : 'are'} left out.`;
  return `${start}; ${figure} can be expected from what stands beneath${notKnown}${worst === null ? '' : `, ${worst} at worst`}.${left}`;
}

/**
 * A promise of availability, and whether it was kept.
 *
 * @example '✕ Missed: OLA Directory 99.9%, 99.78%'
 */
export function promiseSentence(figure: TargetFigure): string {
  const window = windowWords(figure.windowKind);
  const actual = figure.actual === null ? '' : `, ${actualDisplay(figure, figure.actual).text}`;
  return `${STATUS_WORD[figure.status]}: ${figure.agreement} ${shareText(figure.target)}${window === '' ? '' : `, ${window}`}${actual}`;
}

/** Causes that are named; the others are put together. */
const MOST_CAUSES = 4;

/**
 * How long a service was down, and what it is put down to; the parts add up.
 *
 * @example 'Down for 107 min in October: Networking 95 min, Core switch A 12 min.'
 */
export function downtimeSentence(figures: Pick<Figures, 'month' | 'asOf' | 'zone'>, seconds: number, causes: readonly DowntimeShare[]): string {
  if (seconds === 0) return `Not down ${inMonth(figures)}.`;
  const start = `Down for ${countedText(seconds)} ${inMonth(figures)}`;
  const named = causes.slice(0, causes.length > MOST_CAUSES + 1 ? MOST_CAUSES : causes.length);
  const others = causes.slice(named.length);
  const parts = [...named.map(causeText), ...(others.length === 0 ? [] : [`${countInWords(others.length)} more ${countedText(others.reduce((sum, cause) => sum + cause.seconds, 0))}`])];
  return parts.length === 0 ? `${start}.` : `${start}: ${parts.join(named.some(({ alongside }) => alongside.length > 0) ? '; ' : ', ')}.`;
}

/** @example 'Branch hub switch 71 min, while Branch hub standby switch was down' */
function causeText({ item, seconds, alongside }: DowntimeShare): string {
  const others = alongside.length === 0 ? '' : `, while ${listOfFew(alongside, 2)} ${alongside.length === 1 ? 'was' : 'were'} down`;
  return `${item} ${countedText(seconds)}${others}`;
}

/**
 * Which services lack an owner.
 *
 * @param lacking services without an IT owner, a business owner, and without one or both
 * @example '15 of 17 services have both owners; one has no IT owner, two have no business owner.'
 */
export function ownersSentence(services: number, lacking: Readonly<Record<'it' | 'business' | 'either', number>>): string {
  if (services === 0) return 'No service is recorded.';
  const one = (count: number, owner: string): string[] => (count === 0 ? [] : [`${countInWords(count)} ${count === 1 ? 'has' : 'have'} no ${owner} owner`]);
  if (lacking.either === 0) return services === 1 ? 'The only service has an IT owner and a business owner.' : services === 2 ? 'Both services have an IT owner and a business owner.' : `All ${countInWords(services)} services have an IT owner and a business owner.`;
  if (services === 1) return `The only service has no ${[...(lacking.it > 0 ? ['IT owner'] : []), ...(lacking.business > 0 ? ['business owner'] : [])].join(' and no ')}.`;
  const both = services - lacking.either;
  return `${both === 0 ? 'None' : numberText(both, 0)} of ${numberText(services, 0)} services ${both <= 1 ? 'has' : 'have'} both owners; ${[...one(lacking.it, 'IT'), ...one(lacking.business, 'business')].join(', ')}.`;
}

/** @example '11 customers use 10 services; 4 of 14 uses stand without an SLA.' */
export function customersSentence({ customers, services, uses, without }: Readonly<Record<'customers' | 'services' | 'uses' | 'without', number>>): string {
  if (customers === 0) return 'No customer is recorded.';
  const start = `${numberText(customers, 0)} ${plural(customers, 'customer')} ${customers === 1 ? 'uses' : 'use'} ${numberText(services, 0)} ${plural(services, 'service')}`;
  if (without === 0) return `${start}, ${uses === 1 ? 'under an SLA' : 'each under an SLA'}.`;
  return `${start}; ${numberText(without, 0)} of ${numberText(uses, 0)} ${plural(uses, 'use')} ${without === 1 ? 'stands' : 'stand'} without an SLA.`;
}

/**
 * Users in all, and who most of them are.
 *
 * @param counted the largest first; `unknown`: customers without a number
 * @example ['330,000 users; the largest customer, Cardholders, has 315,000.', 'No number of users is recorded for two customers.']
 */
export function usersFacts(counted: readonly { readonly customer: string; readonly users: number }[], unknown: number): string[] {
  const [first, second] = counted;
  const all = counted.reduce((sum, { users }) => sum + users, 0);
  return [
    ...(first === undefined || second === undefined ? [] : [`${numberText(all, 0)} ${plural(all, 'user')}; the largest customer, ${first.customer}, has ${numberText(first.users, 0)}.`]),
    ...(unknown === 0 ? [] : [`No number of users is recorded for ${countInWords(unknown)} ${plural(unknown, 'customer')}.`]),
  ];
}

/** @example '14 of 17 services have exactly one accountable party and at least one responsible.' */
export function responsibilitiesSentence(figures: readonly ResponsibilityFigure[]): string {
  if (figures.length === 0) return 'No service is recorded.';
  const good = figures.filter(({ broken }) => broken.length === 0).length;
  const all = figures.length;
  const start = good === all ? (all === 1 ? 'The only service has' : all === 2 ? 'Both services have' : `All ${countInWords(all)} services have`) : `${good === 0 ? 'None' : numberText(good, 0)} of ${numberText(all, 0)} ${plural(all, 'service')} ${good <= 1 ? 'has' : 'have'}`;
  return `${start} exactly one accountable party and at least one responsible.`;
}

/** What does not hold, by rule. @example ['Nobody is accountable for Intranet.', 'Several are for E-mail and Fax.'] */
export function responsibilitiesFacts(figures: readonly ResponsibilityFigure[]): string[] {
  const named = (services: readonly ResponsibilityFigure[]): string => listOfFew(services.map(({ service }) => service), 3);
  const empty = figures.filter(({ parties }) => parties.length === 0);
  const of = (rule: ResponsibilityFigure['broken'][number]): ResponsibilityFigure[] => figures.filter(({ parties, broken }) => parties.length > 0 && broken.includes(rule));
  const facts: readonly (readonly [string, readonly ResponsibilityFigure[]])[] = [
    ['No row', empty],
    ['Nobody accountable', of('no A')],
    ['More than one accountable', of('several A')],
    ['Nobody responsible', of('no R')],
  ];
  return facts.flatMap(([what, services]) => (services.length === 0 ? [] : [`${what}: ${named(services)}.`]));
}

/** @example 'Core Banking takes most with it: five services, $384,000 an hour; 23 of 58 things take nothing down alone.' */
export function impactSentence(items: readonly ItemFigure[], harmless: number, currency: string): string {
  const [first] = items;
  const all = items.length + harmless;
  if (all === 0) return 'No service and no component is recorded.';
  if (first === undefined) return `None of ${numberText(all, 0)} ${plural(all, 'thing')} takes anything down alone.`;
  const rest = harmless === 0 ? '' : `; ${numberText(harmless, 0)} of ${numberText(all, 0)} things ${harmless === 1 ? 'takes' : 'take'} nothing down alone`;
  return `${first.item} takes most with it: ${takesWithIt(first, currency)}${rest}.`;
}

/** @example '7 things each take down a service alone; Core Banking puts most at risk: five services, $384,000 an hour.' */
export function singlePointsSentence(count: number, first: ItemFigure | null, currency: string): string {
  if (count === 0 || first === null) return 'No single thing takes a service down alone.';
  const start = count === 1 ? 'One thing takes down a service alone' : `${numberText(count, 0)} things each take down a service alone`;
  return `${start}; ${count === 1 ? `${first.item} puts at risk` : `${first.item} puts most at risk`}: ${takesWithIt(first, currency)}.`;
}

/** The largest figures of an item's impact, two at most. @example 'five services, $384,000 an hour' */
function takesWithIt({ services, customers, users, agreements, processes, costPerHour }: ItemFigure, currency: string): string {
  const count = (names: readonly string[], word: string): string[] => (names.length === 0 ? [] : [`${countInWords(names.length)} ${names.length === 1 ? word : word === 'process' ? 'processes' : `${word}s`}`]);
  const facts = [
    ...count(services, 'service'),
    ...(costPerHour === null ? [] : [`${moneyText(costPerHour, currency)} an hour`]),
    ...(users === null ? [] : [`${numberText(users, 0)} ${plural(users, 'user')}`]),
    ...count(customers, 'customer'),
    ...count(agreements, 'agreement'),
    ...count(processes, 'process'),
  ];
  return facts.length === 0 ? NOTHING : facts.slice(0, 2).join(', ');
}

/** What single points lack. @example ['12 of them have no agreement of their own.', 'No owner: A, B and C.'] */
export function singlePointsFacts(ownerless: readonly string[], uncovered: number, all: number): string[] {
  return [
    ...(uncovered === 0 ? [] : [uncovered === all ? (all === 1 ? 'It has no agreement of its own.' : 'None of them has an agreement of its own.') : `${capitalised(countInWords(uncovered))} of them ${uncovered === 1 ? 'has no agreement of its' : 'have no agreement of their'} own.`]),
    ...(ownerless.length === 0 ? [] : [`No owner: ${listOfFew(ownerless, 3)}.`]),
  ];
}

/** A fact with the names it is true of, as many as a sentence takes; nothing where there are none. @example listed('Without an agreement', ['A', 'B', 'C', 'D']) // 'Without an agreement: A, B, C and one more.' */
export function listed(what: string, names: readonly string[], most = 3): string[] {
  return names.length === 0 ? [] : [`${what}: ${listOfFew(names, most)}.`];
}
