/** Licences: short, not given out, not used, and what that costs. */
import { sumOfRecorded } from '../../domain/aggregates';
import type { LicenceFigure } from '../../domain/demand/figures';
import type { Work } from '../../domain/work';
import { numberText } from '../../domain/performance/phrases';
import { across, cell, textCell, widthOf, type Rows } from '../layout';
import { exactMoneyText, moneyFormat } from '../money';
import { nothingCell, numberCell } from '../number-cell';
import { textOrNothing } from '../service-map/cells';
import type { CellStyle, SheetCell } from '../sheet';
import { COLOR, FORMAT, HEIGHT, STATUS_STYLE, STYLE } from '../style';
import { COLUMNS, L, LAST } from './capacity-columns';
import { W } from './words';

const RIGHT: CellStyle = { ...STYLE.body, horizontal: 'Right' };
const width = (column: number): number => COLUMNS[column] ?? 0;

/** The licences beneath the capacities, those that are short first, then by what the idle ones cost, with their sums at the end. */
export function* addLicences(rows: Rows, licences: readonly LicenceFigure[], currency: string): Work<void> {
  rows.add(HEIGHT.section + 6, [cell(L.state, W.capacity.licences, { ...STYLE.section, vertical: 'Bottom' })]);
  const head: CellStyle = { ...STYLE.head, wrap: true, vertical: 'Bottom' };
  const heads = W.capacity.licenceHeads;
  const cells = (Object.keys(L) as (keyof typeof L)[]).map((key) => cell(L[key], heads[key], L[key] <= L.service ? head : { ...head, horizontal: 'Right' as const }));
  rows.add(HEIGHT.why, across(cells, L.state, LAST, STYLE.headRule));
  const idleCost = ({ costOfUnassigned, costOfSpare }: LicenceFigure): number => (costOfUnassigned ?? 0) + (costOfSpare ?? 0);
  for (const figure of licences.toSorted((a, b) => Number(b.short > 0) - Number(a.short > 0) || b.short - a.short || idleCost(b) - idleCost(a))) {
    rows.add(HEIGHT.promise, across(licenceCells(figure, currency), L.state, LAST, STYLE.rowRule));
    yield;
  }
  if (licences.length < 2) return;
  const sum = (of: (figure: LicenceFigure) => number | null): number | null => sumOfRecorded(licences.map(of));
  const strong: CellStyle = { ...RIGHT, bold: true };
  const total = [
    cell(L.product, W.capacity.all, STYLE.strong),
    ...(['purchased', 'assigned', 'active', 'short', 'unassigned', 'spare'] as const).map((field) => count(L[field], sum((figure) => figure[field]), strong)),
    ...(['costOfShort', 'costOfUnassigned', 'costOfSpare'] as const).map((field) => money(L[field], sum((figure) => figure[field]), currency, strong)),
  ];
  rows.add(HEIGHT.promise, across(total, L.state, LAST, { ruleAbove: COLOR.headRule }));
}

function licenceCells(figure: LicenceFigure, currency: string): SheetCell[] {
  const { product, service, short, unassigned, spare } = figure;
  const { word, style } = stateOf(figure);
  return [
    cell(L.state, word, style),
    textCell(L.product, product, width(L.product), short > 0 ? STYLE.strong : STYLE.body),
    textOrNothing(L.service, service, widthOf(COLUMNS, L.service, L.purchased - 1), { ...STYLE.body, color: COLOR.grey }),
    count(L.purchased, figure.purchased),
    count(L.assigned, figure.assigned),
    count(L.active, figure.active),
    count(L.short, short, short > 0 ? { ...RIGHT, bold: true, color: COLOR.atRisk } : RIGHT),
    count(L.unassigned, unassigned),
    count(L.spare, spare),
    money(L.each, figure.costPerLicence, currency, { ...RIGHT, color: COLOR.grey }),
    money(L.costOfShort, figure.costOfShort, currency),
    money(L.costOfUnassigned, figure.costOfUnassigned, currency),
    money(L.costOfSpare, figure.costOfSpare, currency),
  ];
}

function stateOf({ short, unassigned, spare, active }: LicenceFigure): { readonly word: string; readonly style: CellStyle } {
  const { licenceState } = W.capacity;
  if (short > 0) return { word: licenceState.short, style: STATUS_STYLE['At risk'] };
  if (unassigned > 0 || (spare ?? 0) > 0) return { word: licenceState.unused, style: STATUS_STYLE['Not measurable'] };
  return active === null ? { word: licenceState.unknown, style: STATUS_STYLE['Not measurable'] } : { word: licenceState.fits, style: STATUS_STYLE.Met };
}

function count(column: number, value: number | null, style: CellStyle = RIGHT): SheetCell {
  if (value === null) return nothingCell(column);
  const decimals = Number.isInteger(value) ? 0 : 1;
  return numberCell(column, { value, format: decimals === 0 ? FORMAT.count : '#,##0.0', text: numberText(value, decimals) }, width(column), style);
}

function money(column: number, value: number | null, currency: string, style: CellStyle = RIGHT): SheetCell {
  if (value === null) return nothingCell(column);
  const cents = Number.isInteger(value) ? 0 : 2;
  return numberCell(column, { value, format: moneyFormat(currency, cents), text: exactMoneyText(value, currency) }, width(column), style);
}
