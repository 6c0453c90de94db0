import type { ResponsibilityFigure } from '../../domain/figures';
import { nameKey } from '../../domain/names';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, firstThatFits, listPage, Rows, textCell, widthOf } from '../layout';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, HEIGHT, SHEET_WIDTH, STATUS_STYLE, STYLE } from '../style';
import { fittedLines, wrapped } from '../text-width';
import { SHEET_NAME, W } from '../words';
import { responsibilitiesFacts, responsibilitiesSentence, sentencesThatFit } from './sentences';

const GUTTER = 9;
const RULE = 1;
const SERVICE = 2;
const FIRST_PARTY = 3;
const RULE_WIDTH = 156;
const SERVICE_WIDTH = 165;
/** Parties that stand side by side; more of them follow in further matrices beneath. */
const MOST_PARTIES = 12;
/** Columns that there are in any case, so that those of few parties do not grow. */
const LEAST_COLUMNS = 6;
const HEAD_LINES = 4;
const HEAD_LINE_HEIGHT = 11.25;
const HEAD: CellStyle = { ...STYLE.head, size: 9, wrap: true, horizontal: 'Center', vertical: 'Bottom' };

type Input = Pick<ReportInput, 'figures'>;

/**
 * Who does what (RACI): services down, parties across, and before each service whether exactly one party is accountable and at
 * least one responsible. Where the parties are too many for one page's width, further matrices follow with
 * the next ones and the services in which they have a part.
 */
export function responsibilities(input: Input): SheetModel {
  return finish(responsibilitiesWork(input));
}

/** `responsibilities` with a pause after every service, for callers that must give way to others. */
export function* responsibilitiesWork({ figures }: Input): Work<SheetModel> {
  const rows = new Rows();
  const parties = partiesOf(figures.responsibilities);
  const columns = columnsFor(parties.length);
  const last = columns.length - 1;
  const width = widthOf(columns, RULE, last);
  const facts = responsibilitiesFacts(figures.responsibilities);
  addHeading(rows, columns, figures, W.raci.title, null, responsibilitiesSentence(figures.responsibilities), facts.length === 0 ? null : sentencesThatFit(facts, width, STYLE.subline));
  let headRow = 0;
  for (let from = 0; from === 0 || from < parties.length; from += MOST_PARTIES) {
    const shown = parties.slice(from, from + MOST_PARTIES);
    if (parties.length > MOST_PARTIES) rows.add(HEIGHT.section + 6, [cell(RULE, W.raci.parties(from + 1, from + shown.length, parties.length), { ...STYLE.section, vertical: 'Bottom' })]);
    headRow = addHeads(rows, columns, shown);
    const keys = new Map(shown.map((party, at) => [nameKey(party), FIRST_PARTY + at]));
    for (const figure of figures.responsibilities) {
      const cells = roleCells(figure, keys);
      if (cells.length === 0 && from > 0) continue;
      rows.add(HEIGHT.promise, across([ruleCell(figure), textCell(SERVICE, figure.service, columns[SERVICE] ?? 0, STYLE.body), ...cells], RULE, last, STYLE.rowRule));
      yield;
    }
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.raci.definitions) for (const line of wrapped(text, width - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(RULE, line, STYLE.definition)]);
  // Several matrices have heads of their own each: none of them could stand above all pages.
  const heads = parties.length > MOST_PARTIES ? null : ([headRow, headRow] as const);
  return listPage({ kind: 'responsibilities', subject: '', name: SHEET_NAME.responsibilities, title: W.raci.title, figures, columns, rows, lastColumn: last, heads });
}

/** Parties as first written: those accountable for most services first, then those responsible for most, then those with most parts. */
function partiesOf(figures: readonly ResponsibilityFigure[]): string[] {
  const parties = new Map<string, { readonly party: string; accountable: number; responsible: number; parts: number }>();
  for (const { party, roles } of figures.flatMap((figure) => figure.parties)) {
    const one = parties.get(nameKey(party)) ?? { party, accountable: 0, responsible: 0, parts: 0 };
    if (roles.includes('A')) one.accountable++;
    if (roles.includes('R')) one.responsible++;
    one.parts++;
    parties.set(nameKey(party), one);
  }
  return [...parties.values()].toSorted((a, b) => b.accountable - a.accountable || b.responsible - a.responsible || b.parts - a.parts).map(({ party }) => party);
}

/** Gutter, rule, service, parties side by side: together as wide as every sheet. */
function columnsFor(parties: number): number[] {
  const count = Math.max(LEAST_COLUMNS, Math.min(parties, MOST_PARTIES));
  const room = SHEET_WIDTH - GUTTER - RULE_WIDTH - SERVICE_WIDTH;
  const each = Math.floor((room / count) * 4) / 4;
  return [GUTTER, RULE_WIDTH, SERVICE_WIDTH + room - count * each, ...Array<number>(count).fill(each)];
}

function addHeads(rows: Rows, columns: readonly number[], parties: readonly string[]): number {
  let lines = 1;
  const cells = parties.map((party, at) => {
    const width = (columns[FIRST_PARTY + at] ?? 0) - CELL_MARGIN;
    const text = fittedLines(party, width, HEAD_LINES, { size: 9 });
    lines = Math.max(lines, wrapped(text, width, { size: 9 }).length);
    return cell(FIRST_PARTY + at, text, HEAD);
  });
  const head: CellStyle = { ...STYLE.head, vertical: 'Bottom' };
  return rows.add(Math.max(HEIGHT.head, lines * HEAD_LINE_HEIGHT + 3), across([cell(RULE, W.raci.heads.rule, head), cell(SERVICE, W.raci.heads.service, head), ...cells], RULE, columns.length - 1, STYLE.headRule));
}

/** The roles of the parties that stand here; one A too many in the colour of what is missed. */
function roleCells({ parties, broken }: ResponsibilityFigure, columns: ReadonlyMap<string, number>): SheetCell[] {
  const several = broken.includes('several A');
  return parties.flatMap(({ party, roles }) => {
    const column = columns.get(nameKey(party));
    if (column === undefined) return [];
    const accountable = roles.includes('A');
    const style: CellStyle = several && accountable ? { ...STYLE.strong, color: COLOR.missed, fill: COLOR.missedPale } : accountable ? STYLE.strong : STYLE.body;
    return [cell(column, roles.join(' '), { ...style, horizontal: 'Center' })];
  });
}

function ruleCell({ parties, broken }: ResponsibilityFigure): SheetCell {
  if (broken.length === 0) return cell(RULE, W.raci.holds, STATUS_STYLE.Met);
  const style: CellStyle = { ...STATUS_STYLE.Missed, size: 10 };
  const words = parties.length === 0 ? [W.raci.noRow] : [broken.map((rule) => W.raci.broken[rule]).join(', '), broken.join(', ')];
  return cell(RULE, firstThatFits(words.map((text) => `✕ ${text}`), RULE_WIDTH, style), style);
}
