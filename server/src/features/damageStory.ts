/** How damage came about, in a sentence: for hovers and for `wenzhen repair --explain`. */
import { t } from '../base/localise';

/** How each mechanism comes about; the first name that begins the mechanism of a finding counts. */
const STORIES: readonly (readonly [mechanism: string, story: () => string])[] = [
  ['mirror-site.annotation', () => t('The site inserted the reading after the character, byte by byte, to mark copies of its text.')],
  ['mirror-site.punctuation', () => t('The site put an ASCII mark before full-width punctuation, byte by byte.')],
  [
    'mirror-site.shifted-run',
    () => t('An insertion cut a character of two GBK bytes in half; from there on every byte was paired with the wrong neighbour.'),
  ],
  ['inserted-emoji', () => t('The site put pictures in brackets between the characters to mark copies of its text.')],
  ['wrong-charset.lost-bytes', () => t('The bytes were decoded with the wrong charset, and some had no character there: they are gone.')],
  ['wrong-charset', () => t('The bytes were decoded with the wrong charset.')],
  ['escape', () => t('The characters were written as escapes that were never undone.')],
  ['backslash', () => t('The second byte of a Big5 character was taken for a backslash and escaped once more.')],
  ['memory-fill', () => t('Memory that was never written, read as text.')],
  ['lookalike', () => t('A character that looks the same or stands beside the right one in the code table, as PDF converters write it.')],
  ['private-use', () => t('A character from the private use area: it has no meaning outside the font or charset it came from.')],
  ['invisible', () => t('A character that cannot be seen.')],
  ['spacing', () => t('A space was put between all characters.')],
  ['width', () => t('Half-width punctuation stands between Chinese characters.')],
  ['spelled-out', () => t('The charset lacked a character of this name; it was spelled out by what it is put together from.')],
  ['lost-bytes', () => t('A character that could not be decoded or encoded was replaced.')],
];

/** @returns a sentence about a mechanism, localised; empty for one without a story, such as that of a cut sentence */
export function damageStory(mechanism: string): string {
  return STORIES.find(([name]) => mechanism === name || mechanism.startsWith(`${name}.`))?.[1]() ?? '';
}
