/** The drawing of maps, measured: of the sample, of a small bank, and of random maps. */
import fc from 'fast-check';
import { computeFigures } from '../../../src/domain/compute';
import type { Figures, MapEdge, MapLine, ServiceMapFigure } from '../../../src/domain/figures';
import { nameKey } from '../../../src/domain/names';
import type { Section } from '../../../src/domain/servicemap/records';
import { type MapPicture, pictureOf, wholePicture } from '../../../src/reports/map-picture';
import { COLOR } from '../../../src/reports/style';
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
  const map: ServiceMapFigure = serviceMapFigure(root!.name, { itOwner: root!.owner, lines, causes: [{ item: items[culprit]!.name, seconds: 5700, outages: [], alongside: [] }] });
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

// Most maps are small, where every kind of line meets every other; a few are as large as one page holds.
test.each([
  { most: 16, runs: 88 },
  { most: 46, runs: 12 },
])('$runs random maps of up to $most things: nothing overlaps, all is drawn, lines connect just what the tables connect', ({ most, runs }) => {
  fc.assert(
    fc.property(randomMap(most), (map) => {
      const given = figuresOf(map);
      const picture = pictureOf(given, map.items[0]!.name)!;
      expect(faults(picture)).toEqual([]);
      const names = aboutOf(picture);
      expect(names.slice().sort()).toEqual([...beneath(map), ...map.customers.slice(0, 12)].sort());
      expect([...connected(picture)].sort()).toEqual([...edgesAmong(given, names)].sort());
    }),
    { seed: 20261101, numRuns: runs, endOnFailure: true },
  );
});

/*
 * A small bank:  Staff → Mail (SLA 99.9%) → Messaging (OLA 90 min) → 1 of 2 mail servers
 *                Staff → Teller           → Messaging, Ledger (UC)
 * Messaging stands on Names, which stands on Messaging again.
 */
const edge = (item: string, dependsOn: string, group: MapEdge['group'] = null): MapEdge => ({ item, dependsOn, group, row: { table: 'Dependencies', row: 2 } });
const servers = { name: 'Mail servers', required: 1, members: 2 };
const staff = (agreements: readonly string[]): MapLine => ({ section: 'Customers', name: 'Staff', category: null, owner: null, supplier: null, users: 4200, agreements, depth: 1, through: null, group: null });
const bank = (over: Partial<Figures> = {}): Figures =>
  figures({
    maps: [
      serviceMapFigure('Mail', { itOwner: 'Maya Fuentes', lines: [staff(['SLA Mail'])], causes: [{ item: 'Names', seconds: 5700, outages: [], alongside: [] }, { item: 'Mail', seconds: 60, outages: [], alongside: [] }] }),
      serviceMapFigure('Teller', { lines: [staff([])] }),
      serviceMapFigure('Messaging'),
    ],
    items: [
      itemFigure('Mail', { section: 'Service', owner: 'Maya Fuentes' }),
      itemFigure('Teller', { section: 'Service' }),
      itemFigure('Messaging', { section: 'Service', owner: 'Neil Orint' }),
      itemFigure('Mail server 1', { owner: 'Kim Abercrombie' }),
      itemFigure('Mail server 2', { owner: 'Kim Abercrombie' }),
      itemFigure('Ledger', { section: 'External service', owner: 'Arif Demir', supplier: 'Contoso' }),
      itemFigure('Names', { section: null, row: null }),
    ],
    edges: [edge('Mail', 'Messaging'), edge('Teller', 'messaging '), edge('Teller', 'Ledger'), edge('Messaging', 'Mail server 1', servers), edge('Messaging', 'Mail server 2', servers), edge('Messaging', 'Names'), edge('Names', 'Messaging'), edge('Names', 'Names')],
    agreements: [
      agreementFigure('SLA Mail', { item: 'Mail' }),
      agreementFigure('OLA Messaging', { type: 'OLA', item: 'Messaging' }),
      agreementFigure('Messaging, old', { type: 'UC', item: 'Messaging', state: 'Ended' }),
      agreementFigure('UC Ledger', { type: 'UC', item: 'Ledger' }),
    ],
    targets: [
      targetFigure({ agreement: 'SLA Mail', item: 'Mail', target: 0.998 }),
      targetFigure({ agreement: 'SLA Mail', item: 'Mail', target: 0.999 }),
      targetFigure({ agreement: 'OLA Messaging', agreementType: 'OLA', item: 'Messaging', metric: 'Resolved within', limitSeconds: 5400, target: 0.95 }),
    ],
    ...over,
  });
