import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { wordsEnd, wordsStart } from '../../../server/src/article/lines/margins';
import { directivesOf, outlineOf, parse } from '../article/parsed';

const PAGE = [
  '全县护林工作会议召开',
  '2024-05-06　来源：青川日报',
  '县长周海',
  '5月6日，全县护林工作会议召开。县长周海主持会议。',
  '周海强调，要做好三项工作。一是加强巡查。各镇要落实人员。二是备足物资。库存不足的，抓紧采购。三是强化督导。督查室要每天通报。',
  '二、压实责任',
  '会议要求，各部门要各负其责；未经批准，不得进山用火。',
];
const tree = (text: string): string[] =>
  directivesOf(outlineOf(text)).map(({ level, speaker, marker, name }) => `${level} ${speaker} [${marker ?? ''}] ${name}`);
const plain = tree(PAGE.join('\n'));

suite('the outline in other layouts', () => {
  test('a page has directives at all', () => assert.equal(plain.length, 10));
  for (const [layout, line] of [
    ['paragraphs with tags', (text: string) => `<p>${text}</p>`],
    ['tags with attributes and blanks', (text: string) => `  <p class="a"><span style="text-indent:2em">　　${text}</span> </p>`],
    ['lines that a tag breaks', (text: string) => `${text}<br/>`],
  ] as const)
    test(`${layout}: the same directives, the same title, nothing cut`, () => {
      const text = PAGE.map(line).join('\n');
      assert.deepEqual(tree(text), plain);
      assert.equal(parse(text).meta.title?.text, PAGE[0]);
    });
  test('a sentence a line: the same directives', () => {
    const text = PAGE.flatMap(line => line.split(/(?<=。)/)).join('\n');
    assert.deepEqual(tree(text), plain);
  });
});

suite('margins of a line', () => {
  test('they hold blanks and tags only, and the words are no shorter without them', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<br/>', '<', '>', ' ', '　', '要', 'a', '<要>')), parts => {
        const text = parts.join('');
        const start = wordsStart(text, 0, text.length);
        const end = wordsEnd(text, start, text.length);
        assert.ok(start <= end);
        assert.equal(/要/.test(text.slice(0, start) + text.slice(end)), false);
        assert.equal(wordsStart(text, start, end), start);
        assert.equal(wordsEnd(text, start, end), end);
      }),
    ));
  test('what forums print against copying is none of the words, letters and numbers in a row are', () => {
    const words = (text: string): string => {
      const start = wordsStart(text, 0, text.length);
      return text.slice(start, wordsEnd(text, start, text.length));
    };
    assert.equal(words('0 l3 L5 e. Z: o! 县委召开会议'), '县委召开会议');
    assert.equal(words('县领导参加会议。+ u- L9 z4 w$ o3 G!'), '县领导参加会议。');
    assert.equal(words('| 县委召开会议。 |'), '县委召开会议。');
    for (const text of ['| 乡镇 | 村数 |', '1 2 3 4 5 6 7', '选项 A B C D E', 'k3 ~ x_ | C xq', '比分为 3 : 2'])
      assert.equal(words(text), text);
  });
});
