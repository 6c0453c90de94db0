/** What stands on worksheets before they are rewritten, so that it can be put back. */
import type { SheetRange } from '../reports/sheet';
import { parseAddress } from './addresses';
import { cut, type Piece, readPieces } from './blocks';
import { askShapes, listOf, type ListedShape } from './drawing/read-drawings';
import { breathe } from './run';
import { type CellFormat, type Content, formatCache, type Link, type Rule, type SheetState, type Side, SIDES } from './sheet-state';

/** A cell's looks take some 600 bytes of an answer, of which the web takes 5 MB. */
const CELLS_PER_ROUND_TRIP = 6000;

const CELL_PROPERTIES: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    font: { name: true, size: true, color: true, bold: true, italic: true, underline: true, strikethrough: true },
    fill: { color: true, pattern: true },
    borders: { style: true, color: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
};

export interface Area {
  readonly sheetId: string;
  readonly rows: number;
  readonly columns: number;
}

interface Read {
  readonly range: Excel.Range;
  readonly cells: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

function contentOf(formula: unknown, value: unknown, type: unknown): Content {
  if (type === 'Empty' || value === '') return typeof formula === 'string' && formula.startsWith('=') ? { formula } : 'blank';
  // Text that begins with = has itself as its formula.
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) return { formula };
  if (type === 'Error') return { error: String(value) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : { text: String(value) };
}

function formatOf({ format = {} }: Excel.CellProperties): CellFormat {
  const { font = {}, fill = {}, borders = {} } = format;
  const rules: Partial<Record<Side, Rule>> = {};
  for (const side of SIDES) {
    const border = borders[side];
    if (border?.style && border.style !== 'None') rules[side] = { style: border.style, color: border.color ?? '#000000', weight: border.weight ?? 'Thin' };
  }
  // A cell without fill says white; its pattern says that there is none.
  const filled = fill.color && (fill.pattern === undefined || fill.pattern === null ? fill.color.toUpperCase() !== '#FFFFFF' : fill.pattern !== 'None');
  return {
    fontName: font.name ?? 'Calibri',
    fontSize: font.size ?? 11,
    fontColor: font.color ?? '#000000',
    bold: font.bold ?? false,
    italic: font.italic ?? false,
    underline: font.underline ?? 'None',
    strikethrough: font.strikethrough ?? false,
    fill: filled ? fill.color! : null,
    horizontal: format.horizontalAlignment ?? 'General',
    vertical: format.verticalAlignment ?? 'Bottom',
    wrap: format.wrapText ?? false,
    indent: format.indentLevel ?? 0,
    rules,
  };
}

function linkOf(hyperlink: Excel.RangeHyperlink | undefined): Link | null {
  if (hyperlink?.documentReference) return { documentReference: hyperlink.documentReference };
  return hyperlink?.address ? { address: hyperlink.address } : null;
}

/** Reads all cells of areas that start at A1: 6,000 cells in a round trip. */
export async function readStates(context: Excel.RequestContext, areas: readonly Area[], signal?: AbortSignal): Promise<Map<string, SheetState>> {
  type Slice = Piece & { readonly sheetId: string };
  const slices = areas.flatMap(({ sheetId, rows, columns }) => cut<Slice>({ sheetId, row: 0, rows, columns }, Infinity, CELLS_PER_ROUND_TRIP));
  const read = async (group: readonly Slice[]): Promise<Read[]> => {
    const reads = group.map(({ sheetId, row, rows, columns }) => {
      const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, 0, rows, columns);
      range.load('formulas,values,valueTypes,numberFormat');
      return {
        range,
        cells: range.getCellProperties(CELL_PROPERTIES),
        rows: range.getRowProperties({ format: { rowHeight: true } }),
        columns: range.getColumnProperties({ format: { columnWidth: true } }),
      };
    });
    await context.sync();
    return reads;
  };
  const states = new Map<string, SheetState & { contents: Content[][]; numberFormats: string[][]; formats: CellFormat[][]; links: SheetState['links'][number][]; rowHeights: number[] }>();
  const shared = formatCache();
  for (const { piece, result } of await readPieces(slices, CELLS_PER_ROUND_TRIP, read)) {
    const { rows, columns } = areas.find((area) => area.sheetId === piece.sheetId)!;
    let state = states.get(piece.sheetId);
    if (!state) {
      const columnWidths = result.columns.value.map((column) => column.format?.columnWidth ?? 48);
      states.set(piece.sheetId, (state = { rows, columns, contents: [], numberFormats: [], formats: [], links: [], rowHeights: [], columnWidths }));
    }
    const { formulas, values, valueTypes, numberFormat } = result.range;
    for (let index = 0; index < piece.rows; index++) {
      await breathe(signal);
      const row = piece.row + index;
      const cells = result.cells.value[index]!;
      state.contents.push(cells.map((_, column) => contentOf(formulas[index]![column], values[index]![column], valueTypes[index]![column])));
      state.numberFormats.push(numberFormat[index]!.map(String));
      state.formats.push(cells.map((cell) => shared(formatOf(cell))));
      cells.forEach((cell, column) => {
        const link = linkOf(cell.hyperlink);
        if (link) state.links.push({ row, column, link, ...(cell.hyperlink?.screenTip ? { screenTip: cell.hyperlink.screenTip } : {}) });
      });
      state.rowHeights.push(result.rows.value[index]!.format?.rowHeight ?? 15);
    }
  }
  return states;
}

