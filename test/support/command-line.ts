import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figures } from '../../src/domain/figures';

const root = path.resolve(__dirname, '../..');
const program = path.join(root, 'dist/command-line/plumbline.mjs');

/** Each run starts the add-in anew, which takes seconds. */
jest.setTimeout(180_000);

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as `npm run plumbline -- …` does. */
export function plumbline(...args: string[]): Ran {
  if (!existsSync(program)) throw new Error('dist/command-line is missing: run `npm run build` first (npm test does)');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, stdout, stderr };
}

/** A folder for this test file's workbooks, gone when the file is done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Figures that the command line printed, instants as seconds again. */
export function parseFigures(json: string): Figures {
  return JSON.parse(json, (key, value: unknown) => (['start', 'end', 'asOf', 'notified', 'exhausted'].includes(key) && typeof value === 'string' ? Date.parse(value) / 1000 : value)) as Figures;
}
