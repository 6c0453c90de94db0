/** `npm run bench`: builds the add-in, bundles test/bench and runs it; `npm run bench -- map` one bench alone. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './ready.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

install();
await build();
for (const args of [
  [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--config', path.join(root, 'test/bench/webpack.config.mjs')],
  ['--max-old-space-size=6144', path.join(root, 'dist/bench/bench.mjs'), ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
