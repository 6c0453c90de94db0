import { rangeAddress, sheetReference } from '../address';
import { assertUnprotected, shownValue } from '../cells';
import { invalidArgument, itemNotFound, notSupported } from '../errors';
import { rangeBox } from '../geometry';
import type { ModelAxis, ModelChart, ModelRange, ModelSeries, ModelSheet } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, type Key } from './host-object';
import { Range } from './range';
import { colour } from './range-format';
import { Worksheet } from './worksheet';

export class ChartCollection extends HostCollection<Chart> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'ChartCollection';
  }

  items(): Chart[] {
    return this.sheet.charts.map((chart) => new Chart(this.session, this.sheet, chart));
  }

  protected find(key: Key): Chart | undefined {
    return this.items().find(({ Id, Name }) => Id === key || Name.toLowerCase() === String(key).toLowerCase());
  }

  /** A first row of text names the series, a first column of text the categories, as Excel guesses. */
  Add(type: string, source: Range, seriesBy: string | null): Chart {
    assertUnprotected(this.sheet);
    if (!(source instanceof Range)) throw invalidArgument();
    const chart: ModelChart = {
      id: this.session.workbook.id(),
      name: this.freeName(),
      type,
      left: 100,
      top: 60,
      width: 360,
      height: 216,
      title: null,
      legend: 'Right',
      border: true,
      fill: '#FFFFFF',
      altText: '',
      series: guessSeries(source, seriesBy ?? 'Auto'),
      valueAxis: axis({ gridlines: '#D9D9D9' }),
      categoryAxis: axis({ gridlines: null }),
      untouched: false,
    };
    if (chart.series.length < 2) chart.legend = null;
    this.sheet.charts.push(chart);
    changed(this.session, this.sheet, chart);
    return new Chart(this.session, this.sheet, chart);
  }

  private freeName(): string {
    let number = this.sheet.charts.length + 1;
    while (this.sheet.charts.some(({ name }) => name === `Chart ${number}`)) number += 1;
    return `Chart ${number}`;
  }
}

const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Grey25', 'Grey50', 'Grey75', 'Automatic', 'RoundDot'];
const MARKER_STYLES = ['Automatic', 'None', 'Square', 'Diamond', 'Triangle', 'X', 'Star', 'Dot', 'Dash', 'Circle', 'Plus', 'Picture'];

const axis = (own: Partial<ModelAxis>): ModelAxis => ({
  visible: true,
  minimum: null,
  maximum: null,
  majorUnit: null,
  numberFormat: null,
  gridlines: null,
  fontSize: null,
  fontColor: null,
  lineVisible: true,
  ...own,
});

function series(own: Partial<ModelSeries>): ModelSeries {
  return {
    name: '',
    values: '',
    categories: null,
    chartType: null,
    color: null,
    dashed: false,
    weight: null,
    marker: 'Automatic',
    markerSize: null,
    markerColor: null,
    labels: null,
    gapWidth: null,
    overlap: null,
    axisGroup: 'Primary',
    ...own,
  };
}

const absolute = (sheet: ModelSheet, range: ModelRange) => `${sheetReference(sheet.name)}!${rangeAddress(range, true)}`;

function guessSeries({ sheet, range }: Range, seriesBy: string): ModelSeries[] {
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && range.columns > range.rows);
  const text = (row: number, column: number) => typeof (sheet.cell(row, column)?.value ?? '') === 'string';
  const across = (count: number, isText: (index: number) => boolean) => count > 1 && Array.from({ length: count - 1 }, (_, index) => index + 1).every(isText);
  const headerRow = range.rows > 1 && (range.columns === 1 ? text(range.row, range.column) : across(range.columns, (index) => text(range.row, range.column + index)));
  const headerColumn = range.columns > 1 && (range.rows === 1 ? text(range.row, range.column) : across(range.rows, (index) => text(range.row + index, range.column)));
  const body: ModelRange = {
    row: range.row + (headerRow ? 1 : 0),
    column: range.column + (headerColumn ? 1 : 0),
    rows: range.rows - (headerRow ? 1 : 0),
    columns: range.columns - (headerColumn ? 1 : 0),
  };
  const lines = byRows ? body.rows : body.columns;
  return Array.from({ length: lines }, (_, index) => {
    const values = byRows ? { ...body, row: body.row + index, rows: 1 } : { ...body, column: body.column + index, columns: 1 };
    const categories = byRows ? headerRow && { ...body, row: range.row, rows: 1 } : headerColumn && { ...body, column: range.column, columns: 1 };
    const named = byRows ? headerColumn : headerRow;
    const name = byRows ? sheet.cell(values.row, range.column) : sheet.cell(range.row, values.column);
    return series({
      name: named ? String(shownValue(name)) : `Series${index + 1}`,
      values: absolute(sheet, values),
      categories: categories ? absolute(sheet, categories) : null,
    });
  });
}

