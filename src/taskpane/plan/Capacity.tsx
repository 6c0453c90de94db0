import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CapacityFigure, DemandFigures, LicenceFigure } from '../../domain/demand/figures';
import { shareUsed } from '../../domain/demand/utilisation';
import type { RowReference } from '../../domain/figures';
import { capitalised, monthAndYear, numberText } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import { addMonths } from '../../domain/time/zone';
import { dayMonthYear } from '../../reports/dates';
import { quantityText } from '../../reports/demand/quantity';
import { capacityCause, unreadThreshold } from '../../reports/demand/sentences';
import { exactMoneyText } from '../../reports/money';
import { Bounded } from '../Bounded';
import { type Jump, JumpList } from '../JumpList';
import { StatusIcon } from '../StatusIcon';
import { words } from '../words';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  next: { marginTop: '14px' },
});

/** A list shows so many at first. */
const SHOWN = 100;
/** So many planned upgrades are told; the rest stand on the sheet. */
const MOST_UPGRADES = 2;

const ICON: Readonly<Record<CapacityFigure['state'], 'Missed' | 'At risk' | 'Met' | 'waiting'>> = {
  'Over capacity': 'Missed',
  'Over threshold': 'At risk',
  'Inside lead time': 'At risk',
  'Will run out': 'At risk',
  Enough: 'Met',
  Unknown: 'waiting',
};

export interface CapacityProps {
  readonly demand: Pick<DemandFigures, 'capacity' | 'licences'>;
  /** First date of the report month. */
  readonly month: LocalDate;
  readonly currency: string;
  readonly onGo: (place: RowReference) => void;
}

/** What there is of everything against what is used of it, the most urgent first; then licences. */
export function Capacity({ demand: { capacity, licences }, month, currency, onGo }: CapacityProps) {
  const styles = useStyles();
  const ofCapacity = capacity.map((one, at): Jump => ({ key: String(at), icon: <StatusIcon status={ICON[one.state]} />, title: one.unit === null ? one.item : `${one.item}, ${one.unit}`, detail: capacityText(one, month), go: () => onGo(one.row) }));
  const ofLicences = licences.map((one): Jump => ({ key: `${one.row.table} ${one.row.row}`, icon: <StatusIcon status={licenceIcon(one)} />, title: one.product, detail: licenceText(one, currency), go: () => onGo(one.row) }));
  if (capacity.length + licences.length === 0) return <Text block>{words.plan.noCapacity}</Text>;
  return (
    <>
      {ofCapacity.length === 0 ? null : <Section heading={words.plan.capacity} jumps={ofCapacity} />}
      {ofLicences.length === 0 ? null : (
        <div className={ofCapacity.length === 0 ? undefined : styles.next}>
          <Section heading={words.plan.licences} jumps={ofLicences} />
        </div>
      )}
    </>
  );
}

function Section({ heading, jumps }: { readonly heading: string; readonly jumps: readonly Jump[] }) {
  const styles = useStyles();
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <Bounded list={jumps} first={SHOWN}>
        {(shown) => <JumpList jumps={shown} label={heading} />}
      </Bounded>
    </section>
  );
}

/** @example capacityText(figure, '2026-10-01') // 'Inside lead time · 760 of 1,000 GB, 76% · reaches 80% of its capacity in January 2027; lead time 3 months, order was due 1 Oct 2026' */
export function capacityText(figure: CapacityFigure, month: LocalDate): string {
  const { state, usage, capacity, unit, utilisation, upgrades } = figure;
  // Of what is over a limit the cause says the share.
  const share = utilisation === null || state.startsWith('Over') ? '' : shareUsed(utilisation, figure.threshold).text;
  const used = usage === null ? words.plan.noUsageOf(quantityText(capacity, unit), unit) : `${capacity === 0 ? words.plan.usedOfNone(quantityText(usage, unit)) : words.plan.usedOf(quantityText(usage, null), quantityText(capacity, unit), share)}${figure.toDate ? ` in ${monthAndYear(addMonths(month, -1))}` : ''}${figure.incomplete ? ` (${words.plan.incomplete})` : ''}`;
  const cause = state === 'Enough' || state === 'Unknown' ? '' : capitalised(capacityCause(figure, month));
  const next = upgrades.slice(0, MOST_UPGRADES).map((one) => words.plan.planned(quantityText(one.capacity, unit), dayMonthYear(one.from)));
  return [state === 'Will run out' ? words.plan.reaches : state, used, cause, capitalised(unreadThreshold(figure) ?? ''), ...next].filter((part) => part !== '').join(' · ');
}

/** As on the sheet: a tick only where all that were bought are known to be used. */
function licenceIcon({ short, unassigned, spare }: LicenceFigure): 'At risk' | 'Met' | 'waiting' {
  if (short > 0) return 'At risk';
  return unassigned === 0 && spare === 0 ? 'Met' : 'waiting';
}

/** @example licenceText(figure, '$') // '100 purchased, 88 assigned, 71 active · 12 unassigned, $1,440 · 17 spare, $2,040' */
export function licenceText({ purchased, assigned, active, short, unassigned, spare, costOfShort, costOfUnassigned, costOfSpare }: LicenceFigure, currency: string): string {
  const part = (size: number | null, word: string, cost: number | null): string => (size === null || size === 0 ? '' : `${numberText(size, 0)} ${word}${cost === null ? '' : `, ${exactMoneyText(cost, currency)}`}`);
  return [
    words.plan.licencesOf(numberText(purchased, 0), numberText(assigned, 0), active === null ? null : numberText(active, 0)),
    part(short, words.plan.short, costOfShort),
    part(unassigned, words.plan.unassigned, costOfUnassigned),
    part(spare, words.plan.spare, costOfSpare),
  ].filter((text) => text !== '').join(' · ');
}
