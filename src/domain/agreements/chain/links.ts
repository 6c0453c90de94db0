import { nameKey } from '../../names';
import { type Catalogue, catalogue, sectionIn } from '../../servicemap/catalogue';
import { dependencyMap, type DependencyMap, directNeeds, groupsByMember } from '../../servicemap/dependency-map';
import { monthInterval } from '../../time/periods';
import type { Interval } from '../../time/records';
import type { FigureContext } from '../context';
import type { AgreementBook } from '../in-force';
import type { Agreement } from '../records';
import { type Cover, coverOf, type Standing } from './cover';

/** Everything that has a name, and how it hangs together. */
export interface Atlas extends Catalogue {
  readonly map: DependencyMap;
  readonly book: AgreementBook;
  /** The report month, whole. */
  readonly month: Interval;
  /** What stands directly beneath a thing, as far as it was looked for, so that many services share it. */
  readonly steps: Map<string, readonly StepDown[]>;
}

/** A direct dependency that is no setting. */
interface StepDown {
  readonly key: string;
  /** `1 of 2`; null: needed by itself. */
  readonly group: string | null;
}

/** Everything of a workbook, with the whole map whether outages roll up through it or not. */
export function atlasOf({ records, map, agreements }: FigureContext): Atlas {
  const { reportMonth, zone } = records.settings;
  return { ...catalogue(records.services, records.components), map: map ?? dependencyMap(records.dependencies), book: agreements, month: monthInterval(reportMonth, zone), steps: new Map() };
}

/** A place in the tree beneath an SLA's item. */
export interface Place {
  readonly key: string;
  readonly depth: number;
  readonly parent: number | null;
  readonly group: string | null;
  readonly cover: Cover;
  /** The agreement is that of the thing it is part of. */
  readonly isPart: boolean;
  /** By whom and for whom cover was looked for. */
  readonly standing: Standing;
  /** The thing stands further up already, with all that is beneath it. */
  readonly repeated: boolean;
}

/**
 * The tree beneath an SLA's item: every direct dependency but settings, and theirs, down to things that
 * need nothing or that a UC covers, in reading order. A thing with several places stands in each, what
 * is beneath it only in the first; so things that stand on each other end as well.
 *
 * Hardware and applications without a supplier and without agreements of their own are part of the thing
 * that stands on them: its agreement covers them. An OLA or UC about the SLA's own item (a service that is
 * handed on as it is) is the first link.
 */
export function placesBeneath(atlas: Atlas, own: Standing): Place[] {
  return placesOf(atlas, own, true);
}

/** The same without places that are repeated. */
export function firstPlacesBeneath(atlas: Atlas, own: Standing): Place[] {
  return placesOf(atlas, own, false);
}

function placesOf(atlas: Atlas, own: Standing, withRepeated: boolean): Place[] {
  const root = nameKey(own.sla.item);
  const places: Place[] = [];
  const firsts = new Map<string, Place>();
  const handedOn = coverOf(root, own, atlas.book, atlas.month);
  if (handedOn.state === 'Covered') {
    const place: Place = { key: root, depth: 1, parent: null, group: null, cover: handedOn, isPart: false, standing: own, repeated: false };
    places.push(place);
    if (handedOn.agreement!.type === 'UC') return places;
  }
  // A stack instead of recursion: chains may be long.
  const open: Step[] = [];
  const goDown = (key: string, parent: number | null, depth: number, standing: Standing): void => {
    const steps = stepsDown(atlas, key);
    for (let i = steps.length - 1; i >= 0; i--) {
      const { key: below, group } = steps[i]!;
      if (withRepeated || !firsts.has(below)) open.push({ key: below, parent, depth: depth + 1, group, standing });
    }
  };
  goDown(root, null, 0, own);
  for (let next = open.pop(); next; next = open.pop()) {
    const { key, parent, depth, standing } = next;
    const first = firsts.get(key);
    if (first || key === root) {
      if (first && withRepeated) places.push({ ...first, depth, parent, group: next.group, repeated: true });
      continue;
    }
    const found = coverOf(key, standing, atlas.book, atlas.month);
    const above = parent === null ? null : places[parent]!;
    const isPart = above !== null && above.cover.state === 'Covered' && found.state === 'Not covered' && found.unreadable.length === 0 && isOwnPart(atlas, key);
    const place: Place = { key, depth, parent, group: next.group, cover: isPart ? above.cover : found, isPart, standing, repeated: false };
    firsts.set(key, place);
    places.push(place);
    const { state, agreement } = place.cover;
    if (!isPart && state === 'Covered' && agreement!.type === 'UC') continue;
    goDown(key, places.length - 1, depth, isPart || state !== 'Covered' ? standing : beneathOf(agreement!, standing));
  }
  return places;
}

/** For whom cover is looked for directly beneath an SLA. */
export function standingOf(sla: Agreement): Standing {
  return { sla, named: keysOf(sla.underpinnedBy), providers: keysOf([sla.provider]) };
}

/** The same for a service without an SLA: whoever provides it, what is promised to anybody may stand beneath. */
export function standingWithout(service: string): Standing {
  return { sla: { item: service, customer: null, provider: null }, named: new Set(), providers: new Set() };
}

interface Step {
  readonly key: string;
  readonly parent: number | null;
  readonly depth: number;
  readonly group: string | null;
  readonly standing: Standing;
}

function stepsDown(atlas: Atlas, key: string): readonly StepDown[] {
  let steps = atlas.steps.get(key);
  if (!steps) {
    const groups = groupsByMember(atlas.map, key);
    steps = directNeeds(atlas.map, key)
      .filter((one) => sectionIn(atlas, one) !== 'Settings')
      .map((one) => ({ key: one, group: groups.get(one) ?? null }));
    atlas.steps.set(key, steps);
  }
  return steps;
}

function isOwnPart({ components }: Atlas, key: string): boolean {
  const component = components.get(key);
  return component !== undefined && (component.section === 'Hardware' || component.section === 'Applications') && component.supplier === null;
}

function beneathOf(agreement: Agreement, { sla, named, providers }: Standing): Standing {
  return { sla, named: new Set([...named, ...keysOf(agreement.underpinnedBy)]), providers: new Set([...providers, ...keysOf([agreement.provider])]) };
}

function keysOf(names: readonly (string | null)[]): Set<string> {
  return new Set(names.flatMap((name) => (name === null || name.trim() === '' ? [] : [nameKey(name)])));
}
