import type { RowReference } from '../../domain/figures';
import { type Jump, JumpList } from '../JumpList';
import { StatusIcon } from '../StatusIcon';
import { fewOf, rowName } from '../words';

/** So many rows are named; the tables' problems have them all. */
const NAMED = 3;

/** Rows that could not be used, so that nobody takes what is shown for whole; leads to the first. */
export function RowsLeftOut({ rows, says, onGo }: { readonly rows: readonly RowReference[]; readonly says: (rows: number) => string; readonly onGo: (place: RowReference) => void }) {
  const [first] = rows;
  if (first === undefined) return null;
  const jump: Jump = { key: 'left out', icon: <StatusIcon status="warning" />, title: says(rows.length), detail: fewOf(rows.map(rowName), NAMED), go: () => onGo(first) };
  return <JumpList jumps={[jump]} label={says(rows.length)} />;
}
