import { parseAddress, rangeAddress, sheetReference } from '../address';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors';
import type { ModelName, ModelSheet } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, NULL_OBJECT, type Key } from './host-object';
import { Range } from './range';

/** The names of a sheet or, without a sheet, of the workbook. */
export class NamedItemCollection extends HostCollection<NamedItem> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet | null,
  ) {
    super();
  }

  get className() {
    return 'NamedItemCollection';
  }

  items(): NamedItem[] {
    return this.session.workbook.names.filter(({ sheetId }) => sheetId === (this.sheet?.id ?? null)).map((name) => new NamedItem(this.session, name));
  }

  protected find(key: Key): NamedItem | undefined {
    return this.items().find(({ Name }) => Name.toLowerCase() === String(key).toLowerCase());
  }

  Add(name: string, reference: Range | string, comment: string | null): NamedItem {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255 || parseAddress(name)) throw invalidArgument();
    if (this.find(name)) throw itemAlreadyExists();
    const formula = typeof reference === 'string' ? `=${reference.replace(/^=/, '')}` : `=${sheetReference(reference.sheet.name)}!${rangeAddress(reference.range, true)}`;
    const item: ModelName = { name, formula, visible: true, comment: comment ?? '', sheetId: this.sheet?.id ?? null };
    this.session.workbook.names.push(item);
    this.session.tell({ kind: 'workbook' });
    return new NamedItem(this.session, item);
  }
}

class NamedItem extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly item: ModelName,
  ) {
    super();
  }

  get className() {
    return 'NamedItem';
  }

  override get identity() {
    return { _Id: this.item.name };
  }

  get Name(): string {
    return this.item.name;
  }

  get Formula(): string {
    return this.item.formula;
  }

  set Formula(formula: string) {
    this.item.formula = formula;
    this.session.tell({ kind: 'workbook' });
  }

  /** What a range name refers to; of other names, their formula. */
  get Value(): string {
    return this.item.formula.slice(parseAddress(this.item.formula) ? 1 : 0);
  }

  get Type(): string {
    return parseAddress(this.item.formula) ? 'Range' : 'String';
  }

  get Scope(): string {
    return this.item.sheetId === null ? 'Workbook' : 'Worksheet';
  }

  get Comment(): string {
    return this.item.comment;
  }

  set Comment(comment: string) {
    this.item.comment = comment;
  }

  get Visible(): boolean {
    return this.item.visible;
  }

  set Visible(visible: boolean) {
    this.item.visible = visible;
  }

  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (range === NULL_OBJECT) throw itemNotFound();
    return range;
  }

  GetRangeOrNullObject(): Range | typeof NULL_OBJECT {
    const home = this.session.workbook.sheets.find(({ id }) => id === this.item.sheetId) ?? this.session.activeSheet;
    const parsed = parseAddress(this.item.formula);
    if (!parsed || (parsed.sheet !== null && !this.session.workbook.sheet(parsed.sheet))) return NULL_OBJECT;
    return Range.at(this.session, home, this.item.formula);
  }

  Delete(): void {
    const { workbook } = this.session;
    workbook.names = workbook.names.filter((item) => item !== this.item);
    this.session.tell({ kind: 'workbook' });
  }
}
