import assert from 'node:assert/strict';
import { Collection } from '../../../server/src/workspace/collection';
import { Knowledge } from '../../../server/src/workspace/knowledge';
import { readPeople } from '../../../server/src/workspace/peopleFile';
import { readSlogans } from '../../../server/src/workspace/slogansFile';
import { csvRow } from '../../../protocol/csv';
import { parseCsv } from '../../../server/src/workspace/csv';
import { organisationOf, titlePlaces } from '../../../server/src/workspace/place';
import { Romaniser } from '../../../server/src/workspace/romanised';
import { contentHash, summarise } from '../../../server/src/workspace/summary';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** A collection of texts under the names `file:///1`, `file:///2` … */
function collect(...texts: string[]): Collection {
  const collection = new Collection();
  texts.forEach((text, i) => collection.set(summarise(`file:///${i + 1}`, service.parse(text))));
  return collection;
}

const harbour =
  '全市防汛会议召开\n2023-06-03\n\n6月3日，青港市召开防汛会议。青港市市长何雄主持会议。何雄强调，青港市各级要扎紧“四个口袋”。\n';
const later = '全市经济会议召开\n2024-01-08\n\n1月8日，青港市召开经济会议。青港市委书记何雄出席会议。\n';
const inland = '全县春耕会议召开\n2023-03-01\n\n3月1日，平原县召开春耕会议。平原县农业农村局局长何雄通报情况。平原县要落实“四个口袋”。\n';

