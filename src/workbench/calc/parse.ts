/** Formula text (as Excel shows it, in English, with commas) → a tree. */
import type { ErrorText, ModelRange } from '../host/model';
import { parseRange } from '../xlsx/addresses';

export type Node =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'error'; readonly error: ErrorText }
  /** An argument that was left out. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly range: ModelRange }
  /** `A1#` */
  | { readonly kind: 'spill'; readonly of: Node }
  | { readonly kind: 'structured'; readonly table: string | null; readonly specifier: Specifier }
  | { readonly kind: 'name'; readonly sheet: string | null; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '%' | '@'; readonly of: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] };

/** What stands between the brackets of a structured reference. */
export interface Specifier {
  /** `all`, `data`, `headers`, `totals`, `this row`, in lower case. */
  readonly items: readonly string[];
  /** First and last column; none: all columns. */
  readonly columns: readonly [string, string] | null;
}

export class FormulaSyntaxError extends Error {}

const ERROR = /#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!)/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const ROWS = /\$?\d{1,7}:\$?\d{1,7}(?![\d.])/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const CELLS = /\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])/uy;
const COLUMNS = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(])/uy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const BRACKETS = /\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/uy;
const SPACE = /[ \n\r\t]*/y;

const LEVELS: readonly (readonly string[])[] = [['<=', '>=', '<>', '=', '<', '>'], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** Throws {@link FormulaSyntaxError} where the text is no formula (or uses what is not understood, as links to other files). */
export function parseFormula(formula: string): Node {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  let at = 0;

  const fail = (): never => {
    throw new FormulaSyntaxError(`Not understood from character ${at + 1}: ${text}`);
  };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const skip = () => void take(SPACE);
  const accept = (symbol: string): boolean => {
    skip();
    if (!text.startsWith(symbol, at)) return false;
    at += symbol.length;
    return true;
  };
  const expect = (symbol: string) => {
    if (!accept(symbol)) fail();
  };

  const level = (depth: number): Node => {
    const symbols = LEVELS[depth];
    if (!symbols) return prefixed();
    let left = level(depth + 1);
    for (;;) {
      const operator = symbols.find((symbol) => accept(symbol));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: level(depth + 1) };
    }
  };

  const prefixed = (): Node => {
    for (const operator of ['-', '+', '@'] as const) if (accept(operator)) return { kind: 'unary', operator, of: prefixed() };
    let node = range();
    while (accept('%')) node = { kind: 'unary', operator: '%', of: node };
    return node;
  };

  const range = (): Node => {
    let node = primary();
    for (;;) {
      if (text.charAt(at) === '#' && (node.kind === 'reference' || node.kind === 'name')) {
        at++;
        node = { kind: 'spill', of: node };
      } else if (text.charAt(at) === ':') {
        at++;
        node = { kind: 'binary', operator: ':', left: node, right: primary() };
      } else return node;
    }
  };

  const primary = (): Node => {
    skip();
    const character = text.charAt(at);
    if (character === '(') {
      at++;
      const inner = level(0);
      expect(')');
      return inner;
    }
    if (character === '{') return arrayLiteral();
    const string = take(TEXT);
    if (string) return { kind: 'value', value: (string[1] ?? '').replace(/""/g, '"') };
    const error = take(ERROR);
    if (error) return { kind: 'error', error: error[0] as ErrorText };
    if (character === '[') return structured(null);
    const rows = take(ROWS);
    if (rows) return reference(null, rows[0]);
    const number = take(NUMBER);
    if (number) return { kind: 'value', value: Number(number[0]) };
    const sheet = take(SHEET);
    if (sheet) {
      const name = sheet[1]?.replace(/''/g, "'") ?? sheet[2] ?? '';
      if (take(ERROR)) return { kind: 'error', error: '#REF!' };
      const cells = take(CELLS) ?? take(COLUMNS) ?? take(ROWS);
      if (cells) return reference(name, cells[0]);
      const word = take(WORD);
      return word ? { kind: 'name', sheet: name, name: word[0] } : fail();
    }
    const cells = take(CELLS) ?? take(COLUMNS);
    if (cells) return reference(null, cells[0]);
    const word = take(WORD);
    if (!word) return fail();
    if (text.charAt(at) === '(') {
      at++;
      return { kind: 'call', name: word[0].toUpperCase(), args: argumentList() };
    }
    if (text.charAt(at) === '[') return structured(word[0]);
    if (/^(?:TRUE|FALSE)$/i.test(word[0])) return { kind: 'value', value: word[0].toUpperCase() === 'TRUE' };
    return { kind: 'name', sheet: null, name: word[0] };
  };

  const reference = (sheet: string | null, address: string): Node => {
    const found = parseRange(address);
    return found ? { kind: 'reference', sheet, range: found } : { kind: 'error', error: '#REF!' };
  };

  const argumentList = (): Node[] => {
    const args: Node[] = [];
    if (accept(')')) return args;
    for (;;) {
      skip();
      const next = text.charAt(at);
      args.push(next === ',' || next === ')' ? { kind: 'missing' } : level(0));
      if (accept(')')) return args;
      expect(',');
    }
  };

  const arrayLiteral = (): Node => {
    expect('{');
    const rows: Node[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(prefixed());
      if (accept('}')) return { kind: 'array', rows };
      if (accept(';')) rows.push([]);
      else expect(',');
    }
  };

  const structured = (table: string | null): Node => {
    const brackets = take(BRACKETS);
    if (!brackets) return fail();
    return { kind: 'structured', table, specifier: readSpecifier(brackets[0].slice(1, -1)) ?? fail() };
  };

  const tree = level(0);
  skip();
  return at < text.length ? fail() : tree;
}

const ITEMS = new Set(['all', 'data', 'headers', 'totals', 'this row']);

/** The inside of the outer brackets: `#All`, `Start`, `@Item`, `[#Headers],[Start]:[End]`. */
function readSpecifier(inside: string): Specifier | null {
  let rest = inside.trim();
  const items: string[] = [];
  if (rest.startsWith('@')) {
    items.push('this row');
    rest = rest.slice(1).trim();
  }
  if (rest === '') return { items, columns: null };
  if (!rest.startsWith('[')) {
    if (rest.startsWith('#')) return ITEMS.has(rest.slice(1).toLowerCase()) ? { items: [...items, rest.slice(1).toLowerCase()], columns: null } : null;
    const name = plain(rest);
    return { items, columns: [name, name] };
  }
  const parts = [...rest.matchAll(/\[((?:'.|[^[\]'])*)\]\s*([,:]?)/g)];
  const columns: string[] = [];
  for (const [, text = ''] of parts) {
    if (!text.startsWith('#')) columns.push(plain(text));
    else if (ITEMS.has(text.slice(1).toLowerCase())) items.push(text.slice(1).toLowerCase());
    else return null;
  }
  const [first, last = first] = columns;
  return { items, columns: first === undefined || last === undefined ? null : [first, last] };
}

/** An apostrophe takes the next character as it is. */
const plain = (text: string) => text.replace(/'(.)/g, '$1').trim();
