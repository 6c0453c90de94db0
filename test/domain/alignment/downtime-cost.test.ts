import { figureContext } from '../../../src/domain/agreements/context';
import { downtimeCostWork } from '../../../src/domain/alignment/downtime-cost';
import type { DowntimeCost } from '../../../src/domain/figures';
import type { Records } from '../../../src/domain/records';
import { finish } from '../../../src/domain/work';
import { agreement, at, component, dependency, maintenance, outage, process, records, service, serviceHours, support, uptimeRow } from '../../support/records';

const costOf = (given: Partial<Records>): DowntimeCost | null => finish(downtimeCostWork(finish(figureContext(records(given)))));
const down = (item: string, start: string, minutes: number, over: Partial<Parameters<typeof outage>[0]> = {}) => outage({ item, start: at(start), end: at(start) + minutes * 60, ...over });

/** Payments stand on Cards ($600 an hour); Care ($60 an hour) on Cards and Calls. */
const bank = (over: Partial<Records> = {}): Partial<Records> => ({
  services: [service({ service: 'Cards' }), service({ service: 'Calls' })],
  processes: [process({ process: 'Payments', downtimeCostPerHour: 600, priority: 1 }), process({ process: 'Care', downtimeCostPerHour: 60 })],
  supports: [support({ from: 'Cards', to: 'Payments' }), support({ from: 'Cards', to: 'Care', weight: 3 }), support({ from: 'calls', to: 'care' })],
  ...over,
});

