import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/base/edits';
import type { Finding } from '../../../server/src/base/finding';
import type { DamageContext } from '../../../server/src/damage/kind';
import { search } from '../../../server/src/damage/mirror/beam';
import { dependence } from '../../../server/src/damage/mirror/dependence';
import { summarise, type MirrorEvidence } from '../../../server/src/damage/mirror/evidence';
import { mirror } from '../../../server/src/damage/mirror/forward';
import { gbkIndex } from '../../../server/src/damage/mirror/gbkIndex';
import { QUICK, type Step } from '../../../server/src/damage/mirror/hypothesis';
import { mirrorKind } from '../../../server/src/damage/mirror/mirror';
import { observe, type MirrorObserved } from '../../../server/src/damage/mirror/observe';
import { readingsOf } from '../../../server/src/damage/mirror/readings';
import { USUAL_STYLE, type MirrorSite } from '../../../server/src/damage/mirror/site';
import { parsePinyin } from '../../../server/src/language/pinyin';
import { toTraditionalOneToOne } from '../../../server/src/language/script';
import { wait } from '../../time';
import { testLanguage } from '../language/resources';
import { seededRandom } from '../../eval/damage/random';

/** Our own sentences, in simplified script. */
const ARTICLE = [
  '市委召开会议，研究部署全市森林防火工作。',
  '会议强调，要压实责任、加强巡查，对违规用火行为发现一起、查处一起。',
  '各镇街要备足物资，做好应急准备；气象部门要及时发布预警信息。',
  '“防火就是保平安。”分管负责人说，“谁的山头谁来守，一刻也不能松劲！”',
];

const READINGS: readonly (readonly [string, string])[] = [
  ['會', 'huì'],
  ['議', 'yì'],
  ['強', 'qiáng'],
  ['調', 'diào'],
  ['責', 'zé'],
  ['壓', 'yā'],
  ['實', 'shí'],
  ['應', 'yīng'],
  ['發', 'fā'],
  ['現', 'xiàn'],
  ['對', 'duì'],
  ['違', 'wéi'],
  ['規', 'guī'],
  ['為', 'wéi'],
  ['處', 'chù'],
  ['備', 'bèi'],
  ['資', 'zī'],
  ['預', 'yù'],
  ['負', 'fù'],
  ['頭', 'tóu'],
];

const SITE: MirrorSite = {
  traditional: true,
  annotated: new Map(READINGS),
  style: USUAL_STYLE,
  inserted: ',',
  insertionRate: 1,
  punctuationFirst: false,
  userDefined: 'vanish',
  folded: true,
};

/** Marks as a folding site leaves them. */
const folded = (text: string) => text.replace(/[，；：！？（）]/g, mark => ',;:!?()'['，；：！？（）'.indexOf(mark)]!);

/** Tone digits, 0 for none, as some sites write them. */
function pinyinOf(character: string): string {
  const { base, tone } = parsePinyin(testLanguage().pinyin.readings(character)[0]!)!;
  return `${base}${tone}`;
}

const isAnnotated = (character: string): boolean => testLanguage().pinyin.readings(character).length > 0;

/** The article with some characters annotated, each time or where they stand first. */
function annotatedPage(chosen: (character: string) => boolean, times: 'always' | 'once'): string {
  const done = new Set<string>();
  return [...ARTICLE.join('\n')]
    .map(character => {
      if (!isAnnotated(character) || !chosen(character) || (times === 'once' && done.has(character))) return character;
      done.add(character);
      return `${character}(${pinyinOf(character)})`;
    })
    .join('');
}

/** All that the kind finds in a document, by lines. */
function findings(source: string): { line: string; found: readonly Finding[] }[] {
  const language = testLanguage();
  const lines = source.split('\n');
  const observed = lines.map(line => mirrorKind.observe!(line, language)).filter((line): line is MirrorObserved => line !== null);
  const context: DamageContext<MirrorEvidence> = {
    language,
    evidence: observed.length > 0 ? mirrorKind.summarise!(observed, language).evidence : undefined,
  };
  return lines.map(line => {
    const spots = mirrorKind.find(line, context);
    return { line, found: spots.length > 0 ? mirrorKind.repair(line, spots, context) : [] };
  });
}

function repaired(source: string): string {
  return findings(source)
    .map(({ line, found }) =>
      applyEdits(
        line,
        found.flatMap(({ start, end, repair }) => (repair ? [{ start, end, newText: repair.newText }] : [])),
      ),
    )
    .join('\n');
}

