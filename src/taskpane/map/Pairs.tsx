import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { nameKey } from '../../domain/names';
import type { DependencyMap } from '../../domain/servicemap/dependency-map';
import { type PairsOfFailure, pairsOfFailure } from '../../domain/servicemap/pairs';
import { Bounded } from '../Bounded';
import { words } from '../words';

const useStyles = makeStyles({
  find: { marginTop: '6px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  say: { margin: '6px 0 2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

/** Every two of so many are tried out in less time than a reader notices. */
const MOST_THINGS = 400;
const SHOWN = 20;
const MORE = 100;

/** Pairs of things whose loss together takes a service down, worked out when they are asked for. */
export function Pairs({ service, map, onName }: { readonly service: string; readonly map: DependencyMap; readonly onName: (name: string) => void }) {
  const styles = useStyles();
  const [answer, setAnswer] = useState<{ readonly of: DependencyMap; readonly found: PairsOfFailure } | null>(null);
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
  if (found === null) {
    return (
      <Button className={styles.find} size="small" onClick={() => setAnswer({ of: map, found: pairsOfFailure(map, nameKey(service), MOST_THINGS) })}>
        {words.map.findPairs}
      </Button>
    );
  }
  const { pairs, things, isTooLarge } = found;
  return (
    <>
      <p className={styles.say} role="status">
        {isTooLarge ? words.map.tooManyForPairs(things) : pairs.length === 0 ? words.map.noPairs : words.map.pairsFound(pairs.length, things)}
      </p>
      {pairs.length === 0 ? null : (
        <Bounded list={pairs} first={SHOWN} more={MORE}>
          {(shown) => (
            <ul className={styles.list} aria-label={words.map.pairs(service)}>
              {shown.map(([first, second]) => (
                <li key={`${first}\n${second}`}>
                  {link(first)} {words.map.and} {link(second)}
                </li>
              ))}
            </ul>
          )}
        </Bounded>
      )}
    </>
  );
}
