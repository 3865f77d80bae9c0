/** Where names and titles begin and end: sentences after the model of real pages, all names invented. */
import assert from 'node:assert/strict';
import { createArticleService } from '../../../server/src/service';
import { wait } from '../../time';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** Full names with standing and title: `李强[市长]`, others in brackets. */
function names(body: string): string[] {
  return service
    .parse(`全市工作会议召开\n\n${body}\n`)
    .article.persons.filter(person => person.form === 'full')
    .map(({ text, title, standing }) => {
      const shown = `${text}${title ? `[${title}]` : ''}`;
      return standing === 'official' ? shown : `(${shown})`;
    });
}

suite('edges of names', () => {
  test('a verb of appointment keeps its first character', () => {
    assert.deepEqual(names('会议宣布，县水利局局长唐小苇调任县交通局局长，县财政局副局长乐平川转任县审计局局长。'), [
      '唐小苇[县水利局局长]',
      '乐平川[县财政局副局长]',
    ]);
    assert.deepEqual(names('涂明远，男，汉族。涂明远先在乡镇工作，后历任县水利局局长、县委办公室主任。').slice(0, 1), ['涂明远']);
    assert.ok(!names('涂明远同志先在乡镇工作，后历任县水利局局长、县委办公室主任。').some(name => name.includes('历')));
  });

  test('另 begins the next clause', () =>
    assert.deepEqual(names('会议由县长王毅主持。县长王毅另主持召开了座谈会。'), ['王毅[县长]', '王毅[县长]']));

  test('天天 is no name', () => assert.deepEqual(names('村级网格员天天走访，县长王毅处处留心。'), ['王毅[县长]']));

  test('who holds an office: 的是', () => {
    assert.deepEqual(names('此前担任省军区政委的是简明川少将。'), ['简明川[省军区政委]']);
    assert.deepEqual(names('今天大会的执行主席是：石春生、佟远、宓小满。'), ['石春生[执行主席]', '佟远', '宓小满']);
  });

  test('a time behind the name', () => {
    assert.deepEqual(names('诺尔丹总统埃斯登上周五提名前副国务卿柏恩森为新任大使。').slice(0, 1), ['埃斯登[诺尔丹总统]']);
    assert.deepEqual(names('市长乐平川本周三到开发区调研，县长丁一舟周一召开会议。'), ['乐平川[市长]', '丁一舟[县长]']);
  });

  test('no names: bodies behind a title, what follows 由', () => {
    assert.deepEqual(names('中央驻濠江特派员公署特派员石春生、驻濠江部队司令员佟远出席。'), [
      '石春生[中央驻濠江特派员公署特派员]',
      '佟远[驻濠江部队司令员]',
    ]);
    assert.deepEqual(
      names('新任會長由公和里里長詹水木接任，並由區長廖世崇監交。').filter(name => name.startsWith('由')),
      [],
    );
  });

  test('a name and its title as the only form of a person', () => {
    assert.deepEqual(names('石革书记的讲话站位高、措施实，为我们指明了方向。'), ['石革[书记]']);
    assert.deepEqual(names('座谈会上，柴一舟校长介绍了学校发展情况，栾清远书记介绍了党建情况。'), ['柴一舟[校长]', '栾清远[书记]']);
    assert.deepEqual(names('太原市长介绍了情况，教育局长指出问题，法院院长强调纪律，高新区长表示感谢。'), []);
    assert.deepEqual(names('石述曾委员的发言：我完全同意。'), ['石述曾[委员]']);
  });

  test('titles: autonomous places, consultative conferences, units without a number, what is no part', () => {
    assert.deepEqual(names('自治区党委书记石春生、自治区政府主席佟远陪同调研。'), ['石春生[自治区党委书记]', '佟远[自治区政府主席]']);
    assert.deepEqual(names('县政治协商会议主席佟远出席。'), ['佟远[县政治协商会议主席]']);
    assert.deepEqual(names('某合成旅旅长石春生介绍，某边防团政治委员佟远表示赞成。'), ['石春生[某合成旅旅长]', '佟远[某边防团政治委员]']);
    assert.deepEqual(names('佟远主任在回复立法议员沈从正的书面质询时表示，工作正常。').slice(1), ['沈从正[立法议员]']);
    assert.deepEqual(names('会议由旗人大常委会主任额尔敦木图主持。'), ['额尔敦木图[旗人大常委会主任]']);
  });

  test('names of the Yi with four characters, one pair of which is a word', () => {
    assert.deepEqual(names('州委副书记、州长阿硕拉比主持会议，副州长马黑木加出席。'), ['阿硕拉比[州委副书记、州长]', '马黑木加[副州长]']);
    assert.deepEqual(names('县长王海亲自主持，副县长李强全程参加。'), ['王海[县长]', '李强[副县长]']);
  });

  test('who manages an enterprise with its party secretary beside him', () => {
    assert.deepEqual(names('集团副总经理石春生、党委委员佟远一行对项目进行检查。'), ['石春生[集团副总经理]', '佟远[党委委员]']);
    assert.deepEqual(names('县长王海一行来到工厂，公司总经理石春生汇报了情况。'), ['王海[县长]', '(石春生[公司总经理])']);
  });

  test('a line of brackets that were never opened takes no longer than its length', () => {
    const time = (times: number): number => {
      const text = '王海)要'.repeat(times);
      return wait(() => void service.parse(text).article);
    };
    time(2000);
    assert.ok(time(80_000) < 1000);
  });
});

