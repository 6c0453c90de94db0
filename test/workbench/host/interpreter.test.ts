import { ApiError } from '../../../src/workbench/host/errors';
import { Interpreter, type BatchRequest } from '../../../src/workbench/host/interpreter';
import { ModelWorkbook } from '../../../src/workbench/host/model';
import { Workbook } from '../../../src/workbench/host/objects/workbook';
import { Session } from '../../../src/workbench/host/session';

/** Messages as office.js 1.1.110 sent them, captured; ids of sheets are the host's own. */
const FIRST_BATCH: BatchRequest = JSON.parse(
  '{"AutoKeepReference":true,"Actions":[{"Id":2,"ActionType":1,"Name":"","ObjectPathId":1},{"Id":4,"ActionType":1,"Name":"","ObjectPathId":3},{"Id":6,"ActionType":1,"Name":"","ObjectPathId":5},{"Id":8,"ActionType":1,"Name":"","ObjectPathId":7},{"Id":9,"ActionType":3,"Name":"_KeepReference","ObjectPathId":7,"ArgumentInfo":{"Arguments":[]}},{"Id":10,"ActionType":1,"Name":"","ObjectPathId":7},{"Id":11,"ActionType":4,"Name":"Values","ObjectPathId":7,"ArgumentInfo":{"Arguments":[[[1,2],[3,4]]]}},{"Id":13,"ActionType":1,"Name":"","ObjectPathId":12},{"Id":15,"ActionType":1,"Name":"","ObjectPathId":14},{"Id":16,"ActionType":4,"Name":"Color","ObjectPathId":14,"ArgumentInfo":{"Arguments":["#FFFF00"]},"L":[12,14]},{"Id":17,"ActionType":2,"Name":"","ObjectPathId":7,"QueryInfo":{"Select":["values","address"]},"L":[5,7]},{"Id":18,"ActionType":2,"Name":"","ObjectPathId":3,"QueryInfo":{"Select":["name"]},"L":[1,3]}],"ObjectPaths":{"1":{"Id":1,"ObjectPathType":1,"Name":""},"3":{"Id":3,"ObjectPathType":4,"Name":"Worksheets","ParentObjectPathId":1},"5":{"Id":5,"ObjectPathType":5,"Name":"","ParentObjectPathId":3,"ArgumentInfo":{"Arguments":["Sheet1"]}},"7":{"Id":7,"ObjectPathType":3,"Name":"GetRange","ParentObjectPathId":5,"ArgumentInfo":{"Arguments":["A1:B2"]}},"12":{"Id":12,"ObjectPathType":4,"Name":"Format","ParentObjectPathId":7},"14":{"Id":14,"ObjectPathType":4,"Name":"Fill","ParentObjectPathId":12}}}',
);
const NULL_OBJECT_BATCH: BatchRequest = JSON.parse(
  '{"AutoKeepReference":false,"Actions":[{"Id":21,"ActionType":1,"Name":"","ObjectPathId":1},{"Id":22,"ActionType":1,"Name":"","ObjectPathId":20},{"Id":24,"ActionType":1,"Name":"","ObjectPathId":23},{"Id":25,"ActionType":2,"Name":"","ObjectPathId":23,"QueryInfo":{"Select":["name"]},"L":[1,20,23]}],"ObjectPaths":{"1":{"Id":1,"ObjectPathType":1,"Name":""},"20":{"Id":20,"ObjectPathType":4,"Name":"Tables","ParentObjectPathId":1},"23":{"Id":23,"ObjectPathType":3,"Name":"GetItemOrNullObject","ParentObjectPathId":20,"ArgumentInfo":{"Arguments":["Nope"]}}}}',
);

function start() {
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Sheet1');
  const root = new Workbook(new Session(workbook));
  const interpreter = new Interpreter();
  const execute = (request: BatchRequest, stop?: { after: number; error: ApiError }) => interpreter.execute(request, { root, service: () => undefined, stop });
  return { sheet, interpreter, execute };
}

