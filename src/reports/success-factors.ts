import type { CsfFigure, CsfStatus, Figures, MetricFigure } from '../domain/figures';
import { displayOf, isPercent, type MetricDisplay } from '../domain/performance/display';
import { isOff } from '../domain/performance/metrics';
import { monthName, NO_BREAK } from '../domain/performance/phrases';
import { addMonths } from '../domain/time/zone';
import { shortMonthYear } from './dates';
import { metricKey, metricRanges, type MetricRanges } from './figures-sheet';
import { addHeading, lastTwelve } from './heading';
import type { ReportInput } from './input';
import { across, cell, footer, range, Rows, textCell, widthOf } from './layout';
import { endBetweenBlocks } from './page-breaks';
import type { CellStyle, ChartSeries, PrintSetup, SheetCell, SheetChart, SheetModel, SheetRange } from './sheet';
import { CELL_MARGIN, COLOR, CSF_STYLE, decimalFormat, HEIGHT, literal, METRIC_STYLE, STYLE } from './style';
import { fittedLines, wrapped } from './text-width';
import { CSF_WORD, factorSentence, factorsSentence, METRIC_WORD, NOTHING, SHEET_NAME, W } from './words';

const COLUMNS = [9, 193.5, 51, 58.5, 57, 55.5, 52.5, 105, 118.5, 6, 235.5];
const C = { name: 1, now: 2, target: 3, before: 4, change: 5, yearAgo: 6, line: 7, status: 8, says: 10 } as const;
const ORDER: readonly CsfStatus[] = ['Act now', 'Needs attention', 'No data', 'Supports the business'];
/** As many metrics as one page holds at a readable scale. */
const METRICS_PER_PAGE = 18;
const SAYS_LINES = 4;
const SAYS: CellStyle = { size: 10, color: COLOR.ink, wrap: true, vertical: 'Top' };
const SAYS_LINE_HEIGHT = 13;
const RIGHT: CellStyle = { size: 11, horizontal: 'Right', vertical: 'Center' };

/**
 * The critical success factors: a band per factor with what it means, its metrics with target, change
 * and a line over twelve months, and what the data says beside them. The worst factor stands first,
 * factors of one status in the user's order.
 */
export function successFactors({ figures }: Pick<ReportInput, 'figures'>): SheetModel {
  const csfs = figures.csfs.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const metrics = csfs.flatMap((csf) => csf.metrics);
  const rows = new Rows();
  const merges: SheetRange[] = [];
  const charts: SheetChart[] = [];
  const known = metrics.filter((metric) => metric.current !== null).length;
  const said = csfs.flatMap((csf) => factorSentence(csf.csf, csf.metrics.map((metric) => metric.status)) ?? []).join(' ');
  addHeading(rows, COLUMNS, figures, W.report, W.factors.withValue(known, metrics.length), factorsSentence(csfs), said === '' ? null : said);

  const headRow = addHead(rows, figures);
  const ranges = metricRanges(figures.csfs);
  if (csfs.length === 0) rows.add(HEIGHT.promise, [cell(C.name, W.factors.none, STYLE.body)]);
  for (const csf of csfs) addFactor(csf, figures, rows, merges, charts, ranges);
  const [now, before] = [monthName(figures.month), monthName(addMonths(figures.month, -1))];
  for (const text of W.factors.definitions(now, before)) rows.add(HEIGHT.definition, [textCell(C.name, text, widthOf(COLUMNS, C.name, C.says), STYLE.definition)]);

  const print: PrintSetup = {
    orientation: 'Landscape',
    area: range(0, 0, rows.next - 1, C.says),
    pagesWide: 1,
    pagesTall: metrics.length <= METRICS_PER_PAGE ? 1 : null,
    scale: 74,
    titleRows: { from: headRow, to: headRow },
    footer: footer(figures, W.factors.name),
  };
  return {
    kind: 'success-factors',
    subject: '',
    name: SHEET_NAME['success-factors'],
    columns: COLUMNS,
    rows: rows.rows,
    merges,
    charts,
    dataBars: [],
    tables: [],
    validations: [],
    print: endBetweenBlocks(print, COLUMNS, rows.rows, rows.blocks),
    gridlines: false,
    headings: false,
    freezeRows: headRow + 1,
  };
}

