import type { CsfFigure, DowntimeCost, MetricFigure } from '../domain/figures';
import { nameKey } from '../domain/names';
import { addMonths } from '../domain/time/zone';
import { addHeading } from './heading';
import type { ReportInput } from './input';
import { across, cell, listPage, range, Rows, textCell } from './layout';
import type { CellStyle, DataRange, SheetCell, SheetKey, SheetModel } from './sheet';
import { COLOR, HEIGHT, STYLE } from './style';
import { shortMonthYear } from './dates';
import { NOTHING, promiseWords, SHEET_NAME, W } from './words';

const NUMBERS = 15;
const COLUMNS = [9, 168, 105, ...Array<number>(NUMBERS).fill(44)];
const C = { name: 1, what: 2, first: 3 } as const;
const MONTHS = 13;
const KEY: SheetKey = { kind: 'figures', subject: '' };
const TOP = 4;

const SMALL: CellStyle = { size: 9, color: COLOR.ink };
const SMALL_RIGHT: CellStyle = { ...SMALL, horizontal: 'Right' };
const HEAD: CellStyle = { size: 9, color: COLOR.grey };

/** Where the numbers of a metric's line stand. */
export interface MetricRanges {
  readonly values: DataRange;
  readonly target: DataRange;
  /** Only the report month has a value. */
  readonly latest: DataRange;
}

/**
 * The sheet of the numbers behind the charts, and of every figure unrounded: services' downtime by
 * month and what it cost, metrics by month, targets with their seconds. Whoever doubts a page re-adds it here.
 */
export function figuresSheet({ figures }: Pick<ReportInput, 'figures'>): SheetModel {
  const rows = new Rows();
  addHeading(rows, COLUMNS, figures, W.figures.title, null, W.figures.title, W.figures.about);
  rows.add(HEIGHT.spacer);
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(figures.month, at + 1 - MONTHS));

  section(rows, W.figures.metrics, W.figures.metric, months.map(shortMonthYear));
  for (const metric of metricsInOrder(figures.csfs)) addMetric(rows, metric);
  rows.add(HEIGHT.spacer);

  section(rows, W.figures.downtime, W.figures.service, months.map(shortMonthYear));
  const hours = (at: number): number => figures.services.reduce((sum, service) => sum + (service.months[at]?.downtimeSeconds ?? 0), 0) / 3600;
  for (const service of figures.services) line(rows, service.service, service.agreement ?? NOTHING, service.months.map((month) => month.downtimeSeconds / 3600));
  if (figures.services.length > 0) line(rows, W.figures.all, '', months.map((_, at) => hours(at)), true);
  rows.add(HEIGHT.spacer);

  if (figures.downtimeCost !== null) addCost(rows, figures.downtimeCost, months, figures.currency);

  section(rows, W.figures.targets, W.figures.agreement, W.figures.targetHeads);
  for (const figure of figures.targets) {
    line(rows, figure.agreement, promiseWords(figure), [
      figure.target, figure.actual, figure.previous, figure.agreedSeconds, figure.agreedSecondsOfPeriod, figure.plannedSeconds, figure.downtimeSeconds, figure.impairedSeconds,
      figure.breaks, figure.longestOutageSeconds, figure.mtrsSeconds, figure.mtbfSeconds, figure.budget?.allowed ?? null, figure.budget?.used ?? null, figure.completeness,
    ]);
  }
  rows.add(HEIGHT.spacer);

  const ofIncidents = figures.targets.filter((figure) => figure.metric.endsWith(' within'));
  if (ofIncidents.length > 0) {
    section(rows, W.figures.incidents, W.figures.agreement, W.figures.incidentHeads);
    for (const figure of ofIncidents) line(rows, figure.agreement, promiseWords(figure), [figure.opened, figure.within, figure.missedIncidents.length, figure.pending]);
  }

  return listPage({ ...KEY, name: SHEET_NAME.figures, title: W.figures.title, figures, columns: COLUMNS, rows, lastColumn: COLUMNS.length - 1, heads: null, headings: true });
}

/** Where the numbers of the metrics' lines stand on the sheet of figures: the last 12 months, by metric. */
export function metricRanges(csfs: readonly CsfFigure[]): Map<string, MetricRanges> {
  const firstRow = TOP + 2;
  return new Map(
    metricsInOrder(csfs).map((metric, at) => {
      const of = (row: number): DataRange => ({ ...range(firstRow + at * 3 + row, C.first + 1, firstRow + at * 3 + row, C.first + MONTHS - 1), sheet: KEY });
      return [metricKey(metric), { values: of(0), target: of(1), latest: of(2) }];
    }),
  );
}

/** A metric among all factors. */
export function metricKey({ csf, metric }: Pick<MetricFigure, 'csf' | 'metric'>): string {
  return `${nameKey(csf)}\n${nameKey(metric)}`;
}

function metricsInOrder(csfs: readonly CsfFigure[]): MetricFigure[] {
  return csfs.flatMap((csf) => csf.metrics);
}

function section(rows: Rows, title: string, first: string, heads: readonly string[]): void {
  rows.add(HEIGHT.section, [cell(C.name, title, STYLE.section)]);
  const cells: SheetCell[] = [cell(C.name, first, HEAD), cell(C.what, W.figures.what, HEAD), ...heads.map((head, at) => cell(C.first + at, head, { ...HEAD, horizontal: 'Right' as const }))];
  rows.add(HEIGHT.head, across(cells, C.name, COLUMNS.length - 1, STYLE.headRule));
}

/** What downtime cost by month, and in the report month by process and by service. */
function addCost(rows: Rows, { months: byMonth, processes, services }: DowntimeCost, months: readonly string[], currency: string): void {
  const { cost } = W.figures;
  section(rows, cost.title(currency), cost.kind, months.map(shortMonthYear));
  line(rows, cost.unplanned, '', byMonth.map((month) => month.cost), true);
  line(rows, cost.planned, '', byMonth.map((month) => month.plannedCost));
  rows.add(HEIGHT.spacer);
  section(rows, cost.processes(currency), cost.process, cost.processHeads);
  for (const one of processes) line(rows, one.process, one.services.join(', '), [one.costPerHour, one.downtimeSeconds, one.plannedSeconds, one.cost, one.plannedCost]);
  rows.add(HEIGHT.spacer);
  section(rows, cost.services(currency), W.figures.service, cost.serviceHeads);
  for (const one of services) line(rows, one.service, '', [one.cost, one.plannedCost]);
  rows.add(HEIGHT.spacer);
}

function addMetric(rows: Rows, metric: MetricFigure): void {
  const values = metric.values.map(({ value }) => value);
  line(rows, metric.metric, W.figures.rows.value, values);
  line(rows, '', W.figures.rows.target, values.map((_, at) => (at === 0 ? null : metric.target)));
  line(rows, '', W.figures.rows.latest, values.map((value, at) => (at === values.length - 1 ? value : null)));
}

function line(rows: Rows, name: string, what: string, numbers: readonly (number | null)[], strong = false): void {
  const weight: CellStyle = strong ? { bold: true } : {};
  rows.add(HEIGHT.detail, [
    textCell(C.name, name, COLUMNS[C.name] ?? 0, { ...SMALL, ...weight }),
    textCell(C.what, what, COLUMNS[C.what] ?? 0, { ...HEAD, ...weight }),
    ...numbers.flatMap((value, at) => (value === null ? [] : [cell(C.first + at, value, { ...SMALL_RIGHT, ...weight })])),
  ]);
}