suite('collection', () => {
  test('an article is added, replaced and taken out', () => {
    const collection = collect(harbour);
    assert.deepEqual(
      collection.peopleNamed('何雄').map(person => person.articles.length),
      [1],
    );
    collection.set(summarise('file:///1', service.parse('会议\n\n市长李远主持会议。\n')));
    assert.deepEqual([...collection.names()], ['李远']);
    assert.equal(collection.delete('file:///1'), true);
    assert.equal(collection.delete('file:///1'), false);
    assert.deepEqual([...collection.names()], []);
    assert.deepEqual(collection.slogans(), []);
  });

  test('one person over time: titles in the order of dates', () => {
    const [person, ...others] = collect(later, harbour).peopleNamed('何雄');
    assert.deepEqual(others, []);
    assert.deepEqual(person!.titles, [
      { title: '青港市市长', date: '2023-06-03' },
      { title: '青港市委书记', date: '2024-01-08' },
    ]);
  });

  test('an office that somebody leaves ends with that article, until it is taken up again', () => {
    const name = '宋远山';
    const list = (date: string, line: string) => `青石县人民代表大会常务委员会任免名单\n${date}\n\n${line}\n`;
    const given = list('2018-03-12', `决定任命：\n${name}为青石县水利局局长。`);
    const taken = list('2020-01-15', `决定免去：\n${name}的青石县水利局局长职务。`);
    const again = list('2021-05-06', `决定任命：\n${name}为青石县水利局局长。`);
    assert.deepEqual(collect(given, taken).peopleNamed(name)[0]!.titles, [
      { title: '青石县水利局局长', date: '2018-03-12', left: '2020-01-15' },
    ]);
    assert.deepEqual(collect(taken).peopleNamed(name)[0]!.titles, [{ title: '青石县水利局局长', date: '', left: '2020-01-15' }]);
    assert.deepEqual(collect(given, taken, again).peopleNamed(name)[0]!.titles, [{ title: '青石县水利局局长', date: '2018-03-12' }]);
  });

  test('a title is one in both scripts, and shown as most articles print it', () => {
    const first = '雲嶺市召開會議\n2021-03-02\n\n3月2日，雲嶺市副市長賀啟濤出席會議。\n';
    const second = '云岭市召开会议\n2022-03-02\n\n3月2日，云岭市副市长贺启涛出席会议。\n';
    const third = second.replace('2022', '2023');
    const shown = (...texts: string[]) =>
      collect(...texts)
        .peopleNamed('贺启涛')
        .map(({ name, titles }) => [name, titles]);
    assert.deepEqual(shown(first, second), [['贺启涛', [{ title: '云岭市副市长', date: '2021-03-02' }]]]);
    assert.deepEqual(shown(second, first.replace('2021', '2023')), [['賀啟濤', [{ title: '雲嶺市副市長', date: '2022-03-02' }]]]);
    assert.deepEqual(shown(second, third, first.replace('2021', '2024')), [['贺启涛', [{ title: '云岭市副市长', date: '2022-03-02' }]]]);
    const told = collect(first);
    told.setKnowledge(new Knowledge(readPeople('name,titles,from\n贺启涛,云岭市副市长,2020\n').people, []));
    assert.deepEqual(told.peopleNamed('贺启涛')[0]!.titles, [{ title: '云岭市副市长', date: '2020' }]);
  });

  test('people of one name in different places are kept apart', () => {
    const people = collect(harbour, later, inland).peopleNamed('何雄');
    assert.deepEqual(
      people.map(({ place, articles }) => [place, articles.length]),
      [
        ['青港市', 2],
        ['平原县', 1],
      ],
    );
  });

  test('one person who moves: an article that names both places joins them; of a chain of places the lowest counts', () => {
    const county = '平原县召开会议\n2021-03-02\n\n3月2日，平原县召开会议。平原县委副书记、县长何雄主持会议。\n';
    const both = '青港市召开会议\n2022-09-02\n\n9月2日，青港市召开会议。青港市委常委、平原县委书记何雄发言。\n';
    const city = '青港市防汛\n2023-06-01\n\n6月1日，青港市副市长何雄检查防汛。青港市各级要加强值守。\n';
    const province = '全省会议\n2022-06-01\n\n东海省青港市平原县委书记何雄等先后发言。\n';
    const titles = (...texts: string[]): string[][] =>
      collect(...texts)
        .peopleNamed('何雄')
        .map(person => person.titles.map(({ title }) => title));
    assert.deepEqual(titles(county, both, city, province), [
      ['平原县委副书记、县长', '东海省青港市平原县委书记', '青港市委常委、平原县委书记', '青港市副市长'],
    ]);
    assert.deepEqual(titles(county, province), [['平原县委副书记、县长', '东海省青港市平原县委书记']]);
    assert.deepEqual(titles(county, city), [['平原县委副书记、县长'], ['青港市副市长']]);
  });

  test('who is known in several places is shown in the one that most articles name', () => {
    const both = '青港市召开会议\n2022-09-02\n\n9月2日，青港市召开会议。青港市委常委、平原县委书记何雄发言。\n';
    const [person, ...others] = collect(both, harbour, later).peopleNamed('何雄');
    assert.deepEqual([person!.place, person!.articles.length, others], ['青港市', 3, []]);
    assert.equal(collect(both, inland).peopleNamed('何雄')[0]!.place, '平原县');
  });

  test('an article that gives no place speaks of the one person of the name, and of none of several', () => {
    const placeless = '学习会召开\n2023-05-01\n\n何雄书记指出，学习要持之以恒。\n';
    const articles = (...texts: string[]): number[] =>
      collect(...texts)
        .peopleNamed('何雄')
        .map(person => person.articles.length);
    assert.deepEqual(articles(harbour, placeless), [2]);
    assert.deepEqual(articles(harbour, inland, placeless), [1, 1, 1]);
  });

  test('who is on a visit belongs to the government, not to the place visited', () => {
    const visit = (place: string): string =>
      `${place}召开座谈会\n2023-06-03\n\n6月3日，省委书记荀家骏到${place}调研。${place}委书记路遥陪同。\n`;
    assert.deepEqual(
      collect(visit('云梦市'), visit('海门市'))
        .peopleNamed('荀家骏')
        .map(({ articles }) => articles.length),
      [2],
    );
    assert.deepEqual(
      collect(visit('云梦市'), visit('海门市'))
        .peopleNamed('路遥')
        .map(({ place }) => place)
        .sort(),
      ['云梦市', '海门市'],
    );
  });

  test('an article that names its place in titles only has it from there', () => {
    const people = collect(
      '调研\n\n6月3日，青港市市长何雄到港区调研。市领导王海参加调研。\n',
      '会议\n\n6月3日，平原县应急管理局局长王海参加会议。\n',
    ).peopleNamed('王海');
    assert.deepEqual(people.map(({ place }) => place).sort(), ['平原县', '青港市']);
  });

  test('two bureaus of one place within a month are two people; over the years they are one career', () => {
    const at = (date: string, bureau: string): string => `会议召开\n${date}\n\n青港市召开会议。青港市${bureau}局长王伟通报情况。\n`;
    assert.deepEqual(
      collect(at('2023-06-03', '教育局'), at('2023-06-20', '公安局'), at('2023-06-25', '教育局'))
        .peopleNamed('王伟')
        .map(({ articles }) => articles.length),
      [2, 1],
    );
    assert.deepEqual(
      collect(at('2021-06-03', '教育局'), at('2023-06-20', '公安局'))
        .peopleNamed('王伟')
        .map(({ articles }) => articles.length),
      [2],
    );
  });

  test('phrases with all their articles, oldest first', () => {
    const [record] = collect(harbour, inland).slogans();
    assert.equal(record!.text, '四个口袋');
    assert.deepEqual(
      record!.articles.map(({ uri }) => uri),
      ['file:///2', 'file:///1'],
    );
  });

  test('positions are lines and characters of the source, also where it is damaged', () => {
    const collection = collect('會(huì)議(yì)召開(kāi)\n\n6月3日,市長(zhǎng)劉鳴主持會(huì)議(yì)。\n');
    const [article] = collection.peopleNamed('刘鸣')[0]!.articles;
    assert.deepEqual(article!.official.mentions, [2, 14, 2, 16]);
  });

  test('summaries survive being written down', () => {
    const [summary] = collect(harbour).articles();
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
  });

  test('texts that differ have different hashes', () => {
    assert.notEqual(contentHash('市长'), contentHash('长市'));
    assert.notEqual(contentHash('a\u0000'), contentHash('a'));
    assert.equal(contentHash(harbour), contentHash(harbour));
  });
});

