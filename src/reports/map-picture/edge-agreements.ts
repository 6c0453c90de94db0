import type { AgreementType } from '../../domain/agreements/records';
import type { AgreementFigure, Figures, TargetFigure } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { firstByName, nameKey } from '../../domain/names';
import { agreementsByItem } from '../service-map/in-force';
import { shareText } from '../target-display';
import { durationText } from '../words';
import type { EdgeAgreement } from './model';
import { P } from './words';

/** What covers things, as edges show it. */
export interface EdgeAgreements {
  /** Of the agreements in force on a thing the one with those who stand on it: an OLA, else a UC, else an SLA. */
  on(key: string): EdgeAgreement | null;
  /** The first of some agreements, those with a customer of its own before those with all. */
  among(names: readonly string[]): EdgeAgreement | null;
}

const PREFERENCE: readonly AgreementType[] = ['OLA', 'UC', 'SLA'];

/** Of several agreements of a kind on one thing the one with everybody stands, and then the one that began last. */
export function edgeAgreements({ agreements, targets }: Pick<Figures, 'agreements' | 'targets'>): EdgeAgreements {
  const byItem = agreementsByItem({ agreements });
  const byName = firstByName(agreements, ({ agreement }) => agreement);
  const promises = new Map<string, TargetFigure[]>();
  for (const target of targets) addTo(promises, nameKey(target.agreement), target);
  const shown = (agreement: AgreementFigure | undefined): EdgeAgreement | null =>
    agreement === undefined ? null : edgeAgreement(agreement, promises.get(nameKey(agreement.agreement)) ?? []);
  return {
    on: (key) => shown(byItem.get(key)?.toSorted((a, b) => rank(a) - rank(b) || (b.startDate ?? '').localeCompare(a.startDate ?? ''))[0]),
    among: (names) => {
      const found = names.flatMap((name) => byName.get(nameKey(name)) ?? []);
      return shown(found.find(({ customer }) => customer !== null) ?? found[0]);
    },
  };
}

function rank({ type, customer }: AgreementFigure): number {
  return PREFERENCE.indexOf(type) * 2 + (customer === null ? 0 : 1);
}

/** With the strictest Availability that is promised, else the shortest time to restore. */
function edgeAgreement({ agreement: name, type }: AgreementFigure, targets: readonly TargetFigure[]): EdgeAgreement {
  const shares = targets.filter(({ metric, comparator }) => metric === 'Availability' && comparator.startsWith('>')).map(({ target }) => target);
  if (shares.length > 0) return { name, type, text: `${type} ${shareText(Math.max(...shares))}`, isTime: false };
  const seconds = targets.flatMap(({ metric, target, limitSeconds }) => (metric === 'Longest outage minutes' ? [target * 60] : metric === 'Resolved within' && limitSeconds !== null ? [limitSeconds] : []));
  if (seconds.length > 0) return { name, type, text: `${type} ${durationText(Math.min(...seconds))}`, isTime: true };
  const days = targets.flatMap(({ metric, limitDays }) => (metric === 'Resolved within' && limitDays !== null ? [limitDays] : []));
  return days.length > 0 ? { name, type, text: `${type} ${P.days(Math.min(...days))}`, isTime: true } : { name, type, text: type, isTime: false };
}
