/** The mirror-site mechanism, byte by byte: how undamaged text becomes what such a site shows. */
import { gbkTables } from '../../language/codecs/gbk';
import { toTraditionalOneToOne } from '../../language/script';
import type { Random } from '../kind';
import { NEWER_PAIRS } from './newerPairs';
import { annotation, FOLDED, MARKS, type MirrorSite } from './site';

/** Bytes as a string of units 0 to 255: searching and replacing bytes is then searching and replacing text. */
export type ByteText = string;

/** Text as GBK bytes; characters that GBK lacks become `?`, as a site's converter leaves them. */
export function toGbk(text: string): ByteText {
  const table = gbkTables().fromUnicode;
  const parts: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const pair = unit === 0xa0 ? 0xa0 : unit < 0x80 ? unit : table[unit]!;
    parts.push(pair === 0 && unit !== 0 ? '?' : pair > 0xff ? String.fromCharCode(pair >> 8, pair & 0xff) : String.fromCharCode(pair));
  }
  return parts.join('');
}

/** The zones of CP936 that are left to users: AAA1-AFFE, F8A1-FEFE, A140-A7A0. */
export function isUserDefined(lead: number, trail: number): boolean {
  return trail >= 0xa1
    ? (lead >= 0xaa && lead <= 0xaf) || (lead >= 0xf8 && lead <= 0xfe)
    : lead >= 0xa1 && lead <= 0xa7 && trail >= 0x40 && trail !== 0x7f;
}

/**
 * The character of a pair as CP936 has it; 0 for pairs that are invalid or not assigned. User-defined pairs give private-use characters.
 */
export function cp936(lead: number, trail: number): number {
  const unit = gbkTables().toUnicode[(lead << 8) | trail]!;
  // U+E766-E864 stand in newer tables for pairs that CP936 leaves empty.
  return unit >= 0xe766 && unit <= 0xf8ff ? 0 : unit;
}

/** The pair of a character that a page shows, as one number; the byte itself for ASCII; 0 when no table of GBK has it. */
export function pairOf(unit: number): number {
  return gbkTables().fromUnicode[unit]! || (NEWER_PAIRS.get(unit) ?? 0);
}

/** Steps 4 and 5: GBK bytes as text; an invalid pair becomes one `?` that swallows both bytes, a lone lead byte at the end as well. */
function decodeLeniently(bytes: ByteText, userDefined: MirrorSite['userDefined']): string {
  const units: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes.charCodeAt(i);
    if (lead < 0x80 || (lead === 0xa0 && (i + 1 >= bytes.length || bytes.charCodeAt(i + 1) < 0x40))) {
      units.push(bytes[i]!);
      continue;
    }
    const trail = i + 1 < bytes.length ? bytes.charCodeAt(++i) : 0;
    if (isUserDefined(lead, trail)) {
      if (userDefined === 'private-use') units.push(String.fromCharCode(cp936(lead, trail)));
      continue;
    }
    const unit = lead === 0x80 || lead === 0xff ? 0 : cp936(lead, trail);
    units.push(unit === 0 ? '?' : String.fromCharCode(unit));
  }
  return units.join('');
}

/** Step 6. */
function fold(text: string): string {
  return text.replace(/[，；：！？（）]/g, mark => FOLDED.get(mark)!);
}

/** Steps 1 to 6 on a text. Line breaks are bytes like others: a shifted run can swallow one. */
export function mirror(text: string, site: MirrorSite, random: Random): string {
  let bytes = toGbk(site.traditional ? toTraditionalOneToOne(text) : text);
  if (site.punctuationFirst) bytes = insertBeforeMarks(bytes, site, random);
  for (const [character, reading] of site.annotated) {
    const pair = toGbk(character);
    if (pair.length === 2) bytes = bytes.split(pair).join(pair + toGbk(annotation(reading, site.style)));
  }
  if (!site.punctuationFirst) bytes = insertBeforeMarks(bytes, site, random);
  const decoded = decodeLeniently(bytes, site.userDefined);
  return site.folded ? fold(decoded) : decoded;
}

let markBytes: RegExp | undefined;

function insertBeforeMarks(bytes: ByteText, site: MirrorSite, random: Random): ByteText {
  if (site.inserted === '') return bytes;
  markBytes ??= new RegExp([...MARKS].map(toGbk).join('|'), 'g');
  return bytes.replace(markBytes, mark => (random() < site.insertionRate ? site.inserted : '') + mark);
}
