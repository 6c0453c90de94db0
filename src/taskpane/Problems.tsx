import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem, Severity } from '../tables/model';
import { Facts } from './Facts';
import { Page } from './Page';
import { StatusIcon } from './StatusIcon';
import { count, words } from './words';

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '6px', flexWrap: 'wrap', marginBottom: '8px' },
  group: { display: 'flex', alignItems: 'center', gap: '6px', width: '100%', border: 'none', backgroundColor: 'transparent', color: tokens.colorNeutralForeground1, font: 'inherit', fontWeight: tokens.fontWeightSemibold, padding: '6px 0', cursor: 'pointer', textAlign: 'left' },
  grey: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', gap: '10px', padding: '6px 8px', cursor: 'pointer', borderLeft: '3px solid transparent', alignItems: 'flex-start', '@media (forced-colors: active)': { borderLeftColor: 'Canvas' } },
  chosen: { backgroundColor: tokens.colorBrandBackground2, borderLeft: `3px solid ${tokens.colorBrandBackground}`, '@media (forced-colors: active)': { borderLeftColor: 'Highlight' } },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  cell: { color: tokens.colorBrandForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, margin: '2px 0 0' },
  key: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: '3px', padding: '0 5px', font: 'inherit' },
  keys: { display: 'flex', gap: '6px', alignItems: 'center', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** A table with thousands of bad cells shows this many; the rest is counted. */
const SHOWN_PER_TABLE = 200;

type Filter = 'all' | Severity;

export interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly onGo: (problem: Problem) => void;
  readonly onBack: () => void;
}

/** Problems by table. Arrow keys choose, Enter goes to the cell, Esc goes back to where the user was. */
export function Problems({ problems, onGo, onBack }: ProblemsProps) {
  const styles = useStyles();
  const [filter, setFilter] = useState<Filter>('all');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(0);
  const chosenRow = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => problems.filter((problem) => filter === 'all' || problem.severity === filter), [problems, filter]);
  const groups = useMemo(() => [...new Set(shown.map((problem) => problem.table))].map((table) => ({ table, problems: shown.filter((problem) => problem.table === table) })), [shown]);
  const visible = groups.flatMap((group) => (closed.has(group.table) ? [] : group.problems.slice(0, SHOWN_PER_TABLE)));
  const current = visible[Math.min(chosen, visible.length - 1)];

  useEffect(() => {
    chosenRow.current?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, visible.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter' && current) onGo(current);
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  };

  const severities = (list: readonly Problem[]): string => {
    const errors = list.filter((problem) => problem.severity === 'error').length;
    return [errors > 0 ? count(errors, 'error') : '', list.length > errors ? count(list.length - errors, 'warning') : ''].filter((part) => part !== '').join(', ');
  };
  const number = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  const filters: readonly [Filter, string, number][] = [
    ['all', words.problems.all, problems.length],
    ['error', words.problems.errors, number('error')],
    ['warning', words.problems.warnings, number('warning')],
  ];

  if (problems.length === 0) {
    return (
      <Page label={words.tabs.problems}>
        <Text>{words.problems.none}</Text>
      </Page>
    );
  }
  return (
    <Page
      label={words.tabs.problems}
      bar={
        <span className={styles.keys}>
          <kbd className={styles.key}>↑</kbd>
          <kbd className={styles.key}>↓</kbd> {words.problems.keys.move} <kbd className={styles.key}>Enter</kbd> {words.problems.keys.go} <kbd className={styles.key}>Esc</kbd> {words.problems.keys.back}
        </span>
      }
    >
      <div className={styles.filters}>
        {filters
          .filter(([key, , total]) => key === 'all' || total > 0)
          .map(([key, label, total]) => (
            <ToggleButton key={key} size="small" shape="circular" checked={filter === key} onClick={() => setFilter(key)}>
              {label} {total}
            </ToggleButton>
          ))}
      </div>
      <div role="listbox" aria-label={words.tabs.problems} tabIndex={0} onKeyDown={onKeyDown} aria-activedescendant={current ? `problem-${visible.indexOf(current)}` : undefined}>
        {groups.map((group) => {
          const isClosed = closed.has(group.table);
          const toggle = (): void => setClosed(new Set(isClosed ? [...closed].filter((table) => table !== group.table) : [...closed, group.table]));
          return (
            <div key={group.table} role="group" aria-label={group.table}>
              <button type="button" className={styles.group} aria-expanded={!isClosed} onClick={toggle}>
                {isClosed ? <ChevronRight20Regular aria-hidden /> : <ChevronDown20Regular aria-hidden />}
                {group.table} <span className={styles.grey}>{severities(group.problems)}</span>
              </button>
              {(isClosed ? [] : group.problems.slice(0, SHOWN_PER_TABLE)).map((problem) => {
                const index = visible.indexOf(problem);
                const isChosen = problem === current;
                return (
                  <div
                    key={`${problem.cell} ${problem.code} ${index}`}
                    id={`problem-${index}`}
                    ref={isChosen ? chosenRow : undefined}
                    role="option"
                    aria-selected={isChosen}
                    className={mergeClasses(styles.row, isChosen && styles.chosen)}
                    onClick={() => {
                      setChosen(index);
                      onGo(problem);
                    }}
                  >
                    <StatusIcon status={problem.severity} />
                    <div className={styles.text}>
                      {problem.title} <span className={styles.cell}>{problem.cell}</span>
                      {isChosen ? (
                        <Facts
                          className={styles.facts}
                          facts={[
                            [words.problems.found, problem.found],
                            [words.problems.expected, problem.expected],
                            [words.problems.effect, problem.effect],
                            [words.problems.fix, problem.fix === undefined ? '' : String(problem.fix)],
                          ]}
                        />
                      ) : (
                        <div className={styles.grey}>{problem.effect || problem.found}</div>
                      )}
                    </div>
                  </div>
                );
              })}
              {!isClosed && group.problems.length > SHOWN_PER_TABLE ? <div className={styles.grey}>{words.problems.more(group.problems.length - SHOWN_PER_TABLE)}</div> : null}
            </div>
          );
        })}
      </div>
    </Page>
  );
}
