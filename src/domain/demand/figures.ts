/** What is used, what there is of it, what is asked for, and what follows from that. Unrounded. */
import type { RowReference } from '../figures';
import type { Section } from '../servicemap/records';
import type { LocalDate } from '../time/records';
import type { RequestCategory, RequestStatus } from './records';

export type ForecastMethod = 'Seasonal naive' | 'Theta' | 'ETS' | 'MSTL-ETS' | 'Mean of Theta and ETS' | 'Mean of Theta and MSTL-ETS' | 'Constant' | 'Last value';

/** What a series is likely to do. */
export interface SeriesForecast {
  readonly method: ForecastMethod;
  /** The method worked on logarithms, as the swing grows with the level. */
  readonly logarithms: boolean;
  /** Periods of a season; 1: none found, or too short for one. */
  readonly season: number;
  /** Probability with which a value should lie between the bounds, such as 0.95. */
  readonly confidence: number;
  /** One for each period after the last value. Bounds are equal to the point where no error is known. */
  readonly points: readonly { readonly point: number; readonly lower: number; readonly upper: number }[];
  /** Mean sMAPE (0 … 2) over forecasts from earlier origins; null: too short for any. `naive`: of the seasonal naive at the same origins. */
  readonly error: { readonly origins: number; readonly horizon: number; readonly method: number; readonly naive: number } | null;
  /** Periods without a value between two others, interpolated for the forecast alone. */
  readonly interpolated: readonly number[];
  /** The library's methods would have been asked, and could not be loaded: `method` is chosen of Theta and the seasonal naive. */
  readonly withoutLibrary?: true;
}

/** A month of a series of usage. */
export interface UsageMonth {
  /** First date. */
  readonly month: LocalDate;
  /** As recorded, of all business units; null: nothing recorded. */
  readonly quantity: number | null;
  /** As the forecast takes it: months and business units between two others are interpolated; null: before the first or after the last. */
  readonly forForecast: number | null;
  /** A business unit that was recorded before and after lacks this month, or is late: `quantity` is too small by its part; or the month is still running. False where nothing at all is recorded. */
  readonly incomplete: boolean;
  /** The month is still running at As of: `quantity` is what was recorded so far. It is compared with nothing, and no forecast takes it. */
  readonly toDate: boolean;
}

/** Level and growth at the report month. All null where the months concerned have no value. */
export interface UsageLevel {
  readonly current: number | null;
  readonly previous: number | null;
  readonly yearAgo: number | null;
  /** Shares: 0.02 is 2% more. Null where not measurable: a month is missing, incomplete, or 0 to compare with. */
  readonly growthOnMonth: number | null;
  readonly growthOnYear: number | null;
  /** Per month, from the first value to the last up to the report month. */
  readonly compoundGrowth: number | null;
}

export interface BusinessUnitUsage extends UsageLevel {
  /** null: rows that name none. */
  readonly businessUnit: string | null;
  /** Of the item's usage in the report month; null: none recorded, the month is incomplete, or the item used nothing. */
  readonly share: number | null;
  /** Aligned with the item's months. */
  readonly months: readonly (number | null)[];
}

/** Usage of an item in one unit (mailboxes, GB, …). */
export interface UsageFigure extends UsageLevel {
  /** The report month is still running at As of: `current` is what was recorded so far. */
  readonly toDate: boolean;
  readonly item: string;
  readonly unit: string | null;
  /** What it is: a section of the service map, or `Service`; null: an unknown name. */
  readonly section: Section | 'Service' | null;
  /** Every month from the first with a value to the report month, oldest first. */
  readonly months: readonly UsageMonth[];
  /** The largest share first; with one unnamed unit only, it stands alone. */
  readonly businessUnits: readonly BusinessUnitUsage[];
  /** How far each calendar month (1 … 12) lies above or below the year around it, as a share, and how much of the movement that explains (0 … 1); null: fewer than two years. */
  readonly seasonality: { readonly months: readonly (number | null)[]; readonly strength: number } | null;
  /** The last three recorded months are 0. What is forecast then are zeros, too. */
  readonly noUse: boolean;
  /** Null: no value at all. Its first period is the month after the last one of `forForecast`. */
  readonly forecast: SeriesForecast | null;
  /** First date of the forecast's first period. */
  readonly forecastFrom: LocalDate | null;
  /** Rows of `Usage` that it comes from: the report month's, or else the last. */
  readonly rows: readonly RowReference[];
  readonly rowsLeftOut: readonly RowReference[];
}

