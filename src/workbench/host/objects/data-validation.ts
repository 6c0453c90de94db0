import { contains, intersection, sameRange } from '../address';
import { assertUnprotected } from '../cells';
import { invalidArgument } from '../errors';
import type { ModelRange, ModelSheet, ModelValidation } from '../model';
import type { Session } from '../session';
import { without } from './conditional-format';
import { HostObject } from './host-object';

/** Public name of a rule → what `type` answers. */
const TYPES: Readonly<Record<string, string>> = { list: 'List', wholeNumber: 'WholeNumber', decimal: 'Decimal', textLength: 'TextLength', date: 'Date', time: 'Time', custom: 'Custom' };

/** Choices that stand in the rule itself, with the commas between them. */
const LONGEST_LIST = 255;

export class DataValidation extends HostObject {
  constructor(
    private readonly session: Session,
    private readonly sheet: ModelSheet,
    private readonly range: ModelRange,
  ) {
    super();
  }

  get className() {
    return 'DataValidation';
  }

  get Type(): string {
    const validation = this.current();
    return validation ? (TYPES[Object.keys(validation.rule)[0]!] ?? 'None') : 'None';
  }

  get Rule(): unknown {
    return this.current()?.rule ?? {};
  }

  set Rule(rule: unknown) {
    if (rule === null || typeof rule !== 'object' || !Object.keys(rule).every((name) => name in TYPES)) throw invalidArgument();
    const { source } = ((rule as { list?: { source?: unknown } }).list ?? {});
    if (typeof source === 'string' && !source.startsWith('=') && source.length > LONGEST_LIST) throw invalidArgument();
    this.own().rule = rule as Record<string, unknown>;
    this.changed();
  }

  get ErrorAlert(): unknown {
    return this.current()?.errorAlert ?? { message: '', showAlert: true, style: 'Stop', title: '' };
  }

  set ErrorAlert(alert: unknown) {
    this.own().errorAlert = alert as Record<string, unknown>;
    this.changed();
  }

  get Prompt(): unknown {
    return this.current()?.prompt ?? { message: '', showPrompt: true, title: '' };
  }

  set Prompt(prompt: unknown) {
    this.own().prompt = prompt as Record<string, unknown>;
    this.changed();
  }

  get IgnoreBlanks(): boolean {
    return this.current()?.ignoreBlanks ?? true;
  }

  set IgnoreBlanks(ignore: boolean) {
    this.own().ignoreBlanks = ignore;
    this.changed();
  }

  /** Of validations that reach out of the range, the part outside stays. */
  Clear(): void {
    if (!this.sheet.validations.some(({ range }) => intersection(range, this.range))) return;
    assertUnprotected(this.sheet);
    this.sheet.validations = this.sheet.validations.flatMap((validation) => without(validation.range, this.range).map((range) => ({ ...validation, range })));
    this.changed();
  }

  private current(): ModelValidation | undefined {
    return this.sheet.validations.find(({ range }) => contains(range, this.range));
  }

  /** The validation of exactly this range, for writing. */
  private own(): ModelValidation {
    assertUnprotected(this.sheet);
    const exact = this.sheet.validations.find(({ range }) => sameRange(range, this.range));
    if (exact) return exact;
    const inherited = this.current();
    this.Clear();
    const own: ModelValidation = { rule: {}, errorAlert: null, prompt: null, ignoreBlanks: true, ...inherited, range: this.range };
    this.sheet.validations.push(own);
    return own;
  }

  private changed(): void {
    this.sheet.changed.add('validations');
    this.session.tell({ kind: 'sheet', sheetId: this.sheet.id });
  }
}
