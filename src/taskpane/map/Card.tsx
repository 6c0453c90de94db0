import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { words } from '../words';

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, padding: '6px 10px 10px', marginTop: '10px' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', margin: '3px 0 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` }, ':focus': { outlineStyle: 'none' } },
});

export interface CardProps {
  readonly name: string;
  /** It was opened from a list or the search field, which is gone: the reader goes on here. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is known of one thing on the map, beneath the picture. */
export function Card({ name, takesFocus, onClose, children }: CardProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
    title.current?.scrollIntoView?.({ block: 'nearest' });
  }, [name, takesFocus]);
  return (
    <section className={styles.card} aria-label={words.map.card(name)}>
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {name}
        </h2>
        <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} aria-label={words.map.close} title={words.map.close} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
