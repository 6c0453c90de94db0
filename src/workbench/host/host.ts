import { rangeAddress } from './address';
import { Endpoint, REQUIREMENTS, type Requirements } from './endpoint';
import { ApiError } from './errors';
import { Interpreter, type BatchRequest, type BatchResponse } from './interpreter';
import { ModelWorkbook, type ModelRange, type ModelSheet } from './model';
import type { HostObject } from './objects/host-object';
import { Workbook } from './objects/workbook';
import { visibilityChanged } from './events';
import { AddinInternalService, AppRuntimeService, CustomFunctions, type FunctionValue, type Invocation } from './services';
import { Session, type Change, type ChangedRange } from './session';

/** An error put into a batch. */
export interface Fault {
  /** `GeneralException`, `InvalidOperationInCellEditMode`, … */
  readonly code: string;
  readonly message?: string;
  /** Actions that are carried out before it strikes; left out: none. More than there are: all. */
  readonly afterActions?: number;
}

/** One round trip of the Rich API: what `context.sync()` costs. */
export interface RoundTrip {
  /** 1 for the first since the workbook was opened. */
  readonly number: number;
  readonly request: BatchRequest;
  /** Length of the JSON on the wire, in bytes of UTF-8. */
  readonly requestBytes: number;
}

export interface FinishedRoundTrip extends RoundTrip {
  /** null: refused as a whole. */
  readonly response: BatchResponse | null;
  readonly responseBytes: number;
}

/** Gives formulas their values. */
export interface Calculator {
  /**
   * Calculates what depends on the changed cells, or every formula for `'all'`, through
   * `ModelSheet.set`. It is awaited before cells are read and before a batch is answered, so it must
   * not wait for the add-in itself: a custom function shows `#BUSY!`, and its result is written
   * later, followed by `Host.cellsChanged`.
   */
  calculate(host: Host, changed: readonly ChangedRange[] | 'all'): Promise<void> | void;
}

export interface Limits {
  /** Bytes. Excel on the web: 5 MB each way. */
  readonly request: number;
  readonly response: number;
}

const EXCEL_ON_THE_WEB: Limits = { request: 5 * 1024 * 1024, response: 5 * 1024 * 1024 };

/** Office's numbers of failures that no batch answers. */
const TRANSPORT = { requestTooLarge: 5103, responseTooLarge: 5104, general: 5001 } as const;

export interface HostOptions {
  /** Left out: a new workbook with one sheet, *Sheet1*. */
  readonly workbook?: ModelWorkbook;
  /** Whether the pane is in view when the page starts. Default true. */
  readonly paneVisible?: boolean;
  /** Added to, or in the place of, what Excel on the web supports: `{ ExcelApi: '1.13' }`. */
  readonly requirements?: Requirements;
  readonly limits?: Partial<Limits>;
  readonly calculator?: Calculator;
  /** Sees every round trip of the workbook before it is carried out, and may put an error into it. */
  readonly onBatch?: (roundTrip: RoundTrip) => Fault | undefined;
  /** Sees every round trip of the workbook after it. */
  readonly onBatchDone?: (roundTrip: FinishedRoundTrip) => void;
}

/** Holds a workbook and answers office.js: Excel, as far as this add-in uses it. */
export class Host {
  calculator: Calculator | undefined;
  requirements: Requirements;
  limits: Limits;
  onBatch: HostOptions['onBatch'];
  onBatchDone: HostOptions['onBatchDone'];
  /** The add-in wants its pane shown or hidden. */
  onPane: ((visible: boolean) => void) | undefined;

