import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { spanOf } from '../drawing/new-shape';
import { sitePlace, sitesOf } from '../drawing/presets';
import type { ModelArrowhead, ModelConnector, ModelLineEnd } from '../model';
import { HostObject, NULL_OBJECT } from './host-object';
import { Shape } from './shape';

const STYLES = ['None', 'Triangle', 'Stealth', 'Diamond', 'Oval', 'Open'];
const LENGTHS = ['Short', 'Medium', 'Long'];
const WIDTHS = ['Narrow', 'Medium', 'Wide'];
const TYPES = ['Straight', 'Elbow', 'Curve'];

type Side = 'begin' | 'end';

function oneOf(value: unknown, words: readonly string[]): string {
  if (!words.includes(value as string)) throw invalidArgument();
  return value as string;
}

export class Line extends HostObject {
  constructor(private readonly owner: Shape) {
    super();
  }

  get className() {
    return 'Line';
  }

  override get identity() {
    return { Id: this.owner.shape.id };
  }

  override get smallNames() {
    return ['connectorType'];
  }

  private get connector(): ModelConnector {
    const { connector } = this.owner.shape;
    if (!connector) throw invalidOperation('This shape is no line.');
    return connector;
  }

  private arrow(side: Side, change: Partial<ModelArrowhead>): void {
    const end = this.connector[side];
    this.owner.change('line', { connector: { ...this.connector, [side]: { ...end, arrow: { ...end.arrow, ...change } } } });
  }

  private put(side: Side, change: Partial<ModelLineEnd>): void {
    const connector = { ...this.connector, [side]: { ...this.connector[side], ...change } };
    this.owner.change('place', { connector, ...spanOf(connector) });
  }

  private connect(side: Side, to: unknown, site: unknown): void {
    if (!(to instanceof Shape) || to.sheet !== this.owner.sheet || to.shape === this.owner.shape) throw invalidArgument();
    if (!to.sheet.shapes.includes(to.shape)) throw itemNotFound();
    const found = Number.isInteger(site) ? sitesOf(to.shape)[site as number] : undefined;
    if (!found) throw invalidArgument();
    const { x, y } = sitePlace(to.shape, found);
    this.put(side, { x, y, glued: { shapeId: to.shape.id, site: site as number } });
  }

  private connected(side: Side): Shape | typeof NULL_OBJECT {
    const id = this.owner.shape.connector?.[side].glued?.shapeId;
    const shape = this.owner.sheet.shapes.find((each) => each.id === id);
    return shape ? new Shape(this.owner.session, this.owner.sheet, shape) : NULL_OBJECT;
  }

  get Id(): string {
    return this.owner.shape.id;
  }

  get Shape(): Shape {
    return this.owner;
  }

  get connectorType(): string {
    return this.connector.type;
  }

  set connectorType(type: string) {
    this.owner.change('place', { connector: { ...this.connector, type: oneOf(type, TYPES) as ModelConnector['type'] } });
  }

  get BeginArrowheadStyle(): string {
    return this.connector.begin.arrow.style;
  }

  set BeginArrowheadStyle(value: string) {
    this.arrow('begin', { style: oneOf(value, STYLES) });
  }

  get BeginArrowheadLength(): string {
    return this.connector.begin.arrow.length;
  }

  set BeginArrowheadLength(value: string) {
    this.arrow('begin', { length: oneOf(value, LENGTHS) });
  }

  get BeginArrowheadWidth(): string {
    return this.connector.begin.arrow.width;
  }

  set BeginArrowheadWidth(value: string) {
    this.arrow('begin', { width: oneOf(value, WIDTHS) });
  }

  get EndArrowheadStyle(): string {
    return this.connector.end.arrow.style;
  }

  set EndArrowheadStyle(value: string) {
    this.arrow('end', { style: oneOf(value, STYLES) });
  }

  get EndArrowheadLength(): string {
    return this.connector.end.arrow.length;
  }

  set EndArrowheadLength(value: string) {
    this.arrow('end', { length: oneOf(value, LENGTHS) });
  }

  get EndArrowheadWidth(): string {
    return this.connector.end.arrow.width;
  }

  set EndArrowheadWidth(value: string) {
    this.arrow('end', { width: oneOf(value, WIDTHS) });
  }

  get IsBeginConnected(): boolean {
    return this.connector.begin.glued !== null;
  }

  get IsEndConnected(): boolean {
    return this.connector.end.glued !== null;
  }

  get BeginConnectedSite(): number | null {
    return this.connector.begin.glued?.site ?? null;
  }

  get EndConnectedSite(): number | null {
    return this.connector.end.glued?.site ?? null;
  }

  get BeginConnectedShape(): Shape | typeof NULL_OBJECT {
    return this.connected('begin');
  }

  get EndConnectedShape(): Shape | typeof NULL_OBJECT {
    return this.connected('end');
  }

  ConnectBeginShape(shape: unknown, site: unknown): void {
    this.connect('begin', shape, site);
  }

  ConnectEndShape(shape: unknown, site: unknown): void {
    this.connect('end', shape, site);
  }

  DisconnectBeginShape(): void {
    this.put('begin', { glued: null });
  }

  DisconnectEndShape(): void {
    this.put('end', { glued: null });
  }
}
