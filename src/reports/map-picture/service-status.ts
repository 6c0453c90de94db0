import type { Figures, TargetFigure } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { actualDisplay } from '../target-display';
import type { PictureNode } from './model';

/** What a service promises its customers: the Availability of its SLA, of one with everybody first; undefined: nothing. */
export function promisedAvailability(figures: Pick<Figures, 'targets'>, service: string): TargetFigure | undefined {
  const promises = figures.targets.filter(({ item, agreementType, metric }) => metric === 'Availability' && agreementType === 'SLA' && sameName(item, service));
  return promises.find(({ customer }) => customer === null) ?? promises[0];
}

/** How a service stands: by its promised Availability, else the status of what else it promises. */
export function serviceStatus(figures: Pick<Figures, 'targets' | 'agreements'>, service: string): NonNullable<PictureNode['subject']> {
  const promise = promisedAvailability(figures, service);
  if (promise !== undefined) return { status: promise.status, actual: promise.actual === null ? null : actualDisplay(promise, promise.actual).text };
  const agreement = figures.agreements.find(({ item, state, type }) => state === 'In force' && type === 'SLA' && sameName(item, service));
  return { status: agreement?.status ?? null, actual: null };
}
