import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AutoFitWidth20Regular, ZoomIn20Regular, ZoomOut20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { sameName } from '../../domain/names';
import type { MapPicture } from '../../reports/map-picture/index';
import type { SheetShape } from '../../reports/sheet';
import { words } from '../words';
import { ConnectorGraphic } from './ConnectorGraphic';
import { type Arrow, neighbour } from './neighbour';
import { type Plight, ShapeGraphic } from './ShapeGraphic';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', gap: '4px', marginBottom: '6px' },
  view: { overflow: 'auto', maxHeight: 'clamp(150px, 40vh, 480px)', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  // Paper, in dark too: the colours of the shapes are made for it.
  page: { display: 'block', backgroundColor: '#FFFFFF', fontFamily: 'Calibri, Carlito, "Segoe UI", sans-serif', forcedColorAdjust: 'none' },
  node: { cursor: 'pointer', outlineStyle: 'none', '&:focus-visible > [data-ring]': { stroke: '#000000', strokeWidth: '3px' } },
  ring: { fill: 'none', stroke: 'transparent', pointerEvents: 'none' },
  chosen: { stroke: '#0F6CBD', strokeWidth: '3px' },
});

/** Pixels for a point of the picture. */
const STEPS: readonly number[] = [0.25, 0.35, 0.5, 0.7, 1, 4 / 3, 2, 8 / 3];
/** A picture that fits smaller than this begins at a size at which names can be read. */
const LEGIBLE = 0.7;
const READING = 1;
const RING = 3;
/** Room that is left beside a shape at the edge of the view, in points. */
const EDGE = 6;

export interface PictureProps {
  readonly picture: MapPicture;
  readonly label: string;
  /** What is looked at: a name. */
  readonly chosen: string | null;
  /** Where the picture begins: a name; null: at its first column. */
  readonly middle: string | null;
  /** What cost that most, which is in view at first. */
  readonly culprit: string | null;
  /** How a thing stands, in a word; null: nothing says so. */
  readonly stateOf: (name: string) => string | null;
  readonly plightOf: (name: string) => Plight;
  readonly onChoose: (name: string) => void;
  /** Stands before the zoom's buttons. */
  readonly children?: ReactNode;
}

type Node = SheetShape & { readonly about: string };
const isNode = (shape: SheetShape): shape is Node => shape.about !== undefined;

