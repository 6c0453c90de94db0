import { sheetReference } from '../host/address';
import type { ModelSheet, ModelWorkbook } from '../host/model';
import { splitSheet } from './addresses';
import { Colors } from './colors';
import { writeConditionalFormats } from './conditional-formats';
import { writeCustomProperties } from './custom-properties';
import { dynamicArrayMetadata } from './dynamic-arrays';
import { writeDrawing } from './drawing';
import { emptyPackage } from './empty-package';
import { writeLinks } from './links';
import { writeNames } from './names';
import { workbookPart } from './open';
import { OfficePackage } from './package';
import { writeRowBreaks } from './page-breaks';
import { writeSettings } from './settings';
import { splitWorksheet, unescapeXml, writeCells } from './sheet-data';
import { splitAreas, writeColumns, writeDimension, writeMerges, writePageLayout, writeRowDefaults, writeView } from './sheet-layout';
import { Styles } from './styles';
import { tableAt, writeTables } from './tables';
import { writeValidations } from './validations';
import { element, escapeText, parseXml, type XmlElement, XML_DECLARATION } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * Saves a workbook as .xlsx. What was opened from a file and not changed since stays as it is: parts that
 * nothing touched byte for byte, and in a changed worksheet the rows and cells that were not changed.
 * The model stays what it was, so it can be changed and saved again.
 *
 * @throws Error where the workbook holds something that no file can (no visible sheet, two sheets of one name).
 */
export async function saveWorkbook(workbook: ModelWorkbook): Promise<Uint8Array> {
  check(workbook);
  const files = workbook.source ? new OfficePackage(workbook.source) : emptyPackage(workbook.dateSystem);
  const { part: bookPart, tree: bookBefore } = workbookPart(files);
  const related = files.relationships(bookPart);
  const target = (kind: string) => related.find((each) => each.kind === kind)?.target ?? '';
  const stylesPart = target('styles') || addStyles(files, bookPart);
  const stylesTree = files.read(stylesPart);
  if (!stylesTree) throw new Error('The workbook has no styles part.');
  const styles = new Styles(stylesTree, new Colors(files.read(target('theme')), stylesTree), () => files.edit(stylesPart));
  const dynamicArray = dynamicArrayMetadata(files, bookPart);
  const nextTableId = tableIds(files);
  let cellsChanged = false;

  const parts = new Map<ModelSheet, string>();
  for (const sheet of workbook.sheets) {
    const part = sheet.part ?? files.freeName('xl/worksheets/sheet');
    parts.set(sheet, part);
    if (sheet.part === null) files.add(part, WORKSHEET, element('worksheet', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [element('sheetData')]));
    else if (sheet.changedCells.size === 0 && sheet.changed.size === 0) continue;
    cellsChanged ||= sheet.part !== null && sheet.changedCells.size > 0;
    const { frame, data } = splitWorksheet(files.text(part));
    frame.attributes['xmlns:r'] ??= RELATIONSHIPS;
    const isNew = sheet.part === null;
    const changed = (...aspects: Parameters<typeof sheet.changed.has>[0][]) => isNew || aspects.some((aspect) => sheet.changed.has(aspect));
    const cells = writeCells(data, sheet, { cells: isNew ? allCells(sheet) : sheet.changedCells, rows: changed('rows') }, {
      styleNumber: (style, present) => styles.number(style, present),
      dynamicArray,
      tableAt: (row, column) => tableAt(sheet, row, column)?.name ?? null,
    });
    if (changed('view')) writeView(frame, sheet);
    if (changed('columns')) writeColumns(frame, sheet);
    if (changed('rows')) writeRowDefaults(frame, sheet);
    if (changed('merges')) writeMerges(frame, sheet);
    if (changed('pageLayout') && sheet.pageLayout) writePageLayout(frame, sheet.pageLayout);
    if (changed('rowBreaks')) writeRowBreaks(frame, sheet);
    if (changed('conditionalFormats')) writeConditionalFormats(frame, sheet, styles);
    if (changed('validations')) writeValidations(frame, sheet);
    if (changed('links')) writeLinks(files, part, frame, sheet);
    if (changed('customProperties')) writeCustomProperties(files, part, frame, sheet);
    if (changed('charts', 'shapes')) writeDrawing(files, part, frame, sheet, workbook);
    // Names of table columns are the header cells' texts, so changed cells may change them.
    if (changed('tables') || sheet.changedCells.size > 0) writeTables(files, part, frame, sheet, nextTableId);
    if (isNew || sheet.changedCells.size > 0) writeDimension(frame, sheet);
    files.set(part, XML_DECLARATION + join(frame, cells));
  }

  writeBook(files, bookPart, bookBefore, workbook, parts);
  writeSettings(files, workbook);
  // The calculation chain lists the formula cells; Excel makes a new one where there is none.
  if (cellsChanged) removeRelated(files, bookPart, 'calcChain');
  return files.toBytes();
}

