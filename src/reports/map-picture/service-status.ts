import type { AgreementType } from '../../domain/agreements/records';
import type { Figures, TargetFigure } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { actualDisplay } from '../target-display';
import type { PictureNode } from './model';

/** Those who stand on a service without an SLA go by its OLA, else by its UC. */
const PREFERENCE: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];

/** What is promised of a service: the Availability of its SLA, else of what else covers it, of one with everybody first; undefined: nothing. */
export function promisedAvailability(figures: Pick<Figures, 'targets'>, service: string): TargetFigure | undefined {
  const promises = figures.targets.filter(({ item, metric }) => metric === 'Availability' && sameName(item, service));
  return foremost(promises, ({ agreementType }) => agreementType);
}

/** How a service stands: by its promised Availability, else the status of what else it promises. */
export function serviceStatus(figures: Pick<Figures, 'targets' | 'agreements'>, service: string): NonNullable<PictureNode['subject']> {
  const promise = promisedAvailability(figures, service);
  if (promise !== undefined) return { status: promise.status, actual: promise.actual === null ? null : actualDisplay(promise, promise.actual).text };
  const agreement = foremost(figures.agreements.filter(({ item, state }) => state === 'In force' && sameName(item, service)), ({ type }) => type);
  return { status: agreement?.status ?? null, actual: null };
}

function foremost<T extends { readonly customer: string | null }>(all: readonly T[], typeOf: (one: T) => AgreementType): T | undefined {
  const rank = (one: T): number => PREFERENCE.indexOf(typeOf(one)) * 2 + (one.customer === null ? 0 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b))[0];
}
