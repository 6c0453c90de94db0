import { historyFromRuns, type History, type Moment, ownHistory, ownImpairment, ownPlanned } from '../availability/history';
import type { OutageLog } from '../availability/outage-log';
import type { Terms } from '../availability/records';
import { kthSmallest, largest, type Precedence, STEP, type Steps } from '../availability/steps';
import { nameKey } from '../names';
import { type DependencyMap, standsOn } from './dependency-map';

/** Histories already worked out, kept by whoever asks for many of one workbook at one moment. */
export interface HistoryCache {
  readonly histories: Map<string, History>;
  readonly steps: Map<string, Map<string, Steps>>;
}

/** An empty cache; one per outage log, map and moment. */
export function historyCache(): HistoryCache {
  return { histories: new Map(), steps: new Map() };
}

/**
 * What happened to an item, by its own outages and, with a map, by those of everything it stands on.
 *
 * Without a map, or where the item stands on nothing, its own rows count (`ownHistory`). Else
 * impairment passes on by an exact sweep over all events: of a group the Required-th smallest of its
 * members', of an item the largest of its own, its ungrouped things' and its groups'. An instant is
 * planned when the planned outages alone, passed through the map the same way, would impair the item
 * then. Things that stand on each other take the smallest impairment that satisfies them all. Notice,
 * customer, Ignore under and break level are those of `terms`.
 *
 * @param map null: only the item's own rows
 * @param item name as written; compared without case
 */
export function itemHistory(log: OutageLog, map: DependencyMap | null, item: string, terms: Terms, moment: Moment, cache: HistoryCache = historyCache()): History {
  const key = nameKey(item);
  const id = JSON.stringify([key, terms.customer && nameKey(terms.customer), terms.noticeDays, terms.ignoreUnderMinutes, terms.breakLevel]);
  let history = cache.histories.get(id);
  if (!history) {
    history = map !== null && map.needs.has(key) ? historyThrough(log, map, key, terms, moment, cache) : ownHistory(log, item, terms, moment);
    cache.histories.set(id, history);
  }
  return history;
}

function historyThrough(log: OutageLog, map: DependencyMap, key: string, terms: Terms, moment: Moment, cache: HistoryCache): History {
  if (!standsOn(map, key).order.some((item) => log.rows.has(item))) return historyFromRuns([], [], terms);
  const customer = terms.customer === null ? null : nameKey(terms.customer);
  // A row whose Notified cannot be read is left out only where notice is asked for.
  const asksNotice = Boolean(terms.noticeDays);
  const impairment = through(map, key, (item) => ownImpairment(log, item, terms, moment.asOf), log.precedes, stepsIn(cache, ['down', customer, asksNotice]));
  const beneath = through(map, key, (item) => ownPlanned(log, item, terms, moment, 1), log.precedes, stepsIn(cache, ['planned', customer, terms.noticeDays]));
  const own = ownPlanned(log, key, terms, moment, 0);
  return historyFromRuns(impairment, own.length === 0 ? beneath : largest([...own, ...beneath], log.precedes), terms);
}

/**
 * Passes each item's own steps up through the map.
 *
 * @param own the steps of an item by itself
 * @param known results by item, read and added to
 */
function through(map: DependencyMap, root: string, own: (key: string) => Steps, precedes: Precedence, known: Map<string, Steps>): Steps {
  const done = known.get(root);
  if (done) return done;
  const { order, cycle } = standsOn(map, root);
  const open = order.filter((key) => !known.has(key));
  const local = new Map<string, Steps>();
  const ownSteps = open.map((key) => own(key));
  const at = (key: string): Steps => known.get(key) ?? local.get(key) ?? [];
  // Levels settle after as many rounds as there are items: each round carries them one item further.
  for (let round = 0; round < (cycle.length > 0 ? open.length : 1); round++) {
    let changed = false;
    open.forEach((key, i) => {
      const needs = map.needs.get(key);
      const parts = [ownSteps[i]!];
      for (const single of needs?.single ?? []) parts.push(at(single));
      for (const group of needs?.groups ?? []) parts.push(kthSmallest(group.members.map(at), group.required, precedes));
      const impaired = parts.filter((part) => part.length > 0);
      const steps = impaired.length > 1 ? largest(impaired.flat(), precedes) : (impaired[0] ?? []);
      if (!same(steps, local.get(key))) changed = true;
      local.set(key, steps);
    });
    if (!changed) break;
  }
  for (const [key, steps] of local) known.set(key, steps);
  return known.get(root) ?? [];
}

function stepsIn(cache: HistoryCache, id: readonly unknown[]): Map<string, Steps> {
  const name = JSON.stringify(id);
  let steps = cache.steps.get(name);
  if (!steps) cache.steps.set(name, (steps = new Map()));
  return steps;
}

function same(a: Steps, b: Steps | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, i) => i % STEP === STEP - 1 || value === b[i]);
}
