/** Exports whose rows are not yet rows of a table: what a monitor saw beat by beat, and what a status page announced. */
import { looseName } from '../names';
import type { ExportFile, ExportRow, RowProblem, SkippedRow } from './export-file';
import { readMoment } from './dates';
import type { ImportProfile } from './profiles';

/** Turns an export's rows into rows of a table, as its profile says. */
export function shapeRows(file: ExportFile, profile: ImportProfile | null): ExportFile {
  if (profile?.shape === 'heartbeats') return heartbeats(file);
  return profile?.shape === 'announcements' ? announcements(file) : file;
}

const BEAT = { monitor: ['monitor_name', 'monitor', 'name', 'monitor_id'], status: ['status'], time: ['time', 'DateTime', 'Date time'], message: ['msg', 'Message'] } as const;
const ANNOUNCEMENT = { created: ['created_at'], started: ['started_at'], scheduled: ['scheduled_for'], status: ['status'] } as const;

/** Headings of a file that shaping its rows has used. `shapingHeadings(['time', 'msg', 'ping'], kuma) // ['time', 'msg']` */
export function shapingHeadings(headings: readonly string[], profile: ImportProfile | null): string[] {
  if (profile === null || profile.shape === null) return [];
  return Object.values(profile.shape === 'heartbeats' ? BEAT : ANNOUNCEMENT).flatMap((names) => headings[placeOf(headings, names)] ?? []);
}

/** The place of the first heading that is there; -1: none. */
function placeOf(headings: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const place = headings.findIndex((heading) => looseName(heading) === looseName(name));
    if (place >= 0) return place;
  }
  return -1;
}

/** What Uptime Kuma calls the state of a beat: in its table, and on its pages. */
const DOWN = new Set(['0', 'down']);
const UP = new Set(['1', 'up']);
const BETWEEN: Readonly<Record<string, string>> = { 2: 'pending', pending: 'pending', 3: 'maintenance', maintenance: 'maintenance' };

/**
 * Outages from beats: one begins with the first beat that is down and ends with the next that is up.
 * Beats that wait for a retry, and those in maintenance, change nothing.
 */
function heartbeats(file: ExportFile): ExportFile {
  const { headings } = file;
  const [monitor, status, time, message] = [BEAT.monitor, BEAT.status, BEAT.time, BEAT.message].map((names) => placeOf(headings, names)) as [number, number, number, number];
  const problems: RowProblem[] = [...file.problems];
  const skipped: SkippedRow[] = [...file.skipped];
  const beats: { readonly row: ExportRow; readonly at: number; readonly monitor: string }[] = [];
  for (const row of file.rows) {
    const state = row.cells[status]!.toLowerCase();
    const moment = readMoment(row.cells[time]!);
    const at = moment === null || moment.dmy === null || moment.dmy !== moment.mdy ? null : moment.dmy - (moment.offset ?? 0);
    if (at === null) problems.push({ line: row.line, column: headings[time]!, found: `“${row.cells[time]}”`, expected: 'a date and time such as 2026-10-07 09:12:44' });
    else if (DOWN.has(state) || UP.has(state)) beats.push({ row, at, monitor: monitor < 0 ? '' : row.cells[monitor]! });
    else if (Object.hasOwn(BETWEEN, state)) skipped.push({ line: row.line, why: `${BETWEEN[state]}: neither up nor down` });
    else problems.push({ line: row.line, column: headings[status]!, found: `“${row.cells[status]}”`, expected: 'up, down, pending or maintenance, or 0 to 3' });
  }
  // The file may be newest first; beats of one second stay as they stand.
  const inOrder = beats.map((beat, index) => ({ ...beat, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const open = new Map<string, { line: number; cells: string[] }>();
  const rows: { line: number; cells: string[] }[] = [];
  for (const { row, monitor: name } of inOrder) {
    const outage = open.get(name);
    const isDown = DOWN.has(row.cells[status]!.toLowerCase());
    if (isDown && !outage) {
      const begun = { line: row.line, cells: [name, row.cells[time]!, '', message < 0 ? '' : row.cells[message]!] };
      open.set(name, begun);
      rows.push(begun);
    } else if (isDown) skipped.push({ line: row.line, why: `still down since line ${outage!.line}` });
    else if (outage) {
      outage.cells[2] = row.cells[time]!;
      open.delete(name);
      skipped.push({ line: row.line, why: `ends the outage of line ${outage.line}` });
    } else skipped.push({ line: row.line, why: 'up: no outage' });
  }
  // A page of one monitor does not name it.
  return { headings: monitor < 0 ? ['Start', 'End', 'Cause'] : ['Item', 'Start', 'End', 'Cause'], rows: monitor < 0 ? rows.map(({ line, cells }) => ({ line, cells: cells.slice(1) })) : rows, problems, skipped };
}

/**
 * Announced work begins when it is scheduled for, and was announced when it was created; all else began
 * when it was created or, where the page says so, started. What is still to come is left out.
 */
function announcements(file: ExportFile): ExportFile {
  const { headings } = file;
  const [created, started, scheduled, status] = [ANNOUNCEMENT.created, ANNOUNCEMENT.started, ANNOUNCEMENT.scheduled, ANNOUNCEMENT.status].map((names) => placeOf(headings, names)) as [number, number, number, number];
  const skipped: SkippedRow[] = [...file.skipped];
  const rows = file.rows.flatMap(({ line, cells }): ExportRow[] => {
    const planned = scheduled >= 0 && cells[scheduled] !== '';
    if (planned && cells[status]?.toLowerCase() === 'scheduled') {
      skipped.push({ line, why: 'scheduled: has not begun' });
      return [];
    }
    const start = planned ? cells[scheduled]! : (started >= 0 && cells[started]) || cells[created]!;
    return [{ line, cells: [...cells, start, planned ? 'Yes' : 'No', planned ? cells[created]! : ''] }];
  });
  return { ...file, headings: [...headings, 'Start', 'Planned', 'Notified'], rows, skipped };
}
