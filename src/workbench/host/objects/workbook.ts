import { invalidArgument } from '../errors';
import { WORKBOOK_TARGET } from '../events';
import type { CalculationMode, Session } from '../session';
import { Functions } from './functions';
import { HostCollection, HostObject, type Key } from './host-object';
import { NamedItemCollection } from './named-item';
import { Range } from './range';
import { TableCollection } from './table';
import { WorksheetCollection } from './worksheet';

export class Workbook extends HostObject {
  readonly eventTarget = WORKBOOK_TARGET;

  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'Workbook';
  }

  get Name(): string {
    return this.session.workbook.name;
  }

  get ReadOnly(): boolean {
    return false;
  }

  get Application(): Application {
    return new Application(this.session);
  }

  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.session);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.session, null);
  }

  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.session, null);
  }

  get Settings(): SettingCollection {
    return new SettingCollection(this.session);
  }

  get Functions(): Functions {
    return new Functions(this.session);
  }

  get _Runtime(): Runtime {
    return new Runtime(this.session);
  }

  GetSelectedRange(): Range {
    return new Range(this.session, this.session.selection.sheet, this.session.selection.range);
  }

  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
}

class Application extends HostObject {
  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'Application';
  }

  get CalculationMode(): CalculationMode {
    return this.session.calculationMode;
  }

  set CalculationMode(mode: CalculationMode) {
    if (!['Automatic', 'AutomaticExceptTables', 'Manual'].includes(mode)) throw invalidArgument();
    this.session.calculationMode = mode;
  }

  get CalculationState(): string {
    return this.session.hasUncalculated ? 'Pending' : 'Done';
  }

  /** Every formula of the workbook, at the end of the batch. */
  Calculate(): void {
    this.session.calculateAll = true;
  }

  SuspendApiCalculationUntilNextSync(): void {
    this.session.calculationSuspended = true;
  }

  /** Nothing is drawn between the actions of a batch anyway. */
  SuspendScreenUpdatingUntilNextSync(): void {}
}

/** `context.runtime`. */
class Runtime extends HostObject {
  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'Runtime';
  }

  get EnableEvents(): boolean {
    return this.session.events.enabled;
  }

  set EnableEvents(enabled: boolean) {
    this.session.tellChangedCells();
    this.session.events.enabled = enabled;
  }
}

/** `workbook.settings`: the same store as `Office.context.document.settings`. */
class SettingCollection extends HostCollection<Setting> {
  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'SettingCollection';
  }

  items(): Setting[] {
    return [...this.session.workbook.settings.keys()].map((key) => new Setting(this.session, key));
  }

  protected find(key: Key): Setting | undefined {
    return this.session.workbook.settings.has(String(key)) ? new Setting(this.session, String(key)) : undefined;
  }

  Add(key: string, value: unknown): Setting {
    const setting = new Setting(this.session, key);
    setting.Value = value;
    return setting;
  }
}

class Setting extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly key: string,
  ) {
    super();
  }

  get className() {
    return 'Setting';
  }

  override get identity() {
    return { _Id: this.key };
  }

  get Key(): string {
    return this.key;
  }

  get Value(): unknown {
    return JSON.parse(this.session.workbook.settings.get(this.key) ?? 'null');
  }

  set Value(value: unknown) {
    this.session.workbook.settings.set(this.key, JSON.stringify(value ?? null));
  }

  Delete(): void {
    this.session.workbook.settings.delete(this.key);
  }
}
