import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '2px 10px' },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

export interface FactsProps {
  /** What each is called, once, and what it is; '' leaves it out. */
  readonly facts: readonly (readonly [term: string, fact: string])[];
  /** Where it stands, and in what size. */
  readonly className: string;
}

/** Facts beneath each other, each beside what it is called; nothing where there are none. */
export function Facts({ facts, className }: FactsProps) {
  const styles = useStyles();
  const known = facts.filter(([, fact]) => fact !== '');
  if (known.length === 0) return null;
  return (
    <dl className={mergeClasses(styles.facts, className)}>
      {known.map(([term, fact]) => [
        <dt key={term} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${term} is`} className={styles.fact}>
          {fact}
        </dd>,
      ])}
    </dl>
  );
}
