import type { TableContent } from '../tables/model';
import { seededRandom } from './random';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { at, datesOf, SAMPLE_MONTHS, weekday } from './wall-clock';

/** What a row says besides item, start and end. */
interface Details {
  /** Share of the item that was lost; default all of it. */
  readonly impact?: number;
  readonly cause: string;
  readonly users?: number;
  readonly customer?: string;
  /** Announced work: when it was announced, and until when it was to last (default: its end). */
  readonly notified?: string;
  readonly plannedUntil?: string;
  /** Why the row does not count. */
  readonly setAside?: string;
}
type Event = readonly [item: string, start: string, end: string | null, details: Details];

/**
 * The desktop and everything beneath it. All rows of two years are written out, so that the desktop's
 * service level can be worked out with pencil and paper.
 */
const DESKTOP: readonly Event[] = [
  ['Directory', '2024-11-19T10:15', '2024-11-19T10:50', { impact: 0.3, cause: 'Replication between sites had stopped', users: 1300 }],
  ['LOB database', '2024-12-10T13:00', '2024-12-10T13:25', { cause: 'Transaction log full', users: 4380 }],
  ['Desktop Computing', '2025-01-05T16:00', '2025-01-05T17:15', { cause: 'Monthly maintenance: update of the standard image', notified: '2024-12-23T09:00' }],
  ['Windows image', '2025-01-22T09:05', '2025-01-22T09:45', { impact: 0.25, cause: 'Update restarted computers during work', users: 1100 }],
  ['Network configuration', '2025-02-13T08:30', '2025-02-13T09:20', { impact: 0.15, cause: 'Wrong name server handed out at two sites', users: 640 }],
  ['Mail filtering', '2025-03-06T10:00', '2025-03-06T12:00', { impact: 0.1, cause: 'Litware held back outgoing mail', users: 430 }],
  ['LOB Applications', '2025-04-09T18:10', '2025-04-09T18:50', { cause: 'Release of 8 April withdrawn', users: 4380 }],
  ['Print servers', '2025-04-12T10:00', '2025-04-12T10:30', { impact: 0.1, cause: 'Spooler stopped', users: 90 }],
  ['Directory', '2025-04-16T08:15', '2025-04-16T16:00', { impact: 0.6, cause: 'Failed storage at two data rooms: three in five users could not sign in', users: 2628 }],
  ['Security baseline', '2025-05-20T09:30', '2025-05-20T11:00', { impact: 0.2, cause: 'New policy locked shared computers', users: 870 }],
  ['LOB database', '2025-06-17T14:10', '2025-06-17T14:40', { cause: 'Failed disk; restart on the spare', users: 4380 }],
  ['Office suite', '2025-07-15T08:00', '2025-07-15T10:00', { impact: 0.15, cause: 'Activation of licences failed', users: 650 }],
  ['Directory', '2025-08-12T08:05', '2025-08-12T08:35', { impact: 0.5, cause: 'Time server wrong; sign-in refused', users: 2190 }],
  ['Role packages', '2025-09-10T13:00', '2025-09-10T15:00', { impact: 0.1, cause: 'Package for lending incomplete', users: 440 }],
  ['Network configuration', '2025-10-21T11:00', '2025-10-21T12:00', { impact: 0.25, cause: 'Address pool of the head office exhausted', users: 1050 }],
  ['Line-of-business client', '2025-11-18T09:00', '2025-11-18T10:30', { impact: 0.3, cause: 'Client update incompatible with older laptops', users: 1300 }],
  ['Print servers', '2025-12-11T10:00', '2025-12-11T13:00', { impact: 0.1, cause: 'Spooler stopped after a driver update', users: 430 }],
  ['Desktop Computing', '2026-01-04T16:00', '2026-01-04T17:45', { cause: 'Monthly maintenance: update of the standard image', notified: '2025-12-19T10:00' }],
  ['Network configuration', '2026-01-13T07:30', '2026-01-13T08:40', { impact: 0.4, cause: 'Firewall rule blocked three sites', users: 1700 }],
  ['Windows image', '2026-02-19T08:00', '2026-02-19T10:00', { impact: 0.2, cause: 'Update restarted computers during work', users: 880 }],
  ['Security baseline', '2026-03-17T14:00', '2026-03-17T16:00', { impact: 0.15, cause: 'New policy removed mapped drives', users: 660 }],
  ['LOB database', '2026-04-15T17:40', '2026-04-15T18:25', { cause: 'Tax reports locked the tables', users: 4380 }],
  ['Print servers', '2026-04-18T13:30', '2026-04-18T14:30', { impact: 0.1, cause: 'Spooler stopped', users: 90 }],
  ['Mail server 1', '2026-05-14T09:00', '2026-05-14T15:00', { cause: 'Mainboard replaced', users: 0 }],
  ['Mail server 2', '2026-05-14T11:20', '2026-05-14T11:50', { impact: 0.2, cause: 'Carried the load of both; mailboxes A to D slow to open', users: 880 }],
  ['Core switch B', '2026-05-21T13:00', '2026-05-21T13:40', { cause: 'Power supply replaced; switch A carried the traffic', users: 0 }],
  ['Desktop Computing', '2026-06-10T13:00', '2026-06-10T16:00', { cause: 'Regional power failure', users: 4380, setAside: 'Continuity clause: public power was cut; agreed with the Chief Operating Officer on 24 June 2026' }],
  ['LOB application server 2', '2026-06-23T09:10', '2026-06-23T16:30', { cause: 'Memory fault; two other servers carried the load', users: 0 }],
  ['Desktop Computing', '2026-07-05T16:00', '2026-07-05T17:30', { cause: 'Monthly maintenance: update of the standard image', notified: '2026-06-22T09:00' }],
  ['Windows image', '2026-07-22T16:00', '2026-07-22T17:30', { cause: 'Emergency security update, announced three days ahead', users: 4380, notified: '2026-07-19T10:00' }],
  ['Messaging', '2026-07-31T20:10', '2026-08-01T01:40', { cause: 'Mail store damaged; restored from the backup', users: 4380 }],
  ['Domain controller 3', '2026-08-05T10:00', '2026-08-05T12:15', { cause: 'Disk full; the other two controllers answered', users: 0 }],
  ['LOB Applications', '2026-08-19T14:00', '2026-08-19T15:30', { impact: 0.4, cause: 'Quarterly release; took half an hour longer than announced', users: 1750, notified: '2026-08-05T09:00', plannedUntil: '2026-08-19T15:00' }],
  ['Line-of-business client', '2026-08-25T08:20', '2026-08-25T10:40', { impact: 0.3, cause: 'Client of the August release crashed on 1,300 computers', users: 1300 }],
  ['WAN line 1', '2026-09-15T09:05', '2026-09-15T11:25', { cause: 'Fibre cut; line 2 carried the traffic', users: 0 }],
  ['Role packages', '2026-09-24T09:00', '2026-09-24T13:00', { impact: 0.2, cause: 'Package for branches removed the card reader driver', users: 880 }],
  ['Directory', '2026-10-07T09:10', '2026-10-07T12:20', { impact: 0.5, cause: 'Directory failed at six sites after a schema change: half of all users could not sign in', users: 2190 }],
  ['Print servers', '2026-10-30T14:10', null, { impact: 0.02, cause: 'Printers of the Tacoma office; spare part ordered', users: 88 }],
];

