/** Floor 5: the outline of an article as a tree. Reading offsets. */
import type { Article, Attribution } from '../article/article';
import { isClauseMark } from '../article/characters';
import { wordsEnd, wordsStart } from '../article/lines/margins';
import { perContent } from '../base/memo';
import { drained } from '../base/pieces';
import type { Language } from '../language/language';
import { findCounts } from './counts';
import { findDirectives, type FoundDirective, type Section } from './directives/directives';
import { labelOf } from './labels';
import { placeDirectives, type Placed } from './levels';
import type { Outline, OutlineNode } from './outline';
import { scan } from './orders/signs';
import type { Wording } from './directives/wording';

/** A node under construction: children and its range still change. */
interface Growing extends Omit<OutlineNode, 'children' | 'start' | 'end'> {
  start: number;
  end: number;
  children: Growing[];
}

/**
 * Title, sections, speakers, attributions and directives. Every child lies within its parent, siblings do not overlap, and every
 * head lies within its node. Words that an earlier version had too are not read again.
 */
export function buildOutline(article: Article, language: Language): Outline {
  return drained(outlineInPieces(article, language));
}

/** The same in pieces. */
export function* outlineInPieces(article: Article, language: Language): Generator<void, Outline> {
  // Makes the tables of the signs, which right after the start takes as long as the rest.
  scan('');
  yield;
  const { directives, sections } = findDirectives(article, language);
  yield;
  const placed = placeDirectives(directives);
  const nodes = new Tree(article, language).grow(directives, placed, sections);
  yield;
  return { nodes, counts: findCounts(article, directives, placed) };
}

/** How deep the kinds stand that hold others. */
const DEPTH = { title: 0, section: 1, speaker: 2, attribution: 3 } as const;

class Tree {
  readonly #article: Article;
  readonly #language: Language;
  readonly #roots: Growing[] = [];
  #titleByName: Map<string, string> | undefined;
  /**
   * The open nodes by their depth; null where a page has none of the kind. The next node goes into the innermost one above its own depth.
   */
  readonly #open: (Growing | null)[] = [];

  constructor(article: Article, language: Language) {
    this.#article = article;
    this.#language = language;
  }

  grow(directives: readonly FoundDirective[], placed: readonly Placed[], sections: readonly Section[]): readonly OutlineNode[] {
    const { attributions } = this.#article;
    this.#openTitle();
    const nodes: (Growing | null)[] = [];
    let a = 0;
    let s = 0;
    const before = (limit: number): void => {
      for (;;) {
        const attribution = attributions[a];
        const section = sections[s];
        const nextAttribution = attribution ? attribution.start : Infinity;
        const nextSection = section ? section.start : Infinity;
        if (Math.min(nextAttribution, nextSection) >= limit) return;
        if (nextSection <= nextAttribution) {
          this.#openSection(section!);
          s++;
        } else {
          this.#openAttribution(attribution!);
          a++;
        }
      }
    };
    directives.forEach((directive, i) => {
      before(Math.max(directive.start, directive.attribution >= 0 ? attributions[directive.attribution]!.end : 0));
      const place = placed[i]!;
      const parent = place.parent === null ? null : (nodes[place.parent] ?? null);
      nodes.push(this.#addDirective(directive, place, parent));
    });
    before(Infinity);
    this.#closeTitle();
    this.#roots.forEach(finish);
    return this.#roots;
  }

  #openTitle(): void {
    const { title } = this.#article.meta;
    if (!title) return;
    this.#enter(this.#node('title', shortened(title.text, 60), '', title.start, title.end, title.start, title.end, null), DEPTH.title);
  }

