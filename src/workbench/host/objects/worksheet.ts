import { checkedRange, MAX_COLUMNS, MAX_ROWS, parseAddress } from '../address';
import { assertUnprotected } from '../cells';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors';
import { defineEvents, EVENT, WORKBOOK_TARGET } from '../events';
import type { ModelSheet, SheetAspect } from '../model';
import type { Session } from '../session';
import { ChartCollection } from './chart';
import { HostCollection, HostObject, NULL_OBJECT, type Key } from './host-object';
import { NamedItemCollection } from './named-item';
import { PageBreakCollection } from './page-breaks';
import { PageLayout } from './page-layout';
import { Range, RangeAreas } from './range';
import { colour } from './range-format';
import { ShapeCollection } from './shape';
import { TableCollection } from './table';

/** Excel takes no longer list of addresses. */
const LONGEST_ADDRESS = 8192;

const EVENTS = {
  ActivatedEvent: EVENT.activated,
  CalculatedEvent: EVENT.calculated,
  DataChangedEvent: EVENT.changed,
  DeactivatedEvent: EVENT.deactivated,
  FormatChangedEvent: EVENT.formatChanged,
  SelectionChangedEvent: EVENT.selectionChanged,
  EventNameChanged: EVENT.nameChanged,
  EventVisibilityChanged: EVENT.visibilityChanged,
};

export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly eventTarget = WORKBOOK_TARGET;

  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'WorksheetCollection';
  }

  get events() {
    return this.session.events;
  }

  items(): Worksheet[] {
    return this.session.workbook.sheets.map((sheet) => new Worksheet(this.session, sheet));
  }

  protected find(key: Key): Worksheet | undefined {
    const sheet = this.session.workbook.sheet(String(key));
    return sheet && new Worksheet(this.session, sheet);
  }

  /** Behind the last sheet, not activated. */
  Add(name: string | null): Worksheet {
    const { workbook } = this.session;
    if (name) assertSheetName(this.session, name);
    let number = workbook.sheets.length + 1;
    while (!name && workbook.sheet(`Sheet${number}`)) number += 1;
    const sheet = workbook.addSheet(name || `Sheet${number}`);
    this.session.events.raise(EVENT.added, WORKBOOK_TARGET, { worksheetId: sheet.id, source: 'Local' });
    this.session.tell({ kind: 'workbook' });
    return new Worksheet(this.session, sheet);
  }

  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.session, this.session.activeSheet);
  }

  GetFirst(visibleOnly: boolean | null): Worksheet {
    return this.visible(visibleOnly)[0]!;
  }

  GetLast(visibleOnly: boolean | null): Worksheet {
    return this.visible(visibleOnly).at(-1)!;
  }

  private visible(only: boolean | null): Worksheet[] {
    return this.items().filter(({ Visibility }) => !only || Visibility === 'Visible');
  }
}

defineEvents(WorksheetCollection.prototype, { ...EVENTS, AddedEvent: EVENT.added, DeletedEvent: EVENT.deleted });