/** The business services' notable failures and their announced work. */
const BUSINESS: readonly Event[] = [
  ['Core Banking', '2025-01-18T22:10', '2025-01-18T22:28', { cause: 'Fail-over to the standby database' }],
  ['Server Hosting', '2025-02-16T01:30', '2025-02-16T03:00', { cause: 'Host updates', notified: '2025-01-31T10:00' }],
  ['Federal Reserve link', '2025-05-13T12:10', '2025-05-13T12:42', { cause: 'Line at the Federal Reserve failed', users: 18 }],
  ['Server Hosting', '2025-05-18T01:30', '2025-05-18T03:00', { cause: 'Storage firmware', notified: '2025-05-02T10:00' }],
  ['Core Banking', '2025-06-30T23:40', '2025-07-01T00:25', { cause: 'Half-year batch locked the ledger' }],
  ['Server Hosting', '2025-08-17T01:30', '2025-08-17T03:00', { cause: 'Host updates', notified: '2025-08-01T10:00' }],
  ['ATM Network', '2025-09-12T08:10', '2025-09-12T15:20', { cause: 'Lines to the stores cut by road works', customer: 'Adventure Works', users: 38 }],
  ['Server Hosting', '2025-09-21T02:00', '2025-09-21T03:55', { cause: 'Move of storage; took 25 minutes longer than announced', notified: '2025-09-05T10:00', plannedUntil: '2025-09-21T03:30' }],
  ['Server Hosting', '2025-11-16T01:30', '2025-11-16T03:00', { cause: 'Host updates', notified: '2025-10-31T10:00' }],
  ['Payment switch A', '2025-11-28T10:05', '2025-11-28T13:20', { cause: 'Queue overflow on the busiest day; switch B carried the payments' }],
  ['Teller application', '2025-12-09T10:00', '2025-12-09T11:15', { cause: 'Release of 8 December could not post cheques; withdrawn', users: 640 }],
  ['ATM lines', '2026-01-25T10:00', '2026-01-25T18:00', { impact: 0.6, cause: 'Ice storm: lines east of the mountains down', users: 127 }],
  ['Server Hosting', '2026-02-15T01:30', '2026-02-15T03:00', { cause: 'Host updates', notified: '2026-01-30T10:00' }],
  ['Core Banking', '2026-03-14T15:05', '2026-03-14T16:11', { cause: 'Index rebuild stopped all postings' }],
  ['ATM Network', '2026-04-02T03:00', '2026-04-02T03:00', { impact: 0.1, cause: 'Router restart, shorter than a minute' }],
  ['ATM Network', '2026-05-08T16:00', '2026-05-08T17:30', { cause: 'Lines to the stores overloaded', customer: 'Adventure Works', users: 38 }],
  ['Server Hosting', '2026-05-17T01:30', '2026-05-17T03:00', { cause: 'Storage firmware', notified: '2026-05-01T10:00' }],
  ['Internet access', '2026-06-11T11:02', '2026-06-11T11:19', { cause: 'A. Datum rerouted after a router failure' }],
  ['Server Hosting', '2026-08-16T01:30', '2026-08-16T03:00', { cause: 'Host updates', notified: '2026-07-31T10:00' }],
  ['Online banking application', '2026-09-15T08:12', '2026-09-15T08:33', { cause: 'Pay day: sign-in queue too short' }],
  ['Card gateway certificates', '2026-10-15T11:52', '2026-10-15T12:39', { cause: "The card gateway's certificate had expired; all payments were refused" }],
  ['Branch hub standby switch', '2026-10-18T02:15', '2026-10-20T13:30', { cause: 'Did not start after the firmware update of 18 October; nobody saw it' }],
  ['Branch hub switch', '2026-10-20T09:10', '2026-10-20T10:21', { cause: 'Hub switch failed and its standby did not take over: 64 branches stood still', users: 640 }],
  ['Credit bureau link', '2026-10-22T14:00', '2026-10-22T14:40', { impact: 0.6, cause: 'Trey Research limited queries', users: 130 }],
  ['Online banking application', '2026-10-29T19:40', '2026-10-29T19:52', { cause: 'Restart after a memory leak' }],
];

