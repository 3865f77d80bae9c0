/** The notations in which characters are escaped. */
import { CharacterClass } from '../../language/characters';
import { decodeText } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { BASE_64, ENCODED_WORDS, FOLDED_BASE_64, UTF_7 } from './base64';
import { decodeBytes, fromUnits } from './bytes';
import { characterOf } from './entities';
import type { Notation } from './notation';
import { STRIPPED_NOTATIONS } from './stripped';

const C = CharacterClass;

const hex = (text: string): number => Number.parseInt(text, 16);

function encodeOutsideAscii(text: string, encode: (char: string) => string): string {
  return Array.from(text, char => (char < '\x80' ? char : encode(char))).join('');
}

/**
 * What the bytes of escapes such as `%E4` or `=E4` say, with the plain ASCII between them; null for a single one, which is no character.
 * @param escape an escape with its two hexadecimal digits, or as a second group its three octal ones; or a character as it is
 */
function decodeEscapes(run: string, escape: RegExp, model: CharacterModel): string | null {
  const bytes: number[] = [];
  let escapes = 0;
  for (const match of run.matchAll(escape)) {
    const [char, inHex, inOctal] = match;
    if (inHex || inOctal) escapes++;
    bytes.push(inHex ? hex(inHex) : inOctal ? Number.parseInt(inOctal, 8) : char.charCodeAt(0));
  }
  return escapes < 2 ? null : decodeBytes(bytes, model);
}

const utf8Bytes = (char: string): number[] => Array.from(new TextEncoder().encode(char));
const twoDigits = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const units = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/**
 * `&#20013;` `&ldquo;` and `&amp;ldquo;`. Ideographs and their marks have five digits and need no semicolon,
 * quotation marks and dashes 82xx. Editors that set the widths of marks make each semicolon `；`: a run of such, or
 * one that is a mark itself, behind which no `；` can stand.
 */
