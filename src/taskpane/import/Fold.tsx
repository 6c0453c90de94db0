import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  details: { margin: '0 0 6px' },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, padding: '4px 0' },
});

/** A part that can be folded away under its title. */
export function Fold({ title, open = false, children }: { readonly title: string; readonly open?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <details className={styles.details} open={open}>
      <summary className={styles.summary}>{title}</summary>
      {children}
    </details>
  );
}
