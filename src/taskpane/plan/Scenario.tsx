import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Box20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { RowReference } from '../../domain/figures';
import { numberText } from '../../domain/performance/phrases';
import type { PortfolioFigures, ScenarioFigure } from '../../domain/portfolio/figures';
import { scenarioWork } from '../../domain/portfolio/scenario';
import { finishWithPauses } from '../../domain/work';
import { breathe } from '../../excel/run';
import { moneyText } from '../../reports/money';
import { nextBudgetSentence } from '../../reports/portfolio/sentences';
import { type Jump, JumpList } from '../JumpList';
import { StatusIcon } from '../StatusIcon';
import { count, words } from '../words';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  group: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, margin: '8px 0 2px' },
  say: { margin: '6px 0 0', overflowWrap: 'anywhere' },
});

/** So many projects of a group are listed. */
const MOST = 50;

export interface ScenarioProps {
  readonly portfolio: PortfolioFigures;
  readonly currency: string;
  readonly budget: string | null;
  readonly onBudget: (budget: string) => void;
  readonly onGo: (place: RowReference) => void;
}

/**
 * An amount as people type it, in the workbook's currency; null: it cannot be told what is meant.
 * @example parseBudget('$ 500,000', '$') // 500000; parseBudget('500.000,00', '$') // null
 */
export function parseBudget(text: string, currency: string): number | null {
  const amount = text.replace(currency, '').replace(/\s/g, '');
  return /^(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(amount) ? Number(amount.replaceAll(',', '')) : null;
}

/** Which projects a budget pays for: what is committed first, then the choice that is worth most. */
export function Scenario({ portfolio, currency, budget, onBudget, onGo }: ScenarioProps) {
  const styles = useStyles();
  const { projects, scenario } = portfolio;
  const typed = budget ?? (scenario === null ? '' : numberText(scenario.budget, scenario.budget % 1 === 0 ? 0 : 2));
  const amount = parseBudget(typed, currency);
  const found = useScenario(portfolio, amount);
  const rows = new Map(projects.map((project) => [project.project, project]));
  const jumpsOf = (names: readonly string[], icon: Jump['icon'], more: (name: string) => string): Jump[] =>
    names.slice(0, MOST).map((name) => {
      const project = rows.get(name);
      return { key: `${name} ${project?.row.row}`, icon, title: name, detail: more(name), go: project && (() => onGo(project.row)) };
    });
  const worth = (name: string): string => {
    const { cost = null, npv = null } = rows.get(name) ?? {};
    return [cost === null ? words.plan.noCost : words.plan.cost(moneyText(cost, currency)), npv === null ? '' : words.plan.npv(moneyText(npv, currency))].filter((part) => part !== '').join(' · ');
  };
  const because = new Map(found?.notConsidered.map((one) => [one.project, one.because]));
  const groups =
    found === null
      ? []
      : [
          { heading: words.plan.chosen, jumps: jumpsOf(found.chosen, <StatusIcon status="done" />, worth), size: found.chosen.length },
          { heading: words.plan.committed, jumps: jumpsOf(found.committed, <Box20Regular aria-hidden />, worth), size: found.committed.length },
          { heading: words.plan.notChosen, jumps: jumpsOf(found.notChosen, <StatusIcon status="waiting" />, worth), size: found.notChosen.length },
          { heading: words.plan.notConsidered, jumps: jumpsOf(found.notConsidered.map(({ project }) => project), <StatusIcon status="waiting" />, (name) => words.plan.because[because.get(name)!]), size: found.notConsidered.length },
        ].filter(({ size }) => size > 0);
  return (
    <section aria-label={words.plan.scenario}>
      <h3 className={styles.heading}>{words.plan.scenario}</h3>
      <Field label={words.plan.budget(currency)} size="small" {...(typed.trim() !== '' && amount === null ? { validationMessage: words.plan.badBudget } : {})}>
        <Input size="small" inputMode="decimal" value={typed} onChange={(_, { value }) => onBudget(value)} />
      </Field>
      <p className={styles.say} role="status">
        {found === null ? '' : scenarioText(found, currency)}
      </p>
      {found === null || found.next === null ? null : <p className={styles.say}>{nextBudgetSentence(found, currency)}</p>}
      {groups.map(({ heading, jumps, size }) => (
        <div key={heading}>
          <h4 className={styles.group}>{heading}</h4>
          <JumpList jumps={jumps} label={heading} />
          {size > MOST ? <p className={styles.say}>{count(size - MOST, 'more', 'more')}</p> : null}
        </div>
      ))}
    </section>
  );
}

/** The scenario of Settings, or that of another budget, worked out without holding up the pane. */
function useScenario({ projects, scenario }: PortfolioFigures, budget: number | null): ScenarioFigure | null {
  const [found, setFound] = useState<ScenarioFigure | null>(null);
  const known = budget !== null && scenario?.budget === budget ? scenario : null;
  useEffect(() => {
    if (budget === null || known !== null) return;
    const controller = new AbortController();
    finishWithPauses(scenarioWork(projects, budget), () => breathe(controller.signal)).then(
      (answer) => {
        if (!controller.signal.aborted) setFound(answer);
      },
      (error: unknown) => {
        if (!controller.signal.aborted) throw error;
      },
    );
    return () => controller.abort();
  }, [projects, budget, known]);
  return known ?? (found?.budget === budget ? found : null);
}

/** @example scenarioText(found, '$') // '$500,000: $180,000 committed, 3 projects for $290,000 with an NPV of $410,000, $30,000 left.' */
export function scenarioText({ budget, committedCost, committedWithoutCost, chosen, chosenCost, chosenNpv, proved }: ScenarioFigure, currency: string): string {
  const money = (amount: number): string => moneyText(amount, currency);
  const left = budget - committedCost - chosenCost;
  const parts = [
    words.plan.committedCost(money(committedCost)),
    chosen.length === 0 ? words.plan.noneChosen : words.plan.chosenFor(chosen.length, money(chosenCost), money(chosenNpv)),
    left < 0 ? words.plan.overBudget(money(-left)) : words.plan.left(money(left)),
  ];
  const notes = [...(committedWithoutCost.length === 0 ? [] : [words.plan.committedUnknown(committedWithoutCost)]), ...(proved ? [] : [words.plan.notProved])];
  return [`${money(budget)}: ${parts.join(', ')}.`, ...notes].join(' ');
}
