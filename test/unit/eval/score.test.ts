import assert from 'node:assert/strict';
import type { AnnotatedArticle, Gold } from '../../eval/gold';
import { anchorOffset } from '../../eval/gold';
import { scoreArticle } from '../../eval/score';
import { quantile } from '../../eval/tally';
import type { OutlineNode } from '../../../server/src/outline/outline';
import type { ParsedArticle } from '../../../server/src/service';

const text = '会议召开\n市长王海强调，要加强巡查。要备足物资。\n';
const gold: Gold = {
  id: 'x',
  title: '会议召开',
  date: null,
  source: null,
  script: 'hans',
  others: [],
  declared_counts: [],
  slogans: [],
  sections: [],
  boilerplate: [],
  truncations: [],
  officials: [{ name: '王海', titles: ['市长'], roles: ['讲话'], mentions: 1 }],
  attributions: [{ speaker: '王海', verb: '强调', anchor: '王海强调' }],
  directives: [
    { anchor: '要加强', label: '加强巡查', speaker: '王海', level: 1, parent: null, marker: '要' },
    { anchor: '要备足', label: '备足物资', speaker: '王海', level: 1, parent: null, marker: '要' },
  ],
};
const article: AnnotatedArticle = { id: 'x', kind: 'meeting', text, gold };

function directive(start: number, level = 1, speaker = '王海'): OutlineNode {
  return {
    kind: 'directive',
    name: '加强巡查',
    detail: '要',
    start,
    end: start + 6,
    headStart: start,
    headEnd: start + 5,
    speaker,
    marker: '要',
    level,
    children: [],
  };
}

function parsed(nodes: readonly OutlineNode[]): ParsedArticle {
  return {
    source: text,
    findings: [],
    slogans: [],
    reading: { text, fromSource: (offset: number) => offset, findings: [] },
    article: { attributions: [{ speaker: '王海', start: 5, end: 11 }], blocks: [], meta: { title: { text: '会议召开' }, source: null } },
    outline: { nodes, counts: [] },
    officials: [{ name: '王海', titles: ['市长'], roles: ['讲话'], mentions: [] }],
  } as unknown as ParsedArticle;
}

suite('scores', () => {
  const first = text.indexOf('要加强');
  const second = text.indexOf('要备足');

  test('an outline that says what the annotation says has full marks', () => {
    const score = scoreArticle(article, parsed([directive(first), directive(second)]));
    for (const value of [
      score.directives.f1,
      score.levels.value,
      score.speakers.value,
      score.attributions.f1,
      score.officials.f1,
      score.titles.value,
      score.roles.f1,
    ])
      assert.equal(value, 1);
    assert.deepEqual(score.notes, []);
  });

  test('a missed, a shifted and an invented directive cost recall and precision', () => {
    const score = scoreArticle(article, parsed([directive(first + 3), directive(text.indexOf('市长'))]));
    assert.deepEqual([score.directives.hit, score.directives.missed, score.directives.extra], [0, 2, 2]);
    assert.equal(score.directivesLenient.hit, 2);
  });

  test('levels and speakers are judged on what matches', () => {
    const score = scoreArticle(article, parsed([directive(first, 2), directive(second, 1, '李明')]));
    assert.deepEqual([score.levels.right, score.levels.total, score.speakers.right], [1, 2, 1]);
  });

  test('widths of punctuation do not matter to anchors; occurrences count from 0', () => {
    assert.equal(anchorOffset('甲，乙，甲，丙', { anchor: '甲,', occurrence: 1 }), 4);
    assert.equal(anchorOffset('甲乙', { anchor: '甲', occurrence: 1 }), -1);
  });

  test('quantiles are nearest ranks', () => {
    assert.deepEqual([quantile([4, 1, 3, 2], 0.5), quantile([4, 1, 3, 2], 0.95), quantile([7], 0.5)], [2, 4, 7]);
  });
});
