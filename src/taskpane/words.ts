/** Every word of the pane that is not a figure or a name. */
import type { TargetStatus } from '../domain/figures';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-10-01` → `October 2026` (or `October`). */
export function monthName(month: string, withYear = true): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1] ?? month;
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}

export const count = (number: number, one: string, many = `${one}s`): string => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

export const statusWord: Readonly<Record<TargetStatus, string>> = {
  Missed: 'missed',
  'At risk': 'at risk',
  'Met, incomplete data': 'incomplete',
  Met: 'met',
  'Not measurable': 'not measurable',
};

export const words = {
  firstRun: {
    title: 'Service levels, from your own tables',
    lead: 'Reads services, agreements and outages in this workbook; writes the monthly report.',
    sample: 'Insert the sample',
    sampleDetail: 'A bank, 24 months, on new sheets',
    mine: 'Use my tables',
    mineDetail: 'Any headings: you say once what they mean',
    empty: 'Start with empty tables',
    promise: 'Nothing leaves this workbook.',
  },
  tabs: { today: 'Today', problems: 'Problems', report: 'Report' },
  today: {
    refresh: 'Read the tables again',
    month: 'Report month',
    needs: 'Needs you today',
    nothing: 'Nothing needs you: every promise is kept and every row can be read.',
    noPromises: 'No promise is measured yet. Fill in Agreements and Targets, or say which of your tables hold them.',
    build: (month: string) => `Build the ${month} report`,
  },
  /** One for each tool, in the order in which they are offered. */
  tools: { mapping: 'Say which table is which' },
  help: 'Help',
  problems: {
    none: 'No problems: every cell can be read.',
    all: 'All',
    errors: 'Errors',
    warnings: 'Warnings',
    found: 'Found',
    expected: 'Expected',
    effect: 'Effect',
    fix: 'Perhaps',
    keys: { move: 'move', go: 'go to cell', back: 'back' },
    more: (number: number) => `${count(number, 'more problem')} of this table`,
  },
  report: {
    title: (month: string) => `The ${month} report`,
    sheets: 'Sheets to write',
    build: (month: string) => `Build the ${month} report`,
    running: (month: string) => `Building the ${month} report`,
    starting: 'Starting',
    cancel: 'Cancel',
    cancelled: 'Cancelled: every sheet is as it was.',
    cancelling: 'Putting every sheet back …',
    readOn: 'You can read on in Excel. Cancel puts every sheet back as it was.',
    written: (month: string) => `${month} report written`,
    undo: { 'one step': 'Ctrl+Z takes all of it back in one step.', 'step by step': 'Ctrl+Z takes it back step by step.', none: 'Undo cannot take it back; building again replaces it.' },
    before: 'Before you send it',
    noPromiseLost: 'no promise lost a row by them',
    what: 'What was written',
    isNew: 'new',
    rewritten: 'rewritten',
    again: 'Build it again',
    replaced: (number: number) => `${count(number, 'cell')} that you had changed inside the report ${number === 1 ? 'was' : 'were'} replaced`,
  },
  mapping: {
    title: 'Your tables',
    lead: 'Say once what each table and heading means; it is kept in this workbook.',
    none: 'This workbook has no Excel tables yet. Select your list, press Ctrl+T, and come back.',
    ignored: 'not used',
    missing: (columns: readonly string[]) => `No heading yet for: ${columns.join(', ')}.`,
    meaning: (heading: string) => `What does ${heading} mean?`,
    role: (table: string) => `What is in ${table}?`,
    done: 'Use these tables',
    back: 'Back',
  },
  mishap: 'This could not be shown. The workbook is as it was.',
  retry: 'Try again',
} as const;
