/** The results of all stretches as those of one text. Reading offsets of the whole, findings in its source offsets. */
import type { Finding } from '../base/finding';
import type { Article, Attribution, Block, Paragraph, PersonMention, Sentence } from '../article/article';
import type { DeclaredCount, Outline, OutlineNode } from '../outline/outline';
import type { Official, OfficialMention } from '../people/official';
import type { Reading } from '../reading/reading';
import type { Slogan } from '../slogans/slogan';
import type { PlacedStretch, Stretch } from './stretches';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The article of a text in stretches. What its head says of itself is what its first stretch says. */
export function mergeArticles(reading: Reading, stretches: readonly PlacedStretch[]): Article {
  if (stretches.length === 1) return stretches[0]!.stretch.article;
  const parts = stretches.map(moveArticle);
  const firstPersons = running(parts.map(({ persons }) => persons.length));
  return {
    reading,
    blocks: parts.flatMap(({ blocks }) => blocks),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
    meta: stretches[0]!.stretch.article.meta,
    persons: parts.flatMap(({ persons }) => persons),
    attributions: parts.flatMap(({ attributions }, i) =>
      attributions.map(attribution =>
        attribution.person === null || firstPersons[i] === 0
          ? attribution
          : { ...attribution, person: attribution.person + firstPersons[i]! },
      ),
    ),
  };
}

function moveArticle({ stretch, start: by, line }: PlacedStretch): Omit<Article, 'reading' | 'meta'> {
  const { blocks, paragraphs, persons, attributions } = stretch.article;
  if (by === 0) return { blocks, paragraphs, persons, attributions };
  // Written out, not spread: it runs over the whole text.
  const moveBlock = ({ kind, line: at, start, end, reason, content }: Block): Block => ({
    kind,
    line: at + line,
    start: start + by,
    end: end + by,
    reason,
    content,
  });
  const moveSentence = ({ start, end, terminator }: Sentence): Sentence => ({ start: start + by, end: end + by, terminator });
  return {
    blocks: blocks.map(moveBlock),
    paragraphs: paragraphs.map((paragraph): Paragraph => ({
      blocks: paragraph.blocks.map(moveBlock),
      start: paragraph.start + by,
      end: paragraph.end + by,
      sentences: paragraph.sentences.map(moveSentence),
      words: paragraph.words.moved(by),
    })),
    persons: persons.map(({ text, start, end, form, title, titleRange, name, standing, incidental }): PersonMention => ({
      text,
      start: start + by,
      end: end + by,
      form,
      title,
      titleRange: titleRange && { start: titleRange.start + by, end: titleRange.end + by },
      name,
      standing,
      incidental,
    })),
    attributions: attributions.map(({ speaker, speakerKind, verb, start, end, contentStart, person }): Attribution => ({
      speaker,
      speakerKind,
      verb,
      start: start + by,
      end: end + by,
      contentStart: contentStart + by,
      person,
    })),
  };
}

/** The outline of a text in stretches. */
export function mergeOutlines(stretches: readonly PlacedStretch[]): Outline {
  if (stretches.length === 1) return stretches[0]!.stretch.outline;
  const nodes = stretches.flatMap(({ stretch, start: by }) =>
    by === 0 ? stretch.outline.nodes : stretch.outline.nodes.map(node => moveNode(node, by)),
  );
  return {
    nodes: underTitles(
      nodes,
      ({ kind }) => kind === 'title',
      (title, children) => ({ ...title, end: Math.max(title.end, children.at(-1)!.end), children }),
    ),
    counts: stretches.flatMap(({ stretch, start: by }) =>
      stretch.outline.counts.map(({ start, end, declared, found, items }): DeclaredCount => ({
        start: start + by,
        end: end + by,
        declared,
        found,
        items: items.map(item => moveSpan(item, by)),
      })),
    ),
  };
}

