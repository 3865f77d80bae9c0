import * as assert from 'node:assert/strict';
import { directives } from '../article/parsed';

const is = (lines: readonly string[], expected: string[]): void => assert.deepEqual(directives(lines.join('\n')), expected);

suite('who speaks in a document', () => {
  test('a paper is what it calls itself', () =>
    is(
      [
        '天热了，这些事要记牢',
        '近日持续高温，县应急局现将有关事项提醒如下：',
        '一、错峰作业。午后减少户外劳动。',
        '二、备足饮水。出门随身带水。',
        '三、看护老人。独居老人要有人照看。',
      ],
      [
        '1 提醒 [一、] 一、错峰作业',
        '2 提醒 [] 午后减少户外劳动',
        '1 提醒 [二、] 二、备足饮水',
        '1 提醒 [三、] 三、看护老人',
        '2 提醒 [要] 独居老人要有人照看',
      ],
    ));
  test('an order of an office', () =>
    is(['青川县防汛指挥部令', '各乡镇人民政府：', '今晚有暴雨。在建工程一律停工。'], ['1 命令 [一律] 在建工程一律停工']));
  test('what explains a paper', () =>
    is(['《青川县公园管理办法》政策解读', '近日，县政府印发了该办法。', '游客不得在园内烧烤。'], ['1 解读 [不得] 游客不得在园内烧烤']));
  test('a reply to a proposal, whatever its salutation: its own plans are no orders', () =>
    is(
      [
        '青川县城市管理局',
        '关于对县政协第3次会议第57号提案的答复',
        '尊敬的周海委员：',
        '您提出的提案收悉，现答复如下。',
        '一、下一步工作打算',
        '一是优化布点。再增加一批外摆点位。二是改进执法。对初次违规的以教育为主。',
        '感谢您的关注，恳请继续提出意见。',
        '青川县城市管理局',
        '2023年8月30日',
      ],
      ['1 青川县城市管理局 [恳请] 恳请继续提出意见'],
    ));
  test('a warning, by the office that issues it', () =>
    is(
      [
        '青川县气象台发布暴雨橙色预警信号',
        '青川县气象台2024年7月2日16时35分发布',
        '预计未来3小时有暴雨。',
        '防御指南：',
        '1.切断室外电源，暂停户外作业；',
        '2.学校应当停课。',
      ],
      ['1 青川县气象台 [1.] 1.切断室外电源', '1 青川县气象台 [2.] 2.学校应当停课'],
    ));
  test('what an official writes: its headings are sections', () =>
    is(
      [
        '把功夫下在群众家门口',
        '中共青川县委书记　周海',
        '2023-06-20',
        '没有调查，就没有发言权。',
        '一、敲开群众的门，先要放下架子',
        '调研要沉到底，多推门就进。实践告诉我们，调研要下真功夫。',
      ],
      ['1 周海 [要] 调研要沉到底'],
    ));
  test('who answers, where the labels are only 问 and 答', () =>
    is(
      ['市气象局就秋季防火答记者问', '问：今年雨水少吗？', '答：是的，比常年少三成。市民进山不得携带火种。'],
      ['1 市气象局 [不得] 市民进山不得携带火种'],
    ));
  test('an office that replies on a page; what it did before is told', () =>
    is(
      ['物业断电谁来管', '市住建局回复：我局已于5月6日约谈物业公司，责令其立即恢复供电。今后物业公司不得停水停电。'],
      ['1 市住建局 [不得] 今后物业公司不得停水停电'],
    ));
  test('who is asked to speak next is asked nothing else', () =>
    is(
      ['全县护林大会主持词', '同志们：', '会议有两项议程。首先，请县委副书记周海同志传达文件精神。', '下面，请大家认真领会。'],
      ['1 讲话 [请] 请大家认真领会'],
    ));
  test('those for whom something is suggested may be counted', () =>
    is(['会场', '县长周海说，建议60岁以上老人尽早接种疫苗。'], ['1 周海 [建议] 建议60岁以上老人尽早接种疫苗']));
  test('what an office reminds people of, one paragraph each, without numbers', () =>
    is(
      [
        '关系到每个家长',
        '暑假将至，县教育局提醒广大家长：',
        '看管好自己的孩子，不下水游泳。',
        '出门旅游，提前了解天气。',
        '暑假从7月1日开始，共两个月。',
        '学校组织了夏令营，教育孩子爱护森林。',
      ],
      ['1 县教育局 [] 看管好自己的孩子', '1 县教育局 [] 出门旅游'],
    ));
  test('offices abroad, posts and stations remind people too', () => {
    for (const office of ['驻贝拉总领馆', '驻青川办事处', '县消保委', '镇供电所', '市交警', '县妇联'])
      is(
        ['提醒', `近日，${office}提醒市民：`, '一、减少外出。', '二、保持联系。'],
        [`1 ${office} [一、] 一、减少外出`, `1 ${office} [二、] 二、保持联系`],
      );
  });
  test('whom one may turn to is nobody who speaks', () =>
    is(['县公安局通告', '群众发现线索的，请立即到就近派出所报告。公安机关对举报人身份保密。'], ['1 通告 [请] 群众发现线索的']));
  test('an office that reminds people in the headline, where nobody else speaks', () => {
    const body = ['一、安全用电', '请及时更换老化线路。', '二、出门断电', '切勿乱拉电线。'];
    is(
      ['青川县消防救援大队提醒居民安全过冬', ...body],
      [
        '1 青川县消防救援大队 [一、] 一、安全用电',
        '2 青川县消防救援大队 [请] 请及时更换老化线路',
        '1 青川县消防救援大队 [二、] 二、出门断电',
        '2 青川县消防救援大队 [切勿] 切勿乱拉电线',
      ],
    );
    is(['青川县消防救援大队提醒居民安全过冬', '县长周海要求，各镇要抓紧。'], ['1 周海 [要] 各镇要抓紧']);
  });
  test('a paper in book marks; who signs it is no columnist', () => {
    is(['清明放假《告家长书》', '请教育孩子注意安全。'], ['1 告家长书 [请] 请教育孩子注意安全']);
    is(['致家长的一封信', '文风学校', '家长应教育孩子防溺水。'], ['1 公开信 [应] 家长应教育孩子防溺水']);
    is(['县政府议事规则', '第一条 重要事项应集体研究。'], ['1 规则 [第一条] 第一条 重要事项应集体研究']);
  });
  test('a paper that says when it takes effect, or is named in brackets', () => {
    is(['今天，青川县对幸福小区实行封闭管理。', '一、居民要勤洗手。', '二、本通告自发布之日起施行。'], ['1 通告 [一、] 一、居民要勤洗手']);
    is(['【防疫公告】秋冬專案持續執行', '請民眾配合。'], ['1 公告 [請] 請民眾配合']);
  });
  test('a reply to what somebody reported', () =>
    is(['关于城北路灯问题的回复', '您反映的问题收悉，现回复如下：', '路灯已修好。如有疑问，请您拨打热线咨询。'], ['1 答复 [请] 如有疑问']));
  test('a column with the name behind a sign on the same line, in either script', () => {
    is(['作风要硬', '沂水时评 2024-03-08 □ 青 禾', '抓作风，还要在“廉”字上下功夫。'], ['1 青禾 [要] 抓作风']);
    is(['接訴重在辦', '今晨評論 2023-09-14 作者：蘇東', '要辦在實處。'], ['1 蘇東 [要] 要辦在實處']);
  });
  test('who signed an opinion below its title', () => {
    for (const line of ['■ 郝强', '作者 郝强'])
      is(['莫让调研走了样', line, '调研是干部的基本功。领导干部要沉下去，更要听真话。'], ['1 郝强 [要] 领导干部要沉下去']);
  });
  test('whoever issued a warning gives the advice below it', () =>
    is(
      [
        '暴雨橙色预警',
        '青川县气象台2024年8月9日15时发布暴雨橙色预警：预计未来3小时南部有大雨。',
        '1.相关单位做好防范；',
        '2.关闭门窗，加固围板。',
      ],
      ['1 青川县气象台 [1.] 1.相关单位做好防范', '1 青川县气象台 [2.] 2.关闭门窗'],
    ));
  test('what a paper provides, and what is asked of those who are named before 请', () => {
    is(
      ['公园办法出台', '该办法明确，公园应当免费开放。该办法规定，游客不得携带宠物入园。'],
      ['1 该办法 [应当] 公园应当免费开放', '1 该办法 [不得] 游客不得携带宠物入园'],
    );
    is(['通告', '过往车辆请减速慢行。自2024年5月1日起至6月30日。'], ['1 通告 [请] 过往车辆请减速慢行']);
  });
});