/** At most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, not yet taken. */
function assertSheetName(session: Session, name: unknown, except?: ModelSheet): asserts name is string {
  if (typeof name !== 'string' || name.length === 0 || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === 'history') throw invalidArgument();
  const taken = session.workbook.sheets.find((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists();
}

export class Worksheet extends HostObject {
  constructor(
    readonly session: Session,
    readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'Worksheet';
  }

  override get identity() {
    return { Id: this.sheet.id };
  }

  get events() {
    return this.session.events;
  }

  get eventTarget() {
    return this.sheet.id;
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): string {
    return this.sheet.name;
  }

  set Name(name: string) {
    assertSheetName(this.session, name, this.sheet);
    const nameBefore = this.sheet.name;
    if (name === nameBefore) return;
    this.sheet.name = name;
    this.changed('name');
    this.session.events.raise(EVENT.nameChanged, this.sheet.id, { worksheetId: this.sheet.id, nameBefore, nameAfter: name, source: 'Local' });
  }

  get Position(): number {
    return this.session.workbook.sheets.indexOf(this.sheet);
  }

  set Position(position: number) {
    const { sheets } = this.session.workbook;
    if (!Number.isInteger(position) || position < 0 || position >= sheets.length) throw invalidArgument();
    sheets.splice(this.Position, 1);
    sheets.splice(position, 0, this.sheet);
    this.session.tell({ kind: 'workbook' });
  }

  get Visibility(): string {
    return this.sheet.visibility;
  }

  set Visibility(visibility: string) {
    if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') throw invalidArgument();
    const { workbook } = this.session;
    const others = workbook.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === 'Visible');
    if (visibility !== 'Visible' && others.length === 0) throw invalidOperation('A workbook has at least one visible sheet.');
    const before = this.sheet.visibility;
    if (visibility === before) return;
    this.sheet.visibility = visibility;
    if (visibility !== 'Visible' && workbook.activeSheetId === this.sheet.id) this.session.activate(others[0]!);
    this.changed('visibility');
    this.session.events.raise(EVENT.visibilityChanged, this.sheet.id, { worksheetId: this.sheet.id, visibilityBefore: before, visibilityAfter: visibility, source: 'Local' });
  }

  get TabColor(): string {
    return this.sheet.tabColor;
  }

  set TabColor(color: string) {
    this.sheet.tabColor = colour(color);
    this.changed('view');
  }

  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  get ShowHeadings(): boolean {
    return this.sheet.showHeadings;
  }

  /** The wire's name for setting `showGridlines`. */
  set Gridlines(show: boolean) {
    this.sheet.showGridlines = show;
    this.changed('view');
  }

  /** The wire's name for setting `showHeadings`. */
  set Headings(show: boolean) {
    this.sheet.showHeadings = show;
    this.changed('view');
  }

  get StandardHeight(): number {
    return this.sheet.defaultRowHeight;
  }

  get Charts(): ChartCollection {
    return new ChartCollection(this.session, this.sheet);
  }

  get Shapes(): ShapeCollection {
    return new ShapeCollection(this.session, this.sheet);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.session, this.sheet);
  }

  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.session, this.sheet);
  }

  get CustomProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.session, this.sheet);
  }

  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.session, this.sheet);
  }

  get PageLayout(): PageLayout {
    return new PageLayout(this.session, this.sheet);
  }

  get HorizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.session, this.sheet);
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.sheet);
  }

  GetRange(address: string | null): Range {
    return address ? Range.at(this.session, this.sheet, address) : new Range(this.session, this.sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
  }

  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.session, this.sheet, checkedRange(row, column, rows, columns));
  }

  GetCell(row: number, column: number): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }

  GetRanges(addresses: string | null): RangeAreas {
    if ((addresses ?? '').length > LONGEST_ADDRESS) throw invalidArgument();
    const ranges = (addresses ?? '').split(/[,;]/).map((address) => parseAddress(address.trim())?.range);
    if (ranges.some((range) => !range)) throw invalidArgument();
    return new RangeAreas(this.session, this.sheet, ranges as NonNullable<(typeof ranges)[number]>[]);
  }

  /** Of an empty sheet, its first cell. */
  GetUsedRange(valuesOnly: boolean | null): Range {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    return used === NULL_OBJECT ? this.GetCell(0, 0) : used;
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | null): Range | typeof NULL_OBJECT {
    const used = this.live().usedRange(!!valuesOnly);
    return used ? new Range(this.session, this.sheet, used) : NULL_OBJECT;
  }

  Activate(): void {
    if (this.live().visibility !== 'Visible') throw invalidOperation('A hidden sheet cannot be activated.');
    this.session.activate(this.sheet);
  }

  Calculate(): void {
    const used = this.live().usedRange();
    if (used) this.session.cellsChanged(this.sheet, used);
  }

  Delete(): void {
    const { workbook } = this.session;
    const others = workbook.sheets.filter((sheet) => sheet !== this.live());
    const next = others.find(({ visibility }) => visibility === 'Visible');
    if (!next) throw invalidOperation('A workbook has at least one visible sheet.');
    if (workbook.activeSheetId === this.sheet.id) this.session.activate(next);
    workbook.sheets = others;
    workbook.names = workbook.names.filter(({ sheetId }) => sheetId !== this.sheet.id);
    this.session.events.raise(EVENT.deleted, WORKBOOK_TARGET, { worksheetId: this.sheet.id, worksheetName: this.sheet.name, source: 'Local' });
    this.session.tell({ kind: 'workbook' });
  }

  private live(): ModelSheet {
    if (!this.session.workbook.sheets.includes(this.sheet)) throw itemNotFound();
    return this.sheet;
  }

  private changed(aspect: SheetAspect): void {
    this.live().changed.add(aspect);
    this.session.tell({ kind: 'workbook' });
  }
}

