import { breathe, run } from '../../src/excel/run';

test('says that Excel makes it wait', async () => {
  // Four seconds are over while the host calculates, as they are while a cell is being edited.
  let over: (() => void) | undefined;
  const start = globalThis.setTimeout;
  const timers = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((call: () => void, delay?: number) => {
    if (delay !== 4000) return start(call, delay);
    over = call;
    return start(() => {}, 0);
  }) as typeof setTimeout);
  host.calculator = { calculate: async () => over?.() };
  const steps: string[] = [];
  await run(
    async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
      await context.sync();
    },
    { progress: ({ text }) => steps.push(text) },
  );
  timers.mockRestore();
  expect(steps).toEqual(['Waiting for Excel: if a cell is being edited, press Enter or Esc in it.']);
});

test('asks Excel to wait for the end of a cell edit', async () => {
  const excelRun = jest.spyOn(Excel, 'run');
  await run(async () => {});
  expect(excelRun.mock.calls[0]![0]).toEqual({ delayForCellEdit: true });
  excelRun.mockRestore();
});

test('gives the thread back when 20 ms have gone, and not before', async () => {
  const clock = jest.spyOn(performance, 'now');
  try {
    clock.mockReturnValue(1_000_000);
    await breathe();
    clock.mockReturnValue(1_000_019);
    expect(breathe()).toBeUndefined();
    clock.mockReturnValue(1_000_020);
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
