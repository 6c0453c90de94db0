/**
 * The figures behind every report, unrounded. Reports, the pane and the command line's `figures`
 * show these and compute nothing of their own.
 */
import type { AgreementType, Comparator } from './agreements/records';
import type { PlannedTimeRule } from './availability/records';
import type { Better } from './performance/records';
import type { Section, ServicePriority, ServiceType } from './servicemap/records';
import type { Instant, Interval, LocalDate, PeriodKind } from './time/records';

/** Raised when a field changes its meaning or goes; new fields may come without it. */
export const FIGURES_SCHEMA = 'plumbline.figures/1';

export type TargetStatus = 'Met' | 'Met, incomplete data' | 'At risk' | 'Missed' | 'Not measurable';

/** A row of one of the user's tables. `row` is the worksheet row, 1-based. */
export interface RowReference {
  readonly table: string;
  readonly row: number;
}

/** An outage row that bears on a figure. */
export interface CountedOutage extends RowReference {
  /** The item of the row: the agreement's own, or one beneath it. */
  readonly item: string;
  readonly start: Instant;
  /** null: still open. */
  readonly end: Instant | null;
  readonly impact: number;
  readonly planned: boolean;
  readonly cause: string | null;
  /**
   * Downtime in seconds, weighted by impact, that is put down to this row: where rows overlap, to the
   * one with the largest impact, then the one that began first, so that a list adds up to its downtime.
   */
  readonly countedSeconds: number;
  /** It began before the window did. */
  readonly carriedOver: boolean;
}

/** A row that was set aside by hand (`Counts` = No), with its reason. */
export interface SetAsideOutage extends RowReference {
  readonly item: string;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly reason: string;
}

/** An incident that missed its limit. Clock and limit in seconds of service time. */
export interface MissedIncident extends RowReference {
  readonly incident: string;
  readonly clockSeconds: number;
  readonly limitSeconds: number;
}

export interface Budget {
  /** `seconds` for Availability, Downtime minutes and Longest outage; `breaks` for Breaks. */
  readonly unit: 'seconds' | 'breaks';
  /** Of the whole period. */
  readonly allowed: number;
  readonly used: number;
  /** Negative when overspent. */
  readonly left: number;
  /** used ÷ allowed; null when nothing is allowed. */
  readonly usedShare: number | null;
  /** Share of the budget used per share of the agreed time gone; null where not measurable. */
  readonly burnRate: number | null;
}

/** The target applied to one calendar month. */
export interface MonthVerdict {
  /** First date of the month. */
  readonly month: LocalDate;
  /** null: no agreement was in force. */
  readonly status: 'Met' | 'Missed' | 'Not measurable' | null;
  readonly actual: number | null;
}

/** One target of one agreement, for the report month. */
export interface TargetFigure {
  readonly agreement: string;
  readonly agreementType: AgreementType;
  readonly item: string;
  readonly customer: string | null;
  readonly targetRow: RowReference;
  /** One of TARGET_METRICS, or a metric by name. */
  readonly metric: string;
  readonly severity: string | null;
  /** In seconds, for "… within" targets on minutes and hours; null otherwise. */
  readonly limitSeconds: number | null;
  readonly comparator: Comparator;
  /** A share for Availability and "… within"; otherwise in the metric's unit. */
  readonly target: number;
  readonly windowKind: PeriodKind;
  readonly hours: string | null;
  readonly rule: PlannedTimeRule;
  /** The whole period that is judged. */
  readonly period: Interval;
  /** What is measured so far: [period start, the earliest of period end, month end and As of). */
  readonly window: Interval;
  readonly toDate: boolean;
  /** Agreed service time of the window, and of the whole period. */
  readonly agreedSeconds: number;
  readonly agreedSecondsOfPeriod: number;
  /** Planned time inside service time of the window, whether it leaves the denominator or not. */
  readonly plannedSeconds: number;
  /** Weighted by impact. */
  readonly downtimeSeconds: number;
  /** At any impact. */
  readonly impairedSeconds: number;
  readonly breaks: number;
  readonly longestOutageSeconds: number;
  readonly mtrsSeconds: number | null;
  readonly mtbfSeconds: number | null;
  readonly availability: number | null;
  /** The figure that is compared with the target, in the target's unit; null: not measurable. */
  readonly actual: number | null;
  /** The same target one report month earlier; null: not measurable or no agreement. */
  readonly previous: number | null;
  readonly previousStatus: TargetStatus | null;
  readonly budget: Budget | null;
  readonly status: TargetStatus;
  /** Incidents that count for this target: opened, within the limit, still open inside the limit. */
  readonly opened: number;
  readonly within: number;
  readonly pending: number;
  /** Share of agreed time for which there is data; 1 where outages are recorded. */
  readonly completeness: number;
  /** A row of `Uptime` crosses the window's edge: its downtime was shared out by agreed time. */
  readonly prorated: boolean;
  /** The last 12 calendar months, oldest first, the report month last. */
  readonly months: readonly MonthVerdict[];
  /** Months met, and months that could be measured, of those 12. */
  readonly monthsMet: number;
  readonly monthsMeasured: number;
  readonly outages: readonly CountedOutage[];
  readonly setAside: readonly SetAsideOutage[];
  readonly missedIncidents: readonly MissedIncident[];
  readonly rowsLeftOut: readonly RowReference[];
  /** Part of the window was measured by the rules of an agreement that this one replaces. */
  readonly measuredUnder: readonly string[];
}

