import { sampleTables } from '../../src/sample';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from './sample-workbook';

const NOW = Date.UTC(2030, 0, 1) / 1000;

const tables = sampleTables();
const { records, counts, problems } = readRecords(sampleWorkbook(tables), NOW);

const table = (name: string) => tables.find((candidate) => candidate.table === name)!;

describe('the sample organisation', () => {
  it('is the same on every call', () => {
    expect(sampleTables()).toEqual(tables);
  });

  it('has as many cells in every row as columns', () => {
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('reads without an error', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('loses no row in reading', () => {
    const written = tables.filter(({ table: name }) => name !== 'Settings');
    expect(counts.map(({ table: name, rows, leftOut }) => [name, rows, leftOut])).toEqual(expect.arrayContaining(written.map(({ table: name, rows }) => [name, rows.length, 0])));
    expect(counts).toHaveLength(written.length);
    expect(records.outages).toHaveLength(table('Outages').rows.length);
    expect(records.incidents).toHaveLength(table('Incidents').rows.length);
    expect(records.settings.organisation).toBe('Woodgrove Bank');
  });

  it('warns of five things only: a service for which nobody answers yet, a restart that an export rounded to no length, an initiative without a measure, one without a project, and a project without one', () => {
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ table: name, found }) => [name, found])).toEqual([['Responsibilities', '“R”'], ['Outages', '2 Apr 2026 03:00'], ['Initiatives', 'blank'], ['Initiatives', '“Partner banking”'], ['Projects', 'blank']]);
  });
});
