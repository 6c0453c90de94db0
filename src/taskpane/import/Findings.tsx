import { makeStyles, tokens } from '@fluentui/react-components';
import type { ImportPreview } from '../../tables/import/model';
import { importWords } from '../../tables/import/words';
import { words } from '../words';
import { Fold } from './Fold';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Of a list so many are shown; the rest is counted. */
const MOST_SHOWN = 50;

/** What became of the rows that are not simply new, list by list. */
export function Findings({ preview }: { readonly preview: ImportPreview }) {
  const styles = useStyles();
  const list = (title: (count: number) => string, lines: readonly string[], open = false) =>
    lines.length === 0 ? null : (
      <Fold key={title(0)} title={title(lines.length)} open={open}>
        <ul className={styles.list}>
          {lines.slice(0, MOST_SHOWN).map((line, index) => (
            <li key={index}>{line}</li>
          ))}
          {lines.length > MOST_SHOWN ? <li>{words.import.more(lines.length - MOST_SHOWN)}</li> : null}
        </ul>
      </Fold>
    );
  const { lists } = words.import;
  return (
    <>
      {preview.additions.map(({ table, columns, rows }) => list((number) => lists.added(number, table), rows.map((row) => importWords.newRow(columns, row))))}
      {list(lists.problems, preview.problems.map(importWords.problem), true)}
      {list(lists.updates, preview.updates.map(importWords.update))}
      {list(lists.conflicts, preview.conflicts.map(importWords.conflict), true)}
      {list(lists.exchanged, preview.exchanged.map(importWords.exchanged), true)}
      {list(lists.skipped, preview.skipped.map(importWords.skipped))}
      {list(lists.warnings, preview.warnings.map(importWords.note), true)}
      {list(lists.notes, preview.notes.map(importWords.note))}
    </>
  );
}
