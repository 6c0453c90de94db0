import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '12px 12px 16px' },
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '10px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
});

/** A view: what scrolls, and the bar at the foot that does not. */
export function Page({ children, bar, label }: { readonly children: ReactNode; readonly bar?: ReactNode; readonly label: string }) {
  const styles = useStyles();
  return (
    <section className={styles.page} aria-label={label}>
      <div className={styles.body}>{children}</div>
      {bar === undefined ? null : <div className={styles.bar}>{bar}</div>}
    </section>
  );
}