suite('no names', () => {
  test('what follows an office and is a time, a verb or a body', () => {
    assert.deepEqual(names('行政长官于行政会议前见记者，县长于凌晨两点到达，首长鲜明指出问题，局长时发表意见。'), []);
    assert.deepEqual(
      names('石某某任副局长，后升任局长，曾担任所长，后转任院长。').filter(name => /后|曾/.test(name)),
      [],
    );
    assert.deepEqual(names('项目位于方山区长阳镇京良路南侧，上海市长寿路口，实施大公司战略。'), []);
    assert.deepEqual(names('记者从某国有银行了解到，上周刚刚在柳城做了手术，代表海军参加阅兵，巨星云集。'), []);
  });

  test('ships and prizes that bear the name of somebody', () => {
    assert.deepEqual(names('“米特凡·莫斯伦科”号巡洋舰仍在服役。'), []);
  });

  test('a day in Chinese figures behind 于', () => {
    assert.deepEqual(names('市长周海于十一日召开会议，副市长石春生于三月五日到会。'), ['周海[市长]', '石春生[副市长]']);
  });

  test('foreign names behind an office go on to the last character that spells', () => {
    assert.deepEqual(names('俄国防部长谢尔久科夫此前宣布，主席格林斯潘就利率发表意见，县长阿石拉比主持会议。'), [
      '谢尔久科夫[俄国防部长]',
      '格林斯潘[主席]',
      '阿石拉比[县长]',
    ]);
  });

  test('who heads a group is named before the title', () => {
    assert.deepEqual(names('集团石春生总经理汇报了情况，董事会佟远主席出席。').slice(0, 1), ['(石春生)']);
  });
});

suite('names that are common words, behind an office', () => {
  test('what only persons do behind them, also past an adverb or on an occasion', () => {
    assert.deepEqual(names('副市长、县长金融主持会议。'), ['金融[副市长、县长]']);
    assert.deepEqual(names('县长金融在听取汇报后强调，要抓紧修渠。市教育局局长文章表示，学校已经复课。'), [
      '金融[县长]',
      '文章[市教育局局长]',
    ]);
    assert.deepEqual(names('市林业局局长容易当场回应。市长方向主持召开调度会。'), ['容易[市林业局局长]', '方向[市长]']);
    assert.deepEqual(names('水務處處長溫柔答覆，下月完工；環保局局長莊重於座談會上指出，河道已清淤。'), [
      '溫柔[水務處處長]',
      '莊重[環保局局長]',
    ]);
    assert.deepEqual(names('县公安局局长万里在会上作交流发言。'), ['万里[县公安局局长]']);
  });

  test('how something is said, and groups that do it, are no names', () => {
    assert.deepEqual(names('主任安全检查组赴各地检查。书记严肃指出存在的问题，主任严格要求自己，局长简单介绍了情况。'), []);
  });
});

suite('where a name ends and its predicate begins', () => {
  test('an adverb, a verb and whom somebody meets are no part of it', () => {
    assert.deepEqual(names('县委书记方砚实地察看了堤坝。'), ['方砚[县委书记]']);
    assert.deepEqual(names('州委书记虞平夜查防火值守，局长周海见记者时说，已处置完毕。'), ['虞平[州委书记]', '周海[局长]']);
    assert.deepEqual(names('市委书记章法作表态讲话。'), ['章法[市委书记]']);
  });
});

suite('offices behind the names of those who are given them', () => {
  test('several who are given one each in a row', () => {
    assert.deepEqual(names('会议决定任命石春生任市粮食局局长、佟远任市水务局局长、办公室主任，免去田立中的市粮食局局长职务。'), [
      '石春生[市粮食局局长]',
      '佟远[市水务局局长、办公室主任]',
      '田立中[市粮食局局长]',
    ]);
    assert.deepEqual(names('任命石春生为县教育局局长、佟远为县审计局局长（试用期一年）。'), ['石春生[县教育局局长]', '佟远[县审计局局长]']);
  });

  test('a prize for which somebody is nominated', () => {
    assert.deepEqual(
      names('石春生、佟远分别为校长奖学金提名奖获得者、优秀学生颁发证书。').some(name => name.includes('奖')),
      false,
    );
  });
});

suite('titles, read on pages of courts and congresses', () => {
  test('working committees, places that are verbs as well, 主任 before a name', () => {
    assert.deepEqual(names('市人大常委会人事与代表工作委员会副主任佟远监督。'), ['佟远[市人大常委会人事与代表工作委员会副主任]']);
    assert.deepEqual(names('沾化县委书记石春生、市台办主任田立中、副主任佟远等陪同活动。'), [
      '石春生[沾化县委书记]',
      '田立中[市台办主任]',
      '佟远[副主任]',
    ]);
  });
});
