/** An .xlsx as others see it: its parts, and its cells by a reader that is not ours. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

/** What a cell holds for a foreign reader; blank is null. */
export type ForeignCell = string | number | boolean | Date | null;

export interface ForeignSheet {
  readonly name: string;
  readonly charts: number;
  /** By row and column, from 0. */
  readonly rows: readonly (readonly ForeignCell[])[];
}

/** Reading a large file takes a second: each is read once. */
const read = new Map<string, Promise<ForeignSheet[]>>();

/** Every sheet of the file, in its order. */
export function foreignSheets(file: string): Promise<ForeignSheet[]> {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const known = read.get(key) ?? readXlsx(readFileSync(file)).then(({ sheets }) => sheets.map((sheet) => ({ name: sheet.name, charts: sheet.charts?.length ?? 0, rows: sheet.rows as ForeignSheet['rows'] })));
  read.set(key, known);
  return known;
}

export async function foreignSheet(file: string, name: string): Promise<ForeignSheet> {
  const sheet = (await foreignSheets(file)).find((one) => one.name === name);
  if (!sheet) throw new Error(`${file} has no sheet ${name}`);
  return sheet;
}

/** All that a sheet holds, a line per row, no-break spaces as plain ones. */
export const textOf = ({ rows }: ForeignSheet): string => rows.map((row) => row.filter((value) => value !== null && value !== '').join(' | ')).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

/** The rows below a header row that begins with these cells, up to the first blank row, by heading. */
export function recordsBelow({ name, rows }: ForeignSheet, ...header: readonly string[]): Record<string, ForeignCell>[] {
  for (const [top, row] of rows.entries()) {
    const left = row.indexOf(header[0]!);
    if (left < 0 || header.some((text, at) => row[left + at] !== text)) continue;
    const heads = row.slice(left);
    const below = rows.slice(top + 1).map((cells) => cells.slice(left, left + heads.length));
    const blank = below.findIndex((cells) => (cells[0] ?? '') === '');
    return below.slice(0, blank < 0 ? below.length : blank).map((cells) => Object.fromEntries(heads.flatMap((head, at) => (head === null || head === '' ? [] : [[String(head), cells[at] ?? null]]))));
  }
  throw new Error(`${name} has no header ${header.join(', ')}`);
}

/** Parts by name, as text. */
export function packageParts(file: string): Map<string, string> {
  return new Map(Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Sheet name → name of its part, through the workbook's relationships. */
export function sheetParts(parts: ReadonlyMap<string, string>): Map<string, string> {
  const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const targets = new Map((parts.get('xl/_rels/workbook.xml.rels') ?? '').match(/<Relationship [^>]*>/g)?.map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const tags = (parts.get('xl/workbook.xml') ?? '').match(/<sheet [^>]*>/g) ?? [];
  return new Map(tags.map((tag) => [attribute(tag, 'name').replaceAll('&amp;', '&'), (targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/(xl\/)?|^/, 'xl/')]));
}

/** Changes one part of a file, as another program might. */
export function changePart(file: string, name: string, change: (text: string) => string): void {
  const parts = unzipSync(readFileSync(file));
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`${name} was not changed`);
  writeFileSync(file, zipSync({ ...parts, [name]: strToU8(after) }));
}
