/** Puts a state onto a worksheet's cells. Used to write a report, and to put back what stood there. */
import { finishWithPauses } from '../domain/work';
import type { SheetRange } from '../reports/sheet';
import { addressOf, columnName, quoteSheet } from './addresses';
import { type Batch, BYTES_PER_CALL, CELLS_PER_CALL } from './batch';
import { cellText } from './cell-text';
import { addressLists, linesBySize, rectanglesBy } from './rectangles';
import { breathe } from './run';
import { BASE_FORMAT, type CellFormat, type Content, type Rule, type SheetState, type Side, SIDES } from './sheet-state';

const EDGE = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const satisfies Record<Side, string>;

/** null leaves the cell as it is. */
function wireContent(content: Content, numberFormat: string): string | number | boolean | null {
  if (content === 'leave') return null;
  if (content === 'blank') return '';
  if (typeof content !== 'object') return content;
  if ('formula' in content) return content.formula;
  if ('error' in content) return content.error;
  // In a cell formatted as text an apostrophe would be seen.
  return numberFormat === '@' ? content.text : cellText(content.text);
}

const utf8 = new TextEncoder();
const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length;

/** Number formats first: they decide how what is written is read. */
async function applyContents(sheet: Excel.Worksheet, state: SheetState, isNew: boolean, batch: Batch, signal?: AbortSignal): Promise<void> {
  let first = 0;
  let formulas: (string | number | boolean | null)[][] = [];
  let bytes = 0;
  for (let row = 0; row < state.rows; row++) {
    await breathe(signal);
    const numberFormats = state.numberFormats[row]!;
    const line = state.contents[row]!.map((content, column) => wireContent(content, numberFormats[column]!));
    formulas.push(line);
    bytes += bytesOf(line) + bytesOf(numberFormats);
    if (row + 1 < state.rows && bytes < BYTES_PER_CALL && formulas.length * state.columns < CELLS_PER_CALL) continue;
    await batch.makeRoom(bytes);
    const range = sheet.getRangeByIndexes(first, 0, formulas.length, state.columns);
    const formats = state.numberFormats.slice(first, row + 1).map((cells) => [...cells]);
    if (!isNew || formats.some((cells) => cells.some((format) => format !== 'General'))) range.numberFormat = formats;
    range.formulas = formulas;
    batch.queued(3, bytes);
    first = row + 1;
    formulas = [];
    bytes = 0;
  }
}

type Ranged = Excel.Range | Excel.RangeAreas;

/** Sets what differs from `base`; everything where there is no base. */
function applyFormat(target: Ranged, format: CellFormat, base: CellFormat | null): number {
  const { format: to } = target;
  const { font } = to;
  let calls = 0;
  const set = <Key extends keyof CellFormat>(key: Key, change: (value: CellFormat[Key]) => void): void => {
    if (base && base[key] === format[key]) return;
    change(format[key]);
    calls++;
  };
  set('fontName', (name) => (font.name = name));
  set('fontSize', (size) => (font.size = size));
  set('fontColor', (color) => (font.color = color));
  set('bold', (bold) => (font.bold = bold));
  set('italic', (italic) => (font.italic = italic));
  set('underline', (underline) => (font.underline = underline as Excel.RangeUnderlineStyle));
  set('strikethrough', (strikethrough) => (font.strikethrough = strikethrough));
  set('horizontal', (horizontal) => (to.horizontalAlignment = horizontal as Excel.HorizontalAlignment));
  set('vertical', (vertical) => (to.verticalAlignment = vertical as Excel.VerticalAlignment));
  set('wrap', (wrap) => (to.wrapText = wrap));
  set('indent', (indent) => (to.indentLevel = indent));
  set('fill', (fill) => (fill === null ? to.fill.clear() : (to.fill.color = fill)));
  return calls;
}

function clearRules(range: Excel.Range, { rows, columns }: SheetRange): number {
  const edges = [...Object.values(EDGE), ...(rows > 1 ? ['InsideHorizontal' as const] : []), ...(columns > 1 ? ['InsideVertical' as const] : [])];
  for (const edge of edges) range.format.borders.getItem(edge).style = 'None';
  return edges.length;
}

function everyLine(range: SheetRange, side: Side): SheetRange[] {
  const along = side === 'top' || side === 'bottom';
  return Array.from({ length: along ? range.rows : range.columns }, (_, line) =>
    along ? { ...range, row: range.row + line, rows: 1 } : { ...range, column: range.column + line, columns: 1 },
  );
}

