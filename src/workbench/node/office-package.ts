import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where Microsoft serves office.js; pages in the workbench get the npm copy from here instead. */
export const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Folder of the installed `@microsoft/office-js`, seen from the working directory or the running script. */
export function officePackage(): string {
  for (const start of [process.cwd(), path.dirname(process.argv[1] ?? '.')]) {
    for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
      const found = path.join(folder, 'node_modules', '@microsoft', 'office-js', 'dist');
      if (existsSync(found)) return found;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new Error('@microsoft/office-js is not installed: run npm ci.');
}
