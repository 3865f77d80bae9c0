/** Hostile text: mutated pieces of damaged articles, and text put together from what the rules look for. */
import fc from 'fast-check';
import { DAMAGES } from '../eval/damage/charsets';
import { randomSite, throughMirror } from '../eval/damage/mirrorSite';
import { pick } from '../eval/damage/random';
import { ownArticles } from '../eval/damage/texts';
import { seeds } from '../bench/texts';

type Random = () => number;

/** Pieces that rules react to. */
const TOKENS = [
  '要',
  '必须',
  '严禁',
  '一是',
  '二是',
  '（一）',
  '1.',
  '一、',
  '第一，',
  '；',
  '。',
  '，',
  '：',
  '、',
  '！',
  '？',
  '\n',
  '\n\n',
  '\r\n',
  '　　',
  ' ',
  '“',
  '”',
  '「',
  '」',
  '（',
  '）',
  '《',
  '》',
  '‘',
  '…',
  '——',
  '市委书记',
  '市长',
  '张三',
  '李酌',
  '欧阳川',
  '阿不都热合曼·买买提',
  '他',
  '会议',
  '指出',
  '强调',
  '要求',
  '说',
  '记者',
  '来源：',
  '2023-01-02',
  '民國112年',
  '四个',
  '八个环节',
  '“四方责任”',
  '动态清零',
  '通知',
  '同志们：',
  '?gòu)',
  '(yīng)',
  '?',
  '??',
  ',，',
  ',',
  '\ufffd',
  '锟斤拷',
  '烫烫烫',
  '\ue123',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u0000',
  '\u0007',
  '&#20013;',
  '&amp;ldquo;',
  '&',
  '%E4%B8%AD',
  '%u4e2d',
  '\\u4e2d',
  '=E4=B8',
  '~{VPND~}',
  '+Ti0-',
  'ä¸­å›½',
  '浼氬紑',
  'ÖÐ¹ú',
  '⼀',
  '许\\多',
  '一 字 一 空',
  '\ud800',
  '\udc00',
  '𠮷',
  '👨‍👩‍👧',
  'ア',
  '한',
  '傲氵z',
  '閼c宴',
  '未完',
  '详全文',
  'http://a.cn/%E4',
  '■',
  '□',
  '镕',
  'の',
];

let pool: string[] | undefined;

/** Paragraphs to mutate: own articles, seeds, and both after every kind of damage. */
function paragraphs(random: Random): string[] {
  if (pool) return pool;
  const clean = [...ownArticles(), ...seeds().map(seed => seed.text)].flatMap(text => text.split('\n')).filter(line => line.length > 8);
  const site = randomSite(clean, random);
  const damaged = clean.flatMap(line => {
    const mirrored = throughMirror(line, site, random);
    const wrong = attempt(() => pick(DAMAGES, random).apply(line.slice(0, 120), random));
    return [mirrored, wrong].filter(text => text !== null);
  });
  return (pool = [...clean, ...damaged]);
}

function attempt(make: () => string | null): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** The next input of the mutation fuzzer: some paragraphs, cut, spliced, doubled and sprinkled with tokens. */
export function mutated(random: Random): string {
  const lines = Array.from({ length: 1 + Math.floor(3 * random()) }, () => pick(paragraphs(random), random).slice(0, 160));
  let text = lines.join('\n');
  for (let n = Math.floor(6 * random()); n > 0; n--) text = mutate(text, random);
  return text;
}

function mutate(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(12 * random()));
  switch (Math.floor(random() * 7)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + pick(TOKENS, random) + text.slice(at);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(at, to).split('').reverse().join('') + text.slice(to);
    case 4:
      return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at + 1);
    case 5:
      return text.slice(0, at) + pick(TOKENS, random).repeat(1 + Math.floor(8 * random())) + text.slice(to);
    default:
      return text.slice(0, at) + pick(paragraphs(random), random).slice(0, 40) + text.slice(to);
  }
}

/** Text made of tokens and of arbitrary units, for fast-check. */
export const tokenText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TOKENS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''));

/** One edit, in per mille of the text's length so that it shrinks well. */
export interface RandomEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const editScript = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 1000 }),
    remove: fc.integer({ min: 0, max: 12 }),
    insert: fc.oneof(
      fc.constant(''),
      fc.constantFrom(...TOKENS),
      fc.array(fc.constantFrom(...TOKENS), { maxLength: 6 }).map(parts => parts.join('')),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

export function applyRandomEdit(text: string, { at, remove, insert }: RandomEdit): string {
  const start = Math.floor((at / 1000) * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
