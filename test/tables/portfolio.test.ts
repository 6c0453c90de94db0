/** What is wrong with projects and initiatives, by themselves and together. */
import { readRecords } from '../../src/tables/read';
import { at, soundTables, table, workbook } from './workbook';

const NOW = at('2026-11-02T08:00:00+01:00');
const PROJECT = ['Project', 'Initiative', 'Services', 'Category', 'Status', 'Start date', 'End date', 'Cost'];
const INITIATIVE = ['Initiative', 'Objective', 'Owner', 'Measure', 'Target', 'Due date', 'Status'];
const OBJECTIVES = table('Objectives', ['Objective', 'Kind'], [['Grow', 'Business']]);

type Cells = Parameters<typeof table>[2];

function problemsOf(projects: Cells | null, initiatives: Cells | null): unknown[] {
  const tables = soundTables({
    Objectives: OBJECTIVES,
    ...(projects === null ? {} : { Projects: table('Projects', PROJECT, projects) }),
    ...(initiatives === null ? {} : { Initiatives: table('Initiatives', INITIATIVE, initiatives) }),
  });
  return readRecords(workbook(tables), NOW).problems.filter(({ table: name }) => name === 'Projects' || name === 'Initiatives').map(({ cell, code, severity, title }) => [cell, code, severity, title]);
}

const SMART = ['Online', 'Grow', 'Ann', 'Share', 0.5, '2027-12-31', 'Agreed'];

test('sound rows have no problem', () => {
  expect(problemsOf([['New web', 'online', '', 'Sustaining', 'Proposed', '2027-01-01', '2027-06-30', 10]], [SMART])).toEqual([]);
});

test('unknown names, and an end before the start', () => {
  expect(problemsOf([['New web', 'Onlin', 'Telegraph', 'Sustaining', 'Proposed', '2027-06-30', '2027-01-01', 10], ['Other', 'Online', '', 'Sustaining', 'Done', '', '', '']], [SMART])).toEqual([
    ['B2', 'unknown-name', 'error', 'Unknown name “Onlin”'],
    ['C2', 'unknown-name', 'error', 'Unknown name “Telegraph”'],
    ['G2', 'end-before-start', 'error', 'End date before Start date'],
  ]);
});

test('projects without an initiative and initiatives without a project, of those that are still pursued', () => {
  const projects = [['Alone', '', '', 'Reactive', 'In progress', '', '', ''], ['Over', '', '', 'Reactive', 'Done', '', '', ''], ['Refused', '', '', 'Reactive', 'Rejected', '', '', '']];
  expect(problemsOf(projects, [SMART, ['Given up', 'Grow', '', '', '', '', 'Dropped']])).toEqual([
    ['A2', 'no-project', 'warning', 'No project works on “Online”'],
    ['B2', 'no-initiative', 'warning', '“Alone” belongs to no initiative'],
  ]);
});

test('they are not asked for where one of the tables has no rows', () => {
  const alone = [['Alone', '', '', 'Reactive', 'In progress', '', '', '']];
  expect([problemsOf(alone, null), problemsOf(alone, []), problemsOf(null, [SMART]), problemsOf([], [SMART])]).toEqual([[], [], [], []]);
});

test('initiatives that are not SMART say what they lack; an unreadable target is not called missing', () => {
  expect(problemsOf(null, [['Idea', 'Grow', '', '', '', '', ''], ['Late', 'Grow', 'Ann', 'Share', '#N/A', '', 'Agreed'], ['Past', 'Grow', '', '', '', '', 'Done']])).toEqual([
    ['D2', 'not-smart', 'warning', '“Idea” has no measure, target, due date or owner'],
    ['E3', 'error-cell', 'error', '#N/A in Target'],
    ['F3', 'not-smart', 'warning', '“Late” has no due date'],
  ]);
});
