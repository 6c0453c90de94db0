import type { SheetShape } from '../sheet';
import { COLOR } from '../style';
import { textWidth } from '../text-width';
import { type Canvas, sideOf } from './canvas';
import { type LineKind, LINE, noteText, pillLook, titleText } from './look';
import type { PictureGraph } from './model';
import { P } from './words';

/** Finds the upper left corner of a free place of a width and height. */
export type Corner = (width: number, height: number) => { readonly left: number; readonly top: number };

const ROW = 16;
/** Where samples end and words begin. */
const WORDS = 60;
const SAMPLE = 42;

type Sample = { readonly line: LineKind } | { readonly pill: string } | { readonly text: string } | { readonly shapes: readonly Pick<SheetShape, 'type' | 'line'>[] };

interface LegendRow {
  readonly sample: Sample | null;
  readonly words: string;
}

/** How to read the picture: only what occurs in it, and what found no room. */
export function drawLegend(canvas: Canvas, graph: PictureGraph, corner: Corner): void {
  const rows = legendRows(graph, canvas);
  const title = titleText(P.legend.title);
  const width = Math.ceil(Math.max(textWidth(title.text, title), ...rows.map(({ sample, words }) => (sample === null ? 0 : WORDS) + textWidth(words, noteText(words))))) + 4;
  const { left, top } = corner(width, ROW * (rows.length + 1));
  addText(canvas, title, left, top, width, 'legend');
  rows.forEach(({ sample, words }, index) => {
    const y = top + ROW * (index + 1);
    const start = sample === null ? left : left + WORDS;
    addText(canvas, noteText(words), start, y, left + width - start, `legend ${index + 1}`);
    if (sample !== null) addSample(canvas, sample, left, y + ROW / 2, index + 1);
  });
}

function legendRows(graph: PictureGraph, canvas: Canvas): LegendRow[] {
  const lines = new Set(canvas.drawing().connectors.map(({ line }) => line));
  const group = graph.links.find((link) => link.group !== null)?.group;
  const culprits = graph.nodes.flatMap(({ culprit }) => culprit ?? []);
  const cost = culprits.find(({ isAlongside }) => !isAlongside);
  const drawn = graph.nodes.filter(({ subject, section }) => subject === null && section !== 'Customers');
  const looks: [boolean, Pick<SheetShape, 'type' | 'line'>, string][] = [
    [drawn.some(({ section, isService }) => !isService && section !== 'External service' && section !== 'Unknown'), { type: 'Rectangle', line: { color: COLOR.grey, weight: 1 } }, P.legend.component],
    [drawn.some(({ isService }) => isService), { type: 'RoundRectangle', line: { color: COLOR.grey, weight: 1 } }, P.legend.service],
    [drawn.some(({ section }) => section === 'External service'), { type: 'Rectangle', line: { color: COLOR.grey, weight: 1, dashed: true } }, P.legend.outside],
  ];
  const shown = looks.filter(([occurs]) => occurs);
  const left = P.leftOut(graph.leftOut);
  return [
    ...(['SLA', 'OLA', 'UC', 'none'] as const).filter((kind) => lines.has(LINE[kind])).map((kind): LegendRow => ({ sample: { line: kind }, words: P.legend.lines[kind] })),
    ...(cost === undefined ? [] : [{ sample: { text: cost.label }, words: P.legend.culprit }]),
    ...(culprits.some(({ isAlongside }) => isAlongside) ? [{ sample: { text: P.downToo }, words: P.legend.downToo }] : []),
    ...(group === null || group === undefined ? [] : [{ sample: { pill: group.text }, words: P.legend.group }]),
    ...(shown.length === 0 ? [] : [{ sample: { shapes: shown.map(([, look]) => look) }, words: shown.map(([, , word]) => word).join(' · ') }]),
    ...P.legend.notes(drawn.some(({ section }) => section === 'External service'), graph.links.some(({ agreement }) => agreement?.isTime === true)).map((words): LegendRow => ({ sample: null, words })),
    ...(left === null ? [] : [{ sample: null, words: left }]),
  ];
}

function addText(canvas: Canvas, text: SheetShape['text'][number], left: number, top: number, width: number, name: string): void {
  canvas.shape({ type: 'Rectangle', left, top, width, height: ROW, fill: null, line: null, text: [text], horizontal: 'Left', inset: 0, description: text.text }, name);
}

function addSample(canvas: Canvas, sample: Sample, left: number, y: number, row: number): void {
  const name = `legend sample ${row}`;
  if ('line' in sample) {
    const { weight } = LINE[sample.line];
    const from = canvas.joint(left + weight / 2, y, sample.line, name);
    const to = canvas.joint(left + SAMPLE, y, sample.line, name);
    canvas.line(sideOf(from, 'Right'), sideOf(to, 'Left'), sample.line);
  } else if ('pill' in sample) {
    const look = pillLook(sample.pill, 'group');
    canvas.shape({ ...look, left, top: y - look.height / 2, description: '' }, name);
  } else if ('text' in sample) {
    const text = { ...noteText(sample.text), color: COLOR.missed, bold: true };
    canvas.shape({ type: 'Rectangle', left, top: y - ROW / 2, width: Math.ceil(textWidth(text.text, text)) + 2, height: ROW, fill: null, line: null, text: [text], horizontal: 'Left', inset: 0, description: '' }, name);
  } else {
    sample.shapes.forEach((shape, index) => canvas.shape({ ...shape, left: left + index * 18, top: y - 5, width: 14, height: 10, fill: '#FFFFFF', text: [], description: '' }, name));
  }
}

