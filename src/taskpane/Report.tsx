import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Spinner, tokens } from '@fluentui/react-components';
import { DocumentTable20Regular, Info20Regular } from '@fluentui/react-icons';
import { Fragment, useState } from 'react';
import { monthName } from '../domain/performance/phrases';
import { type Jump, JumpList } from './JumpList';
import { MonthChoice } from './MonthChoice';
import { Page } from './Page';
import type { ReportResult } from './pane-actions';
import { Progress } from './Progress';
import { StatusIcon } from './StatusIcon';
import { count, fewOf, words } from './words';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 10px' },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '14px 0 4px' },
  steps: { listStyleType: 'none', margin: '12px 0', padding: 0 },
  step: { display: 'flex', gap: '10px', padding: '5px 0', alignItems: 'center' },
  note: { display: 'flex', gap: '8px', padding: '10px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  badge: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, padding: '0 6px', fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground3, alignSelf: 'center' },
  badgeNew: { color: tokens.colorBrandForeground2 },
  messageTitle: { display: 'block' },
  choices: { display: 'flex', flexDirection: 'column' },
});

/** The parts of a report that can be written alone; the keys are the command line's, too. */
export const PARTS = [
  { key: 'report', label: 'First page and success factors' },
  { key: 'compliance', label: 'Scorecard, service levels line by line, agreement chain' },
  { key: 'map', label: 'Service maps, owners, responsibilities, impact' },
  { key: 'demand', label: 'Demand, capacity, requests, recommendations' },
  { key: 'portfolio', label: 'Service and project portfolio' },
  { key: 'agreements', label: 'A page for each agreement' },
  { key: 'pictures', label: 'A drawing of each service’s map' },
] as const;
/** Pages and drawings are for reviews of single agreements and services: written when they are asked for. */
const AT_FIRST: readonly string[] = PARTS.map(({ key }) => key).filter((key) => key !== 'agreements' && key !== 'pictures');

/** All that is written where nothing is said: then sheets that would have nothing to show are left out. */
function isDefault(parts: readonly string[]): boolean {
  return parts.length === AT_FIRST.length && AT_FIRST.every((part) => parts.includes(part));
}

/** What a run writes, for its words. */
export type Built = 'report' | 'pages' | 'pictures';

export interface Running {
  readonly done: readonly string[];
  readonly step: string;
  /** 0 … 1; null: not known. */
  readonly share: number | null;
  readonly cancelling: boolean;
}

export interface ReportProps {
  readonly month: string;
  readonly months: readonly string[];
  readonly what: Built;
  readonly running: Running | null;
  readonly written: ReportResult | null;
  readonly onMonth: (month: string) => void;
  readonly onBuild: (only: readonly string[]) => void;
  readonly onCancel: () => void;
  readonly onOpen: (sheet: string) => void;
  readonly onProblems: () => void;
  readonly onAgain: () => void;
}

export function Report(props: ReportProps) {
  if (props.running) return <ReportRunning month={props.month} what={props.what} running={props.running} onCancel={props.onCancel} />;
  if (props.written) return <ReportWrittenView {...props} written={props.written} />;
  return <ReportSetUp {...props} />;
}

function ReportSetUp({ month, months, onMonth, onBuild }: ReportProps) {
  const styles = useStyles();
  const [parts, setParts] = useState<readonly string[]>(AT_FIRST);
  const toggle = (key: string): void => setParts(parts.includes(key) ? parts.filter((part) => part !== key) : [...parts, key]);
  return (
    <Page
      label={words.tabs.report}
      bar={
        <Button appearance="primary" style={{ flexGrow: 1 }} disabled={parts.length === 0} onClick={() => onBuild(isDefault(parts) ? [] : parts)}>
          {words.report.build(monthName(month))}
        </Button>
      }
    >
      <h2 className={styles.title}>{words.report.title(monthName(month))}</h2>
      <MonthChoice month={month} months={months} onMonth={onMonth} />
      <h3 className={styles.heading}>{words.report.sheets}</h3>
      <div className={styles.choices}>
        {PARTS.map((part) => (
          <Checkbox key={part.key} label={part.label} checked={parts.includes(part.key)} onChange={() => toggle(part.key)} />
        ))}
      </div>
    </Page>
  );
}

