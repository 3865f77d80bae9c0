import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleFiles } from '../../../server/src/node/articleFiles';

suite('files of a folder', () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'article-files-'))));
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  const list = async (root: string): Promise<{ files: string[]; unread: string[] }> => {
    const files: string[] = [];
    const unread: string[] = [];
    for await (const path of articleFiles(root, path => unread.push(path))) files.push(path);
    return { files, unread };
  };

  test('lists articles at any depth, sorted within each folder, without hidden folders', async () => {
    for (const sub of ['b', '.hidden', 'node_modules']) mkdirSync(join(folder, sub));
    for (const name of ['c.TXT', 'a.article', 'b/x.txt', 'b/picture.jpg', '.hidden/y.txt', 'node_modules/z.txt'])
      writeFileSync(join(folder, name), '');
    const names = ['a.article', 'b/x.txt', 'c.TXT'].map(name => join(folder, name));
    assert.deepEqual(await list(folder), { files: names, unread: [] });
  });

  test('goes on behind what cannot be read, and names it', async () => {
    symlinkSync('a.txt', join(folder, 'a.txt'));
    symlinkSync('nowhere.txt', join(folder, 'dangling.txt'));
    symlinkSync('.', join(folder, 'circle'));
    writeFileSync(join(folder, 'b.txt'), '');
    assert.deepEqual(await list(folder), { files: [join(folder, 'b.txt')], unread: [join(folder, 'a.txt')] });
    const absent = join(folder, 'absent');
    assert.deepEqual(await list(absent), { files: [], unread: [absent] });
  });
});