test('a captured batch gets the captured answer', async () => {
  const { sheet, execute } = start();
  expect(await execute(FIRST_BATCH)).toEqual({
    Results: [
      { ActionId: 2, Value: {} },
      { ActionId: 4, Value: {} },
      { ActionId: 6, Value: { Id: sheet.id } },
      { ActionId: 8, Value: {} },
      { ActionId: 9, Value: null },
      { ActionId: 10, Value: { _ReferenceId: 'r1' } },
      { ActionId: 11, Value: null },
      { ActionId: 13, Value: {} },
      { ActionId: 15, Value: {} },
      { ActionId: 16, Value: null },
      { ActionId: 17, Value: { _ReferenceId: 'r1', Values: [[1, 2], [3, 4]], Address: 'Sheet1!A1:B2' } },
      { ActionId: 18, Value: { _Items: [{ Id: sheet.id, Name: 'Sheet1' }] } },
    ],
    TraceIds: [],
  });
});

test('an object that is not there answers null, without an error', async () => {
  expect(await start().execute(NULL_OBJECT_BATCH)).toEqual({ Results: [{ ActionId: 21, Value: {} }, { ActionId: 22, Value: {} }, { ActionId: 24, Value: null }, { ActionId: 25, Value: null }], TraceIds: [] });
});

test('a kept reference is good in the next batch, until it is given back', async () => {
  const { interpreter, execute } = start();
  await execute(FIRST_BATCH);
  expect(interpreter.referenceCount).toBe(1);
  const read = { Actions: [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 7, QueryInfo: { Select: ['values'] } }], ObjectPaths: { 7: { Id: 7, ObjectPathType: 6, Name: 'r1' } } };
  expect((await execute(read)).Results).toEqual([{ ActionId: 1, Value: { _ReferenceId: 'r1', Values: [[1, 2], [3, 4]] } }]);
  await execute({ Actions: [{ Id: 1, ActionType: 3, Name: '_RemoveReference', ObjectPathId: 1, ArgumentInfo: { Arguments: ['r1'] } }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } } });
  expect(interpreter.referenceCount).toBe(0);
  expect((await execute(read)).Error).toMatchObject({ Code: 'InvalidReference', ActionIndex: 0 });
});

test('a batch ends at the first error: what was done before stays', async () => {
  const { sheet, execute } = start();
  const stopped = await execute(FIRST_BATCH, { after: 7, error: new ApiError('GeneralException', 'stop') });
  expect(stopped.Results.map(({ ActionId }) => ActionId)).toEqual([2, 4, 6, 8, 9, 10, 11]);
  expect(stopped.Error).toEqual({ Code: 'GeneralException', Message: 'stop', HttpStatusCode: 400, Location: '', ActionIndex: 7 });
  expect(sheet.cell(1, 1)).toMatchObject({ value: 4, style: {} });
  expect(sheet.cell(1, 1)!.style.fill).toBeUndefined();
});

test('what is not there is named', async () => {
  const { execute } = start();
  const ask = (path: object, query: object = {}) =>
    execute({ Actions: [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: query }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' }, 2: { Id: 2, ParentObjectPathId: 1, ...path } as BatchRequest['ObjectPaths'][string] } });
  expect((await ask({ ObjectPathType: 4, Name: 'PivotTables' })).Error).toMatchObject({ Code: 'ApiNotFound', Message: expect.stringContaining('Workbook.pivotTables'), Location: 'Workbook.pivotTables' });
  expect((await ask({ ObjectPathType: 4, Name: 'Worksheets' }, { Select: ['nonsense'] })).Error).toMatchObject({ Code: 'ApiNotFound', Message: expect.stringContaining('Worksheet.nonsense') });
  expect((await ask({ ObjectPathType: 2, Name: 'Microsoft.Unknown' })).Error).toMatchObject({ Code: 'ApiNotFound' });
});
