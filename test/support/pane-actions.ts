/** The pane's actions with hand-made answers: what is asked of them is kept. */
import type { HolidaysAdded, HolidaysFound } from '../../src/commands/holidays';
import type { Figures } from '../../src/domain/figures';
import type { Problem } from '../../src/tables/model';
import type { FoundTable, PaneActions, ReportResult, TablesFound } from '../../src/taskpane/pane-actions';
import { figures, targetFigure } from './figures';

export const outages: FoundTable = { name: 'Outages', sheet: 'What happened', role: 'Outages', header: ['Item', 'Start'], rows: 12, missing: [], columns: [] };
export const none: TablesFound = { tables: [], roles: ['Services', 'Outages'], mapping: { tables: {}, columns: {} } };
export const some: TablesFound = { ...none, tables: [outages] };

export const problem = (over: Partial<Problem> = {}): Problem => ({ code: 'end-before-start', severity: 'error', table: 'Outages', sheet: 'What happened', cell: 'C877', title: 'End before Start', found: '9 Oct 2026 04:15', expected: 'after Start, 9 Oct 2026 14:02', effect: 'row left out of ATM Network', ...over });

export const noHolidays: HolidaysFound = { collection: { name: 'date-holidays', version: '3.37.0', licence: 'CC BY-SA 3.0' }, countries: [{ code: 'AT', name: 'Austria' }, { code: 'GB', name: 'United Kingdom' }], states: [], regions: [], languages: [], calendars: [], thisYear: 2026, years: [2026, 2027], kinds: ['public'], calendar: null, holidays: [] };

export const missed = targetFigure({
  item: 'Card Payments',
  target: 0.9995,
  actual: 0.9989,
  status: 'Missed',
  budget: { unit: 'seconds', allowed: 1339, used: 2820, left: -1481, usedShare: 2.1, burnRate: 2.1 },
  outages: [
    { table: 'Outages', row: 40, item: 'Card Payments', start: 0, end: 60, impact: 1, planned: false, cause: 'short', countedSeconds: 60, carriedOver: false, forgotten: false, lateBecause: null, notified: null, noticeDays: null, breaks: [] },
    { table: 'Outages', row: 41, item: 'Card gateway', start: 0, end: 2760, impact: 1, planned: false, cause: 'certificate', countedSeconds: 2760, carriedOver: false, forgotten: false, lateBecause: null, notified: null, noticeDays: null, breaks: [] },
  ],
});

export const october = (over: Partial<Figures> = {}): Figures => figures({ targets: [missed, targetFigure({ item: 'E-mail', agreement: 'SLA E-mail' })], ...over });

export function paneActions(over: Partial<PaneActions> = {}): { actions: PaneActions; calls: [string, unknown][] } {
  const calls: [string, unknown][] = [];
  const note =
    <Answer,>(name: string, answer: Answer) =>
    async (params?: unknown): Promise<Answer> => {
      calls.push([name, params]);
      return answer;
    };
  const actions: PaneActions = {
    tables: note('tables', some),
    saveMapping: note('saveMapping', undefined),
    overview: note('overview', { figures: october(), problems: [problem(), problem({ code: 'orphan', severity: 'warning', table: 'Components', cell: 'A31', title: 'Nothing stands on “Fax gateway”' })] }),
    buildReport: note('buildReport', { sheets: [], undo: 'none', replaced: [], figures: october(), problems: [] } satisfies ReportResult),
    sendRecommendation: () => Promise.reject(new Error('nothing is sent here')),
    goTo: note('goTo', undefined),
    goBack: note('goBack', undefined),
    insertSample: note('insertSample', undefined),
    insertEmptyTables: note('insertEmptyTables', undefined),
    holidays: note('holidays', noHolidays),
    addHolidays: note('addHolidays', { added: [], skipped: [], table: null, undo: 'none' } satisfies HolidaysAdded),
    previewImport: () => Promise.reject(new Error('nothing is imported here')),
    runImport: () => Promise.reject(new Error('nothing is imported here')),
    openPage: (page) => void calls.push(['openPage', page]),
    onRibbon: () => () => {},
    ...over,
  };
  return { actions, calls };
}
