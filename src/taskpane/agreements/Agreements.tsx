import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarClock20Regular, DocumentText20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { WORST_FIRST } from '../../domain/agreements/worst-first';
import type { AgreementFigure, AgreementState, Figures, RowReference, TargetStatus } from '../../domain/figures';
import { chainsSentence, chainState } from '../../reports/chain-words';
import { dayMonthYear } from '../../reports/dates';
import { Bounded } from '../Bounded';
import { type Jump, JumpList } from '../JumpList';
import { Page } from '../Page';
import { words } from '../words';
import { AgreementItem } from './AgreementItem';
import { agreementDates } from './agreement-dates';

const useStyles = makeStyles({
  lead: { margin: '0 0 8px' },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '12px 0 4px' },
  grey: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** A list shows so many at first. */
const SHOWN = 100;

/** Worst first; without a judgement last. */
const ORDER: readonly (TargetStatus | null)[] = [...WORST_FIRST, null];
const worstFirst = (a: AgreementFigure, b: AgreementFigure): number => ORDER.indexOf(a.status) - ORDER.indexOf(b.status);

export interface AgreementsProps {
  readonly figures: Figures;
  readonly busy: boolean;
  readonly onGo: (place: RowReference) => void;
  /** Writes the pages of these agreements; null: of all in force. */
  readonly onPages: (agreements: readonly string[] | null) => void;
}

/** Every agreement: those in force with what stands beneath them, dates to keep, and those that do not count. */
export function Agreements({ figures, busy, onGo, onPages }: AgreementsProps) {
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(null);
  const inForce = figures.agreements.filter(({ state }) => state === 'In force').sort(worstFirst);
  const chainOf = ({ row }: AgreementFigure) => figures.chains.find((chain) => chain.row.table === row.table && chain.row.row === row.row);
  const dates = agreementDates(figures).map((date): Jump => ({ key: date.key, icon: <CalendarClock20Regular aria-hidden />, title: date.title, detail: date.detail, go: () => onGo(date.row) }));
  const others = figures.agreements
    .filter(({ state }) => state !== 'In force')
    .map((figure): Jump => ({ key: `${figure.row.table} ${figure.row.row}`, icon: <DocumentText20Regular aria-hidden />, title: figure.agreement, detail: [stateText(figure), figure.item].join(' · '), go: () => onGo(figure.row) }));
  const groups = [
    { heading: words.agreements.slas, list: inForce.filter(({ type }) => type === 'SLA') },
    { heading: words.agreements.beneathThem, list: inForce.filter(({ type }) => type !== 'SLA') },
  ].filter(({ list }) => list.length > 0);

  if (figures.agreements.length === 0) {
    return (
      <Page label={words.tabs.agreements}>
        <Text>{words.agreements.none}</Text>
      </Page>
    );
  }
  return (
    <Page
      label={words.tabs.agreements}
      bar={
        <Button style={{ flexGrow: 1 }} disabled={busy || inForce.length === 0} onClick={() => onPages(null)}>
          {words.agreements.pages(inForce.length)}
        </Button>
      }
    >
      {inForce.length === 0 ? <Text block>{words.agreements.noneInForce}</Text> : null}
      {figures.chains.length === 0 ? null : <p className={styles.lead}>{chainsSentence(figures.chains.map(chainState))}</p>}
      {groups.map(({ heading, list }) => (
        <Section key={heading} heading={heading} list={list}>
          {(shown) => (
            <ul className={styles.list} aria-label={heading}>
              {shown.map((figure) => {
                const key = `${figure.row.table} ${figure.row.row}`;
                return <AgreementItem key={key} figure={figure} figures={figures} chain={chainOf(figure)} open={open === key} busy={busy} onToggle={() => setOpen(open === key ? null : key)} onGo={onGo} onPage={() => onPages([figure.agreement])} />;
              })}
            </ul>
          )}
        </Section>
      ))}
      {[
        { heading: words.agreements.dates, list: dates },
        { heading: words.agreements.others, list: others },
      ]
        .filter(({ list }) => list.length > 0)
        .map(({ heading, list }) => (
          <Section key={heading} heading={heading} list={list}>
            {(shown) => <JumpList jumps={shown} label={heading} />}
          </Section>
        ))}
    </Page>
  );
}

function Section<Item>({ heading, list, children }: { readonly heading: string; readonly list: readonly Item[]; readonly children: (shown: readonly Item[]) => ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={heading}>
      <h2 className={styles.heading}>
        {heading} <span className={styles.grey}>{list.length}</span>
      </h2>
      <Bounded list={list} first={SHOWN}>
        {children}
      </Bounded>
    </section>
  );
}

/** Why an agreement does not count this month. @example stateText(figure) // 'Ended 31 August 2026' */
function stateText({ state, startDate, lastDate, replacedBy }: AgreementFigure): string {
  const date: Readonly<Partial<Record<AgreementState, string | null>>> = { 'Not begun': startDate, Ended: lastDate };
  const when = date[state];
  const word = state === 'Not begun' ? words.agreements.begins : state;
  const text = when ? `${word} ${dayMonthYear(when)}` : state;
  return replacedBy === null ? text : `${text}, replaced by ${replacedBy}`;
}
