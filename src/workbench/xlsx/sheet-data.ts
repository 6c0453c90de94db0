/**
 * The cells of a worksheet part, read and rewritten as text: a sheet of 300,000 cells is too long for a
 * tree, and rows that nobody changed are to stay as they are, byte for byte.
 */
import { CellError, DEFAULT_STYLE, type ErrorText, type ModelCell, type ModelSheet, type ModelValue } from '../host/model';
import { cellAddress } from '../host/address';
import { parseCell, parseRange } from './addresses';
import { isDynamic, shiftFormula, shownFormula, storedFormula } from './formulas';
import { escapeText, parseXml, type XmlElement } from './xml';

/** A worksheet part: everything but its cells as a tree, and the text between `<sheetData>` and `</sheetData>`. */
export interface WorksheetText {
  readonly frame: XmlElement;
  readonly data: string;
}

export function splitWorksheet(text: string): WorksheetText {
  const plain = withoutPrefix(text);
  const start = /<sheetData(?:\s[^>]*)?>/.exec(plain);
  if (!start) return { frame: parseXml(plain), data: '' };
  const from = start.index + start[0].length;
  const empty = start[0].endsWith('/>');
  const to = empty ? from : plain.lastIndexOf('</sheetData>');
  if (to < from) throw new Error('The worksheet part ends within its cells.');
  const frame = parseXml(`${plain.slice(0, start.index)}<sheetData/>${plain.slice(empty ? to : to + '</sheetData>'.length)}`);
  return { frame, data: plain.slice(from, to) };
}

/** Some writers give the main namespace a prefix (`<x:row>`). */
function withoutPrefix(text: string): string {
  const prefix = /<([A-Za-z][\w.-]*):worksheet[\s>]/.exec(text.slice(0, 4000))?.[1];
  if (!prefix) return text;
  return text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</').replace(`xmlns:${prefix}=`, 'xmlns=');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an element's content: entities resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ''] ?? whole),
  );
}

