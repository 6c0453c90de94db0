import type { MeasuredService } from '../agreements/service-figures';
import type { ServiceMapFigure } from '../figures';
import { nameKey } from '../names';

/**
 * The maps with what was measured of their services in the report month: downtime, and what caused it.
 * A service that has no life to measure, such as one that is still planned, has no downtime.
 */
export function measuredMaps(maps: readonly ServiceMapFigure[], measured: readonly MeasuredService[]): ServiceMapFigure[] {
  const byName = new Map<string, MeasuredService>();
  // Of rows with the same name the first stands, as in the maps.
  for (const one of measured) if (!byName.has(nameKey(one.figure.service))) byName.set(nameKey(one.figure.service), one);
  return maps.map((map) => {
    const own = byName.get(nameKey(map.service));
    return own ? { ...map, downtimeSeconds: own.figure.months.at(-1)!.downtimeSeconds, causes: own.causes } : map;
  });
}
