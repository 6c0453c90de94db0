/** Defined names of the workbook part ⇄ the model's names, and the print areas and titles among them. */
import type { ModelSheet, ModelWorkbook } from '../host/model';
import { shownFormula, storedFormula } from './formulas';
import { printAreaFormula, printTitlesFormula } from './sheet-layout';
import { element, type XmlElement } from './xml';

const AREA = '_xlnm.Print_Area';
const TITLES = '_xlnm.Print_Titles';

/** The text of a built-in name of a sheet (by its position in the file); null: none. */
export function builtInName(book: XmlElement, name: typeof AREA | typeof TITLES, position: number): string | null {
  return definedNames(book).find((each) => each.attribute('name') === name && each.number('localSheetId') === position)?.text ?? null;
}

const definedNames = (book: XmlElement) => book.first('definedNames')?.elements('definedName') ?? [];

/** `sheets`: the file's sheets in its order. */
export function readNames(book: XmlElement, workbook: ModelWorkbook, sheets: readonly ModelSheet[]): void {
  for (const each of definedNames(book)) {
    const name = each.attribute('name') ?? '';
    if (name.startsWith('_xlnm.')) continue;
    const local = each.number('localSheetId');
    workbook.names.push({
      name,
      formula: shownFormula(each.text),
      visible: !each.flag('hidden'),
      comment: each.attribute('comment') ?? '',
      sheetId: local === undefined ? null : (sheets[local]?.id ?? null),
    });
  }
}

/**
 * `positions`: for each sheet of the file its place in the saved workbook, null where it was deleted;
 * `places`: the same for each sheet of the model.
 */
export function writeNames(book: XmlElement, workbook: ModelWorkbook, positions: readonly (number | null)[], places: readonly number[]): void {
  const before = definedNames(book);
  const sheetOf = (each: XmlElement) => {
    const local = each.number('localSheetId');
    return local === undefined ? undefined : positions[local];
  };
  /** What becomes of each of the file's names; those that are missing here are gone. */
  const kept = new Map<XmlElement, XmlElement>();
  const added: XmlElement[] = [];
  for (const name of workbook.names) {
    const owner = workbook.sheets.findIndex((sheet) => sheet.id === name.sheetId);
    if (name.sheetId !== null && owner < 0) continue;
    const position = name.sheetId === null ? undefined : places[owner];
    const old = before.find((each) => !kept.has(each) && each.attribute('name')?.toLowerCase() === name.name.toLowerCase() && sheetOf(each) === position);
    if (!old) added.push(element('definedName', { name: name.name, comment: name.comment || undefined, localSheetId: position, hidden: name.visible ? undefined : 1 }, [storedFormula(name.formula, null)]));
    else {
      const text = shownFormula(old.text) === name.formula ? old.text : storedFormula(name.formula, null);
      const hidden = old.flag('hidden') === !name.visible ? old.attribute('hidden') : name.visible ? undefined : 1;
      kept.set(old, element('definedName', { ...old.attributes, name: name.name, comment: name.comment || undefined, localSheetId: position, hidden }, [text]));
    }
  }
  // Built-in names: the file's own (filters and such) stay, those of a changed print set-up are written anew.
  for (const each of before) {
    const name = each.attribute('name') ?? '';
    const position = sheetOf(each);
    if (!name.startsWith('_xlnm.') || position === null) continue;
    const sheet = position === undefined ? undefined : workbook.sheets[places.indexOf(position)];
    if (!sheet?.changed.has('pageLayout') || (name !== AREA && name !== TITLES)) kept.set(each, element('definedName', { ...each.attributes, localSheetId: position }, [each.text]));
  }
  workbook.sheets.forEach((sheet, index) => {
    const position = places[index];
    if (!sheet.changed.has('pageLayout') && sheet.part !== null) return;
    const old = before.find((each) => each.attribute('name') === TITLES && sheetOf(each) === position)?.text ?? null;
    for (const [name, text] of [[AREA, printAreaFormula(sheet)], [TITLES, printTitlesFormula(sheet, old)]] as const) {
      if (text !== null) added.push(element('definedName', { name, localSheetId: position }, [text]));
    }
  });
  const written = [...before.flatMap((each) => kept.get(each) ?? []), ...added];
  const list = book.first('definedNames');
  if (written.length === 0) book.removeAll('definedNames');
  else if (list) list.children = written;
  else {
    const after = ['calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst'];
    const at = book.children.findIndex((child) => typeof child !== 'string' && after.includes(child.local));
    book.children.splice(at < 0 ? book.children.length : at, 0, element('definedNames', {}, written));
  }
}
