import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Figures } from '../../domain/figures';
import { words } from '../words';
import { finder } from './find';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', marginBottom: '6px' },
  list: { listStyleType: 'none', margin: '0 0 6px', padding: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  match: {
    width: '100%',
    padding: '5px 10px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  grey: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  status: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere', ':empty': { display: 'none' } },
});

/** Finds a thing by its name, or the service that answers what users say. Enter opens the best; of services that only share a common word none is. */
export function SearchField({ figures, onName }: { readonly figures: Figures; readonly onName: (name: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const find = useMemo(() => finder(figures), [figures]);
  const matches = useMemo(() => find(text), [find, text]);
  const isTooCommon = matches[0]?.hasPhrase === true;
  const asked = text.trim();
  const open = (name: string): void => {
    setText('');
    onName(name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && matches[0] && !isTooCommon) open(matches[0].name);
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div role="search">
      <SearchBox className={styles.search} size="small" aria-label={words.map.search} placeholder={words.map.search} value={text} onChange={(_, { value }) => setText(value)} onKeyDown={onKeyDown} />
      {matches.length === 0 ? null : (
        <ul className={styles.list} aria-label={words.map.matches}>
          {matches.map(({ name, answers }) => (
            <li key={name}>
              <button type="button" className={styles.match} onClick={() => open(name)}>
                {name}
                {answers ? <span className={styles.grey}> {words.map.answers}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.status} role="status">
        {asked === '' ? '' : matches.length === 0 ? words.map.notFound(asked) : isTooCommon ? words.map.tooCommon(asked) : words.map.found(matches.length)}
      </p>
    </div>
  );
}