function addHead(rows: Rows, figures: Figures): number {
  const year = Number(figures.month.slice(0, 4));
  const months = lastTwelve(figures);
  const { heads } = W.factors;
  const month = monthName(figures.month);
  const head: CellStyle = { ...STYLE.head, vertical: 'Bottom', wrap: true };
  const right: CellStyle = { ...head, horizontal: 'Right' };
  const cells = [
    cell(C.name, heads.factor, head),
    cell(C.now, `${month}\n${year}`, { ...right, bold: true, color: COLOR.ink }),
    cell(C.target, heads.target, right),
    cell(C.before, monthName(addMonths(figures.month, -1)), right),
    cell(C.change, heads.change, right),
    cell(C.yearAgo, `${month}\n${year - 1}`, right),
    cell(C.line, `${shortMonthYear(months[0] ?? figures.month)} to ${shortMonthYear(figures.month)}\n${heads.line}`, { ...head, size: 9, indent: 1 }),
    cell(C.status, heads.status, head),
    cell(C.says, heads.says, head),
  ];
  return rows.add(HEIGHT.why, across(cells, C.name, C.says, STYLE.headRule));
}

function addFactor(csf: CsfFigure, figures: Figures, rows: Rows, merges: SheetRange[], charts: SheetChart[], ranges: ReadonlyMap<string, MetricRanges>): void {
  const width = (COLUMNS[C.says] ?? 0) - CELL_MARGIN - 3;
  const says = fittedLines(csf.insight, width, SAYS_LINES, { size: 10 });
  const needed = wrapped(says, width, { size: 10 }).length * SAYS_LINE_HEIGHT + 3;
  const metricRows = Math.max(1, csf.metrics.length);
  const height = Math.max(HEIGHT.metric, Math.ceil(((needed - HEIGHT.band) / metricRows) * 4) / 4);

  const band = across(
    [
      textCell(C.name, csf.csf, COLUMNS[C.name] ?? 0, STYLE.strong),
      textCell(C.now, csf.meaning ?? W.factors.noMeaning, widthOf(COLUMNS, C.now, C.line), STYLE.detail),
      cell(C.status, CSF_WORD[csf.status], CSF_STYLE[csf.status]),
    ],
    C.name,
    C.status,
    { fill: COLOR.band, vertical: 'Center' },
  );
  const first = rows.add(HEIGHT.band, across([...band, cell(C.says, says, SAYS)], C.name, C.says, { ruleAbove: COLOR.headRule }));
  csf.metrics.forEach((metric) => {
    const at = rows.add(height, metricCells(metric));
    const chart = lineChart(metric, at, figures, ranges.get(metricKey(metric)));
    if (chart !== null) charts.push(chart);
  });
  if (csf.metrics.length === 0) rows.add(height);
  merges.push(range(first, C.says, rows.next - 1, C.says));
  rows.keepTogether(first);
}

