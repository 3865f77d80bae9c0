/** What persons do: sentences after the model of real pages, all names invented. */
import assert from 'node:assert/strict';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** Each official with his roles: `王海 主持,讲话`. */
function roles(body: string): string[] {
  return service.parse(`全市工作会议召开\n\n${body}\n`).officials.map(({ name, roles: list }) => `${name} ${list.join(',')}`.trim());
}

suite('roles', () => {
  test('what is spoken of is not done', () => {
    assert.deepEqual(roles('会上，校党委书记王海全面介绍了他参加省里培训的体会。'), ['王海 讲话']);
    assert.deepEqual(roles('学院党总支书记王海围绕调研内容，结合学院工作目标作了专题汇报。'), ['王海 汇报']);
  });

  test('whom others belong to does nothing', () => {
    assert.deepEqual(roles('市人大常委会主任王海，以及原市长石春生同志亲属参加遗体送别活动。').slice(1), ['石春生']);
    assert.deepEqual(roles('市长王海向原市长石春生同志的亲属表示慰问。'), ['王海 慰问', '石春生']);
  });

  test('what is told of somebody, and what others report on', () => {
    assert.deepEqual(roles('近日，一段关于市政协副主席石春生的坊间传言终于有了官方回应。'), ['石春生']);
    assert.deepEqual(roles('党总支书记王海结合学院工作目标、存在问题和建议等作了专题汇报。'), ['王海 汇报']);
  });

  test('to whom something is told', () => {
    assert.deepEqual(roles('县水利局局长王海向市长佟远汇报了水情。'), ['王海 汇报', '佟远']);
  });

  test('guests are listed', () => {
    assert.deepEqual(roles('升旗仪式由行政长官王海主礼，出席观礼嘉宾包括联络办主任佟远、司令员石春生。'), [
      '王海',
      '佟远 出席',
      '石春生 出席',
    ]);
  });

  test('speeches by other names', () => {
    assert.deepEqual(roles('仪式由总队长王海主持，政委佟远致欢送辞。'), ['王海 主持', '佟远 讲话']);
    assert.deepEqual(roles('公社党委第一书记王海、社长佟远等同志在大会上发了言。'), ['王海 讲话', '佟远 讲话']);
  });

  test('what goes on behind a comma', () => {
    assert.deepEqual(roles('副局长王海、副主任佟远分别带队，前往城固县督导检查防汛工作。'), ['王海 督导,检查', '佟远 督导,检查']);
    assert.deepEqual(roles('自治区政协主席王海，29日率代表团赴东岭地区看望各族干部群众。'), ['王海 慰问']);
  });

  test('lists with groups among the names', () => {
    assert.deepEqual(roles('集团公司安全总监王海及集团有关部门人员、市国资委副主任佟远陪同。'), ['王海 陪同', '佟远 陪同']);
    assert.deepEqual(roles('市领导王海、佟远，审计总监、财务总监，各单位负责人，项目经理及分公司负责人参加会议。'), [
      '王海 参加',
      '佟远 参加',
    ]);
  });

  test('whom a pronoun means', () => {
    assert.deepEqual(roles('会上，副局长王海领读了文件，总会计师佟远作了发言。他说，要记牢数字。'), ['王海 传达', '佟远 讲话']);
  });

  test('a report that is heard', () => {
    assert.deepEqual(roles('调研组听取了市水务公司党委书记王海（总经理）关于供水情况的汇报。'), ['王海 汇报']);
    assert.deepEqual(roles('市长石春生一行听取佟远关于防汛情况的汇报。佟远是县委书记。县委书记佟远陪同。').slice(1), ['佟远 汇报,陪同']);
  });

  test('minutes list who was there one line after the other', () => {
    const body = '市长王海主持会议，副市长石春生、秘书长佟远参加。\n\n出席：王海、石春生、佟远\n列席：周小平（市财政局）';
    assert.deepEqual(roles(body), ['王海 主持,出席', '石春生 参加,出席', '佟远 参加,出席', '周小平 列席']);
  });

  test('nobody came to learn where a purpose is told', () => {
    assert.deepEqual(roles('副市长王海不打招呼、直奔现场，到河口乡督导检查防汛工作。'), ['王海 督导,检查']);
  });
});

suite('roles, read on pages of courts and congresses', () => {
  test('those addressed take part; a self-criticism is no inspection', () => {
    assert.deepEqual(roles('市法院院长石春生向现场参加宣誓仪式的法官颁发任命书，全体法官庄严宣誓。'), ['石春生']);
    assert.deepEqual(roles('机关党组书记佟远主持会议，佟远代表班子作对照检查。'), ['佟远 主持']);
  });
});
