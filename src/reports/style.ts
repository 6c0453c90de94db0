/** Colours, sizes and number formats of every sheet. Hex values, never a theme's: no theme may repaint a status. */
import type { CsfStatus, MetricStatus, TargetStatus } from '../domain/figures';
import type { CellStyle } from './sheet';

export const COLOR = {
  ink: '#1F1F1F',
  grey: '#595959',
  accent: '#0F548C',
  accentPale: '#E6EFF8',
  missed: '#A80F1B',
  missedPale: '#F9DEE0',
  missedBar: '#F0B9BE',
  atRisk: '#9A3D06',
  atRiskBar: '#F7D3B5',
  met: '#0E700E',
  metBar: '#C9DBED',
  otherMonths: '#929292',
  targetLine: '#767676',
  gridline: '#E3E3E3',
  rowRule: '#E6E6E6',
  headRule: '#8A8A8A',
  band: '#F1F4F7',
} as const;

export const STYLE = {
  verdict: { size: 20, bold: true, color: COLOR.ink },
  subline: { size: 12, color: COLOR.ink },
  section: { size: 12, bold: true, color: COLOR.accent },
  body: { size: 11, color: COLOR.ink },
  strong: { size: 11, bold: true, color: COLOR.ink },
  head: { size: 10, color: COLOR.grey },
  headNow: { size: 10, bold: true, color: COLOR.ink },
  detail: { size: 10, color: COLOR.grey },
  definition: { size: 9, color: COLOR.grey },
  banner: { size: 10, bold: true, color: COLOR.accent },
  absent: { size: 11, color: COLOR.missed },
  headRule: { ruleBelow: COLOR.headRule },
  rowRule: { ruleBelow: COLOR.rowRule },
} as const satisfies Record<string, CellStyle>;

/** How a status looks: weight carries it where colour does not print. */
export const STATUS_STYLE: Readonly<Record<TargetStatus, CellStyle>> = {
  Missed: { size: 11, bold: true, color: COLOR.missed },
  'At risk': { size: 11, bold: true, color: COLOR.atRisk },
  'Met, incomplete data': { size: 11, color: COLOR.grey },
  Met: { size: 11, color: COLOR.met },
  'Not measurable': { size: 11, color: COLOR.grey },
};

export const BAR_COLOR: Readonly<Record<TargetStatus, string>> = {
  Missed: COLOR.missedBar,
  'At risk': COLOR.atRiskBar,
  'Met, incomplete data': COLOR.metBar,
  Met: COLOR.metBar,
  'Not measurable': COLOR.metBar,
};

export const CSF_STYLE: Readonly<Record<CsfStatus, CellStyle>> = {
  'Act now': STATUS_STYLE.Missed,
  'Needs attention': STATUS_STYLE['At risk'],
  'Supports the business': STATUS_STYLE.Met,
  'No data': STATUS_STYLE['Not measurable'],
};

export const METRIC_STYLE: Readonly<Record<MetricStatus, CellStyle>> = {
  'On target': STATUS_STYLE.Met,
  'Off target': STATUS_STYLE.Missed,
  'Off, getting worse': STATUS_STYLE.Missed,
  'Getting worse': STATUS_STYLE['At risk'],
  'No target': STATUS_STYLE['Not measurable'],
  'No data': STATUS_STYLE['Not measurable'],
};

export const FORMAT = {
  share: '#,##0%',
  count: '#,##0',
  dayMonth: 'd mmm',
  date: 'd mmm yyyy',
  dateTime: 'd mmm yyyy hh:mm',
  dateTimeSeconds: 'd mmm yyyy hh:mm:ss',
  hours: '#,##0.0',
} as const;

/** `0.00` with so many decimals, `0` with none. */
export function decimalFormat(decimals: number): string {
  return decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
}

/** Literal text inside a number format. */
export function literal(text: string): string {
  return `"${text.replaceAll('"', '')}"`;
}

/** The width of every report sheet, in points. */
export const SHEET_WIDTH = 942;
/** What a cell keeps free at its two edges together, in points. */
export const CELL_MARGIN = 5;

/** Row heights in points. */
export const HEIGHT = {
  title: 16.5,
  verdict: 30,
  subline: 18,
  spacer: 6.75,
  lastSpacer: 6,
  section: 16.5,
  head: 14.25,
  promise: 15,
  why: 28.5,
  detail: 12.75,
  askHead: 18.75,
  ask: 15,
  definition: 11.25,
  band: 18,
  metric: 21.75,
} as const;
