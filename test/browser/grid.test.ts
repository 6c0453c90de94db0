/** The grid and the formula bar, by keyboard. */
import { browserForTests, download } from '../support/browser';
import { openWorkbook } from '../../src/workbench/xlsx/open';

const browser = browserForTests();

test('typed values read as Excel reads them; Escape leaves a cell as it was; editing begins with what it means', async () => {
  const { page, type, shows, goToCell, complaints } = await browser.open();
  await type('B2', '12.5%');
  await type('B3', '2026-10-15 11:52');
  await type('B4', '=B2*2');
  await type('B5', "'007");
  await shows('B2', '12.50%');
  await shows('B3', '2026-10-15 11:52');
  await shows('B4', '0.25');
  await shows('B5', '007');

  await goToCell('B2');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await shows('B2', '12.50%');

  const formula = page.getByRole('textbox', { name: 'Formula' });
  await goToCell('B3');
  expect(await formula.inputValue()).toBe('2026-10-15 11:52:00');
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await shows('B3', '2026-10-15 11:52');
  await goToCell('B4');
  expect(await formula.inputValue()).toBe('=B2*2');
  await formula.fill('=B2*4');
  await formula.press('Enter');
  await shows('B4', '0.5');
  expect(complaints).toEqual([]);
});

test('=SLM.DOWNTIME(…) typed by hand calculates in the add-in and spills; it follows its cells', async () => {
  const { page, pane, type, shows, complaints } = await browser.open();
  await pane.getByRole('heading', { name: 'Service levels, from your own tables' }).waitFor();
  const rows = [
    ['Item', 'Start', 'End'],
    ['Card Payments', '2026-10-15 11:52', '2026-10-15 12:39'],
    ['Branch Teller', '2026-10-20 09:10', '2026-10-20 10:21'],
    ['Card Payments', '2026-10-31 23:50', '2026-11-01 00:30'],
  ];
  for (const [index, [item = '', start = '', end = '']] of rows.entries()) {
    await type(`A${index + 1}`, item);
    await type(`B${index + 1}`, start);
    await type(`C${index + 1}`, end);
  }
  await type('E2', '=SLM.DOWNTIME(A2:A3,"2026-10-01","2026-11-01",A1:C4)');
  // Card Payments 11:52–12:39 = 47 min, and 23:50 to the end of October = 10 min; Branch Teller 09:10–10:21 = 71 min.
  await shows('E2', '57');
  await shows('E3', '71');

  await type('C3', '2026-10-20 09:30');
  await shows('E3', '20');
  await shows('E2', '57');

  await type('E6', '=SLM.DOWNTIME("Card Payments","2026-11-01","2026-10-01",A1:C4)');
  // From after to: outside of what the method can do.
  await page.locator('[data-cell="E6"]', { hasText: '#NUM!' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a table takes in what is typed below it; the file opens again as it was downloaded', async () => {
  const { page, pane, openSheet, type, shows, complaints, sheetNames } = await browser.open();
  await pane.getByRole('button', { name: 'Start with empty tables' }).click();
  await pane.getByText('Needs you today').or(pane.getByText(/No promise is measured yet/)).waitFor();
  await openSheet('Services');
  await type('A5', 'Payroll');
  await type('A6', 'Intranet');

  const { name, bytes } = await download(page);
  const saved = await openWorkbook(new Uint8Array(bytes), name);
  const services = saved.sheet('Services')?.tables.find((table) => table.name === 'Services');
  // The header in row 4, then the two rows.
  expect(services?.range).toMatchObject({ row: 3, rows: 3 });

  await page.getByRole('button', { name: 'New workbook' }).click();
  await pane.getByRole('heading', { name: 'Service levels, from your own tables' }).waitFor();
  expect(await sheetNames()).toEqual(['Sheet1']);
  await page.getByLabel(/Open \.xlsx/).setInputFiles({ name: 'mine.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes });
  await pane.getByRole('tab', { name: 'Today' }).waitFor();
  await openSheet('Services');
  await shows('A6', 'Intranet');

  await page.getByLabel(/Open \.xlsx/).setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') });
  await page.getByRole('alert').waitFor();
  await shows('A6', 'Intranet');
  expect(complaints).toEqual([]);
});
