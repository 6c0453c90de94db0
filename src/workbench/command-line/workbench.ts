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

/** Serves the workbench and opens it in the user's browser; ends when the window is closed. */
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
  const browser = options.open ? findBrowser() : null;
  if (browser !== null) {
    console.error('Close the window to stop.');
    await openWindow(browser, served.url, served.certificate.publicKeyHash);
    await served.close();
    return 0;
  }
  if (options.open) console.error(NO_BROWSER);
  if (!served.certificate.trusted) {
    console.error(`Open both addresses once and accept the certificate of localhost (it was made on this machine and never leaves it), or make it trusted with: npx office-addin-dev-certs install`);
  }
  console.error('Ctrl+C stops.');
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  await served.close();
  return 0;
}
