/**
 * `npm run plumbline -- <command> …`: the unmodified add-in on the real office.js, without Excel.
 * Progress goes to stderr, results to stdout.
 */
import { parseArgs } from 'node:util';
import { CannotRun } from '../cannot-run';
import { check, figures, recalculateFile, report, sample } from './commands';
import { importFile } from './import';
import { workbench } from './workbench';

const USAGE = `npm run plumbline -- <command>

  check       book.xlsx [--json] [--strict]       problems, table by table; ends with 1 on errors (--strict: on warnings too)
  report      book.xlsx --out out.xlsx [--month 2026-10] [--as-of 2026-11-02T08:00Z] [--only report,compliance,map,demand,portfolio,agreements,pictures]
              [--agreement "SLA E-mail"]         the page of one agreement; may be repeated
              [--service "E-mail"]               the map of one service, drawn; may be repeated
                                                  without these: everything but agreements (all pages) and pictures (all maps, drawn)
  figures     book.xlsx --json [--out figures.json] [--month 2026-10] [--as-of …]
                                                  every figure behind the report, unrounded
  import      book.xlsx --file export.csv --out out.xlsx [--dry-run] [--into Outages] [--date-order dmy|mdy] [--zone Europe/Berlin]
              [--item "E-mail"] [--map "Start=Began"] [--value "Impact:minor=25%"]
                                                  an export of ServiceNow, Jira, Zabbix, Uptime Kuma, Statuspage or any CSV into the tables;
                                                  a list, relationships or catalog-info.yaml into the service map [--value "Type:Contains::Contained by=Parent depends on child"]
  recalculate book.xlsx --out out.xlsx            every =SLM.…() in the workbook, spills included
  sample      --out book.xlsx [--empty]           the sample organisation, or the empty tables
  workbench   [book.xlsx] [--port 3000] [--no-open]
                                                  the add-in beside a grid, in your browser

Progress goes to stderr, results to stdout; npm's own lines stay away with: npm run -s plumbline -- figures …
Ends with 0: done; 1: done, but the data has errors; 2: could not run.`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      month: { type: 'string' },
      'as-of': { type: 'string' },
      only: { type: 'string' },
      agreement: { type: 'string', multiple: true },
      service: { type: 'string', multiple: true },
      file: { type: 'string' },
      into: { type: 'string' },
      'date-order': { type: 'string' },
      zone: { type: 'string' },
      item: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      value: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, book, ...rest] = positionals;
  if (values.help || command === undefined || rest.length > 0) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const input = (): string => {
    if (book === undefined) throw new CannotRun(`${command} needs a workbook: npm run plumbline -- ${command} book.xlsx`);
    return book;
  };
  const output = (): string => {
    if (values.out === undefined) throw new CannotRun(`${command} needs --out: where the workbook is written to`);
    return values.out;
  };
  const period = { month: values.month, asOf: values['as-of'] };
  switch (command) {
    case 'check':
      return check(input(), { json: values.json, strict: values.strict });
    case 'report':
      return report(input(), output(), { ...period, only: values.only?.split(',').map((part) => part.trim()), agreements: values.agreement, services: values.service });
    case 'figures':
      return figures(input(), values.out ?? null, period);
    case 'import':
      return importFile(input(), { file: values.file, out: values.out, into: values.into, dateOrder: values['date-order'], zone: values.zone, item: values.item, map: values.map, value: values.value, dryRun: values['dry-run'] });
    case 'recalculate':
      return recalculateFile(input(), output());
    case 'sample':
      if (book !== undefined) throw new CannotRun('sample reads no workbook; where to write it is said with --out');
      return sample(output(), { empty: values.empty });
    case 'workbench':
      return workbench({ book: book ?? null, port: values.port === undefined ? undefined : Number(values.port), open: !values['no-open'] });
    default:
      throw new CannotRun(`there is no command “${command}”\n\n${USAGE}`);
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // What the add-in throws is an error of its page's world: `instanceof` does not know it.
    console.error(error !== null && typeof error === 'object' && 'message' in error ? error.message : String(error));
    process.exitCode = 2;
  },
);
