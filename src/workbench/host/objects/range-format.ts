import { MAX_COLUMNS, MAX_ROWS } from '../address';
import { assertUnprotected, existingCells, styleCells, uniform } from '../cells';
import { movingShapes } from '../drawing/with-cells';
import { invalidArgument } from '../errors';
import type { Border, ModelRange, ModelSheet, ModelStyle } from '../model';
import { cellText } from '../number-text';
import type { Session } from '../session';
import { HostCollection, HostObject, type Key } from './host-object';

/** What carries a look: cells of one sheet, in one or more ranges. */
abstract class Look extends HostObject {
  constructor(
    protected readonly session: Session,
    protected readonly sheet: ModelSheet,
    protected readonly ranges: readonly ModelRange[],
  ) {
    super();
  }

  protected read<Value>(pick: (style: ModelStyle) => Value): Value | null {
    return uniform(this.sheet, this.ranges, pick);
  }

  protected change(change: Partial<ModelStyle>): void {
    styleCells(this.session, this.sheet, this.ranges, (style) => ({ ...style, ...change }));
  }
}

/** `#4472C4`, `4472c4` or a name that CSS knows; '' for none. */
export function colour(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  if (value === '') return '';
  const hex = /^#?([0-9a-f]{6})$/i.exec(value)?.[1] ?? (/^#?([0-9a-f]{3})$/i.exec(value)?.[1] ?? '').replace(/./g, '$&$&');
  if (hex) return `#${hex.toUpperCase()}`;
  const named = NAMED[value.toLowerCase()];
  if (!named) throw invalidArgument();
  return named;
}