  private paneVisible: boolean;
  private session: Session;
  private root: Workbook;
  private readonly endpoint: Endpoint;
  private readonly interpreter = new Interpreter();
  private readonly functions: CustomFunctions;
  private readonly services: Readonly<Record<string, HostObject>>;
  private readonly commands = new Map<string, () => void>();
  private readonly listeners = new Set<(change: Change) => void>();
  private commandCount = 0;
  private roundTripCount = 0;
  /** Batches are carried out one after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(options: HostOptions = {}) {
    this.calculator = options.calculator;
    this.requirements = { ...REQUIREMENTS, ...options.requirements };
    this.limits = { ...EXCEL_ON_THE_WEB, ...options.limits };
    this.paneVisible = options.paneVisible ?? true;
    this.onBatch = options.onBatch;
    this.onBatchDone = options.onBatchDone;
    this.session = this.opened(options.workbook ?? new ModelWorkbook());
    this.root = new Workbook(this.session);
    this.endpoint = new Endpoint({
      requirements: () => this.requirements,
      settings: () => this.workbook.settings,
      saveSettings: (settings) => {
        this.workbook.settings.clear();
        for (const [key, json] of settings) this.workbook.settings.set(key, json);
      },
      richApi: (body) => this.richApi(body),
      commandCompleted: (id) => {
        this.commands.get(id)?.();
        this.commands.delete(id);
      },
      documentName: () => this.workbook.name,
      paneVisible: () => this.paneVisible,
      connected: () => {},
    });
    this.functions = new CustomFunctions((messages) => this.endpoint.tell(messages));
    this.services = {
      'Microsoft.ExcelServices.CustomFunctions': this.functions,
      'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
      'Microsoft.AppRuntime.AppRuntimeService': new AppRuntimeService((visible) => this.showPane(visible)),
    };
  }

  get workbook(): ModelWorkbook {
    return this.session.workbook;
  }

  get selection(): ChangedRange {
    return this.session.selection;
  }

  /** Opens another workbook; event handlers and references of the one before are gone. */
  open(workbook: ModelWorkbook): void {
    this.session = this.opened(workbook);
    this.root = new Workbook(this.session);
    this.interpreter.forget();
    this.roundTripCount = 0;
    for (const listener of this.listeners) listener({ kind: 'workbook' });
  }

  /** From now on talks to this page: `post` delivers text to its window, from the host's origin. */
  connect(post: (text: string) => void): void {
    this.endpoint.connect(post);
    this.functions.restart();
  }

  /** Takes what the page posted to its parent. */
  receive(text: string): Promise<void> {
    return this.endpoint.receive(text);
  }

  /** Called for every change of the workbook, whoever made it. Answers how to stop. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Selects as the user does. */
  select(sheet: ModelSheet, range: ModelRange): void {
    this.session.select(sheet, range);
    this.endpoint.tellSelection();
    this.tellEvents();
  }

  /** Shows a sheet as the user does. */
  activate(sheet: ModelSheet): void {
    this.session.activate(sheet);
    this.tellEvents();
  }

  /** Types into cells as the user does: values or formulas, `''` clears. */
  async type(sheet: ModelSheet, range: ModelRange, values: readonly (readonly unknown[])[]): Promise<void> {
    await this.inTurn(async () => {
      const cells = this.root.Worksheets.GetItem(sheet.id).GetRange(rangeAddress(range));
      cells.Formulas = values;
      await this.settle();
    });
    this.tellEvents();
  }

  /** Says that these cells got other values, outside of any batch (results of custom functions). */
  cellsChanged(sheet: ModelSheet, range: ModelRange): void {
    this.session.tell({ kind: 'cells', sheetId: sheet.id, range });
  }

  /** Calculates every formula. */
  async calculate(): Promise<void> {
    await this.inTurn(async () => this.calculator?.calculate(this, 'all'));
    this.session.takeUncalculated();
  }

  /** Calls a custom function through the add-in's own runtime; see {@link CustomFunctions.invoke}. */
  invokeFunction(id: string, parameters: readonly FunctionValue[], address = 'Sheet1!A1'): Invocation {
    return this.functions.invoke(id, parameters, address);
  }

  /**
   * Presses a ribbon button that executes a function; resolves when its handler calls
   * `event.completed()`. Rejects when no page listens.
   */
  runCommand(action: string, source = action): Promise<void> {
    const id = `command-${(this.commandCount += 1)}`;
    return new Promise((resolve, reject) => {
      this.commands.set(id, resolve);
      if (this.endpoint.command(id, action, { source: { id: source } })) return;
      this.commands.delete(id);
      reject(new Error('No add-in is connected.'));
    });
  }