/** Shares one object among equal rules; null: no rule. */
function ruleCache(): (rule: Rule | undefined) => Rule | null {
  const byText = new Map<string, Rule>();
  const known = new Map<Rule, Rule>();
  return (rule) => {
    if (!rule) return null;
    let one = known.get(rule);
    if (!one) {
      const text = `${rule.style} ${rule.weight} ${rule.color}`;
      one = byText.get(text) ?? rule;
      byText.set(text, one);
      known.set(rule, one);
    }
    return one;
  };
}

async function applyFormats(sheet: Excel.Worksheet, state: SheetState, isNew: boolean, batch: Batch, signal?: AbortSignal): Promise<void> {
  const all: SheetRange = { row: 0, column: 0, rows: state.rows, columns: state.columns };
  const whole = sheet.getRange(addressOf(all));
  // On a new sheet only the font is ours to say; the rest is as Excel begins, table styles included.
  if (isNew) {
    whole.format.font.name = BASE_FORMAT.fontName;
    whole.format.font.size = BASE_FORMAT.fontSize;
    batch.queued(3);
  } else {
    batch.queued(applyFormat(whole, BASE_FORMAT, null) + clearRules(whole, all));
  }
  const pause = (): Promise<void> | undefined => breathe(signal);
  const each = async (ranges: readonly SheetRange[], change: (areas: Excel.RangeAreas) => number): Promise<void> => {
    for (const addresses of addressLists(ranges)) {
      await pause();
      await batch.makeRoom(20_000);
      const areas = sheet.getRanges(addresses);
      batch.queued(1 + change(areas), addresses.length);
    }
  };
  for (const [format, ranges] of await finishWithPauses(rectanglesBy(state.rows, state.columns, (row, column) => state.formats[row]![column]!), pause)) {
    if (format !== BASE_FORMAT) await each(ranges, (areas) => applyFormat(areas, format, BASE_FORMAT));
  }
  const oneRule = ruleCache();
  for (const side of SIDES) {
    const groups = await finishWithPauses(rectanglesBy(state.rows, state.columns, (row, column) => oneRule(state.formats[row]![column]!.rules[side])), pause);
    for (const [{ style, weight, color }, ranges] of groups) {
      await each(ranges.flatMap((range) => everyLine(range, side)), (areas) => {
        const border = areas.format.borders.getItem(EDGE[side]);
        border.style = style as Excel.BorderLineStyle;
        border.weight = weight as Excel.BorderWeight;
        border.color = color;
        return 4;
      });
    }
  }
}

/** All rows of one height in one call, as all columns of one width: objects cost more than addresses. */
async function applySizes(sheet: Excel.Worksheet, state: SheetState, batch: Batch): Promise<void> {
  const each = async (lines: Map<number, string[]>, set: (format: Excel.RangeFormat, size: number) => void): Promise<void> => {
    for (const [size, lists] of lines) {
      for (const addresses of lists) {
        await batch.makeRoom(20_000);
        set(sheet.getRanges(addresses).format, size);
        batch.queued(2, addresses.length);
      }
    }
  };
  await each(linesBySize(state.rowHeights, (row) => `${row + 1}`), (format, height) => (format.rowHeight = height));
  await each(linesBySize(state.columnWidths, columnName), (format, width) => (format.columnWidth = width));
}

/** Links come before formats: Excel paints a linked cell blue and underlines it, and we say what it looks like. */
function applyLinks(sheet: Excel.Worksheet, state: SheetState, isNew: boolean, batch: Batch): void {
  if (!isNew) sheet.getRangeByIndexes(0, 0, state.rows, state.columns).clear('Hyperlinks');
  for (const { row, column, link, screenTip } of state.links) {
    const cell = sheet.getRangeByIndexes(row, column, 1, 1);
    cell.hyperlink = { ...link, ...(screenTip ? { screenTip } : {}) };
    cell.format.font.color = BASE_FORMAT.fontColor;
    cell.format.font.underline = 'None';
  }
  batch.queued(1 + 6 * state.links.length);
}

/**
 * Writes all cells of a state from A1: contents, number formats, links, looks and sizes.
 * @param isNew the sheet was added in this run, so nothing needs clearing
 */
export async function applyState(sheet: Excel.Worksheet, state: SheetState, isNew: boolean, batch: Batch, signal?: AbortSignal): Promise<void> {
  await applyContents(sheet, state, isNew, batch, signal);
  applyLinks(sheet, state, isNew, batch);
  await applyFormats(sheet, state, isNew, batch, signal);
  await applySizes(sheet, state, batch);
}

/** Where a link to a cell of a sheet leads. @example reference('My sheet', 0, 1) // "'My sheet'!B1" */
export function reference(sheetName: string, row: number, column: number): string {
  return `${quoteSheet(sheetName)}!${addressOf({ row, column, rows: 1, columns: 1 })}`;
}
