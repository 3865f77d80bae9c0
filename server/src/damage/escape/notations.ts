/** The notations in which characters were escaped on their way through pages, scripts and mails. */
import { CharacterClass } from '../../language/characters';
import { decodeText } from '../../language/codecs/codec';
import { characterOf } from './entities';

export interface Notation {
  /** Stable name for explanations. */
  readonly id: string;
  /** What a text must hold, as a bit of `CharacterClass` and as a string for a quick look. */
  readonly trigger: number;
  readonly mark: string;
  /** A run of escapes; global, linear. */
  readonly pattern: RegExp;
  /** What a run says; null when it says nothing, so that it stays. */
  decode(run: string): string | null;
  /** A text in this notation: everything outside ASCII is escaped. */
  encode(text: string): string;
}

const C = CharacterClass;

const hex = (text: string): number => Number.parseInt(text, 16);

/** What is escaped although nobody wrote it: C1 controls, private-use characters and marks of loss of text that was misread before. */
const MISREAD = '\\x80-\\x9f\\ue000-\\uf8ff\\ufffd';
const WRITTEN = /^[\x20-\x7e\n\u00a0-\u00ff\u2000-\u2bff\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\uffef\u{1f000}-\u{3ffff}]*$/u;
const STORED = new RegExp(`^[\\t\\n\\r\\x20-\\x7e\\u00a0-\\u052f\\u1e00-\\ud7a3\\uf900-\\ufdcf\\ufdf0-\\uffef\\u{10000}-\\u{3ffff}${MISREAD}]+$`, 'u');

/** Bytes as UTF-8 if they are, which their form proves, else as GB 18030; null when they are neither. */
function decodeBytes(bytes: readonly number[]): string | null {
  const unicode = decodeText('utf-8', bytes);
  if (unicode !== null) return STORED.test(unicode) ? unicode : null;
  const text = decodeText('gb18030', bytes);
  return text !== null && WRITTEN.test(text) ? text : null;
}

function encodeOutsideAscii(text: string, encode: (char: string) => string): string {
  return Array.from(text, char => (char < '\x80' ? char : encode(char))).join('');
}

/** Bytes of escapes such as `%E4` or `=E4`, with the plain ASCII between them. */
function bytesOf(run: string, escape: RegExp): number[] {
  return Array.from(run.matchAll(escape), match => (match[1] ? hex(match[1]) : match[0].charCodeAt(0)));
}

const utf8Bytes = (char: string): number[] => Array.from(new TextEncoder().encode(char));
const twoDigits = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const units = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

function join(values: readonly number[]): string {
  return Array.from(values, value => String.fromCharCode(value)).join('');
}

/** UTF-16 units as text; null for lone surrogates, C0 controls and noncharacters but U+FFFD. */
function fromUnits(values: readonly number[]): string | null {
  const text = join(values);
  return STORED.test(text) ? text : null;
}

