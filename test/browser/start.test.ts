/** `plumbline workbench` as a program: what it says, how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const book = 'test/fixtures/dates-1904.xlsx';
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Program {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<number | null>;
}

function workbench(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['dist/command-line/plumbline.mjs', 'workbench', ...args], { cwd: root, env: { ...process.env, ...env } });
  started.push(child);
  let said = '';
  const listeners = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (said.includes(text)) resolve();
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended, having said: ${said}`)));
    });
  return { child, said: () => said, says, ended };
}

const get = (address: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    https.get(address, { rejectUnauthorized: false }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });

test('without a browser it says what to install and what to accept, serves both addresses, and ends with Ctrl+C', async () => {
  const { child, said, says, ended } = workbench([book, '--port', '0'], { CHROME_PATH: path.join(root, 'no-such-browser') });
  await says('Ctrl+C stops.');
  expect(said()).toContain('No Chrome, Edge or Chromium was found.');
  expect(said()).toMatch(/accept the certificate/);
  const [page = '', addin = ''] = said().match(/https:\/\/localhost:\S+/g) ?? [];
  expect(await get(page)).toBe(200);
  expect(await get(addin)).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a browser that cannot open a window is named, and the addresses stay', async () => {
  // Node is no browser: it refuses the flags.
  const { child, said, says, ended } = workbench([book, '--port', '0'], { CHROME_PATH: process.execPath });
  await says('Ctrl+C stops.');
  expect(said()).toContain(`${process.execPath} could not open a window.`);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a port in use is said in plain words', async () => {
  const taken = net.createServer();
  const port = await new Promise<number>((resolve) => taken.listen(0, 'localhost', () => resolve((taken.address() as net.AddressInfo).port)));
  try {
    const { said, ended } = workbench([book, '--no-open', '--port', String(port)], {});
    expect(await ended).toBe(2);
    expect(said()).toContain(`Port ${port} is in use: close what uses it, or choose another with --port.`);
  } finally {
    taken.close();
  }
});

test('a workbook that is not there is said before anything is served', async () => {
  const { said, ended } = workbench(['no-such-book.xlsx', '--no-open'], {});
  expect(await ended).toBe(2);
  expect(said()).toMatch(/no-such-book\.xlsx cannot be read/);
});
