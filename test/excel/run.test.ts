import { breathe, run } from '../../src/excel/run';

test('says that Excel makes it wait', async () => {
  // A host that takes 1.3 s over a calculation stands for a cell that is being edited.
  host.calculator = { calculate: () => new Promise((resolve) => setTimeout(resolve, 1300)) };
  const steps: string[] = [];
  await run(
    async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
      await context.sync();
    },
    { progress: ({ text }) => steps.push(text) },
  );
  expect(steps).toEqual(['Waiting for Excel: if a cell is being edited, press Enter or Esc in it.']);
});

test('asks Excel to wait for the end of a cell edit', async () => {
  const excelRun = jest.spyOn(Excel, 'run');
  await run(async () => {});
  expect(excelRun.mock.calls[0]![0]).toEqual({ delayForCellEdit: true });
  excelRun.mockRestore();
});

test('gives the thread back when 40 ms have gone, and not before', async () => {
  const clock = jest.spyOn(performance, 'now');
  try {
    clock.mockReturnValue(1_000_000);
    await breathe();
    clock.mockReturnValue(1_000_039);
    expect(breathe()).toBeUndefined();
    clock.mockReturnValue(1_000_040);
    const pause = breathe();
    expect(pause).toBeInstanceOf(Promise);
    await pause;
    expect(breathe()).toBeUndefined();
  } finally {
    clock.mockRestore();
  }
});

test('a cancel ends the waiting', () => {
  const cancel = new AbortController();
  cancel.abort();
  expect(() => breathe(cancel.signal)).toThrow(expect.objectContaining({ code: 'Cancelled' }));
});