  /** Shows or hides the pane, as the user or the add-in does. */
  showPane(visible: boolean): void {
    if (visible === this.paneVisible) return;
    this.paneVisible = visible;
    this.endpoint.tell([visibilityChanged(visible)]);
    this.onPane?.(visible);
  }

  private opened(workbook: ModelWorkbook): Session {
    const session = new Session(workbook);
    session.onChange((change) => {
      for (const listener of this.listeners) listener(change);
    });
    return session;
  }

  private inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(run);
    this.turn = result.catch(() => {});
    return result;
  }

  private async richApi(body: string): Promise<{ transportError?: number; body?: string }> {
    const request = JSON.parse(body) as BatchRequest;
    // Results of custom functions come while a batch may be waiting for calculation: never in turn.
    const ofService = Object.values(request.ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === 2);
    if (ofService) return { body: JSON.stringify(await this.execute(request)) };
    const answer = await this.inTurn(() => this.roundTrip(request, byteLength(body)));
    this.tellEvents();
    return answer;
  }

  private async roundTrip(request: BatchRequest, requestBytes: number): Promise<{ transportError?: number; body?: string }> {
    if (onlyGivesBack(request)) return { body: JSON.stringify(await this.execute(request)) };
    const trip: RoundTrip = { number: (this.roundTripCount += 1), request, requestBytes };
    if (requestBytes > this.limits.request) {
      this.onBatchDone?.({ ...trip, response: null, responseBytes: 0 });
      return { transportError: TRANSPORT.requestTooLarge };
    }
    const fault = this.onBatch?.(trip);
    const error = fault && new ApiError(fault.code, fault.message ?? 'An error was put in here.', 500);
    let response: BatchResponse;
    try {
      response = await this.execute(request, error && { after: fault.afterActions ?? 0, error });
    } catch (bug) {
      // Not Excel's error but ours: the add-in gets a general one, the developer the real one.
      console.error(bug);
      this.onBatchDone?.({ ...trip, response: null, responseBytes: 0 });
      return { transportError: TRANSPORT.general };
    }
    const body = JSON.stringify(response);
    const responseBytes = byteLength(body);
    this.onBatchDone?.({ ...trip, response, responseBytes });
    return responseBytes > this.limits.response ? { transportError: TRANSPORT.responseTooLarge } : { body };
  }

  private async execute(request: BatchRequest, stop?: { after: number; error: ApiError }): Promise<BatchResponse> {
    const response = await this.interpreter.execute(request, { root: this.root, service: (name) => this.services[name], stop, settle: () => this.settle() });
    if (this.session.calculationSuspended) {
      this.session.calculationSuspended = false;
      await this.settle();
    }
    return response;
  }

  /** Brings formulas up to date, where Excel would. */
  private settle(): Promise<void> | undefined {
    const { session } = this;
    if (session.calculateAll) {
      session.calculateAll = false;
      session.takeUncalculated();
      return Promise.resolve(this.calculator?.calculate(this, 'all'));
    }
    if (!session.hasUncalculated || session.calculationMode === 'Manual' || session.calculationSuspended) return undefined;
    const changed = session.takeUncalculated();
    return this.calculator ? Promise.resolve(this.calculator.calculate(this, changed)) : undefined;
  }

  private tellEvents(): void {
    this.session.tellChangedCells();
    this.endpoint.tell(this.session.events.take());
  }
}

/** After `Excel.run`, office.js gives back the references it kept. Nobody waits for it: it is no round trip of the add-in's. */
const onlyGivesBack = ({ Actions }: BatchRequest) => Actions.some(({ Name }) => Name === '_RemoveReference') && Actions.every(({ Name, ActionType }) => Name === '_RemoveReference' || ActionType === 1);

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;

export const createHost = (options: HostOptions = {}): Host => new Host(options);
