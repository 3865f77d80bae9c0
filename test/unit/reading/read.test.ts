import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/base/edits';
import { foldForLookup } from '../../../server/src/language/script';
import { readSource } from '../../../server/src/reading/read';
import type { Reading } from '../../../server/src/reading/reading';
import { testLanguage } from '../language/resources';

const read = (source: string, previous?: Reading, accept: 'likely' | 'proven' = 'likely') =>
  readSource(source, testLanguage(), { accept }, previous);

/** Lines of our own, sound and damaged, and what edits are made of. */
const LINES = [
  '市委召开会议，研究部署全市森林防火工作。',
  '',
  '會(huì)議強(qiáng)調(diào),,要壓實(shí)責(zé)任,。',
  '排查要再?gòu)氐?,進(jìn)一步補(bǔ)齊短板,。',
  '　　各镇街要备足物资，做好应急准备。',
  'plain text',
  '要確?!傲氵z漏”。',
  '他是亳(bó)州人。',
  '&ldquo;防火&rdquo;就是保平安。',
  '县长欧阳澍到场督查。',
  '会上，欧阳\ufffd要求压实责任。',
];
const PIECES = ['會', '(huì)', '?', ',', '，', '。', '\n', '議(yì)', 'a', '防', '(', ')', '\r\n', '“'];

/** What a Reading says, without its functions. */
const told = (reading: Reading) => ({
  text: reading.text,
  folded: reading.folded,
  edits: reading.edits,
  findings: reading.findings.map(({ message, related, ...finding }) => ({ ...finding, message: message(), related: related?.length })),
});

suite('reading', () => {
  test('style is only reported, in texts that are searched for damage across lines as well', () => {
    // A `=` may begin quoted-printable.
    const source = '全市召开会议,要求压实责任,守牢底线。\n目标=任务+措施，各级要落实。\n';
    const reading = read(source);
    assert.equal(reading.text, source);
    assert.ok(reading.findings.some(({ code, repair }) => code === 'encoding.width' && repair !== null));
  });
  test('sound text is read as it is', () => {
    const source = '市委召开会议，研究部署。\r\n　　会议强调，要压实责任。\n';
    const reading = read(source);
    assert.equal(reading.text, source);
    assert.deepEqual(reading.edits, []);
    assert.deepEqual(reading.findings, []);
    assert.deepEqual(reading.toSourceRange(3, 9), { start: 3, end: 9 });
  });

  test('what was lost is ranked by what the other lines have in its place, and again when they change', () => {
    const damaged = '会上，欧阳\ufffd要求压实责任。';
    const offered = (reading: Reading): string[] => reading.findings.flatMap(({ candidates }) => candidates.map(({ newText }) => newText));
    const alone = read(`${damaged}\n县长到场督查。`);
    assert.ok(!offered(alone).includes('澍'));
    const named = read(`${damaged}\n县长欧阳澍到场督查。`, alone);
    assert.ok(offered(named).includes('澍'));
    assert.ok(!offered(read(`${damaged}\n县长到场督查。`, named)).includes('澍'));
  });

  test('a character lost among what is no text is reported, though the model has no reading for it', () => {
    const damaged = '\ufffd&#20013\udf1a鈭磰絲餈嘥\ufffd滢葉憭\ufffd摰𡁶移蟡';
    const marks = read(damaged).findings.filter(({ code }) => code === 'encoding.lost-bytes');
    assert.ok(marks.length > 0);
  });

  test('an edit re-reads as if the text were new', () => {
    const edit = fc.record({ at: fc.nat(1000), cut: fc.nat(6), piece: fc.constantFrom('', ...PIECES) });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (lines, script) => {
          let source = lines.join('\n');
          let reading = read(source);
          for (const { at, cut, piece } of script) {
            const start = at % (source.length + 1);
            source = source.slice(0, start) + piece + source.slice(start + cut);
            void reading.folded;
            reading = read(source, reading);
          }
          assert.deepEqual(told(reading), told(read(source)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the edits lead from the source to the text, and every applied finding is one of them or part of one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES, ...PIECES), { maxLength: 12 }), pieces => {
        const source = pieces.join('');
        const reading = read(source);
        assert.equal(applyEdits(source, reading.edits), reading.text);
        assert.equal(reading.folded, foldForLookup(reading.text));
        for (const { start, end } of reading.findings) assert.ok(start >= 0 && start <= end && end <= source.length);
      }),
      { numRuns: 200 },
    );
  });

  test('a repaired text is read as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES, ...PIECES), { maxLength: 12 }), pieces => {
        const { text } = read(pieces.join(''));
        assert.equal(read(text).text, text);
      }),
      { numRuns: 200 },
    );
  });

  test('positions lead through repairs to the source and back', () => {
    const source = '會(huì)議強(qiáng)調(diào),要壓實(shí)責(zé)任。';
    const reading = read(source);
    assert.equal(reading.text, '會議強調,要壓實責任。');
    const start = reading.text.indexOf('強調');
    const range = reading.toSourceRange(start, start + 2);
    assert.equal(source.slice(range.start, range.end), '強(qiáng)調');
    assert.equal(reading.fromSource(source.indexOf('任')), reading.text.indexOf('任'));
  });

  test('entities inside a mirror page: the mirror is undone first', () => {
    assert.equal(read('會(huì)議強(qiáng)調(diào),,要&ldquo;壓實(shí)責(zé)任&rdquo;。').text, '會議強調,要“壓實責任”。');
  });

  test('with `proven` only proven repairs are made, and the others are still reported', () => {
    const source = '會(huì)議強(qiáng)調(diào),,排查要再?gòu)氐?,進(jìn)一步補(bǔ)齊';
    const reading = read(source, undefined, 'proven');
    assert.ok(reading.text.includes('再?'));
    assert.ok(reading.findings.some(({ code }) => code === 'encoding.shifted-bytes'));
    assert.ok(!reading.text.includes('強(qiáng)'));
  });
});
