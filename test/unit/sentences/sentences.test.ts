import * as assert from 'node:assert/strict';
import { setLocale } from '../../../server/src/base/localise';
import { checkSentences } from '../../../server/src/sentences/check';
import { parse } from '../article/parsed';
import { testLanguage } from '../language/resources';

/** `code severity: covered text`. */
const found = (text: string): string[] =>
  checkSentences(parse(text), testLanguage()).map(({ code, severity, start, end }) => `${code} ${severity}: ${text.slice(start, end)}`);
const BODY = '5月6日，全县护林会议召开。县长周海主持会议，各镇负责人参加。\n周海强调，要加强巡查，做到全天候值守。\n';
const clean = (text: string): void => assert.deepEqual(found(text), []);
/** What may follow the last sentence of a page that stands on one line. */
const PAGE_ENDS = [
  '青川县人民政府办公室2024年4月19日',
  '完2024年6月20日（星期四）香港时间16时47分',
  '摄影：甘草',
  '分享到：微信 微博 QQ空间',
  '责任编辑：方圆',
];

suite('cut sentences', () => {
  test('a page on one line ends as pages do', () => {
    for (const end of PAGE_ENDS) clean(`${BODY.replaceAll('\n', '')}会议要求落实责任。${end}`);
  });
  test('after a comma', () =>
    assert.deepEqual(found(`${BODY}会议指出，当前天干物燥，\n会议要求，各镇要落实责任。`), ['sentence.truncated warning: 当前天干物燥，']));
  test('a speaker on a line of its own is followed by what is said, unless somebody else speaks there', () => {
    clean(`${BODY}周海强调，\n各镇要落实责任，及时处置险情。\n`);
    assert.deepEqual(found(`${BODY}周海强调，\n会议要求，各镇要落实责任。\n`), ['sentence.truncated warning: 周海强调，']);
  });
  test('inside a word, and the message names the word', () => {
    setLocale('en');
    const text = `${BODY}周海指出，排查要再彻底。要对照典\n`;
    const [finding] = checkSentences(parse(text), testLanguage());
    assert.equal(text.slice(finding!.start, finding!.end), '要对照典');
    assert.match(finding!.message(), /“典” begins .*典型/);
    // What the word list has by chance is not named.
    const [other] = checkSentences(parse(`${BODY}周海指出，对照要求再完善，努\n`), testLanguage());
    assert.match(other!.message(), /“努” begins 努力…/);
  });
  test('behind a word that needs an object', () =>
    assert.deepEqual(found(`${BODY}会议肯定了各镇的工作，对\n`), ['sentence.truncated warning: 对']));
  test('inside a clause', () =>
    assert.deepEqual(found(`${BODY}会议肯定了各镇的工作。会后，与会人员\n`), ['sentence.truncated warning: 与会人员']));
  test('with an open bracket', () =>
    assert.deepEqual(found(`${BODY}会议要求，各镇（包括林场\n`), ['sentence.truncated warning: 各镇（包括林场']));
  test('excerpts are cut on purpose: a hint', () =>
    assert.deepEqual(found(`${BODY}周海要求，各镇要压实责任。（未完待续）\n`), ['sentence.truncated hint: （未完待续）']));
  test('complete lines without a mark', () => {
    clean(`全县护林会议召开\n林业局 2022-05-06\n${BODY}会议现场 记者 林小满 摄\n`);
    clean(`${BODY}县领导石山、田野等参加会议\n`);
    clean(`${BODY}\n夜深风雨急，\n灯火照长堤。\n\n${BODY}`);
    clean(`${BODY}镇名\t计划\t完成\n东山镇\t120\t118\n`);
    clean(`${BODY}\n青川县林业局\n2022年5月6日\n`);
    clean(`${BODY}第三批护林员培训班开展\n5月7日，培训班开班，为期三天。\n`);
  });
  test('markup, code, rows of values, answers and verse have no sentence to lack its end', () => {
    for (const line of [
      '<p>会议还研究了其他事项。</p>',
      '会议还研究了值班和巡查的</p>',
      '<!-- 注释：这里是正文的 -->',
      'print(f"共处理{n}条（见记录）")',
      '提示=%s 您好，%d条未读，进度',
      '1001,青河镇,2023,达标',
      '健康,全县,动员会,防疫,社区',
      '答案：B，理由是',
      '青山横北郭，白水绕东城，此地一为别，孤蓬万里征',
      '切实抓好护林防火工作。一、宣传培训工作',
    ])
      clean(`${BODY}${line}\n${BODY}`);
    assert.equal(found(`${BODY}各镇备足物资，组建队伍，加强演练，\n${BODY}`).length, 1);
  });
  test('in a line that names a device, inside a quotation', () =>
    assert.deepEqual(found(`${BODY}周海指出，食材要公开，家长扫码就能看到，“看得见，才放得\n${BODY}`).length, 1));
  test('rows of offices and names above the date are signatures, headings may end in what is asked', () => {
    clean(`${BODY}\n　　　县委书记、总河长：步　青\n　　　县　长、总河长：周海\n　　　2022年5月6日\n`);
    clean(
      `${BODY}一、要弄清楚为什么干\n各村先把账算明白。\n二、要想清楚钱花到哪里去\n每一笔钱都要公开。\n三、要弄明白劲往哪里使\n党员要带头。\n`,
    );
  });
  test('behind a number', () =>
    assert.deepEqual(found(`${BODY}会议肯定了各镇的工作。全县已投入资金120\n`), ['sentence.truncated warning: 全县已投入资金120']));
  test('the beginning of a paragraph alone, above a paragraph of its own', () =>
    assert.deepEqual(found(`${BODY}会议要求各镇把护林防火工作\n周海要求，林业、应急部门要联合开展拉网式检查，消除火灾隐患。\n`), [
      'sentence.truncated warning: 会议要求各镇把护林防火工作',
    ]));
  test('a comma at the end of a paragraph is a cut where the other paragraphs end', () =>
    assert.deepEqual(
      found(`${BODY}各镇备足物资，组建队伍，加强演练，\n护林员每天巡查两次，夜间轮流值守。\n县里派出三个督查组，逐镇检查落实情况。\n`),
      ['sentence.truncated warning: 加强演练，'],
    ));
  test('headlines that the paragraph below tells again', () =>
    clean(
      `${BODY}首批防火摄像头投入使用 林区有了“千里眼”\n5月6日，首批防火摄像头投入使用，林区从此有了“千里眼”，覆盖面积三万亩。\n5月8日起东山镇开通护林热线\n5月8日起，东山镇开通护林热线，村民发现火情可以随时报告。\n`,
    ));
  test('pages whose paragraphs do without final marks though they are complete', () =>
    clean(
      '全县要闻\n水库除险加固工程开工建设\n5月6日，东山水库除险加固工程开工建设，为安全度汛奠定坚实基础\n春耕备耕工作全面展开\n各镇抢抓晴好天气，组织农机下田，春耕备耕工作有序推进\n',
    ));
  test('hard line breaks inside a sentence are no cuts', () =>
    clean(
      '　　九月二日，全县秋收工作会议在县城召开，县长周海出席会\n议并讲话。会议总结了上半年的工作，研究部署秋收和秋种任\n务，安排农机检修和技术服务，确保颗粒归仓。\n',
    ));
});

