import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { setLocale } from '../../../server/src/base/localise';
import { codeLenses } from '../../../server/src/features/codeLenses';
import { completion } from '../../../server/src/features/completion';
import type { FeatureDocument } from '../../../server/src/features/context';
import { definition } from '../../../server/src/features/definition';
import { documentHighlights } from '../../../server/src/features/documentHighlights';
import { hover } from '../../../server/src/features/hover/hover';
import { escapeCode, escapeMarkdown, link } from '../../../server/src/features/hover/markdown';
import { knowledgeDiagnostics } from '../../../server/src/features/knowledgeDiagnostics';
import { references } from '../../../server/src/features/references';
import { createArticleService } from '../../../server/src/service';
import { addSlogans } from '../../../server/src/slogans/table';
import { Collection } from '../../../server/src/workspace/collection';
import { readSlogans } from '../../../server/src/workspace/slogansFile';
import { Romaniser } from '../../../server/src/workspace/romanised';
import { summarise } from '../../../server/src/workspace/summary';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());
const romaniser = new Romaniser(testLanguage());

/** A document from text in which `‸` marks the caret. */
function at(marked: string, uri = 'file:///here'): { doc: FeatureDocument; offset: number } {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { doc: { document: TextDocument.create(uri, 'article', 1, text), parsed: service.parse(text) }, offset };
}

function collect(...docs: FeatureDocument[]): Collection {
  const collection = new Collection();
  for (const { document, parsed } of docs) collection.set(summarise(document.uri, parsed));
  return collection;
}

const markdown = (marked: string, collection?: Collection): string => {
  const { doc, offset } = at(marked);
  return (hover(doc, offset, collection)?.contents as { value: string } | undefined)?.value ?? '';
};

const article =
  '全市防汛会议召开\n2023-06-03\n\n6月3日，市长何‸雄主持会议。\n何雄强调，要加强巡查。要备足物资。要压紧压实属地、部门、单位、个人“四方责任”。要守住底线。\n';

