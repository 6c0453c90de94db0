import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Figures } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { JumpList, type Jump } from '../JumpList';
import { count, words } from '../words';
import { stakeText } from './at-stake';
import type { MapBook } from './map-book';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '14px 0 4px' },
  grey: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  rank: { minWidth: '20px', textAlign: 'right', color: tokens.colorNeutralForeground3 },
});

const SHOWN = 10;
const MORE = 50;

/** What alone takes services down, by what is then at risk. */
export function SinglePoints({ figures, book, onName }: { readonly figures: Figures; readonly book: MapBook; readonly onName: (name: string) => void }) {
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN);
  const points = figures.singlePoints;
  const jumps = points.slice(0, shown).flatMap(({ item, rank }): Jump[] => {
    const figure = book.items.get(nameKey(item));
    return figure ? [{ key: `${rank} ${item}`, icon: <span className={styles.rank}>{rank}</span>, title: item, detail: stakeText(figure, figures.currency), go: () => onName(item) }] : [];
  });
  return (
    <section aria-label={words.map.points}>
      <h2 className={styles.heading}>
        {words.map.points} <span className={styles.grey}>{points.length.toLocaleString('en-US')}</span>
      </h2>
      {points.length === 0 ? <Text>{words.map.noPoints}</Text> : <JumpList jumps={jumps} label={words.map.points} />}
      {points.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + MORE)}>
          {count(points.length - shown, 'more', 'more')}
        </Button>
      ) : null}
    </section>
  );
}
