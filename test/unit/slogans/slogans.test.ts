import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticleService } from '../../../server/src/service';
import { findItems } from '../../../server/src/slogans/expansion';
import { leadingNumber } from '../../../server/src/slogans/numerals';
import { findQuotes } from '../../../server/src/slogans/quotes';
import { shippedEntries, sloganTable, sloganKey } from '../../../server/src/slogans/table';
import { wait } from '../../time';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());
const slogans = (text: string) => service.parse(`工作会议\n\n${text}\n`).slogans;

suite('slogan table', () => {
  test('rows satisfy the schema: known properties, fields of the list, dates', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../server/data/slogans.schema.json'), 'utf8')).properties.slogans.items;
    for (const entry of shippedEntries()) {
      assert.ok(entry.phrase.length > 1);
      for (const key of Object.keys(entry)) assert.ok(key in schema.properties, key);
      assert.ok(schema.properties.field.enum.includes(entry.field), entry.phrase);
      assert.match(entry.firstKnown, new RegExp(schema.properties.firstKnown.pattern));
    }
  });

  test('every note, every occasion and every source stands in both languages', () => {
    for (const { phrase, note, noteEnglish, occasion, occasionEnglish, source, sourceEnglish } of shippedEntries()) {
      assert.equal(sourceEnglish === '', !source.includes('page:'), phrase);
      assert.match(sourceEnglish, /^[^\u3400-\u9fff]*$/, phrase);
      assert.equal(occasionEnglish === '', occasion === '', phrase);
      assert.match(occasionEnglish, /^$|^[^\u3400-\u9fff]*[A-Za-z]{3}[^\u3400-\u9fff]*$/, phrase);
      assert.equal(noteEnglish === '', note === '', phrase);
      assert.match(noteEnglish, /^$|[A-Za-z]{3}.*\.$/, phrase);
    }
  });

  test('every row is found under its own phrase', () => {
    for (const entry of shippedEntries()) assert.equal(sloganTable().get(sloganKey(entry.phrase)), entry, entry.phrase);
  });
});

