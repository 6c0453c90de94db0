/** Every word of the pictures of the map. */
import type { DowntimeShare, ExpectedFigure, Figures, ServiceMapFigure } from '../../domain/figures';
import { nameKey, sameName } from '../../domain/names';
import { capitalised, countOf, listOf, listOfFew, monthName, NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import { expectedReading } from '../../domain/servicemap/expected-reading';
import { countedText } from '../service-map/sentences';
import { shareText } from '../target-display';
import { MARK, SHEET_NAME, W, windowWords } from '../words';
import type { PictureGraph, PictureNode, PictureSection } from './model';
import type { Entry, Net } from './nets';
import type { RouteWords } from './routes';
import { promisedAvailability } from './service-status';

export const P = {
  title: W.map.title,
  /** At most 31 characters, as Excel asks of a sheet's name. */
  sheetName: (service: string | null) => (service === null ? 'Map' : `Map ${service}`.slice(0, 31).trim()),
  sections: { ...W.map.sections, Service: 'Services', Unknown: 'In neither table' } satisfies Record<PictureSection, string>,
  users: W.map.users,
  noOwner: W.noOwner,
  notInTables: 'name unknown',
  group: (required: number, members: number) => `${required}${NO_BREAK}of${NO_BREAK}${members}`,
  days: (days: number) => `${numberText(days, days % 1 === 0 ? 0 : 1)}${NO_BREAK}${plural(days, 'day')}`,
  cost: (minutes: string) => `${MARK.broken}${NO_BREAK}${minutes}`,
  downToo: `${MARK.broken}${NO_BREAK}down too`,
  legend: {
    title: 'How to read this',
    lines: {
      SLA: 'SLA: what IT promises the customer',
      OLA: 'OLA: what a team inside IT promises',
      UC: 'UC: what a supplier promises',
      none: 'covered by no agreement, or shared by several kinds',
    },
    culprit: 'cost the service most this month, minutes counted',
    downToo: 'down meanwhile, or nothing would have been lost',
    group: 'so many of these must be up; all else is needed',
    component: 'component',
    service: 'service',
    outside: 'from outside',
    notes: (hasOutside: boolean, hasTimes: boolean) => [hasOutside ? 'Each box names its owner, an external service its supplier.' : 'Each box names its owner.', ...(hasTimes ? ['A time on a line: the longest that a repair may take.'] : [])],
  },
  leftOut: ({ things, customers }: PictureGraph['leftOut']) => {
    const parts = [...(things === 0 ? [] : [`${numberText(things, 0)} more ${plural(things, 'thing')}`]), ...(customers === 0 ? [] : [`${numberText(customers, 0)} more ${plural(customers, 'customer')}`])];
    return parts.length === 0 ? null : `${listOf(parts)} ${things + customers === 1 ? 'is' : 'are'} not drawn: ${W.seeSheet(SHEET_NAME['service-map'])}.`;
  },
} as const;

/** What a node is, for people who cannot see it. */
export function describeNode({ name, section, detail, subject, culprit }: PictureNode): string {
  const what = subject !== null ? 'service' : section === 'Customers' ? 'customer' : section === 'Unknown' ? '' : within[section] ?? '';
  return [name, what, detail, subject?.actual ?? '', culprit === null ? '' : culprit.isAlongside ? 'was down as well when the service lost most' : `cost the service ${culprit.label} this month`].filter((part) => part !== '').join(', ');
}

const within: Partial<Record<PictureSection, string>> = { Hardware: 'hardware', Applications: 'application', Settings: 'setting', 'Internal service': 'internal service', 'External service': 'external service' };

/** What lines and pills say to people who cannot see them, all by the nodes' whole names. */
export function routeWords({ nodes, links }: PictureGraph): RouteWords {
  const names = new Map(nodes.map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? key;
  const needing = (node: string): string[] => [...new Set(links.filter(({ to }) => to === node).map(({ from }) => nameOf(from)))];
  const members = (net: Net): string[] => net.entries.map(({ node }) => nameOf(node));
  return {
    edge: ([entry]) => (entry === undefined ? '' : `${listOf(needing(entry.node))} → ${nameOf(entry.node)}`),
    group: ({ group, net }) => `${group.name}: ${group.text} must be up, ${listOf(members(net))}`,
    agreement: ({ agreement, node }: Entry) => (agreement === null ? '' : `${agreement.name}, ${agreement.text}: ${nameOf(node)}`),
  };
}

/**
 * What a service stands on, and what cost it most; where there is not room for both, the latter alone.
 *
 * @example ['E-mail stands on 12 items and 2 suppliers. Directory cost it 95 min in October.', 'Directory cost E-mail 95 min in October.']
 */
export function pictureSentences(figures: Pick<Figures, 'month'>, { service, lines, causes }: ServiceMapFigure): string[] {
  const beneath = lines.filter(({ section }) => section !== 'Customers');
  // Only boxes of external services name their supplier.
  const suppliers = new Set(beneath.flatMap(({ section, supplier }) => (section !== 'External service' || supplier === null ? [] : [nameKey(supplier)]))).size;
  const stands = beneath.length === 0 ? `Nothing is recorded beneath ${service}.` : `${service} stands on ${countOf(beneath.length, 'item')}${suppliers === 0 ? '' : ` and ${countOf(suppliers, 'supplier')}`}.`;
  const [worst] = causes;
  if (worst === undefined || worst.seconds <= 0) return [stands];
  const month = monthName(figures.month);
  const cost = (it: string): string => (sameName(worst.item, service) ? `${capitalised(it)} was down for ${countedText(worst.seconds)} in ${month} by itself.` : `${worst.item} cost ${it} ${countedText(worst.seconds)} in ${month}${meanwhile(worst)}.`);
  return [`${stands} ${cost('it')}`, cost(service)];
}

/** @example ', while Branch hub standby switch was down' */
function meanwhile({ alongside }: DowntimeShare): string {
  return alongside.length === 0 ? '' : `, while ${listOfFew(alongside, 2)} ${alongside.length === 1 ? 'was' : 'were'} down`;
}

/** What is promised, and what the agreements beneath support; null: neither is known. */
export function pictureSubline(figures: Pick<Figures, 'targets'>, { service, expected }: ServiceMapFigure): string | null {
  const promise = promisedAvailability(figures, service);
  const window = promise === undefined ? '' : windowWords(promise.windowKind);
  const parts = promise === undefined ? [] : [`Promised ${shareText(promise.target)}${window === '' ? '' : `, ${window}`}.`];
  if (expected !== null) parts.push(`What is promised and expected beneath supports ${supportedText(expected)}.`);
  return parts.length === 0 ? null : parts.join(' ');
}

/** @example 'at most 99.60%, at least 98.00%, at worst 97.50%' */
function supportedText(expected: ExpectedFigure): string {
  const { is, most, least, worst } = expectedReading(expected, null);
  const { length } = expected.unknown;
  return `${is === 'exact' ? '' : 'at most '}${most}${is === 'bounds' ? `, at least ${least}` : ''}${worst === null ? '' : `, at worst ${worst}`}${length === 0 ? '' : `; ${countOf(length, 'thing')} ${length === 1 ? 'has' : 'have'} no figure`}`;
}

/** What the whole map holds. */
export function wholeSentence({ items, edges }: Pick<Figures, 'items' | 'edges'>, isDrawn: boolean): string {
  if (items.length === 0) return 'No service or component is recorded.';
  const holds = `${countOf(items.length, 'thing')}, ${countOf(edges.length, 'dependency', 'dependencies')}`;
  return isDrawn ? `The whole map: ${holds}.` : `The map has ${holds}: too many for one page. Each service has a picture of its own.`;
}
