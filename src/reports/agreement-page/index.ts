import type { AgreementFigure } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { cell, listPage, Rows, textCell, widthOf } from '../layout';
import { inReadingOrder } from '../reading-order';
import type { SheetModel } from '../sheet';
import { HEIGHT, STYLE } from '../style';
import { addFigureHeads, addTargetHeads, addUnreadable, haveSameRows, TARGET_COLUMN as C, TARGET_COLUMNS, TargetBlock } from '../target-block';
import { fitted } from '../text-width';
import { W } from '../words';
import { addFoundation } from './foundation';
import { addFollowUp } from './follow-up';
import { addMoney } from './money-lines';
import { addSection, type PageContext } from './page';
import { addTerms } from './terms';
import { addTrend } from './trend';
import { sublineOf, verdictOf } from './verdict';

/**
 * The page of one agreement, which a service review is held with: its terms, the verdict, the targets
 * with budget and forecast, twelve months, what is owed, what it stands on, what is being done, and
 * last the rows that the figures are made of, which add up to them to the second.
 */
export function agreementPage(agreement: AgreementFigure, input: ReportInput): SheetModel {
  const { figures } = input;
  const rows = new Rows();
  const targets = inReadingOrder(figures.targets.filter((figure) => sameName(figure.agreement, agreement.agreement)), figures);
  const page: PageContext = { agreement, targets, input, rows, merges: [] };
  addHeading(rows, TARGET_COLUMNS, figures, agreement.agreement, W.agreementPage.states[agreement.state], verdictOf(page), sublineOf(page));
  const lastHead = rows.next - 1;
  addTerms(page);
  addPromises(page);
  const charts = addTrend(page);
  addMoney(page);
  addFoundation(page);
  addFollowUp(page);
  addExplanations(page);
  if (targets.length > 0) rows.add(HEIGHT.spacer);
  for (const text of targets.length === 0 ? [] : W.levels.definitions) rows.add(HEIGHT.definition, [textCell(C.status, text, widthOf(TARGET_COLUMNS, C.status, C.to), STYLE.definition)]);
  const sheet = listPage({ kind: 'agreement', subject: agreement.agreement, name: shortened(agreement.agreement), title: fitted(agreement.agreement, FOOTER, { size: 8 }), figures, columns: TARGET_COLUMNS, rows, lastColumn: C.to, heads: [0, lastHead] });
  return { ...sheet, merges: page.merges, charts };
}

function addPromises({ agreement, targets, input, rows }: PageContext): void {
  addSection(rows, W.promises);
  addUnreadable(rows, agreement.unreadableTargets);
  if (targets.length === 0) {
    if (agreement.unreadableTargets.length === 0) rows.add(HEIGHT.promise, [cell(C.status, W.agreementPage.noTargets, STYLE.body)]);
    return;
  }
  addFigureHeads(rows);
  for (const figure of targets) {
    const block = new TargetBlock(figure, input, rows);
    block.figures();
    block.facts(block.standing());
  }
}

/** Under each target its rows; those that several share stand once, under the first. */
function addExplanations({ targets, input, rows }: PageContext): void {
  if (targets.length === 0) return;
  addSection(rows, W.agreementPage.explained);
  addTargetHeads(rows);
  targets.forEach((figure, at) => {
    const like = targets.slice(0, at).find((other) => haveSameRows(other, figure)) ?? null;
    new TargetBlock(figure, input, rows).add(like);
  });
}

/** Points that a name may take in the footer. */
const FOOTER = 250;
const MAX_SHEET_NAME = 31;

/** As much of a name as a sheet's name holds, no character cut in two. */
function shortened(name: string): string {
  let short = '';
  for (const character of name) {
    if (short.length + character.length > MAX_SHEET_NAME) break;
    short += character;
  }
  return short;
}