/** `&#20013;` `&ldquo;` and `&amp;ldquo;`; five digits need no semicolon. */
const entities: Notation = {
  id: 'entity', trigger: C.Ampersand, mark: '&',
  pattern: /(?:&(?:amp;){0,2}(?:#\d{2,7};|#[xX][0-9a-fA-F]{2,6};|#\d{5}(?!\d)|[A-Za-z]{2,8}[1-4]{0,2};|(?:nbsp|ldquo|rdquo|hellip|mdash|middot)(?![A-Za-z0-9=])))+/g,
  decode(run) {
    let known = true;
    const text = run.replace(/&(?:amp;)*(#?[A-Za-z0-9]+);?/g, (_, reference: string) => {
      const char = characterOf(reference);
      if (char === null) known = false;
      return char ?? '';
    });
    return known ? text : null;
  },
  encode: text => encodeOutsideAscii(text, char => `&#${char.codePointAt(0)!};`),
};

/** `%u4F1A` as JavaScript's `escape` writes it. */
const percentU: Notation = {
  id: 'percent-u', trigger: C.PercentSign, mark: '%u',
  pattern: /(?:%u[0-9a-fA-F]{4})(?:%u[0-9a-fA-F]{4}|%[2-7][0-9a-fA-F])*/g,
  decode: run => fromUnits(Array.from(run.matchAll(/%u(....)|%(..)/g), match => hex(match[1] ?? match[2]!))),
  encode: text => units(text).map(unit => (unit < 0x80 ? String.fromCharCode(unit) : `%u${unit.toString(16).toUpperCase().padStart(4, '0')}`)).join(''),
};

/** `%E4%BC%9A`, also `%25E4…`; a GBK trail byte may be a letter that needs no escape. A single escaped byte is no character. */
const percent: Notation = {
  id: 'percent', trigger: C.PercentSign, mark: '%',
  pattern: /%(?:25){0,2}[89a-fA-F][0-9a-fA-F](?:%(?:25){0,2}[0-9a-fA-F]{2}|[A-Za-z0-9@_.*-](?=%))+/g,
  decode: run => decodeBytes(bytesOf(run, /%(?:25){0,2}([0-9a-fA-F]{2})|[\x20-\x7e]/g)),
  encode: text => encodeOutsideAscii(text, char => utf8Bytes(char).map(byte => `%${twoDigits(byte)}`).join('')),
};

/** `\u4f1a` of JSON and source text, also with doubled backslashes; `\xE4\xBC\x9A` of byte strings. */
const backslashU: Notation = {
  id: 'backslash-u', trigger: C.Backslash, mark: '\\u',
  pattern: /(?:\\{1,2}u[0-9a-fA-F]{4})+/g,
  decode: run => fromUnits(Array.from(run.matchAll(/u(....)/g), match => hex(match[1]!))),
  encode: text => units(text).map(unit => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit.toString(16).padStart(4, '0')}`)).join(''),
};

const backslashX: Notation = {
  id: 'backslash-x', trigger: C.Backslash, mark: '\\x',
  pattern: /(?:\\{1,2}x[0-9a-fA-F]{2}){2,}/g,
  decode: run => decodeBytes(Array.from(run.matchAll(/x(..)/g), match => hex(match[1]!))),
  encode: text => encodeOutsideAscii(text, char => utf8Bytes(char).map(byte => `\\x${twoDigits(byte).toLowerCase()}`).join('')),
};

/** Quoted-printable (RFC 2045), with the soft line breaks that stand within characters. */
const quotedPrintable: Notation = {
  id: 'quoted-printable', trigger: C.EqualsSign, mark: '=',
  pattern: /=[89A-F][0-9A-F](?:=[0-9A-F]{2}|=\r?\n|[!-<>-~](?==[89A-F]))+/g,
  decode: run => decodeBytes(bytesOf(run.replace(/=\r?\n/g, ''), /=([0-9A-F]{2})|[\x20-\x7e]/g)),
  encode: text => encodeOutsideAscii(text, char => utf8Bytes(char).map(byte => `=${twoDigits(byte)}`).join('')),
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** UTF-7 (RFC 2152). Telephone numbers and sums begin with a plus sign too: only everyday Chinese counts. */
const utf7: Notation = {
  id: 'utf-7', trigger: C.PlusSign, mark: '+',
  pattern: /\+[A-Za-z0-9+/]{3,}-?/g,
  decode(run) {
    const values: number[] = [];
    let bits = 0, held = 0;
    for (const char of run.slice(1)) {
      const value = BASE64.indexOf(char);
      if (value < 0) break;
      held = (held << 6 | value) & 0xfffff;
      bits += 6;
      if (bits >= 16) { bits -= 16; values.push((held >> bits) & 0xffff); }
    }
    const text = join(values);
    return bits < 6 && (held & ((1 << bits) - 1)) === 0 && /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e\u2014-\u2026\u00b7\n]+$/.test(text) && /[\u3001-\uff5e]/.test(text) ? text : null;
  },
  encode: text => text.replace(/[^\x00-\x7e]+/g, run => {
    let bits = 0, held = 0, out = '+';
    for (const unit of units(run)) {
      held = (held << 16 | unit) & 0x3fffff;
      bits += 16;
      while (bits >= 6) { bits -= 6; out += BASE64[(held >> bits) & 63]!; }
    }
    return `${bits > 0 ? out + BASE64[(held << (6 - bits)) & 63]! : out}-`;
  }),
};

/** GB 2312 pairs without their high bits; null unless all are assigned. */
function sevenBit(pairs: string): string | null {
  return pairs.length % 2 === 0 && pairs.length > 0 ? decodeText('gb18030', units(pairs).map(unit => unit | 0x80)) : null;
}

function toSevenBit(text: string, open: string, close: string): string {
  return text.replace(/[^\x00-\x7e]+/g, run => `${open}${Array.from(run, char => {
    const bytes = gb2312(char);
    return bytes ? String.fromCharCode(bytes[0] & 0x7f, bytes[1] & 0x7f) : '!!';
  }).join('')}${close}`);
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
  id: 'hz', trigger: C.Tilde, mark: '~{',
  pattern: /~\{[!-~]{2,400}?~\}/g,
  decode: run => sevenBit(run.slice(2, -2)),
  encode: text => toSevenBit(text, '~{', '~}'),
};

/** ISO-2022-CN (RFC 1922), its escape character often lost. */
const iso2022: Notation = {
  id: 'iso-2022-cn', trigger: C.Broken, mark: '\x0e',
  pattern: /(?:\x1b?\$\)A)?\x0e[!-~]{2,400}\x0f/g,
  decode: run => sevenBit(run.slice(run.indexOf('\x0e') + 1, -1)),
  encode: text => toSevenBit(text, '\x1b$)A\x0e', '\x0f'),
};

/** All notations. Those that another could mistake for its own come first. */
export const NOTATIONS: readonly Notation[] = [entities, percentU, percent, backslashU, backslashX, quotedPrintable, hz, iso2022, utf7];
