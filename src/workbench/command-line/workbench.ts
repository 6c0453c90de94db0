import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelWorkbook } from '../host/model';
import { findBrowser, NO_BROWSER, openWindow } from '../node/browser';
import { serve } from '../node/serve';
import { saveWorkbook } from '../xlsx/save';
import { CannotRun } from '../cannot-run';
import { insertSample } from './commands';

const DIST = fileURLToPath(new URL('../', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** The sample organisation as a file, made by the add-in itself. */
async function sampleBook(): Promise<Uint8Array> {
  const workbook = new ModelWorkbook();
  workbook.name = 'Woodgrove Bank.xlsx';
  workbook.addSheet('Sheet1');
  await insertSample(workbook, false);
  return saveWorkbook(workbook);
}

/** Serves the workbench and opens it in the user's browser; ends when the window is closed, or with Ctrl+C. */
export async function workbench(options: { book: string | null; port: number | undefined; open: boolean }): Promise<number> {
  if (options.port !== undefined && !(Number.isInteger(options.port) && options.port >= 0 && options.port < 65535)) throw new CannotRun('--port wants a number below 65535');
  let book: { name: string; bytes: Uint8Array };
  if (options.book === null) {
    console.error('Making the sample workbook …');
    book = { name: 'Woodgrove Bank.xlsx', bytes: await sampleBook() };
  } else {
    const file = options.book;
    book = { name: path.basename(file), bytes: await readFile(file).catch((error: Error) => Promise.reject(new CannotRun(`${file} cannot be read: ${error.message}`))) };
  }
  const served = await serve({ dist: DIST.replace(/[\\/]$/, ''), port: options.port ?? 3000, book, cache: CACHE });
  console.error(`Workbench: ${served.url}`);
  console.error(`Add-in for Excel's manifest: ${served.addinUrl}`);
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const browser = options.open ? findBrowser() : null;
  if (browser !== null) {
    console.error('Close the window to stop.');
    const window = openWindow(browser, served.url, served.certificate.publicKeyHash);
    const shown = await Promise.race([window.closed, interrupted.then(() => true)]);
    window.close();
    await window.closed;
    if (shown) {
      await served.close();
      return 0;
    }
    console.error(`${browser} could not open a window.`);
  } else if (options.open) {
    console.error(NO_BROWSER);
  }
  if (!served.certificate.trusted) {
    console.error('Open both addresses in your browser and accept the certificate of localhost, the second one first (it was made on this machine and never leaves it); or make one trusted with: npx office-addin-dev-certs install');
  }
  console.error('Ctrl+C stops.');
  await interrupted;
  await served.close();
  return 0;
}
