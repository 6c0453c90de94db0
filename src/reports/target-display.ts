import type { MetricFigure, TargetFigure } from '../domain/figures';
import { meets } from '../domain/agreements/comparator';
import { displayAvailability } from '../domain/availability/display-availability';
import { displayOf, isPercent } from '../domain/performance/display';
import { NO_BREAK, numberText } from '../domain/performance/phrases';
import { decimalFormat, literal } from './style';

/** A number as a cell shows it. */
export interface DisplayedNumber {
  readonly value: number;
  /** Excel's number format. */
  readonly format: string;
  /** The same as text, for sentences. */
  readonly text: string;
}

const COMPARATOR = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;
const MOST_DECIMALS = 6;

type Displayed = Pick<TargetFigure, 'metric' | 'comparator' | 'target'>;
/** A share (`0.998` for 99.8%), or a number with the unit that is printed after it. */
interface Kind {
  readonly share: boolean;
  readonly unit: string;
}

/**
 * A figure of a target as its cell shows it. Shares are rounded down, in the cell too; other figures
 * stand in full. Either has as many decimals as it takes for what is printed not to contradict the
 * verdict: 99.4999% against 99.5% never reads 99.50%, nor 60.4 min against 60 min "60 min".
 *
 * @param metrics metrics of success factors, for targets in their terms
 */
export function actualDisplay(figure: Displayed, value: number, metrics: readonly MetricFigure[] = []): DisplayedNumber {
  const { share, unit } = kindOf(figure, metrics);
  if (share) {
    if (value === 1) return { value, format: '0%', text: '100%' };
    const shown = displayAvailability(value, figure.target, figure.comparator);
    const decimals = shown.decimals === 2 && figure.metric !== 'Availability' ? shortest(shown.value * 100, 1, 2) : shown.decimals;
    return { value: shown.value, format: `${decimalFormat(decimals)}%`, text: `${numberText(shown.value * 100, decimals)}%` };
  }
  const verdict = meets(value, figure.comparator, figure.target);
  let decimals = Math.min(Math.max(decimalsOf(figure.target), shortest(value, 0, 1)), 2);
  while (decimals < MOST_DECIMALS && meets(Number(value.toFixed(decimals)), figure.comparator, figure.target) !== verdict) decimals++;
  return withUnit(value, decimals, unit);
}

/** How far monthly figures lie apart, in the target's unit; points for shares. @example deviationDisplay(availability, 0.00053).text // '0.05 pt' */
export function deviationDisplay(figure: Displayed, deviation: number, metrics: readonly MetricFigure[] = []): DisplayedNumber {
  const { share, unit } = kindOf(figure, metrics);
  return share ? withUnit(deviation * 100, 2, 'pt') : withUnit(deviation, shortest(deviation, 0, 1), unit);
}

/** The promise itself, with its comparator. @example `≥ 99.95%`, `≤ 60 min` */
export function targetDisplay(figure: Displayed, metrics: readonly MetricFigure[] = []): DisplayedNumber {
  const { share, unit } = kindOf(figure, metrics);
  const sign = `${COMPARATOR[figure.comparator]}${NO_BREAK}`;
  const scaled = share ? figure.target * 100 : figure.target;
  const decimals = decimalsOf(scaled);
  const plain = share ? shareDisplay(figure.target) : withUnit(figure.target, decimals, unit);
  return { value: plain.value, format: `${literal(sign)}${plain.format}`, text: `${sign}${plain.text}` };
}

/** A share that somebody promised, in full, for sentences. @example shareText(0.9995) // '99.95%' */
export function shareText(share: number): string {
  return shareDisplay(share).text;
}

/** The same as a cell shows it. @example shareDisplay(0.9995).format // '0.00%' */
export function shareDisplay(share: number): DisplayedNumber {
  const decimals = decimalsOf(share * 100);
  return { value: share, format: `${decimalFormat(decimals)}%`, text: `${numberText(share * 100, decimals)}%` };
}

/** A share of a budget, in whole percent; never 100% unless all of it is used, nor when more is. */
export function usedDisplay(share: number): number {
  const nearest = Math.round(share * 100) / 100;
  if (nearest !== 1 || Math.abs(share - 1) < 1e-9) return share;
  return share < 1 ? 0.99 : 1.01;
}

function kindOf({ metric, target }: Displayed, metrics: readonly MetricFigure[]): Kind {
  if (metric === 'Availability' || metric.endsWith(' within')) return { share: true, unit: '' };
  if (metric === 'Breaks') return { share: false, unit: '' };
  if (metric.endsWith(' minutes') || metric === 'Waiting in any') return { share: false, unit: 'min' };
  if (metric === 'MTBF hours') return { share: false, unit: 'h' };
  const figure = metrics.find((candidate) => candidate.metric.toLowerCase() === metric.toLowerCase());
  if (figure === undefined) return { share: false, unit: '' };
  return displayOf(figure).share && Math.abs(target) <= 1 ? { share: true, unit: '' } : { share: false, unit: isPercent(figure.unit) ? '%' : (figure.unit ?? '') };
}

function withUnit(value: number, decimals: number, unit: string): DisplayedNumber {
  const space = unit === '' || unit === '%' ? '' : NO_BREAK;
  const number = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return { value, format: unit === '' ? number : `${number}${literal(space + unit)}`, text: `${numberText(value, decimals)}${space}${unit}` };
}

function decimalsOf(value: number): number {
  return shortest(value, 0, MOST_DECIMALS);
}

/** The fewest decimals, from `least` to `most`, that print a number in full. */
function shortest(value: number, least: number, most: number): number {
  for (let decimals = least; decimals < most; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))) return decimals;
  }
  return most;
}
