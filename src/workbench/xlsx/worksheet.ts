/** Where the elements of a worksheet part stand: Excel refuses a file that has them in another order. */
import type { XmlElement } from './xml';

const ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate',
  'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks',
  'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'AlternateContent', 'webPublishItems', 'tableParts', 'extLst',
];

/** Puts an element into a worksheet after everything that comes before it. */
export function place(worksheet: XmlElement, child: XmlElement): void {
  const rank = ORDER.indexOf(child.local);
  let at = 0;
  worksheet.children.forEach((present, index) => {
    if (typeof present !== 'string' && ORDER.indexOf(present.local) <= rank) at = index + 1;
  });
  worksheet.children.splice(at, 0, child);
}

/** The element of a name, made where it is missing. */
export function ensure(worksheet: XmlElement, make: XmlElement): XmlElement {
  const present = worksheet.first(make.local);
  if (present) return present;
  place(worksheet, make);
  return make;
}

/** Replaces every element of the names by those given. */
export function replaceAll(worksheet: XmlElement, local: string, children: readonly XmlElement[]): void {
  worksheet.removeAll(local);
  for (const child of children) place(worksheet, child);
}

/** Adds an extension to the list at the end of a worksheet, or to that of the same identity. */
export function extension(worksheet: XmlElement, uri: string, make: () => XmlElement, list: () => XmlElement): XmlElement {
  const extensions = ensure(worksheet, list());
  let found = extensions.elements('ext').find((each) => each.attribute('uri')?.toUpperCase() === uri.toUpperCase());
  if (!found) extensions.children.push((found = make()));
  return found;
}
