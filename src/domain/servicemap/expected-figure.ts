import { type ExpectedBeneath, expectedBeneath } from '../agreements/chain/expected-beneath';
import { type Atlas, atlasOf, firstPlacesBeneath, standingOf, standingWithout } from '../agreements/chain/links';
import type { FigureContext } from '../agreements/context';
import { slaIn } from '../agreements/service-figures';
import type { ExpectedFigure } from '../figures';
import { addTo } from '../grouping';
import { nameKey } from '../names';
import type { Work } from '../work';
import { nameIn, sectionIn } from './catalogue';
import { isOnMap, standsOn } from './dependency-map';
import { nodesEach } from './expected-availability';

/**
 * What the things beneath each service let it come to, by service; null where nothing stands beneath that
 * can fail. Stated of a thing is the Availability target of the agreement in force on it, else the
 * Availability of `Components`: seen from the service's SLA, as its chain is, or by what is promised to
 * anybody where it has none. What is promised of the service itself is held against this figure, never part of it.
 *
 * @param services names, as they shall be found in the result
 */
export function* expectedFiguresWork(context: FigureContext, services: readonly string[]): Work<Map<string, ExpectedFigure | null>> {
  const atlas = atlasOf(context);
  const leftOut = new Map<string, number[]>();
  for (const row of context.records.dependencies) if (!isOnMap(row)) addTo(leftOut, nameKey(row.item), row.row);
  const nodes = nodesEach(services.length);
  const figures = new Map<string, ExpectedFigure | null>();
  for (const service of services) {
    figures.set(service, expectedFigure(context, atlas, service, nodes, leftOut));
    yield;
  }
  return figures;
}

function expectedFigure(context: FigureContext, atlas: Atlas, service: string, nodes: number, leftOut: ReadonlyMap<string, readonly number[]>): ExpectedFigure | null {
  const sla = slaIn(context, service, atlas.month);
  const standing = sla === null ? standingWithout(service) : standingOf(sla);
  const places = firstPlacesBeneath(atlas, standing);
  const beneath = expectedBeneath(atlas, context.targets, standing, places, nodes, false);
  // Settings alone, of which nothing is stated: nothing is known to fail.
  const root = nameKey(service);
  const { order } = standsOn(atlas.map, root);
  if (order.every((key) => key === root || (sectionIn(atlas, key) === 'Settings' && beneath.stated(key) === null))) return null;
  const { availability, lowerBound } = beneath.expected;
  const rows = order.flatMap((key) => leftOut.get(key) ?? []).sort((a, b) => a - b);
  return { availability, lowerBound, is: kindOf(beneath), unknown: beneath.unknown.map((one) => nameIn(atlas, one) ?? atlas.map.names.get(one) ?? one), worstCase: beneath.worstCase, ...(rows.length === 0 ? {} : { rowsLeftOut: rows.map((row) => ({ table: 'Dependencies', row })) }) };
}

function kindOf({ expected: { availability, lowerBound }, unknown }: ExpectedBeneath): ExpectedFigure['is'] {
  if (lowerBound < availability) return 'bounds';
  return unknown.length > 0 ? 'upper bound' : 'exact';
}
