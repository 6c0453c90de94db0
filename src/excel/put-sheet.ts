/** Brings one worksheet to a described state: cells, and all that stands on and around them. */
import { PAGE_MARGINS } from '../reports/page-breaks';
import type { SheetChart, SheetKey, SheetModel, SheetRange } from '../reports/sheet';
import { addressOf } from './addresses';
import { applyState } from './apply';
import type { Batch } from './batch';
import { addChart, changeChart, type RangeOf } from './charts';
import type { DrawingPlan } from './drawing/plan-drawing';
import { breathe } from './run';
import { type Layout, MARK_PROPERTY, RECORD_PROPERTY } from './sheet-record';
import type { SheetState } from './sheet-state';
import type { PageState, Standing } from './snapshot';

/** What a sheet is to become. */
export interface SheetTarget {
  readonly state: SheetState;
  readonly layout: Layout;
  readonly page: PageState;
  /** Texts of the custom properties; null: none are set. */
  readonly properties: { readonly mark: string; readonly record: string } | null;
  /** Where charts stood, in points; a chart that is not named here is placed on its cells. */
  readonly chartPlaces: Standing['charts'];
  /** null: nothing is to be done on the drawing layer. */
  readonly drawing: DrawingPlan | null;
}

/** What a sheet that was there before is now, as far as it has to be taken away or changed. */
export interface SheetNow {
  readonly standing: Standing;
  /** Pages may end by hand on it. */
  readonly hasBreaks: boolean;
  /** Charts of ours, as they were last described. */
  readonly charts: readonly SheetChart[];
  readonly validations: Layout['validations'];
  /** What has to go: names of charts and tables, ids of data bars. A table that is wanted elsewhere goes and comes back. */
  readonly leaving: { readonly charts: readonly string[]; readonly tables: readonly string[]; readonly dataBars: readonly string[] };
}

/**
 * Footers are read as codes that begin with &: of a text only the page number and count are meant so.
 * @example footerText('R&D · Page &P of &N') // '&8&"Calibri,Regular"R&&D · Page &P of &N'
 */
export function footerText(text: string): string {
  return text === '' ? '' : `&8&"Calibri,Regular"${text.replace(/&(?![PN](?!\S))|(?<=\S)&/g, '&&')}`;
}

/** The view and print set-up that a sheet describes. */
export function pageOfModel(model: SheetModel): PageState {
  const { print } = model;
  const fits = print !== null && (print.pagesWide !== null || print.pagesTall !== null);
  return {
    gridlines: model.gridlines,
    headings: model.headings,
    tabColor: model.tabColor ?? '',
    freeze: { rows: model.freezeRows, columns: model.freezeColumns ?? 0 },
    print: print && {
      orientation: print.orientation,
      area: addressOf(print.area),
      titleRows: print.titleRows ? `$${print.titleRows.from + 1}:$${print.titleRows.to + 1}` : null,
      breaksBefore: print.breaksBefore ?? null,
      zoom: {
        ...(print.scale === undefined ? {} : { scale: print.scale }),
        ...(fits ? { horizontalFitToPages: print.pagesWide ?? 0, verticalFitToPages: print.pagesTall ?? 0 } : {}),
      },
      margins: PAGE_MARGINS,
      centerHorizontally: true,
      footer: { left: footerText(print.footer.left), center: footerText(print.footer.center), right: footerText(print.footer.right) },
    },
  };
}

const sameCorner = (a: SheetRange, b: SheetRange): boolean => a.row === b.row && a.column === b.column;

/** Takes away what will not be there, and moves tables, before any cell is written. */
function clear(sheet: Excel.Worksheet, target: SheetTarget, { standing, leaving, validations }: SheetNow): number {
  let calls = 1;
  sheet.getRangeByIndexes(0, 0, target.state.rows, target.state.columns).unmerge();
  for (const { id, address } of standing.dataBars) {
    if (!leaving.dataBars.includes(id)) continue;
    sheet.getRange(address).conditionalFormats.getItem(id).delete();
    calls += 3;
  }
  for (const { at } of validations) {
    sheet.getRange(addressOf(at)).dataValidation.clear();
    calls += 3;
  }
  for (const { name, at } of standing.tables) {
    const wanted = target.layout.tables.find((table) => table.name === name)?.at;
    if (leaving.tables.includes(name) || (wanted && !sameCorner(wanted, at))) {
      sheet.tables.getItem(name).convertToRange();
      calls += 2;
    } else if (wanted && addressOf(wanted) !== addressOf(at)) {
      // In place, so that formulas of people which name the table keep working.
      sheet.tables.getItem(name).resize(addressOf(wanted));
      calls += 2;
    }
  }
  return calls;
}

