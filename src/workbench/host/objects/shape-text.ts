import { invalidArgument, invalidOperation } from '../errors';
import { runsBetween, textOf, withFont, withText } from '../drawing/text-runs';
import type { ModelShapeText, ShapeFont as ModelFont, ShapeRun } from '../model';
import { HostObject } from './host-object';
import { colour } from './range-format';
import type { Shape } from './shape';

const HORIZONTAL = ['Left', 'Center', 'Right', 'Justify', 'JustifyLow', 'Distributed', 'ThaiDistributed'];
const VERTICAL = ['Top', 'Middle', 'Bottom', 'Justified', 'Distributed'];
const AUTO_SIZE = ['AutoSizeNone', 'AutoSizeTextToFitShape', 'AutoSizeShapeToFitText'];
const ORIENTATIONS = ['Horizontal', 'Vertical', 'Vertical270', 'WordArtVertical', 'EastAsianVertical', 'MongolianVertical', 'WordArtVerticalRTL'];
const UNDERLINES = ['None', 'Single', 'Double', 'Heavy', 'Dotted', 'DottedHeavy', 'Dash', 'DashHeavy', 'DashLong', 'DashLongHeavy', 'DotDash', 'DotDashHeavy', 'DotDotDash', 'DotDotDashHeavy', 'Wavy', 'WavyHeavy', 'WavyDouble'];
/** Excel's limits of a font's size. */
const SMALLEST = 1;
const LARGEST = 4000;

function oneOf(value: unknown, words: readonly string[]): string {
  if (!words.includes(value as string)) throw invalidArgument();
  return value as string;
}

export class TextFrame extends HostObject {
  constructor(private readonly owner: Shape) {
    super();
  }

  get className() {
    return 'TextFrame';
  }

  get text(): ModelShapeText {
    const { text } = this.owner.shape;
    if (!text) throw invalidOperation('This shape holds no text.');
    return text;
  }

  write(change: Partial<ModelShapeText>): void {
    this.owner.change('text', { text: { ...this.text, ...change } });
  }

  private margin(side: keyof ModelShapeText['margins'], value: unknown): void {
    if (typeof value !== 'number' || value < 0) throw invalidArgument();
    this.write({ margins: { ...this.text.margins, [side]: value } });
  }

  get TextRange(): TextRange {
    return new TextRange(this);
  }

  get HasText(): boolean {
    return this.owner.shape.text !== null && textOf(this.owner.shape.text.runs) !== '';
  }

  get HorizontalAlignment(): string {
    return this.text.horizontal;
  }

  set HorizontalAlignment(value: string) {
    this.write({ horizontal: oneOf(value, HORIZONTAL) });
  }

  get VerticalAlignment(): string {
    return this.text.vertical;
  }

  set VerticalAlignment(value: string) {
    this.write({ vertical: oneOf(value, VERTICAL) });
  }

  get LeftMargin(): number {
    return this.text.margins.left;
  }

  set LeftMargin(value: number) {
    this.margin('left', value);
  }

  get RightMargin(): number {
    return this.text.margins.right;
  }

  set RightMargin(value: number) {
    this.margin('right', value);
  }

  get TopMargin(): number {
    return this.text.margins.top;
  }

  set TopMargin(value: number) {
    this.margin('top', value);
  }

  get BottomMargin(): number {
    return this.text.margins.bottom;
  }

  set BottomMargin(value: number) {
    this.margin('bottom', value);
  }

  get AutoSizeSetting(): string {
    return this.text.autoSize;
  }

  set AutoSizeSetting(value: string) {
    this.write({ autoSize: oneOf(value, AUTO_SIZE) });
  }

  get HorizontalOverflow(): string {
    return this.text.horizontalOverflow;
  }

  set HorizontalOverflow(value: string) {
    this.write({ horizontalOverflow: oneOf(value, ['Overflow', 'Clip']) });
  }

  get VerticalOverflow(): string {
    return this.text.verticalOverflow;
  }

  set VerticalOverflow(value: string) {
    this.write({ verticalOverflow: oneOf(value, ['Overflow', 'Ellipsis', 'Clip']) });
  }

  get Orientation(): string {
    return this.text.orientation;
  }

  set Orientation(value: string) {
    this.write({ orientation: oneOf(value, ORIENTATIONS) });
  }

  get ReadingOrder(): string {
    return this.text.readingOrder;
  }

  set ReadingOrder(value: string) {
    this.write({ readingOrder: oneOf(value, ['LeftToRight', 'RightToLeft']) });
  }

  DeleteText(): void {
    this.write({ runs: withText(this.text.runs, 0, textOf(this.text.runs).length, '') });
  }
}

class TextRange extends HostObject {
  constructor(
    private readonly frame: TextFrame,
    private readonly from = 0,
    /** Left out: to the end of the text, however long it grows. */
    private readonly to = Infinity,
  ) {
    super();
  }

  get className() {
    return 'TextRange';
  }

  get runs(): ShapeRun[] {
    return runsBetween(this.frame.text.runs, this.from, this.to);
  }

  get Text(): string {
    return textOf(this.runs);
  }

  set Text(value: string) {
    const { runs } = this.frame.text;
    this.frame.write({ runs: withText(runs, this.from, Math.min(this.to, textOf(runs).length), String(value ?? '').replace(/\r\n?/g, '\n')) });
  }

  get Font(): ShapeFont {
    return new ShapeFont(this);
  }

  paint(change: Partial<ModelFont>): void {
    const { runs } = this.frame.text;
    this.frame.write({ runs: withFont(runs, this.from, Math.min(this.to, textOf(runs).length), change) });
  }

  GetSubstring(start: number, length: number | null): TextRange {
    const whole = textOf(this.runs).length;
    if (!Number.isInteger(start) || start < 0 || start > whole) throw invalidArgument();
    if (length !== null && length !== undefined && (!Number.isInteger(length) || length < 0)) throw invalidArgument();
    return new TextRange(this.frame, this.from + start, this.from + Math.min(whole, start + (length ?? whole)));
  }
}

/** Of a text of several looks, what differs is null. */
class ShapeFont extends HostObject {
  constructor(private readonly range: TextRange) {
    super();
  }

  get className() {
    return 'ShapeFont';
  }

  private read<Key extends keyof ModelFont>(key: Key): ModelFont[Key] | null {
    const [first, ...others] = this.range.runs;
    return first && others.every(({ font }) => font[key] === first.font[key]) ? first.font[key] : null;
  }

  get Name(): string | null {
    return this.read('name');
  }

  set Name(name: string) {
    if (typeof name !== 'string' || name === '') throw invalidArgument();
    this.range.paint({ name });
  }

  get Size(): number | null {
    return this.read('size');
  }

  set Size(size: number) {
    if (typeof size !== 'number' || size < SMALLEST || size > LARGEST) throw invalidArgument();
    this.range.paint({ size });
  }

  get Color(): string | null {
    return this.read('color');
  }

  set Color(value: string) {
    const color = colour(value);
    if (color === '') throw invalidArgument();
    this.range.paint({ color });
  }

  get Bold(): boolean | null {
    return this.read('bold');
  }

  set Bold(bold: boolean) {
    this.range.paint({ bold });
  }

  get Italic(): boolean | null {
    return this.read('italic');
  }

  set Italic(italic: boolean) {
    this.range.paint({ italic });
  }

  get Underline(): string | null {
    return this.read('underline');
  }

  set Underline(value: string) {
    this.range.paint({ underline: oneOf(value, UNDERLINES) });
  }
}
