import type { TableContent } from '../tables/model';
import { tableOf } from './table-of';

/** What the bank wants to reach, and what its IT wants to reach for it. */
export function objectives(): TableContent {
  return tableOf('Objectives', [
    { Objective: 'Keep every customer', Kind: 'Business', Serves: null, Description: 'Customers stay because the bank works when they need it.', Owner: 'Chief Operating Officer', Measure: 'Customers lost a year', Target: 0.04, Actual: 0.046, Better: 'Lower', 'Due date': '2027-12-31' },
    { Objective: 'Grow lending', Kind: 'Business', Description: 'More loans, approved faster.', Owner: 'Head of Lending', Measure: 'Growth of loans a year', Target: 0.06, Actual: 0.052, Better: 'Higher', 'Due date': '2027-12-31' },
    { Objective: 'Move counters online', Kind: 'Business', Description: 'Routine business is done online.', Owner: 'Head of Retail Banking', Measure: 'Transfers made online', Target: 0.85, Actual: 0.81, Better: 'Higher', 'Due date': '2027-06-30' },
    { Objective: 'Satisfy the regulators', Kind: 'Business', Description: 'No finding stays open.', Owner: 'General Counsel', Measure: 'Findings open over 90 days', Target: 0, Actual: 1, Better: 'Lower', 'Due date': '2026-12-31' },
    { Objective: 'Promises kept', Kind: 'IT', Serves: 'Keep every customer', Owner: 'Chief Information Officer', 'Business owner': 'Chief Operating Officer', Measure: 'Service level targets met', Target: 0.95, Better: 'Higher', 'Due date': '2026-12-31' },
    { Objective: 'A simpler online bank', Kind: 'IT', Serves: 'Move counters online', Owner: 'Lena Brandt', 'Business owner': 'Head of Retail Banking', Measure: 'Customer effort score', Target: 5.5, Actual: 4.9, Better: 'Higher', 'Due date': '2027-01-31' },
    { Objective: 'Data where it is needed', Kind: 'IT', Serves: 'Grow lending', Owner: 'Arif Demir', 'Business owner': 'Head of Lending', Measure: 'Time to share data', Target: 20, Actual: 18, Better: 'Lower', 'Due date': '2026-12-31' },
    { Objective: 'Safe by default', Kind: 'IT', Serves: 'Satisfy the regulators', Owner: 'Josh Edwards', 'Business owner': 'General Counsel', Measure: 'Security incidents a month', Target: 4, Actual: 3, Better: 'Lower', 'Due date': '2026-12-31' },
  ]);
}

/** The bank's core processes and what an hour without them costs. */
export function processes(): TableContent {
  return tableOf('Processes', [
    { Process: 'Card payments', Category: 'Strategic', Priority: 1, Owner: 'Head of Cards', Regulated: 'Yes', 'Downtime cost per hour': 186000 },
    { Process: 'Branch banking', Category: 'Operational', Priority: 1, Owner: 'Head of Retail Banking', Regulated: 'Yes', 'Downtime cost per hour': 42000 },
    { Process: 'Online banking', Category: 'Strategic', Priority: 1, Owner: 'Head of Retail Banking', Regulated: 'Yes', 'Downtime cost per hour': 38000 },
    { Process: 'Cash supply', Category: 'Operational', Priority: 2, Owner: 'Head of Retail Banking', Regulated: null, 'Downtime cost per hour': 9000 },
    { Process: 'Lending', Category: 'Strategic', Priority: 2, Owner: 'Head of Lending', Regulated: 'Yes', 'Downtime cost per hour': 14000 },
    { Process: 'Settlement', Category: 'Operational', Priority: 1, Owner: 'Treasurer', Regulated: 'Yes', 'Downtime cost per hour': 95000 },
    { Process: 'Customer care', Category: 'Operational', Priority: 2, Owner: 'Head of Customer Care', Regulated: null, 'Downtime cost per hour': 6500 },
    { Process: 'Office work', Category: 'Operational', Priority: 3, Owner: 'Chief Operating Officer', Regulated: null, 'Downtime cost per hour': 18000 },
  ]);
}

/** Processes → objectives and services → processes. */
export function supports(): TableContent {
  const links: readonly (readonly [from: string, to: string, fromLayer: string, weight: number])[] = [
    ['Card payments', 'Keep every customer', 'Process', 3],
    ['Branch banking', 'Keep every customer', 'Process', 2],
    ['Online banking', 'Move counters online', 'Process', 3],
    ['Online banking', 'Keep every customer', 'Process', 2],
    ['Cash supply', 'Keep every customer', 'Process', 1],
    ['Lending', 'Grow lending', 'Process', 3],
    ['Settlement', 'Satisfy the regulators', 'Process', 3],
    ['Customer care', 'Keep every customer', 'Process', 2],
    ['Office work', 'Grow lending', 'Process', 1],
    ['Card Payments', 'Card payments', 'Service', 3],
    ['Branch Teller', 'Branch banking', 'Service', 3],
    ['Online Banking', 'Online banking', 'Service', 3],
    ['ATM Network', 'Cash supply', 'Service', 3],
    ['Loan Origination', 'Lending', 'Service', 3],
    ['Document Archive', 'Lending', 'Service', 1],
    ['Treasury Settlement', 'Settlement', 'Service', 3],
    ['Contact Center', 'Customer care', 'Service', 3],
    ['Desktop Computing', 'Office work', 'Service', 3],
    ['E-mail', 'Office work', 'Service', 2],
  ];
  return tableOf(
    'Supports',
    links.map(([from, to, fromLayer, weight]) => ({ From: from, To: to, 'From layer': fromLayer, 'To layer': fromLayer === 'Process' ? 'Objective' : 'Process', Weight: weight })),
  );
}
