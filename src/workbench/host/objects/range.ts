import { boundingRange, checkedRange, intersection, MAX_COLUMNS, MAX_ROWS, parseAddress, rangeAddress, sheetReference, cellAddress } from '../address';
import { assertUnprotected, clearCells, existingCells, matrix, shownValue, styleCells, uniform, writeCells } from '../cells';
import { movingShapes } from '../drawing/with-cells';
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound, sizeMismatch } from '../errors';
import { shiftFormula } from '../../xlsx/formulas';
import { rangeBox } from '../geometry';
import { assign } from '../interpreter';
import { CellError, DEFAULT_STYLE, internStyle, type ModelCell, type ModelRange, type ModelSheet, type ModelStyle } from '../model';
import { cellText } from '../number-text';
import type { Session } from '../session';
import { readProperties, type WantedProperties } from './cell-properties';
import { ConditionalFormatCollection } from './conditional-format';
import { DataValidation } from './data-validation';
import { HostCollection, HostObject, NULL_OBJECT, type Key } from './host-object';
import { RangeFormat } from './range-format';
import { Worksheet } from './worksheet';

/** Excel reads no more cells at once; `values` of more are null. */
const MOST_CELLS = 5_000_000;

export class Range extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
    readonly range: ModelRange,
  ) {
    super();
  }

  get className() {
    return 'Range';
  }

  /** The range of an address or of a name, on this sheet unless it says another. */
  static at(session: Session, sheet: ModelSheet, address: string): Range {
    const parsed = parseAddress(address);
    if (parsed) {
      const named = parsed.sheet === null ? sheet : session.workbook.sheet(parsed.sheet);
      if (!named) throw invalidArgument();
      return new Range(session, named, parsed.range);
    }
    const wanted = address.toLowerCase();
    const name = session.workbook.names.find((item) => item.name.toLowerCase() === wanted && (item.sheetId === sheet.id || item.sheetId === null));
    if (name && parseAddress(name.formula)) return Range.at(session, sheet, name.formula);
    for (const { sheet: home, table } of session.tables()) {
      if (table.name.toLowerCase() === wanted) return new Range(session, home, { ...table.range, row: table.range.row + 1, rows: table.range.rows - (table.showTotals ? 2 : 1) });
    }
    throw invalidArgument();
  }

  private other(range: ModelRange): Range {
    return new Range(this.session, this.sheet, range);
  }

  /** A range given as an object or as an address. */
  private given(range: Range | string): Range {
    return typeof range === 'string' ? Range.at(this.session, this.sheet, range) : range;
  }

  private grid<Value>(read: (cell: ModelCell | undefined, row: number, column: number) => Value): Value[][] | null {
    const { row, column, rows, columns } = this.range;
    if (!this.session.workbook.sheets.includes(this.sheet)) throw itemNotFound();
    if (rows * columns > MOST_CELLS) return null;
    return Array.from({ length: rows }, (_, i) => {
      const line = this.sheet.cells.get(row + i);
      return Array.from({ length: columns }, (__, j) => read(line?.get(column + j), row + i, column + j));
    });
  }

  get Address(): string {
    return `${sheetReference(this.sheet.name)}!${rangeAddress(this.range)}`;
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get RowIndex(): number {
    return this.range.row;
  }

  get ColumnIndex(): number {
    return this.range.column;
  }

  get RowCount(): number {
    return this.range.rows;
  }

  get ColumnCount(): number {
    return this.range.columns;
  }

  get CellCount(): number {
    const cells = this.range.rows * this.range.columns;
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }

  get IsEntireRow(): boolean {
    return this.range.columns === MAX_COLUMNS;
  }

  get IsEntireColumn(): boolean {
    return this.range.rows === MAX_ROWS;
  }

  get Values(): unknown {
    return this.grid(shownValue);
  }

  set Values(values: unknown) {
    writeCells(this.session, this.sheet, this.range, values);
  }

  get Formulas(): unknown {
    return this.grid((cell) => cell?.formula ?? shownValue(cell));
  }

  set Formulas(formulas: unknown) {
    writeCells(this.session, this.sheet, this.range, formulas);
  }

  get Text(): unknown {
    return this.grid((cell) => cellText(cell, this.session.workbook.dateSystem));
  }

  get ValueTypes(): unknown {
    return this.grid((cell) => {
      const value = cell?.value ?? null;
      if (value === null) return 'Empty';
      if (value instanceof CellError) return 'Error';
      return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
    });
  }

  get NumberFormat(): unknown {
    return this.grid((cell) => cell?.style.numberFormat ?? 'General');
  }

  set NumberFormat(formats: unknown) {
    const { row, column, rows, columns } = this.range;
    if (!Array.isArray(formats)) {
      styleCells(this.session, this.sheet, [this.range], (style) => ({ ...style, numberFormat: ownFormat(formats) }));
      return;
    }
    const given = matrix(this.range, formats);
    assertUnprotected(this.sheet);
    // The cells of a column share a style and a format, mostly.
    let [lastStyle, lastFormat, formatted]: [ModelStyle | null, unknown, ModelStyle] = [null, null, DEFAULT_STYLE];
    for (let i = 0; i < rows; i += 1) {
      for (let j = 0; j < columns; j += 1) {
        const format = given[i]![j];
        if (format === null || format === undefined) continue;
        const style = this.sheet.cell(row + i, column + j)?.style ?? DEFAULT_STYLE;
        if (style !== lastStyle || format !== lastFormat) [lastStyle, lastFormat, formatted] = [style, format, internStyle({ ...style, numberFormat: ownFormat(format) })];
        this.sheet.set(row + i, column + j, { style: formatted });
      }
    }
    this.session.formatChanged(this.sheet, this.range);
  }

  get NumberFormatLocal(): unknown {
    return this.NumberFormat;
  }

  get HasSpill(): boolean | null {
    const cells = this.grid((cell) => cell?.spill !== undefined || cell?.spilledFrom !== undefined)?.flat() ?? [false];
    return cells.every((spills) => spills === cells[0]) ? cells[0]! : null;
  }

  get RowHidden(): boolean | null {
    return shared(this.range.row, this.range.rows, (row) => this.sheet.hiddenRows.has(row));
  }

  set RowHidden(hidden: boolean | null) {
    movingShapes(this.sheet, () => toggle(this.sheet.hiddenRows, this.range.row, this.range.rows, !!hidden));
    this.sheetChanged('rows');
  }

  get ColumnHidden(): boolean | null {
    return shared(this.range.column, this.range.columns, (column) => this.sheet.hiddenColumns.has(column));
  }

  set ColumnHidden(hidden: boolean | null) {
    movingShapes(this.sheet, () => toggle(this.sheet.hiddenColumns, this.range.column, this.range.columns, !!hidden));
    this.sheetChanged('columns');
  }

  get Left(): number {
    return rangeBox(this.sheet, this.range).left;
  }

  get Top(): number {
    return rangeBox(this.sheet, this.range).top;
  }

  get Width(): number {
    return rangeBox(this.sheet, this.range).width;
  }

  get Height(): number {
    return rangeBox(this.sheet, this.range).height;
  }

  get Hyperlink(): unknown {
    const link = this.sheet.links.get(cellAddress(this.range.row, this.range.column));
    if (!link) return null;
    const place = isWebAddress(link.reference) ? { address: link.reference } : { documentReference: link.reference };
    return { ...place, screenTip: '', textToDisplay: String(shownValue(this.sheet.cell(this.range.row, this.range.column))) };
  }

  set Hyperlink(link: unknown) {
    assertUnprotected(this.sheet);
    const { address, documentReference, textToDisplay } = (link ?? {}) as { address?: string; documentReference?: string; textToDisplay?: string };
    const reference = documentReference || address;
    for (let row = this.range.row; row < this.range.row + this.range.rows; row += 1) {
      for (let column = this.range.column; column < this.range.column + this.range.columns; column += 1) {
        if (!reference) this.sheet.links.delete(cellAddress(row, column));
        else this.sheet.links.set(cellAddress(row, column), { reference, display: textToDisplay ?? String(shownValue(this.sheet.cell(row, column))) });
      }
    }
    this.sheetChanged('links');
    if (!reference) return;
    if (textToDisplay) writeCells(this.session, this.sheet, this.range, textToDisplay);
    // As Excel does: the cell takes the built-in Hyperlink look.
    styleCells(this.session, this.sheet, [this.range], (style) => ({ ...style, fontColor: '#0563C1', underline: 'Single' }));
  }

  get Format(): RangeFormat {
    return new RangeFormat(this.session, this.sheet, [this.range]);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.session, this.sheet, this.range);
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheet, this.range);
  }

  GetCell(row: number, column: number): Range {
    return this.other(checkedRange(this.range.row + row, this.range.column + column, 1, 1));
  }

  GetRow(row: number): Range {
    return this.other(checkedRange(this.range.row + row, this.range.column, 1, this.range.columns));
  }

  GetColumn(column: number): Range {
    return this.other(checkedRange(this.range.row, this.range.column + column, this.range.rows, 1));
  }

  GetLastRow(): Range {
    return this.GetRow(this.range.rows - 1);
  }

  GetLastColumn(): Range {
    return this.GetColumn(this.range.columns - 1);
  }

  GetLastCell(): Range {
    return this.GetCell(this.range.rows - 1, this.range.columns - 1);
  }

  GetOffsetRange(rows: number, columns: number): Range {
    return this.other(checkedRange(this.range.row + rows, this.range.column + columns, this.range.rows, this.range.columns));
  }

  GetResizedRange(rows: number, columns: number): Range {
    return this.other(checkedRange(this.range.row, this.range.column, this.range.rows + rows, this.range.columns + columns));
  }

  GetAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.other(checkedRange(this.range.row, this.range.column, rows, columns));
  }

  GetRowsBelow(count: number | null): Range {
    return this.other(checkedRange(this.range.row + this.range.rows, this.range.column, count ?? 1, this.range.columns));
  }

  GetBoundingRect(range: Range | string): Range {
    return this.other(boundingRange(this.range, this.given(range).range));
  }

  GetIntersection(range: Range | string): Range {
    const shared = this.GetIntersectionOrNullObject(range);
    if (shared === NULL_OBJECT) throw itemNotFound();
    return shared;
  }

  GetIntersectionOrNullObject(range: Range | string): Range | typeof NULL_OBJECT {
    const given = this.given(range);
    const shared = given.sheet === this.sheet ? intersection(this.range, given.range) : null;
    return shared ? this.other(shared) : NULL_OBJECT;
  }

  GetEntireRow(): Range {
    return this.other({ ...this.range, column: 0, columns: MAX_COLUMNS });
  }

  GetEntireColumn(): Range {
    return this.other({ ...this.range, row: 0, rows: MAX_ROWS });
  }

  GetUsedRange(valuesOnly: boolean | null): Range {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    if (used === NULL_OBJECT) throw itemNotFound();
    return used;
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | null): Range | typeof NULL_OBJECT {
    let used: ModelRange | null = null;
    for (const { row, column, cell } of existingCells(this.sheet, this.range)) {
      if (cell.value === null && cell.formula === undefined && (valuesOnly || Object.keys(cell.style).length === 0)) continue;
      const place = { row, column, rows: 1, columns: 1 };
      used = used ? boundingRange(used, place) : place;
    }
    return used ? this.other(used) : NULL_OBJECT;
  }

  GetSpillingToRange(): Range {
    const spilled = this.GetSpillingToRangeOrNullObject();
    if (spilled === NULL_OBJECT) throw itemNotFound();
    return spilled;
  }

  GetSpillingToRangeOrNullObject(): Range | typeof NULL_OBJECT {
    const spill = this.sheet.cell(this.range.row, this.range.column)?.spill;
    return spill ? this.other({ ...this.range, ...spill }) : NULL_OBJECT;
  }

  GetSpillParentOrNullObject(): Range | typeof NULL_OBJECT {
    const cell = this.sheet.cell(this.range.row, this.range.column);
    if (cell?.spill) return this.GetCell(0, 0);
    return cell?.spilledFrom ? this.other({ ...cell.spilledFrom, rows: 1, columns: 1 }) : NULL_OBJECT;
  }

  Select(): void {
    this.session.select(this.sheet, this.range);
  }

  Clear(applyTo: string | null): void {
    if (applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks') {
      this.clearLinks(applyTo === 'RemoveHyperlinks');
      return;
    }
    clearCells(this.session, this.sheet, this.range, applyTo ?? 'All');
    if (!applyTo || applyTo === 'All') {
      this.Unmerge();
      this.clearLinks(false);
      this.ConditionalFormats.ClearAll();
      this.DataValidation.Clear();
    }
  }

  /** Contents stay; the look of a link goes only where it is asked for. */
  private clearLinks(look: boolean): void {
    assertUnprotected(this.sheet);
    for (const address of [...this.sheet.links.keys()]) {
      const { range } = parseAddress(address)!;
      if (!intersection(range, this.range)) continue;
      this.sheet.links.delete(address);
      if (look) clearCells(this.session, this.sheet, range, 'Formats');
      this.sheetChanged('links');
    }
  }

  /** One cell's formula or value into every cell, its references moved along. */
  CopyFrom(source: Range | string, copyType: string | null): void {
    const { sheet, range } = this.given(source);
    if (copyType !== 'Formulas' || range.rows !== 1 || range.columns !== 1) throw apiNotFound('Range', 'copyFrom(all but the formula of one cell)');
    const cell = sheet.cell(range.row, range.column);
    const { row, column, rows, columns } = this.range;
    const copied = (r: number, c: number) => (cell?.formula === undefined ? shownValue(cell) : shiftFormula(cell.formula, r - range.row, c - range.column));
    writeCells(this.session, this.sheet, this.range, Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => copied(row + i, column + j))));
  }

  Merge(across: boolean | null): void {
    assertUnprotected(this.sheet);
    const areas = across ? Array.from({ length: this.range.rows }, (_, row) => this.GetRow(row).range) : [this.range];
    if (this.sheet.tables.some((table) => intersection(table.range, this.range))) throw invalidOperation('Cells of a table cannot be merged.');
    this.Unmerge();
    for (const area of areas) {
      if (area.rows * area.columns === 1) continue;
      const cells = [...existingCells(this.sheet, area)];
      const kept = cells.find(({ cell }) => cell.value !== null || cell.formula !== undefined);
      const contents = kept && { value: kept.cell.value, formula: kept.cell.formula };
      for (const { row, column, cell } of cells) if (cell.value !== null || cell.formula !== undefined) this.sheet.set(row, column, { value: null, formula: undefined });
      if (contents) this.sheet.set(area.row, area.column, contents);
      this.sheet.merges.push(area);
    }
    this.sheetChanged('merges');
  }

  Unmerge(): void {
    assertUnprotected(this.sheet);
    const kept = this.sheet.merges.filter((merge) => !intersection(merge, this.range));
    if (kept.length === this.sheet.merges.length) return;
    this.sheet.merges = kept;
    this.sheetChanged('merges');
  }

  /** Office.js cuts writes of more than 1,500 cells into rows and has the whole checked first. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.range.rows || columns !== this.range.columns) throw sizeMismatch();
  }

  GetMergedAreasOrNullObject(): RangeAreas | typeof NULL_OBJECT {
    const merges = this.sheet.merges.filter((merge) => intersection(merge, this.range));
    return merges.length > 0 ? new RangeAreas(this.session, this.sheet, merges) : NULL_OBJECT;
  }

  GetCellProperties(wanted: WantedProperties): Record<string, unknown>[][] {
    const { hyperlink, ...look } = wanted;
    return this.grid((cell, row, column) => {
      const properties = readProperties(cell, look);
      if (!properties) throw invalidArgument('A property that this host does not know.');
      const link = hyperlink ? this.GetCell(row - this.range.row, column - this.range.column).Hyperlink : null;
      return link ? { ...properties, hyperlink: link } : properties;
    })!;
  }

  GetRowProperties(wanted: WantedProperties): Record<string, unknown>[] {
    return Array.from({ length: this.range.rows }, (_, index) => {
      const row = this.GetRow(index);
      return { ...(wanted.rowHidden ? { rowHidden: row.RowHidden } : {}), format: { rowHeight: row.Format.RowHeight } };
    });
  }

  GetColumnProperties(wanted: WantedProperties): Record<string, unknown>[] {
    return Array.from({ length: this.range.columns }, (_, index) => {
      const column = this.GetColumn(index);
      return { ...(wanted.columnHidden ? { columnHidden: column.ColumnHidden } : {}), format: { columnWidth: column.Format.ColumnWidth } };
    });
  }

  SetCellProperties(properties: readonly (readonly CellProperties[])[]): void {
    matrix(this.range, properties).forEach((line, row) => line.forEach((cell, column) => setProperties(this.GetCell(row, column), cell as CellProperties)));
  }

  SetRowProperties(properties: readonly CellProperties[]): void {
    if (properties.length !== this.range.rows) throw sizeMismatch();
    properties.forEach((row, index) => setProperties(this.GetRow(index), row));
  }

  SetColumnProperties(properties: readonly CellProperties[]): void {
    if (properties.length !== this.range.columns) throw sizeMismatch();
    properties.forEach((column, index) => setProperties(this.GetColumn(index), column));
  }

  Calculate(): void {
    this.session.cellsChanged(this.sheet, this.range);
  }

  private sheetChanged(aspect: 'rows' | 'columns' | 'merges' | 'links'): void {
    this.sheet.changed.add(aspect);
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }

  /** What all cells have in common; null where they differ. */
  common<Value>(read: Parameters<typeof uniform<Value>>[2]): Value | null {
    return uniform(this.sheet, [this.range], read);
  }
}