suite('who says what', () => {
  test('a meeting that settles points', () =>
    is(
      ['县长办公会议', '3月18日，县长周海主持会议。会议议定以下事项：', '一、住建局一周内公布指南。', '二、补贴标准提高到15万元。'],
      ['1 会议 [一、] 一、住建局一周内公布指南', '1 会议 [二、] 二、补贴标准提高到15万元'],
    ));
  test('what people resolve when they heard a speech', () =>
    is(['重要讲话在我县引发热烈反响', '东山镇党委书记周海说：“我们要把群众的事放在心上。”'], []));
  test('what an office plans to do itself', () =>
    is(
      [
        '关于法治建设情况的报告',
        '2023年，我局认真落实责任。',
        '一、下一步工作计划',
        '一是要加强培训。二是要抓好普法。',
        '二、有关建议',
        '各镇要支持普法。',
      ],
      ['1 null [要] 各镇要支持普法'],
    ));
  test('whom to call is no order', () =>
    is(
      ['征订函', '各会员单位：', '现就征订事宜函告如下：', '一、每单位征订不少于5份。', '二、联系人：周海，电话：6650123。'],
      ['1 函 [一、] 一、每单位征订不少于5份'],
    ));
  test('a notice that is read out, and what announces it', () =>
    is(
      ['广播稿', '社员同志们，现在播送紧急通知：', '旱情加重，特作如下通知：', '第一，各队要备足水桶。', '下面请听公社书记的讲话录音。'],
      ['1 广播稿 [第一] 第一，各队要备足水桶'],
    ));
});
