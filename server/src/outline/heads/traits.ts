/** What the words of a directive alone tell about its being a head of others. Look-up text. */
import { countHan } from '../../article/characters';
import { perContent } from '../../base/memo';
import type { Wording } from '../directives/wording';
import { announcedCount, numberPhrases } from '../numbers';
import { REQUEST } from '../orders/patterns';

/** Those told, or what it is about, before 要. */
const SUBJECT_FIRST = /^[\u4e00-\u9fff、]{2,14}?要(?!求)/;
const GOES_ON = /^(?:(?:同时|此外|另外|最后),)?(?:[还也更]?要|必须|务必|应当?)/;
const FORMULA_BY_FORM = /^[^,]{0,8},?[还更]?要在"[^"]{1,2}"字上|^要[\u4e00-\u9fff]{3,5}[、,][\u4e00-\u9fff]{3,5}。/;
const CONCERNED_FIRST = /^[^,;。要]{3,20}(?:的|[人者户]),/;
const TOPIC = /^([\u4e00-\u9fff]{2,6}?)(?:方面|上)?(?:,|要)/;

/** 要在“快”字…, 要守住“对外”之门, 要强动力，添活力。: short orders that are built alike have the same form. */
function formOf(folded: string): string | null {
  const order = folded.slice(Math.max(0, folded.indexOf('要')));
  if (/^要[\u4e00-\u9fff]{2}"[^"]{1,8}"之[\u4e00-\u9fff]。/.test(order)) return '要__""之_';
  const pair = /^要([\u4e00-\u9fff]{3,4}),([\u4e00-\u9fff]{3,4})。$/.exec(order);
  if (pair) return `要${'_'.repeat(pair[1]!.length)},${'_'.repeat(pair[2]!.length)}`;
  const quoted = /^([^,;:。"]{1,8})"[^"]{1,8}"([^,;:。]{1,2})/.exec(folded);
  return quoted && `${quoted[1]!}""${quoted[2]!}`;
}

/** What the words of a directive alone tell about its being a head. */
export const traitsOf = perContent(({ folded, verb, modal }: Wording) => {
  const count = announcedCount(folded);
  return {
    han: countHan(folded),
    /** The number that its first clause announces; null for none. */
    count: count?.value ?? null,
    /** The last number in all of it; null for none. */
    last: numberPhrases(folded).at(-1)?.value ?? null,
    /** The number is part of a name: “两个毫不动摇”. */
    named: count !== null && folded[count.start - 1] === '"',
    /** 认识要再深化 */
    pattern: /^[\u4e00-\u9fff]{2,4}要(?:再|更|进一步|更加)/.test(folded),
    /** What heads of one form have in common; null where it has no form. */
    form: formOf(folded),
    announcesList: folded.endsWith(':'),
    opensWithModal: folded.startsWith('要'),
    /** 还要…, 同时，必须…: the order goes on from the one before, without a subject. */
    goesOn: GOES_ON.test(folded),
    /** 要在“快”字上抢时间, 要摸清底数，早作打算。: a formula, whatever follows. */
    formula: FORMULA_BY_FORM.test(folded),
    /** 请群众…, 家里有病人的，…: what only some are told or asked. */
    partial: (modal !== null && REQUEST.test(modal)) || CONCERNED_FIRST.test(folded),
    /** 清渠方面，…, 富民，要…: what it is about, if that stands first. */
    topic: TOPIC.exec(folded)?.[1] ?? null,
    /** 属地要…: somebody stands before the modal. */
    subject: modal !== null && SUBJECT_FIRST.test(folded),
    prohibits: modal !== null && /[不勿禁忌]/.test(modal),
    /** 稳面积、提单产 */
    paired: /^要?(?:[\u4e00-\u9fff]{3}、){1,3}[\u4e00-\u9fff]{3}[,。]/.test(folded),
    // 抓作风，要在“快”字上下功夫: what stands before the modal is its topic.
    severalClauses: /[,;][^"]/.test(folded.slice(Math.max(verb, modal === null ? 0 : folded.indexOf(modal)))),
    listing: /[、"]/.test(folded.replace(/"[^"]{1,8}"/g, '')),
  };
});

/** 桥涵逐个清淤, 各镇每周调度: how it is done stands behind what it is about. */
const MEASURED = /^[\u4e00-\u9fff、]{2,16}?(?:一律|逐[\u4e00-\u9fff]|每[\u4e00-\u9fff]|全部|至少|统一)/;

/** Somebody or something stands before the verb or modal. */
export function hasSubject({ text, folded, verb, modal }: Wording): boolean {
  if (modal !== null) return !text.startsWith(modal) && !GOES_ON.test(folded);
  return verb >= 2 || MEASURED.test(folded);
}
