import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DOMWindow, VirtualConsole } from 'jsdom';
import { addinUrl } from '../host/endpoint';
import { Host, type HostOptions } from '../host/host';
import type { FunctionValue } from '../host/services';
import { fillBrowserGaps } from './browser-gaps';
import { OFFICE_CDN, officePackage } from './office-package';

const ADDIN_ORIGIN = 'https://localhost:3000';
const HOST_ORIGIN = 'https://localhost:3001';

export interface AddinOptions extends HostOptions {
  /** Folder of the built add-in, with `taskpane.html`. */
  readonly folder: string;
  /** Where what the page logs as a warning or an error goes. Left out: the console. */
  readonly log?: (text: string) => void;
}

export interface Addin {
  readonly host: Host;
  readonly window: DOMWindow;
  /** Runs one of the add-in's actions by name, as its pane and its ribbon buttons do. */
  readonly run: <Result>(action: string, parameters?: object, context?: object) => Promise<Result>;
  /** Calls a custom function by its id, through the add-in's own runtime. Never rejects. */
  readonly invoke: (id: string, parameters: readonly FunctionValue[], address: string) => Promise<FunctionValue>;
  /** Ends the page and every timer in it. */
  readonly close: () => void;
}

/** What the bundle leaves on its window for hosts like this one. */
interface Runner {
  run(action: string, parameters: object, context: object): Promise<unknown>;
}

/**
 * Starts the built add-in, unmodified, with Microsoft's office.js in jsdom; resolves when
 * `Office.onReady` has. Nothing is fetched from the network: the add-in's own files come from its
 * folder, office.js from the installed package, anything else is refused.
 */
export async function startAddin({ folder, log = (text) => console.error(text), ...options }: AddinOptions): Promise<Addin> {
  const host = new Host(options);
  const page = await readFile(path.join(folder, 'taskpane.html'), 'utf8');
  // Loading it takes longer than many a command does without it.
  const { JSDOM, requestInterceptor, VirtualConsole } = await import('jsdom');
  let closed = false;
  const later = (run: () => void) => setImmediate(() => !closed && run());
  const dom = new JSDOM(page, {
    url: addinUrl(`${ADDIN_ORIGIN}/taskpane.html`, HOST_ORIGIN),
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    virtualConsole: logTo(new VirtualConsole(), log, () => closed),
    resources: { interceptors: [requestInterceptor((request) => answer(request.url, folder))] },
    beforeParse(window) {
      fillBrowserGaps(window as unknown as Window);
      Object.defineProperty(window, 'parent', { value: { postMessage: (text: string) => later(() => void host.receive(text)) } });
      host.connect((text) => later(() => window.dispatchEvent(new window.MessageEvent('message', { data: text, origin: HOST_ORIGIN }))));
    },
  });
  const { window } = dom;
  const close = () => {
    closed = true;
    window.close();
  };
  try {
    await loaded(window);
    if (!window.Office) throw new Error(`${path.join(folder, 'taskpane.html')} does not load office.js.`);
    await window.Office.onReady();
  } catch (error) {
    close();
    throw error;
  }
  return {
    host,
    window,
    run: <Result>(action: string, parameters: object = {}, context: object = {}) => {
      const runner = window.Plumbline as Runner | undefined;
      return runner ? (runner.run(action, parameters, context) as Promise<Result>) : Promise.reject(new Error('The page has no window.Plumbline.run.'));
    },
    invoke: (id, parameters, address) => host.invokeFunction(id, parameters, address).result,
    close,
  };
}

const loaded = (window: DOMWindow) =>
  new Promise<void>((resolve) => {
    if (window.document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve());
  });

function logTo(console: VirtualConsole, log: (text: string) => void, closed: () => boolean): VirtualConsole {
  const say = (...parts: unknown[]) => log(parts.map((part) => (part instanceof Object && 'stack' in part ? String(part.stack) : String(part))).join(' '));
  console.on('error', say);
  console.on('warn', say);
  console.on('jsdomError', (error: Error & { cause?: unknown; type?: string }) => {
    // What was on its way when the page was closed is nobody's error. What jsdom itself lacks (layout,
    // scrolling) matters to nobody without a screen; errors of the page have another type.
    if (!closed() && error.type !== 'not-implemented') say(error.cause ?? error);
  });
  return console;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.html': 'text/html' };

async function answer(url: string, folder: string): Promise<Response> {
  const file = url.startsWith(OFFICE_CDN) ? inside(officePackage(), url.slice(OFFICE_CDN.length).toLowerCase()) : url.startsWith(`${ADDIN_ORIGIN}/`) ? inside(folder, new URL(url).pathname) : null;
  if (!file) return new Response('', { status: 403 });
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' } });
  } catch {
    return new Response('', { status: 404 });
  }
}

/** The file of that address in the folder; null: it lies outside. */
function inside(folder: string, address: string): string | null {
  const file = path.join(folder, decodeURIComponent(address.split(/[?#]/)[0]!));
  return path.relative(folder, file).startsWith('..') ? null : file;
}
