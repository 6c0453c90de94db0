import { canMergeUndo, undoOutlook } from '../../src/excel/capabilities';

/** An Excel with ExcelApi 1.x and everything below it. */
function excelApi(newest: number): void {
  jest.spyOn(Office.context.requirements, 'isSetSupported').mockImplementation((_, version) => Number(String(version).split('.')[1]) <= newest);
}
afterEach(() => jest.restoreAllMocks());

const { PC, Mac, OfficeOnline } = Office.PlatformType;

// office-js issues 6711 (throws on the web) and 6491 (fails above 1,500 formula cells).
test.each([
  [20, PC, 1500, true],
  [20, Mac, 0, true],
  [20, PC, 1501, false],
  [20, OfficeOnline, 0, false],
  [19, PC, 0, false],
])('ExcelApi 1.%i on %s with %i formula cells: one step of Undo is %s', (newest, platform, formulas, possible) => {
  excelApi(newest);
  expect(canMergeUndo(formulas, platform)).toBe(possible);
});

test('Undo works since ExcelApi 1.19', () => {
  excelApi(18);
  expect(undoOutlook(false)).toBe('none');
  excelApi(19);
  expect(undoOutlook(false)).toBe('step by step');
  expect(undoOutlook(true)).toBe('one step');
});