interface CellProperties {
  readonly format?: Readonly<Record<string, unknown>> & { readonly borders?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly hyperlink?: unknown;
  readonly rowHidden?: boolean;
  readonly columnHidden?: boolean;
}

const SIDES: Readonly<Record<string, string>> = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight', horizontal: 'InsideHorizontal', vertical: 'InsideVertical' };

function setProperties(range: Range, properties: CellProperties): void {
  const { format: { borders = {}, ...format } = {}, ...own } = properties ?? {};
  assign(range.Format, format);
  for (const [side, border] of Object.entries(borders)) assign(range.Format.Borders.GetItem(SIDES[side] ?? side), border);
  assign(range, own);
}

/** Several ranges of one sheet, formatted as one. */
export class RangeAreas extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
    readonly ranges: readonly ModelRange[],
  ) {
    super();
  }

  get className() {
    return 'RangeAreas';
  }

  get Address(): string {
    return this.ranges.map((range) => `${sheetReference(this.sheet.name)}!${rangeAddress(range)}`).join(',');
  }

  get AreaCount(): number {
    return this.ranges.length;
  }

  get CellCount(): number {
    return this.ranges.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  }

  get Areas(): RangeCollection {
    return new RangeCollection(this);
  }

  get Format(): RangeFormat {
    return new RangeFormat(this.session, this.sheet, this.ranges);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }

  Clear(applyTo: string | null): void {
    for (const range of this.ranges) new Range(this.session, this.sheet, range).Clear(applyTo);
  }
}

class RangeCollection extends HostCollection<Range> {
  constructor(private readonly areas: RangeAreas) {
    super();
  }

  get className() {
    return 'RangeCollection';
  }

  items(): Range[] {
    return this.areas.ranges.map((range) => new Range(this.areas.session, this.areas.sheet, range));
  }

  protected find(key: Key): Range | undefined {
    return this.items()[Number(key)];
  }
}

const isWebAddress = (reference: string) => /^[a-z][a-z0-9+.-]*:/i.test(reference);

function ownFormat(format: unknown): string | undefined {
  if (typeof format !== 'string') throw invalidArgument();
  return format === 'General' || format === '' ? undefined : format;
}

function shared(first: number, count: number, read: (index: number) => boolean): boolean | null {
  const value = read(first);
  for (let index = first + 1; index < first + count; index += 1) if (read(index) !== value) return null;
  return value;
}

function toggle(hidden: Set<number>, first: number, count: number, hide: boolean): void {
  for (let index = first; index < first + count; index += 1) {
    if (hide) hidden.add(index);
    else hidden.delete(index);
  }
}
