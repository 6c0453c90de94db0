import type { ItemFigure, SinglePoint } from '../../domain/figures';
import { isUnreadable, nameKey } from '../../domain/names';
import { numberText } from '../../domain/performance/phrases';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import { nothingCell, numberCell } from '../number-cell';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, literal, STYLE } from '../style';
import { shareDisplay } from '../target-display';
import { wrapped } from '../text-width';
import { SHEET_NAME, W } from '../words';
import { ownerCell, textOrNothing } from './cells';
import { costCell } from './impact';
import { agreementsByItem, promisedAvailability } from './in-force';
import { namesThatFit, sentenceOfNames } from './names-in-cell';
import { singlePointsFacts, singlePointsSentence } from './sentences';

const COLUMNS = [9, 30, 147, 81, 102, 81, 66, 48, 51, 51, 57, 162, 57];
const C = { rank: 1, item: 2, section: 3, owner: 4, supplier: 5, cost: 6, services: 7, critical: 8, users: 9, agreements: 10, own: 11, availability: 12 } as const;
const WIDTH = widthOf(COLUMNS, C.rank, C.availability);
const RIGHT: CellStyle = { ...STYLE.body, horizontal: 'Right' };
const NAME: CellStyle = { ...STYLE.strong, indent: 1 };
const SECTION: CellStyle = { ...STYLE.body, color: COLOR.grey };
const OWN: CellStyle = { ...STYLE.body, indent: 1 };
const NO_OWN: CellStyle = { ...OWN, color: COLOR.atRisk };
const UNDER: CellStyle = { ...STYLE.detail, indent: 1 };

type Input = Pick<ReportInput, 'figures' | 'records'>;

/** What the rows look up, by key of the item. */
interface Lookup {
  readonly agreements: ReturnType<typeof agreementsByItem>;
  readonly promised: ReadonlyMap<string, number>;
  /** Availability recorded with components. */
  readonly recorded: ReadonlyMap<string, number>;
  readonly currency: string;
}

/**
 * The single points of failure by what they put at risk: cost per hour, services and mission-critical ones,
 * users and agreements that fall with each, its owner and supplier, and what is agreed about itself.
 */
export function singlePoints(input: Input): SheetModel {
  return finish(singlePointsWork(input));
}

/** `singlePoints` with a pause after every one, for callers that must give way to others. */
export function* singlePointsWork({ figures, records }: Input): Work<SheetModel> {
  const rows = new Rows();
  const items = new Map(figures.items.map((item) => [nameKey(item.item), item]));
  const points = figures.singlePoints.flatMap((point) => {
    const item = items.get(nameKey(point.item));
    return item === undefined ? [] : [{ point, item }];
  });
  const lookup: Lookup = {
    agreements: agreementsByItem(figures),
    promised: promisedAvailability(figures),
    recorded: new Map(records.components.toReversed().flatMap((row) => (row.availability === null || isUnreadable(row, 'component', 'availability') ? [] : [[nameKey(row.component), row.availability] as const]))),
    currency: figures.currency,
  };
  const ownerless = points.filter(({ item }) => item.section !== null && item.owner === null).map(({ item }) => item.item);
  const facts = singlePointsFacts(ownerless, points.filter(({ item }) => !lookup.agreements.has(nameKey(item.item))).length, points.length);
  addHeading(rows, COLUMNS, figures, W.singlePoints.title, null, singlePointsSentence(points.length, points[0]?.item ?? null, figures.currency), facts.length === 0 ? null : facts.join(' '));
  const headRow = addHeads(rows);
  for (const { point, item } of points) {
    addPoint(rows, point, item, lookup);
    yield;
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.singlePoints.definitions) for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.rank, line, STYLE.definition)]);
  return listPage({ kind: 'single-points', subject: '', name: SHEET_NAME['single-points'], title: W.singlePoints.title, figures, columns: COLUMNS, rows, lastColumn: C.availability, heads: [headRow, headRow] });
}

function addHeads(rows: Rows): number {
  const left: ReadonlySet<number> = new Set([C.item, C.section, C.owner, C.supplier, C.own]);
  const head: CellStyle = { ...STYLE.head, wrap: true, vertical: 'Bottom' };
  const cells = W.singlePoints.heads.map((text, at) => cell(C.rank + at, text, left.has(C.rank + at) ? { ...head, ...(C.rank + at === C.own || C.rank + at === C.item ? { indent: 1 } : {}) } : { ...head, horizontal: 'Right' as const }));
  return rows.add(HEIGHT.why, across(cells, C.rank, C.availability, STYLE.headRule));
}

function addPoint(rows: Rows, { rank, missionCritical }: SinglePoint, item: ItemFigure, { agreements, promised, recorded, currency }: Lookup): void {
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const key = nameKey(item.item);
  const own = (agreements.get(key) ?? []).map(({ agreement }) => agreement);
  rows.add(HEIGHT.promise, [
    count(C.rank, rank),
    textCell(C.item, item.item, width(C.item), NAME),
    textCell(C.section, item.section === null ? W.chain.unknown : W.chain.sections[item.section], width(C.section), SECTION),
    item.section === null ? textOrNothing(C.owner, null, width(C.owner)) : ownerCell(C.owner, item.owner, width(C.owner)),
    textOrNothing(C.supplier, item.supplier, width(C.supplier)),
    costCell(C.cost, item.costPerHour, currency, width(C.cost)),
    count(C.services, item.services.length),
    count(C.critical, missionCritical),
    item.users === null ? nothingCell(C.users) : count(C.users, item.users),
    count(C.agreements, item.agreements.length),
    own.length === 0 ? cell(C.own, W.map.noAgreement, NO_OWN) : cell(C.own, namesThatFit(own, width(C.own), OWN), OWN),
    availabilityCell(promised.get(key), recorded.get(key)),
  ]);
  rows.add(HEIGHT.detail, across([cell(C.item, sentenceOfNames(W.singlePoints.takesDown, item.services, WIDTH - width(C.rank), UNDER), UNDER)], C.rank, C.availability, STYLE.rowRule));
}

function count(column: number, value: number): SheetCell {
  return numberCell(column, { value, format: FORMAT.count, text: numberText(value, 0) }, COLUMNS[column] ?? 0, STYLE.body);
}

/** What is promised of the item, else what is recorded with it. */
function availabilityCell(promised: number | undefined, recorded: number | undefined): SheetCell {
  const share = promised ?? recorded;
  if (share === undefined) return nothingCell(C.availability);
  const { value, format, text } = shareDisplay(share);
  return numberCell(C.availability, promised === undefined ? { value, format: `${format}${literal(W.chain.recorded)}`, text: `${text}${W.chain.recorded}` } : { value, format, text }, COLUMNS[C.availability] ?? 0, RIGHT);
}
