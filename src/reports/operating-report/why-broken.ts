import { TARGET_METRICS } from '../../domain/agreements/records';
import type { TargetFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { capitalised, NO_BREAK } from '../../domain/performance/phrases';
import { across, cell, firstThatFits, range, textCell, widthOf } from '../layout';
import { costOfService } from '../loss';
import { moneyFormat, moneyScale, moneyText } from '../money';
import { owedTexts } from '../owed';
import type { CellStyle, SheetCell } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, literal, STYLE } from '../style';
import { fittedLines, textWidth } from '../text-width';
import { actionText, improvementFor, whyBroken } from '../why';
import { fieldWords, moreOn, NOTHING, SHEET_NAME, W, whyHeading } from '../words';
import { C, CAPACITY, type FirstPage, PAGE } from './page';

/** Why promises broke: what happened, what was lost, who does what about it. */
export function addWhyBroken(page: FirstPage): void {
  const heading = cell(C.status, whyHeading(page.broken.length), STYLE.section);
  if (page.broken.length === 0) {
    if (page.promises.length === 0) return;
    page.addRow(HEIGHT.section, [heading, ...owed(page, C.promise)]);
    page.addRow(HEIGHT.promise, [cell(C.status, W.nothingBroke, STYLE.body)]);
    page.addRow(HEIGHT.spacer);
    return;
  }
  const more = page.broken.length - CAPACITY.why;
  page.addRow(HEIGHT.section, [heading, ...(more > 0 ? [cell(C.promise, capitalised(moreOn(more, W.seeSheet(SHEET_NAME['service-levels']))), { ...STYLE.detail, vertical: 'Bottom' })] : []), ...owed(page, more > 0 ? C.target : C.promise)]);
  const { whyHeads } = W;
  const shown = page.broken.slice(0, CAPACITY.why);
  const lost = lostColumn(page, shown);
  const heads = [cell(C.status, whyHeads.promise, STYLE.head), cell(C.promise, whyHeads.what, STYLE.head), cell(C.before, lost.head, { ...STYLE.head, horizontal: 'Right' as const }), cell(C.budget, whyHeads.owner, { ...STYLE.head, indent: 1 }), cell(C.months, whyHeads.action, STYLE.head)];
  page.addRow(HEIGHT.head, across(heads, C.status, C.kept, STYLE.headRule));
  shown.forEach((figure, at) => whyRow(page, figure, lost.cells[at] ?? lostNothing()));
  page.addRow(HEIGHT.spacer);
}

/** Rebates and credits due, at the right of a section's heading: from the first column that is free. */
function owed(page: FirstPage, free: number): SheetCell[] {
  const texts = owedTexts(page.input.figures);
  if (texts.length === 0) return [];
  const style: CellStyle = { ...STYLE.detail, color: COLOR.ink, vertical: 'Bottom' };
  const width = widthOf(PAGE, free, C.kept);
  return [textCell(C.kept, firstThatFits(texts, width, style), width, { ...style, horizontal: 'Right' })];
}

/** Whether outages decide a promise: only then is the cost of its service's downtime that of breaking it. */
function isDecidedByOutages({ metric }: TargetFigure): boolean {
  return (TARGET_METRICS as readonly string[]).includes(metric) && !metric.endsWith(' within');
}

/** What each broken promise lost: its service's own cost of the month, said once a service, or its downtime. */
function lostColumn(page: FirstPage, broken: readonly TargetFigure[]): { readonly head: string; readonly cells: readonly SheetCell[] } {
  const { downtimeCost, currency } = page.input.figures;
  if (downtimeCost === null) return { head: W.whyHeads.lost, cells: broken.map(downtimeCell) };
  const costs = broken.map((figure) => (isDecidedByOutages(figure) ? costOfService(figure.item, downtimeCost) : null));
  const peak = Math.max(0, ...costs.flatMap((cost) => cost ?? []));
  const style: CellStyle = { ...STYLE.strong, vertical: 'Top', horizontal: 'Right' };
  const room = (PAGE[C.before] ?? 0) - CELL_MARGIN;
  const fits = textWidth(moneyText(peak, currency), { size: 11, bold: true }) <= room;
  // A number that is too wide prints as hashes.
  const scale = fits || textWidth(moneyText(peak, ''), { size: 11, bold: true }) <= room ? { divisor: 1, unit: currency } : moneyScale(peak, currency);
  const numberFormat = fits ? moneyFormat(currency) : scale.divisor === 1 ? FORMAT.count : FORMAT.hours;
  const before = (at: number): boolean => broken.slice(0, at).some(({ item }, of) => costs[of] !== null && nameKey(item) === nameKey(broken[at]?.item ?? ''));
  return {
    head: fits ? W.cost.head : `${W.cost.head}, ${scale.unit}`,
    cells: costs.map((cost, at) => (cost === null ? lostNothing() : before(at) ? cell(C.before, W.cost.asAbove, { ...STYLE.detail, vertical: 'Top', horizontal: 'Right' }) : cell(C.before, cost / scale.divisor, { ...style, numberFormat }))),
  };
}

function whyRow(page: FirstPage, figure: TargetFigure, lost: SheetCell): void {
  const improvement = improvementFor(figure, page.input.records.improvements);
  const wrap: CellStyle = { ...STYLE.body, vertical: 'Top', wrap: true };
  const twoLines = (column: number, last: number, text: string): string => fittedLines(text, widthOf(PAGE, column, last) - CELL_MARGIN - 3, 2, { size: 11 });
  const lines = (column: number, last: number, text: string, style: CellStyle): SheetCell => cell(column, twoLines(column, last, text), style);
  const named = whyBroken(figure, page.input);
  const why = twoLines(C.promise, C.now, named) === named ? named : whyBroken(figure, page.input, false);
  const top: CellStyle = { vertical: 'Top' };
  const cells = [
    textCell(C.status, `${figure.item}, ${fieldWords(figure)}`, widthOf(PAGE, C.status, C.service), { ...STYLE.strong, ...top }),
    lines(C.promise, C.now, why, wrap),
    lost,
    textCell(C.budget, improvement?.owner ?? W.noOwner, PAGE[C.budget] ?? 0, { ...(improvement === null || improvement.owner === null ? STYLE.absent : STYLE.body), ...top, indent: 1 }),
    improvement === null ? cell(C.months, W.noAction, { ...STYLE.absent, ...top, wrap: true }) : lines(C.months, C.kept, actionText(improvement), wrap),
  ];
  const at = page.addRow(HEIGHT.why, across(cells, C.status, C.kept, { ruleBelow: COLOR.rowRule, vertical: 'Top' }));
  page.merges.push(range(at, C.promise, at, C.now), range(at, C.months, at, C.kept));
}

/** What a promise lost in downtime, in minutes or, from four digits of minutes on, in hours. */
function downtimeCell({ missedIncidents, downtimeSeconds }: TargetFigure): SheetCell {
  if (missedIncidents.length > 0 || downtimeSeconds === 0) return lostNothing();
  const inHours = downtimeSeconds >= 600_000;
  return cell(C.before, downtimeSeconds / (inHours ? 3600 : 60), { ...STYLE.strong, vertical: 'Top', horizontal: 'Right', numberFormat: `#,##0${literal(`${NO_BREAK}${inHours ? 'h' : 'min'}`)}` });
}

function lostNothing(): SheetCell {
  return cell(C.before, NOTHING, { ...STYLE.body, vertical: 'Top', horizontal: 'Right', color: COLOR.grey });
}
