import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Said when there is no browser to be found. */
export const NO_BROWSER = 'No Chrome, Edge or Chromium was found. Install one (Debian and Ubuntu: apt-get install chromium), or name one with CHROME_PATH.';

function candidates(): string[] {
  if (process.env.CHROME_PATH) return [process.env.CHROME_PATH];
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => [path.join(root, 'Google/Chrome/Application/chrome.exe'), path.join(root, 'Microsoft/Edge/Application/msedge.exe'), path.join(root, 'Chromium/Application/chrome.exe')]);
  }
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return ['/', os.homedir()].flatMap((root) => programs.map((program) => path.join(root, 'Applications', `${program}.app/Contents/MacOS/${program}`)));
  }
  const programs = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
}

/**
 * The first Chrome, Edge or Chromium on this machine; with CHROME_PATH, that one or none.
 *
 * @returns the path of the program; null when there is none
 */
export function findBrowser(): string | null {
  for (const candidate of candidates()) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // not this one
    }
  }
  return null;
}

/** Flags without which a browser does not start in a container, or calls home. */
export const QUIET_FLAGS = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

/** Makes a browser of its own profile accept exactly this certificate, on any port, without a question. */
export const certificateFlag = (publicKeyHash: string): string => `--ignore-certificate-errors-spki-list=${publicKeyHash}`;

export interface BrowserWindow {
  /** Resolves when the window is gone: true, it was closed; false, the browser could not show it. */
  readonly closed: Promise<boolean>;
  close(): void;
}

/** Opens a window of its own profile that accepts exactly this certificate. */
export function openWindow(browser: string, url: string, publicKeyHash: string): BrowserWindow {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'plumbline-browser-'));
  const child = spawn(browser, [...QUIET_FLAGS, `--user-data-dir=${profile}`, certificateFlag(publicKeyHash), '--window-size=1500,950', `--app=${url}`], { stdio: 'ignore' });
  const closed = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0 || code === null));
  });
  return {
    closed: closed.finally(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })),
    close: () => void child.kill(),
  };
}
