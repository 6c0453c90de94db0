/** Records for tests: what matters is given, the rest is as a blank cell would leave it. */
import type { Agreement, Credit, Hold, Incident, Target } from '../../src/domain/agreements/records';
import type { Process, Support } from '../../src/domain/alignment/records';
import type { CapacityRow, LicenceRow, Request, UsageRow } from '../../src/domain/demand/records';
import type { Outage, UptimeRow } from '../../src/domain/availability/records';
import type { Initiative, Project } from '../../src/domain/portfolio/records';
import type { Records, Settings } from '../../src/domain/records';
import type { Component, Customer, Dependency, Service } from '../../src/domain/servicemap/records';
import type { MaintenanceRow, ServiceHoursRow } from '../../src/domain/time/records';

/** Seconds since 1970 of ISO text. `at('2026-10-01T00:00Z')` */
export function at(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new Error(`${iso} is no instant`);
  return milliseconds / 1000;
}

let row = 1;
const nextRow = (): number => ++row;

export function outage(given: Partial<Outage> & Pick<Outage, 'item' | 'start'>): Outage {
  return { row: nextRow(), end: null, outageId: null, impact: 1, planned: false, plannedUntil: null, notified: null, customer: null, counts: true, reason: null, cause: null, usersAffected: null, ...given };
}

export function uptimeRow(given: Partial<UptimeRow> & Pick<UptimeRow, 'item' | 'from' | 'to'>): UptimeRow {
  return { row: nextRow(), minutesDown: null, availability: null, ...given };
}

export function agreement(given: Partial<Agreement> & Pick<Agreement, 'agreement' | 'item'>): Agreement {
  return {
    row: nextRow(), type: 'SLA', provider: null, customer: null, status: 'Agreed', startDate: null, endDate: null, replaces: null, lastReviewDate: null, reviewEveryMonths: null,
    hours: null, maintenance: null, plannedTime: 'Excluded', noticeDays: null, ignoreUnderMinutes: null, breakLevel: null, underpinnedBy: [], units: null, feePerUnit: null, feePeriod: 'Year', rebatePerHourPerUnit: null, rebateCap: null, itOwner: null, businessOwner: null, providerContact: null, customerContact: null, ...given,
  };
}

export function target(given: Partial<Target> & Pick<Target, 'agreement'>): Target {
  return {
    row: nextRow(), metric: 'Availability', comparator: '>=', target: 0.999, window: { kind: 'Month' }, severity: null, within: null, withinUnit: 'minutes', limitComparator: '<=', inAnyMinutes: null, hours: null, ...given,
  };
}

export function incident(given: Partial<Incident> & Pick<Incident, 'incident' | 'item' | 'opened'>): Incident {
  return { row: nextRow(), responded: null, resolved: null, severity: null, onHoldMinutes: null, customer: null, businessUnit: null, description: null, ...given };
}

export function hold(given: Partial<Hold> & Pick<Hold, 'incident' | 'from'>): Hold {
  return { row: nextRow(), to: null, ...given };
}

export function credit(given: Pick<Credit, 'agreement' | 'below' | 'credit'>): Credit {
  return { row: nextRow(), ...given };
}

export function request(given: Partial<Request> & Pick<Request, 'request' | 'submitted'>): Request {
  return { row: nextRow(), status: 'New', title: null, item: null, businessUnit: null, requestedBy: null, source: null, category: null, changeType: null, cabDate: null, decided: null, businessImpact: null, riskOfNotAccepting: null, planned: false, project: null, effortDays: null, closed: null, ...given };
}

export function usage(given: Partial<UsageRow> & Pick<UsageRow, 'item' | 'month' | 'quantity'>): UsageRow {
  return { row: nextRow(), businessUnit: null, unit: null, ...given };
}

export function capacity(given: Partial<CapacityRow> & Pick<CapacityRow, 'item' | 'capacity'>): CapacityRow {
  return { row: nextRow(), unit: null, from: null, threshold: 0.8, leadTimeMonths: null, ...given };
}

export function licence(given: Partial<LicenceRow> & Pick<LicenceRow, 'product' | 'purchased' | 'assigned'>): LicenceRow {
  return { row: nextRow(), active: null, service: null, costPerLicence: null, ...given };
}

