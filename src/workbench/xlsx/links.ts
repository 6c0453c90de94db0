/** Hyperlinks of a worksheet. */
import type { ModelSheet } from '../host/model';
import { cellAddress } from '../host/address';
import { parseRange } from './addresses';
import type { OfficePackage } from './package';
import { replaceAll } from './worksheet';
import { element, type XmlElement } from './xml';

export function readLinks(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet): void {
  const links = worksheet.first('hyperlinks')?.elements('hyperlink') ?? [];
  if (links.length === 0) return;
  const related = files.relationships(part);
  for (const link of links) {
    const range = parseRange(link.attribute('ref') ?? '');
    if (!range) continue;
    const location = link.attribute('location') ?? '';
    const target = related.find((each) => each.id === link.attribute('id'))?.target;
    const reference = target === undefined ? location : location ? `${target}#${location}` : target;
    sheet.links.set(cellAddress(range.row, range.column), { reference, display: link.attribute('display') ?? '' });
  }
}

export function writeLinks(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet): void {
  const before = new Map((worksheet.first('hyperlinks')?.elements('hyperlink') ?? []).map((link) => [(link.attribute('ref') ?? '').split(':')[0] ?? '', link]));
  const related = files.relationships(part);
  const links: XmlElement[] = [];
  for (const [address, { reference, display }] of sheet.links) {
    const old = before.get(address);
    const outside = isOutside(reference);
    const [target, place] = outside ? split(reference) : ['', reference.replace(/^#/, '')];
    const known = outside ? related.find((each) => each.kind === 'hyperlink' && each.external && each.target === target)?.id : undefined;
    const id = outside ? (known ?? files.relate(part, 'hyperlink', target, true)) : undefined;
    links.push(element('hyperlink', { ref: old?.attribute('ref') ?? address, 'r:id': id, location: place || undefined, tooltip: old?.attribute('tooltip'), display: display || undefined }));
  }
  replaceAll(worksheet, 'hyperlinks', links.length > 0 ? [element('hyperlinks', {}, links)] : []);
  const used = new Set(links.map((link) => link.attribute('id')));
  for (const each of files.relationships(part)) if (each.kind === 'hyperlink' && !used.has(each.id)) files.unrelate(part, each.id);
}

/** A web, mail or file address, not a place in the workbook. */
const isOutside = (reference: string) => /^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('\\\\');

function split(reference: string): [string, string] {
  const at = reference.indexOf('#');
  return at < 0 ? [reference, ''] : [reference.slice(0, at), reference.slice(at + 1)];
}