/**
 * Top-level nodes of stretches, one after the other, as those of one outline: what follows
 * under no title of its own belongs to the title before.
 * @param holding the title with these children in place of its own
 */
export function underTitles<T extends { readonly children?: readonly T[] }>(
  nodes: readonly T[],
  isTitle: (node: T) => boolean,
  holding: (title: T, children: T[]) => T,
): T[] {
  const out: T[] = [];
  for (let i = 0; i < nodes.length;) {
    const node = nodes[i++]!;
    const from = i;
    if (isTitle(node)) while (i < nodes.length && !isTitle(nodes[i]!)) i++;
    out.push(i === from ? node : holding(node, [...(node.children ?? []), ...nodes.slice(from, i)]));
  }
  return out;
}

function moveNode(node: OutlineNode, by: number): OutlineNode {
  const { kind, name, detail, start, end, headStart, headEnd, speaker, marker, level, children } = node;
  return {
    kind,
    name,
    detail,
    start: start + by,
    end: end + by,
    headStart: headStart + by,
    headEnd: headEnd + by,
    speaker,
    marker,
    level,
    children: children.map(child => moveNode(child, by)),
  };
}

/** One entry a person over all stretches, in order of first appearance. */
export function mergeOfficials(stretches: readonly PlacedStretch[]): readonly Official[] {
  if (stretches.length === 1) return stretches[0]!.stretch.officials;
  const place = ({ start, end, form }: OfficialMention, by: number): OfficialMention => ({ start: start + by, end: end + by, form });
  return mergeByKey<Official, OfficialMention>(
    stretches,
    stretch => stretch.officials,
    ({ key }) => key,
    place,
    (group, mentions) => ({
      ...group[0]!,
      titles: unique(group.flatMap(({ titles }) => titles)),
      left: unique(group.flatMap(({ left }) => left)).filter(title =>
        group.every(({ titles, left }) => !titles.includes(title) || left.includes(title)),
      ),
      roles: unique(group.flatMap(({ roles }) => roles)),
      mentions,
    }),
  );
}

/** One entry a phrase over all stretches, in order of first appearance. */
export function mergeSlogans(stretches: readonly PlacedStretch[]): readonly Slogan[] {
  if (stretches.length === 1) return stretches[0]!.stretch.slogans;
  return mergeByKey<Slogan, Span>(
    stretches,
    stretch => stretch.slogans,
    ({ canonical, text }) => canonical ?? text,
    moveSpan,
    (group, mentions) => ({
      ...group[0]!,
      expansion: group.find(({ expansion }) => expansion)?.expansion ?? null,
      mentions,
    }),
  );
}

/** Checks of all stretches in source offsets. */
export function mergeChecks(stretches: readonly PlacedStretch[]): readonly Finding[] {
  if (stretches.length === 1) return stretches[0]!.stretch.checks;
  const place = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });
  return stretches.flatMap(({ stretch, sourceStart: by }) =>
    by === 0
      ? stretch.checks
      : stretch.checks.map(check => ({
          ...place(check, by),
          ...(check.related ? { related: check.related.map(spot => place(spot, by)) } : {}),
        })),
  );
}

function mergeByKey<T extends { readonly mentions: readonly M[] }, M extends Span>(
  stretches: readonly PlacedStretch[],
  items: (stretch: Stretch) => readonly T[],
  keyOf: (item: T) => string,
  place: (mention: M, by: number) => M,
  merge: (group: readonly T[], mentions: readonly M[]) => T,
): readonly T[] {
  const groups = new Map<string, { readonly items: T[]; readonly mentions: M[] }>();
  for (const { stretch, start } of stretches) {
    for (const item of items(stretch)) {
      const key = keyOf(item);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { items: [], mentions: [] }));
      group.items.push(item);
      for (const mention of item.mentions) group.mentions.push(place(mention, start));
    }
  }
  return [...groups.values()].map(group => merge(group.items, group.mentions));
}

function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function running(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map(count => (sum += count) - count);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
