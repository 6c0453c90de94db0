import { ModelWorkbook, type ModelSheet } from '../host/model';
import { readCharts } from './charts';
import { Colors } from './colors';
import { readConditionalFormats } from './conditional-formats';
import { readCustomProperties } from './custom-properties';
import { readLinks } from './links';
import { builtInName, readNames } from './names';
import { OfficePackage } from './package';
import { readRowBreaks } from './page-breaks';
import { readSettings } from './settings';
import { readShapes } from './read-shapes';
import { readCells, readSharedStrings, splitWorksheet } from './sheet-data';
import { readLayout, readPageLayout } from './sheet-layout';
import { Styles } from './styles';
import { readTables } from './tables';
import { readValidations } from './validations';
import type { XmlElement } from './xml';

/**
 * Opens an .xlsx (or .xlsm, .xltx) workbook. Sheets that are no worksheets (chart sheets, macro sheets) are
 * not shown; saving keeps them.
 *
 * @param name what the workbook is called, `Book1.xlsx` when left out.
 * @throws Error where the bytes are no such workbook, or the package is damaged.
 * @example (await openWorkbook(bytes)).sheets[0].cell(0, 0).value // 'Service'
 */
export async function openWorkbook(bytes: Uint8Array, name?: string): Promise<ModelWorkbook> {
  const files = new OfficePackage(bytes);
  const workbook = new ModelWorkbook();
  if (name !== undefined) workbook.name = name;
  workbook.source = bytes;
  const { part: bookPart, tree: book } = workbookPart(files);
  if (book.first('workbookPr')?.flag('date1904')) workbook.dateSystem = 1904;

  const related = files.relationships(bookPart);
  const target = (kind: string) => related.find((each) => each.kind === kind)?.target ?? '';
  const stylesTree = files.read(target('styles'));
  const colors = new Colors(files.read(target('theme')), stylesTree);
  const styles = stylesTree ? new Styles(stylesTree, colors, () => stylesTree).formats : [];
  const strings = readSharedStrings(files.text(target('sharedStrings')));

  const entries = book.first('sheets')?.elements('sheet') ?? [];
  const inFileOrder: ModelSheet[] = [];
  const active = book.at('bookViews', 'workbookView')?.number('activeTab') ?? 0;
  entries.forEach((entry, position) => {
    const relationship = related.find((each) => each.id === entry.attribute('id'));
    if (relationship?.kind !== 'worksheet' || !files.has(relationship.target)) return;
    const sheet = workbook.addSheet(entry.attribute('name') ?? '', false);
    sheet.part = relationship.target;
    const state = entry.attribute('state');
    sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    if (position === active) workbook.activeSheetId = sheet.id;
    inFileOrder[position] = sheet;
    const { frame, data } = splitWorksheet(files.text(relationship.target));
    readLayout(frame, sheet, colors);
    readCells(data, sheet, { strings, styles, dateSystem: workbook.dateSystem });
    sheet.pageLayout = readPageLayout(frame, builtInName(book, '_xlnm.Print_Area', position), builtInName(book, '_xlnm.Print_Titles', position));
    readRowBreaks(frame, sheet);
    readTables(files, relationship.target, sheet, workbook);
    readConditionalFormats(frame, sheet, workbook, colors);
    readValidations(frame, sheet);
    readLinks(files, relationship.target, frame, sheet);
    readCustomProperties(files, relationship.target, frame, sheet);
    readCharts(files, relationship.target, frame, sheet, workbook, colors);
    readShapes(files, relationship.target, frame, sheet, workbook, colors);
  });
  readNames(book, workbook, inFileOrder);
  readSettings(files, workbook);
  return workbook;
}

/** The workbook part of a package, wherever it stands. */
export function workbookPart(files: OfficePackage): { part: string; tree: XmlElement } {
  const part = files.relationships('').find((each) => each.kind === 'officeDocument')?.target ?? '';
  if (part.toLowerCase().endsWith('.bin')) throw new Error('This file is a binary workbook (.xlsb). Save it as .xlsx.');
  const tree = files.read(part);
  if (tree?.local !== 'workbook') throw new Error('This file is not an Excel workbook.');
  return { part, tree };
}