function changed(session: Session, sheet: ModelSheet, chart: ModelChart): void {
  chart.untouched = false;
  sheet.changed.add('charts');
  session.tell({ kind: 'sheet', sheetId: sheet.id });
}

export class Chart extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
    readonly chart: ModelChart,
  ) {
    super();
  }

  get className() {
    return 'Chart';
  }

  override get identity() {
    return { Id: this.chart.id };
  }

  /** Changes the chart, which must still be there. */
  change(change: Partial<ModelChart>): void {
    assertUnprotected(this.sheet);
    if (!this.sheet.charts.includes(this.chart)) throw itemNotFound();
    Object.assign(this.chart, change);
    changed(this.session, this.sheet, this.chart);
  }

  get Id(): string {
    return this.chart.id;
  }

  get Name(): string {
    return this.chart.name;
  }

  set Name(name: string) {
    this.change({ name });
  }

  get ChartType(): string {
    return this.chart.type;
  }

  set ChartType(type: string) {
    this.change({ type });
  }

  get Left(): number {
    return this.chart.left;
  }

  set Left(left: number) {
    this.change({ left: size(left) });
  }

  get Top(): number {
    return this.chart.top;
  }

  set Top(top: number) {
    this.change({ top: size(top) });
  }

  get Width(): number {
    return this.chart.width;
  }

  set Width(width: number) {
    this.change({ width: size(width) });
  }

  get Height(): number {
    return this.chart.height;
  }

  set Height(height: number) {
    this.change({ height: size(height) });
  }

  get Title(): ChartTitle {
    return new ChartTitle(this);
  }

  get Legend(): ChartLegend {
    return new ChartLegend(this);
  }

  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this);
  }

  get Axes(): ChartAxes {
    return new ChartAxes(this);
  }

  get Format(): ChartAreaFormat {
    return new ChartAreaFormat(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }

  /** Over the cells from the first to the last. */
  SetPosition(start: Range | string, end: Range | string | null): void {
    const at = (place: Range | string) => (typeof place === 'string' ? Range.at(this.session, this.sheet, place) : place);
    const first = at(start);
    if (!end) {
      const { left, top } = rangeBox(this.sheet, first.range);
      return this.change({ left, top });
    }
    this.change(rangeBox(this.sheet, first.GetBoundingRect(at(end)).range));
  }

  SetData(source: Range, seriesBy: string | null): void {
    this.change({ series: guessSeries(source, seriesBy ?? 'Auto') });
  }

  Activate(): void {}

  Delete(): void {
    assertUnprotected(this.sheet);
    this.sheet.charts = this.sheet.charts.filter((chart) => chart !== this.chart);
    changed(this.session, this.sheet, this.chart);
  }
}

