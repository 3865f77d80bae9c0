/** Messages in the reader's language. English is the key; translations are bundled and chosen once at start. */
import * as l10n from '@vscode/l10n';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';

/**
 * Chooses the language of all messages.
 * @param locale a BCP 47 tag such as `zh-CN` or a shell's locale such as `zh_CN.UTF-8`; anything that is not Chinese gives English
 */
export function setLocale(locale: string | undefined): void {
  inChinese = /^zh(?![a-z])/i.test(locale ?? '');
  l10n.config({ contents: inChinese ? chinese : {} });
}

let inChinese = false;

/**
 * The text in the reader's language, for data that comes in both; the other text where that one is missing, as in users' own entries.
 */
export function inReadersLanguage(chineseText: string, englishText: string): string {
  return inChinese ? chineseText || englishText : englishText || chineseText;
}

/**
 * A message in the chosen language.
 * @param message English text with `{0}`, `{1}` … where arguments go; it is the key into `l10n/bundle.l10n.zh-cn.json`
 */
export function t(message: string, ...args: (string | number | boolean)[]): string {
  return l10n.t(message, ...args);
}
