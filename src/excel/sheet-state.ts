/** What stands on the part of a worksheet that we write: taken before a write, described by a report, put back after a failure. */
import type { CellStyle, SheetCell, SheetModel } from '../reports/sheet';
import { breathe } from './run';

/** `leave` keeps what stands in the cell. */
export type Content = { readonly text: string } | { readonly formula: string } | number | boolean | { readonly error: string } | 'blank' | 'leave';

export interface Rule {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export const SIDES = ['top', 'bottom', 'left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** A cell's looks, without its number format and its size. */
export interface CellFormat {
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  /** null: no fill. */
  readonly fill: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly rules: Readonly<Partial<Record<Side, Rule>>>;
}

/** The font is set on every cell: its widths are what row heights and page counts were measured with. */
export const BASE_FORMAT: CellFormat = {
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  fill: null,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  rules: {},
};

export type Link = { readonly documentReference: string } | { readonly address: string };

/** All of a rectangle that starts at A1. */
export interface SheetState {
  readonly rows: number;
  readonly columns: number;
  readonly contents: readonly (readonly Content[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Equal formats are the same object. */
  readonly formats: readonly (readonly CellFormat[])[];
  readonly links: readonly { readonly row: number; readonly column: number; readonly link: Link; readonly screenTip?: string }[];
  /** Points; one per row and column. */
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
}

/** Points. */
const DEFAULT_ROW_HEIGHT = 15;
const DEFAULT_COLUMN_WIDTH = 48;

/** How far a sheet's cells, merges, charts and tables reach from A1. */
export function blockOf(model: SheetModel): { rows: number; columns: number } {
  let rows = model.rows.length;
  let columns = model.columns.length;
  for (const row of model.rows) columns = Math.max(columns, (row.cells.at(-1)?.column ?? -1) + 1);
  const ranges = [...model.merges, ...model.charts.map((chart) => chart.at), ...model.dataBars.map((bar) => bar.at), ...model.tables.map((table) => table.at)];
  for (const range of ranges) {
    rows = Math.max(rows, range.row + range.rows);
    columns = Math.max(columns, range.column + range.columns);
  }
  return { rows: Math.max(rows, 1), columns: Math.max(columns, 1) };
}

/** Shares one object among equal formats. */
export function formatCache(): (format: CellFormat) => CellFormat {
  const known = new Map<string, CellFormat>();
  return (format) => {
    const key = JSON.stringify(format);
    const found = known.get(key);
    if (!found) known.set(key, format);
    return found ?? format;
  };
}

function formatOf(style: CellStyle): CellFormat {
  const rule = (color: string | undefined): Rule | undefined => (color === undefined ? undefined : { style: 'Continuous', color, weight: 'Thin' });
  const rules: Partial<Record<Side, Rule>> = {};
  const above = rule(style.ruleAbove);
  const below = rule(style.ruleBelow);
  const left = rule(style.ruleLeft);
  if (above) rules.top = above;
  if (below) rules.bottom = below;
  if (left) rules.left = left;
  return {
    ...BASE_FORMAT,
    fontSize: style.size ?? BASE_FORMAT.fontSize,
    fontColor: style.color ?? BASE_FORMAT.fontColor,
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    fill: style.fill ?? null,
    horizontal: style.horizontal ?? 'General',
    vertical: style.vertical ?? 'Bottom',
    wrap: style.wrap ?? false,
    indent: style.indent ?? 0,
    rules,
  };
}

function contentOf(cell: SheetCell): Content {
  if (cell.formula !== undefined) return { formula: cell.formula };
  if (cell.value === null || cell.value === '') return 'blank';
  return typeof cell.value === 'string' ? { text: cell.value } : cell.value;
}

/**
 * The state that a sheet describes.
 * @param linkTo where a link leads, in Excel's notation; null: nowhere in this workbook
 */
export async function stateOf(model: SheetModel, linkTo: (link: NonNullable<SheetCell['link']>) => string | null, signal?: AbortSignal): Promise<SheetState> {
  const { rows, columns } = blockOf(model);
  const shared = formatCache();
  const byStyle = new Map<CellStyle, CellFormat>();
  const contents: Content[][] = [];
  const numberFormats: string[][] = [];
  const formats: CellFormat[][] = [];
  const links: SheetState['links'][number][] = [];
  for (let row = 0; row < rows; row++) {
    await breathe(signal);
    const content = new Array<Content>(columns).fill('blank');
    const numberFormat = new Array<string>(columns).fill('General');
    const format = new Array<CellFormat>(columns).fill(BASE_FORMAT);
    for (const cell of model.rows[row]?.cells ?? []) {
      content[cell.column] = contentOf(cell);
      if (cell.style) {
        let known = byStyle.get(cell.style);
        if (!known) byStyle.set(cell.style, (known = shared(formatOf(cell.style))));
        format[cell.column] = known;
        numberFormat[cell.column] = cell.style.numberFormat ?? 'General';
      }
      const documentReference = cell.link && linkTo(cell.link);
      if (documentReference) links.push({ row, column: cell.column, link: { documentReference } });
    }
    contents.push(content);
    numberFormats.push(numberFormat);
    formats.push(format);
  }
  return {
    rows,
    columns,
    contents,
    numberFormats,
    formats,
    links,
    rowHeights: Array.from({ length: rows }, (_, row) => model.rows[row]?.height ?? model.rowHeight ?? DEFAULT_ROW_HEIGHT),
    columnWidths: Array.from({ length: columns }, (_, column) => model.columns[column] ?? DEFAULT_COLUMN_WIDTH),
  };
}
