import assert from 'node:assert/strict';
import { setUserNames } from '../../../server/src/article/persons/userNames';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** `name: titles; roles` of every official. */
function officials(text: string): string[] {
  return service.parse(text).officials.map(({ name, titles, roles }) => `${name}: ${titles.join('|')}; ${roles.join(' ')}`);
}

suite('officials', () => {
  test('roles from the predicate, from lists and from what is said', () => {
    assert.deepEqual(
      officials(
        '全市防汛工作会议召开\n\n6月3日，市委书记王海主持会议并讲话，市长李远出席会议。\n王海强调，要加强巡查。\n市领导周文、郑小川参加会议。\n',
      ),
      ['王海: 市委书记; 主持 讲话', '李远: 市长; 出席', '周文: 市领导; 参加', '郑小川: ; 参加'],
    );
  });

  test('what others do at the same meeting is theirs', () => {
    assert.deepEqual(officials('调研\n\n6月3日，区长王海在区水务局局长李远陪同下，检查河道整治情况。\n'), [
      '王海: 区长; 检查',
      '李远: 区水务局局长; 陪同',
    ]);
    assert.deepEqual(officials('会勘\n\n县长林淑芬下午在相关单位同仁陪同下会勘排水工程。\n'), ['林淑芬: 县长; 调研']);
  });

  test('a topic is spoken of, not done; who comes comes for something', () => {
    assert.deepEqual(officials('反馈会\n\n6月3日，督察组副组长荆棘通报督察情况，市长李远作政府工作报告。\n'), [
      '荆棘: 督察组副组长; 通报',
      '李远: 市长; 讲话',
    ]);
    assert.deepEqual(officials('慰问\n\n6月3日，县长王海来到敬老院，看望老人。\n'), ['王海: 县长; 慰问']);
    assert.deepEqual(officials('座谈会\n\n6月3日，区委书记李远在报告中指出，要抓好落实。\n'), ['李远: 区委书记; 讲话']);
  });

  test('those who come besides are named by what they are; whose speech is studied does not speak; who checks unannounced checks', () => {
    assert.deepEqual(officials('会议\n\n校领导王海、李远,全体中层干部,正高职称人员,民主党派负责人参加会议。\n'), [
      '王海: 校领导; 参加',
      '李远: ; 参加',
    ]);
    assert.deepEqual(officials('会议\n\n市长王海出席。委员们认真学习市长王海同志的讲话。\n'), ['王海: 市长; 出席']);
    assert.deepEqual(officials('检查\n\n副县长王海以随机方式深入商场、工地，暗访检查安全生产。\n'), ['王海: 副县长; 检查']);
  });

  test('a predicate before the list, a role before the name, labels of speech', () => {
    assert.deepEqual(officials('论坛\n\n6月3日，参加论坛的还有市水利局局长常青、市农业农村局副局长苗壮。\n'), [
      '常青: 市水利局局长; 参加',
      '苗壮: 市农业农村局副局长; 参加',
    ]);
    assert.deepEqual(officials('发布会\n\n主持人 省政府新闻办处长 连心：\n大家好！\n'), ['连心: 省政府新闻办处长; 主持 讲话']);
  });

  test('what is delivered: speeches, reports on work, dispositions', () => {
    assert.deepEqual(
      officials(
        '工作会\n\n6月3日，校长路遥作题为《引领学校发展》的工作报告，财政局局长宋词就贯彻会议精神提出三点要求，水利局局长李元超进行专案报告，副县长关山就春运作具体部署。\n',
      ),
      ['路遥: 校长; 讲话', '宋词: 财政局局长; 讲话', '李元超: 水利局局长; 汇报', '关山: 副县长; 部署'],
    );
  });

  test('lists that end with people without names; who is taken along does the same', () => {
    assert.deepEqual(officials('座谈会\n\n6月3日，副检察长明察、教育局副局长郑文，以及部分家长代表参加座谈。\n'), [
      '明察: 副检察长; 参加',
      '郑文: 教育局副局长; 参加',
    ]);
    assert.deepEqual(officials('视察\n\n6月3日，县长王海偕同副县长李远、水利局局长周文，视察堤防。\n'), [
      '王海: 县长; 调研',
      '李远: 副县长; 调研',
      '周文: 水利局局长; 调研',
    ]);
  });

  test('who comes and sees does so for what the article names; wishes are done by others', () => {
    assert.deepEqual(officials('检查\n\n6月3日，市长王海检查防汛工作。\n王海登上大坝，察看溢洪道。他希望大家参与巡查。\n'), [
      '王海: 市长; 检查 讲话',
    ]);
    assert.deepEqual(officials('走访\n\n6月3日，市长王海来到柳村，察看果园。\n'), ['王海: 市长; 调研']);
  });

  test('titles of those who are proposed, further names of a led list, who began the sentence before', () => {
    assert.deepEqual(officials('会议\n\n6月3日，区委书记李东青，区委副书记、区长提名人选方舟，原区政协主席周文到会祝贺。\n'), [
      '李东青: 区委书记; 出席',
      '方舟: 区委副书记、区长提名人选; 出席',
      '周文: 原区政协主席; 出席',
    ]);
    assert.deepEqual(
      officials('会议\n\n6月3日，出席会议的有副省长邓克生、李世璋，秘书长刘俊秀和委员黄霖。\n').map(line => line.split('; ')[1]),
      ['出席', '出席', '出席', '出席'],
    );
    assert.deepEqual(
      officials('会议\n\n6月3日，副市长李远参加会议。\n市长王海登上大坝。他强调，要加强巡查。\n').at(-1),
      '王海: 市长; 讲话',
    );
  });

  test('what belongs to a life, an office, a rank or to those who are visited is no deed', () => {
    assert.deepEqual(officials('会议\n\n6月3日，副省长王海看望参加大赛归来的运动员。\n'), ['王海: 副省长; 慰问']);
    assert.deepEqual(officials('会议\n\n6月3日，副矿长李远主持三矿日常工作。\n'), ['李远: 副矿长; ']);
    assert.deepEqual(officials('会议\n\n6月3日，书记李远主持会议，市长王海参加工作例会。\n'), ['李远: 书记; 主持', '王海: 市长; 参加']);
    assert.deepEqual(officials('逝世\n\n6月3日，省委书记王海、省长李远通过不同方式表示慰问。\n'), [
      '王海: 省委书记; 慰问',
      '李远: 省长; 慰问',
    ]);
  });

  test('a report that somebody was entrusted with, and deeds of two', () => {
    assert.deepEqual(officials('会议\n\n6月3日，会议听取了市发改委主任强盛受市人民政府委托所作的计划执行情况的报告。\n'), [
      '强盛: 市发改委主任; 汇报',
    ]);
    assert.deepEqual(officials('签约\n\n6月3日，市长卫国会见省商务厅厅长艾云。会后，卫国与艾云共同签署备忘录。\n'), [
      '卫国: 市长; 会见 签约',
      '艾云: 省商务厅厅长; 签约',
    ]);
  });

  test('a leader whom others follow from afar is not at work', () => {
    assert.deepEqual(officials('会议\n\n6月3日，副总理张远出席会议。\n张远指出，习近平总书记高度重视安全生产，多次作出重要指示。\n'), [
      '张远: 副总理; 出席 讲话',
    ]);
  });

  test('an author is no official, a speaker is', () => {
    assert.deepEqual(officials('莫让形式束缚手脚\n龚小妹\n\n基层的同志说，表格太多。\n'), []);
    assert.deepEqual(
      officials('在全县动员大会上的讲话\n龚小妹\n\n同志们：\n今天开会，主要是动员。\n').map(line => line.split(':')[0]),
      ['龚小妹'],
    );
  });

  test('surname and title are the person: what follows is no name', () => {
    assert.deepEqual(officials('会议\n\n6月3日，县长巫青云主持会议。\n巫县长另指示，要加强巡查。\n'), ['巫青云: 县长; 主持 讲话']);
  });

  test('a name that is a word is found again where it acts', () => {
    assert.deepEqual(officials('调研\n\n6月3日，区委书记屠苏陪同调研。\n屠苏表示，要支持法院工作。\n'), ['屠苏: 区委书记; 陪同 讲话']);
  });

  test('titles as printed, each once; a short one behind the name adds nothing', () => {
    assert.deepEqual(officials('发布会\n\n今天我们请来市疾控中心主任洪亮。下面请洪亮主任介绍情况。\n洪亮说，总体平稳。\n'), [
      '洪亮: 市疾控中心主任; 讲话',
    ]);
  });

  test('the same person in both scripts has one key', () => {
    const [simplified] = service.parse('会议\n\n市长刘鸣主持会议。\n').officials;
    const [traditional] = service.parse('會議\n\n市長劉鳴主持會議。\n').officials;
    assert.equal(simplified!.key, traditional!.key);
    assert.equal(traditional!.name, '劉鳴');
  });

  test('whom the user knows is found without a title', () => {
    setUserNames(['秦风雅']);
    try {
      assert.deepEqual(officials('座谈会\n\n6月3日，大家想起了秦風雅当年的话。\n'), ['秦風雅: ; ']);
    } finally {
      setUserNames([]);
    }
    assert.deepEqual(officials('座谈会\n\n6月3日，大家想起了秦風雅当年的话。\n'), []);
  });

  test('nobody in an empty text or a text without persons', () => {
    assert.deepEqual(officials(''), []);
    assert.deepEqual(officials('会议强调，要抓落实。\n'), []);
  });

  test('offices of bodies named by their task, of two clauses, of public firms and of assistants', () => {
    const titles = (line: string) => officials(`会议\n\n${line}\n`);
    assert.deepEqual(titles('市委党史学习教育领导小组副组长王海出席。'), ['王海: 市委党史学习教育领导小组副组长; 出席']);
    assert.deepEqual(titles('市“四史”宣传教育领导小组组长王海出席。'), ['王海: 市“四史”宣传教育领导小组组长; 出席']);
    assert.deepEqual(titles('市委常委、市“守初心、担使命”主题教育领导小组组长王海主持会议。'), [
      '王海: 市委常委、市“守初心、担使命”主题教育领导小组组长; 主持',
    ]);
    assert.deepEqual(titles('省委“两新”工委书记、市“百日攻坚”行动指挥部办公室主任王海出席。'), [
      '王海: 省委“两新”工委书记、市“百日攻坚”行动指挥部办公室主任; 出席',
    ]);
    assert.deepEqual(titles('他叮嘱“注意安全”，副镇长王海出席。'), ['王海: 副镇长; 出席']);
    assert.deepEqual(titles('受市委书记，市人大常委会主任王海委托，副主任李远主持会议。'), [
      '王海: 市委书记，市人大常委会主任; ',
      '李远: 副主任; 主持',
    ]);
    assert.deepEqual(titles('市港航集团董事长王海介绍了进度。'), ['王海: 市港航集团董事长; 讲话']);
    assert.deepEqual(titles('红星饮料公司董事长王海介绍了进度。'), []);
    assert.deepEqual(titles('会议由院长助理王海主持。'), ['王海: 院长助理; 主持']);
    assert.deepEqual(titles('召开新任副院长任职宣布大会。'), []);
  });

  test('minutes: who is present in what part', () => {
    assert.deepEqual(officials('会议纪要\n\n　　出席：方知、杜重、吕端\n　　列席：柳如意\n　　主持：王海\n'), [
      '方知: ; 出席',
      '杜重: ; 出席',
      '吕端: ; 出席',
      '柳如意: ; 列席',
      '王海: ; 主持',
    ]);
  });

  test('what is denied, what is a part of a noun and what others pass on is not done', () => {
    const roles = (line: string) => officials(`会议\n\n${line}\n`);
    assert.deepEqual(roles('县委书记王海未出席会议。'), ['王海: 县委书记; ']);
    assert.deepEqual(roles('局长王林就安全大检查活动讲意见。'), ['王林: 局长; ']);
    assert.deepEqual(roles('省委巡视组组长王维反馈了巡视情况。'), ['王维: 省委巡视组组长; ']);
    assert.deepEqual(roles('会议传达了县委书记高文彩、县长萧旺在动员会上的讲话。'), []);
    assert.deepEqual(roles('副市长王海带领有关部门负责人，到清水市调研防汛工作。'), ['王海: 副市长; 调研']);
  });

  test('ranks, blanks between offices, three offices of one person, one office for several, names that are words', () => {
    const titles = (line: string) => officials(`会议\n\n　　${line}\n`);
    assert.deepEqual(titles('少将何长风出席仪式并讲话。'), ['何长风: 少将; 出席 讲话']);
    assert.deepEqual(titles('指挥部名单如下：\n　　市　长　　何长风\n　　副市长　　方立山\n　　主　任　　杜小满'), [
      '何长风: 市长; ',
      '方立山: 副市长; ',
      '杜小满: 主任; ',
    ]);
    assert.deepEqual(titles('市　长　致辞'), []);
    assert.deepEqual(titles('支队参谋长、大校方立山宣读命令。'), ['方立山: 支队参谋长、大校; 传达']);
    assert.deepEqual(titles('市委常委、 常务副市长方立山主持会议。'), ['方立山: 市委常委、常务副市长; 主持']);
    assert.deepEqual(titles('县林业局党组书记、局长，县湿地中心主任方立山汇报情况。'), [
      '方立山: 县林业局党组书记、局长，县湿地中心主任; 汇报',
    ]);
    assert.deepEqual(titles('聘请何长风、方立山、杜小满同志为市政府参事。'), [
      '何长风: 市政府参事; ',
      '方立山: 市政府参事; ',
      '杜小满: 市政府参事; ',
    ]);
    assert.deepEqual(titles('县退役军人事务局二级主任科员方明星参加会议。'), ['方明星: 县退役军人事务局二级主任科员; 参加']);
    assert.deepEqual(titles('副市长文明列席会议。'), ['文明: 副市长; 列席']);
    assert.deepEqual(titles('中队长方立山第一个站起来，汇报了油料不足的问题。'), ['方立山: 中队长; 汇报']);
    assert.deepEqual(titles('上校军官走上台，少将军衔的肩章很亮。'), []);
  });

  test('an office that somebody leaves is told from those held', () => {
    const left = (text: string) => service.parse(text).officials.map(({ titles, left }) => [titles, left]);
    assert.deepEqual(left('任免名单\n\n决定任命：\n宋远山为青石县人民政府副县长。\n决定免去：\n宋远山的青石县水利局局长职务。\n'), [
      [['青石县人民政府副县长', '青石县水利局局长'], ['青石县水利局局长']],
    ]);
    assert.deepEqual(left('会议\n\n6月3日，县水利局局长宋远山出席会议。\n会议决定，免去宋远山的县水利局局长职务。\n'), [
      [['县水利局局长'], []],
    ]);
    const named = (line: string) => service.parse(`任免\n\n${line}\n`).officials.map(({ name, titles, left }) => [name, titles, left]);
    for (const between of ['同志', '同志的', '的', '']) {
      const gone = (name: string, title: string) =>
        assert.deepEqual(named(`会议决定，免去${name}${between}${title}职务。`), [[name, [title], [title]]], between);
      gone('宋远山', '青石县水利局局长');
      gone('佟远', '县粮食局局长');
      gone('欧阳立', '市教育局局长、党组书记');
      gone('王海川', '云岭市市长');
      gone('王海', '云岭市市长');
      gone('扈田', '县应急管理局副局长');
    }
    assert.deepEqual(named('会议决定，罢免宋远山县水利局局长职务；任命佟远山为县水利局局长。'), [
      ['宋远山', ['县水利局局长'], ['县水利局局长']],
      ['佟远山', ['县水利局局长'], []],
    ]);
    assert.deepEqual(named('县委决定：宋远山同志任青石县委书记，免去宋远山同志青石县县长职务。'), [
      ['宋远山', ['青石县委书记', '青石县县长'], ['青石县县长']],
    ]);
    assert.deepEqual(named('会议决定，免去其县水利局局长职务。'), []);
    assert.deepEqual(named('县水利局局长宋远山同志职务不变。'), [['宋远山', ['县水利局局长'], []]]);
  });
});
