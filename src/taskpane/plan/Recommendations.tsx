import { Button, makeStyles, Menu, type MenuButtonProps, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, SplitButton, Text, tokens } from '@fluentui/react-components';
import { ArrowTrendingLines20Regular, Box20Regular, ChevronDown20Regular, ChevronRight20Regular, Delete20Regular, Lightbulb20Regular, PeopleSubtract20Regular, TableSimple20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { DemandFigures, Recommendation } from '../../domain/demand/figures';
import type { RowReference } from '../../domain/figures';
import { dayMonthYear } from '../../reports/dates';
import { moneyText } from '../../reports/money';
import { type Jump, JumpList, useRowStyles } from '../JumpList';
import { StatusIcon } from '../StatusIcon';
import { count, words } from '../words';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  inside: { padding: '0 0 10px 34px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '6px' },
  say: { margin: '2px 0 4px', overflowWrap: 'anywhere' },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '2px 10px', margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  middle: { alignSelf: 'center' },
});

/** A list shows so many at first; the rest on request. */
const SHOWN = 100;
/** So many of the rows behind a finding can be gone to. */
const MOST_ROWS = 5;

const OTHER: Readonly<Record<Recommendation['belongsTo'], Recommendation['belongsTo']>> = { Projects: 'Improvements', Improvements: 'Projects' };

function kindIcon(kind: Recommendation['kind']) {
  switch (kind) {
    case 'More capacity':
      return <ArrowTrendingLines20Regular aria-hidden />;
    case 'Fewer licences':
      return <PeopleSubtract20Regular aria-hidden />;
    case 'Decommission':
      return <Delete20Regular aria-hidden />;
    case 'Proposed project':
      return <Box20Regular aria-hidden />;
    case 'Enhancement':
      return <Lightbulb20Regular aria-hidden />;
  }
}

export interface RecommendationsProps {
  readonly demand: Pick<DemandFigures, 'recommendations'>;
  readonly currency: string;
  /** Name of the one that is opened. */
  readonly opened: string | null;
  readonly busy: boolean;
  /** The row that was written last: the reader goes on there. */
  readonly justSent: RowReference | null;
  readonly onOpen: (name: string | null) => void;
  readonly onSend: (recommendation: Recommendation, to: Recommendation['belongsTo']) => void;
  readonly onGo: (place: RowReference) => void;
}

/** What the figures ask for, the most urgent first. One that was sent leads to its row. */
export function Recommendations({ demand: { recommendations }, currency, opened, busy, justSent, onOpen, onSend, onGo }: RecommendationsProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN);
  if (recommendations.length === 0) return <Text block>{words.plan.noRecommendations}</Text>;
  return (
    <>
      <ul className={styles.list} aria-label={words.plan.part.recommendations}>
        {recommendations.slice(0, shown).map((one) => (
          <li key={one.name}>
            {one.sent === null ? (
              <Open one={one} currency={currency} open={opened === one.name} busy={busy} onToggle={() => onOpen(opened === one.name ? null : one.name)} onSend={(to) => onSend(one, to)} onGo={onGo} />
            ) : (
              <Sent name={one.name} row={one.sent} takesFocus={justSent !== null && justSent.table === one.sent.table && justSent.row === one.sent.row} onGo={onGo} />
            )}
          </li>
        ))}
      </ul>
      {recommendations.length > shown ? (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + SHOWN)}>
          {count(recommendations.length - shown, 'more', 'more')}
        </Button>
      ) : null}
    </>
  );
}

interface OpenProps {
  readonly one: Recommendation;
  readonly currency: string;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onToggle: () => void;
  readonly onSend: (to: Recommendation['belongsTo']) => void;
  readonly onGo: (place: RowReference) => void;
}

function Open({ one, currency, open, busy, onToggle, onSend, onGo }: OpenProps) {
  const styles = { ...useRowStyles(), ...useStyles() };
  const facts = [
    [words.plan.amount, one.amount === null ? '' : moneyText(one.amount, currency)],
    [words.plan.due, one.dueDate === null ? '' : dayMonthYear(one.dueDate)],
    [words.plan.services, one.services.join(', ')],
    [words.plan.businessUnit, one.businessUnit ?? ''],
  ].filter(([, fact]) => fact !== '');
  const rows = one.rows.slice(0, MOST_ROWS).map((place): Jump => ({ key: `${place.table} ${place.row}`, icon: <TableSimple20Regular aria-hidden />, title: words.plan.row(place.table, place.row), detail: '', go: () => onGo(place) }));
  return (
    <>
      <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
        {kindIcon(one.kind)}
        <span className={styles.text}>
          <span className={styles.title}>{one.name}</span>
          {open ? null : <span className={styles.detail}>{one.finding}</span>}
        </span>
        {open ? <ChevronDown20Regular className={styles.chevron} aria-hidden /> : <ChevronRight20Regular className={styles.chevron} aria-hidden />}
      </button>
      {open ? (
        <div className={styles.inside}>
          <p className={styles.say}>{one.finding}</p>
          {facts.length === 0 ? null : (
            <dl className={styles.facts}>
              {facts.map(([term, fact]) => [
                <dt key={term} className={styles.term}>
                  {term}
                </dt>,
                <dd key={`${term} is`} className={styles.fact}>
                  {fact}
                </dd>,
              ])}
            </dl>
          )}
          {rows.length === 0 ? null : <JumpList jumps={rows} label={words.plan.rowsOf(one.name)} />}
          {one.rows.length > MOST_ROWS ? <p className={styles.detail}>{count(one.rows.length - MOST_ROWS, 'more row')}</p> : null}
          <Menu positioning="below-end">
            <MenuTrigger disableButtonEnhancement>
              {(trigger: MenuButtonProps) => (
                <SplitButton size="small" appearance="primary" disabled={busy} menuButton={{ ...trigger, 'aria-label': words.plan.elsewhere }} primaryActionButton={{ onClick: () => onSend(one.belongsTo) }}>
                  {words.plan.send(one.belongsTo)}
                </SplitButton>
              )}
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => onSend(OTHER[one.belongsTo])}>{words.plan.send(OTHER[one.belongsTo])}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
      ) : null}
    </>
  );
}

function Sent({ name, row, takesFocus, onGo }: { readonly name: string; readonly row: RowReference; readonly takesFocus: boolean; readonly onGo: (place: RowReference) => void }) {
  const styles = { ...useRowStyles(), ...useStyles() };
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <button ref={button} type="button" className={styles.row} onClick={() => onGo(row)}>
      <StatusIcon status="done" />
      <span className={styles.text}>
        <span className={styles.title}>{name}</span>
        <span className={styles.detail}>{words.plan.sentTo(row.table, row.row)}</span>
      </span>
      <ChevronRight20Regular className={mergeClasses(styles.chevron, styles.middle)} aria-hidden />
    </button>
  );
}