/** Small failures as every month has them: how many a month at most, how likely each, how long, how much is lost. */
interface Routine {
  readonly item: string;
  readonly atMost: number;
  readonly likely: number;
  readonly minutes: readonly [number, number];
  readonly impacts: readonly number[];
  /** Hours of the day between which they begin. */
  readonly hours: readonly [number, number];
  readonly causes: readonly string[];
}

const ROUTINES: readonly Routine[] = [
  { item: 'Card Payments', atMost: 1, likely: 0.55, minutes: [2, 9], impacts: [1], hours: [6, 23], causes: ['Timeouts at the card gateway', 'Restart of the posting queue', 'Fraud rules reloaded during the day'] },
  { item: 'Payment switch A', atMost: 1, likely: 0.25, minutes: [40, 160], impacts: [1], hours: [0, 21], causes: ['Queue restarted; switch B carried the payments'] },
  { item: 'Teller application', atMost: 1, likely: 0.6, minutes: [3, 8], impacts: [1, 0.5], hours: [9, 16], causes: ['Print service of the counters stopped', 'Session server restarted', 'Slow postings at opening'] },
  { item: 'Online banking application', atMost: 2, likely: 0.45, minutes: [3, 12], impacts: [1, 0.5], hours: [6, 22], causes: ['Restart after a memory leak', 'Sign-in codes delayed', 'Release rolled back'] },
  { item: 'Web server 1', atMost: 1, likely: 0.35, minutes: [30, 240], impacts: [1], hours: [0, 20], causes: ['Taken out for an update', 'Disk replaced'] },
  { item: 'Web server 3', atMost: 1, likely: 0.25, minutes: [30, 240], impacts: [1], hours: [0, 20], causes: ['Taken out for an update', 'Process hung'] },
  { item: 'ATM Network', atMost: 3, likely: 0.6, minutes: [15, 90], impacts: [0.1, 0.15, 0.25], hours: [0, 22], causes: ['Router of a region restarted', 'Cash dispensers out of service after an update', 'Line to a group of machines down'] },
  { item: 'Cash machines', atMost: 1, likely: 0.4, minutes: [30, 180], impacts: [0.05, 0.1], hours: [6, 21], causes: ['Dispenser fault at a series of machines', 'Receipts printer driver'] },
  { item: 'Loan application', atMost: 2, likely: 0.45, minutes: [5, 25], impacts: [1, 0.4], hours: [8, 16], causes: ['Rating service restarted', 'Slow search', 'Document upload failed'] },
  { item: 'Settlement application', atMost: 1, likely: 0.25, minutes: [3, 8], impacts: [1], hours: [4, 15], causes: ['Queue to the Federal Reserve restarted', 'Certificate store reloaded'] },
  { item: 'Telephone platform', atMost: 2, likely: 0.5, minutes: [5, 30], impacts: [1, 0.3], hours: [7, 20], causes: ['Call routing restarted', 'Chat did not connect', 'Recording stopped calls'] },
  { item: 'Document Archive', atMost: 2, likely: 0.5, minutes: [10, 90], impacts: [1, 0.5], hours: [7, 19], causes: ['Search index rebuilt', 'Storage volume full'] },
  { item: 'E-mail', atMost: 1, likely: 0.6, minutes: [6, 25], impacts: [0.1, 0.3, 0.5], hours: [6, 22], causes: ['Phones did not synchronise', 'Address book slow', 'Webmail restarted'] },
  { item: 'Virtual host 2', atMost: 1, likely: 0.3, minutes: [20, 200], impacts: [1], hours: [0, 20], causes: ['Taken out for an update; machines moved'] },
  { item: 'Virtual host 4', atMost: 1, likely: 0.2, minutes: [20, 200], impacts: [1], hours: [0, 20], causes: ['Memory replaced; machines moved'] },
];

