/** Sizes and lines of the picture: shape tells the kind of a thing, dash and weight the kind of an agreement. */
import type { AgreementType } from '../../domain/agreements/records';
import type { LineStyle, ShapeText, SheetShape } from '../sheet';
import { COLOR } from '../style';
import { fitted, textWidth } from '../text-width';
import { STATUS_WORD } from '../words';
import type { PictureNode } from './model';

/** Rows of nodes, lines and pills stand on multiples of it, so that two of them are level or clearly apart. In points. */
export const GRID = 3;

export const SIZE = {
  /** Between a box and its nodes. */
  padding: 9,
  /** A box's title; a box without has the padding above its nodes. */
  title: 18,
  /** Between two nodes. */
  nodeGap: 4,
  /** Between two boxes, one above the other. */
  boxGap: 9,
  /** Between lines side by side. */
  lane: 6,
  /** An agreement's or a group's pill. */
  pill: 14,
  /** Left and right of a pill's text. */
  pillInset: 4,
  nodeInset: 6,
  /** Between a box and the nearest line beside it. */
  clearance: 9,
} as const;

const TEXT = { title: 10, name: 10, detail: 9, pill: 9, subject: 13, subjectDetail: 10 } as const;
/** Height of a line of Calibri, per point of its size. */
const LINE_HEIGHT = 1.2207;

/** The kinds of lines, the weakest first: where several meet the dot is as wide as the strongest. */
const KINDS = ['none', 'UC', 'OLA', 'SLA'] as const satisfies readonly ('none' | AgreementType)[];
export type LineKind = (typeof KINDS)[number];

export const LINE: Readonly<Record<LineKind, LineStyle>> = {
  SLA: { color: COLOR.accent, weight: 2.5 },
  OLA: { color: COLOR.ink, weight: 1.75 },
  UC: { color: COLOR.ink, weight: 1.5, dashed: true },
  none: { color: COLOR.targetLine, weight: 1 },
};

/** What a line is drawn as that leads to several kinds: as the plainest, so that none of them seems to cover all. */
export function common(kinds: readonly LineKind[]): LineKind {
  const [first = 'none'] = kinds;
  return kinds.every((kind) => kind === first) ? first : 'none';
}

export function strongest(kinds: readonly LineKind[]): LineKind {
  return kinds.reduce<LineKind>((most, kind) => (KINDS.indexOf(kind) > KINDS.indexOf(most) ? kind : most), 'none');
}

/** How a node is drawn, but for its place. */
export interface NodeLook extends Pick<SheetShape, 'type' | 'fill' | 'line' | 'text' | 'horizontal' | 'inset'> {
  /** The least width that holds its text. */
  readonly width: number;
  readonly height: number;
  /** What it cost, at the right of its name. */
  readonly label: { readonly text: ShapeText; readonly width: number; readonly height: number } | null;
}

/**
 * @param room the widest that a name may be, in points; a longer one is cut at a word
 * @param large the picture is about this one service
 */
export function nodeLook(node: PictureNode, room: number, large: boolean): NodeLook {
  const text = node.subject === null ? thingText(node, room) : subjectText(node, node.subject, room, large);
  const label: ShapeText | null = node.culprit === null ? null : { text: node.culprit.label, size: TEXT.detail, color: node.subject === null ? COLOR.missed : '#FFFFFF', bold: true };
  const labelWidth = label === null ? 0 : Math.ceil(textWidth(label.text, label)) + 2;
  // A label stands beside the name; beneath the name there is room for the detail alone.
  const width = Math.max(...text.map((line, at) => textWidth(line.text, line) + (at === 0 && label !== null ? labelWidth + 6 : 0)));
  const { type, fill, line } = outline(node);
  const height = node.subject === null ? 26 : large ? 56 : 38;
  return {
    type,
    fill,
    line,
    text,
    horizontal: node.subject === null || label !== null ? 'Left' : 'Center',
    width: widthFor(type, width + 2 * insetOf(type), height),
    height,
    inset: insetOf(type),
    label: label === null ? null : { text: label, width: labelWidth, height: Math.ceil(TEXT.detail * LINE_HEIGHT) },
  };
}