/** Characters that XML cannot hold stand as `_x0001_`. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** The other way: control characters, and what would be taken for such an escape. */
export function escapeCharacters(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(CONTROL, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
/** What XML cannot hold: control characters, and halves of characters. */
const CONTROL = new RegExp(`[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])`, 'g');

/** The plain text of a string item (`<si>`, `<is>`): its runs without the phonetic ones. */
function itemText(xml: string): string {
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml;
  let text = '';
  for (const match of spoken.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += match[1] ?? '';
  return unescapeText(unescapeXml(text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1') : text));
}

/** The shared strings part → its strings. */
export function readSharedStrings(text: string): string[] {
  const prefix = /<([A-Za-z][\w.-]*):sst[\s>]/.exec(text.slice(0, 4000))?.[1];
  const plain = prefix ? text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : text;
  const strings: string[] = [];
  for (const match of plain.matchAll(/<si(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/si>)/g)) strings.push(itemText(match[1] ?? ''));
  return strings;
}

/** A row or a cell of the text. Positions are offsets into the data. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly attributes: string;
  readonly content: string | undefined;
}

const ROW = /<row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g;

function* pieces(pattern: RegExp, text: string): Generator<Piece> {
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length, attributes: match[1] ?? '', content: match[2] };
}

/** An attribute in a tag's text. */
function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at >= 0) {
    const from = at + name.length + 3;
    return unescapeXml(attributes.slice(from, attributes.indexOf('"', from)));
  }
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? unescapeXml(match[1] ?? match[2] ?? '') : undefined;
}

/** A tag's attributes with some set (null takes one out). */
function withAttributes(attributes: string, changes: Record<string, string | number | null>): string {
  let result = attributes.replace(/\s+$/, '');
  for (const [name, value] of Object.entries(changes)) {
    result = result.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
    if (value !== null) result += ` ${name}="${value}"`;
  }
  return result;
}

/** What reading needs to know of the rest of the file. */
export interface ReadContext {
  readonly strings: readonly string[];
  readonly styles: readonly ModelCell['style'][];
  readonly dateSystem: 1900 | 1904;
}

interface FormulaText {
  readonly attributes: string;
  readonly text: string;
}

function formulaIn(content: string): FormulaText | null {
  const at = content.indexOf('<f');
  if (at < 0) return null;
  const match = /<f(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/f>)/.exec(content);
  return match ? { attributes: match[1] ?? '', text: unescapeXml(match[2] ?? '') } : null;
}

const ERRORS = new Set<string>(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!', '#BUSY!']);

/** Fills the sheet's cells, row heights and hidden rows. */
export function readCells(data: string, sheet: ModelSheet, context: ReadContext): void {
  const shared = new Map<string, { text: string; row: number; column: number }>();
  const arrays: { row: number; column: number; ref: string }[] = [];
  let nextRow = 0;
  for (const line of pieces(ROW, data)) {
    const number = attribute(line.attributes, 'r');
    const row = number === undefined ? nextRow : Number(number) - 1;
    nextRow = row + 1;
    const height = attribute(line.attributes, 'ht');
    if (height !== undefined) sheet.rowHeights.set(row, Number(height));
    if (line.attributes.includes('hidden=') && isOn(attribute(line.attributes, 'hidden'))) sheet.hiddenRows.add(row);
    if (!line.content) continue;
    let nextColumn = 0;
    for (const piece of pieces(CELL, line.content)) {
      const reference = attribute(piece.attributes, 'r');
      const column = reference === undefined ? nextColumn : (parseCell(reference)?.column ?? nextColumn);
      nextColumn = column + 1;
      const style = context.styles[Number(attribute(piece.attributes, 's') ?? 0)] ?? DEFAULT_STYLE;
      const content = piece.content ?? '';
      const value = content ? readValue(attribute(piece.attributes, 't'), content, context) : null;
      const formula = content ? formulaIn(content) : null;
      if (value === null && !formula && style === DEFAULT_STYLE) continue;
      const cell: ModelCell = { value, style };
      const kind = formula ? attribute(formula.attributes, 't') : undefined;
      if (formula && kind === 'shared') {
        const group = attribute(formula.attributes, 'si') ?? '';
        if (formula.text) shared.set(group, { text: formula.text, row, column });
        const first = shared.get(group);
        if (first) cell.oneCell = cell.formula = shownFormula(shiftFormula(first.text, row - first.row, column - first.column));
      } else if (formula && kind !== 'dataTable' && formula.text) {
        cell.formula = shownFormula(formula.text);
        const ref = attribute(formula.attributes, 'ref');
        if (kind === 'array' && ref) arrays.push({ row, column, ref });
        else cell.oneCell = cell.formula;
      }
      sheet.load(row, column, cell);
    }
  }
  for (const { row, column, ref } of arrays) markSpill(sheet, row, column, ref);
}

/** Notes on the cells of an array formula where they come from. */
function markSpill(sheet: ModelSheet, row: number, column: number, ref: string): void {
  const range = parseRange(ref);
  const anchor = sheet.cell(row, column);
  if (!range || !anchor || range.rows * range.columns === 1) return;
  anchor.spill = { rows: range.rows, columns: range.columns };
  for (let down = 0; down < range.rows; down++) {
    for (let right = 0; right < range.columns; right++) {
      if (down === 0 && right === 0) continue;
      const cell = sheet.cell(row + down, column + right);
      if (cell) cell.spilledFrom = { row, column };
      else sheet.load(row + down, column + right, { value: null, style: DEFAULT_STYLE, spilledFrom: { row, column } });
    }
  }
}

const isOn = (text: string | undefined) => text === '1' || text === 'true' || text === 'on';

function readValue(type: string | undefined, content: string, context: ReadContext): ModelValue {
  if (type === 'inlineStr') return itemText(content);
  const start = content.indexOf('<v');
  if (start < 0) return null;
  const from = content.indexOf('>', start) + 1;
  if (content.charAt(from - 2) === '/') return type === 'str' ? '' : null;
  const end = content.indexOf('</v>', from);
  const text = content.slice(from, end < 0 ? content.length : end);
  switch (type) {
    case 's':
      return context.strings[Number(text)] ?? '';
    case 'str':
      return unescapeText(unescapeXml(text));
    case 'b':
      return isOn(text.trim());
    case 'e': {
      const error = unescapeXml(text);
      return new CellError(ERRORS.has(error) ? (error as ErrorText) : '#VALUE!');
    }
    case 'd':
      return serialOf(text, context.dateSystem);
    default: {
      if (text.trim() === '') return null;
      const number = Number(text);
      return Number.isNaN(number) ? unescapeXml(text) : number;
    }
  }
}

/** ISO 8601 date cells (written by strict files) → serial of the date system; other text stays text. */
function serialOf(text: string, dateSystem: 1900 | 1904): ModelValue {
  const days = Date.parse(/\dT/.test(text) && !/Z|[+-]\d\d:?\d\d$/.test(text) ? `${text}Z` : text) / 86_400_000;
  if (Number.isNaN(days)) return text;
  if (dateSystem === 1904) return days + 24_107;
  const serial = days + 25_569;
  return serial < 61 ? serial - 1 : serial;
}

/** What of a sheet is to be written. */
export interface CellChanges {
  readonly cells: ReadonlyMap<number, ReadonlySet<number>>;
  /** Heights and hidden rows too. */
  readonly rows: boolean;
}

/** What writing needs to know of the rest of the file. */
export interface WriteContext {
  readonly styleNumber: (style: ModelCell['style'], present?: number) => number;
  /** Number of the cell metadata that says "dynamic array"; asked only when a cell needs it. */
  readonly dynamicArray: () => number;
  /** The name of the table a cell stands in. */
  readonly tableAt: (row: number, column: number) => string | null;
}

/** Errors that older readers do not know are kept as the nearest one they do. */
const STORED_ERROR: Partial<Record<ErrorText, string>> = { '#SPILL!': '#VALUE!', '#CALC!': '#VALUE!', '#BUSY!': '#N/A' };

/**
 * The cells' text with the sheet's changed cells in it. Rows and cells that were not changed stay as they
 * are. A cell whose formula is the one the file holds keeps the file's own formula element.
 */
export function writeCells(data: string, sheet: ModelSheet, changes: CellChanges, context: WriteContext): string {
  const changed = new Map<number, Set<number>>();
  for (const [row, columns] of changes.cells) changed.set(row, new Set(columns));
  ungroup(data, sheet, changed);
  const rowsToSet = changes.rows ? new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows]) : new Set<number>();
  const output: string[] = [];
  let at = 0;
  let nextRow = 0;
  const pending = [...new Set([...changed.keys(), ...rowsToSet])].sort((a, b) => a - b);
  let waiting = 0;
  const writeWaiting = (before: number) => {
    for (; waiting < pending.length && (pending[waiting] as number) < before; waiting++) {
      const row = pending[waiting] as number;
      output.push(newRow(row));
    }
  };
  const newRow = (row: number): string => {
    const content = [...(changed.get(row) ?? [])].sort((a, b) => a - b).map((column) => cellText(row, column, null)).join('');
    const attributes = rowAttributes(` r="${row + 1}"`, row);
    if (!content && attributes === ` r="${row + 1}"`) return '';
    return content ? `<row${attributes}>${content}</row>` : `<row${attributes}/>`;
  };
  const rowAttributes = (attributes: string, row: number): string => {
    if (!changes.rows) return attributes;
    const height = sheet.rowHeights.get(row);
    const before = attribute(attributes, 'ht');
    let result = attributes;
    if (height === undefined && before !== undefined) result = withAttributes(result, { ht: null, customHeight: null });
    else if (height !== undefined && Number(before) !== height) result = withAttributes(result, { ht: height, customHeight: 1 });
    const hidden = sheet.hiddenRows.has(row);
    if (hidden !== isOn(attribute(attributes, 'hidden'))) result = withAttributes(result, { hidden: hidden ? 1 : null });
    return result;
  };
  const cellText = (row: number, column: number, old: Piece | null): string => {
    const cell = sheet.cell(row, column);
    const present = old ? Number(attribute(old.attributes, 's') ?? 0) : undefined;
    const style = cell ? context.styleNumber(cell.style, present) : 0;
    const reference = ` r="${cellAddress(row, column)}"${style ? ` s="${style}"` : ''}`;
    if (!cell || (cell.value === null && cell.formula === undefined)) return style ? `<c${reference}/>` : '';
    let extra = '';
    let formula = '';
    if (cell.formula !== undefined && !cell.spilledFrom) {
      const kept = old ? keptFormula(old, cell) : null;
      if (kept) {
        formula = kept.formula;
        extra = kept.metadata;
      } else {
        const text = escapeText(storedFormula(cell.formula, context.tableAt(row, column)));
        if (cell.spill || isDynamic(cell.formula)) {
          const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
          const last = cellAddress(row + rows - 1, column + columns - 1);
          const ref = rows === 1 && columns === 1 ? last : `${cellAddress(row, column)}:${last}`;
          formula = `<f t="array" ref="${ref}">${text}</f>`;
          extra = ` cm="${context.dynamicArray()}"`;
        } else formula = `<f>${text}</f>`;
      }
    }
    const value = cell.value;
    if (value === null) return `<c${reference}${extra}>${formula}</c>`;
    if (typeof value === 'number') return Number.isFinite(value) ? `<c${reference}${extra}>${formula}<v>${value}</v></c>` : `<c${reference} t="e"${extra}>${formula}<v>#NUM!</v></c>`;
    if (typeof value === 'boolean') return `<c${reference} t="b"${extra}>${formula}<v>${value ? 1 : 0}</v></c>`;
    if (value instanceof CellError) return `<c${reference} t="e"${extra}>${formula}<v>${STORED_ERROR[value.error] ?? value.error}</v></c>`;
    const text = escapeText(escapeCharacters(value));
    const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : '';
    if (formula || cell.spilledFrom) return `<c${reference} t="str"${extra}>${formula}<v${space}>${text}</v></c>`;
    return `<c${reference} t="inlineStr"${extra}><is><t${space}>${text}</t></is></c>`;
  };

  for (const line of pieces(ROW, data)) {
    const number = attribute(line.attributes, 'r');
    const row = number === undefined ? nextRow : Number(number) - 1;
    nextRow = row + 1;
    output.push(data.slice(at, line.start));
    writeWaiting(row);
    if (pending[waiting] === row) waiting++;
    at = line.end;
    const columns = changed.get(row);
    const attributes = rowAttributes(line.attributes, row);
    if (!columns && attributes === line.attributes) {
      output.push(data.slice(line.start, line.end));
      continue;
    }
    const content = columns ? rewriteRow(line.content ?? '', row, [...columns].sort((a, b) => a - b), cellText) : (line.content ?? '');
    const tag = withAttributes(number === undefined ? ` r="${row + 1}"${attributes}` : attributes, columns ? { spans: null } : {});
    output.push(content ? `<row${tag}>${content}</row>` : `<row${tag}/>`);
  }
  output.push(data.slice(at));
  writeWaiting(Infinity);
  return output.join('');
}

function rewriteRow(content: string, row: number, columns: number[], cellText: (row: number, column: number, old: Piece | null) => string): string {
  let result = '';
  let at = 0;
  let next = 0;
  let waiting = 0;
  for (const piece of pieces(CELL, content)) {
    const reference = attribute(piece.attributes, 'r');
    const column = reference === undefined ? next : (parseCell(reference)?.column ?? next);
    next = column + 1;
    result += content.slice(at, piece.start);
    at = piece.end;
    for (; waiting < columns.length && (columns[waiting] as number) < column; waiting++) result += cellText(row, columns[waiting] as number, null);
    if (columns[waiting] === column) {
      result += cellText(row, column, piece);
      waiting++;
    } else if (reference === undefined) result += content.slice(piece.start, piece.end).replace('<c', `<c r="${cellAddress(row, column)}"`);
    else result += content.slice(piece.start, piece.end);
  }
  for (; waiting < columns.length; waiting++) result += cellText(row, columns[waiting] as number, null);
  return result + content.slice(at);
}

/** The file's own formula element, where it still says what the cell says. */
function keptFormula(old: Piece, cell: ModelCell): { formula: string; metadata: string } | null {
  const found = old.content ? /<f(\s[^>]*?)?(?:\/>|>[\s\S]*?<\/f>)/.exec(old.content) : null;
  const parsed = old.content ? formulaIn(old.content) : null;
  if (!found || !parsed) return null;
  const kind = attribute(parsed.attributes, 't');
  const metadata = attribute(old.attributes, 'cm');
  if (kind === 'shared') return null;
  if (!parsed.text || shownFormula(parsed.text) !== cell.formula) return null;
  if (kind === 'array') {
    const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
    const range = parseRange(attribute(parsed.attributes, 'ref') ?? '');
    if (metadata !== undefined && (range?.rows !== rows || range.columns !== columns)) return null;
  } else if (cell.spill) return null;
  return { formula: found[0], metadata: metadata === undefined ? '' : ` cm="${metadata}"` };
}

/**
 * A shared formula stands in one cell of its group only. Where a cell of a group is changed, the whole
 * group is written out cell by cell, from the model.
 */
function ungroup(data: string, sheet: ModelSheet, changed: Map<number, Set<number>>): void {
  const groups = new Map<string, { row: number; column: number }[]>();
  const touched = new Set<string>();
  if (changed.size === 0 || !data.includes('t="shared"')) return;
  let nextRow = 0;
  for (const line of pieces(ROW, data)) {
    const row = Number(attribute(line.attributes, 'r') ?? nextRow + 1) - 1;
    nextRow = row + 1;
    if (!line.content?.includes('t="shared"')) continue;
    let next = 0;
    for (const piece of pieces(CELL, line.content)) {
      const column = parseCell(attribute(piece.attributes, 'r') ?? '')?.column ?? next;
      next = column + 1;
      const formula = piece.content ? formulaIn(piece.content) : null;
      if (!formula || attribute(formula.attributes, 't') !== 'shared') continue;
      const group = attribute(formula.attributes, 'si') ?? '';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group)?.push({ row, column });
      if (changed.get(row)?.has(column)) touched.add(group);
    }
  }
  for (const group of touched) {
    for (const { row, column } of groups.get(group) ?? []) {
      if (!sheet.cell(row, column)) continue;
      if (!changed.has(row)) changed.set(row, new Set());
      changed.get(row)?.add(column);
    }
  }
}
