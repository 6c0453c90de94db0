/** Rows as one step of Undo: where Excel refuses that, at the first request or a later one, all is put back and written step by step. */
import { appendRows } from '../../src/excel/append-rows';
import { canMergeUndo } from '../../src/excel/capabilities';
import { workbookPicture } from './picture';

jest.mock('../../src/excel/capabilities', () => {
  const real = jest.requireActual<{ canMergeUndo: typeof canMergeUndo }>('../../src/excel/capabilities');
  return { ...real, canMergeUndo: jest.fn(real.canMergeUndo) };
});

// 2 MB of text take more than one request.
const ROWS = { table: 'Outages', columns: ['Item', 'Cause'], rows: Array.from({ length: 2000 }, (_, index) => [`Service ${index}`, 'x'.repeat(1000)]) };

async function begin(): Promise<void> {
  host.reset();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B2').values = [['Item', 'Cause'], ['Mail', 'restart']];
    sheet.tables.add('A1:B2', true).name = 'Outages';
    await context.sync();
  });
}

const realRun = Excel.run;
afterEach(() => {
  Excel.run = realRun;
  jest.restoreAllMocks();
});

test.each([1, 2])('refused at request %i', async (refused) => {
  await begin();
  await appendRows([ROWS]);
  const wanted = workbookPicture(host.workbook);

  await begin();
  jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(true);
  jest.mocked(canMergeUndo).mockReturnValue(true);
  let [merged, refusals] = [0, 0];
  Excel.run = ((options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<unknown>) => {
    if (!options.mergeUndoGroup) return realRun(options, batch);
    merged++;
    let requests = 0;
    host.fault = ({ request }) => {
      if (request.Actions.some(({ Name }) => Name === '_RemoveReference') || ++requests !== refused) return undefined;
      refusals++;
      return { code: 'UndoNotSupported', afterActions: 2 };
    };
    return realRun(options, batch);
  }) as typeof Excel.run;
  const { undo } = await appendRows([ROWS]);
  expect([undo, merged, refusals]).toEqual(['step by step', 1, 1]);
  expect(workbookPicture(host.workbook)).toEqual(wanted);
});
