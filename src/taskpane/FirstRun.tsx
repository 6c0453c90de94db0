import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { words } from './words';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', padding: '20px', boxSizing: 'border-box', overflowY: 'auto' },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, margin: '16px 0 6px', paddingRight: '24px' },
  lead: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 },
  choice: { justifyContent: 'space-between', width: '100%', minHeight: '52px', marginBottom: '8px', textAlign: 'left' },
  label: { display: 'block' },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  empty: { alignSelf: 'flex-start', marginTop: '6px' },
  lock: { display: 'flex', alignItems: 'center', gap: '8px', marginTop: 'auto', paddingTop: '16px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  mark: { color: tokens.colorBrandBackground, flexShrink: 0 },
});

export interface FirstRunProps {
  /** There are tables here that look familiar. */
  readonly familiar: boolean;
  readonly busy: boolean;
  readonly onSample: () => void;
  readonly onMine: () => void;
  readonly onEmpty: () => void;
}

/** What a person sees before there is anything to show: what this is for, and two ways in. */
export function FirstRun({ familiar, busy, onSample, onMine, onEmpty }: FirstRunProps) {
  const styles = useStyles();
  const { firstRun } = words;
  const choice = (label: string, detail: string, primary: boolean, go: () => void) => (
    <Button className={styles.choice} appearance={primary ? 'primary' : 'outline'} icon={<ArrowRight20Regular />} iconPosition="after" disabled={busy} onClick={go}>
      <span>
        <span className={styles.label}>{label}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
    </Button>
  );
  return (
    <main className={styles.page}>
      <svg className={mergeClasses(styles.mark)} width="32" height="32" viewBox="0 0 32 32" aria-hidden>
        <g fill="currentColor">
          <rect x="5" y="3" width="22" height="3.4" rx="1" />
          <rect x="14.5" y="5" width="3" height="12" />
          <path d="M8.6 15.5h14.8L16 29z" />
        </g>
      </svg>
      <h1 className={styles.title}>{firstRun.title}</h1>
      <p className={styles.lead}>{firstRun.lead}</p>
      {choice(firstRun.sample, firstRun.sampleDetail, !familiar, onSample)}
      {choice(firstRun.mine, firstRun.mineDetail, familiar, onMine)}
      <Link as="button" className={styles.empty} disabled={busy} onClick={onEmpty}>
        {firstRun.empty}
      </Link>
      <div className={styles.lock}>
        <LockClosed20Regular aria-hidden />
        {firstRun.promise}
      </div>
    </main>
  );
}
