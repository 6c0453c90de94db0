/** XML parts as trees that can be changed and written again. */
import { SaxesParser } from 'saxes';

/** One element. Names are as written; the part's main namespace never carries a prefix. */
export class XmlElement {
  constructor(
    public name: string,
    public attributes: Record<string, string> = {},
    public children: (XmlElement | string)[] = [],
  ) {}

  /** The name without its prefix. */
  get local(): string {
    return this.name.slice(this.name.indexOf(':') + 1);
  }

  /** Child elements, all or those of a name (without prefix). */
  elements(local?: string): XmlElement[] {
    return this.children.filter((child): child is XmlElement => typeof child !== 'string' && (local === undefined || child.local === local));
  }

  first(local: string): XmlElement | undefined {
    return this.children.find((child): child is XmlElement => typeof child !== 'string' && child.local === local);
  }

  /** The element at the end of a path of names, or undefined where one is missing. */
  at(...path: string[]): XmlElement | undefined {
    return path.reduce<XmlElement | undefined>((element, local) => element?.first(local), this);
  }

  /** Every element below, in document order, of a name. */
  *descendants(local: string): Generator<XmlElement> {
    for (const child of this.elements()) {
      if (child.local === local) yield child;
      yield* child.descendants(local);
    }
  }

  /** An attribute by its name without prefix; undefined where it is missing. */
  attribute(local: string): string | undefined {
    if (local in this.attributes) return this.attributes[local];
    const found = Object.keys(this.attributes).find((name) => name.endsWith(`:${local}`));
    return found === undefined ? undefined : this.attributes[found];
  }

  /** A numeric attribute; undefined where it is missing or no number. */
  number(local: string): number | undefined {
    const text = this.attribute(local);
    return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  /** A yes/no attribute (`1`, `true`, `on`); `missing` where it is not there. */
  flag(local: string, missing = false): boolean {
    const text = this.attribute(local);
    return text === undefined ? missing : text === '1' || text === 'true' || text === 'on';
  }

  /** All text below. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }

  remove(child: XmlElement): void {
    this.children = this.children.filter((each) => each !== child);
  }

  removeAll(local: string): void {
    this.children = this.children.filter((child) => typeof child === 'string' || child.local !== local);
  }

  toString(): string {
    const attributes = Object.entries(this.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
    const start = `<${this.name}${attributes.join('')}`;
    if (this.children.length === 0) return `${start}/>`;
    return `${start}>${this.children.map((child) => (typeof child === 'string' ? escapeText(child) : child.toString())).join('')}</${this.name}>`;
  }
}

/** Shorthand: an element with attributes (undefined ones left out) and children. */
export function element(name: string, attributes: Record<string, string | number | undefined> = {}, children: (XmlElement | string)[] = []): XmlElement {
  const defined = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return new XmlElement(name, Object.fromEntries(defined.map(([key, value]) => [key, String(value)])), children);
}

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function escapeText(text: string): string {
  return text.replace(NOT_XML, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** Namespaces whose parts are changed here by plain names. */
const PLAIN = /\/(?:spreadsheetml|package)\//;

/**
 * Reads a part. Comments and processing instructions are left out; the prefix of the root's own
 * namespace (`<x:worksheet xmlns:x=…>`) is dropped
 * in parts of workbooks and packages. Throws with line and column on malformed XML.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let prefix = '';
  const plain = (name: string) => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (!root) {
      const colon = tag.name.indexOf(':');
      const namespace = tag.attributes[`xmlns:${tag.name.slice(0, colon)}`] ?? '';
      if (colon > 0 && PLAIN.test(namespace) && tag.attributes['xmlns'] === undefined) prefix = tag.name.slice(0, colon + 1);
    }
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[prefix && name === `xmlns:${prefix.slice(0, -1)}` ? 'xmlns' : plain(name)] = value;
    const created = new XmlElement(plain(tag.name), attributes);
    if (root) open.at(-1)?.children.push(created);
    else root = created;
    open.push(created);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (content: string) => void open.at(-1)?.children.push(content);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
  if (!root) throw new Error('An XML part without an element.');
  return root;
}

/**
 * A part cut at the children of its root: text before the first, each child with what stands before it, and
 * text behind the last. Put together again they are the part. Throws on malformed XML.
 *
 * @example childTexts('<a><b/> <c>1</c></a>') // { head: '<a>', children: ['<b/>', ' <c>1</c>'], tail: '</a>' }
 */
export function childTexts(part: string): { head: string; children: string[]; tail: string } {
  const text = part.charCodeAt(0) === 0xfeff ? part.slice(1) : part;
  const parser = new SaxesParser({ xmlns: false });
  const ends: number[] = [];
  let depth = 0;
  let name = '';
  let selfClosing = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (depth++ > 0) return;
    ({ name } = tag);
    selfClosing = tag.isSelfClosing;
    ends.push(parser.position);
  });
  parser.on('closetag', () => {
    if (--depth === 1) ends.push(parser.position);
  });
  parser.write(text).close();
  const [first = 0] = ends;
  if (selfClosing) return { head: `${text.slice(0, first - 2)}>`, children: [], tail: `</${name}>${text.slice(first)}` };
  return { head: text.slice(0, first), children: ends.slice(1).map((end, index) => text.slice(ends[index], end)), tail: text.slice(ends.at(-1)) };
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
