import type { LocalDate, SourceRow } from '../time/records';

/** One row of `Usage`: how much of an item a business unit used in a month. */
export interface UsageRow extends SourceRow {
  readonly item: string;
  /** Any date in the month. */
  readonly month: LocalDate;
  /** 0 or more. */
  readonly quantity: number;
  readonly businessUnit: string | null;
  readonly unit: string | null;
}

/** One row of `Capacity`: how much of an item there is from a date on. */
export interface CapacityRow extends SourceRow {
  readonly item: string;
  readonly capacity: number;
  readonly unit: string | null;
  /** null: from the beginning. */
  readonly from: LocalDate | null;
  /** Utilisation, a share, from which more is wanted. Default 0.8. */
  readonly threshold: number;
  /** Months from order to use. */
  readonly leadTimeMonths: number | null;
}

/** One row of `Licences`. */
export interface LicenceRow extends SourceRow {
  readonly product: string;
  readonly purchased: number;
  readonly assigned: number;
  readonly active: number | null;
  readonly service: string | null;
  readonly costPerLicence: number | null;
}

export type RequestStatus = 'New' | 'Approved' | 'Rejected' | 'In progress' | 'Done';
export type RequestSource = 'Business' | 'IT team' | 'Supplier' | 'Support desk' | 'Other';
export type RequestCategory = 'Service impact' | 'New service' | 'Risk' | 'Resource';

/** One row of `Requests`: what was asked for. */
export interface Request extends SourceRow {
  readonly request: string;
  readonly submitted: LocalDate;
  readonly status: RequestStatus;
  readonly title: string | null;
  readonly item: string | null;
  readonly businessUnit: string | null;
  readonly requestedBy: string | null;
  readonly source: RequestSource | null;
  readonly category: RequestCategory | null;
  readonly changeType: 'Normal' | 'Standard' | 'Emergency' | null;
  readonly cabDate: LocalDate | null;
  readonly decided: LocalDate | null;
  readonly businessImpact: string | null;
  readonly riskOfNotAccepting: string | null;
  /** It was in the plan. */
  readonly planned: boolean;
  /** The budgeted project that it belongs to. */
  readonly project: string | null;
  readonly effortDays: number | null;
  readonly closed: LocalDate | null;
}
