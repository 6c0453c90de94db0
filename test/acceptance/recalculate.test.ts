/** Functions in cells through the built add-in: values by hand, errors that say which argument and row. */
import path from 'node:path';
import { CellError } from '../../src/workbench/host/model';
import { plumbline, scratchFolder } from '../support/command-line';
import { cellsOf, readWorkbookFile, writeWorkbookFile } from '../support/workbook-file';

const folder = scratchFolder();
const at = (name: string): string => path.join(folder, name);

test('values by hand, a spill, not measurable, and an error that is named', async () => {
  await writeWorkbookFile(at('book.xlsx'), [
    {
      sheet: 'Outages',
      table: 'Outages',
      rows: [
        ['Item', 'Start', 'End', 'Impact'],
        // October 2026 in UTC: 60 min, 30 min at half impact that overlap nothing, and Mail still open at the end.
        ['Web', '2026-10-05T10:00Z', '2026-10-05T11:00Z', null],
        ['Web', '2026-10-06T10:00Z', '2026-10-06T10:30Z', 0.5],
        ['Mail', '2026-10-31T23:00Z', null, null],
      ],
    },
    {
      sheet: 'Bad',
      table: 'BadOutages',
      rows: [
        ['Item', 'Start', 'End'],
        ['Web', '2026-10-05T10:00Z', '2026-10-05T09:00Z'],
      ],
    },
    {
      sheet: 'Cells',
      rows: [
        ['=SLM.DOWNTIME("Web","2026-10-01","2026-11-01",Outages[#All])', '=SLM.AVAILABILITY("Web","2026-10-01","2026-11-01",Outages[#All])', '=SLM.BREAKS("Web","2026-10-01","2026-11-01",Outages[#All])'],
        ['=SLM.DOWNTIME(D2:D3,"2026-10-01","2026-11-01",Outages[#All])', null, '=SLM.AVAILABILITY("Web","2026-10-01","2026-10-01",Outages[#All])', 'Mail'],
        [null, null, '=SLM.DOWNTIME("Web","2026-10-01","2026-11-01",BadOutages[#All])', 'Web'],
        ['=ROUND(SLM.ALLOWED(0.999,"2026-10-01","2026-11-01"),2)', '=SLM.STATUS(B1,">=",0.999)', '=IFERROR(C2,"none")'],
      ],
    },
  ]);
  const ran = plumbline('recalculate', at('book.xlsx'), '--out', at('out.xlsx'));
  const cells = cellsOf(await readWorkbookFile(at('out.xlsx')), 'Cells');
  const value = (cell: string): unknown => {
    const found = cells.get(cell)?.value;
    return found instanceof CellError ? found.error : found;
  };
  // 60 + 30 × 0.5 = 75 min of 31 × 1,440 = 44,640 min.
  expect(value('1,1')).toBe(75);
  expect(value('1,2')).toBeCloseTo(1 - 75 / 44_640, 14);
  expect(value('1,3')).toBe(2);
  // Mail is open from 23:00 to the window's end: 60 min; then Web again.
  expect([value('2,1'), value('3,1')]).toEqual([60, 75]);
  expect(value('2,3')).toBe('#N/A');
  expect(value('3,3')).toBe('#VALUE!');
  // 0.1% of 44,640 min.
  expect(value('4,1')).toBe(44.64);
  expect(value('4,2')).toBe('Missed');
  expect(value('4,3')).toBe('none');
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatch(/^Cells!C3: #VALUE! .*2/m);
  expect(ran.stdout.trim().split('\n')).toHaveLength(1);
});
