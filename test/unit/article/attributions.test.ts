import * as assert from 'node:assert/strict';
import { parse } from './parsed';

/** `speaker/verb/first characters of what is said`. */
const said = (text: string): string[] =>
  parse(text).attributions.map(({ speaker, verb, contentStart }) => `${speaker}/${verb}/${text.slice(contentStart, contentStart + 3)}`);
const LEAD = '3月1日，全市审计工作会议召开。市委书记韩卫东出席，市长吴晓丽主持会议，市审计局局长宋平作报告。\n';

suite('attributions', () => {
  test('a name and a verb of saying', () => assert.deepEqual(said('韩卫东指出，审计工作要抓实。'), ['韩卫东/指出/审计工']));
  test('words between the name and the verb', () => assert.deepEqual(said('韩卫东在听取汇报后强调，要抓实。'), ['韩卫东/强调/要抓实']));
  test('a name may end with what is an adverb elsewhere', () =>
    assert.deepEqual(said('县委书记司徒新都出席会议。司徒新都指出，要抓好秋种。'), ['司徒新都/指出/要抓好']));
  test('two verbs are one saying', () => assert.deepEqual(said('韩卫东强调指出，要抓实。'), ['韩卫东/强调指出/要抓实']));
  test('a meeting speaks', () =>
    assert.deepEqual(said('会议强调，要抓实。会议要求，各地要抓紧。'), ['会议/强调/要抓实', '会议/要求/各地要']));
  test('a title alone, and a family name with a title, mean who was named with it', () =>
    assert.deepEqual(said(`${LEAD}书记指出，要抓实。吴市长说，要抓紧。宋局长表示，一定抓好。`), [
      '韩卫东/指出/要抓实',
      '吴晓丽/说/要抓紧',
      '宋平/表示/一定抓',
    ]));
  test('the number of an item is no part of who speaks', () =>
    assert.deepEqual(said(`${LEAD}一、会议强调，要抓实。\n（二）市审计局要求，各地要抓紧。\n3.会议指出，不得拖延。`), [
      '会议/强调/要抓实',
      '市审计局/要求/各地要',
      '会议/指出/不得拖',
    ]));
  test('what several are called together means none of them', () =>
    assert.deepEqual(said('市领导韩卫东、吴晓丽、宋平参加会议。\n\n市领导来到河堤。市领导强调，要抓紧施工。'), ['市领导/强调/要抓紧']));
  test('a script of television sets 【同期声】 before who is heard', () => {
    assert.deepEqual(said(`${LEAD}【同期声】市长　吴晓丽：大家要早备料。\n【同期声】宋平：料已备好。\n`), [
      '吴晓丽/：/大家要',
      '宋平/：/料已备',
    ]);
    assert.deepEqual(said(`${LEAD}【同期声】\n【字幕】市长：要抓紧。\n`), []);
  });
  test('a pronoun means who spoke last', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽指出，形势很好。她强调，不能松劲。`), ['吴晓丽/指出/形势很', '吴晓丽/强调/不能松']));
  test('a pronoun means who is no official where such a one was named since', () =>
    assert.deepEqual(said(`${LEAD}职工代表田立中在发言中感谢单位，她号召同事们坚守岗位。吴晓丽讲话。她强调，不能松劲。`), [
      '田立中/号召/同事们',
      '吴晓丽/强调/不能松',
    ]));
  test('the subject of the sentence speaks where the verb has none', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽来到东山社区，走访居民，要求社区及时上门服务。`), ['吴晓丽/要求/社区及']));
  test('a sentence that begins with the verb goes on about the subject of the one before', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽到东山社区调研养老服务。强调要办好食堂。`), ['吴晓丽/强调/要办好']));
  test('who tells those addressed what to do, and in whose name somebody asks for it', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽告诉值班人员，要先关阀门。宋平表示，我们建议企业先自查。`), [
      '吴晓丽/告诉/要先关',
      '宋平/表示/我们建',
      '宋平/建议/企业先',
    ]));
  test('a paper that lays down, and a consultation that demands', () =>
    assert.deepEqual(said('该细则规定，用户不得私接管线。会商要求，各镇要加强值守。'), ['该细则/规定/用户不', '会商/要求/各镇要']));
  test('work is assigned, then comes the list', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽对整改工作进行部署和安排。一要学；二要改。`), ['吴晓丽/进行部署和安排/一要学']));
  test('a meeting to somebody; organs of inspection; who decides at once; advice and opinions together', () => {
    assert.deepEqual(said('会议对县纪委提出要求，要跟进监督。'), ['会议/提出要求/要跟进']);
    assert.deepEqual(said('省水利厅调研组到我县检查。调研组要求，各镇要整改。'), ['调研组/要求/各镇要']);
    assert.deepEqual(said('督导组一行检查了仓库，并指出各单位要值守。'), ['督导组/指出/各单位']);
    assert.deepEqual(said(`${LEAD}吴晓丽当场拍板，由审计局牵头，一周内办结。`), ['吴晓丽/拍板/由审计']);
    assert.deepEqual(said(`${LEAD}吴晓丽提出了四点意见建议：一是学，二是改。`), ['吴晓丽/提出了四点意见建议/一是学']);
  });
  test('a title with a family name, although nobody introduced it; 补充道; an order in quotation marks', () => {
    assert.deepEqual(said('在城南泵站，高厅长一行察看了积水，要求继续重视排涝。'), ['高厅长/要求/继续重']);
    assert.deepEqual(said(`${LEAD}吴晓丽补充道，各级要抓紧。`), ['吴晓丽/补充道/各级要']);
  });
  test('whose speech is passed on does not speak', () =>
    assert.deepEqual(said('首先传达了县委书记李高在全县会议上的讲话。要求本系统抓好落实。'), []));
  test('a number of points stands between verb and content', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽就落实会议精神提出三点要求：一要学，二要改。`), ['吴晓丽/提出/一要学']));
  test('labels of questions and answers', () =>
    assert.deepEqual(
      said(`${LEAD}记者：什么时候公布结果？\n宋平：结果下周公布，请大家放心。\n问：有热线吗？\n宋平答：有，请拨打热线。\n`),
      ['宋平/：/结果下', '宋平/答/有，请'],
    ));
  test('who goes on in a sentence that opens with 并; work that is stressed, then the list', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽到会讲话。并强调各处务必启动预案。`), ['吴晓丽/强调/各处务']);
    assert.deepEqual(said(`${LEAD}吴晓丽到会讲话。并代表市政府就做好节日安全工作提出要求：一是要细。`), ['吴晓丽/提出要求/一是要']);
    assert.deepEqual(said(`${LEAD}吴晓丽作了工作强调，一是要求各县提高认识。`), ['吴晓丽/作了工作强调/一是要']);
  });
  test('an official who asks an organ for something; others ask in words of their own', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽请民政局与各镇保持联系。`), ['吴晓丽/请/民政局']);
    assert.deepEqual(said(`${LEAD}宋平请假。吴晓丽强调，请各局抓紧。`), ['吴晓丽/强调/请各局']);
  });
  test('who orders goes on to ask; who says goes on to say', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽要求工地加强巡查，也呼吁商户检查招牌。`), ['吴晓丽/要求/工地加', '吴晓丽/呼吁/商户检']);
    assert.deepEqual(said(`${LEAD}吴晓丽说，秋粮丰收，也希望大家支持。`), ['吴晓丽/说/秋粮丰']);
  });
  test('those in office without a name, and members of a group at a meeting', () => {
    assert.deepEqual(said('镇领导要求，各村要抓紧。'), ['镇领导/要求/各村要']);
    assert.deepEqual(said('区委巡察工作领导小组成员在反馈会上要求，被巡察单位要整改。'), ['区委巡察工作领导小组成员/要求/被巡察']);
    assert.deepEqual(said('省电力公司领导深入变电站检查，要求各班组备足物资。'), ['省电力公司领导/要求/各班组']);
  });
  test('an inspection stresses; what somebody read out, and then demands for something', () => {
    assert.deepEqual(said('巡查强调，镇村两级必须抓好防火。'), ['巡查/强调/镇村两']);
    assert.deepEqual(said(`${LEAD}吴晓丽在会上结合工作实际，对报告进行了解读，并对公司安全工作提出三点要求：一是学。`), [
      '吴晓丽/提出/一是学',
    ]);
  });
  test('whom a lesson encourages; but to encourage somebody is a task', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽通过第一课激励学生要立大志。`), ['吴晓丽/激励/学生要']);
    assert.deepEqual(said(`${LEAD}吴晓丽强调，要完善办法，激励干部担当。`), ['吴晓丽/强调/要完善']);
  });
  test('organs behind the occasion and behind the reporter; what they order to stop', () => {
    assert.deepEqual(said('因应台风，市工务局除检查工地外，更要求各校停课。'), ['市工务局/要求/各校停']);
    assert.deepEqual(said('青河社3月5日电（记者田野）新春将至，县救助中心5日通过新平台拜年，并提醒市民切莫大意。'), [
      '县救助中心/提醒/市民切',
    ]);
    assert.deepEqual(said('市监管局派员到场调查，并勒令店铺停售。'), ['市监管局/勒令/店铺停']);
  });
  test('what an official does besides belongs to him, no meeting speaks', () =>
    assert.deepEqual(said(`${LEAD}市委书记韩卫东立即组织与会干部召开会议再次强调要抓实。`), ['韩卫东/强调/要抓实']));
  test('a name in brackets opens an answer', () =>
    assert.deepEqual(said(`${LEAD}【市审计局局长 宋平】请各位监督我们的工作。`), ['宋平/】/请各位']));
  test('labels on a line of their own introduce the lines below', () =>
    assert.deepEqual(
      said(
        '青川市举行防汛发布会\n主持人 市政府新闻办副主任 林小满：\n各位记者，大家上午好。\n市应急管理局局长 石山：\n谢谢主持人。\n石山：\n物资充足。\n',
      ),
      ['林小满/：/\n各位', '石山/：/\n谢谢', '石山/：/\n物资'],
    ));
  test('who is addressed on a line of his own says nothing; reports to somebody are none', () =>
    assert.deepEqual(said('致用工企业的一封信\n尊敬的各企业负责人：\n可能发生欠薪的，请提前向人社部门报告，共同商量办法。\n'), []));
  test('what somebody did, then to whom he speaks', () =>
    assert.deepEqual(said('運輸局局長利國榮今早視察碼頭。利國榮視察碼頭後對傳媒說：「安全第一。」'), ['利國榮/說/安全第']));
  test('a number of points, an instruction or a task that somebody gives', () => {
    for (const [given, verb] of [
      ['主持会议并就下步工作提出三点要求', '提出'],
      ['代表市委提三点希望', '提三点希望'],
      ['谈了四点看法', '谈了四点看法'],
      ['提了两条建议', '提了两条建议'],
      ['布置了三项任务', '布置了三项任务'],
      ['对此作出批示', '作出批示'],
    ])
      assert.deepEqual(said(`${LEAD}吴晓丽${given!}：要备足仓容。`), [`吴晓丽/${verb!}/要备足`], given);
  });
  test('verbs of every kind of saying', () => {
    for (const verb of ['一再叮咛', '点评', '总结道', '喊道', '劝', '寄望', '嘱托', '部署', '表态说', '边走边说', '追问'])
      assert.deepEqual(
        said(`${LEAD}吴晓丽${verb}：要备足仓容。`).map(one => one.slice(0, 3) + one.slice(-4)),
        ['吴晓丽/要备足'],
        verb,
      );
    for (const text of ['会议对下步工作作出部署，时间为两天。', '工作安排如下。', '他不重提旧事，宽以待人。'])
      assert.deepEqual(said(text), [], text);
  });
  test('a name may end with what is a verb elsewhere', () =>
    assert.deepEqual(said('县委书记阿卜杜拉·麦麦提出席会议。阿卜杜拉·麦麦提要求，要抓好秋种。'), ['阿卜杜拉·麦麦提/要求/要抓好']));
  test('an office that sends out a paper speaks', () => assert.deepEqual(said('县委办发文要求，各镇要备足仓容。'), ['县委办/要求/各镇要']));
  test('who answers for an organ demands in its name', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽说，事实很清楚。我们敦促有关企业立即整改。我们将继续关注。`), [
      '吴晓丽/说/事实很',
      '吴晓丽/敦促/有关企',
    ]));
  test('a circular speaks; speeches that were given, reports that came in and warnings ignored do not', () => {
    assert.deepEqual(said('通报强调，教训深刻。通报要求，各级要切实担责。《通知》要求，各地要抓紧。'), [
      '通报/强调/教训深',
      '通报/要求/各级要',
      '《通知》/要求/各地要',
    ]);
    for (const text of ['副县长林小满等3位同志作了发言，讲得很好。', '警方接获市民通报，到场调查。', '不顾同事警告，他仍酒后驾车。'])
      assert.deepEqual(said(text), [], text);
  });
  test('answers as Hong Kong and Taiwan print them, and an organ that reminds at the end of its sentence', () => {
    assert.deepEqual(said('中心發言人回應指，未來數天酷熱。有區議員陳大文建議，延長開放時間。'), [
      '中心發言人/回應指/未來數',
      '陳大文/建議/延長開',
    ]);
    assert.deepEqual(said('衞生防護中心今日（七月五日）就持續酷熱天氣，再次提醒市民必須做好防暑措施。'), ['衞生防護中心/提醒/市民必']);
  });
  test('those told are no part of what is said', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽叮嘱随行干部，要常来走走。`), ['吴晓丽/叮嘱/要常来']));
  test('nouns and modifiers are no sayings', () => {
    for (const text of [
      '按照市委要求，全面推进工作。',
      '认真落实党中央决策部署要求，扎实工作。',
      '会议通报的情况已经整改。',
      '他提出的要求很高。',
      '衷心表示感谢。',
      '韩卫东表示热烈欢迎。',
    ])
      assert.deepEqual(said(text), [], text);
  });
  test('a day with its date in brackets, a name in Latin letters behind an office, an office that heard a report', () => {
    assert.deepEqual(said('發展局今日（六月二十九日）提醒業主，須護養樹木。'), ['發展局/提醒/須護養']);
    assert.deepEqual(said('新桥公司总裁David Lau说，公司将开放工具包。'), ['David Lau/说/公司将']);
    assert.deepEqual(said(`${LEAD}书记听取汇报后要求：各地抓紧。`), ['韩卫东/要求/各地抓']);
    assert.deepEqual(said(`${LEAD}吴晓丽表示，市里将设立基金。她希望与会企业把研发放在本地。`), [
      '吴晓丽/表示/市里将',
      '吴晓丽/希望/与会企',
    ]);
  });
  test('a colon before a list of orders stands for the verb', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽走进粮库，开出“药方”：一要腾仓容，二要防霉变。`), ['吴晓丽/：/一要腾']);
    assert.deepEqual(said(`${LEAD}吴晓丽强调：一要腾仓容，二要防霉变。`), ['吴晓丽/强调/一要腾']);
    assert.deepEqual(said('本次检修分两步：一要停机，二要换件。'), []);
  });
  test('what somebody does while he speaks, and how many matters he mentions', () => {
    for (const [given, verb] of [
      ['红着脸说', '说'],
      ['指着图纸说', '说'],
      ['听完汇报说', '说'],
      ['交代了两件事', '交代了两件事'],
      ['强调了三点意见', '强调了三点意见'],
      ['亲切叮嘱', '叮嘱'],
    ])
      assert.deepEqual(said(`${LEAD}吴晓丽${given!}：要备足仓容。`), [`吴晓丽/${verb!}/要备足`], given);
  });
  test('what those do whom the speaker speaks of', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽指出，骗子冒充库管，要求他们转账。`), ['吴晓丽/指出/骗子冒']));
  test('who answers was introduced with his office, whatever his name', () =>
    assert.deepEqual(
      said('县药监局局长储蓄、县交通局局长平稳出席通气会。\n记者：药够不够？\n储蓄：药品充足。\n记者：路通不通？\n平稳：设了卡口。'),
      ['储蓄/：/药品充', '平稳/：/设了卡'],
    ));
  test('a meeting that hears something and stresses goes on as the subject', () => {
    assert.deepEqual(said('会议听取了仓储检修汇报，强调，要抓紧施工。会议专题调度了秋收，要求备足烘干机。'), [
      '会议/强调/要抓紧',
      '会议/要求/备足烘',
    ]);
    assert.deepEqual(said('会后由县粮食局责令改正，限期五日。之后由各位代表发言，然后休会。'), []);
  });
  test('who is spoken to, quoted or only a source does not speak', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽转头对副县长韩卫东说，要备足仓容。`), ['吴晓丽/说/要备足']);
    assert.deepEqual(said('某国总统表示，感谢中方帮助。'), ['某国总统/表示/感谢中']);
    for (const text of ['据气象部门报告，今夜有雨。', '簡報上次會議主席指示事項執行情形。', '梁秘書報告「縣道養護」專案。'])
      assert.deepEqual(said(text), [], text);
  });
  test('他 is whom the sentence before is about', () =>
    assert.deepEqual(
      said(`${LEAD}县委书记周海强调要抓好春耕。\n镇党委书记石坚连夜传达会议精神。他要求各村三天内完成排查。`).at(-1),
      '石坚/要求/各村三',
    ));
  test('between 他 and the verb stands what is spoken of', () =>
    assert.deepEqual(
      said(`${LEAD}镇党委书记石坚到河堤检查。他着重就如何守住堤坝，提出三点意见。一是要备足沙袋。`).at(-1)!.split('/').slice(0, 2),
      ['石坚', '提出'],
    ));
  test('a family name and a rank', () =>
    assert.deepEqual(said('副司令员董成海大校到会，副校长李云海陪同。董大校指出，要抓好训练。'), ['董成海/指出/要抓好']));
  test('a family name that is a conjunction elsewhere', () =>
    assert.deepEqual(said('镇长和丽英主持会议。和镇长强调，要管好火源。'), ['和丽英/强调/要管好']));
  test('who announces points in his own speech', () =>
    assert.deepEqual(said(`${LEAD}吴晓丽说，任务很重。这里，我也向各库提三点要求。一是备足仓容。`).at(-1)!.split('/')[0], '吴晓丽'));
  test('what the punished demanded is part of his case', () => {
    assert.deepEqual(said('1.镇长林小满搞表面文章问题。去年，林小满要求沿街商户统一刷墙。林小满受到党内警告处分。'), []);
    assert.deepEqual(said(`${LEAD}吴晓丽要求，各库对失职人员给予处分。`), ['吴晓丽/要求/各库对']);
  });
  test('an official quoted before he is named', () => assert.deepEqual(said(`${LEAD}“要敢于碰硬。”韩卫东强调。`), ['韩卫东/强调/要敢于']));
  test('a bystander who is named behind a quotation introduces nothing', () =>
    assert.deepEqual(said(`${LEAD}“日子越来越好了。”村民李大嫂说。`), []));
  test('a dash behind the verb is a mark', () => assert.deepEqual(said(`${LEAD}吴晓丽强调——\n要备足仓容。`), ['吴晓丽/强调/\n要备']));
  test('an order that opens its sentence goes on from the sentence before; a request there is the speaker’s own', () => {
    assert.deepEqual(said('市粮食局调度部署秋收。要求各库备足仓容。'), ['市粮食局/要求/各库备']);
    assert.deepEqual(said(`${LEAD}吴晓丽说，任务很重。希望各库备足仓容。`), ['吴晓丽/说/任务很']);
  });
  test('offices by their short names, several offices, and what a meeting did before it stressed something', () => {
    for (const who of ['县防汛办', '省粮食局等6部门', '县纪委监委'])
      assert.deepEqual(said(`${who}印发通知，要求各库备足仓容。`), [`${who}/要求/各库备`], who);
    assert.deepEqual(said('会议讨论并通过秋收方案，强调要备足仓容。'), ['会议/强调/要备足']);
  });
  test('a colon before a quotation stands for the verb, unless it is only written or asked', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽拍着护栏，语气严肃：“仓容要备足。”`), ['吴晓丽/：/仓容要']);
    assert.deepEqual(said(`${LEAD}吴晓丽的要求很明确：仓容要备足。`), ['吴晓丽/：/仓容要']);
    for (const text of ['吴晓丽身后的墙上写着：“安全第一，质量第一。”', '吴晓丽问得很细：“仓容还差多少？”', '十佳：“先进集体”。'])
      assert.deepEqual(said(LEAD + text), [], text);
  });
  test('what nobody says is no saying; 我 is who speaks', () => {
    assert.deepEqual(said('县粮食局提醒，谨防诈骗。我局不会以电话方式要求转账，更不会要求提供密码。'), ['县粮食局/提醒/谨防诈']);
    assert.deepEqual(said(`${LEAD}吴晓丽说，任务很重。我也给各库提个要求：要备足仓容。`).at(-1), '吴晓丽/提个要求/要备足');
    assert.deepEqual(said('在全县大会上的讲话\n\n同志们：\n我也给各位库长提个要求：要备足仓容。'), []);
  });
  test('sides and groups speak', () => {
    for (const who of ['督察组', '校方', '海关', '警方']) assert.deepEqual(said(`${who}指出，仓容要备足。`), [`${who}/指出/仓容要`], who);
  });
  test('who chairs a meeting is whom the next sentence means', () =>
    assert.deepEqual(said(`${LEAD}会议由韩卫东主持。他强调，要备足仓容。`), ['韩卫东/强调/要备足']));
  test('how somebody speaks, and to whom', () => {
    for (const how of ['语重心长地对年轻干部', '一边看一边', '首次'])
      assert.deepEqual(said(`${LEAD}吴晓丽${how}强调，要备足仓容。`), ['吴晓丽/强调/要备足'], how);
  });
  test('of several officials the one speaks whose clause is nearest, unless he only comes along or reports', () => {
    const of = (sentence: string): string[] => said(`${LEAD}${sentence}`);
    assert.deepEqual(of('吴晓丽主持会议，韩卫东出席会议并讲话，提出三点要求：一要早，二要快。'), ['韩卫东/提出/一要早']);
    assert.deepEqual(of('韩卫东主持召开会议，吴晓丽出席并部署秋种，要求各县连夜动手。'), ['吴晓丽/要求/各县连']);
    assert.deepEqual(of('韩卫东来到东山粮库，吴晓丽、宋平陪同，要求粮库清仓。'), ['韩卫东/要求/粮库清']);
    assert.deepEqual(of('会上，宋平汇报了仓容。吴晓丽边听边记，宋平在现场陪同，随后要求，各库腾仓。').at(-1), '吴晓丽/要求/各库腾');
  });
  test('nobody inside a phrase is whom the sentence is about, nor who reports it', () => {
    assert.deepEqual(said('在村民何宝田家中，县司法局依法登记财产，要求当场申报。'), ['县司法局/要求/当场申']);
    assert.deepEqual(said('【记者林雨晴／东山报道】县长吴晓丽听取简报后指示，清淤要做在汛前。'), ['吴晓丽/指示/清淤要']);
  });
  test('a pronoun means who visits, not who reports to him', () =>
    assert.deepEqual(said('县委书记韩卫东来到东山镇调研。\n在仓库，镇长宋平汇报了仓容。他要求，各库腾仓。'), ['韩卫东/要求/各库腾']));
  test('organs that answer letters; a department whose name holds 及; who leads the talk answers nothing', () => {
    assert.deepEqual(said('来信：暖气不热。\n市供热中心：您好，已派人上门。也提醒住户不要私接水泵。'), [
      '市供热中心/：/您好，',
      '市供热中心/提醒/住户不',
    ]);
    assert.deepEqual(said('发展及工务局局长宋平视察护坡后会见传媒。\n发展及工务局局长：业主应每年检查渠道。'), ['宋平/：/业主应']);
    assert.deepEqual(
      said('吴晓丽（市长）：供热提前五天。\n主持人：最后一个问题。\n问：怎么退费？\n答：应当按日退费。').at(-1),
      '吴晓丽/答/应当按',
    );
    assert.deepEqual(said('编者按：来信反映的问题值得重视。'), ['编者按/：/来信反']);
  });
  test('commands, how somebody opens, decisions, and a notice that was just issued', () => {
    assert.deepEqual(said(`${LEAD}吴晓丽对库长下达指令：“各库腾仓。”`), ['吴晓丽/下达指令/各库腾']);
    assert.deepEqual(said(`${LEAD}讲评会上，吴晓丽毫不留情：东山库两次漏报，要倒查原因。`), ['吴晓丽/：/东山库']);
    assert.deepEqual(said('会议决定：（一）责成粮库整改。'), ['会议/决定/（一）']);
    assert.deepEqual(said('市防指刚刚发布通知，要求沿河餐馆停业。'), ['市防指/要求/沿河餐']);
    assert.deepEqual(said(`${LEAD}吴晓丽每到一处都叮嘱库工注意安全。`), ['吴晓丽/叮嘱/库工注']);
    assert.deepEqual(said(`${LEAD}吴晓丽就用水问题作了具体安排，上游要照顾下游。`), ['吴晓丽/作了具体安排/上游要']);
  });
  test('the last word of a set phrase and a modifier say nothing; he says it to him', () => {
    assert.deepEqual(said('东山药学部对药品实行“日盘点、日报告、日补充”，库存要足。'), []);
    assert.deepEqual(said('会议要求，要按照方案要求，抓实防汛。'), ['会议/要求/要按照']);
    assert.deepEqual(said(`${LEAD}吴晓丽把库长找来，对他说：“明天起轮流铡草。”`), ['吴晓丽/说/明天起']);
  });
  test('a pronoun means who moves, not whom he told something last; 要求 at the head of a paragraph goes on', () => {
    assert.deepEqual(
      said('市长吴晓丽来到东山村，当场交代宋平查线路。\n离开火塘，她走到墙根。她对供电所负责人叮嘱，今晚排查。').at(-1),
      '吴晓丽/叮嘱/今晚排',
    );
    assert.deepEqual(said(`${LEAD}吴晓丽指出，形势很紧。\n要求各站所坚持领导带班。`), ['吴晓丽/指出/形势很', '吴晓丽/要求/各站所']);
  });
  test('another request in what somebody says is no speaker', () =>
    assert.deepEqual(said(`${LEAD}此外，吴晓丽表示，清淤要快。另请粮食局提醒各库加强巡查。`), ['吴晓丽/表示/清淤要']));
});
