import * as assert from 'node:assert/strict';
import { byLineOf, fluencyOfNames, isInName } from '../../../server/src/damage/mirror/byLine';
import { summarise } from '../../../server/src/damage/mirror/evidence';
import { mirror } from '../../../server/src/damage/mirror/forward';
import { gbkIndex } from '../../../server/src/damage/mirror/gbkIndex';
import { observe } from '../../../server/src/damage/mirror/observe';
import { readingsOf } from '../../../server/src/damage/mirror/readings';
import { RunMemory } from '../../../server/src/damage/mirror/runs';
import { USUAL_STYLE } from '../../../server/src/damage/mirror/site';
import { testLanguage } from '../language/resources';

suite('mirror sites: by-lines', () => {
  test('names stand behind a word for a writer, in brackets or behind a colon or a space', () => {
    for (const text of ['（记者 梅', '（記者梅', '（本报记者 梅雨', '（通讯员：梅雨晴', '责任编辑：梅', '（记者 梅雨　周'])
      assert.ok(isInName(byLineOf(text)), text);
    for (const text of ['（全长', '记者梅', '编辑部：梅', '（记者 梅雨）周', '（记者 梅雨\n周']) assert.ok(!isInName(byLineOf(text)), text);
  });

  test('a bracket closes behind a given name, not behind the family name or a space', () => {
    const closing = (text: string): number => fluencyOfNames(byLineOf(text), text.charCodeAt(text.length - 1), 0xff09, -3);
    assert.ok(closing('（记者 梅') < -3);
    assert.ok(closing('（记者 梅　') < -3);
    assert.ok(closing('（记者 梅俊') >= -3);
    assert.ok(closing('（学生记者') >= -3);
    assert.equal(fluencyOfNames(byLineOf('（全长'), 0x957f, 0xff09, -3), -3);
  });

  test('a given name of which one byte shows is restored as one', () => {
    const language = testLanguage();
    const evidence = summarise([observe('會(huì)議強(qiáng)調(diào),,壓(yā)實(shí)責(zé)任,。', language)!], language.model);
    const site = {
      traditional: true,
      annotated: new Map<string, string>(),
      style: USUAL_STYLE,
      inserted: ',' as const,
      insertionRate: 1,
      punctuationFirst: false,
      userDefined: 'vanish' as const,
      folded: true,
    };
    const context = { ...language, readings: readingsOf(language.pinyin), index: gbkIndex(language.model, evidence.script), evidence };
    for (const [before, name] of [
      ['全部設備已經備足。（記者 ', '梅俊'],
      ['全部設備已經備足。（責編：', '梅俊'],
      ['全部設備已經備足。（記者 周小梅 通訊員 ', '梅俊'],
    ] as const) {
      const page = mirror(`${before}${name}）`, site, () => 0);
      const at = page.lastIndexOf('?。?');
      assert.ok(at > 0, page);
      const { run } = new RunMemory(context).restore(page, at, `${before}${name[0]}`);
      assert.match(run?.candidates[0]?.text ?? '', /^俊[)）]$/, page);
    }
  });
});
