import assert from 'node:assert/strict';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** `name: titles; roles` of every official. */
function officials(text: string): string[] {
  return service.parse(text).officials.map(({ name, titles, roles }) => `${name}: ${titles.join('|')}; ${roles.join(' ')}`);
}

suite('officials', () => {
  test('roles from the predicate, from lists and from what is said', () => {
    assert.deepEqual(officials('全市防汛工作会议召开\n\n6月3日，市委书记王海主持会议并讲话，市长李远出席会议。\n王海强调，要加强巡查。\n市领导周文、郑小川参加会议。\n'), [
      '王海: 市委书记; 主持 讲话', '李远: 市长; 出席', '周文: 市领导; 参加', '郑小川: ; 参加',
    ]);
  });

  test('what others do at the same meeting is theirs', () => {
    assert.deepEqual(officials('调研\n\n6月3日，区长王海在区水务局局长李远陪同下，检查河道整治情况。\n'), ['王海: 区长; 检查', '李远: 区水务局局长; 陪同']);
  });

  test('titles as printed, each once; a short one behind the name adds nothing', () => {
    assert.deepEqual(officials('发布会\n\n今天我们请来市疾控中心主任洪亮。下面请洪亮主任介绍情况。\n洪亮说，总体平稳。\n'), ['洪亮: 市疾控中心主任; 讲话']);
  });

  test('the same person in both scripts has one key', () => {
    const [simplified] = service.parse('会议\n\n市长刘鸣主持会议。\n').officials, [traditional] = service.parse('會議\n\n市長劉鳴主持會議。\n').officials;
    assert.equal(simplified!.key, traditional!.key);
    assert.equal(traditional!.name, '劉鳴');
  });

  test('nobody in an empty text or a text without persons', () => {
    assert.deepEqual(officials(''), []);
    assert.deepEqual(officials('会议强调，要抓落实。\n'), []);
  });
});
