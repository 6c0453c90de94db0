/**
 * Every test: types, lint, all jest suites in a process behind UTC, and the suites about time once more
 * in one ahead of it. Ends with one line, `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './ready.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-test-'));
let passed = 0;
let failed = 0;

const node = (script, args, env = {}) =>
  new Promise((resolve) => {
    spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).on('close', (code) => resolve(code === 0));
  });

async function check(name, script, args) {
  const ok = await node(script, args);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

async function checks() {
  await check('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
  await check('lint', 'eslint/bin/eslint.js', ['.']);
}

async function jest(name, args, env) {
  const report = path.join(scratch, `${name}.json`);
  // Jest's own default leaves one of two cores idle.
  const ok = await node('jest/bin/jest.js', ['--json', `--outputFile=${report}`, `--maxWorkers=${Math.max(2, os.availableParallelism() - 1)}`, ...args], env);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    if (!ok && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed += 1;
    if (result.numTotalTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

install();
// Neither uses more than one core, and neither needs the other.
await Promise.all([build(), checks()]);
// Summer time, and the day before where it is early in London.
await jest('all', process.argv.slice(2), { TZ: 'America/Los_Angeles' });
if (process.argv.length === 2) {
  console.log('\nThe suites about time, in a process at Asia/Kolkata: a tenth of the drawn cases');
  const aboutTime = ['test/domain/(?!servicemap/)', 'test/domain/servicemap/impairment', 'test/tables/(cells|parse|read|faults|holidays/|import/dates)', 'test/reports/dates', 'test/functions/', 'test/sample/october'];
  await jest('time', ['--selectProjects', 'pure', '--silent', '--testPathPatterns', ...aboutTime], { TZ: 'Asia/Kolkata', PLUMBLINE_RUNS: '0.1' });
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
