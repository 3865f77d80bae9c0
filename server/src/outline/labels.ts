/** Short names of directives, as an editor would write them: 把好入郑关. */
import { withoutTrailing } from '../article/characters';
import { IMPERATIVE_WORDS, VERB_WITH_RESULT } from './lexicon';
import type { WordList } from '../language/language';

/** Longest label, in UTF-16 units. */
const LIMIT = 16;
const LEADING = /^(?:进一步|切实|坚决|全面|认真|不断|持续|着力|深入|积极|加快|扎实|大力|始终|继续|严格|更加|更好地?|牢牢|充分|高度|有效|努力|科学|及时|主动|自觉|密切|尽快|抓紧|真正|稳步|妥善|广泛|深刻|坚定|牢固|统筹|从严|时刻|千方百计|全力|立即|同时|还|也|都|均|再|更|带头|一定|首先|尽量|尽早|迅速|及早|务必|必须|要|地|坚定不移|扎扎实实|毫不放松|毫不动摇|一如既往|持之以恒|积极主动|就是|是)/;
/** Adverbs without which the verb behind them would not stand by itself. */
const NEEDED = /^(?:严格|加快|统筹|深入|全面|及时|科学|充分|认真|积极|妥善|全力)(?=[\u4e00-\u9fff]{0,3}$)/;
const PROHIBITION = /^(?:不得|严禁|禁止|不准|不许|不要|切勿|请勿|切忌|勿|一律|决不能|绝不能|切不可|决不可|绝不可|均不得|一律不得|决不允许|绝不允许|不应|不应该|不应当)$/;

/**
 * @param text the article's own script, from where the verb phrase begins to the end of the unit
 * @param folded the same as look-up text
 * @param marker the modal, folded; kept where the label would say the opposite without it
 * @returns never empty when `text` is not
 */
export function labelOf(text: string, folded: string, marker: string | null, words: WordList): string {
  const keepMarker = marker !== null && PROHIBITION.test(marker);
  let from = 0;
  const clause = (): number => {
    let i = from;
    while (i < folded.length && !',;:。!?\n'.includes(folded[i]!)) i++;
    return i;
  };
  while (from < folded.length && ' ,:"\n、'.includes(folded[from]!)) from++;
  let end = clause();
  // 按照…要求，加强…: the phrase before the verb says whereby, the next clause what.
  if (end < folded.length - 3 && /^(?:按照?|根据|依据|对照|围绕|针对|结合|以[^,]{1,24}为|本着|立足)[^,]*$/.test(folded.slice(from, end)) && folded[end] === ',') {
    from = end + 1;
    end = clause();
  }
  // 对…人员做到找得到: the verb behind the phrase.
  const toward = /^(?:千方百计)?对[^,]{2,24}?(?=做到|加强|开展|进行|实行|实施|落实|一律|严格|逐一)/.exec(folded.slice(from, end));
  if (toward && end - from > LIMIT) from += toward[0].length;
  const told = /^(?:大家|广大(?:市民|群众|干部|职工|居民|村民|党员|家长|师生|青年|农民|网民|旅客|司机|业主|用户|消费者|企业)(?:朋友|群众|干部)?们?|同志们|各位[\u4e00-\u9fff]{0,4})(?=[\u4e00-\u9fff]{3})/.exec(folded.slice(from, end));
  if (told && marker !== null) from += told[0].length;
  if (!keepMarker) {
    for (let rounds = 0; rounds < 5; rounds++) {
      const match = LEADING.exec(folded.slice(from, end));
      if (!match || NEEDED.test(folded.slice(from, end)) || end - from - match[0].length < 3) break;
      // 坚定理想 must keep its verb: an adverb goes only where a verb stands behind it.
      const rest = folded.slice(from + match[0].length, end);
      if (match[0].length > 1 && !IMPERATIVE_WORDS.has(rest.slice(0, 2)) && !VERB_WITH_RESULT.test(rest) && !/^[把对将以从向]/.test(rest) && !/^(?:v|d|ad)/.test(words.tag(rest.slice(0, 2)) ?? '')) break;
      // 深入学习 may lose its adverb, 深化 may not be cut in half.
      if (match[0].length === 1 && words.has(folded.slice(from, from + 2)) && folded.slice(from, from + 2) !== '要把') break;
      from += match[0].length;
    }
  }
  // A bare 做到：or 在…上 says nothing: the next clause is taken along.
  if (end - from < 4 && end < folded.length - 1) {
    const next = end + 1;
    let i = next;
    while (i < folded.length && !',;:。!?\n'.includes(folded[i]!)) i++;
    if (i - from <= LIMIT) end = i;
  }
  const label = shorten(text.slice(from, end), folded.slice(from, end), words);
  return (keepMarker ? `${text.length > 0 ? marker : ''}` : '') + label || text.slice(0, LIMIT);
}

function shorten(text: string, folded: string, words: WordList): string {
  let from = 0;
  // An opening mark that nothing closes is not part of the label.
  while (from < text.length && '“"「『\'‘(（ 　'.includes(text[from]!) && !/[”」』’]/.test(text)) from++;
  const plain = withoutTrailing(text.slice(from), '(（“「');
  if (plain.length <= LIMIT) return balanced(plain);
  const offset = text.indexOf(plain), foldedPlain = folded.slice(offset, offset + plain.length);
  for (let i = LIMIT; i >= 6; i--) {
    // A list may end early; a modifier may not lose its noun (贯彻落实中央和省委…精神).
    if (/[、和与及并,(]/.test(foldedPlain[i]!) && !words.has(foldedPlain.slice(i - 1, i + 1)) && !/的|精神|要求|部署|机制/.test(foldedPlain.slice(i)) && isBalanced(plain.slice(0, i))) return plain.slice(0, i);
  }
  let cut = LIMIT - 1;
  while (cut > 6 && words.has(foldedPlain.slice(cut - 1, cut + 1))) cut--;
  return `${balanced(plain.slice(0, cut)).replace(/[的地在对将把]$/, '')}…`;
}

function isBalanced(text: string): boolean {
  return (text.match(/[“「『（(《]/g) ?? []).length === (text.match(/[”」』）)》]/g) ?? []).length;
}

/** Drops a quotation mark that lost its partner. */
function balanced(text: string): string {
  const open = (text.match(/[“「『（(《]/g) ?? []).length, close = (text.match(/[”」』）)》]/g) ?? []).length;
  if (open === close) return text;
  return open > close ? text.replace(/[“「『（(《](?=[^“「『（(《]*$)/, '') : text.replace(/[”」』）)》]/, '');
}
