import type { InitiativeFigure, PortfolioFigures } from '../../domain/portfolio/figures';
import { isOpenInitiative } from '../../domain/portfolio/initiatives';
import { nameKey, sameName } from '../../domain/names';
import type { Work } from '../../domain/work';
import type { ReportInput } from '../input';
import { across, cell, type Rows, textCell, widthOf } from '../layout';
import { ownerCell, textOrNothing } from '../service-map/cells';
import { linesOfNames } from '../service-map/names-in-cell';
import type { CellStyle } from '../sheet';
import { COLOR, HEIGHT, STYLE } from '../style';
import { exactText } from '../words';
import { addText, inList, moneyCell } from './cells';
import { C, COLUMNS, DETAIL, HEAD_RIGHT, LAST, WIDTH, widthAt } from './columns';
import { dateCell } from './project-rows';
import { W } from './words';

/** Where the list of initiatives has its columns. */
const I = { initiative: C.rank, status: C.status, objective: C.initiative, owner: C.owner, due: C.end, budget: C.cost, cost: C.benefit, smart: C.years } as const;
const RIGHT: ReadonlySet<string> = new Set(['due', 'budget', 'cost']);

/** Every initiative with its budget beside what its projects cost, how far it is, and what it lacks. */
export function* addInitiatives(rows: Rows, { initiatives, withoutProject }: PortfolioFigures, { figures, dateSystem }: Pick<ReportInput, 'figures' | 'dateSystem'>): Work<void> {
  rows.add(HEIGHT.section + 12, [cell(C.rank, W.projects.initiatives, { ...STYLE.section, vertical: 'Bottom' })]);
  if (initiatives.length === 0) {
    rows.add(HEIGHT.promise, [cell(C.rank, W.projects.noInitiatives, STYLE.body)]);
    return;
  }
  const { initiativeHeads: heads } = W.projects;
  const headCells = (Object.keys(heads) as (keyof typeof heads)[]).map((name) => cell(I[name], heads[name], RIGHT.has(name) ? HEAD_RIGHT : name === 'smart' ? { ...STYLE.head, indent: 1 } : STYLE.head));
  rows.add(HEIGHT.head, across(headCells, C.rank, LAST, STYLE.headRule));
  const unserved = new Set(withoutProject.map(nameKey));
  for (const initiative of initiatives) {
    addInitiative(rows, initiative, unserved, figures.currency, dateSystem);
    yield;
  }
}

function addInitiative(rows: Rows, initiative: InitiativeFigure, unserved: ReadonlySet<string>, currency: string, dateSystem: ReportInput['dateSystem']): void {
  const open = isOpenInitiative(initiative);
  const body: CellStyle = open ? STYLE.body : { ...STYLE.body, color: COLOR.grey };
  const { missing, budget, cost, measure } = initiative;
  const over = open && budget !== null && cost !== null && cost > budget;
  const cells = [
    textCell(I.initiative, initiative.initiative, widthOf(COLUMNS, C.rank, C.project), open ? STYLE.strong : body),
    textOrNothing(I.status, initiative.status, widthAt(I.status), body),
    textOrNothing(I.objective, initiative.objective, widthAt(I.objective), body),
    open ? ownerCell(I.owner, initiative.owner, widthAt(I.owner)) : textOrNothing(I.owner, initiative.owner, widthAt(I.owner), body),
    dateCell(I.due, initiative.dueDate, dateSystem, body),
    moneyCell(I.budget, budget, currency, widthAt(I.budget), body),
    moneyCell(I.cost, cost, currency, widthAt(I.cost), over ? { ...STYLE.strong, color: COLOR.missed } : body),
    !open
      ? cell(I.smart, sameName(initiative.status ?? '', 'Done') ? W.projects.reached : W.projects.notPursued, { ...body, indent: 1 })
      : missing.length === 0
        ? cell(I.smart, W.projects.smart, { ...body, indent: 1 })
        : textCell(I.smart, W.projects.notSmart(missing), widthOf(COLUMNS, C.years, LAST), { ...STYLE.absent, indent: 1 }),
  ];
  rows.add(HEIGHT.title, across(cells, C.rank, LAST, { ruleAbove: COLOR.rowRule, vertical: 'Bottom' }));
  const figure = (value: number | null, words: (value: string) => string): string[] => (value === null ? [] : [words(exactText(value))]);
  if (measure !== null) addText(rows, COLUMNS, C.rank, LAST, W.projects.progress(measure, [...figure(initiative.baseline, W.projects.baseline), ...figure(initiative.actual, W.projects.actual), ...figure(initiative.target, W.projects.target)]), DETAIL);
  if (open && (initiative.projects.length === 0 || unserved.has(nameKey(initiative.initiative)))) addText(rows, COLUMNS, C.rank, LAST, W.projects.noProject, { ...DETAIL, color: COLOR.atRisk });
  for (const line of linesOfNames(W.projects.ofProjects, initiative.projects.map(inList), WIDTH, DETAIL)) rows.add(HEIGHT.detail, [cell(C.rank, line, DETAIL)]);
}

/** Projects and initiatives that belong to nothing, and initiatives that nobody could say are reached. */
export function addGaps(rows: Rows, { initiatives, projects, withoutInitiative, withoutProject }: PortfolioFigures): void {
  if (initiatives.length === 0 || projects.length === 0) return;
  rows.add(HEIGHT.section + 12, [cell(C.rank, W.projects.gaps, { ...STYLE.section, vertical: 'Bottom' })]);
  const notSmart = initiatives.filter((initiative) => isOpenInitiative(initiative) && initiative.missing.length > 0).map(({ initiative, missing }) => `${inList(initiative)} (${W.projects.notSmart(missing)})`);
  const lists: readonly (readonly [(count: number) => string, readonly string[]])[] = [
    [W.projects.withoutInitiative, withoutInitiative.map(inList)],
    [W.projects.withoutProject, withoutProject.map(inList)],
    [W.projects.notSmartInitiatives, notSmart],
  ];
  if (lists.every(([, names]) => names.length === 0)) rows.add(HEIGHT.promise, [cell(C.rank, W.projects.noGaps, STYLE.body)]);
  for (const [words, names] of lists) for (const line of linesOfNames(words(names.length), names, WIDTH, STYLE.body)) rows.add(HEIGHT.promise, [cell(C.rank, line, STYLE.body)]);
}
