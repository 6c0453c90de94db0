import { numberText } from '../../domain/performance/phrases';
import { addMonths, toLocal } from '../../domain/time/zone';
import { dateOfInstant, dateRange, dayMonthYear } from '../dates';
import { isRunning } from '../heading';
import { across, cell, textCell, widthOf } from '../layout';
import { costOfFailures, serviceDowntime } from '../loss';
import { moneyText } from '../money';
import { CELL_MARGIN, COLOR, HEIGHT, STYLE } from '../style';
import { textWidth } from '../text-width';
import { failuresBehind } from '../why';
import { type Subline, sublineSentences, verdictSentence, W } from '../words';
import { C, type FirstPage, PAGE } from './page';

/** Who reports, on which days, as of when, and how many rows were used. */
export function addBanner(page: FirstPage): void {
  const { figures } = page.input;
  const used = figures.tables.reduce((sum, table) => sum + table.rows - table.leftOut, 0);
  const all = figures.tables.reduce((sum, table) => sum + table.rows, 0);
  const asOf = `${dayMonthYear(dateOfInstant(figures.asOf, figures.zone))}, ${toLocal(figures.asOf, figures.zone).slice(11, 16)} ${figures.zone}`;
  const facts = [dateRange(figures.window, figures.zone), `as of ${asOf}`, ...(all > 0 ? [`${numberText(used, 0)} of ${numberText(all, 0)} rows used`] : [])].join('  ·  ');
  const factsWidth = textWidth(facts, { size: 10 }) + CELL_MARGIN;
  const left = widthOf(PAGE, C.status, C.kept) - factsWidth - 12;
  const cells = [textCell(C.status, `${figures.organisation} · ${W.report}`, left, STYLE.banner), cell(C.kept, facts, { ...STYLE.head, horizontal: 'Right' })];
  page.addRow(HEIGHT.title, across(cells, C.status, C.kept, { ruleBelow: COLOR.accent, vertical: 'Center' }));
}

/** The sentence that is the report, and what stands under it. */
export function addVerdict(page: FirstPage): void {
  const { figures } = page.input;
  const counted = page.promises.filter((figure) => figure.status !== 'Not measurable');
  const before = page.promises.filter((figure) => figure.previousStatus !== null && figure.previousStatus !== 'Not measurable');
  const previousMonth = addMonths(figures.month, -1);
  const width = widthOf(PAGE, C.status, C.kept);
  const sentence = verdictSentence({
    month: figures.month,
    previousMonth,
    kept: counted.length - page.broken.length,
    judged: counted.length,
    keptBefore: before.filter((figure) => figure.previousStatus !== 'Missed').length,
    judgedBefore: before.length,
    notMeasurable: page.promises.length - counted.length,
    toDate: isRunning(figures),
  });
  page.addRow(HEIGHT.verdict, [textCell(C.status, sentence, width, { ...STYLE.verdict, vertical: 'Center' })]);

  const downtime = serviceDowntime(figures);
  const sentences = sublineSentences({
    month: figures.month,
    previousMonth,
    broken: page.broken.length,
    failures: failuresBehind(page.broken),
    incomplete: page.promises.filter((figure) => figure.status === 'Met, incomplete data').length,
    atRisk: page.promises.filter((figure) => figure.status === 'At risk').length,
    asks: page.asks.length,
    downtime: downtime[12] ?? null,
    downtimeBefore: downtime[11] ?? null,
    cost: costWords(page),
  });
  if (sentences.length > 0) page.addRow(HEIGHT.subline, [cell(C.status, sentencesThatFit(sentences, width - CELL_MARGIN, 12), { ...STYLE.subline, vertical: 'Center' })]);
  if (page.remark !== null) page.addRow(HEIGHT.promise, [textCell(C.status, page.remark.text, width, STYLE.body)]);
  page.addRow(HEIGHT.spacer);
}

/** The month's cost in words; null: no process has a cost. */
function costWords(page: FirstPage): Subline['cost'] {
  const { downtimeCost, currency, asOf } = page.input.figures;
  if (downtimeCost === null) return null;
  const text = (amount: number): string => moneyText(amount, currency);
  const before = downtimeCost.months[downtimeCost.months.length - 2]?.cost ?? null;
  const ofFailures = costOfFailures(page.broken, downtimeCost, asOf);
  return {
    month: text(downtimeCost.cost),
    before: before === null ? null : text(before),
    none: text(0),
    // What failures cost alone says nothing where others that ran at the same time took part of it.
    failures: ofFailures === null || ofFailures > downtimeCost.cost + 0.5 ? null : text(ofFailures),
  };
}

function sentencesThatFit(sentences: readonly string[], width: number, size: number): string {
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (textWidth(longer, { size }) <= width) text = longer;
  }
  return text;
}
