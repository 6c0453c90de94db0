import type { TableContent } from '../tables/model';
import { seededRandom } from './random';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { monthsFrom } from './wall-clock';

/** Three years to October 2026: enough for a season to show. */
const USAGE_MONTHS = monthsFrom('2023-11-01', 36);

/** How one business unit's use of an item goes on. */
interface Course {
  readonly unit: string | null;
  /** In November 2023, or in its first month. */
  readonly from: number;
  /** A month: 0.01 is 1%. */
  readonly growth: number;
  /** What each calendar month is times its year, January first. */
  readonly season?: readonly number[];
  /** From this month on, all is so many times as much. */
  readonly step?: { readonly month: string; readonly times: number };
  /** Its first month with any use; left out: November 2023. */
  readonly begins?: string;
  /** Nothing is used from this month on. */
  readonly dies?: string;
  /** Nobody recorded this month. */
  readonly gap?: string;
  /** How far it strays, as a share. Default 0.015. */
  readonly noise?: number;
}

const SHOPPING = [0.93, 0.91, 0.98, 0.99, 1.01, 1, 1, 0.99, 0.97, 0.99, 1.06, 1.17];
const SPRING = [0.86, 0.95, 1.12, 1.21, 1.19, 1.08, 0.99, 0.95, 0.97, 0.95, 0.89, 0.84];
const QUARTER_ENDS = [0.88, 0.9, 1.26, 0.9, 0.88, 1.24, 0.87, 0.88, 1.23, 0.9, 0.89, 1.17];
const HOLIDAYS = [0.94, 0.93, 0.97, 0.99, 1.01, 1.04, 1.06, 1.05, 0.99, 0.98, 0.99, 1.05];
const NEW_YEAR = [1.14, 1.04, 1, 1.03, 0.98, 0.96, 0.95, 0.95, 0.97, 0.98, 0.98, 1.02];

const STAFF: readonly (readonly [unit: string, people: number, growth: number])[] = [
  ['Retail Banking', 2110, 0.001],
  ['Lending', 780, 0.005],
  ['Cards', 520, 0.003],
  ['Customer Care', 410, 0.002],
  ['Legal', 118, 0],
  ['Treasury', 74, 0],
];

/** A person more or less: what is counted per head moves little. */
const perHead = (of: number): Course[] => STAFF.map(([unit, people, growth]) => ({ unit, from: people * of, growth, noise: 0.002 }));

const COURSES: readonly (readonly [item: string, unit: string, courses: readonly Course[]])[] = [
  ['Desktop Computing', 'desktops', perHead(1)],
  ['E-mail', 'mailboxes', perHead(1.04)],
  ['Document Archive', 'thousand documents', [
    { unit: 'Lending', from: 44, growth: 0.007, season: QUARTER_ENDS },
    { unit: 'Legal', from: 13, growth: 0.002, season: QUARTER_ENDS, gap: '2025-07-01' },
    { unit: 'Cards', from: 5, growth: 0.03, season: QUARTER_ENDS, begins: '2025-05-01' },
  ]],
  ['Card Payments', 'thousand payments', [
    { unit: 'Cards', from: 2110, growth: 0.009, season: SHOPPING },
    { unit: 'Business Banking', from: 382, growth: 0.006, season: SHOPPING },
  ]],
  ['Branch Teller', 'thousand transactions', [{ unit: 'Retail Banking', from: 522, growth: -0.008, season: HOLIDAYS, step: { month: '2026-03-01', times: 0.86 } }]],
  ['Online Banking', 'thousand sign-ins', [
    { unit: 'Retail Banking', from: 1462, growth: 0.009, step: { month: '2026-03-01', times: 1.22 } },
    { unit: 'Business Banking', from: 163, growth: 0.006 },
  ]],
  ['ATM Network', 'thousand withdrawals', [{ unit: 'Retail Banking', from: 894, growth: -0.003, season: HOLIDAYS }]],
  ['Loan Origination', 'applications', [{ unit: 'Lending', from: 642, growth: 0.006, season: SPRING, noise: 0.025 }]],
  ['Treasury Settlement', 'thousand settlements', [{ unit: 'Treasury', from: 18.4, growth: 0, noise: 0.01 }]],
  ['Contact Center', 'thousand calls', [{ unit: 'Customer Care', from: 61, growth: 0.004, season: NEW_YEAR, begins: '2025-01-01', noise: 0.02 }]],
  ['Fax Gateway', 'faxes', [
    { unit: 'Legal', from: 412, growth: -0.09, dies: '2026-08-01' },
    { unit: 'Lending', from: 688, growth: -0.12, dies: '2026-06-01' },
  ]],
  ['Server Hosting', 'virtual machines', [{ unit: null, from: 196, growth: 0.01, noise: 0.004 }]],
  ['Storage array', 'TB', [{ unit: null, from: 61, growth: 0.0169, noise: 0.004 }]],
  ['Internet access', 'Mbit/s at peak', [{ unit: null, from: 918, growth: 0.0148, noise: 0.01, step: { month: '2026-03-01', times: 1.12 } }]],
];

