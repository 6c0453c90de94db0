import type { RowReference } from '../figures';
import { firstByName, isUnreadable, nameKey } from '../names';
import type { Records } from '../records';
import type { Service } from '../servicemap/records';
import type { Process, Support } from './records';

/** A process and the services that support it directly. */
export interface SupportedProcess {
  readonly process: Process;
  /** Null: blank, or it cannot be read. */
  readonly costPerHour: number | null;
  /** In the order of `Supports`, each once. */
  readonly services: readonly Service[];
}

/** Processes with their services, and the rows that could not be used for it. */
export interface ProcessSupport {
  readonly processes: readonly SupportedProcess[];
  readonly rowsLeftOut: readonly RowReference[];
}

/**
 * Which services support which process directly: the rows of `Supports` from a service to a process.
 *
 * A layer that is left blank is the one in which the name stands; a name in several layers is read so
 * that the row leads one layer up. Of processes or services with one name the first counts.
 */
export function processSupport(records: Pick<Records, 'processes' | 'services' | 'supports'>): ProcessSupport {
  const rowsLeftOut: RowReference[] = [];
  const services = firstByName(records.services, ({ service }) => service);
  const processes = firstByName(records.processes.filter((row) => !isUnreadable(row, 'process')), ({ process }) => process);
  const found = new Map<string, { readonly process: Process; readonly costPerHour: number | null; readonly services: Set<Service> }>();
  for (const process of records.processes) {
    const key = nameKey(process.process);
    const isNamed = processes.get(key) === process;
    const cost = process.downtimeCostPerHour;
    const isReadable = !isUnreadable(process, 'downtimeCostPerHour') && (cost === null || cost >= 0);
    if (!isNamed || !isReadable) rowsLeftOut.push({ table: 'Processes', row: process.row });
    if (isNamed) found.set(key, { process, costPerHour: isReadable ? cost : null, services: new Set() });
  }
  for (const support of records.supports) {
    const bearing = bearingOf(support, services, found);
    if (bearing === 'left out') rowsLeftOut.push({ table: 'Supports', row: support.row });
    else if (bearing === 'supports') found.get(nameKey(support.to))!.services.add(services.get(nameKey(support.from))!);
  }
  return { processes: [...found.values()].map((one) => ({ ...one, services: [...one.services] })), rowsLeftOut };
}

/** Whether a row leads from a service to a process, belongs to other layers, or should and cannot be read. */
function bearingOf(row: Support, services: ReadonlyMap<string, unknown>, processes: ReadonlyMap<string, unknown>): 'supports' | 'other layers' | 'left out' {
  const fromLayer = isUnreadable(row, 'fromLayer') ? null : row.fromLayer;
  const toLayer = isUnreadable(row, 'toLayer') ? null : row.toLayer;
  if ((fromLayer ?? 'Service') !== 'Service' || (toLayer ?? 'Process') !== 'Process') return 'other layers';
  const mayLeaveService = isUnreadable(row, 'from') || services.has(nameKey(row.from));
  const mayReachProcess = isUnreadable(row, 'to') || processes.has(nameKey(row.to));
  if (mayLeaveService && mayReachProcess) return isUnreadable(row, 'from', 'to', 'fromLayer', 'toLayer') ? 'left out' : 'supports';
  if (fromLayer !== null || toLayer !== null) return 'left out';
  // A process supports objectives, one of which may be called as a process is; anything else beneath a process should be a service.
  return mayReachProcess && !processes.has(nameKey(row.from)) ? 'left out' : 'other layers';
}