suite('names in pinyin', () => {
  const romaniser = new Romaniser(testLanguage());
  const fits = (query: string, name: string) => romaniser.fits(query, name);

  test('the whole name is better than its beginning or all initials, those are better than the first initials', () => {
    for (const query of ['hexiong', 'HeXiong', 'he xiong', "he'xiong", 'héxióng']) assert.equal(fits(query, '何雄'), 3, query);
    for (const query of ['hex', 'he', 'hx']) assert.equal(fits(query, '何雄'), 2, query);
    assert.equal(fits('h', '何雄'), 1);
  });

  test('family names have readings of their own', () => {
    assert.equal(fits('zengli', '曾黎'), 3);
    assert.equal(fits('shanxiaochuan', '单小川'), 3);
    assert.equal(fits('sxc', '单小川'), 2);
  });

  test('letters that do not fit', () => {
    for (const query of ['xyz', 'xiong', '']) assert.equal(fits(query, '何雄'), 0, query);
  });
});

suite('places and organisations', () => {
  test('a place in a title', () => {
    assert.deepEqual(titlePlaces('青港市委书记'), ['青港市']);
    assert.deepEqual(titlePlaces('市委书记'), []);
    assert.deepEqual(titlePlaces('县委常委、常务副县长'), []);
    assert.deepEqual(titlePlaces('錦江縣常務副縣長'), ['锦江县']);
  });
  test('the organisation is the title without the office', () => {
    assert.equal(organisationOf('青港海关副关长'), '青港海关');
    assert.equal(organisationOf('市教育局党组书记、局长'), '市教育局');
  });
});

