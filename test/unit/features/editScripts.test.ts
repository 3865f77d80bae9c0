/**
 * Random edit scripts: however edits come, all that an editor is told of the result is what it would be told of a text just opened.
 * `WENZHEN_RUNS=10000 npx mocha test/unit/features/editScripts.test.ts` runs 10,000 scripts in place of a few.
 */
import * as assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureDocument } from '../../../server/src/features/context';
import type { ArticleService, ParsedArticle } from '../../../server/src/service';

const RUNS = Number(process.env['WENZHEN_RUNS'] ?? 120);

/**
 * Articles as they are found: sound, from a mirror site, stored in the wrong charset, escaped,
 * with bytes lost, with line breaks of all kinds.
 */
const ARTICLES = [
  [
    '全市防汛工作会议召开',
    '',
    '2024年6月3日　来源：海州日报',
    '',
    '6月3日，市委副书记、市长王海主持召开全市防汛工作会议。市委常委李明、副市长赵方参加会议。',
    '王海强调，要压实属地、部门、单位、个人“四方责任”，要突出三个环节：一是加强巡查；二是备足物资；三是转移群众。他指出，措施要再精准，要盯住水库。要盯住河道。',
    '',
    '责任编辑：周全',
  ],
  [
    '全市防汛工作會(huì)議召開(kāi)',
    '',
    '6月3日,，市長(zhǎng)王海主持會(huì)議并講(jiǎng)話(huà),。',
    '會(huì)議要求,，要堅決落實(shí)責任,，要加強(qiáng)巡查,，落實(shí)措施,。各地要抓實(shí)抓好,。',
    '會(huì)議指出,，要壓實?gòu)氐?,，盯住水庫。',
  ],
  ['浼氬紑', '浼氳寮鸿皟锛岃鎶撳ソ钀藉疄銆?', '会议强调，要抓好落实。锟斤拷锟斤拷', '王海指出，要\ufffd实责任，要备足物资。', '烫烫烫烫'],
  [
    '县政府常务会议召开',
    '&#20250;&#35758;强调，要抓好落实。',
    '=E4=BC=9A=E8=AE=AE=E8=A6=81=E6=B1=82=EF=BC=8C=E8=A6=81=E6=9F=A5=E3=80=82',
    '会 议 要 求 ， 要 加 强 巡 查 。',
    '会議要求，要加强\u200b巡查，要落實措施。',
  ],
];

/** What is typed or pasted: pieces that change how their surroundings are read. */
const PIECES = [
  '\n',
  '\r\n',
  '\r',
  '要',
  '。',
  '；',
  '“',
  '”',
  '(shí)',
  '實',
  '落實(shí)責任，',
  ',。',
  '?gòu)氐?,',
  '一是',
  '（一）',
  '1.',
  '会议强调，要抓好落实。',
  '王海指出，',
  '市长王海主持会议。',
  '要突出三个环节，',
  '二是要加强巡查；三是要备足物资。',
  '\u200b',
  '\ufffd',
  '锟斤拷',
  '&#20013;',
  '浼氬紑',
  '未完',
  ' ',
  '　　',
  '有关负责人',
  '他强调，',
  '四方责任',
  '\ud840',
  '\udc00',
  '\ud840\udc00',
  'a',
  '=E4=BC',
  '=\n',
  '\\u4e2d',
  '烫烫',
  '\n\n六月三日，县长李明指出，要抓好落实。\n\n',
  '會(huì)議要求,，要落實(shí)責任,。\n',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  piece: fc.oneof({ arbitrary: fc.constantFrom(...PIECES), weight: 3 }, { arbitrary: fc.constant(''), weight: 1 }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(400)),
  peek: fc.boolean(),
});
/** This many articles in a row are longer than one stretch. */
const MANY = 24;
const article = fc.oneof(
  { arbitrary: fc.constantFrom(...ARTICLES), weight: 9 },
  { arbitrary: fc.array(fc.constantFrom(...ARTICLES), { minLength: MANY, maxLength: MANY }).map(all => all.flat()), weight: 1 },
);
const script = fc.record({ article, lineBreak: fc.constantFrom('\n', '\r\n'), edits: fc.array(edit, { minLength: 1, maxLength: 8 }) });