const NAMED: Readonly<Record<string, string>> = { black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00', orange: '#FFA500', gray: '#808080', grey: '#808080' };

export class RangeFormat extends Look {
  get className() {
    return 'RangeFormat';
  }

  get Fill(): RangeFill {
    return new RangeFill(this.session, this.sheet, this.ranges);
  }

  get Font(): RangeFont {
    return new RangeFont(this.session, this.sheet, this.ranges);
  }

  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.session, this.sheet, this.ranges);
  }

  get Protection(): FormatProtection {
    return new FormatProtection(this.session, this.sheet, this.ranges);
  }

  get HorizontalAlignment(): string | null {
    return this.read((style) => style.horizontal ?? 'General');
  }

  set HorizontalAlignment(value: string | null) {
    this.change({ horizontal: oneOf(value, ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'], 'General') });
  }

  get VerticalAlignment(): string | null {
    return this.read((style) => style.vertical ?? 'Bottom');
  }

  set VerticalAlignment(value: string | null) {
    this.change({ vertical: oneOf(value, ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'], 'Bottom') });
  }

  get WrapText(): boolean | null {
    return this.read((style) => style.wrap ?? false);
  }

  set WrapText(value: boolean | null) {
    this.change({ wrap: value || undefined });
  }

  get IndentLevel(): number | null {
    return this.read((style) => style.indent ?? 0);
  }

  set IndentLevel(value: number | null) {
    this.change({ indent: within(value, 0, 250) || undefined });
  }

  get TextOrientation(): number | null {
    return this.read((style) => style.rotation ?? 0);
  }

  set TextOrientation(value: number | null) {
    if (value !== 180) within(value, -90, 90);
    this.change({ rotation: value || undefined });
  }

  get ColumnWidth(): number | null {
    return sameSize(this.columns(), this.sheet.columnWidths, this.sheet.defaultColumnWidth);
  }

  set ColumnWidth(width: number | null) {
    this.resize('columns', this.sheet.columnWidths, this.columns(), within(width, 0, 1790));
  }

  get RowHeight(): number | null {
    return sameSize(this.rows(), this.sheet.rowHeights, this.sheet.defaultRowHeight);
  }

  set RowHeight(height: number | null) {
    this.resize('rows', this.sheet.rowHeights, this.rows(), within(height, 0, 409.5));
  }

  /** Wide enough for the longest text at its font size; about what Excel makes of it. */
  AutofitColumns(): void {
    assertUnprotected(this.sheet);
    const widest = new Map<number, number>();
    for (const { column, cell, text } of this.texts()) {
      const characters = Math.max(...text.split('\n').map((line) => line.length));
      const points = characters * 0.48 * (cell.style.fontSize ?? 11) * (cell.style.bold ? 1.08 : 1) + 7;
      widest.set(column, Math.min(Math.max(widest.get(column) ?? 0, points), 1790));
    }
    movingShapes(this.sheet, () => {
      for (const [column, width] of widest) this.sheet.columnWidths.set(column, width);
    });
    this.changed('columns');
  }

  /** High enough for the largest font and, where text wraps, for its lines. */
  AutofitRows(): void {
    assertUnprotected(this.sheet);
    const highest = new Map<number, number>();
    for (const { row, column, cell, text } of this.texts()) {
      const size = cell.style.fontSize ?? 11;
      const width = this.sheet.columnWidths.get(column) ?? this.sheet.defaultColumnWidth;
      const lines = text.split('\n').reduce((sum, line) => sum + (cell.style.wrap ? Math.max(1, Math.ceil((line.length * 0.48 * size) / width)) : 1), 0);
      highest.set(row, Math.min(Math.max(highest.get(row) ?? this.sheet.defaultRowHeight, (cell.style.wrap ? lines : 1) * size * 1.36), 409.5));
    }
    movingShapes(this.sheet, () => {
      for (const row of this.rows()) this.sheet.rowHeights.delete(row);
      for (const [row, height] of highest) if (height > this.sheet.defaultRowHeight) this.sheet.rowHeights.set(row, height);
    });
    this.changed('rows');
  }

  private *texts() {
    for (const range of this.ranges) {
      for (const found of existingCells(this.sheet, range)) {
        const text = cellText(found.cell, this.session.workbook.dateSystem);
        if (text) yield { ...found, text };
      }
    }
  }

  private columns(): Iterable<number> {
    return lines(this.ranges.map(({ column, columns }) => ({ first: column, count: columns })));
  }

  private rows(): Iterable<number> {
    return lines(this.ranges.map(({ row, rows }) => ({ first: row, count: rows })));
  }

  private resize(aspect: 'columns' | 'rows', sizes: Map<number, number>, indexes: Iterable<number>, size: number): void {
    assertUnprotected(this.sheet);
    const whole = this.ranges.some(({ rows, columns }) => (aspect === 'columns' ? columns === MAX_COLUMNS : rows === MAX_ROWS));
    const { sheet } = this;
    const others = whole ? [] : [...indexes].filter((index) => sizes.get(index) !== size);
    if (whole) {
      movingShapes(sheet, () => {
        sizes.clear();
        if (aspect === 'columns') sheet.defaultColumnWidth = size;
        else sheet.defaultRowHeight = size;
      });
    } else if (others.length > 0) {
      movingShapes(sheet, () => others.forEach((index) => sizes.set(index, size)));
    }
    this.changed(aspect);
  }

  private changed(aspect: 'columns' | 'rows'): void {
    this.sheet.changed.add(aspect);
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }
}

class RangeFill extends Look {
  get className() {
    return 'RangeFill';
  }

  /** Cells without a fill answer white, as in Excel. */
  get Color(): string | null {
    return this.read((style) => style.fill ?? '#FFFFFF');
  }

  set Color(value: string | null) {
    this.change({ fill: colour(value) || undefined });
  }

  Clear(): void {
    this.change({ fill: undefined });
  }
}

class RangeFont extends Look {
  get className() {
    return 'RangeFont';
  }

  get Name(): string | null {
    return this.read((style) => style.fontName ?? 'Calibri');
  }

  set Name(value: string | null) {
    this.change({ fontName: value ?? undefined });
  }

  get Size(): number | null {
    return this.read((style) => style.fontSize ?? 11);
  }

  set Size(value: number | null) {
    this.change({ fontSize: within(value, 1, 409) });
  }

  get Color(): string | null {
    return this.read((style) => style.fontColor ?? '#000000');
  }

  set Color(value: string | null) {
    this.change({ fontColor: colour(value) || undefined });
  }

  get Bold(): boolean | null {
    return this.read((style) => style.bold ?? false);
  }

  set Bold(value: boolean | null) {
    this.change({ bold: value || undefined });
  }

  get Italic(): boolean | null {
    return this.read((style) => style.italic ?? false);
  }

  set Italic(value: boolean | null) {
    this.change({ italic: value || undefined });
  }

  get Underline(): string | null {
    return this.read((style) => style.underline ?? 'None');
  }

  set Underline(value: string | null) {
    this.change({ underline: oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'], 'None') });
  }

  get Strikethrough(): boolean | null {
    return this.read((style) => style.strikethrough ?? false);
  }

  set Strikethrough(value: boolean | null) {
    this.change({ strikethrough: value || undefined });
  }
}

class FormatProtection extends Look {
  get className() {
    return 'FormatProtection';
  }

  get Locked(): boolean | null {
    return this.read((style) => style.locked ?? true);
  }

  set Locked(value: boolean | null) {
    this.change({ locked: value === false ? false : undefined });
  }
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Which cells an edge touches, on which of their sides. */
const EDGES: Readonly<Record<string, (range: ModelRange) => readonly { readonly range: ModelRange; readonly side: Side }[]>> = {
  EdgeTop: (range) => [{ range: { ...range, rows: 1 }, side: 'top' }],
  EdgeBottom: (range) => [{ range: { ...range, row: range.row + range.rows - 1, rows: 1 }, side: 'bottom' }],
  EdgeLeft: (range) => [{ range: { ...range, columns: 1 }, side: 'left' }],
  EdgeRight: (range) => [{ range: { ...range, column: range.column + range.columns - 1, columns: 1 }, side: 'right' }],
  InsideHorizontal: (range) => (range.rows < 2 ? [] : [{ range: { ...range, rows: range.rows - 1 }, side: 'bottom' }]),
  InsideVertical: (range) => (range.columns < 2 ? [] : [{ range: { ...range, columns: range.columns - 1 }, side: 'right' }]),
  DiagonalDown: () => [],
  DiagonalUp: () => [],
};

/** A line between two cells is one line, whichever of them drew it: taking it away takes it from both. */
const OTHER_SIDES: typeof EDGES = {
  InsideHorizontal: (range) => (range.rows < 2 ? [] : [{ range: { ...range, row: range.row + 1, rows: range.rows - 1 }, side: 'top' }]),
  InsideVertical: (range) => (range.columns < 2 ? [] : [{ range: { ...range, column: range.column + 1, columns: range.columns - 1 }, side: 'left' }]),
};

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
    private readonly ranges: readonly ModelRange[],
  ) {
    super();
  }

  get className() {
    return 'RangeBorderCollection';
  }

  items(): RangeBorder[] {
    return Object.keys(EDGES).map((edge) => new RangeBorder(this.session, this.sheet, this.ranges, edge));
  }

  protected find(key: Key): RangeBorder | undefined {
    return this.items().find(({ SideIndex }) => SideIndex === key);
  }
}

class RangeBorder extends Look {
  constructor(
    session: Session,
    sheet: ModelSheet,
    ranges: readonly ModelRange[],
    private readonly edge: string,
  ) {
    super(session, sheet, ranges);
  }

  get className() {
    return 'RangeBorder';
  }

  get SideIndex(): string {
    return this.edge;
  }

  get Style(): string | null {
    return this.side((border) => border?.style ?? 'None');
  }

  set Style(value: string | null) {
    const style = oneOf(value, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'], 'None');
    if (style === undefined) this.draw(() => undefined, [...this.edges(), ...this.ranges.flatMap((range) => OTHER_SIDES[this.edge]?.(range) ?? [])]);
    else this.draw((border) => ({ ...line(border), style }));
  }

  get Color(): string | null {
    return this.side((border) => border?.color ?? '#000000');
  }

  set Color(value: string | null) {
    const color = colour(value);
    this.draw((border) => ({ ...line(border), color }));
  }

  get Weight(): string | null {
    return this.side((border) => border?.weight ?? 'Thin');
  }

  set Weight(value: string | null) {
    const weight = oneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick'], '') ?? 'Thin';
    this.draw((border) => ({ ...line(border), weight }));
  }

  private edges() {
    return this.ranges.flatMap((range) => EDGES[this.edge]!(range));
  }

  private side<Value>(read: (border: Border | undefined) => Value): Value | null {
    const values = this.edges().map(({ range, side }) => uniform(this.sheet, [range], (style) => read(style.borders?.[side])));
    return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
  }

  private draw(change: (border: Border | undefined) => Border | undefined, edges = this.edges()): void {
    for (const { range, side } of edges) {
      styleCells(this.session, this.sheet, [range], ({ borders, ...style }) => {
        const drawn = Object.fromEntries(Object.entries({ ...borders, [side]: change(borders?.[side]) }).filter(([, border]) => border));
        return Object.keys(drawn).length > 0 ? { ...style, borders: drawn } : style;
      });
    }
  }
}

/** A border that is given a colour or a weight becomes a line, as in Excel. */
const line = (border: Border | undefined): Border => border ?? { style: 'Continuous', color: '#000000', weight: 'Thin' };

/** The value if it is allowed; undefined if it is the default. */
function oneOf(value: unknown, allowed: readonly string[], standard: string): string | undefined {
  const found = allowed.find((one) => one.toLowerCase() === String(value).toLowerCase());
  if (!found) throw invalidArgument();
  return found === standard ? undefined : found;
}

function within(value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || value < least || value > most) throw invalidArgument();
  return value;
}

function* lines(spans: readonly { first: number; count: number }[]): Generator<number> {
  for (const { first, count } of spans) for (let index = first; index < first + count; index += 1) yield index;
}

function sameSize(indexes: Iterable<number>, sizes: ReadonlyMap<number, number>, standard: number): number | null {
  let first: number | undefined;
  for (const index of indexes) {
    const size = sizes.get(index) ?? standard;
    if (first === undefined) first = size;
    else if (first !== size) return null;
  }
  return first ?? standard;
}
