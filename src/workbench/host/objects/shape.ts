import { assertUnprotected } from '../cells';
import { invalidArgument, invalidOperation, itemNotFound, notSupported } from '../errors';
import { bringLines, loosenLines } from '../drawing/glue';
import { newGeometricShape, newLine, newTextBox } from '../drawing/new-shape';
import { PRESETS, sitesOf } from '../drawing/presets';
import type { ModelConnector, ModelShape, ModelSheet, ShapeAspect } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, NULL_OBJECT, type Key } from './host-object';
import { Line } from './line';
import { ShapeFill, ShapeLineFormat } from './shape-format';
import { TextFrame } from './shape-text';

const LINE_LABELS = { Straight: 'Straight Connector', Elbow: 'Connector: Elbow', Curve: 'Connector: Curved' } as const;

export class ShapeCollection extends HostCollection<Shape> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'ShapeCollection';
  }

  items(): Shape[] {
    return this.sheet.shapes.map((shape) => new Shape(this.session, this.sheet, shape));
  }

  protected find(key: Key): Shape | undefined {
    const { shapes } = this.sheet;
    const name = String(key).toLowerCase();
    const found = shapes.find(({ id }) => id === key) ?? shapes.find((shape) => shape.name.toLowerCase() === name);
    return found && new Shape(this.session, this.sheet, found);
  }

  AddGeometricShape(type: string): Shape {
    if (typeof type !== 'string') throw invalidArgument();
    const preset = PRESETS[type];
    if (!preset) throw notSupported(`This host has no shape of the form ${type}.`);
    return this.added(newGeometricShape(this.session.workbook.id(), this.freeName(preset.label), type));
  }

  AddTextBox(text: string | null): Shape {
    return this.added(newTextBox(this.session.workbook.id(), this.freeName('TextBox'), text ?? ''));
  }

  AddLine(startLeft: number, startTop: number, endLeft: number, endTop: number, connectorType: string | null): Shape {
    const type = (connectorType ?? 'Straight') as ModelConnector['type'];
    if (!(type in LINE_LABELS)) throw invalidArgument();
    const from = { x: distance(startLeft), y: distance(startTop) };
    const to = { x: distance(endLeft), y: distance(endTop) };
    return this.added(newLine(this.session.workbook.id(), this.freeName(LINE_LABELS[type]), type, from, to));
  }

  private added(shape: ModelShape): Shape {
    assertUnprotected(this.sheet);
    this.sheet.shapes.push(shape);
    const added = new Shape(this.session, this.sheet, shape);
    added.tell();
    return added;
  }

  /** Excel counts what is drawn on a sheet, whatever it is: `Rectangle 1`, `Connector: Elbow 2`. */
  private freeName(label: string): string {
    const { shapes, charts } = this.sheet;
    const taken = new Set([...shapes, ...charts].map(({ name }) => name.toLowerCase()));
    let number = shapes.length + charts.length + 1;
    while (taken.has(`${label} ${number}`.toLowerCase())) number += 1;
    return `${label} ${number}`;
  }
}

