/** Character sets with one byte for each character. */
import type { Codec } from './types';

/** Their names; most are labels of the platform's `TextDecoder`. */
export const SINGLE_BYTE_CHARSETS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'koi8-r',
  'macintosh',
  'x-mac-cyrillic',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-15',
  'ibm866',
  'cp437',
  'cp850',
  'windows-1257',
  'windows-1258',
  'koi8-u',
  'cp852',
  'cp855',
  'cp857',
  'cp858',
  'cp737',
  'cp862',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'iso-8859-1',
] as const;

/** One of them. */
export type SingleByteCharset = (typeof SINGLE_BYTE_CHARSETS)[number];

/** windows-1252 from 80 to 9F (WHATWG): the holes 81 8D 8F 90 9D are C1 controls. The rest is Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** From B0 to DF the code pages of DOS for languages with few letters of their own have what frames are drawn with. */
const FRAMES = '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀';
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';

/**
 * What no `TextDecoder` knows: the code pages of DOS, in which archives name files (Unicode Consortium, CP437.TXT, CP737.TXT,
 * CP850.TXT and so on; 858 is 850 with the euro).
 */
const DOS: Readonly<Partial<Record<SingleByteCharset, string>>> = {
  cp437: `ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»${FRAMES}αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0`,
  cp737: `ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ${FRAMES}ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\xa0`,
  cp862: `אבגדהוזחטיךכלםמןנסעףפץצקרשת¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»${FRAMES}αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0`,
  cp850: CP850,
  cp858: CP850.replace('ı', '€'),
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\xad˝˛ˇ˘§÷¸°¨˙űŘř■\xa0',
  cp855:
    'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\xadыЫзЗшШэЭщЩчЧ§■\xa0',
  cp857:
    'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffdÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\ufffd×ÚÛÙìÿ¯´\xad±\ufffd¾¶§÷¸°¨·¹³²■\xa0',
};

/** Code pages of Windows that put signs in place of the controls of a standard: ISO 8859-1, -8, -9 and -11. */
const EXTENDING: ReadonlySet<SingleByteCharset> = new Set(['windows-1252', 'windows-1255', 'windows-1254', 'windows-874']);

/** What `TextDecoder` gives for a byte that a character set does not assign. */
const UNASSIGNED = 0xfffd;

/** What bytes 80 to FF are in a charset. */
function upperHalf(charset: SingleByteCharset): string {
  // `TextDecoder` knows Latin-1 by name only and reads windows-1252.
  if (charset === 'iso-8859-1') return Array.from({ length: 128 }, (_, i) => String.fromCharCode(0x80 + i)).join('');
  if (charset === 'windows-1252') return WINDOWS_1252 + Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');
  return DOS[charset] ?? new TextDecoder(charset).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 0x80));
}

/** The codec of a character set. */
export function singleByteCodec(charset: SingleByteCharset): Codec {
  const toUnicode = new Uint16Array(256);
  const fromUnicode = new Int16Array(0x10000).fill(-1);
  const upper = upperHalf(charset);
  for (let byte = 0; byte < 256; byte++) {
    toUnicode[byte] = byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80);
    if (toUnicode[byte] !== UNASSIGNED) fromUnicode[toUnicode[byte]!] = byte;
  }
  // The standard that the code page extends reads 80-9F as C1 controls: the same bytes.
  if (EXTENDING.has(charset)) for (let byte = 0x80; byte < 0xa0; byte++) fromUnicode[byte] = byte;
  // Mac OS Roman before the euro, and the two letters that Apple's own table and others put differently.
  if (charset === 'macintosh')
    for (const [unit, byte] of [
      [0xa4, 0xdb],
      [0x2126, 0xbd],
      [0x2206, 0xc6],
      [0x394, 0xc6],
      [0x3a9, 0xbd],
      [0x3bc, 0xb5],
    ] as const)
      fromUnicode[unit] = byte;
  return {
    byteOf: fromUnicode,
    encodeInto(codePoint, out, at) {
      const byte = codePoint > 0xffff ? -1 : fromUnicode[codePoint]!;
      if (byte < 0) return 0;
      out[at] = byte;
      return 1;
    },
    decodeAt: (bytes, at) => (toUnicode[bytes[at]!] === UNASSIGNED ? -1 : (toUnicode[bytes[at]!]! << 3) | 1),
  };
}
