import type { RowReference } from '../../domain/figures';
import { type Jump, JumpList } from '../JumpList';
import { StatusIcon } from '../StatusIcon';
import { words } from '../words';

/** So many rows are named; the tables' problems have them all. */
const NAMED = 3;

/** Rows that could not be used for the map, so that nobody takes it for whole; leads to the first. */
export function RowsLeftOut({ rows, onGo }: { readonly rows: readonly RowReference[]; readonly onGo: (place: RowReference) => void }) {
  const [first] = rows;
  if (first === undefined) return null;
  const named = rows.slice(0, NAMED).map(({ table, row }) => `${table} row ${row}`).join(', ');
  const jump: Jump = { key: 'left out', icon: <StatusIcon status="warning" />, title: words.map.leftOut(rows.length), detail: named + (rows.length > NAMED ? ` and ${rows.length - NAMED} more` : ''), go: () => onGo(first) };
  return <JumpList jumps={[jump]} label={words.map.leftOut(rows.length)} />;
}
