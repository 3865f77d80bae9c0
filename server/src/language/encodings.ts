/** The character sets that files of text are in: their names, and how a text reads in each. */
import { t } from '../base/localise';
import { decodeLossy, decodeText } from './codecs/codec';
import type { Language } from './language';
import { textCost, type ForeignLetters } from './textCost';

/**
 * Character sets that are told apart. `gb18030` stands for GB 2312 and GBK as well, `big5` includes HKSCS, `windows-1252` includes Latin-1.
 */
export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr', 'windows-1252'] as const;

/** One of them. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** What a file is in: `mixed` when its lines differ, `binary` when it is not text. */
export type FileEncoding = TextEncoding | 'mixed' | 'binary';

/** What a sequence that cannot be decoded costs, in nats: more than any character. */
const INVALID_COST = 16;

/** Encodings that are used for languages with letters of their own. */
const LETTERS: Readonly<Partial<Record<TextEncoding, ForeignLetters>>> = {
  shift_jis: 'japanese',
  'euc-kr': 'korean',
  'windows-1252': 'western',
};

const decoders = new Map<TextEncoding, TextDecoder>();

/** The text of bytes; what cannot be decoded becomes U+FFFD, a byte order mark is left out. */
export function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string {
  // Some releases of Node decode windows-1252 wrongly (nodejs/node#59515); our table knows every byte.
  if (encoding === 'windows-1252') return decodeText(encoding, bytes)!;
  let decoder = decoders.get(encoding);
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding)));
  const text = decoder.decode(bytes);
  // ICU, and so Node, has private-use characters where HKSCS has real ones.
  if (encoding === 'big5' && /[\ue000-\uf8ff\ufffd]/.test(text)) return decodeLossy('big5', bytes, '\ufffd', false);
  return encoding === 'gb18030' && text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** How bytes read in one encoding. */
export interface DecodedText {
  readonly encoding: TextEncoding;
  /** Negative log probability in nats, with the cost of what cannot be decoded. */
  readonly cost: number;
  /** Sequences that cannot be decoded. */
  readonly invalid: number;
  /** UTF-16 units of the text. */
  readonly length: number;
}

/** Decodes bytes and judges the text. */
export function readAs(encoding: TextEncoding, bytes: Uint8Array, language: Language): DecodedText {
  const text = decodeAs(encoding, bytes);
  const { cost, replaced } = textCost(text, LETTERS[encoding] ?? 'none', language.model);
  return { encoding, cost: cost + replaced * INVALID_COST, invalid: replaced, length: text.length };
}

/** The name of an encoding in messages. */
export function label(encoding: FileEncoding): string {
  return {
    'utf-8': 'UTF-8',
    gb18030: 'GB18030',
    big5: 'Big5',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    shift_jis: 'Shift_JIS',
    'euc-kr': 'EUC-KR',
    'windows-1252': 'Windows-1252',
    mixed: t('a mix of encodings'),
    binary: t('binary'),
  }[encoding];
}

/** Whether two names stand for encodings that read the same Chinese text; editors and standards spell them differently. */
export function sameEncoding(a: string, b: string): boolean {
  return canonicalEncoding(a) === canonicalEncoding(b);
}

/** `gb2312`, `GBK`, `cp936` → `gb18030`; `utf8bom` → `utf-8`; `cp950`, `big5hkscs` → `big5`. Unknown names come back in lower case. */
export function canonicalEncoding(name: string): string {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return CANONICAL[key] ?? key;
}

const CANONICAL: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  ascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  euccn: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
};
