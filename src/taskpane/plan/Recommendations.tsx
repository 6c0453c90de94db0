import { makeStyles, Menu, type MenuButtonProps, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, SplitButton, Text, tokens } from '@fluentui/react-components';
import { ArrowTrendingLines20Regular, Box20Regular, ChevronRight20Regular, Delete20Regular, Lightbulb20Regular, PeopleSubtract20Regular, TableSimple20Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { DemandFigures, Recommendation } from '../../domain/demand/figures';
import type { RowReference } from '../../domain/figures';
import { dayMonthYear } from '../../reports/dates';
import { moneyText } from '../../reports/money';
import { Bounded } from '../Bounded';
import { Facts } from '../Facts';
import { type Jump, JumpList, useRowStyles } from '../JumpList';
import { OpeningRow } from '../OpeningRow';
import { StatusIcon } from '../StatusIcon';
import { count, rowName, words } from '../words';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  inside: { padding: '0 0 10px 34px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '6px' },
  say: { margin: '2px 0 4px', overflowWrap: 'anywhere' },
  facts: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  middle: { alignSelf: 'center' },
});

/** A list shows so many at first. */
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
  if (recommendations.length === 0) return <Text block>{words.plan.noRecommendations}</Text>;
  return (
    <Bounded list={recommendations} first={SHOWN}>
      {(shown) => (
        <ul className={styles.list} aria-label={words.plan.part.recommendations}>
          {shown.map((one) => (
            <li key={one.name}>
              {one.sent === null ? (
                <Open one={one} currency={currency} open={opened === one.name} busy={busy} onToggle={() => onOpen(opened === one.name ? null : one.name)} onSend={(to) => onSend(one, to)} onGo={onGo} />
              ) : (
                <Sent name={one.name} row={one.sent} takesFocus={justSent !== null && justSent.table === one.sent.table && justSent.row === one.sent.row} onGo={onGo} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Bounded>
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
  ] as const;
  const rows = one.rows.slice(0, MOST_ROWS).map((place): Jump => ({ key: `${place.table} ${place.row}`, icon: <TableSimple20Regular aria-hidden />, title: rowName(place), detail: '', go: () => onGo(place) }));
  return (
    <>
      <OpeningRow icon={kindIcon(one.kind)} title={one.name} details={open ? [] : [one.finding]} open={open} onToggle={onToggle} />
      {open ? (
        <div className={styles.inside}>
          <p className={styles.say}>{one.finding}</p>
          <Facts className={styles.facts} facts={facts} />
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
