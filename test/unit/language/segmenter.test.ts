import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ProcessSegmenter } from '../../../server/src/lsp/segmenter/processSegmenter';
import { tagText, type TagWords } from '../../../server/src/lsp/segmenter/tagger';

/** Stands for jieba: words of two units. */
const pairs: TagWords = text => (text.match(/[\s\S]{1,2}/g) ?? []).map(word => ({ word, tag: 'n' }));

suite('segmenter', () => {
  test('tokens cover any text without gaps, as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, cut) => {
        const tokens = tagText(text, cut ? piece => pairs(piece).slice(0, -1) : pairs);
        assert.equal(tokens.map(({ word }) => word).join(''), text);
        let at = 0;
        for (const { start, end } of tokens) {
          assert.equal(start, at);
          assert.ok(end > start);
          at = end;
        }
      }),
    );
  });
  test('the tagger gets simplified, well-formed pieces of moderate length', () => {
    const seen: string[] = [];
    tagText(`會議\0\ud800${'防汛。\n'.repeat(5000)}${'長'.repeat(9000)}`, piece => {
      seen.push(piece);
      return [{ word: piece, tag: 'x' }];
    });
    assert.ok(seen.length > 1 && seen.every(piece => piece.length <= 4000));
    assert.ok(seen[0]!.startsWith('会议  防汛') && !seen.join('').includes('長'));
  });

  suite('in a process of its own', () => {
    let folder = '';
    suiteSetup(() => {
      folder = mkdtempSync(join(tmpdir(), 'wenzhen-'));
    });
    suiteTeardown(() => rmSync(folder, { recursive: true }));
    const program = (name: string, body: string): string => {
      writeFileSync(join(folder, name), body);
      return join(folder, name);
    };
    const echo = (): string =>
      program(
        'echo.js',
        `process.on('disconnect', () => process.exit());
      process.on('message', ({ id, text }) => process.send(text === 'bad' ? { id, error: 'no' } : { id, tokens: [{ word: text, start: 0, end: text.length, tag: 'x' }] }));
      process.send({ ready: 'jieba-wasm' });`,
      );

    test('answers, rejects, is let go when idle, starts again', async () => {
      const segmenter = new ProcessSegmenter(echo(), 50);
      assert.equal(segmenter.ready, false);
      assert.deepEqual(
        (await segmenter.tag('会议')).map(({ word }) => word),
        ['会议'],
      );
      assert.equal(segmenter.name, 'jieba-wasm');
      assert.equal(segmenter.ready, true);
      await assert.rejects(segmenter.tag('bad'), /no/);
      await new Promise(resolve => setTimeout(resolve, 200));
      assert.equal(segmenter.ready, false);
      assert.equal((await segmenter.tag('再')).length, 1);
      segmenter.release();
    });
    test('release rejects what waits', async () => {
      const segmenter = new ProcessSegmenter(echo());
      const waiting = assert.rejects(segmenter.tag('x'), /released/);
      segmenter.release();
      await waiting;
    });
    test('a process that cannot load, ends or is missing rejects', async () => {
      await assert.rejects(
        new ProcessSegmenter(program('fails.js', 'process.send({ failed: "no dictionary" })')).tag('x'),
        /no dictionary/,
      );
      await assert.rejects(new ProcessSegmenter(program('aborts.js', 'process.abort()')).tag('x'), /ended/);
      await assert.rejects(new ProcessSegmenter(join(folder, 'none.js')).tag('x'));
    });
  });
});
