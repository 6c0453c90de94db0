/**
 * The messages between Excel on the web and an add-in's page: the handshake, requests, events.
 * It carries text; who delivers it (an iframe, jsdom) is not its business.
 */
import type { RichApiMessage } from './events';

const CONVERSATION = 'plumbline-host';
const ADD_IN = 'app1';

const REQUEST = 0;
const RESPONSE = 1;
const REGISTER = 1;
const UNREGISTER = 2;
const CALL_ANSWER = 0;
const EVENT_ANSWER = 1;

const DISPATCH = { refreshSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

export type Requirements = Readonly<Record<string, string>>;

/** What Excel on the web of 2024 supports. */
export const REQUIREMENTS: Requirements = {
  ExcelApi: '1.17',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.9',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  RibbonApi: '1.1',
  DialogApi: '1.2',
  KeyboardShortcuts: '1.1',
  AddinCommands: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  Settings: '1.1',
};

/** The add-in's address with what office.js reads from it: which host it is in, and whom to talk to. */
export function addinUrl(page: string, hostOrigin: string, conversation: string = CONVERSATION): string {
  const url = new URL(page);
  // Excel, on the web, not a dialog, without telemetry, shared runtime (1) with custom functions (2).
  const info = ['Excel', 'Web', '16.00', 'en-US', '00000000-0000-0000-0000-000000000001', '', 'disableLogging', '3'].join('$');
  url.searchParams.set('_host_Info', info);
  return `${url.href.split('#')[0]}#&_xdm_Info=${conversation}|${ADD_IN}|${hostOrigin}`;
}

interface Message {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

export interface RichApiAnswer {
  /** Nothing answered at all: Office's number of the failure (7000 access denied, 5103 request too large, …). */
  readonly transportError?: number;
  /** JSON. */
  readonly body?: string;
}

export interface EndpointHandlers {
  readonly requirements: () => Requirements;
  readonly settings: () => Iterable<readonly [string, string]>;
  readonly saveSettings: (settings: readonly (readonly [string, string])[]) => void;
  /** One batch of the Rich API, as JSON. */
  readonly richApi: (body: string) => Promise<RichApiAnswer>;
  readonly commandCompleted: (id: string) => void;
  readonly documentName: () => string;
  readonly paneVisible: () => boolean;
  /** The page is there and listens. */
  readonly connected: () => void;
}

export class Endpoint {
  private post: ((text: string) => void) | null = null;
  /** Event → correlation id of its registration. */
  private readonly registrations = new Map<string, number>();
  private conversation = CONVERSATION;

  constructor(private readonly handlers: EndpointHandlers) {}

  /** From now on messages go to this page; what an earlier one had registered is forgotten. */
  connect(post: (text: string) => void): void {
    this.post = post;
    this.registrations.clear();
  }

  /** Takes a message of the page. What is not one of ours is left alone. */
  async receive(text: string): Promise<void> {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return;
    }
    if (message?._messageType !== REQUEST) return;
    this.conversation = message._conversationId;
    if (message._actionType === REGISTER) {
      this.registrations.set(message._actionName, message._correlationId);
      return this.answer(message, { Error: 0 });
    }
    if (message._actionType === UNREGISTER) {
      this.registrations.delete(message._actionName);
      return this.answer(message, { Error: 0 });
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.answer(message, this.context());
        return this.handlers.connected();
      case 'ContextActivationManager_notifyHost':
        return;
      case 'executeMethod':
        return this.answer(message, await this.execute(message._data as Record<string, unknown>));
      default:
        return this.answer(message, null, -2);
    }
  }

  /** Events of Excel and calls of custom functions; false: the page does not listen yet. */
  tell(messages: readonly RichApiMessage[]): boolean {
    return messages.length === 0 || this.event('richApiMessage', { ArrayData: messages });
  }

  /** The selection moved, for `Office.context.document` and `workbook.onSelectionChanged`. */
  tellSelection(): boolean {
    return this.event('documentSelectionChanged', {});
  }

  /** A ribbon button was pressed; `commandCompleted` comes with the same id. */
  command(id: string, action: string, event: unknown): boolean {
    return this.event('appCommandInvoked', [id, action, JSON.stringify(event)]);
  }

  private event(name: string, data: unknown): boolean {
    const correlation = this.registrations.get(name);
    if (correlation === undefined) return false;
    this.send(name, correlation, data, EVENT_ANSWER, 0);
    return true;
  }

  private answer(to: Message, data: unknown, error = 0): void {
    this.send(to._actionName, to._correlationId, data, CALL_ANSWER, error);
  }

  private send(name: string, correlation: number, data: unknown, kind: number, error: number): void {
    this.post?.(
      JSON.stringify({
        _messageType: RESPONSE,
        _actionName: name,
        _conversationId: this.conversation,
        _correlationId: correlation,
        _origin: '',
        _data: data,
        _errorCode: error,
        _responseType: kind,
        _serializerVersion: 1,
      }),
    );
  }

  private async execute(data: Record<string, unknown>): Promise<unknown> {
    switch ((data.DdaMethod as { DispatchId: number }).DispatchId) {
      case DISPATCH.richApi: {
        const { transportError, body } = await this.handlers.richApi((data.ArrayData as unknown[])[4] as string);
        return transportError ? { Version: 1, Error: transportError } : { Version: 1, Error: 0, Data: [200, ['CONTENT-TYPE', 'application/json'], body] };
      }
      case DISPATCH.saveSettings:
        this.handlers.saveSettings((data.DdaSettingsMethod as { Properties: [string, string][] }).Properties);
        return { Version: 1, Error: 0 };
      case DISPATCH.refreshSettings:
        return { Version: 1, Error: 0, Properties: [...this.handlers.settings()] };
      case DISPATCH.commandCompleted:
        this.handlers.commandCompleted(String(data[0]));
        return { Version: 1, Error: 0 };
      default:
        return { Version: 1, Error: 5001 };
    }
  }

  private context(): unknown {
    return {
      _id: ADD_IN,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: 'en-US',
      _dataLocale: 'en-US',
      _docUrl: `https://localhost/${encodeURIComponent(this.handlers.documentName())}`,
      _clientMode: 1,
      _settings: [...this.handlers.settings()],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: '00000000-0000-0000-0000-000000000001',
      _appInstanceId: ADD_IN,
      // Versions are text: 1.10 as a number would be 1.1.
      _requirementMatrix: JSON.stringify(this.handlers.requirements()),
      _hostFullVersion: '16.0.19000.10000',
      _addinName: 'Plumbline',
      _appDomains: [],
      _featureGates: {},
      // 1: the page runs unseen, 2: as the task pane.
      _initialDisplayMode: this.handlers.paneVisible() ? 2 : 1,
      _wacHostEnvironment: '0',
      _isFromWacAutomation: false,
    };
  }
}
