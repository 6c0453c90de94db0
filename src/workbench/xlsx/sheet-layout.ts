/** How a sheet looks beside its cells: view, frozen panes, tab, columns, merges, print set-up. */
import type { ModelPageLayout, ModelSheet } from '../host/model';
import { cellAddress, columnIndex, columnName, rangeAddress, sheetReference } from '../host/address';
import { parseRange, parseRanges, rangeName, splitSheet } from './addresses';
import { argb, type Colors } from './colors';
import { element, type XmlElement } from './xml';
import { ensure, place, replaceAll } from './worksheet';

/** A width in characters of the default font (Calibri 11: 7 pixels each) ⇄ points. */
const POINTS_PER_CHARACTER = 7 * 0.75;

export function readLayout(worksheet: XmlElement, sheet: ModelSheet, colors: Colors): void {
  const properties = worksheet.first('sheetPr');
  sheet.tabColor = colors.resolve(properties?.first('tabColor')) ?? '';
  sheet.protected = worksheet.first('sheetProtection')?.flag('sheet') ?? false;
  const view = worksheet.at('sheetViews', 'sheetView');
  sheet.showGridlines = view?.flag('showGridLines', true) ?? true;
  sheet.showHeadings = view?.flag('showRowColHeaders', true) ?? true;
  const pane = view?.first('pane');
  if (pane && (pane.attribute('state') ?? '').startsWith('frozen')) sheet.freeze = { rows: pane.number('ySplit') ?? 0, columns: pane.number('xSplit') ?? 0 };
  const format = worksheet.first('sheetFormatPr');
  sheet.defaultRowHeight = format?.number('defaultRowHeight') ?? 15;
  const width = format?.number('defaultColWidth');
  if (width !== undefined) sheet.defaultColumnWidth = points(width);
  for (const column of worksheet.first('cols')?.elements('col') ?? []) {
    const last = (column.number('max') ?? 0) - 1;
    const size = column.number('width');
    for (let index = (column.number('min') ?? 1) - 1; index <= last; index++) {
      if (size !== undefined) sheet.columnWidths.set(index, points(size));
      if (column.flag('hidden')) sheet.hiddenColumns.add(index);
    }
  }
  sheet.merges = (worksheet.first('mergeCells')?.elements('mergeCell') ?? []).flatMap((merge) => parseRange(merge.attribute('ref') ?? '') ?? []);
}

/** Whole pixels, as Excel lays them out. */
const points = (characters: number) => Math.round(characters * 7) * 0.75;

export function writeView(worksheet: XmlElement, sheet: ModelSheet): void {
  const views = ensure(worksheet, element('sheetViews', {}, [element('sheetView', { workbookViewId: 0 })]));
  const view = views.first('sheetView');
  if (!view) return;
  setFlag(view, 'showGridLines', sheet.showGridlines, true);
  setFlag(view, 'showRowColHeaders', sheet.showHeadings, true);
  const { rows, columns } = sheet.freeze;
  const before = view.first('pane');
  const same = before && (before.number('ySplit') ?? 0) === rows && (before.number('xSplit') ?? 0) === columns;
  if (!same && (before || rows || columns)) {
    view.removeAll('pane');
    view.removeAll('selection');
    if (rows || columns) {
      const active = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
      const corner = cellAddress(rows, columns);
      const panes = rows && columns ? ['topRight', 'bottomLeft', 'bottomRight'] : [active];
      view.children.unshift(
        element('pane', { xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: corner, activePane: active, state: 'frozen' }),
        ...panes.map((pane) => element('selection', { pane, ...(pane === active ? { activeCell: corner, sqref: corner } : {}) })),
      );
    }
  }
  const properties = worksheet.first('sheetPr');
  if (!sheet.tabColor) properties?.removeAll('tabColor');
  else {
    const owner = properties ?? ensure(worksheet, element('sheetPr'));
    owner.removeAll('tabColor');
    owner.children.unshift(element('tabColor', { rgb: argb(sheet.tabColor) }));
  }
}

function setFlag(owner: XmlElement, name: string, value: boolean, standard: boolean): void {
  if (value === standard) delete owner.attributes[name];
  else owner.attributes[name] = value ? '1' : '0';
}

