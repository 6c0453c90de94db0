import type { LocalDate, SourceRow } from '../time/records';

export type ServiceType = 'Business' | 'End-user' | 'Infrastructure';
export type Lifecycle = 'Proposed' | 'In development' | 'In service' | 'To be decommissioned' | 'Retired';
export type PortfolioClass = 'Differentiator' | 'Business function' | 'Utility';
export type ServicePriority = 'Mission-critical' | 'High' | 'Medium' | 'Low';
export type Section = 'Hardware' | 'Applications' | 'Settings' | 'Internal service' | 'External service';

/** One row of `Services` (the fields that figures and maps need; reading keeps the others by name). */
export interface Service extends SourceRow {
  readonly service: string;
  readonly type: ServiceType;
  readonly lifecycle: Lifecycle | null;
  readonly inServiceFrom: LocalDate | null;
  readonly inServiceUntil: LocalDate | null;
  readonly priority: ServicePriority | null;
  readonly itOwner: string | null;
  readonly businessOwner: string | null;
  readonly serviceManager: string | null;
  readonly businessSponsor: string | null;
  readonly relationshipManager: string | null;
  readonly description: string | null;
  readonly businessFunctions: string | null;
  readonly portfolioClass: PortfolioClass | null;
  /** Of Lower cost, Advantage, Regulatory, as the cell has them; empty: not said. */
  readonly contribution: readonly string[];
  readonly contributionStatement: string | null;
  readonly lifecycleNote: string | null;
  readonly annualCost: number | null;
  readonly roadmap: string | null;
}

/** One row of `Components`. */
export interface Component extends SourceRow {
  readonly component: string;
  readonly section: Section;
  readonly category: string | null;
  readonly owner: string | null;
  readonly supplier: string | null;
  /** 0 … 1. */
  readonly availability: number | null;
  readonly inServiceFrom: LocalDate | null;
  readonly inServiceUntil: LocalDate | null;
}

/** One row of `Customers`. */
export interface Customer extends SourceRow {
  readonly service: string;
  readonly customer: string;
  readonly category: string | null;
  readonly businessUnit: string | null;
  readonly users: number | null;
}

/** One row of `Dependencies`: `item` needs `dependsOn`. */
export interface Dependency extends SourceRow {
  readonly item: string;
  readonly dependsOn: string;
  readonly group: string | null;
  /** Of the group's members, how many must be up; null: 1. */
  readonly required: number | null;
}

/** One row of `Responsibilities`. */
export interface Responsibility extends SourceRow {
  readonly service: string;
  readonly party: string;
  readonly role: 'R' | 'A' | 'C' | 'I';
}