function metricCells(metric: MetricFigure): SheetCell[] {
  const display = displayOf(metric);
  const off = isOff(metric.current, metric) === true;
  const number = (column: number, value: number | null, style: CellStyle): SheetCell =>
    value === null ? cell(column, NOTHING, { ...RIGHT, color: COLOR.grey }) : cell(column, value, { ...RIGHT, ...style, numberFormat: numberFormat(display, metric.unit) });
  const sign = metric.better === 'Higher' ? '≥' : '≤';
  const grey: CellStyle = { color: COLOR.grey };
  const target = metric.target === null ? number(C.target, null, {}) : cell(C.target, metric.target, { ...RIGHT, ...grey, numberFormat: `${literal(sign + NO_BREAK)}${numberFormat(display, metric.unit)}` });
  const points = display.share ? 100 : 1;
  const change = metric.change === null ? number(C.change, null, {}) : cell(C.change, settled(metric.change * points, display.decimals), { ...RIGHT, color: COLOR.ink, numberFormat: changeFormat(display, metric.unit) });
  return across(
    [
      textCell(C.name, labelOf(metric), COLUMNS[C.name] ?? 0, { ...STYLE.body, indent: 1, vertical: 'Center' }),
      number(C.now, metric.current, { bold: true, color: off ? COLOR.missed : COLOR.ink }),
      target,
      number(C.before, metric.previous, grey),
      change,
      number(C.yearAgo, metric.yearAgo, grey),
      cell(C.status, METRIC_WORD[metric.status], { ...METRIC_STYLE[metric.status], vertical: 'Center' }),
    ],
    C.name,
    C.status,
    STYLE.rowRule,
  );
}

/** A metric's name with its unit, where the name does not say it. */
function labelOf({ metric, unit }: MetricFigure): string {
  const said = unit === null || unit === '' || isPercent(unit) || ` ${metric} `.replace(/[(),]/g, ' ').toLowerCase().includes(` ${unit.toLowerCase()} `);
  return said ? metric : `${metric}, ${unit}`;
}

function numberFormat(display: MetricDisplay, unit: string | null): string {
  if (display.share) return `${decimalFormat(display.decimals)}%`;
  const number = display.decimals > 0 ? `#,##0.${'0'.repeat(display.decimals)}` : '#,##0';
  return isPercent(unit) ? `${number}${literal('%')}` : number;
}

function changeFormat(display: MetricDisplay, unit: string | null): string {
  const number = display.decimals > 0 ? `#,##0.${'0'.repeat(display.decimals)}` : '#,##0';
  const after = display.share || isPercent(unit) ? literal(' pt') : '';
  return `+${number}${after};−${number}${after};0`;
}

/** A change without the dust of subtraction, so that one that prints as nothing is 0. */
function settled(change: number, decimals: number): number {
  return Math.abs(change) < 0.5 * 10 ** -decimals ? 0 : Number(change.toFixed(10));
}

/** One small line of the last twelve months, with the target dashed and this month's point marked; none where there is nothing to draw. */
function lineChart(metric: MetricFigure, row: number, figures: Figures, ranges: MetricRanges | undefined): SheetChart | null {
  const drawn = metric.values.slice(1).flatMap(({ value }) => value ?? []);
  if (drawn.length < 2 || ranges === undefined) return null;
  const scale = metric.target === null ? drawn : [...drawn, metric.target];
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const margin = (high - low || Math.abs(high) || 1) * 0.15;
  const off = isOff(metric.current, metric) === true;
  const latest: ChartSeries = { name: monthName(figures.month), values: ranges.latest, color: off ? COLOR.missed : COLOR.accent, weight: 1.5, marker: off ? 'Square' : 'Circle', markerSize: 5 };
  const target: ChartSeries = { name: W.factors.heads.target, values: ranges.target, color: COLOR.targetLine, dashed: true, weight: 0.75, marker: 'None' };
  const value: ChartSeries = { name: metric.metric, values: ranges.values, color: COLOR.accent, weight: 1.5, marker: 'None' };
  return {
    name: `Line of ${metric.csf}: ${metric.metric}`,
    type: 'Line',
    at: range(row, C.line, row, C.line),
    series: [...(metric.target === null ? [] : [target]), value, ...(metric.current === null ? [] : [latest])],
    valueAxis: { visible: false, minimum: low - margin, maximum: high + margin },
    categoryAxis: { visible: false },
    description: `${metric.metric}, ${shortMonthYear(lastTwelve(figures)[0] ?? figures.month)} to ${shortMonthYear(figures.month)}: ${metric.trend.word.toLowerCase()}.`,
  };
}