const entities: Notation = {
  id: 'entity',
  trigger: C.Ampersand,
  mark: '&',
  pattern:
    /(?:&(?:amp；){0,2}#\d{4,5}；){2,}|&#(?:12\d{3}|65\d{3}|82\d\d)；|(?:&(?:amp;){0,2}(?:#\d{2,7};|#[xX][0-9a-fA-F]{2,6};|#(?:[1-6]\d{4}|82(?:1[1-9]|2\d|30))|[A-Za-z]{2,8}[1-4]{0,2};|(?:nbsp|ldquo|rdquo|hellip|mdash|middot)(?![A-Za-z0-9=])))+/g,
  decode(run) {
    let known = true;
    const text = run.replace(
      /&(?:amp[;；])*(?:(#?[A-Za-z0-9]+)[;；]|(#[1-6]\d{4}|#82\d\d|[a-z]+))/g,
      (_, closed: string | undefined, open: string) => {
        const char = characterOf(closed ?? open);
        if (char === null) known = false;
        return char ?? '';
      },
    );
    return known ? text : null;
  },
  encode: text => encodeOutsideAscii(text, char => `&#${char.codePointAt(0)!};`),
};

/** `%u4F1A` as JavaScript's `escape` writes it. */
const percentU: Notation = {
  id: 'percent-u',
  trigger: C.PercentSign,
  mark: '%u',
  pattern: /(?:%u[0-9a-fA-F]{4})(?:%u[0-9a-fA-F]{4}|%[2-7][0-9a-fA-F])*/g,
  decode: run => fromUnits(Array.from(run.matchAll(/%u(....)|%(..)/g), match => hex(match[1] ?? match[2]!))),
  encode: text =>
    units(text)
      .map(unit => (unit < 0x80 ? String.fromCharCode(unit) : `%u${unit.toString(16).toUpperCase().padStart(4, '0')}`))
      .join(''),
};

/** ASCII marks that are escaped only by what escapes them all, as forms do. */
const ESCAPED_MARK = /%(?:2[1-9a-fA-F]|3[a-fA-F])/;

/** Forms escape every mark, and write a space as a plus sign; where marks stand as they are, a plus sign is one as well. */
function withSpaces(run: string): string {
  return ESCAPED_MARK.test(run) && !run.includes('%20') ? run.replaceAll('+', ' ') : run;
}

/**
 * `%E4%BC%9A`, also `%25E4…`, with whatever ASCII stands in the run as it is or escaped; a GBK
 * trail byte may be a letter that needs no escape.
 */
const percent: Notation = {
  id: 'percent',
  trigger: C.PercentSign,
  mark: '%',
  pattern: /%(?:25){0,2}[0-9a-fA-F]{2}(?:%(?:25){0,2}[0-9a-fA-F]{2}|[A-Za-z0-9@_.*~-]|\+(?=[%\w]))*/g,
  decode(run, { model }) {
    const [, twice] = /%((?:25){0,2})(?:[89a-fA-F]|26%(?:25){0,2}23[xX1-9])/.exec(run) ?? [];
    return twice === undefined
      ? null
      : decodeEscapes(withSpaces(run.replaceAll(`%${twice}`, '%')), /%([0-9a-fA-F]{2})|[\x20-\x7e]/g, model);
  },
  encode: text =>
    encodeOutsideAscii(text, char =>
      utf8Bytes(char)
        .map(byte => `%${twoDigits(byte)}`)
        .join(''),
    ),
};

/** `\u4f1a` of JSON and source text, also `\u{4f1a}`, `\x{4f1a}`, `\U00004f1a` and with doubled backslashes. */
const backslashU: Notation = {
  id: 'backslash-u',
  trigger: C.Backslash,
  mark: '\\',
  pattern: /(?:\\{1,2}(?:u[0-9a-fA-F]{4}|[ux]\{[0-9a-fA-F]{2,5}\}|U000[0-9a-fA-F]{5}))+/g,
  decode: run =>
    fromUnits(Array.from(run.matchAll(/[uxU]\{?([0-9a-fA-F]+)/g), match => String.fromCodePoint(hex(match[1]!))).flatMap(units)),
  encode: text =>
    units(text)
      .map(unit => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit.toString(16).padStart(4, '0')}`))
      .join(''),
};

/**
 * `\xE4\xBC\x9A` and `\344\274\232` of byte strings, `\'bb\'e1` of RTF; the second byte of a
 * pair of GBK may be a letter that needs no escape.
 */
const backslashX: Notation = {
  id: 'backslash-x',
  trigger: C.Backslash,
  mark: '\\',
  pattern: /(?:\\{1,2}x[0-9a-fA-F]{2}[@-[\]-~]?){2,}|(?:\\{1,2}[23][0-7]{2}[@-[\]-~]?){2,}|(?:\\'[0-9a-fA-F]{2}[@-[\]-~]?){2,}/g,
  decode: (run, { model }) => decodeEscapes(run, /\\{1,2}(?:[x']([0-9a-fA-F]{2})|([0-7]{3}))|[@-~]/g, model),
  encode: text =>
    encodeOutsideAscii(text, char =>
      utf8Bytes(char)
        .map(byte => `\\x${twoDigits(byte).toLowerCase()}`)
        .join(''),
    ),
};

/** `<e4><bc><9a>` as R writes the bytes that a charset lacks. */
const angleBytes: Notation = {
  id: 'angle-bytes',
  trigger: C.AsciiPunctuation,
  mark: '<',
  pattern: /(?:<[89a-f][0-9a-f]>[@-~]?){2,}/g,
  decode: (run, { model }) => decodeEscapes(run, /<(..)>|[@-~]/g, model),
  encode: text =>
    encodeOutsideAscii(text, char =>
      utf8Bytes(char)
        .map(byte => `<${twoDigits(byte).toLowerCase()}>`)
        .join(''),
    ),
};

/** `＆ｎｂｓｐ；` and `＼ｕ４ｆ１ａ`: escapes in text of which all ASCII was made full-width. */
const fullWidth: Notation = {
  id: 'full-width',
  trigger: C.FullwidthAlphanumeric,
  mark: '',
  pattern: /(?:＆(?:＃[ｘＸ]?[０-９ａ-ｆＡ-Ｆ]{2,6}|[ａ-ｚＡ-Ｚ]{2,8}[１-４]{0,2})；|＼ｕ[０-９ａ-ｆＡ-Ｆ]{4})+/g,
  decode(run, language) {
    const narrow = run.replace(/[\uff01-\uff5e]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
    const parts = narrow.match(/&[^&;]{1,12};|\\u..../g)!.map(part => (part[0] === '&' ? entities : backslashU).decode(part, language));
    return parts.includes(null) ? null : parts.join('');
  },
  encode: text =>
    Array.from(text, char => (char < '\x80' ? char : `&#${char.codePointAt(0)};`))
      .join('')
      .replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
};

/** Quoted-printable (RFC 2045), with the soft line breaks that stand within characters. */
const quotedPrintable: Notation = {
  id: 'quoted-printable',
  trigger: C.EqualsSign,
  mark: '=',
  pattern: /=[89A-F][0-9A-F](?:=[0-9A-F]{2}|=\r?\n|[!-<>-~](?==(?:\r?\n|[89A-F])))*[!-<>-~]?/g,
  decode: (run, { model }) => decodeEscapes(run.replace(/=\r?\n/g, ''), /=([0-9A-F]{2})|[\x20-\x7e]/g, model),
  encode: text =>
    encodeOutsideAscii(text, char =>
      utf8Bytes(char)
        .map(byte => `=${twoDigits(byte)}`)
        .join(''),
    ),
};

/** GB 2312 pairs without their high bits; null unless all are assigned. */
function sevenBit(pairs: string): string | null {
  return pairs.length % 2 === 0 && pairs.length > 0
    ? decodeText(
        'gb18030',
        units(pairs).map(unit => unit | 0x80),
      )
    : null;
}

function toSevenBit(text: string, open: string, close: string): string {
  return text.replace(
    /[^\x00-\x7e]+/g,
    run =>
      `${open}${Array.from(run, char => {
        const bytes = gb2312(char);
        return bytes ? String.fromCharCode(bytes[0] & 0x7f, bytes[1] & 0x7f) : '!!';
      }).join('')}${close}`,
  );
}

function gb2312(char: string): readonly [number, number] | null {
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    const at = rows(lead).indexOf(char);
    if (at >= 0) return [lead, 0xa1 + at];
  }
  return null;
}

const rowCache = new Map<number, string>();

function rows(lead: number): string {
  let row = rowCache.get(lead);
  if (row === undefined) {
    row = '';
    for (let trail = 0xa1; trail <= 0xfe; trail++) row += decodeText('gb18030', [lead, trail])?.[0] ?? '\0';
    rowCache.set(lead, row);
  }
  return row;
}

/** HZ (RFC 1843): `~{VPND~}`. */
const hz: Notation = {
  id: 'hz',
  trigger: C.Tilde,
  mark: '~{',
  pattern: /~\{[!-~]{2,400}?~\}/g,
  decode: run => sevenBit(run.slice(2, -2)),
  encode: text => toSevenBit(text, '~{', '~}'),
};

/** ISO-2022-CN (RFC 1922), its escape character often lost. */
const iso2022: Notation = {
  id: 'iso-2022-cn',
  trigger: C.Broken,
  mark: '\x0e',
  pattern: /(?:\x1b?\$\)A)?\x0e[!-~]{2,400}\x0f/g,
  // Korean, or the characters of Taiwan's standard.
  isOwn: text => /\$[)*][CGH]/.test(text),
  decode: run => sevenBit(run.slice(run.indexOf('\x0e') + 1, -1)),
  encode: text => toSevenBit(text, '\x1b$)A\x0e', '\x0f'),
};

/** Notations within a line. Those that another could mistake for its own come first. */
export const LINE_NOTATIONS: readonly Notation[] = [
  entities,
  fullWidth,
  percentU,
  percent,
  backslashU,
  backslashX,
  angleBytes,
  ENCODED_WORDS,
  hz,
  iso2022,
  UTF_7,
  BASE_64,
  ...STRIPPED_NOTATIONS,
];

/** Notations whose lines break anywhere, often in the middle of a character: they can only be read as a whole. */
export const FOLDED_NOTATIONS: readonly Notation[] = [quotedPrintable, FOLDED_BASE_64];
