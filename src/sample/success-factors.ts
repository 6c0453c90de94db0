import type { TableContent } from '../tables/model';
import { tableOf } from './table-of';
import type { SampleRow } from './table-of';
import { SAMPLE_MONTHS } from './wall-clock';

/** What must go well for IT to serve the business, in the order in which the report shows it. */
export function criticalSuccessFactors(): TableContent {
  const lines: readonly (readonly [csf: string, meaning: string, objective: string, owner: string])[] = [
    ['User-centric design', 'Enhancing user satisfaction and engagement', 'Keep every customer', 'Lena Brandt'],
    ['User-friendly interface', 'Providing an effortless user experience', 'A simpler online bank', 'Lena Brandt'],
    ['Scalability', 'Ensuring system performance at peak use', 'Move counters online', 'Kim Abercrombie'],
    ['Flexibility', 'Adapting quickly to customer needs', 'Keep every customer', 'Arif Demir'],
    ['Reliability', 'Maintaining uptime and resolving incidents quickly', 'Promises kept', 'Neil Orint'],
    ['Data-driven insights', 'Using data for business growth', 'Grow lending', 'Arif Demir'],
    ['Integration', 'Sharing data between systems, efficiently and accurately', 'Data where it is needed', 'Arif Demir'],
    ['Security', 'Protecting against security incidents and breaches', 'Safe by default', 'Josh Edwards'],
  ];
  return tableOf('CSFs', lines.map(([csf, meaning, objective, owner], index) => ({ CSF: csf, Meaning: meaning, Objective: objective, Owner: owner, Order: index + 1 })));
}

/** What a metric is; for computed ones also how services are put together, from what, and of which agreement. */
type MetricLine = readonly [metric: string, csf: string, better: 'Higher' | 'Lower', unit: string | null, target: number | null, owner: string, over?: string | null, from?: string, agreement?: string | null];

const MEASURED: readonly MetricLine[] = [
  ['User satisfaction', 'User-centric design', 'Higher', 'of 5', 4.2, 'Lena Brandt'],
  ['Session length', 'User-centric design', 'Higher', 'min', null, 'Lena Brandt'],
  ['Pages per session', 'User-centric design', 'Higher', null, null, 'Lena Brandt'],
  ['Customer effort score', 'User-friendly interface', 'Higher', 'of 7', 5.5, 'Lena Brandt'],
  ['Time in the app', 'User-friendly interface', 'Higher', 'min', 13, 'Lena Brandt'],
  ['Response at peak', 'Scalability', 'Lower', 's', 2, 'Kim Abercrombie'],
  ['Time to add capacity', 'Scalability', 'Lower', 'min', 15, 'Kim Abercrombie'],
  ['Time to deliver a feature', 'Flexibility', 'Lower', 'days', 25, 'Arif Demir'],
  ['Feedback on changes', 'Flexibility', 'Higher', 'of 5', 4, 'Arif Demir'],
  ['Forecast accuracy', 'Data-driven insights', 'Higher', '%', 0.9, 'Arif Demir'],
  ['Recommended sales in $ thousand', 'Data-driven insights', 'Higher', null, 380, 'Head of Retail Banking'],
  ['Time to share data', 'Integration', 'Lower', 'min', 20, 'Arif Demir'],
  ['Records that agree', 'Integration', 'Higher', '%', 0.99, 'Arif Demir'],
  ['Security incidents', 'Security', 'Lower', null, 4, 'Josh Edwards'],
  ['Time to contain', 'Security', 'Lower', 'hours', 6, 'Josh Edwards'],
];

/** Reliability follows from what happened: from the outages of every service with an SLA, and from incidents. */
const COMPUTED: readonly MetricLine[] = [
  ['Availability of services', 'Reliability', 'Higher', '%', 0.997, 'Neil Orint', 'Average', 'Availability', null],
  ['Number of breaks', 'Reliability', 'Lower', null, 12, 'Neil Orint', 'Sum', 'Breaks', null],
  ['Minor incidents solved in time', 'Reliability', 'Higher', '%', 0.9, 'Neil Orint', null, 'Resolved within', 'OLA Desktop Hardware'],
];

