import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { capitalised } from '../../domain/performance/phrases';
import type { AgreementFigure, ChainFigure, Figures, RowReference, TargetFigure } from '../../domain/figures';
import { CHAIN_WORD, chainSentences, chainState } from '../../reports/chain-words';
import { dayMonthYear } from '../../reports/dates';
import { fieldWords } from '../../reports/words';
import { budgetText, measuredText } from '../format';
import { type Jump, JumpList } from '../JumpList';
import { OpeningRow } from '../OpeningRow';
import { StatusIcon } from '../StatusIcon';
import { statusWord, words } from '../words';
import { ChainTree } from './ChainTree';
import { chainNodes, ownFindings } from './chain-nodes';

const useStyles = makeStyles({
  inside: { padding: '0 0 10px 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '6px' },
  say: { margin: '4px 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  heading: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, margin: '8px 0 2px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

export interface AgreementItemProps {
  readonly figure: AgreementFigure;
  readonly figures: Figures;
  /** What stands beneath an SLA. */
  readonly chain: ChainFigure | undefined;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onToggle: () => void;
  readonly onGo: (place: RowReference) => void;
  readonly onPage: () => void;
}

/** An agreement in force: a line, and what is behind it, opened in place. */
export function AgreementItem({ figure, figures, chain, open, busy, onToggle, onGo, onPage }: AgreementItemProps) {
  const styles = useStyles();
  const status = figure.status === null ? words.agreements.notJudged : statusWord[figure.status];
  const about = [status, figure.item, figure.customer ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <li>
      <OpeningRow icon={<StatusIcon status={figure.status ?? 'waiting'} />} title={figure.agreement} details={[about, ...(chain === undefined ? [] : [chainVerdict(chain)])]} open={open} onToggle={onToggle} />
      {open ? (
        <div className={styles.inside}>
          <p className={styles.say}>{inForce(figure)}</p>
          <Promises figure={figure} figures={figures} onGo={onGo} />
          {chain === undefined ? null : <Chain chain={chain} agreements={figures.agreements} onGo={onGo} />}
          <div className={styles.buttons}>
            <Button size="small" disabled={busy} onClick={onPage}>
              {words.agreements.page}
            </Button>
            <Button size="small" appearance="subtle" disabled={busy} onClick={() => onGo(figure.row)}>
              {words.agreements.row}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

/** @example chainVerdict(chain) // '✕ Cannot be promised. Weakest link: Internet access, 99.8%; it alone would have to promise 99.96%.' */
export function chainVerdict(chain: ChainFigure): string {
  const state = CHAIN_WORD[chainState(chain)];
  // The first sentence says what is promised: the line beside it has no room for that.
  return chain.links.length === 0 ? `${state}.` : [`${state}.`, ...chainSentences(chain).slice(1)].join(' ');
}

function inForce({ startDate, lastDate, provider, reviewDue }: AgreementFigure): string {
  const parts = [
    provider === null ? '' : `By ${provider}`,
    startDate === null ? '' : `from ${dayMonthYear(startDate)}`,
    lastDate === null ? 'without an end' : `until ${dayMonthYear(lastDate)}`,
    reviewDue === null ? '' : `next review ${dayMonthYear(reviewDue)}`,
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return `${capitalised(text)}.`;
}

function Promises({ figure, figures, onGo }: { readonly figure: AgreementFigure; readonly figures: Figures; readonly onGo: (place: RowReference) => void }) {
  const metrics = figures.csfs.flatMap((csf) => csf.metrics);
  const jumps = figures.targets
    .filter(({ agreement }) => agreement === figure.agreement)
    .map((target: TargetFigure): Jump => {
      const field = `${fieldWords(target)}${target.severity === null ? '' : ` (${target.severity})`}`;
      return {
        key: String(target.targetRow.row),
        icon: <StatusIcon status={target.status} />,
        title: capitalised(field),
        detail: [statusWord[target.status], measuredText(target, metrics), budgetText(target)].filter((part) => part !== '').join(' · '),
        go: () => onGo(target.targetRow),
      };
    });
  return jumps.length === 0 ? null : <JumpList jumps={jumps} label={words.agreements.promises(figure.agreement)} />;
}

function Chain({ chain, agreements, onGo }: { readonly chain: ChainFigure; readonly agreements: Figures['agreements']; readonly onGo: (place: RowReference) => void }) {
  const styles = useStyles();
  const nodes = useMemo(() => chainNodes(chain, agreements), [chain, agreements]);
  const whole = ownFindings(chain).map((finding): Jump => {
    const place = finding.rows[0];
    return { key: `${finding.check} ${finding.found}`, icon: <StatusIcon status="warning" />, title: finding.check, detail: `${capitalised(finding.found)}. Expected: ${finding.expected}.`, go: place === undefined ? undefined : () => onGo(place) };
  });
  return (
    <>
      <h3 className={styles.heading}>{words.agreements.beneath}</h3>
      <p className={styles.say}>{chainSentences(chain)[0]}</p>
      {whole.length === 0 ? null : <JumpList jumps={whole} label={words.agreements.whole} />}
      {nodes.length === 0 ? null : <ChainTree nodes={nodes} label={words.agreements.chain(chain.agreement)} onGo={onGo} />}
    </>
  );
}