function putPage(sheet: Excel.Worksheet, page: PageState): number {
  sheet.showGridlines = page.gridlines;
  sheet.showHeadings = page.headings;
  sheet.tabColor = page.tabColor;
  const { rows, columns } = page.freeze;
  sheet.freezePanes.unfreeze();
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  const { print } = page;
  if (!print) return 6;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation;
  if (print.area) pageLayout.setPrintArea(print.area);
  if (print.titleRows) pageLayout.setPrintTitleRows(print.titleRows);
  const { scale, ...fit } = print.zoom;
  // Fitting to pages takes the place of the scale, except where Excel ignores it (office-js issue 1860).
  if (scale) pageLayout.zoom = { scale };
  if (Object.values(fit).some((pages) => pages)) pageLayout.zoom = fit;
  pageLayout.leftMargin = print.margins.left;
  pageLayout.rightMargin = print.margins.right;
  pageLayout.topMargin = print.margins.top;
  pageLayout.bottomMargin = print.margins.bottom;
  pageLayout.headerMargin = print.margins.header;
  pageLayout.footerMargin = print.margins.footer;
  pageLayout.centerHorizontally = print.centerHorizontally;
  const footers = pageLayout.headersFooters.defaultForAllPages;
  footers.leftFooter = print.footer.left;
  footers.centerFooter = print.footer.center;
  footers.rightFooter = print.footer.right;
  return 25;
}

/** Ends pages by hand. Those that people made stay where we make none. */
async function putBreaks(sheet: Excel.Worksheet, { print }: PageState, now: SheetNow | null, batch: Batch, signal?: AbortSignal): Promise<void> {
  if (!print?.breaksBefore) return;
  if (now?.hasBreaks === true) {
    sheet.horizontalPageBreaks.removePageBreaks();
    batch.queued(2);
  }
  for (const row of print.breaksBefore) {
    await breathe(signal);
    await batch.makeRoom(2000);
    sheet.horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
    batch.queued(3);
  }
}

/** Adds what stands on the cells, after they were written. */
function dress(sheet: Excel.Worksheet, { layout, page, properties }: SheetTarget, now: SheetNow | null): number {
  let calls = putPage(sheet, page);
  for (const merge of layout.merges) sheet.getRange(addressOf(merge)).merge(false);
  calls += 2 * layout.merges.length;
  for (const { name, at, style } of layout.tables) {
    if (now?.standing.tables.some((table) => table.name === name && sameCorner(table.at, at))) continue;
    // A range, not its address: an address without a sheet means the active one.
    const table = sheet.tables.add(sheet.getRange(addressOf(at)), true);
    table.name = name;
    table.style = style;
    calls += 4;
  }
  const staying = new Set(now?.standing.dataBars.filter(({ id }) => !now.leaving.dataBars.includes(id)).map(({ address }) => address));
  for (const { at, color } of layout.dataBars) {
    if (staying.has(addressOf(at))) continue;
    const { dataBar } = sheet.getRange(addressOf(at)).conditionalFormats.add('DataBar');
    dataBar.positiveFormat.fillColor = color;
    dataBar.positiveFormat.gradientFill = false;
    dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
    dataBar.upperBoundRule = { type: 'Number', formula: '1' };
    calls += 8;
  }
  for (const { at, list, message } of layout.validations) {
    const { dataValidation } = sheet.getRange(addressOf(at));
    dataValidation.rule = { list: { inCellDropDown: true, source: typeof list === 'string' ? list : list.join(',') } };
    dataValidation.errorAlert = { title: 'Plumbline', message, showAlert: true, style: 'Warning' };
    calls += 4;
  }
  if (properties) {
    sheet.customProperties.add(MARK_PROPERTY, properties.mark);
    sheet.customProperties.add(RECORD_PROPERTY, properties.record);
    calls += 2;
  }
  return calls;
}

/**
 * Queues everything that makes a sheet what it is to be, but for its charts, which need the cells of
 * all sheets, and its drawing, which stands above them.
 * @param now null: the sheet was added in this run
 */
export async function putSheet(sheet: Excel.Worksheet, target: SheetTarget, now: SheetNow | null, batch: Batch, signal?: AbortSignal): Promise<void> {
  if (now) batch.queued(clear(sheet, target, now));
  await applyState(sheet, target.state, now === null, batch, signal);
  await batch.makeRoom(target.properties?.record.length ?? 0);
  batch.queued(dress(sheet, target, now), target.properties?.record.length);
  await putBreaks(sheet, target.page, now, batch, signal);
}

/** Queues the charts of a sheet. @param sheetOf the sheet that a chart's numbers stand on */
export async function putCharts(sheet: Excel.Worksheet, target: SheetTarget, now: SheetNow | null, sheetOf: (key: SheetKey) => Excel.Worksheet, batch: Batch): Promise<void> {
  const rangeOf: RangeOf = (range) => (range.sheet ? sheetOf(range.sheet) : sheet).getRange(addressOf(range));
  for (const name of now?.leaving.charts ?? []) {
    sheet.charts.getItem(name).delete();
    batch.queued(2);
  }
  for (const chart of target.layout.charts) {
    await batch.makeRoom(40_000);
    const there = now?.standing.charts.find(({ name }) => name === chart.name);
    const known = now?.charts.find(({ name }) => name === chart.name);
    batch.queued(there && known ? changeChart(sheet, sheet.charts.getItem(chart.name), there.series, chart, known, rangeOf) : addChart(sheet, chart, rangeOf));
    const place = target.chartPlaces.find(({ name }) => name === chart.name);
    if (place) {
      const placed = sheet.charts.getItem(chart.name);
      placed.left = place.left;
      placed.top = place.top;
      placed.width = place.width;
      placed.height = place.height;
      batch.queued(5);
    }
  }
}
