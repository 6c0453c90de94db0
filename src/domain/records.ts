import type { Agreement, Credit, Hold, Incident, Target } from './agreements/records';
import type { Objective, Process, Support } from './alignment/records';
import type { Outage, UptimeRow } from './availability/records';
import type { CapacityRow, LicenceRow, Request, UsageRow } from './demand/records';
import type { CriticalSuccessFactor, Improvement, Measurement, Metric, Remark } from './performance/records';
import type { Initiative, Project } from './portfolio/records';
import type { Component, Customer, Dependency, Responsibility, Service } from './servicemap/records';
import type { GlossaryRow } from './servicemap/glossary';
import type { HolidayRow, Instant, LocalDate, MaintenanceRow, ServiceHoursRow } from './time/records';

/** The rows of `Settings`, with their defaults filled in. */
export interface Settings {
  readonly organisation: string;
  /** IANA zone of plain date cells. Default UTC. */
  readonly zone: string;
  /** First date of the report month. */
  readonly reportMonth: LocalDate;
  readonly asOf: Instant;
  readonly currency: string;
  /** 1 … 12. */
  readonly fiscalYearStarts: number;
  /** Share of the error budget at or below which a target is at risk. Default 0.25. */
  readonly amberMargin: number;
  /** Default true. */
  readonly rollUpComponentOutages: boolean;
  /** A share; null: not set. */
  readonly discountRate: number | null;
  /** What the projects of the scenario may cost together; null: not set. */
  readonly projectBudget: number | null;
  /** How much each factor counts in the ranking of projects, 0 or more. Defaults 3, 3, 2, 2. */
  readonly weightOfValue: number;
  readonly weightOfFit: number;
  readonly weightOfUrgency: number;
  readonly weightOfRisk: number;
  /** Business units of the demand report stand in columns; else in rows. Default false. */
  readonly businessUnitsAcross: boolean;
}

/** Everything that was read from the workbook, as records of the domain. Tables that are absent are empty lists. */
export interface Records {
  readonly settings: Settings;
  readonly services: readonly Service[];
  readonly components: readonly Component[];
  readonly customers: readonly Customer[];
  readonly dependencies: readonly Dependency[];
  readonly responsibilities: readonly Responsibility[];
  readonly glossary: readonly GlossaryRow[];
  readonly objectives: readonly Objective[];
  readonly agreements: readonly Agreement[];
  readonly targets: readonly Target[];
  readonly credits: readonly Credit[];
  readonly serviceHours: readonly ServiceHoursRow[];
  readonly holidays: readonly HolidayRow[];
  readonly maintenance: readonly MaintenanceRow[];
  readonly outages: readonly Outage[];
  readonly uptime: readonly UptimeRow[];
  readonly incidents: readonly Incident[];
  readonly holds: readonly Hold[];
  readonly usage: readonly UsageRow[];
  readonly capacity: readonly CapacityRow[];
  readonly licences: readonly LicenceRow[];
  readonly requests: readonly Request[];
  readonly projects: readonly Project[];
  readonly initiatives: readonly Initiative[];
  readonly processes: readonly Process[];
  readonly supports: readonly Support[];
  readonly csfs: readonly CriticalSuccessFactor[];
  readonly metrics: readonly Metric[];
  readonly measurements: readonly Measurement[];
  readonly improvements: readonly Improvement[];
  readonly remarks: readonly Remark[];
}
