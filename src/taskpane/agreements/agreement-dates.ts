/** Dates of agreements that a person has to keep in mind: reviews and ends. */
import type { AgreementFigure, Figures, RowReference } from '../../domain/figures';
import { NO_BREAK } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import { dayMonthYear } from '../../reports/dates';
import { count } from '../words';

export interface AgreementDate {
  readonly key: string;
  /** The agreement and what is with it: `SLA E-mail: review was due 1 October 2026`. */
  readonly title: string;
  readonly detail: string;
  readonly row: RowReference;
  readonly kind: 'review' | 'end';
  /** A review that is overdue, or was never held. */
  readonly late: boolean;
  /** To the end; null for reviews. */
  readonly daysLeft: number | null;
}

/**
 * Reviews that are overdue or due soon, then agreements about to end that none replaces, each by date.
 *
 * @example agreementDates(figures)[0].title // 'SLA E-mail: review was due 1 October 2026'
 */
export function agreementDates({ agreements }: Pick<Figures, 'agreements'>): AgreementDate[] {
  const byDate = (date: (figure: AgreementFigure) => LocalDate | null) => (a: AgreementFigure, b: AgreementFigure): number => (date(a) ?? '').localeCompare(date(b) ?? '');
  const reviews = agreements.filter(({ review }) => review !== null && review !== 'Reviewed').sort(byDate(({ reviewDue }) => reviewDue));
  const ends = agreements.filter(({ expiresSoon }) => expiresSoon).sort(byDate(({ lastDate }) => lastDate));
  return [
    ...reviews.map(({ agreement, row, review, reviewDue, lastReviewDate }): AgreementDate => {
      const late = review !== 'Due soon';
      return {
        key: `review ${agreement} ${row.row}`,
        // Without a start there is no date on which a review was due.
        title: reviewDue === null ? `${agreement}: never reviewed` : `${agreement}: review ${late ? 'was due' : 'due'} ${dayMonthYear(reviewDue)}`,
        detail: reviewDue === null ? 'neither Start date nor Last review date is given' : lastReviewDate === null ? 'never reviewed' : `last reviewed ${dayMonthYear(lastReviewDate)}`,
        row,
        kind: 'review',
        late,
        daysLeft: null,
      };
    }),
    ...ends.map(
      ({ agreement, row, lastDate, daysLeft }): AgreementDate => ({
        key: `end ${agreement} ${row.row}`,
        title: `${agreement}: ends${lastDate === null ? '' : ` ${dayMonthYear(lastDate)}`}`,
        detail: `${daysLeft === null ? '' : daysLeft === 0 ? `today, ` : `in ${count(daysLeft, 'day').replace(' ', NO_BREAK)}, `}none agreed replaces it`,
        row,
        kind: 'end',
        late: false,
        daysLeft,
      }),
    ),
  ];
}
