/** The parts of the help page, in reading order. */
import type { FunctionsMetadata } from './function-help';
import { HOURS } from './slm/hours';
import { MAP } from './slm/map';
import { OUTAGES } from './slm/outages';
import { SERIES } from './slm/series';
import { TARGETS } from './slm/targets';
import { exampleTablesSection, functionsSection } from './functions-section';
import type { HelpSection } from './section';

/** The functions' help by topic. */
export const TOPICS = [
  { title: 'Service hours', help: HOURS },
  { title: 'Outages', help: OUTAGES },
  { title: 'Promises', help: TARGETS },
  { title: 'Services', help: MAP },
  { title: 'Series', help: SERIES },
] as const;

/** Each part is made from the build's `functions.json`, or does without it. */
export const HELP_SECTIONS: readonly ((metadata: FunctionsMetadata) => HelpSection)[] = [(metadata) => functionsSection(TOPICS, metadata), exampleTablesSection];