/** Scripts that one program is compared with before it is loaded anew. */
const PROGRAM_LIFE = 50;

/** The program, with all that it remembers of texts. */
interface Program {
  readonly service: ArticleService;
  /** Everything a parse says and an editor is told, as plain data. */
  image(doc: FeatureDocument): unknown;
}

const SERVER = path.join(__dirname, '../../../server/src');

/**
 * Loads the program once more: it shares nothing with those that were loaded before, so that what one of them remembers wrongly is seen.
 */
function loadProgram(): Program {
  const load = createRequire(__filename);
  const own = (file: string) => file.startsWith(SERVER) || file.endsWith(path.join('language', 'resources.ts'));
  for (const file of Object.keys(load.cache)) if (own(file)) delete load.cache[file];
  const { diagnostics } = load('../../../server/src/features/diagnostics') as typeof import('../../../server/src/features/diagnostics');
  const { documentSymbols } = load(
    '../../../server/src/features/documentSymbols',
  ) as typeof import('../../../server/src/features/documentSymbols');
  const { foldingRanges } = load(
    '../../../server/src/features/foldingRanges',
  ) as typeof import('../../../server/src/features/foldingRanges');
  const { inlayHints } = load('../../../server/src/features/inlayHints') as typeof import('../../../server/src/features/inlayHints');
  const { semanticTokens } = load(
    '../../../server/src/features/semanticTokens',
  ) as typeof import('../../../server/src/features/semanticTokens');
  const { createArticleService } = load('../../../server/src/service') as typeof import('../../../server/src/service');
  const { testLanguage } = load('../language/resources') as typeof import('../language/resources');
  return { service: createArticleService(testLanguage()), image };

  function image(doc: FeatureDocument): unknown {
    const { document, parsed } = doc;
    const whole = { start: { line: 0, character: 0 }, end: document.positionAt(parsed.source.length) };
    const { reading, article, outline, officials, slogans, findings }: ParsedArticle = parsed;
    const { blocks, persons, attributions, meta } = article;
    return JSON.parse(
      JSON.stringify({
        text: reading.text,
        folded: reading.folded,
        edits: reading.edits,
        blocks,
        persons,
        attributions,
        meta,
        outline,
        officials,
        slogans,
        findings: findings.map(finding => ({ ...finding, message: finding.message() })),
        diagnostics: diagnostics(doc),
        symbols: documentSymbols(doc),
        tokens: semanticTokens(doc),
        folding: foldingRanges(doc),
        hints: inlayHints(doc, whole),
      }),
    );
  }
}

suite('edit scripts', () => {
  test(`${RUNS} scripts: the result of edits is that of a text just opened`, function () {
    this.timeout(0);
    const { service, image } = loadProgram();
    let fresh = loadProgram();
    let scripts = 0;
    assert.notEqual(fresh.service.parse('').constructor, service.parse('').constructor, 'loaded anew');
    fc.assert(
      fc.property(script, ({ article, lineBreak, edits }) => {
        const document = TextDocument.create('file:///a.article', 'article', 0, article.join(lineBreak));
        let parsed = service.parse(document.getText());
        image({ document, parsed });
        edits.forEach(({ at, remove, piece, peek }, version) => {
          const start = Math.floor(at * (document.getText().length + 1));
          TextDocument.update(
            document,
            [{ range: { start: document.positionAt(start), end: document.positionAt(start + remove) }, text: piece }],
            version + 1,
          );
          parsed = service.parse(document.getText(), undefined, parsed);
          // A version that nobody asked about is passed over.
          if (peek) image({ document, parsed });
        });
        const text = document.getText();
        if (++scripts % PROGRAM_LIFE === 0) fresh = loadProgram();
        assert.deepEqual(
          image({ document, parsed }),
          fresh.image({ document: TextDocument.create('file:///a.article', 'article', 0, text), parsed: fresh.service.parse(text) }),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
