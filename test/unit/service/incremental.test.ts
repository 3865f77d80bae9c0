/** Positions stay right however edits come: a parse built on the one before equals a fresh parse. */
import * as assert from 'node:assert/strict';
import { createArticleService, DEFAULT_SETTINGS, type ArticleService, type ParsedArticle } from '../../../server/src/service';
import { wait } from '../../time';
import { testLanguage } from '../language/resources';

/** Everything a parse says, as plain data. */
function image({ reading, article, outline, officials, slogans, findings }: ParsedArticle): unknown {
  const { reading: _reading, ...rest } = article;
  return JSON.parse(
    JSON.stringify({
      text: reading.text,
      folded: reading.folded,
      edits: reading.edits,
      article: rest,
      outline,
      officials,
      slogans,
      findings: findings.map(finding => ({
        ...finding,
        message: finding.message(),
        related: finding.related?.map(spot => ({ ...spot, message: spot.message() })),
      })),
    }),
  );
}

const START = [
  '全市防汛工作会议召开',
  '',
  '2024年6月3日　来源：海州日报',
  '',
  '6月3日，市委副书记、市长王海主持召开全市防汛工作会议。市委常委李明、副市长赵方参加会议。',
  '王海强调，要压实属地、部门、单位、个人“四方责任”，要突出三个环节：一是加强巡查；二是备足物资；三是转移群众。他指出，措施要再精准，要盯住水库。要盯住河道。',
  '會議要求，要堅決落實(shí)責任,，要加強巡查，落實(shí)措施。各地要抓實(shí)抓好',
  '',
  '责任编辑：周全',
].join('\n');

suite('incremental parse', () => {
  let service: ArticleService;
  suiteSetup(() => {
    service = createArticleService(testLanguage());
  });

  test('a text of many stretches as well, and its results lie where they stand', function () {
    this.timeout(120_000);
    const meeting = (i: number) =>
      `${START}\n第${i}次会议强调，要加强巡查，要备足物资，要压实责任，要转移群众，要盯住水库，要守住河道，要抓好落实。王海指出，第${i}批物资要到位。\n\n`;
    const long = Array.from({ length: 260 }, (_, i) => meeting(i)).join('');
    let text = long;
    let parsed = service.parse(text);
    image(parsed);
    for (const { at, piece } of [
      { at: 0.5, piece: '要' },
      { at: 0.1, piece: '\n\n' },
      { at: 0.9, piece: '王海指出，要查。\n' },
      { at: 0, piece: '导语\n' },
      { at: 1, piece: '“' },
    ]) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + piece + text.slice(start);
      parsed = service.parse(text, DEFAULT_SETTINGS, parsed);
      assert.deepEqual(image(parsed), image(service.parse(text)));
    }
    const { reading, article, officials } = parsed;
    article.blocks.forEach(({ line, start, end }, i) => {
      assert.equal(line, i);
      assert.equal(reading.text.slice(start, end).includes('\n'), false);
      assert.ok(i === 0 || start > article.blocks[i - 1]!.end);
    });
    for (const person of article.persons) assert.equal(reading.text.slice(person.start, person.end), person.text);
    for (const { person, speaker } of article.attributions) if (person !== null) assert.equal(article.persons[person]!.name, speaker);
    assert.equal(officials.filter(({ name }) => name === '王海').length, 1);
    assert.ok(officials.find(({ name }) => name === '王海')!.mentions.length > 200);
  });

  test('an undone edit gives back the first results', () => {
    const before = service.parse(START);
    const at = START.indexOf('要突出');
    const between = service.parse(`${START.slice(0, at)}\n\n“${START.slice(at)}`, DEFAULT_SETTINGS, before);
    image(between);
    assert.deepEqual(image(service.parse(START, DEFAULT_SETTINGS, between)), image(before));
  });

  test('the same text and settings give the same parse', () => {
    const parsed = service.parse(START);
    assert.equal(service.parse(START, DEFAULT_SETTINGS, parsed), parsed);
  });

  test('a change of what is accepted is no reuse', () => {
    const likely = service.parse(START);
    image(likely);
    const proven = { ...DEFAULT_SETTINGS, accept: 'proven' } as const;
    assert.deepEqual(image(service.parse(START, proven, likely)), image(service.parse(START, proven)));
  });

  test('a long text is prepared in small pieces, and then everything is there', function () {
    this.timeout(60_000);
    const page = (i: number) =>
      `${START}\n第${i}次会议强调，要加强巡查，要备足物资，要压实责任，要转移群众，要盯住水库。王海指出，第${i}批物资要到位。\n\n`;
    const text = Array.from({ length: 1000 }, (_, i) => page(i)).join('');
    // The first time is the engine's, which compiles.
    for (const _piece of service.parse(text.replaceAll('水库', '水坝')).prepare());
    const parsed = service.parse(text);
    const pieces: number[] = [];
    const preparing = parsed.prepare();
    for (let done = false; !done;) {
      pieces.push(
        wait(() => {
          done = preparing.next().done!;
        }),
      );
    }
    const total = pieces.reduce((sum, time) => sum + time, 0);
    assert.ok(Math.max(...pieces) < total / 4, `${Math.max(...pieces)} of ${total} ms`);
    assert.ok(wait(() => void [parsed.findings, parsed.slogans]) < total / 4);
  });
});