suite('missing text', () => {
  for (const [text, gap] of [
    ['会议以形式召开，各镇设分会场。', '以形式召开'],
    ['大会由主持。', '大会由主持。'],
    ['会议在召开。', '会议在召开'],
    ['全年产值增长%。', '长%'],
    ['印发了《》。', '《》'],
    ['要以为核心，形成合力。', '以为核心'],
    ['在的坚强领导下，全县上下团结一心。', '在的坚强领导下'],
  ] as const)
    test(text, () => assert.deepEqual(found(`${BODY}${text}`), [`sentence.missing-text warning: ${gap}`]));
  test('the same words with everything in place', () =>
    clean(
      `${BODY}会议以视频形式召开，由周海主持，在县城举行。全年产值增长7.4%，要以项目为核心，在县委的坚强领导下抓落实。他以为主要问题已经解决。3月日均客流回升，’99花博会的展馆修葺一新。`,
    ));
});

suite('unbalanced marks', () => {
  test('never closed, never opened', () => {
    assert.deepEqual(found(`${BODY}要落实“四方责任，做到守土有责。`), ['sentence.unbalanced information: “']);
    assert.deepEqual(found(`${BODY}要落实四方责任），做到守土有责。`), ['sentence.unbalanced information: ）']);
  });
  test('quotations of several paragraphs, enumerators and mixed widths', () => {
    clean(`${BODY}周海说：“要加强巡查。\n“要备足物资。\n“要落实责任。”\n`);
    clean(`${BODY}要抓好两件事：1）巡查；2）值守。各镇(含林场）要落实。`);
  });
});
