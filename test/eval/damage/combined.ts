/** Damage on damage, as pages collect it on their way: each step by independent means, in the order in which it happens. */
import iconv from 'iconv-lite';
import type { Damage } from './charsets';
import { asRadicals } from './radicals';
import { pick } from './random';
import { toTraditionalOneToOne } from '../../../server/src/language/script';

type Step = (text: string, random: () => number) => string | null;

const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

const misread =
  (from: string, as: string): Step =>
  text => {
    const bytes = iconv.encode(text, from);
    const read = as === 'latin1' ? bytes.toString('latin1') : iconv.decode(bytes, as);
    return iconv.decode(bytes, from) !== text || read.includes('\ufffd') || (as !== 'latin1' && !iconv.encode(read, as).equals(bytes))
      ? null
      : read;
  };
const outsideAscii =
  (escape: (char: string) => string): Step =>
  text =>
    text.replace(/[^\x00-\x7f]/gu, escape);
const decimal = outsideAscii(char => `&#${char.codePointAt(0)!};`);
const latinNames: Step = text => text.replace(/[\xa0-\xff]/g, char => `&${LATIN[char.charCodeAt(0) - 0xa0]!};`);
const quotesAsEntities: Step = text => (/[“”]/.test(text) ? text.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;') : null);
const jsonEscapes = outsideAscii(char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
const percent: Step = text =>
  [...Buffer.from(text)].map(byte => (byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`)).join('');
const spaced: Step = text => [...text].join(' ');
const invisible: Step = (text, random) =>
  [...text].map(char => (random() < 0.15 ? char + pick(['\u200b', '\ufeff', '\u00ad'], random) : char)).join('');
const doubled: Step = text => (/[，。；：、]/.test(text) ? text.replace(/[，。；：、]/g, mark => `,${mark}`) : null);
const filled: Step = (text, random) => {
  const at = 2 + Math.floor(random() * (text.length - 4));
  return `${text.slice(0, at)}烫烫烫烫${text.slice(at)}`;
};
const traditional: Step = text => toTraditionalOneToOne(text);

const all =
  (...steps: readonly Step[]): Step =>
  (text, random) =>
    steps.reduce<string | null>((read, step) => (read === null ? null : step(read, random)), text);

/** A page whose own line is clean or damaged in one way, and a line below it, a reader's comment say, in another. */
const lines =
  (above: Step, below: Step): Step =>
  (text, random) => {
    const half = text.indexOf('，') + 1;
    if (half < 6 || text.length - half < 8) return null;
    const first = above(text.slice(0, half), random);
    const second = below(text.slice(half), random);
    return first === null || second === null ? null : `${first}\n${second}`;
  };
const inTwoLines = (text: string): string => `${text.slice(0, text.indexOf('，') + 1)}\n${text.slice(text.indexOf('，') + 1)}`;
const untouched: Step = text => text;

const combined = (name: string, apply: Step, truth?: (text: string) => string): Damage => ({
  name,
  family: 'damage on damage',
  apply,
  truth,
});

export const COMBINED: readonly Damage[] = [
  combined('UTF-8 as Latin-1, then decimal entities', all(misread('utf-8', 'latin1'), decimal)),
  combined('GBK as Latin-1, then named entities', all(misread('gbk', 'latin1'), latinNames)),
  combined('UTF-8 as Latin-1, then \\u', all(misread('utf-8', 'latin1'), jsonEscapes)),
  combined('decimal entities, then percent', all(decimal, percent)),
  combined('entities in UTF-8 as GBK', all(quotesAsEntities, misread('utf-8', 'gbk'))),
  combined('UTF-8 as GBK, then percent', all(misread('utf-8', 'gbk'), percent)),
  combined('UTF-8 as GBK, then \\u', all(misread('utf-8', 'gbk'), jsonEscapes)),
  combined('Big5 as Latin-1, traditional', all(traditional, misread('big5', 'latin1')), toTraditionalOneToOne),
  combined('UTF-8 as GBK, traditional', all(traditional, misread('utf-8', 'gbk')), toTraditionalOneToOne),
  combined('UTF-8 as cp1252, then UTF-8 as GBK', all(misread('utf-8', 'latin1'), misread('utf-8', 'gb18030'))),
  combined('GBK as Latin-1, then UTF-8 as cp1251', all(misread('gbk', 'latin1'), misread('utf-8', 'windows-1251'))),
  combined(
    'radicals, spaced out',
    all(text => asRadicals(text), spaced),
  ),
  combined(
    'radicals, then UTF-8 as Latin-1',
    all(text => asRadicals(text), misread('utf-8', 'latin1')),
  ),
  combined('zero-width, then decimal entities', all(invisible, decimal)),
  combined('zero-width, then UTF-8 as Latin-1', all(invisible, misread('utf-8', 'latin1'))),
  combined('doubled punctuation, then entities', all(doubled, quotesAsEntities)),
  combined('memory fill in spaced text', all(filled, spaced)),
  combined(
    'radicals and zero-width',
    all(text => asRadicals(text), invisible),
  ),
  combined('a comment UTF-8 as GBK under clean text', lines(untouched, misread('utf-8', 'gbk')), inTwoLines),
  combined('a comment as entities under UTF-8 as Latin-1', lines(misread('utf-8', 'latin1'), decimal), inTwoLines),
  combined('GBK as Latin-1 above UTF-8 as GBK', lines(misread('gbk', 'latin1'), misread('utf-8', 'gbk')), inTwoLines),
];