suite('slogans', () => {
  test('one phrase, however it is written', () => {
    for (const text of ['“外防输入、内防反弹”', '“外防输入，内防反弹”', '「外防輸入、內防反彈」', '外防输入内防反弹']) {
      assert.deepEqual(
        slogans(`坚持${text}总策略。`).map(slogan => slogan.canonical),
        ['外防输入、内防反弹'],
        text,
      );
    }
  });

  test('quoted phrases that the table lacks: counted, patterned, parallel', () => {
    for (const phrase of ['四个铁桶', '六清', '应访尽访', '零缺口', '一街一策', '查得严、堵得住、管得好']) {
      assert.deepEqual(
        slogans(`要落实“${phrase}”。`).map(({ text, canonical }) => [text, canonical]),
        [[phrase, null]],
      );
    }
  });

  test('speech, names of things and dates are no phrases', () => {
    assert.deepEqual(
      slogans('他说：“今年收成好，大家放心吧。”“0506”疫情后，“小林”超市重新开门，“五一”假期客流平稳。').map(({ text }) => text),
      [],
    );
  });

  test('items before the phrase, behind it, and in brackets', () => {
    const items = (text: string) => slogans(text)[0]?.expansion;
    assert.deepEqual(items('要压紧压实属地、部门、单位、个人“四方责任”，抓好落实。'), ['属地', '部门', '单位', '个人']);
    assert.deepEqual(items('推进“三个一批”，即建成一批、开工一批、储备一批，形成合力。'), ['建成一批', '开工一批', '储备一批']);
    assert.deepEqual(items('做到底数清、去向清、责任清等“三清”。'), ['底数清', '去向清', '责任清']);
    assert.deepEqual(items('落实“三长”（河长、林长、路长）责任。'), ['河长', '林长', '路长']);
  });

  test('headings of the sentences and paragraphs behind a phrase are its items, if they are as many as it announces', () => {
    const items = (text: string) => slogans(text)[0]?.expansion;
    assert.deepEqual(items('要做到“三个到位”：责任到位。书记亲自带队。排查到位。每处都要看。处置到位。当天上报。'), [
      '责任到位',
      '排查到位',
      '处置到位',
    ]);
    assert.deepEqual(items('做到“两个绝不”，打赢硬仗。\n　　一是思想上绝不松懈。班班警示。\n　　二是隐患绝不过夜。不得生产。'), [
      '思想上绝不松懈',
      '隐患绝不过夜',
    ]);
    assert.equal(items('做到“三个到位”：责任到位。亲自带队。排查到位。每处都要看。'), null);
    assert.equal(items('坚持“两国方案”。为实现“两国方案”努力。'), null);
  });

  test('plain counts, statements and names that people go by are no set phrases', () => {
    for (const text of [
      '长江、黄河、淮河、海河四大水系为基础。',
      '制造、装机量、发电量三项均居世界第一。',
      '他取消会晤“表示不满”。',
      '他承认进展“比预期要慢”。',
      '有电力抢修“活地图”之称。',
    ])
      assert.deepEqual(slogans(text), [], text);
    assert.equal(slogans('落实“门前三包”要到户。').length, 1);
  });

  test('items in brackets behind the head noun, in the next sentences, told later, and of one character', () => {
    const items = (text: string) => slogans(text)[0]?.expansion;
    assert.deepEqual(items('打造“三最”营商环境（审批最少、流程最优、服务最好），抓好落实。'), ['审批最少', '流程最优', '服务最好']);
    assert.deepEqual(items('做到“三个到位”。一是责任到位，层层签订；二是投入到位，优先保障；三是培训到位，不漏一人。'), [
      '责任到位',
      '投入到位',
      '培训到位',
    ]);
    assert.equal(items('做到“三个到位”。一是责任到位，层层签订；二是投入到位；三是培训到位；四是宣传到位。'), null);
    assert.deepEqual(items('管好“四个口袋”。所谓“四个口袋”，就是粮袋子、菜篮子、水缸子、钱袋子。'), [
      '粮袋子',
      '菜篮子',
      '水缸子',
      '钱袋子',
    ]);
    assert.deepEqual(items('念好“四字诀”，即防、排、查、治。'), ['防', '排', '查', '治']);
    assert.deepEqual(items('按照“三落实”的要求，即责任、措施、资金三落实，逐项销号。'), ['责任', '措施', '资金']);
  });

  test('phrases without quotation marks whose items say what they are; phrases of five characters that the table knows', () => {
    assert.deepEqual(
      slogans('推进三大行动，分别是清河行动、清路行动、清街行动。做到两个必须：必须讲政治、必须守纪律。').map(({ text, expansion }) => [
        text,
        expansion,
      ]),
      [
        ['三大行动', ['清河行动', '清路行动', '清街行动']],
        ['两个必须', ['必须讲政治', '必须守纪律']],
      ],
    );
    assert.deepEqual(
      slogans('贯彻新发展理念，落实中央八项规定精神。').map(({ canonical }) => canonical),
      ['新发展理念', '八项规定'],
    );
  });

  test('counts side by side, sums, and what is held to', () => {
    for (const text of [
      '打造“一廊三带”格局',
      '建设“三区三城”',
      '推行“支部+农户”模式',
      '落实“1+3+N”机制',
      '实施“1248”工程',
      '服务“四上”企业',
      '坚持“开门办学广交朋友”',
      '以“人在格中走”为抓手',
      '杜绝“空架子”',
    ]) {
      assert.deepEqual(
        slogans(`要${text}。`).map(({ text: phrase }) => phrase),
        [/“(.+?)”/.exec(text)![1]],
        text,
      );
    }
    for (const text of ['在“三门”下车', '庆祝“五一”', '拨打“12345”热线', '观看“一心一意”'])
      assert.deepEqual(slogans(`他${text}。`), [], text);
  });

  test('a list that is counted behind it, initials, and a list in quotation marks of its own', () => {
    const items = (text: string) => slogans(text).find(({ expansion }) => expansion)?.expansion;
    assert.deepEqual(items('用好“深、实、细”三字诀。'), ['深', '实', '细']);
    assert.deepEqual(items('打好“降本、增效”两场硬仗。'), ['降本', '增效']);
    assert.deepEqual(items('“敲门问需、开门议事、上门服务”“三门”工作法。'), ['敲门问需', '开门议事', '上门服务']);
    assert.deepEqual(items('推进“三能”改革，即干部能上能下、员工能进能出、收入能增能减。'), [
      '干部能上能下',
      '员工能进能出',
      '收入能增能减',
    ]);
  });

  test('items in quotation marks of their own, counted off, in groups, in pairs, and behind a verb', () => {
    const items = (text: string) => slogans(text)[0]?.expansion;
    assert.deepEqual(slogans('要把“后路、后院、后代”这“三后”问题办好。').find(({ text }) => text === '三后')!.expansion, [
      '后路',
      '后院',
      '后代',
    ]);
    assert.deepEqual(items('要做到“三个到位”：一是责任到位，二是措施到位，三是监督到位。'), ['责任到位', '措施到位', '监督到位']);
    assert.deepEqual(items('要以“两育并举”为路径，一是突出德育实效，二是提升智育水平。'), ['突出德育实效', '提升智育水平']);
    assert.deepEqual(items('开展“三查三看”活动，查思想、查作风、查纪律，看担当、看落实、看成效。'), [
      '查思想',
      '查作风',
      '查纪律',
      '看担当',
      '看落实',
      '看成效',
    ]);
    assert.deepEqual(items('要盯住“两个重点”：顶板管理和瓦斯治理；做到有人管。'), ['顶板管理', '瓦斯治理']);
    assert.deepEqual(items('严禁违章指挥、违章作业、违反劳动纪律“三违”行为。'), ['违章指挥', '违章作业', '违反劳动纪律']);
  });

  test('what is grasped, numbered first, or held to is a set phrase', () => {
    for (const [text, phrase] of [
      ['要紧盯“小微权力”，防止滥用。', '小微权力'],
      ['严格落实“巡田制”，不留死角。', '巡田制'],
      ['按下“快捷键”，跑出好成绩。', '快捷键'],
      ['安全是“一号工程”。', '一号工程'],
      ['政府以「居家安老為本，院舍照顧為後援」為政策方針。', '居家安老為本，院舍照顧為後援'],
    ])
      assert.deepEqual(
        slogans(text!).map(({ text: found }) => found),
        [phrase],
      );
  });

  test('coinages without a number: halves built alike, the manner of something, what something must be, and what a noun behind names', () => {
    for (const [text, phrase] of [
      ['食堂“明锅亮灶”接入平台。', '明锅亮灶'],
      ['推广“进渠入田”节水技术。', '进渠入田'],
      ['坚决防止“走秀式”调研。', '走秀式'],
      ['科研要“敢为人先”。', '敢为人先'],
      ['守住农民“有饭吃得饱”底线。', '有饭吃得饱'],
    ])
      assert.deepEqual(
        slogans(text!).map(slogan => slogan.text),
        [phrase],
        text,
      );
    for (const text of ['采取“训练模式”运行。', '他说不要“大惊小怪”。', '大家观看“大好河山”图片。', '会上放映了“高山流水”。'])
      assert.deepEqual(slogans(text), [], text);
  });

  test('what the other turns into, what is worked at, and numbers of two characters before what they name', () => {
    const texts = (line: string) => slogans(line).map(({ text }) => text);
    assert.deepEqual(texts('变“接诉即办”为“未诉先办”。'), ['接诉即办', '未诉先办']);
    assert.deepEqual(texts('要在“快准实”上下功夫。'), ['快准实']);
    assert.deepEqual(texts('坚持“县长包片、乡长包村、村干部包户”。'), ['县长包片、乡长包村、村干部包户']);
    assert.equal(slogans('贯彻“两山”理论。')[0]!.canonical, '两山理念');
    assert.deepEqual(texts('压实四方责任，做到两个维护。'), ['四方责任', '两个维护']);
    assert.deepEqual(texts('坚持“走出去”“请进来”，全面推行“田长制”。'), ['走出去', '请进来', '田长制']);
    assert.deepEqual(texts('办好“啤酒节”“龙虾节”。'), []);
    assert.deepEqual(texts('全市建有五个中心，“两节”期间加强值守。'), []);
  });

  test('items behind a verb, in pairs, and with the character of all', () => {
    const items = (line: string) => slogans(line)[0]!.expansion;
    assert.deepEqual(items('推行“三分离”，让生产分离、仓储分离、住宿分离。'), ['生产分离', '仓储分离', '住宿分离']);
    assert.deepEqual(items('严守“四水四定”，以水定城、以水定地、以水定人、以水定产。'), ['以水定城', '以水定地', '以水定人', '以水定产']);
    assert.deepEqual(items('开展抓学习促提升、抓执行促落实、抓效能促发展“三抓三促”行动。'), [
      '抓学习促提升',
      '抓执行促落实',
      '抓效能促发展',
    ]);
    assert.deepEqual(items('建立“三个一”机制，即“一张图”“一本账”“一支队伍”。'), ['一张图', '一本账', '一支队伍']);
    assert.deepEqual(items('建立“四张清单”，分别为问题清单、任务清单、责任清单和效果清单。'), [
      '问题清单',
      '任务清单',
      '责任清单',
      '效果清单',
    ]);
    assert.deepEqual(items('围绕“三张牌”，打好绿色能源牌、绿色食品牌、健康旅居牌。'), ['绿色能源牌', '绿色食品牌', '健康旅居牌']);
    assert.deepEqual(items('算好“三本账”，第一本是政治账，第二本是民生账，第三本是发展账。'), ['政治账', '民生账', '发展账']);
    assert.equal(
      items('“三抓三促”推进会召开，县委书记王海，县委副书记李远出席，县委常委周文主持，县长丁一，县政协主席苗青，县纪委书记方知参加。'),
      null,
    );
    assert.deepEqual(items('会议要求，保重点项目建设、保民生、保工资的“三保”支出。'), ['保重点项目建设', '保民生', '保工资']);
  });

  test('a phrase and its items that are wrapped over the lines of a paragraph', () => {
    const text =
      '工作会议\n\n　　各乡镇要对排查出的隐患逐一登记，按照责任、措施、资金、时\n限、预案“五落实”和领导、部门、企业、班组、个人“五级到\n位”的要求逐项销号，每周报送进度，由县里统一汇总通报。\n';
    const [first, second] = service.parse(text).slogans;
    assert.deepEqual([first!.text, first!.expansion], ['五落实', ['责任', '措施', '资金', '时限', '预案']]);
    assert.deepEqual([second!.text, second!.expansion], ['五级到位', ['领导', '部门', '企业', '班组', '个人']]);
    assert.equal(text.slice(second!.mentions[0]!.start, second!.mentions[0]!.end), '五级到\n位');
  });

  test('what merely stands beside a phrase is not its items', () => {
    for (const text of [
      '做到“两个维护”，坚定信心、同心同德。',
      '要推动改革开放、促进创新发展“两手抓”。',
      '以更大的决心、更明确的目标、更有力的举措做好“三农”工作。',
    ])
      assert.equal(slogans(text)[0]!.expansion, null, text);
    assert.deepEqual(slogans('泰国、印尼两国代表出席，阿拉山口、二连浩特两大口岸通关。'), []);
  });

  test('no items where the count does not fit', () => {
    assert.equal(slogans('要压实属地、部门、单位“四方责任”。')[0]!.expansion, null);
    assert.equal(findItems('落实"四方责任"。', 3, 7, testLanguage().words), null);
  });

  test('an unquoted number with its items behind a colon', () => {
    assert.deepEqual(
      slogans('各村要算好三本账：生态账、经济账、民生账。').map(({ text, expansion }) => [text, expansion]),
      [['三本账', ['生态账', '经济账', '民生账']]],
    );
  });

  test('mentions without marks count once the phrase was quoted', () => {
    assert.equal(slogans('要扎紧“四个铁桶”。四个铁桶是底线，“四个铁桶”要扎牢。')[0]!.mentions.length, 3);
  });

  test('numbers', () => {
    assert.deepEqual(['四方责任', '十四个坚持', '二十条', '138机制', '两站一场', '零感染', ''].map(leadingNumber), [4, 14, 20, 0, 2, 0, 0]);
  });

  test('a hundred thousand open quotes take no longer than their length', () => {
    const text = '“开'.repeat(100_000);
    assert.ok(wait(() => assert.deepEqual(findQuotes(text), [])) < 1000);
  });

  test('four times as many phrases on one line take four times as long, or little more', function () {
    this.timeout(60_000);
    const time = (phrases: number): number => {
      const text = '四个口袋、'.repeat(phrases);
      return wait(() => void slogans(text));
    };
    time(2000);
    const once = time(8000);
    assert.ok(time(32_000) < 8 * once, `8,000 phrases took ${once} ms`);
  });
});