function check(workbook: ModelWorkbook): void {
  if (!workbook.sheets.some((sheet) => sheet.visibility === 'Visible')) throw new Error('A workbook needs a visible sheet.');
  const names = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  if (names.size < workbook.sheets.length) throw new Error('Two sheets have the same name.');
}

/** Every cell of a sheet. */
const allCells = (sheet: ModelSheet) => new Map([...sheet.cells].map(([row, line]) => [row, new Set(line.keys())]));

/** The worksheet's text: its frame, with the cells in their place. */
function join(frame: XmlElement, cells: string): string {
  return frame.toString().replace('<sheetData/>', () => (cells === '' ? '<sheetData/>' : `<sheetData>${cells}</sheetData>`));
}

/** Sheets, their order and states, the active one, and the names. */
function writeBook(files: OfficePackage, bookPart: string, before: XmlElement, workbook: ModelWorkbook, parts: ReadonlyMap<ModelSheet, string>): void {
  const book = parseXml(files.text(bookPart));
  const list = book.first('sheets');
  if (!list) throw new Error('The workbook part lists no sheets.');
  const old = list.elements('sheet');
  const related = files.relationships(bookPart);
  const partOf = (entry: XmlElement) => related.find((each) => each.id === entry.attribute('id'));
  let nextId = Math.max(0, ...old.map((entry) => entry.number('sheetId') ?? 0));
  const entries = new Map<ModelSheet, XmlElement>();
  for (const sheet of workbook.sheets) {
    const part = parts.get(sheet) ?? '';
    const entry = old.find((each) => partOf(each)?.target === part) ?? element('sheet', { 'xmlns:r': RELATIONSHIPS, name: '', sheetId: ++nextId, 'r:id': files.relate(bookPart, 'worksheet', part) });
    if (book.attributes['xmlns:r'] === RELATIONSHIPS) delete entry.attributes['xmlns:r'];
    const name = entry.attributes['name'] ?? '';
    if (sheet.part !== null && name !== sheet.name) renameInCharts(files, name, sheet.name);
    entry.attributes['name'] = sheet.name;
    if (sheet.visibility === 'Visible') {
      if (entry.attributes['state'] !== 'visible') delete entry.attributes['state'];
    } else entry.attributes['state'] = sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
    entries.set(sheet, entry);
  }
  // Chart and macro sheets, which the model does not hold, keep their place before the sheet that followed them.
  const shown = [...entries.values()];
  old.forEach((entry, index) => {
    if (partOf(entry)?.kind === 'worksheet' || shown.includes(entry)) return;
    const next = old.slice(index + 1).find((each) => shown.includes(each));
    shown.splice(next ? shown.indexOf(next) : shown.length, 0, entry);
  });
  for (const entry of old) if (!shown.includes(entry)) removeSheet(files, bookPart, partOf(entry));
  list.children = shown;
  const activeSheet = workbook.sheets.find((sheet) => sheet.id === workbook.activeSheetId && sheet.visibility === 'Visible') ?? workbook.sheets.find((sheet) => sheet.visibility === 'Visible');
  setActive(files, book, old[book.at('bookViews', 'workbookView')?.number('activeTab') ?? 0], entries, activeSheet, parts);
  const positions = old.map((entry) => (shown.includes(entry) ? shown.indexOf(entry) : null));
  writeNames(book, workbook, positions, workbook.sheets.map((sheet) => shown.indexOf(entries.get(sheet) as XmlElement)));
  if (book.toString() !== before.toString()) files.set(bookPart, book);
}