function size(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

abstract class ChartPart extends HostObject {
  constructor(protected readonly owner: Chart) {
    super();
  }

  protected get chart(): ModelChart {
    return this.owner.chart;
  }
}

class ChartTitle extends ChartPart {
  get className() {
    return 'ChartTitle';
  }

  get Text(): string {
    return this.chart.title ?? '';
  }

  set Text(title: string) {
    this.owner.change({ title });
  }

  get Visible(): boolean {
    return this.chart.title !== null;
  }

  set Visible(visible: boolean) {
    this.owner.change({ title: visible ? (this.chart.title ?? '') : null });
  }
}

class ChartLegend extends ChartPart {
  get className() {
    return 'ChartLegend';
  }

  get Visible(): boolean {
    return this.chart.legend !== null;
  }

  set Visible(visible: boolean) {
    this.owner.change({ legend: visible ? (this.chart.legend ?? 'Right') : null });
  }

  get Position(): string {
    return this.chart.legend ?? 'Right';
  }

  set Position(legend: string) {
    this.owner.change({ legend });
  }
}

class ChartAreaFormat extends ChartPart {
  get className() {
    return 'ChartAreaFormat';
  }

  get Fill(): ChartFill {
    return new ChartFill((fill) => this.owner.change({ fill }));
  }

  get Border(): ChartLine {
    return new ChartLine('ChartBorder', {
      read: () => ({ color: '#D9D9D9', dashed: false, visible: this.chart.border, weight: null }),
      write: ({ visible }) => {
        if (visible !== undefined) this.owner.change({ border: visible });
      },
    });
  }
}

class ChartFill extends HostObject {
  constructor(private readonly paint: (color: string | null) => void) {
    super();
  }

  get className() {
    return 'ChartFill';
  }

  SetSolidColor(value: string): void {
    this.paint(colour(value));
  }

  Clear(): void {
    this.paint(null);
  }
}

interface Line {
  color: string | null;
  dashed: boolean;
  visible: boolean;
  weight: number | null;
}

/** A line or a border: its name on the wire differs, its members do not. */
class ChartLine extends HostObject {
  constructor(
    private readonly name: 'ChartBorder' | 'ChartLineFormat',
    private readonly line: { read(): Line; write(change: Partial<Line>): void },
  ) {
    super();
  }

  get className() {
    return this.name;
  }

  get Color(): string {
    return this.line.read().color ?? '';
  }

  set Color(value: string) {
    this.line.write({ color: colour(value), visible: true });
  }

  get LineStyle(): string {
    const { visible, dashed } = this.line.read();
    return visible ? (dashed ? 'Dash' : 'Continuous') : 'None';
  }

  set LineStyle(style: string) {
    if (!LINE_STYLES.includes(style)) throw invalidArgument();
    this.line.write({ visible: style !== 'None', dashed: !['None', 'Continuous', 'Automatic'].includes(style) });
  }

  get Weight(): number | null {
    return this.line.read().weight;
  }

  set Weight(weight: number | null) {
    this.line.write({ weight });
  }

  Clear(): void {
    this.line.write({ visible: false });
  }
}

class ChartSeriesCollection extends HostCollection<ChartSeries> {
  constructor(private readonly owner: Chart) {
    super();
  }

  get className() {
    return 'ChartSeriesCollection';
  }

  items(): ChartSeries[] {
    return this.owner.chart.series.map((one) => new ChartSeries(this.owner, one));
  }

  protected find(key: Key): ChartSeries | undefined {
    return this.items()[Number(key)];
  }

  Add(name: string | null, index: number | null): ChartSeries {
    const { chart } = this.owner;
    const added = series({ name: name ?? `Series${chart.series.length + 1}` });
    const place = index ?? chart.series.length;
    this.owner.change({ series: [...chart.series.slice(0, place), added, ...chart.series.slice(place)] });
    return new ChartSeries(this.owner, added);
  }
}

class ChartSeries extends HostObject {
  constructor(
    private readonly owner: Chart,
    private readonly series: ModelSeries,
  ) {
    super();
  }

  get className() {
    return 'ChartSeries';
  }

  change(change: Partial<ModelSeries>): void {
    if (!this.owner.chart.series.includes(this.series)) throw itemNotFound();
    Object.assign(this.series, change);
    this.owner.change({});
  }

  get Name(): string {
    return this.series.name;
  }

  set Name(name: string) {
    this.change({ name });
  }

  get ChartType(): string {
    return this.series.chartType ?? this.owner.chart.type;
  }

  set ChartType(chartType: string) {
    this.change({ chartType });
  }

  get AxisGroup(): string {
    return this.series.axisGroup;
  }

  set AxisGroup(group: string) {
    if (group !== 'Primary' && group !== 'Secondary') throw invalidArgument();
    this.change({ axisGroup: group });
  }

  get MarkerStyle(): string {
    return this.series.marker;
  }

  set MarkerStyle(marker: string) {
    if (!MARKER_STYLES.includes(marker)) throw invalidArgument();
    this.change({ marker });
  }

  get MarkerSize(): number {
    return this.series.markerSize ?? 5;
  }

  set MarkerSize(markerSize: number) {
    if (markerSize < 2 || markerSize > 72) throw invalidArgument();
    this.change({ markerSize });
  }

  get MarkerBackgroundColor(): string {
    return this.series.markerColor ?? '';
  }

  set MarkerBackgroundColor(value: string) {
    this.change({ markerColor: colour(value) });
  }

  get MarkerForegroundColor(): string {
    return this.series.markerColor ?? '';
  }

  set MarkerForegroundColor(value: string) {
    this.change({ markerColor: colour(value) });
  }

  get GapWidth(): number {
    return this.series.gapWidth ?? 219;
  }

  set GapWidth(gapWidth: number) {
    if (gapWidth < 0 || gapWidth > 500) throw invalidArgument();
    this.change({ gapWidth });
  }

  get Overlap(): number {
    return this.series.overlap ?? -27;
  }

  set Overlap(overlap: number) {
    if (overlap < -100 || overlap > 100) throw invalidArgument();
    this.change({ overlap });
  }

  get HasDataLabels(): boolean {
    return this.series.labels !== null;
  }

  set HasDataLabels(shown: boolean) {
    this.change({ labels: shown ? (this.series.labels ?? { numberFormat: 'General', color: null, bold: false, size: null }) : null });
  }

  get DataLabels(): ChartDataLabels {
    return new ChartDataLabels(this);
  }

  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this);
  }

  /** The model's series, for its parts. */
  get own(): ModelSeries {
    return this.series;
  }

  SetValues(values: Range): void {
    this.change({ values: absolute(values.sheet, values.range) });
  }

  SetXAxisValues(values: Range): void {
    this.change({ categories: absolute(values.sheet, values.range) });
  }

  GetDimensionDataSourceString(dimension: string): string {
    return dimension === 'Values' ? this.series.values : (this.series.categories ?? '');
  }

  Delete(): void {
    this.owner.change({ series: this.owner.chart.series.filter((one) => one !== this.series) });
  }
}

