import type { MonthVerdict, TargetFigure } from '../../domain/figures';
import { numberText } from '../../domain/performance/phrases';
import { lastTwelve } from '../heading';
import { across, cell, firstThatFits, range, textCell, widthOf } from '../layout';
import { numberCell } from '../number-cell';
import { stepAbove } from '../axis';
import type { CellStyle, SheetCell, SheetChart } from '../sheet';
import { COLOR, decimalFormat, HEIGHT, STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { actualDisplay, type DisplayedNumber, targetDisplay } from '../target-display';
import { MARK, metricWords, promiseWords, W } from '../words';
import { addSection, LINE, type PageContext } from './page';

/** The chart stands at the left, its numbers beside it. */
const CHART = { first: C.status, last: C.actual } as const;
const DATA = { month: C.before, actual: C.allowed, target: C.used, broken: C.left, verdict: C.from } as const;
const RIGHT: CellStyle = { ...STYLE.detail, horizontal: 'Right' };
const SHOWN = { Met: `${MARK.kept} ${W.agreementPage.months.Met}`, Missed: `${MARK.broken} ${W.agreementPage.months.Missed}`, 'Not measurable': `${MARK.notMeasurable} ${W.agreementPage.months['Not measurable']}` } as const;

/** Twelve calendar months of the first target that has some: a line, the target dashed, and the numbers in cells. */
export function addTrend({ targets, input, rows }: PageContext): SheetChart[] {
  const figure = charted(targets);
  if (targets.length === 0) return [];
  addSection(rows, W.agreementPage.trend);
  if (figure === null) {
    rows.add(HEIGHT.promise, [cell(C.status, W.agreementPage.noMonths, STYLE.body)]);
    return [];
  }
  const metrics = input.figures.csfs.flatMap((csf) => csf.metrics);
  const months = lastTwelve(input.figures).map((month) => figure.months.find((one) => one.month === month) ?? { month, status: null, actual: null, target: figure.target });
  const target = targetDisplay(figure, metrics);
  const axis = axisOf(figure, months);
  const width = widthOf(TARGET_COLUMNS, CHART.first, CHART.last);
  const captions = [promiseWords({ ...figure, toDate: false }), metricWords(figure)].map((promise) => W.agreementPage.caption(promise, axisText(axis), target.text));
  const caption = firstThatFits(captions, width, STYLE.detail);
  const { heads } = W.agreementPage;
  const head = rows.add(HEIGHT.head, across([textCell(CHART.first, caption, width, STYLE.detail), ...heads.map((text, at) => cell(DATA.month + at, text, at === 0 || DATA.month + at === DATA.verdict ? { ...STYLE.head, indent: 1 } : { ...STYLE.head, horizontal: 'Right' as const }))], DATA.month, DATA.verdict, STYLE.headRule));
  for (const { month, status, actual, target: promised } of months) {
    // What was promised then: of an agreement before this one, its own.
    const then = { ...figure, target: promised };
    const value = status === null ? null : actual;
    const missed = status === 'Missed';
    const number = (column: number, style: CellStyle): SheetCell[] => (value === null ? [] : [numberCell(column, actualDisplay(then, value, metrics), TARGET_COLUMNS[column] ?? 0, style)]);
    rows.add(LINE, [
      cell(DATA.month, W.agreementPage.shortMonth(month), { ...STYLE.detail, indent: 1 }),
      ...number(DATA.actual, { ...RIGHT, color: missed ? COLOR.missed : COLOR.ink, bold: missed }),
      numberCell(DATA.target, plain(targetDisplay(then, metrics)), TARGET_COLUMNS[DATA.target] ?? 0, RIGHT),
      ...(missed ? number(DATA.broken, { ...RIGHT, color: COLOR.missed }) : []),
      ...(status === null ? [] : [cell(DATA.verdict, SHOWN[status], { ...STYLE.detail, indent: 1, ...(missed ? { color: COLOR.missed, bold: true } : {}) })]),
    ]);
  }
  const [first, last] = [head + 1, head + 12];
  const series = (column: number) => ({ values: range(first, column, last, column), categories: range(first, DATA.month, last, DATA.month) });
  const [, actual = '', promised = '', broken = ''] = heads;
  return [
    {
      name: 'Twelve months',
      type: 'Line',
      at: range(first, CHART.first, last, CHART.last),
      series: [
        { name: promised, ...series(DATA.target), color: COLOR.targetLine, dashed: true, weight: 1.25, marker: 'None' },
        { name: actual, ...series(DATA.actual), color: COLOR.accent, weight: 2, marker: 'Circle', markerSize: 5 },
        ...(months.some(({ status, actual: value }) => status === 'Missed' && value !== null) ? [{ name: broken, ...series(DATA.broken), color: COLOR.missed, weight: 2, marker: 'Square' as const, markerSize: 7 }] : []),
      ],
      valueAxis: { visible: true, minimum: axis.minimum, maximum: axis.maximum, majorUnit: axis.step, numberFormat: axis.format, gridlines: COLOR.gridline },
      categoryAxis: { visible: true },
      description: `${caption}: ${months.map(({ month: of, actual: value, status, target: then }) => `${W.agreementPage.shortMonth(of)} ${status === null || value === null ? W.agreementPage.noFigure : actualDisplay({ ...figure, target: then }, value, metrics).text}`).join(', ')}.`,
    },
  ];
}

/** A promise without its comparator: the cell is a number of the chart. */
function plain({ value, format, text }: DisplayedNumber): DisplayedNumber {
  return { value, format: format.replace(/^"[^"]*"/, ''), text: text.replace(/^\S+\s/, '') };
}

/** Availability first, then any that has figures of at least two months. */
function charted(targets: readonly TargetFigure[]): TargetFigure | null {
  const enough = targets.filter(({ months }) => months.filter(({ status, actual }) => status !== null && actual !== null).length >= 2);
  return enough.find(({ metric }) => metric === 'Availability') ?? enough[0] ?? null;
}

interface Axis {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly format: string;
  readonly share: boolean;
}

/** Shares from a round number below the lowest to 100%; anything else from 0. */
function axisOf(figure: TargetFigure, months: readonly MonthVerdict[]): Axis {
  const values = [figure.target, ...months.map(({ target }) => target), ...months.flatMap(({ status, actual }) => (status === null || actual === null ? [] : [actual]))];
  if (figure.metric === 'Availability' || figure.metric.endsWith(' within')) {
    const depth = Math.max(0.0003, 1 - Math.min(...values));
    const step = Math.min(0.5, stepAbove(depth / 4));
    // A little air below, so that no line runs along the axis.
    const minimum = Math.max(0, 1 - step * Math.ceil(depth / step + 0.1));
    return { minimum: Number(minimum.toFixed(9)), maximum: 1, step, format: `${decimalFormat(decimalsOf(step * 100))}%`, share: true };
  }
  const step = stepAbove(Math.max(...values, 1e-6) / 4);
  return { minimum: 0, maximum: Number((step * 4).toPrecision(12)), step, format: step < 1 ? '0.0##' : '#,##0', share: false };
}

function axisText({ minimum, maximum, step, share }: Axis): string {
  const scale = share ? 100 : 1;
  const decimals = decimalsOf(step * scale);
  return `${numberText(minimum * scale, decimals)}–${numberText(maximum * scale, 0)}${share ? '%' : ''}`;
}

function decimalsOf(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
