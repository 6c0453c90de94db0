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
  tabs: { today: 'Today', problems: 'Problems', agreements: 'Agreements', report: 'Report' },
  today: {
    refresh: 'Read the tables again',
    month: 'Report month',
    needs: 'Needs you today',
    nothing: 'Nothing needs you: every promise is kept and every row can be read.',
    noPromises: 'No promise is measured yet. Fill in Agreements and Targets, or say which of your tables hold them.',
    build: (month: string) => `Build the ${month} report`,
  },
  /** One for each tool, in the order in which they are offered. */
  tools: { holidays: 'Holidays', mapping: 'Say which table is which' },
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
  agreements: {
    none: 'No agreement is recorded. Fill in Agreements, or say which of your tables holds them.',
    noneInForce: 'No agreement is in force in this month.',
    slas: 'Promises to customers (SLA)',
    beneathThem: 'Between teams and with suppliers (OLA, UC)',
    dates: 'Reviews and ends',
    others: 'Not in force',
    begins: 'Begins',
    notJudged: 'no target',
    promises: (agreement: string) => `Targets of ${agreement}`,
    beneath: 'What stands beneath it',
    chain: (agreement: string) => `What stands beneath ${agreement}`,
    whole: 'Of the chain as a whole',
    saidAbove: 'does not hold: as said of it before',
    page: 'Write its page',
    pages: (number: number) => (number === 1 ? 'Write its page' : `Write all ${number.toLocaleString('en-US')} pages`),
    row: 'Go to its row',
  },
  report: {
    title: (month: string) => `The ${month} report`,
    sheets: 'Sheets to write',
    build: (month: string) => `Build the ${month} report`,
    running: { report: (month: string) => `Building the ${month} report`, pages: (month: string) => `Writing agreement pages for ${month}` },
    starting: 'Starting',
    cancel: 'Cancel',
    cancelled: 'Cancelled: every sheet is as it was.',
    cancelling: 'Putting every sheet back …',
    readOn: 'You can read on in Excel. Cancel puts every sheet back as it was.',
    written: { report: (month: string) => `${month} report written`, pages: (month: string) => `Agreement pages for ${month} written` },
    undo: { 'one step': 'Ctrl+Z takes all of it back in one step.', 'step by step': 'Ctrl+Z takes it back step by step.', none: 'Undo cannot take it back; building again replaces it.' },
    before: 'Before you send it',
    noPromiseLost: 'no promise lost a row by them',
    what: 'What was written',
    isNew: 'new',
    rewritten: 'rewritten',
    again: { report: 'Build it again', pages: 'Build the report' },
    replaced: (number: number) => `${count(number, 'cell')} that you had changed inside the report ${number === 1 ? 'was' : 'were'} replaced`,
  },
  holidays: {
    title: 'Holidays',
    loading: 'Looking up holidays',
    country: 'Country',
    choose: 'Choose a country',
    state: 'State or part',
    region: 'Region',
    whole: 'All of it',
    language: 'Names in',
    calendar: 'For calendar',
    everyCalendar: 'Every calendar',
    years: 'Years',
    kind: 'Kind',
    kinds: { public: 'Public', bank: 'Bank', optional: 'Optional', school: 'School', observance: 'Observance' },
    found: (number: number) => count(number, 'date'),
    none: 'None of this kind in these years.',
    there: 'in your table',
    moved: (date: string) => `taken on ${date}`,
    part: (when: string) => `only ${when}: enter the hours of that day yourself`,
    add: (number: number) => `Add ${count(number, 'date')}`,
    added: (number: number, table: string, sheet: string) => `${count(number, 'date')} added to ${table}, sheet ${sheet}.`,
    back: 'Back',
    note: ({ name, version }: { readonly name: string; readonly version: string }) => `Dates come from an open collection (${name} ${version}), not from a government: check them against your agreement.`,
    licence: (licence: string) => `Licence ${licence}, and its sources`,
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
