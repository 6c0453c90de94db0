/**
 * Makes a fresh checkout ready: installs what the lock file names and builds what changed. Does
 * nothing when both are done. `npm start`, `npm test` and `npm run plumbline` call it first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.plumbline-installed');
const builtStamp = path.join(root, 'dist', '.built');

/** What npm prints goes to stderr: stdout belongs to results. */
function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', env: { ...process.env, npm_config_fund: 'false', npm_config_audit: 'false' } });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
}

export function install() {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (about two minutes the first time) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

function newestUnder(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newestUnder(path.join(file, name))));
}

/** Resolves when the bundles are those of the sources; rejects when they cannot be built. */
export async function build() {
  const sources = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'].map((name) => path.join(root, name));
  const newest = Math.max(...sources.map(newestUnder));
  if (existsSync(builtStamp) && statSync(builtStamp).mtimeMs >= newest) return;
  console.error('Building …');
  const started = Date.now();
  const code = await new Promise((resolve) => spawn(process.execPath, [path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js'), '--mode', 'production'], { cwd: root, stdio: ['ignore', 2, 2] }).on('close', resolve));
  if (code !== 0) throw new Error(`webpack ended with ${code}`);
  mkdirSync(path.dirname(builtStamp), { recursive: true });
  writeFileSync(builtStamp, '');
  console.error(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    install();
    await build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