export function project(given: Partial<Project> & Pick<Project, 'project'>): Project {
  return {
    row: nextRow(), initiative: null, services: [], businessUnit: null, category: 'Sustaining', status: 'Proposed', contact: null, sponsor: null, owner: null, description: null, benefit: null, startDate: null, endDate: null, resources: null,
    cost: null, annualBenefit: null, years: null, fit: null, risk: null, urgency: null, risks: null, assumptions: null, approvedBy: null, approvedDate: null, source: null, ...given,
  };
}

export function initiative(given: Partial<Initiative> & Pick<Initiative, 'initiative' | 'objective'>): Initiative {
  return { row: nextRow(), services: [], owner: null, sponsor: null, measure: null, baseline: null, target: null, actual: null, startDate: null, dueDate: null, budget: null, risks: null, status: null, priority: null, ...given };
}

export function process(given: Partial<Process> & Pick<Process, 'process'>): Process {
  return { row: nextRow(), category: 'Operational', priority: null, owner: null, regulated: false, downtimeCostPerHour: null, ...given };
}

export function support(given: Partial<Support> & Pick<Support, 'from' | 'to'>): Support {
  return { row: nextRow(), fromLayer: null, toLayer: null, weight: 1, ...given };
}

export function service(given: Partial<Service> & Pick<Service, 'service'>): Service {
  return { row: nextRow(), type: 'Business', lifecycle: 'In service', inServiceFrom: null, inServiceUntil: null, priority: null, itOwner: null, businessOwner: null, serviceManager: null, businessSponsor: null, relationshipManager: null, description: null, businessFunctions: null, portfolioClass: null, contribution: [], contributionStatement: null, lifecycleNote: null, annualCost: null, roadmap: null, ...given };
}

export function component(given: Partial<Component> & Pick<Component, 'component'>): Component {
  return { row: nextRow(), section: 'Hardware', category: null, owner: null, supplier: null, availability: null, inServiceFrom: null, inServiceUntil: null, ...given };
}

export function customer(given: Partial<Customer> & Pick<Customer, 'service' | 'customer'>): Customer {
  return { row: nextRow(), category: null, businessUnit: null, users: null, ...given };
}

export function dependency(item: string, dependsOn: string, group: string | null = null, required: number | null = null): Dependency {
  return { row: nextRow(), item, dependsOn, group, required };
}

export function serviceHours(given: Partial<ServiceHoursRow> & Pick<ServiceHoursRow, 'calendar'>): ServiceHoursRow {
  return { row: nextRow(), days: [1, 2, 3, 4, 5], start: 8 * 3600, end: 18 * 3600, from: null, until: null, zone: null, ...given };
}

export function maintenance(given: Partial<MaintenanceRow> & Pick<MaintenanceRow, 'calendar' | 'start' | 'minutes'>): MaintenanceRow {
  return { row: nextRow(), repeats: null, until: null, zone: null, ...given };
}

const SETTINGS: Settings = {
  organisation: 'Woodgrove Bank', zone: 'UTC', reportMonth: '2026-09-01', asOf: at('2026-11-02T00:00Z'), currency: 'USD', fiscalYearStarts: 1, amberMargin: 0.25, rollUpComponentOutages: true, discountRate: null, projectBudget: null, weightOfValue: 3, weightOfFit: 3, weightOfUrgency: 2, weightOfRisk: 2, businessUnitsAcross: false,
};

/** Records with these tables; the report month is September 2026 (30 days), seen from 2 November. */
export function records(given: Partial<Omit<Records, 'settings'>> & { readonly settings?: Partial<Settings> } = {}): Records {
  return {
    services: [], components: [], customers: [], dependencies: [], responsibilities: [], glossary: [], objectives: [], agreements: [], targets: [], serviceHours: [], holidays: [], maintenance: [], outages: [], uptime: [], incidents: [], holds: [], credits: [], usage: [], capacity: [], licences: [], requests: [], projects: [], initiatives: [], processes: [], supports: [], csfs: [], metrics: [], measurements: [], improvements: [], remarks: [],
    ...given,
    settings: { ...SETTINGS, ...given.settings },
  };
}
