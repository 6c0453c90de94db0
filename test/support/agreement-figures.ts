import type { AgreementFigure, ChainFigure, ChainFinding, ChainLink, Compensation, DowntimeCost } from '../../src/domain/figures';
import { monthsUpTo } from '../../src/domain/performance/metrics';

/** An SLA in force since 2025, reviewed in June 2026, without an end; say what differs. */
export function agreementFigure(agreement: string, over: Partial<AgreementFigure> = {}): AgreementFigure {
  return {
    agreement,
    row: { table: 'Agreements', row: 2 },
    type: 'SLA',
    item: 'Card Payments',
    customer: null,
    provider: null,
    state: 'In force',
    startDate: '2025-01-01',
    endDate: null,
    lastDate: over.endDate ?? null,
    replaces: null,
    replacedBy: null,
    hours: null,
    rule: 'Excluded',
    lastReviewDate: '2026-06-01',
    reviewDue: '2027-06-01',
    review: 'Reviewed',
    daysLeft: null,
    expiresSoon: false,
    status: 'Met',
    unreadableTargets: [],
    compensation: null,
    itOwner: null,
    businessOwner: null,
    providerContact: null,
    customerContact: null,
    ...over,
  };
}

/** Nothing owed under terms that pay a rebate of 50 an hour and unit on 10 units; say what differs. */
export function compensationOf(over: Partial<Compensation> = {}): Compensation {
  return { targetRow: { table: 'Targets', row: 2 }, units: 10, monthlyFee: null, rebate: null, credit: null, cap: null, due: 0, unknown: null, ...over };
}

export function chainFinding(over: Partial<ChainFinding> = {}): ChainFinding {
  return { check: 'Cover', item: 'Core Banking', agreement: null, found: 'no agreement covers Core Banking', expected: 'an OLA or UC in force in October 2026', rows: [{ table: 'Services', row: 9 }], ...over };
}

/** A component that an OLA covers around the clock at 99.95%; say what differs. */
export function chainLink(item: string, over: Partial<ChainLink> = {}): ChainLink {
  return {
    item,
    section: 'Hardware',
    depth: 1,
    parent: null,
    group: null,
    cover: 'Covered',
    agreement: `OLA ${item}`,
    agreementType: 'OLA',
    hours: null,
    uncoveredSecondsPerWeek: 0,
    uncovered: [],
    availability: 0.9995,
    availabilityFrom: 'Agreement',
    gain: 0.0005,
    restorationSeconds: null,
    responseSeconds: null,
    findings: [],
    ...over,
  };
}

/** The chain of an SLA of 99.9% that one link beneath it supports; say what differs. */
export function chainFigure(item: string, over: Partial<ChainFigure> = {}): ChainFigure {
  const links = over.links ?? [chainLink('Host')];
  return {
    agreement: `SLA ${item}`,
    item,
    customer: null,
    row: { table: 'Agreements', row: 2 },
    target: 0.999,
    restorationSeconds: null,
    responseSeconds: null,
    links,
    expected: 0.9995,
    expectedIs: 'exact',
    unknown: [],
    worstCase: 0.9995,
    supported: true,
    weakest: { item: 'Host', agreement: 'OLA Host', availability: 0.9995, needed: 0.999 },
    findings: links.flatMap(({ findings }) => findings),
    rowsLeftOut: [],
    ...over,
  };
}

/** Downtime cost of each of 13 months, oldest first, all of it one process's; say what differs. */
export function downtimeCost(costs: readonly number[], over: Partial<DowntimeCost> = {}): DowntimeCost {
  const cost = costs[12] ?? 0;
  return {
    cost,
    plannedCost: 0,
    processes: [{ process: 'Card payments', row: { table: 'Processes', row: 2 }, priority: 1, costPerHour: 186_000, services: ['Card Payments'], downtimeSeconds: (cost / 186_000) * 3600, plannedSeconds: 0, cost, plannedCost: 0 }],
    months: monthsUpTo('2026-10-01', 13).map((month, index) => ({ month, cost: costs[index] ?? 0, plannedCost: 0 })),
    services: [{ service: 'Card Payments', cost, plannedCost: 0 }],
    outages: [],
    rowsLeftOut: [],
    ...over,
  };
}
