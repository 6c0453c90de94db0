import { makeStyles, ProgressBar } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px', marginBottom: '4px' },
});

export interface ProgressProps {
  /** What is done just now. */
  readonly step: string;
  /** 0 … 1; null: not known. */
  readonly share: number | null;
  /** What is under way, for who cannot see the bar. */
  readonly label: string;
}

/** How far something is: in words, in percent and as a bar. */
export function Progress({ step, share, label }: ProgressProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.line} role="status">
        <span>{step}</span>
        {share === null ? null : <span>{Math.round(share * 100)}%</span>}
      </div>
      <ProgressBar aria-label={label} {...(share === null ? {} : { value: share })} />
    </>
  );
}
