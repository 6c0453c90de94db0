/** What the map still has of rows that no other figure can use. */
import { dependencyMap } from '../../src/domain/servicemap/dependency-map';
import { mapFigures } from '../../src/domain/servicemap/map-figures';
import { readRecords } from '../../src/tables/read';
import { at, soundTables, table, workbook } from './workbook';

const NOW = at('2026-11-02T08:00:00+01:00');

test('a name that nobody knows is on the map under that name; nothing is known of its outages, and the row is said to be left out', () => {
  const dependencies = table('Dependencies', ['Item', 'Depends on', 'Group', 'Required'], [['Card Payments', 'Gateway A', '', ''], ['Card Payments', 'Mainframe', '', ''], ['Fax', 'Gateway B', '', ''], ['Card Payments', '#REF!', '', '']]);
  const { records, problems } = readRecords(workbook(soundTables({ Dependencies: dependencies })), NOW);
  expect(problems.filter(({ table: name }) => name === 'Dependencies').map(({ cell, code }) => [cell, code])).toEqual([['B3', 'unknown-name'], ['A4', 'unknown-name'], ['B5', 'error-cell']]);
  const { edges, items, mapRowsLeftOut } = mapFigures(records);
  expect(edges.map(({ item, dependsOn }) => [item, dependsOn])).toEqual([['Card Payments', 'Gateway A'], ['Card Payments', 'Mainframe'], ['Fax', 'Gateway B']]);
  expect(items.slice(-2).map(({ item, section, services, components }) => [item, section, services, components])).toEqual([['Mainframe', null, ['Card Payments'], []], ['Fax', null, [], []]]);
  expect(mapRowsLeftOut).toEqual([3, 4, 5].map((row) => ({ table: 'Dependencies', row })));
  const measured = dependencyMap(records.dependencies);
  expect(measured.needs.get('card payments')!.all).toEqual(['gateway a', 'mainframe']);
  expect({ leftOut: measured.leftOut.get('card payments'), unassigned: measured.unassigned }).toEqual({ leftOut: [3, 5], unassigned: [4] });
});

test('rules of the RACI matrix are not asked of a retired service', () => {
  const raci = (lifecycle: string) => {
    const services = table('Services', ['Service', 'Type', 'IT owner', 'Lifecycle'], [['Card Payments', 'Business', 'Ann', 'In service'], ['ATM Network', 'Business', 'Bo', lifecycle]]);
    const responsibilities = table('Responsibilities', ['Service', 'Party', 'Role'], [['ATM Network', 'Ann', 'I']]);
    return readRecords(workbook(soundTables({ Services: services, Responsibilities: responsibilities })), NOW).problems.map(({ title }) => title);
  };
  expect(raci('In service')).toEqual(['Nobody is accountable (A) for “ATM Network”', 'Nobody is responsible (R) for “ATM Network”']);
  expect(raci('Retired')).toEqual([]);
});