export function writeColumns(worksheet: XmlElement, sheet: ModelSheet): void {
  const format = ensure(worksheet, element('sheetFormatPr', { defaultRowHeight: sheet.defaultRowHeight }));
  if (sheet.defaultColumnWidth !== points(format.number('defaultColWidth') ?? 48 / POINTS_PER_CHARACTER)) format.attributes['defaultColWidth'] = characters(sheet.defaultColumnWidth);
  // Column by column, then runs of equal ones again: what the file says of style and outline stays.
  const columns = new Map<number, Record<string, string>>();
  for (const column of worksheet.first('cols')?.elements('col') ?? []) {
    const { min, max, ...rest } = column.attributes;
    for (let index = Number(min) - 1; index < Number(max); index++) columns.set(index, { ...rest });
  }
  for (const index of new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...columns.keys()])) {
    const attributes = columns.get(index) ?? {};
    const width = sheet.columnWidths.get(index);
    if (width === undefined) attributes['width'] = characters(sheet.defaultColumnWidth);
    else if (points(Number(attributes['width'])) !== width) Object.assign(attributes, { width: characters(width), customWidth: '1' });
    if (sheet.hiddenColumns.has(index)) attributes['hidden'] = '1';
    else delete attributes['hidden'];
    columns.set(index, attributes);
  }
  const runs: XmlElement[] = [];
  let last = '';
  for (const [index, attributes] of [...columns].sort(([a], [b]) => a - b)) {
    const key = JSON.stringify(Object.entries(attributes).sort());
    const run = runs.at(-1);
    if (run && key === last && run.number('max') === index) run.attributes['max'] = String(index + 1);
    else runs.push(element('col', { min: index + 1, max: index + 1, ...attributes }));
    last = key;
  }
  replaceAll(worksheet, 'cols', runs.length > 0 ? [element('cols', {}, runs)] : []);
}

/** Points → characters, exact enough that the same points come back. */
const characters = (width: number) => String(Math.round((width / POINTS_PER_CHARACTER) * 1e6) / 1e6);

export function writeRowDefaults(worksheet: XmlElement, sheet: ModelSheet): void {
  const format = ensure(worksheet, element('sheetFormatPr', { defaultRowHeight: 15 }));
  if (format.number('defaultRowHeight') === sheet.defaultRowHeight) return;
  format.attributes['defaultRowHeight'] = String(sheet.defaultRowHeight);
  format.attributes['customHeight'] = '1';
}

export function writeMerges(worksheet: XmlElement, sheet: ModelSheet): void {
  const merges = sheet.merges.map((merge) => element('mergeCell', { ref: rangeName(merge) }));
  replaceAll(worksheet, 'mergeCells', merges.length > 0 ? [element('mergeCells', { count: merges.length }, merges)] : []);
}

export function writeDimension(worksheet: XmlElement, sheet: ModelSheet): void {
  const used = sheet.usedRange();
  replaceAll(worksheet, 'dimension', [element('dimension', { ref: used ? rangeName(used) : 'A1' })]);
}

/** Excel's numbers of paper sizes → the words of Office.js. */
const PAPER: Record<number, string> = { 1: 'Letter', 3: 'Tabloid', 4: 'Ledger', 5: 'Legal', 6: 'Statement', 7: 'Executive', 8: 'A3', 9: 'A4', 11: 'A5', 12: 'B4', 13: 'B5' };
const INCH = 72;

/** Print set-up with the areas that the workbook's names give; null where the sheet says nothing. */
export function readPageLayout(worksheet: XmlElement, printArea: string | null, printTitles: string | null): ModelPageLayout | null {
  const setup = worksheet.first('pageSetup');
  const margins = worksheet.first('pageMargins');
  const headerFooter = worksheet.first('headerFooter');
  if (!setup && !margins && !headerFooter && !printArea && !printTitles) return null;
  const fits = worksheet.at('sheetPr', 'pageSetUpPr')?.flag('fitToPage') ?? false;
  const inches = (name: string, standard: number) => round((margins?.number(name) ?? standard) * INCH);
  const header = sections(headerFooter?.first('oddHeader')?.text ?? '');
  const footer = sections(headerFooter?.first('oddFooter')?.text ?? '');
  return {
    orientation: setup?.attribute('orientation') === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: PAPER[setup?.number('paperSize') ?? 0] ?? null,
    printArea: printArea === null ? null : splitAreas(printArea).map((area) => splitSheet(area).address.replace(/\$/g, '')).join(','),
    titleRows: printTitles === null ? null : titleRows(printTitles),
    scale: fits ? null : (setup?.number('scale') ?? null),
    fitWide: fits ? (setup?.number('fitToWidth') ?? 1) : null,
    fitTall: fits ? (setup?.number('fitToHeight') ?? 1) : null,
    margins: { left: inches('left', 0.7), right: inches('right', 0.7), top: inches('top', 0.75), bottom: inches('bottom', 0.75), header: inches('header', 0.3), footer: inches('footer', 0.3) },
    centerHorizontally: worksheet.first('printOptions')?.flag('horizontalCentered') ?? false,
    headersFooters: { leftHeader: header.L, centerHeader: header.C, rightHeader: header.R, leftFooter: footer.L, centerFooter: footer.C, rightFooter: footer.R },
  };
}

/** `Sheet!$A:$B,Sheet!1:3` → `$1:$3`. */
function titleRows(titles: string): string | null {
  const rows = splitAreas(titles).map((area) => splitSheet(area).address).find((address) => /^\$?\d/.test(address));
  return rows === undefined ? null : rows.split(':').map((row) => `$${row.replace('$', '')}`).join(':');
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Areas parted by commas that stand outside quotes. */
export function splitAreas(text: string): string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((area) => area.trim());
}