  #closeTitle(): void {
    const last = this.#article.paragraphs.at(-1);
    const title = this.#open[DEPTH.title];
    if (title && last) title.end = Math.max(title.end, last.end);
  }

  #openSection({ start, end }: Section): void {
    const { text } = this.#article.reading;
    const from = wordsStart(text, start, end);
    const to = wordsEnd(text, from, end);
    this.#enter(this.#node('section', shortened(text.slice(from, to), 40), '', from, to, from, to, null), DEPTH.section);
  }

  #openAttribution(attribution: Attribution): void {
    const { speaker, verb, start, end } = attribution;
    if (this.#open[DEPTH.speaker]?.speaker !== speaker) {
      const titles = this.#titlesOf(attribution);
      this.#enter(
        this.#node('speaker', shortened(speaker, 40), titles, start, end, start, this.#nameEnd(attribution), speaker),
        DEPTH.speaker,
      );
    }
    const words = /^[:：】\]]$/.test(verb) ? this.#firstWords(attribution) : verb;
    this.#enter(this.#node('attribution', words, '', start, end, start, end, speaker), DEPTH.attribution);
    const title = this.#open[DEPTH.title];
    if (title && start < title.headEnd) this.#close(DEPTH.speaker);
  }

  #addDirective(directive: FoundDirective, place: Placed, parent: Growing | null): Growing {
    const { start, end, headEnd, wording } = directive;
    const { modal, enumerator, parallel } = wording;
    const marker = enumerator
      ? enumerator.text.replace(/[，,。：:\s]$/, '')
      : parallel && parallel.text.length > 0 && parallel.key !== '要再'
        ? parallel.text
        : modal;
    const name = (names(wording).name ??= labelOf(wording, this.#language.words));
    if (directive.attribution < 0) this.#openDocumentSpeaker(directive);
    const node = this.#node('directive', name, marker ?? '', start, end, start, headEnd, directive.speaker, marker, place.level);
    const attributed = directive.attribution >= 0 ? this.#open[DEPTH.attribution] : undefined;
    const spoken = directive.speaker !== null && directive.attribution < 0 ? DEPTH.attribution : DEPTH.speaker;
    this.#place(node, parent ?? attributed ?? this.#above(spoken));
    return node;
  }

  /** Where the document itself speaks, one speaker node per section holds its directives. */
  #openDocumentSpeaker({ speaker, start, end }: FoundDirective): void {
    if (speaker === null) return;
    const goesOn = this.#open[DEPTH.speaker]?.speaker === speaker && !this.#open[DEPTH.attribution];
    if (!goesOn) this.#enter(this.#node('speaker', speaker, '', start, end, start, start, speaker), DEPTH.speaker);
  }

  /** Opens a node at its depth, which closes what was open there and below. */
  #enter(node: Growing, depth: number): void {
    this.#close(depth);
    this.#place(node, this.#above(depth));
    while (this.#open.length < depth) this.#open.push(null);
    this.#open.push(node);
  }

  #close(depth: number): void {
    if (this.#open.length > depth) this.#open.length = depth;
  }

  /** The innermost open node above a depth; null where there is none. */
  #above(depth: number): Growing | null {
    for (let i = Math.min(depth, this.#open.length) - 1; i >= 0; i--) if (this.#open[i]) return this.#open[i]!;
    return null;
  }

  #node(
    kind: OutlineNode['kind'],
    name: string,
    detail: string,
    start: number,
    end: number,
    headStart: number,
    nodeHeadEnd: number,
    speaker: string | null,
    marker: string | null = null,
    level = 0,
  ): Growing {
    return {
      kind,
      name,
      detail,
      start,
      end,
      headStart,
      headEnd: Math.min(Math.max(nodeHeadEnd, headStart), Math.max(end, headStart)),
      speaker,
      marker,
      level,
      children: [],
    };
  }

  /** Puts a node under `parent` (or at the top) and lets everything around it grow to hold it. */
  #place(node: Growing, parent: Growing | null): void {
    (parent ? parent.children : this.#roots).push(node);
  }

  #nameEnd({ person, start, end }: Attribution): number {
    const mention = person === null ? undefined : this.#article.persons[person];
    return mention && mention.start >= start && mention.end <= end ? mention.end : end;
  }

  #titlesOf({ person, speaker }: Attribution): string {
    if (person === null) return '';
    const own = this.#article.persons[person]!.title;
    return own ?? this.#titles().get(speaker) ?? '';
  }

  /** The first title that stands beside each name. */
  #titles(): ReadonlyMap<string, string> {
    if (!this.#titleByName) {
      this.#titleByName = new Map();
      for (const { name, title } of this.#article.persons)
        if (name !== null && title !== null && !this.#titleByName.has(name)) this.#titleByName.set(name, title);
    }
    return this.#titleByName;
  }

  #firstWords({ contentStart, speaker }: Attribution): string {
    const { text } = this.#article.reading;
    let end = contentStart;
    while (end < text.length && end - contentStart < 16 && !isClauseMark(text.charCodeAt(end))) end++;
    return text.slice(contentStart, end).trim() || speaker;
  }
}

/** Names by the words of a directive; kept with them. */
const names = perContent((_wording: Wording) => ({ name: null as string | null }));

/**
 * Makes a node and all below it as they stay: without attributions on which nothing hangs, unless their speaker would vanish, and without a
 * speaker in the title who speaks below; parents reach from the beginning of their first child to the end of their last. In place, since it
 * runs over the whole tree at each keystroke.
 */
function finish(node: Growing): void {
  const { children } = node;
  if (children.length === 0) return;
  children.forEach(finish);
  // Most hold nothing but directives.
  if (children.some(({ kind }) => kind === 'attribution' || kind === 'speaker')) node.children = withoutVain(children);
  for (const child of node.children) {
    node.start = Math.min(node.start, child.start);
    node.end = Math.max(node.end, child.end);
  }
}

/** @returns the list itself where nothing is left out */
function withoutVain(children: Growing[]): Growing[] {
  const spoken = children.some(child => child.kind === 'attribution' && !isBare(child));
  const isVain = (child: Growing): boolean =>
    (spoken && isBare(child)) ||
    (child.kind === 'speaker' &&
      child.children.every(isBare) &&
      children.some(other => other !== child && other.kind === 'speaker' && other.speaker === child.speaker));
  return children.some(isVain) ? children.filter(child => !isVain(child)) : children;
}

/** An attribution on which nothing hangs. */
const isBare = ({ kind, children }: OutlineNode): boolean => kind === 'attribution' && children.length === 0;

function shortened(text: string, limit: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > limit ? `${plain.slice(0, limit - 1)}…` : plain;
}
