/**
 * Carries out the batches that office.js sends (`ProcessQuery`): object paths, actions, references,
 * the shape of what `load` asks for, null objects, errors. It knows no class by name: it calls
 * members of host objects under the names of the wire.
 */
import { ApiError, apiNotFound, invalidArgument } from './errors';
import { HostCollection, HostObject, NULL_OBJECT, type Key } from './objects/host-object';

const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, recursiveQuery: 6, queryAsJson: 7, ensureUnchanged: 8, update: 9 } as const;

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface BatchAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface BatchRequest {
  readonly Actions: readonly BatchAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly Location: string;
  readonly ActionIndex: number;
}

export interface BatchResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

export interface BatchOptions {
  /** The workbook, `context.workbook`. */
  readonly root: HostObject;
  /** The service of that name, where there is one. */
  readonly service: (name: string) => HostObject | undefined;
  /** Ends the batch with this error once so many actions are done. */
  readonly stop?: { readonly after: number; readonly error: ApiError };
  /** Called before anything is read, and when the batch is done. */
  readonly settle?: () => Promise<void> | undefined;
}

type Resolved = HostObject | typeof NULL_OBJECT;

interface Member {
  readonly name: string;
  readonly get: boolean;
  readonly set: boolean;
  readonly method: boolean;
}

const schemas = new Map<object, ReadonlyMap<string, Member>>();

/** The members of a host object's class, by lower-case name. */
function membersOf(object: HostObject): ReadonlyMap<string, Member> {
  const known = schemas.get(object.constructor);
  if (known) return known;
  const members = new Map<string, Member>();
  for (let prototype: object = Object.getPrototypeOf(object); prototype !== HostObject.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (!(/^[A-Z_]/.test(name) || object.smallNames.includes(name)) || members.has(name.toLowerCase())) continue;
      members.set(name.toLowerCase(), { name, get: !!descriptor.get, set: !!descriptor.set, method: typeof descriptor.value === 'function' });
    }
  }
  schemas.set(object.constructor, members);
  return members;
}

/** `GetRange` → `getRange`. */
const publicName = (wireName: string) => wireName.charAt(0).toLowerCase() + wireName.slice(1);

function member(object: HostObject, name: string, kind: 'get' | 'set' | 'method'): Member {
  const found = membersOf(object).get(name.toLowerCase());
  if (!found?.[kind]) throw apiNotFound(object.className, publicName(name));
  return found;
}

/** Runs what belongs to one member; an error without a place gets this one. */
function at<Result>(object: HostObject, name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError && !error.location) error.location = `${object.className}.${publicName(name)}`;
    throw error;
  }
}

const get = (object: HostObject, name: string): unknown =>
  at(object, name, () => (object as unknown as Record<string, unknown>)[member(object, name, 'get').name]);

function set(object: HostObject, name: string, value: unknown): void {
  at(object, name, () => {
    (object as unknown as Record<string, unknown>)[member(object, name, 'set').name] = value;
  });
}

const call = (object: HostObject, name: string, args: readonly unknown[]): unknown =>
  at(object, name, () => (object as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[member(object, name, 'method').name]!(...args));

/** Sets properties by their public names, through navigation properties: `{ format: { fill: { color: '#FFF' } } }`. */
export function assign(object: HostObject, state: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(state)) {
    const found = membersOf(object).get(name.toLowerCase());
    if (found?.get && !found.set && value !== null && typeof value === 'object') {
      const inner = get(object, name);
      if (inner instanceof HostObject) {
        assign(inner, value as Record<string, unknown>);
        continue;
      }
    }
    set(object, name, value);
  }
}

/** What a `load` asks for: names, each with what is asked of it. */
interface Wanted {
  [lowerCaseName: string]: Wanted;
}

const EVERYTHING = '$all';

