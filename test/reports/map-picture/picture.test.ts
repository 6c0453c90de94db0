/** The drawing of maps, measured: of the sample, of a small bank, and of random maps. */
import fc from 'fast-check';
import { computeFigures } from '../../../src/domain/compute';
import type { Figures, MapLine, ServiceMapFigure } from '../../../src/domain/figures';
import { nameKey } from '../../../src/domain/names';
import type { Section } from '../../../src/domain/servicemap/records';
import { pictureOf, type MapPicture } from '../../../src/reports/map-picture';
import { readRecords } from '../../../src/tables/read';
import { sampleWorkbook } from '../../sample/sample-workbook';
import { agreementFigure } from '../../support/agreement-figures';
import { faultsOf, isNode, ledTo } from '../../support/drawing-geometry';
import { figures, itemFigure, serviceMapFigure, targetFigure } from '../../support/figures';

const faults = ({ drawing, width, height }: MapPicture): string[] => faultsOf(drawing, width, height);
const aboutOf = ({ drawing }: MapPicture): string[] => drawing.shapes.filter(isNode).map(({ about }) => about ?? '');

/** Pairs of names that lines connect, each in alphabetical order: an edge that goes back is read from its end. */
function connected({ drawing }: MapPicture): Set<string> {
  const about = new Map(drawing.shapes.map(({ name, about: of }) => [name, of ?? '']));
  return new Set([...ledTo(drawing)].flatMap(([from, all]) => [...all].map((to) => pair(about.get(from) ?? '', about.get(to) ?? ''))));
}
const pair = (a: string, b: string): string => JSON.stringify([nameKey(a), nameKey(b)].sort());

/** Pairs that the figures connect, among what is drawn. */
function edgesAmong({ edges, maps }: Figures, names: readonly string[]): Set<string> {
  const drawn = new Set(names.map(nameKey));
  const used = maps.flatMap(({ service, lines }) => lines.filter(({ section }) => section === 'Customers').map(({ name }) => [name, service] as const));
  return new Set([...edges.map(({ item, dependsOn }) => [item, dependsOn] as const), ...used].filter(([a, b]) => nameKey(a) !== nameKey(b) && drawn.has(nameKey(a)) && drawn.has(nameKey(b))).map(([a, b]) => pair(a, b)));
}

describe('the sample bank', () => {
  const { records } = readRecords(sampleWorkbook(), Date.UTC(2026, 10, 2, 16) / 1000);
  const sample = computeFigures(records, []);

  test('every service: nothing overlaps, and lines connect just what the tables connect', async () => {
    const given = await sample;
    for (const { service } of given.maps) {
      const picture = pictureOf(given, service)!;
      expect([service, faults(picture)]).toEqual([service, []]);
      const names = aboutOf(picture);
      expect([...connected(picture)].sort()).toEqual([...edgesAmong({ ...given, maps: given.maps.filter((map) => map.service === service) }, names)].sort());
    }
  });

  test('it is the same each time', async () => {
    const given = await sample;
    expect(JSON.stringify(pictureOf(given, 'Desktop Computing'))).toBe(JSON.stringify(pictureOf(structuredClone(given), 'desktop  computing')));
  });
});

/* Maps of any shape. */
const SECTION: readonly Section[] = ['Hardware', 'Applications', 'Settings', 'Internal service', 'External service'];
const WORDS = ['Mail', 'Gateway', 'Datenbank-Sicherungsserver', 'of', 'Österreich', 'A', 'very', 'long', 'Überweisungsverarbeitungsfreigabe', '=1+1', '<b>', '日本', 'host'];

interface RandomMap {
  readonly items: readonly { name: string; section: Section | 'Service' | null; owner: string | null; agreed: 'SLA' | 'OLA' | 'UC' | null }[];
  readonly links: readonly { from: number; to: number; group: number }[];
  readonly customers: readonly string[];
  readonly culprit: number;
}

