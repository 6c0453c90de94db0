import { readFileSync } from 'node:fs';
import { actions, onActivity } from '../../src/commands/actions';
import '../../src/commands/register';
import { REPORT_PARTS } from '../../src/commands/report';
import { SHEET_NAME } from '../../src/reports/words';

/** What the manifest's buttons call. */
const called = [...readFileSync('manifest.xml', 'utf8').matchAll(/<FunctionName>(.*?)<\/FunctionName>/g)].map((found) => found[1]!);

/** Clicks a button as Excel does, and waits until the add-in says that it is done. */
const click = (name: string): Promise<void> => host.runCommand(name, name);

// Messages arrive in order: once a round trip is back, office.js has said that it listens to buttons.
beforeAll(() =>
  Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
  }),
);

afterEach(() => jest.restoreAllMocks());

test('every button of the manifest has its action, with the same label', () => {
  expect(called.length).toBeGreaterThan(0);
  for (const name of called) expect(actions[name as keyof typeof actions]?.ribbon).toEqual(expect.any(String));
});

test('building the report says which sheets it writes, in the ribbon as in the registry', () => {
  const tip = /<bt:String id="BuildReport\.Tip" DefaultValue="([^"]*)"/.exec(readFileSync('manifest.xml', 'utf8'))?.[1];
  expect(tip).toBe(actions.buildReport.description);
  // Excel cuts a tip after 250 characters.
  expect(tip!.length).toBeLessThanOrEqual(250);
  const { report, compliance, map, demand, portfolio } = REPORT_PARTS;
  for (const [first] of [report, compliance, map, demand, portfolio]) expect(tip?.toLowerCase()).toContain(first === 'portfolio' ? 'service and project portfolio' : SHEET_NAME[first].toLowerCase());
});

test('a button opens the pane, runs its action and ends, also when it fails', async () => {
  const shown = jest.spyOn(Office.addin, 'showAsTaskpane').mockResolvedValue();
  const outcomes: string[] = [];
  const end = onActivity(({ state, id }) => state !== 'running' && outcomes.push(`${id} ${state}`));
  await click('insertEmptyTables');
  await click('insertSample');
  end();
  expect(shown).toHaveBeenCalledTimes(2);
  expect(outcomes).toEqual(['insertEmptyTables done', 'insertSample failed']);
});

test('a pane that cannot be opened does not leave the button hanging', async () => {
  jest.spyOn(Office.addin, 'showAsTaskpane').mockRejectedValue(new Error('no pane'));
  await click('check');
});
