import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { DemandFigures, UsageFigure } from '../../domain/demand/figures';
import type { RowReference } from '../../domain/figures';
import { numberText } from '../../domain/performance/phrases';
import { addMonths } from '../../domain/time/zone';
import { shortMonthYear } from '../../reports/dates';
import { growthText, quantityText } from '../../reports/demand/quantity';
import { forecastWords, seasonWords } from '../../reports/demand/usage-notes';
import { NOTHING } from '../../reports/words';
import { Facts } from '../Facts';
import { words } from '../words';
import { UsagePicture } from './UsagePicture';

const useStyles = makeStyles({
  choice: { width: '100%', minWidth: 0, marginBottom: '8px', '& select': { textOverflow: 'ellipsis' } },
  facts: { margin: '8px 0' },
  say: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '10px 0 2px' },
  list: { listStyleType: 'none', margin: '0 0 8px', padding: 0 },
  unit: { display: 'flex', justifyContent: 'space-between', gap: '10px', padding: '1px 0' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  share: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
});

/** So many business units are told; the rest stand on the sheet. */
const MOST_UNITS = 8;

export interface UsageProps {
  readonly demand: Pick<DemandFigures, 'usage' | 'withoutUsage'>;
  /** By `usageKey`; null: none yet. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onGo: (place: RowReference) => void;
}

/** Usage is told apart by its item and unit. */
export function usageKey({ item, unit }: Pick<UsageFigure, 'item' | 'unit'>): string {
  return JSON.stringify([item, unit]);
}

/** How much of an item was used, by whom, and what is to be expected. */
export function Usage({ demand: { usage, withoutUsage }, chosen, onChoose, onGo }: UsageProps) {
  const styles = useStyles();
  const figure = usage.find((one) => usageKey(one) === chosen) ?? usage[0];
  if (figure === undefined) return <Text block>{words.plan.noUsage}</Text>;
  const [place] = figure.rows;
  const { businessUnits, forecast, months } = figure;
  const named = businessUnits.length === 1 && businessUnits[0]?.businessUnit === null ? [] : businessUnits;
  return (
    <>
      <Select className={styles.choice} size="small" aria-label={words.plan.chooseUsage} value={usageKey(figure)} onChange={(_, { value }) => onChoose(value)}>
        {usage.map((one) => (
          <option key={usageKey(one)} value={usageKey(one)}>
            {one.unit === null ? one.item : `${one.item}, ${one.unit}`}
          </option>
        ))}
      </Select>
      <UsagePicture figure={figure} />
      <Facts className={styles.facts} facts={facts(figure)} />
      <p className={styles.say}>{seasonWords(figure.seasonality)}</p>
      {forecast === null ? null : <p className={styles.say}>{forecastWords(forecast, months.find(({ forForecast }) => forForecast !== null)?.month ?? '')}</p>}
      {named.length === 0 ? null : (
        <>
          <h3 className={styles.heading}>{words.plan.businessUnits}</h3>
          <ul className={styles.list} aria-label={words.plan.businessUnits}>
            {named.slice(0, MOST_UNITS).map(({ businessUnit, current, share, growthOnYear }) => (
              <li key={businessUnit ?? ''} className={styles.unit}>
                <span className={styles.name}>{businessUnit ?? words.plan.noBusinessUnit}</span>
                <span className={styles.share}>{[current === null ? NOTHING : quantityText(current, null), share === null ? '' : `${numberText(share * 100, 0)}%`, growthOnYear === null ? '' : words.plan.onYear(growthText(growthOnYear))].filter((part) => part !== '').join(' · ')}</span>
              </li>
            ))}
          </ul>
          {named.length > MOST_UNITS ? <p className={styles.say}>{words.plan.moreUnits(named.length - MOST_UNITS)}</p> : null}
        </>
      )}
      {place === undefined ? null : (
        <Button size="small" onClick={() => onGo(place)}>
          {words.plan.goToRow}
        </Button>
      )}
      {withoutUsage.length === 0 ? null : <p className={styles.say}>{words.plan.withoutUsage(withoutUsage)}</p>}
    </>
  );
}

/** Level, growth and what comes next, as far as they are known. */
function facts({ months, unit, toDate, current, growthOnMonth, growthOnYear, compoundGrowth, noUse, forecast, forecastFrom }: UsageFigure): (readonly [string, string])[] {
  const last = months[months.length - 1];
  const [next] = forecast?.points ?? [];
  const end = forecast?.points.at(-1);
  const told = (point: { readonly point: number; readonly lower: number; readonly upper: number }): string => words.plan.between(quantityText(point.point, unit), quantityText(point.lower, null), quantityText(point.upper, null));
  return [
    [last === undefined ? words.plan.used : shortMonthYear(last.month), `${current === null ? words.plan.notRecorded : quantityText(current, unit)}${toDate ? ` ${words.plan.soFar}` : last?.incomplete ? ` (${words.plan.incomplete})` : ''}${noUse ? ` (${words.plan.noUse})` : ''}`],
    [words.plan.growthOnMonth, growthOnMonth === null ? NOTHING : growthText(growthOnMonth)],
    [words.plan.growthOnYear, growthOnYear === null ? NOTHING : growthText(growthOnYear)],
    [words.plan.compoundGrowth, compoundGrowth === null ? NOTHING : growthText(compoundGrowth)],
    ...(next && forecastFrom ? [[shortMonthYear(forecastFrom), told(next)] as const] : []),
    ...(end && forecast && forecastFrom && forecast.points.length > 1 ? [[shortMonthYear(addMonths(forecastFrom, forecast.points.length - 1)), told(end)] as const] : []),
  ];
}