function randomMap(most: number): fc.Arbitrary<RandomMap> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 });
    return fc.record({
      items: fc.array(
        fc.record({ words: name, section: fc.option(fc.constantFrom<Section | 'Service'>(...SECTION, 'Service'), { freq: 20 }), owner: fc.option(fc.constantFrom('Maya Fuentes', 'A team with a long name in the other building')), agreed: fc.option(fc.constantFrom('SLA' as const, 'OLA' as const, 'UC' as const)) }),
        { minLength: count, maxLength: count },
      ),
      // Nearly all lead downwards, a few go round in circles.
      links: fc.array(fc.record({ a: fc.nat(count - 1), b: fc.nat(count - 1), group: fc.nat(6), isBack: fc.integer({ min: 0, max: 19 }) }), { maxLength: Math.ceil(count * 1.8) }),
      parents: fc.array(fc.nat(1e6), { minLength: count, maxLength: count }),
      customers: fc.array(name, { maxLength: 14 }),
      culprit: fc.nat(count - 1),
    });
  }).map(({ items, links, parents, customers, culprit }) => ({
    items: items.map(({ words, ...rest }, at) => ({ ...rest, name: `${words.join(' ')} ${at}`, section: at === 0 ? 'Service' : rest.section })),
    links: [
      // A chain of at most twelve, so that maps are deep; all beneath the first.
      ...items.slice(1).map((_, at) => ({ from: at < 11 ? at : parents[at]! % (at + 1), to: at + 1, group: 0 })),
      ...links.map(({ a, b, group, isBack }) => ({ from: isBack === 0 ? Math.max(a, b) : Math.min(a, b), to: isBack === 0 ? Math.min(a, b) : Math.max(a, b), group })),
    ],
    customers: customers.map((words, at) => `${words.join(' ')} ${at}`),
    culprit,
  }));
}

function figuresOf({ items, links, customers, culprit }: RandomMap): Figures {
  const [root] = items;
  const sizes = new Map<string, number>();
  for (const { from, group } of links) if (group > 3) sizes.set(`${from} ${group}`, (sizes.get(`${from} ${group}`) ?? 0) + 1);
  const agreed = items.filter(({ agreed: type }) => type !== null);
  const lines = customers.map((name): MapLine => ({ section: 'Customers', name, category: null, owner: null, supplier: null, users: 1200, agreements: items[0]!.agreed === 'SLA' ? [`SLA ${root!.name}`] : [], depth: 1, through: null, group: null }));
  const map: ServiceMapFigure = serviceMapFigure(root!.name, { itOwner: root!.owner, lines, causes: [{ item: items[culprit]!.name, seconds: 5700, outages: [] }] });
  return figures({
    maps: [map],
    items: items.map(({ name, section, owner }) => itemFigure(name, { section, owner })),
    edges: links.map(({ from, to, group }, row) => {
      const members = sizes.get(`${from} ${group}`) ?? 0;
      return { item: items[from]!.name, dependsOn: items[to]!.name, group: members > 1 ? { name: `group ${group}`, required: 1, members } : null, row: { table: 'Dependencies', row: row + 2 } };
    }),
    agreements: agreed.map(({ name, agreed: type }) => agreementFigure(`${type!} ${name}`, { type: type!, item: name })),
    targets: agreed.map(({ name, agreed: type }, at) => targetFigure({ agreement: `${type!} ${name}`, agreementType: type!, item: name, ...(at % 3 === 0 ? { metric: 'Longest outage minutes', comparator: '<=', target: 90 } : {}) })),
  });
}

/** Everything beneath the first item, nearest first, by a plain walk. */
function beneath({ items, links }: RandomMap): string[] {
  let level = [0];
  const seen = new Set(level);
  while (level.length > 0) level = level.flatMap((at) => links.filter(({ from, to }) => from === at && !seen.has(to) && seen.add(to)).map(({ to }) => to));
  return [...seen].map((at) => items[at]!.name);
}

test('random maps up to 60 nodes: nothing overlaps, all is drawn, lines connect just what the tables connect', () => {
  fc.assert(
    fc.property(randomMap(46), (map) => {
      const given = figuresOf(map);
      const picture = pictureOf(given, map.items[0]!.name)!;
      expect(faults(picture)).toEqual([]);
      const names = aboutOf(picture);
      expect(names.slice().sort()).toEqual([...beneath(map), ...map.customers.slice(0, 12)].sort());
      expect([...connected(picture)].sort()).toEqual([...edgesAmong(given, names)].sort());
    }),
    { seed: 20261101, numRuns: 100, endOnFailure: true },
  );
});
