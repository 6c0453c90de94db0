/**
 * Custom properties of a worksheet: each is a part of its own that holds the value as UTF-16 text, named
 * by the worksheet's `customPr` elements.
 */
import { strFromU8 } from 'fflate';
import type { ModelSheet } from '../host/model';
import type { OfficePackage } from './package';
import { place } from './worksheet';
import { element, type XmlElement } from './xml';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

export function readCustomProperties(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet): void {
  const related = files.relationships(part);
  for (const property of worksheet.first('customProperties')?.elements('customPr') ?? []) {
    const target = related.find((each) => each.id === property.attribute('id'))?.target;
    if (target !== undefined) sheet.customProperties.set(property.attribute('name') ?? '', decode(files.bytes(target)));
  }
}

/** Excel writes UTF-16 without a mark; other writers UTF-8. */
function decode(bytes: Uint8Array): string {
  const utf16 = bytes.length % 2 === 0 && (bytes.length === 0 || bytes.some((byte) => byte === 0) || (bytes[0] === 0xff && bytes[1] === 0xfe));
  return utf16 ? new TextDecoder('utf-16le').decode(bytes) : strFromU8(bytes);
}

function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at * 2] = code & 0xff;
    bytes[at * 2 + 1] = code >> 8;
  }
  return bytes;
}

export function writeCustomProperties(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet): void {
  const related = files.relationships(part);
  const before = worksheet.first('customProperties')?.elements('customPr') ?? [];
  for (const property of before) {
    const relationship = related.find((each) => each.id === property.attribute('id'));
    if (!relationship) continue;
    files.remove(relationship.target);
    files.unrelate(part, relationship.id);
  }
  worksheet.removeAll('customProperties');
  if (sheet.customProperties.size === 0) return;
  files.defaultType('bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings');
  const properties = [...sheet.customProperties].map(([name, value]) => {
    const target = files.freeName('xl/customProperty', '.bin');
    files.add(target, CONTENT_TYPE, encode(value));
    return element('customPr', { name, 'r:id': files.relate(part, 'customProperty', target) });
  });
  place(worksheet, element('customProperties', {}, properties));
}
