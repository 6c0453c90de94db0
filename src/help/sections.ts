/** The parts of the help page, in reading order. */
import { DEFINITIONS_SECTION } from './definitions';
import { EXPECTED_SECTION } from './expected';
import { FORECASTS_SECTION } from './forecasts';
import type { FunctionsMetadata } from './function-help';
import { EXAMPLE_TABLES_SECTION, RULES_SECTION, type Topic, topicSection } from './functions-section';
import type { HelpSection } from './section';
import { IMPORTS_SECTION } from './imports';
import { FORECAST } from './slm/forecast';
import { HOURS } from './slm/hours';
import { REPORTS_SECTION } from './reports';
import { MAP } from './slm/map';
import { OUTAGES } from './slm/outages';
import { SERIES } from './slm/series';
import { TARGETS } from './slm/targets';

/** The functions' help by topic. */
export const TOPICS: readonly Topic[] = [
  { anchor: 'hours', title: 'service hours', help: HOURS },
  { anchor: 'outages', title: 'outages', help: OUTAGES },
  { anchor: 'targets', title: 'targets', help: TARGETS },
  { anchor: 'services', title: 'services', help: MAP },
  { anchor: 'series', title: 'series', help: SERIES },
  { anchor: 'forecast', title: 'forecasts', help: FORECAST },
];

/** Each part is data, or is made from the build's `functions.json`. */
export const HELP_SECTIONS: readonly (HelpSection | ((metadata: FunctionsMetadata) => HelpSection))[] = [
  RULES_SECTION,
  ...TOPICS.map((topic) => (metadata: FunctionsMetadata) => topicSection(topic, metadata)),
  EXAMPLE_TABLES_SECTION,
  REPORTS_SECTION,
  EXPECTED_SECTION,
  FORECASTS_SECTION,
  IMPORTS_SECTION,
  DEFINITIONS_SECTION,
];
