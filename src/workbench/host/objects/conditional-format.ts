import { intersection } from '../address';
import { assertUnprotected } from '../cells';
import { apiNotFound, invalidArgument } from '../errors';
import type { ModelConditionalFormat, ModelRange, ModelSheet } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, type Key, NULL_OBJECT } from './host-object';
import { Range } from './range';
import { colour } from './range-format';

/** Types that this host knows, with the name of their part in `detail`. */
const TYPES: Readonly<Record<string, string>> = { DataBar: 'dataBar', Custom: 'custom', CellValue: 'cellValue' };

export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
    private readonly range: ModelRange,
  ) {
    super();
  }

  get className() {
    return 'ConditionalFormatCollection';
  }

  items(): ConditionalFormat[] {
    return this.sheet.conditionalFormats.filter(({ range }) => intersection(range, this.range)).map((format) => new ConditionalFormat(this.session, this.sheet, format));
  }

  protected find(key: Key): ConditionalFormat | undefined {
    return this.items().find(({ Id }) => Id === key);
  }

  Add(type: string): ConditionalFormat {
    assertUnprotected(this.sheet);
    const part = TYPES[type];
    if (!part) throw apiNotFound('ConditionalFormatCollection', `add(${type})`);
    const format: ModelConditionalFormat = { id: this.session.workbook.id(), range: this.range, type, detail: { [part]: {} } };
    this.sheet.conditionalFormats.push(format);
    changed(this.session, this.sheet);
    return new ConditionalFormat(this.session, this.sheet, format);
  }

  /** Rules that lie wholly in the range go; of those that reach out of it, the part outside stays. */
  ClearAll(): void {
    const touched = this.sheet.conditionalFormats.filter(({ range }) => intersection(range, this.range));
    if (touched.length === 0) return;
    assertUnprotected(this.sheet);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.flatMap((format) =>
      intersection(format.range, this.range) ? without(format.range, this.range).map((range, index) => ({ ...format, range, id: index === 0 ? format.id : this.session.workbook.id() })) : [format],
    );
    changed(this.session, this.sheet);
  }
}

/** What of a range lies outside another, as at most four ranges. */
export function without(range: ModelRange, hole: ModelRange): ModelRange[] {
  const inner = intersection(range, hole);
  if (!inner) return [range];
  const bottom = inner.row + inner.rows;
  const right = inner.column + inner.columns;
  return [
    { ...range, rows: inner.row - range.row },
    { ...range, row: bottom, rows: range.row + range.rows - bottom },
    { row: inner.row, rows: inner.rows, column: range.column, columns: inner.column - range.column },
    { row: inner.row, rows: inner.rows, column: right, columns: range.column + range.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

function changed(session: Session, sheet: ModelSheet): void {
  sheet.changed.add('conditionalFormats');
  session.tell({ kind: 'sheet', sheetId: sheet.id });
}

export class ConditionalFormat extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
    private readonly format: ModelConditionalFormat,
  ) {
    super();
  }

  get className() {
    return 'ConditionalFormat';
  }

  override get identity() {
    return { Id: this.format.id };
  }

  get Id(): string {
    return this.format.id;
  }

  get Type(): string {
    return this.format.type;
  }

  get Priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.format);
  }

  get StopIfTrue(): boolean {
    return this.format.detail.stopIfTrue === true;
  }

  set StopIfTrue(value: boolean) {
    this.format.detail.stopIfTrue = value;
    changed(this.session, this.sheet);
  }

  get DataBar(): DataBarConditionalFormat {
    return new DataBarConditionalFormat(this.part('DataBar'));
  }

  get DataBarOrNullObject(): DataBarConditionalFormat | typeof NULL_OBJECT {
    return this.format.type === 'DataBar' ? this.DataBar : NULL_OBJECT;
  }

  get Custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this.part('Custom'));
  }

  get CustomOrNullObject(): CustomConditionalFormat | typeof NULL_OBJECT {
    return this.format.type === 'Custom' ? this.Custom : NULL_OBJECT;
  }

  get CellValue(): CellValueConditionalFormat {
    return new CellValueConditionalFormat(this.part('CellValue'));
  }

  get CellValueOrNullObject(): CellValueConditionalFormat | typeof NULL_OBJECT {
    return this.format.type === 'CellValue' ? this.CellValue : NULL_OBJECT;
  }

  GetRange(): Range {
    return new Range(this.session, this.sheet, this.format.range);
  }

  GetRangeOrNullObject(): Range {
    return this.GetRange();
  }

  Delete(): void {
    assertUnprotected(this.sheet);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((format) => format !== this.format);
    changed(this.session, this.sheet);
  }

  private part(type: string): Detail {
    if (this.format.type !== type) throw invalidArgument();
    return new Detail(this.format.detail, TYPES[type]!, () => changed(this.session, this.sheet));
  }
}

/** A branch of a rule's `detail`, made when it is first written. */
class Detail {
  constructor(
    private readonly parent: Record<string, unknown> | Detail,
    private readonly name: string,
    private readonly changed: () => void,
  ) {}

  child(name: string): Detail {
    return new Detail(this, name, this.changed);
  }

  read<Value>(name: string, standard: Value): Value {
    return ((this.values() as Record<string, Value>)[name] ?? standard) as Value;
  }

  write(name: string, value: unknown): void {
    this.values()[name] = value;
    this.changed();
  }