class ChartSeriesFormat extends HostObject {
  constructor(private readonly owner: ChartSeries) {
    super();
  }

  get className() {
    return 'ChartSeriesFormat';
  }

  get Fill(): ChartFill {
    return new ChartFill((color) => this.owner.change({ color }));
  }

  get Line(): ChartLine {
    return new ChartLine('ChartLineFormat', {
      read: () => ({ color: this.owner.own.color, dashed: this.owner.own.dashed, visible: this.owner.own.weight !== 0, weight: this.owner.own.weight }),
      write: ({ color, dashed, visible, weight }) =>
        this.owner.change({
          ...(color === undefined ? {} : { color }),
          ...(dashed === undefined ? {} : { dashed }),
          ...(weight === undefined ? {} : { weight }),
          ...(visible === false ? { weight: 0 } : {}),
        }),
    });
  }
}

class ChartDataLabels extends HostObject {
  constructor(private readonly owner: ChartSeries) {
    super();
  }

  get className() {
    return 'ChartDataLabels';
  }

  get NumberFormat(): string {
    return this.labels.numberFormat;
  }

  set NumberFormat(numberFormat: string) {
    this.write({ numberFormat });
  }

  get ShowValue(): boolean {
    return this.owner.HasDataLabels;
  }

  set ShowValue(shown: boolean) {
    this.owner.HasDataLabels = shown;
  }

  /** Labels of this model show values and nothing else. */
  get ShowSeriesName(): boolean {
    return false;
  }

  set ShowSeriesName(shown: boolean) {
    this.onlyValues(shown);
  }

  get ShowCategoryName(): boolean {
    return false;
  }

  set ShowCategoryName(shown: boolean) {
    this.onlyValues(shown);
  }

  get ShowLegendKey(): boolean {
    return false;
  }

  set ShowLegendKey(shown: boolean) {
    this.onlyValues(shown);
  }

  get Format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(this);
  }

  private onlyValues(shown: boolean): void {
    if (shown) throw notSupported('This host labels points with their values only.');
  }

  get labels(): NonNullable<ModelSeries['labels']> {
    return this.owner.own.labels ?? { numberFormat: 'General', color: null, bold: false, size: null };
  }

  write(change: Partial<NonNullable<ModelSeries['labels']>>): void {
    this.owner.change({ labels: { ...this.labels, ...change } });
  }
}

class ChartDataLabelFormat extends HostObject {
  constructor(private readonly owner: ChartDataLabels) {
    super();
  }

  get className() {
    return 'ChartDataLabelFormat';
  }

  get Font(): ChartFont {
    return new ChartFont({ read: () => this.owner.labels, write: (change) => this.owner.write(change) });
  }
}

interface Font {
  color: string | null;
  bold: boolean;
  size: number | null;
}

