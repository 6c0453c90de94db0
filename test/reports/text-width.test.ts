import { fitted, fittedLines, textWidth, wrapped } from '../../src/reports/text-width';

const BODY = { size: 11 };

describe('textWidth', () => {
  // Sums of the advance widths in the font files of Carlito Regular and Bold, read with fontTools.
  test.each([
    ['Missed', 11, true, 32.533],
    ['The card gateway', 11, false, 78.837],
    ['≥ 99.95%', 11, false, 40.906],
    ['Überprüfung', 10, false, 52.393],
  ])('%s at %d pt', (text, size, bold, expected) => {
    expect(textWidth(text, { size, bold })).toBeCloseTo(expected, 2);
  });

  test('what is in neither list is never taken for narrow: an ideograph is a whole em', () => {
    expect(textWidth('漢', { size: 10 })).toBe(10);
    expect(textWidth('✕', { size: 10 })).toBe(10);
  });
});

describe('fitted', () => {
  test('leaves what fits, cuts the rest after a word', () => {
    expect(fitted('short', 100, BODY)).toBe('short');
    const cut = fitted('The card gateway’s certificate had expired', 120, BODY);
    expect(cut).toBe('The card gateway’s…');
    expect(textWidth(cut, BODY)).toBeLessThanOrEqual(120);
  });

  test('cuts a single long word inside, and never leaves punctuation before the ellipsis', () => {
    expect(fitted('Donaudampfschifffahrtsgesellschaft', 60, BODY)).toMatch(/^Donaud\p{L}*…$/u);
    expect(fitted('first, second third', 45, BODY)).toBe('first…');
  });

  test('line breaks of a cell become spaces', () => {
    expect(fitted('one\r\ntwo', 100, BODY)).toBe('one two');
  });
});

describe('wrapped and fittedLines', () => {
  test('breaks between words', () => {
    expect(wrapped('one two three', 45, BODY)).toEqual(['one two', 'three']);
  });

  test('breaks inside a word that alone is too wide', () => {
    const lines = wrapped('Donaudampfschifffahrtsgesellschaft', 60, BODY);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('Donaudampfschifffahrtsgesellschaft');
    for (const line of lines) expect(textWidth(line, BODY)).toBeLessThanOrEqual(60);
  });

  test('cuts what needs more lines, so that it then wraps into them', () => {
    const text = 'Tue 20 Oct, 09:10–10:21. The hub switch failed and its standby did not take over. 71 min (budget 28 min). And much more was said about it afterwards.';
    const cut = fittedLines(text, 240, 2, BODY);
    expect(cut).toMatch(/…$/);
    expect(wrapped(cut, 240, BODY)).toHaveLength(2);
    expect(fittedLines('short', 240, 2, BODY)).toBe('short');
  });
});
