/** Helpers that build rows of cells. */
import type { Figures } from '../domain/figures';
import { monthAndYear } from '../domain/performance/phrases';
import { endBetweenBlocks, type RowBlock } from './page-breaks';
import type { CellStyle, PrintSetup, SheetCell, SheetKey, SheetModel, SheetRange, SheetRow } from './sheet';
import { CELL_MARGIN } from './style';
import { fitted, textWidth } from './text-width';
import { W } from './words';

const NO_STYLE: CellStyle = {};
const LEFT: CellStyle = { horizontal: 'Left' };
const combined = new WeakMap<CellStyle, Map<string, CellStyle>>();
const keys = new WeakMap<CellStyle, string>();

/** What a style says, as text. Most that are added are constants, asked for again and again. */
function keyOf(style: CellStyle): string {
  let key = keys.get(style);
  if (key === undefined) keys.set(style, (key = JSON.stringify(style)));
  return key;
}

/** A style with more added: for the same two the same object, so that whoever writes many cells knows styles again. */
export function withStyle(style: CellStyle = NO_STYLE, more: CellStyle, key = keyOf(more)): CellStyle {
  let known = combined.get(style);
  if (known === undefined) combined.set(style, (known = new Map()));
  let both = known.get(key);
  if (both === undefined) known.set(key, (both = { ...style, ...more }));
  return both;
}

/** A cell with a value (null: only its style). An indent counts from the left where no side is said. */
export function cell(column: number, value: SheetCell['value'], style?: CellStyle): SheetCell {
  if (style === undefined) return { column, value };
  return { column, value, style: style.indent !== undefined && style.horizontal === undefined ? withStyle(style, LEFT) : style };
}

/** A cell whose text is cut at a word to the width it has, in points, its own margins included. */
export function textCell(column: number, text: string, width: number, style: CellStyle): SheetCell {
  const shown = fitted(text, width - CELL_MARGIN - (style.indent ?? 0) * 8, { size: style.size ?? 11, bold: style.bold ?? false });
  return cell(column, shown === '' ? null : shown, style);
}

/** The first of several wordings that fits a width, the cell's margins included; the last where none does. */
export function firstThatFits(texts: readonly string[], width: number, style: CellStyle): string {
  const font = { size: style.size ?? 11, bold: style.bold ?? false };
  return texts.find((text) => textWidth(text, font) <= width - CELL_MARGIN) ?? texts[texts.length - 1] ?? '';
}

/** Facts, joined by middle dots unless it says otherwise, in as few lines as hold them whole. */
export function linesOf(facts: readonly string[], width: number, style: CellStyle, between = ' · '): string[] {
  const lines: string[] = [];
  const font = { size: style.size ?? 11, bold: style.bold ?? false };
  const gap = textWidth(between, font);
  let used = 0;
  for (const fact of facts) {
    const more = textWidth(fact, font);
    if (lines.length > 0 && used + gap + more <= width - CELL_MARGIN) {
      lines[lines.length - 1] += `${between}${fact}`;
      used += gap + more;
    } else {
      lines.push(fact);
      used = more;
    }
  }
  return lines;
}

/** A row of cells in column order. */
export function row(height: number, cells: readonly SheetCell[] = []): SheetRow {
  return { height, cells: cells.toSorted((a, b) => a.column - b.column) };
}

/** The same cells with a style added to every column from `from` to `to`, empty ones made where there are none. */
export function across(cells: readonly SheetCell[], from: number, to: number, style: CellStyle): SheetCell[] {
  const key = keyOf(style);
  const styled = cells.map((one) => (one.column < from || one.column > to ? one : { ...one, style: withStyle(one.style, style, key) }));
  const empty = withStyle(undefined, style, key);
  for (let column = from; column <= to; column++) if (!cells.some((one) => one.column === column)) styled.push({ column, value: null, style: empty });
  return styled;
}

/** A range of one sheet, its last row and column included. */
export function range(row: number, column: number, lastRow: number, lastColumn: number): SheetRange {
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** The width of columns `from` … `to` together, in points. */
export function widthOf(columns: readonly number[], from: number, to: number): number {
  return columns.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
}

/** Rows that grow from the top, and where the next one will stand. */
export class Rows {
  readonly rows: SheetRow[] = [];
  /** Rows that are printed on one page where it holds them. */
  readonly blocks: RowBlock[] = [];

  /** Row number of the next row, from 0. */
  get next(): number {
    return this.rows.length;
  }

  add(height: number, cells: readonly SheetCell[] = []): number {
    this.rows.push(row(height, cells));
    return this.rows.length - 1;
  }

  /** The rows from `from` to the last one are printed on one page where it holds them. */
  keepTogether(from: number): void {
    this.blocks.push({ from, to: this.next - 1 });
  }

  get height(): number {
    return this.rows.reduce((sum, one) => sum + (one.height ?? 0), 0);
  }
}

/** A third of a page's footer, in points. */
const FOOTER_PART = 250;

/** The footer of every sheet: organisation, report and month, what the sheet is, the page. */
export function footer(figures: Figures, center: string): PrintSetup['footer'] {
  const after = ` · ${W.report} · ${monthAndYear(figures.month)}`;
  const room = FOOTER_PART - textWidth(after, { size: 8 });
  return { left: `${fitted(figures.organisation, room, { size: 8 })}${after}`, center, right: W.page };
}

/** A list that runs over as many pages as it takes. */
export interface ListPage extends SheetKey {
  readonly name: string;
  readonly title: string;
  readonly figures: Figures;
  readonly columns: readonly number[];
  readonly rows: Rows;
  /** The last column that is printed. */
  readonly lastColumn: number;
  /** First and last row of the heads, which stay in view and are printed on every page; null: none. */
  readonly heads: readonly [number, number] | null;
  /** Whether Excel's own row and column headings are shown. */
  readonly headings?: boolean;
}

/** The sheet of a list: landscape, as wide as the page, without merges, charts or tables; pages end between the blocks of its rows. */
export function listPage({ kind, subject, name, title, figures, columns, rows, lastColumn, heads, headings = false }: ListPage): SheetModel {
  const print: PrintSetup = {
    orientation: 'Landscape',
    area: range(0, 0, rows.next - 1, lastColumn),
    pagesWide: 1,
    pagesTall: null,
    scale: 74,
    ...(heads === null ? {} : { titleRows: { from: heads[0], to: heads[1] } }),
    footer: footer(figures, title),
  };
  return {
    kind,
    subject,
    name,
    columns,
    rows: rows.rows,
    merges: [],
    charts: [],
    dataBars: [],
    tables: [],
    validations: [],
    print: endBetweenBlocks(print, columns, rows.rows, rows.blocks),
    gridlines: false,
    headings,
    freezeRows: heads === null ? 0 : heads[1] + 1,
  };
}