/** First months in which the forecast, and its upper bound, are at or above a level; null: not within the forecast. */
export interface Reached {
  readonly point: LocalDate | null;
  readonly upper: LocalDate | null;
}

/** Capacity of an item against its usage in the same unit. */
export interface CapacityFigure {
  readonly item: string;
  readonly unit: string | null;
  /** The row in force at the end of the report month, else the next. */
  readonly row: RowReference;
  readonly capacity: number;
  /** Share of the capacity from which more is wanted; null: it cannot be read, and nothing is told of when it is reached. */
  readonly threshold: number | null;
  readonly leadTimeMonths: number | null;
  /** Rows that begin later, oldest first: forecasts are compared with what is there in each month. */
  readonly upgrades: readonly { readonly from: LocalDate; readonly capacity: number; readonly threshold: number | null; readonly row: RowReference }[];
  /** The report month is still running at As of: `usage` is that of the month before. */
  readonly toDate: boolean;
  /** A business unit's part of `usage` is missing. Utilisation and headroom are told only where that is over the threshold, or the capacity, all the same. */
  readonly incomplete: boolean;
  /** Usage of the report month, and that ÷ capacity; null: no usage recorded for it, or no capacity. */
  readonly usage: number | null;
  readonly utilisation: number | null;
  /** Capacity − usage, in the unit. */
  readonly headroom: number | null;
  /** Already at or above in the report month: the first month since which all that were recorded were, as far as their thresholds can be read. Still to come: null, too, after a month whose threshold cannot be read. */
  readonly reachesThreshold: Reached;
  readonly reachesCapacity: Reached;
  /** When more has to be ordered, or had to be, so that it is there in the month in which the threshold is reached; null: it is not, or no lead time. */
  readonly orderBy: LocalDate | null;
  /** The forecast reaches the threshold within the lead time from the report month on: ordering now is too late for it. */
  readonly insideLeadTime: boolean;
  /**
   * The first that holds. Over: used in the report month, as recorded, at or above it. Inside lead time: `insideLeadTime`. Will run out: the forecast
   * reaches the threshold later. Enough: it does not, as far as it goes, which is to the end of the lead time at least. Unknown: no usage to compare
   * with, a threshold that cannot be read, a forecast that ends before the lead time does, or a capacity of 0 that nobody uses.
   */
  readonly state: 'Over capacity' | 'Over threshold' | 'Inside lead time' | 'Will run out' | 'Enough' | 'Unknown';
  readonly rowsLeftOut: readonly RowReference[];
}

export interface LicenceFigure {
  readonly product: string;
  readonly service: string | null;
  readonly row: RowReference;
  readonly purchased: number;
  readonly assigned: number;
  readonly active: number | null;
  /** Assigned above purchased. */
  readonly short: number;
  /** Purchased and given to nobody. */
  readonly unassigned: number;
  /** Assigned and not active; null: active not recorded. */
  readonly spare: number | null;
  readonly costPerLicence: number | null;
  /** At the cost of one; null where that is not recorded. */
  readonly costOfShort: number | null;
  readonly costOfUnassigned: number | null;
  readonly costOfSpare: number | null;
}

/** A request that is neither rejected nor done. */
export interface OpenRequest extends RowReference {
  readonly request: string;
  readonly title: string | null;
  readonly item: string | null;
  readonly businessUnit: string | null;
  readonly category: RequestCategory | null;
  readonly status: RequestStatus;
  readonly submitted: LocalDate;
  /** Calendar days from Submitted to the end of the report month, or to As of where that is earlier. */
  readonly ageDays: number;
  readonly planned: boolean;
  /** A project that `Projects` has. */
  readonly project: string | null;
  readonly effortDays: number | null;
}

