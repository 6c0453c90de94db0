/**
 * The add-in's settings (`Office.context.document.settings`): properties of its web extension part, which
 * the package's task panes part points to.
 */
import type { ModelWorkbook } from '../host/model';
import type { OfficePackage } from './package';
import { element, type XmlElement } from './xml';

/** Identity of the add-in in its manifest. */
export const ADD_IN = { id: '6f0f7a0b-3c3a-4a52-9a0e-5d6c1b1e7b42', version: '1.0.0.0' };

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PANES_RELATIONSHIP = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const EXTENSION_RELATIONSHIP = 'http://schemas.microsoft.com/office/2011/relationships/webextension';

function ownExtension(files: OfficePackage): string | undefined {
  const panes = files.relationships('').filter((each) => each.kind === 'webextensiontaskpanes');
  return panes
    .flatMap((each) => files.relationships(each.target))
    .filter((each) => each.kind === 'webextension')
    .find((each) => files.read(each.target)?.first('reference')?.attribute('id')?.toLowerCase() === ADD_IN.id)?.target;
}

const properties = (extension: XmlElement | undefined) => extension?.first('properties')?.elements('property') ?? [];

export function readSettings(files: OfficePackage, workbook: ModelWorkbook): void {
  const part = ownExtension(files);
  if (part === undefined) return;
  for (const property of properties(files.read(part))) workbook.settings.set(property.attribute('name') ?? '', property.attribute('value') ?? '');
}

export function writeSettings(files: OfficePackage, workbook: ModelWorkbook): void {
  let part = ownExtension(files);
  const before = new Map(properties(part === undefined ? undefined : files.read(part)).map((each) => [each.attribute('name') ?? '', each.attribute('value') ?? '']));
  if (before.size === workbook.settings.size && [...workbook.settings].every(([name, value]) => before.get(name) === value)) return;
  part ??= addExtension(files);
  const holder = files.edit(part).first('properties');
  if (holder) holder.children = [...workbook.settings].map(([name, value]) => element(holder.name.replace('properties', 'property'), { name, value }));
}

function addExtension(files: OfficePackage): string {
  let panes = files.relationships('').find((each) => each.kind === 'webextensiontaskpanes')?.target;
  if (panes === undefined) {
    panes = files.freeName('xl/webextensions/taskpanes');
    files.add(panes, 'application/vnd.ms-office.webextensiontaskpanes+xml', element('wetp:taskpanes', { 'xmlns:wetp': PANES }));
    files.relate('', PANES_RELATIONSHIP, panes);
  }
  const part = files.freeName('xl/webextensions/webextension');
  files.add(
    part,
    'application/vnd.ms-office.webextension+xml',
    element('we:webextension', { 'xmlns:we': EXTENSION, id: `{${ADD_IN.id.toUpperCase()}}` }, [
      element('we:reference', { id: ADD_IN.id, version: ADD_IN.version, store: 'developer', storeType: 'Registry' }),
      element('we:alternateReferences'),
      element('we:properties'),
      element('we:bindings'),
      element('we:snapshot', { 'xmlns:r': RELATIONSHIPS }),
    ]),
  );
  const id = files.relate(panes, EXTENSION_RELATIONSHIP, part);
  files.edit(panes).children.push(element('wetp:taskpane', { dockstate: 'right', visibility: 0, width: 350, row: files.edit(panes).elements().length }, [element('wetp:webextensionref', { 'xmlns:r': RELATIONSHIPS, 'r:id': id })]));
  return part;
}
