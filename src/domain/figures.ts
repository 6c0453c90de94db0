/**
 * The figures behind every report, unrounded. Reports, the pane and the command line's `figures`
 * show these and compute nothing of their own.
 */
import type { AgreementType, Comparator } from './agreements/records';
import type { PlannedTimeRule } from './availability/records';
import type { DemandFigures } from './demand/figures';
import type { Better } from './performance/records';
import type { PortfolioFigures } from './portfolio/figures';
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
  /** It has no end, and a later outage of the item or more than 7 days say that the end was forgotten. */
  readonly forgotten: boolean;
  /** Why seconds of a row marked Planned are ordinary downtime here; null: none are, or it is not marked. */
  readonly lateBecause: 'no notice' | 'short notice' | 'ran over' | null;
  /** When planned work was announced; null: not known, or not planned. */
  readonly notified: Instant | null;
  /** Days of notice that were agreed, where its lack is why the row counts; else null. */
  readonly noticeDays: number | null;
  /** The breaks of the window that it is part of, numbered from 1 by their start. */
  readonly breaks: readonly number[];
}

/** The stretch of a window with the most downtime. */
export interface WorstStretch extends Interval {
  /** What it is made of: seconds down at so great an impact, the largest impact first. They add up to its downtime. */
  readonly parts: readonly { readonly seconds: number; readonly impact: number }[];
}

/** A row that was set aside by hand (`Counts` = No), with its reason. */
export interface SetAsideOutage extends RowReference {
  readonly item: string;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly reason: string;
}

/** An incident, or a request (`table` is then `Requests`), that missed its limit. */
export interface MissedIncident extends RowReference {
  /** Its key. */
  readonly incident: string;
  /** Of a request: the start of the date from which its clock runs. */
  readonly opened: Instant;
  /** Of a request: its change type. */
  readonly severity: string | null;
  /** Of a request: its title. */
  readonly description: string | null;
  /** Seconds of service time; of a request, whose clock counts dates, 86,400 for each. */
  readonly clockSeconds: number;
  readonly limitSeconds: number;
  /**
   * For limits in days, else null: business days of a request, whole; of an incident its clock in days
   * as long as those of its limit, above `limitDays` when it is above the limit, null where that has no length.
   */
  readonly clockDays: number | null;
  readonly limitDays: number | null;
}

/** Planned time inside service time, so that a reader can go from service hours to agreed time. */
export interface PlannedStretch {
  readonly kind: 'Maintenance' | 'Planned outage';
  /** Uncut. */
  readonly start: Instant;
  readonly end: Instant;
  /** Planned seconds put down to it; what lies in several belongs to the first, maintenance before outages. All add up to `plannedSeconds`. */
  readonly seconds: number;
  /** The row of `Maintenance` or `Outages`. */
  readonly row: RowReference | null;
  /** When it was announced; null: not known, or not asked for. */
  readonly notified: Instant | null;
  readonly cause: string | null;
}

/** Service hours of a window as days × hours: with planned time they add up to the agreed time. */
export interface ServiceDays {
  /** Local dates of the hours' zone on which so many seconds of service time begin. */
  readonly days: number;
  readonly secondsEach: number;
}

/** Where a target will stand at the end of its period if things go on as they went so far. */
export interface Forecast {
  /** In the target's unit. */
  readonly actual: number;
  readonly verdict: 'Met' | 'Missed';
  /** When the budget will be used up at today's rate, within the period; null: not before its end, or already. */
  readonly exhausted: Instant | null;
}

