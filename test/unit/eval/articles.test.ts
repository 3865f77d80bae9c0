import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { anchorOffset, loadArticles } from '../../eval/gold';

const root = path.join(__dirname, '../../eval/articles');

suite('annotated articles', () => {
  for (const part of ['dev', 'kept-aside'].filter(name => fs.existsSync(path.join(root, name)))) {
    for (const { id, text, gold } of loadArticles(path.join(root, part))) {
      test(`${part}/${id}: every anchor stands in the text, in order, and levels nest`, () => {
        for (const list of [gold.attributions, gold.directives]) {
          const offsets = list.map(item => anchorOffset(text, item));
          assert.ok(
            offsets.every(offset => offset >= 0),
            JSON.stringify(list[offsets.indexOf(-1)]),
          );
          assert.deepEqual(
            offsets,
            [...offsets].sort((a, b) => a - b),
          );
        }
        for (const item of [...gold.slogans, ...gold.declared_counts, ...gold.truncations])
          assert.ok(anchorOffset(text, item) >= 0, JSON.stringify(item));
        gold.directives.forEach((directive, index) => {
          assert.equal(directive.parent === null, directive.level === 1, `level of directive ${index}`);
          if (directive.parent !== null) {
            assert.ok(directive.parent < index);
            assert.equal(gold.directives[directive.parent]!.level, directive.level - 1, `parent of directive ${index}`);
          }
        });
        const unwrapped = text.replace(/\s/g, '');
        // 任命…为县财政局局长, …同志任州委书记, 胡杨林　　县水务局局长, 狄仁（县水利局总工程师）, 汲广林，男，…，现任县水务局局长: who is
        // appointed or listed has the title behind the name; who signs, 市长：臧天朔, behind a colon.
        for (const { name, titles } of gold.officials)
          for (const title of titles)
            assert.ok(
              unwrapped.includes(title + name) ||
                unwrapped.includes(`${title}：${name}`) ||
                new RegExp(`${name}(?:同志)?(?:[为任的（]|辞去|\\(女\\)|（女）|，[^。]*现任){0,2}${title}`).test(unwrapped),
              `${title}${name}`,
            );
        for (const line of [...gold.sections, ...gold.boilerplate])
          assert.ok(
            text.split('\n').some(l => l.trim() === line.trim()),
            line,
          );
      });
    }
  }
});