/** How the factors are measured. */
export function metrics(): TableContent {
  return tableOf(
    'Metrics',
    [...MEASURED, ...COMPUTED].map(
      ([metric, csf, better, unit, target, owner, over = null, from = null, agreement = null]): SampleRow => ({
        Metric: metric,
        CSF: csf,
        Better: better,
        Unit: unit,
        Target: target,
        Owner: owner,
        'Over services and months': over,
        'Computed from': from,
        'Item or agreement': agreement,
      }),
    ),
  );
}

/** What was measured, November 2024 to October 2026. */
const VALUES: Readonly<Record<string, readonly number[]>> = {
  'User satisfaction': [3.8, 3.8, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 4, 4, 4, 4, 4.1, 4.1, 4.2, 4.2, 4.2, 4.3, 4.3, 4.2, 4.3, 4.3, 4.3, 4.4],
  'Session length': [7.3, 7.4, 7.3, 7.3, 7.4, 7.3, 7.2, 7.3, 7.3, 7.2, 7.3, 7.2, 7.2, 7.1, 7.1, 7, 6.9, 6.9, 6.7, 6.7, 6.6, 6.5, 6.4, 6.1],
  'Pages per session': [5.2, 5.2, 5.1, 5.2, 5.1, 5.1, 5.2, 5.1, 5.1, 5.1, 5.1, 5.1, 5.1, 5, 5, 4.9, 4.8, 4.8, 4.7, 4.7, 4.6, 4.5, 4.4, 4.2],
  'Customer effort score': [5.8, 5.7, 5.7, 5.8, 5.8, 5.7, 5.7, 5.8, 5.8, 5.7, 5.8, 5.8, 5.9, 5.8, 5.8, 5.8, 5.7, 5.6, 5.6, 5.5, 5.4, 5.3, 5.2, 4.9],
  'Time in the app': [14.2, 14.2, 14.1, 14.1, 14.3, 14.4, 14.1, 14, 14.3, 14.1, 14.1, 14.1, 14.2, 14, 14, 13.8, 13.7, 13.5, 13.3, 13.1, 12.9, 12.7, 12.4, 11.8],
  'Response at peak': [2.6, 2.6, 2.5, 2.4, 2.4, 2.3, 2.4, 2.3, 2.2, 2.2, 2.2, 2.1, 2.1, 2, 2, 1.9, 1.9, 1.8, 1.7, 1.7, 1.6, 1.6, 1.5, 1.4],
  'Time to add capacity': [34, 33, 31, 30, 30, 29, 27, 27, 26, 24, 23, 22, 22, 21, 20, 19, 19, 17, 16, 15, 15, 14, 13, 12],
  'Time to deliver a feature': [24, 23, 24, 23, 24, 23, 24, 22, 23, 23, 23, 22, 21, 22, 21, 20, 22, 21, 22, 21, 20, 22, 21, 21],
  'Feedback on changes': [4.1, 4.1, 4.1, 4, 4.1, 4.1, 4.1, 4.1, 4.1, 4.1, 4.1, 4.1, 4.2, 4.1, 4.1, 4.3, 4.2, 4.1, 4.3, 4.2, 4.1, 4.2, 4.2, 4.3],
  'Forecast accuracy': [0.841, 0.844, 0.846, 0.848, 0.85, 0.854, 0.856, 0.86, 0.862, 0.863, 0.868, 0.869, 0.871, 0.874, 0.881, 0.879, 0.886, 0.89, 0.893, 0.898, 0.901, 0.904, 0.906, 0.912],
  'Recommended sales in $ thousand': [263, 272, 277, 280, 290, 295, 299, 303, 313, 319, 328, 331, 336, 341, 352, 349, 360, 367, 375, 381, 386, 392, 398, 412],
  'Time to share data': [44, 42, 41, 41, 39, 39, 38, 36, 34, 34, 32, 31, 30, 29, 28, 27, 26, 24, 23, 22, 21, 20, 19, 18],
  'Records that agree': [0.972, 0.973, 0.974, 0.975, 0.976, 0.977, 0.978, 0.979, 0.98, 0.981, 0.982, 0.983, 0.983, 0.984, 0.985, 0.985, 0.986, 0.987, 0.988, 0.989, 0.99, 0.99, 0.991, 0.992],
  'Security incidents': [12, 12, 12, 10, 11, 11, 11, 11, 10, 9, 10, 9, 9, 8, 8, 7, 8, 6, 6, 5, 5, 4, 4, 3],
  'Time to contain': [11.3, 11.4, 11.1, 10.8, 10.5, 10.4, 10.2, 9.7, 9.6, 9.4, 9.1, 8.9, 8.7, 8.4, 8.1, 8, 7.6, 7.2, 7, 6.6, 6.3, 5.9, 5.6, 5.2],
};