function routineEvents(): Event[] {
  const months = SAMPLE_MONTHS.map(datesOf);
  return ROUTINES.flatMap((routine, index) => {
    const random = seededRandom(7100 + index);
    return months.flatMap((dates): Event[] => {
      const events: Event[] = [];
      for (let n = 0; n < routine.atMost; n++) {
        const happens = random.chance(routine.likely);
        const date = random.pick(dates);
        const begin = random.whole(routine.hours[0] * 60, routine.hours[1] * 60 - 1);
        const minutes = random.whole(...routine.minutes);
        const impact = random.pick(routine.impacts);
        const cause = random.pick(routine.causes);
        // Never on a Sunday: the clocks change on Sundays, and announced work is done then.
        if (happens && weekday(date) !== 7) events.push([routine.item, at(date, begin), at(date, begin + minutes), { impact, cause }]);
      }
      return events;
    });
  });
}

/** Two years of outages, oldest first: failures and announced work, of services and of what they stand on. */
export function outages(): TableContent {
  const seconds = (time: string | null | undefined): string | null => (time ? time.padEnd(19, ':00') : null);
  const events = [...DESKTOP, ...BUSINESS, ...routineEvents()].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  return tableOf(
    'Outages',
    events.map(
      ([item, start, end, details], index): SampleRow => ({
        'Outage id': `O-${String(index + 1).padStart(4, '0')}`,
        Item: item,
        Start: seconds(start),
        End: seconds(end),
        Impact: details.impact ?? 1,
        Planned: details.notified === undefined ? null : 'Yes',
        'Planned until': seconds(details.plannedUntil),
        Notified: seconds(details.notified),
        Customer: details.customer ?? null,
        Counts: details.setAside === undefined ? null : 'No',
        Reason: details.setAside ?? null,
        Cause: details.cause,
        'Users affected': details.users ?? null,
      }),
    ),
  );
}
