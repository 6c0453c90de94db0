/** Import in the pane: pasted rows, what is asked, what is written, at the widths that Excel gives. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { browserForTests } from '../support/browser';

const browser = browserForTests();
const exported = (name: string): string => readFileSync(path.join(__dirname, '../fixtures/exports', name), 'utf8');
const PICTURES = process.env['PLUMBLINE_PICTURES'];

test('pasted rows are asked about, looked at and written, and nothing sticks out of a narrow pane', async () => {
  const { page, pane, complaints } = await browser.open();
  await pane.getByRole('button', { name: /Insert the sample/ }).click();
  await pane.getByText('Needs you today').waitFor();
  const frame = page.frames().find((one) => one.url().includes('taskpane'))!;
  const fits = async (view: string): Promise<void> => {
    for (const width of [350, 320]) {
      await page.getByTitle('Task pane').evaluate((element, size) => Object.assign(element.style, { flex: 'none', width: `${size}px`, height: '700px' }), width);
      const out = await frame.evaluate(() => [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().right > window.innerWidth + 0.5).map((element) => `${element.tagName} ${element.innerText.slice(0, 40)}`));
      expect({ view, width, out }).toEqual({ view, width, out: [] });
      if (PICTURES) await page.getByTitle('Task pane').screenshot({ path: path.join(PICTURES, `${view}-${width}.png`) });
    }
  };

  await pane.getByRole('button', { name: 'Import', exact: true }).click();
  await fits('source');
  await pane.getByRole('textbox', { name: /paste the rows/ }).fill(exported('ambiguous.csv').replace('ATM Network', 'Crad Payments'));
  await pane.getByRole('button', { name: 'Look at them' }).click();
  await pane.getByRole('region', { name: 'To be answered first' }).waitFor();
  await fits('date-order');
  await pane.getByRole('radio', { name: /^Day first/ }).click();
  await pane.getByText('2 rows: 1 new, 1 with a problem').waitFor();
  await pane.getByRole('combobox', { name: '“Crad Payments” (1 row)' }).selectOption({ label: 'Card Payments (the nearest)' });
  await pane.getByText('2 rows: 2 new').waitFor();
  await pane.getByText(/^Columns: 3 used/).click();
  await fits('columns');

  await pane.getByRole('button', { name: 'Another file' }).click();
  await pane.getByRole('textbox', { name: /paste the rows/ }).fill(exported('zabbix-problems.csv').replaceAll('Gateway A', 'Card gateway').replaceAll('Gateway B', 'Card gatewy'));
  await pane.getByRole('button', { name: 'Look at them' }).click();
  await pane.getByRole('combobox', { name: 'Other answers for Disaster' }).waitFor();
  await fits('values');
  await pane.getByRole('combobox', { name: 'Other answers for Disaster' }).selectOption('100');
  await pane.getByRole('combobox', { name: 'Other answers for Warning' }).selectOption({ label: 'Leave these rows out' });
  await pane.getByText('3 rows: 1 new, 1 skipped, 1 with a problem').waitFor();
  await fits('findings');
  await pane.getByRole('button', { name: 'Import 1 row' }).click();
  await pane.getByText(/1 row added to Outages, sheet Outages\./).waitFor();
  await fits('done');
  // Looked at again, it is there.
  await pane.getByRole('textbox', { name: /paste the rows/ }).fill('Item,Start\nCard gateway,2026-10-07 09:10:15');
  await pane.getByRole('button', { name: 'Look at them' }).click();
  await pane.getByText('1 row: 1 there already').waitFor();
  expect(complaints).toEqual([]);
});
