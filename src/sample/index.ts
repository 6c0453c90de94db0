/**
 * The sample organisation: Woodgrove Bank, the fictitious bank of the Microsoft Operations Framework,
 * with its desktop service as the framework's catalogue entry and agreement describe it, business
 * services beside it, two years to October 2026 of what happened, and three of what was used.
 */
import type { TableContent } from '../tables/model';
import { agreements, clauses, credits, targets } from './agreements';
import { objectives, processes, supports } from './alignment';
import { holidays, maintenance, serviceHours } from './calendars';
import { capacity, licences, usage } from './demand';
import { glossary } from './glossary';
import { incidents } from './incidents';
import { outages } from './outages';
import { initiatives, projects } from './portfolio';
import { requests } from './requests';
import { responsibilities } from './responsibilities';
import { components, customers, dependencies, services } from './services';
import { criticalSuccessFactors, improvements, measurements, metrics, remarks } from './success-factors';
import { tableOf } from './table-of';

function settings(): TableContent {
  return tableOf('Settings', [
    { Setting: 'Organisation', Value: 'Woodgrove Bank' },
    { Setting: 'Time zone', Value: 'America/Los_Angeles' },
    { Setting: 'Report month', Value: '2026-10-01' },
    { Setting: 'As of', Value: '2026-11-02T08:00:00' },
    { Setting: 'Currency', Value: '$' },
    { Setting: 'Fiscal year starts', Value: 1 },
    { Setting: 'Amber margin', Value: 0.25 },
    { Setting: 'Roll up component outages', Value: 'Yes' },
    { Setting: 'Discount rate', Value: 0.08 },
    { Setting: 'Project budget', Value: 1200000 },
    { Setting: 'Weight of value', Value: 3 },
    { Setting: 'Weight of fit', Value: 3 },
    { Setting: 'Weight of urgency', Value: 2 },
    { Setting: 'Weight of risk', Value: 2 },
    { Setting: 'Business units across', Value: 'No' },
  ]);
}

/**
 * Every table of the sample, in the order in which one would fill them in. The same on every call.
 *
 * @example sampleTables().find(({ table }) => table === 'Settings')?.rows[0] // ['Organisation', 'Woodgrove Bank']
 */
export function sampleTables(): TableContent[] {
  return [
    settings(),
    services(),
    components(),
    customers(),
    dependencies(),
    responsibilities(),
    glossary(),
    agreements(),
    clauses(),
    targets(),
    credits(),
    serviceHours(),
    holidays(),
    maintenance(),
    outages(),
    ...incidents(),
    criticalSuccessFactors(),
    metrics(),
    measurements(),
    improvements(),
    remarks(),
    objectives(),
    processes(),
    supports(),
    initiatives(),
    projects(),
    usage(),
    capacity(),
    licences(),
    requests(),
  ];
}