/** A service's own month, by its SLA's rules or, without one, 24×7 with every row counted. */
export interface ServiceFigure {
  readonly service: string;
  readonly priority: ServicePriority | null;
  readonly agreement: string | null;
  /** The last 12 months and the same month a year before, oldest first (13 in all). */
  readonly months: readonly {
    readonly month: LocalDate;
    readonly agreedSeconds: number;
    readonly downtimeSeconds: number;
    readonly availability: number | null;
    readonly breaks: number;
    readonly longestOutageSeconds: number;
    readonly mtrsSeconds: number | null;
    readonly mtbfSeconds: number | null;
  }[];
}

export type MetricStatus = 'On target' | 'Off target' | 'Off, getting worse' | 'Getting worse' | 'No target' | 'No data';
export type CsfStatus = 'Act now' | 'Needs attention' | 'Supports the business' | 'No data';
export type TrendWord = 'Improving' | 'Worsening' | 'Steady' | 'Too short to tell';

export interface Trend {
  readonly word: TrendWord;
  /** Theil–Sen slope per month; null when too short. */
  readonly slope: number | null;
  /** Mann–Kendall S, z and two-sided p. */
  readonly s: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly points: number;
}

/** One metric of a critical success factor. */
export interface MetricFigure {
  readonly metric: string;
  readonly csf: string;
  readonly better: Better;
  readonly unit: string | null;
  readonly target: number | null;
  readonly owner: string | null;
  readonly current: number | null;
  readonly previous: number | null;
  readonly change: number | null;
  readonly yearAgo: number | null;
  /** The last 13 months, oldest first; null where there is no value. */
  readonly values: readonly { readonly month: LocalDate; readonly value: number | null }[];
  readonly trend: Trend;
  readonly status: MetricStatus;
  /** Off target in this and the previous month that has a value. */
  readonly offTwice: boolean;
  /** An open improvement for this metric, if any. */
  readonly improvement: string | null;
  readonly rowsLeftOut: readonly RowReference[];
}

export interface CsfFigure {
  readonly csf: string;
  readonly meaning: string | null;
  readonly objective: string | null;
  readonly owner: string | null;
  readonly status: CsfStatus;
  readonly metrics: readonly MetricFigure[];
  /** What the data says: one or two sentences that a reader can check against the figures. */
  readonly insight: string;
}

/** A line of a service map. */
export interface MapLine {
  readonly section: 'Customers' | Section;
  readonly name: string;
  readonly category: string | null;
  readonly owner: string | null;
  readonly supplier: string | null;
  readonly users: number | null;
  /** Agreements in force on this item. */
  readonly agreements: readonly string[];
  /** 1: the service depends on it directly. */
  readonly depth: number;
  /** Which direct dependency leads to it; null at depth 1. */
  readonly through: string | null;
  /** `2 of 3`, where a group stands; null otherwise. */
  readonly group: string | null;
}

export interface ServiceMapFigure {
  readonly service: string;
  readonly type: ServiceType;
  readonly priority: ServicePriority | null;
  readonly itOwner: string | null;
  readonly businessOwner: string | null;
  readonly lines: readonly MapLine[];
  /** Names on a cycle that this service stands on, in order, the first repeated at the end; empty: none. */
  readonly cycle: readonly string[];
}

/** How many rows of a table were read and how many of them bear on no figure. */
export interface TableCount {
  readonly table: string;
  readonly rows: number;
  readonly leftOut: number;
}

export interface Figures {
  readonly schema: typeof FIGURES_SCHEMA;
  readonly organisation: string;
  /** First date of the report month. */
  readonly month: LocalDate;
  /** [month start, the earlier of month end and As of). */
  readonly window: Interval;
  readonly asOf: Instant;
  readonly zone: string;
  readonly currency: string;
  readonly amberMargin: number;
  readonly targets: readonly TargetFigure[];
  readonly services: readonly ServiceFigure[];
  readonly csfs: readonly CsfFigure[];
  readonly maps: readonly ServiceMapFigure[];
  readonly tables: readonly TableCount[];
}
