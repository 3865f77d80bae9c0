/**
 * Hover on an official: who it is, in which role, what the person ordered, where else the person is mentioned. Only what the articles say.
 */
import { t } from '../../base/localise';
import { walkOutline } from '../../outline/outline';
import type { Official } from '../../people/official';
import type { Collection } from '../../workspace/collection';
import type { OfficialSummary } from '../../workspace/summary';
import { readingRange, type FeatureDocument } from '../context';
import { namesakesOf } from '../entities';
import { roleName } from './roleNames';
import { escapeMarkdown, link, paragraphs } from './markdown';
import { articleLinks, mentionLinks } from './places';

/** How many directives are listed: a hover is read at a glance. */
const MOST_DIRECTIVES = 3;

/** @returns Markdown; the first line is the name with the titles that this article prints */
export function officialHover(doc: FeatureDocument, official: Official, collection?: Collection): string {
  return paragraphs([
    [`**${escapeMarkdown(official.name)}**`, ...printedTitles(official).map(title => escapeMarkdown(title))].join(' · '),
    official.roles.length > 0 ? t('In this article: {0}', official.roles.map(roleName).join(t(', '))) : '',
    directives(doc, official),
    mentionLinks(doc, official.mentions),
    collection ? elsewhere(doc, official, collection) : '',
  ]);
}

/** The titles as printed, those of offices that the person leaves marked as such. */
function printedTitles({ titles, left = [] }: Pick<OfficialSummary, 'titles' | 'left'>): string[] {
  return titles.map(title => (left.includes(title) ? t('formerly {0}', title) : title));
}

function directives(doc: FeatureDocument, official: Official): string {
  const given = walkOutline(doc.parsed.outline.nodes).filter(node => node.kind === 'directive' && node.speaker === official.name);
  if (given.length === 0) return '';
  const shown = [...given]
    .sort((a, b) => a.level - b.level || a.start - b.start)
    .slice(0, MOST_DIRECTIVES)
    .sort((a, b) => a.start - b.start);
  const rows = shown.map(node => {
    const { start } = readingRange(doc, node.headStart, node.headEnd);
    return `- ${link(node.name, doc.document.uri, start.line, start.character)}`;
  });
  if (given.length > shown.length) rows.push(`- ${t('and {0} more', given.length - shown.length)}`);
  return `${t('Directives given: {0}', given.length)}\n${rows.join('\n')}`;
}

function elsewhere(doc: FeatureDocument, official: Official, collection: Collection): string {
  const { person, others } = namesakesOf(doc, official, collection);
  if (!person) return '';
  return paragraphs([
    person.note ? t('Your notes: {0}', escapeMarkdown(person.note)) : '',
    articleLinks(
      person.articles
        .filter(({ uri }) => uri !== doc.document.uri)
        .map(
          ({
            uri,
            title,
            date,
            official: {
              titles,
              left,
              mentions: [line, character],
            },
          }) => ({ uri, title, date, note: printedTitles({ titles, left }).join(t(', ')), line: line ?? 0, character: character ?? 0 }),
        ),
    ),
    others.length === 1
      ? t('One more of this name, with another place or organisation, is kept apart.')
      : others.length > 1
        ? t('{0} more of this name with other places or organisations are kept apart.', others.length)
        : '',
  ]);
}
