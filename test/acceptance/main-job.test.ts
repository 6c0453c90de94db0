/**
 * The main job, end to end: the built add-in on the real office.js, from a workbook with tables to one
 * with the month's report, looked at with a reader that is not ours.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { plumbline, scratchFolder } from '../support/command-line';
import { packageFaults } from '../support/package-faults';
import { changePart, foreignSheet, foreignSheets, packageParts, sheetParts, textOf } from '../support/package-file';
import { readWorkbookFile, writeWorkbookFile } from '../support/workbook-file';

const folder = scratchFolder();
const at = (name: string): string => path.join(folder, name);
const [sample, reported] = [at('sample.xlsx'), at('reported.xlsx')];

const REPORT = 'Report Oct 2026';
const MAP_SHEETS = ['Service map', 'Services and owners', 'Customers and users', 'Responsibilities', 'Where used and impact', 'Single points of failure'];
const PLAN_SHEETS = ['Demand and forecast', 'Capacity and licences', 'Requests and backlog', 'Recommendations', 'Service portfolio', 'Project portfolio'];
const SHEETS = [REPORT, 'Success factors', 'Scorecard', 'Service levels', 'Agreement chain', ...MAP_SHEETS, ...PLAN_SHEETS, 'Figures', 'Rows left out'];

const namesOf = async (file: string): Promise<string[]> => (await foreignSheets(file)).map(({ name }) => name);

let input: string[] = [];

beforeAll(async () => {
  expect(plumbline('sample', '--out', sample).code).toBe(0);
  const ran = plumbline('report', sample, '--month', '2026-10', '--out', reported);
  expect({ code: ran.code, lines: ran.stdout.trim().split('\n') }).toEqual({ code: 0, lines: SHEETS.map((name) => `${name} (new)`) });
  input = await namesOf(sample);
});

describe('the sample', () => {
  test('has warnings, in words and as JSON; --strict makes them errors', () => {
    const ran = plumbline('check', sample);
    expect(ran.code).toBe(0);
    // One of its outages was exported with its end rounded to its start, as monitoring tools do daily.
    expect(ran.stdout).toMatch(/\nOutages\n {2}warning Outages![A-Z]+\d+: Start equals End\n[^]*\n0 errors, \d+ warnings\n$/);
    // Its contract with the card gateway ends with 2026, the SLA on it does not.
    expect(ran.stdout.replaceAll('\u00a0', ' ')).toMatch(/warning Agreements![A-Z]+\d+: Not in force as long as the SLA\n +found UC Card gateway ends on 31 Dec 2026, nothing agreed follows; .*; SLA Card Payments stands without it then\n/);
    const json = plumbline('check', sample, '--json', '--strict');
    expect(json.code).toBe(1);
    const { schema, errors, warnings, problems } = JSON.parse(json.stdout) as { schema: string; errors: number; warnings: number; problems: { code: string; sheet: string; severity: string; effect: string }[] };
    expect({ schema, errors, warnings }).toEqual({ schema: 'plumbline.problems/1', errors: 0, warnings: problems.length });
    expect(problems.filter(({ code }) => !code.startsWith('chain-')).map(({ code, sheet, severity }) => [code, sheet, severity])).toEqual([['raci-rule', 'Components', 'warning'], ['start-equals-end', 'Outages', 'warning'], ['not-smart', 'Alignment', 'warning'], ['no-project', 'Alignment', 'warning'], ['no-initiative', 'Portfolio', 'warning']]);
    // By hand: Card Payments needs a gateway of 99.95% and Core Banking of 99.95%; Online Banking an access of 99.8% for 99.9%.
    expect(problems.filter(({ code }) => code === 'chain-availability').map(({ effect }) => effect)).toEqual(expect.arrayContaining(['SLA Card Payments: 99.95% cannot be promised', 'SLA Online Banking: 99.9% cannot be promised']));
  });
});

describe('the report of October', () => {
  test('is its sheets behind the input’s own, in a file without faults that opens on the first page', async () => {
    expect(await namesOf(reported)).toEqual([...input, ...SHEETS]);
    expect(await packageFaults(readFileSync(reported))).toEqual([]);
    expect(packageParts(reported).get('xl/workbook.xml')).toContain(`activeTab="${input.length}"`);
  });

  test('says what happened, the same on every sheet', async () => {
    const sheets = new Map((await foreignSheets(reported)).map((sheet) => [sheet.name, textOf(sheet)]));
    const text = (name: string): string => sheets.get(name) ?? '';
    expect(text(REPORT)).toContain('Woodgrove Bank · Monthly operating report');
    const [, kept, judged] = /(\d+) of (\d+) promises were kept in October/.exec(text(REPORT)) ?? [];
    expect(Number(judged) - Number(kept)).toBe(text(REPORT).match(/✕ Missed/g)?.length);
    const [ofCustomers = ''] = text('Service levels').split('Promises between teams');
    expect(ofCustomers.match(/✕ Missed \|/g)?.length).toBe(Number(judged) - Number(kept));
    // The incident of October, wherever it is told: 95 minutes of all users, as half of them could not sign in for 190.
    expect(text('Service levels')).toMatch(/Directory \| break 1 · Directory failed at six sites.*\| 0\.5 \| 5700 \| 95 \|/);
    for (const factor of ['User-centric design', 'User-friendly interface', 'Scalability', 'Flexibility', 'Reliability', 'Data-driven insights', 'Integration', 'Security']) expect(text('Success factors')).toContain(factor);
    for (const section of ['Customers', 'Hardware', 'Applications', 'Settings']) expect(text('Service map')).toContain(section);
    expect(text('Rows left out')).toContain('0 rows left out; 5 problems in the tables.');
  });

  test('has native charts, whose numbers stand in cells', async () => {
    const sheets = await foreignSheets(reported);
    const charts = new Map(sheets.map(({ name, charts }) => [name, charts]));
    // A line for each metric with two months or more; the sample has values for every metric.
    const metrics = sheets.find(({ name }) => name === 'CSFs and metrics')!;
    const rows = metrics.rows.findIndex((row) => row.includes('Metric') && row.includes('Better'));
    const column = metrics.rows[rows]!.indexOf('Better');
    const count = metrics.rows.filter((row) => row[column] === 'Higher' || row[column] === 'Lower').length;
    expect(count).toBeGreaterThanOrEqual(16);
    expect({ page: charts.get(REPORT), factors: charts.get('Success factors') }).toEqual({ page: 1, factors: count });
    const parts = packageParts(reported);
    const chartParts = [...parts].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    // Besides: a line for each of the 14 things whose use is recorded, and the backlog.
    expect({ demand: charts.get('Demand and forecast'), requests: charts.get('Requests and backlog') }).toEqual({ demand: 14, requests: 1 });
    expect(chartParts).toHaveLength(count + 1 + 14 + 1);
    for (const [, xml] of chartParts) {
      const sources = [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, source = '']) => source);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source).toMatch(/^('Report Oct 2026'|Figures|'Success factors'|'Demand and forecast'|'Requests and backlog')!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$/);
    }
  });

  test('holds values: no formula of ours in either form, no error', () => {
    const parts = packageParts(reported);
    const places = sheetParts(parts);
    for (const name of SHEETS) {
      const xml = parts.get(places.get(name) ?? '') ?? '';
      expect({ name, cells: /<c [^>]*r="/.test(xml) }).toEqual({ name, cells: true });
      expect({ name, found: /SLM\.|_xldudf_SLM_|t="e"|#(N\/A|VALUE|REF|NAME)/.exec(xml)?.[0] }).toEqual({ name, found: undefined });
    }
  });

  test('leaves the input’s own sheets as they were, to the byte, and its styles in their places', () => {
    const [before, after] = [packageParts(sample), packageParts(reported)];
    const [was, is] = [sheetParts(before), sheetParts(after)];
    // Another sheet is in front now; nothing else of a sheet may differ.
    const body = (xml: string | undefined): string => (xml ?? '').replace(' tabSelected="1"', '');
    for (const name of input) expect({ name, same: body(after.get(is.get(name)!)) === body(before.get(was.get(name)!)) }).toEqual({ name, same: true });
    for (const [part, xml] of before) if (/^xl\/(tables|theme|worksheets\/_rels)\//.test(part)) expect({ part, same: after.get(part) === xml }).toEqual({ part, same: true });
    for (const list of ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'numFmts']) {
      const entries = (parts: ReadonlyMap<string, string>): string => new RegExp(`<${list}[^>]*>(.*?)</${list}>`, 's').exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
      expect({ list, kept: entries(after).startsWith(entries(before)) }).toEqual({ list, kept: true });
    }
  });
});

describe('a second run', () => {
  test('rewrites in place what it finds under any name, and leaves what people put beside it', async () => {
    const [edited, again] = [at('edited.xlsx'), at('again.xlsx')];
    const workbook = await readWorkbookFile(reported);
    const page = workbook.sheet(REPORT)!;
    page.name = 'For the board';
    page.changed.add('name');
    // Beside the report, below it, and over one of its own cells: the first column of the first promise.
    page.set(4, 29, { value: 'Ask Maya about the hub', style: Object.freeze({ bold: true, fill: '#FFFF00' }) });
    page.set(200, 2, { value: null, formula: '=2+3' });
    page.set(7, 1, { value: 'not missed!' });
    writeFileSync(edited, await saveWorkbook(workbook));

    const ran = plumbline('report', edited, '--month', '2026-10', '--out', again);
    expect(ran.code).toBe(0);
    expect(ran.stdout.trim().split('\n')).toEqual(['For the board', ...SHEETS.slice(1)].map((name) => `${name} (rewritten)`).concat('For the board!B8 was changed by hand and is written anew; it held: not missed!'));
    expect(await namesOf(again)).toEqual([...input, 'For the board', ...SHEETS.slice(1)]);
    expect(await packageFaults(readFileSync(again))).toEqual([]);

    const rewritten = (await readWorkbookFile(again)).sheet('For the board')!;
    expect(rewritten.cell(4, 29)).toMatchObject({ value: 'Ask Maya about the hub', style: { bold: true, fill: '#FFFF00' } });
    expect(rewritten.cell(200, 2)?.formula).toBe('=2+3');
    // All else is what it was.
    const charts = async (file: string): Promise<number[]> => (await foreignSheets(file)).map((sheet) => sheet.charts);
    expect(await charts(again)).toEqual(await charts(reported));
    for (const [index, name] of SHEETS.entries()) {
      const first = await foreignSheet(reported, name);
      const second = await foreignSheet(again, index === 0 ? 'For the board' : name);
      // The first page but for the note beside it.
      const width = index === 0 ? 29 : Math.max(...first.rows.map(({ length }) => length));
      const cells = (rows: readonly (readonly unknown[])[]): unknown[][] => rows.slice(0, first.rows.length).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
      expect(cells(second.rows)).toEqual(cells(first.rows));
    }
  });

  test('for another month adds that month’s first page and rewrites the rest', async () => {
    const out = at('september.xlsx');
    const ran = plumbline('report', reported, '--month', '2026-09', '--as-of', '2026-10-02T08:00Z', '--out', out);
    expect(ran.code).toBe(0);
    expect(ran.stdout.trim().split('\n')).toEqual(['Report Sep 2026 (new)', ...SHEETS.slice(1).map((name) => `${name} (rewritten)`)]);
    expect(await namesOf(out)).toEqual([...input, ...SHEETS, 'Report Sep 2026']);
    expect(textOf(await foreignSheet(out, REPORT))).toBe(textOf(await foreignSheet(reported, REPORT)));
    expect(textOf(await foreignSheet(out, 'Report Sep 2026'))).toContain('1–30 September 2026');
    expect(textOf(await foreignSheet(out, 'Service levels'))).toContain('September 2026');
  });

  test('onto a protected sheet is refused by its name, and nothing is written', () => {
    const [locked, out] = [at('locked.xlsx'), at('locked-out.xlsx')];
    copyFileSync(reported, locked);
    changePart(locked, sheetParts(packageParts(locked)).get('Service levels')!, (xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
    const ran = plumbline('report', locked, '--month', '2026-10', '--out', out);
    expect({ code: ran.code, written: existsSync(out) }).toEqual({ code: 2, written: false });
    expect(ran.stderr).toContain('The sheet “Service levels” is protected. Unprotect it');
  });
});

describe('parts and months', () => {
  test('--agreement writes the page of that agreement alone, named in any case; an unknown one is said', () => {
    const out = at('page.xlsx');
    const ran = plumbline('report', sample, '--month', '2026-10', '--agreement', 'sla e-mail', '--agreement', 'OLA Messaging', '--out', out);
    expect(ran.stdout).toBe('SLA E-mail (new)\nOLA Messaging (new)\n');
    const unknown = plumbline('report', sample, '--month', '2026-10', '--agreement', 'SLA Fax', '--out', at('none.xlsx'));
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('There is no agreement “SLA Fax”. There are: SLA Desktop Computing; SLA E-mail;')]);
  });

  test('--service draws the map of that service alone, named in any case; an unknown one is said', async () => {
    const out = at('drawn.xlsx');
    const ran = plumbline('report', sample, '--month', '2026-10', '--service', 'desktop computing', '--service', 'E-mail', '--out', out);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 0, stdout: 'Map Desktop Computing (new)\nMap E-mail (new)\n' });
    expect(await packageFaults(readFileSync(out))).toEqual([]);
    // Connectors that are glued at both ends to shapes of their own drawing.
    const drawings = [...packageParts(out)].filter(([part, xml]) => /^xl\/drawings\/drawing\d+\.xml$/.test(part) && xml.includes('<xdr:cxnSp'));
    expect(drawings).toHaveLength(2);
    for (const [, xml] of drawings) {
      const shapes = new Set([...xml.matchAll(/<xdr:sp\b.*?<xdr:cNvPr\b[^>]*? id="(\d+)"/gs)].map(([, id]) => id));
      const ends = [...xml.matchAll(/<a:(?:stCxn|endCxn)\b[^>]*? id="(\d+)"/g)].map(([, id]) => id);
      expect(ends).toHaveLength(2 * [...xml.matchAll(/<xdr:cxnSp\b/g)].length);
      expect(ends.filter((id) => !shapes.has(id))).toEqual([]);
    }
    const unknown = plumbline('report', sample, '--month', '2026-10', '--service', 'Fax', '--out', at('none.xlsx'));
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringMatching(/There is no service “Fax”, or it is retired\. There are: .*E-mail/)]);
  });

  test('--only map writes the sheets of the service map alone', async () => {
    const out = at('map.xlsx');
    const ran = plumbline('report', sample, '--month', '2026-10', '--only', 'map', '--out', out);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 0, stdout: MAP_SHEETS.map((name) => `${name} (new)\n`).join('') });
    expect(await namesOf(out)).toEqual([...input, ...MAP_SHEETS]);
    expect(textOf(await foreignSheet(out, 'Service map'))).toBe(textOf(await foreignSheet(reported, 'Service map')));
  });

  test('a month before any agreement is a report that says so', async () => {
    // The oldest agreement of the sample starts in May 2007.
    const out = at('2001.xlsx');
    expect(plumbline('report', sample, '--month', '2001-01', '--out', out).code).toBe(0);
    const page = textOf(await foreignSheet(out, 'Report Jan 2001'));
    expect(page).toContain('No promise stood to be kept in January.');
    expect(page).not.toMatch(/Met|Missed|At risk \|/);
    expect((await foreignSheet(out, 'Service levels')).rows.flat().filter((value) => typeof value === 'string' && /^[✓✕▲]/.test(value))).toEqual([]);
  });
});

describe('empty tables', () => {
  const empty = at('empty.xlsx');

  test('have no problem, and a report that claims nothing', async () => {
    expect(plumbline('sample', '--empty', '--out', empty).code).toBe(0);
    const checked = plumbline('check', empty, '--strict');
    expect({ code: checked.code, stdout: checked.stdout }).toEqual({ code: 0, stdout: '0 errors, 0 warnings\n' });
    const out = at('empty-report.xlsx');
    const ran = plumbline('report', empty, '--month', '2026-10', '--out', out);
    expect(ran.code).toBe(0);
    expect(await packageFaults(readFileSync(out))).toEqual([]);
    const page = textOf(await foreignSheet(out, REPORT));
    expect(page).toContain('No promise stood to be kept in October.');
    expect(page).not.toMatch(/✓|✕|100%|undefined|NaN|null/);
    expect(await namesOf(out)).toEqual([...(await namesOf(empty)), ...SHEETS.filter((name) => !PLAN_SHEETS.includes(name))]);
    for (const { name, ...sheet } of await foreignSheets(out)) if (SHEETS.includes(name)) expect(textOf({ name, ...sheet })).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  test('in a workbook with none at all: what is missing, and no report', () => {
    const bare = at('bare.xlsx');
    copyFileSync(empty, bare);
    const parts = packageParts(bare);
    // Every table taken for something else.
    for (const name of parts.keys()) if (/^xl\/tables\//.test(name)) changePart(bare, name, (xml) => xml.replace(/ name="([^"]*)" displayName="([^"]*)"/, ' name="My_$1" displayName="My_$2"'));
    const checked = plumbline('check', bare, '--json');
    expect(checked.code).toBe(1);
    const { problems } = JSON.parse(checked.stdout) as { problems: { code: string; table: string; severity: string }[] };
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code, table }) => [code, table])).toEqual(['Services', 'Agreements', 'Targets', 'Outages'].map((table) => ['missing-table', table]));
    const ran = plumbline('report', bare, '--month', '2026-10', '--out', at('bare-out.xlsx'));
    expect({ code: ran.code, written: existsSync(at('bare-out.xlsx')) }).toEqual({ code: 2, written: false });
    expect(ran.stderr).toContain('Plumbline found none of its tables in this workbook.');
  });
});

describe('what cannot be run ends with 2 and one plain line', () => {
  const last = (text: string): string => text.trim().split('\n').at(-1) ?? '';
  const small = at('small.xlsx');
  beforeAll(async () => {
    await writeWorkbookFile(small, [{ sheet: 'Services', table: 'Services', rows: [['Service', 'Type', 'IT owner'], ['Mail', 'Business', 'Ann']] }]);
    mkdirSync(at('folder'));
    writeFileSync(at('text.xlsx'), 'Service,Down\nMail,12\n');
    writeFileSync(at('nothing.xlsx'), '');
  });

  test.each([
    ['a month that no year has', ['report', small, '--month', '2026-13', '--out', at('x.xlsx')], '“2026-13” is not a month. Write it as 2026-10.'],
    ['As of without its offset', ['figures', small, '--json', '--as-of', '2026-11-02'], '“2026-11-02” is not an instant. Write it as 2026-11-02T08:00Z.'],
    ['a part that there is not', ['report', small, '--only', 'maps', '--out', at('x.xlsx')], 'There is no part “maps” of the report. There are: report, compliance, map, demand, portfolio, agreements, pictures.'],
    ['a file that is not there', ['report', at('none.xlsx'), '--out', at('x.xlsx')], `${at('none.xlsx')} cannot be read: there is no such file`],
    ['a folder', ['check', at('folder')], `${at('folder')} cannot be read: it is a folder`],
    ['text', ['check', at('text.xlsx')], `${at('text.xlsx')} is not a workbook that can be opened (.xlsx): This file is not an .xlsx workbook: it cannot be unzipped.`],
    ['an empty file', ['check', at('nothing.xlsx')], `${at('nothing.xlsx')} is not a workbook that can be opened (.xlsx): This file is not an .xlsx workbook: it cannot be unzipped.`],
    ['a place that cannot be written', ['report', small, '--only', 'map', '--out', at('none/x.xlsx')], `${at('none/x.xlsx')} cannot be written: there is no such folder`],
    ['figures to a place that cannot be written', ['figures', small, '--out', at('none/x.json')], `${at('none/x.json')} cannot be written: there is no such folder`],
    ['no workbook', ['check'], 'check needs a workbook: npm run plumbline -- check book.xlsx'],
    ['no output', ['report', small], 'report needs --out: where the workbook is written to'],
    ['an option that there is not', ['check', small, '--mnth', '2026-10'], "Unknown option '--mnth'."],
  ])('%s', (_, args, message) => {
    const ran = plumbline(...args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(last(ran.stderr).slice(0, message.length)).toBe(message);
    expect(ran.stderr).not.toMatch(/\n\s+at |Error:/);
    expect(existsSync(at('x.xlsx'))).toBe(false);
  });
});