defineEvents(Worksheet.prototype, EVENTS);

class WorksheetProtection extends HostObject {
  constructor(private readonly sheet: ModelSheet) {
    super();
  }

  get className() {
    return 'WorksheetProtection';
  }

  get Protected(): boolean {
    return this.sheet.protected;
  }
}

class WorksheetFreezePanes extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'WorksheetFreezePanes';
  }

  FreezeRows(count: number | null): void {
    this.freeze(count ?? 1, 0);
  }

  FreezeColumns(count: number | null): void {
    this.freeze(0, count ?? 1);
  }

  FreezeAt(range: Range | string): void {
    const { range: frozen } = typeof range === 'string' ? Range.at(this.session, this.sheet, range) : range;
    this.freeze(frozen.columns === MAX_COLUMNS || frozen.rows < MAX_ROWS ? frozen.row + frozen.rows : 0, frozen.columns < MAX_COLUMNS ? frozen.column + frozen.columns : 0);
  }

  Unfreeze(): void {
    this.freeze(0, 0);
  }

  GetLocationOrNullObject(): Range | typeof NULL_OBJECT {
    const { rows, columns } = this.sheet.freeze;
    if (rows + columns === 0) return NULL_OBJECT;
    return new Range(this.session, this.sheet, { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS });
  }

  private freeze(rows: number, columns: number): void {
    this.sheet.freeze = { rows, columns };
    this.sheet.changed.add('view');
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }
}

class WorksheetCustomPropertyCollection extends HostCollection<WorksheetCustomProperty> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'WorksheetCustomPropertyCollection';
  }

  items(): WorksheetCustomProperty[] {
    return [...this.sheet.customProperties.keys()].map((key) => new WorksheetCustomProperty(this.sheet, key));
  }

  protected find(key: Key): WorksheetCustomProperty | undefined {
    return this.items().find(({ Key: own }) => own.toLowerCase() === String(key).toLowerCase());
  }

  /** A key that is there gets the new value. */
  Add(key: string, value: string): WorksheetCustomProperty {
    if (typeof key !== 'string' || key === '' || key.length > 255 || typeof value !== 'string') throw invalidArgument();
    assertUnprotected(this.sheet);
    const property = this.find(key) ?? new WorksheetCustomProperty(this.sheet, key);
    property.Value = value;
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
    return property;
  }
}

class WorksheetCustomProperty extends HostObject {
  constructor(
    private readonly sheet: ModelSheet,
    private readonly key: string,
  ) {
    super();
  }

  get className() {
    return 'WorksheetCustomProperty';
  }

  override get identity() {
    return { _Id: this.key };
  }

  get Key(): string {
    return this.key;
  }

  get Value(): string {
    return this.sheet.customProperties.get(this.key) ?? '';
  }

  set Value(value: string) {
    this.sheet.customProperties.set(this.key, value);
    this.sheet.changed.add('customProperties');
  }

  Delete(): void {
    this.sheet.customProperties.delete(this.key);
    this.sheet.changed.add('customProperties');
  }
}
