import type { Drawing, SheetConnector, SheetShape, ShapeSide } from '../sheet';
import { LINE, type LineKind } from './look';

/** A side of a shape, where a line begins or ends. */
export interface Anchor {
  readonly shape: string;
  readonly side: ShapeSide;
  readonly x: number;
  readonly y: number;
}

/** How a line meets what it leads to. */
export type Arrow = 'at its end' | 'at its begin' | 'none';

const PREFIX = 'Plumbline';
/** A name longer than this is of no use to anybody. */
const LONGEST_NAME = 120;

/** Collects the shapes and connectors of a drawing under names that are theirs alone. */
export class Canvas {
  /** In the order in which people read it, with the keyboard or aloud: part by part, and in each from top to bottom. */
  private readonly shapes: { readonly part: number; readonly shape: SheetShape }[] = [];
  private readonly joints: SheetShape[] = [];
  private part = 0;
  private readonly connectors: SheetConnector[] = [];
  /** Names in small letters, as Excel tells them apart, and how often each was asked for. */
  private readonly taken = new Map<string, number>();

  /** What is drawn from now on belongs to this part, a column or the gutter between two. */
  begin(part: number): void {
    this.part = part;
  }

  /** @param name what it is; of several with one name the later ones are numbered. @returns its name */
  shape(shape: Omit<SheetShape, 'name'>, name: string): string {
    const own = this.unique(name);
    this.shapes.push({ part: this.part, shape: { name: own, ...shape } });
    return own;
  }

  /** A turn or a fork of lines: a dot as wide as the line, to which connectors are glued. */
  joint(x: number, y: number, kind: LineKind, name: string): Joint {
    const { color, weight } = LINE[kind];
    const shape = this.unique(`joint ${name}`);
    this.joints.push({ name: shape, type: 'Rectangle', left: x - weight / 2, top: y - weight / 2, width: weight, height: weight, fill: color, line: null, text: [], description: '' });
    return { shape, x, y };
  }

  line(from: Anchor, to: Anchor, kind: LineKind, arrow: Arrow = 'none', description = ''): void {
    const [begin, end] = arrow === 'at its begin' ? [to, from] : [from, to];
    this.connectors.push({
      name: this.unique(`edge ${bare(begin.shape)} → ${bare(end.shape)}`),
      from: { shape: begin.shape, side: begin.side },
      to: { shape: end.shape, side: end.side },
      line: LINE[kind],
      arrow: arrow !== 'none',
      description,
    });
  }

  drawing(): Drawing {
    const read = this.shapes.toSorted((a, b) => a.part - b.part || a.shape.top - b.shape.top);
    return { shapes: [...read.map(({ shape }) => shape), ...this.joints], connectors: this.connectors };
  }

  private unique(name: string): string {
    const short = `${PREFIX} ${name.replace(/\s+/g, ' ').trim()}`.slice(0, LONGEST_NAME);
    const asked = short.toLowerCase();
    for (let count = (this.taken.get(asked) ?? 0) + 1; ; count++) {
      const candidate = count === 1 ? short : `${short} ${count}`;
      const key = candidate.toLowerCase();
      if (count > 1 && this.taken.has(key)) continue;
      this.taken.set(key, 1);
      this.taken.set(asked, count);
      return candidate;
    }
  }
}

/** The dot where lines turn or fork. */
export interface Joint {
  readonly shape: string;
  readonly x: number;
  readonly y: number;
}

export function sideOf({ shape, x, y }: Joint, side: ShapeSide): Anchor {
  return { shape, side, x, y };
}

function bare(name: string): string {
  return name.slice(PREFIX.length + 1).replace(/^(node|joint) /, '');
}
