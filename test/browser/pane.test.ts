/** The task pane in its frame: problems to cells, widths, keyboard, dark. */
import type { Frame } from 'playwright-core';
import { browserForTests, type Desk } from '../support/browser';

const browser = browserForTests();

async function withSample(): Promise<Desk> {
  const desk = await browser.open();
  await desk.pane.getByRole('button', { name: /Insert the sample/ }).click();
  await desk.pane.getByText('Needs you today').waitFor();
  return desk;
}

test('a date that is none: typed into the grid, listed as a problem, found again with Enter', async () => {
  const { page, pane, openSheet, type, goToCell, complaints } = await withSample();
  await openSheet('Outages');
  await type('C6', '31/31/2026');
  await openSheet('Services');
  await goToCell('B7');
  await pane.getByRole('button', { name: 'Read the tables again' }).click();
  await pane.getByRole('tab', { name: /Problems \d/ }).click();
  await pane.getByRole('button', { name: 'Errors 1' }).click();
  const list = pane.getByRole('listbox', { name: 'Problems' });
  const first = list.getByRole('option').first();
  await expect(first.innerText()).resolves.toContain('“31/31/2026”');
  await expect(first.innerText()).resolves.toContain('C6');
  await list.focus();
  await list.press('Enter');
  await page.getByRole('grid', { name: 'Outages' }).waitFor();
  await expect(page.getByRole('textbox', { name: 'Name box' }).inputValue()).resolves.toBe('C6');
  await list.press('Escape');
  await page.getByRole('grid', { name: 'Services' }).waitFor();
  await expect(page.getByRole('textbox', { name: 'Name box' }).inputValue()).resolves.toBe('B7');
  expect(complaints).toEqual([]);
});

/** What sticks out of the pane to the right, or is cut off there. */
const overflowing = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, body *')]
      // Fluent keeps an empty search field's button that clears it, clipped to nothing.
      .filter((element) => element.getClientRects().length > 0 && element.closest('.fui-SearchBox__contentAfter') === null)
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5 || (element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX)))
      .map((element) => `${element.tagName} ${(element.textContent ?? '').slice(0, 40)}`),
  );

