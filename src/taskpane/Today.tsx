import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, CalendarClock20Regular, QuestionCircle20Regular, TableDismiss20Regular } from '@fluentui/react-icons';
import type { TargetStatus } from '../domain/figures';
import { monthName } from '../domain/performance/phrases';
import { type Jump, JumpList } from './JumpList';
import { MonthChoice } from './MonthChoice';
import { type Need, needs } from './needs';
import { Page } from './Page';
import type { FoundTable, Overview } from './pane-actions';
import { StatusIcon } from './StatusIcon';
import { type Tool, Tools } from './Tools';
import { count, statusWord, words } from './words';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  month: { minWidth: '140px' },
  asOf: { flexGrow: 1, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  counts: { display: 'flex', flexWrap: 'wrap', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, margin: '10px 0 12px' },
  count: { display: 'flex', alignItems: 'center', gap: '6px', padding: '6px 10px', flexGrow: 1, whiteSpace: 'nowrap' },
  number: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  heading: { fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  grey: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  tables: { marginTop: '14px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const ALWAYS: readonly TargetStatus[] = ['Missed', 'At risk', 'Met'];
const IF_ANY: readonly TargetStatus[] = ['Met, incomplete data', 'Not measurable'];

export interface TodayProps {
  readonly overview: Overview;
  readonly tables: readonly FoundTable[];
  /** Months that may be reported, newest first, as `2026-10-01`. */
  readonly months: readonly string[];
  readonly busy: boolean;
  readonly onMonth: (month: string) => void;
  readonly onRefresh: () => void;
  readonly onBuild: () => void;
  readonly onGo: (place: { table: string; row: number }) => void;
  readonly onView: (view: NonNullable<Need['view']>) => void;
  readonly onTool: (tool: Tool) => void;
  readonly onHelp: () => void;
}

function needIcon(kind: Need['kind']) {
  switch (kind) {
    case 'rows':
      return <TableDismiss20Regular aria-hidden />;
    case 'forgotten':
      return <QuestionCircle20Regular aria-hidden />;
    case 'date':
      return <CalendarClock20Regular aria-hidden />;
    default:
      return <StatusIcon status={kind} />;
  }
}

/** A to-do list, not a dashboard: the month in one line, then what needs a person. */
export function Today({ overview, tables, months, busy, onMonth, onRefresh, onBuild, onGo, onView, onTool, onHelp }: TodayProps) {
  const styles = useStyles();
  const { figures, problems } = overview;
  const tally = (status: TargetStatus): number => figures.targets.filter((figure) => figure.status === status).length;
  const statuses = [...ALWAYS, ...IF_ANY.filter((status) => tally(status) > 0)];
  const jumps = needs(figures, problems).map(
    (need): Jump => ({
      key: need.key,
      icon: needIcon(need.kind),
      title: need.title,
      detail: need.detail,
      go: () => (need.place ? onGo(need.place) : onView(need.view ?? 'problems')),
    }),
  );
  const asOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: figures.zone }).format(new Date(figures.asOf * 1000));
  const known = tables.filter((table) => table.role !== null);
  return (
    <Page
      label={words.tabs.today}
      bar={
        <Button appearance="primary" disabled={busy || figures.targets.length + figures.csfs.length + figures.maps.length === 0} style={{ flexGrow: 1 }} onClick={onBuild}>
          {words.today.build(monthName(figures.month))}
        </Button>
      }
    >
      <div className={styles.head}>
        <MonthChoice className={styles.month} disabled={busy} month={figures.month} months={months} onMonth={onMonth} />
        <span className={styles.asOf}>as of {asOf}</span>
        <Button appearance="subtle" icon={<ArrowSync20Regular />} aria-label={words.today.refresh} title={words.today.refresh} disabled={busy} onClick={onRefresh} />
      </div>
      <div className={styles.counts}>
        {statuses.map((status) => (
          <span key={status} className={styles.count}>
            <StatusIcon status={status} />
            <span>
              <span className={styles.number}>{tally(status)}</span> {statusWord[status]}
            </span>
          </span>
        ))}
      </div>
      {figures.targets.length === 0 ? (
        <Text>{words.today.noPromises}</Text>
      ) : (
        <>
          <h2 className={styles.heading}>
            {words.today.needs} <span className={styles.grey}>{jumps.length}</span>
          </h2>
          {jumps.length === 0 ? <Text>{words.today.nothing}</Text> : <JumpList jumps={jumps} label={words.today.needs} />}
        </>
      )}
      <div className={styles.tables}>
        {figures.targets.length === 0 ? '' : `${count(figures.targets.length, 'target')}${figures.targets.some(({ agreementType }) => agreementType !== 'SLA') ? ', OLAs and UCs included' : ''}. `}
        {count(known.length, 'table')} read, {count(figures.tables.reduce((sum, table) => sum + table.rows, 0), 'row')}
        {tables.length > known.length ? `; ${count(tables.length - known.length, 'other table')} not used` : ''}.
      </div>
      <Tools busy={busy} onTool={onTool} onHelp={onHelp} />
    </Page>
  );
}
