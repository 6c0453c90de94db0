import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Said when there is no browser to be found. */
export const NO_BROWSER = 'No Chrome, Edge or Chromium was found. Install one (Debian and Ubuntu: apt-get install chromium), or name one with CHROME_PATH.';

function candidates(): string[] {
  const named = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter((root) => root !== undefined);
    return [...named, ...roots.flatMap((root) => [path.join(root, 'Google/Chrome/Application/chrome.exe'), path.join(root, 'Microsoft/Edge/Application/msedge.exe'), path.join(root, 'Chromium/Application/chrome.exe')])];
  }
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return [...named, ...['/', os.homedir()].flatMap((root) => programs.map((program) => path.join(root, 'Applications', `${program}.app/Contents/MacOS/${program}`)))];
  }
  const programs = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [...named, ...programs.flatMap((program) => folders.map((folder) => path.join(folder, program)))];
}

/**
 * The first Chrome, Edge or Chromium on this machine.
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

/** Opens a window of its own profile that accepts exactly this certificate. Resolves when it is closed. */
export function openWindow(browser: string, url: string, publicKeyHash: string): Promise<void> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'plumbline-browser-'));
  const child = spawn(browser, [...QUIET_FLAGS, `--user-data-dir=${profile}`, `--ignore-certificate-errors-spki-list=${publicKeyHash}`, '--window-size=1500,950', `--app=${url}`], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      resolve();
    });
  });
}