suite('mirror sites: the search', () => {
  const language = testLanguage();
  const evidence = summarise([observe('會(huì)議強(qiáng)調(diào),,壓(yā)實(shí)責(zé)任,。', language)!], language.model);
  const context = { ...language, readings: readingsOf(language.pinyin), index: gbkIndex(language.model, evidence.script), evidence };
  const before = '口冷鏈';
  const stretch = '?zhǔn)称泛头抢滏溫浳锏囊咔榉揽厝瘫O(jiān)管,,深化檢查(chá)。';
  const meant = '食品和非冷鏈貨物的疫情防控全程監管,深化檢查。';
  const textOf = (last: Step) => {
    let text = '';
    for (let step: Step | null = last; step; step = step.before) if (step.unit !== 0) text = String.fromCharCode(step.unit) + text;
    return text;
  };

  test('goes on hastily where its budget is used up, and gives up a quarter behind it', () => {
    const whole = search(stretch, before, context, QUICK);
    assert.ok(folded(meant).startsWith(folded(textOf(whole.steps[0]!))), textOf(whole.steps[0]!));
    const hurried = search(stretch, before, context, { ...QUICK, budget: Math.round(0.9 * whole.tried) });
    assert.equal(textOf(hurried.steps[0]!), textOf(whole.steps[0]!));
    assert.ok(hurried.tried < whole.tried, `${hurried.tried} of ${whole.tried}`);
    assert.deepEqual(search(stretch, before, context, { ...QUICK, budget: whole.tried / 10 }).steps, []);
  });

  test('ends within its budget whatever it reads', () => {
    const budget = 500;
    fc.assert(
      fc.property(fc.array(fc.constantFrom('?', 'gòu)', '氐', '祝', '傲', 'c', ',', ' ', '2', '銺', '縺'), { maxLength: 60 }), parts => {
        const { tried } = search(`?gòu)${parts.join('')}`, '再', context, { ...QUICK, budget });
        // One column is always read to its end.
        assert.ok(tried < 20 * budget, String(tried));
      }),
      { numRuns: 40 },
    );
  });
});

suite('mirror sites: forward', () => {
  test('a pair that is found across two characters cuts the second one', () => {
    // 再徹底， is D4D9 8FD8 B5D7 A3AC; D98F is 購.
    const site: MirrorSite = { ...SITE, annotated: new Map([['購', 'gòu']]) };
    assert.equal(
      mirror('再徹底，', site, () => 0),
      '再?gòu)氐?,',
    );
  });

  test('an insertion before a mark that is found across two characters cuts the first one', () => {
    // 確保“ is .. B1A3 A1B0; A3A1 is ！.
    assert.equal(
      mirror('保“零遺漏', { ...SITE, annotated: new Map() }, () => 0),
      '?!傲氵z漏',
    );
  });

  test('pairs of the user-defined zones vanish, or come out as private-use characters', () => {
    // A cut in 程 (B3CC) leaves ABB3 of 全程 (C8AB B3CC) to be read together.
    const cut: MirrorSite = { ...SITE, inserted: '', annotated: new Map([['郎', 'láng']]), folded: false };
    const vanished = mirror('防控全程', cut, () => 0);
    assert.equal(vanished, mirror('防控全程', { ...cut, userDefined: 'private-use' }, () => 0).replace(/[\ue000-\ue765]/g, ''));
  });

  test('annotations in all styles', () => {
    const text = '会议';
    assert.equal(
      mirror(text, { ...SITE, style: USUAL_STYLE }, () => 0),
      '會(huì)議(yì)',
    );
    assert.equal(
      mirror(text, { ...SITE, style: { ...USUAL_STYLE, times: 2, tones: 'none' } }, () => 0),
      '會(hui)(hui)議(yi)(yi)',
    );
    assert.equal(
      mirror(text, { ...SITE, style: { ...USUAL_STYLE, space: ' ' } }, () => 0),
      '會(huì )議(yì )',
    );
  });
});