const shapeOf = ({ drawing }: MapPicture, about: string) => drawing.shapes.find((shape) => shape.about === about)!;
const textsOf = ({ drawing }: MapPicture): string[] => drawing.shapes.flatMap(({ text }) => text.map((line) => line.text.replaceAll('\u00a0', ' ')));

describe('a small bank', () => {
  const mail = pictureOf(bank(), 'MAIL')!;
  const whole = wholePicture(bank())!;

  test('nothing overlaps, and a circle is drawn', () => {
    for (const picture of [mail, whole]) expect(faults(picture)).toEqual([]);
    expect([...connected(whole)].sort()).toEqual([...edgesAmong(bank(), aboutOf(whole))].sort());
    expect(aboutOf(mail).sort()).toEqual(['Mail', 'Mail server 1', 'Mail server 2', 'Messaging', 'Names', 'Staff']);
    // Names needs Messaging, which stands to its left: an arrow into the right side of that.
    const back = mail.drawing.connectors.filter(({ to, arrow }) => to.shape === shapeOf(mail, 'Messaging').name && to.side === 'Right' && arrow);
    expect(back).toHaveLength(1);
  });

  test('from left to right: customers, services, what they stand on', () => {
    const left = (name: string): number => shapeOf(whole, name).left;
    expect(left('Staff')).toBeLessThan(left('Mail'));
    expect(left('Mail')).toBe(left('Teller'));
    expect(left('Messaging')).toBeGreaterThan(left('Teller'));
    expect(left('Mail server 1')).toBeGreaterThan(left('Messaging'));
    expect(left('Ledger')).toBeGreaterThanOrEqual(left('Mail server 1'));
  });

  test('the strictest promise, else the time to restore, else the kind alone, of the agreement in force', () => {
    const texts = textsOf(whole);
    expect(texts).toEqual(expect.arrayContaining(['SLA 99.9%', 'OLA 90 min', 'UC', '1 of 2', '4,200 users']));
    expect(texts.filter((text) => /^(SLA|OLA|UC)\b/.test(text) && !text.includes(':'))).toHaveLength(3);
  });

  test('owners, a supplier for what comes from outside, what is missing in red', () => {
    expect(shapeOf(whole, 'Messaging').text.map(({ text }) => text)).toEqual(['Messaging', 'Neil Orint']);
    expect(shapeOf(whole, 'Ledger').text[1]!.text).toBe('Contoso');
    expect(shapeOf(whole, 'Names').text[1]).toMatchObject({ text: 'name unknown', color: COLOR.missed });
    expect(shapeOf(whole, 'Teller').text[1]!.text).toBe('no owner yet');
  });

  test('what cost the service most is marked, with its minutes, and it alone', () => {
    // 5,700 s are 95 min.
    expect(shapeOf(mail, 'Names').line!.color).toBe(COLOR.missed);
    expect(textsOf(mail).filter((text) => text === '✕ 95 min')).toHaveLength(2);
    expect(mail.drawing.shapes.filter(({ about, fill }) => about !== undefined && fill === COLOR.missedPale)).toHaveLength(1);
    expect(textsOf(whole).filter((text) => text.includes('✕'))).toEqual([]);
  });

  test('kinds of lines differ by weight or dash, not by colour alone; the legend has those that occur', () => {
    const styles = whole.drawing.connectors.map(({ line }) => `${line.weight} ${line.dashed === true}`);
    expect(new Set(styles)).toEqual(new Set(['2.5 false', '1.75 false', '1.5 true', '1 false']));
    expect(textsOf(mail)).toEqual(expect.arrayContaining(['How to read this', 'SLA: what IT promises the customer', 'OLA: what a team inside IT promises', 'covered by no agreement, or shared by several kinds', 'component · service']));
    expect(textsOf(mail)).not.toContain('UC: what a supplier promises');
  });

  test('what was down alongside is marked in words, too', () => {
    const [map] = bank().maps;
    const picture = pictureOf(bank({ maps: [{ ...map!, causes: [{ item: 'Mail server 1', seconds: 5700, outages: [], alongside: ['mail server 2'] }] }] }), 'Mail')!;
    expect(faults(picture)).toEqual([]);
    // In its box and in the legend each.
    expect(textsOf(picture).filter((text) => text === '✕ 95 min')).toHaveLength(2);
    expect(textsOf(picture).filter((text) => text === '✕ down too')).toHaveLength(2);
    expect(shapeOf(picture, 'Mail server 2').line!.color).toBe(COLOR.missed);
  });

  test('a service without an SLA stands by its OLA', () => {
    const picture = pictureOf(bank({ targets: [targetFigure({ agreement: 'OLA Messaging', agreementType: 'OLA', item: 'Messaging', target: 0.999, actual: 0.9978, status: 'Missed' })] }), 'Messaging')!;
    expect(shapeOf(picture, 'Messaging').text[2]!.text).toBe('✕ Missed · 99.78%');
  });

  test('a line that leads to several kinds is as plain as one under none, so that no kind seems to cover all', () => {
    // Teller stands on Messaging under an OLA and on Ledger under a UC.
    const teller = pictureOf(bank(), 'Teller')!;
    expect(teller.drawing.connectors.find(({ from }) => from.shape === shapeOf(teller, 'Teller').name)!.line).toEqual({ color: COLOR.targetLine, weight: 1 });
  });

  test('shapes come column by column, each from top to bottom, a section before its things', () => {
    const nodes = whole.drawing.shapes.filter(({ about }) => about !== undefined);
    expect(nodes.map(({ name }) => name)).toEqual(nodes.toSorted((a, b) => a.left - b.left || a.top - b.top).map(({ name }) => name));
    for (const section of whole.drawing.shapes.filter(({ name }) => name.startsWith('Plumbline section '))) {
      const inside = nodes.filter((node) => node.left > section.left && node.left < section.left + section.width && node.top > section.top && node.top < section.top + section.height);
      for (const node of inside) expect(whole.drawing.shapes.indexOf(section)).toBeLessThan(whole.drawing.shapes.indexOf(node));
    }
  });

  test('an unknown service has no picture', () => {
    expect(pictureOf(bank(), 'Nothing')).toBeNull();
    expect(wholePicture(figures())).toBeNull();
  });
});

