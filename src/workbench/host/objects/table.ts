import { intersection, parseAddress } from '../address';
import { assertUnprotected, bodyRange, headerRange, settleHeader, shownValue, writeCells, clearCells, matrix } from '../cells';
import { apiNotFound, invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors';
import { defineEvents, EVENT, WORKBOOK_TARGET } from '../events';
import type { ModelRange, ModelSheet, ModelTable } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, type Key } from './host-object';
import { Range } from './range';
import { Worksheet } from './worksheet';

/** The tables of a sheet or, without a sheet, of the workbook. */
export class TableCollection extends HostCollection<Table> {
  readonly eventTarget = WORKBOOK_TARGET;

  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet | null,
  ) {
    super();
  }

  get className() {
    return 'TableCollection';
  }

  get events() {
    return this.session.events;
  }

  items(): Table[] {
    return [...this.session.tables()].filter(({ sheet }) => !this.sheet || sheet === this.sheet).map(({ sheet, table }) => new Table(this.session, sheet, table));
  }

  protected find(key: Key): Table | undefined {
    return this.items().find(({ Id, Name }) => Id === key || Name.toLowerCase() === String(key).toLowerCase());
  }

  Add(address: Range | string, hasHeaders: boolean): Table {
    const { sheet, range } = typeof address === 'string' ? Range.at(this.session, this.sheet ?? this.session.activeSheet, address) : address;
    if (this.sheet && sheet !== this.sheet) throw invalidArgument();
    assertUnprotected(sheet);
    if (!hasHeaders) throw apiNotFound('TableCollection', 'add(hasHeaders: false)');
    // A table has at least one row of data.
    const whole = { ...range, rows: Math.max(2, range.rows) };
    if (sheet.tables.some((other) => intersection(other.range, whole))) throw invalidArgument('A table cannot overlap another table.');
    if (sheet.merges.some((merge) => intersection(merge, whole))) throw invalidOperation('A table cannot hold merged cells.');
    let number = 1;
    while (nameTaken(this.session, `Table${number}`)) number += 1;
    const table: ModelTable = { id: this.session.workbook.id(), name: `Table${number}`, range: whole, style: 'TableStyleMedium2', showBandedRows: true, showFilterButton: true, showTotals: false };
    sheet.tables.push(table);
    settleHeader(sheet, table);
    changed(this.session, sheet);
    this.session.events.raise(EVENT.tableAdded, WORKBOOK_TARGET, { tableId: table.id, worksheetId: sheet.id, source: 'Local' });
    return new Table(this.session, sheet, table);
  }
}

defineEvents(TableCollection.prototype, { AddedEvent: EVENT.tableAdded, DataChangedEvent: EVENT.tableChanged, DeletedEvent: EVENT.tableDeleted });

function changed(session: Session, sheet: ModelSheet): void {
  sheet.changed.add('tables');
  session.tell({ kind: 'sheet', sheetId: sheet.id });
}

function nameTaken(session: Session, name: string, except?: ModelTable): boolean {
  const wanted = name.toLowerCase();
  return (
    [...session.tables()].some(({ table }) => table !== except && table.name.toLowerCase() === wanted) || session.workbook.names.some((item) => item.name.toLowerCase() === wanted && item.sheetId === null)
  );
}