/** Thousands and terabytes have a decimal below a hundred; what is counted by the piece has none. */
const rounded = (quantity: number, unit: string): number => (quantity < 100 && (unit === 'TB' || unit.startsWith('thousand ')) ? Math.round(quantity * 10) / 10 : Math.round(quantity));

/** How much of each service was used, by business unit and month. */
export function usage(): TableContent {
  const random = seededRandom(36);
  const rows = COURSES.flatMap(([item, unit, courses]) =>
    courses.flatMap(({ unit: businessUnit, from, growth, season, step, begins = USAGE_MONTHS[0]!, dies, gap, noise = 0.015 }) =>
      USAGE_MONTHS.filter((month) => month >= begins && month !== gap).map((month): SampleRow => {
        const passed = USAGE_MONTHS.indexOf(month) - USAGE_MONTHS.indexOf(begins);
        const level = from * (1 + growth) ** passed * (season?.[Number(month.slice(5, 7)) - 1] ?? 1) * (step !== undefined && month >= step.month ? step.times : 1);
        const strayed = level * (1 + noise * (random.next() + random.next() - 1));
        return { Item: item, Month: month, Quantity: dies !== undefined && month >= dies ? 0 : rounded(strayed, unit), Unit: unit, 'Business unit': businessUnit };
      }),
    ),
  );
  return tableOf('Usage', rows);
}

/** How much there is, what was added and when, and how long more takes. */
export function capacity(): TableContent {
  return tableOf('Capacity', [
    { Item: 'Storage array', Capacity: 140, Unit: 'TB', From: '2024-02-01', Threshold: 0.8, 'Lead time months': 3 },
    { Item: 'Internet access', Capacity: 1200, Unit: 'Mbit/s at peak', From: '2023-01-01', Threshold: 0.85, 'Lead time months': 6 },
    { Item: 'Internet access', Capacity: 2000, Unit: 'Mbit/s at peak', From: '2024-09-01', Threshold: 0.85, 'Lead time months': 6 },
    { Item: 'Server Hosting', Capacity: 240, Unit: 'virtual machines', From: '2023-06-01', Threshold: 0.9, 'Lead time months': 2 },
    { Item: 'Server Hosting', Capacity: 320, Unit: 'virtual machines', From: '2025-06-01', Threshold: 0.9, 'Lead time months': 2 },
    { Item: 'Server Hosting', Capacity: 400, Unit: 'virtual machines', From: '2027-02-01', Threshold: 0.9, 'Lead time months': 2 },
    { Item: 'Card Payments', Capacity: 5600, Unit: 'thousand payments', From: '2023-01-01', Threshold: 0.8, 'Lead time months': 6 },
    { Item: 'E-mail', Capacity: 5500, Unit: 'mailboxes', From: '2022-01-01', Threshold: 0.9, 'Lead time months': 1 },
    { Item: 'Contact Center', Capacity: 95, Unit: 'thousand calls', From: '2024-01-01', Threshold: 0.85, 'Lead time months': 3 },
  ]);
}

/** What is bought, given out and used. */
export function licences(): TableContent {
  return tableOf('Licences', [
    { Product: 'Office suite', Purchased: 4600, Assigned: 4292, Active: 4021, Service: 'Desktop Computing', 'Cost per licence': 180 },
    { Product: 'Line-of-business client', Purchased: 900, Assigned: 934, Active: 902, Service: 'LOB Applications', 'Cost per licence': 420 },
    { Product: 'Loan application', Purchased: 260, Assigned: 220, Active: 181, Service: 'Loan Origination', 'Cost per licence': 950 },
    { Product: 'Diagram tool', Purchased: 300, Assigned: 183, Active: 74, Service: 'Desktop Computing', 'Cost per licence': 110 },
    { Product: 'Fax client', Purchased: 60, Assigned: 52, Active: 0, Service: 'Fax Gateway', 'Cost per licence': 75 },
    { Product: 'Agent desktop', Purchased: 150, Assigned: 148, Active: 145, Service: 'Contact Center', 'Cost per licence': 640 },
  ]);
}
