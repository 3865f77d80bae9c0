/** What is wrong, by the kinds of findings, in the reader's language; as part of a sentence. */
import { t } from '../base/localise';

const NAMES: Readonly<Record<string, () => string>> = {
  'encoding.wrong-charset': () => t('wrong charset'),
  'encoding.lost-bytes': () => t('lost bytes'),
  'encoding.shifted-bytes': () => t('runs decoded one byte off'),
  'encoding.pinyin-injection': () => t('injected pinyin'),
  'encoding.doubled-punctuation': () => t('doubled punctuation'),
  'encoding.escape': () => t('escaped characters'),
  'encoding.backslash': () => t('Big5 backslashes'),
  'encoding.memory-fill': () => t('uninitialised memory'),
  'encoding.lookalike': () => t('look-alike characters'),
  'encoding.private-use': () => t('private-use characters'),
  'encoding.invisible': () => t('invisible characters'),
  'encoding.spacing': () => t('spaced-out text'),
  'encoding.width': () => t('punctuation width'),
  'encoding.mixed-script': () => t('mixed script'),
};

/** @returns the code itself for kinds that nothing repairs */
export function kindName(code: string): string {
  return NAMES[code]?.() ?? code;
}
