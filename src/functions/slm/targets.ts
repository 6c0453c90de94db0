/** Custom functions about what was promised: budgets, statuses, incidents within their limits, and what a miss costs. */
import { creditShare, rebateHours, toCent } from '../../domain/agreements/credit-tiers';
import { errorBudget as errorBudgetOf } from '../../domain/agreements/error-budget';
import { statusOf } from '../../domain/agreements/verdict';
import { choiceArgument, figureArgument, numberArgument, requiredNumber, requiredShare, shareArgument } from '../arguments';
import { cellOf, forEachCell, gridOf, isBlank, type Cell } from '../cells';
import { invalid, notMeasurable } from '../errors';
import { shareWithin } from '../incidents';
import { tiersArgument } from '../tiers';

/**
 * How a figure compares with its target.
 * @customenum {string}
 */
enum Comparator {
  /** At least the target. */
  atLeast = ">=",
  /** More than the target. */
  above = ">",
  /** At most the target. */
  atMost = "<=",
  /** Less than the target. */
  below = "<",
}

/**
 * How the clock of an incident compares with its limit.
 * @customenum {string}
 */
enum LimitComparator {
  /** At most the limit. */
  atMost = "<=",
  /** Less than the limit. */
  below = "<",
}

/**
 * Met, At risk, Missed or Not measurable. Example: =SLM.STATUS(C2, ">=", 99.9%, D2)
 * @customfunction STATUS
 * @param actual The figure; an error value means not measurable.
 * @param comparator How it must compare with the target: ">=", ">", "<=" or "<".
 * @param target The target.
 * @param [budgetLeft] Share of the error budget that is left, such as 25%, where the period still runs.
 * @param [amberMargin] Share at or below which it is at risk; omitted: 25%.
 * @returns A word.
 */
export function status(actual: unknown[][], comparator: Comparator, target: unknown[][], budgetLeft?: unknown[][], amberMargin?: unknown): unknown[][] {
  const compared = choiceArgument('comparator', comparator, Object.values(Comparator));
  if (compared === null) throw invalid('comparator is blank; expected >=, >, <= or <.');
  const margin = shareArgument('amber margin', cellOf(amberMargin)) ?? undefined;
  return forEachCell({ actual, target, 'budget left': budgetLeft }, (actualCell, targetCell, leftCell) => {
    const goal = requiredNumber('target', targetCell);
    const left = numberArgument('budget left', leftCell);
    const isError = typeof actualCell === 'string' && actualCell.startsWith('#');
    return statusOf(isError || (isBlank(actualCell) && actualCell !== 0) ? null : requiredNumber('actual', actualCell), compared, goal, left, margin);
  });
}

/**
 * The error budget of a target, in four cells: allowed, used, left, burn rate. Example: =SLM.ERRORBUDGET(99.9%, A2, B2, C2)
 * @customfunction ERRORBUDGET
 * @param target The target, such as 99.9%, or a column of them.
 * @param agreed Minutes of agreed time of the whole period.
 * @param elapsed Minutes of agreed time so far.
 * @param downtime Minutes of downtime so far.
 * @returns Minutes allowed, used and left, and the burn rate.
 */
export function errorBudget(target: unknown[][], agreed: unknown[][], elapsed: unknown[][], downtime: unknown[][]): unknown[][] {
  const named = { target, agreed, elapsed, downtime };
  for (const [name, argument] of Object.entries(named)) {
    const columns = gridOf(argument)[0]?.length ?? 0;
    if (columns > 1) throw invalid(`${name} has ${columns} columns; expected one, since a budget fills a row of four cells.`);
  }
  const budgets = forEachCell(named, (targetCell, agreedCell, elapsedCell, downtimeCell) => {
    const whole = figureArgument('agreed', agreedCell);
    const soFar = figureArgument('elapsed', elapsedCell);
    const down = figureArgument('downtime', downtimeCell);
    notAbove('elapsed', soFar, 'agreed', whole);
    notAbove('downtime', down, 'elapsed', soFar);
    const { allowed, used, left, burnRate } = errorBudgetOf(requiredShare('target', targetCell), whole, soFar, down);
    return [allowed, used, left, burnRate ?? notMeasurable('There is no burn rate where nothing is allowed, or no time has gone.')];
  });
  return budgets.map(([budget]) => (Array.isArray(budget) ? budget : [budget, budget, budget, budget]));
}

