import type { RowReference } from '../figures';
import { addTo } from '../grouping';
import { firstByName, isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import type { Objective } from './records';

/** Which objectives a process supports, and the rows that could not be used for it. */
export interface ObjectiveSupport {
  /** Process key → keys of objectives: those that it supports directly, and the business objectives that these serve. */
  readonly objectives: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objective key → its row, in the order of `Objectives`. */
  readonly byName: ReadonlyMap<string, Objective>;
  readonly rowsLeftOut: readonly RowReference[];
}

/**
 * The objectives that processes support: by rows of `Supports` from a process to an objective, and on
 * to the objectives that these serve. Objectives that serve each other in a circle do no harm.
 *
 * A layer that is left blank is the one in which the name stands; a row without layers that leads from
 * a service to a process is none. Of objectives with one name the first counts.
 */
export function objectiveSupport({ objectives, processes, services, supports }: Pick<Records, 'objectives' | 'processes' | 'services' | 'supports'>): ObjectiveSupport {
  const byName = firstByName(objectives.filter((row) => !isUnreadable(row, 'objective')), ({ objective }) => objective);
  const rowsLeftOut: RowReference[] = [];
  for (const objective of objectives) {
    if (byName.get(nameKey(objective.objective)) !== objective || isUnreadable(objective, 'serves')) rowsLeftOut.push({ table: 'Objectives', row: objective.row });
  }
  const processKeys = new Set(processes.map(({ process }) => nameKey(process)));
  const serviceKeys = new Set(services.map(({ service }) => nameKey(service)));
  const direct = new Map<string, string[]>();
  for (const row of supports) {
    const [from, to] = [nameKey(row.from), nameKey(row.to)];
    const fromLayer = isUnreadable(row, 'fromLayer') ? null : row.fromLayer;
    const toLayer = isUnreadable(row, 'toLayer') ? null : row.toLayer;
    if ((fromLayer ?? 'Process') !== 'Process' || (toLayer ?? 'Objective') !== 'Objective') continue;
    const isSaid = fromLayer !== null || toLayer !== null;
    const isBetween = (isUnreadable(row, 'from') || processKeys.has(from)) && (isUnreadable(row, 'to') || byName.has(to));
    if (!isBetween || isUnreadable(row, 'from', 'to', 'fromLayer', 'toLayer')) {
      if (isBetween || isSaid) rowsLeftOut.push({ table: 'Supports', row: row.row });
    } else if (isSaid || !serviceKeys.has(from) || !processKeys.has(to)) addTo(direct, from, to);
  }
  const found = new Map<string, ReadonlySet<string>>();
  for (const [process, supported] of direct) {
    const reached = new Set(supported);
    // A set is walked to its end while it grows.
    for (const key of reached) {
      const objective = byName.get(key)!;
      const served = objective.serves === null || isUnreadable(objective, 'serves') ? '' : nameKey(objective.serves);
      if (byName.has(served)) reached.add(served);
    }
    found.set(process, reached);
  }
  return { objectives: found, byName, rowsLeftOut };
}