  private values(): Record<string, unknown> {
    const parent = this.parent instanceof Detail ? this.parent.values() : this.parent;
    return (parent[this.name] ??= {}) as Record<string, unknown>;
  }
}

abstract class Part extends HostObject {
  constructor(protected readonly detail: Detail) {
    super();
  }
}

class DataBarConditionalFormat extends Part {
  get className() {
    return 'DataBarConditionalFormat';
  }

  get ShowDataBarOnly(): boolean {
    return this.detail.read('showDataBarOnly', false);
  }

  set ShowDataBarOnly(value: boolean) {
    this.detail.write('showDataBarOnly', value);
  }

  get BarDirection(): string {
    return this.detail.read('barDirection', 'Context');
  }

  set BarDirection(value: string) {
    this.detail.write('barDirection', value);
  }

  get AxisFormat(): string {
    return this.detail.read('axisFormat', 'Automatic');
  }

  set AxisFormat(value: string) {
    this.detail.write('axisFormat', value);
  }

  get AxisColor(): string {
    return this.detail.read('axisColor', '');
  }

  set AxisColor(value: string) {
    this.detail.write('axisColor', value);
  }

  get LowerBoundRule(): unknown {
    return this.detail.read('lowerBoundRule', { type: 'Automatic' });
  }

  set LowerBoundRule(value: unknown) {
    this.detail.write('lowerBoundRule', boundRule(value, 'LowestValue'));
  }

  get UpperBoundRule(): unknown {
    return this.detail.read('upperBoundRule', { type: 'Automatic' });
  }

  set UpperBoundRule(value: unknown) {
    this.detail.write('upperBoundRule', boundRule(value, 'HighestValue'));
  }

  get PositiveFormat(): PositiveFormat {
    return new PositiveFormat(this.detail.child('positiveFormat'));
  }

  get NegativeFormat(): NegativeFormat {
    return new NegativeFormat(this.detail.child('negativeFormat'));
  }
}

/** Where a bar begins or ends: by Excel, at the end of the values, or where a formula says. */
function boundRule(rule: unknown, end: string): unknown {
  const { type, formula } = (rule ?? {}) as { type?: unknown; formula?: unknown };
  const byFormula = ['Number', 'Percent', 'Formula', 'Percentile'].some((one) => one === type) && typeof formula === 'string';
  if (!byFormula && type !== 'Automatic' && type !== end) throw invalidArgument();
  return rule;
}

class PositiveFormat extends Part {
  get className() {
    return 'ConditionalDataBarPositiveFormat';
  }

  get FillColor(): string {
    return this.detail.read('fillColor', '#638EC6');
  }

  set FillColor(value: string) {
    this.detail.write('fillColor', colour(value));
  }

  get BorderColor(): string {
    return this.detail.read('borderColor', '');
  }

  set BorderColor(value: string) {
    this.detail.write('borderColor', colour(value));
  }

  get GradientFill(): boolean {
    return this.detail.read('gradientFill', true);
  }

  set GradientFill(value: boolean) {
    this.detail.write('gradientFill', value);
  }
}

class NegativeFormat extends Part {
  get className() {
    return 'ConditionalDataBarNegativeFormat';
  }

  get FillColor(): string {
    return this.detail.read('fillColor', '#FF0000');
  }

  set FillColor(value: string) {
    this.detail.write('fillColor', colour(value));
  }

  get MatchPositiveFillColor(): boolean {
    return this.detail.read('matchPositiveFillColor', false);
  }

  set MatchPositiveFillColor(value: boolean) {
    this.detail.write('matchPositiveFillColor', value);
  }
}

class CustomConditionalFormat extends Part {
  get className() {
    return 'CustomConditionalFormat';
  }

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.detail.child('rule'));
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.detail.child('format'));
  }
}

class ConditionalFormatRule extends Part {
  get className() {
    return 'ConditionalFormatRule';
  }

  get Formula(): string {
    return this.detail.read('formula', '');
  }

  set Formula(value: string) {
    this.detail.write('formula', value);
  }
}

class CellValueConditionalFormat extends Part {
  get className() {
    return 'CellValueConditionalFormat';
  }

  get Rule(): unknown {
    return this.detail.read('rule', {});
  }

  set Rule(value: unknown) {
    this.detail.write('rule', value);
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.detail.child('format'));
  }
}

class ConditionalRangeFormat extends Part {
  get className() {
    return 'ConditionalRangeFormat';
  }

  get NumberFormat(): string {
    return this.detail.read('numberFormat', '');
  }

  set NumberFormat(value: string) {
    this.detail.write('numberFormat', value);
  }

  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.detail.child('fill'));
  }

  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.detail.child('font'));
  }
}

class ConditionalRangeFill extends Part {
  get className() {
    return 'ConditionalRangeFill';
  }

  get Color(): string {
    return this.detail.read('color', '');
  }

  set Color(value: string) {
    this.detail.write('color', colour(value));
  }
}

class ConditionalRangeFont extends Part {
  get className() {
    return 'ConditionalRangeFont';
  }

  get Color(): string {
    return this.detail.read('color', '');
  }

  set Color(value: string) {
    this.detail.write('color', colour(value));
  }

  get Bold(): boolean {
    return this.detail.read('bold', false);
  }

  set Bold(value: boolean) {
    this.detail.write('bold', value);
  }

  get Italic(): boolean {
    return this.detail.read('italic', false);
  }

  set Italic(value: boolean) {
    this.detail.write('italic', value);
  }
}
