/** All or nothing: whatever fails and wherever, the workbook is as it was. */
import { canMergeUndo } from '../../src/excel/capabilities';
import { writeSheets } from '../../src/excel/write';
import { workbookPicture } from './picture';
import { FIGURES, report } from './sheets';

jest.mock('../../src/excel/capabilities', () => {
  const real = jest.requireActual<{ canMergeUndo: typeof canMergeUndo }>('../../src/excel/capabilities');
  return { ...real, canMergeUndo: jest.fn(real.canMergeUndo) };
});

const picture = () => workbookPicture(host.workbook);

/** What `reset` leaves, and a sheet of the user's own. */
async function begin(): Promise<void> {
  host.reset();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B3').values = [['Service', 'Users'], ['Mail', 12], ['Web', 30]];
    sheet.tables.add('A1:B3', true).name = 'Services';
    await context.sync();
  });
}

/** The report of an earlier run, with what people did to it since. */
async function beginWithReport(): Promise<void> {
  await begin();
  await writeSheets([FIGURES, report('2026-10', 6)]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Report 2026-10');
    sheet.name = 'For the board';
    sheet.getRange('B5').values = [['changed by hand']];
    sheet.getRange('B6').values = [["'=looks like a formula"]];
    sheet.getRange('A2').formulas = [['=1+1']];
    sheet.getRange('F2:G2').merge(false);
    sheet.getRange('B4').format.fill.color = '#00FF00';
    sheet.getRange('C4').format.borders.getItem('EdgeTop').style = 'Double';
    sheet.getRange('C5').numberFormat = [['0.000']];
    sheet.getRange('B7').hyperlink = { address: 'https://example.org/' };
    sheet.getRange('A:A').format.columnWidth = 33;
    sheet.getRange('9:9').format.rowHeight = 44;
    sheet.freezePanes.freezeRows(2);
    sheet.pageLayout.orientation = 'Portrait';
    sheet.charts.getItem('Downtime cost').width = 555;
    await context.sync();
  });
}

const CASES = [
  { name: 'for the first time', start: begin },
  { name: 'over an earlier one', start: beginWithReport },
];
/** Longer than before, so that rows, chart, rules and table move. */
const write = (signal?: AbortSignal) => writeSheets([{ ...FIGURES, tables: [{ ...FIGURES.tables[0]!, at: { row: 0, column: 0, rows: 2, columns: 3 } }] }, report('2026-10', 9), report('2026-11', 2)], { signal });

/** Of the run itself: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

async function countTrips(start: () => Promise<void>): Promise<{ trips: number; actions: number[] }> {
  await start();
  const actions: number[] = [];
  host.fault = ({ request }) => {
    if (isOurs(request)) actions.push(request.Actions.length);
    return undefined;
  };
  await write();
  return { trips: actions.length, actions };
}

describe.each(CASES)('writing $name', ({ start }) => {
  test('an error at any round trip, before, within or after its changes', async () => {
    const { actions } = await countTrips(start);
    for (const [trip, count] of actions.entries()) {
      const places = new Set([0, 1, ...Array.from({ length: 12 }, (_, part) => Math.floor((count * (part + 1)) / 12))]);
      for (const afterActions of places) {
        await start();
        const before = picture();
        let seen = -1;
        host.fault = ({ request }) => (isOurs(request) && ++seen === trip ? { code: 'GeneralException', afterActions } : undefined);
        await expect(write()).rejects.toMatchObject({ code: 'GeneralException' });
        host.fault = undefined;
        expect({ trip, afterActions, ...picture() }).toEqual({ trip, afterActions, ...before });
      }
    }
  }, 120_000);

  test('a cancel at any round trip', async () => {
    const { trips } = await countTrips(start);
    for (let trip = 0; trip < trips; trip++) {
      await start();
      const before = picture();
      const cancel = new AbortController();
      let seen = -1;
      host.fault = ({ request }) => {
        if (isOurs(request) && ++seen === trip) cancel.abort();
        return undefined;
      };
      const outcome = await write(cancel.signal).then(
        () => 'written',
        (error: { code: string; message: string }) => error.code,
      );
      host.fault = undefined;
      // During the last one it is too late: all is written.
      expect(outcome).toBe(trip === trips - 1 ? 'written' : 'Cancelled');
      if (outcome !== 'written') expect(picture()).toEqual(before);
    }
  }, 120_000);
});

test('the message says that everything is as it was', async () => {
  await begin();
  host.fault = ({ number, request }) => (number > 2 && request.Actions.length > 50 ? { code: 'GeneralException', afterActions: 40 } : undefined);
  await expect(write()).rejects.toMatchObject({ message: 'Excel could not do this and did not say why. Please try again. Everything is as it was before.' });
});

test('what cannot be put back is said, with the sheets', async () => {
  await beginWithReport();
  let writing = false;
  host.fault = ({ request }) => {
    writing ||= isOurs(request) && request.Actions.length > 300;
    return writing ? { code: 'GeneralException', afterActions: 100 } : undefined;
  };
  await expect(write()).rejects.toMatchObject({ message: expect.stringMatching(/“For the board”.*could not be put back/) });
});

describe('one step of Undo', () => {
  const realRun = Excel.run;
  afterEach(() => {
    Excel.run = realRun;
    jest.restoreAllMocks();
    jest.mocked(canMergeUndo).mockReturnValue(false);
  });

  /** An Excel for Windows that knows merged undo groups, and refuses the first or all of them. */
  function windows(refuses: boolean): { merged: number } {
    const seen = { merged: 0 };
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(true);
    jest.mocked(canMergeUndo).mockReturnValue(true);
    Excel.run = ((options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<unknown>) => {
      if (!options.mergeUndoGroup) return realRun(options, batch);
      seen.merged++;
      let first = true;
      host.fault = ({ request }) => {
        if (!refuses || !first || !isOurs(request)) return undefined;
        first = false;
        return { code: 'UndoNotSupported', afterActions: 60 };
      };
      return realRun(options, batch);
    }) as typeof Excel.run;
    return seen;
  }

  test('is promised where Excel can', async () => {
    const seen = windows(false);
    expect((await writeSheets([FIGURES])).undo).toBe('one step');
    expect(seen.merged).toBe(1);
  });

  test('is given up where Excel refuses: what was begun is put back, and the run repeated', async () => {
    await beginWithReport();
    const seen = windows(true);
    expect((await write()).undo).toBe('step by step');
    expect(seen.merged).toBe(1);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Figures', 'For the board', 'Report 2026-11']);
    expect(host.workbook.sheet('For the board')!.cell(11, 1)?.value).toBe('Service 8');
  });
});
