/** Wrong decodings and escapes, written apart from the product's own: iconv-lite and a few lines each. */
import iconv from 'iconv-lite';
import { COMBINED } from './combined';
import { asRadicals } from './radicals';
import { pick } from './random';

/** One way to damage a sentence. */
export interface Damage {
  readonly name: string;
  /** The class in which the goals of the project are set. */
  readonly family:
    'lossless wrong charset' | 'Big5 and byte order' | 'escapes' | 'characters' | 'lossy' | 'lost characters' | 'damage on damage';
  /** @returns the damaged text, or null where this text cannot be damaged that way (or, for lossless kinds, not without loss) */
  apply(text: string, random: () => number): string | null;
  /** What the sentence should read after repair; the sentence itself where left out. */
  readonly truth?: ((text: string) => string) | undefined;
}

/** Windows-1252 as browsers read it: its five holes pass through as C1 controls. iconv-lite gives U+FFFD there. */
function decode1252(bytes: Buffer): string {
  return [...bytes]
    .map(byte => {
      const char = iconv.decode(Buffer.from([byte]), 'windows-1252');
      return char === '\ufffd' ? String.fromCharCode(byte) : char;
    })
    .join('');
}

const decode = (bytes: Buffer, encoding: string) =>
  encoding === 'windows-1252' ? decode1252(bytes) : encoding === 'latin1' ? bytes.toString('latin1') : iconv.decode(bytes, encoding);

/** Decodes with the wrong table, and refuses what cannot be taken back. */
function wrong(from: string, as: string): (text: string) => string | null {
  return text => {
    const bytes = iconv.encode(text, from);
    if (iconv.decode(bytes, from) !== text) return null;
    const read = decode(bytes, as);
    if (read.includes('\ufffd')) return null;
    if (as !== 'windows-1252' && as !== 'latin1' && !iconv.encode(read, as).equals(bytes)) return null;
    return read;
  };
}

const chain =
  (...steps: readonly ((text: string) => string | null)[]) =>
  (text: string) =>
    steps.reduce<string | null>((read, step) => (read === null ? null : step(read)), text);
const utf8As = (as: string) => wrong('utf-8', as);

/** Decodes with loss: what has no character becomes `mark`. */
const lossy = (from: string, as: string, mark: string) => (text: string) => {
  const read = iconv.decode(iconv.encode(text, from), as);
  return read.includes('\ufffd') ? read.replace(/\ufffd+/g, mark) : null;
};

/** The same by the platform's decoder, which leaves a mark for each sequence that it cannot read. */
const lossyByPlatform = (from: string, as: string) => (text: string) => {
  const read = new TextDecoder(as).decode(iconv.encode(text, from));
  return read.includes('\ufffd') ? read : null;
};

/** A clause inside clean text: the middle third of the sentence is damaged alone. */
const clause = (step: (text: string) => string | null) => (text: string) => {
  const parts = text.split(/(?<=，)/);
  if (parts.length < 3) return null;
  const damaged = step(parts[1]!);
  return damaged === null ? null : [parts[0], damaged, ...parts.slice(2)].join('');
};

function dropBytes(text: string, encoding: 'gbk' | 'utf-8', random: () => number, substitute: number | null): string | null {
  const bytes = iconv.encode(text, encoding);
  const high = [...bytes.keys()].filter(i => bytes[i]! >= 0x80 && i > 2 && i < bytes.length - 6);
  const at = pick(high, random);
  if (at === undefined) return null;
  const kept =
    substitute === null
      ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      : Buffer.concat([bytes.subarray(0, at), Buffer.from([substitute]), bytes.subarray(at + 1)]);
  return iconv.decode(kept, encoding).replaceAll('\ufffd', encoding === 'gbk' ? '?' : '\ufffd');
}

/** One ideograph of the sentence, not at its end, goes and leaves `mark`. */
const without =
  (mark: string, from = /[\u4e00-\u9fff]/) =>
  (text: string, random: () => number): string | null => {
    const at = pick(
      [...text].flatMap((char, i) => (from.test(char) && i > 1 && i < text.length - 4 ? [i] : [])),
      random,
    );
    return at === undefined ? null : text.slice(0, at) + mark + text.slice(at + 1);
  };

