import * as assert from 'node:assert/strict';
import { parse } from './parsed';

const meta = (text: string) => {
  const { title, date, source, author } = parse(text).meta;
  for (const value of [title, date, source, author]) if (value) assert.equal(text.slice(value.start, value.end), value.text);
  return [title?.text ?? null, date?.iso ?? null, source?.text ?? null, author?.text ?? null];
};
const BODY = '\n会议由县长周海主持，各镇负责人参加，会期半天。\n';

suite('head of the page', () => {
  test('labelled', () =>
    assert.deepEqual(meta(`全县秋收会议召开\n2022-09-03 08:00 来源：青川日报 作者：记者林小满${BODY}`), [
      '全县秋收会议召开',
      '2022-09-03',
      '青川日报',
      '林小满',
    ]));
  test('who published it, not who wrote it', () =>
    assert.equal(meta(`秋收会议召开\n发布人：院办公室　发布时间：2022-09-03\n供稿：江小枫${BODY}`)[2], '院办公室'));
  test('years of the Republic of China', () =>
    assert.deepEqual(meta(`縣府召開秋收會議\n發布日期：中華民國111年9月3日${BODY}`).slice(0, 2), ['縣府召開秋收會議', '2022-09-03']));
  test('years of the Republic of China without its name', () =>
    assert.equal(meta(`縣府召開秋收會議\n發布單位：農業處　發布日期：112-09-19${BODY}`)[1], '2023-09-19'));
  test('a date in Han numerals', () => assert.equal(meta(`全县秋收会议召开\n二〇二二年九月三日${BODY}`)[1], '2022-09-03'));
  test('a day without a year', () =>
    assert.equal(meta(`全县秋收会议召开\n本网讯 9月3日，会议在县城召开，县长周海主持。${BODY}`)[1], '--09-03'));
  test('an agency’s dateline', () =>
    assert.deepEqual(meta(`全县秋收会议召开\n新华社北京9月3日电 会议在北京召开，代表们参加。${BODY}`).slice(1, 3), ['--09-03', '新华社']));
  test('nothing', () => assert.deepEqual(meta('周海强调，要抓实工作。'), [null, null, null, null]));
});
