import type { Figures, TargetFigure } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { foremost } from '../foremost-promise';
import { actualDisplay } from '../target-display';
import type { PictureNode } from './model';

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