const hex = (bytes: Buffer, prefix: string) =>
  [...bytes].map(byte => `${prefix}${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const perCharacter = (text: string, escape: (char: string) => string) => text.replace(/[^\x00-\x7f]/gu, escape);

export const DAMAGES: readonly Damage[] = [
  { name: 'UTF-8 as Latin-1', family: 'lossless wrong charset', apply: utf8As('latin1') },
  { name: 'UTF-8 as cp1252', family: 'lossless wrong charset', apply: utf8As('windows-1252') },
  { name: 'UTF-8 as cp1252 twice', family: 'lossless wrong charset', apply: chain(utf8As('windows-1252'), utf8As('windows-1252')) },
  { name: 'UTF-8 as Latin-1 thrice', family: 'lossless wrong charset', apply: chain(utf8As('latin1'), utf8As('latin1'), utf8As('latin1')) },
  { name: 'UTF-8 as GBK', family: 'lossless wrong charset', apply: utf8As('gbk') },
  { name: 'UTF-8 as GB18030', family: 'lossless wrong charset', apply: utf8As('gb18030') },
  { name: 'UTF-8 as cp1252, one clause', family: 'lossless wrong charset', apply: clause(utf8As('windows-1252')) },
  { name: 'UTF-8 as GBK, one clause', family: 'lossless wrong charset', apply: clause(utf8As('gb18030')) },
  { name: 'GBK as Latin-1', family: 'lossless wrong charset', apply: wrong('gbk', 'latin1') },
  { name: 'GBK as cp1252', family: 'lossless wrong charset', apply: wrong('gbk', 'windows-1252') },
  { name: 'GBK as cp1250', family: 'lossless wrong charset', apply: wrong('gbk', 'windows-1250') },
  { name: 'GBK as cp1251', family: 'lossless wrong charset', apply: wrong('gbk', 'windows-1251') },
  { name: 'GBK as KOI8-R', family: 'lossless wrong charset', apply: wrong('gbk', 'koi8-r') },
  { name: 'GBK as MacRoman', family: 'lossless wrong charset', apply: wrong('gbk', 'macroman') },
  { name: 'GBK as Big5', family: 'lossless wrong charset', apply: wrong('gbk', 'big5') },
  { name: 'GBK as Shift_JIS', family: 'lossless wrong charset', apply: wrong('gbk', 'shiftjis') },
  { name: 'GBK as EUC-KR', family: 'lossless wrong charset', apply: wrong('gbk', 'euc-kr') },
  { name: 'Big5 as GBK', family: 'Big5 and byte order', apply: text => wrong('big5', 'gb18030')(text) },
  {
    name: 'UTF-16 bytes swapped',
    family: 'Big5 and byte order',
    apply: text => {
      const bytes = iconv.encode(text, 'utf-16le');
      const read = iconv.decode(bytes, 'utf-16be', { stripBOM: false });
      return /[\ud800-\udfff]/.test(read) ? null : read;
    },
  },
  { name: 'decimal entities', family: 'escapes', apply: text => perCharacter(text, char => `&#${char.codePointAt(0)};`) },
  {
    name: 'hexadecimal entities',
    family: 'escapes',
    apply: text => perCharacter(text, char => `&#x${char.codePointAt(0)!.toString(16)};`),
  },
  { name: 'entities twice', family: 'escapes', apply: text => perCharacter(text, char => `&amp;#${char.codePointAt(0)};`) },
  {
    name: 'named entities',
    family: 'escapes',
    apply: text => (/[“”]/.test(text) ? text.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;') : null),
  },
  {
    name: 'named entities twice',
    family: 'escapes',
    apply: text => (/[“”]/.test(text) ? text.replaceAll('“', '&amp;ldquo;').replaceAll('”', '&amp;rdquo;') : null),
  },
  { name: 'percent, UTF-8', family: 'escapes', apply: text => perCharacter(text, char => hex(Buffer.from(char), '%')) },
  { name: 'percent, GBK', family: 'escapes', apply: text => perCharacter(text, char => hex(iconv.encode(char, 'gbk'), '%')) },
  {
    name: '%uXXXX',
    family: 'escapes',
    apply: text => perCharacter(text, char => `%u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
  },
  {
    name: '\\uXXXX',
    family: 'escapes',
    apply: text => perCharacter(text, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
  { name: 'quoted-printable, UTF-8', family: 'escapes', apply: text => perCharacter(text, char => hex(Buffer.from(char), '=')) },
  { name: 'quoted-printable, GBK', family: 'escapes', apply: text => perCharacter(text, char => hex(iconv.encode(char, 'gbk'), '=')) },
  {
    name: 'HZ',
    family: 'escapes',
    apply: text => {
      const bytes = iconv.encode(text, 'gbk');
      return /^[\u4e00-\u9fa5，。；：、“”！？（）]+$/.test(text) && [...bytes].every(byte => byte >= 0xa1)
        ? `~{${[...bytes].map(byte => String.fromCharCode(byte & 0x7f)).join('')}~}`
        : null;
    },
  },
  { name: 'UTF-7', family: 'escapes', apply: text => iconv.encode(text, 'utf-7').toString('latin1') },
  { name: 'Kangxi radicals', family: 'characters', apply: text => changed(text, asRadicals(text)) },
  {
    name: 'zero-width characters',
    family: 'characters',
    apply: (text, random) =>
      [...text].map(char => (random() < 0.2 ? char + pick(['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad'], random) : char)).join(''),
  },
  { name: 'spaced out', family: 'characters', apply: text => [...text].join(' ') },
  {
    name: 'doubled punctuation',
    family: 'characters',
    apply: text =>
      changed(
        text,
        text.replace(/[，。；：、]/g, mark => `,${mark}`),
      ),
  },
  {
    name: 'memory fill',
    family: 'characters',
    apply: (text, random) => {
      const at = 2 + Math.floor(random() * (text.length - 4));
      return text.slice(0, at) + pick(['烫', '屯', '葺'], random).repeat(3 + Math.floor(random() * 5)) + text.slice(at);
    },
  },
  {
    name: 'Big5 backslashes',
    family: 'characters',
    apply: text =>
      changed(
        text,
        text.replace(/[\u4e00-\u9fff]/g, char => (iconv.encode(char, 'big5')[1] === 0x5c ? `${char}\\` : char)),
      ),
  },
  { name: 'UTF-8 as GBK, U+FFFD', family: 'lossy', apply: lossy('utf-8', 'gbk', '\ufffd') },
  { name: 'UTF-8 as GBK, ?', family: 'lossy', apply: lossy('utf-8', 'gbk', '?') },
  {
    name: 'UTF-8 as GBK and back',
    family: 'lossy',
    apply: text => {
      const read = iconv.decode(iconv.encode(text, 'utf-8'), 'gbk');
      return read.includes('\ufffd') ? iconv.decode(iconv.encode(read.replaceAll('\ufffd', '?'), 'gbk'), 'utf-8') : null;
    },
  },
  {
    name: 'UTF-8 as cp1252, NBSP as space',
    family: 'lossy',
    apply: text => {
      const read = decode1252(Buffer.from(text));
      return read.includes('\u00a0') ? read.replaceAll('\u00a0', ' ') : null;
    },
  },
  {
    name: 'UTF-8 as Latin-1 without C1',
    family: 'lossy',
    apply: text => {
      const read = Buffer.from(text).toString('latin1');
      return read.replace(/[\x80-\x9f]/g, '');
    },
  },
  { name: 'UTF-8 as Big5', family: 'lossy', apply: lossy('utf-8', 'big5', '\ufffd') },
  { name: 'UTF-8 as EUC-KR', family: 'lossy', apply: lossy('utf-8', 'euc-kr', '\ufffd') },
  { name: 'UTF-8 as Shift_JIS', family: 'lossy', apply: lossy('utf-8', 'shiftjis', '\ufffd') },
  { name: 'GBK as Big5, U+FFFD', family: 'lossy', apply: lossy('gbk', 'big5', '\ufffd') },
  { name: 'GBK as Shift_JIS, U+FFFD', family: 'lossy', apply: lossy('gbk', 'shiftjis', '\ufffd') },
  { name: 'GBK as EUC-KR, U+FFFD', family: 'lossy', apply: lossy('gbk', 'euc-kr', '\ufffd') },
  { name: 'UTF-8 as Big5, a mark each', family: 'lossy', apply: lossyByPlatform('utf-8', 'big5') },
  { name: 'UTF-8 as EUC-KR, a mark each', family: 'lossy', apply: lossyByPlatform('utf-8', 'euc-kr') },
  { name: 'UTF-8 as Shift_JIS, a mark each', family: 'lossy', apply: lossyByPlatform('utf-8', 'shift_jis') },
  { name: 'GBK as Big5, a mark each', family: 'lossy', apply: lossyByPlatform('gbk', 'big5') },
  { name: 'GBK as EUC-KR, a mark each', family: 'lossy', apply: lossyByPlatform('gbk', 'euc-kr') },
  { name: 'GBK as Shift_JIS, a mark each', family: 'lossy', apply: lossyByPlatform('gbk', 'shift_jis') },
  { name: 'a character as U+FFFD', family: 'lost characters', apply: without('\ufffd') },
  { name: 'a character as ?', family: 'lost characters', apply: without('?') },
  { name: 'a character as 〓', family: 'lost characters', apply: without('〓') },
  { name: 'a GBK byte lost', family: 'lossy', apply: (text, random) => dropBytes(text, 'gbk', random, null) },
  { name: 'a GBK byte replaced', family: 'lossy', apply: (text, random) => dropBytes(text, 'gbk', random, 0x3f) },
  { name: 'a UTF-8 byte lost', family: 'lossy', apply: (text, random) => dropBytes(text, 'utf-8', random, null) },
  ...COMBINED,
];

function changed(before: string, after: string): string | null {
  return before === after ? null : after;
}
