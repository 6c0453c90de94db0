import { invalidArgument, itemNotFound } from '../errors';

/** Answered where Office.js has an object whose `isNullObject` is true. */
export const NULL_OBJECT = Symbol('null object');

export type Key = string | number;

/**
 * What office.js can address. A subclass has its members under the names of the wire, which begin
 * with a capital letter or an underscore: getters are properties (one that answers a host object is
 * a navigation property), methods are methods. So a class is its own schema.
 */
export abstract class HostObject {
  /** As Office.js names the class: `Worksheet`. */
  abstract get className(): string;

  /** What office.js remembers it by: `{ Id }` or `{ _Id }`; nothing for most. */
  get identity(): Readonly<Record<string, Key>> {
    return {};
  }

  /** Members that the wire, against its rule, names with a small first letter. */
  get smallNames(): readonly string[] {
    return [];
  }
}

export abstract class HostCollection<Item extends HostObject = HostObject> extends HostObject {
  abstract items(): Item[];

  /** By name, or by the id that `identity` gave. */
  protected abstract find(key: Key): Item | undefined;

  get Count(): number {
    return this.items().length;
  }

  GetCount(): number {
    return this.items().length;
  }

  GetItem(key: Key): Item {
    const item = this.find(key);
    if (!item) throw itemNotFound();
    return item;
  }

  GetItemOrNullObject(key: Key): Item | typeof NULL_OBJECT {
    return this.find(key) ?? NULL_OBJECT;
  }

  GetItemAt(index: number): Item {
    const item = this.items()[index];
    if (!item) throw invalidArgument();
    return item;
  }
}
