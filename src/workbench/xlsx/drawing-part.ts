/** A sheet's drawing part: one anchor for each chart, shape or picture on it, from the lowest to the topmost. */
import type { OfficePackage } from './package';
import { place } from './worksheet';
import { childTexts, element, parseXml, type XmlElement } from './xml';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Its text stays what it was until it is called changed. */
export class Anchor {
  changed = false;

  constructor(
    readonly element: XmlElement,
    private readonly text: string,
  ) {}

  toString(): string {
    return this.changed ? this.element.toString() : this.text;
  }
}

/** The name of a worksheet's drawing part; null: it has none. */
export function drawingPartName(files: OfficePackage, part: string, worksheet: XmlElement): string | null {
  const id = worksheet.first('drawing')?.attribute('id');
  const found = id === undefined ? undefined : files.relationships(part).find((each) => each.id === id);
  return found && files.has(found.target) ? found.target : null;
}

export class DrawingPart {
  anchors: Anchor[];
  private readonly before: readonly Anchor[];
  private readonly head: string;
  private readonly tail: string;
  private readonly root: XmlElement;

  constructor(
    private readonly files: OfficePackage,
    readonly name: string,
  ) {
    const { head, children, tail } = childTexts(files.text(name));
    this.head = head;
    this.tail = tail;
    this.root = parseXml(head + tail);
    this.anchors = children.map((text) => new Anchor(parseXml(text), text));
    this.before = [...this.anchors];
  }

  /** A new one, to which the worksheet points from now on. */
  static add(files: OfficePackage, part: string, worksheet: XmlElement): DrawingPart {
    const name = files.freeName('xl/drawings/drawing');
    files.add(name, 'application/vnd.openxmlformats-officedocument.drawing+xml', element('xdr:wsDr', { 'xmlns:xdr': DRAWING, 'xmlns:a': MAIN }));
    place(worksheet, element('drawing', { 'r:id': files.relate(part, 'drawing', name) }));
    return new DrawingPart(files, name);
  }

  /** The anchor of that number when the part was read. */
  original(number: number): Anchor | undefined {
    return this.before[number];
  }

  /** Adds on top, or in the place of another. Elements are named with `xdr:` and `a:`. */
  put(anchor: XmlElement, instead?: Anchor): Anchor {
    const added = new Anchor(this.declared(anchor), '');
    added.changed = true;
    if (instead) this.anchors[this.anchors.indexOf(instead)] = added;
    else this.anchors.push(added);
    return added;
  }

  /** With the prefixes `xdr:` and `a:` said where the part does not say them. */
  declared(anchor: XmlElement): XmlElement {
    for (const [name, namespace] of [['xmlns:xdr', DRAWING], ['xmlns:a', MAIN]] as const) if (this.root.attributes[name] !== namespace) anchor.attributes[name] = namespace;
    return anchor;
  }

  /** A number that no thing of the drawing has; the first thing of a sheet has 2. */
  freeId(): number {
    const taken = this.anchors.flatMap(({ element: each }) => [...each.descendants('cNvPr')].map((name) => name.number('id') ?? 1));
    return taken.reduce((most, id) => Math.max(most, id), 1) + 1;
  }

  save(): void {
    const same = this.anchors.length === this.before.length && this.anchors.every((anchor, index) => anchor === this.before[index] && !anchor.changed);
    if (same) return;
    this.files.set(this.name, this.head + this.anchors.join('') + this.tail);
  }
}
