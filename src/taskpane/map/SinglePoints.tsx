import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Figures, SinglePoint } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { numberText } from '../../domain/performance/phrases';
import { Bounded } from '../Bounded';
import { JumpList, type Jump } from '../JumpList';
import { words } from '../words';
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
  const points = figures.singlePoints;
  const jumpTo = ({ item, rank }: SinglePoint): Jump[] => {
    const figure = book.items.get(nameKey(item));
    return figure ? [{ key: `${rank} ${item}`, icon: <span className={styles.rank}>{rank}</span>, title: item, detail: stakeText(figure, figures.currency), go: () => onName(item) }] : [];
  };
  return (
    <section aria-label={words.map.points}>
      <h2 className={styles.heading}>
        {words.map.points} <span className={styles.grey}>{numberText(points.length, 0)}</span>
      </h2>
      {points.length === 0 ? (
        <Text>{words.map.noPoints}</Text>
      ) : (
        <Bounded list={points} first={SHOWN} more={MORE}>
          {(shown) => <JumpList jumps={shown.flatMap(jumpTo)} label={words.map.points} />}
        </Bounded>
      )}
    </section>
  );
}
