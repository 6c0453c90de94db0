/** The preset forms that the host draws, with their connection sites as ECMA-376's presetShapeDefinitions.xml has them. */

export type Direction = 'Up' | 'Left' | 'Down' | 'Right';

/** Where a connector may be glued: a place in shares of width and height, and the way that leads away from the shape. */
export interface Site {
  readonly x: number;
  readonly y: number;
  readonly away: Direction;
}

export interface Preset {
  /** The file's word: `roundRect`. */
  readonly file: string;
  /** What Excel calls a new one, before its number. */
  readonly label: string;
  readonly sites: readonly Site[];
}

const site = (x: number, y: number, away: Direction): Site => ({ x, y, away });
const FOUR_SIDES = [site(0.5, 0, 'Up'), site(0, 0.5, 'Left'), site(0.5, 1, 'Down'), site(1, 0.5, 'Right')];
/** How far an ellipse is from its frame at 45 degrees. */
const NEAR = 0.5 - Math.SQRT1_2 / 2;
const FAR = 1 - NEAR;

/** By Excel's word for the form. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  Rectangle: { file: 'rect', label: 'Rectangle', sites: FOUR_SIDES },
  RoundRectangle: { file: 'roundRect', label: 'Rectangle: Rounded Corners', sites: FOUR_SIDES },
  Diamond: { file: 'diamond', label: 'Diamond', sites: FOUR_SIDES },
  Ellipse: {
    file: 'ellipse',
    label: 'Oval',
    sites: [site(0.5, 0, 'Up'), site(NEAR, NEAR, 'Up'), site(0, 0.5, 'Left'), site(NEAR, FAR, 'Down'), site(0.5, 1, 'Down'), site(FAR, FAR, 'Down'), site(1, 0.5, 'Right'), site(FAR, NEAR, 'Up')],
  },
  FlowChartProcess: { file: 'flowChartProcess', label: 'Flowchart: Process', sites: FOUR_SIDES },
  FlowChartTerminator: { file: 'flowChartTerminator', label: 'Flowchart: Terminator', sites: FOUR_SIDES },
  RightBracket: { file: 'rightBracket', label: 'Right Bracket', sites: [site(0, 0, 'Up'), site(0, 1, 'Down'), site(1, 0.5, 'Right')] },
  RightBrace: { file: 'rightBrace', label: 'Right Brace', sites: [site(0, 0, 'Up'), site(1, 0.5, 'Right'), site(0, 1, 'Down')] },
};

/** Forms whose words are not just the file's with a capital letter. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  triangle: 'Triangle', rtTriangle: 'RightTriangle', nonIsoscelesTrapezoid: 'NonIsoscelesTrapezoid', lineInv: 'LineInverse',
  round1Rect: 'Round1Rectangle', round2SameRect: 'Round2SameRectangle', round2DiagRect: 'Round2DiagonalRectangle',
  snipRoundRect: 'SnipRoundRectangle', snip1Rect: 'Snip1Rectangle', snip2SameRect: 'Snip2SameRectangle', snip2DiagRect: 'Snip2DiagonalRectangle', diagStripe: 'DiagonalStripe',
};

/** The file's word for a form → Excel's: `roundRect` → `RoundRectangle`. */
export function presetWord(file: string): string {
  const known = Object.keys(PRESETS).find((word) => PRESETS[word]?.file === file);
  return known ?? OTHER_WORDS[file] ?? file.charAt(0).toUpperCase() + file.slice(1);
}

const TURN: readonly Direction[] = ['Up', 'Right', 'Down', 'Left'];

interface Framed {
  readonly geometry: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}

/** Connection sites of a shape; none where the form is not known. */
export const sitesOf = ({ geometry }: Framed): readonly Site[] => PRESETS[geometry]?.sites ?? [];

/** Cosine and sine of a clockwise turn, exact for quarters. */
export function turning(degrees: number): { cos: number; sin: number } {
  const exact = (value: number) => Math.round(value * 1e12) / 1e12;
  const angle = (degrees * Math.PI) / 180;
  return { cos: exact(Math.cos(angle)), sin: exact(Math.sin(angle)) };
}

/** Where a site lies on the sheet, in points, and which way leads away from the shape. */
export function sitePlace(shape: Framed, { x, y, away }: Site): { x: number; y: number; away: Direction } {
  const { cos, sin } = turning(shape.rotation);
  const dx = (x - 0.5) * shape.width;
  const dy = (y - 0.5) * shape.height;
  return {
    x: shape.left + shape.width / 2 + dx * cos - dy * sin,
    y: shape.top + shape.height / 2 + dx * sin + dy * cos,
    away: TURN[(TURN.indexOf(away) + Math.round(shape.rotation / 90) + 400) % 4] ?? away,
  };
}
