import type { AgreementType } from '../domain/agreements/records';
import { plural } from '../domain/performance/phrases';
import { finish, type Work } from '../domain/work';
import { addHeading } from './heading';
import type { ReportInput } from './input';
import { cell, listPage, Rows, textCell, widthOf } from './layout';
import { inReadingOrder } from './reading-order';
import { compensationFacts } from './owed';
import type { SheetModel } from './sheet';
import { HEIGHT, STYLE } from './style';
import { addTargetHeads, addUnreadable, TARGET_COLUMN, TARGET_COLUMNS, TargetBlock } from './target-block';
import { keptSentence, promisesUnreadable, SHEET_NAME, W } from './words';

const TYPES: readonly AgreementType[] = ['SLA', 'OLA', 'UC'];

/**
 * Every agreement and target: what was promised and delivered, the budget, the window and the rules, and
 * under each the rows that explain it and what is owed. The outages listed add up to the downtime, to the second.
 */
export function serviceLevels(input: Pick<ReportInput, 'figures' | 'dateSystem'>): SheetModel {
  return finish(serviceLevelsWork(input));
}

/** `serviceLevels` with a pause after every target, for callers that must give way to others. */
export function* serviceLevelsWork(input: Pick<ReportInput, 'figures' | 'dateSystem'>): Work<SheetModel> {
  const { figures } = input;
  const rows = new Rows();
  const missed = figures.targets.filter((figure) => figure.status === 'Missed').length;
  const judged = figures.targets.filter((figure) => figure.status !== 'Not measurable').length;
  const unreadable = figures.agreements.filter(({ state, unreadableTargets }) => state === 'In force' && unreadableTargets.length > 0);
  const unread = unreadable.reduce((sum, { unreadableTargets }) => sum + unreadableTargets.length, 0);
  addHeading(rows, TARGET_COLUMNS, figures, W.levels.title, `${figures.targets.length} ${plural(figures.targets.length, 'target')}`, keptSentence(judged - missed, judged), unread === 0 ? null : `${promisesUnreadable(unread)}, and ${unread === 1 ? 'is' : 'are'} not judged.`);
  const heads = addTargetHeads(rows);
  const owing = new Map(figures.agreements.flatMap(({ compensation }) => (compensation === null ? [] : [[compensation.targetRow.row, compensation] as const])));

  if (figures.targets.length === 0 && unread === 0) rows.add(HEIGHT.promise, [cell(TARGET_COLUMN.status, W.levels.none, STYLE.body)]);
  for (const type of TYPES) {
    const ofType = inReadingOrder(figures.targets.filter((figure) => figure.agreementType === type), figures);
    if (ofType.length === 0) continue;
    rows.add(HEIGHT.section + 6, [cell(TARGET_COLUMN.status, W.levels.types[type], { ...STYLE.section, vertical: 'Bottom' })]);
    for (const figure of ofType) {
      const block = new TargetBlock(figure, input, rows);
      block.add();
      const compensation = owing.get(figure.targetRow.row);
      if (compensation !== undefined) block.facts(compensationFacts(compensation, figures.currency, figures.month));
      yield;
    }
  }
  if (unread > 0) {
    rows.add(HEIGHT.section + 6, [cell(TARGET_COLUMN.status, W.levels.unreadable, { ...STYLE.section, vertical: 'Bottom' })]);
    for (const { agreement, unreadableTargets } of unreadable) {
      addUnreadable(rows, unreadableTargets, agreement);
      yield;
    }
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.levels.definitions) rows.add(HEIGHT.definition, [textCell(TARGET_COLUMN.status, text, widthOf(TARGET_COLUMNS, TARGET_COLUMN.status, TARGET_COLUMN.to), STYLE.definition)]);

  return listPage({ kind: 'service-levels', subject: '', name: SHEET_NAME['service-levels'], title: W.levels.title, figures, columns: TARGET_COLUMNS, rows, lastColumn: TARGET_COLUMN.to, heads });
}