test('every view fits 350 and 320 pixels, and the foot stays in view at a height of 378', async () => {
  const { page, pane, complaints } = await browser.open();
  await pane.getByRole('heading', { name: 'Service levels, from your own tables' }).waitFor();
  const frame = page.frames().find((one) => one.url().includes('taskpane'));
  if (!frame) throw new Error('the pane has no frame');
  const fits = async (view: string): Promise<void> => {
    for (const [width, height] of [
      [350, 700],
      [320, 378],
    ] as const) {
      await page.getByTitle('Task pane').evaluate((element, size) => Object.assign(element.style, { flex: 'none', width: `${size.width}px`, height: `${size.height}px` }), { width, height });
      expect({ view, width, overflowing: await overflowing(frame) }).toEqual({ view, width, overflowing: [] });
    }
  };
  const footInView = async (name: string | RegExp): Promise<void> => {
    const bottom = await pane.getByRole('button', { name }).evaluate((button) => button.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(378);
  };
  await fits('first run');
  await pane.getByRole('button', { name: /Use my tables/ }).click();
  await fits('mapping without tables');
  await pane.getByRole('button', { name: 'Back' }).click();
  await pane.getByRole('button', { name: /Insert the sample/ }).click();
  await pane.getByText('Needs you today').waitFor();
  await fits('Today');
  await footInView('Build the October report');
  await pane.getByRole('tab', { name: /Problems/ }).click();
  await fits('Problems');
  await pane.getByRole('tab', { name: 'Agreements' }).click();
  await pane.getByRole('button', { name: /^SLA Card Payments/ }).click();
  await fits('Agreements');
  await footInView(/^Write all/);
  // Excel's own menu lies over the last 40 pixels beside the tabs.
  expect(await pane.getByRole('tab', { name: 'Map' }).evaluate((tab) => tab.getBoundingClientRect().right)).toBeLessThanOrEqual(280);
  await pane.getByRole('tab', { name: 'Map' }).click();
  await pane.getByRole('button', { name: 'Fit the width' }).click();
  await pane.getByRole('listbox', { name: /^Map of/ }).getByRole('option', { name: /^Networking/ }).click();
  await pane.getByRole('button', { name: 'Mark as out' }).click();
  await fits('Map');
  await footInView('Draw this map');
  await pane.getByRole('tab', { name: 'Today' }).click();
  await pane.getByRole('button', { name: 'Holidays', exact: true }).click();
  await pane.getByRole('combobox', { name: 'Country' }).selectOption('DE');
  await pane.getByRole('combobox', { name: 'State or part' }).selectOption('BY');
  await pane.getByText(/Christi Himmelfahrt/).first().waitFor();
  await fits('Holidays');
  await footInView(/^Add /);
  await pane.getByRole('button', { name: 'Back' }).click();
  await pane.getByRole('tab', { name: 'Report' }).click();
  await fits('Report');
  await footInView('Build the October report');
  await pane.getByRole('button', { name: 'Build the October report' }).click();
  await pane.getByText('October report written').waitFor();
  await fits('Report, written');
  await footInView('Build it again');
  expect(complaints).toEqual([]);
});

test('everything can be reached and used from the keyboard', async () => {
  const { page, pane } = await withSample();
  await pane.getByRole('tab', { name: 'Today' }).focus();
  const frame = page.frames().find((one) => one.url().includes('taskpane'));
  const focused = (): Promise<string> => frame?.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '') ?? Promise.resolve('');
  const stops: string[] = [];
  for (let stop = 0; stop < 30 && stops.at(-1) !== 'Build the October report'; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  // Month, refresh, each row that needs somebody, the tools and the help, then the one primary button.
  const rows = await pane.getByRole('list', { name: 'Needs you today' }).getByRole('button').count();
  expect(rows).toBeGreaterThan(0);
  expect(stops.slice(0, 2)).toEqual(['Report month', 'Read the tables again']);
  expect(stops.slice(2, -5)).toHaveLength(rows);
  expect(stops.slice(-5)).toEqual(['Import', 'Holidays', 'Say which table is which', 'Help', 'Build the October report']);
  await page.keyboard.press('Enter');
  await pane.getByText('October report written').waitFor();
});

test('the chain beneath an SLA: walked with the arrow keys, Enter goes to the row', async () => {
  const { page, pane, complaints } = await withSample();
  await pane.getByRole('tab', { name: 'Agreements' }).click();
  await pane.getByRole('button', { name: /^SLA Card Payments/ }).click();
  const tree = pane.getByRole('tree', { name: 'What stands beneath SLA Card Payments' });
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  const core = tree.getByRole('treeitem', { name: /^Core Banking/ });
  await expect(core.evaluate((item) => item === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Agreements' }).waitFor();
  const row = Number((await page.getByRole('textbox', { name: 'Name box' }).inputValue()).replace(/^A/, ''));
  await expect(page.locator(`[data-cell="A${row}"], [data-cell="B${row}"]`).allInnerTexts()).resolves.toContain('OLA Core Banking');
  await expect(core.getAttribute('aria-expanded')).resolves.toBe('true');
  await core.press('ArrowLeft');
  await expect(core.getAttribute('aria-expanded')).resolves.toBe('false');
  expect(complaints).toEqual([]);
});

test('the pane follows the system into dark', async () => {
  const { page, pane } = await browser.open();
  const heading = pane.getByRole('heading', { name: 'Service levels, from your own tables' });
  await heading.waitFor();
  const background = (): Promise<string> => heading.evaluate((element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== 'rgba(0, 0, 0, 0)') return color;
    }
    return '';
  });
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  // Fluent's colorNeutralBackground1 of the dark theme.
  await heading.evaluate((element) => new Promise((resolve) => requestAnimationFrame(() => resolve(element.id))));
  expect(await background()).toBe('rgb(41, 41, 41)');
});
