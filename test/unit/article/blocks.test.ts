import * as assert from 'node:assert/strict';
import { parse } from './parsed';

/** Each line is `kind|text`; blank lines are bare. The text without its kinds is parsed, and the kinds must come back. */
function check(marked: string): void {
  const rows = marked
    .split('\n')
    .map(row =>
      row.includes('|') ? ([row.slice(0, row.indexOf('|')), row.slice(row.indexOf('|') + 1)] as const) : (['blank', row] as const),
    );
  const text = rows.map(([, line]) => line).join('\n');
  const { blocks } = parse(text);
  assert.deepEqual(
    blocks.map((block, i) => `${block.kind}|${rows[i]![1]}`),
    rows.map(([kind, line]) => `${kind}|${line}`),
  );
}

suite('blocks', () => {
  test('what the next paragraph is about', () =>
    check(
      [
        'title|全县重点项目调度会召开',
        'body|周海强调，要倒排工期，挂图作战，确保年底前全部开工。',
        'heading|关于要素保障',
        'body|自然资源、供电部门对项目用地、用电实行首问负责，当天受理、三天答复。',
        'body|周海还要求，会后立即把任务分到科室。',
      ].join('\n'),
    ));
  test('title, subtitle, date line, by-line, caption and body', () =>
    check(
      [
        'title|青川市部署秋粮收购工作',
        'subtitle|——确保应收尽收 颗粒归仓',
        'date-line|2022-10-08 09:30 来源：青川日报 作者：林小满',
        'body|10月7日，青川市召开秋粮收购工作会议。市长周海主持会议。',
        'caption|会议现场 记者 林小满 摄',
        'body|周海强调，要备足仓容，方便农户就近售粮。',
        'byline|责任编辑：方圆',
      ].join('\n'),
    ));
  test('the name of a site and the caption of a picture that is not there stand above the title, bars around a paragraph are none of it', () => {
    check(
      [
        'chrome|青川之窗',
        '',
        'title|河湾镇召开安全生产工作会议',
        '',
        'body|3月1日，河湾镇召开安全生产工作会议，镇长石山主持会议并讲话。 |',
        'body|| 石山强调，各村要逐户排查，立查立改。 |',
      ].join('\n'),
    );
    check(
      [
        'title|河湾镇召开安全生产工作会议',
        'body|3月1日，河湾镇召开安全生产工作会议。',
        '',
        'chrome|图片1.png',
        '',
        'chrome|IMG_8359(1).JPG',
        '',
        'body|石山强调，各村要逐户排查。',
      ].join('\n'),
    );
    check(['caption|（会议现场）', 'body|本报讯 3月1日，河湾镇召开安全生产工作会议，镇长石山主持会议并讲话。'].join('\n'));
  });
  test('navigation before the title and chrome behind the text', () =>
    check(
      [
        'chrome|您的位置：首页 > 新闻中心 > 本地要闻',
        '',
        'title|我县启动护林防火月活动',
        'date-line|发布时间：2023-03-01',
        '',
        'body|3月1日，我县启动护林防火月活动。县长石山出席。',
        '',
        'chrome|上一篇：县医院新楼启用',
        'chrome|下一篇：春耕备耕进行时',
        'chrome|版权所有：青川县融媒体中心',
        'chrome|ICP备12345678号',
      ].join('\n'),
    ));
  test('a headline on two lines; names and organs below one are none', () => {
    check(
      'title|我市启动防汛应急响应\ntitle|提前转移群众八千余人\ndate-line|2022-07-15 来源：青川日报\nbody|7月15日，市防汛抗旱指挥部启动应急响应，转移群众八千余人。',
    );
    check('title|温如玉调研文旅工作\nsubtitle|冉闵 喻世明陪同\ndate-line|2024-04-11\nbody|4月10日，市委书记温如玉调研文旅工作，察看夜市。');
  });
  test('controls of forums and apps, wherever they stand, are no headline; the title of a paper goes on until its word', () => {
    check(
      [
        'chrome|发表于 2023-3-20 08:12:30 | 显示全部楼层 |阅读模式',
        'chrome|您需要 登录 才可以下载或查看，没有账号？立即注册',
        'chrome|本帖最后由 老周 于 2023-3-20 编辑',
        'caption|（会议现场）',
        'title|青川县召开春耕生产现场会',
        'body|3月20日，青川县召开春耕生产现场会。县长周海出席。',
        'chrome|回复 使用道具 举报',
      ].join('\n'),
    );
    check(
      [
        'chrome|打开APP，查看更多精彩内容',
        'chrome|以下文章来源于青川发布，作者青川融媒',
        'title|青川县安全生产委员会',
        'title|关于对龙潭镇农贸市场火灾隐患',
        'title|实施挂牌督办的通知',
        'body|龙潭镇人民政府要成立工作专班，主要负责人亲自抓。',
        'chrome|分享让更多人看到',
      ].join('\n'),
    );
  });
  test('who issues a document belongs to its title', () =>
    check('title|雪原县人民政府\ntitle|关于加强冰面安全管理的通告\n\nbody|近期我县气温起伏较大，现将有关事项通告如下：'));
  test('what stands above the trail of columns is no headline', () =>
    check(
      [
        'chrome|欢迎光临红枫县人民政府网！',
        'chrome|请输入关键字　搜索',
        'chrome|新桥网 > 要闻 > 正文',
        'title|县领导检查安全生产工作',
        'date-line|2024-01-31',
        'body|1月31日，县长上官云飞检查安全生产工作，察看加油站。',
      ].join('\n'),
    ));
  test('buttons, menus, prompts and what a site says about itself', () =>
    check(
      [
        'chrome|中国政府网　省政府网　|　简　繁　|　无障碍阅读　|　个人中心',
        'title|我县启动护林防火月活动',
        'date-line|发布时间：2023-03-01',
        'chrome|【我要打印】【我要收藏】',
        'chrome|打开手机“扫一扫”，网页打开后点击右上角分享按钮',
        'body|3月1日，我县启动护林防火月活动。县长石山出席。',
        'chrome|您可能感兴趣的内容',
        'chrome|一图读懂促消费十条',
        'chrome|网友评论仅供其表达个人看法，并不表明本站立场。',
        'chrome|建议使用1024×768分辨率浏览本站',
      ].join('\n'),
    ));
  test('where numbers stand before sentences, a numbered line without its mark is one too', () =>
    check(
      [
        'title|暑期安全须知',
        '',
        'body|现将有关事项告知如下。',
        'body|1.各学校要在放假前开展一次安全教育，提醒学生远离河塘。',
        'body|2.对校舍、围墙、挡土墙、配电设施进行一次',
        'body|3.值班人员要保持电话畅通，遇有险情及时报告。',
        'body|4.家长要履行监护责任，不让孩子独自下水。',
      ].join('\n'),
    ));
  test('what reports say about buttons and pages stays text', () =>
    check(
      [
        'title|政务服务上线新功能',
        '',
        'body|即日起，市民扫描二维码关注公众号，即可查看办理进度。',
        'heading|一、政务公开',
        'body|要把政务公开、互动交流、办事服务等栏目办好，方便群众查询。',
      ].join('\n'),
    ));
  test('a menu of short words one per line is no title', () =>
    check(
      [
        'chrome|首页',
        'chrome|新闻',
        'chrome|民生',
        'chrome|视频',
        '',
        'title|全市河长制工作推进会召开',
        '',
        'body|5月6日，全市河长制工作推进会召开，部署汛前巡河工作。',
      ].join('\n'),
    ));
  test('a bar above the title, captions that repeat it, who wrote and drew, and the source in brackets', () =>
    check(
      [
        'chrome|适老版　|　便民网　|　12345',
        'title|青川县开展护河行动',
        'body|5月6日，青川县开展护河行动，清理河面垃圾三十余吨。',
        'caption|青川县开展护河行动',
        'body|县长石山指出，要守住一河清水。',
        'byline|（文/方圆　图/护河协会　审核/林小满）',
        'byline|（来源：青川日报）',
      ].join('\n'),
    ));
  test('the page of a paper above the title, without the name of the paper', () =>
    check(
      [
        'date-line|第一版：要闻　总第1906期　2021-07-27编印',
        'title|全市防汛调度会召开',
        'body|7月24日下午，全市防汛调度会召开，部署值守工作。',
      ].join('\n'),
    ));
  test('what pages of Taiwanese offices hold besides', () =>
    check(
      [
        'chrome|按Enter到主內容區',
        'chrome|:::',
        'chrome|字型大小：',
        'chrome|您的瀏覽器不支援JavaScript語法，部份功能可能無法呈現。',
        'chrome|友善列印',
        'title|縣府召開防汛會議',
        'body|縣長石山2日主持防汛會議，要求各鄉鎮備妥抽水機，不得延誤。',
        'chrome|回頂端',
        'chrome|跳到頁面頂部',
      ].join('\n'),
    ));
  test('headings, list rows and attachment of a notice with signature and date', () =>
    check(
      [
        'title|青川市水务局关于开展管网检修的通知',
        '',
        'body|各供水企业：',
        '',
        'heading|一、检修时间',
        'body|检修自4月1日开始，4月20日结束，共计二十天。',
        'heading|二、加强巡查',
        'body|各企业要每日巡查，发现漏点立即处置。',
        '',
        'attachment|附件：检修路段一览表',
        '',
        'signature|青川市水务局',
        'signature|2023年3月25日',
      ].join('\n'),
    ));
  test('who signs a notice above what it prints, the title of that, and numbers to call below', () =>
    check(
      [
        'title|青川县人民政府关于印发《青川县夜市管理办法》的通知',
        'body|现将《青川县夜市管理办法》印发给你们，请遵照执行。',
        'signature|青川县人民政府',
        'date-line|2024年3月15日',
        'signature|（此件公开发布）',
        'caption|青川县夜市管理办法',
        'body|夜市应当在划定的区域内经营，保持道路畅通。',
        'signature|服务热线：12121',
        'signature|咨询电话：0000-7781200',
        'signature|青川县城市管理局',
        'signature|2024年3月16日',
      ].join('\n'),
    ));
  test('who belongs to a group, one below the other', () =>
    check(
      [
        'title|青川县人民政府办公室关于调整防汛指挥部组成人员的通知',
        'body|各镇人民政府：',
        'body|现将调整后的名单通知如下：',
        'list-row|指 挥 长：原　野　县委副书记、县长',
        'list-row|孔　武　县人武部部长',
        'list-row|艾力·买买提　县气象局局长',
        'body|各成员单位要各司其职、密切配合，共同做好防汛工作。',
      ].join('\n'),
    ));
  test('many names side by side are a row of items', () =>
    check(
      [
        'body|会议选举产生了新一届委员，名单公布如下。',
        'list-row|丁一　马二（女）　王三（女，回族）　李四　陈五　周六　吴七　郑八　冯九（壮族）　沈十',
        'body|会议号召全体委员认真履职。',
      ].join('\n'),
    ));
  test('columns are table rows', () =>
    check(
      [
        'title|各镇造林进度',
        '',
        'body|截至3月底，各镇造林进度如下。',
        'table-row|镇名\t计划\t完成',
        'table-row|东山镇\t120\t118',
        'table-row|西河镇\t90\t92',
        'body|各镇要在清明前完成补栽。',
      ].join('\n'),
    ));
  test('verse is told by its even lines', () =>
    check(
      [
        'title|巡堤的人',
        '',
        'body|老支书在堤上写下四句话，贴在值班室的门上。',
        'verse|夜深风雨急，',
        'verse|灯火照长堤。',
        'verse|不敢合双眼，',
        'verse|惟听水声低。',
        '',
        'body|这四句话，后来全村人都会背。',
      ].join('\n'),
    ));
  test('where the items behind bullets are sentences, a short one is one too', () =>
    check(
      [
        'title|全州防汛工作会议召开',
        'body|3月1日，州长周海主持召开会议。会议要求：',
        'body|● 州水利局要抓紧检修水库闸门。',
        'body|● 各县要备足物资。',
      ].join('\n'),
    ));
  test('a row of one repeated sign is a rule, not chrome', () =>
    check(['title|署長視察碼頭', 'blank|＊＊＊＊＊＊＊＊', '', 'body|海事署署長今日視察碼頭，聽取工程進度的匯報。'].join('\n')));
  test('every line has a block, in order', () => {
    const { blocks } = parse('甲\r\n\r\n乙，丙。\n');
    assert.deepEqual(
      blocks.map(({ line, start, end }) => [line, start, end]),
      [
        [0, 0, 1],
        [1, 3, 3],
        [2, 5, 9],
        [3, 10, 10],
      ],
    );
  });
  test('nothing but blank lines', () =>
    assert.deepEqual(
      parse('\n\n').blocks.map(block => block.kind),
      ['blank', 'blank', 'blank'],
    ));
  test('for whom a paragraph is, beside others like it; who reads; who commands; columns set apart by │', () => {
    const kinds = (text: string): string[] => parse(text).blocks.map(({ kind }) => kind);
    assert.deepEqual(kinds('致东山乡亲的一封信\n\n乡亲们：春节到了。\n能不返乡的\n请在当地过年。\n确需返乡的\n请先报备。').slice(3), [
      'heading',
      'body',
      'heading',
      'body',
    ]);
    assert.equal(kinds('读者来信\n\n抽水机坏了半个月。\n读者 李有田\n编者按：农机站应当修好。')[3], 'byline');
    assert.equal(kinds('嘉奖令\n\n各大队要向他们学习。\n东山总队司令员 廉正')[3], 'signature');
    assert.equal(kinds('首页│新闻│时政│正文\n东山县召开防火会议\n\n县长周海强调，要严管火源。')[0], 'chrome');
  });
  test('items that tell what officials do are no links', () => {
    const of = (...lines: string[]): string[] => parse(lines.join('\n')).blocks.map(({ kind }) => kind);
    assert.deepEqual(of('一线督导', '• 州委书记周海在东山水库督导', '• 州长何宝田检查地灾点'), ['title', 'list-row', 'list-row']);
    assert.equal(of('督导防汛', '• 州委书记周海要求，专人值守水库。', '• 州长何宝田检查地灾点')[2], 'list-row');
  });
  test('the items of an agenda are headings', () =>
    assert.deepEqual(
      parse('东山区议会会议纪要\n议程一：改善行人设施\n\n主席表示，要加快。\n议程二：灭鼠行动\n主席表示，要抓紧。').blocks.map(
        ({ kind }) => kind,
      ),
      ['title', 'heading', 'blank', 'body', 'heading', 'body'],
    ));
});