describe('what downtime cost', () => {
  it('goes by the most impaired service of each process, and parts may exceed the total', () => {
    // Cards lose half from 10:00 to 12:00, Calls everything from 11:00 to 12:00 (September 2026).
    //   Payments: 2 h × 50% × $600                        = $600
    //   Care:     10–11 half, 11–12 all: 1.5 h × $60      = $90     together $690
    //   Cards alone: 1 h × ($600 + $60) = $660; Calls alone: 1 h × $60 = $60; $720 in all.
    const cost = costOf(bank({ outages: [down('Cards', '2026-09-09T10:00Z', 120, { row: 2, impact: 0.5 }), down('Calls', '2026-09-09T11:00Z', 60, { row: 3 })] }))!;
    expect(cost).toMatchObject({ cost: 690, plannedCost: 0, rowsLeftOut: [] });
    expect(cost.processes.map((one) => [one.process, one.priority, one.costPerHour, one.services, one.downtimeSeconds, one.cost])).toEqual([
      ['Payments', 1, 600, ['Cards'], 3600, 600],
      ['Care', null, 60, ['Cards', 'Calls'], 5400, 90],
    ]);
    expect(cost.services).toEqual([{ service: 'Cards', cost: 660, plannedCost: 0 }, { service: 'Calls', cost: 60, plannedCost: 0 }]);
    expect(cost.outages).toEqual([{ table: 'Outages', row: 2, item: 'Cards', cost: 660 }, { table: 'Outages', row: 3, item: 'Calls', cost: 60 }]);
  });

  it('shows 13 months, each by itself', () => {
    const cost = costOf(bank({ outages: [down('Calls', '2025-09-30T23:00Z', 120), down('Calls', '2026-08-01T00:00Z', 30)] }))!;
    // One hour of 30 September 2025, the other of October; half an hour of August 2026; nothing in September.
    expect(cost.months.filter((month) => month.cost > 0)).toEqual([
      { month: '2025-09-01', cost: 60, plannedCost: 0 },
      { month: '2025-10-01', cost: 60, plannedCost: 0 },
      { month: '2026-08-01', cost: 30, plannedCost: 0 },
    ]);
    expect([cost.months.length, cost.months[12]!.month, cost.cost]).toEqual([13, '2026-09-01', 0]);
  });

  it('counts each service in the hours of its SLA, and around the clock without one', () => {
    // Wednesday 17:00–19:00; Cards are promised Mon–Fri 8–18. Payments lose 1 h. Calls have no SLA: 2 h.
    const cost = costOf(bank({
      serviceHours: [serviceHours({ calendar: 'Office' })],
      agreements: [agreement({ agreement: 'SLA', item: 'Cards', hours: 'Office' }), agreement({ agreement: 'OLA', type: 'OLA', item: 'Calls', hours: 'Office' })],
      outages: [down('Cards', '2026-09-09T17:00Z', 120), down('Calls', '2026-09-09T17:00Z', 120)],
    }))!;
    expect(cost.processes.map((one) => one.downtimeSeconds)).toEqual([3600, 7200]);
  });

  it('adds up planned time apart, and only what it takes beyond downtime', () => {
    // Cards: announced work 10–12, and an ordinary failure in the maintenance window of the 16th, 1–2 of 0–4.
    // Calls fail 11–12 on the 9th. Care: 10–11 planned, 11–12 downtime; Payments: 2 h planned; 1 h planned on the 16th for both.
    const cost = costOf(bank({
      agreements: [agreement({ agreement: 'SLA', item: 'Cards', noticeDays: 7, maintenance: 'Night' })],
      maintenance: [maintenance({ calendar: 'Night', start: '2026-09-16T00:00:00', minutes: 240 })],
      outages: [down('Cards', '2026-09-09T10:00Z', 120, { planned: true, notified: at('2026-09-01T00:00Z') }), down('Cards', '2026-09-16T01:00Z', 60), down('Calls', '2026-09-09T11:00Z', 60)],
    }))!;
    expect(cost.processes.map((one) => [one.process, one.downtimeSeconds, one.plannedSeconds, one.cost, one.plannedCost])).toEqual([
      ['Payments', 0, 10_800, 0, 1800],
      ['Care', 3600, 7200, 60, 120],
    ]);
    expect(cost.services).toEqual([{ service: 'Calls', cost: 60, plannedCost: 0 }, { service: 'Cards', cost: 0, plannedCost: 1980 }]);
    expect(cost.outages.map(({ item, cost: own }) => [item, own])).toEqual([['Calls', 60]]);
  });

  it('counts planned work as downtime where it was announced late, and where the SLA says Counted', () => {
    const work = down('Cards', '2026-09-09T10:00Z', 60, { planned: true, notified: at('2026-09-08T00:00Z') });
    const payments = (over: Partial<Parameters<typeof agreement>[0]>) => costOf(bank({ agreements: [agreement({ agreement: 'SLA', item: 'Cards', ...over })], outages: [work] }))!.processes[0];
    expect(payments({ noticeDays: 7 })).toMatchObject({ cost: 600, plannedCost: 0 });
    expect(payments({ noticeDays: 1 })).toMatchObject({ cost: 0, plannedCost: 600 });
    expect(payments({ plannedTime: 'Counted' })).toMatchObject({ cost: 600, plannedCost: 0 });
  });

  it('passes an outage through the map: one of a redundant pair costs nothing, what both stand on does', () => {
    const cost = costOf(bank({
      components: ['Gateway A', 'Gateway B', 'Power'].map((name) => component({ component: name })),
      dependencies: [dependency('Cards', 'Gateway A', 'gateways', 1), dependency('Cards', 'Gateway B', 'gateways', 1), dependency('Gateway A', 'Power'), dependency('Gateway B', 'Power')],
      outages: [down('Gateway A', '2026-09-09T10:00Z', 600, { row: 2 }), down('Gateway B', '2026-09-09T12:00Z', 60, { row: 3 }), down('Power', '2026-09-20T10:00Z', 60, { row: 4, impact: 0.5 })],
    }))!;
    // 12–13 both gateways: 1 h; on the 20th half of everything for an hour. $660 × 1.5.
    expect(cost.cost).toBe(990);
    expect(cost.outages).toEqual([{ table: 'Outages', row: 4, item: 'Power', cost: 330 }]);
  });

  it('spreads a percentage of uptime evenly: it does not say when', () => {
    const cost = costOf(bank({ uptime: [uptimeRow({ item: 'Cards', from: at('2026-09-01T00:00Z'), to: at('2026-10-01T00:00Z'), minutesDown: 90 })] }))!;
    expect(cost.processes[0]!.downtimeSeconds).toBeCloseTo(5400, 6);
    expect(cost.cost).toBeCloseTo(1.5 * 660, 6);
  });

  it('runs an open outage to As of', () => {
    const cost = costOf({ ...bank({ outages: [outage({ item: 'Calls', start: at('2026-09-20T10:00Z') })] }), settings: { ...records().settings, asOf: at('2026-09-20T12:00Z') } })!;
    expect(cost.cost).toBe(120);
  });
});