suite('mirror sites: repair', () => {
  test('gives back an article from sites of every habit', () => {
    const meant = toTraditionalOneToOne(ARTICLE.join('\n'));
    for (const inserted of ['', ',', ' '] as const) {
      for (const style of [USUAL_STYLE, { ...USUAL_STYLE, times: 2, tones: 'none' }, { ...USUAL_STYLE, space: ' ' }] as const) {
        for (const foldedSite of [true, false]) {
          const damaged = ARTICLE.map(line => mirror(line, { ...SITE, inserted, style, folded: foldedSite }, () => 0)).join('\n');
          assert.notEqual(damaged, meant);
          assert.equal(folded(repaired(damaged)), folded(meant), `${JSON.stringify({ inserted, style, foldedSite })}`);
        }
      }
    }
  });

  test('gives back what decoders show that put another sign for a lost pair, or keep the ASCII byte behind it', () => {
    const around = (run: string) =>
      `會(huì)議強(qiáng)調(diào),，${run}，壓(yā)實(shí)責(zé)任,、加強(qiáng)巡查,，及時發(fā)現(xiàn)問題,。`;
    const meant = '會議強調，排查要再徹底，壓實責任、加強巡查，及時發現問題。';
    for (const mark of ['?', '\ufffd', '□'])
      for (const kept of ['', '(']) assert.equal(repaired(around(`排查要再${mark}${kept}gòu)氐${mark}`)), meant, `${mark}${kept}`);
    // The same signs where nothing was cut stay as they are.
    for (const sign of ['□', '\ufffd'])
      assert.equal(repaired(`會(huì)議強(qiáng)調(diào),，同意${sign} 反對${sign}。`), `會議強調，同意${sign} 反對${sign}。`);
  });

  test('gives back an article from sites that annotate in every form', () => {
    const meant = toTraditionalOneToOne(ARTICLE.join('\n'));
    for (const opener of ['(', ' (', '（', ' （', '[', ' [', '【', '〔', '{', '<', '「', '/', '|', '', ' ']) {
      for (const style of [
        {},
        { behind: ' ' },
        { tones: 'none', letters: 'upper' },
        { tones: 'digits', letters: 'title', umlaut: 'u:' },
        { tones: 'none', umlaut: 'v' },
      ] as const) {
        for (const foldedSite of [true, false]) {
          const damaged = ARTICLE.map(line =>
            mirror(line, { ...SITE, style: { ...USUAL_STYLE, opener, ...style }, folded: foldedSite, punctuationFirst: true }, () => 0),
          ).join('\n');
          assert.equal(folded(repaired(damaged)), folded(meant), `${JSON.stringify({ opener, style, foldedSite })}\n${damaged}`);
        }
      }
    }
  });

  test('takes out readings that a copy has scattered over a text by chance, without tones, some of them twice', () => {
    const meant =
      '昨日，市防汛指挥部召开会议，传达全省防汛工作会议精神。会议强调，要加强巡查，备足物资，发现险情及时处置，确保人民生命安全。';
    for (const text of [meant, toTraditionalOneToOne(meant)]) {
      const random = seededRandom(7);
      const scattered = [...text]
        .map(char => {
          const reading = /\p{Script=Han}/u.test(char) && random() < 0.4 ? parsePinyin(testLanguage().pinyin.readings(char)[0]!)!.base : '';
          return char + (reading && `(${reading})`.repeat(random() < 0.3 ? 2 : 1));
        })
        .join('');
      assert.equal(repaired(scattered), text, scattered);
    }
  });

  test('readings without tones that people write stay', () => {
    for (const text of [
      '“李(li)”“王(wang)”“张(zhang)”三个姓氏在镇上最多。姓李的有三百户，姓王的有二百户，姓张的有一百户。',
      '第一课　人(ren)　口(kou)　手(shou)　大(da)　小(xiao)　上(shang)　下(xia)　天(tian)　地(di)　日(ri)',
    ])
      assert.equal(repaired(text), text);
  });

  test('a character that is cut is restored whatever opens the annotation', () => {
    for (const opener of ['(', ' (', '（', '[', '【', '<', '/', '']) {
      const site: MirrorSite = {
        ...SITE,
        annotated: new Map([...READINGS, ['購', 'gòu']]),
        style: { ...USUAL_STYLE, opener },
        folded: false,
        punctuationFirst: true,
      };
      const line = '會議強調，排查要再徹底，壓實責任、加強巡查，及時發現問題，及時處理。';
      const damaged = mirror(line, site, () => 0);
      assert.equal(repaired(damaged), line, damaged);
    }
  });

  test('an annotation whose full-width bracket is cut by a mark goes with the run', () => {
    // ！ is A3A1: in A3 of 專 and of ǎ with A1 of the brackets 【 and 】; 。 is A1A3: in A1 of ā and A3 of ）.
    const annotated = new Map([...READINGS, ['專', 'zhuān'], ['馬', 'mǎ']]);
    for (const [opener, line, trace] of [
      ['【', '會議強調，要負責報告專項工作，壓實責任，發現問題及時處理。', '!緕huān】'],
      ['【', '會議強調，馬上壓實責任，對違規行為發現一起、查處一起。', '【m?!'],
      ['（', '會議強調，壓實責任，發現突發情況要第一時間報告。', 'f?。'],
    ] as const) {
      for (const folds of [true, false]) {
        const damaged = mirror(line, { ...SITE, annotated, style: { ...USUAL_STYLE, opener }, folded: folds }, () => 0);
        assert.ok(folded(damaged).includes(trace), damaged);
        assert.equal(folded(repaired(damaged)), folded(line), damaged);
      }
    }
  });

  test('a pass that finds its character across an annotation annotates that: the reading inside is undone with the outer one', () => {
    // 【 is A1BE: BE 77 is 緒. 戶 is 91F4: F4 5B is 鬧.
    for (const [opener, [character, reading], trace] of [
      ['【', ['緒', 'xù'], '為【w【xù】éi】'],
      ['[', ['鬧', 'nào'], '戶[[nào]hù]'],
    ] as const) {
      const site: MirrorSite = {
        ...SITE,
        annotated: new Map([...READINGS, ['戶', 'hù'], [character, reading]]),
        style: { ...USUAL_STYLE, opener },
      };
      const line = '會議強調，要為住戶服務，逐戶走訪，壓實責任。';
      const damaged = mirror(line, site, () => 0);
      assert.ok(damaged.includes(trace), damaged);
      assert.equal(repaired(damaged), folded(line));
    }
  });

  test('a pass may find its character across the bracket that closes an annotation, or across two characters of which one is annotated later', () => {
    // 】 is A1BF, 備 82E4: BF82 is 總. 請 is D588, 在 D4DA: 88D4 is 堅.
    for (const [characters, line, trace] of [
      ['無備總', '山火來了無備可用，群眾著急。', '】偂緕ǒng】'],
      ['堅請', '請在縣城登記，逐戶走訪，壓實責任。', '請【qǐng】浴緅iān】'],
    ] as const) {
      const chosen = [...characters].map(character => [character, testLanguage().pinyin.readings(character)[0]!] as const);
      const site: MirrorSite = { ...SITE, annotated: new Map([...READINGS, ...chosen]), style: { ...USUAL_STYLE, opener: '【' } };
      const page = mirror('會議強調，要壓實責任，對違規發現一起、處理一起。', site, () => 0);
      const damaged = mirror(line, site, () => 0);
      assert.ok(damaged.includes(trace), damaged);
      assert.equal(repaired(`${page}\n${damaged}`).split('\n')[1], folded(line));
    }
  });

  test('an annotation behind a Latin letter belongs to what the letter ends', () => {
    // ” is A1B1: B1 4F is 監.
    const site: MirrorSite = { ...SITE, annotated: new Map([...READINGS, ['監', 'jiān']]) };
    const line = '會議強調，要上線“算力”OA系統，壓實責任。';
    const damaged = mirror(line, site, () => 0);
    assert.ok(damaged.includes('”O(jiān)A'), damaged);
    assert.equal(repaired(damaged), folded(line));
  });

  test('a comma before the mark behind a Latin letter was put there where Chinese text goes on', () => {
    const page = (line: string) => mirror(`會議強調，壓實責任，對違規發現一起、查處一起。${line}`, SITE, () => 0).replace(/^[^。]*。/, '');
    const whole = '會(huì)議強(qiáng)調(diào),,壓(yā)實(shí)責(zé)任,。';
    assert.equal(repaired(whole + page('要盯住KPI，按周更新。')).split('。')[1], '要盯住KPI,按周更新');
    assert.ok(repaired(`${whole}\na,,b`).endsWith('a,,b'));
  });

  test('a comma before a question mark is put there by a site that annotates', () => {
    assert.equal(repaired('孩子得了流感還(huán)能不能去學(xué)校,?'), '孩子得了流感還能不能去學校?');
    assert.equal(repaired('孩子得了流感還能不能去學校,?'), '孩子得了流感還能不能去學校,?');
  });

  test('the first digit of a year comes back with the character before it, any other digit does not', () => {
    // 報 is 88F3, 　 is A1A1: with the digit behind it the second A1 gives a question mark.
    const site: MirrorSite = { ...SITE, annotated: new Map([['請', 'qǐng']]) };
    for (const [line, read] of [
      ['江臨日報　2022-02-18', '報　2'],
      ['江臨日報　1998年2月18日', '報　1'],
      ['江臨日報　3版', '報　?'],
    ] as const) {
      const page = findings(`會(huì)議強(qiáng)調(diào),,壓(yā)實(shí)責(zé)任,。\n${mirror(line, site, () => 0)}`);
      assert.equal(page[1]!.found.find(({ code }) => code === 'encoding.shifted-bytes')?.candidates[0]?.newText, read);
    }
  });

  test('three question marks before the rest of an annotation are a cut character, a cut mark and a cut bracket', () => {
    // 校 is D0A3, 开 is BFAA: ？ is A3BF, and AA28 is no pair.
    const simplified = new Map(['开', '会', '强', '责', '压'].map(character => [character, testLanguage().pinyin.readings(character)[0]!]));
    const line = '会议强调，培训班在市委党校开班，压实责任。';
    const damaged = mirror(line, { ...SITE, traditional: false, annotated: simplified, userDefined: 'private-use' }, () => 0);
    assert.ok(damaged.includes('党???kāi)班'), damaged);
    const run = findings(damaged)[0]!.found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.equal(run?.candidates[0]?.newText, '校开');
  });

  test('a question mark inside a run is one, though the site folded those that it shows', () => {
    const site: MirrorSite = { ...SITE, annotated: new Map([...READINGS, ['購', 'gòu']]), inserted: '' };
    for (const line of ['會議強調，要再徹底查？不查不行，壓實責任。', '會議強調，要再徹底整改好不好？要說清楚，壓實責任。']) {
      const damaged = mirror(line, site, () => 0);
      assert.ok(!/[查好]\?/.test(damaged), damaged);
      const { found } = findings(damaged)[0]!;
      const run = found.find(({ code }) => code === 'encoding.shifted-bytes')!;
      assert.ok(folded(line).includes(run.candidates[0]?.newText ?? run.repair?.newText ?? '-'), run.candidates[0]?.newText);
    }
  });

  test('what cut the last character of a run was put before a mark that is cut itself, or shown as what lost bytes look like', () => {
    const page = '市委(wěi)召开现场推进会,研究防火工作,。要压(yā)实(shí)责任、加强(qiáng)巡查,各镇街备(bèi)足物资(zī),。';
    const read = (line: string) =>
      applyEdits(
        line,
        findings(`${page}\n${line}`)[1]!.found.map(({ start, end, repair, guess }) => ({
          start,
          end,
          newText: repair?.newText ?? guess ?? '',
        })),
      );
    // 施。会 is CAA9 A1A3 BBE1: ； is found across the last two. 责？ is D4F0 A3BF, and ？ is folded.
    for (const [damaged, meant] of [
      ['各村都要落实防汛?chuàng)胧??;嵋橹赋?,雨季还没有过去,。', '各村都要落实防汛措施。会议指出,雨季还没有过去。'],
      ['这些事情到?jiàng)子伤锤涸??老王说,,大家一起来管,。', '这些事情到底由谁来负责?老王说,大家一起来管。'],
    ] as const)
      assert.equal(read(damaged), meant);
  });

  test('a square bracket behind a lost byte opens a reading: it could have been a second byte', () => {
    const page = '會[hui4]議[yi4]強[qiang2]調[diao4]要壓[ya1]實[shi2]責[ze2]任,。';
    assert.equal(repaired(`${page}\n老高問哪襕nang2]粋?[ge4]村還沒有通水,。`).split('\n')[1], '老高問哪一個村還沒有通水。');
  });

  test('a dozen pairs may vanish in one run, and no more are thought of', () => {
    // 國情 is 87F8 C7E9: the pair F8C7 vanishes.
    const read = (times: number) => {
      const damaged = mirror(
        `會議強調，要再徹底${'國情'.repeat(times)}，`,
        { ...SITE, annotated: new Map([...READINGS, ['購', 'gòu']]) },
        () => 0,
      );
      const { found } = findings(damaged)[0]!;
      return found.find(({ code }) => code === 'encoding.shifted-bytes')?.candidates[0]?.newText ?? '';
    };
    // The last 情 is lost with the mark behind it.
    assert.ok(read(13).startsWith(`徹底${'國情'.repeat(12)}`), read(13));
    assert.ok(!read(14).startsWith(`徹底${'國情'.repeat(13)}`), read(14));
  });

  /** The damaged spots of the project's paper on damage, with what surrounds them, and others of their kind. */
  const WILD: readonly (readonly [string, string])[] = [
    ['會(huì)議強(qiáng)調(diào),,排查要再?gòu)氐?,進(jìn)一步補(bǔ)齊', '會議強調,排查要再徹底,進一步補齊'],
    ['會(huì)議強(qiáng)調(diào),,要確?!傲氵z漏”。', '會議強調,要確保“零遺漏”。'],
    ['會(huì)議決(jué)定,,暫?;閼c宴等聚集活動(dòng),。', '會議決定,暫停婚慶宴等聚集活動。'],
    ['湛江日?qǐng)?bào)社記(jì)者', '湛江日報社記者'],
    ['發(fā)展5G,、大數(shù)據(jù),。', '發展5G、大數據。'],
    ['還(hái)沒(méi)有評(píng)論,快來(lái)?yè)屔嘲l(fā)吧!', '還沒有評論,快來搶沙發吧!'],
    [
      '會(huì)議強(qiáng)調(diào),,完善進(jìn)口冷鏈?zhǔn)称泛头抢滏溫浳锏囊咔榉揽厝瘫O(jiān)管,,深化檢查。',
      '會議強調,完善進口冷鏈食品和非冷鏈貨物的疫情防控全程監管,深化檢查。',
    ],
  ];
  for (const [damaged, meant] of WILD) test(meant, () => assert.equal(repaired(damaged), meant));

  test('a mark behind a cut character may be folded where the others of the page are not', () => {
    assert.equal(repaired('市委書記強調(diào)，要做好應(yīng)急工作，確?!傲氵z漏”。'), '市委書記強調，要做好應急工作，確保“零遺漏”。');
    assert.equal(repaired('會(huì)議要求，工作要做好！真的?!那就好。'), '會議要求，工作要做好！真的?!那就好。');
  });

  test('a run is found where the page shows no question mark for what is lost', () => {
    const page = (line: string) => `會(huì)議強(qiáng)調(diào),各單位要壓實(shí)責(zé)任。\n${line}`;
    for (const [damaged, meant] of [
      ['加強監(jiān)管,確!笆弧秉S金周期間運輸安全。', '加強監管,確保“十一”黃金周期間運輸安全。'],
      ['病毒會導致當(shù)匾咔檠杆贁U散,進(jìn)而外溢。', '病毒會導致當地疫情迅速擴散,進而外溢。'],
    ] as const) {
      assert.equal(repaired(page(damaged)), page(meant).replace(/\([^)]*\)/g, ''));
    }
    for (const clean of ['真好!鄔黎明說,這下放心了。', '他(she)去了。']) assert.equal(repaired(page(clean)).split('\n')[1], clean);
  });

  test('a run ends at a Latin letter, which the page shows as half of a character', () => {
    const line = '会议强调，要再彻底改造D级危房。';
    const site: MirrorSite = {
      ...SITE,
      annotated: new Map([
        ['購', 'gòu'],
        ['會', 'huì'],
        ['強', 'qiáng'],
        ['調', 'diào'],
      ]),
    };
    const damaged = mirror(line, site, () => 0);
    assert.ok(!damaged.includes('D'));
    assert.equal(repaired(damaged), folded(toTraditionalOneToOne(line)));
  });

  test('where readings are about as good, they are offered and none is put in place', () => {
    // Both bytes that tell 某〇” from 某〇… are lost.
    const { found } = findings('會(huì)議強(qiáng)調(diào),,某?!?,')[0]!;
    const run = found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.ok(run, 'the run is found');
    assert.ok((run.repair?.newText ?? '?').endsWith('?'));
    assert.ok(run.candidates.length > 1 && run.candidates[1]!.score > -2);
  });

  test('where a character of a run is in doubt, the run keeps its bytes; the reading is a guess, and others are offered', () => {
    // Both bytes that tell 位 from 伍 or 物 are lost with the mark behind it.
    const { found } = findings('會(huì)議強(qiáng)調(diào),,鋼軌?lěi)珳事湮?,共150公里。')[0]!;
    const run = found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.equal(run?.repair, null);
    assert.equal(run.guess, run.candidates[0]!.newText);
    assert.ok(run.candidates.some(({ newText }) => newText.startsWith('精準落位')));
  });

  test('the annotation that cut a character may be that of a rare one', () => {
    // 体 is CCE5 and 责 is D4F0: E5D4 is 逶, which nobody would guess in a text.
    const simplified = new Map(['会', '议', '压', '逶'].map(character => [character, testLanguage().pinyin.readings(character)[0]!]));
    const line = '会议强调，要压实主体责任。';
    const damaged = mirror(line, { ...SITE, traditional: false, annotated: simplified }, () => 0);
    assert.ok(damaged.includes('?wēi)'), damaged);
    assert.equal(repaired(damaged), folded(line));
  });

  test('where nearly everything is lost, letters behind ideographs are no readings', () => {
    const line = (lost: number) => `會hui強qiang調diao對dui${'?9'.repeat(lost)}`;
    assert.equal(repaired(line(60)), line(60));
    assert.ok(repaired(line(3)).startsWith('會強調對'));
  });

  test('a character of which nothing is left stays a question mark in what is sure', () => {
    // The second byte of the last character and the digit behind it are lost together.
    const { found } = findings('會(huì)議強(qiáng)調(diào),,對(duì)排查要再?gòu)氐?0處(chù)。')[0]!;
    const run = found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.equal(run?.repair?.newText, '徹底?');
  });

  test('text that is as garbled as before is neither written nor guessed, only offered', () => {
    // The bytes behind 徹 are no text in either alignment.
    const { found } = findings('會(huì)議強(qiáng)調(diào),,壓(yā)實(shí)責(zé)任,。\n再?gòu)氐饢餮饜饔饝饕饗c')[1]!;
    const run = found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.ok(run, 'the run is found');
    assert.equal(run.repair, null);
    assert.equal(run.guess, undefined);
    assert.ok(run.candidates.length > 0);
  });

  test('a character that ends in a lost byte is told from others of its first byte, though a digit was lost with it', () => {
    // 结 is BDE1 and 后 is BAF3: E1BA is 岷, and of 后 only the first byte is left. 合, 和 and 好 begin with it as well.
    const simplified = new Map(['办', '强', '责', '压', '岷'].map(character => [character, testLanguage().pinyin.readings(character)[0]!]));
    const line = '会议强调，办结后20日内送达，压实责任。';
    const damaged = mirror(line, { ...SITE, traditional: false, annotated: simplified }, () => 0);
    assert.ok(damaged.includes('?mín)?0'), damaged);
    const run = findings(damaged)[0]!.found.find(({ code }) => code === 'encoding.shifted-bytes');
    assert.equal(run?.repair, null);
    assert.ok(run.candidates.length > 3 && run.candidates.some(({ newText }) => newText === '后?'), JSON.stringify(run.candidates));
  });

  test('marks come back full-width where the page shows none that was folded', () => {
    const site: MirrorSite = { ...SITE, annotated: new Map([...READINGS, ['購', 'gòu']]), inserted: '' };
    const line = '會議強調要再徹底，壓實責任';
    for (const folds of [true, false]) {
      const damaged = mirror(line, { ...site, folded: folds }, () => 0);
      assert.ok(!/[，,]/.test(damaged), damaged);
      assert.equal(repaired(damaged), line);
      assert.equal(repaired(`${damaged}。應急,處置`), `${folded(line)}。應急,處置`);
    }
  });

  test('behind what a site inserts stands a mark, even where it is cut', () => {
    // 。” is A1A3 A1B1; A3A1 is ！. Of what ends in A3 (海, 保, 停) only 。 is a mark.
    const { found } = findings('會(huì)議強(qiáng)調(diào),,社區每月都來,?!崩先诵Φ醚劬γ谐闪艘粭l縫(féng),。')[0]!;
    const run = found.find(({ code }) => code === 'encoding.shifted-bytes')!;
    const read = [...run.candidates.map(({ newText }) => newText), run.repair?.newText ?? run.guess ?? ''];
    assert.deepEqual(
      read.filter(text => !/^[。?]/.test(text)),
      [],
    );
    assert.ok(read[0]!.startsWith('。”老人笑得眼睛'));
  });

  test('a question mark that a repair leaves begins no run', () => {
    const once = repaired('會(huì)議強(qiáng)調(diào),,來(lái)?yè)屔嘲l(fā)?。第(dì)一處。');
    assert.ok(once.includes('?'));
    assert.equal(repaired(once), once);
  });

  test('a character that only newer tables have is understood inside a run', () => {
    // 改建技術 is B8C4 BDA8 BCBC D067: A8BC is ḿ since 2005, and empty in CP936.
    assert.equal(repaired('會(huì)議強(qiáng)調(diào),,要再?gòu)氐赘慕ḿ夹g室。'), '會議強調,要再徹底改建技術室。');
    // 煩換 is 9FA9 9351: E99F is 闊, A993 is ⿹.
    assert.equal(repaired('會(huì)議強(qiáng)調(diào),,用一時的麻?kuò)⿹Q一家的平安。'), '會議強調,用一時的麻煩換一家的平安。');
  });

  test("doubled commas in running text are a site's work without any annotation", () => {
    assert.equal(
      repaired('學校在行政樓召開新學期工作布置會,,各年級組長參加會議。'),
      '學校在行政樓召開新學期工作布置會,各年級組長參加會議。',
    );
    assert.equal(repaired('會議聽取了匯報,;各單位作了發言。'), '會議聽取了匯報;各單位作了發言。');
  });

  test('a space that was lost with half of a character comes back, a digit does not', () => {
    const [run] = findings('會(huì)議強(qiáng)調(diào),,要聞。來源:江臨日?qǐng)?2023-10-09')[0]!.found.filter(
      ({ code }) => code === 'encoding.shifted-bytes',
    );
    assert.equal(run?.candidates[0]?.newText, '報 ');
  });

  test("spaces before most of the marks are a site's work without any annotation", () => {
    assert.equal(repaired('村里先后发展起蔬菜 、药材种植 ,还建了冷库 。'), '村里先后发展起蔬菜、药材种植,还建了冷库。');
    for (const written of ['张三 ，李四，都来了。会议研究了三件事。', '会议 指出 ， 要 抓好 落实 ； 会议 强调 ， 要 压实 责任 。'])
      assert.equal(repaired(written), written);
  });

  test("a space before a bracket without one behind it is a machine's, on both sides it may be an author's", () => {
    assert.equal(repaired('各電站要開展防垮壩應 (yīng)急演練。'), '各電站要開展防垮壩應急演練。');
    for (const text of ['各電站要開展防垮壩應 (yīng) 急演練。', '各電站要開展防垮壩應(yīng) 急演練。']) assert.equal(repaired(text), text);
  });

  test('a simplified page whose table is long is told from texts for beginners by what it never annotates', () => {
    for (const share of [0.1, 0.3, 0.5, 0.7]) {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e6 }), seed => {
          const page = annotatedPage(character => (character.charCodeAt(0) * 7919 * seed) % 1000 < 1000 * share, 'always');
          assert.equal(repaired(page), ARTICLE.join('\n'), page);
        }),
        { numRuns: 10, seed: 1 },
      );
    }
  });

  test('a text for readers who know some hundred characters is left alone', () => {
    const ranked = [...new Set(ARTICLE.join(''))]
      .filter(isAnnotated)
      .sort((a, b) => testLanguage().model.unigram(b) - testLanguage().model.unigram(a));
    for (const known of [0, 20, 40, 60]) {
      for (const times of ['always', 'once'] as const) {
        const page = annotatedPage(character => !ranked.slice(0, known).includes(character), times);
        assert.equal(repaired(page), page);
      }
    }
  });

  test('one annotation of an everyday traditional character is enough', () => {
    assert.equal(repaired('全市環(huán)境質量持續好轉。'), '全市環境質量持續好轉。');
  });

  test('two or three of the most frequent characters are enough in a sentence of a simplified page, in short clauses too', () => {
    for (const sentence of [
      '各乡镇都(dōu)要有(yǒu)专人值守。',
      '乡镇的站位(wèi)高、措施实(shí),群众听了很受(shòu)启发。',
      '下半年要抓好隐患排查治理,列出措施、责(zé)任、资(zī)金、时限,按预案(àn)逐项销号。',
    ])
      assert.equal(repaired(sentence), sentence.replace(/\([^)]*\)/g, ''));
  });

  test('two characters that some readers may not know are left to the author who explains them', () => {
    for (const sentence of ['古井(jǐng)边的台阶沿(yán)着山势铺开。', '两位姓单(shàn)和姓解(xiè)的代表发言。'])
      assert.equal(repaired(sentence), sentence);
  });

  test("a copy whose characters are annotated only now and then is a site's too: nobody else chooses only converted characters", () => {
    const page = [
      '全縣召開會議,縣(xiàn)委書記強調,要壓實責任,認真學習。',
      '會(huì)議強(qiáng)調,要落實(shí)責(zé)任,對違規行為及時處置。',
      '各單位要學(xué)習經驗,對(duì)標先進,備(bèi)足物資,壓(yā)實責任。',
      '會議要求,縣鄉負責人要發現問題,應對風險。',
    ].join('\n');
    assert.equal(repaired(page), page.replace(/\([^)]*\)/g, ''));
  });
  test('a reader that annotates other characters as well, and not everywhere, is none', () => {
    const page = [
      '縣(xiàn)裡開會,山(shān)上下雨,學(xué)生對(duì)著水(shuǐ)看。',
      '學生備(bèi)課,壓(yā)力大,責(zé)任重,實(shí)在強(qiáng)大,看(kàn)對縣裡。',
      '備(bèi)了水,壓實責任,強人開會(huì)。',
    ].join('\n');
    assert.equal(repaired(page), page);
  });
  test('a common character that a site annotates once is repaired, a rare one that the author explains is not', () => {
    assert.equal(repaired('落實(shí)責任,要加強巡查(chá),亳(bó)州也要落實(shí)。'), '落實責任,要加強巡查,亳(bó)州也要落實。');
  });

  test('a line in which other damage hides an annotation depends on all that is known of the site', () => {
    const known = (page: string) => summarise([observe(page, testLanguage())!], testLanguage().model);
    const hidden = '%u52A0%u5F37(qi%u00E1ng)%u5DE1%u67E5';
    const [without, including] = [known('落實(shí)責(zé)任,應(yīng)對風險。'), known('落實(shí)責(zé)任,應(yīng)對風險,加強(qiáng)巡查。')];
    assert.notEqual(dependence(hidden, null, without), dependence(hidden, null, including));
    assert.equal(dependence('全市召開會議。', null, without), dependence('全市召開會議。', null, including));
  });
  test('repairing twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.subarray([...READINGS]),
        fc.constantFrom('', ',', ' '),
        fc.boolean(),
        fc.boolean(),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (annotated, inserted, traditional, foldedSite, numbers) => {
          const site: MirrorSite = {
            ...SITE,
            annotated: new Map(annotated),
            inserted: inserted as MirrorSite['inserted'],
            insertionRate: 0.8,
            traditional,
            folded: foldedSite,
          };
          const once = repaired(mirror(ARTICLE.join('\n'), site, () => numbers.next().value!));
          assert.equal(repaired(once), once);
        },
      ),
      { numRuns: 25 },
    );
  });
});

