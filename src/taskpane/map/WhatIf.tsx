import { Button, Link, makeStyles, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Figures, RowReference } from '../../domain/figures';
import { words } from '../words';
import { stakeText } from './at-stake';
import { Stakes } from './ItemCard';
import { Names } from './Names';
import type { Fallen } from './what-falls';

const useStyles = makeStyles({
  panel: { marginTop: '10px', padding: '6px 10px 8px', borderLeft: `3px solid ${tokens.colorBrandBackground}`, backgroundColor: tokens.colorNeutralBackground3 },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  title: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  out: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: '4px 0' },
  say: { margin: '2px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

export interface WhatIfProps {
  /** Names of what is taken to be out; at least one. */
  readonly out: readonly string[];
  readonly fallen: Fallen;
  readonly figures: Figures;
  readonly onName: (name: string) => void;
  readonly onGo: (place: RowReference) => void;
  readonly onBack: (name: string) => void;
  readonly onClear: () => void;
}

/** What falls while things are taken to be out. Nothing is written. */
export function WhatIf({ out, fallen, figures, onName, onGo, onBack, onClear }: WhatIfProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.panel} aria-label={words.map.whatIf}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.map.whatIf}</h2>
        <Button size="small" appearance="subtle" onClick={onClear}>
          {words.map.clear}
        </Button>
      </div>
      <TagGroup className={styles.out} aria-label={words.map.areOut} onDismiss={(_, { value }) => onBack(value)}>
        {out.map((name) => (
          <Tag key={name} value={name} size="small" dismissible dismissIcon={{ 'aria-label': words.map.putBack(name) }}>
            {name}
          </Tag>
        ))}
      </TagGroup>
      <p className={styles.say} role="status">
        {words.map.fallWith(out.length, stakeText(fallen, figures.currency))}
      </p>
      {open ? <Stakes of={fallen} figures={figures} onName={onName} onGo={onGo} /> : <Names label={words.map.lists.services} names={fallen.services.map((name) => ({ name }))} onName={onName} />}
      <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.map.byName.close : words.map.byName.open}
      </Link>
    </section>
  );
}
