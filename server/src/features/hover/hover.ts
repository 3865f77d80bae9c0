/** What stands under the pointer: damage, an official, a set phrase, or several of them. */
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { Collection } from '../../workspace/collection';
import { readingRange, sourceRange, type FeatureDocument } from '../context';
import { damageHover } from './damage';
import { officialHover } from './official';
import { plainText } from './plain';
import { sloganHover } from './slogan';

/** How many findings at one place are explained. */
const MOST_FINDINGS = 3;

/**
 * The hover at a place.
 * @param offset UTF-16, into the document
 * @param collection what other articles say; without it the hover speaks of this article only
 * @param kind what the client shows
 * @returns null where there is nothing to explain
 */
export function hover(doc: FeatureDocument, offset: number, collection?: Collection, kind: MarkupKind = MarkupKind.Markdown): Hover | null {
  const { parsed, document } = doc;
  const here = parsed.findings
    .filter(finding => finding.start <= offset && offset < Math.max(finding.end, finding.start + 1))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  // Style hints cover whole lines: they are shown only on the marks that they are about, and only where nothing else is wrong.
  const onHan = /\p{Script=Han}/u.test(parsed.source[offset] ?? '');
  const damage = here.filter(finding => !finding.unnecessary && finding.severity !== 'hint');
  const findings = (damage.length > 0 ? damage : here.filter(finding => finding.unnecessary || !onHan).slice(0, 1)).slice(0, MOST_FINDINGS);
  const sections = findings.map(damageHover).filter(section => section !== '');
  let range = findings[0] ? sourceRange(document, findings[0].start, findings[0].end) : null;
  const at = parsed.reading.fromSource(offset);
  const holds = (mention: { readonly start: number; readonly end: number }): boolean => mention.start <= at && at < mention.end;
  for (const official of parsed.officials) {
    const mention = official.mentions.find(holds);
    if (!mention) continue;
    sections.push(officialHover(doc, official, collection));
    range ??= readingRange(doc, mention.start, mention.end);
    break;
  }
  for (const slogan of parsed.slogans) {
    const mention = slogan.mentions.find(holds);
    if (!mention) continue;
    sections.push(sloganHover(doc, slogan, collection));
    range ??= readingRange(doc, mention.start, mention.end);
  }
  if (sections.length === 0) return null;
  const markdown = sections.join('\n\n---\n\n');
  return { contents: { kind, value: kind === MarkupKind.Markdown ? markdown : plainText(markdown) }, ...(range ? { range } : {}) };
}
