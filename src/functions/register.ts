/** Tells Excel's runtime which function answers to which id. To be imported once, at start. */
import { agreedTime, allowed, availability, breaks, deadline, downtime, inHours, serviceTime, status } from './functions';

/** Every custom function by its id in the metadata. */
export const FUNCTIONS = {
  SERVICETIME: serviceTime,
  DEADLINE: deadline,
  INHOURS: inHours,
  AGREEDTIME: agreedTime,
  DOWNTIME: downtime,
  AVAILABILITY: availability,
  BREAKS: breaks,
  ALLOWED: allowed,
  STATUS: status,
} as const;

/** The runtime's own list; the metadata plugin's loader has filled it where a bundle was built. */
const known = (CustomFunctions as unknown as { _association?: { mappings: Readonly<Record<string, unknown>> } })._association?.mappings ?? {};

for (const [id, implementation] of Object.entries(FUNCTIONS)) {
  if (!(id in known)) CustomFunctions.associate(id, implementation);
}
