import type { SheetShape, ShapeText } from '../../reports/sheet';
import { textWidth } from '../../reports/text-width';

/** What becomes of a thing in a what-if. */
export type Plight = 'out' | 'falls' | null;

/** Of Calibri and its twin: a line's height and where its letters stand, per point of size. */
const LINE = 1.22;
const BASELINE = 0.93;
const DEFAULT_INSET = 4;
/** Excel's round rectangle: a sixth of the shorter side. */
const ROUNDING = 1 / 6;
const DASHES = '4 3';
/** What stands clear of a name around its letters, on the cross and the hatch. */
const HALO = 5;

/** A native shape as Excel shows it. What is out is crossed out, what falls is hatched: neither by colour alone. */
export function ShapeGraphic({ shape, plight, hatch }: { readonly shape: SheetShape; readonly plight: Plight; readonly hatch: { readonly light: string; readonly dark: string } }) {
  const { left, top, width, height, fill, line } = shape;
  const stroke = line === null ? { stroke: 'none' } : { stroke: line.color, strokeWidth: line.weight, ...(line.dashed ? { strokeDasharray: DASHES } : {}) };
  const rounding = { Rectangle: 0, RoundRectangle: Math.min(width, height) * ROUNDING, Pill: Math.min(width, height) / 2 }[shape.type];
  const box = { x: left, y: top, width, height, rx: rounding };
  const dark = fill !== null && isDark(fill);
  return (
    <>
      <rect {...box} fill={fill ?? 'none'} {...stroke} />
      {plight === 'falls' ? <rect {...box} fill={`url(#${dark ? hatch.dark : hatch.light})`} data-plight={plight} /> : null}
      {plight === 'out' ? <path d={`M${left} ${top}L${left + width} ${top + height}M${left} ${top + height}L${left + width} ${top}`} stroke={dark ? '#FFFFFF' : '#1F1F1F'} strokeWidth={1.5} strokeOpacity={0.55} data-plight={plight} /> : null}
      <ShapeLines shape={shape} halo={plight === null ? null : (fill ?? '#FFFFFF')} />
    </>
  );
}

function ShapeLines({ shape, halo }: { readonly shape: SheetShape; readonly halo: string | null }) {
  const { left, top, width, height, text, horizontal = 'Left', inset = DEFAULT_INSET } = shape;
  const tall = text.reduce((sum, { size }) => sum + size * LINE, 0);
  const x = { Left: left + inset, Center: left + width / 2, Right: left + width - inset }[horizontal];
  let y = top + (height - tall) / 2;
  return text.map((line, index) => {
    const baseline = y + line.size * BASELINE;
    y += line.size * LINE;
    return <ShapeLine key={index} line={line} x={x} y={baseline} anchor={({ Left: 'start', Center: 'middle', Right: 'end' } as const)[horizontal]} halo={halo} />;
  });
}

function ShapeLine({ line, x, y, anchor, halo }: { readonly line: ShapeText; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly halo: string | null }) {
  if (line.text === '') return null;
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={line.size}
      fontWeight={line.bold ? 700 : 400}
      fill={line.color}
      // Where Calibri is missing, its stand-in takes no more room than the shape was made for.
      textLength={textWidth(line.text, line)}
      lengthAdjust="spacingAndGlyphs"
      {...(halo === null ? {} : { stroke: halo, strokeWidth: HALO, paintOrder: 'stroke', strokeLinejoin: 'round' })}
    >
      {line.text}
    </text>
  );
}

/** @example isDark('#0F548C') // true */
function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
