import type { RowReference } from '../../figures';
import { isUnreadable, nameKey } from '../../names';
import type { Records } from '../../records';
import type { LocalDate } from '../../time/records';
import { firstDateOf, monthNumber } from '../months';

/** A row that is closed stands for its recommendation for so many months, the report month included. */
const MONTHS_CLOSED = 12;

/**
 * Finds the row of `Projects` or `Improvements` that a recommendation was sent to; of several the first.
 *
 * One that is open stands for it for as long as it is there, so that nothing is sent twice. One that is Done, Rejected or
 * Dropped stands for it until it was closed twelve months ago (End date, else Approved date, else Start date; of an
 * improvement Closed date, else Opened). Without such a date a Done one is past, while a Rejected or Dropped one stands: the answer
 * was no, and nobody says when. What is found after that is a finding of its own, with a name of its own.
 *
 * @returns the name under which a finding stands, and its row; null: not sent
 * @example
 * // Projects 7: Source “More capacity: Array (TB)”, Done, End date 2024-03-31
 * sentRows(records)('More capacity: Array (TB)') // { name: 'More capacity: Array (TB) (again)', sent: null }
 */
export function sentRows({ projects, improvements, settings }: Pick<Records, 'projects' | 'improvements' | 'settings'>): (name: string) => { readonly name: string; readonly sent: RowReference | null } {
  const since = firstDateOf(monthNumber(settings.reportMonth) - MONTHS_CLOSED + 1);
  const rows = new Map<string, RowReference | 'past'>();
  const add = (name: string | null, row: RowReference | 'past'): void => {
    const key = nameKey(name ?? '');
    if (key !== '' && (rows.get(key) ?? 'past') === 'past') rows.set(key, row);
  };
  const isPast = (closed: 'done' | 'refused' | null, dates: readonly (LocalDate | null)[]): boolean => {
    const date = dates.find((one) => one !== null);
    return closed !== null && (date === undefined ? closed === 'done' : date! < since);
  };
  for (const project of projects) {
    const closed = isUnreadable(project, 'status') ? null : project.status === 'Done' ? 'done' : project.status === 'Rejected' ? 'refused' : null;
    const row = isPast(closed, [project.endDate, project.approvedDate, project.startDate]) ? 'past' : { table: 'Projects', row: project.row };
    if (!isUnreadable(project, 'source')) add(project.source, row);
    if (!isUnreadable(project, 'project')) add(project.project, row);
  }
  for (const improvement of improvements) {
    if (isUnreadable(improvement, 'improvement')) continue;
    const closed = isUnreadable(improvement, 'status') ? null : improvement.status === 'Done' ? 'done' : improvement.status === 'Dropped' ? 'refused' : null;
    add(improvement.improvement, isPast(closed, [improvement.closedDate, improvement.opened]) ? 'past' : { table: 'Improvements', row: improvement.row });
  }
  return (plain) => {
    let name = plain;
    for (let times = 1; rows.get(nameKey(name)) === 'past'; times++) name = times === 1 ? `${plain} (again)` : `${plain} (again ${times})`;
    const row = rows.get(nameKey(name));
    return { name, sent: row === undefined || row === 'past' ? null : row };
  };
}
