/**
 * How wide text prints in Calibri, so that what does not fit a cell can be cut before Excel does it.
 * Carlito has the same advance widths and stands in for Calibri where that is missing.
 */

/** Units of the advance widths per em. */
const EM = 2048;
const FIRST = 32;

/** Advance widths of the characters 32 … 126, and of the others that reports use. */
const ADVANCES = {
  regular: [
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038,
    548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941,
    998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076,
    1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
  ],
  bold: [
    463, 667, 898, 1020, 1038, 1493, 1443, 478, 638, 638, 1020, 1020, 528, 627, 547, 880, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038,
    565, 565, 1020, 1020, 1020, 949, 1840, 1241, 1148, 1084, 1291, 999, 940, 1305, 1292, 546, 678, 1120, 866, 1790, 1349, 1385, 1090, 1405, 1153, 968,
    1014, 1337, 1211, 1856, 1128, 1064, 979, 665, 880, 665, 1020, 1020, 615, 1011, 1099, 857, 1099, 1031, 648, 971, 1099, 503, 523, 983, 503, 1666, 1099,
    1101, 1099, 1099, 728, 817, 710, 1099, 969, 1526, 941, 970, 814, 704, 973, 704, 1020,
  ],
};
const OTHERS = '–—…·•×÷≥≤−“”‘’„€£¥◊○ßæøÆØ§°±«»';
const OTHER_ADVANCES = {
  regular: [
    1020, 1854, 1414, 517, 1020, 1020, 1020, 1020, 1020, 1020, 857, 857, 511, 511, 857, 1038, 1038, 1038, 1046, 1126, 1080, 1583, 1084, 1563, 1359, 1020,
    694, 1020, 1049, 1049,
  ],
  bold: [
    1020, 1854, 1457, 548, 1020, 1020, 1020, 1020, 1020, 1020, 891, 891, 528, 528, 891, 1038, 1038, 1038, 1093, 1126, 1136, 1587, 1114, 1588, 1394, 1020,
    701, 1020, 1103, 1103,
  ],
};

/** What a character that is in neither list may take: a wide Latin letter; an ideograph or symbol takes a whole em. */
const UNKNOWN_LATIN = 1300;

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * The width of one line of text in points. Kerning and ligatures, which only make it narrower, are left out.
 *
 * @example textWidth('Missed', { size: 11, bold: true }) // 32.53
 */
export function textWidth(text: string, style: TextStyle): number {
  const face = style.bold ? 'bold' : 'regular';
  const basic = ADVANCES[face];
  let units = 0;
  for (let at = 0; at < text.length; at++) {
    const known = basic[text.charCodeAt(at) - FIRST];
    if (known !== undefined) {
      units += known;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    units += advance(character, face);
    at += character.length - 1;
  }
  return (units / EM) * style.size;
}

/**
 * Text that fits a width: as it is, or cut after a word with an ellipsis. A first word that alone is too
 * long is cut inside.
 *
 * @param width points of text, without the cell's own margins
 * @example fitted('The card gateway’s certificate had expired', 100, { size: 11 }) // 'The card gateway’s…'
 */
export function fitted(text: string, width: number, style: TextStyle): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (textWidth(line, style) <= width) return line;
  const words = line.split(/(?<=\S)\s+/);
  for (let count = Math.min(words.length - 1, mostThatFit(words, width, style)); count > 0; count--) {
    const cut = `${words.slice(0, count).join(' ').replace(/[,;:.·–-]+$/, '')}…`;
    if (textWidth(cut, style) <= width) return cut;
  }
  const letters = [...(words[0] ?? '')];
  const room = width - textWidth('…', style);
  return `${letters.slice(0, Math.max(1, lettersThatFit(letters, room, style))).join('')}…`;
}

/** How many of the words may stand in a width: one more than surely fit, as a mark at their end may go before the ellipsis. */
function mostThatFit(words: readonly string[], width: number, style: TextStyle): number {
  let used = 0;
  const space = textWidth(' ', style);
  for (const [at, word] of words.entries()) {
    if (used > width) return at;
    used += textWidth(word, style) + space;
  }
  return words.length;
}

/** How many letters, from the first on, a width holds. */
function lettersThatFit(letters: readonly string[], width: number, style: TextStyle): number {
  let used = 0;
  for (const [at, letter] of letters.entries()) {
    used += textWidth(letter, style);
    if (used > width) return at;
  }
  return letters.length;
}

/**
 * Text broken into lines as a wrapping cell breaks it: between words, and inside a word only where it
 * alone is wider than the cell.
 *
 * @example wrapped('one two three', 40, { size: 11 }) // ['one two', 'three']
 */
export function wrapped(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  const space = textWidth(' ', style);
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/[ \t]+/)) {
      const more = textWidth(word, style) + (line === '' ? 0 : space);
      if (used + more <= width) {
        line = line === '' ? word : `${line} ${word}`;
        used += more;
        continue;
      }
      if (line !== '') lines.push(line);
      let letters = [...word];
      for (let length = lettersThatFit(letters, width, style); length < letters.length && letters.length > 1; length = lettersThatFit(letters, width, style)) {
        lines.push(letters.slice(0, Math.max(1, length)).join(''));
        letters = letters.slice(Math.max(1, length));
      }
      line = letters.join('');
      used = textWidth(line, style);
    }
    lines.push(line);
  }
  return lines;
}

/** Text that fits so many wrapped lines: as it is, or the last line cut after a word with an ellipsis. */
export function fittedLines(text: string, width: number, lines: number, style: TextStyle): string {
  const all = wrapped(text.trim(), width, style);
  if (all.length <= lines) return text.trim();
  const kept = all.slice(0, lines - 1);
  return [...kept, fitted(all.slice(lines - 1).join(' '), width, style)].join(' ');
}

/** The advance of a character that is not in the first list. */
function advance(character: string, face: 'regular' | 'bold'): number {
  const code = character.codePointAt(0) ?? 0;
  const other = OTHERS.indexOf(character);
  if (other >= 0) return OTHER_ADVANCES[face][other] ?? EM;
  if (code === 0xa0) return ADVANCES[face][0] ?? EM;
  const base = character.normalize('NFD').codePointAt(0) ?? 0;
  if (base !== code) return ADVANCES[face][base - FIRST] ?? UNKNOWN_LATIN;
  return code < 0x2000 ? UNKNOWN_LATIN : EM;
}
