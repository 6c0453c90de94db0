import { addinFunctions } from '../../../src/workbench/calc/addin-functions';
import { CellError } from '../../../src/workbench/host/model';

const metadata = { functions: [{ id: 'DOWNTIME', name: 'DOWNTIME', parameters: [{ name: 'item', dimensionality: 'matrix' }, { name: 'zone', optional: true }] }] };

test('a function is called by its id, with the shape that its metadata declares', async () => {
  const calls: unknown[] = [];
  const invoke = addinFunctions(metadata, async (...call) => {
    calls.push(call);
    return 43;
  });
  expect(await invoke('SLM.DOWNTIME', ['Mail'], 'Sheet1!A1')).toBe(43);
  // One value for a matrix parameter is a matrix of one; what is left out is null.
  expect(calls).toEqual([['DOWNTIME', [[['Mail']], null], 'Sheet1!A1']]);
  expect(await invoke('SLM.DOWNTIME', [], 'Sheet1!A1')).toEqual(new CellError('#VALUE!', 'DOWNTIME needs item.'));
  expect(await invoke('SLM.UPTIME', ['Mail'], 'Sheet1!A1')).toEqual(new CellError('#NAME?'));
  expect(calls).toHaveLength(1);
});