describe('names and sizes', () => {
  const long = 'The bank’s customer relationship and campaign management platform of the northern region';
  const many = (count: number): Figures =>
    bank({
      items: [itemFigure('Mail', { section: 'Service' }), ...Array.from({ length: count }, (_, at) => itemFigure(`${long} ${at}`))],
      edges: Array.from({ length: count }, (_, at) => edge('Mail', `${long} ${at}`)),
    });

  test('a long name is cut after a word, and whole in the description and for who asks what it is', () => {
    const node = shapeOf(pictureOf(many(2), 'Mail')!, `${long} 1`);
    expect(node.text[0]!.text).toMatch(/^The bank’s customer( \w+)*…$/);
    expect(node.description).toContain(`${long} 1`);
  });

  test('at most 60 are drawn, the nearest; a line says how many are not, and where they stand', () => {
    const picture = pictureOf(many(70), 'Mail')!;
    expect(faults(picture)).toEqual([]);
    // Mail itself and its customer leave room for 58 of the 70.
    expect(aboutOf(picture)).toHaveLength(60);
    expect(textsOf(picture)).toContain('12 more things are not drawn: sheet “Service map”.');
    expect(wholePicture(many(70))).toBeNull();
  });

  test('60 names print at 6 points and more', () => {
    // Heading and margins leave 536 − 76 by 790 points of an A4 page; names have 10.
    const { width, height } = pictureOf(many(58), 'Mail')!;
    expect(10 * Math.min(790 / (width + 18), (536 - 76) / height)).toBeGreaterThanOrEqual(5.9);
  });

  test('names of shapes are the same from month to month', () => {
    const names = ({ drawing }: MapPicture) => [...drawing.shapes, ...drawing.connectors].map(({ name }) => name);
    const [october, november] = [bank(), bank({ month: '2026-11-01', maps: bank().maps.map((map) => ({ ...map, causes: [] })) })].map((month) => names(pictureOf(month, 'Mail')!));
    expect(october!.filter((name) => /downtime|legend/.test(name))).not.toEqual([]);
    expect(october!.filter((name) => !/downtime|legend/.test(name))).toEqual(november!.filter((name) => !/downtime|legend/.test(name)));
    expect(october).toEqual(expect.arrayContaining(['Plumbline node Messaging', 'Plumbline customer Staff', 'Plumbline section Internal services']));
  });
});
