import { ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useRowStyles } from './JumpList';

export interface OpeningRowProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** Lines below the title. */
  readonly details: readonly string[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A line that opens what stands beneath it, and closes it. */
export function OpeningRow({ icon, title, details, open, onToggle }: OpeningRowProps) {
  const styles = useRowStyles();
  const Chevron = open ? ChevronDown20Regular : ChevronRight20Regular;
  return (
    <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
      {icon}
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        {details.map((detail, at) => (
          <span key={at} className={styles.detail}>
            {detail}
          </span>
        ))}
      </span>
      <Chevron className={styles.chevron} aria-hidden />
    </button>
  );
}
