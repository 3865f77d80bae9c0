import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayEndName, rightOf } from '../../../server/src/article/persons/right';
import { createArticleService } from '../../../server/src/service';
import type { PersonMention } from '../../../server/src/article/article';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

function persons(body: string): readonly PersonMention[] {
  return service.parse(`全市工作会议召开\n\n${body}\n`).article.persons;
}

/** Full names with standing and title: `李强[市长]`, others in brackets `(王海[记者])`. */
function names(body: string): string[] {
  return persons(body)
    .filter(person => person.form === 'full')
    .map(({ text, title, standing }) => {
      const shown = `${text}${title ? `[${title}]` : ''}`;
      return standing === 'official' ? shown : `(${shown})`;
    });
}

suite('persons', () => {
  test('a title before the name, with its organisation and further titles', () => {
    assert.deepEqual(names('6月3日，市委副书记、市长王海主持会议。'), ['王海[市委副书记、市长]']);
    assert.deepEqual(names('会上，市住房和城乡建设局局长韦国梁通报了有关情况。'), ['韦国梁[市住房和城乡建设局局长]']);
    assert.deepEqual(names('会议由副县长龚小妹主持。'), ['龚小妹[副县长]']);
  });

  test('names that look like none, between an office and what only persons do', () => {
    assert.deepEqual(names('市委书记时运来作表态讲话，区委书记屠苏陪同调研，市长应天长主持会议，县长强巴在分会场参加会议。'), [
      '时运来[市委书记]',
      '屠苏[区委书记]',
      '应天长[市长]',
      '强巴[县长]',
    ]);
    assert.deepEqual(names('区委常委国庆、时雨、计划生参加学习。'), ['国庆[区委常委]', '时雨', '计划生']);
    assert.deepEqual(names('交通部长甘露今（25）日到院报告，副总理桂兰8日在海城会见。'), ['甘露[交通部长]', '桂兰[副总理]']);
    assert.deepEqual(names('刚才，文明办通报了情况。石桥镇镇长季风介绍，市长热线通报了情况。'), ['季风[石桥镇镇长]']);
  });

  test('a note between title and name, ranks behind it, an office behind it', () => {
    assert.deepEqual(names('社会福利署助理署长（安老服务）麦家俊出席。'), ['麦家俊[社会福利署助理署长（安老服务）]']);
    assert.deepEqual(names('合成营营长巩固中校为学员授课。'), ['巩固[合成营营长]']);
    assert.deepEqual(names('任命邬达理同志为县医疗保障局局长；免去谭天同志的县财政局局长职务。'), [
      '邬达理[县医疗保障局局长]',
      '谭天[县财政局局长]',
    ]);
  });

  test('foreign names, later by their last part only', () => {
    assert.deepEqual(
      persons('桂兰会见图瓦里总理伊萨克·恩多戈。恩多戈表示，愿深化合作。')
        .filter(({ form }) => form === 'full')
        .map(({ text, name }) => [text, name])
        .slice(-2),
      [
        ['伊萨克·恩多戈', '伊萨克·恩多戈'],
        ['恩多戈', '伊萨克·恩多戈'],
      ],
    );
    assert.deepEqual(names('外交部长玛丽亚·塞莱丝特、驻华大使奥卢费米·阿德巴约参加会见。'), [
      '玛丽亚·塞莱丝特[外交部长]',
      '奥卢费米·阿德巴约[驻华大使]',
    ]);
  });

  test('names of other peoples behind an office', () => {
    assert.deepEqual(names('县委书记才仁扎西、副州长多杰加甫出席，自治县县长木呷尔布陪同。'), [
      '才仁扎西[县委书记]',
      '多杰加甫[副州长]',
      '木呷尔布[自治县县长]',
    ]);
    assert.deepEqual(names('德国总理朔尔茨率团访华，日本外相岸田文彦会见来宾。'), ['朔尔茨[德国总理]', '岸田文彦[日本外相]']);
  });

  test('ranks and offices of the services and of other regions', () => {
    assert.deepEqual(names('刑事部总警司钟志坚、高级督察罗凯文会见记者，消防区长黄伟德出席。'), [
      '钟志坚[刑事部总警司]',
      '罗凯文[高级督察]',
      '黄伟德[消防区长]',
    ]);
    assert.deepEqual(names('建设课长刘家豪指出，工程已完工，党团总召柯志恩、书记长林思铭出席。'), [
      '刘家豪[建设课长]',
      '柯志恩[党团总召]',
      '林思铭[书记长]',
    ]);
    assert.deepEqual(names('南屿市长江佩华今日主持会议。'), ['江佩华[南屿市长]']);
  });

  test('an office in brackets or behind a verb of holding it', () => {
    assert.deepEqual(names('王海（市委书记）主持会议。'), ['王海[市委书记]']);
    assert.deepEqual(names('欧阳修文任中共清水县委委员、常委、书记。'), ['欧阳修文[中共清水县委委员、常委、书记]']);
  });

  test('the head of a body between its name and the title, and the holder of an office behind it', () => {
    assert.deepEqual(names('水利局范世豪局长、石门村蔡志成村长及大湖乡长黄振华到场关心。'), [
      '范世豪[局长]',
      '蔡志成[村长]',
      '黄振华[大湖乡长]',
    ]);
    assert.deepEqual(names('县委党校常务副校长高山主持会议。'), ['高山[县委党校常务副校长]']);
    assert.deepEqual(names('曾担任清水市委书记的王海现已退休。'), ['王海[清水市委书记]']);
  });

  test('who is chosen, and who is present', () => {
    assert.deepEqual(names('会议选举王海为市人大常委会主任。'), ['王海[市人大常委会主任]']);
    assert.deepEqual(names('全国各选举单位分别召开会议。'), []);
    assert.deepEqual(names('出席会议的有王海、李强、周远。'), ['王海', '李强', '周远']);
  });

  test('who runs a village or a firm is no official', () => {
    assert.deepEqual(names('石桥村妇联主席胡玉兰表示，企业负责人林晓东表示赞同，驻村第一书记高远表示支持。'), [
      '(胡玉兰[石桥村妇联主席])',
      '(林晓东[企业负责人])',
      '高远[驻村第一书记]',
    ]);
  });

  test('words that no name begins with', () => {
    assert.deepEqual(names('由县领导包保到村，干部包户到人。感谢陈主任的介绍。'), []);
    assert.deepEqual(names('主任委员许立群、副主任委员蔡文、委员何敏从市卫健委主任高翔处获悉此事。'), [
      '许立群[主任委员]',
      '蔡文[副主任委员]',
      '何敏[委员]',
      '高翔[市卫健委主任]',
    ]);
  });

  test('managers are officials where the party leads their enterprise', () => {
    assert.deepEqual(names('集团党委书记、董事长王海主持会议，副总经理李强通报情况。'), ['王海[集团党委书记、董事长]', '李强[副总经理]']);
    assert.deepEqual(names('副总经理李强通报情况。'), ['(李强[副总经理])']);
  });

  test('names of other countries go on to where they end', () => {
    assert.deepEqual(names('北约秘书长斯托尔滕贝格表示关切，尼加拉瓜总统奥尔特加会见来宾，塞尔维亚总统卢卡尼奇日前到访。'), [
      '斯托尔滕贝格[北约秘书长]',
      '奥尔特加[尼加拉瓜总统]',
      '卢卡尼奇[塞尔维亚总统]',
    ]);
    assert.deepEqual(names('国家主席致电古巴国家主席，祝贺他就任古巴共和国国家主席。她向总书记汇报工作，嘉宾们表示赞同。'), []);
  });

  test('two family names, syllables that are not listed, a remark before the office', () => {
    assert.deepEqual(names('县长范姜志豪表示欢迎，市长王江海都表示赞同。'), ['范姜志豪[县长]', '王江海[市长]']);
    assert.deepEqual(names('旗人大常委会主任额尔登木格主持会议。王丽华（女）为县教育局局长。'), [
      '额尔登木格[旗人大常委会主任]',
      '王丽华[县教育局局长]',
    ]);
  });

  test('the family names of husband and wife, and those of two characters that Taiwan has', () => {
    assert.deepEqual(names('发展局局长甘罗美芝表示欢迎，罗何淑芬（渔护署署长）随同，副市长张简文彬指出问题。'), [
      '甘罗美芝[发展局局长]',
      '罗何淑芬[渔护署署长]',
      '张简文彬[副市长]',
    ]);
    assert.deepEqual(names('刘海明白市长的意思，但王海明表示不解，市长王海明白为难。').includes('但王海明'), false);
  });

  test('an office joined behind the name, and how something is done, tell of persons', () => {
    assert.deepEqual(names('副县长方针与安远县副县长云彩座谈。县长牛春来一边走一边看，副县长季风还守在堤上。'), [
      '方针[副县长]',
      '云彩[安远县副县长]',
      '牛春来[县长]',
      '季风[副县长]',
    ]);
    assert.deepEqual(names('署长马志与劳工及福利局副局长何年座谈，副市长王海和云岭街道主任李远参加，夫人彭丽说。').slice(0, 4), [
      '马志[署长]',
      '何年[劳工及福利局副局长]',
      '王海[副市长]',
      '李远[云岭街道主任]',
    ]);
  });

  test('a verb that gives or takes an office, whatever the name behind it is made of', () => {
    assert.deepEqual(names('会议决定：任命额尔敦巴雅尔为市农牧局局长；免去让·皮埃尔的市第一中学校长职务；任命长孙静为市教育局局长。'), [
      '额尔敦巴雅尔[市农牧局局长]',
      '让·皮埃尔[市第一中学校长]',
      '长孙静[市教育局局长]',
    ]);
    assert.deepEqual(names('县委书记长孙静讲话，县委书记普布多吉主持，东方松同志任县长。'), [
      '长孙静[县委书记]',
      '普布多吉[县委书记]',
      '东方松[县长]',
    ]);
  });
  test('a title that ends like a family name of two characters begins', () => {
    assert.deepEqual(names('参谋长孙伟主持，秘书长孙丽、董事长孙刚、副秘书长孙平出席，参谋长长孙敏讲话。'), [
      '孙伟[参谋长]',
      '孙丽[秘书长]',
      '(孙刚[董事长])',
      '孙平[副秘书长]',
      '长孙敏[参谋长]',
    ]);
  });

  test('adverbs as names, a word before a mark, and 副 and 总 that belong to the title behind the name', () => {
    assert.deepEqual(names('副县长向前、马上参加会议，旅长高山先放了狠话。'), ['向前[副县长]', '马上', '高山[旅长]']);
    assert.deepEqual(names('李明副县长：同志们，今天开一个短会。'), ['李明[副县长]']);
  });

  test('syllables that are not listed, up to a mark of the list or to what is done', () => {
    assert.deepEqual(names('市领导其其格、呼和温都尔、王海出席会议。嘎玛泽登同志任县委书记。'), [
      '其其格[市领导]',
      '呼和温都尔',
      '王海',
      '嘎玛泽登[县委书记]',
    ]);
  });

  test('a joining word at the end of a name has nothing to join before a preposition or a mark', () => {
    assert.deepEqual(names('副院长高喜和就立案工作作了安排，主任秘书翁廷为、参议杨家骏出席。'), [
      '高喜和[副院长]',
      '翁廷为[主任秘书]',
      '杨家骏[参议]',
    ]);
  });

  test('whose instructions a meeting passes on', () => {
    const found = persons('会议传达学习省委会议精神和省长赵立新、副省长夏志同志的批示。市长王海主持会议。');
    assert.deepEqual(
      found.filter(({ incidental }) => !incidental).map(({ name }) => name),
      ['王海'],
    );
  });

  test('leaders known to everybody need no title', () => {
    assert.deepEqual(names('习近平强调，要抓好落实。'), ['习近平']);
    assert.deepEqual(names('学习习近平新时代中国特色社会主义思想。'), []);
  });

  test('what stands where the others of a series have their names is a name, whatever it looks like', () => {
    assert.deepEqual(names('民事庭庭长甄真、刑事庭副庭长荐小满、员额法官钟馗分别汇报了工作。'), [
      '甄真[民事庭庭长]',
      '荐小满[刑事庭副庭长]',
      '钟馗[员额法官]',
    ]);
    assert.deepEqual(names('第二水厂厂长山谷、物资公司党委书记水生作表态发言。'), ['山谷[第二水厂厂长]', '水生[物资公司党委书记]']);
    assert.deepEqual(names('市人大常委会主任终南山主持会议，副主任阮正义，秘书长逄海及委员出席。'), [
      '终南山[市人大常委会主任]',
      '阮正义[副主任]',
      '逄海[秘书长]',
    ]);
    assert.deepEqual(names('院长办公会、主任会议研究通过，请市长热线、局长信箱及时答复，书记任组长、镇长任副组长。'), []);
  });

  test('an office that somebody is given or leaves stands behind the name', () => {
    assert.deepEqual(names('高山为市民政局局长；'), ['高山[市民政局局长]']);
    assert.deepEqual(names('安康的市教育局局长职务；'), ['安康[市教育局局长]']);
    assert.deepEqual(names('接受丁一山辞去市人大常委会副主任职务的请求。'), ['丁一山[市人大常委会副主任]']);
    assert.deepEqual(names('绿色为发展底色，安康的生活，成功为大家鼓劲。'), []);
  });

  test('a roster line is a name and the title of its bearer', () => {
    assert.deepEqual(names('吉祥　　北山乡党委书记'), ['吉祥[北山乡党委书记]']);
    assert.deepEqual(names('安 稳（女）　　南溪区民政局副局长'), ['安 稳[南溪区民政局副局长]']);
    assert.deepEqual(names('古丽娜尔·艾山　　市妇联副主席'), ['古丽娜尔·艾山[市妇联副主席]']);
    assert.deepEqual(names('牵头单位　　市公安局局长'), []);
    assert.deepEqual(names('金融办　　县政府副县长'), []);
  });

  test('a life in short begins with the name, and the office is the one held now', () => {
    assert.deepEqual(
      names(
        '春天，女，汉族，1979年5月生，大学学历，中共党员，现任县供销社党委书记、主任，拟任县商务局局长；\n\n2．那日松，男，蒙古族，1980年1月生，现任旗水利局局长，拟提名为副旗长人选。\n\n患者，男，65岁，汉族。',
      ),
      ['春天[县供销社党委书记、主任]', '那日松[旗水利局局长]'],
    );
  });

  test('tomorrow is no part of a name', () => {
    assert.deepEqual(names('新北市長侯友宜明（21）日將展開行程。'), ['侯友宜[新北市長]']);
  });

  test('who gives a speech stands alone at its head, be the name ever so short', () => {
    const speech = service.parse('在全县教育工作会议上的讲话\n（2023年5月3日）\n萧 何\n同志们：\n　　我代表县委，向大家表示感谢。').article
      .persons;
    assert.deepEqual(
      speech.map(({ name, standing }) => [name, standing]),
      [['萧何', 'official']],
    );
    assert.deepEqual(persons('萧何\n\n今天开会。'), []);
  });

  test('who answers for a firm is no official, who does for an authority is', () => {
    assert.deepEqual(names('快达平台公共事务负责人阿古拉表示道歉，市企业服务局负责人王海强调要整改。'), [
      '(阿古拉[快达平台公共事务负责人])',
      '王海[市企业服务局负责人]',
    ]);
  });

  test('an office and a name fill the line, in either order, behind a spaced label or not', () => {
    assert.deepEqual(names('青羊镇党委书记　金不换\n\n指 挥 长：原　野　县委副书记、县长\n\n市教育局局长　信箱'), [
      '金不换[青羊镇党委书记]',
      '原　野[县委副书记、县长]',
    ]);
  });

  test('what somebody has of nature, and what many look after', () => {
    assert.deepEqual(names('校长高原的话掷地有声，县长时光的声音哽咽了。“县领导包乡、乡干部包户”要做实。'), ['高原[校长]', '时光[县长]']);
  });

  test('places, qualities and words that the word list has as names begin no clause as persons', () => {
    assert.deepEqual(names('乐安县领导督导调研防汛工作。凌水县通报三起案例。作为重要任务，周密安排部署，按照高端化、绿色化要求推进。'), []);
    assert.deepEqual(names('康乐及文化事务署总监戚美珊汇报了情况。'), ['戚美珊[康乐及文化事务署总监]']);
    assert.deepEqual(names('张强、刘鹏、赵登才参加会议，李明洲、王际睿请假。'), ['张强', '刘鹏', '赵登才', '李明洲', '王际睿']);
  });

  test('a roster line may begin with a label and end with a bare title', () => {
    assert.deepEqual(names('出席人员：安稳　市委书记\n\n　　　　　李明　市长\n\n时间：上午　县长'), ['安稳[市委书记]', '李明[市长]']);
  });

  test('what only an office speaks for is a name once it is seen at work', () => {
    assert.deepEqual(names('城投公司党总支书记、董事长全胜违规发放补贴。全胜受到党内警告处分。'), [
      '全胜[城投公司党总支书记、董事长]',
      '全胜',
    ]);
    assert.deepEqual(names('镇党委书记高度重视，镇村干部高度紧张。'), []);
  });

  test('two places together tell of any word that it is a name: an office before it, and what only persons do behind it', () => {
    for (const word of ['友好', '火车', '还原', '计划', '日渐', '无锡', '将来'])
      assert.deepEqual(names(`水利局局长${word}在办公会上说，下周开工。\n\n${word}表示，意见要逐条回应。`), [`${word}[水利局局长]`, word]);
    assert.deepEqual(names('水利局局长友好在办公会上说，下周开工。双方的关系十分友好。'), []);
    assert.deepEqual(
      names('第三次主席会议26日召开。会议强调，要抓好落实。国家主席会见来宾，美国总统国家安全事务助理在座。国家要求落实。'),
      [],
    );
  });

  test('an adverb before what somebody does is a name only where no adverb can stand', () => {
    assert.deepEqual(names('卫生局副局长何必指出，疫苗充足。财经委员会主任委员于是作了报告。'), [
      '何必[卫生局副局长]',
      '于是[财经委员会主任委员]',
    ]);
    assert.deepEqual(names('总书记接连来到多地。市委书记随即强调，要抓好落实。随即强调三点要求。'), []);
    assert.deepEqual(names('市委书记随即主持会议。县领导何月琴、随即、罗春生出席。'), [
      '随即[市委书记]',
      '何月琴[县领导]',
      '随即',
      '罗春生',
    ]);
  });

  test('compound and rare family names that lists of today lack', () => {
    assert.deepEqual(names('副主任东野长治主持会议，副局长欧冶真、县委书记充国梁参加。'), [
      '东野长治[副主任]',
      '欧冶真[副局长]',
      '充国梁[县委书记]',
    ]);
  });

  test('behind an office whatever a subject does makes a name, and the line as a whole tells where it ends', () => {
    assert.deepEqual(names('县教育局局长王海蹲在田埂上算了一笔账。'), ['王海[县教育局局长]']);
    assert.deepEqual(names('某旅旅长岳峰带机关检查库室。'), ['岳峰[某旅旅长]']);
    assert.deepEqual(names('县水利局局长万里行蹲下身子查看管涌。'), ['万里行[县水利局局长]']);
    // A noun behind an organisation's head can only be who heads it.
    assert.deepEqual(names('市公安局局长童话先后走了六个村。'), ['童话[市公安局局长]']);
    assert.deepEqual(names('受市委书记王海委托，副书记李远看望老党员。'), ['王海[市委书记]', '李远[副书记]']);
  });

  test('behind an office stands no name where the line makes more sense without one', () => {
    for (const line of [
      '湖南省长沙市望城区有三家企业。',
      '相关负责人来岚，听取汇报。',
      '来到总统官邸外面。',
      '值班站长有权先停运。',
      '县长正在赶往现场。',
      '书记和群众拉家常。',
    ])
      assert.deepEqual(names(line), [], line);
  });

  test('which end of a name is right the rest of the article tells', () => {
    assert.deepEqual(names('政治委员铁牛坦率地说，问题在机关。铁牛提醒大家，不能等。'), ['铁牛[政治委员]', '铁牛']);
    assert.deepEqual(names('副旅长高原先带人下到库房。高原告诉保管员，要双人双锁。'), ['高原[副旅长]', '高原']);
  });

  test('a name goes on as far as it does wherever it stands', () => {
    assert.deepEqual(names('市委书记阿拉坦仓冒着风雪来到社区。阿拉坦仓一进门就摸了摸暖气片。阿拉坦仓叮嘱，要随叫随到。'), [
      '阿拉坦仓[市委书记]',
      '阿拉坦仓',
      '阿拉坦仓',
    ]);
    assert.deepEqual(names('旅长高原先放了一段视频。高原说，要当真打。'), ['高原[旅长]', '高原']);
    // The same character follows twice, but it begins a verb, or ends the list.
    assert.deepEqual(names('市长王海指示马上停工。王海指出，要抓好落实。'), ['王海[市长]', '王海']);
    assert.deepEqual(names('县领导罗春生、王海等出席会议。罗春生、王海等参加活动。'), ['罗春生[县领导]', '王海', '罗春生', '王海']);
  });

  test('a list goes on to those who are not named, and its first name may begin with a verb', () => {
    assert.deepEqual(names('会议由主任吕英主持，副主任任江河、唐太成、王天文、龚剑雄以及常委会组成人员出席。'), [
      '吕英[主任]',
      '任江河[副主任]',
      '唐太成',
      '王天文',
      '龚剑雄',
    ]);
    assert.deepEqual(names('副主任任江河流域治理工作组组长。'), []);
  });

  test('a noun with its predicate is what a clause is about, unless a name is due', () => {
    assert.deepEqual(names('检查组到老冢法庭、毛庄法庭进行检查。古琴艺术得到传承。'), []);
    assert.deepEqual(names('局长王海现场主持会议。'), ['王海[局长]']);
  });

  test('whose title it is: behind a name that one’s, without an organisation nobody’s', () => {
    assert.deepEqual(names('学校书记杨成军研究员、院长丁文锋教授先后汇报了工作。'), ['杨成军[学校书记]', '丁文锋[院长]']);
    assert.deepEqual(names('与会人员包括相关干部、商会会长李耀熊。该部支队长吴明华告诉记者。'), ['李耀熊[商会会长]', '吴明华[支队长]']);
    assert.deepEqual(names('今年3月议员曾拜访立法机构。'), []);
  });

  test('what is heard from somebody about something', () => {
    assert.deepEqual(names('会议听取了副县长节气关于抗旱工作的汇报。'), ['节气[副县长]']);
    assert.deepEqual(names('会议听取了县委常委班子关于抗旱工作的汇报。'), []);
  });

  test('who signs up to the end of the line, who are counted, and what is appointed besides', () => {
    assert.deepEqual(names('市委书记、总河长：步春生'), ['步春生[市委书记、总河长]']);
    assert.deepEqual(names('王纯等57位同志当选为委员。陈州等57个城市入选。'), ['王纯']);
    assert.deepEqual(names('纪委书记王海宣读了任命文件，对新任命的副主任、护士长提出要求。'), ['王海[纪委书记]']);
  });

  test('an enterprise that tells of itself: its manager chairs', () => {
    assert.deepEqual(names('集团公司副总经理孙光明主持会议。总会计师罗春生、副总经理何月琴出席。'), [
      '孙光明[集团公司副总经理]',
      '罗春生[总会计师]',
      '何月琴[副总经理]',
    ]);
    assert.deepEqual(names('清河精工公司总经理孙光明主持会议。公司副总经理何月琴出席。'), [
      '(孙光明[清河精工公司总经理])',
      '(何月琴[公司副总经理])',
    ]);
  });

  test('between two names of a list that do the same stands a name', () => {
    assert.deepEqual(names('市领导罗春生、火车、何月琴出席会议。'), ['罗春生[市领导]', '火车', '何月琴']);
    assert.deepEqual(names('副市长罗春生、公安、交通局参加会议。'), ['罗春生[副市长]']);
  });

  test('names of four characters end where something else begins', () => {
    assert.deepEqual(names('州委政法委书记阿洼木呷主持会议，乡党委书记吉克阿牛作交流发言。'), [
      '阿洼木呷[州委政法委书记]',
      '吉克阿牛[乡党委书记]',
    ]);
  });

  test('the last of a list may look like anything, and two of them are counted', () => {
    assert.deepEqual(names('副镇长余粮、方圆、计划，武装部长柴米参加。'), ['余粮[副镇长]', '方圆', '计划', '柴米[武装部长]']);
    assert.deepEqual(names('二矿矿长石破天作了检讨，石破天、井冈二人在分会场发言。'), ['石破天[二矿矿长]', '石破天', '井冈']);
  });

  test('a place is nobody, however its name looks', () => {
    assert.deepEqual(names('市长王海会见贝尔加市代表团，愿与贝尔加开展港口合作。'), ['王海[市长]']);
  });

  test('organisations whose names hold a verb belong to the title; orders do not', () => {
    assert.deepEqual(names('乡民代表会主席田纳溪出席，省体育代表团团长慕容雪讲话，市委调研室主任王海汇报。'), [
      '田纳溪[乡民代表会主席]',
      '慕容雪[省体育代表团团长]',
      '王海[市委调研室主任]',
    ]);
    assert.deepEqual(names('她当场指示工务处处长王海限期完成。'), ['王海[工务处处长]']);
  });

  test('short forms with 副 and 代, and families whose name is a word', () => {
    const short = (body: string): (string | null)[][] =>
      persons(body)
        .filter(({ form }) => form === 'surname')
        .map(({ text, name }) => [text, name]);
    assert.deepEqual(short('镇长和风、副镇长方圆、代县长鹿鸣春出席。方副镇长通报情况，鹿代县长表示支持。和镇长强调，要抓紧。'), [
      ['方副镇长', '方圆'],
      ['鹿代县长', '鹿鸣春'],
      ['和镇长', '和风'],
    ]);
    assert.deepEqual(short('镇长和风出席。市长和镇长一起查看。'), []);
  });

  test('a head that is joined to what follows or part of it names nobody', () => {
    assert.deepEqual(names('保加利亚总统和匈牙利总统出席，国王和王室成员出席，湖州市长兴县举办展览，成员国外长会未达成一致。'), []);
    assert.deepEqual(names('主席王海同安哥拉总统洛伦索通电话，驻美大使安东诺夫表示欢迎。'), [
      '王海[主席]',
      '洛伦索[安哥拉总统]',
      '安东诺夫[驻美大使]',
    ]);
  });

  test('before an office with its holder stands the place, after thanks a short form, and 包保 is work', () => {
    assert.deepEqual(names('花蓮縣長徐榛蔚表示，要加強巡查。'), ['徐榛蔚[花蓮縣長]']);
    assert.deepEqual(names('谢谢蓝局长的介绍。由县领导包保重点企业。'), []);
  });

  test('who speaks in a dialogue, who wrote a book, and callings of sports and stage', () => {
    assert.deepEqual(names('姜山：这场比赛的难度比预想的要大一些。'), ['姜山']);
    assert.deepEqual(names('金额：这场比赛的难度比预想的要大一些。'), []);
    assert.deepEqual(names('主帅鲁滕表示，球队状态不错，编剧苗小雨观看演出。'), ['(鲁滕[主帅])', '(苗小雨[编剧])']);
  });

  test('who signs, who is of an age, and what is told of candidates', () => {
    assert.deepEqual(names('本报讯（记者 荐小满）全市动员。'), ['(荐小满[记者])']);
    assert.deepEqual(names('厉大柱今年58岁，种了一辈子地。'), ['厉大柱']);
    assert.deepEqual(names('满江红，男，汉族，1972年3月生。'), ['满江红']);
  });

  test('a word behind a calling, a verb or the beginning of a longer word is no name', () => {
    assert.deepEqual(names('把领导包案压实到人头上，向人民英雄敬献花篮，大学生信用卡停办，乡村医生是群众的守门人。'), []);
    assert.deepEqual(names('弘扬企业家精神，推广“红白理事会”的做法，评论员文章指出，要坚定信心。'), []);
    assert.deepEqual(names('外长首次参加这一会议，大家向总书记问好。银龄教师行动启动，养牛大户交流经验。'), []);
    assert.deepEqual(names('返乡青年母小军当上了理事长。'), ['(母小军[返乡青年])']);
  });

  test('in a list the title belongs to the first name only', () => {
    assert.deepEqual(names('市领导周文、郑小川、吴一凡参加会议。'), ['周文[市领导]', '郑小川', '吴一凡']);
    assert.deepEqual(names('市领导周文、郑小川，市政府秘书长钱远等参加会议。'), ['周文[市领导]', '郑小川', '钱远[市政府秘书长]']);
  });

  test('names that are words, behind a title or in a list', () => {
    assert.deepEqual(names('市应急管理局局长安全出席会议。'), ['安全[市应急管理局局长]']);
    assert.deepEqual(names('市领导方针、高兴、平安参加会议。'), ['方针[市领导]', '高兴', '平安']);
  });

  test('words are no names', () => {
    assert.deepEqual(names('市委书记高度重视安全生产工作，各级领导干部要坚持总方针不动摇，广大群众高兴地说，平安就是福。'), []);
    assert.deepEqual(names('会议指出，方案要求明确，国务院强调，安全第一，中国同越南总理府保持沟通。'), []);
    assert.deepEqual(names('玉米、大豆和高粱长势良好，黄河、长江流域雨水充沛。'), []);
  });

  test('compound, minority and spelled names', () => {
    assert.deepEqual(names('县委书记欧阳一鸣强调，要抓好落实。'), ['欧阳一鸣[县委书记]']);
    assert.deepEqual(names('州长扎西次仁指出，要保护好草原。'), ['扎西次仁[州长]']);
    assert.deepEqual(names('代县长艾力·吐尔逊边走边看。'), ['艾力·吐尔逊[代县长]']);
    assert.deepEqual(names('州领导罗明、格绒、邓军出席会议。'), ['罗明[州领导]', '格绒', '邓军']);
  });

  test('traditional script is read like simplified, and reported as printed', () => {
    assert.deepEqual(names('縣長鍾國強主持會議，教育處處長劉慧敏報告。'), ['鍾國強[縣長]', '劉慧敏[教育處處長]']);
  });

  test('a name on a line of its own', () => {
    assert.deepEqual(names('仇怀宇\n同志们：今天开会。\n高质量\n文明办'), ['仇怀宇']);
  });

  test('names spaced to the width of three', () => {
    assert.deepEqual(names('市领导王　海、李明华、赵　云参加会议。'), ['王　海[市领导]', '李明华', '赵　云']);
    assert.equal(persons('市领导王　海、李明华参加会议。')[0]!.name, '王海');
  });

  test('reporters, editors and villagers are persons but not officials', () => {
    assert.deepEqual(names('记者 林小雨 摄影 陈大江'), ['(林小雨[记者])', '(陈大江[摄影])']);
    assert.deepEqual(names('村民赵大勇说，日子越过越好。'), ['(赵大勇[村民])']);
  });

  test('a name once known is found wherever it stands, but not inside other words', () => {
    assert.deepEqual(names('副市长白云出席会议。群众对白云的讲话报以掌声，白云山上春意正浓。'), ['白云[副市长]', '白云']);
  });

  test('short forms stand for the person they can only mean', () => {
    const found = persons('市委书记李远主持会议，市长王海出席。李书记强调，要抓好落实。市长要求，全力推进。他说，时间不等人。');
    assert.deepEqual(
      found.filter(({ form }) => form !== 'full').map(({ text, form, name }) => [text, form, name]),
      [
        ['李书记', 'surname', '李远'],
        ['市长', 'title', '王海'],
        ['他', 'pronoun', '王海'],
      ],
    );
  });

  test('leaders who only modify a noun', () => {
    const found = persons('会议传达学习习近平总书记重要讲话精神和省长何川在全省会议上的讲话精神。市长王海主持会议。');
    assert.deepEqual(
      found.filter(({ incidental }) => !incidental).map(({ name }) => name),
      ['王海'],
    );
  });

  test('the cheap look passes over no place where a name can end', () => {
    const piece = fc.constantFrom(
      '主持会议',
      '说',
      '指出',
      '书记',
      '副市长',
      '则',
      '就',
      '在',
      '时',
      '、',
      '：',
      '，',
      '(',
      '今年',
      '58岁',
      '8日',
      '男',
      '等',
      '会议',
      '工作',
      '王海',
      '和',
      '分别',
      '的',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(20), fc.constantFrom('clause', 'preposition'), (parts, at, kind) => {
        const line = parts.join('');
        const end = Math.min(at, line.length);
        if (rightOf(line, end, { kind, title: null, standing: null }, testLanguage().words).grade >= 0)
          assert.ok(mayEndName(line, end), line.slice(end));
      }),
      { numRuns: 2000 },
    );
  });

  test('mentions are sorted, do not overlap and lie in the text', () => {
    const piece = fc.constantFrom(
      '市长',
      '王海',
      '、',
      '，',
      '。',
      '主持会议',
      '李',
      '书记',
      '他',
      '说',
      '记者',
      '阿布',
      '·',
      '提',
      '方针',
      '和',
      '\n',
      ' ',
      '　',
      '"',
      'X',
      '某',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), parts => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, text: printed } of service.parse(text).article.persons) {
          assert.ok(start >= last && end > start && end <= text.length && printed.length > 0);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