class ChartFont extends HostObject {
  constructor(private readonly font: { read(): Font; write(change: Partial<Font>): void }) {
    super();
  }

  get className() {
    return 'ChartFont';
  }

  get Color(): string {
    return this.font.read().color ?? '';
  }

  set Color(value: string) {
    this.font.write({ color: colour(value) });
  }

  get Bold(): boolean {
    return this.font.read().bold;
  }

  set Bold(bold: boolean) {
    this.font.write({ bold });
  }

  get Size(): number {
    return this.font.read().size ?? 9;
  }

  set Size(value: number) {
    this.font.write({ size: value });
  }
}

class ChartAxes extends ChartPart {
  get className() {
    return 'ChartAxes';
  }

  get ValueAxis(): ChartAxis {
    return new ChartAxis(this.owner, 'valueAxis');
  }

  get CategoryAxis(): ChartAxis {
    return new ChartAxis(this.owner, 'categoryAxis');
  }
}

class ChartAxis extends ChartPart {
  constructor(
    owner: Chart,
    private readonly side: 'valueAxis' | 'categoryAxis',
  ) {
    super(owner);
  }

  get className() {
    return 'ChartAxis';
  }

  get axis(): ModelAxis {
    return this.chart[this.side];
  }

  write(change: Partial<ModelAxis>): void {
    this.owner.change({ [this.side]: { ...this.axis, ...change } });
  }

  get Visible(): boolean {
    return this.axis.visible;
  }

  set Visible(visible: boolean) {
    this.write({ visible });
  }

  get Minimum(): number | '' {
    return this.axis.minimum ?? '';
  }

  /** '' leaves it to Excel. */
  set Minimum(minimum: number | '') {
    this.write({ minimum: minimum === '' ? null : minimum });
  }

  get Maximum(): number | '' {
    return this.axis.maximum ?? '';
  }

  set Maximum(maximum: number | '') {
    this.write({ maximum: maximum === '' ? null : maximum });
  }

  get MajorUnit(): number | '' {
    return this.axis.majorUnit ?? '';
  }

  set MajorUnit(majorUnit: number | '') {
    this.write({ majorUnit: majorUnit === '' ? null : majorUnit });
  }

  get NumberFormat(): string {
    return this.axis.numberFormat ?? 'General';
  }

  set NumberFormat(numberFormat: string) {
    this.write({ numberFormat });
  }

  get MajorGridlines(): ChartGridlines {
    return new ChartGridlines(this);
  }

  get Format(): ChartAxisFormat {
    return new ChartAxisFormat(this);
  }
}

class ChartGridlines extends HostObject {
  constructor(private readonly owner: ChartAxis) {
    super();
  }

  get className() {
    return 'ChartGridlines';
  }

  get Visible(): boolean {
    return this.owner.axis.gridlines !== null;
  }

  set Visible(visible: boolean) {
    this.owner.write({ gridlines: visible ? (this.owner.axis.gridlines ?? '#D9D9D9') : null });
  }

  get Format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(this.owner);
  }
}

class ChartGridlinesFormat extends HostObject {
  constructor(private readonly owner: ChartAxis) {
    super();
  }

  get className() {
    return 'ChartGridlinesFormat';
  }

  get Line(): ChartLine {
    return new ChartLine('ChartLineFormat', {
      read: () => ({ color: this.owner.axis.gridlines, dashed: false, visible: this.owner.axis.gridlines !== null, weight: null }),
      write: ({ color, visible }) => this.owner.write({ gridlines: visible === false ? null : (color ?? this.owner.axis.gridlines) }),
    });
  }
}

class ChartAxisFormat extends HostObject {
  constructor(private readonly owner: ChartAxis) {
    super();
  }

  get className() {
    return 'ChartAxisFormat';
  }

  get Font(): ChartFont {
    return new ChartFont({
      read: () => ({ color: this.owner.axis.fontColor, bold: false, size: this.owner.axis.fontSize }),
      write: ({ color, size: points }) => this.owner.write({ ...(color === undefined ? {} : { fontColor: color }), ...(points === undefined ? {} : { fontSize: points }) }),
    });
  }

  get Line(): ChartLine {
    return new ChartLine('ChartLineFormat', {
      read: () => ({ color: null, dashed: false, visible: this.owner.axis.lineVisible, weight: null }),
      write: ({ visible }) => {
        if (visible !== undefined) this.owner.write({ lineVisible: visible });
      },
    });
  }
}
