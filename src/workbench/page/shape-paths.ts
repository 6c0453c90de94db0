/** Outlines of shapes and of arrowheads as SVG paths. Lengths are pixels. */
import type { Point } from '../host/drawing/route';

/** How round a corner is, and how deep a bracket bends, as shares of the shorter side. */
const CORNER = 0.16667;
const BEND = 0.08333;
/** Width of a terminator's round end, as a share of the shape's. */
const TERMINATOR = 3475 / 21600;
/** How far a curve is from the corner of its frame at 45 degrees, as a share of its radius. */
const BULGE = 1 - Math.SQRT1_2;

/** A form between 0, 0 and its width and height; what the page does not know is a rectangle. */
export function outline(geometry: string, width: number, height: number): string {
  const short = Math.min(width, height);
  const arc = (across: number, down: number, x: number, y: number, clockwise = 1) => `A${across} ${down} 0 0 ${clockwise} ${x} ${y}`;
  switch (geometry) {
    case 'RoundRectangle': {
      const r = short * CORNER;
      return `M0 ${r}${arc(r, r, r, 0)}H${width - r}${arc(r, r, width, r)}V${height - r}${arc(r, r, width - r, height)}H${r}${arc(r, r, 0, height - r)}Z`;
    }
    case 'FlowChartTerminator': {
      const r = width * TERMINATOR;
      return `M${r} 0H${width - r}${arc(r, height / 2, width - r, height)}H${r}${arc(r, height / 2, r, 0)}Z`;
    }
    case 'Ellipse':
      return `M0 ${height / 2}${arc(width / 2, height / 2, width, height / 2)}${arc(width / 2, height / 2, 0, height / 2)}Z`;
    case 'Diamond':
      return `M0 ${height / 2}L${width / 2} 0L${width} ${height / 2}L${width / 2} ${height}Z`;
    case 'RightBracket': {
      const bend = short * BEND;
      return `M0 0${arc(width, bend, width, bend)}V${height - bend}${arc(width, bend, 0, height)}`;
    }
    case 'RightBrace': {
      const bend = short * BEND;
      const half = width / 2;
      const middle = height / 2;
      return `M0 0${arc(half, bend, half, bend)}V${middle - bend}${arc(half, bend, width, middle, 0)}${arc(half, bend, half, middle + bend, 0)}V${height - bend}${arc(half, bend, 0, height)}`;
    }
    default:
      return `M0 0H${width}V${height}H0Z`;
  }
}

/** How far text keeps from the frame because of the form: from left and right, from top and bottom. */
export function textInset(geometry: string, width: number, height: number): [across: number, down: number] {
  switch (geometry) {
    case 'RoundRectangle': {
      const inset = Math.min(width, height) * CORNER * BULGE;
      return [inset, inset];
    }
    case 'FlowChartTerminator':
      return [(width * 1018) / 21600, (height * 3163) / 21600];
    case 'Ellipse':
      return [(width / 2) * BULGE, (height / 2) * BULGE];
    case 'Diamond':
      return [width / 4, height / 4];
    default:
      return [0, 0];
  }
}

/** Straight from corner to corner, or, for a curve, past them. */
export function way(points: readonly Point[], curved: boolean): string {
  const at = ({ x, y }: Point) => `${x} ${y}`;
  const [first, ...others] = points;
  if (!first) return '';
  if (!curved || others.length < 2) return `M${at(first)}${others.map((point) => `L${at(point)}`).join('')}`;
  const bends = others.slice(0, -1).map((corner, index) => {
    const next = others[index + 1] ?? corner;
    const to = index === others.length - 2 ? next : { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 };
    return `Q${at(corner)} ${at(to)}`;
  });
  return `M${at(first)}${bends.join('')}`;
}

const SIZES: Readonly<Record<string, number>> = { Short: 2, Narrow: 2, Medium: 3, Long: 5, Wide: 5 };
/** Heads of thin lines are as large as those of a line of two points. */
const THIN = 8 / 3;

/** The head of a line of a weight that ends at `tip`, coming from `from`; null: none. An open head is not filled. */
export function arrowhead(arrow: { readonly style: string; readonly length: string; readonly width: string }, tip: Point, from: Point, weight: number): string | null {
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (arrow.style === 'None' || distance === 0) return null;
  const [dx, dy] = [(tip.x - from.x) / distance, (tip.y - from.y) / distance];
  const length = Math.max(weight, THIN) * (SIZES[arrow.length] ?? 3);
  const half = (Math.max(weight, THIN) * (SIZES[arrow.width] ?? 3)) / 2;
  /** So far back from the tip, and so far to the side. */
  const at = (back: number, side: number) => `${tip.x - dx * back - dy * side} ${tip.y - dy * back + dx * side}`;
  switch (arrow.style) {
    case 'Stealth':
      return `M${at(0, 0)}L${at(length, half)}L${at(length * 0.6, 0)}L${at(length, -half)}Z`;
    case 'Diamond':
      return `M${at(-length / 2, 0)}L${at(0, half)}L${at(length / 2, 0)}L${at(0, -half)}Z`;
    case 'Oval':
      return `M${at(-length / 2, 0)}A${length / 2} ${half} 0 0 1 ${at(length / 2, 0)}A${length / 2} ${half} 0 0 1 ${at(-length / 2, 0)}Z`;
    case 'Open':
      return `M${at(length, half)}L${at(0, 0)}L${at(length, -half)}`;
    default:
      return `M${at(0, 0)}L${at(length, half)}L${at(length, -half)}Z`;
  }
}

/** Dashes and gaps in multiples of the line's weight. */
const DASHES: Readonly<Record<string, readonly number[]>> = {
  Dash: [4, 3], DashDot: [4, 3, 1, 3], DashDotDot: [3, 1, 1, 1, 1, 1], LongDash: [8, 3], LongDashDot: [8, 3, 1, 3], LongDashDotDot: [8, 3, 1, 3, 1, 3],
  SystemDash: [3, 1], SystemDot: [1, 1], SystemDashDot: [3, 1, 1, 1], SquareDot: [1, 1], RoundDot: [1, 1],
};

export const dashes = (style: string, weight: number): string | undefined => DASHES[style]?.map((length) => length * weight).join(' ');
