import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { numberText } from '../../domain/performance/phrases';
import { count } from '../words';

const useStyles = makeStyles({
  label: { margin: '6px 0 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', listStyleType: 'none', margin: 0, padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  name: { minWidth: 0 },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** So many names stand in a list at first, and come with each request for more. */
const SHOWN = 12;
const MORE = 50;

export interface Name {
  readonly name: string;
  /** Stands behind it. */
  readonly note?: string | null;
}

/** Names that lead somewhere, under what they are; nothing where there are none. */
export function Names({ label, names, onName }: { readonly label: string; readonly names: readonly Name[]; readonly onName?: ((name: string) => void) | undefined }) {
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN);
  if (names.length === 0) return null;
  return (
    <>
      <h4 className={styles.label}>
        {label} {names.length === 1 ? '' : numberText(names.length, 0)}
      </h4>
      <ul className={styles.list} aria-label={label}>
        {names.slice(0, shown).map(({ name, note }) => (
          <li key={`${name}\n${note ?? ''}`} className={styles.name}>
            {onName === undefined ? (
              name
            ) : (
              <Link as="button" onClick={() => onName(name)}>
                {name}
              </Link>
            )}
            {note ? <span className={styles.note}> {note}</span> : null}
          </li>
        ))}
        {names.length > shown ? (
          <li>
            <Link as="button" appearance="subtle" onClick={() => setShown(shown + MORE)}>
              {count(names.length - shown, 'more', 'more')}
            </Link>
          </li>
        ) : null}
      </ul>
    </>
  );
}
