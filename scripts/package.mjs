/**
 * `npm run package`: production builds as VSIX files: one for this platform, with nodejieba's native binding, and a universal one without
 * it, in which words come from WebAssembly.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const node = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
const vsce = (...args) => node('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--no-rewrite-relative-links', ...args);
const native = path.join(root, 'server/dist/native');

try {
  node('esbuild.mjs', '--production');
  const platform = `${process.platform}-${process.arch}`;
  if (fs.existsSync(path.join(native, `nodejieba-${platform}.node`)))
    vsce('--target', platform, '-o', `${name}-${platform}-${version}.vsix`);
  fs.rmSync(native, { recursive: true });
  vsce('-o', `${name}-${version}.vsix`);
} finally {
  // Whatever happened, the tree is left with the build that tests and `npm run open` use.
  node('esbuild.mjs');
}