suite('knowledge files', () => {
  test('people.csv: quoted cells, several titles, errors with their lines', () => {
    const { people, errors } = readPeople(
      'name,titles,place,from,note\n何雄,市长；市委书记,青港市,2023-01,"说明, 带逗号"\n,局长,,,\n李远,,,明年,\n',
    );
    assert.deepEqual(
      people.map(({ name, titles, note }) => [name, titles, note]),
      [['何雄', ['市长', '市委书记'], '说明, 带逗号']],
    );
    assert.deepEqual(errors, [
      { line: 2, message: 'missing-name', detail: '' },
      { line: 3, message: 'bad-date', detail: '明年' },
    ]);
  });

  test('a quote that is never closed is reported where its row begins, and the row is left out', () => {
    const { people, errors } = readPeople('name,titles\n何雄,市长\n李远,"局长\n王海,市长\n');
    assert.deepEqual(
      people.map(({ name }) => name),
      ['何雄'],
    );
    assert.deepEqual(errors, [{ line: 2, message: 'unclosed-quote', detail: '"' }]);
  });

  test('a row with more cells than columns is left out, and its line told', () => {
    const { people, errors } = readPeople('name,titles\n何雄,市长\n李远,县长,多余\n');
    assert.deepEqual(
      people.map(({ name }) => name),
      ['何雄'],
    );
    assert.deepEqual(errors, [{ line: 2, message: 'too-many-cells', detail: '3' }]);
  });

  test('a column that is not known, one that stands twice, and one that is missing', () => {
    const mistakes = (text: string) => readPeople(text).errors.map(({ message }) => message);
    assert.deepEqual(mistakes('人名,titles\n何雄,市长\n'), ['unknown-column', 'missing-column']);
    assert.deepEqual(mistakes('name,姓名\n何雄,何雄\n'), ['column-twice']);
  });

  test('columns may have Chinese names, in either script', () => {
    const expected = [['何雄', ['市长'], '青港市', '2019', '2023-01', '原县长']];
    for (const header of [
      '姓名,职务,地区,任职时间,离任时间,备注',
      '姓名,職務,地區,任職時間,離任時間,備註',
      'Name,titles,place,from,to,note',
    ]) {
      const { people, errors } = readPeople(`\ufeff${header}\r\n何雄,市长,青港市,2019,2023-01,原县长\r\n`);
      assert.deepEqual(
        [people.map(({ name, titles, place, from, to, note }) => [name, titles, place, from, to, note]), errors],
        [expected, []],
      );
    }
  });

  test('slogans.json: entries, and errors with their lines', () => {
    const { slogans, errors } = readSlogans(
      '[\n  {"phrase": "四个铁桶", "items": ["一", "二"]},\n  {"phrase": "x"},\n  {"phrase": "三本账", "items": "生态账"}\n]',
    );
    assert.deepEqual(
      slogans.map(({ phrase, items, field }) => [phrase, items, field]),
      [['四个铁桶', ['一', '二'], '其他']],
    );
    assert.deepEqual(
      errors.map(({ message }) => message),
      ['missing-phrase', 'wrong-type'],
    );
    assert.equal(errors[1]!.line, 3);
    assert.deepEqual(
      readSlogans(
        '{\n  "$schema": "a[{",\n  "slogans": [\n    {\n      "phrase": "四个铁桶"\n    },\n    {\n      "english": "no phrase"\n    },\n    "三本账",\n    {\n      "phrase": "三本账",\n      "colour": "red",\n      "items": "生态账"\n    }\n  ]\n}',
      ).errors,
      [
        { line: 6, message: 'missing-phrase', detail: '' },
        { line: 9, message: 'missing-phrase', detail: '' },
        { line: 12, message: 'unknown-property', detail: 'colour' },
        { line: 13, message: 'wrong-type', detail: 'items' },
      ],
    );
    assert.deepEqual(
      readSlogans('{').errors.map(({ message }) => message),
      ['bad-json'],
    );
    assert.deepEqual(
      readSlogans('{}').errors.map(({ message }) => message),
      ['not-a-list'],
    );
  });

  test('slogans.json: brackets and quotes within texts do not move the lines of what follows', () =>
    assert.deepEqual(readSlogans('[\n  {"phrase": "三\\"本]账", "note": "{["},\n  {"phrase": 3}\n]').errors, [
      { line: 2, message: 'missing-phrase', detail: '' },
    ]));

  test('what the user knows is added to the person', () => {
    const collection = collect(harbour);
    collection.setKnowledge(new Knowledge(readPeople('name,titles,place,from,note\n何雄,县长,,2019,早年任县长\n').people, []));
    const [person] = collection.peopleNamed('何雄');
    assert.equal(person!.note, '早年任县长');
    assert.deepEqual(person!.titles.at(-1), { title: '县长', date: '2019' });
  });

  test('when an office was taken up and left is corrected by what the user knows', () => {
    const collection = collect(harbour);
    const [printed] = collection.peopleNamed('何雄')[0]!.titles;
    collection.setKnowledge(new Knowledge(readPeople(`姓名,职务,起,止\n何雄,${printed!.title},2019,2024-02\n`).people, []));
    assert.deepEqual(collection.peopleNamed('何雄')[0]!.titles, [{ title: printed!.title, date: '2019', left: '2024-02' }]);
  });

  test('csv: cells that would be formulas get an apostrophe; dates without a year, and numbers, are none', () =>
    assert.equal(
      csvRow(['=1+1', '-1', '@x', '--06-03', '2023-06-03', -1, '--06-03+1']),
      "'=1+1,'-1,'@x,--06-03,2023-06-03,-1,'--06-03+1\r\n",
    ));

  test('csv: blank lines, CRLF, BOM, line breaks inside quotes', () => {
    assert.deepEqual(parseCsv('\ufeffa,b\r\n\r\n"c\nd","e""f"\r\n'), [
      { line: 0, cells: ['a', 'b'], unclosed: false },
      { line: 2, cells: ['c\nd', 'e"f'], unclosed: false },
    ]);
  });
});

suite('organisations in the views', () => {
  for (const [title, organisation] of [
    ['市长', '市政府'],
    ['市委副书记、代市长', '市委'],
    ['副县长', '县政府'],
    ['州委書記', '州委'],
    ['市領導', '市'],
    ['青港市副市长', '青港市政府'],
    ['运输署署長', '运输署'],
    ['工務局長', '工务局'],
    ['衞生防護中心總監', '卫生防护中心'],
    ['俄罗斯总统', '俄罗斯'],
    ['社會福利署助理署長（安老服務）', '社会福利署'],
    ['市税务局总经济师', '市税务局'],
    ['书记', ''],
    ['局长', ''],
    ['党委副书记、总经理', ''],
    ['记者', ''],
  ] as const) {
    test(`${title} → ${organisation || 'none'}`, () => assert.equal(organisationOf(title), organisation));
  }
});
