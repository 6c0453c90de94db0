/** The Map tab with the sample, as a service level manager uses it. */
import { browserForTests, type Desk } from '../support/browser';

const browser = browserForTests();

async function openMap(): Promise<Desk> {
  const desk = await browser.open();
  await desk.pane.getByRole('button', { name: /Insert the sample/ }).click();
  await desk.pane.getByText('Needs you today').waitFor();
  await desk.pane.getByRole('tab', { name: 'Map' }).click();
  await desk.pane.getByRole('listbox', { name: /^Map of/ }).waitFor();
  return desk;
}

test('Networking: what falls with it, its row, what if, and from the keyboard', async () => {
  const { page, pane, complaints } = await openMap();
  await pane.getByRole('combobox', { name: 'Map of' }).selectOption('Desktop Computing');
  const picture = pane.getByRole('listbox', { name: 'Map of Desktop Computing' });
  const networking = picture.getByRole('option', { name: /^Networking/ });
  await networking.click();
  const card = pane.getByRole('region', { name: 'About Networking' });
  // The sample's rows of Dependencies that need Networking by itself; nothing stands on these five.
  const fallen = ['Desktop Computing', 'E-mail', 'Document Archive', 'Branch Teller', 'Contact Center'];
  await expect(card.getByRole('list', { name: 'Services' }).getByRole('listitem').allInnerTexts()).resolves.toEqual(fallen);
  await expect(card.getByRole('list', { name: 'Directly' }).getByRole('listitem').allInnerTexts()).resolves.toEqual(expect.arrayContaining(['Network configuration', 'WAN line 1 1 of 2', 'WAN line 2 1 of 2']));

  await card.getByRole('button', { name: 'Go to its row' }).click();
  await page.getByRole('grid', { name: 'Services' }).waitFor();
  const row = Number((await page.getByRole('textbox', { name: 'Name box' }).inputValue()).replace(/^A/, ''));
  await expect(page.locator(`[data-cell="A${row}"]`).innerText()).resolves.toBe('Networking');

  await card.getByRole('button', { name: 'Mark as out' }).click();
  const whatIf = pane.getByRole('region', { name: 'What if' });
  await expect(whatIf.getByRole('list', { name: 'Services' }).getByRole('listitem').allInnerTexts()).resolves.toEqual(fallen);
  await picture.getByRole('option', { name: /^Networking.*, out$/ }).waitFor();
  await picture.getByRole('option', { name: /^Desktop Computing.*, falls$/ }).waitFor();
  await expect(picture.getByRole('option', { name: /^Print servers/ }).getAttribute('aria-label')).resolves.not.toMatch(/falls|out$/);
  await whatIf.getByRole('button', { name: 'Clear' }).click();
  await expect(pane.getByRole('region', { name: 'What if' }).count()).resolves.toBe(0);

  await networking.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const opened = await pane.getByRole('region', { name: /^About/ }).getAttribute('aria-label');
  expect(opened).not.toBe('About Networking');
  await expect(picture.getByRole('option', { selected: true }).getAttribute('aria-label')).resolves.toMatch(new RegExp(`^${opened?.replace('About ', '')}`));
  expect(complaints).toEqual([]);
});

test('what users say leads to the service that answers, and its map', async () => {
  const { pane, complaints } = await openMap();
  const field = pane.getByRole('searchbox', { name: /what users say/ });
  await field.fill('no cash at the mashine');
  await expect(pane.getByRole('list', { name: 'What was found' }).getByRole('button').first().innerText()).resolves.toBe('ATM Network answers this');
  await field.press('Enter');
  await pane.getByRole('region', { name: 'About ATM Network' }).waitFor();
  await pane.getByRole('listbox', { name: 'Map of ATM Network' }).waitFor();
  await field.fill('jammed printer');
  await field.press('Enter');
  await pane.getByRole('region', { name: 'About Desktop Computing' }).waitFor();
  await field.fill('zebra crossing');
  await expect(pane.getByRole('search').getByRole('status').innerText()).resolves.toContain('“zebra crossing”');
  expect(complaints).toEqual([]);
});

test('the map in view becomes a sheet', async () => {
  const { pane, sheetNames, complaints } = await openMap();
  await pane.getByRole('combobox', { name: 'Map of' }).selectOption('E-mail');
  const before = await sheetNames();
  await pane.getByRole('button', { name: 'Draw this map' }).click();
  await pane.getByText('Service maps for October drawn').waitFor();
  const written = pane.getByRole('list', { name: 'What was written' }).getByRole('button');
  await expect(written.count()).resolves.toBe(1);
  expect((await sheetNames()).length).toBe(before.length + 1);
  expect(complaints).toEqual([]);
});
