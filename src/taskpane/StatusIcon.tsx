import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, Diamond20Regular, DismissCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { TargetStatus } from '../domain/figures';

const useStyles = makeStyles({
  danger: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  success: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  neutral: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

/** A sign that never stands alone: the word is always beside it. */
export function StatusIcon({ status }: { readonly status: TargetStatus | 'error' | 'warning' | 'done' | 'waiting' }) {
  const styles = useStyles();
  switch (status) {
    case 'Missed':
    case 'error':
      return <DismissCircle20Filled className={styles.danger} aria-hidden />;
    case 'At risk':
    case 'warning':
      return <Warning20Filled className={styles.warning} aria-hidden />;
    case 'Met':
    case 'done':
      return <CheckmarkCircle20Filled className={styles.success} aria-hidden />;
    case 'Met, incomplete data':
      return <Diamond20Regular className={styles.neutral} aria-hidden />;
    default:
      return <Circle20Regular className={styles.neutral} aria-hidden />;
  }
}
