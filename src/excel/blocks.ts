/** Reading in blocks that Excel's limits allow: 5 MB per answer on the web, 5 million cells anywhere. */
import { isSizeLimit } from './errors';

/** Rows of something, to be read together with others. */
export interface Piece {
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cuts into pieces of at most so many rows and cells. */
export function cut<P extends Piece>(piece: P, maxRows: number, maxCells: number): P[] {
  const rowsPerPiece = Math.max(1, Math.min(maxRows, Math.floor(maxCells / Math.max(1, piece.columns))));
  const pieces: P[] = [];
  for (let done = 0; done < piece.rows; done += rowsPerPiece) pieces.push({ ...piece, row: piece.row + done, rows: Math.min(rowsPerPiece, piece.rows - done) });
  return pieces;
}

/**
 * Reads pieces in order, as many in one round trip as `maxCells` allows, and fewer where Excel says
 * that it was too much.
 * @param read one round trip for all pieces that it is given
 */
export async function readPieces<P extends Piece, Result>(pieces: readonly P[], maxCells: number, read: (group: readonly P[]) => Promise<Result[]>): Promise<{ piece: P; result: Result }[]> {
  const found: { piece: P; result: Result }[] = [];
  const take = async (group: readonly P[]): Promise<void> => {
    let results: Result[];
    try {
      results = await read(group);
    } catch (error) {
      const only = group.length === 1 ? group[0]! : null;
      if (!isSizeLimit(error) || only?.rows === 1) throw error;
      const halves = only ? cut(only, Math.ceil(only.rows / 2), Infinity) : group;
      const middle = Math.ceil(halves.length / 2);
      await take(halves.slice(0, middle));
      await take(halves.slice(middle));
      return;
    }
    results.forEach((result, index) => found.push({ piece: group[index]!, result }));
  };
  let group: P[] = [];
  let cells = 0;
  for (const piece of pieces) {
    const size = piece.rows * piece.columns;
    if (group.length > 0 && cells + size > maxCells) {
      await take(group);
      group = [];
      cells = 0;
    }
    group.push(piece);
    cells += size;
  }
  if (group.length > 0) await take(group);
  return found;
}
