import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { UsageFigure } from '../../domain/demand/figures';
import { shortMonthYear } from '../../reports/dates';
import { quantityText } from '../../reports/demand/quantity';
import { words } from '../words';
import { HEIGHT, usageLines, WIDTH } from './usage-picture';

const useStyles = makeStyles({
  figure: { margin: '0 0 8px' },
  // In forced colours lines keep their shape and take the system's colour.
  picture: { display: 'block', width: '100%', height: '96px', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  line: { fill: 'none', stroke: tokens.colorNeutralForeground1, strokeWidth: '2px', strokeLinejoin: 'round', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  ahead: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '2px', strokeDasharray: '5 3', strokeLinejoin: 'round', '@media (forced-colors: active)': { stroke: 'Highlight' } },
  bounds: { fill: tokens.colorBrandBackground2, stroke: tokens.colorBrandStroke2, strokeWidth: '1px', '@media (forced-colors: active)': { fill: 'none', stroke: 'GrayText' } },
  caption: { display: 'flex', justifyContent: 'space-between', gap: '8px', fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

/** Recorded months as a line, the forecast dashed, its bounds as a band; in words for who cannot see it. */
export function UsagePicture({ figure }: { readonly figure: UsageFigure }) {
  const styles = useStyles();
  const lines = useMemo(() => usageLines(figure), [figure]);
  if (lines === null) return null;
  return (
    <figure className={styles.figure}>
      <div className={styles.caption} aria-hidden>
        <span>{words.plan.most(quantityText(lines.most, figure.unit))}</span>
        {lines.forecast === '' ? null : <span>{words.plan.dashed}</span>}
      </div>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={spoken(figure)}>
        <path className={styles.bounds} d={lines.bounds} vectorEffect="non-scaling-stroke" />
        <path className={styles.line} d={lines.recorded} vectorEffect="non-scaling-stroke" />
        <path className={styles.ahead} d={lines.forecast} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className={styles.caption} aria-hidden>
        <span>{shortMonthYear(lines.from)}</span>
        {lines.now === lines.to ? null : <span>{shortMonthYear(lines.now)}</span>}
        <span>{shortMonthYear(lines.to)}</span>
      </div>
    </figure>
  );
}

/** @example 'Use of E-mail from Nov 2023 to Oct 2026: from 900 to 1,210 mailboxes. Forecast to Oct 2027: 1,300, between 1,180 and 1,420.' */
function spoken({ item, unit, months, forecast }: UsageFigure): string {
  const recorded = months.flatMap(({ month, quantity }) => (quantity === null ? [] : [{ month, quantity }]));
  const [first, last] = [recorded[0]!, recorded[recorded.length - 1]!];
  const past = words.plan.spokenUsage(item, shortMonthYear(first.month), shortMonthYear(last.month), quantityText(first.quantity, null), quantityText(last.quantity, unit));
  const end = forecast?.points.at(-1);
  return end === undefined || forecast === null ? past : `${past} ${words.plan.spokenForecast(forecast.points.length, quantityText(end.point, null), quantityText(end.lower, null), quantityText(end.upper, null))}`;
}
