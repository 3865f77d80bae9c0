/** Names with their titles, and set phrases, from this article, the collection and the table; typed in characters or in pinyin. */
import { CompletionItemKind, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import { foldForLookup } from '../language/script';
import { shippedEntries, sloganKey } from '../slogans/table';
import type { Collection } from '../workspace/collection';
import type { Romaniser } from '../workspace/romanised';
import { sourceRange, type FeatureDocument } from './context';

/** How many items are offered: nobody scrolls through more, and every key pressed narrows them down. */
const MOST_ITEMS = 50;
/** How many UTF-16 units before the caret may be the beginning of a name or phrase. */
const LONGEST_PREFIX = 12;

/** A name or phrase to offer; items with a lower rank come first. */
interface Offer {
  readonly text: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
  readonly rank: number;
}

/**
 * What may be typed at the caret.
 * @param offset the caret, UTF-16 into the document
 * @returns names first, those of this article before others; an empty list where nothing fits what stands before the caret
 */
export function completion(doc: FeatureDocument, offset: number, romaniser: Romaniser, collection?: Collection): CompletionList {
  const before = doc.document.getText(sourceRange(doc.document, Math.max(0, offset - LONGEST_PREFIX), offset));
  const letters = tail(before, /[a-zA-Z']/);
  const characters = letters === '' ? tail(before, /[\u3400-\u9fff、·0-9]/) : '';
  if (letters.length + characters.length === 0) return { isIncomplete: false, items: [] };
  // A single initial begins too many names.
  const least = letters.length > 1 ? 1 : 2;
  /** How many units before the caret begin the name or phrase; 0 when none do. */
  const fits = (key: string): number =>
    letters === '' ? overlap(foldForLookup(characters), key) : romaniser.fits(letters, key) >= least ? letters.length : 0;
  const items = new Map<string, CompletionItem>();
  const offer = (key: string, { text, detail, kind, rank }: Offer): void => {
    const typed = fits(key);
    if (typed === 0 || items.has(text) || (letters === '' && typed === key.length)) return;
    items.set(text, {
      label: text,
      detail,
      kind,
      sortText: `${rank}${text}`,
      filterText: before.slice(before.length - typed),
      textEdit: { range: sourceRange(doc.document, offset - typed, offset), newText: text },
    });
  };
  for (const { name, key, titles } of doc.parsed.officials)
    offer(key, { text: name, detail: titles.join('，'), kind: CompletionItemKind.Value, rank: 1 });
  for (const { text, canonical, entry } of doc.parsed.slogans) {
    const detail = [canonical === text ? '' : canonical, entry?.english].filter(Boolean).join(' · ');
    offer(sloganKey(text), { text, detail, kind: CompletionItemKind.Text, rank: 2 });
  }
  if (collection) {
    for (const key of collection.names()) {
      if (items.size >= MOST_ITEMS) break;
      if (fits(key) === 0) continue;
      for (const person of collection.peopleNamed(key))
        offer(key, { text: person.name, detail: person.titles.at(-1)?.title ?? '', kind: CompletionItemKind.Value, rank: 3 });
    }
  }
  for (const entry of [...(collection?.knowledge.slogans ?? []), ...shippedEntries()]) {
    if (items.size >= MOST_ITEMS) break;
    offer(sloganKey(entry.phrase), { text: entry.phrase, detail: entry.english, kind: CompletionItemKind.Text, rank: 4 });
  }
  return { isIncomplete: true, items: [...items.values()].slice(0, MOST_ITEMS) };
}

/** The longest end of a text that is made of such characters only. */
function tail(text: string, character: RegExp): string {
  let start = text.length;
  while (start > 0 && character.test(text[start - 1]!)) start--;
  return text.slice(start);
}

/** How many characters at the end of what was typed begin the name or phrase; 0 when none do. */
function overlap(typed: string, key: string): number {
  for (let length = Math.min(typed.length, key.length); length > 0; length--)
    if (key.startsWith(typed.slice(typed.length - length))) return length;
  return 0;
}