function wantedOf(query: QueryInfo): Wanted {
  const wanted: Wanted = {};
  const add = (path: string): Wanted => path.split(/[/.]/).filter(Boolean).reduce((branch, step) => (branch[step.toLowerCase()] ??= {}), wanted);
  for (const path of query.Select ?? []) add(path);
  for (const path of query.Expand ?? []) add(path)[EVERYTHING] ??= {};
  return wanted;
}

export class Interpreter {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new WeakMap<HostObject, string>();
  private nextReference = 1;

  /** Objects that add-ins keep from batch to batch. */
  get referenceCount(): number {
    return this.references.size;
  }

  /** Forgets every reference: the workbook they belong to is gone. */
  forget(): void {
    this.references.clear();
  }

  /** Stops at the first action that fails; what was done before stays done, as in Excel. */
  async execute(request: BatchRequest, options: BatchOptions): Promise<BatchResponse> {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const paths = new Paths(request.ObjectPaths, options, this.references);
    const fail = (error: ApiError, index: number): BatchResponse => ({
      Results: results,
      TraceIds: traces,
      Error: { Code: error.code, Message: error.message, HttpStatusCode: error.status, Location: error.location, ActionIndex: index },
    });
    let index = 0;
    try {
      for (const action of request.Actions) {
        if (options.stop && index >= options.stop.after) throw options.stop.error;
        if (action.ActionType === ACTION.query || action.ActionType === ACTION.queryAsJson) await options.settle?.();
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.perform(action, paths) ?? null });
        index += 1;
      }
      await options.settle?.();
      if (options.stop) throw options.stop.error;
      return { Results: results, TraceIds: traces };
    } catch (error) {
      await options.settle?.();
      if (error instanceof ApiError) return fail(error, Math.min(index, request.Actions.length - 1));
      throw error;
    }
  }

  private perform(action: BatchAction, paths: Paths): unknown {
    if (action.ActionType === ACTION.trace || action.ActionType === ACTION.ensureUnchanged) return null;
    const object = paths.resolve(action.ObjectPathId);
    if (object === NULL_OBJECT) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identityOf(object);
      case ACTION.query:
        return this.shape(object, wantedOf(action.QueryInfo ?? {}), action.QueryInfo);
      case ACTION.queryAsJson:
        return asJson(this.shape(object, wantedOf(action.QueryInfo ?? {}), action.QueryInfo));
      case ACTION.method:
        return this.invoke(object, action.Name, paths.values(action.ArgumentInfo));
      case ACTION.setProperty:
        return set(object, action.Name, paths.values(action.ArgumentInfo)[0]);
      case ACTION.update:
        return assign(object, action.ObjectState ?? {});
      default:
        throw new ApiError('NotImplemented', `Actions of type ${action.ActionType} are not carried out by this host.`, 501);
    }
  }

  private invoke(object: HostObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_KeepReference') return this.keep(object);
    if (name === '_RemoveReference') return void this.references.delete(String(args[0]));
    return call(object, name, args);
  }

  private keep(object: HostObject): void {
    if (this.referenceIds.has(object)) return;
    const id = `r${this.nextReference++}`;
    this.references.set(id, object);
    this.referenceIds.set(object, id);
  }

  private identityOf(object: HostObject): Record<string, unknown> {
    const reference = this.referenceIds.get(object);
    return reference && this.references.has(reference) ? { ...object.identity, _ReferenceId: reference } : { ...object.identity };
  }

  private shape(value: unknown, wanted: Wanted, query?: QueryInfo): unknown {
    if (value === NULL_OBJECT || value === undefined) return null;
    if (value instanceof HostCollection) return this.shapeCollection(value, wanted, query);
    if (!(value instanceof HostObject)) return value;
    const shaped = this.identityOf(value);
    for (const [name, inner] of Object.entries(this.namesAsked(value, wanted))) shaped[name] = this.shape(get(value, name), inner);
    return shaped;
  }

  private shapeCollection(collection: HostCollection, wanted: Wanted, query: QueryInfo = {}): unknown {
    const shaped: Record<string, unknown> = {};
    const ofItems: Wanted = {};
    for (const [name, inner] of Object.entries(wanted)) {
      if (name === 'items') Object.assign(ofItems, inner);
      else if (membersOf(collection).get(name)?.get) shaped[membersOf(collection).get(name)!.name] = get(collection, name);
      else ofItems[name] = inner;
    }
    const from = query.Skip ?? 0;
    const items = collection.items().slice(from, query.Top === undefined ? undefined : from + query.Top);
    shaped._Items = items.map((item) => this.shape(item, ofItems));
    return shaped;
  }

  /** Every plain property when nothing is named, else those named. */
  private namesAsked(object: HostObject, wanted: Wanted): Wanted {
    const asked: Wanted = {};
    const named = Object.keys(wanted).filter((name) => name !== EVERYTHING);
    if (named.length === 0 || EVERYTHING in wanted) {
      for (const { name, get: readable } of membersOf(object).values()) {
        if (!readable) continue;
        const value = get(object, name);
        if (!(value instanceof HostObject) && value !== NULL_OBJECT) asked[name] = {};
      }
    }
    for (const name of named) asked[at(object, name, () => member(object, name, 'get')).name] = wanted[name]!;
    return asked;
  }
}

