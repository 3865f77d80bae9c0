/**
 * `npm test`: everything that is tested, in order of speed: build, unit, grammar, JSON-RPC over stdio and the command line,
 * the server in a browser worker, the suite inside a real VS Code, with the extension under development and as packaged, and the universal
 * package as a user has it. Prints one total at the end. `npm test -- unit lsp` runs the named steps only.
 */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const bin = (file, ...args) => [process.execPath, [path.join(root, 'node_modules', file), ...args]];
const native = path.join(root, `${name}-${process.platform}-${process.arch}-${version}.vsix`);
const vsix = () => (fs.existsSync(native) ? native : path.join(root, `${name}-${version}.vsix`));
const tests = (...folders) =>
  folders.flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .filter(file => file.endsWith('.test.ts'))
      .map(file => path.join(folder, file)),
  );

/** Each step: its command, and how the numbers of passed and failed tests are read from its output. */
const steps = {
  build: { command: [process.execPath, ['esbuild.mjs']], counts: () => [1, 0] },
  unit: { command: bin('mocha/bin/mocha.js', '--reporter', 'dot', ...tests('test/unit')), counts: mocha },
  grammar: {
    command: bin('vscode-tmgrammar-test/dist/unit.js', 'test/grammar/**/*.article'),
    counts: output => [(output.match(/^✓/gm) ?? []).length, 0],
  },
  programs: { command: bin('mocha/bin/mocha.js', '--config', '.mocharc.programs.json', '--timeout', '120000'), counts: mocha },
  worker: { command: [process.execPath, ['test/e2e/worker.mjs']], counts: total },
  e2e: { command: [process.execPath, ['test/e2e/run.mjs']], counts: total },
  package: { command: [process.execPath, ['scripts/package.mjs']], counts: () => [1, 0] },
  vsix: { command: [process.execPath, ['test/e2e/run.mjs']], env: () => ({ E2E_VSIX: vsix() }), counts: total },
  workbench: { command: [process.execPath, ['test/e2e/workbench.mjs']], counts: total },
};

function mocha(output) {
  const count = word => Number(new RegExp(`^ *(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  return [count('passing'), count('failing')];
}

function total(output) {
  const [, passed = 0, failed = 0] = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  return [Number(passed), Number(failed)];
}

async function run(step) {
  const {
    command: [program, args],
    counts,
    env,
  } = steps[step];
  console.log(`\n== ${step}`);
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FORCE_COLOR: '0', ...env?.() },
  });
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  const [passed, failed] = counts(output);
  // A runner that died or ran nothing has failed, whatever it printed.
  return code === 0 && passed > 0 ? [passed, failed] : [passed, Math.max(1, failed)];
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter(step => !(step in steps));
if (unknown.length) {
  console.error(`unknown step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const step of chosen.length ? chosen : Object.keys(steps)) {
  const [ok, not] = await run(step);
  passed += step === 'build' || step === 'package' ? 0 : ok;
  failed += not;
  if (not) console.log(`${step}: failed`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
