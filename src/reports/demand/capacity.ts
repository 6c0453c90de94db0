import type { CapacityFigure, DemandFigures, UsageFigure } from '../../domain/demand/figures';
import { shareUsed } from '../../domain/demand/utilisation';
import { addTo } from '../../domain/grouping';
import { nameKey, sameName } from '../../domain/names';
import { listOf, monthAndYear, monthName } from '../../domain/performance/phrases';
import { addMonths } from '../../domain/time/zone';
import { finish, type Work } from '../../domain/work';
import { dateSerial, dayMonthYear } from '../dates';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, linesOf, listPage, range, Rows, textCell, widthOf } from '../layout';
import { nothingCell, numberCell } from '../number-cell';
import { sentencesThatFit } from '../service-map/sentences';
import type { CellStyle, DataBar, SheetCell, SheetModel } from '../sheet';
import { BAR_COLOR, CELL_MARGIN, COLOR, FORMAT, HEIGHT, STATUS_STYLE, STYLE } from '../style';
import { shareDisplay } from '../target-display';
import { wrapped } from '../text-width';
import { SHEET_NAME } from '../words';
import { C, COLUMNS, LAST } from './capacity-columns';
import { addLicences } from './licences';
import { displayedQuantity, quantityScale, quantityText } from './quantity';
import { capacityCause, capacityFacts, capacitySentence, unreadThreshold } from './sentences';
import { quantityCell } from './usage-block';
import { CAPACITY_WORD, W } from './words';

type Input = Pick<ReportInput, 'figures' | 'dateSystem'>;

const WIDTH = widthOf(COLUMNS, C.state, LAST);
const RIGHT: CellStyle = { ...STYLE.body, horizontal: 'Right' };
const STATE_STYLE: Readonly<Record<CapacityFigure['state'], CellStyle>> = {
  'Over capacity': STATUS_STYLE.Missed,
  'Over threshold': STATUS_STYLE['At risk'],
  'Inside lead time': STATUS_STYLE['At risk'],
  'Will run out': STATUS_STYLE['At risk'],
  Enough: STATUS_STYLE.Met,
  Unknown: STATUS_STYLE['Not measurable'],
};
const BAR: Readonly<Record<CapacityFigure['state'], string>> = {
  'Over capacity': BAR_COLOR.Missed,
  'Over threshold': BAR_COLOR['At risk'],
  'Inside lead time': BAR_COLOR['At risk'],
  'Will run out': BAR_COLOR['At risk'],
  Enough: BAR_COLOR.Met,
  Unknown: BAR_COLOR['Not measurable'],
};

/**
 * Capacities against use and forecast: utilisation, headroom, when threshold and capacity are reached, when to order;
 * then licences that are short, not given out and not used, with what they cost.
 */
export function capacity(input: Input, figures: DemandFigures): SheetModel {
  return finish(capacityWork(input, figures));
}

/** `capacity` with a pause after every one, for callers that must give way to others. */
export function* capacityWork({ figures, dateSystem }: Input, all: DemandFigures): Work<SheetModel> {
  const rows = new Rows();
  const bars: DataBar[] = [];
  const facts = sentencesThatFit(capacityFacts(all, figures.currency), WIDTH, STYLE.subline);
  addHeading(rows, COLUMNS, figures, W.capacity.title, null, capacitySentence(all, figures.month, WIDTH), facts === '' ? null : facts);
  const head = addHeads(rows);
  if (all.capacity.length === 0) rows.add(HEIGHT.promise, [cell(C.state, all.licences.length === 0 ? W.capacity.none : W.capacity.noCapacity, STYLE.body)]);
  const usages = new Map<string, UsageFigure[]>();
  for (const usage of all.usage) addTo(usages, nameKey(usage.item), usage);
  for (const figure of all.capacity) {
    addCapacity(rows, bars, figure, usages.get(nameKey(figure.item)) ?? [], { figures, dateSystem });
    yield;
  }
  define(rows, W.capacity.definitions);
  // A row may be left out of several items.
  const left = new Set(all.capacity.flatMap(({ rowsLeftOut }) => rowsLeftOut.map(({ table, row }) => `${table} ${row}`))).size;
  if (left > 0) define(rows, [W.unreadableRows(left, 'Capacity and Usage')]);
  if (all.licences.length > 0) {
    yield* addLicences(rows, all.licences, figures.currency);
    define(rows, W.capacity.licenceDefinitions);
  }
  // Licences have heads of their own: those of capacities must not stand above them on a later page.
  const heads = all.licences.length === 0 ? ([head, head] as const) : null;
  return { ...listPage({ kind: 'capacity', subject: '', name: SHEET_NAME.capacity, title: W.capacity.title, figures, columns: COLUMNS, rows, lastColumn: LAST, heads }), dataBars: bars };
}

function define(rows: Rows, texts: readonly string[]): void {
  rows.add(HEIGHT.spacer);
  for (const text of texts) for (const line of wrapped(text, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.state, line, STYLE.definition)]);
}

function addHeads(rows: Rows): number {
  const { heads } = W.capacity;
  const head: CellStyle = { ...STYLE.head, wrap: true, vertical: 'Bottom' };
  const right: CellStyle = { ...head, horizontal: 'Right' };
  const numbers = [[C.used, heads.used], [C.capacity, heads.capacity], [C.utilisation, heads.utilisation], [C.threshold, heads.threshold], [C.headroom, heads.headroom], [C.thresholdPoint, heads.thresholdPoint], [C.thresholdUpper, heads.thresholdUpper], [C.capacityPoint, heads.capacityPoint], [C.capacityUpper, heads.capacityUpper], [C.leadTime, heads.leadTime], [C.orderBy, heads.orderBy]] as const;
  return rows.add(HEIGHT.why, across([cell(C.state, heads.state, head), cell(C.item, heads.item, head), ...numbers.map(([column, text]) => cell(column, text, right))], C.state, LAST, STYLE.headRule));
}

