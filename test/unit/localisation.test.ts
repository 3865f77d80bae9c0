/** Every message has a Chinese translation, with the same arguments; every name in package.json has both languages. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
const argumentsOf = (message: string) => [...new Set(message.match(/\{\d\}/g) ?? [])].sort();

/** The keys of `t('…')` and `l10n.t('…')` in a folder. */
function keysIn(folder: string): string[] {
  const files = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  return files.flatMap(file =>
    [
      ...fs
        .readFileSync(path.join(root, folder, file), 'utf8')
        .matchAll(/\bt\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`$]*)`)/g),
    ].map(found => (found[1] ?? found[2] ?? found[3])!.replace(/\\(['"`\\])/g, '$1').replaceAll('\\n', '\n')),
  );
}

suite('localisation', () => {
  const chinese = read('l10n/bundle.l10n.zh-cn.json');
  for (const folder of ['client/src', 'server/src']) {
    test(`every message of ${folder} is translated`, () => {
      const keys = keysIn(folder);
      assert.ok(keys.length > 20);
      assert.deepEqual(
        keys.filter(key => !(key in chinese)),
        [],
      );
    });
  }
  test('translations use the arguments of their key', () => {
    for (const [key, message] of Object.entries(chinese)) assert.deepEqual(argumentsOf(message), argumentsOf(key), key);
  });
  test('no translation is left without its message', () => {
    const used = new Set([...keysIn('client/src'), ...keysIn('server/src')]);
    assert.deepEqual(
      Object.keys(chinese).filter(key => !used.has(key)),
      [],
    );
  });
  test('every field of the slogan table has a name in the view', () => {
    const named = fs.readFileSync(path.join(root, 'client/src/views/fieldNames.ts'), 'utf8');
    const { slogans } = JSON.parse(fs.readFileSync(path.join(root, 'server/data/slogans.json'), 'utf8')) as {
      slogans: { field: string }[];
    };
    const fields = new Set(slogans.map(slogan => slogan.field));
    assert.ok(fields.size > 5);
    const other = named.match(/OTHERS = '(.+?)'/)![1]!;
    assert.deepEqual(
      [...fields].filter(field => field !== other && !named.includes(`${field}: ()`)),
      [],
    );
  });
  test('package.json is named in both languages', () => {
    const used = [...fs.readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(found => found[1]!);
    const languages = [read('package.nls.json'), read('package.nls.zh-cn.json')];
    for (const names of languages) assert.deepEqual([...new Set(used)].sort(), Object.keys(names).sort());
  });
});