/** The map as Excel has it. Arrow keys walk from thing to thing, Enter or a click opens one. */
export function Picture({ picture, label, chosen, middle, culprit, stateOf, plightOf, onChoose, children }: PictureProps) {
  const styles = useStyles();
  const hatchId = useId();
  const hatch = { light: `${hatchId}light`, dark: `${hatchId}dark` };
  const view = useRef<HTMLDivElement>(null);
  const { drawing, width, height } = picture;
  const shapes = useMemo(() => new Map(drawing.shapes.map((shape) => [shape.name, shape])), [drawing]);
  const nodes = useMemo(() => drawing.shapes.filter(isNode), [drawing]);
  const nodeOf = (name: string | null): Node | undefined => (name === null ? undefined : nodes.find(({ about }) => sameName(about, name)));
  /** Null: as wide as the view. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [walked, setWalked] = useState<string | null>(null);
  const scaleNow = (): number => zoom ?? (view.current?.clientWidth ?? width) / width;
  const stop = nodes.find(({ name }) => name === walked) ?? nodeOf(chosen) ?? nodeOf(middle) ?? nodes[0];

  // Before it is seen: a large picture is shown in part and legible, from the service on.
  useLayoutEffect(() => {
    const fits = (view.current?.clientWidth ?? 0) / width;
    setZoom(fits > 0 && fits < LEGIBLE ? READING : null);
    setWalked(null);
  }, [picture, width]);
  useLayoutEffect(() => {
    beginAt(view.current, nodeOf(middle), nodeOf(culprit), scaleNow());
  }, [picture, zoom]);
  useLayoutEffect(() => {
    const shape = nodeOf(chosen);
    if (shape) bringIntoView(view.current, shape, scaleNow());
    // What is looked at stays in view, whatever its size; without it the view stays where it is.
  }, [picture, chosen, zoom]);

  const resize = (direction: 1 | -1): void => {
    const now = scaleNow();
    setZoom((direction > 0 ? STEPS.find((step) => step > now * 1.01) : STEPS.findLast((step) => step < now * 0.99)) ?? now);
  };
  const walk = (event: KeyboardEvent, node: Node): void => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(node.about);
    else if (event.key.startsWith('Arrow')) {
      const next = neighbour(nodes, node, event.key as Arrow);
      if (next) {
        setWalked(next.name);
        const element = [...(view.current?.querySelectorAll<SVGGElement>('[role="option"]') ?? [])].find(({ dataset }) => dataset.shape === next.name);
        element?.focus({ preventScroll: true });
        bringIntoView(view.current, next, scaleNow());
      }
    } else return;
    event.preventDefault();
  };

  const size = zoom === null ? { width: '100%' } : { width: width * zoom, height: height * zoom };
  return (
    <>
      <div className={styles.tools}>
        {children}
        <Button size="small" appearance="subtle" icon={<ZoomOut20Regular />} aria-label={words.map.smaller} title={words.map.smaller} onClick={() => resize(-1)} />
        <Button size="small" appearance="subtle" icon={<AutoFitWidth20Regular />} aria-label={words.map.fit} title={words.map.fit} aria-pressed={zoom === null} onClick={() => setZoom(null)} />
        <Button size="small" appearance="subtle" icon={<ZoomIn20Regular />} aria-label={words.map.bigger} title={words.map.bigger} onClick={() => resize(1)} />
      </div>
      <div ref={view} className={styles.view}>
        <svg className={styles.page} style={size} viewBox={`0 0 ${width} ${height}`} role="listbox" aria-label={label}>
          <defs>
            <Hatch id={hatch.light} color="#595959" />
            <Hatch id={hatch.dark} color="#FFFFFF" />
          </defs>
          {drawing.shapes.map((shape) =>
            isNode(shape) ? (
              <g
                key={shape.name}
                className={styles.node}
                role="option"
                data-shape={shape.name}
                tabIndex={shape === stop ? 0 : -1}
                aria-label={spoken(shape, stateOf(shape.about), plightOf(shape.about))}
                aria-selected={chosen !== null && sameName(shape.about, chosen)}
                onClick={() => {
                  setWalked(shape.name);
                  onChoose(shape.about);
                }}
                onKeyDown={(event) => walk(event, shape)}
              >
                <title>{shape.description || shape.about}</title>
                <ShapeGraphic shape={shape} plight={plightOf(shape.about)} hatch={hatch} />
                <rect
                  data-ring
                  className={mergeClasses(styles.ring, chosen !== null && sameName(shape.about, chosen) && styles.chosen)}
                  x={shape.left - RING}
                  y={shape.top - RING}
                  width={shape.width + 2 * RING}
                  height={shape.height + 2 * RING}
                  rx={RING}
                />
              </g>
            ) : (
              <g key={shape.name} aria-hidden>
                <ShapeGraphic shape={shape} plight={null} hatch={hatch} />
              </g>
            ),
          )}
          {drawing.connectors.map((connector) => (
            <ConnectorGraphic key={connector.name} connector={connector} shapes={shapes} />
          ))}
        </svg>
      </div>
    </>
  );
}

function spoken({ description, about }: Node, state: string | null, plight: Plight): string {
  const what = description || about;
  const parts = [what, ...(state === null || what.includes(state) ? [] : [state]), ...(plight === null ? [] : [plight === 'out' ? words.map.out : words.map.falls])];
  return parts.join(', ');
}

/** The left edge stands just before a shape, so that none is cut there; both shapes are seen from top to bottom where the view is tall enough, else the second. */
function beginAt(view: HTMLElement | null, first: SheetShape | undefined, second: SheetShape | undefined, scale: number): void {
  if (view === null) return;
  view.scrollLeft = first === undefined ? 0 : (first.left - EDGE) * scale;
  view.scrollTop = 0;
  for (const shape of [first, second]) {
    if (shape === undefined) continue;
    const [top, bottom] = [(shape.top - EDGE) * scale, (shape.top + shape.height + EDGE) * scale];
    if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight;
    if (top < view.scrollTop) view.scrollTop = top;
  }
}

/** Scrolls no further than it takes for the whole shape to be seen; what is out of sight comes to the middle. */
function bringIntoView(view: HTMLElement | null, { left, top, width, height }: SheetShape, scale: number): void {
  if (view === null) return;
  const middle = { x: (left + width / 2) * scale, y: (top + height / 2) * scale };
  const seenAcross = left * scale >= view.scrollLeft && (left + width) * scale <= view.scrollLeft + view.clientWidth;
  const seenDown = top * scale >= view.scrollTop && (top + height) * scale <= view.scrollTop + view.clientHeight;
  if (!seenAcross) view.scrollLeft = middle.x - view.clientWidth / 2;
  if (!seenDown) view.scrollTop = middle.y - view.clientHeight / 2;
}

function Hatch({ id, color }: { readonly id: string; readonly color: string }) {
  return (
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={1.25} height={7} fill={color} />
    </pattern>
  );
}
