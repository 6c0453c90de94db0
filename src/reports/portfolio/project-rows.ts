import { sumOfRecorded } from '../../domain/aggregates';
import type { PortfolioFigures, ProjectFigure } from '../../domain/portfolio/figures';
import { isOpenProject } from '../../domain/portfolio/projects';
import { nameKey } from '../../domain/names';
import { listOf, numberText } from '../../domain/performance/phrases';
import type { LocalDate } from '../../domain/time/records';
import type { Work } from '../../domain/work';
import { dateSerial } from '../dates';
import type { ReportInput } from '../input';
import { across, cell, type Rows, textCell } from '../layout';
import { moneyText } from '../money';
import { nothingCell, numberCell } from '../number-cell';
import { ownerCell, textOrNothing } from '../service-map/cells';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { shareDisplay } from '../target-display';
import { addText, moneyCell } from './cells';
import { C, COLUMNS, HEAD_RIGHT, LAST, widthAt } from './columns';
import { CATEGORIES, STATUSES, W } from './words';

const DETAIL: CellStyle = { ...STYLE.detail, indent: 2 };
const MISSING: CellStyle = { ...DETAIL, color: COLOR.atRisk };
/** Text that belongs to a project begins under its name. */
const TEXT = C.project;

/** Every project by category, then by initiative and status, with what it is worth and what a published portfolio says of it. */
export function* addProjects(rows: Rows, { projects, initiatives }: PortfolioFigures, { figures, dateSystem }: Pick<ReportInput, 'figures' | 'dateSystem'>): Work<void> {
  const places = new Map(initiatives.map(({ initiative }, place) => [nameKey(initiative), place]));
  const place = ({ initiative }: ProjectFigure): number => (initiative === null ? Infinity : (places.get(nameKey(initiative)) ?? initiatives.length));
  for (const category of CATEGORIES) {
    const own = projects.filter((project) => project.category === category);
    if (own.length === 0) continue;
    const open = own.filter(isOpenProject);
    const cost = sumOfRecorded(open.map((project) => project.cost));
    const sums = { open: open.length, cost: cost === null ? null : moneyText(cost, figures.currency), uncosted: open.filter((project) => project.cost === null).length };
    rows.add(HEIGHT.section + 12, [cell(C.rank, W.projects.ofCategory(W.projects.categories[category], own.length, sums), { ...STYLE.section, vertical: 'Bottom' })]);
    addHeads(rows);
    for (const project of own.toSorted((a, b) => place(a) - place(b) || STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))) {
      rows.add(HEIGHT.title, across(projectCells(project, figures.currency, dateSystem), C.rank, LAST, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));
      addDescription(rows, project);
      yield;
    }
  }
}

function addHeads(rows: Rows): void {
  const { heads } = W.projects;
  const left: readonly (keyof typeof heads)[] = ['project', 'status', 'initiative', 'owner'];
  const cells = (Object.keys(heads) as (keyof typeof heads)[]).map((name) => cell(C[name], heads[name], name === 'project' ? { ...STYLE.head, indent: 1 } : left.includes(name) ? STYLE.head : HEAD_RIGHT));
  rows.add(HEIGHT.head, across(cells, C.rank, LAST, STYLE.headRule));
}

function projectCells(project: ProjectFigure, currency: string, dateSystem: ReportInput['dateSystem']): SheetCell[] {
  const open = isOpenProject(project);
  const body: CellStyle = open ? STYLE.body : { ...STYLE.body, color: COLOR.grey };
  const { payback, roi, years, rank } = project;
  const number = (column: number, value: number | null, decimals: number): SheetCell =>
    numberCell(column, value === null ? null : { value, format: decimals === 0 ? FORMAT.count : `#,##0.${'0'.repeat(decimals)}`, text: numberText(value, decimals) }, widthAt(column), body);
  const money = (column: number, amount: number | null): SheetCell => moneyCell(column, amount, currency, widthAt(column), body);
  return [
    rank === null ? cell(C.rank, null) : number(C.rank, rank, 0),
    textCell(C.project, project.project, widthAt(C.project), { ...(open ? STYLE.strong : body), indent: 1 }),
    textCell(C.status, project.status, widthAt(C.status), body),
    project.initiative === null && open ? cell(C.initiative, W.projects.noInitiative, { ...body, color: COLOR.atRisk }) : textOrNothing(C.initiative, project.initiative, widthAt(C.initiative), body),
    open ? ownerCell(C.owner, project.owner, widthAt(C.owner)) : textOrNothing(C.owner, project.owner, widthAt(C.owner), body),
    dateCell(C.start, project.startDate, dateSystem, body),
    dateCell(C.end, project.endDate, dateSystem, body),
    money(C.cost, project.cost),
    money(C.benefit, project.annualBenefit),
    number(C.years, years, years !== null && Number.isInteger(years) ? 0 : 1),
    money(C.npv, project.npv),
    numberCell(C.roi, roi === null ? null : { ...shareDisplay(roi), value: roi, format: '0%;−0%', text: `${numberText(roi * 100, 0)}%` }, widthAt(C.roi), body),
    payback === 'not paid back' ? cell(C.payback, W.projects.notPaidBack, { ...body, size: 9, horizontal: 'Right', color: open ? COLOR.atRisk : COLOR.grey }) : number(C.payback, payback, 1),
  ];
}

/** A date in a narrow column: month and year. */
export function dateCell(column: number, date: LocalDate | null, dateSystem: ReportInput['dateSystem'], style: CellStyle): SheetCell {
  const serial = date === null ? null : dateSerial(date, dateSystem);
  return serial === null ? nothingCell(column) : cell(column, serial, { ...style, horizontal: 'Right', numberFormat: 'mmm yyyy' });
}

/** What is done and why, for whom, with whom and at what risk; what a published portfolio should say and does not. */
function addDescription(rows: Rows, project: ProjectFigure): void {
  const { description, benefit, services, businessUnit, contact, resources, risks, assumptions, requests, undocumented } = project;
  const what = [description, benefit].filter((text) => text !== null);
  const forWhom = [...services, ...(businessUnit === null ? [] : [businessUnit])];
  const facts = [
    ...(forWhom.length === 0 ? [] : [`${W.projects.for}${listOf(forWhom)}`]),
    ...(contact === null ? [] : [`${W.projects.contact}${contact}`]),
    ...(resources === null ? [] : [`${W.projects.resources}${resources}`]),
    ...(risks === null ? [] : [`${W.projects.risks}${risks}`]),
    ...(assumptions === null ? [] : [`${W.projects.assumptions}${assumptions}`]),
    ...(requests === 0 ? [] : [W.projects.requests(requests)]),
  ];
  if (what.length > 0) addText(rows, COLUMNS, TEXT, LAST, what.join(' · '), DETAIL);
  if (facts.length > 0) addText(rows, COLUMNS, TEXT, LAST, facts.join(' · '), DETAIL);
  if (isOpenProject(project) && undocumented.length > 0) addText(rows, COLUMNS, TEXT, LAST, W.projects.undocumented(undocumented), MISSING);
}
