import type { LocalDate, SourceRow } from '../time/records';

/** One row of `Objectives` (reading keeps the other fields by name). */
export interface Objective extends SourceRow {
  readonly objective: string;
  readonly kind: 'Business' | 'IT';
  /** An IT objective's business objective. */
  readonly serves: string | null;
  readonly measure: string | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly better: 'Higher' | 'Lower' | null;
  readonly dueDate: LocalDate | null;
}

/** One row of `Processes`. */
export interface Process extends SourceRow {
  readonly process: string;
  readonly category: 'Strategic' | 'Operational';
  /** 1 (highest) … 5. */
  readonly priority: number | null;
  readonly owner: string | null;
  readonly regulated: boolean;
  readonly downtimeCostPerHour: number | null;
}

export type LowerLayer = 'Process' | 'Service' | 'Practice' | 'Activity';
export type UpperLayer = 'Objective' | 'Process' | 'Service' | 'Practice';

/** One row of `Supports`: `from` supports `to`, one layer above. */
export interface Support extends SourceRow {
  readonly from: string;
  readonly to: string;
  /** null: the name stands in one layer only. */
  readonly fromLayer: LowerLayer | null;
  readonly toLayer: UpperLayer | null;
  /** 1 … 3. */
  readonly weight: number;
}
