/** Tells Excel's runtime which function answers to which id. To be imported once, at start. */
import { forecast, reaches } from './slm/forecast';
import { deadline, inHours, serviceTime } from './slm/hours';
import { expected, impact, parallel, serial, serviceFor, singlePoints, standsOn } from './slm/map';
import { agreedTime, allowed, availability, breaks, downtime, longestOutage, mtbf, mtrs, worstWindow } from './slm/outages';
import { growth, spark, trend } from './slm/series';
import { credit, errorBudget, rebate, status, within } from './slm/targets';

/** Every custom function by its id in the metadata. */
export const FUNCTIONS = {
  SERVICETIME: serviceTime,
  DEADLINE: deadline,
  INHOURS: inHours,
  AGREEDTIME: agreedTime,
  DOWNTIME: downtime,
  AVAILABILITY: availability,
  BREAKS: breaks,
  LONGESTOUTAGE: longestOutage,
  MTRS: mtrs,
  MTBF: mtbf,
  WORSTWINDOW: worstWindow,
  ALLOWED: allowed,
  STATUS: status,
  ERRORBUDGET: errorBudget,
  WITHIN: within,
  CREDIT: credit,
  REBATE: rebate,
  SERIAL: serial,
  PARALLEL: parallel,
  EXPECTED: expected,
  IMPACT: impact,
  STANDSON: standsOn,
  SINGLEPOINTS: singlePoints,
  SERVICEFOR: serviceFor,
  GROWTH: growth,
  TREND: trend,
  SPARK: spark,
  FORECAST: forecast,
  REACHES: reaches,
} as const;

/** The runtime's own list; the metadata plugin's loader has filled it where a bundle was built. */
const known = (CustomFunctions as unknown as { _association?: { mappings: Readonly<Record<string, unknown>> } })._association?.mappings ?? {};

for (const [id, implementation] of Object.entries(FUNCTIONS)) {
  if (!(id in known)) CustomFunctions.associate(id, implementation);
}