describe('tables as they come', () => {
  it('null without a process that names a cost', () => {
    expect(costOf({ services: [service({ service: 'Cards' })], outages: [down('Cards', '2026-09-09T10:00Z', 60)] })).toBeNull();
    expect(costOf(bank({ processes: [process({ process: 'Payments' })] }))).toBeNull();
  });

  it('a process without a cost is listed and costs nothing', () => {
    const cost = costOf(bank({ processes: [process({ process: 'Payments' }), process({ process: 'Care', downtimeCostPerHour: 60 })], outages: [down('Cards', '2026-09-09T10:00Z', 60)] }))!;
    expect(cost.processes[0]).toMatchObject({ process: 'Payments', costPerHour: null, downtimeSeconds: 3600, cost: 0 });
    expect(cost.cost).toBe(60);
  });

  it('a cost that cannot be read leaves its row out, and says so even when it is the only one', () => {
    expect(costOf(bank({ processes: [process({ row: 5, process: 'Payments', unreadable: ['downtimeCostPerHour'] })] }))).toMatchObject({ cost: 0, processes: [{ costPerHour: null }], rowsLeftOut: [{ table: 'Processes', row: 5 }] });
  });

  it('layers left blank are those in which the names stand; rows of other layers are not its business', () => {
    const cost = costOf(bank({
      services: [service({ service: 'Lending' }), service({ service: 'Calls' })],
      processes: [process({ process: 'Lending', downtimeCostPerHour: 60 }), process({ process: 'Care', downtimeCostPerHour: 60 })],
      supports: [
        support({ row: 2, from: 'Lending', to: 'Lending', fromLayer: 'Service', toLayer: 'Process' }),
        support({ row: 3, from: 'Lending', to: 'Grow lending' }),
        support({ row: 4, from: 'Lending', to: 'Lending', fromLayer: 'Process', toLayer: 'Objective' }),
        support({ row: 5, from: 'Calls', to: 'Care' }),
        support({ row: 6, from: 'Incident management', to: 'Calls' }),
        support({ row: 7, from: 'Incident management', to: 'Care' }),
        support({ row: 8, from: 'Telex', to: 'Care', fromLayer: 'Service' }),
        support({ row: 9, from: 'Calls', to: '', fromLayer: 'Service', unreadable: ['to'] }),
        support({ row: 10, from: '', to: 'Care', unreadable: ['from'] }),
        support({ row: 11, from: '', to: 'Grow lending', unreadable: ['from'] }),
      ],
    }))!;
    expect(cost.processes.map((one) => one.services)).toEqual([['Lending'], ['Calls']]);
    expect(cost.rowsLeftOut.map(({ row }) => row)).toEqual([7, 8, 9, 10]);
  });

  it('names the rows of a service that its month should have counted', () => {
    const cost = costOf(bank({
      agreements: [agreement({ row: 4, agreement: 'SLA', item: 'Calls', hours: 'Nights' })],
      outages: [outage({ row: 9, item: 'Cards', start: NaN, unreadable: ['start'] }), outage({ row: 8, item: 'Cards', start: at('2026-09-09T10:00Z'), end: at('2026-09-09T09:00Z') })],
    }))!;
    expect(cost.rowsLeftOut).toEqual([{ table: 'Agreements', row: 4 }, { table: 'Outages', row: 8 }, { table: 'Outages', row: 9 }]);
  });

  it('services that are planned or unknown to Supports, and a cycle in the map, do no harm', () => {
    const cost = costOf(bank({
      services: [service({ service: 'Cards', lifecycle: 'Proposed' }), service({ service: 'Calls' }), service({ service: 'Fax' })],
      dependencies: [dependency('Calls', 'Line'), dependency('Line', 'Calls')],
      outages: [down('Cards', '2026-09-09T10:00Z', 60), down('Fax', '2026-09-09T10:00Z', 60), down('Line', '2026-09-09T10:00Z', 60)],
    }))!;
    expect(cost.cost).toBe(60);
    expect(cost.outages.map(({ item }) => item)).toEqual(['Line']);
  });
});