/** Text keeps clear of round ends. */
function insetOf(type: SheetShape['type']): number {
  return type === 'Pill' ? SIZE.nodeInset + 3 : SIZE.nodeInset;
}

/** How wide a shape is that has so much room for text: Excel keeps the round parts free, a pill's 9.4% and the corners of a round rectangle. */
function widthFor(type: SheetShape['type'], room: number, height: number): number {
  return Math.ceil(2 + (type === 'Pill' ? room / 0.906 : room + (type === 'RoundRectangle' ? 0.1 * height : 0)));
}

function thingText({ name, detail, lacksOwner, section }: PictureNode, room: number): ShapeText[] {
  const shown: ShapeText = { text: fitted(name, room, { size: TEXT.name, bold: true }), size: TEXT.name, color: COLOR.ink, bold: true };
  const color = lacksOwner || section === 'Unknown' ? COLOR.missed : COLOR.grey;
  return detail === '' ? [shown] : [shown, { text: fitted(detail, room, { size: TEXT.detail }), size: TEXT.detail, color }];
}

function subjectText({ name, detail }: PictureNode, { status, actual }: NonNullable<PictureNode['subject']>, room: number, large: boolean): ShapeText[] {
  const size = large ? TEXT.subject : TEXT.name;
  const small = large ? TEXT.subjectDetail : TEXT.detail;
  const lines: ShapeText[] = [
    { text: fitted(name, room * (size / TEXT.name), { size, bold: true }), size, color: '#FFFFFF', bold: true },
    { text: fitted(detail, room, { size: small }), size: small, color: '#FFFFFF' },
  ];
  if (status !== null) lines.push({ text: actual === null ? STATUS_WORD[status] : `${STATUS_WORD[status]} · ${actual}`, size: small, color: '#FFFFFF', bold: true });
  return lines;
}

function outline({ section, isService, subject, culprit }: PictureNode): Pick<SheetShape, 'type' | 'fill' | 'line'> {
  if (subject !== null) return { type: 'RoundRectangle', fill: COLOR.accent, line: { color: COLOR.accent, weight: 1 } };
  const type = section === 'Customers' ? 'Pill' : isService ? 'RoundRectangle' : 'Rectangle';
  const isOutside = section === 'External service' || section === 'Unknown';
  if (culprit !== null) return { type, fill: COLOR.missedPale, line: { color: COLOR.missed, weight: 2, ...(isOutside ? { dashed: true } : {}) } };
  return { type, fill: '#FFFFFF', line: { color: COLOR.grey, weight: 1, ...(isOutside ? { dashed: true } : {}) } };
}

/** A pill on a line: what is agreed, or how many of a group must be up. */
export function pillLook(text: string, kind: LineKind | 'group'): Pick<SheetShape, 'type' | 'fill' | 'line' | 'text' | 'width' | 'height' | 'inset' | 'horizontal'> {
  const shown: ShapeText = { text, size: TEXT.pill, bold: true, color: kind === 'SLA' ? '#FFFFFF' : kind === 'group' ? COLOR.accent : COLOR.ink };
  return {
    type: kind === 'group' ? 'Pill' : 'RoundRectangle',
    fill: kind === 'SLA' ? COLOR.accent : '#FFFFFF',
    line: kind === 'group' ? { color: COLOR.accent, weight: 1.25 } : { ...LINE[kind], weight: 1 },
    text: [shown],
    width: widthFor(kind === 'group' ? 'Pill' : 'RoundRectangle', textWidth(text, shown) + 2 * SIZE.pillInset, SIZE.pill),
    height: SIZE.pill,
    inset: 0,
    horizontal: 'Center',
  };
}

export function titleText(text: string): ShapeText {
  return { text, size: TEXT.title, color: COLOR.accent, bold: true };
}

export function noteText(text: string): ShapeText {
  return { text, size: TEXT.detail, color: COLOR.grey };
}
