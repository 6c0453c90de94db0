/** The workbook's metadata part, by which cells say that their formula is a dynamic array. */
import type { OfficePackage } from './package';
import { element, parseXml, type XmlElement } from './xml';

const NAME = 'XLDAPR';
const EMPTY = '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="0"/><cellMetadata count="0"/></metadata>';
const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const FUTURE =
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>';

/** A function that gives the number (`cm` of a cell) of "dynamic array", adding it to the file when first asked. */
export function dynamicArrayMetadata(files: OfficePackage, bookPart: string): () => number {
  let known: number | undefined;
  return () => (known ??= findOrAdd(files, bookPart));
}

function findOrAdd(files: OfficePackage, bookPart: string): number {
  let part = files.relationships(bookPart).find((each) => each.kind === 'sheetMetadata')?.target;
  if (part === undefined || !files.has(part)) {
    part = files.freeName('xl/metadata').replace('metadata1.xml', 'metadata.xml');
    files.add(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml', EMPTY);
    files.relate(bookPart, 'sheetMetadata', part);
  }
  const present = numberIn(files.read(part));
  return present ?? add(files.edit(part));
}

const types = (metadata: XmlElement) => metadata.first('metadataTypes')?.elements('metadataType') ?? [];

function numberIn(metadata: XmlElement | undefined): number | undefined {
  if (!metadata) return undefined;
  const type = types(metadata).findIndex((each) => each.attribute('name') === NAME) + 1;
  const cells = metadata.first('cellMetadata')?.elements('bk') ?? [];
  const found = cells.findIndex((block) => type > 0 && block.elements('rc').length === 1 && block.first('rc')?.number('t') === type);
  return found < 0 ? undefined : found + 1;
}

function add(metadata: XmlElement): number {
  const list = metadata.first('metadataTypes') ?? insert(metadata, element('metadataTypes'), 0);
  let type = types(metadata).findIndex((each) => each.attribute('name') === NAME) + 1;
  if (type === 0) {
    list.children.push(parseXml(TYPE));
    type = types(metadata).length;
    list.attributes['count'] = String(type);
    const before = metadata.children.findIndex((child) => typeof child !== 'string' && ['cellMetadata', 'valueMetadata', 'extLst'].includes(child.local));
    insert(metadata, parseXml(FUTURE), before < 0 ? metadata.children.length : before);
  }
  const after = metadata.children.findIndex((child) => typeof child !== 'string' && ['valueMetadata', 'extLst'].includes(child.local));
  const cells = metadata.first('cellMetadata') ?? insert(metadata, element('cellMetadata'), after < 0 ? metadata.children.length : after);
  cells.children.push(element('bk', {}, [element('rc', { t: type, v: 0 })]));
  cells.attributes['count'] = String(cells.elements('bk').length);
  return cells.elements('bk').length;
}

function insert(parent: XmlElement, child: XmlElement, at: number): XmlElement {
  parent.children.splice(at, 0, child);
  return child;
}
