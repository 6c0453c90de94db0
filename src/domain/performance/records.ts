import type { LocalDate, SourceRow } from '../time/records';

/** One row of `CSFs`: a critical success factor. */
export interface CriticalSuccessFactor extends SourceRow {
  readonly csf: string;
  readonly meaning: string | null;
  readonly objective: string | null;
  readonly owner: string | null;
  readonly order: number | null;
}

export type OverServices = 'Sum' | 'Average' | 'Last' | 'Largest' | 'Smallest';
export type Better = 'Higher' | 'Lower';

/** One row of `Metrics`. */
export interface Metric extends SourceRow {
  readonly metric: string;
  readonly csf: string;
  readonly better: Better;
  readonly unit: string | null;
  readonly target: number | null;
  readonly owner: string | null;
  /** Default Average. */
  readonly over: OverServices;
  /** null: `Measurements`. */
  readonly computedFrom: string | null;
  readonly itemOrAgreement: string | null;
}

/** One row of `Measurements`. */
export interface Measurement extends SourceRow {
  readonly metric: string;
  /** Any date in the month. */
  readonly month: LocalDate;
  readonly value: number;
  readonly service: string | null;
}

/** One row of `Improvements`. */
export interface Improvement extends SourceRow {
  readonly improvement: string;
  readonly metric: string | null;
  readonly agreement: string | null;
  readonly opened: LocalDate | null;
  readonly owner: string | null;
  readonly dueDate: LocalDate | null;
  readonly closedDate: LocalDate | null;
  readonly status: 'Proposed' | 'Open' | 'Done' | 'Dropped' | null;
  readonly action: string | null;
}

/** One row of `Remarks`. */
export interface Remark extends SourceRow {
  readonly month: LocalDate;
  readonly about: string;
  readonly kind: 'Remark' | 'Ask';
  readonly text: string;
  readonly author: string | null;
  readonly owner: string | null;
  readonly dueDate: LocalDate | null;
}
