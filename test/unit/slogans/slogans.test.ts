import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticleService } from '../../../server/src/service';
import { findItems } from '../../../server/src/slogans/expansion';
import { leadingNumber } from '../../../server/src/slogans/numerals';
import { findQuotes } from '../../../server/src/slogans/quotes';
import { shippedEntries, sloganTable, sloganKey } from '../../../server/src/slogans/table';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());
const slogans = (text: string) => service.parse(`工作会议\n\n${text}\n`).slogans;

suite('slogan table', () => {
  test('rows satisfy the schema: known properties, fields of the list, dates', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../server/data/slogans.schema.json'), 'utf8')).properties.slogans.items;
    for (const entry of shippedEntries()) {
      assert.ok(entry.phrase.length > 1);
      for (const key of Object.keys(entry)) assert.ok(key in schema.properties, key);
      assert.ok(schema.properties.field.enum.includes(entry.field), entry.phrase);
      assert.match(entry.firstKnown, new RegExp(schema.properties.firstKnown.pattern));
    }
  });

  test('every row is found under its own phrase', () => {
    for (const entry of shippedEntries()) assert.equal(sloganTable().get(sloganKey(entry.phrase)), entry, entry.phrase);
  });
});

suite('slogans', () => {
  test('one phrase, however it is written', () => {
    for (const text of ['“外防输入、内防反弹”', '“外防输入，内防反弹”', '「外防輸入、內防反彈」', '外防输入内防反弹']) {
      assert.deepEqual(slogans(`坚持${text}总策略。`).map(slogan => slogan.canonical), ['外防输入、内防反弹'], text);
    }
  });

  test('quoted phrases that the table lacks: counted, patterned, parallel', () => {
    for (const phrase of ['四个铁桶', '六清', '应访尽访', '零缺口', '一街一策', '查得严、堵得住、管得好']) {
      assert.deepEqual(slogans(`要落实“${phrase}”。`).map(({ text, canonical }) => [text, canonical]), [[phrase, null]]);
    }
  });

  test('speech, names of things and dates are no phrases', () => {
    assert.deepEqual(slogans('他说：“今年收成好，大家放心吧。”“0506”疫情后，“小林”超市重新开门，“五一”假期客流平稳。').map(({ text }) => text), []);
  });

  test('items before the phrase, behind it, and in brackets', () => {
    const items = (text: string) => slogans(text)[0]?.expansion;
    assert.deepEqual(items('要压紧压实属地、部门、单位、个人“四方责任”，抓好落实。'), ['属地', '部门', '单位', '个人']);
    assert.deepEqual(items('推进“三个一批”，即建成一批、开工一批、储备一批，形成合力。'), ['建成一批', '开工一批', '储备一批']);
    assert.deepEqual(items('做到底数清、去向清、责任清等“三清”。'), ['底数清', '去向清', '责任清']);
    assert.deepEqual(items('落实“三长”（河长、林长、路长）责任。'), ['河长', '林长', '路长']);
  });

  test('no items where the count does not fit', () => {
    assert.equal(slogans('要压实属地、部门、单位“四方责任”。')[0]!.expansion, null);
    assert.equal(findItems('落实"四方责任"。', 3, 7), null);
  });

  test('an unquoted number with its items behind a colon', () => {
    assert.deepEqual(slogans('各村要算好三本账：生态账、经济账、民生账。').map(({ text, expansion }) => [text, expansion]), [['三本账', ['生态账', '经济账', '民生账']]]);
  });

  test('mentions without marks count once the phrase was quoted', () => {
    assert.equal(slogans('要扎紧“四个铁桶”。四个铁桶是底线，“四个铁桶”要扎牢。')[0]!.mentions.length, 3);
  });

  test('numbers', () => {
    assert.deepEqual(['四方责任', '十四个坚持', '二十条', '138机制', '两站一场', '零感染', ''].map(leadingNumber), [4, 14, 20, 0, 2, 0, 0]);
  });

  test('a hundred thousand open quotes take no longer than their length', () => {
    const text = '“开'.repeat(100_000), started = performance.now();
    assert.deepEqual(findQuotes(text), []);
    assert.ok(performance.now() - started < 1000);
  });
});
