import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { splitSentences } from '../../../server/src/article/sentences';
import { parse } from './parsed';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));
const paragraphs = (text: string): string[][] => {
  const article = parse(text);
  return article.paragraphs.map(paragraph => paragraph.sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, '')));
};

suite('sentences', () => {
  test('end at 。！？ and not at ；', () => assert.deepEqual(sentences('要快；要准。行不行？行！'), ['要快；要准。', '行不行？', '行！']));
  test('closing quotes and repeated marks belong to the sentence', () =>
    assert.deepEqual(sentences('他说：“走！！”大家就走了。'), ['他说：“走！！”', '大家就走了。']));
  test('a mark in quotes ends nothing where the sentence goes on', () =>
    assert.deepEqual(sentences('喊出“抓落实！”的口号。'), ['喊出“抓落实！”的口号。']));
  test('a mark in round brackets or in a title ends nothing', () =>
    assert.deepEqual(sentences('会议（第三次。）通过《怎么办？》一文。'), ['会议（第三次。）通过《怎么办？》一文。']));
  test('an ASCII full stop ends one between Han characters, not in numbers', () =>
    assert.deepEqual(sentences('增长3.5个点.要再努力.'), ['增长3.5个点.', '要再努力.']));
  test('the last one may lack its mark', () =>
    assert.deepEqual(splitSentences('要快。要'), [
      { start: 0, end: 3, terminator: '。' },
      { start: 3, end: 4, terminator: '' },
    ]));
  test('they never overlap and leave out only blanks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('要', '快', '，', '。', '！', '“', '”', '（', '）', '……', '\n', ' ', '；')).map(parts => parts.join('')),
        text => {
          let at = 0;
          for (const { start, end } of splitSentences(text)) {
            assert.ok(start >= at && end > start && end <= text.length);
            assert.equal(text.slice(at, start).trim(), '');
            at = end;
          }
          assert.equal(text.slice(at).trim(), '');
        },
      ),
    );
  });
});

suite('hard line breaks', () => {
  test('text wrapped at one width is joined, even inside words', () =>
    assert.deepEqual(
      paragraphs(
        [
          '　　九月二日，全县秋收工作会议在县城召开，县长周海出席会',
          '议并讲话。会议总结了上半年的工作，研究部署秋收和秋种任',
          '务，安排农机检修和技术服务，确保颗粒归仓。',
          '　　周海强调，要抢抓晴好天气，组织农机手跨区作业，帮助',
          '缺少劳力的农户抢收，切实减少损失。',
        ].join('\n'),
      ).map(list => list.length),
      [2, 1],
    ));
  test('so is text without indents whose title is wider than its lines', () => {
    const text = [
      '河东镇秋收秋种现场推进会在李家洼村召开：抢收抢种两不误，颗粒归仓保丰收，全镇上下一条心',
      '9月28日，河东镇召开秋收秋种现场推进会，镇长',
      '周海带领各村干部察看李家洼的百亩花生田，15',
      '台收获机一字排开，机手老田说，这样的天气再干',
      '三天就能收完。',
      '周海说，后面几天有雨，各村当天要把没有机械的',
      '农户排出来，请农机合作社上门帮收。要看住晒场',
      '上的粮食，夜里有人守。',
    ].join('\n');
    assert.deepEqual(
      paragraphs(text).map(list => list.length),
      [1, 2],
    );
  });
  test('lines of any length that go on below by their words wrap the whole text, also where one of them could end', () => {
    const text = [
      '9月16日，全县农村供水保障推',
      '进会召开。县委副书记、县供水工作领导小组副组',
      '长陆远出席会议并讲话，副县长梁秋主',
      '持。县水利局局长方田汇报了管网改造情',
      '况。两个乡镇作交流发言。',
      '陆远指出，今年以来，全县新建供水站所',
      '36个，改造管网420公里，“一户一表”覆盖全部村',
      '组，群众满意度逐年提',
      '升。陆远强调，要健全长',
      '效机制，加强水质检测，确保安全。',
    ].join('\n');
    assert.deepEqual(
      paragraphs(text).map(list => list.length),
      [4, 2],
    );
  });
  test('one cut line among whole ones wraps nothing', () =>
    assert.equal(
      paragraphs('陆远指出，今年以来，全县新建供水站所\n会议听取了水利局的汇报，研究了管网改造。\n县领导参加会议，并到现场察看。').length,
      3,
    ));
  test('lines of their own are not joined', () =>
    assert.equal(paragraphs('周海强调，要抢抓晴好天气\n会议听取了农机局的汇报。\n县领导参加会议。').length, 3));
  test('a line that ends in a comma goes on in the next one', () =>
    assert.deepEqual(paragraphs('全年粮食总产突破四十万吨，农民收入稳步增加，\n增速连续五年高于城镇居民。').length, 1));
  test('a line that opens with a speaker starts anew even after a comma', () =>
    assert.equal(paragraphs('要压实责任，严格落实各项措施，毫不放松，\n周海指出，要加强督查。').length, 2));
});

suite('versions of one text', () => {
  const pieces = [
    '市长周海强调，要加强巡查。',
    '要备足物资；要落实责任。\n',
    '会议听取了汇报。\n',
    '\n',
    '一、总体要求\n',
    '（一）加强领导。各单位要',
    '他说，',
    '\r\n',
    '2022-03-01\n',
    '　　',
  ];
  test('a parse that takes over from an earlier version equals a parse from nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        fc.nat(),
        fc.nat(20),
        fc.constantFrom(...pieces, ''),
        (parts, at, removed, added) => {
          const before = parts.join('');
          const from = before.length === 0 ? 0 : at % before.length;
          const after = before.slice(0, from) + added + before.slice(from + removed);
          const { reading: _a, ...incremental } = parse(after, parse(before));
          const { reading: _b, ...fresh } = parse(after);
          assert.deepEqual(incremental, fresh);
        },
      ),
      { numRuns: 150 },
    );
  });
});
