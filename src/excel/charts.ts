/**
 * Native charts. A chart that is there is changed where the report changed, so what people did to it
 * by hand (a colour, a label) stays. Excel has no text for screen readers on charts in its
 * JavaScript API, so a chart's `description` is not written; reports say the same in cells beside it.
 */
import type { ChartSeries, DataRange, SheetChart } from '../reports/sheet';
import { addressOf } from './addresses';

export type RangeOf = (range: DataRange) => Excel.Range;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Calls that were queued: for the size of the batch. */
function applySeries(series: Excel.ChartSeries, to: ChartSeries, from: ChartSeries | null, chart: SheetChart, fromChart: SheetChart | null, rangeOf: RangeOf): number {
  let calls = 0;
  const set = (changed: boolean, change: () => void): void => {
    if (!changed) return;
    change();
    calls++;
  };
  const differs = (key: keyof ChartSeries): boolean => from === null || !same(from[key], to[key]);
  set(differs('name'), () => (series.name = to.name));
  set(differs('values'), () => series.setValues(rangeOf(to.values)));
  set(to.categories !== undefined && differs('categories'), () => series.setXAxisValues(rangeOf(to.categories!)));
  if (chart.type === 'ColumnClustered') {
    set(differs('color'), () => series.format.fill.setSolidColor(to.color));
    set(chart.gapWidth !== undefined && (from === null || fromChart?.gapWidth !== chart.gapWidth), () => (series.gapWidth = chart.gapWidth!));
    set(chart.overlap !== undefined && (from === null || fromChart?.overlap !== chart.overlap), () => (series.overlap = chart.overlap!));
  } else {
    set(differs('color'), () => (series.format.line.color = to.color));
    set(differs('dashed'), () => (series.format.line.lineStyle = to.dashed ? 'Dash' : 'Continuous'));
    set(to.weight !== undefined && differs('weight'), () => (series.format.line.weight = to.weight!));
    set(differs('marker'), () => (series.markerStyle = to.marker ?? 'None'));
    if (to.marker !== undefined && to.marker !== 'None') {
      set(to.markerSize !== undefined && differs('markerSize'), () => (series.markerSize = to.markerSize!));
      set(differs('color') || differs('marker'), () => (series.markerBackgroundColor = to.color));
      set(differs('color') || differs('marker'), () => (series.markerForegroundColor = to.color));
    }
  }
  if (differs('labels') && (to.labels !== undefined || from?.labels !== undefined)) {
    series.hasDataLabels = to.labels !== undefined;
    calls++;
    if (to.labels !== undefined) {
      series.dataLabels.showValue = true;
      series.dataLabels.showSeriesName = false;
      series.dataLabels.showCategoryName = false;
      series.dataLabels.showLegendKey = false;
      series.dataLabels.numberFormat = to.labels;
      calls += 5;
    }
  }
  return calls;
}

function applyAxes(chart: Excel.Chart, to: SheetChart, from: SheetChart | null): number {
  let calls = 0;
  if (to.valueAxis && !same(to.valueAxis, from?.valueAxis)) {
    const axis = chart.axes.valueAxis;
    const { visible, minimum, maximum, majorUnit, numberFormat, gridlines } = to.valueAxis;
    axis.visible = visible;
    // '' lets Excel choose.
    axis.minimum = minimum ?? '';
    axis.maximum = maximum ?? '';
    axis.majorUnit = majorUnit ?? '';
    if (numberFormat !== undefined) axis.numberFormat = numberFormat;
    axis.majorGridlines.visible = gridlines !== undefined;
    if (gridlines !== undefined) axis.majorGridlines.format.line.color = gridlines;
    calls += 8;
  }
  if (to.categoryAxis && !same(to.categoryAxis, from?.categoryAxis)) {
    chart.axes.categoryAxis.visible = to.categoryAxis.visible;
    calls++;
  }
  return calls;
}

function place(sheet: Excel.Worksheet, chart: Excel.Chart, { at }: SheetChart): void {
  const cell = (row: number, column: number): Excel.Range => sheet.getRange(addressOf({ row, column, rows: 1, columns: 1 }));
  chart.setPosition(cell(at.row, at.column), cell(at.row + at.rows - 1, at.column + at.columns - 1));
}

/** Adds a chart. Returns the calls it took. */
export function addChart(sheet: Excel.Worksheet, chart: SheetChart, rangeOf: RangeOf): number {
  const [first, ...others] = chart.series;
  if (!first) return 0;
  // A range of one line gives exactly one series, which is then told everything like the others.
  const added = sheet.charts.add(chart.type === 'Line' ? 'Line' : 'ColumnClustered', rangeOf(first.values), first.values.rows === 1 ? 'Rows' : 'Columns');
  added.name = chart.name;
  added.title.visible = false;
  added.legend.visible = false;
  added.format.border.lineStyle = 'None';
  added.format.fill.clear();
  let calls = 6 + applySeries(added.series.getItemAt(0), first, null, chart, null, rangeOf);
  for (const series of others) calls += 1 + applySeries(added.series.add(series.name), series, null, chart, null, rangeOf);
  calls += applyAxes(added, chart, null);
  place(sheet, added, chart);
  return calls + 3;
}

/**
 * Changes a chart of ours into what the report now says. Returns the calls it took.
 * @param seriesCount series that the chart has now
 */
export function changeChart(sheet: Excel.Worksheet, chart: Excel.Chart, seriesCount: number, to: SheetChart, from: SheetChart, rangeOf: RangeOf): number {
  let calls = 0;
  if (to.type !== from.type) {
    chart.chartType = to.type;
    calls++;
  }
  for (let index = seriesCount - 1; index >= to.series.length; index--, calls++) chart.series.getItemAt(index).delete();
  to.series.forEach((series, index) => {
    const known = to.type === from.type ? (from.series[index] ?? null) : null;
    const there = index < seriesCount;
    calls += 1 + applySeries(there ? chart.series.getItemAt(index) : chart.series.add(series.name), series, there ? known : null, to, from, rangeOf);
  });
  calls += applyAxes(chart, to, from);
  place(sheet, chart, to);
  return calls + 3;
}