/** Charts of the file follow a sheet that was renamed, as they do in Excel. */
function renameInCharts(files: OfficePackage, before: string, after: string): void {
  for (const part of files.partNames()) {
    if (!files.contentType(part).endsWith('drawingml.chart+xml')) continue;
    const text = files.text(part);
    const changed = text.replace(/(<(?:\w+:)?f>)([^<]*)(?=<)/g, (_, tag: string, formula: string) => {
      const areas = splitAreas(unescapeXml(formula).replace(/^\(|\)$/g, '')).map((area) => {
        const { sheet, address } = splitSheet(area);
        return sheet?.toLowerCase() === before.toLowerCase() ? `${sheetReference(after)}!${address}` : area;
      });
      return tag + escapeText(areas.length > 1 ? `(${areas.join(',')})` : areas.join());
    });
    if (changed !== text) files.set(part, changed);
  }
}

/** Says which sheet is shown first, where it is another than the file says. */
function setActive(files: OfficePackage, book: XmlElement, before: XmlElement | undefined, entries: ReadonlyMap<ModelSheet, XmlElement>, active: ModelSheet | undefined, parts: ReadonlyMap<ModelSheet, string>): void {
  const view = book.at('bookViews', 'workbookView');
  const entry = active ? entries.get(active) : undefined;
  if (!view || !entry) return;
  const position = book.first('sheets')?.elements('sheet').indexOf(entry) ?? 0;
  if ((view.number('activeTab') ?? 0) !== position) view.attributes['activeTab'] = String(position);
  if (entry === before) return;
  // Only the active sheet's tab is selected: two selected tabs are a group, and typing goes into both.
  for (const [sheet, part] of parts) {
    const text = files.text(part);
    const end = text.search(/<(?:\w+:)?sheetData[\s/>]/);
    const head = text.slice(0, end);
    let changed = head.replace(/(<(?:\w+:)?sheetView\b[^>]*?)\stabSelected="\w*"/, '$1');
    if (sheet === active) changed = changed.replace(/(<(?:\w+:)?sheetView\b)/, '$1 tabSelected="1"');
    if (changed !== head) files.set(part, changed + text.slice(end));
  }
}

function removeSheet(files: OfficePackage, bookPart: string, relationship: { id: string; target: string } | undefined): void {
  if (!relationship) return;
  const own = ['table', 'drawing', 'comments', 'vmlDrawing', 'threadedComment', 'customProperty', 'printerSettings', 'pivotTable'];
  for (const each of files.relationships(relationship.target)) if (!each.external && own.includes(each.kind)) removeDrawingToo(files, each.target);
  files.remove(relationship.target);
  files.unrelate(bookPart, relationship.id);
}

function removeDrawingToo(files: OfficePackage, part: string): void {
  for (const each of files.relationships(part)) if (!each.external && ['chart', 'chartStyle', 'chartColorStyle'].includes(each.kind)) removeDrawingToo(files, each.target);
  files.remove(part);
}

function removeRelated(files: OfficePackage, part: string, kind: string): void {
  for (const each of files.relationships(part)) {
    if (each.kind !== kind) continue;
    files.remove(each.target);
    files.unrelate(part, each.id);
  }
}

/** Ids of tables are unique in a workbook. */
function tableIds(files: OfficePackage): () => number {
  const parts = files.partNames().filter((name) => files.contentType(name).endsWith('.table+xml'));
  let last = Math.max(0, ...parts.map((name) => files.read(name)?.number('id') ?? 0));
  return () => ++last;
}

function addStyles(files: OfficePackage, bookPart: string): string {
  const part = 'xl/styles.xml';
  files.add(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml', emptyPackage().text(part));
  files.relate(bookPart, 'styles', part);
  return part;
}
