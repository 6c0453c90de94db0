import { invalidArgument } from '../errors';
import type { ModelShape } from '../model';
import { HostObject } from './host-object';
import { colour } from './range-format';
import type { Shape } from './shape';

const DASHES = ['Dash', 'DashDot', 'DashDotDot', 'LongDash', 'LongDashDot', 'RoundDot', 'Solid', 'SquareDot', 'LongDashDotDot', 'SystemDash', 'SystemDot', 'SystemDashDot'];
const STYLES = ['Single', 'ThickBetweenThin', 'ThickThin', 'ThinThick', 'ThinThin'];
const HEAVIEST = 1584;

function share(value: unknown): number {
  if (typeof value !== 'number' || value < 0 || value > 1) throw invalidArgument();
  return value;
}

function oneOf(value: unknown, words: readonly string[]): string {
  if (!words.includes(value as string)) throw invalidArgument();
  return value as string;
}

function solid(value: unknown): string {
  const color = colour(value);
  if (color === '') throw invalidArgument();
  return color;
}

export class ShapeFill extends HostObject {
  constructor(private readonly owner: Shape) {
    super();
  }

  get className() {
    return 'ShapeFill';
  }

  private write(change: Partial<ModelShape['fill']>): void {
    this.owner.change('fill', { fill: { ...this.owner.shape.fill, ...change } });
  }

  get Type(): string {
    return this.owner.shape.fill.type;
  }

  get ForegroundColor(): string {
    return this.owner.shape.fill.color;
  }

  set ForegroundColor(value: string) {
    this.write({ type: 'Solid', color: solid(value) });
  }

  get Transparency(): number {
    return this.owner.shape.fill.transparency;
  }

  set Transparency(value: number) {
    this.write({ transparency: share(value) });
  }

  SetSolidColor(value: string): void {
    this.write({ type: 'Solid', color: solid(value) });
  }

  Clear(): void {
    this.write({ type: 'NoFill' });
  }
}

/** What is asked of a line that is not seen is null, except its colour. */
export class ShapeLineFormat extends HostObject {
  constructor(private readonly owner: Shape) {
    super();
  }

  get className() {
    return 'ShapeLineFormat';
  }

  private get line(): ModelShape['line'] {
    return this.owner.shape.line;
  }

  private write(change: Partial<ModelShape['line']>): void {
    this.owner.change('line', { line: { ...this.line, ...change } });
  }

  get Visible(): boolean {
    return this.line.visible;
  }

  set Visible(visible: boolean) {
    this.write({ visible });
  }

  get Color(): string {
    return this.line.color;
  }

  set Color(value: string) {
    this.write({ color: solid(value), visible: true });
  }

  get Weight(): number | null {
    return this.line.visible ? this.line.weight : null;
  }

  set Weight(weight: number) {
    if (typeof weight !== 'number' || weight < 0 || weight > HEAVIEST) throw invalidArgument();
    this.write({ weight, visible: true });
  }

  get DashStyle(): string | null {
    return this.line.visible ? this.line.dash : null;
  }

  set DashStyle(value: string) {
    this.write({ dash: oneOf(value, DASHES), visible: true });
  }

  get Style(): string | null {
    return this.line.visible ? this.line.style : null;
  }

  set Style(value: string) {
    this.write({ style: oneOf(value, STYLES), visible: true });
  }

  get Transparency(): number {
    return this.line.transparency;
  }

  set Transparency(value: number) {
    this.write({ transparency: share(value) });
  }
}