/** How steady the last 12 months were, the target applied to each calendar month. */
export interface Consistency {
  readonly met: number;
  readonly measured: number;
  /** Longest run of months met; a month that is not measurable neither breaks nor lengthens it. */
  readonly longestRun: number;
  /** The month furthest from the target; null: none measurable. */
  readonly worst: { readonly month: LocalDate; readonly actual: number } | null;
  /** Sample standard deviation of the monthly figure, in its unit; null: fewer than two. */
  readonly standardDeviation: number | null;
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

/** The target applied to one calendar month: that of the agreement in force at its end. */
export interface MonthVerdict {
  /** First date of the month. */
  readonly month: LocalDate;
  /** null: no agreement was in force. */
  readonly status: 'Met' | 'Missed' | 'Not measurable' | null;
  readonly actual: number | null;
  /** What was promised then: an agreement that this one replaced may have promised something else. */
  readonly target: number;
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
  /** In business days, for "… within" targets on days; null otherwise. */
  readonly limitDays: number | null;
  /** Length of the stretch of a `Waiting in any` target, in seconds; null otherwise. */
  readonly inAnySeconds: number | null;
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
  /** Those of them that left the agreed time: all under `Excluded`, else none, unless the rules changed within the window. */
  readonly excludedSeconds: number;
  /** Weighted by impact. */
  readonly downtimeSeconds: number;
  /** At any impact. */
  readonly impairedSeconds: number;
  readonly breaks: number;
  readonly longestOutageSeconds: number;
  readonly mtrsSeconds: number | null;
  readonly mtbfSeconds: number | null;
  /** Of a `Waiting in any` target: the stretch that its figure comes from; null: no downtime, or another metric. */
  readonly worst: WorstStretch | null;
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
  readonly consistency: Consistency;
  /** Null: the period is over, nothing is measurable yet, or the metric does not grow with time. */
  readonly forecast: Forecast | null;
  /** Of the window, for metrics that outages decide; else empty. */
  readonly serviceDays: readonly ServiceDays[];
  /** Dates of the window's holidays that removed or changed hours. */
  readonly holidays: readonly LocalDate[];
  /** What `plannedSeconds` is made of. */
  readonly planned: readonly PlannedStretch[];
  readonly outages: readonly CountedOutage[];
  readonly setAside: readonly SetAsideOutage[];
  readonly missedIncidents: readonly MissedIncident[];
  readonly rowsLeftOut: readonly RowReference[];
  /** Part of the window was measured by the rules of an agreement that this one replaces. */
  readonly measuredUnder: readonly string[];
}

/** A row of `Targets` that says too little to be judged. */
export interface UnreadableTarget extends RowReference {
  /** Fields that cannot be read, of metric, comparator, target and window. */
  readonly fields: readonly string[];
}

export type AgreementState = 'In force' | 'Draft' | 'Not begun' | 'Ended' | 'Retired';
export type ReviewState = 'Reviewed' | 'Due soon' | 'Overdue' | 'Never reviewed';

/** Money that a missed target costs its provider, for the report month. In the workbook's currency. */
export interface Compensation {
  /** The agreement's first Availability target. */
  readonly targetRow: RowReference;
  readonly units: number | null;
  /** Fee of the report month: Fee per unit × Units ÷ months of the fee period; null: none. */
  readonly monthlyFee: number | null;
  /** Null: the agreement pays no rebate. */
  readonly rebate: {
    readonly perHourPerUnit: number;
    readonly units: number;
    /** Downtime of the month, and of the window beyond what it allows, in seconds. */
    readonly monthSeconds: number;
    readonly beyondSeconds: number;
    /** The smaller of the two. */
    readonly paidSeconds: number;
    /** Before the cap, rounded to the cent. */
    readonly amount: number;
  } | null;
  /** Null: the agreement pays no credits, or none is due. */
  readonly credit: {
    readonly below: number;
    readonly share: number;
    /** What is still due: the share of the month's fee, less what earlier months credited for the same downtime. Before the cap, rounded to the cent. */
    readonly amount: number;
    /** The latest month that credited downtime of the window already, where that leaves less than the whole share; null: all of it is due. */
    readonly paidIn: LocalDate | null;
  } | null;
  /** The most that is paid; null: no limit. */
  readonly cap: number | null;
  /** The larger of rebate and credit, no more than the cap, rounded to the cent. NaN where it is unknown. */
  readonly due: number;
  /** Why nothing can be worked out although terms are given (`Units is blank`); null: it could, or the target was met. */
  readonly unknown: string | null;
}

/** One agreement, in force or not. */
export interface AgreementFigure {
  readonly agreement: string;
  readonly row: RowReference;
  readonly type: AgreementType;
  readonly item: string;
  readonly customer: string | null;
  readonly provider: string | null;
  /** In the report month: in force on at least one of its days up to As of. Drafts and retired ones stand apart. */
  readonly state: AgreementState;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  /** The last date in force by its term: its end, or the eve of what replaces it, where that comes first; null: no end. */
  readonly lastDate: LocalDate | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly hours: string | null;
  readonly rule: PlannedTimeRule;
  readonly lastReviewDate: LocalDate | null;
  /** Last review (else start) + Review every months (default 12); null for agreements not in force at As of, or without either date. */
  readonly reviewDue: LocalDate | null;
  /** Null: not in force at As of, not to be soon, or not known. One without a start is `Never reviewed` without a date on which that was due. */
  readonly review: ReviewState | null;
  /** Days from As of to the last date in force; null: no end, or not in force at As of. */
  readonly daysLeft: number | null;
  /** It ends within 92 days of As of and none agreed replaces it. */
  readonly expiresSoon: boolean;
  /** The worst status of its targets, in the order Missed, At risk, Met with incomplete data, Not measurable, Met; null: no targets judged. */
  readonly status: TargetStatus | null;
  /** Its promises that have no figure, as nobody can read what was promised. With one the status is at best Not measurable. */
  readonly unreadableTargets: readonly UnreadableTarget[];
  /** Null: the agreement names neither rebate nor credits, or has no Availability target. */
  readonly compensation: Compensation | null;
  readonly itOwner: string | null;
  readonly businessOwner: string | null;
  readonly providerContact: string | null;
  readonly customerContact: string | null;
}

export type ChainCheck = 'Cover' | 'Hours' | 'Availability' | 'Restoration' | 'Response' | 'Dates' | 'Review';

/** Something in a chain that does not hold, in words and with the figures. */
export interface ChainFinding {
  readonly check: ChainCheck;
  /** The link at fault; the SLA's own item where the chain as a whole is. */
  readonly item: string;
  readonly agreement: string | null;
  /** One clause without a full stop, such as `no agreement covers Core Banking`. */
  readonly found: string;
  /** What would hold, such as `an OLA or UC in force in October 2026`. */
  readonly expected: string;
  /** Where to put it right; the first is the place to go to. */
  readonly rows: readonly RowReference[];
}

/** Hours of the SLA that a link's hours leave open, in a stretch of dates in which they are the same every week. */
export interface UncoveredHours {
  /** First and last date, inclusive. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** 1 Monday … 7 Sunday, ascending: the date on which the stretch begins. */
  readonly days: readonly number[];
  /** Seconds after local midnight in the SLA's zone, cut at midnights: `end` is 86400 at most. */
  readonly start: number;
  readonly end: number;
}

/** A thing beneath an SLA's item. */
export interface ChainLink {
  readonly item: string;
  /** What it is: a section of the service map, or `Service`; null: an unknown name. */
  readonly section: Section | 'Service' | null;
  /** 1: the SLA's item depends on it directly. */
  readonly depth: number;
  /** Index in `links` of what stands on it; null at depth 1. */
  readonly parent: number | null;
  /** `1 of 2`, where a group stands; else null. */
  readonly group: string | null;
  readonly cover: 'Covered' | 'Not covered' | 'Draft only' | 'Ended' | 'Not begun';
  /** The agreement that covers it, or the one that does not any more or not yet. */
  readonly agreement: string | null;
  readonly agreementType: AgreementType | null;
  readonly hours: string | null;
  /** Per week, averaged over the 12 months from the report month's start; null: not covered. */
  readonly uncoveredSecondsPerWeek: number | null;
  readonly uncovered: readonly UncoveredHours[];
  /** What is promised, or else expected, of it; null: unknown. */
  readonly availability: number | null;
  readonly availabilityFrom: 'Agreement' | 'Component' | null;
  /** What expected availability of the SLA's item this one alone could add if it never failed. */
  readonly gain: number | null;
  /** Limits of the agreement in seconds of its own hours: Resolved within or Longest outage, and Responded within; the strictest that applies. */
  readonly restorationSeconds: number | null;
  readonly responseSeconds: number | null;
  readonly findings: readonly ChainFinding[];
}

/** Whether an SLA holds together with the agreements under it. */
export interface ChainFigure {
  readonly agreement: string;
  readonly item: string;
  readonly customer: string | null;
  readonly row: RowReference;
  /** The SLA's strictest Availability target; null: none. */
  readonly target: number | null;
  readonly restorationSeconds: number | null;
  readonly responseSeconds: number | null;
  /** A tree in reading order: what stands on a link comes before it. */
  readonly links: readonly ChainLink[];
  /** From the availabilities of the links, shared parts once; null: nothing beneath it. */
  readonly expected: number | null;
  /** `exact`; `upper bound`: links of unknown availability count as always up. */
  readonly expectedIs: 'exact' | 'upper bound';
  readonly unknown: readonly string[];
  /** Contractual worst case: all that may fail never fails together. */
  readonly worstCase: number | null;
  /** Whether the target can be met from what is promised beneath; null: no target, or nothing beneath. */
  readonly supported: boolean | null;
  /** The link that limits the target most, and what it alone would have to promise; `needed` null: not even 100% there would do. */
  readonly weakest: { readonly item: string; readonly agreement: string | null; readonly availability: number; readonly needed: number | null } | null;
  /** All findings, those of the chain as a whole first. */
  readonly findings: readonly ChainFinding[];
  /** Rows that may belong to the chain and could not be used: dependencies, agreements, targets, hours. */
  readonly rowsLeftOut: readonly RowReference[];
}

/** What downtime of a process cost. */
export interface ProcessCost {
  readonly process: string;
  readonly row: RowReference;
  /** 1 … 5; null: none. */
  readonly priority: number | null;
  readonly costPerHour: number | null;
  /** Services that support it directly. */
  readonly services: readonly string[];
  /** Weighted by impairment. */
  readonly downtimeSeconds: number;
  readonly plannedSeconds: number;
  readonly cost: number;
  readonly plannedCost: number;
}

/** Cost of the report month's downtime to the business. Parts may add up to more than the total. */
export interface DowntimeCost {
  readonly cost: number;
  /** Added up separately, never part of `cost`. */
  readonly plannedCost: number;
  readonly processes: readonly ProcessCost[];
  /** The last 13 months, oldest first. */
  readonly months: readonly { readonly month: LocalDate; readonly cost: number; readonly plannedCost: number }[];
  /** What each service's downtime would have cost alone; services that cost nothing are left out. */
  readonly services: readonly { readonly service: string; readonly cost: number; readonly plannedCost: number }[];
  /** The same of each outage row, the costliest first, at most 50. */
  readonly outages: readonly (RowReference & { readonly item: string; readonly cost: number })[];
  /** Rows of `Processes` and `Supports` that could not be used, and those of agreements, calendars and outages that the month should have counted. */
  readonly rowsLeftOut: readonly RowReference[];
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
  /** Of a customer, where its row names one. */
  readonly businessUnit?: string;
  /** Agreements in force on this item. */
  readonly agreements: readonly string[];
  /** 1: the service depends on it directly. */
  readonly depth: number;
  /** What stands right on it, the nearest, by which it was reached; null at depth 1. */
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
  /** Null: nothing stands beneath it. */
  readonly expected: ExpectedFigure | null;
  /** Names of what alone takes it down, itself left out, nearest first. */
  readonly singlePoints: readonly string[];
  /** Downtime of the report month as `services` has it, and what caused it, the largest share first. */
  readonly downtimeSeconds: number;
  readonly causes: readonly DowntimeShare[];
}

/** What the parts of a service let it come to, and what is promised of them. */
export interface ExpectedFigure {
  /** 0 … 1; where it is not exact, the upper bound. */
  readonly availability: number;
  /** Equal to `availability` where that is exact. */
  readonly lowerBound: number;
  /** `exact`; `upper bound`: things of unknown availability count as always up; `bounds`: too large to be exact. */
  readonly is: 'exact' | 'upper bound' | 'bounds';
  /** Names of things whose availability nothing states. */
  readonly unknown: readonly string[];
  /** Contractual worst case: all that may fail never fails together. */
  readonly worstCase: number;
  /** Rows of `Dependencies` of the service, or of what stands beneath it, that cannot be read and are not in the figure; none: not there. */
  readonly rowsLeftOut?: readonly RowReference[];
}

/** Downtime of a service that is put down to outages of one thing in the report month. */
export interface DowntimeShare {
  /** The service itself, or something beneath it. */
  readonly item: string;
  /** Weighted by impairment. Over all shares of a service they add up to its downtime of the month. */
  readonly seconds: number;
  /** Its outage rows that bear on it, the one with most seconds first. */
  readonly outages: readonly RowReference[];
  /**
   * Other things beneath the service whose own outages were under way then and without which it would
   * not have been impaired so, in order of time; empty where the item alone takes the service down.
   */
  readonly alongside: readonly string[];
}

/** An edge of the map: `item` needs `dependsOn`. Names that stand on neither table are edges, too. */
export interface MapEdge {
  readonly item: string;
  readonly dependsOn: string;
  /** Group's name and how many of how many must be up; null: needed by itself. */
  readonly group: { readonly name: string; readonly required: number; readonly members: number } | null;
  readonly row: RowReference;
}

/** Things that stand on each other. */
export interface MapCycle {
  /** Names in order, the first repeated at the end. */
  readonly path: readonly string[];
  /** A row of `Dependencies` for each step. */
  readonly rows: readonly RowReference[];
}

/** A service or component, and what falls when it alone falls. */
export interface ItemFigure {
  readonly item: string;
  /** What it is: a section of the service map, or `Service`; null: an unknown name that something stands on. */
  readonly section: Section | 'Service' | null;
  /** Of a component its category, of a service its type. */
  readonly category: string | null;
  readonly owner: string | null;
  readonly supplier: string | null;
  /** Its row of `Services` or `Components`; null: unknown name. */
  readonly row: RowReference | null;
  /** Names of what depends on it directly, in the table's order: where it is used. */
  readonly usedBy: readonly string[];
  /** Services that are down when it alone is down, in the order of `Services`, itself left out: it is a single point of failure for them. */
  readonly services: readonly string[];
  /** Other things that are then down: components and unknown names. */
  readonly components: readonly string[];
  /** Customers of the services that are then down, itself included, each once by name. */
  readonly customers: readonly string[];
  /** Users of them, of a customer of several services the largest number; null: none recorded. */
  readonly users: number | null;
  /** Agreements in force in the report month on whatever is then down, itself included. */
  readonly agreements: readonly string[];
  readonly processes: readonly string[];
  readonly objectives: readonly string[];
  /** Downtime cost per hour of the processes reached, each once; null: no cost recorded for any of them. */
  readonly costPerHour: number | null;
}

/** A single point of failure: `items` has what falls with it. */
export interface SinglePoint {
  readonly item: string;
  /** 1: puts most at risk. By cost per hour, then mission-critical services, agreements, users, services. */
  readonly rank: number;
  /** How many of the services that fall with it are mission-critical. */
  readonly missionCritical: number;
}

export type ResponsibilityRole = 'R' | 'A' | 'C' | 'I';

/** Who does what for a service (RACI). */
export interface ResponsibilityFigure {
  readonly service: string;
  /** In the table's order; a party with several roles has them in the order R, A, C, I. */
  readonly parties: readonly { readonly party: string; readonly roles: readonly ResponsibilityRole[]; readonly rows: readonly RowReference[] }[];
  /** Rules that do not hold: exactly one A, at least one R. */
  readonly broken: readonly ('no A' | 'several A' | 'no R')[];
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
  /** Every agreement, in the order of `Agreements`. */
  readonly agreements: readonly AgreementFigure[];
  /** One for every SLA in force in the report month. */
  readonly chains: readonly ChainFigure[];
  /** Null: no process with a downtime cost. */
  readonly downtimeCost: DowntimeCost | null;
  readonly services: readonly ServiceFigure[];
  readonly csfs: readonly CsfFigure[];
  readonly maps: readonly ServiceMapFigure[];
  /** Everything on the map: services but retired ones, components, then unknown names, in the tables' order. */
  readonly items: readonly ItemFigure[];
  readonly edges: readonly MapEdge[];
  readonly cycles: readonly MapCycle[];
  /** The largest risk first; things with a rank of their own each. */
  readonly singlePoints: readonly SinglePoint[];
  /** Of services but retired ones, those without a row of `Responsibilities` included. */
  readonly responsibilities: readonly ResponsibilityFigure[];
  /** What users say, and the service that is meant, as the rows of `Glossary` have it. */
  readonly glossary: readonly { readonly phrase: string; readonly service: string; readonly row: RowReference }[];
  /** Rows that bear on the service map and could not be used, or not wholly: of the map's own tables, and of what stands above services. */
  readonly mapRowsLeftOut: readonly RowReference[];
  /** Null: not asked for, as its forecasts take long. */
  readonly demand: DemandFigures | null;
  readonly portfolio: PortfolioFigures;
  readonly tables: readonly TableCount[];
}
