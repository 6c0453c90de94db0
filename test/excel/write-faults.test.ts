/** All or nothing: whatever fails and wherever, the workbook is as it was. */
import { canMergeUndo } from '../../src/excel/capabilities';
import { writeSheets } from '../../src/excel/write';
import { DRAWING, mapSheet, withShape } from './map-sheet';
import { faultPlaces, type TripSeen, watchTrips } from '../support/fault-places';
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
    sheet.horizontalPageBreaks.removePageBreaks();
    sheet.horizontalPageBreaks.add('A8');
    sheet.charts.getItem('Downtime cost').width = 555;
    await context.sync();
  });
}

/** A picture of an earlier run, with what people did to it since. */
async function beginWithPicture(): Promise<void> {
  await begin();
  await writeSheets([mapSheet()]);
  await Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem('Map Mail');
    const panel = shapes.addGeometricShape('Rectangle');
    panel.name = 'Panel';
    panel.setZOrder('SendToBack');
    const note = shapes.addTextBox('ask Cy');
    note.name = 'Note';
    const arrow = shapes.addLine(0, 0, 10, 10, 'Straight');
    arrow.line.connectBeginShape(note, 2);
    arrow.line.connectEndShape(shapes.getItem('Disk'), 0);
    const disk = shapes.getItem('Disk');
    disk.left = 333;
    disk.rotation = 5;
    disk.altTextTitle = 'a title';
    disk.lineFormat.dashStyle = 'RoundDot';
    disk.fill.transparency = 0.25;
    disk.textFrame.textRange.getSubstring(1, 2).font.italic = true;
    disk.textFrame.textRange.getSubstring(6, 1).font.color = '#FF0000';
    disk.textFrame.rightMargin = 9;
    disk.setZOrder('BringToFront');
    const mail = shapes.getItem('Mail');
    mail.textFrame.textRange.text = 'Mail (new)';
    mail.textFrame.textRange.font.underline = 'Double';
    mail.lineFormat.color = '#00FF00';
    shapes.getItem('1 of 2').textFrame.textRange.text = 'either';
    const link = shapes.getItem('Mail to Disk');
    link.lineFormat.weight = 5;
    link.line.endArrowheadStyle = 'Oval';
    link.line.connectEndShape(disk, 2);
    shapes.getItem('Staff to Mail').line.disconnectBeginShape();
    await context.sync();
  });
}

/** Longer than before, so that rows, chart, rules and table move. */
const writeReport = (signal?: AbortSignal) => writeSheets([{ ...FIGURES, tables: [{ ...FIGURES.tables[0]!, at: { row: 0, column: 0, rows: 2, columns: 3 } }] }, report('2026-10', 9), report('2026-11', 2)], { signal });

/** A shape and its connector leave, others come, one has another form, all are laid out anew. */
const NEXT = withShape(withShape(withShape(DRAWING, 'Disk', null), 'Mail', { type: 'Pill', left: 160, text: [{ text: 'Mail', size: 14, color: '#FFFFFF' }] }), '1 of 2', { fill: '#FFFFFF' });
const writePicture = (signal?: AbortSignal) =>
  writeSheets(
    [
      mapSheet({
        shapes: [...NEXT.shapes, { ...DRAWING.shapes[3]!, name: 'Cache', top: 180 }],
        connectors: [...NEXT.connectors, { ...DRAWING.connectors[2]!, name: 'Mail to Cache', to: { shape: 'Cache', side: 'Left' } }],
      }),
    ],
    { signal },
  );
const drawAgain = (signal?: AbortSignal) => writeSheets([mapSheet(null)], { signal });

const CASES = [
  { name: 'a report for the first time', start: begin, write: writeReport },
  { name: 'a report over an earlier one', start: beginWithReport, write: writeReport },
  { name: 'a picture over an earlier one', start: beginWithPicture, write: writePicture },
  { name: 'no picture where there was one', start: beginWithPicture, write: drawAgain },
];