suite('hover', () => {
  setup(() => setLocale('en'));
  teardown(() => setLocale('en'));

  test('official: name and titles first, then role, directives with a count of the rest, mentions', () => {
    const lines = markdown(article).split('\n').filter(Boolean);
    assert.equal(lines[0], '**何雄** · 市长');
    assert.match(lines[1]!, /chaired, spoke/);
    assert.match(lines[2]!, /Directives given: 4/);
    assert.equal(lines[6], '- and 1 more');
    assert.match(lines[7]!, /Mentions: 2 .*file:\/\/\/here#L4/);
  });

  test('a phrase that the table lacks: its items come first, then that the table does not know it', () => {
    const lines = markdown('工作会议\n\n要把好“三‸道闸门”，即入口闸门、出口闸门、中转闸门。\n').split('\n').filter(Boolean);
    assert.equal(lines[0], '**三道闸门**');
    assert.match(lines[1]!, /入口闸门、出口闸门、中转闸门/);
    assert.equal(lines[2], 'A set phrase that the table does not know.');
  });

  test('a client without Markdown gets what the Markdown shows', () => {
    const { doc, offset } = at(article.replace('何‸雄', '何雄').replace('要守住底线', '\u200b要守‸住*底线*'));
    const named = doc.parsed.source.indexOf('何雄');
    const lines = (hover(doc, named, undefined, 'plaintext')?.contents as { value: string }).value.split('\n').filter(Boolean);
    assert.equal(lines[0], '何雄 · 市长');
    assert.equal(lines[3], '- 加强巡查');
    assert.match(lines[7]!, /^Mentions: 2 \(line 4, line 5\)$/);
    const damaged = hover(doc, offset - 3, undefined, 'plaintext')?.contents as { kind: string; value: string };
    assert.equal(damaged.kind, 'plaintext');
    assert.match(damaged.value, /⟨200B⟩/);
    assert.doesNotMatch(damaged.value, /[`\\]|\*\*/);
  });

  test('official: other articles of the collection, the same person only', () => {
    const other = at('全市会议\n2024-01-08\n\n1月8日，市委书记何雄出席会议。‸\n', 'file:///other').doc;
    const here = at(article).doc;
    const text = markdown(article, collect(here, other));
    assert.match(text, /Articles elsewhere in the collection: 1\n- 2024\\-01\\-08 · 市委书记 · \[全市会议\]\(file:\/\/\/other#L4,\d+\)/);
  });

  test('official: an article that is not in the collection yet is told apart from namesakes all the same', () => {
    const harbour = at('会议\n2023-06-03\n\n6月3日，青港市召开会议。青港市市长何雄出席会议。‸\n', 'file:///harbour').doc;
    const text = markdown('会议\n2023-06-05\n\n6月5日，平原县召开会议。平原县水利局局长何‸雄出席会议。\n', collect(harbour));
    assert.match(text, /One more of this name/);
    assert.doesNotMatch(text, /elsewhere/);
  });

  test('official: several mentions in one line are one link; dates without a year begin with the month', () => {
    assert.match(markdown('会议\n\n6月3日，市长何‸雄主持会议，何雄强调，要加强巡查。\n'), /Mentions: 2 \(\[line 3\]\([^)]*\) ×2\)$/);
    const undated = at('会议召开\n06-03\n\n6月3日，市长何雄出席会议。‸\n', 'file:///undated').doc;
    assert.doesNotMatch(markdown(article, collect(undated)), /- \\-/);
  });

  test('slogan: canonical form, English, meaning, items as the text has them', () => {
    const text = markdown(article.replace('‸', '').replace('四方责任', '四方‸责任'));
    assert.match(
      text,
      /^\*\*四方责任\*\* · responsibilities of the four parties\n\n.+\n\nItems as spelled out here: 属地、部门、单位、个人/,
    );
    assert.doesNotMatch(text, /The table has/);
  });

  test('slogan: a difference to the table is shown', () => {
    assert.match(markdown('会议\n\n要落实企业、部门、村居、家庭“四方‸责任”。\n'), /The table has: 属地责任、部门责任/);
  });

  test('slogan: the note in the language of the reader', () => {
    const marked = article.replace('‸', '').replace('四方责任', '四方‸责任');
    assert.match(markdown(marked), /\n\nNote: Only in the context of the epidemic/);
    setLocale('zh-CN');
    assert.match(markdown(marked), /\n\n说明：疫情语境专指/);
  });

  test("slogan: a user's note stands as it was written", () => {
    const { slogans } = readSlogans(
      '[{"phrase": "四个铁桶", "note": "见县志"}, {"phrase": "三本账本", "note": "见县志", "noteEnglish": "in the annals"}]',
    );
    addSlogans(slogans);
    try {
      assert.match(markdown('会议\n\n要落实“四个‸铁桶”。\n'), /Note: 见县志/);
      assert.match(markdown('会议\n\n要落实“三本‸账本”。\n'), /Note: in the annals/);
    } finally {
      addSlogans([]);
    }
  });

  test('in Chinese where the reader is Chinese', () => {
    setLocale('zh-CN');
    assert.match(markdown(article), /提出的要求：4 项/);
  });

  test('damage: what it says, how it came about, how sure', () => {
    const text = markdown(
      '全市會(huì)議(yì)召開(kāi)\n\n6月3日,市長(zhǎng)劉鳴主持會(hu‸ì)議(yì)。會(huì)議(yì)強(qiáng)調(diào),要做好工作。\n',
    );
    assert.match(text, /^\*\*會\*\* ← `會\(huì\)`/);
    assert.match(text, /Proven|Likely/);
  });

  test('nothing under blank text', () => assert.equal(markdown('会议\n‸\n'), ''));

  test('article text can become neither link nor command nor markup', () => {
    const text = markdown('会议\n\n要落实“三个[点我](command:x)”，即一、二、三。市长何‸雄[x](http://a.b) 强调，要<img src=x>。\n');
    assert.doesNotMatch(text, /\]\(command|\]\(http|<img/);
  });

  test('escaped text reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), text => {
        const escaped = escapeMarkdown(text, 100);
        assert.doesNotMatch(escaped, /(^|[^\\])(\\\\)*[[\]()<>*_`#|!]/);
        assert.ok(escapeMarkdown(text, 10).length <= 22);
      }),
    );
    assert.equal(escapeCode('a`b'), '``a`b``');
    assert.equal(escapeCode('\u200b'), '`⟨200B⟩`');
    assert.equal(link('a]b', 'file:///x(1) y', 0, 0), '[a\\]b](file:///x%281%29%20y#L1,1)');
  });
});

