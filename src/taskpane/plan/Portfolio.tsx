import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RowReference } from '../../domain/figures';
import { numberText } from '../../domain/performance/phrases';
import type { PortfolioFigures, ProjectFigure } from '../../domain/portfolio/figures';
import { moneyText } from '../../reports/money';
import { Bounded } from '../Bounded';
import { type Jump, JumpList } from '../JumpList';
import { words } from '../words';
import { Scenario } from './Scenario';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  next: { marginTop: '16px' },
  say: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  rank: { width: '20px', flexShrink: 0, textAlign: 'right', fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
});

/** A list shows so many at first. */
const SHOWN = 50;

export interface PortfolioProps {
  readonly portfolio: PortfolioFigures;
  readonly currency: string;
  /** As it was typed; null: as Settings has it. */
  readonly budget: string | null;
  readonly onBudget: (budget: string) => void;
  readonly onGo: (place: RowReference) => void;
  readonly onSettings?: (() => void) | undefined;
}

/** Which projects are worth most, by which weights, and which of them a budget pays for. */
export function Portfolio({ portfolio, currency, budget, onBudget, onGo, onSettings }: PortfolioProps) {
  const styles = useStyles();
  const { projects, weights, discountRate } = portfolio;
  if (projects.length === 0) return <Text block>{words.plan.noProjects}</Text>;
  const ranked = projects.filter(({ rank }) => rank !== null);
  const jumpTo = (one: ProjectFigure): Jump => ({
    key: `${one.row.table} ${one.row.row}`,
    icon: <span className={styles.rank}>{one.rank}</span>,
    title: one.project,
    detail: projectText(one, currency),
    go: () => onGo(one.row),
  });
  return (
    <>
      <section aria-label={words.plan.ranking}>
        <h3 className={styles.heading}>{words.plan.ranking}</h3>
        <p className={styles.say}>
          {words.plan.weights(weights.map(({ factor, weight }) => `${factor.toLowerCase()} ${numberText(weight, weight % 1 === 0 ? 0 : 1)}`))} {discountRate === null ? words.plan.noRate : words.plan.rate(`${numberText(discountRate * 100, 1)}%`)}
        </p>
        {onSettings === undefined ? null : (
          <Button size="small" appearance="subtle" onClick={onSettings}>
            {words.plan.settings}
          </Button>
        )}
        {ranked.length === 0 ? (
          <Text block>{words.plan.notRanked}</Text>
        ) : (
          <Bounded list={ranked} first={SHOWN}>
            {(shown) => <JumpList jumps={shown.map(jumpTo)} label={words.plan.ranking} />}
          </Bounded>
        )}
        {projects.length > ranked.length && ranked.length > 0 ? <p className={styles.say}>{words.plan.unranked(projects.length - ranked.length)}</p> : null}
      </section>
      <div className={styles.next}>
        <Scenario portfolio={portfolio} currency={currency} budget={budget} onBudget={onBudget} onGo={onGo} />
      </div>
    </>
  );
}

/** @example projectText(figure, '$') // 'Score 0.82 · cost $120,000 · NPV $84,300 · Proposed' */
export function projectText({ score, parts, cost, npv, status }: ProjectFigure, currency: string): string {
  const unknown = parts.filter((part) => part.score === null && part.weight > 0).map(({ factor }) => factor.toLowerCase());
  return [
    score === null ? '' : words.plan.score(numberText(score, 2)),
    unknown.length === 0 ? '' : words.plan.without(unknown),
    cost === null ? words.plan.noCost : words.plan.cost(moneyText(cost, currency)),
    npv === null ? '' : words.plan.npv(moneyText(npv, currency)),
    status,
  ].filter((part) => part !== '').join(' · ');
}
