import { firstByName, isUnreadable } from '../names';
import type { Component, Section, Service } from './records';

/**
 * Services and components by name; of rows with the same name the first stands, and of a service and a
 * component the service. Keys are names as `nameKey` gives them.
 */
export interface Catalogue {
  /** In the order of `Services`. */
  readonly services: ReadonlyMap<string, Service>;
  /** In the order of `Components`. */
  readonly components: ReadonlyMap<string, Component>;
}

export function catalogue(services: readonly Service[], components: readonly Component[]): Catalogue {
  const byService = firstByName(services.filter((row) => !isUnreadable(row, 'service')), ({ service }) => service);
  const byComponent = firstByName(components.filter((row) => !isUnreadable(row, 'component')), ({ component }) => component);
  for (const key of byService.keys()) byComponent.delete(key);
  return { services: byService, components: byComponent };
}

/** A name as its own table writes it; null: in neither. */
export function nameIn({ services, components }: Catalogue, key: string): string | null {
  return (components.get(key)?.component ?? services.get(key)?.service)?.trim() ?? null;
}

/** What section of the map a thing is in; null: nobody knows the name, or the section cannot be read. */
export function sectionIn({ services, components }: Catalogue, key: string): Section | 'Service' | null {
  const component = components.get(key);
  if (component) return isUnreadable(component, 'section') ? null : component.section;
  return services.has(key) ? 'Service' : null;
}

/** Who answers for a thing: a component's owner; a service's IT owner, else its service manager. */
export function ownerIn({ services, components }: Catalogue, key: string): string | null {
  const component = components.get(key);
  if (component) return component.owner;
  const service = services.get(key);
  return service?.itOwner ?? service?.serviceManager ?? null;
}

/** What a thing is more closely: of a component its category, of a service its type. */
export function categoryIn({ services, components }: Catalogue, key: string): string | null {
  const component = components.get(key);
  if (component) return component.category;
  const service = services.get(key);
  return service && !isUnreadable(service, 'type') ? service.type : null;
}
