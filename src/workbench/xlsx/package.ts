/** The zip package of an Office file: parts, their content types and their relationships. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { element, parseXml, XML_DECLARATION, type XmlElement } from './xml';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `drawing`, `table`. */
  readonly kind: string;
  /** Part name without a leading slash; for an external one the address. */
  readonly target: string;
  readonly external: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts are written back byte for byte unless `edit`, `set` or `remove` touched them. */
export class OfficePackage {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly trees = new Map<string, XmlElement>();
  private readonly edited = new Set<string>();
  private readonly names = new Map<string, string>();

  /** Throws where the bytes are no Office file (an encrypted one, an old .xls, no zip at all). */
  constructor(bytes: Uint8Array | null) {
    if (!bytes) return;
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Error('This file is an old .xls workbook, or it is encrypted with a password. Save it as .xlsx without a password.');
    let files: Record<string, Uint8Array>;
    try {
      files = unzipSync(bytes);
    } catch {
      throw new Error('This file is not an .xlsx workbook: it cannot be unzipped.');
    }
    for (const [name, content] of Object.entries(files)) if (!name.endsWith('/')) this.store(name.replace(/\\/g, '/').replace(/^\//, ''), content);
    if (!this.has('[Content_Types].xml')) throw new Error('This file is not an .xlsx workbook: it has no [Content_Types].xml.');
  }

  private store(name: string, content: Uint8Array): void {
    this.parts.set(name, content);
    this.names.set(name.toLowerCase(), name);
  }

  has(name: string): boolean {
    return this.names.has(name.toLowerCase());
  }

  partNames(): string[] {
    return [...this.parts.keys()];
  }

  /** A part's bytes as they were read; none where it is missing. */
  bytes(name: string): Uint8Array {
    return this.parts.get(this.names.get(name.toLowerCase()) ?? name) ?? new Uint8Array();
  }

  /** A part's text; '' where it is missing. */
  text(name: string): string {
    const known = this.names.get(name.toLowerCase()) ?? name;
    const tree = this.edited.has(known) ? this.trees.get(known) : undefined;
    if (tree) return XML_DECLARATION + tree.toString();
    const content = this.parts.get(known);
    if (!content) return '';
    if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
    return strFromU8(content);
  }

  /** A part as a tree to look at. */
  read(name: string): XmlElement | undefined {
    const known = this.names.get(name.toLowerCase()) ?? name;
    let tree = this.trees.get(known);
    if (!tree && this.has(known)) this.trees.set(known, (tree = parseXml(this.text(known))));
    return tree;
  }

  /** A part as a tree to change: it will be written from the tree. */
  edit(name: string): XmlElement {
    const known = this.names.get(name.toLowerCase()) ?? name;
    const tree = this.read(known);
    if (!tree) throw new Error(`The package has no part ${name}.`);
    this.edited.add(known);
    return tree;
  }

  set(name: string, content: XmlElement | string | Uint8Array): void {
    this.trees.delete(name);
    this.edited.delete(name);
    this.store(name, content instanceof Uint8Array ? content : strToU8(typeof content === 'string' ? content : XML_DECLARATION + content.toString()));
  }

  /** Takes a part out, with its relationships and content type. */
  remove(name: string): void {
    const relationships = relationshipsName(name);
    for (const each of [name, relationships]) {
      const known = this.names.get(each.toLowerCase());
      if (!known) continue;
      this.trees.delete(known);
      this.edited.delete(known);
      this.parts.delete(known);
      this.names.delete(each.toLowerCase());
    }
    const types = this.edit('[Content_Types].xml');
    for (const override of types.elements('Override')) if (override.attribute('PartName')?.toLowerCase() === `/${name}`.toLowerCase()) types.remove(override);
  }

  /** A name that is not taken, such as `xl/charts/chart3.xml`. */
  freeName(before: string, after = '.xml'): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }

  /** Adds a part of a content type. */
  add(name: string, contentType: string, content: XmlElement | string | Uint8Array): void {
    this.set(name, content);
    const types = this.edit('[Content_Types].xml');
    if (!types.elements('Override').some((override) => override.attribute('PartName')?.toLowerCase() === `/${name}`.toLowerCase())) {
      types.children.push(element('Override', { PartName: `/${name}`, ContentType: contentType }));
    }
  }

  contentType(name: string): string {
    const types = this.read('[Content_Types].xml');
    const override = types?.elements('Override').find((each) => each.attribute('PartName')?.toLowerCase() === `/${name}`.toLowerCase());
    if (override) return override.attribute('ContentType') ?? '';
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    return types?.elements('Default').find((each) => each.attribute('Extension')?.toLowerCase() === extension)?.attribute('ContentType') ?? '';
  }

  /** Says which content type files of an extension have, where nothing says it yet. */
  defaultType(extension: string, contentType: string): void {
    const types = this.edit('[Content_Types].xml');
    if (!types.elements('Default').some((each) => each.attribute('Extension')?.toLowerCase() === extension)) types.children.unshift(element('Default', { Extension: extension, ContentType: contentType }));
  }

  /** What a part points to; '' is the package itself. */
  relationships(part: string): Relationship[] {
    const tree = this.read(relationshipsName(part));
    return (tree?.elements('Relationship') ?? []).map((each) => {
      const external = each.attribute('TargetMode') === 'External';
      const target = each.attribute('Target') ?? '';
      return { id: each.attribute('Id') ?? '', kind: (each.attribute('Type') ?? '').split('/').pop() ?? '', target: external ? target : resolve(part, target), external };
    });
  }

  /** Points a part to another and returns the relationship's id. `type` is a word of Office's own types or a whole type. */
  relate(part: string, type: string, target: string, external = false): string {
    const name = relationshipsName(part);
    if (!this.has(name)) this.set(name, element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }));
    const tree = this.edit(name);
    const taken = new Set(tree.elements('Relationship').map((each) => each.attribute('Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    tree.children.push(element('Relationship', { Id: `rId${number}`, Type: type.includes(':') ? type : `${OFFICE}/${type}`, Target: external ? target : `/${target}`, TargetMode: external ? 'External' : undefined }));
    return `rId${number}`;
  }

  unrelate(part: string, id: string): void {
    const name = relationshipsName(part);
    if (!this.has(name)) return;
    const tree = this.edit(name);
    for (const each of tree.elements('Relationship')) if (each.attribute('Id') === id) tree.remove(each);
  }

  /** The zip file. */
  toBytes(): Uint8Array {
    for (const name of this.edited) this.store(name, strToU8(this.text(name)));
    const files: Record<string, Uint8Array> = {};
    // Readers that stream expect the content types first.
    const first = this.parts.get('[Content_Types].xml');
    if (first) files['[Content_Types].xml'] = first;
    for (const [name, content] of this.parts) files[name] = content;
    return zipSync(files, { level: 4, mtime: ZIP_TIME });
  }
}

/** The same content gives the same bytes: no clock in the file. */
const ZIP_TIME = new Date(2000, 0, 1);

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