/** Requests counted by one property. */
export interface RequestCount {
  /** null: blank. */
  readonly name: string | null;
  /** Submitted in the report month. */
  readonly submitted: number;
  /** Submitted in the last 12 months, the report month included. */
  readonly submittedInYear: number;
  /** Open at the end of the report month, or at As of where that is earlier. */
  readonly open: number;
}

export interface RequestsFigure {
  readonly byStatus: readonly RequestCount[];
  readonly byCategory: readonly RequestCount[];
  readonly bySource: readonly RequestCount[];
  readonly byItem: readonly RequestCount[];
  readonly byBusinessUnit: readonly RequestCount[];
  /** Of the backlog, in calendar days: up to 30, 31–90, 91–180, over 180. */
  readonly byAge: readonly { readonly upToDays: number | null; readonly open: number }[];
  /** Neither rejected nor done, oldest first. */
  readonly backlog: readonly OpenRequest[];
  /** Effort days of the backlog, and how many of its requests state none. */
  readonly backlogEffortDays: number;
  readonly backlogWithoutEffort: number;
  /** Median of Closed − Submitted in calendar days, of those done and closed in the last 12 months; null: none. */
  readonly leadTimeDays: number | null;
  /** Submitted in the last 12 months, in the plan and not. */
  readonly planned: number;
  readonly unplanned: number;
  /** Of those, with a project that `Projects` has and that is approved, queued, in progress or done. */
  readonly withProject: number;
  /** The last 13 months, oldest first; `closed`: left the backlog, done or rejected; `backlog` at the month's end; `leadTimeDays` of those done and closed in it. */
  readonly months: readonly { readonly month: LocalDate; readonly submitted: number; readonly closed: number; readonly backlog: number; readonly leadTimeDays: number | null }[];
  readonly rowsLeftOut: readonly RowReference[];
}

export type RecommendationKind = 'Proposed project' | 'Enhancement' | 'More capacity' | 'Fewer licences' | 'Decommission';

/** What a finding asks for. */
export interface Recommendation {
  /**
   * The same next month while the finding is the same, whatever else is found: `More capacity: File storage (TB)`. It is the key of the row that it is
   * sent to. One that is found when that row is past ends in `(again)`: `sentRows` has the rule.
   */
  readonly name: string;
  readonly kind: RecommendationKind;
  /** The item or product. */
  readonly subject: string;
  /** What was found, in a sentence with its figures that a reader can check. */
  readonly finding: string;
  /** Services that it is about. */
  readonly services: readonly string[];
  readonly businessUnit: string | null;
  /** Money a year or once that the finding is about (cost of licences that nobody uses); null: not known. */
  readonly amount: number | null;
  /** When it should be decided; null: no date follows from the figures. */
  readonly dueDate: LocalDate | null;
  /** Rows behind the finding. */
  readonly rows: readonly RowReference[];
  /** Where it belongs: new work to the portfolio, small changes to improvements. */
  readonly belongsTo: 'Projects' | 'Improvements';
  /** The row of either table that it was sent to, and which still stands for it; null: not sent. */
  readonly sent: RowReference | null;
}

export interface DemandFigures {
  /** Items in the tables' order (services, components, unknown names), units of one item in the order of `Usage`. */
  readonly usage: readonly UsageFigure[];
  /** Business units of all usage, in the order of their names; null last. */
  readonly businessUnits: readonly (string | null)[];
  /** The most urgent first. */
  readonly capacity: readonly CapacityFigure[];
  /** Services in service of which no row of `Usage` tells, in the order of `Services`; empty where `Usage` is empty. */
  readonly withoutUsage: readonly string[];
  readonly licences: readonly LicenceFigure[];
  readonly requests: RequestsFigure;
  /** The most urgent first. */
  readonly recommendations: readonly Recommendation[];
  /** Rows of `Usage`, `Capacity`, `Licences` and `Requests` that could not be used. */
  readonly rowsLeftOut: readonly RowReference[];
}
