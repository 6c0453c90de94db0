import type { Agreement, Credit, Hold, Incident, Request, Target } from './agreements/records';
import type { Objective, Process, Support } from './alignment/records';
import type { Outage, UptimeRow } from './availability/records';
import type { CriticalSuccessFactor, Improvement, Measurement, Metric, Remark } from './performance/records';
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
  readonly requests: readonly Request[];
  readonly processes: readonly Process[];
  readonly supports: readonly Support[];
  readonly csfs: readonly CriticalSuccessFactor[];
  readonly metrics: readonly Metric[];
  readonly measurements: readonly Measurement[];
  readonly improvements: readonly Improvement[];
  readonly remarks: readonly Remark[];
}
