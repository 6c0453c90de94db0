/** Lists of names in one cell, or in as many lines as they take. */
import { listOf, numberText } from '../../domain/performance/phrases';
import type { CellStyle } from '../sheet';
import { CELL_MARGIN } from '../style';
import { fitted, textWidth } from '../text-width';

/** Names among which one that fits is looked for. */
const MOST_TRIED = 12;

/**
 * As many names as fit a width, and how many more there are: from the first on, or one of the others where
 * the first is too long; where none of the first few fits, the first is cut.
 *
 * @param width of the cell in points, its margins included
 * @param total how many names there are, where only the first of them are given
 * @example namesThatFit(['E-mail', 'ATM Network', 'Loan Origination', 'Branch Teller'], 150, STYLE.detail) // 'E-mail, ATM Network and 2 more'
 */
export function namesThatFit(names: readonly string[], width: number, style: CellStyle, total = names.length): string {
  const [first] = names;
  if (first === undefined) return '';
  const font = { size: style.size ?? 11, bold: style.bold ?? false };
  const room = width - CELL_MARGIN - (style.indent ?? 0) * 8;
  const wide = (text: string): number => textWidth(text, font);
  let shown = 0;
  let used = 0;
  for (const [at, name] of names.entries()) {
    const left = total - at - 1;
    const upTo = used + wide(at === 0 ? '' : left === 0 ? ' and ' : ', ') + wide(name);
    if (upTo + (left === 0 ? 0 : wide(` ${more(left)}`)) <= room) shown = at + 1;
    // All of them may be shorter than all but one and a count.
    else if (left > 1) break;
    used = upTo;
  }
  if (shown === total) return listOf(names);
  if (shown > 0) return `${names.slice(0, shown).join(', ')} ${more(total - shown)}`;
  if (total === 1) return fitted(first, room, font);
  const after = ` ${more(total - 1)}`;
  const other = names.slice(0, MOST_TRIED).find((name) => wide(`${name}${after}`) <= room);
  if (other !== undefined) return `${other}${after}`;
  return `${fitted(first, room - textWidth(after, font), font)}${after}`;
}

/** A sentence that ends with as many names as fit. @example sentenceOfNames('Carries ', ['E-mail', 'Fax'], 600, STYLE.detail) // 'Carries E-mail and Fax.' */
export function sentenceOfNames(start: string, names: readonly string[], width: number, style: CellStyle): string {
  const taken = textWidth(`${start}.`, { size: style.size ?? 11, bold: style.bold ?? false });
  return `${start}${namesThatFit(names, width - taken, style)}.`;
}

/**
 * All names, separated by commas, in as few lines as hold them; no name is broken.
 *
 * @param start what stands before the first one
 * @param most lines there may be; the last of them then ends with how many more names there are
 * @param total how many names there are, where only the first of them are given
 * @example linesOfNames('Also down: ', ['E-mail', 'ATM Network', 'Fax'], 120, STYLE.detail, 1) // ['Also down: E-mail and 2 more']
 */
export function linesOfNames(start: string, names: readonly string[], width: number, style: CellStyle, most = Infinity, total = names.length): string[] {
  const font = { size: style.size ?? 11, bold: style.bold ?? false };
  const room = width - CELL_MARGIN - (style.indent ?? 0) * 8;
  const space = textWidth(' ', font);
  const lines: string[] = [];
  let used = 0;
  let firstOfLine = 0;
  /** Names that stand in the lines. */
  let given = 0;
  for (const [at, name] of names.entries()) {
    const text = `${at === 0 ? start : ''}${name}${at < total - 1 ? ',' : ''}`;
    const more = textWidth(text, font);
    if (at > 0 && used + space + more <= room) {
      lines[lines.length - 1] += ` ${text}`;
      used += space + more;
      given = at + 1;
      continue;
    }
    if (lines.length === most) break;
    lines.push(text);
    used = more;
    firstOfLine = at;
    given = at + 1;
  }
  if (given < total) {
    const before = lines.length === 1 ? start : '';
    lines[lines.length - 1] = `${before}${namesThatFit(names.slice(firstOfLine), width - textWidth(before, font), style, total - firstOfLine)}`;
  }
  return lines;
}

function more(count: number): string {
  return `and ${numberText(count, 0)} more`;
}
