import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { OutlineNode } from '../../../server/src/outline/outline';
import { buildOutline } from '../../../server/src/outline/build';
import { checkOutline } from '../../../server/src/outline/check';
import { outlineOf, parse } from '../article/parsed';
import { testLanguage } from '../language/resources';

const shape = (nodes: readonly OutlineNode[], depth = 0): string[] =>
  nodes.flatMap(node => [
    `${'  '.repeat(depth)}${node.kind} ${node.name}${node.detail ? ` (${node.detail})` : ''}`,
    ...shape(node.children, depth + 1),
  ]);

suite('outline', () => {
  test('title, section, speaker with title, attribution, directive', () =>
    assert.deepEqual(
      shape(
        outlineOf(
          '全县抗旱会议召开\n2022-08-01\n\n8月1日，全县抗旱会议召开。\n\n会议要点\n\n县长周海强调，要管好水源。要加强灌溉调度，错时用水。\n',
        ).nodes,
      ),
      [
        'title 全县抗旱会议召开',
        '  section 会议要点',
        '    speaker 周海 (县长)',
        '      attribution 强调',
        '        directive 管好水源 (要)',
        '        directive 加强灌溉调度 (要)',
      ],
    ));
  test('who speaks on a line of its own heads no section', () =>
    assert.deepEqual(
      shape(
        outlineOf('全县抗旱会议召开\n\n县长周海主持会议。\n\n周海强调\n\n要管好水源，错时用水。\n\n会议要求\n\n各镇要抓实责任。\n').nodes,
      ),
      [
        'title 全县抗旱会议召开',
        '  speaker 周海 (县长)',
        '    attribution 强调',
        '      directive 管好水源 (要)',
        '  speaker 会议',
        '    attribution 要求',
        '      directive 抓实责任 (要)',
      ],
    ));
  test('an attribution without directives stays only where its speaker would vanish', () =>
    assert.deepEqual(shape(outlineOf('周海指出，形势很好。周海强调，要抓实。\n吴晓丽指出，成绩不小。\n').nodes), [
      'speaker 周海',
      '  attribution 强调',
      '    directive 抓实 (要)',
      'speaker 吴晓丽',
      '  attribution 指出',
    ]));
  test('a document that goes on behind a quotation keeps its directives on both sides', () =>
    assert.deepEqual(
      shape(
        outlineOf(
          '警惕新的负担\n本报评论员\n\n减负要见真章。\n\n省委办公厅副主任丛林指出，一个县用了74个应用。\n\n要把长期不用的应用关停。\n',
        ).nodes,
      ),
      [
        'title 警惕新的负担',
        '  speaker 本报评论员',
        '    directive 减负见真章 (要)',
        '  speaker 丛林 (省委办公厅副主任)',
        '    attribution 指出',
        '  speaker 本报评论员',
        '    directive 把长期不用的应用关停 (要)',
      ],
    ));
  test('nothing to outline', () => assert.deepEqual(outlineOf('').nodes, []));

  const pieces = [
    '全市防汛会议召开\n',
    '\n',
    '市长周海强调，',
    '会议指出，',
    '要加强巡查',
    '；要备足物资',
    '。',
    '一是',
    '二是加强领导',
    '（一）落实责任。',
    '“',
    '”',
    '一、总体要求\n',
    '二、加强巡查\n',
    '他说，',
    '五个到位',
    '：',
    '责任到位、',
    '\n　　',
    '2022-08-01\n',
    '请各镇报送',
    '？',
  ];
  test('children nest, siblings do not overlap, heads lie inside, names are never empty', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), parts => {
        const text = parts.join('');
        const check = (nodes: readonly OutlineNode[], from: number, to: number): void => {
          let at = from;
          for (const node of nodes) {
            assert.ok(
              node.start >= at && node.end >= node.start && node.end <= to,
              `${node.kind} ${node.name} ${node.start}..${node.end} in ${at}..${to}`,
            );
            assert.ok(node.headStart >= node.start && node.headEnd >= node.headStart && node.headEnd <= node.end);
            assert.ok(node.name.length > 0);
            assert.equal(node.level > 0, node.kind === 'directive');
            check(node.children, node.start, node.end);
            at = node.end;
          }
        };
        check(outlineOf(text).nodes, 0, text.length);
      }),
      { numRuns: 300 },
    );
  });
  test('an outline after an edit equals one from nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), fc.nat(), fc.constantFrom(...pieces), (parts, at, added) => {
        const before = parts.join('');
        const from = before.length === 0 ? 0 : at % before.length;
        const after = before.slice(0, from) + added + before.slice(from);
        const earlier = parse(before);
        buildOutline(earlier, testLanguage());
        assert.deepEqual(buildOutline(parse(after, earlier), testLanguage()), outlineOf(after));
      }),
      { numRuns: 100 },
    );
  });
});

