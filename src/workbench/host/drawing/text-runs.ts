/** Text of shapes as runs of one look each. */
import type { ShapeFont, ShapeRun } from '../model';

export const textOf = (runs: readonly ShapeRun[]): string => runs.map(({ text }) => text).join('');

/** The parts of runs that lie between two characters; of an empty text, the empty run. */
export function runsBetween(runs: readonly ShapeRun[], from: number, to: number): ShapeRun[] {
  const found: ShapeRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') found.push({ ...run, text });
    at += run.text.length;
  }
  const empty = { text: '', font: runs[0]!.font };
  return found.length > 0 ? found : [empty];
}

/** Neighbours of one look joined, empty runs left out; at least one run is left. */
function tidied(runs: readonly ShapeRun[]): ShapeRun[] {
  const joined: ShapeRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && JSON.stringify(last.font) === JSON.stringify(run.font)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') joined.push(run);
  }
  return joined.length > 0 ? joined : [{ ...runs[0]!, text: '' }];
}

const around = (runs: readonly ShapeRun[], from: number, to: number) => {
  const length = textOf(runs).length;
  return {
    before: from > 0 ? runsBetween(runs, 0, from) : [],
    within: runsBetween(runs, from, to),
    after: to < length ? runsBetween(runs, to, length) : [],
  };
};

/** Changes the look of the characters from one to before another. */
export function withFont(runs: readonly ShapeRun[], from: number, to: number, change: Partial<ShapeFont>): ShapeRun[] {
  const { before, within, after } = around(runs, from, to);
  return tidied([...before, ...within.map((run) => ({ ...run, font: { ...run.font, ...change } })), ...after]);
}

/** Puts other text in the place of some: it looks as the first character there did. */
export function withText(runs: readonly ShapeRun[], from: number, to: number, text: string): ShapeRun[] {
  const { before, within, after } = around(runs, from, to);
  return tidied([...before, { ...within[0]!, text }, ...after]);
}

/** Runs by paragraph; an empty paragraph has one empty run. */
export function paragraphsOf(runs: readonly ShapeRun[]): ShapeRun[][] {
  const paragraphs: ShapeRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)!.push({ ...run, text });
    });
  }
  return paragraphs.map((paragraph) => {
    const shown = paragraph.filter(({ text }) => text !== '');
    return shown.length > 0 ? shown : [paragraph[0]!];
  });
}
