import { sumOfRecorded } from '../../domain/aggregates';
import type { PortfolioService } from '../../domain/portfolio/figures';
import type { PortfolioClass } from '../../domain/servicemap/records';
import { listOf } from '../../domain/performance/phrases';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, withStyle, widthOf } from '../layout';
import { moneyText } from '../money';
import { ownerCell, textOrNothing } from '../service-map/cells';
import { sentencesThatFit } from '../service-map/sentences';
import type { CellStyle, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, HEIGHT, STYLE } from '../style';
import { wrapped } from '../text-width';
import { SHEET_NAME } from '../words';
import { addText, inList, moneyCell } from './cells';
import { servicesFacts, servicesSentence } from './sentences';
import { W } from './words';

const COLUMNS = [9, 189, 105, 159, 135, 135, 129, 81];
const C = { service: 1, portfolioClass: 2, contribution: 3, sponsor: 4, relationshipManager: 5, owner: 6, cost: 7 } as const;
const WIDTH = widthOf(COLUMNS, C.service, C.cost);
const DETAIL: CellStyle = { ...STYLE.detail, indent: 1 };
const MISSING: CellStyle = { ...DETAIL, color: COLOR.atRisk };
const CLASS_ORDER: readonly (PortfolioClass | null)[] = ['Differentiator', 'Business function', 'Utility', null];

type Group = keyof typeof W.services.groups;

/**
 * The services for readers of the business, by lifecycle: what each contributes, which functions, processes
 * and objectives stand on it, who pays for it and who speaks for it, what it costs a year, what becomes of it.
 */
export function servicePortfolio(input: Pick<ReportInput, 'figures'>): SheetModel {
  return finish(servicePortfolioWork(input));
}

/** `servicePortfolio` with a pause after every service, for callers that must give way to others. */
export function* servicePortfolioWork({ figures }: Pick<ReportInput, 'figures'>): Work<SheetModel> {
  const { services } = figures.portfolio;
  const rows = new Rows();
  const facts = servicesFacts(services, figures.currency);
  addHeading(rows, COLUMNS, figures, W.services.title, null, servicesSentence(services, figures.currency), facts.length === 0 ? null : sentencesThatFit(facts, WIDTH, STYLE.subline));
  const { heads } = W.services;
  const headRow = rows.add(
    HEIGHT.head,
    across([...Object.values(heads).slice(0, -1).map((head, at) => cell(C.service + at, head, STYLE.head)), cell(C.cost, heads.cost, { ...STYLE.head, horizontal: 'Right' as const })], C.service, C.cost, STYLE.headRule),
  );
  if (services.length === 0) rows.add(HEIGHT.promise, [cell(C.service, W.services.none, STYLE.body)]);
  for (const group of Object.keys(W.services.groups) as Group[]) {
    const ofGroup = services.filter((service) => groupOf(service) === group);
    if (ofGroup.length === 0) continue;
    const cost = sumOfRecorded(ofGroup.map(({ annualCost }) => annualCost));
    rows.add(HEIGHT.section + 6, [cell(C.service, W.services.ofGroup(W.services.groups[group], ofGroup.length, cost === null ? null : moneyText(cost, figures.currency)), { ...STYLE.section, vertical: 'Bottom' })]);
    for (const service of ofGroup.toSorted((a, b) => CLASS_ORDER.indexOf(a.portfolioClass) - CLASS_ORDER.indexOf(b.portfolioClass))) {
      addService(rows, service, figures.currency);
      yield;
    }
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.services.definitions) for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.service, line, STYLE.definition)]);
  return listPage({ kind: 'portfolio', subject: '', name: SHEET_NAME.portfolio, title: W.services.title, figures, columns: COLUMNS, rows, lastColumn: C.cost, heads: [headRow, headRow] });
}

function groupOf({ lifecycle }: PortfolioService): Group {
  if (lifecycle === 'Proposed' || lifecycle === 'In development') return 'new';
  return lifecycle ?? 'unknown';
}

/** A service on one line, and beneath it, in full, what it is worth and will become; a retired one only as far as that is written down. */
function addService(rows: Rows, service: PortfolioService, currency: string): void {
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const retired = service.lifecycle === 'Retired';
  const body: CellStyle = retired ? { ...STYLE.body, color: COLOR.grey } : STYLE.body;
  const person = (column: number, name: string | null, missing: string) =>
    name === null && !retired ? textCell(column, missing, width(column), withStyle(body, { color: COLOR.missed })) : textOrNothing(column, name, width(column), body);
  const status = service.lifecycle === 'Proposed' || service.lifecycle === 'In development' ? ` (${W.services.statuses[service.lifecycle]})` : '';
  const cells = [
    textCell(C.service, `${service.service}${status}`, width(C.service), retired ? body : STYLE.strong),
    textOrNothing(C.portfolioClass, service.portfolioClass, width(C.portfolioClass), body),
    textOrNothing(C.contribution, service.contribution.join(', '), width(C.contribution), body),
    person(C.sponsor, service.businessSponsor, W.services.noSponsor),
    person(C.relationshipManager, service.relationshipManager, W.services.noManager),
    retired ? textOrNothing(C.owner, service.itOwner, width(C.owner), body) : ownerCell(C.owner, service.itOwner, width(C.owner)),
    moneyCell(C.cost, service.annualCost, currency, width(C.cost), body),
  ];
  rows.add(HEIGHT.title, across(cells, C.service, C.cost, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));
  const supports = [
    ...(service.businessFunctions === null ? [] : [`${W.services.functions}${service.businessFunctions}`]),
    ...(service.processes.length === 0 ? [] : [`${W.services.processes}${listOf(service.processes)}`]),
    ...(service.objectives.length === 0 ? [] : [`${W.services.objectives}${listOf(service.objectives)}`]),
  ];
  const missing = [...(service.contributionStatement === null ? [W.services.statement] : []), ...(service.roadmap === null ? [W.services.plan] : [])];
  const text = (words: string, style = DETAIL): void => addText(rows, COLUMNS, C.service, C.cost, words, style);
  if (service.contributionStatement !== null) text(`${W.services.value}${service.contributionStatement}`);
  if (supports.length > 0) text(supports.join(' · '));
  if (service.roadmap !== null) text(`${W.services.roadmap}${service.roadmap}`);
  if (missing.length > 0 && !retired) text(W.services.notWritten(missing), MISSING);
  if (service.projects.length > 0) text(`${W.services.projects}${listOf(service.projects.map(inList))}`);
}