/** Charts, shapes, tables and rules as they stand on a sheet now. */
export interface Standing {
  readonly charts: readonly { readonly name: string; readonly series: number; readonly left: number; readonly top: number; readonly width: number; readonly height: number }[];
  readonly tables: readonly { readonly name: string; readonly at: SheetRange; readonly style: string }[];
  readonly dataBars: readonly { readonly id: string; readonly address: string }[];
  /** Whoever drew them, in painting order. */
  readonly shapes: readonly ListedShape[];
}

/** Two round trips for all sheets. The data bars are those of the area. */
export async function readStanding(context: Excel.RequestContext, areas: readonly Area[]): Promise<Map<string, Standing>> {
  const first = areas.map(({ sheetId, rows, columns }) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const { charts, tables } = sheet;
    const rules = sheet.getRangeByIndexes(0, 0, rows, columns).conditionalFormats;
    charts.load('items/name,items/left,items/top,items/width,items/height');
    tables.load('items/name,items/style');
    rules.load('items/id,items/type');
    return { sheetId, charts, tables, rules, shapes: askShapes(sheet) };
  });
  if (first.length > 0) await context.sync();
  const second = first.map(({ sheetId, charts, tables, rules, shapes }) => ({
    sheetId,
    shapes: listOf(shapes),
    charts: charts.items.map((chart) => ({ chart, series: chart.series.getCount() })),
    tables: tables.items.map((table) => {
      const range = table.getRange();
      range.load('address');
      return { table, range };
    }),
    bars: rules.items
      .filter((rule) => rule.type === 'DataBar')
      .map((rule) => {
        const range = rule.getRangeOrNullObject();
        range.load('address');
        return { rule, range };
      }),
  }));
  if (second.some(({ charts, tables, bars }) => charts.length + tables.length + bars.length > 0)) await context.sync();
  return new Map(
    second.map(({ sheetId, charts, tables, bars, shapes }) => [
      sheetId,
      {
        charts: charts.map(({ chart: { name, left, top, width, height }, series }) => ({ name, left, top, width, height, series: series.value })),
        tables: tables.map(({ table, range }) => ({ name: table.name, style: table.style, at: parseAddress(range.address) })),
        dataBars: bars.filter(({ range }) => !range.isNullObject).map(({ rule, range }) => ({ id: rule.id, address: localAddress(range.address) })),
        shapes,
      },
    ]),
  );
}