export class Table extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
    readonly table: ModelTable,
  ) {
    super();
  }

  get className() {
    return 'Table';
  }

  override get identity() {
    return { Id: this.table.id };
  }

  get events() {
    return this.session.events;
  }

  get eventTarget() {
    return this.table.id;
  }

  get Id(): string {
    return this.table.id;
  }

  get Name(): string {
    return this.table.name;
  }

  set Name(name: string) {
    assertUnprotected(this.sheet);
    const legal = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255 && !parseAddress(name) && !/^[rc]$/i.test(name);
    if (!legal) throw invalidArgument();
    if (nameTaken(this.session, name, this.table)) throw itemAlreadyExists();
    this.table.name = name;
    changed(this.session, this.sheet);
  }

  get Style(): string {
    return this.table.style;
  }

  set Style(style: string) {
    this.change({ style });
  }

  get ShowHeaders(): boolean {
    return true;
  }

  get ShowBandedRows(): boolean {
    return this.table.showBandedRows;
  }

  set ShowBandedRows(showBandedRows: boolean) {
    this.change({ showBandedRows });
  }

  get ShowFilterButton(): boolean {
    return this.table.showFilterButton;
  }

  set ShowFilterButton(showFilterButton: boolean) {
    this.change({ showFilterButton });
  }

  get ShowTotals(): boolean {
    return this.table.showTotals;
  }

  set ShowTotals(showTotals: boolean) {
    if (showTotals === this.table.showTotals) return;
    const { range } = this.table;
    const totals: ModelRange = { ...range, row: range.row + range.rows - (showTotals ? 0 : 1), rows: 1 };
    if (showTotals) {
      if (this.sheet.tables.some((other) => other !== this.table && intersection(other.range, totals))) throw invalidOperation('There is no room for a totals row.');
      this.change({ showTotals, range: { ...range, rows: range.rows + 1 } });
      writeCells(this.session, this.sheet, { ...totals, columns: 1 }, 'Total');
    } else {
      clearCells(this.session, this.sheet, totals, 'Contents');
      this.change({ showTotals, range: { ...range, rows: range.rows - 1 } });
    }
  }

  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get Rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }

  GetRange(): Range {
    return this.part(this.live().range);
  }

  GetHeaderRowRange(): Range {
    return this.part(headerRange(this.live()));
  }

  GetDataBodyRange(): Range {
    return this.part(bodyRange(this.live()));
  }

  GetTotalRowRange(): Range {
    const { range, showTotals } = this.live();
    if (!showTotals) throw itemNotFound();
    return this.part({ ...range, row: range.row + range.rows - 1, rows: 1 });
  }

  /** The header row stays where it is; old and new range overlap. */
  Resize(newRange: Range | string): void {
    assertUnprotected(this.sheet);
    const { sheet, range } = typeof newRange === 'string' ? Range.at(this.session, this.sheet, newRange) : newRange;
    const before = this.live().range;
    if (sheet !== this.sheet || range.row !== before.row || range.rows < 2 || !intersection(range, before)) throw invalidArgument();
    if (sheet.tables.some((other) => other !== this.table && intersection(other.range, range))) throw invalidArgument('A table cannot overlap another table.');
    this.change({ range });
    settleHeader(this.sheet, this.table);
  }

  Delete(): void {
    const { range } = this.live();
    this.ConvertToRange();
    clearCells(this.session, this.sheet, range, 'All');
  }

  ConvertToRange(): Range {
    assertUnprotected(this.sheet);
    this.sheet.tables = this.sheet.tables.filter((table) => table !== this.live());
    changed(this.session, this.sheet);
    this.session.events.raise(EVENT.tableDeleted, WORKBOOK_TARGET, { tableId: this.table.id, tableName: this.table.name, worksheetId: this.sheet.id, source: 'Local' });
    return this.part(this.table.range);
  }

  part(range: ModelRange): Range {
    return new Range(this.session, this.sheet, range);
  }

  private live(): ModelTable {
    if (!this.sheet.tables.includes(this.table)) throw itemNotFound();
    return this.table;
  }

  private change(change: Partial<ModelTable>): void {
    assertUnprotected(this.sheet);
    Object.assign(this.live(), change);
    changed(this.session, this.sheet);
  }
}

defineEvents(Table.prototype, { DataChangedEvent: EVENT.tableChanged, SelectionChangedEvent: EVENT.tableSelectionChanged });

class TableColumnCollection extends HostCollection<TableColumn> {
  constructor(private readonly owner: Table) {
    super();
  }

