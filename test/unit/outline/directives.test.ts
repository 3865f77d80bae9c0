import * as assert from 'node:assert/strict';
import { directives } from '../article/parsed';

const is = (text: string, expected: string[]): void => assert.deepEqual(directives(text), expected);
const none = (...texts: string[]): void => {
  for (const text of texts) is(text, []);
};

suite('what is a directive', () => {
  test('莫 before what people do; a name and a maxim', () => {
    is('周海强调，莫拿经验当规程，看不准就停机，切勿硬撑。', ['1 周海 [莫] 莫拿经验当规程']);
    for (const order of ['莫图省事', '莫以为小事不小', '莫贪快']) is(`周海强调，${order}。`, [`1 周海 [莫] ${order}`]);
    none('周海说，莫文远出席会议。', '周海说，别人的教训不能靠自己再交一次学费来记。');
  });
  test('a noun that is a verb elsewhere, with an idiom that is told of it; what is about to come', () => {
    is('周海强调，报告振奋人心，思路清晰，与会人员要认真学习。', ['1 周海 [要] 与会人员要认真学习']);
    is('周海强调，要加强巡查。一年一度的防汛工作即将全面开展。', ['1 周海 [要] 要加强巡查']);
    none('教育局局长周海报告校舍检修情形，目前二十所学校完成检修。');
  });
  test('a noun behind and: 部署和要求 says nothing; what is expected of something', () => {
    is('周海指出，全县上下要提高站位，准确把握上级对今年工作的部署和要求，切实抓好落实。', ['1 周海 [要] 全县上下要提高站位']);
    is('会议强调，社会各界对大会关注更高，期望更高。要提升站位。', ['1 会议 [要] 要提升站位']);
  });
  test('what is done with something, behind a first order', () =>
    is('会议要求，各公司尽快召开专题会，将会议精神传达到全体职工。', ['1 会议 [] 各公司尽快召开专题会']));
  test('what a sentence aims at, what allows no neglect', () => {
    is('关于禁放烟花的通告\n为维护秩序，防止发生事故。\n禁止在广场燃放烟花。', ['1 通告 [禁止] 禁止在广场燃放烟花']);
    is('会议强调，安全生产容不得半点疏忽，要保持警惕。', ['1 会议 [要] 要保持警惕']);
    is('周海强调，要强动力，添活力。', ['1 周海 [要] 要强动力']);
  });
  test('what was so far this year, and what an item only explains', () => {
    none('副省长周海强调，今年前11个月全省安全情况总体稳定，但事故发生9起。');
    is('在警示教育会上的讲话\n下面，我讲两点意见。\n一、提高站位\n教育是责任。第一，这是做到忠诚的必然要求。', [
      '1 讲话 [一、] 一、提高站位',
    ]);
  });
  test('two sayings in one sentence have a directive each', () =>
    is('县委书记周海强调：各部门要抓紧，并要求财务中心提供周报。', ['1 周海 [要] 各部门要抓紧', '1 周海 [] 财务中心提供周报']));
  test('one list, although its items begin differently', () =>
    is('周海强调，一是要管好水库；二是要备足物资；三要加强值守；四是要严格报告。', [
      '1 周海 [一是] 一是要管好水库',
      '1 周海 [二是] 二是要备足物资',
      '1 周海 [三要] 三要加强值守',
      '1 周海 [四是] 四是要严格报告',
    ]));
  test('the number of a first item behind those told', () => {
    is('周海强调，县医院一要查清底数；二要备足物资。', ['1 周海 [一要] 县医院一要查清底数', '1 周海 [二要] 二要备足物资']);
    is('周海强调，各镇一是加强巡查。二是备足物资。', ['1 周海 [一是] 各镇一是加强巡查', '1 周海 [二是] 二是备足物资']);
    is('周海强调，各镇要统一要求；二要备足物资。', ['1 周海 [要] 各镇要统一要求', '1 周海 [要] 二要备足物资']);
  });
  test('a modal with and without a subject', () =>
    is('周海强调，要加强巡查。各镇必须备足物资。', ['1 周海 [要] 要加强巡查', '1 周海 [必须] 各镇必须备足物资']));
  test('a modal behind nouns whose end it makes another word with', () => {
    for (const whom of [
      '派出所',
      '各居委会',
      '工会',
      '全社会',
      '业主',
      '司机',
      '编辑',
      '思想',
      '党纪',
      '线索',
      '董事会',
      '车主',
      '货主',
      '内需',
    ])
      is(`周海强调，${whom}要加强巡查。`, [`1 周海 [要] ${whom}要加强巡查`]);
    for (const whom of ['项目经理', '各日报']) is(`周海强调，${whom}应加强巡查。`, [`1 周海 [应] ${whom}应加强巡查`]);
    none(
      '周海说，群众要什么我们心里有数。',
      '周海说，要想富，先修路。',
      '周海强调，产业主要分布在东部。',
      '周海说，企业主要负责人参加了会议。',
      '周海说，这是我们所要做的工作。',
      '周海说，安居乐业是我们应持续努力之目标。',
      '周海说，他很快就会要到资料。',
      '周海说，物资供应充足。',
    );
  });
  test('prohibitions', () =>
    is('周海强调，任何人不得擅自开闸。严禁烟火进山。', ['1 周海 [不得] 任何人不得擅自开闸', '1 周海 [严禁] 严禁烟火进山']));
  test('it begins behind clauses that state facts', () =>
    is('周海指出，近段时间，各镇做了大量工作，取得了初步成效，我们要认真总结经验。', ['1 周海 [要] 我们要认真总结经验']));
  test('a phrase before the verb belongs to it', () => is('周海要求，对失职失责的，一律严肃追责。', ['1 周海 [一律] 对失职失责的']));
  test('bare imperatives where orders came before', () =>
    is('周海强调，要守住底线。加强夜间值守，及时报告险情。', ['1 周海 [要] 要守住底线', '1 周海 [] 加强夜间值守']));
  test('orders that do not say so: terms, shares, results, those addressed', () => {
    for (const order of [
      '无分歧欠款年底前全部清零',
      '各单位负责人在岗带班',
      '能当场解决的当场解决',
      '有关部门优先安排运力',
      '涉山涉水景区即时关闭',
      '不携带火种进山',
    ])
      is(`周海要求，要守住底线。${order}。`, ['1 周海 [要] 要守住底线', `1 周海 [] ${order}`]);
    is('周海指出，形势不容乐观。各村书记每周至少接访一天。', ['1 周海 [] 各村书记每周至少接访一天']);
  });
  test('it begins with the first order of its sentence', () =>
    is('周海要求，做实项目储备，未完成手续的项目不得申报。', ['1 周海 [不得] 做实项目储备']));
  test('what befalls somebody, what it is about and what else is to be done belong to it', () => {
    for (const [order, marker] of [
      ['驾驶员遇有团雾，必须减速慢行', '必须'],
      ['值班员收到警报，请立即出动', '请'],
      ['发生管涌，请立即报告', '请'],
      ['乡亲们进城看病，要车给车', '要'],
      ['只能白天作业，并须专人看守', '须'],
      ['治“拖”，要限时办结', '要'],
      ['公正司法，要让群众看得见', '要'],
      ['归还工具，要当面点清', '要'],
      ['责任上，镇长要担起来', '要'],
      ['抓招商，干部要走出去', '要'],
      ['仓库敞开存，价钱照去年来，不许压秤', '不许'],
      ['对长期空置的房子，两家坐下来商量，月底前必须拿出办法', '必须'],
    ] as const)
      is(`周海强调，${order}。`, [`1 周海 [${marker}] ${order.split('，')[0]}`]);
  });
  test('what states something by itself does not', () => {
    for (const statement of [
      '今年雨水偏多',
      '老旧小区关系千家万户',
      '工地没有假期',
      '眼下任务千头万绪',
      '进入汛期',
      '灾区地处高原',
      '省里对此作出部署',
      '新征程上',
    ])
      is(`周海强调，${statement}，要加强巡查。`, ['1 周海 [要] 要加强巡查']);
    is('周海强调，传统产业换上新颜，中小企业也要跟上。', ['1 周海 [要] 中小企业也要跟上']);
    is('周海说，寒流接连报到，请大家添衣。', ['1 周海 [请] 请大家添衣']);
  });
  test('whom and when it concerns belongs to it', () =>
    is('周海提醒，市民如感不适，应立即求诊。在红色警告生效期间，应避免前往郊野公园。', [
      '1 周海 [应] 市民如感不适',
      '1 周海 [应] 在红色警告生效期间',
    ]));
  test('parts behind a semicolon', () =>
    is('周海要求，各镇要清点物资；水利站要检查闸门。', ['1 周海 [要] 各镇要清点物资', '1 周海 [要] 水利站要检查闸门']));
  test('requests', () =>
    is('周海说，请各位及时报名。希望大家互相转告。', ['1 周海 [请] 请各位及时报名', '1 周海 [希望] 希望大家互相转告']));
  test('a reported order without a modal', () => is('周海现场要求施工单位三日内整改到位。', ['1 周海 [] 施工单位三日内整改到位']));
  test('facts, what was heard, promises, questions and exhortations are none', () =>
    none(
      '周海强调，全县农业生产形势很好，粮食产量再创新高。',
      '会议听取了各镇关于抗旱工作的汇报。',
      '周海表示，县里将增加投入，帮助各镇解决困难。',
      '周海说，我们增设了三个站点，检修了全部水泵。',
      '周海问，为什么要等到明天？',
      '周海说，让我们携起手来，建设美好家园。',
      '周海宣布，成立抗旱指挥部。',
    ));
  test('words that only contain a modal are none', () =>
    none('周海指出，这是重要的民生工程，需要各方支持。', '周海介绍，应急物资供应充足，反应迅速。', '周海指出，主要问题是纪要没有落实。'));
  test('a slogan in quotes is none', () => none('周海指出，“疫情要防住、经济要稳住、发展要安全”是总的方针。'));
  test('what everybody resolves is none', () => none('与会人员一致表示，要以这次会议为动力，扎实工作。'));
  test('what is talked about, narrated, in progress or left to the law', () => {
    for (const fact of [
      '加强基础研究，是实现自立自强的必由之路',
      '牢记殷切嘱托，北京持续拓展绿色空间',
      '各地各部门正抢抓农时加强田管',
      '违反本通告的，由公安机关依法处罚',
      '改革主要包括：组建指挥机构',
      '根据现行法例，未经登记不得使用',
    ])
      is(`周海要求，要守住底线。${fact}。`, ['1 周海 [要] 要守住底线']);
    none(
      '周海说，要致富，就得先修路。',
      '周海说，抓经济必须抓工业。',
      '周海说，该中心已去信各医院，促请医护人员尽快呈报。',
      '周海说，下一个议题是要不要建食堂。',
    );
  });
  test('what something costs, what may have to be and what is told in passing', () =>
    none(
      '周海说，货车从东门进出要绕行七公里。',
      '周海说，卸一船货我们要九个小时。',
      '周海说，手机响个不停，夜里十一点还要回消息。',
      '局長周海說，業主如未能履行責任，或須承擔法律責任。',
    ));
  test('at whose wish something happens, and who is introduced', () =>
    none('周海说，应主办方邀请，专家下周来访。', '周海说，今天我们请来石山局长介绍情况。'));
  test('what it depends on, wishes, invitations and what an office will do', () => {
    none('周海说，预案用得好不好，要看演练。', '周海说，学得扎实，最后还要看干得好不好。', '周海说，学习最忌三心二意。');
    for (const text of ['祝大家学习进步', '欢迎广大劳动者监督', '对恶意欠薪的，人社部门将列入失信名单'])
      is(`周海要求，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
  });
  test('a stage of time comes before the order; those of a kind are told', () => {
    is('周海要求，5月3日至9日为摸底阶段，各村要逐栋登记。', ['1 周海 [要] 各村要逐栋登记']);
    is('周海要求，D级危房必须停用；C级的限期加固，到期未加固的停止经营。', ['1 周海 [必须] D级危房必须停用', '1 周海 [] C级的限期加固']);
    is('周海说，工作中遇到的重要情况，请及时报镇村建所。', ['1 周海 [请] 工作中遇到的重要情况']);
  });
  test('a quotation belongs to the official who is named behind it, whatever the verb', () => {
    is('全县会议召开\n\n县长周海到柳河镇调研。\n“必须马上整改！”周海当场要求。', ['1 周海 [必须] 必须马上整改']);
    is('全县会议召开\n\n县长周海到柳河镇调研。\n“仓容要备足。”周海再三嘱咐随行的干部。', ['1 周海 [要] 仓容要备足']);
  });
  test('得 and 有义务 oblige', () => {
    is('周海说，领导干部得带头学习。任何单位和个人均有义务配合。', [
      '1 周海 [得] 领导干部得带头学习',
      '1 周海 [有义务] 任何单位和个人均有义务配合',
    ]);
    none('周海说，大家得到了实惠，干部得知消息很高兴。');
  });
  test('what the side of the speaker is willing to do, what will be forbidden and under whose support', () => {
    for (const text of [
      '中方愿同各方坚持开放合作',
      '中方将继续鼓励企业参与港口建设',
      '在中央政府坚定支持下，两地妥善处理了难题',
      '如果售价超限，将禁止提供保险服务',
    ])
      is(`周海要求，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
    none('周海说，我们希望看到两地和平安宁。', '周海说，这是一个必须紧紧抓住并且可以大有作为的战略机遇期。');
  });
  test('places and unions are told, and those who did something', () => {
    is('周海强调，要把好收购关口。东山镇、西河镇落实专人值守。', ['1 周海 [要] 要把好收购关口', '1 周海 [] 东山镇、西河镇落实专人值守']);
    is('周海呼吁已购买受影响产品的市民停止食用。', ['1 周海 [] 已购买受影响产品的市民停止食用']);
  });
  test('whom or what it is about comes first', () => {
    is('周海要求，要守住底线。对整改不力、再次发现同类问题的，先免职再调查。', [
      '1 周海 [要] 要守住底线',
      '1 周海 [] 对整改不力、再次发现同类问题的',
    ]);
    is('周海要求，要突出项目为王。对47个已备案项目，倒排工期。', ['1 周海 [要] 要突出项目为王', '1 周海 [] 对47个已备案项目']);
    is('周海要求，东门那条断头路，6月底前必须打通。', ['1 周海 [必须] 东门那条断头路']);
    is('周海呼吁乡亲随手关紧水龙头，一滴水都不要浪费。', ['1 周海 [不要] 乡亲随手关紧水龙头']);
    is('周海呼吁市民，在暴雨期间切勿外出。', ['1 周海 [切勿] 在暴雨期间切勿外出']);
    is('周海批示：各县区、各部门举一反三，对老旧小区逐一排查。', ['1 周海 [] 各县区、各部门举一反三']);
  });
  test('别 forbids at the head of its verb, not inside words', () => {
    is('周海叮嘱，这条船也别当废品卖了，搬到村史馆去。', ['1 周海 [别] 这条船也别当废品卖了']);
    none('周海说，临别时大家都很不舍，特别难忘。', '周海说，别的村也来了人。');
  });
  test('a quotation that goes on behind the verb, and what somebody announces on a stage', () => {
    is('“电网的事，一秒都不能耽搁，”县长周海叮嘱，值守人员要盯紧负荷。', ['1 周海 [不能] 电网的事', '1 周海 [要] 值守人员要盯紧负荷']);
    none('周海说，首先，请林小满副县长作发布。', '周海说，任何人都不应该为了赶工期而冒险。', '周海说，居民一度电都不能少。');
    is('周海说，各位工友遇到违章指挥，要敢于拒绝。', ['1 周海 [要] 各位工友遇到违章指挥']);
    is('周海强调，要管好渡口。对五月以来外出返回人员逐一登记。', ['1 周海 [要] 要管好渡口', '1 周海 [] 对五月以来外出返回人员逐一登记']);
  });
  test('those who failed to do something, who is in charge and several symptoms belong to the order behind them', () => {
    is('周海要求，司机未取得资格的，不得上岗。', ['1 周海 [不得] 司机未取得资格的']);
    is('周海说，头晕、心悸，要马上休息。', ['1 周海 [要] 头晕、心悸']);
    is('周海要求，要守住底线。站长是第一责任人，每天巡查不少于两次。', ['1 周海 [要] 要守住底线', '1 周海 [] 站长是第一责任人']);
    is('周海要求，要守住底线。遇到不肯走的，先把人稳住，再打电话。', ['1 周海 [要] 要守住底线', '1 周海 [] 遇到不肯走的']);
  });
  test('what offices will do themselves is none', () =>
    is('周海要求，要守住底线。县交通局、县公安局将于五月联合抽查。', ['1 周海 [要] 要守住底线']));
  test('stage directions, what is always valued, truths that weigh, and promises to mend are none', () => {
    none('周海说，请林小满副县长发言。', '周海说，请各位代表依次入场。', '周海说，然后请市长作重要讲话。');
    for (const text of ['政府十分重视青年发展', '安全责任重于泰山']) is(`周海要求，要守住底线。${text}。`, ['1 周海 [要] 要守住底线']);
    none('局长周海表示，完全接受反馈意见，坚决抓好整改。一要提高认识。');
  });
  test('those addressed are a whole list, and no part of a word', () => {
    is('周海要求，要守住底线。各区市、各部门、各单位加强监管。', ['1 周海 [要] 要守住底线', '1 周海 [] 各区市、各部门、各单位加强监管']);
    is('周海要求，要守住底线。基金部分小型计划实行公开。', ['1 周海 [要] 要守住底线']);
  });
  test('everybody is asked, whoever speaks', () => {
    is('暴雨将至。请全县广大群众做好防范准备。', ['1 null [请] 请全县广大群众做好防范准备']);
    none('暴雨将至。请主任过目。');
  });
  test('不能 forbids in what is said, unless it tells what cannot be done or is a saying', () => {
    for (const order of ['电话不能没人接', '说的和做的不能两个样', '整改不能走过场'])
      is(`周海强调，${order}。`, [`1 周海 [不能] ${order}`]);
    none(
      '周海说，有的村不能派人。',
      '周海说，群众办事不能一次办成。',
      '周海说，再难不能难群众。',
      '周海说，谁都不能代替自己。',
      '事故提醒我们，闸门不能成摆设。',
      '部分企业不能派人。',
    );
    is('周海说，水库不能带病运行，请水利局连夜检修。', ['1 周海 [请] 请水利局连夜检修']);
  });
  test('what an order holds for stands before it', () => {
    is('周海说，孩子咳嗽，不管轻重，都不要到校。', ['1 周海 [不要] 孩子咳嗽']);
    is('周海强调，城区、乡村，都要节水。', ['1 周海 [要] 城区、乡村']);
    is('周海强调，工期再紧，各工地也不能抢进度。', ['1 周海 [不能] 工期再紧']);
    is('周海说，不会开车的住户，邻居要搭把手。', ['1 周海 [要] 不会开车的住户']);
  });
  test('orders by their form: where to go, what first, what to do when', () => {
    for (const order of ['到地头去', '先排积水', '没听懂就问清楚'])
      is(`周海要求，要守住底线。${order}，不要怕麻烦。`, ['1 周海 [要] 要守住底线', `1 周海 [不要] ${order}`]);
  });
  test('why somebody was asked to come, what one of a kind costs, wishes and a telephone number are none', () => {
    none(
      '周海说，请大家来，主要是谈谈心。',
      '周海说，请县委放心，我们一定办好。',
      '周海说，一座水库溃坝要毁三百亩田。',
      '周海说，愿同志们工作顺利。',
      '周海说，我们希望同企业家们一道，做大产业。',
    );
    is('周海要求，要守住底线。联系电话：2222222；地址：平安路8号。', ['1 周海 [要] 要守住底线']);
  });
  test('a report on what was put right orders nothing but what it asks for', () =>
    is(
      '关于县水务局整改进展情况的通报\n\n现将整改进展情况通报如下：\n\n（一）关于“账目公开不及时”问题。补公开账目14期，修订了办法，明确超过一万元的支出必须公示。\n（二）针对“走访不够”问题。走访企业31家。建立台账制度，实行每周调度。\n\n如有意见，请与县水务局联系。\n',
      ['1 通报 [请] 如有意见'],
    ));
  test('assignments, what is to become at once of some, and shapes that only an order has', () => {
    for (const order of ['各街道把号码印在卡片上', '全院上下做到“两个不断档”']) is(`周海说，任务很重。${order}。`, [`1 周海 [] ${order}`]);
    for (const order of ['能当场改的，不过夜', '走到哪段查到哪段', '三人一组', '低于五度的，可用热风炉'])
      is(`周海要求，要守住底线。${order}。`, ['1 周海 [要] 要守住底线', `1 周海 [] ${order.split('，')[0]!}`]);
    is('周海要求，要守住底线。警告生效时，正午须停工。', ['1 周海 [要] 要守住底线', '1 周海 [须] 警告生效时']);
    is('周海要求，要守住底线。仔猪、羊羔如有腹泻，请报告。另外，请大家节水。', [
      '1 周海 [要] 要守住底线',
      '1 周海 [请] 仔猪、羊羔如有腹泻',
      '1 周海 [请] 请大家节水',
    ]);
  });
  test('what becomes of somebody is an order, unless he broke the paper itself or a law', () => {
    const notice = '关于加强冰面管理的通告\n\n各游乐场：\n各场要加强巡查。';
    for (const order of ['存在重大隐患的，责令停业', '对首次创业的，给予补贴'])
      is(`${notice}${order}。\n`, ['1 通告 [要] 各场要加强巡查', `1 通告 [] ${order.split('，')[0]!}`]);
    for (const fact of ['违反本通告的，由公安机关依法处罚', '构成犯罪的，依法追究刑事责任'])
      is(`${notice}${fact}。\n`, ['1 通告 [要] 各场要加强巡查']);
  });
  test('things to hand in, the points of an agenda, pledges and the names of chapters are none', () => {
    is('青川县公墓管理办法\n\n第二章　建设\n第六条　申请的，应当提交下列材料：\n（一）建设申请书；\n（二）用地批准文件。\n', [
      '1 办法 [第六条] 第六条　申请的',
    ]);
    none(
      '在全县大会上的表态发言\n\n同志们：\n我们将做到以下两点：\n一是立军令状。带头包保片区。\n二是挂作战图。实行一周一调度。\n',
      '在全县大会上的主持词\n县委书记　周海\n\n同志们：\n今天的会议有两项议程：一是播放短片；二是石山同志讲话。\n',
    );
  });
  test('a report suggests under the headings that say so', () =>
    is(
      '“9·12”坍塌事故调查报告（节选）\n\n一、有关责任单位问题\n（一）监理公司。发现隐患后未下达停工令。\n二、整改措施建议\n（一）压实主体责任。各企业必须按方案施工，做到先撑后挖。\n',
      ['1 报告 [（一）] （一）压实主体责任', '2 报告 [必须] 各企业必须按方案施工'],
    ));
  test('a letter of greeting only asks', () =>
    is('致全县援疆干部的慰问信\n\n全县援疆干部：\n一年来，你们引进项目14个，培养教师20名。希望你们继续发扬奉献精神。\n', [
      '1 慰问信 [希望] 希望你们继续发扬奉献精神',
    ]));
  test('whoever discovers something is told; reports that came in and what is likely are none', () => {
    is('周海强调，值守人员发现险情应当立即报告。会后，各镇要传达。', ['1 周海 [应当] 值守人员发现险情应当立即报告', '1 周海 [要] 会后']);
    is('周海要求，要守住底线。接气象局紧急通知，将有强降雨，极易引发山洪。今天召开全县大会，动员各方行动起来。', [
      '1 周海 [要] 要守住底线',
    ]);
    is('周海强调，大坝安全人命关天，各库务必检修。', ['1 周海 [务必] 各库务必检修']);
  });
  test('an order begins where its object does; whom somebody is speaking to is no part of it', () => {
    is('全县会议召开\n\n县长周海到镇里调研。\n周海指示各镇全面加强戒备，并请水利局备料。', ['1 周海 [请] 各镇全面加强戒备']);
    is('全县会议召开\n\n县长周海到镇里调研。\n周海叮嘱多杰，牛羊要及早出栏。', ['1 周海 [要] 牛羊要及早出栏']);
  });
  test('a notice without a title, and advice that a list follows', () => {
    is('各村、镇直各单位：\n为做好防汛工作，特通知如下：\n一、高度重视。\n希各村按要求落实。\n', [
      '1 通知 [一、] 一、高度重视',
      '2 通知 [希] 希各村按要求落实',
    ]);
    is('假期将至，为确保平安祥和，我中心作出以下安全提醒：\n1.出行安全\n自驾出行前，请检查轮胎。\n', ['1 我中心 [请] 自驾出行前']);
  });
  test('what is fed back speaks, and all who say the same of themselves resolve', () => {
    is('县委巡察组进驻三个局。\n反馈要求，被巡察单位要压实责任。\n三个局的负责人均表示，要抓好整改。', [
      '1 反馈 [要] 被巡察单位要压实责任',
    ]);
  });
  test('numerals without a mark open items where three or more stand in a row', () => {
    is('周海强调，抓夏收要做到三点：一提高认识，列入日程；二围绕农时，组织机具跨区作业；三强化保障，备足油料。', [
      '1 周海 [要] 抓夏收要做到三点',
      '2 周海 [一] 一提高认识',
      '2 周海 [二] 二围绕农时',
      '2 周海 [三] 三强化保障',
    ]);
    is('周海强调，要守住河堤，一有险情马上报告，二话不说马上处置。', ['1 周海 [要] 要守住河堤']);
  });
  test('需 obliges where something is to be done', () => {
    is('周海强调，要抓好校园安全。外来人员需登记。上下学需有家长接送。', [
      '1 周海 [要] 要抓好校园安全',
      '1 周海 [需] 外来人员需登记',
      '1 周海 [需] 上下学需有家长接送',
    ]);
    none('周海指出，修这条路需三百万元。完成任务还需付出艰苦努力。急需解决资金。群众所需就是我们所急。');
  });
  test('how great the concern of people is, is none', () =>
    is('周海强调，要压实责任。群众对供暖关注更高，期待更多。', ['1 周海 [要] 要压实责任']));
  test('what was arranged by numbers, and what a member of a commune resolves', () =>
    is(
      '县委书记周海在会上布置说：第一，大力组织妇女劳力，男女老少齐上阵；第二，工具不足的社，自力更生打造小车；第三，实行定额。\n社员李大水当场表示，拼上老命，也要积肥五万斤。',
      ['1 周海 [第一] 第一，大力组织妇女劳力', '1 周海 [第二] 第二，工具不足的社', '1 周海 [第三] 第三，实行定额'],
    ));
  test('numbers with a point behind a colon open items', () =>
    is('县防汛专班响应通知单\n预计今晚有暴雨。\n重点抓好：1.所有点位立即撤离群众；2.及时将预警通知到户；3.各部门加强巡查。', [
      '1 通知 [] 重点抓好',
      '2 通知 [1.] 1.所有点位立即撤离群众',
      '2 通知 [2.] 2.及时将预警通知到户',
      '2 通知 [3.] 3.各部门加强巡查',
    ]));
  test('what somebody did on the way, who leads a team, and whom a list is for, are none', () => {
    is('周海强调，要练好防滑。转移途中，副旅长封有年带工作组检查，发现两台车没挂链条，当场通报。', ['1 周海 [要] 要练好防滑']);
    is('关于防洪的提醒\n总领馆再次提醒领区公民和机构：\n一、密切关注预警，备好饮用水。\n二、不要涉水。', [
      '1 总领馆 [一、] 一、密切关注预警',
      '1 总领馆 [二、] 二、不要涉水',
    ]);
  });
  test('proposals are a noun, and what is quoted is no judgement', () => {
    is('周海强调，要用好代表家站，推动代表建议由“答复型”向“落实型”转变。', ['1 周海 [要] 要用好代表家站']);
    is('周海强调，要压实责任。牢固树立“质量是生命线”理念，加强把控。', ['1 周海 [要] 要压实责任', '1 周海 [] 牢固树立“质量是生命线”理念']);
  });
  test('what is excepted does not hold the modal, and 一定 stands behind those addressed', () => {
    is('周海强调，质询期间，各局局长除因公务须亲自处理外，均应亲自出席。', ['1 周海 [均应] 质询期间']);
    is('接到预警后，各地各部门一定要有清醒认识。', ['1 null [要] 接到预警后']);
  });
  test('he asks too', () => is('县长周海说，目前物资充足。他并请全县养老院在两周内检查床位。', ['1 周海 [] 全县养老院在两周内检查床位']));
  test('a villager who speaks of himself', () => none('“我们要把日子过得更红火。”老周说。'));
});

suite('forms', () => {
  test('items behind a colon bear numbers of any class', () =>
    is('县长周海听取报告后裁示如下：一、请水利处清查水井。二、各学校一律停用泳池。', [
      '1 周海 [一、] 一、请水利处清查水井',
      '1 周海 [二、] 二、各学校一律停用泳池',
    ]));
  test('a noun behind a number names what its item is about', () =>
    is(
      '5月8日，县长周海主持召开专题会议。会议议定：\n一、关于管线迁改。市住建局要于5月底前完成迁改。\n二、关于交通组织。交警支队要优化绕行方案。\n',
      ['1 会议 [要] 市住建局要于5月底前完成迁改', '1 会议 [要] 交警支队要优化绕行方案'],
    ));
  test('a story in which people talk is not its author’s commentary', () =>
    is(
      '一条水渠\n苗雨\n来源：《高粱红》杂志　2024年4月2日\n\n　　锁柱说，“渠修好了，两个村要一起管。”\n　　如今，渠边立起了一棵树，每季必须浇水。\n',
      [],
    ));
  test('notice: numbered heads, their sentences, the request to report', () =>
    is(
      '青川市水务局关于做好抗旱工作的通知\n\n各供水企业：\n\n一、加强调度\n各企业要每日会商水情。未经批准，不得擅自停水。\n二、组织领导\n请各企业于周五前报送方案。\n\n青川市水务局\n2022年8月1日',
      ['1 通知 [一、] 一、加强调度', '2 通知 [要] 各企业要每日会商水情', '2 通知 [不得] 未经批准', '1 通知 [请] 请各企业于周五前报送方案'],
    ));
  test('speech: who stands below the title speaks, not who is mentioned first', () =>
    is('在全县教师节大会上的讲话\n石山\n\n同志们：\n刚才，副县长林小满等3位同志作了发言。\n要安心从教。\n', ['1 石山 [要] 要安心从教']));
  test('speech: the speaker stands below the title', () =>
    is(
      '在全县抗旱动员会上的讲话\n县委书记　周海\n（2022年8月1日）\n\n同志们：\n\n今天的会议很重要。下面，我讲两点意见。\n\n一、提高思想认识\n旱情还在发展。各级干部要下沉一线。\n\n二、形成工作合力\n水利部门要管好水源。\n\n让我们共同努力，夺取胜利！',
      [
        '1 周海 [一、] 一、提高思想认识',
        '2 周海 [要] 各级干部要下沉一线',
        '1 周海 [二、] 二、形成工作合力',
        '2 周海 [要] 水利部门要管好水源',
      ],
    ));
  test('executive meeting without a named speaker', () =>
    is(
      '县政府召开常务会议\n\n会议指出，今年以来旱情持续，各地做了大量工作。会议强调，必须坚持保饮水、保灌溉。会议通过了抗旱预案。会议还研究了其他事项。',
      ['1 会议 [必须] 必须坚持保饮水、保灌溉'],
    ));
  test('Taiwan: 裁示 and 請某局', () =>
    is(
      '縣務會議聽取防汛報告\n\n縣長鍾文淵今（5）日主持縣務會議。\n\n鍾縣長裁示：\n一、請水利處每日巡查抽水站。\n二、各鄉鎮公所應備妥沙包，不得延誤。\n',
      ['1 鍾文淵 [一、] 一、請水利處每日巡查抽水站', '1 鍾文淵 [二、] 二、各鄉鎮公所應備妥沙包'],
    ));
  test('questions and answers', () =>
    is(
      '县卫健局举行新闻发布会\n\n发布会由县卫健局局长林小满主持。\n\n记者：老人怎么接种？\n\n林小满：流感高发，请老年人尽早接种。出现发热的，要及时就医。\n',
      ['1 林小满 [请] 请老年人尽早接种', '1 林小满 [要] 出现发热的'],
    ));
  test('the first item of a list stands behind the verb, the others in paragraphs of their own', () =>
    is('会议要求，一是加强巡查。各镇要落实人员。\n\n二是备足物资。', [
      '1 会议 [一是] 一是加强巡查',
      '2 会议 [要] 各镇要落实人员',
      '1 会议 [二是] 二是备足物资',
    ]));
  test('a list of what was done is no list of orders', () =>
    is('周海介绍了主要做法。一是抓组织，成立了专班。二是抓宣传，发放了手册。\n\n周海强调，一是加强巡查，不留死角。二是备足物资。', [
      '1 周海 [一是] 一是加强巡查',
      '1 周海 [二是] 二是备足物资',
    ]));
  test('parallel heads without numbers', () =>
    is('周海强调，思想上要高度重视，克服麻痹心理。工作上要周密安排，责任到人。', [
      '1 周海 [思想上] 思想上要高度重视',
      '1 周海 [工作上] 工作上要周密安排',
    ]));
  test('hard-wrapped text', () =>
    is(
      [
        '　　九月二日，全县秋收工作会议在县城召开，县长周海出席会',
        '议并讲话。会议总结了上半年的工作，研究部署秋收和秋种任',
        '务，安排农机检修和技术服务，确保颗粒归仓。',
        '　　周海强调，要抢抓晴好天气，组织农机手跨区作业；农机部',
        '门要检修机具，做好服务。',
      ].join('\n'),
      ['1 周海 [要] 要抢抓晴好天气', '1 周海 [要] 农机部\n门要检修机具'],
    ));
  test('items that were announced are orders, whatever their words', () =>
    is('县长周海主持会议，提出三点意见。他说，第一，主动认账不推脱。第二，立行立改不拖延。第三，举一反三不反弹。', [
      '1 周海 [第一] 第一，主动认账不推脱',
      '1 周海 [第二] 第二，立行立改不拖延',
      '1 周海 [第三] 第三，举一反三不反弹',
    ]));
  test('council question: the answer is one long saying', () =>
    is(
      '立法會五題：外牆安全\n\n以下是今日在立法會會議上龐浩然議員的提問和發展局局長祝君安的答覆：\n\n　　我們呼籲業主盡快委任檢驗人員。\n',
      ['1 祝君安 [呼籲] 我們呼籲業主盡快委任檢驗人員'],
    ));
  test('every part behind the colon of an order is told, whatever its words', () =>
    is('周海逐一点评并要求：选矿厂盯住回收率；机关部室少花钱。', ['1 周海 [] 选矿厂盯住回收率', '1 周海 [] 机关部室少花钱']));
  test('items of a circular that say what was found are none', () =>
    is(
      '关于两起脱岗问题的通报\n\n各乡镇：\n\n现将有关问题通报如下：\n1.松岭乡带班领导未在岗。\n2.石坝水库记录空白。\n\n各单位要引以为戒。\n',
      ['1 通报 [要] 各单位要引以为戒'],
    ));
  test('points for mending after a list of faults', () =>
    is('组长周海指出了三个问题：一是学习少；二是监督软；三是账目乱。\n周海提出了两点整改意见：一是加强学习；二是理清账目。', [
      '1 周海 [一是] 一是加强学习',
      '1 周海 [二是] 二是理清账目',
    ]));
  test('a rule: its articles that forbid or oblige, not those about itself', () =>
    is(
      '石门县河道管理办法\n\n第一条 为了加强河道管理，制定本办法。\n第二条 县域内河道的管理，适用本办法。\n第三条 县水务局是主管部门，负责组织实施。\n第四条 任何单位不得向河道倾倒垃圾。\n第五条 禁止从事下列活动：\n（一）擅自采砂；\n（二）堆放物料。\n',
      ['1 办法 [第四条] 第四条 任何单位不得向河道倾倒垃圾', '1 办法 [第五条] 第五条 禁止从事下列活动'],
    ));
  test('the words of a chair', () =>
    is(
      '在全县农业会议上的主持词\n\n同志们：\n\n现在开会。首先，请赵小满副县长讲话。\n\n下面，我提两点要求：\n\n一要抓好传达。各镇要在三日内传达到村。\n\n二要抓好落实。\n',
      ['1 讲话 [一要] 一要抓好传达', '2 讲话 [要] 各镇要在三日内传达到村', '1 讲话 [二要] 二要抓好落实'],
    ));
  test('bullets below an announcement', () =>
    is('高温天这样防暑\n\n未来三天持续高温。县疾控中心主任周海提醒：\n●出门戴上帽子，少喝含糖饮料。\n●空调温度不宜低于26℃。\n', [
      '1 周海 [] 出门戴上帽子',
      '1 周海 [不宜] 空调温度不宜低于26℃',
    ]));
  test('a commentary goes on with its author after a quotation', () =>
    is('莫让检查成负担\n本报评论员\n\n　　县长周海说，镇里一年填了三百张表。\n\n　　各部门要把多余的表格停下来。\n', [
      '1 本报评论员 [要] 各部门要把多余的表格停下来',
    ]));
  test('results and narratives with 要 are none', () =>
    none(
      '周海指出，作风不实，打仗就要打折扣。',
      '周海说，去年村里修渠，要占用十七户的地。',
      '周海指出，数据不准、体验不好的问题依然存在。',
    ));
  test('who is only there is not who 他 means', () =>
    is('县委书记周海检查水库。副县长吴晓丽陪同检查。\n\n听说仓库无人值守，他要求水利局立即派人。', ['1 周海 [] 水利局立即派人']));
  test('who issued a notice speaks', () => is('县防指同日发出通知要求，各镇要加密巡查。', ['1 县防指 [要] 各镇要加密巡查']));
  test('a name that is a word speaks where it was introduced', () =>
    is('县长解放主持会议。副县长高兴通报了情况。\n解放在讲话中指出，要压实责任。', ['1 解放 [要] 要压实责任']));
  test('a paragraph without an attribution goes on with the last speaker', () =>
    is('周海强调，要加强巡查。\n\n各镇要落实责任。\n', ['1 周海 [要] 要加强巡查', '1 周海 [要] 各镇要落实责任']));
  test('another speaker starts anew', () =>
    is('周海强调，一要快，抢抓时间。二要准，找准问题。市长吴晓丽要求，各镇要抓紧。', [
      '1 周海 [一要] 一要快',
      '1 周海 [二要] 二要准',
      '1 吴晓丽 [要] 各镇要抓紧',
    ]));
  test('who takes turns; what one need not do, and what a debt takes', () => {
    is('矿长周海要求，副总以上领导轮流跟班下井。', ['1 周海 [] 副总以上领导轮流跟班下井']);
    none('周海说，停课由卫生局评估，家长毋须恐慌。', '周海说，欠下的债要还几年。');
  });
  test('what is true of several things, from at once on, by today, and in equal parts', () => {
    is('周海强调，备料、备车、备人，一样都不能缺。', ['1 周海 [不能] 备料、备车、备人']);
    is('会议强调，即日起开放夜间门诊，儿科不得停诊。', ['1 会议 [不得] 即日起开放夜间门诊']);
    is('县长周海对后勤科长交代，绿豆汤今天送到岗点。', ['1 周海 [] 绿豆汤今天送到岗点']);
    is('倡议书\n全校师生：\n按需取餐，吃多少打多少。', ['1 倡议书 [] 按需取餐']);
    is('区长周海接待来访。\n“不能只上门不解决。”周海说，“街道要拿办法。”', ['1 周海 [不能] 不能只上门不解决', '1 周海 [要] 街道要拿办法']);
    none('大队书记周海在发言中表示，一定要超额完成任务。');
  });
});
