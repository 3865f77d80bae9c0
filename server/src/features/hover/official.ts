/** Hover on an official: who, in which role, what the person ordered, where else in this article and in the collection. Only what the articles say. */
import { t } from '../../base/localise';
import type { OutlineNode } from '../../outline/outline';
import type { Official } from '../../people/official';
import type { Collection } from '../../workspace/collection';
import type { FeatureDocument } from '../context';
import { readingRange } from '../context';
import { roleName } from './roleNames';
import { escapeMarkdown, link, paragraphs } from './markdown';

const MOST_DIRECTIVES = 3;
const MOST_MENTIONS = 12;
const MOST_ARTICLES = 8;

/** @returns Markdown; the first line is the name with the titles that this article prints */
export function officialHover(doc: FeatureDocument, official: Official, collection?: Collection): string {
  return paragraphs([
    [`**${escapeMarkdown(official.name)}**`, ...official.titles.map(title => escapeMarkdown(title))].join(' · '),
    official.roles.length > 0 ? t('In this article: {0}', official.roles.map(roleName).join(t(', '))) : '',
    directives(doc, official),
    mentions(doc, official),
    collection ? elsewhere(doc, official, collection) : '',
  ]);
}

function directives(doc: FeatureDocument, official: Official): string {
  const given: OutlineNode[] = [];
  const visit = (nodes: readonly OutlineNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'directive' && node.speaker === official.name) given.push(node);
      visit(node.children);
    }
  };
  visit(doc.parsed.outline.nodes);
  if (given.length === 0) return '';
  const shown = [...given].sort((a, b) => a.level - b.level || a.start - b.start).slice(0, MOST_DIRECTIVES).sort((a, b) => a.start - b.start);
  const rows = shown.map(node => {
    const { start } = readingRange(doc, node.headStart, node.headEnd);
    return `- ${link(node.name, doc.document.uri, start.line, start.character)}`;
  });
  if (given.length > shown.length) rows.push(`- ${t('and {0} more', given.length - shown.length)}`);
  return `${t('Directives given: {0}', given.length)}\n${rows.join('\n')}`;
}

function mentions(doc: FeatureDocument, official: Official): string {
  const links = official.mentions.slice(0, MOST_MENTIONS).map(mention => {
    const { start } = readingRange(doc, mention.start, mention.end);
    return link(t('line {0}', start.line + 1), doc.document.uri, start.line, start.character);
  });
  const rest = official.mentions.length - links.length;
  return `${t('Mentions: {0}', official.mentions.length)} (${links.join(', ')}${rest > 0 ? `, ${t('and {0} more', rest)}` : ''})`;
}

function elsewhere(doc: FeatureDocument, official: Official, collection: Collection): string {
  const people = collection.peopleNamed(official.key);
  const here = people.find(person => person.articles.some(article => article.uri === doc.document.uri)) ?? people[0];
  if (!here) return '';
  const others = here.articles.filter(article => article.uri !== doc.document.uri);
  const rows = others.slice(0, MOST_ARTICLES).map(article => {
    const [line, character] = article.official.mentions;
    const titles = article.official.titles.map(title => escapeMarkdown(title)).join(t(', '));
    return `- ${[article.date ? escapeMarkdown(article.date) : '', titles, link(article.title, article.uri, line ?? 0, character ?? 0)].filter(Boolean).join(' · ')}`;
  });
  if (others.length > rows.length) rows.push(`- ${t('and {0} more', others.length - rows.length)}`);
  const namesakes = people.length - 1;
  return paragraphs([
    here.note ? t('Your notes: {0}', escapeMarkdown(here.note)) : '',
    rows.length > 0 ? `${t('Articles elsewhere in the collection: {0}', others.length)}\n${rows.join('\n')}` : '',
    namesakes > 0 ? t('{0} more of this name with other places or organisations are kept apart.', namesakes) : '',
  ]);
}
