/**
 * Jest's jsdom with Microsoft's own office.js in it, unmodified, talking to our host. Every test
 * begins with a new workbook; see `jest-setup.ts` for what tests get.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import type { Circus } from '@jest/types';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import JSDOMEnvironment from 'jest-environment-jsdom';
import { addinUrl } from './host/endpoint';
import { fillBrowserGaps } from './node/browser-gaps';
import { OFFICE_CDN, officePackage } from './node/office-package';
import type { TestHost } from './jest-setup';

const PAGE = 'https://localhost:3000/taskpane.html';
const HOST_ORIGIN = 'https://localhost:3001';

const compiled = new Map<string, Script>();

function officeScript(name: string): Script {
  let script = compiled.get(name);
  if (!script) compiled.set(name, (script = new Script(readFileSync(path.join(officePackage(), name), 'utf8'), { filename: name })));
  return script;
}

type Page = typeof globalThis & { host: TestHost; Office: { onReady(): Promise<unknown> } };

export default class OfficeEnvironment extends JSDOMEnvironment {
  private closed = false;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const { projectConfig } = config;
    super({ ...config, projectConfig: { ...projectConfig, testEnvironmentOptions: { ...projectConfig.testEnvironmentOptions, url: addinUrl(PAGE, HOST_ORIGIN) } } }, context);
    fillBrowserGaps(this.page);
  }

  async handleTestEvent(event: Circus.AsyncEvent | Circus.SyncEvent): Promise<void> {
    if (event.name === 'setup') await this.startOffice();
    if (event.name === 'test_start') this.page.host.reset();
  }

  override async teardown(): Promise<void> {
    this.closed = true;
    await super.teardown();
  }

  private get page(): Page {
    return this.global as unknown as Page;
  }

  private async startOffice(): Promise<void> {
    const { page } = this;
    const later = (run: () => void) => setImmediate(() => !this.closed && run());
    Object.defineProperty(page, 'parent', { value: { postMessage: (text: string) => later(() => void page.host.receive(text)) }, configurable: true });
    page.host.connect((text) => later(() => page.dispatchEvent(new page.MessageEvent('message', { data: text, origin: HOST_ORIGIN }))));
    this.answerScripts();
    // office.js finds its siblings by its own script tag.
    const tag = page.document.createElement('script');
    tag.src = `${OFFICE_CDN}office.js`;
    page.document.head.appendChild(tag);
    await new Promise((resolve) => (tag.onload = resolve));
    await page.Office.onReady();
  }

  /** Script tags of office.js run the installed copy. */
  private answerScripts(): void {
    const { head } = this.page.document;
    const append = head.appendChild.bind(head);
    const context = this.getVmContext()!;
    head.appendChild = <Child extends Node>(child: Child): Child => {
      const script = child as unknown as HTMLScriptElement;
      const name = script.tagName === 'SCRIPT' && script.src.startsWith(OFFICE_CDN) ? script.src.slice(OFFICE_CDN.length).toLowerCase() : null;
      if (name) {
        setImmediate(() => {
          if (this.closed) return;
          officeScript(name).runInContext(context);
          script.onload?.(new this.page.Event('load'));
        });
      }
      return append(child);
    };
  }
}