suite('moving around', () => {
  test('definition: the first mention with a title', () => {
    const { doc, offset } = at('会议\n\n何雄出席会议。市长何雄讲话。何‸雄强调，要抓好落实。\n');
    const location = definition(doc, offset)!;
    assert.equal(doc.document.getText(location.range), '何雄');
    assert.equal(doc.document.offsetAt(location.range.start), doc.document.getText().indexOf('市长何雄') + 2);
  });

  test('references: this document first, then the other articles', () => {
    const other = at('会议\n\n市长何雄出席会议。‸\n', 'file:///other').doc;
    const { doc, offset } = at(article);
    const found = references(doc, offset, collect(doc, other));
    assert.deepEqual(
      found.map(({ uri }) => uri),
      ['file:///here', 'file:///here', 'file:///other'],
    );
    assert.deepEqual(references(doc, 0, collect(doc, other)), []);
  });

  test('highlights', () => {
    const { doc, offset } = at(article);
    assert.deepEqual(
      documentHighlights(doc, offset).map(({ range }) => doc.document.getText(range)),
      ['何雄', '何雄'],
    );
  });

  test('a lens where other articles name the person too', () => {
    const other = at('会议\n\n市长何雄出席会议。‸\n', 'file:///other').doc;
    const { doc } = at(article);
    assert.deepEqual(codeLenses(doc, collect(doc)), []);
    assert.deepEqual(
      codeLenses(doc, collect(doc, other)).map(({ command }) => command!.title),
      ['何雄: 2 articles · 3 mentions'],
    );
  });
});

suite('completion', () => {
  const labels = (marked: string, collection?: Collection) => {
    const { doc, offset } = at(marked);
    return completion(doc, offset, romaniser, collection).items.map(({ label }) => label);
  };

  test('names by characters and by pinyin', () => {
    const text = '会议\n\n市长何雄主持会议。\n';
    assert.ok(labels(`${text}会后，何‸`).includes('何雄'));
    assert.ok(labels(`${text}会后，hex‸`).includes('何雄'));
    assert.ok(labels(`${text}会后，hx‸`).includes('何雄'));
  });

  test('set phrases of the table, and the range that they replace', () => {
    const { doc, offset } = at('会议\n\n要落实“四方‸”。\n');
    const item = completion(doc, offset, romaniser).items.find(({ label }) => label === '四方责任')!;
    const edit = item.textEdit as { range: Parameters<typeof doc.document.getText>[0]; newText: string };
    assert.equal(doc.document.getText(edit.range), '四方');
    assert.equal(edit.newText, '四方责任');
  });

  test('people of the collection', () => {
    const other = at('会议\n\n市长龚小妹出席会议。‸\n', 'file:///other').doc;
    assert.deepEqual(labels('会议\n\n龚‸\n', collect(other)), ['龚小妹']);
  });

  test('nothing behind punctuation', () => assert.deepEqual(labels('会议\n\n好。‸\n'), []));
});

suite('knowledge diagnostics', () => {
  test('errors point at their line', () => {
    const [diagnostic] = knowledgeDiagnostics('file:///w/.wenzhen/people.csv', 'name\n\n"",\n');
    assert.equal(diagnostic!.range.start.line, 2);
    assert.deepEqual(knowledgeDiagnostics('file:///w/other.csv', 'x'), []);
  });

  test('errors point at the cell where the line holds it', () => {
    const [column, date] = knowledgeDiagnostics('file:///w/.wenzhen/people.csv', '姓名,单位,起\n李远,局,明年\n');
    assert.deepEqual(column!.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } });
    assert.match(String(column!.message), /“单位”.*name \(姓名\), titles \(职务\)/);
    assert.deepEqual(date!.range, { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } });
  });
});
