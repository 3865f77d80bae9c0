import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Bundles } from '../../../server/src/node/bundles';

suite('bundles', () => {
  let folder: string;
  let cache: string;
  setup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-bundles-'));
    cache = path.join(folder, 'cache');
  });
  teardown(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, source: string) => fs.writeFileSync(path.join(folder, name), source);
  /** As one start of the program after another. */
  const started = (): unknown => {
    const bundles = new Bundles(folder, cache);
    const exported = bundles.load('a.js');
    for (const _piece of bundles.keepCode());
    return exported;
  };
  const kept = () => fs.readdirSync(cache).map(name => fs.readFileSync(path.join(cache, name)));

  test('share each other, and have what modules have', () => {
    write(
      'a.js',
      'exports.b = require("./b.js"); exports.again = require("./b.js"); exports.sep = require("node:path").sep; exports.at = __dirname;',
    );
    write('b.js', 'module.exports = { name: __filename };');
    const { b, again, sep, at } = started() as Record<string, unknown>;
    assert.deepEqual([b, sep, at], [{ name: path.join(folder, 'b.js') }, path.sep, folder]);
    assert.equal(b, again);
  });
  test('can be compiled before they run', () => {
    write('a.js', 'globalThis.ran = []; require.compile("./b.js"); ran.push("a"); require("./b.js"); module.exports = ran;');
    write('b.js', 'ran.push("b");');
    assert.deepEqual(started(), ['a', 'b']);
    assert.equal(kept().length, 2);
    write('a.js', 'require.compile("./none.js");');
    assert.throws(started, /ENOENT/);
  });
  test('run from kept code what they ran before', () => {
    write('a.js', 'module.exports = (() => 1)();');
    assert.equal(started(), 1);
    const file = path.join(cache, fs.readdirSync(cache)[0]!);
    const before = fs.statSync(file);
    assert.equal(started(), 1);
    assert.equal(fs.statSync(file).ino, before.ino, 'it would have been written anew');
  });
  test('are compiled again when they changed, be it in one character', () => {
    write('a.js', 'module.exports = 1;');
    assert.equal(started(), 1);
    write('a.js', 'module.exports = 2;');
    fs.utimesSync(path.join(folder, 'a.js'), 1, 1);
    assert.equal(started(), 2);
    assert.equal(started(), 2);
  });
  test('are compiled again when what was kept is cut off', () => {
    write('a.js', 'module.exports = 1;');
    started();
    for (const name of fs.readdirSync(cache)) fs.truncateSync(path.join(cache, name), 40);
    assert.equal(started(), 1);
    assert.ok(kept()[0]!.length > 40);
  });
  test('do without a place to keep anything', () => {
    write('a.js', 'module.exports = 1;');
    fs.writeFileSync(cache, 'a file where the folder should be');
    assert.equal(started(), 1);
  });
});
