/**
 * The server in a browser worker, without an editor: the bundle that web editors run, in a real Chromium, on a seed.
 * Prints `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium, findChromium, root } from '../../scripts/editor/install.mjs';
import { CHROMIUM_ARGS } from '../../scripts/editor/serve.mjs';

const dist = path.join(root, 'server/dist');
const seed = fs.readFileSync(path.join(root, 'seeds/000_da66712a28116a4b.txt'), 'utf8');
ensureChromium();
const files = http.createServer((request, response) => {
  if (request.url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html>');
  const file = path.join(dist, path.normalize(request.url));
  if (!file.startsWith(dist) || !fs.existsSync(file)) return response.writeHead(404).end();
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream').end(fs.readFileSync(file));
});
await new Promise(resolve => files.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
let passed = 0;
let failed = 0;
const test = async (name, check) => {
  try {
    await check();
    passed++;
    console.log(`  ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`  FAIL ${name}\n${error.stack}`);
  }
};

try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${files.address().port}/`);
  /** Starts the worker and gives the page a function that asks it. */
  await page.evaluate(async () => {
    const names = ['characters.bin', 'words.bin', 'pinyin.bin'];
    const data = await Promise.all(names.map(async name => [name, new Uint8Array(await (await fetch(`data/${name}`)).arrayBuffer())]));
    const worker = new Worker('browser/server.js');
    const waiting = new Map();
    worker.onmessage = ({ data: message }) => {
      if (message.method === 'wenzhen/resource')
        void fetch(message.params.name).then(async file =>
          worker.postMessage({ jsonrpc: '2.0', id: message.id, result: new Uint8Array(await file.arrayBuffer()) }),
        );
      else if (message.method && message.id !== undefined)
        worker.postMessage({
          jsonrpc: '2.0',
          id: message.id,
          result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null,
        });
      else if (waiting.has(message.id)) {
        waiting.get(message.id)(message);
        waiting.delete(message.id);
      }
    };
    worker.postMessage({ wenzhenResources: Object.fromEntries(data) });
    let id = 0;
    window.ask = (method, params) =>
      new Promise(resolve => {
        waiting.set(++id, resolve);
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      });
    window.tell = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
  });
  const ask = (method, params) => page.evaluate(([name, argument]) => window.ask(name, argument), [method, params]);
  const textDocument = { uri: 'memfs:/seed.article' };
  await test('initialises', async () => {
    const { result } = await ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    assert.ok(result.capabilities.documentSymbolProvider);
  });
  await page.evaluate(
    ([uri, text]) => {
      window.tell('initialized', {});
      window.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
    },
    [textDocument.uri, seed],
  );
  await test('finds the damage of a seed', async () => {
    const { result } = await ask('textDocument/diagnostic', { textDocument });
    const codes = new Set(result.items.map(item => item.code));
    for (const code of ['encoding.pinyin-injection', 'encoding.shifted-bytes', 'sentence.truncated']) assert.ok(codes.has(code), code);
  });
  await test('outlines it from the repaired text', async () => {
    const { result } = await ask('textDocument/documentSymbol', { textDocument });
    assert.match(JSON.stringify(result), /李酌/);
  });
  await test('explains an official', async () => {
    const lines = seed.split('\n');
    const line = lines.findIndex(text => text.includes('彭映梅'));
    const { result } = await ask('textDocument/hover', { textDocument, position: { line, character: lines[line].indexOf('彭映梅') + 1 } });
    assert.match(JSON.stringify(result), /市長/);
  });
  await test('knows words, from WebAssembly that is loaded when first needed', async () => {
    const lines = seed.split('\n');
    const line = lines.findIndex(text => text.includes('彭映梅'));
    const character = lines[line].indexOf('彭映梅') + 1;
    const words = async () => {
      const {
        result: [range],
      } = await ask('textDocument/selectionRange', { textDocument, positions: [{ line, character }] });
      return lines[line].slice(range.range.start.character, range.range.end.character);
    };
    let word;
    for (let tries = 0; tries < 100 && word !== '彭映梅'; tries++, await new Promise(resolve => setTimeout(resolve, 100)))
      word = await words();
    assert.equal(word, '彭映梅');
  });
} finally {
  await browser.close();
  files.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
