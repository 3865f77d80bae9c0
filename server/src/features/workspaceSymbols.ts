/** Search over the directives, officials and titles of all articles of the collection. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { foldForLookup } from '../language/script';
import type { Collection } from '../workspace/collection';
import type { Romaniser } from '../workspace/romanised';
import { SYMBOL_KINDS } from './documentSymbols';
import { firstRange } from './entities';

/** Nobody reads more results than this. */
const MAX_RESULTS = 300;

/**
 * @param query part of a directive (要把好), of an official's name or title in either script, or the name in pinyin (hexiong, hx)
 * @returns in the order of the collection; empty for an empty query or when nothing matches
 */
export function workspaceSymbols(collection: Collection, query: string, romaniser?: Romaniser): WorkspaceSymbol[] {
  const wanted = foldForLookup(query.trim());
  const found: WorkspaceSymbol[] = [];
  if (wanted === '') return found;
  const letters = romaniser && /^[a-zA-Z' ]+$/.test(wanted) ? romaniser : undefined;
  for (const { uri, title, officials, directives } of collection.articles()) {
    if (foldForLookup(title).includes(wanted))
      found.push({ name: title, kind: SYMBOL_KINDS.title, location: { uri, range: firstRange([]) } });
    for (const { name, key, titles, mentions } of officials) {
      if (key.includes(wanted) || titles.some(printed => foldForLookup(printed).includes(wanted)) || (letters?.fits(wanted, key) ?? 0) > 0)
        found.push({ name, kind: SymbolKind.Class, containerName: titles[0] ?? title, location: { uri, range: firstRange(mentions) } });
    }
    for (const { name, speaker, text, at } of directives) {
      if (text.includes(wanted) || foldForLookup(name).includes(wanted))
        found.push({
          name,
          kind: SYMBOL_KINDS.directive,
          containerName: speaker ? `${speaker} · ${title}` : title,
          location: { uri, range: firstRange(at) },
        });
    }
    if (found.length >= MAX_RESULTS) break;
  }
  return found.slice(0, MAX_RESULTS);
}
