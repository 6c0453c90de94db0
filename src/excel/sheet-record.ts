/**
 * What Plumbline remembers on a sheet that it wrote, as worksheet custom properties: whose sheet it
 * is, so that it is found again under any name, and what was written, so that a later run knows what
 * people changed and can put charts and tables back.
 */
import type { Work } from '../domain/work';
import type { SheetModel } from '../reports/sheet';
import type { Content, SheetState } from './sheet-state';

/** Small, read on every sheet of the workbook. */
export interface SheetMark {
  readonly kind: string;
  readonly subject: string;
  /** The block that was written, from A1. */
  readonly rows: number;
  readonly columns: number;
}

/** What of a sheet stands beside its cells. Names of tables, charts and shapes are those in the workbook. */
export type Layout = Pick<SheetModel, 'merges' | 'charts' | 'drawing' | 'dataBars' | 'tables' | 'validations'>;

/** Read only on sheets that are about to be rewritten. */
export interface SheetRecord {
  readonly layout: Layout;
  /** A line per row, a code per cell: `.` for blank, else three characters. */
  readonly cells: readonly string[];
}

export const MARK_PROPERTY = 'Plumbline';
export const RECORD_PROPERTY = 'PlumblineWritten';

export function layoutOf({ merges, charts, drawing, dataBars, tables, validations }: Layout): Layout {
  return { merges, charts, ...(drawing ? { drawing } : {}), dataBars, tables, validations };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Fowler–Noll–Vo 1a, folded to 18 bits: one changed cell in 262,144 goes unnoticed. */
function code(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const folded = ((hash >>> 18) ^ hash) & 0x3ffff;
  return ALPHABET[folded >> 12]! + ALPHABET[(folded >> 6) & 63]! + ALPHABET[folded & 63]!;
}

function contentCode(content: Content): string {
  if (content === 'blank' || content === 'leave') return '.';
  if (typeof content !== 'object') return code(`${typeof content}:${content}`);
  if ('text' in content) return code(`text:${content.text}`);
  if ('error' in content) return code(`error:${content.error}`);
  // Excel writes formulas its own way: spaces, capitals, quotes around sheet names.
  return code(`formula:${content.formula.replace(/[\s'$]/g, '').toUpperCase()}`);
}

/** What is remembered of a sheet. Gives way after every row. */
export function* recordOf(layout: Layout, state: SheetState): Work<SheetRecord> {
  const cells: string[] = [];
  for (const row of state.contents) {
    cells.push(row.map(contentCode).join('').replace(/\.+$/, ''));
    yield;
  }
  return { layout, cells };
}

export interface ForeignCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/**
 * The filled cells that are not as Plumbline wrote them: people typed them, or changed them. Gives way after every row.
 * @param record null: nothing is known to be ours
 */
export function* foreignCells(found: SheetState, record: SheetRecord | null): Work<ForeignCell[]> {
  const foreign: ForeignCell[] = [];
  for (const [row, contents] of found.contents.entries()) {
    const codes = (record?.cells[row] ?? '').match(/\.|[^.]{3}/g) ?? [];
    contents.forEach((content, column) => {
      if (content !== 'blank' && content !== 'leave' && contentCode(content) !== (codes[column] ?? '.')) foreign.push({ row, column, content });
    });
    yield;
  }
  return foreign;
}

/** A property's text as what it was; null where it is not ours or cannot be read. */
export function parseMark(text: string): SheetMark | null {
  try {
    const mark = JSON.parse(text) as Partial<SheetMark> | null;
    if (typeof mark?.kind !== 'string' || typeof mark.subject !== 'string' || !Number.isInteger(mark.rows) || !Number.isInteger(mark.columns)) return null;
    return mark as SheetMark;
  } catch {
    return null;
  }
}

export function parseRecord(text: string): SheetRecord | null {
  try {
    const record = JSON.parse(text) as Partial<SheetRecord> | null;
    return record?.layout && Array.isArray(record.cells) ? (record as SheetRecord) : null;
  } catch {
    return null;
  }
}
