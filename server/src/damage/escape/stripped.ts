/** Notations that lost their sign on the way, and those of strings in programs: what is left is a form that text does not have. */
import { CharacterClass as C } from '../../language/characters';
import { fromUnits } from './bytes';
import { characterOf } from './entities';
import type { Notation } from './notation';

const hex = (text: string): number => Number.parseInt(text, 16);
const units = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const withoutAscii = (text: string, encode: (char: string) => string): string => text.replace(/[^\x00-\x7f]/gu, encode);

/** What code points in hexadecimal say; null when there is one that nobody would have escaped. */
function fromCodePoints(codes: Iterable<string>): string | null {
  const parts: number[] = [];
  for (const code of codes) {
    const value = hex(code);
    if (value > 0x10ffff) return null;
    parts.push(...units(String.fromCodePoint(value)));
  }
  return fromUnits(parts);
}

/** 工单#20231; is a number; the four digits of quotation marks are hardly one. */
const ONE_NUMBER = /^#\d{5};$/;

/** `ldquo;` and `#20250;`: character references without `&`, of those that nothing else looks like. */
const bareEntities: Notation = {
  id: 'entity.stripped',
  trigger: C.AsciiPunctuation,
  mark: ';',
  pattern: /(?<![A-Za-z0-9&#])(?:(?:nbsp|ensp|emsp|[lr]dquo|[lr]squo|hellip|mdash|middot);|#(?:[2-6]\d{4}|199[6-9]\d|82\d\d|12\d{3});)+/g,
  decode: run =>
    ONE_NUMBER.test(run)
      ? null
      : run
          .split(';')
          .map(name => characterOf(name) ?? '')
          .join(''),
  placesShown: (text, { start, end }) => text.slice(start, end).split(';').length - 1,
  encode: text => withoutAscii(text, char => `#${char.codePointAt(0)!};`),
};

/** Length of `u4f1a`. */
const UNIT = 5;

/** Marks in this form, and those that close something, behind which another mark may stand. */
const BARE_MARK = 'u(?:20(?:1[489cd]|26)|300[1289ab]|ff(?:0[189c]|1[abf]))';
const BARE_CLOSING = 'u(?:201[9d]|300[9b]|ff09)';

/**
 * `u4f1au8bae`: \u without its backslash. So many in a row that they are no name of anything,
 * or a mark within Chinese: 全市u201c双禁u201d工作.
 */
const bareU: Notation = {
  id: 'backslash-u.stripped',
  trigger: C.Letter,
  mark: 'u',
  pattern: new RegExp(
    `(?<![A-Za-z\\\\%+]|u[0-9a-f]{4})(?:u[0-9a-f]{4}){3,}(?![A-Za-z])|(?<=^|[\u3001-\uffef])(?:${BARE_MARK})+(?:(?=[\u4e00-\u9fff0-9《“（]|$)|(?<=${BARE_CLOSING})(?=[，。、；：）]))`,
    'gim',
  ),
  placesShown: (_text, { start, end }) => (end - start) / UNIT,
  decode: run => fromCodePoints(Array.from(run.matchAll(/u(....)/gi), match => match[1]!)),
  encode: text =>
    withoutAscii(text, char =>
      units(char)
        .map(unit => `u${unit.toString(16).padStart(4, '0')}`)
        .join(''),
    ),
};

const fourDigits = (run: string): string[] => Array.from(run.matchAll(/[0-9a-fA-F]{4}/g), match => match[0]);

/**
 * Escapes of style sheets in a run; those of dashes, ellipses and single quotation marks look like
 * years in a path, which have no space behind them.
 */
const STYLE_ESCAPE = /\\(?:[3-9f][0-9a-fA-F]{3}|201[cdCD])(?![0-9a-fA-F]) ?/g;
const STYLE_ESCAPES = new RegExp(`(?:${STYLE_ESCAPE.source}|\\\\20(?:1[489]|26) )+`, 'g');

/** `\4e2d\6587` of style sheets, a space behind each at will. */
const styleSheet: Notation = {
  id: 'style-sheet',
  trigger: C.Backslash,
  mark: '\\',
  pattern: STYLE_ESCAPES,
  // A path.
  isOwn: text => /\b[A-Za-z]:\\|\\\\[A-Za-z]/.test(text),
  placesShown: (text, { start, end }) => text.slice(start, end).match(STYLE_ESCAPE)?.length ?? 0,
  decode: run => fromCodePoints(fourDigits(run)),
  encode: text => withoutAscii(text, char => `\\${char.codePointAt(0)!.toString(16).padStart(4, '0')} `),
};

/**
 * `U+4E2DU+6587` as programs name what they cannot show, which nobody strings together who speaks of them; `<U+4E2D><U+6587>` as R does.
 */
const codePoints: Notation = {
  id: 'code-points',
  trigger: C.PlusSign,
  mark: 'U+',
  pattern: /(?:U\+[3-9F][0-9A-Fa-f]{3}(?![0-9A-Fa-f])){3,}|(?:<U\+(?:20[12]|[3-9F][0-9A-Fa-f]{2})[0-9A-Fa-f]>)+/g,
  placesShown: (text, { start, end }) => fourDigits(text.slice(start, end)).length,
  decode: run => fromCodePoints(fourDigits(run)),
  encode: text => withoutAscii(text, char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`),
};

const LINE_END = /[。！？；：”’」』）》…]$|\\n$/;
const CHINESE = /[\u2010-\u2030\u3001-\uffef]/;

/** `\"` and `\/` as `addslashes` and JSON write them, and the line breaks that such strings keep as letters. */
const quotedString: Notation = {
  id: 'quoted-string',
  trigger: C.Backslash,
  mark: '\\',
  pattern:
    /\\{1,3}["'](?=[\u2010-\u2030\u3001-\uffef\w<])|(?<=[\u2010-\u2030\u3001-\uffef\w>])\\{1,3}["']|(?<=[\d<])\\\/(?=[\da-z])|(?<=[\u2010-\u2030\u3001-\uffef]|\\n)(?:\\r)?\\n(?![a-z])/g,
  // Quotation marks without a backslash: what has one stands within a string.
  isOwn: text => /(?<!\\)["'`]/.test(text),
  // Line breaks stand where lines may end. Between letters and digits alone quotation marks may belong to a password, or a pattern.
  placesShown(text, { start, end }) {
    if (text.startsWith('\\r', start)) return 2;
    if (text[end - 1] === 'n') return LINE_END.test(text.slice(start - 2, start)) || text[end] === '　' ? 1 : 0;
    return text[end - 1] === '/' || CHINESE.test(text[start - 1] ?? '') || CHINESE.test(text[end] ?? '') ? 1 : 0;
  },
  decode: run => (run.endsWith('n') ? '\n' : run.replace(/^\\+/, '')),
  encode: text => text.replace(/["'/]/g, '\\$&').replaceAll('\n', '\\n'),
};

/** Each of these may stand in what another notation gave, so they are tried on every text. */
export const STRIPPED_NOTATIONS: readonly Notation[] = [bareEntities, bareU, styleSheet, codePoints, quotedString];
