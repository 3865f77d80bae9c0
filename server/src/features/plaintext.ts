/** Whether a plain-text file is served: articles always, plain text when it is mainly Chinese or when the settings say so. */

/** The setting `wenzhen.plaintext`. */
export type PlaintextMode = 'auto' | 'on' | 'off';

/** How many UTF-16 units at the beginning of a file decide: some pages of text. */
const HEAD = 4000;

/** Names of tables and other data, which editors without a language for them call plain text: they speak of articles and are none. */
const DATA = /\.(?:csv|tsv|jsonl?|ndjson|geojson|xml|ya?ml)$/i;

/**
 * Whether a document is served.
 * @param uri tells by its end what a plain-text file holds
 * @param languageId the editor's name for the language; only `plaintext` files are ever left alone
 * @returns true for mainly Chinese text: at least a quarter of the characters of the head are
 *    Han, or look like Han read with a wrong decoder
 */
export function isServed(languageId: string, uri: string, text: string, mode: PlaintextMode): boolean {
  if (languageId !== 'plaintext') return true;
  if (mode === 'off' || DATA.test(uri)) return false;
  if (mode === 'on') return true;
  const head = text.slice(0, HEAD);
  const han = head.match(/[\u3400-\u9fff\uf900-\ufaff]/g)?.length ?? 0;
  const visible = head.match(/\S/g)?.length ?? 0;
  if (visible === 0) return false;
  // UTF-8 or GBK read as a one-byte charset: nearly everything is Latin-1 supplement; European prose stays far below half.
  const high = head.match(/[\u0080-\u00ff\u2018-\u203a\u20ac\ufffd]/g)?.length ?? 0;
  return han * 4 >= visible || high * 2 >= visible;
}
