import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Real data that the project does not ship. `PLUMBLINE_SHARED` names the folder; default: beside the checkout. */
const folder = path.join(process.env.PLUMBLINE_SHARED ?? path.resolve(__dirname, '../../../shared'), 'data');

/** The text of a file of real data; null when this machine does not have it. */
export function sharedData(file: string): string | null {
  const full = path.join(folder, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : null;
}

/** Rows of a simple CSV (no quoted line breaks), as records by heading. */
export function csvRecords(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
