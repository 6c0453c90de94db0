import type { Instant, LocalDate, PeriodKind, SourceRow } from '../time/records';
import type { PlannedTimeRule } from '../availability/records';

export type AgreementType = 'SLA' | 'OLA' | 'UC';
export type AgreementStatus = 'Draft' | 'Agreed' | 'Retired';
export type Comparator = '>=' | '>' | '<=' | '<';

/** One row of `Agreements`. */
export interface Agreement extends SourceRow {
  readonly agreement: string;
  readonly type: AgreementType;
  /** The service or component that the agreement is about. */
  readonly item: string;
  readonly provider: string | null;
  readonly customer: string | null;
  readonly status: AgreementStatus | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly replaces: string | null;
  readonly lastReviewDate: LocalDate | null;
  readonly reviewEveryMonths: number | null;
  /** Calendar of `ServiceHours`; null: 24×7. */
  readonly hours: string | null;
  /** Calendar of `Maintenance`; null: none. */
  readonly maintenance: string | null;
  /** Default Excluded. */
  readonly plannedTime: PlannedTimeRule;
  readonly noticeDays: number | null;
  readonly ignoreUnderMinutes: number | null;
  /** 0 … 1; null: any impact above 0. */
  readonly breakLevel: number | null;
  readonly underpinnedBy: readonly string[];
  /** How many are charged. */
  readonly units: number | null;
  readonly feePerUnit: number | null;
  /** Default Year. */
  readonly feePeriod: 'Month' | 'Quarter' | 'Year';
  readonly rebatePerHourPerUnit: number | null;
  /** Share of the month's fee, 0 … 1. */
  readonly rebateCap: number | null;
  readonly itOwner: string | null;
  readonly businessOwner: string | null;
  readonly providerContact: string | null;
  readonly customerContact: string | null;
}

/** The metrics that `Targets` knows of itself; any other name is a metric of `Metrics`. */
export const TARGET_METRICS = [
  'Availability',
  'Breaks',
  'Downtime minutes',
  'Longest outage minutes',
  'MTRS minutes',
  'MTBF hours',
  'Responded within',
  'Resolved within',
  'Decided within',
  'Waiting in any',
] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

/** One row of `Targets`. */
export interface Target extends SourceRow {
  readonly agreement: string;
  /** One of TARGET_METRICS, or the name of a metric. */
  readonly metric: string;
  readonly comparator: Comparator;
  /** A share (0 … 1) for Availability and "… within"; else in the metric's unit. */
  readonly target: number;
  readonly window: PeriodKind;
  /** null: all severities. */
  readonly severity: string | null;
  readonly within: number | null;
  /** Default minutes. */
  readonly withinUnit: 'minutes' | 'hours' | 'days';
  /** Default <=. */
  readonly limitComparator: '<=' | '<';
  readonly inAnyMinutes: number | null;
  /** null: the agreement's hours. */
  readonly hours: string | null;
}

/** One row of `Incidents`. */
export interface Incident extends SourceRow {
  readonly incident: string;
  readonly item: string;
  readonly opened: Instant;
  readonly responded: Instant | null;
  readonly resolved: Instant | null;
  readonly severity: string | null;
  readonly onHoldMinutes: number | null;
  readonly customer: string | null;
  readonly businessUnit: string | null;
  readonly description: string | null;
}

/** One row of `Holds`. */
export interface Hold extends SourceRow {
  readonly incident: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** One row of `Credits`. */
export interface Credit extends SourceRow {
  readonly agreement: string;
  /** The credit is due below this availability, 0 … 1. */
  readonly below: number;
  /** Share of the month's fee, 0 … 1. */
  readonly credit: number;
}