function ReportRunning({ month, what, running, onCancel }: { readonly month: string; readonly what: Built; readonly running: Running; readonly onCancel: () => void }) {
  const styles = useStyles();
  const title = words.report.running[what](monthName(month));
  const step = running.cancelling ? words.report.cancelling : running.step;
  return (
    <Page
      label={words.tabs.report}
      bar={
        <Button disabled={running.cancelling} onClick={onCancel}>
          {words.report.cancel}
        </Button>
      }
    >
      <h2 className={styles.title}>{title}</h2>
      <Progress step={step} share={running.share} label={title} />
      <ul className={styles.steps}>
        {running.done.map((done) => (
          <li key={done} className={styles.step}>
            <StatusIcon status="done" />
            {done}
          </li>
        ))}
        <li className={styles.step}>
          <Spinner size="tiny" aria-hidden />
          <strong>{step}</strong>
        </li>
      </ul>
      <div className={styles.note}>
        <Info20Regular aria-hidden />
        <span>{words.report.readOn}</span>
      </div>
    </Page>
  );
}

function ReportWrittenView({ month, what, written, onOpen, onProblems, onAgain }: ReportProps & { readonly written: ReportResult }) {
  const styles = useStyles();
  const incomplete = written.figures.targets.filter((figure) => figure.rowsLeftOut.length > 0);
  const errors = written.problems.filter((problem) => problem.severity === 'error').length;
  const before: Jump[] = [];
  if (incomplete.length > 0) {
    const items = [...new Set(incomplete.map((figure) => figure.item))];
    before.push({ key: 'incomplete', icon: <StatusIcon status="warning" />, title: `${fewOf(items, 2)}: incomplete data`, detail: 'rows were left out: mend them, or send as it is', go: onProblems });
  } else if (errors > 0) {
    before.push({ key: 'errors', icon: <StatusIcon status="warning" />, title: `${count(errors, 'error')} in the tables`, detail: words.report.noPromiseLost, go: onProblems });
  }
  if (written.replaced.length > 0) {
    before.push({ key: 'replaced', icon: <StatusIcon status="warning" />, title: words.report.replaced(written.replaced.length), detail: written.replaced.slice(0, 3).map(({ sheet, cell, was }) => `${sheet} ${cell}: ${was}`).join(' · ') });
  }
  const sheets = written.sheets.map(
    (sheet): Jump => ({
      key: sheet.name,
      icon: <DocumentTable20Regular aria-hidden />,
      title: sheet.name,
      detail: '',
      go: () => onOpen(sheet.name),
      badge: <span className={`${styles.badge} ${sheet.isNew ? styles.badgeNew : ''}`}>{sheet.isNew ? words.report.isNew : words.report.rewritten}</span>,
    }),
  );
  const listOf = (heading: string, jumps: readonly Jump[]) =>
    jumps.length === 0 ? null : (
      <Fragment key={heading}>
        <h3 className={styles.heading}>{heading}</h3>
        <JumpList jumps={jumps} label={heading} />
      </Fragment>
    );
  // A drawing is to be looked at; a report is to be mended before it is sent.
  const list = { before: listOf(words.report.before, before), what: listOf(words.report.what, sheets) };
  return (
    <Page label={words.tabs.report} bar={<Button onClick={onAgain}>{words.report.again[what]}</Button>}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle className={styles.messageTitle}>{words.report.written[what](monthName(month))}</MessageBarTitle>
          {count(written.sheets.length, 'sheet')}. {words.report.undo[written.undo]}
        </MessageBarBody>
      </MessageBar>
      {what === 'pictures' ? [list.what, list.before] : [list.before, list.what]}
    </Page>
  );
}
