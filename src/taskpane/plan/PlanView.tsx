import { Button, makeStyles, MessageBar, MessageBarBody, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Recommendation } from '../../domain/demand/figures';
import type { Figures, RowReference } from '../../domain/figures';
import { Page } from '../Page';
import type { SentRecommendation } from '../pane-actions';
import { Progress } from '../Progress';
import { words } from '../words';
import { Capacity } from './Capacity';
import type { Forecasting, PlanPart, PlanState } from './plan-state';
import { Portfolio } from './Portfolio';
import { Recommendations } from './Recommendations';
import { Usage } from './Usage';

const useStyles = makeStyles({
  parts: { display: 'flex', gap: '6px', flexWrap: 'wrap', marginBottom: '10px' },
  message: { marginBottom: '8px' },
  stopped: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  heading: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const DEMAND_TABLES: readonly string[] = ['Usage', 'Capacity', 'Licences', 'Requests'];

export interface PlanViewProps {
  readonly figures: Figures;
  readonly state: PlanState;
  readonly onState: (state: PlanState) => void;
  /** null: nothing is being worked out. */
  readonly forecasting: Forecasting | null;
  /** The user cancelled the forecasts, or they failed: they are not begun again by themselves. */
  readonly stopped: boolean;
  readonly busy: boolean;
  /** What was sent last; null: nothing yet. */
  readonly sent: SentRecommendation | null;
  readonly onForecast: () => void;
  readonly onCancel: () => void;
  readonly onSend: (recommendation: Recommendation, to: Recommendation['belongsTo']) => void;
  readonly onGo: (place: RowReference) => void;
  /** To the table where weights, discount rate and budget are set; left out: the workbook has none. */
  readonly onSettings?: (() => void) | undefined;
}

/** What is used, what there is of it, what follows, and what is to be built. Forecasts are worked out when it is first looked at. */
export function PlanView({ figures, state, onState, forecasting, stopped, busy, sent, onForecast, onCancel, onSend, onGo, onSettings }: PlanViewProps) {
  const styles = useStyles();
  const { demand, portfolio } = figures;
  const isRecorded = figures.tables.some(({ table, rows }) => rows > 0 && DEMAND_TABLES.includes(table));
  const isWanted = demand === null && isRecorded && forecasting === null && !stopped && !busy;
  useEffect(() => {
    if (isWanted) onForecast();
  }, [isWanted, onForecast]);

  const parts: readonly (readonly [PlanPart, number | null])[] = [
    ['recommendations', demand?.recommendations.filter((one) => one.sent === null).length ?? null],
    ['capacity', demand === null ? null : demand.capacity.length + demand.licences.length],
    ['usage', demand?.usage.length ?? null],
    ['portfolio', portfolio.projects.length],
  ];
  const ofDemand = () => {
    if (!isRecorded) return <Text block>{words.plan.nothingRecorded}</Text>;
    if (demand === null) {
      return forecasting === null ? (
        <div className={styles.stopped}>
          <Text block>{words.plan.notForecast}</Text>
          <Button disabled={busy} onClick={onForecast}>
            {words.plan.forecast}
          </Button>
        </div>
      ) : (
        <>
          <Progress step={forecasting.cancelling ? words.plan.cancelling : forecasting.step} share={forecasting.share} label={words.plan.forecasting} />
          <p className={styles.note}>{words.plan.readOn}</p>
        </>
      );
    }
    if (state.part === 'capacity') return <Capacity demand={demand} month={figures.month} currency={figures.currency} onGo={onGo} />;
    if (state.part === 'usage') return <Usage demand={demand} chosen={state.usage} onChoose={(usage) => onState({ ...state, usage })} onGo={onGo} />;
    return <Recommendations demand={demand} currency={figures.currency} opened={state.opened} busy={busy} justSent={sent?.row ?? null} onOpen={(opened) => onState({ ...state, opened })} onSend={onSend} onGo={onGo} />;
  };
  return (
    <Page
      label={words.tabs.plan}
      bar={
        forecasting === null ? undefined : (
          <Button disabled={forecasting.cancelling} onClick={onCancel}>
            {words.report.cancel}
          </Button>
        )
      }
    >
      <div className={styles.parts} role="group" aria-label={words.plan.parts}>
        {parts.map(([part, size]) => (
          <ToggleButton key={part} size="small" shape="circular" checked={state.part === part} onClick={() => onState({ ...state, part })}>
            {words.plan.part[part]} {size === null ? '' : size}
          </ToggleButton>
        ))}
      </div>
      {sent === null ? null : (
        <MessageBar className={styles.message} intent="success" layout="multiline">
          <MessageBarBody>
            {words.plan.sent(sent.table.name, sent.row.row)} {sent.table.columnsLeftOut.length === 0 ? '' : words.plan.leftOut(sent.table.columnsLeftOut)} {words.plan.undo[sent.undo]}
          </MessageBarBody>
        </MessageBar>
      )}
      <h2 className={styles.heading}>{words.plan.part[state.part]}</h2>
      {state.part === 'portfolio' ? <Portfolio portfolio={portfolio} currency={figures.currency} budget={state.budget} onBudget={(budget) => onState({ ...state, budget })} onGo={onGo} onSettings={onSettings} /> : ofDemand()}
    </Page>
  );
}
