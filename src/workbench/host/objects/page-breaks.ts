import { invalidArgument } from '../errors';
import type { ModelSheet } from '../model';
import type { Session } from '../session';
import { HostCollection, HostObject, type Key } from './host-object';
import { Range } from './range';

/** So many Excel keeps of a sheet. */
const MOST_BREAKS = 1023;

/** The horizontal page breaks that people or add-ins set; those that Excel finds itself are not among them. */
export class PageBreakCollection extends HostCollection<PageBreak> {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
  ) {
    super();
  }

  get className() {
    return 'PageBreakCollection';
  }

  items(): PageBreak[] {
    return this.sheet.rowBreaks.map((row) => new PageBreak(this.session, this.sheet, row));
  }

  /** By place in the collection, or by identity. */
  protected find(key: Key): PageBreak | undefined {
    return typeof key === 'number' ? this.items()[key] : this.items().find(({ identity }) => identity._Id === key);
  }

  /** Before the first row of the range; above row 1 there is no page. */
  Add(range: Range | string): PageBreak {
    const { sheet, range: after } = typeof range === 'string' ? Range.at(this.session, this.sheet, range) : range;
    const { rowBreaks } = this.sheet;
    const isNew = !rowBreaks.includes(after.row);
    if (sheet !== this.sheet || after.row === 0 || (isNew && rowBreaks.length === MOST_BREAKS)) throw invalidArgument();
    if (isNew) setBreaks(this.session, this.sheet, [...rowBreaks, after.row].sort((a, b) => a - b));
    return new PageBreak(this.session, this.sheet, after.row);
  }

  RemovePageBreaks(): void {
    if (this.sheet.rowBreaks.length > 0) setBreaks(this.session, this.sheet, []);
  }
}

class PageBreak extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
    private readonly row: number,
  ) {
    super();
  }

  get className() {
    return 'PageBreak';
  }

  override get identity() {
    return { _Id: `row ${this.row}` };
  }

  get ColumnIndex(): number {
    return 0;
  }

  get RowIndex(): number {
    return this.row;
  }

  GetCellAfterBreak(): Range {
    return new Range(this.session, this.sheet, { row: this.row, column: 0, rows: 1, columns: 1 });
  }

  Delete(): void {
    setBreaks(this.session, this.sheet, this.sheet.rowBreaks.filter((row) => row !== this.row));
  }
}

function setBreaks(session: Session, sheet: ModelSheet, rows: readonly number[]): void {
  sheet.rowBreaks = rows;
  sheet.changed.add('rowBreaks');
  session.tell({ kind: 'sheet', sheetId: sheet.id });
}
