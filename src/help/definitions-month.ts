/** One month, and what each definition makes of it. The figures are worked out in a test, each from its own definition. */
import type { HelpText } from './section';

/** What happened, in words, and what is assumed where the tables do not say it. */
export const MONTH_EVENTS: readonly HelpText[] = [
  'June 2026: 30 days, 43,200 min. Service hours Monday to Friday 8:00 to 18:00, 4 June is a holiday: 21 days of 600 min, 12,600 min.',
  '9 June: maintenance window 16:00 to 18:00 (120 min); the service is down in it from 16:30 to 17:15 (45 min).',
  '10 June: down from 17:30 to 19:00, across closing time (30 min in service hours, 90 min by the clock).',
  '15 June: half of the requests fail from 10:00 to 12:00. Monitoring says WARNING or degraded, not down.',
  '18 June: two outages overlap, 9:00 to 10:00 and 9:30 to 10:30 (90 min together).',
  '22 June: monitoring does not run from 13:00 to 15:00 (120 min without data).',
  '30 June: down from 17:00, still open at midnight, when the month is looked at (60 min in service hours, 420 min by the clock).',
];

/** The promise that the figures are held against, in percent. */
export const MONTH_TARGET = 98;

/** What a definition makes of the month. */
export interface MonthFigure {
  readonly id: string;
  readonly name: HelpText;
  /** Minutes that make up the 100%. */
  readonly total: number;
  /** Minutes of them that are not up. */
  readonly notUp: number;
  /** How to get there with a pocket calculator. */
  readonly why: HelpText;
}

export const MONTH_FIGURES: readonly MonthFigure[] = [
  { id: 'excluded', name: 'Plumbline, Excluded', total: 12_480, notUp: 240, why: '12,600 − 120 of the window; 30 + 120 × 50% + 90 + 60' },
  { id: 'forgiven', name: 'Plumbline, Forgiven', total: 12_600, notUp: 240, why: 'the window stays in the total; what was down in it does not count' },
  { id: 'counted', name: 'Plumbline, Counted', total: 12_600, notUp: 285, why: '240 + 45 inside the window' },
  { id: 'excluded-uptime', name: 'Plumbline, Excluded, from `Uptime`', total: 12_360, notUp: 240, why: '12,480 − 120 without data' },
  { id: 'zabbix', name: 'Zabbix', total: 12_480, notUp: 300, why: 'holiday and window entered as excluded downtimes; 30 + 120 + 90 + 60' },
  { id: 'icinga', name: 'Icinga', total: 43_200, notUp: 600, why: 'around the clock; 90 + 90 + 420; WARNING and downtime are OK' },
  { id: 'checkmk', name: 'Checkmk, as installed', total: 12_600, notUp: 540, why: 'not OK are 30 + 120 WARN + 90 + 60, downtime 120, N/A 120' },
  { id: 'checkmk-excluded', name: 'Checkmk, nearest to Excluded', total: 12_360, notUp: 180, why: 'WARN as OK, downtimes excluded, N/A left out: 12,600 − 120 − 120; 30 + 90 + 60' },
  { id: 'servicenow', name: 'ServiceNow, commitment', total: 12_600, notUp: 180, why: '30 + 90 + 60; neither degradation nor planned' },
  { id: 'servicenow-total', name: 'ServiceNow, total', total: 43_200, notUp: 600, why: 'around the clock; 90 + 90 + 420' },
  { id: 'aws-requests', name: 'AWS, by requests (Lambda)', total: 43_200, notUp: 705, why: 'average of 8,640 intervals of 5 min; 45 + 90 + 120 × 50% + 90 + 420' },
  { id: 'aws-minutes', name: 'AWS, by minutes (EC2)', total: 43_200, notUp: 645, why: 'only complete loss counts; 45 + 90 + 90 + 420' },
  { id: 'upptime', name: 'Upptime, month', total: 43_804.8, notUp: 720, why: 'a month is always 2,628,288 s; 90 + 120 + 90 + 420' },
];

/** `98.0769%`: a figure of the month, to the nearest fourth decimal. */
export function monthPercent({ total, notUp }: Pick<MonthFigure, 'total' | 'notUp'>): string {
  return `${((100 * (total - notUp)) / total).toFixed(4)}%`;
}

/** Whether a figure of the month keeps the promise. */
export function monthKept({ total, notUp }: Pick<MonthFigure, 'total' | 'notUp'>): boolean {
  return 100 * (total - notUp) >= MONTH_TARGET * total;
}
