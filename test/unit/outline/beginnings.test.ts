import * as assert from 'node:assert/strict';
import { directives } from '../article/parsed';

const is = (text: string, expected: string[]): void => assert.deepEqual(directives(text), expected);
/** What 周海 stresses is one directive, which begins at the `‸` of the clauses. */
const begins = (marked: string, marker: string): void => {
  const clauses = marked.replace('‸', '');
  const first = marked.slice(marked.indexOf('‸') + 1).split('，')[0]!;
  is(`周海强调，${clauses}。`, [`1 周海 [${marker}] ${first}`]);
};

suite('where a directive begins', () => {
  test('clauses that are tied to the next one belong to it', () => {
    begins('‸越是关键岗位，越要接受监督', '要');
    begins('‸机器坏在哪里，就要修到哪里', '要');
    begins('‸一有险情，就要组织群众撤离', '要');
    begins('‸宁可多跑一趟，也要当面核对', '要');
    begins('‸不光听汇报，还要到现场核查', '要');
  });
  test('an adverb or a time before the modal is no subject: the topic before it belongs to the order', () => {
    begins('‸治“慢”，先要治思想上的懒', '要');
    begins('‸抓招商，现在要拼服务', '要');
  });
  test('what an order concerns may hold what was done', () => {
    begins('‸因故不能参会的，须向局长请假', '须');
    begins('‸已经进水的小区，地下车库不得进人', '不得');
    begins('‸对看准了的年轻干部，要大胆使用', '要');
    begins('孩子的安全马虎不得，‸各校要逐间排查', '要');
  });
  test('from one day to another', () => begins('‸5日至8日，分管领导要住到乡镇去', '要'));
  test('things that are to be done one by one, before another order', () => begins('‸校舍隐患逐一排查，整改不到位的不得开学', '不得'));
  test('what something is to come to, among orders', () => {
    for (const order of [
      '渣土车辆做到“三个不上路”',
      '煤矿领域紧盯瓦斯、水害',
      '沿江各村寨实行“十户一长”',
      '救灾资金专款专用',
      '对采购岗位人员三年一轮换',
    ])
      is(`周海强调，要压实责任。${order}，不得走过场。`, ['1 周海 [要] 要压实责任', `1 周海 [不得] ${order}`]);
  });
  test('an outcome is no order, what follows from a case is', () => {
    is('周海强调，再不整改，就要掉队。', []);
    is('周海强调，作风不除，打仗就要打折扣。', []);
  });
  test('what is only said of something stands before the order: adjectives, idioms, changes, what some have or do', () => {
    for (const statement of [
      '个别村账目不清',
      '任务重、时间紧',
      '外来人口多、流动性大',
      '群众反映强烈',
      '项目进度滞后',
      '火险等级居高不下',
      '教训十分惨痛',
      '市民意见集中',
      '客流大、时间集中',
      '根子在“重建轻管”',
    ])
      begins(`${statement}，‸要限期整改`, '要');
    begins('部分企业经营困难，‸要主动上门帮扶', '要');
    begins('选举那几天，‸派出所要派民警到场', '要');
  });
  test('topics, cases and what is not done yet belong to it', () => {
    for (const topic of ['工程发包、物资采购', '夜间施工', '干部下乡', '老旧小区加装电梯', '头晕、眼眶痛', '在校舍改造上'])
      begins(`‸${topic}，要提前公告`, '要');
    begins('‸机器没停稳，不要伸手', '不要');
  });
  test('what may be done instead is a statement', () => begins('东西没了可以再买，‸没有接到通知以前，谁也不要回去', '不要'));
  test('two orders in one sentence with a verb of saying each', () =>
    is('周海叮嘱值班人员注意保暖，并要求各站备足物资。', ['1 周海 [] 值班人员注意保暖', '1 周海 [] 各站备足物资']));
});

suite('orders by their form', () => {
  test('what is lacking is to be made good', () => {
    for (const order of ['哪一样短缺就补哪一样', '谁违规就查谁', '缺什么就补什么'])
      is(`周海强调，要守住底线。${order}。`, ['1 周海 [要] 要守住底线', `1 周海 [] ${order}`]);
  });
  test('also 该', () => {
    is('周海强调，企业也该放下架子。', ['1 周海 [该] 企业也该放下架子']);
    is('周海强调，企业也该项目的受益者。', []);
  });
  test('those spoken to', () => is('“渠不通，水不来。你们把工期表贴到墙上。”县长周海说。', ['1 周海 [] 你们把工期表贴到墙上']));
  test('how things stand, what is seen and what leads to a list are none', () => {
    for (const text of ['个别车站把关不严，导致货物坠落', '也要看到差距', '教育兴则国家兴', '为吸取教训，现将情况通报如下，并提出以下要求'])
      is(`周海强调，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
    is('周海强调，针对安全方面，一是要加强巡查。二是要整改隐患。', ['1 周海 [一是] 一是要加强巡查', '1 周海 [二是] 二是要整改隐患']);
    is('周海强调，水利部门要盯住水库；教育部门视情调整上学时间。', [
      '1 周海 [要] 水利部门要盯住水库',
      '1 周海 [] 教育部门视情调整上学时间',
    ]);
  });
  test('maxims and welcomes are none', () => {
    for (const text of ['各项准备工作宜早不宜迟', '办好教育没有捷径', '出席今天会议的有各镇负责人'])
      is(`周海强调，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
  });
  test('warning that something may come about is none', () =>
    is('周海呼吁各方冷静，并警告称如果局势恶化，将产生严重后果。', ['1 周海 [] 各方冷静']));
});

suite('orders without a word of orders', () => {
  const told = (order: string, first = order.split('，')[0]!): void =>
    is(`周海强调，要守住底线。${order}。`, ['1 周海 [要] 要守住底线', `1 周海 [] ${first}`]);
  test('what is not to be done, and what comes of not doing it', () => {
    told('不私拉电线，不使用大功率电器');
    for (const text of ['不抓落实，就没有成效', '不影响群众出行', '不断取得进展'])
      is(`周海强调，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
  });
  test('who somebody is to be, what first, and in which case', () => {
    told('做孩子安全的守护者');
    told('返校后先开窗通风，再检查水电');
    told('发现有人落水，不贸然下水');
  });
  test('questions that are to be answered belong to the order; short topics do, what was lately does not', () => {
    begins('‸收了多少水费、花到哪里，每季必须公开', '必须');
    begins('‸赋能，要培育产业', '要');
    begins('近日，‸各镇要加强巡查', '要');
    begins('水库安全关系下游群众，‸不能有丝毫侥幸', '不能');
  });
  test('what nothing is able to do is no order', () => is('周海说，湿毛巾不能预防中毒。', []));
});
