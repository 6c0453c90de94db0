/** The custom functions' part of the help: what the metadata says, completed by notes and examples. */
import { EXAMPLE_TABLES } from './example-tables';
import type { Example, FunctionHelp, FunctionsMetadata, HelpOfFunctions } from './function-help';
import { shownNumber } from './render';
import { type Block, code, heading, type HelpSection, list, table, text } from './section';

/** Functions that belong together, by id. */
export interface Topic {
  readonly anchor: string;
  readonly title: string;
  readonly help: HelpOfFunctions;
}

/** The functions of one topic with syntax, parameters, notes and examples, in the order of the data. */
export function topicSection({ anchor, title, help }: Topic, metadata: FunctionsMetadata): HelpSection {
  const blocks = Object.keys(help).flatMap((id) => functionBlocks(metadata.functions.find((one) => one.id === id)!, help[id]!, metadata));
  return { anchor, title: `Functions: ${title}`, blocks };
}

/** What holds for every function. */
export const RULES_SECTION: HelpSection = {
  anchor: 'functions',
  title: 'Functions in cells',
  blocks: [
    text('Every function stands in the namespace `SLM`, as in `=SLM.DOWNTIME(…)`. The result depends on the arguments alone: there is no clock in it, and nothing is sent anywhere.'),
    list(
      'A table argument is a range with its header row, such as `Outages[#All]`. Columns are found by their header, in any order; the columns are those of the tables that Plumbline reads. An omitted or empty table means the default: around the clock, no holidays, no maintenance.',
      'Items, dates and figures may be arrays: a column of items against a row of months spills a whole matrix. One such formula is faster than a formula per cell.',
      'Dates are Excel dates or text such as `"2026-06-01"` and `"2026-06-01T08:00Z"`; results are Excel dates. `zone` says in which time zone plain dates are. Durations are minutes unless the name says otherwise.',
      'A blank date is no date, also where Excel hands a blank cell over as 0: an outage without an End is open.',
      '`#VALUE!` names the argument and the row, counted from the top of the range; hover over the cell to read it. `#N/A` means not measurable. `#NUM!` is outside what can be computed, such as an end before its start.',
    ),
  ],
};

/** The tables that the examples read. */
export const EXAMPLE_TABLES_SECTION: HelpSection = {
  anchor: 'example-tables',
  title: 'Tables of the examples',
  blocks: [text('All times are in UTC. June 2026 begins on a Monday and has 22 weekdays.'), ...EXAMPLE_TABLES.map(({ name, rows: [head = [], ...rows] }) => table(head.map(String), rows, `\`${name}\``))],
};

function functionBlocks({ id, description, parameters }: FunctionsMetadata['functions'][number], { notes, examples }: FunctionHelp, { enums = [] }: FunctionsMetadata): Block[] {
  const meaning = (one: (typeof parameters)[number]): string => {
    const choices = enums.find(({ id: name }) => name === one.customEnumId)?.values ?? [];
    return [one.description, ...choices.map(({ stringValue, tooltip }) => `\`${stringValue}\`: ${tooltip}`)].join(' ');
  };
  return [
    heading(id, id),
    text(description.split(' Example: ')[0]!),
    code(`SLM.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`),
    table(['parameter', 'meaning'], parameters.map((one) => [`\`${one.name}\``, meaning(one)])),
    ...(notes.length === 0 ? [] : [list(...notes)]),
    ...examples.flatMap((example) => [code(`=${example.formula}`), text(`gives ${shown(example)}. ${example.why}`)]),
  ];
}

function shown({ result, shows }: Example): string {
  if (shows !== undefined) return `\`${shows}\``;
  const one = (value: number | string | boolean) => `\`${typeof value === 'number' ? shownNumber(value) : typeof value === 'boolean' ? String(value).toUpperCase() : value}\``;
  if (!Array.isArray(result)) return one(result as number | string | boolean);
  const rows = (result as readonly (readonly (number | string | boolean)[])[]).map((row) => row.map(one).join(' | '));
  return `${rows.length > 1 ? 'the rows ' : ''}${rows.join('; ')}`;
}
