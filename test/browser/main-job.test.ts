/** The main job by hand, as a service level manager does it, in a real browser. */
import { openWorkbook } from '../../src/workbench/xlsx/open';
import { browserForTests, download, slowness } from '../support/browser';

const browser = browserForTests();

/** Excel restarts an add-in that holds its thread for this long. */
const EXCEL_RESTARTS_AFTER = 5000;

test('empty workbook → sample → Today → report → its sheets, drawn and downloaded; nothing is sent anywhere', async () => {
  const { page, pane, served, complaints, requests, sheetNames, textOf } = await browser.open();
  expect(await sheetNames()).toEqual(['Sheet1']);

  await pane.getByRole('heading', { name: 'Service levels, from your own tables' }).waitFor();
  await page.evaluate(() => {
    const longest = { longest: 0 };
    Object.assign(window, longest);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) Object.assign(window, { longest: Math.max((window as unknown as typeof longest).longest, duration) });
    }).observe({ type: 'longtask' });
  });
  await pane.getByRole('button', { name: /Insert the sample/ }).click();

  // October of the sample's report as its test works it out by hand: five targets missed, two at risk.
  await pane.getByText('Needs you today').waitFor();
  await expect(pane.getByText(/^\d+ missed$/).innerText()).resolves.toBe('5 missed');
  await expect(pane.getByText(/^\d+ at risk$/).innerText()).resolves.toBe('2 at risk');
  expect(await sheetNames()).toContain('Outages');

  await pane.getByRole('button', { name: 'Build the October report' }).click();
  await pane.getByText('October report written').waitFor();
  const written = pane.getByRole('list', { name: 'What was written' });
  const reportSheets = ['Report Oct 2026', 'Success factors', 'Scorecard', 'Service levels', 'Agreement chain', 'Service map', 'Services and owners', 'Customers and users', 'Responsibilities', 'Where used and impact', 'Single points of failure', 'Demand and forecast', 'Capacity and licences', 'Requests and backlog', 'Recommendations', 'Service portfolio', 'Project portfolio', 'Figures', 'Rows left out'];
  for (const name of reportSheets) expect(await written.getByRole('button', { name }).count()).toBe(1);
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  expect(longest).toBeLessThan(EXCEL_RESTARTS_AFTER * (await slowness(page)));

  await written.getByRole('button', { name: 'Report Oct 2026' }).click();
  await page.getByRole('grid', { name: 'Report Oct 2026' }).waitFor();
  expect(await textOf('B2')).toMatch(/promises were kept in October/);
  // Downtime by month: twelve columns, none of them flat by mistake.
  const columns = page.locator('[data-chart] svg rect:not([width="10"])');
  await expect(columns.count()).resolves.toBe(12);
  const heights = await columns.evaluateAll((rectangles) => rectangles.map((rectangle) => rectangle.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeGreaterThan(20);

  const { name, bytes } = await download(page);
  expect(name).toMatch(/\.xlsx$/);
  const workbook = await openWorkbook(new Uint8Array(bytes), name);
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(await sheetNames());
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(reportSheets));
  expect(workbook.sheet('Report Oct 2026')?.charts).toHaveLength(1);

  expect(complaints).toEqual([]);
  const origins = new Set(requests.map((address) => new URL(address)).filter(({ protocol }) => protocol !== 'blob:' && protocol !== 'data:').map(({ origin }) => origin));
  expect([...origins].sort()).toEqual([new URL(served.addinUrl).origin, new URL(served.url).origin].sort());
});

test('a ribbon button builds the report and the pane shows it; cancelled, nothing is left', async () => {
  const { page, pane, complaints, sheetNames } = await browser.open();
  await pane.getByRole('heading', { name: 'Service levels, from your own tables' }).waitFor();
  await page.getByRole('button', { name: 'Insert the sample' }).click();
  await pane.getByText('Needs you today').waitFor();
  const before = await sheetNames();

  // A slow computer, so that there is time to change one's mind.
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  await page.getByRole('button', { name: 'Build the report' }).click();
  await pane.getByRole('button', { name: 'Cancel' }).click();
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await pane.getByText('Cancelled: every sheet is as it was.').waitFor();
  expect(await sheetNames()).toEqual(before);

  // The pane can be closed; a ribbon button brings it back.
  await page.getByRole('button', { name: 'Close the pane' }).click();
  await page.getByTitle('Task pane').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Build the report' }).click();
  await pane.getByText('October report written').waitFor();
  expect(await sheetNames()).toEqual([...before, 'Report Oct 2026', 'Success factors', 'Scorecard', 'Service levels', 'Agreement chain', 'Service map', 'Services and owners', 'Customers and users', 'Responsibilities', 'Where used and impact', 'Single points of failure', 'Demand and forecast', 'Capacity and licences', 'Requests and backlog', 'Recommendations', 'Service portfolio', 'Project portfolio', 'Figures', 'Rows left out']);
  expect(complaints).toEqual([]);
});
