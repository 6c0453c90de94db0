import type { Figures } from '../domain/figures';
import { addMonths, toLocal } from '../domain/time/zone';
import { monthAndYear } from '../domain/performance/phrases';
import { dateOfInstant, dayMonthYear } from './dates';
import { across, cell, textCell, widthOf, type Rows } from './layout';
import { CELL_MARGIN, COLOR, HEIGHT, STYLE } from './style';
import { textWidth } from './text-width';

/** The first rows of a back page: banner, sentence, what stands under it. Column A is the gutter. */
export function addHeading(rows: Rows, columns: readonly number[], figures: Figures, title: string, fact: string | null, sentence: string, subline: string | null): void {
  const last = columns.length - 1;
  const asOf = `as of ${dayMonthYear(dateOfInstant(figures.asOf, figures.zone))}, ${toLocal(figures.asOf, figures.zone).slice(11, 16)} ${figures.zone}`;
  const facts = [monthAndYear(figures.month), asOf, ...(fact === null ? [] : [fact])].join('  ·  ');
  const width = widthOf(columns, 1, last);
  const left = width - textWidth(facts, { size: 10 }) - CELL_MARGIN - 12;
  const banner = [textCell(1, `${figures.organisation} · ${title}`, left, STYLE.banner), cell(last, facts, { ...STYLE.head, horizontal: 'Right' })];
  rows.add(HEIGHT.title, across(banner, 1, last, { ruleBelow: COLOR.accent, vertical: 'Center' }));
  rows.add(HEIGHT.verdict, [textCell(1, sentence, width, { ...STYLE.verdict, vertical: 'Center' })]);
  if (subline !== null) rows.add(HEIGHT.subline, [textCell(1, subline, width, { ...STYLE.subline, vertical: 'Center' })]);
}

/** The twelve months that end with the report month, oldest first. */
export function lastTwelve(figures: Pick<Figures, 'month'>): string[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(figures.month, at - 11));
}

/** Whether the report month is not over: As of lies in it. */
export function isRunning({ month, asOf, zone }: Pick<Figures, 'month' | 'asOf' | 'zone'>): boolean {
  return dateOfInstant(asOf, zone).slice(0, 7) === month.slice(0, 7);
}