suite('mirror sites: clean text', () => {
  const CLEAN: readonly string[] = [
    ARTICLE.join('\n'),
    toTraditionalOneToOne(ARTICLE.join('\n')),
    '他是亳(bó)州人,在涪(fú)陵当过老师。',
    '《饕餮（tāo tiè）宴》上映。',
    '妈(mā)妈骑着马(mǎ)，骂(mà)麻(má)雀。',
    '长(cháng)江很长，他长(zhǎng)高了。银行(háng)在行(xíng)人道旁。',
    '真的吗？！他愣住了……“怎么会——”',
    '姓名,性别,,备注\n张三,男,,无\n李四,,,',
    '单位名称,,主要负责人\n城关镇人民政府,,镇长李四',
    'f(a,,b); g(he)',
    '你去不去?去!那好,明天见。',
    '????会不会是这样????',
    '小（xiǎo）猫（māo）和小（xiǎo）狗（gǒu）去河（hé）边（biān）钓（diào）鱼（yú），天（tiān）上（shàng）有云（yún）。',
    '生字表：春 chūn 夏 xià 秋 qiū 冬 dōng，山 shān 水 shuǐ 田 tián。',
    '春(chūn)天到，夏(xià)天来，秋(qiū)天去，冬(dōng)天在。',
    '蚂(mǎ)蚁搬家，蜜(mì)蜂采花，葫(hú)芦(lú)开花，蜻(qīng)蜓点水，贾(jiǎ)老师擀(gǎn)面。',
    '台灣的樂（yuè）團在臺北演出，快樂的觀眾很多。',
    '給(jǐ)予協助，稱(chèn)職的人。',
    '卡拉OK和A股，打call、e路同行，T台、B超，做PPT，买APP。',
    '最新通報 !四川新增18例',
    '记者(he)问道，产业(ai)很大。',
  ];
  for (const text of CLEAN)
    test(text.slice(0, 24).replaceAll('\n', ' '), () =>
      assert.deepEqual(
        findings(text).flatMap(({ found }) => found),
        [],
      ),
    );

  test('no text of ideographs, marks and digits is touched', () => {
    const unit = fc.constantFrom(...ARTICLE.join('').replaceAll('\n', ''), ...'0123456789 ()%《》');
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 200 }).map(units => units.join('')),
        text => assert.equal(repaired(text), text),
      ),
      { numRuns: 200 },
    );
  });
});

