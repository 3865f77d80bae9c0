/** Words that tie a clause to the next one, so that neither says anything alone. Look-up text. */

/** What the first of two clauses holds, and how the second begins. */
interface Tie {
  readonly example: string;
  readonly first: RegExp;
  readonly second: RegExp;
}

const TIES: readonly Tie[] = [
  { example: '越是忙，越要细', first: /越(?![来野南过权级冬位境])/, second: /^[^,]{0,8}越/ },
  { example: '宁可慢，不可乱', first: /宁(?:可|愿|肯)/, second: /^(?:也|[不决绝]|别)/ },
  { example: '既抓当前，又要谋长远', first: /^[^,]{0,8}既(?![然定往有得])/, second: /^(?:又|也|还|更)/ },
  { example: '不光看材料，还要看现场', first: /不[仅但光只单](?!是)/, second: /^[^,]{0,4}(?:还|更|也|而且|并且)/ },
  { example: '与其等，不如早动手', first: /^[^,]{0,6}与其(?!他)/, second: /^(?:不如|毋宁)/ },
  { example: '一有险情，就要撤人', first: /^[^,]{0,6}一(?:有|到|出现|发现|发生|听到|接到)/, second: /^[^,]{0,4}(?:就|便|立即|马上)/ },
  { example: '机器没停稳，不要伸手', first: /[没未](?![有来必])/, second: /^[^,]{0,6}(?:不得|不要|不能|不准|不许|严禁|切勿|别)/ },
];

/** 坏在哪里，就要修到哪里: what is asked for in the first clause is meant in the second. */
const ASKED_AND_MEANT = /(谁|哪[里儿个些家级]?|什么|怎么|多少)[^,]{0,20},[^,]{0,20}\1/;

/** Both clauses say one thing together. */
export function areTied(clause: string, next: string): boolean {
  return TIES.some(({ first, second }) => first.test(clause) && second.test(next)) || ASKED_AND_MEANT.test(`${clause},${next}`);
}

/** 缺什么就补什么, 谁违规就查谁: within one clause. */
export const MEANT_BELOW = /(谁|哪一?[里儿个些家级样处项]|什么|多少)[^,就]{0,8}就[^,]{1,6}\1/;
