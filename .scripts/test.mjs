/**
 * Every test: types, lint, all jest suites, and the suites about time once more in other process
 * time zones. Ends with one line, `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './ready.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-test-'));
let passed = 0;
let failed = 0;

function node(script, args, env = {}) {
  return spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function check(name, ok) {
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

function jest(name, args, env) {
  const report = path.join(scratch, `${name}.json`);
  // Jest's own default leaves one of two cores idle.
  const ok = node('jest/bin/jest.js', ['--json', `--outputFile=${report}`, `--maxWorkers=${Math.max(2, os.availableParallelism() - 1)}`, ...args], env);
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
build();
check('types', node('typescript/bin/tsc', ['--noEmit', '-p', '.']));
check('lint', node('eslint/bin/eslint.js', ['.']));
jest('all', process.argv.slice(2));
if (process.argv.length === 2) {
  // What stands on what has no time in it, but for the outages that pass through it.
  const aboutTime = ['--selectProjects', 'pure', '--testPathPatterns', 'test/(domain/(?!servicemap/)|tables/(?!import/maps/)|functions/|sample/)', 'test/domain/servicemap/(downtime-causes|impairment|maps)'];
  for (const zone of ['America/Los_Angeles', 'Asia/Kolkata']) {
    console.log(`\nThe suites about time, in a process at ${zone}`);
    jest(zone.replace('/', '-'), [...aboutTime, '--silent'], { TZ: zone });
  }
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