  get className() {
    return 'TableColumnCollection';
  }

  items(): TableColumn[] {
    return Array.from({ length: this.owner.table.range.columns }, (_, index) => new TableColumn(this.owner, index));
  }

  protected find(key: Key): TableColumn | undefined {
    return this.items().find(({ Id, Name }) => (typeof key === 'number' ? Id === key : Name.toLowerCase() === key.toLowerCase()));
  }

  /** At the table's right end; the cells there are taken in. */
  Add(index: number | null, values: unknown, name: string | null): TableColumn {
    const { session, sheet, table } = this.owner;
    assertUnprotected(sheet);
    const { range } = table;
    if (index !== null && index !== -1 && index !== range.columns) throw apiNotFound('TableColumnCollection', 'add(index)');
    const place: ModelRange = { ...range, column: range.column + range.columns, columns: 1 };
    if (sheet.tables.some((other) => other !== table && intersection(other.range, place))) throw invalidOperation('There is no room for another column.');
    table.range = { ...range, columns: range.columns + 1 };
    if (values !== null && values !== undefined) writeCells(session, sheet, place, values);
    if (name) writeCells(session, sheet, { ...place, rows: 1 }, name);
    settleHeader(sheet, table);
    changed(session, sheet);
    return new TableColumn(this.owner, range.columns);
  }
}

class TableColumn extends HostObject {
  constructor(
    private readonly owner: Table,
    private readonly index: number,
  ) {
    super();
  }

  get className() {
    return 'TableColumn';
  }

  override get identity() {
    return { Id: this.Id };
  }

  get Id(): number {
    return this.index + 1;
  }

  get Index(): number {
    return this.index;
  }

  get Name(): string {
    return String(shownValue(this.owner.sheet.cell(this.owner.table.range.row, this.owner.table.range.column + this.index)));
  }

  set Name(name: string) {
    writeCells(this.owner.session, this.owner.sheet, this.GetHeaderRowRange().range, name);
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    return this.owner.GetRange().GetColumn(this.index);
  }

  GetHeaderRowRange(): Range {
    return this.owner.GetHeaderRowRange().GetColumn(this.index);
  }

  GetDataBodyRange(): Range {
    return this.owner.GetDataBodyRange().GetColumn(this.index);
  }
}

class TableRowCollection extends HostCollection<TableRow> {
  constructor(private readonly owner: Table) {
    super();
  }

  get className() {
    return 'TableRowCollection';
  }

  override get Count(): number {
    return bodyRange(this.owner.table).rows;
  }

  override GetCount(): number {
    return this.Count;
  }

  items(): TableRow[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRow(this.owner, index));
  }

  protected find(key: Key): TableRow | undefined {
    return this.items()[Number(key)];
  }

  /** At the table's end. */
  Add(index: number | null, values: unknown): TableRow {
    const { session, sheet, table } = this.owner;
    assertUnprotected(sheet);
    if ((index !== null && index !== -1 && index !== this.Count) || table.showTotals) throw apiNotFound('TableRowCollection', 'add(index)');
    const first = this.Count;
    const { range } = table;
    const rows = Array.isArray(values) ? values.length : 1;
    const place: ModelRange = { ...range, row: range.row + range.rows, rows };
    if (sheet.tables.some((other) => other !== table && intersection(other.range, place))) throw invalidOperation('There is no room for more rows.');
    table.range = { ...range, rows: range.rows + rows };
    if (values !== null && values !== undefined) writeCells(session, sheet, place, matrix(place, values));
    changed(session, sheet);
    return new TableRow(this.owner, first);
  }
}

class TableRow extends HostObject {
  constructor(
    private readonly owner: Table,
    private readonly index: number,
  ) {
    super();
  }

  get className() {
    return 'TableRow';
  }

  get Index(): number {
    return this.index;
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    return this.owner.GetDataBodyRange().GetRow(this.index);
  }
}
