import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { nameKey } from '../../domain/names';
import type { DependencyMap } from '../../domain/servicemap/dependency-map';
import { type PairsOfFailure, pairsOfFailure } from '../../domain/servicemap/pairs';
import { count, words } from '../words';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '14px 0 4px' },
  grey: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  pair: { padding: '2px 0' },
});

/** Every two of so many are tried out in less time than a reader notices. */
const MOST_THINGS = 400;
const SHOWN = 20;
const MORE = 100;

/** Pairs of things whose loss together takes a service down, worked out when they are asked for. */
export function Pairs({ service, map, onName }: { readonly service: string; readonly map: DependencyMap; readonly onName: (name: string) => void }) {
  const styles = useStyles();
  const [answer, setAnswer] = useState<{ readonly of: DependencyMap; readonly found: PairsOfFailure } | null>(null);
  const [shown, setShown] = useState(SHOWN);
  // The tables may have been read again since.
  const found = answer?.of === map ? answer.found : null;
  const link = (key: string) => {
    const name = map.names.get(key) ?? key;
    return (
      <Link as="button" onClick={() => onName(name)}>
        {name}
      </Link>
    );
  };
  return (
    <section aria-label={words.map.pairs(service)}>
      <h2 className={styles.heading}>
        {words.map.pairs(service)} {found === null || found.pairs.length === 0 ? null : <span className={styles.grey}>{found.pairs.length.toLocaleString('en-US')}</span>}
      </h2>
      {found === null ? (
        <Button size="small" onClick={() => setAnswer({ of: map, found: pairsOfFailure(map, nameKey(service), MOST_THINGS) })}>
          {words.map.findPairs}
        </Button>
      ) : (
        <>
          <Text block role="status">
            {found.isTooLarge ? words.map.tooManyForPairs(found.things) : found.pairs.length === 0 ? words.map.noPairs : words.map.pairsFound(found.pairs.length, found.things)}
          </Text>
          {found.pairs.length === 0 ? null : (
            <ul className={styles.list} aria-label={words.map.pairs(service)}>
              {found.pairs.slice(0, shown).map(([first, second]) => (
                <li key={`${first}\n${second}`} className={styles.pair}>
                  {link(first)} {words.map.and} {link(second)}
                </li>
              ))}
            </ul>
          )}
          {found.pairs.length > shown ? (
            <Button size="small" appearance="subtle" onClick={() => setShown(shown + MORE)}>
              {count(found.pairs.length - shown, 'more', 'more')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
