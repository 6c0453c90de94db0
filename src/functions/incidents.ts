/** The share of incidents within their limits, from the arguments of WITHIN. */
import { incidentResult, type IncidentLimit } from '../domain/agreements/incident-clock';
import { instantArgument, numberArgument } from './arguments';
import { calendarArgument, type CalendarArguments } from './calendars';
import { cellOf, gridOf, isBlank, listOf, type Listed } from './cells';
import { invalid, notMeasurable } from './errors';
import { readingFor } from './measure';

/** The arguments of WITHIN, as Excel gives them. */
export interface WithinArguments extends CalendarArguments {
  readonly opened: unknown;
  readonly closed: unknown;
  readonly limit: unknown;
  readonly hold?: unknown;
  readonly asof?: unknown;
  readonly zone?: unknown;
  readonly comparator: IncidentLimit['comparator'];
}

/**
 * Incidents whose clock stayed within the limit ÷ all that are decided. An incident that is still open
 * is decided once it is past its limit. Rows that are blank throughout are no incidents.
 *
 * @throws `#VALUE!` naming argument and row; `#N/A` where no incident is decided
 */
export async function shareWithin(given: WithinArguments): Promise<number> {
  const reading = await readingFor(given.zone);
  const calendar = calendarArgument(given, reading);
  const asOf = instantArgument('asof', cellOf(given.asof), reading);
  const opened = listOf(given.opened);
  const closed = beside('closed', given.closed, given.opened);
  const limits = single(given.limit) ?? beside('limit', given.limit, given.opened);
  const hold = single(given.hold);
  const holds = hold && isBlank(hold.cell) ? null : beside('hold', given.hold, given.opened);

  let within = 0;
  let missed = 0;
  opened.forEach((start, index) => {
    const end = closed[index]!;
    const pause = holds?.[index];
    if (isBlank(start.cell) && isBlank(end.cell) && isBlank(pause?.cell ?? null)) return;
    const from = instantArgument('opened', start.cell, reading, start);
    const until = instantArgument('closed', end.cell, reading, end);
    if (from === null) throw invalid(`opened, ${start.place} is blank.`);
    if (until === null && asOf === null) throw invalid(`asof is needed: closed, ${end.place} is blank, so the incident is open.`);
    if (until !== null && until < from) throw invalid(`closed, ${end.place} is before opened.`);
    const onHoldMinutes = pause ? (numberArgument('hold', pause.cell, pause) ?? 0) : 0;
    if (onHoldMinutes < 0) throw invalid(`hold, ${pause!.place} is ${onHoldMinutes}; expected 0 or more.`);
    const limit = limitOf(Array.isArray(limits) ? limits[index]! : limits);
    const incident = { row: index + 1, incident: '', item: '', opened: from, responded: null, resolved: until, severity: null, onHoldMinutes, customer: null, businessUnit: null, description: null };
    const result = incidentResult(incident, [], { metric: 'Resolved within', amount: limit, unit: 'minutes', comparator: given.comparator, calendar, zone: reading.zone }, asOf ?? Infinity);
    if (result?.outcome === 'within') within += 1;
    if (result?.outcome === 'missed') missed += 1;
  });
  if (within + missed === 0) throw notMeasurable('No incident is decided.');
  return within / (within + missed);
}

/** 0 is no limit: it may be a blank cell. */
function limitOf(listed: Listed): number {
  const limit = numberArgument('limit', listed.cell, listed) ?? 0;
  if (limit <= 0) throw invalid(`limit, ${listed.place} is ${isBlank(listed.cell) ? '0 or blank' : limit}; expected minutes above 0.`);
  return limit;
}

/** The one cell of an argument; null where it has several. */
function single(argument: unknown): Listed | null {
  const all = listOf(argument);
  return all.length === 1 ? all[0]! : null;
}

/** The cells of an argument that must be as large as the column of openings. */
function beside(name: string, argument: unknown, opened: unknown): Listed[] {
  const [own, other] = [gridOf(argument), gridOf(opened)];
  if (own.length !== other.length || own[0]?.length !== other[0]?.length) throw invalid(`${name} is ${sizeOf(own)}, opened is ${sizeOf(other)}.`);
  return listOf(argument);
}

/** @example sizeOf([[1], [2]]) // '2 × 1 cells' */
function sizeOf(grid: readonly (readonly unknown[])[]): string {
  return `${grid.length} × ${grid[0]?.length ?? 0} cells`;
}
