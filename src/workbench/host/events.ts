/** Excel's events, by the numbers of the wire. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  nameChanged: 25,
  visibilityChanged: 26,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventType = (typeof EVENT)[keyof typeof EVENT];

/** The target of handlers that sit on the workbook or on one of its collections. */
export const WORKBOOK_TARGET = 'Workbook';

/** `[category, type, target, message, id]`, as office.js takes it. */
export type RichApiMessage = readonly [number, number, string, string, number];

const EXCEL_EVENTS = 65536;

/** Tells the page that its pane came into view or went. */
export const visibilityChanged = (visible: boolean): RichApiMessage => [EXCEL_EVENTS, 65539, '', JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' }), 0];

/** Who listens to what, and what is still to be told. */
export class Events {
  /** `context.runtime.enableEvents`: what happens meanwhile is not told later. */
  enabled = true;
  private readonly registered = new Map<string, number>();
  private waiting: RichApiMessage[] = [];

  register(type: EventType, target: string): void {
    this.registered.set(`${type} ${target}`, (this.registered.get(`${type} ${target}`) ?? 0) + 1);
  }

  unregister(type: EventType, target: string): void {
    this.registered.set(`${type} ${target}`, Math.max(0, (this.registered.get(`${type} ${target}`) ?? 0) - 1));
  }

  /** Tells handlers on the object and on the workbook. */
  raise(type: EventType, target: string, message: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    for (const listener of new Set([target, WORKBOOK_TARGET])) {
      if (this.registered.get(`${type} ${listener}`)) this.waiting.push([EXCEL_EVENTS, type, listener, JSON.stringify(message), 0]);
    }
  }

  /** What is to be told, once. */
  take(): RichApiMessage[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }
}

type Listener = { readonly events: Events; readonly eventTarget: string };

/** Gives a class the pairs `_RegisterXEvent` / `_UnregisterXEvent` that office.js calls when a handler comes or goes. */
export function defineEvents(prototype: Listener, events: Readonly<Record<string, EventType>>): void {
  for (const [name, type] of Object.entries(events)) {
    Object.defineProperty(prototype, `_Register${name}`, {
      value(this: Listener) {
        this.events.register(type, this.eventTarget);
      },
    });
    Object.defineProperty(prototype, `_Unregister${name}`, {
      value(this: Listener) {
        this.events.unregister(type, this.eventTarget);
      },
    });
  }
}
