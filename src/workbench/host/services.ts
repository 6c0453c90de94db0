/** What office.js addresses beside the workbook: the runtime of custom functions, and its own bookkeeping. */
import type { RichApiMessage } from './events';
import { CellError, type ErrorText } from './model';
import { HostObject } from './objects/host-object';

/** A single value, or rows of values. */
export type FunctionValue = string | number | boolean | null | CellError | readonly (readonly (string | number | boolean | null | CellError)[])[];

const CALL = 1000;
const CANCEL = 1001;
const CUSTOM_FUNCTIONS = 1;
/** Cancellable, and errors in the arguments are handed over. */
const FLAGS = 1 + 4;

/** What the runtime says went wrong → what the cell shows. */
const ERRORS: Readonly<Record<number, ErrorText>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 8: '#NULL!', 9: '#NAME?', 10: '#NAME?' };

export interface Invocation {
  /** What the function gave; an error it threw is a CellError. Never rejects. */
  readonly result: Promise<FunctionValue>;
  /** Tells the function that nobody waits any more; the result is then `#N/A`. */
  readonly cancel: () => void;
}

export class CustomFunctions extends HostObject {
  private nextId = 1;
  private readonly waiting = new Map<number, (value: FunctionValue) => void>();
  private becomeReady = () => {};
  private ready: Promise<void>;

  constructor(private readonly tell: (messages: readonly RichApiMessage[]) => boolean) {
    super();
    this.ready = this.notReady();
  }

  get className() {
    return 'CustomFunctions';
  }

  /** A new page is coming: calls wait until its functions are there; those under way end as `#N/A`. */
  restart(): void {
    for (const done of this.waiting.values()) done(new CellError('#N/A', 'The add-in was reloaded.'));
    this.waiting.clear();
    this.ready = this.notReady();
  }

  /**
   * Calls a custom function in the add-in's own runtime.
   *
   * @param id as in functions.json
   * @param address of the cell it is called from: `Sheet1!A1`
   */
  invoke(id: string, parameters: readonly FunctionValue[], address: string): Invocation {
    const call = this.nextId++;
    const result = new Promise<FunctionValue>((resolve) => this.waiting.set(call, resolve));
    const message = JSON.stringify([call, id, parameters.map(toWire), address, FLAGS, null]);
    void this.ready.then(() => {
      if (this.waiting.has(call)) this.tell([[CUSTOM_FUNCTIONS, CALL, '', message, call]]);
    });
    return {
      result,
      cancel: () => {
        if (!this.waiting.has(call)) return;
        this.tell([[CUSTOM_FUNCTIONS, CANCEL, '', JSON.stringify({ invocationId: call }), call]]);
        this.done(call, new CellError('#N/A', 'Cancelled.'));
      },
    };
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.becomeReady();
  }

  /** 2: results may come every 200 ms instead of every 500. */
  _GetEnabledFeatures(): readonly number[] {
    return [1, 2, 3, 4];
  }

  /** `[id, true, value, …]` or `[id, false, message, error code, …]` for each. */
  SetInvocationArrayResults(results: readonly (readonly [number, boolean, unknown, unknown])[]): void {
    for (const [id, succeeded, value, code] of results) this.done(id, succeeded ? fromWire(value) : failure(code, value));
  }

  SetInvocationResults(results: readonly { id: number; failed?: boolean; value: unknown; errorCode?: number }[]): void {
    for (const { id, failed, value, errorCode } of results) this.done(id, failed ? failure(errorCode, value) : fromWire(value));
  }

  private notReady(): Promise<void> {
    return new Promise((resolve) => {
      this.becomeReady = resolve;
    });
  }

  private done(id: number, value: FunctionValue): void {
    this.waiting.get(id)?.(value);
    this.waiting.delete(id);
  }
}

const failure = (code: unknown, message: unknown) => new CellError(ERRORS[Number(code)] ?? '#VALUE!', typeof message === 'string' ? message : '');

function toWire(value: FunctionValue): unknown {
  if (Array.isArray(value)) return value.map((row) => (row as FunctionValue[]).map(toWire));
  return value instanceof CellError ? { type: 'CustomFunctionError', code: value.error } : value;
}

function fromWire(value: unknown): FunctionValue {
  if (Array.isArray(value)) return value.map((row) => (Array.isArray(row) ? row : [row]).map(single));
  return single(value);
}

const ERROR_TEXTS: readonly unknown[] = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!'] satisfies ErrorText[];

/** One value of a result: `CustomFunctions.Error` comes as an object with the error's text as its code. */
function single(value: unknown): string | number | boolean | null | CellError {
  if (value !== null && typeof value === 'object') {
    const { code, message } = value as { code?: unknown; message?: string };
    return new CellError(ERROR_TEXTS.includes(code) ? (code as ErrorText) : '#VALUE!', message ?? '');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** office.js says here that ribbon actions can come; nothing follows from it. */
export class AddinInternalService extends HostObject {
  get className() {
    return 'AddinInternalService';
  }

  NotifyActionHandlerReady(): void {}
}

/** Shows and hides the task pane: `Office.addin.showAsTaskpane()`, `Office.addin.hide()`. */
export class AppRuntimeService extends HostObject {
  private state = 'Visible';

  constructor(private readonly show: (visible: boolean) => void) {
    super();
  }

  get className() {
    return 'AppRuntimeService';
  }

  GetAppRuntimeState(): string {
    return this.state;
  }

  SetAppRuntimeState(state: string): void {
    this.state = state;
    this.show(state === 'Visible');
  }
}
