/** Markdown built from article text that cannot be trusted: nothing in it may become a link, a command, an image or markup. */

/** All ASCII punctuation: escaped, it is text wherever it stands; the colon, dot and at sign also keep addresses from being linked. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;
/** A hover is read at a glance: longer pieces of text are cut. */
const LONGEST_TEXT = 160;
/** No hover grows beyond this, whatever the article holds. */
const LONGEST_HOVER = 8000;

/** Text of an article as Markdown that shows exactly that text, on one line, cut to `limit` characters. */
export function escapeMarkdown(text: string, limit = LONGEST_TEXT): string {
  const line = text.replace(UNSEEN, ' ');
  const cut = line.length > limit ? `${line.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return cut.replace(PUNCTUATION, '\\$&');
}

/** Text as inline code that shows invisible characters by their code points. Empty text gives an empty string. */
export function escapeCode(text: string, limit = LONGEST_TEXT): string {
  if (text === '') return '';
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  const shown = cut.replace(UNSEEN, run =>
    [...run].map(char => `⟨${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`).join(''),
  );
  const longestRun = Math.max(0, ...(shown.match(/`+/g) ?? []).map(ticks => ticks.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}${/^`|`$/.test(shown) || shown.trim() === '' ? ` ${shown} ` : shown}${fence}`;
}

/** A link to a place in a file of the collection; `label` is escaped, the address comes from the client and is made safe for Markdown. */
export function link(label: string, uri: string, line: number, character: number): string {
  const address = uri.replace(/[()<>\s\\]/g, char =>
    encodeURIComponent(char).replace(/[()]/g, bracket => (bracket === '(' ? '%28' : '%29')),
  );
  return `[${escapeMarkdown(label)}](${address}#L${line + 1},${character + 1})`;
}

/** Paragraphs as one Markdown text of bounded size; empty ones are left out. */
export function paragraphs(parts: readonly string[]): string {
  let out = '';
  for (const part of parts) {
    if (part === '') continue;
    if (out.length + part.length > LONGEST_HOVER) return `${out}\n\n…`;
    out += out === '' ? part : `\n\n${part}`;
  }
  return out;
}
