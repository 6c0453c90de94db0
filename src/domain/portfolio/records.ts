import type { LocalDate, SourceRow } from '../time/records';

export type ProjectCategory = 'IT-initiated strategic' | 'Business-initiated strategic' | 'Compliance' | 'Sustaining' | 'Reactive';
export type ProjectStatus = 'Proposed' | 'Approved' | 'Queued' | 'In progress' | 'Done' | 'Rejected';

/** One row of `Projects`. */
export interface Project extends SourceRow {
  readonly project: string;
  readonly initiative: string | null;
  readonly services: readonly string[];
  readonly businessUnit: string | null;
  readonly category: ProjectCategory;
  readonly status: ProjectStatus;
  readonly contact: string | null;
  readonly sponsor: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly benefit: string | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly resources: string | null;
  readonly cost: number | null;
  readonly annualBenefit: number | null;
  readonly years: number | null;
  /** 1 … 5, 5 fits most. */
  readonly fit: number | null;
  /** 1 … 5, 5 is most risky. */
  readonly risk: number | null;
  /** 1 … 5, 5 is most urgent. */
  readonly urgency: number | null;
  readonly risks: string | null;
  readonly assumptions: string | null;
  readonly approvedBy: string | null;
  readonly approvedDate: LocalDate | null;
  /** Name of the recommendation that it came from. */
  readonly source: string | null;
}

/** One row of `Initiatives`. */
export interface Initiative extends SourceRow {
  readonly initiative: string;
  readonly objective: string;
  readonly services: readonly string[];
  readonly owner: string | null;
  readonly sponsor: string | null;
  readonly measure: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly startDate: LocalDate | null;
  readonly dueDate: LocalDate | null;
  readonly budget: number | null;
  readonly risks: string | null;
  readonly status: 'Proposed' | 'Agreed' | 'In progress' | 'Done' | 'Dropped' | null;
  /** 1 (highest) … 5. */
  readonly priority: number | null;
}