/**
 * Share of incidents whose clock, in service time, stayed within the limit. Example: =SLM.WITHIN(Incidents[Opened], Incidents[Resolved], 120, ServiceHours[#All], Holidays[#All])
 * @customfunction WITHIN
 * @param opened When each incident was opened.
 * @param closed When each was closed, as many cells; blank: still open.
 * @param limit Minutes of service time, one limit or one for each incident.
 * @param [hours] Service hours with their header row, such as ServiceHours[#All]; omitted: around the clock.
 * @param [holidays] Holidays with their header row, such as Holidays[#All].
 * @param [hold] Minutes of service time on hold, one for each incident.
 * @param [asof] Until when the clocks of open incidents run; needed where one is open.
 * @param [zone] Time zone of the dates, such as "Europe/Berlin"; omitted: UTC.
 * @param [calendar] Name of the calendar, where the tables hold more than one.
 * @param [comparator] "<=" (default): within the limit; "<": less than the limit.
 * @returns A share; #N/A where no incident is decided.
 */
export async function within(opened: unknown[][], closed: unknown[][], limit: unknown[][], hours?: unknown[][], holidays?: unknown[][], hold?: unknown[][], asof?: unknown, zone?: unknown, calendar?: unknown, comparator?: LimitComparator): Promise<number> {
  const compared = choiceArgument('comparator', comparator, Object.values(LimitComparator)) ?? '<=';
  return shareWithin({ opened, closed, limit, hours, holidays, hold, asof, zone, calendar, comparator: compared });
}

/**
 * Share of the fee that is credited at an availability: of the tier with the smallest Below above it. Example: =SLM.CREDIT(99.2%, Credits[#All])
 * @customfunction CREDIT
 * @param availability What was delivered, such as 99.2%, or a column of it.
 * @param tiers Tiers with their header row: Below and Credit, such as Credits[#All].
 * @returns A share; 0 where none is due.
 */
export function credit(availability: unknown[][], tiers: unknown[][]): unknown[][] {
  const known = tiersArgument(tiers);
  return forEachCell({ availability }, (cell) => creditShare(figureShare('availability', cell), known));
}

/**
 * Money for the hours of downtime beyond what a target allows, to the cent. Example: =SLM.REBATE(99.5%, A2, B2, 50, 400)
 * @customfunction REBATE
 * @param target The target, such as 99.5%, or a column of them.
 * @param agreed Minutes of agreed time.
 * @param downtime Minutes of downtime.
 * @param rate Rebate per hour per unit.
 * @param [units] How many units are charged; omitted: 1.
 * @returns Money.
 */
export function rebate(target: unknown[][], agreed: unknown[][], downtime: unknown[][], rate: unknown[][], units?: unknown[][]): unknown[][] {
  return forEachCell({ target, agreed, downtime, rate, units }, (targetCell, agreedCell, downtimeCell, rateCell, unitsCell) => {
    const whole = figureArgument('agreed', agreedCell);
    const down = figureArgument('downtime', downtimeCell);
    notAbove('downtime', down, 'agreed', whole);
    const perHour = figureArgument('rate', rateCell);
    const many = unitsCell === null ? 1 : figureArgument('units', unitsCell);
    // A blank cell that Excel turned into 0 would take the rebate away.
    if (many === 0) throw invalid('units is 0 or blank; expected a number above 0.');
    return toCent(rebateHours(requiredShare('target', targetCell), whole * 60, down * 60) * perHour * many);
  });
}

/** A share that another cell worked out; `#N/A` where it is not measurable. */
function figureShare(name: string, cell: Cell): number {
  figureArgument(name, cell);
  return requiredShare(name, cell);
}

/** Minutes that cannot be more than others of which they are part, but for what adding them up may lose. */
function notAbove(partName: string, part: number, wholeName: string, whole: number): void {
  if (part > whole * (1 + 1e-9)) throw invalid(`${partName} is ${part}, more than ${wholeName}, ${whole}.`);
}