suite('mirror sites: findings', () => {
  test('the first spot of a kind warns for the whole line, the others are faded hints', () => {
    const { found } = findings('市委應(yīng)對(duì)疫情,,召開會(huì)議,,研究。')[0]!;
    const of = (code: string) => found.filter(finding => finding.code === code);
    assert.deepEqual(
      of('encoding.pinyin-injection').map(({ severity }) => severity),
      ['warning', 'hint', 'hint'],
    );
    assert.deepEqual(
      of('encoding.doubled-punctuation').map(({ severity }) => severity),
      ['warning', 'hint'],
    );
    assert.ok(found.every(({ unnecessary, repair }) => unnecessary === true && repair?.newText === ''));
    assert.equal(of('encoding.pinyin-injection')[0]!.message(), 'Injected pinyin: 3 readings in this line, e.g. 應(yīng) → 應');
  });

  test('a run is a warning of its own that tells bytes and meaning', () => {
    const run = findings('會(huì)議強(qiáng)調(diào),,排查要再?gòu)氐?,進(jìn)一步')[0]!.found.find(
      ({ code }) => code === 'encoding.shifted-bytes',
    )!;
    assert.equal(run.severity, 'warning');
    assert.equal(run.explanation?.damaged, '?gòu)氐?');
    assert.equal(run.explanation?.meant, '徹底');
    // g = 67, ò = A8B0, u = 75, ) = 29, 氐 = D8B5
    assert.equal(run.explanation?.bytes, '? 67 A8B0 75 29 D8B5 ?');
    assert.equal(run.repair?.proof, 'likely');
  });

  test('where runs are thousands each gets little effort, and plain ones are restored all the same', () => {
    const page = (times: number) => '會(huì)議強(qiáng)調(diào),,排查要再?gòu)氐?,進(jìn)一步\n'.repeat(times);
    const known = (times: number) =>
      summarise(
        page(times)
          .split('\n')
          .flatMap(line => observe(line, testLanguage()) ?? []),
        testLanguage().model,
      );
    assert.equal(known(100).hasManyRuns, false);
    assert.equal(known(1600).hasManyRuns, true);
    assert.equal(repaired(page(1600)), '會議強調,排查要再徹底,進一步\n'.repeat(1600));
  });

  test('time grows with length, not with its square', () => {
    const cost = (times: number) => {
      const text = '?gòu)'.repeat(times);
      return wait(() => void findings(text));
    };
    cost(2000);
    assert.ok(cost(20_000) < 3000);
  });
});
