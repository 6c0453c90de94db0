import type { FigureContext } from '../agreements/context';
import type { MeasuredService } from '../agreements/service-figures';
import type { ServiceMapFigure } from '../figures';
import { firstByName, nameKey } from '../names';
import type { Work } from '../work';
import { expectedFiguresWork } from './expected-figure';

/**
 * The maps with what their services may be expected to come to, and with what was measured of them in the
 * report month: downtime, and what caused it. A service that has no life to measure, such as one that is
 * still planned, has no downtime.
 */
export function* measuredMapsWork(context: FigureContext, maps: readonly ServiceMapFigure[], measured: readonly MeasuredService[]): Work<ServiceMapFigure[]> {
  const expected = yield* expectedFiguresWork(context, maps.map(({ service }) => service));
  const byName = firstByName(measured, ({ figure }) => figure.service);
  return maps.map((map) => {
    const own = byName.get(nameKey(map.service));
    return { ...map, expected: expected.get(map.service) ?? null, downtimeSeconds: own?.figure.months.at(-1)!.downtimeSeconds ?? 0, causes: own?.causes ?? [] };
  });
}
