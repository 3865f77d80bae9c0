import * as assert from 'node:assert/strict';
import { directives } from '../article/parsed';

const levels = (text: string): string =>
  directives(text)
    .map(line => line[0])
    .join('');

suite('formulas', () => {
  test('what is divided among those told heads their parts', () =>
    assert.deepEqual(directives('会议要求，要压实“四方责任”。属地要守土有责；部门要守土担责；单位要自查自纠；个人要做好防护。'), [
      '1 会议 [要] 要压实“四方责任”',
      '2 会议 [要] 属地要守土有责',
      '2 会议 [要] 部门要守土担责',
      '2 会议 [要] 单位要自查自纠',
      '2 会议 [要] 个人要做好防护',
    ]));
});

suite('levels', () => {
  test('a formula heads one sentence of parts, a figure that is to be reached among them', () =>
    assert.equal(
      levels('周海强调，要做足准备，宁可备而不用。水利局储备沙袋；供水能力提高到三万吨；加工企业产能达到日均五百吨；各镇至少演练一次。'),
      '12222',
    ));
  test('a long order heads one sentence of at least three parts about things or those told, up to the next 要', () => {
    const parts = '水库逐座过筛子；桥涵逐个清淤；下游各村要在月底前演练一次。';
    const order = '周海强调，要马上开展汛前大检查，不留一处死角、不漏一个环节、不放过一点苗头。';
    assert.equal(levels(order + parts), '1222');
    assert.equal(levels(`${order}${parts}要把物资账算清楚。`), '12221');
    assert.equal(levels(`${order}要逐座检查水库；要逐个清理桥涵；要抓紧演练。`), '1111');
  });
  test('an order whose items open the sentences that follow heads them', () => {
    assert.equal(
      levels(
        '周海强调，要坚决打好冬春会战，突出抓好清渠、补林、修路三件群众盼了多年的实事。清渠方面，各村要出义务工。补林方面，林场要备足苗木。修路方面，交通局要先修断头路。',
      ),
      '1222',
    );
    assert.equal(
      levels('周海强调，要围绕“富民、强村”两个目标，把账算到每家每户去。富民，要扩种药材，办好合作社；强村，要盘活旧校舍，引进加工厂。'),
      '122',
    );
  });
  test('在“实”字上… and a pair of short clauses are formulas, whatever follows that is no other 要', () => {
    assert.equal(levels('周海强调，要在“稳”字上用力，管好每一座泵站、每一道闸门。泵站值班人员要每两小时巡查一次。'), '12');
    assert.equal(levels('周海强调，要在“稳”字上用力，管好闸门。要在“快”字上用力，随报随修。'), '11');
    assert.equal(levels('周海强调，要摸清底数，早作打算。各村要把外出务工名单报镇里。'), '12');
    assert.equal(levels('周海强调，要摸清底数，早作打算。要备足农资，防止断档。'), '11');
  });
  test('a short order that others with a subject of their own follow heads them', () =>
    assert.equal(levels('周海强调，要突出重点时段。库区乡镇每晚派人守坝；沿河学校要停开夜课；低洼小区的车库一律清空。'), '1222'));
  test('a request, or an order about some only, heads nothing', () => {
    assert.equal(levels('周海强调，请全县群众做好防范。同时，各镇要抓紧清理沟渠，确保排水顺畅，丘陵乡镇还要派专人看守塘坝。'), '11');
    assert.equal(levels('周海强调，家里有病人的，先到镇卫生院就诊。如果高烧三天不退、精神不好、呼吸急促，要尽快送到县医院。'), '11');
  });
  test('short orders of one shape are siblings', () => {
    assert.equal(
      levels(
        '周海强调，要守住“对外”之门。要在各卡口昼夜值守，来车来人一律登记查验。要织密“对内”之网。要组织网格员逐户摸排，做到不漏一户一人。',
      ),
      '1212',
    );
    assert.equal(
      levels(
        '周海强调，企业要增信心，鼓干劲。广大企业家要融入大局，抢抓机遇，用好惠企政策。要强动力，添活力。各企业要树立目标，坚持以创新激发活力。',
      ),
      '1212',
    );
  });
  test('a formula may name its topic before the modal', () =>
    assert.equal(
      levels('周海强调，抓作风，要在“快”字上下功夫。对定下来的事，雷厉风行、马上就办，决不能议而不决、决而不行、行而不果。'),
      '12',
    ));
  test('sentences of equal rank are siblings', () => assert.equal(levels('周海强调，要加强巡查。要备足物资。要落实责任。'), '111'));
  test('long sentences of equal rank are siblings', () =>
    assert.equal(
      levels(
        '周海要求，要从这次灾情中总结经验、吸取教训，进一步提升全县防灾减灾的能力。要按照平战结合的要求，抓紧修复水毁工程，完善预警设施。',
      ),
      '11',
    ));
  test('an announced count heads its items', () =>
    assert.equal(
      levels('周海强调，要抓好三个环节，确保供水安全。要管住水源地，每天巡查。要管住制水厂，严格检测。要管住输水管，及时抢修。'),
      '1222',
    ));
  test('the name of something with a number is no announcement', () =>
    assert.equal(
      levels('周海强调，要落实“两个毫不动摇”，支持企业发展。要打破隐性壁垒，开放更多领域。要兑现惠企政策，不得违约毁约。'),
      '111',
    ));
  test('a short formula heads the sentences that spell it out', () =>
    assert.equal(
      levels('周海强调，要强化应急准备。各镇要组建不少于三十人的应急队伍，配齐工具和车辆。水利站要在汛前检查所有闸门，建立问题清单。'),
      '122',
    ));
  test('认识要再深化 heads its paragraph', () =>
    assert.equal(levels('周海指出，措施要再精准，进一步织密织牢防汛安全网。要紧盯重点部位。'), '12'));
  test('what else an item says is inside it', () =>
    assert.equal(levels('周海强调，一要严防山洪。各村要安排专人值守。二要严防内涝。要疏通管道；要备好水泵。'), '12122'));
  test('parts of an item behind semicolons are its children', () =>
    assert.equal(levels('周海要求，\n一要管好水库；要严格按令调度；要加强值班值守。\n二要备好物资。\n'), '1221'));
  test('a list that is one sentence ends with it', () =>
    assert.equal(levels('周海强调，一是加强巡查；二是备足物资。希望大家立即行动。'), '111'));
  test('numbers nest as documents nest them', () =>
    assert.equal(
      levels(
        '关于做好防汛工作的通知\n\n各镇人民政府：\n\n一、加强巡查\n（一）落实巡查责任。\n1.各村要明确巡查人员。\n2.各镇要每日调度。\n（二）强化预警发布。\n二、备足物资\n各镇要备足沙袋。\n',
      ),
      '1233212',
    ));
  test('a number anywhere in a sentence heads as many numbered paragraphs', () => {
    const items = '（一）保供水。水厂要检修设备。\n（二）保供电。电站要备足抢修队。\n';
    assert.equal(levels(`周海要求，全体职工要绷紧弦，做到“两个确保”。\n${items}`), '12323');
    assert.equal(levels(`周海要求，全体职工要绷紧弦，做到“三个确保”。\n${items}`), '11212');
  });
  test('a short order holds the sentences without 要 that spell it out, up to the next', () =>
    assert.equal(
      levels(
        '周海强调，要守好村口。各卡点落实逢车必查，逐一登记。要用好网格。组织网格员、民兵开展摸排，不漏一户。要减少聚集，红事缓办、白事简办。',
      ),
      '12121',
    ));
  test('such a sentence may open with an adverb, and forbid or oblige at its end', () =>
    assert.equal(
      levels(
        '周海强调，要细化推进措施。对照反馈意见，逐条剖析原因，建立整改台账，务必做到清仓见底。要强化跟踪督办。动态跟踪整改进度，对进度慢的定期通报，确保按期改到位。',
      ),
      '1212',
    ));
  test('why may stand between a short order and the one to those told', () =>
    assert.equal(
      levels(
        '周海强调，要关心困难群众。天气转冷，部分独居老人取暖不便。各镇要组织网格员逐户走访，发现取暖设备有隐患的立即更换，确保老人安全过冬。',
      ),
      '12',
    ));
  test('a noun heading makes no level', () =>
    assert.equal(
      levels('关于做好防汛工作的通知\n\n各镇人民政府：\n\n一、总体要求\n坚持人民至上，落实各项措施。\n二、工作要求\n各镇要压实责任。\n'),
      '11',
    ));
  test('short sentences that end like the number before them are its items and head what follows', () => {
    const items = '责任到位。各科室要签订责任书。措施到位。要备足物资。';
    for (const mark of ['：', '。']) assert.equal(levels(`周海强调，要做到“两个到位”${mark}${items}`), '12323', mark);
    assert.equal(levels('周海强调，要做到“两不误”。生产不误。各矿要备足料。防疫不误。'), '1232');
    assert.equal(levels('周海强调，要做到“两个到位”：责任到位、措施到位。要抓紧落实。'), '11');
  });
  test('heads of one form are siblings', () =>
    assert.equal(levels('周海强调，要在“快”字上下功夫。各部门要当天受理。要在“严”字上动真格。各镇要逐一核查。'), '1212'));
});