/** Of the run itself: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

async function tripsOf({ start, write }: (typeof CASES)[number]): Promise<TripSeen[]> {
  await start();
  const watch = watchTrips(() => JSON.stringify(picture()));
  host.fault = ({ request }) => {
    if (isOurs(request)) watch.before(request.Actions.length);
    return undefined;
  };
  await write();
  return watch.seen();
}

describe.each(CASES)('writing $name', (each) => {
  const { start, write } = each;

  test('an error at any round trip, before, within or after its changes', async () => {
    const trips = await tripsOf(each);
    expect(trips.some(({ changes }) => changes)).toBe(true);
    for (const { trip, afterActions } of faultPlaces(trips, 12)) {
      await start();
      const before = picture();
      let seen = -1;
      host.fault = ({ request }) => (isOurs(request) && ++seen === trip ? { code: 'GeneralException', afterActions } : undefined);
      await expect(write()).rejects.toMatchObject({ code: 'GeneralException' });
      host.fault = undefined;
      expect({ trip, afterActions, ...picture() }).toEqual({ trip, afterActions, ...before });
    }
  });

  test('a cancel at any round trip', async () => {
    const { length: trips } = await tripsOf(each);
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
  });
});

test('the message says that everything is as it was', async () => {
  await begin();
  host.fault = ({ number, request }) => (number > 2 && request.Actions.length > 50 ? { code: 'GeneralException', afterActions: 40 } : undefined);
  await expect(writeReport()).rejects.toMatchObject({ message: 'Excel could not do this and did not say why. Please try again. Everything is as it was before.' });
});

test('what cannot be put back is said, with the sheets', async () => {
  await beginWithReport();
  let writing = false;
  host.fault = ({ request }) => {
    writing ||= isOurs(request) && request.Actions.length > 300;
    return writing ? { code: 'GeneralException', afterActions: 100 } : undefined;
  };
  await expect(writeReport()).rejects.toMatchObject({ message: expect.stringMatching(/“For the board”.*could not be put back/) });
});

describe('one step of Undo', () => {
  const realRun = Excel.run;
  afterEach(() => {
    Excel.run = realRun;
    jest.restoreAllMocks();
    jest.mocked(canMergeUndo).mockReturnValue(false);
  });

  /** An Excel for Windows that knows merged undo groups, and refuses to make one, at the first request of it or a later one. */
  function windows(refusedAt: number | null): { merged: number } {
    const seen = { merged: 0 };
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(true);
    jest.mocked(canMergeUndo).mockReturnValue(true);
    Excel.run = ((options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<unknown>) => {
      if (!options.mergeUndoGroup) return realRun(options, batch);
      seen.merged++;
      let requests = 0;
      host.fault = ({ request }) => {
        if (!isOurs(request) || ++requests !== refusedAt) return undefined;
        return { code: 'UndoNotSupported', afterActions: 60 };
      };
      return realRun(options, batch);
    }) as typeof Excel.run;
    return seen;
  }

  test('is promised where Excel can', async () => {
    const seen = windows(null);
    expect((await writeSheets([FIGURES])).undo).toBe('one step');
    expect(seen.merged).toBe(1);
  });

  test.each([1, 2])('is given up where Excel refuses, at request %i: what was begun is put back, and the run repeated', async (request) => {
    await beginWithReport();
    const seen = windows(request);
    // 2 MB of text below the report take more than one request.
    const wordy = report('2026-10', 9);
    const long = { ...wordy, rows: [...wordy.rows, ...Array.from({ length: 2000 }, () => ({ cells: [{ column: 1, value: 'x'.repeat(1000) }] }))] };
    expect((await writeSheets([FIGURES, long, report('2026-11', 2)])).undo).toBe('step by step');
    expect(seen.merged).toBe(1);
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Figures', 'For the board', 'Report 2026-11']);
    expect(host.workbook.sheet('For the board')!.cell(11, 1)?.value).toBe('Service 8');
  });
});