/** The objects of one batch: each path is followed once, when its first action comes. */
class Paths {
  private readonly resolved = new Map<number, Resolved>();

  constructor(
    private readonly paths: BatchRequest['ObjectPaths'],
    private readonly options: BatchOptions,
    private readonly references: ReadonlyMap<string, HostObject>,
  ) {}

  resolve(id: number): Resolved {
    const known = this.resolved.get(id);
    if (known) return known;
    const path = this.paths[id];
    if (!path) throw new ApiError('InvalidObjectPath', `The batch has no object path ${id}.`);
    const object = this.follow(path);
    if (!(object instanceof HostObject) && object !== NULL_OBJECT) throw apiNotFound('Object', path.Name);
    this.resolved.set(id, object);
    return object;
  }

  /** The arguments of a call, with objects in the place of their paths. */
  values(info: Arguments | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.value(value, ids[index]));
  }

  private follow(path: ObjectPath): unknown {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.options.root;
      case PATH.newObject: {
        const service = this.options.service(path.Name);
        if (!service) throw apiNotFound(path.Name, 'constructor');
        return service;
      }
      case PATH.reference: {
        const object = this.references.get(path.Name);
        if (!object) throw new ApiError('InvalidReference', 'This reference is not valid for the current operation.');
        return object;
      }
      case PATH.nullObject:
        return NULL_OBJECT;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case PATH.property:
        return get(parent, path.Name);
      case PATH.method:
        return call(parent, path.Name, this.values(path.ArgumentInfo));
      case PATH.indexer:
        if (!(parent instanceof HostCollection)) throw apiNotFound(parent.className, 'getItem');
        return at(parent, 'getItem', () => parent.GetItem(this.values(path.ArgumentInfo)[0] as Key));
      default:
        throw invalidArgument(`Object paths of type ${path.ObjectPathType} do not exist.`);
    }
  }

  private value(value: unknown, id: unknown): unknown {
    if (Array.isArray(value)) return Array.isArray(id) ? value.map((inner, index) => this.value(inner, id[index])) : value;
    if (typeof id === 'number' && id > 0) return this.resolve(id);
    if (value === null || typeof value !== 'object') return value;
    if ('_ObjectPathId' in value) return this.resolve(value._ObjectPathId as number);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.value(inner, 0)]));
  }
}

/** `{ Name, Format: { … }, _Items: [ … ] }` → `{ name, format: { … }, items: [ … ] }`. */
function asJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) =>
      name === '_Items' ? ['items', (inner as unknown[]).map(asJson)] : [publicName(name), /^[A-Z]/.test(name) ? asJson(inner) : inner],
    ),
  );
}