/** A sheet's view and print set-up. */
export interface PageState {
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly tabColor: string;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly orientation: 'Portrait' | 'Landscape';
    /** Addresses without sheet; null: none. */
    readonly area: string | null;
    readonly titleRows: string | null;
    /** Rows before which a page ends by hand; null: those that are there stay. */
    readonly breaksBefore: readonly number[] | null;
    readonly zoom: Excel.PageLayoutZoomOptions;
    /** Points. */
    readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly header: number; readonly footer: number };
    readonly centerHorizontally: boolean;
    /** In Excel's codes. */
    readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  } | null;
}

/** Asks for what else a sheet has. After the next round trip, ask for its breaks with `askBreaks`; after that read all with `pageOf`. */
export function askPage(sheet: Excel.Worksheet) {
  const { pageLayout } = sheet;
  const asked = {
    sheet,
    pageLayout,
    footers: pageLayout.headersFooters.defaultForAllPages,
    frozen: sheet.freezePanes.getLocationOrNullObject(),
    printArea: pageLayout.getPrintAreaOrNullObject(),
    titleRows: pageLayout.getPrintTitleRowsOrNullObject(),
    merged: sheet.getUsedRangeOrNullObject(false).getMergedAreasOrNullObject(),
    breaks: sheet.horizontalPageBreaks,
  };
  sheet.load('showGridlines,showHeadings,tabColor');
  pageLayout.load('orientation,zoom,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin,centerHorizontally');
  asked.footers.load('leftFooter,centerFooter,rightFooter');
  asked.frozen.load('rowCount,columnCount');
  asked.printArea.load('address');
  asked.titleRows.load('address');
  asked.merged.load('address');
  asked.breaks.load('items/rowIndex');
  return asked;
}

/** Asks for the cells after the breaks of a page: what a break's own number counts from is not documented. */
export function askBreaks({ breaks }: ReturnType<typeof askPage>): Excel.Range[] {
  return breaks.items.map((each) => {
    const cell = each.getCellAfterBreak();
    cell.load('rowIndex');
    return cell;
  });
}

export function pageOf({ sheet, pageLayout, footers, frozen, printArea, titleRows, merged }: ReturnType<typeof askPage>, afterBreaks: readonly Excel.Range[]): { page: PageState; merges: SheetRange[] } {
  return {
    page: {
      gridlines: sheet.showGridlines,
      headings: sheet.showHeadings,
      tabColor: sheet.tabColor,
      freeze: frozen.isNullObject ? { rows: 0, columns: 0 } : frozenOf(frozen.rowCount, frozen.columnCount),
      print: {
        orientation: pageLayout.orientation === 'Landscape' ? 'Landscape' : 'Portrait',
        area: printArea.isNullObject ? null : localAddress(printArea.address),
        titleRows: titleRows.isNullObject ? null : localAddress(titleRows.address),
        breaksBefore: afterBreaks.map(({ rowIndex }) => rowIndex),
        zoom: pageLayout.zoom,
        margins: {
          left: pageLayout.leftMargin,
          right: pageLayout.rightMargin,
          top: pageLayout.topMargin,
          bottom: pageLayout.bottomMargin,
          header: pageLayout.headerMargin,
          footer: pageLayout.footerMargin,
        },
        centerHorizontally: pageLayout.centerHorizontally,
        footer: { left: footers.leftFooter, center: footers.centerFooter, right: footers.rightFooter },
      },
    },
    merges: merged.isNullObject ? [] : localAddress(merged.address).split(',').map(parseAddress),
  };
}

/**
 * An address without its sheets, whose names may hold commas and exclamation marks.
 * @example localAddress("'Mail, web'!A1:B2,'Mail, web'!D4") // "A1:B2,D4"
 */
function localAddress(address: string): string {
  return address.replace(/('([^']|'')*'|[^'!,]+)!/g, '').replaceAll(' ', '');
}

/** Frozen rows alone reach over all columns, and the other way round. */
function frozenOf(rows: number, columns: number): { rows: number; columns: number } {
  return { rows: rows >= 1_048_576 ? 0 : rows, columns: columns >= 16_384 ? 0 : columns };
}