function distance(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

function size(value: unknown): number {
  if (typeof value !== 'number' || value <= 0) throw invalidArgument();
  return value;
}

const PLACEMENTS = ['TwoCell', 'OneCell', 'Absolute'];

export class Shape extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
    readonly shape: ModelShape,
  ) {
    super();
  }

  get className() {
    return 'Shape';
  }

  override get identity() {
    return { Id: this.shape.id };
  }

  /** Changes the shape, which must still be there. */
  change(aspect: ShapeAspect, change: Partial<ModelShape>): void {
    assertUnprotected(this.sheet);
    if (!this.sheet.shapes.includes(this.shape)) throw itemNotFound();
    if (this.shape.kind !== 'GeometricShape' && this.shape.kind !== 'Line') throw notSupported('This host changes geometric shapes and lines only.');
    Object.assign(this.shape, change);
    this.shape.changed.add(aspect);
    this.tell();
  }

  tell(): void {
    this.sheet.changed.add('shapes');
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }

  /** Moves or resizes: of a line both ends, which come loose; what is glued to another shape goes with it. */
  private move(change: Partial<Pick<ModelShape, 'left' | 'top' | 'width' | 'height' | 'rotation' | 'geometry'>>): void {
    const { shape } = this;
    const { connector } = shape;
    if (!connector) {
      this.change('geometry' in change ? 'geometry' : 'place', change);
      bringLines(this.sheet.shapes, shape);
      return;
    }
    const to = { left: shape.left, top: shape.top, width: shape.width, height: shape.height, ...change };
    const scaled = (value: number, from: number, span: number, newFrom: number, newSpan: number) => newFrom + (span === 0 ? 0 : ((value - from) / span) * newSpan);
    const moved = (end: ModelConnector['begin']) => ({ ...end, glued: null, x: scaled(end.x, shape.left, shape.width, to.left, to.width), y: scaled(end.y, shape.top, shape.height, to.top, to.height) });
    this.change('place', { ...change, connector: { ...connector, begin: moved(connector.begin), end: moved(connector.end) } });
  }

  get Id(): string {
    return this.shape.id;
  }

  get Name(): string {
    return this.shape.name;
  }

  set Name(name: string) {
    if (typeof name !== 'string' || name === '') throw invalidArgument();
    this.change('name', { name });
  }

  get DisplayName(): string {
    return this.shape.name;
  }

  get Type(): string {
    return this.shape.kind;
  }

  get GeometricShapeType(): string | null {
    return this.shape.kind === 'GeometricShape' ? this.shape.geometry : null;
  }

  set GeometricShapeType(geometry: string) {
    if (this.shape.kind !== 'GeometricShape') throw invalidOperation('Only a geometric shape has a form.');
    if (!PRESETS[geometry]) throw notSupported(`This host has no shape of the form ${geometry}.`);
    this.move({ geometry });
  }

  get Left(): number {
    return this.shape.left;
  }

  set Left(left: number) {
    this.move({ left: distance(left) });
  }

  get Top(): number {
    return this.shape.top;
  }

  set Top(top: number) {
    this.move({ top: distance(top) });
  }

  get Width(): number {
    return this.shape.width;
  }

  set Width(width: number) {
    this.move({ width: size(width) });
  }

  get Height(): number {
    return this.shape.height;
  }

  set Height(height: number) {
    this.move({ height: size(height) });
  }

  get Rotation(): number {
    return this.shape.rotation;
  }

  set Rotation(rotation: number) {
    if (typeof rotation !== 'number') throw invalidArgument();
    if (this.shape.connector) throw notSupported('This host does not rotate lines.');
    this.move({ rotation: ((rotation % 360) + 360) % 360 });
  }

  get Visible(): boolean {
    return this.shape.visible;
  }

  set Visible(visible: boolean) {
    this.change('name', { visible });
  }

  get Placement(): string {
    return this.shape.placement;
  }

  set Placement(placement: string) {
    if (!PLACEMENTS.includes(placement)) throw invalidArgument();
    this.change('place', { placement: placement as ModelShape['placement'] });
  }

  get AltTextTitle(): string {
    return this.shape.altTextTitle;
  }

  set AltTextTitle(altTextTitle: string) {
    this.change('name', { altTextTitle });
  }

  get AltTextDescription(): string {
    return this.shape.altTextDescription;
  }

  set AltTextDescription(altTextDescription: string) {
    this.change('name', { altTextDescription });
  }

  get ConnectionSiteCount(): number {
    return sitesOf(this.shape).length;
  }

  /** In a group, which this host leaves as it is, shapes are not reached one by one. */
  get Level(): number {
    return 0;
  }

  get ZOrderPosition(): number {
    return this.sheet.shapes.indexOf(this.shape);
  }

  get Fill(): ShapeFill {
    return new ShapeFill(this);
  }

  get LineFormat(): ShapeLineFormat {
    return new ShapeLineFormat(this);
  }

  get TextFrame(): TextFrame {
    return new TextFrame(this);
  }

  get Line(): Line {
    return new Line(this);
  }

  get GeometricShape(): GeometricShape {
    return new GeometricShape(this);
  }

  /** Groups are not opened up. */
  get ParentGroup(): typeof NULL_OBJECT {
    return NULL_OBJECT;
  }

  IncrementLeft(by: number): void {
    this.Left = this.shape.left + by;
  }

  IncrementTop(by: number): void {
    this.Top = this.shape.top + by;
  }

  IncrementRotation(by: number): void {
    this.Rotation = this.shape.rotation + by;
  }

  SetZOrder(position: string): void {
    assertUnprotected(this.sheet);
    const at = this.ZOrderPosition;
    if (at < 0) throw itemNotFound();
    const { shapes } = this.sheet;
    const targets: Readonly<Record<string, number>> = { BringToFront: shapes.length - 1, BringForward: Math.min(at + 1, shapes.length - 1), SendToBack: 0, SendBackward: Math.max(at - 1, 0) };
    const to = targets[position];
    if (to === undefined) throw invalidArgument();
    shapes.splice(at, 1);
    shapes.splice(to, 0, this.shape);
    this.tell();
  }

  /** Lines that were glued to it stay where they are. */
  Delete(): void {
    assertUnprotected(this.sheet);
    if (!this.sheet.shapes.includes(this.shape)) throw itemNotFound();
    this.sheet.shapes = this.sheet.shapes.filter((shape) => shape !== this.shape);
    loosenLines(this.sheet.shapes, this.shape);
    this.tell();
  }
}

class GeometricShape extends HostObject {
  constructor(private readonly owner: Shape) {
    super();
  }

  get className() {
    return 'GeometricShape';
  }

  override get identity() {
    return { Id: this.owner.shape.id };
  }

  get Id(): string {
    return this.owner.shape.id;
  }

  get Shape(): Shape {
    if (this.owner.shape.kind !== 'GeometricShape') throw invalidOperation('This shape is no geometric shape.');
    return this.owner;
  }
}