/** Where customers' use is measured: at the online bank. */
const AT_ONLINE_BANKING = ['User satisfaction', 'Session length', 'Pages per session', 'Customer effort score', 'Time in the app', 'Response at peak'];

/** One row for each metric and month. */
export function measurements(): TableContent {
  return tableOf(
    'Measurements',
    Object.entries(VALUES).flatMap(([metric, values]) =>
      values.map((value, index): SampleRow => ({ Metric: metric, Month: SAMPLE_MONTHS[index]!, Value: value, Service: AT_ONLINE_BANKING.includes(metric) ? 'Online Banking' : null })),
    ),
  );
}

/** What is done about promises and metrics that are off target. */
export function improvements(): TableContent {
  return tableOf('Improvements', [
    { Improvement: 'Simpler sign-in', Metric: 'Customer effort score', Agreement: null, Opened: '2026-09-07', Owner: 'Lena Brandt', 'Due date': '2027-01-31', 'Closed date': null, Status: 'Open', Action: 'One step instead of three; effort score back to 5.5' },
    { Improvement: 'Gateway certificate alerts', Agreement: 'SLA Card Payments', Opened: '2026-10-16', Owner: 'Arif Demir', 'Due date': '2026-11-30', Status: 'Open', Action: 'Expiry alerts for all 41 gateway certificates; 18 have one' },
    { Improvement: 'Standby switch, branch hub', Agreement: 'SLA Branch Teller', Opened: '2026-10-21', Owner: 'Maya Fuentes', 'Due date': '2026-11-30', Status: 'Proposed', Action: 'Replace the standby; test the fail-over every month from 9 November' },
    { Improvement: 'Second directory servers', Agreement: 'SLA Desktop Computing', Opened: '2026-10-08', Owner: 'Neil Orint', 'Due date': '2026-12-15', Status: 'Open', Action: 'A second directory server at six sites; two are done' },
    { Improvement: 'Recorded outage message', Agreement: 'SLA Desktop Computing', Opened: '2026-10-09', Owner: 'Neil Orint', 'Due date': '2026-11-16', Status: 'Open', Action: 'Callers hear of a known failure before they queue' },
    { Improvement: 'ATM line monitoring', Agreement: 'SLA ATM Network', Opened: '2026-02-02', Owner: 'Arif Demir', 'Due date': '2026-10-31', 'Closed date': '2026-10-09', Status: 'Done', Action: 'Lines watched every minute, second carrier east of the mountains' },
  ]);
}

/** What the service level manager says and asks in October's report. */
export function remarks(): TableContent {
  return tableOf('Remarks', [
    { Month: '2026-10-01', About: 'SLA Branch Teller', Kind: 'Ask', Text: 'Approve $48,000 for a new standby switch at the branch hub. Until then one failed switch stops all 64 branches.', Author: 'Neil Orint', Owner: 'Chief Operating Officer', 'Due date': '2026-11-13' },
    { Month: '2026-10-01', About: 'Card Payments', Kind: 'Ask', Text: 'Renew the card gateway contract with Litware, or tender it. It ends on 31 December; a tender takes six weeks.', Author: 'Arif Demir', Owner: 'Chief Financial Officer', 'Due date': '2026-11-20' },
    { Month: '2026-10-01', About: 'SLA Online Banking', Kind: 'Ask', Text: 'Online Banking: promise 99.7%, or add an Internet line ($6,400 a month). The Internet contract beneath it holds 99.8%, less than the 99.9% promised.', Author: 'Lena Brandt', Owner: 'Head of Retail Banking', 'Due date': '2026-11-30' },
    { Month: '2026-10-01', About: 'First page', Kind: 'Remark', Text: 'Three failures made October: an expired certificate, a standby switch that did not take over, and a schema change in the directory.', Author: 'Neil Orint', Owner: null, 'Due date': null },
  ]);
}