function sections(text: string): Record<'L' | 'C' | 'R', string> {
  const found = { L: '', C: '', R: '' };
  let section: 'L' | 'C' | 'R' = 'C';
  for (const part of text.split(/(&&|&[LCR])/)) {
    if (part === '&L' || part === '&C' || part === '&R') section = part.charAt(1) as 'L' | 'C' | 'R';
    else found[section] += part;
  }
  return found;
}

export function writePageLayout(worksheet: XmlElement, layout: ModelPageLayout): void {
  const fits = layout.fitWide !== null || layout.fitTall !== null;
  const properties = fits ? ensure(worksheet, element('sheetPr')) : worksheet.first('sheetPr');
  properties?.removeAll('pageSetUpPr');
  if (fits) properties?.children.push(element('pageSetUpPr', { fitToPage: 1 }));
  const options = worksheet.first('printOptions');
  if (layout.centerHorizontally) ensure(worksheet, element('printOptions')).attributes['horizontalCentered'] = '1';
  else if (options) delete options.attributes['horizontalCentered'];
  const inches = (value: number) => String(Math.round((value / INCH) * 10_000) / 10_000);
  const { left, right, top, bottom, header, footer } = layout.margins;
  replaceAll(worksheet, 'pageMargins', [element('pageMargins', { left: inches(left), right: inches(right), top: inches(top), bottom: inches(bottom), header: inches(header), footer: inches(footer) })]);
  const paper = Object.entries(PAPER).find(([, name]) => name.toLowerCase() === layout.paperSize?.toLowerCase())?.[0];
  const before = worksheet.first('pageSetup')?.attributes ?? {};
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !['paperSize', 'scale', 'fitToWidth', 'fitToHeight', 'orientation'].includes(name)));
  replaceAll(worksheet, 'pageSetup', [
    element('pageSetup', {
      paperSize: paper ?? before['paperSize'],
      scale: fits ? undefined : (layout.scale ?? undefined),
      fitToWidth: fits && layout.fitWide !== 1 ? (layout.fitWide ?? 0) : undefined,
      fitToHeight: fits && layout.fitTall !== 1 ? (layout.fitTall ?? 0) : undefined,
      orientation: layout.orientation === 'Landscape' ? 'landscape' : 'portrait',
      ...kept,
    }),
  ]);
  const texts = layout.headersFooters;
  const line = (parts: [string, string][]) => parts.map(([section, text]) => (text ? section + text : '')).join('');
  const oddHeader = line([['&L', texts.leftHeader], ['&C', texts.centerHeader], ['&R', texts.rightHeader]]);
  const oddFooter = line([['&L', texts.leftFooter], ['&C', texts.centerFooter], ['&R', texts.rightFooter]]);
  const present = worksheet.first('headerFooter');
  const others = (present?.elements() ?? []).filter((child) => child.local !== 'oddHeader' && child.local !== 'oddFooter');
  const children = [...(oddHeader ? [element('oddHeader', {}, [oddHeader])] : []), ...(oddFooter ? [element('oddFooter', {}, [oddFooter])] : []), ...others];
  worksheet.removeAll('headerFooter');
  if (children.length > 0) place(worksheet, element('headerFooter', present?.attributes ?? {}, children));
}

/** The formula of `_xlnm.Print_Area` for a sheet; null: none. */
export function printAreaFormula(sheet: ModelSheet): string | null {
  const area = sheet.pageLayout?.printArea;
  if (!area) return null;
  return splitAreas(area)
    .flatMap((each) => parseRanges(splitSheet(each).address))
    .map((range) => `${sheetReference(sheet.name)}!${absoluteArea(range)}`)
    .join(',');
}

function absoluteArea(range: { row: number; column: number; rows: number; columns: number }): string {
  const name = rangeAddress(range, true);
  return name.includes(':') ? name : `${name}:${name}`;
}

/** The formula of `_xlnm.Print_Titles`: `Sheet!$1:$3`, after the title columns that the file has. */
export function printTitlesFormula(sheet: ModelSheet, before: string | null): string | null {
  const columns = before === null ? undefined : splitAreas(before).find((area) => /^\$?[A-Za-z]/.test(splitSheet(area).address));
  const columnPart = columns ? splitSheet(columns).address.split(':').map((name) => `$${columnName(columnIndex(name.replace(/\$/g, '')))}`).join(':') : null;
  const rows = /(\d+)(?:\s*:\s*\$?(\d+))?/.exec(splitSheet(sheet.pageLayout?.titleRows ?? '').address);
  const rowPart = rows ? `$${rows[1]}:$${rows[2] ?? rows[1]}` : null;
  const parts = [columnPart, rowPart].filter((part): part is string => part !== null).map((part) => `${sheetReference(sheet.name)}!${part}`);
  return parts.length > 0 ? parts.join(',') : null;
}
