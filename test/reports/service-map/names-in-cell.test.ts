import { linesOfNames, namesThatFit, sentenceOfNames } from '../../../src/reports/service-map/names-in-cell';
import { CELL_MARGIN } from '../../../src/reports/style';
import { textWidth } from '../../../src/reports/text-width';

const style = { size: 10 };
const widthFor = (text: string): number => textWidth(text, style) + CELL_MARGIN + 0.01;
const NAMES = ['Treasury Settlement', 'E-mail', 'ATM Network', 'Fax'];

test.each([
  ['Treasury Settlement, E-mail, ATM Network and Fax'],
  ['Treasury Settlement, E-mail and 2 more'],
  ['Treasury Settlement and 3 more'],
  // The first is too long, the second is not.
  ['E-mail and 3 more'],
  ['Fax and 3 more'],
])('as many names as fit: %s', (text) => {
  expect(namesThatFit(NAMES, widthFor(text), style)).toBe(text);
});

test('a name is cut only where none fits, and one that stands alone to the whole width', () => {
  expect(namesThatFit(NAMES, widthFor('Fa and 3 more'), style)).toMatch(/^T\p{L}*… and 3 more$/u);
  expect(namesThatFit(['Treasury Settlement'], widthFor('Treasury…'), style)).toBe('Treasury…');
  expect(namesThatFit([], 100, style)).toBe('');
});

test('an indent takes its room', () => {
  expect(namesThatFit(['Fax', 'Ink'], widthFor('Fax and Ink'), { ...style, indent: 1 })).not.toBe('Fax and Ink');
  expect(namesThatFit(['Fax', 'Ink'], widthFor('Fax and Ink') + 8, { ...style, indent: 1 })).toBe('Fax and Ink');
});

test('a sentence keeps room for its start and its full stop', () => {
  expect(sentenceOfNames('Carries ', ['Fax', 'Ink'], widthFor('Carries Fax and Ink.'), style)).toBe('Carries Fax and Ink.');
  expect(sentenceOfNames('Carries ', ['Fax', 'Facsimile'], widthFor('Carries Fax and Facsimile'), style)).toBe('Carries Fax and 1 more.');
});

test('lines hold all names, none broken', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Service number ${index}`);
  const lines = linesOfNames('Used by ', names, 300, style);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.join(' ')).toBe(`Used by ${names.join(', ')}`);
  expect(lines.filter((line) => textWidth(line, style) > 300 - CELL_MARGIN)).toEqual([]);
  expect(lines.slice(0, -1).filter((line) => !/Service number \d+,$/.test(line))).toEqual([]);
  expect(linesOfNames('Used by ', [], 300, style)).toEqual([]);
});

test('of many lines as many as are wanted, the last with how many names do not stand there', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Service number ${index}`);
  const all = linesOfNames('Used by ', names, 300, style);
  expect(linesOfNames('Used by ', names, 300, style, all.length)).toEqual(all);
  for (const most of [1, 2, 5]) {
    const lines = linesOfNames('Used by ', names, 300, style, most);
    expect(lines.slice(0, -1)).toEqual(all.slice(0, most - 1));
    expect(lines.filter((line) => textWidth(line, style) > 300 - CELL_MARGIN)).toEqual([]);
    const [, named, left] = /^(.*) and (\d+) more$/.exec(lines.join(' '))!;
    expect(lines).toHaveLength(most);
    // Those that are named and those that are counted are all of them.
    expect(named).toBe(`Used by ${names.slice(0, names.length - Number(left)).join(', ')}`);
  }
});

test('where only the first names are given, what is shown is the same as of all', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Service number ${index}`);
  for (const width of [60, 110, 150, 300]) {
    expect(namesThatFit(names.slice(0, 12), width, style, 40)).toBe(namesThatFit(names, width, style));
    expect(linesOfNames('', names.slice(0, 12), width, style, 2, 40)).toEqual(linesOfNames('', names, width, style, 2));
  }
  // Fewer than the lines would hold: what is not given is counted.
  expect(linesOfNames('Used by ', names.slice(0, 2), 600, style, 2, 40)).toEqual(['Used by Service number 0, Service number 1 and 38 more']);
});
