import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

/** A line that can be pressed: a picture, a title with a detail below, and a chevron. */
export const useRowStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '10px',
    width: '100%',
    padding: '6px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '& > svg': { flexShrink: 0 },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  chevron: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  still: { cursor: 'default' },
  middle: { alignSelf: 'center' },
});

export interface Jump {
  readonly key: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  /** Left out: there is nowhere to go. */
  readonly go?: (() => void) | undefined;
  readonly badge?: ReactNode;
}

/** Rows that each take the reader to the place they speak of. */
export function JumpList({ jumps, label }: { readonly jumps: readonly Jump[]; readonly label: string }) {
  const styles = { ...useRowStyles(), ...useStyles() };
  return (
    <ul className={styles.list} aria-label={label}>
      {jumps.map(({ key, icon, title, detail, go, badge }) => {
        const content = (
          <>
            {icon}
            <span className={styles.text}>
              <span className={styles.title}>{title}</span>
              {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
            </span>
            {badge}
          </>
        );
        return (
          <li key={key}>
            {go === undefined ? (
              <div className={mergeClasses(styles.row, styles.still)}>{content}</div>
            ) : (
              <button type="button" className={styles.row} onClick={go}>
                {content}
                <ChevronRight20Regular className={mergeClasses(styles.chevron, styles.middle)} aria-hidden />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
