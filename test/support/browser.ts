/** The built workbench in the browser of this machine, driven as a user drives it. */
import path from 'node:path';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { certificateFlag, findBrowser, NO_BROWSER, QUIET_FLAGS } from '../../src/workbench/node/browser';
import { type Served, serve } from '../../src/workbench/node/serve';

/** Nothing here says how fast the workbench is: a wait ends only what hangs, before the test's own limit does. */
const LONGEST_WAIT = 120_000;

const dist = path.resolve(__dirname, '../../dist');

export interface Desk {
  readonly page: Page;
  /** Inside the frame of the task pane. */
  readonly pane: FrameLocator;
  readonly served: Served;
  /** Errors and warnings of the two pages' consoles, and what they threw. */
  readonly complaints: string[];
  /** Addresses of everything the two pages asked for. */
  readonly requests: string[];
  goToCell(address: string): Promise<void>;
  /** Types into a cell of the sheet in view. */
  type(address: string, text: string): Promise<void>;
  /** What a cell in view shows now. */
  textOf(address: string): Promise<string>;
  /** Waits until a cell in view shows this. */
  shows(address: string, text: string): Promise<void>;
  openSheet(name: string): Promise<void>;
  sheetNames(): Promise<string[]>;
}

interface DeskOptions {
  /** Left out: an empty workbook. */
  readonly book?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * A browser for all tests of a file, and a fresh workbench for each that asks. Without a browser the
 * file fails and says what to install.
 */
export function browserForTests(): { open(options?: DeskOptions): Promise<Desk> } {
  let browser: Browser | null = null;
  let served: Served[] = [];
  const cache = mkdtempSync(path.join(os.tmpdir(), 'plumbline-certificate-'));

  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    await Promise.all(served.map((one) => one.close()));
    served = [];
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(cache, { recursive: true, force: true });
  });

  const open = async ({ book }: DeskOptions = {}): Promise<Desk> => {
    const executablePath = findBrowser();
    if (executablePath === null) throw new Error(NO_BROWSER);
    if (!existsSync(path.join(dist, 'workbench'))) throw new Error('dist/workbench is missing: run `npm run build` first (npm test does)');
    const server = await serve({ dist, port: 0, book: book ?? null, cache });
    served.push(server);
    // As `npm start` opens it: the certificate is accepted by its flag, nothing else is.
    browser ??= await chromium.launch({ executablePath, args: [...QUIET_FLAGS, certificateFlag(server.certificate.publicKeyHash)] });
    const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.setDefaultTimeout(LONGEST_WAIT);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(server.url);
    const pane = page.frameLocator('iframe[title="Task pane"]');
    const tabs = page.getByRole('tablist', { name: 'Sheets' });
    await tabs.getByRole('tab').first().waitFor();
    const goToCell = async (address: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Name box' }).fill(address);
      await page.getByRole('textbox', { name: 'Name box' }).press('Enter');
      await page.getByRole('grid').focus();
    };
    return {
      page,
      pane,
      served: server,
      complaints,
      requests,
      goToCell,
      type: async (address, text) => {
        await goToCell(address);
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      },
      textOf: async (address) => ((await page.locator(`[data-cell="${address}"]`).count()) === 0 ? '' : page.locator(`[data-cell="${address}"]`).innerText()),
      shows: (address, text) => page.locator(`[data-cell="${address}"]`, { hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }).waitFor(),
      openSheet: (name) => tabs.getByRole('tab', { name, exact: true }).click(),
      sheetNames: () => tabs.getByRole('tab').allInnerTexts(),
    };
  };
  return { open };
}

/**
 * How many times as long as on an ordinary machine with nothing else to do a calculation takes in this
 * page now; at least 1. A limit in seconds that must hold for users grows with it.
 */
export async function slowness(page: Page): Promise<number> {
  // Ten times a hundred million multiplications: 0.15 s each.
  const seconds = await page.evaluate(() => {
    const start = performance.now();
    let number = 1;
    for (let i = 0; i < 1e9; i++) number = (Math.imul(number, 1103515245) + i) | 0;
    return number === 0.5 ? 0 : (performance.now() - start) / 1000;
  });
  return Math.max(1, seconds / 1.5);
}

/** Bytes of what the page's Download button gives. */
export async function download(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download .xlsx' }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  return { name: saved.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
