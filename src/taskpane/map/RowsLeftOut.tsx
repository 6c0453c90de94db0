import type { RowReference } from '../../domain/figures';
import { type Jump, JumpList } from '../JumpList';
import { StatusIcon } from '../StatusIcon';

/** So many rows are named; the tables' problems have them all. */
const NAMED = 3;

/** Rows that could not be used, so that nobody takes what is shown for whole; leads to the first. */
export function RowsLeftOut({ rows, says, onGo }: { readonly rows: readonly RowReference[]; readonly says: (rows: number) => string; readonly onGo: (place: RowReference) => void }) {
  const [first] = rows;
  if (first === undefined) return null;
  const named = rows.slice(0, NAMED).map(({ table, row }) => `${table} row ${row}`).join(', ');
  const jump: Jump = { key: 'left out', icon: <StatusIcon status="warning" />, title: says(rows.length), detail: named + (rows.length > NAMED ? ` and ${rows.length - NAMED} more` : ''), go: () => onGo(first) };
  return <JumpList jumps={[jump]} label={says(rows.length)} />;
}
