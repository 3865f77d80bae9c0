/**
 * Builds everything that runs: the editor's client, the language server, the command line and their browser forms, with the data they read.
 * `node esbuild.mjs [--production] [--watch]`. Production builds are minified and carry no source maps.
 */
import * as esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const there = file => fs.existsSync(file);

/**
 * The server is bundles that `main.js` loads, so that `initialize` is answered before the engine is read: `node.js`, what it loads then
 * (`server.js`), and the protocol's library, which both must share (`protocol.js`: errors are told by their class).
 */
const inPieces = {
  name: 'in-pieces',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, () => ({ path: './protocol.js', external: true }));
    build.onResolve({ filter: /^\.\/server$/ }, () => ({ path: './server.js', external: true }));
  },
};

/** Data as text that the engine parses: many times as fast as reading it as a program. */
const parsedData = {
  name: 'parsed-data',
  setup(build) {
    build.onLoad({ filter: /[\\/](data|l10n)[\\/][^\\/]*\.json$/ }, ({ path: file }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))))});`,
      loader: 'js',
    }));
  },
};

/** The values of `base/built.ts`. */
const built = {
  name: 'built',
  setup(build) {
    build.onLoad({ filter: /[\\/]base[\\/]built\.ts$/ }, async () => {
      const { digest, required } = await (builtValues ??= workOutBuiltValues());
      const words = `JSON.parse(${JSON.stringify(JSON.stringify(required))})`;
      return { contents: `export const BUILD_DIGEST = '${digest}'; export const REQUIRED_WORDS = ${words};`, loader: 'js' };
    });
  },
};
let builtValues;

/** Runs the code that reads articles, to ask its patterns what they require, and takes a digest of it and of its data. */
async function workOutBuiltValues() {
  const contents = ['service', 'workspace/summary', 'base/signs', 'base/required'].map(module => `export * from './${module}';`).join('\n');
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: 'server/src', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const code = outputFiles[0].text;
  const hash = createHash('sha256').update(code);
  for (const name of dataFiles()) hash.update(fs.readFileSync(`server/data/${name}`));
  const module = { exports: {} };
  new Function('module', 'require', code)(module, require);
  const { Signs, requiredBy } = module.exports;
  return {
    digest: hash.digest('hex').slice(0, 16),
    required: Object.fromEntries(Signs.patterns.map(pattern => [pattern.source, [...requiredBy(pattern)]])),
  };
}

/** The files of `server/data/` that are read at run time; all others are part of the code. */
function dataFiles() {
  return there('server/data') ? fs.readdirSync('server/data').filter(name => name.endsWith('.bin')) : [];
}

/**
 * Modules of Node that the protocol's library requires at once and the server seldom or never uses: loaded when something is first taken
 * out of them. They took a tenth of the processor time until `initialize` is answered.
 */
const whenUsed = {
  name: 'when-used',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?(?:crypto|child_process)$/, namespace: 'file' }, ({ path: module }) => ({
      path: module.replace('node:', ''),
      namespace: 'when-used',
    }));
    build.onLoad({ filter: /./, namespace: 'when-used' }, ({ path: module }) => ({
      contents: `for (const name of ${JSON.stringify(Object.keys(require(module)))})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('node:${module}')[name] });`,
      loader: 'js',
    }));
  },
};

// The only module that asks for its own address, jieba's, is told where its WebAssembly is.
const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  legalComments: 'none',
  define: { 'import.meta.url': '""' },
  plugins: [parsedData, built],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...common, platform: 'browser', target: 'es2022' };

/** Worker threads of the server: each `server/src/lsp/NAME.worker.ts` becomes `server/dist/NAME.worker.js`. */
const workers = there('server/src/lsp')
  ? fs
      .readdirSync('server/src/lsp')
      .filter(name => name.endsWith('.worker.ts'))
      .map(name => [name.slice(0, -3), `server/src/lsp/${name}`])
  : [];

/** The end-to-end suite, one bundle a file: it runs inside the extension host, where nothing compiles TypeScript. */
const suite = there('test/e2e/suite')
  ? fs
      .readdirSync('test/e2e/suite')
      .filter(name => name.endsWith('.ts'))
      .map(name => `test/e2e/suite/${name}`)
  : [];

const builds = [
  { ...node, entryPoints: { extension: 'client/src/node.ts' }, outdir: 'client/dist', external: ['vscode'] },
  { ...browser, entryPoints: { extension: 'client/src/browser.ts' }, outdir: 'client/dist/browser', format: 'cjs', external: ['vscode'] },
  {
    ...node,
    entryPoints: { main: 'server/src/lsp/main.ts' },
    outdir: 'server/dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: { node: 'server/src/lsp/node.ts', server: 'server/src/lsp/server.ts' },
    outdir: 'server/dist',
    plugins: [...common.plugins, inPieces, whenUsed],
  },
  { ...node, entryPoints: { protocol: require.resolve('vscode-languageserver/node') }, outdir: 'server/dist', plugins: [whenUsed] },
  { ...node, entryPoints: Object.fromEntries(workers), outdir: 'server/dist' },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, outdir: 'server/dist', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, entryPoints: { server: 'server/src/lsp/browser.ts' }, outdir: 'server/dist/browser', format: 'iife' },
  { ...node, entryPoints: suite, outdir: 'out/e2e', external: ['vscode', 'mocha'] },
].filter(build => Object.values(build.entryPoints).length > 0 && Object.values(build.entryPoints).every(there));

for (const folder of ['client/dist', 'server/dist', 'out/e2e']) fs.rmSync(folder, { recursive: true, force: true });
const shipped = new Set();
for (const build of builds) {
  if (watch) await (await esbuild.context(build)).watch();
  else {
    const { metafile } = await esbuild.build({ ...build, metafile: true });
    if (build.outdir !== 'out/e2e') for (const input of Object.keys(metafile.inputs)) shipped.add(input);
  }
}
copyData();
copySegmenters();
if (!watch) writeNotices([...shipped]);

/** The data files beside the programs that read them. */
function copyData() {
  fs.mkdirSync('server/dist/data', { recursive: true });
  for (const name of dataFiles()) fs.copyFileSync(`server/data/${name}`, `server/dist/data/${name}`);
}

/**
 * nodejieba's binding and dictionaries (its index.js cannot be bundled), and jieba's WebAssembly for platforms without a binding.
 * Without a compiled binding the build goes on: the server then takes the WebAssembly one.
 */
function copySegmenters() {
  fs.mkdirSync('server/dist/native/dict', { recursive: true });
  const jieba = 'node_modules/nodejieba';
  const binding = `${jieba}/build/Release/nodejieba.node`;
  if (there(binding)) fs.copyFileSync(binding, `server/dist/native/nodejieba-${process.platform}-${process.arch}.node`);
  else console.warn('nodejieba has no compiled binding here: words come from WebAssembly');
  // An optional dependency: where it cannot be compiled it is not installed at all.
  if (there(jieba))
    for (const name of ['jieba.dict.utf8', 'hmm_model.utf8', 'user.dict.utf8', 'idf.utf8', 'stop_words.utf8'])
      fs.copyFileSync(path.join(jieba, 'submodules/cppjieba/dict', name), `server/dist/native/dict/${name}`);
  fs.copyFileSync(path.join(path.dirname(require.resolve('jieba-wasm/web')), 'jieba_rs_wasm_bg.wasm'), 'server/dist/jieba_rs_wasm_bg.wasm');
}

/** The licences of the libraries whose code is in the builds, and of those whose data is, as these licences ask for. */
function writeNotices(inputs) {
  const libraries = new Set(['nodejieba', 'opencc-js', 'pinyin-pro', 'iconv-lite'].map(name => `node_modules/${name}`));
  for (const input of inputs) {
    const library = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (library) libraries.add(library[0]);
  }
  const notices = [...libraries].filter(there).map(folder => {
    const { name, version, license } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8'));
    const files = fs
      .readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile() && /^(?:licen[cs]e|notice|thirdparty)/i.test(entry.name));
    return [`${name} ${version} (${license})`, ...files.map(file => fs.readFileSync(`${folder}/${file.name}`, 'utf8').trim())].join('\n\n');
  });
  fs.writeFileSync('server/dist/THIRD-PARTY-NOTICES.txt', `${notices.sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
