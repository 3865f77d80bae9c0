/** Features as pure functions of a parsed document. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../server/src/base/edits';
import { codeActions } from '../../../server/src/features/codeActions';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { foldingRanges } from '../../../server/src/features/foldingRanges';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { directiveTable, directivesCsv, outlineMarkdown, outlineTree } from '../../../server/src/features/outlineExport';
import { isServed } from '../../../server/src/features/plaintext';
import { chromeEdits, repairEdits, repairedFindings } from '../../../server/src/features/repairs';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import { TOKEN_TYPES } from '../../../server/src/features/names';
import { semanticTokens } from '../../../server/src/features/semanticTokens';
import { undecodedFinding } from '../../../server/src/features/undecoded';
import { sameEncoding } from '../../../server/src/language/encodings';
import { DEFAULT_SETTINGS, type ParsedArticle } from '../../../server/src/service';
import { marked, textIn } from './marked';

const MEETING = [
  '全市防汛工作会议召开',
  '',
  '6月3日，市委副书记、市长王海主持召开全市防汛工作会议。',
  '王海强调，要突出三个环节：一是加强巡查；二是备足物资；三是转移群众。',
  '要压实责任。',
  '',
  '副市长赵方要求，要盯住水库。',
  '',
].join('\n');
const DAMAGED = '市委書記李明主持會議。李明強調，要堅決落實(shí)責任，要加強巡查，落實(shí)措施。\n';
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

const all = (symbols: DocumentSymbol[]): DocumentSymbol[] => symbols.flatMap(symbol => [symbol, ...all(symbol.children ?? [])]);

suite('guesses', () => {
  test('what is only guessed is read, in the outline too, and written by no repair of the whole text', () => {
    // A shifted run whose last character lost what tells it from others.
    const { parsed } = marked('會(huì)議強(qiáng)調(diào),,鋼軌?lěi)珳事湮?,共150公里,。\n');
    const { reading } = parsed;
    const guessed = reading.findings.filter(({ guess }) => guess !== undefined);
    assert.equal(guessed.length, 1);
    const { start, end, guess, repair } = guessed[0]!;
    assert.equal(repair, null);
    assert.equal(reading.text.slice(reading.fromSource(start, 'start'), reading.fromSource(end, 'end')), guess);
    const written = applyEdits(parsed.source, repairEdits(parsed));
    assert.ok(written.includes(parsed.source.slice(start, end)), 'its bytes stay');
    assert.ok(!written.includes('(huì)') && !repairedFindings(parsed).includes(guessed[0]!));
  });
});

suite('document symbols', () => {
  test('ranges nest and heads lie inside', () => {
    const doc = marked(MEETING);
    const { document } = doc;
    const check = (symbol: DocumentSymbol, parent?: DocumentSymbol): void => {
      const [start, end] = [document.offsetAt(symbol.range.start), document.offsetAt(symbol.range.end)];
      assert.ok(
        start <= document.offsetAt(symbol.selectionRange.start) && document.offsetAt(symbol.selectionRange.end) <= end,
        symbol.name,
      );
      if (parent) assert.ok(document.offsetAt(parent.range.start) <= start && end <= document.offsetAt(parent.range.end), symbol.name);
      symbol.children?.forEach(child => check(child, symbol));
    };
    const symbols = documentSymbols(doc);
    assert.ok(all(symbols).some(({ name }) => name.includes('巡查')));
    symbols.forEach(symbol => check(symbol));
  });
  test('names of a damaged text come from its Reading', () =>
    assert.ok(all(documentSymbols(marked(DAMAGED))).every(({ name }) => !name.includes('('))));
  test('an empty text has none', () => assert.deepEqual(documentSymbols(marked('')), []));
});

suite('folding', () => {
  test('each range spans lines, one a line', () => {
    const ranges = foldingRanges(marked(MEETING));
    assert.ok(ranges.length > 0);
    assert.ok(ranges.every(({ startLine, endLine }) => startLine < endLine));
    assert.equal(new Set(ranges.map(({ startLine }) => startLine)).size, ranges.length);
  });
});

suite('selection ranges', () => {
  test('grow from the head over the sentence to the document', () => {
    const doc = marked('全市防汛工作会议召开\n\n市长王海主持会议。王海强调，要加强巡‸查，确保安全。要备足物资。\n');
    const texts: string[] = [];
    for (let range = selectionRanges(doc, doc.carets)[0]; range; range = range.parent!) texts.push(textIn(doc, range.range));
    for (let i = 1; i < texts.length; i++)
      assert.ok(texts[i]!.includes(texts[i - 1]!) && texts[i]!.length > texts[i - 1]!.length, texts.join(' | '));
    assert.ok(texts.some(text => text.startsWith('要加强巡查')));
    assert.equal(texts.at(-1), doc.document.getText());
  });
  test('a caret anywhere has a chain', () => {
    fc.assert(
      fc.property(fc.nat(MEETING.length), at => {
        const doc = marked(MEETING);
        const [range] = selectionRanges(doc, [doc.document.positionAt(at)]);
        assert.ok(range);
      }),
    );
  });
});

suite('semantic tokens', () => {
  const decode = (doc: ReturnType<typeof marked>, data: number[]) => {
    const out: { type: string; text: string }[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]! > 0) character = 0;
      line += data[i]!;
      character += data[i + 1]!;
      out.push({
        type: TOKEN_TYPES[data[i + 3]!]!,
        text: textIn(doc, { start: { line, character }, end: { line, character: character + data[i + 2]! } }),
      });
    }
    return out;
  };
  test('speakers, markers and titles', () => {
    const doc = marked(MEETING);
    const tokens = decode(doc, semanticTokens(doc).data);
    for (const expected of [
      { type: 'speaker', text: '王海' },
      { type: 'speaker', text: '赵方' },
      { type: 'marker', text: '一是' },
      { type: 'officialTitle', text: '副市长' },
    ]) {
      assert.ok(
        tokens.some(token => token.type === expected.type && token.text === expected.text),
        `${expected.type} ${expected.text} in ${JSON.stringify(tokens)}`,
      );
    }
  });
  test('officials wherever they are named, but not who else bears a title', () => {
    const doc = marked('全市会议召开\n\n3月1日，市领导王海、赵方参加会议。赵方强调，要抓紧。（记者 李明）');
    const tokens = decode(doc, semanticTokens(doc).data).map(({ type, text }) => `${type} ${text}`);
    assert.deepEqual(tokens, ['officialTitle 市领导', 'official 王海', 'official 赵方', 'speaker 赵方', 'marker 要']);
  });
  test('officials by their family names as well', () => {
    const doc = marked('全市会议召开\n\n3月1日，市长王海、副市长赵方参加会议。王市长检查了水库。');
    const tokens = decode(doc, semanticTokens(doc).data).map(({ type, text }) => `${type} ${text}`);
    assert.match(tokens.at(-1)!, /^official 王/);
  });
  test('a part has the tokens of the whole that lie in it', () => {
    const doc = marked(MEETING);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const tokens = decode(doc, semanticTokens(doc, range).data);
    assert.ok(tokens.some(({ text }) => text === '二是'));
    assert.ok(!tokens.some(({ text }) => text === '赵方'));
  });
});

suite('inlay hints', () => {
  test('stand behind the announced number', () => {
    const doc = marked(MEETING);
    const [hint] = inlayHints(doc, whole);
    assert.equal(hint?.label, '3/3');
    assert.match(doc.document.getText().slice(0, doc.document.offsetAt(hint!.position)), /三个环节$/);
  });
});

suite('diagnostics', () => {
  test('one warning a line and kind, deleted spots faded', () => {
    const items = diagnostics(marked(DAMAGED));
    const shown = items.filter(({ severity }) => severity! < 4);
    assert.equal(shown.length, 1);
    assert.ok(items.some(({ tags }) => tags?.includes(1)));
  });
  test('a rule that is off is silent, another severity is taken', () => {
    assert.deepEqual(diagnostics(marked(DAMAGED, { ...DEFAULT_SETTINGS, rules: { 'encoding.pinyin-injection': 'off' } })), []);
    assert.equal(
      diagnostics(marked(DAMAGED, { ...DEFAULT_SETTINGS, rules: { 'encoding.pinyin-injection': 'error' } })).find(
        ({ severity }) => severity! < 4,
      )!.severity,
      1,
    );
  });
  test('positions follow whichever line ends a file has', () => {
    const unix = diagnostics(marked(`甲\n乙\n${DAMAGED}`));
    const windows = diagnostics(marked(`甲\r\n乙\r\n${DAMAGED}`));
    assert.deepEqual(
      windows.map(({ range }) => range),
      unix.map(({ range }) => range),
    );
  });
});

const parsedAgain = (text: string) => marked(text).parsed;

suite('code actions', () => {
  const titles = (text: string, only?: string[]) => {
    const doc = marked(text);
    return codeActions(doc, { start: doc.carets[0]!, end: doc.carets[0]! }, { diagnostics: [], only }, parsedAgain);
  };
  test('a finding under the caret has its own fix, its line and its kind', () => {
    const actions = titles('市委書記李明主持會議。李明強調，要堅決落實(s‸hí)責任，要加強巡查，落實(shí)措施。\n');
    assert.ok(
      actions.some(({ title }) => title.startsWith('Delete “(shí)”')),
      actions.map(({ title }) => title).join('; '),
    );
    assert.ok(actions.some(({ title }) => title.startsWith('Repair this line')));
    assert.ok(actions.some(({ title }) => title.startsWith('Repair all in this file: ')));
  });
  test('what cannot be seen is named by its code points', () =>
    assert.ok(titles('王海强调，要加强\u200b‸巡查。\n').some(({ title }) => title === 'Delete U+200B')));
  test('none on clean text', () => assert.deepEqual(titles('王海强调，要加强巡‸查。\n'), []));
  test('a rule that is off repairs nothing', () => {
    const { parsed } = marked(DAMAGED, { ...DEFAULT_SETTINGS, rules: { 'encoding.pinyin-injection': 'off' } });
    assert.deepEqual(repairEdits(parsed), []);
  });
  test('fixing all and parsing again leaves nothing to fix', () => {
    const { parsed } = marked(DAMAGED);
    const repaired = applyEdits(parsed.source, repairEdits(parsed));
    assert.equal(repaired, DAMAGED.replaceAll('(shí)', ''));
    assert.deepEqual(repairEdits(marked(repaired).parsed), []);
  });
  test('fixing all repairs what shows only once the rest is repaired', () => {
    // Beside a guess the Reading is not what is written, so that what is written is read anew.
    const guessing = (source: string, from: string, to: string) => {
      const start = source.indexOf(from);
      const edits = start < 0 ? [] : [{ start, end: start + from.length, newText: to }];
      return { reading: { source, text: '', edits, findings: [] }, settings: DEFAULT_SETTINGS, findings: [] } as unknown as ParsedArticle;
    };
    const doc = { ...marked(DAMAGED), parsed: guessing(DAMAGED, '，落實(shí)措施', '，落實措施') };
    const [fixAll] = codeActions(doc, whole, { diagnostics: [], only: ['source.fixAll'] }, text => guessing(text, '(shí)責', '責'));
    const [change] = fixAll!.edit!.documentChanges as TextDocumentEdit[];
    assert.equal(TextDocument.applyEdits(doc.document, change!.edits as TextEdit[]), DAMAGED.replaceAll('(shí)', ''));
  });
  test('what was repaired is each annotation, and no style', () => {
    const { parsed } = marked('市委書記李明主持會議,要落實(shí)責任,落實(shí)措施。\n');
    assert.ok(parsed.findings.some(({ code }) => code === 'encoding.width'));
    assert.deepEqual(
      repairedFindings(parsed).map(({ code }) => code),
      ['encoding.pinyin-injection', 'encoding.pinyin-injection'],
    );
  });
});

suite('files in another encoding', () => {
  const opened = (detected: string, as: string | null) => ({
    ...marked('header\nÈ«ÊÐ·ÀÑ´¹¤×÷\n'),
    encoding: { opened: as, detected: { encoding: detected, confidence: 0.99, evidence: '' } },
  });
  test('are told on the first damaged line, alone, and nothing offers to edit them', () => {
    const doc = opened('gb18030', 'windows1252');
    const items = diagnostics(doc);
    assert.deepEqual(
      items.map(({ code, severity, range }) => [code, severity, range.start.line]),
      [['encoding.undecoded', 1, 1]],
    );
    assert.deepEqual(codeActions(doc, whole, { diagnostics: items }, parsedAgain), []);
  });
  test('names of one encoding are not told apart', () => {
    assert.equal(undecodedFinding(opened('gb18030', 'gb2312')), null);
    for (const family of [
      ['utf8', 'UTF-8', 'utf8bom', 'ascii'],
      ['gb18030', 'GBK', 'gb2312', 'cp936', 'euc-cn'],
      ['big5', 'Big5-HKSCS', 'cp950'],
      ['utf16le', 'UTF-16', 'ucs-2'],
    ])
      for (const name of family) assert.ok(sameEncoding(family[0]!, name), name);
    assert.ok(!sameEncoding('big5', 'gbk') && !sameEncoding('utf16le', 'utf16be'));
  });
  test('without evidence nothing is said', () => {
    assert.equal(undecodedFinding(opened('gb18030', null)), null);
    assert.equal(undecodedFinding(marked('文')), null);
  });
});

suite('plain text', () => {
  test('is served when mainly Chinese', () => {
    assert.ok(isServed('plaintext', 'file:///a.txt', '会议强调，要抓好落实。', 'auto'));
    assert.ok(isServed('plaintext', 'file:///a.txt', 'È«ÊÐ·ÀÑ´¹¤×÷»áÒéÕÙ¿ª', 'auto'));
    assert.ok(!isServed('plaintext', 'file:///a.txt', 'Chapter one. The word 要 means must.', 'auto'));
    assert.ok(!isServed('plaintext', 'file:///a.txt', 'Où est l’été à Noël? Ça, c’est très beau.', 'auto'));
    assert.ok(!isServed('plaintext', 'file:///a.txt', '', 'auto'));
    for (const name of ['people.csv', '官员.CSV', 'a.tsv', 'slogans.json', 'a.jsonl']) {
      assert.ok(!isServed('plaintext', `file:///${name}`, '何雄,市长,青港市', 'auto'), name);
      assert.ok(!isServed('plaintext', `file:///${name}`, '何雄,市长,青港市', 'on'), name);
    }
    assert.ok(isServed('plaintext', 'untitled:Untitled-1', '会议强调，要抓好落实。', 'auto'));
    assert.ok(isServed('article', 'file:///a.csv', '会议', 'auto'));
  });
  test('settings and other languages decide by themselves', () => {
    const uri = 'file:///a.txt';
    assert.ok(
      isServed('plaintext', uri, 'abc', 'on') && !isServed('plaintext', uri, '会议', 'off') && isServed('article', uri, 'abc', 'off'),
    );
  });
});

suite('exports', () => {
  test('CSV cells cannot become formulas or break rows', () => {
    const csv = directivesCsv([
      { path: '=cmd', title: 'a"b', date: null, directives: [{ name: '+1', speaker: '王\n海', marker: null, level: 1, text: 'x,y' }] },
    ]);
    assert.equal(csv, `path,title,date,speaker,level,marker,name,text\r\n'=cmd,"a""b",,"王\n海",1,,'+1,"x,y"\r\n`);
  });
  test('tree and Markdown have a line a node', () => {
    const doc = marked(MEETING);
    const { nodes } = doc.parsed.outline;
    const count = all(documentSymbols(doc)).length;
    assert.equal(outlineTree(nodes).trimEnd().split('\n').length, count);
    assert.equal(
      outlineMarkdown(nodes)
        .split('\n')
        .filter(line => /^(?:#|\s*-)/.test(line)).length,
      count,
    );
    assert.ok(directiveTable('a', doc).directives.some(({ speaker }) => speaker === '赵方'));
  });
  test('text cannot become Markdown', () =>
    assert.ok(
      !/[^\\]\[/.test(
        outlineMarkdown([
          {
            kind: 'directive',
            name: '[x](command:y)',
            detail: '',
            start: 0,
            end: 1,
            headStart: 0,
            headEnd: 1,
            speaker: null,
            marker: null,
            level: 1,
            children: [],
          },
        ]),
      ),
    ));
});

suite('chrome', () => {
  test('whole lines go, the article stays', () => {
    const page = `首页 > 新闻 > 时政要闻\n${MEETING}分享到：微信 微博 QQ空间\n`;
    const { parsed } = marked(page);
    const stripped = applyEdits(page, chromeEdits(parsed));
    assert.ok(stripped.includes('王海强调') && !stripped.includes('分享到'), stripped);
  });
});
