/** Reading cells that lie here and there in long columns: a range for each would be a request too large for Excel. */
import { cut, type Piece, readPieces } from './blocks';
import { PlainError } from './errors';

/** One property of one cell; row and column of the worksheet, from 0. */
export interface AskedCell {
  readonly row: number;
  readonly column: number;
  readonly property: 'formulas' | 'values' | 'numberFormat';
}

interface Span extends Piece {
  readonly column: number;
  readonly property: AskedCell['property'];
}

/** Of some 20 bytes each, in an answer of which the web takes 5 MB. */
const CELLS_PER_ROUND_TRIP = 100_000;
/** Cells closer than this are read with what lies between them: even a full column is then some thousand ranges. */
const ROWS_BETWEEN = 1000;

/** Few spans that hold all cells, which are in order. */
function spansOf(cells: readonly AskedCell[]): Span[] {
  const spans: { row: number; rows: number; columns: 1; column: number; property: AskedCell['property'] }[] = [];
  for (const { row, column, property } of cells) {
    const last = spans.at(-1);
    if (last && last.property === property && last.column === column && row - (last.row + last.rows) < ROWS_BETWEEN) last.rows = Math.max(last.rows, row - last.row + 1);
    else spans.push({ row, rows: 1, columns: 1, column, property });
  }
  return spans;
}

/**
 * What cells hold, in the order in which they are asked; in as few round trips as an answer's size asks for.
 * @throws what Excel throws
 * @example await readCells(context, sheet, [{ row: 1, column: 2, property: 'formulas' }]) // ['=A2'], of C2
 */
export async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet, asked: readonly AskedCell[]): Promise<unknown[]> {
  const sorted = asked.map((cell, index) => ({ ...cell, index })).sort((a, b) => (a.property === b.property ? a.column - b.column || a.row - b.row : a.property < b.property ? -1 : 1));
  const spans = spansOf(sorted).flatMap((span) => cut(span, Infinity, CELLS_PER_ROUND_TRIP));
  const read = await readPieces(spans, CELLS_PER_ROUND_TRIP, async (group) => {
    const ranges = group.map(({ row, rows, column, property }) => {
      const range = sheet.getRangeByIndexes(row, column, rows, 1);
      if (property === 'formulas') range.load('formulas');
      else if (property === 'values') range.load('values');
      else range.load('numberFormat');
      return range;
    });
    await context.sync();
    return ranges.map((range, index) => {
      const lines = range[group[index]!.property] as unknown[][] | null;
      // So Excel says that a range was too large.
      if (lines === null) throw new PlainError('This is more than Excel hands over in one go.', 'ResponsePayloadSizeLimitExceeded');
      return lines;
    });
  });
  const found = Array<unknown>(asked.length);
  let next = 0;
  for (const { piece, result } of read) {
    for (; next < sorted.length; next++) {
      const { row, column, property, index } = sorted[next]!;
      if (property !== piece.property || column !== piece.column || row < piece.row || row >= piece.row + piece.rows) break;
      found[index] = result[row - piece.row]![0];
    }
  }
  return found;
}
