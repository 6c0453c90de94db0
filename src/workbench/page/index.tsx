/** Opens the workbook that the server offers, then shows it beside the add-in. */
import { createRoot } from 'react-dom/client';
import type { FunctionsMetadata } from '../calc/addin-functions';
import { openWorkbook } from '../xlsx/open';
import { readRibbon } from './ribbon';
import { newWorkbook, Workbench, type WorkbenchSettings } from './Workbench';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  try {
    const [settings, manifest, functions] = await Promise.all([
      fetch('/workbench.json').then((answer) => answer.json() as Promise<WorkbenchSettings>),
      fetch('/manifest.xml').then((answer) => answer.text()),
      fetch('/functions.json').then((answer) => answer.json() as Promise<FunctionsMetadata>),
    ]);
    const workbook = settings.book === null ? newWorkbook() : await openWorkbook(new Uint8Array(await (await fetch(settings.book.url)).arrayBuffer()), settings.book.name);
    createRoot(root).render(<Workbench settings={settings} ribbon={readRibbon(manifest)} workbook={workbook} functions={functions} />);
  } catch (error) {
    root.textContent = `The workbench could not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

void start();