suite('announced counts', () => {
  const counts = (text: string): string[] =>
    outlineOf(text).counts.map(({ start, end, declared, found }) => `${text.slice(start, end)} ${found}/${declared}`);
  test('items before the number', () =>
    assert.deepEqual(counts('周海强调，要把握当前和长远、硬件和软件、全局和局部三对关系。'), ['三对关系 3/3']));
  test('items behind a colon, 即 or in brackets', () => {
    assert.deepEqual(counts('周海强调，要算好三笔账：生态账、经济账、民生账。'), ['三笔账 3/3']);
    assert.deepEqual(counts('周海强调，要打响三大攻坚战——项目攻坚、园区攻坚、环境攻坚。'), ['三大攻坚战 3/3']);
    assert.deepEqual(counts('通过“四个一批”，即输出一批、安置一批、创业一批、培训一批，实现稳定就业。'), ['四个一批 4/4']);
  });
  test('a count after its list', () =>
    assert.deepEqual(counts('周海强调，要做到责任到位、物资到位、队伍到位等“三个到位”。'), ['三个到位 3/3']));
  test('numbered parts in the paragraphs below', () =>
    assert.deepEqual(
      counts(
        '在全县抗旱会议上的讲话\n\n同志们：\n\n下面，我讲三点意见。\n\n一、提高认识\n要下沉一线。\n\n二、突出重点\n要管好水源。\n\n三、形成合力\n要密切配合。\n',
      ),
      ['三点意见 3/3'],
    ));
  test('a part that begins with a year is numbered too', () =>
    assert.deepEqual(counts('报社发布了年度三大新闻。\n1.县城通了火车。\n2.2023年全县粮食增产两成。\n3.新医院投入使用。\n'), [
      '三大新闻 3/3',
    ]));
  test('a number that is passed over leaves it open how many there are', () =>
    assert.deepEqual(counts('报社发布了年度四大新闻。\n1.县城通了火车。\n2.全县粮食增产两成。\n4.新医院投入使用。\n'), []));
  test('directives below the head', () =>
    assert.deepEqual(
      counts('周海强调，要抓好三个环节，确保供水安全。要管住水源地，每天巡查。要管住制水厂，严格检测。要管住输水管，及时抢修。'),
      ['三个环节 3/3'],
    ));
  test('items that are the subject of what follows', () =>
    assert.deepEqual(counts('周海强调，要压实“四方责任”，部门、单位、家庭、个人各尽其责。'), ['四方责任 4/4']));
  test('a mistake where orders count what they list', () =>
    assert.deepEqual(
      counts(
        '周海强调，要抓实四项机制，推动作风转变。一是推行清单法，任务逐项列出；二是推行一线法，干部每周下沉；三是推行典型法，每季观摩。',
      ),
      ['四项机制 3/4'],
    ));
  test('“三个一”: every item has a 一', () =>
    assert.deepEqual(counts('周海强调，要开展“三个一”活动。各校要开一次班会、发一封信、看一部影片。'), ['三个一 3/3']));
  test('years, days and places are no counts', () =>
    assert.deepEqual(counts('周海强调，要用三个月时间整改两个县、五个镇的问题，二十大精神要学深。'), []));
  test('a list that may be open, unlike or two counts at once contradicts no number', () => {
    for (const text of [
      '“十四五”时期，长江、汉江、清江治理取得成效。',
      '资源税、房产税、教育费附加等在内的“六税两费”减半征收。',
      '推出六个方面举措，包括降成本、稳经营、减负担。',
      '海州港、云岭园区和东湾、西湾、南湾三大平台建设加快。',
      '他带来三点主张，为合作指明方向。一是尊重，二是互信。',
      '占总数的百分之十五点九，玉米、大豆、高粱增产。',
      '在“巩固、增强、提升、畅通”八个字上下功夫。',
      '与会人员先后参观了柳林社区、北坡乡、河湾村等5个观摩点。\n李水就抓落实提出要求：一是压实责任，二是加强督查，三是严肃考核。',
    ]) {
      const article = parse(text);
      assert.deepEqual(checkOutline(buildOutline(article, testLanguage()), article), [], text);
    }
  });
  test('a number that does not agree is reported at the number, with the items', () => {
    const article = parse('周海强调，要做到“三个聚焦”：一是聚焦水源，二是聚焦灌区。');
    const [finding, ...others] = checkOutline(buildOutline(article, testLanguage()), article);
    assert.equal(others.length, 0);
    assert.equal(finding!.code, 'outline.count-mismatch');
    assert.equal(article.reading.source.slice(finding!.start, finding!.end), '三个聚焦');
    assert.equal(finding!.related!.length, 2);
  });
  test('two counts side by side announce no number; four of one kind do', () => {
    const declared = (text: string): number[] => outlineOf(text).counts.map(count => count.declared);
    assert.deepEqual(declared('推行“两减一增”，即减废车、减违停、增车位。'), []);
    assert.deepEqual(declared('要做到“四个一律”：一律登记、一律核查、一律公示、一律问责。'), [4]);
  });
});