function addCapacity(rows: Rows, bars: DataBar[], figure: CapacityFigure, ofItem: readonly UsageFigure[], { figures, dateSystem }: Input): void {
  const { state, item, unit, usage, utilisation, headroom, leadTimeMonths, orderBy } = figure;
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const scale = quantityScale([figure.capacity, ...(usage === null ? [] : [usage])]);
  const words = [scale.word, unit ?? ''].filter((word) => word !== '').join(' ');
  const quantity = (column: number, value: number | null, style: CellStyle = RIGHT): SheetCell => numberCell(column, value === null ? null : displayedQuantity(value, scale), width(column), style);
  const month = (column: number, date: string | null, style: CellStyle): SheetCell => {
    const serial = date === null ? null : dateSerial(date, dateSystem);
    return serial === null ? nothingCell(column) : cell(column, serial, { ...style, horizontal: 'Right', numberFormat: 'mmm yyyy' });
  };
  const order = orderBy === null ? null : dateSerial(orderBy, dateSystem);
  const urgent = state !== 'Enough' && state !== 'Unknown';
  const late = orderBy !== null && orderBy <= figures.month;
  const lines = linesOf(detailOf(figure, ofItem, figures.month), widthOf(COLUMNS, C.item, LAST), STYLE.detail);
  const main = [
    cell(C.state, CAPACITY_WORD[state], STATE_STYLE[state]),
    textCell(C.item, words === '' ? item : `${item}, ${words}`, widthOf(COLUMNS, C.item, C.part), urgent ? STYLE.strong : STYLE.body),
    quantityCell(C.used, usage, scale, width(C.used), { ...RIGHT, bold: true }, figure.incomplete ? W.usage.incomplete : ''),
    quantity(C.capacity, figure.capacity),
    utilisation === null ? nothingCell(C.utilisation) : cell(C.utilisation, shareUsed(utilisation, figure.threshold).value, { ...RIGHT, numberFormat: '#,##0.0%' }),
    numberCell(C.threshold, figure.threshold === null ? null : shareDisplay(figure.threshold), width(C.threshold), { ...RIGHT, color: COLOR.grey }),
    quantity(C.headroom, headroom, headroom !== null && headroom < 0 ? { ...RIGHT, bold: true, color: COLOR.missed } : RIGHT),
    month(C.thresholdPoint, figure.reachesThreshold.point, STYLE.body),
    month(C.thresholdUpper, figure.reachesThreshold.upper, { ...STYLE.body, color: COLOR.grey }),
    month(C.capacityPoint, figure.reachesCapacity.point, STYLE.body),
    month(C.capacityUpper, figure.reachesCapacity.upper, { ...STYLE.body, color: COLOR.grey }),
    leadTimeMonths === null ? nothingCell(C.leadTime) : numberCell(C.leadTime, { value: leadTimeMonths, format: W.capacity.months(leadTimeMonths), text: '00 months' }, width(C.leadTime), RIGHT),
    order === null ? nothingCell(C.orderBy) : cell(C.orderBy, order, { ...RIGHT, numberFormat: FORMAT.date, ...(late ? { bold: true, color: COLOR.atRisk } : {}) }),
  ];
  const at = rows.add(HEIGHT.promise, lines.length === 0 ? across(main, C.state, LAST, STYLE.rowRule) : main);
  lines.forEach((line, index) => {
    const cells = [textCell(C.item, line, widthOf(COLUMNS, C.item, LAST), STYLE.detail)];
    rows.add(HEIGHT.detail, index === lines.length - 1 ? across(cells, C.state, LAST, STYLE.rowRule) : cells);
  });
  if (utilisation !== null) bars.push({ at: range(at, C.utilisation, at, C.utilisation), color: BAR[state] });
}

/** Why it is in its state, what is planned, and how far its forecast reaches where that does not reach all levels. */
function detailOf(figure: CapacityFigure, ofItem: readonly UsageFigure[], month: string): string[] {
  const { state, usage, unit, upgrades, reachesThreshold, reachesCapacity } = figure;
  const own = ofItem.find((one) => sameName(one.unit ?? '', unit ?? ''));
  const others = ofItem.flatMap((one) => one.unit ?? []);
  const noUse = own === undefined && unit !== null && others.length > 0 ? `Its use is recorded in ${listOf(others)}, not in ${unit}.` : 'No use of it is recorded for the month.';
  const forecastTo = own?.forecast && own.forecastFrom !== null && own.forecast.points.length > 0 ? addMonths(own.forecastFrom, own.forecast.points.length - 1) : null;
  const isOpen = [reachesThreshold.point, reachesThreshold.upper, reachesCapacity.point, reachesCapacity.upper].includes(null);
  const unread = unreadThreshold(figure);
  const notCompared = usage === null ? [noUse] : unread === null ? ['Nothing to hold its use against.'] : [];
  return [
    ...(state === 'Unknown' ? notCompared : state === 'Enough' ? [] : [`It ${capacityCause(figure, month)}.`]),
    ...(unread === null ? [] : [`Its ${unread}.`]),
    ...(figure.toDate && usage !== null ? [`Used in ${monthAndYear(addMonths(month, -1))}: ${monthName(month)} is still running.`] : []),
    ...(figure.incomplete ? ['A business unit’s part of the use is missing.'] : []),
    ...upgrades.map((upgrade) => `Planned: ${quantityText(upgrade.capacity, unit)} from ${dayMonthYear(upgrade.from)}.`),
    ...(forecastTo === null || !isOpen ? [] : [`Forecast to ${monthAndYear(forecastTo)}.`]),
  ];
}
