import type { RowReference } from '../figures';
import { isUnreadable, nameKey } from '../names';
import { monthsUpTo } from '../performance/metrics';
import type { ProjectStatus } from '../portfolio/records';
import type { Records } from '../records';
import { type Catalogue, nameIn } from '../servicemap/catalogue';
import type { LocalDate } from '../time/records';
import { toLocal } from '../time/zone';
import type { Work } from '../work';
import { lastDateOf, monthNumber } from './months';
import type { Request } from './records';
import { endOf, isCountable, isOpenAt, isOver } from './request-dates';

/** A request that counts. */
export interface CountedRequest {
  readonly request: Request;
  /** As the tables write it; null: blank or unreadable. */
  readonly item: string | null;
  /** As `Projects` writes it; null: none, or none that is there. */
  readonly project: string | null;
  /** The project is approved, queued, in progress or done. */
  readonly budgeted: boolean;
  /** In the backlog at `date`. */
  readonly open: boolean;
  /** When it left the backlog, by `date`; null: it has not, or nobody says when. */
  readonly end: LocalDate | null;
}

/** Requests submitted by the end of the report month, or by As of where that is earlier. */
export interface RequestLog {
  readonly date: LocalDate;
  /** First dates of the last 13 months, oldest first. */
  readonly months: readonly LocalDate[];
  /** In the table's order. */
  readonly requests: readonly CountedRequest[];
  readonly rowsLeftOut: readonly RowReference[];
}

/** Rows between two pauses: a few milliseconds. */
export const ROWS_PER_STEP = 5000;
const BUDGETED: readonly ProjectStatus[] = ['Approved', 'Queued', 'In progress', 'Done'];

/**
 * Requests as they stood at the end of the report month. A row without a readable Submitted, Status or Closed counts
 * nowhere; one whose other cells cannot be read counts where they are not needed.
 */
export function* requestLogWork({ settings, requests: rows, projects }: Pick<Records, 'settings' | 'requests' | 'projects'>, catalogue: Catalogue): Work<RequestLog> {
  const today = toLocal(settings.asOf - 1, settings.zone).slice(0, 10);
  const endOfMonth = lastDateOf(monthNumber(settings.reportMonth));
  const date = today < endOfMonth ? today : endOfMonth;
  const projectOf = new Map(projects.map((project) => [nameKey(project.project), project]));
  const requests: CountedRequest[] = [];
  const rowsLeftOut: RowReference[] = [];
  for (const [index, request] of rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    if (!isUnreadable(request, 'submitted') && request.submitted > date) continue;
    const countable = isCountable(request);
    const end = endOf(request);
    if (!countable || (isOver(request) && end === null) || isUnreadable(request, 'item', 'businessUnit', 'source', 'category', 'planned', 'project', 'effortDays')) rowsLeftOut.push({ table: 'Requests', row: request.row });
    if (!countable) continue;
    const { item } = request;
    const project = request.project === null ? undefined : projectOf.get(nameKey(request.project));
    requests.push({
      request,
      item: item === null ? null : (nameIn(catalogue, nameKey(item)) ?? item.trim()),
      project: project?.project ?? null,
      budgeted: project !== undefined && !isUnreadable(project, 'status') && BUDGETED.includes(project.status),
      open: isOpenAt(request, date),
      end: end !== null && end <= date ? end : null,
    });
  }
  return { date, months: monthsUpTo(settings.reportMonth, 13), requests, rowsLeftOut };
}

/** Requests of the last 12 months, the report month included. */
export function submittedInYear({ requests, months }: RequestLog): CountedRequest[] {
  return requests.filter(({ request }) => request.submitted >= months[1]!);
}
