/** One article against its annotation. All comparisons fold script and punctuation width. */
import { diffChars } from 'diff';
import { foldForLookup } from '../../server/src/language/script';
import type { OutlineNode } from '../../server/src/outline/outline';
import type { ParsedArticle } from '../../server/src/service';
import { type AnnotatedArticle, anchorOffset, foldWidth } from './gold';
import { Share, Tally } from './tally';

/** How far from its anchor a directive may begin and still count (UTF-16): a comma or a stray space. */
const STRICT = 2;
/** The same for the lenient figure: another leading clause was taken along or left out. */
const LENIENT = 14;

/** All that is measured on one article; add scores up with `addScores`. */
export interface Score {
  /** Characters that differ from the undamaged text after repair, punctuation width aside. */
  wrongCharacters: number;
  characters: number;
  readonly cuts: Tally;
  readonly directives: Tally;
  readonly directivesLenient: Tally;
  readonly levels: Share;
  readonly parents: Share;
  readonly speakers: Share;
  readonly markers: Share;
  /** Labels of at most 16 characters without a sentence mark at the end. */
  readonly shortLabels: Share;
  /** Characters that label and annotated label share (Dice), summed. */
  readonly labelOverlap: Share;
  readonly attributions: Tally;
  readonly attributionSpeakers: Share;
  readonly counts: Tally;
  readonly sections: Tally;
  readonly chrome: Tally;
  readonly officials: Tally;
  readonly titles: Share;
  readonly roles: Tally;
  readonly slogans: Share;
  readonly expansions: Share;
  readonly meta: Share;
  /** What went wrong, one line each, for reading. */
  readonly notes: string[];
}

export function emptyScore(): Score {
  return {
    wrongCharacters: 0,
    characters: 0,
    cuts: new Tally(),
    directives: new Tally(),
    directivesLenient: new Tally(),
    levels: new Share(),
    parents: new Share(),
    speakers: new Share(),
    markers: new Share(),
    shortLabels: new Share(),
    labelOverlap: new Share(),
    attributions: new Tally(),
    attributionSpeakers: new Share(),
    counts: new Tally(),
    sections: new Tally(),
    chrome: new Tally(),
    officials: new Tally(),
    titles: new Share(),
    roles: new Tally(),
    slogans: new Share(),
    expansions: new Share(),
    meta: new Share(),
    notes: [],
  };
}

/** Adds `other` to `sum` in place. */
export function addScores(sum: Score, other: Score): Score {
  sum.wrongCharacters += other.wrongCharacters;
  sum.characters += other.characters;
  for (const key of [
    'cuts',
    'directives',
    'directivesLenient',
    'attributions',
    'counts',
    'sections',
    'chrome',
    'officials',
    'roles',
  ] as const)
    sum[key].add(other[key]);
  for (const key of [
    'levels',
    'parents',
    'speakers',
    'markers',
    'shortLabels',
    'labelOverlap',
    'attributionSpeakers',
    'titles',
    'slogans',
    'expansions',
    'meta',
  ] as const)
    sum[key].add(other[key]);
  sum.notes.push(...other.notes);
  return sum;
}

/**
 * Measures one parse against the annotation.
 * @param parsed of the damaged text or of the undamaged one: positions are compared in the Reading
 */
export function scoreArticle(article: AnnotatedArticle, parsed: ParsedArticle): Score {
  const score = emptyScore();
  const align = alignment(foldWidth(article.text), foldWidth(parsed.reading.text), score);
  const at = (item: { anchor: string; occurrence?: number }) => {
    const offset = anchorOffset(article.text, item);
    return offset < 0 ? -1 : align(offset);
  };
  const { parts } = article.gold;
  if (!parts || parts.includes('outline')) {
    scoreCuts(article, parsed, at, score);
    scoreDirectives(article, parsed, at, score);
    scoreAttributions(article, parsed, at, score);
    scoreBlocks(article, parsed, score);
  }
  if (!parts || parts.includes('people')) scoreOfficials(article, parsed, score);
  if (!parts || parts.includes('slogans')) scoreSlogans(article, parsed, score);
  return score;
}

/** The way from the undamaged text to the Reading; counts the characters that differ. */
function alignment(gold: string, reading: string, score: Score): (offset: number) => number {
  score.characters += gold.length;
  if (gold === reading) return offset => offset;
  const steps: { gold: number; shift: number }[] = [];
  let goldAt = 0;
  let readingAt = 0;
  let removed = 0;
  let added = 0;
  const flush = () => {
    score.wrongCharacters += Math.max(removed, added);
    removed = added = 0;
  };
  for (const part of diffChars(gold, reading)) {
    if (part.removed) {
      goldAt += part.value.length;
      removed += part.value.length;
      score.notes.push(`lost ${JSON.stringify(part.value)} before ${JSON.stringify(gold.slice(goldAt, goldAt + 8))}`);
    } else if (part.added) {
      readingAt += part.value.length;
      added += part.value.length;
      score.notes.push(`stray ${JSON.stringify(part.value)} before ${JSON.stringify(gold.slice(goldAt, goldAt + 8))}`);
    } else {
      flush();
      steps.push({ gold: goldAt, shift: readingAt - goldAt });
      goldAt += part.value.length;
      readingAt += part.value.length;
    }
  }
  flush();
  return offset => {
    let shift = 0;
    for (const step of steps)
      if (step.gold <= offset) shift = step.shift;
      else break;
    return offset + shift;
  };
}

const CUT_CODES = new Set(['sentence.truncated', 'sentence.missing-text', 'sentence.unbalanced']);

/** Cut lines: a line counts once, whatever number of findings it has. Hints do not count as reports of a cut. */
function scoreCuts(article: AnnotatedArticle, parsed: ParsedArticle, at: (item: { anchor: string }) => number, score: Score): void {
  const lineOf = (offset: number) => parsed.reading.text.slice(0, offset).split('\n').length - 1;
  const lines = parsed.reading.text.split('\n');
  const wanted = new Set(article.gold.truncations.map(cut => lineOf(at(cut))));
  const found = new Set(
    parsed.findings
      .filter(
        finding =>
          CUT_CODES.has(finding.code) &&
          (finding.severity === 'warning' || finding.severity === 'error' || finding.severity === 'information'),
      )
      .map(finding => lineOf(parsed.reading.fromSource(finding.start))),
  );
  for (const line of wanted)
    if (found.has(line)) score.cuts.hit++;
    else {
      score.cuts.missed++;
      score.notes.push(`cut not found: ${lines[line]?.slice(-16)}`);
    }
  for (const line of found)
    if (!wanted.has(line)) {
      score.cuts.extra++;
      score.notes.push(`false cut: ${lines[line]?.slice(-24)}`);
    }
}

function flatten(nodes: readonly OutlineNode[], parent: OutlineNode | null = null): { node: OutlineNode; parent: OutlineNode | null }[] {
  return nodes.flatMap(node => [{ node, parent }, ...flatten(node.children, node.kind === 'directive' ? node : parent)]);
}

const fold = (text: string) => foldForLookup(text).replace(/[\s"'“”‘’.,、:;()（）]/g, '');
/** The organ that issued a notice and the notice itself are one speaker. */
const sameSpeaker = (gold: string, found: string | null) =>
  found !== null && (fold(gold) === fold(found) || (fold(gold) === '通知' && fold(found).endsWith('通知')));

function scoreDirectives(
  article: AnnotatedArticle,
  parsed: ParsedArticle,
  at: (item: { anchor: string; occurrence?: number }) => number,
  score: Score,
): void {
  const found = flatten(parsed.outline.nodes).filter(({ node }) => node.kind === 'directive');
  const gold = article.gold.directives.map(directive => ({ directive, offset: at(directive) }));
  const strict = match(gold, found, STRICT);
  const lenient = match(gold, found, LENIENT);
  count(score.directivesLenient, lenient, gold.length, found.length);
  count(score.directives, strict, gold.length, found.length);
  for (const [goldIndex, foundIndex] of strict) {
    const { directive } = gold[goldIndex]!;
    const { node, parent } = found[foundIndex]!;
    score.levels.count(node.level === directive.level);
    if (node.level !== directive.level) score.notes.push(`level ${node.level} not ${directive.level}: ${directive.anchor}`);
    const goldParent = directive.parent === null ? null : strict.get(directive.parent);
    score.parents.count(directive.parent === null ? parent === null : goldParent !== undefined && found[goldParent!]?.node === parent);
    score.speakers.count(sameSpeaker(directive.speaker, node.speaker));
    if (!sameSpeaker(directive.speaker, node.speaker))
      score.notes.push(`speaker ${node.speaker} not ${directive.speaker}: ${directive.anchor}`);
    score.markers.count(fold(directive.marker ?? '') === fold(node.marker ?? ''));
    score.shortLabels.count(node.name.length <= 16 && !/[。；，！？,;]$/.test(node.name));
    score.labelOverlap.total++;
    score.labelOverlap.right += dice(fold(directive.label), fold(node.name));
  }
  const foundMatched = new Set(strict.values());
  gold.forEach(({ directive }, index) => {
    if (!strict.has(index)) score.notes.push(`directive missed: ${directive.anchor}`);
  });
  found.forEach(({ node }, index) => {
    if (!foundMatched.has(index)) score.notes.push(`false directive: ${parsed.reading.text.slice(node.headStart, node.headStart + 20)}`);
  });

  for (const declared of article.gold.declared_counts) {
    const from = at(declared);
    const to = from + declared.anchor.length;
    const count = parsed.outline.counts.find(c => c.start < to && c.end > from);
    if (count && count.declared === declared.declared && count.found === declared.found) score.counts.hit++;
    else {
      score.counts.missed++;
      score.notes.push(
        `count ${declared.anchor} ${declared.found}/${declared.declared}: ${count ? `${count.found}/${count.declared}` : 'not found'}`,
      );
    }
  }
  for (const count of parsed.outline.counts) {
    const mismatch = count.declared !== count.found;
    const known = article.gold.declared_counts.some(declared => {
      const from = at(declared);
      return count.start < from + declared.anchor.length && count.end > from;
    });
    // A count nobody annotated does harm only where it raises an alarm.
    if (!known && mismatch) {
      score.counts.extra++;
      score.notes.push(`false count ${parsed.reading.text.slice(count.start, count.end)} ${count.found}/${count.declared}`);
    }
  }
}

/** Pairs of indexes (gold, found), nearest first, each used once, no further apart than `tolerance`. */
function match(gold: readonly { offset: number }[], found: readonly { node: OutlineNode }[], tolerance: number): Map<number, number> {
  const pairs: { goldIndex: number; foundIndex: number; distance: number }[] = [];
  gold.forEach(({ offset }, goldIndex) =>
    found.forEach(({ node }, foundIndex) => {
      const distance = Math.abs(node.headStart - offset);
      if (offset >= 0 && distance <= tolerance) pairs.push({ goldIndex, foundIndex, distance });
    }),
  );
  pairs.sort((a, b) => a.distance - b.distance);
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { goldIndex, foundIndex } of pairs) {
    if (matched.has(goldIndex) || used.has(foundIndex)) continue;
    matched.set(goldIndex, foundIndex);
    used.add(foundIndex);
  }
  return matched;
}

function count(tally: Tally, matched: ReadonlyMap<number, number>, gold: number, found: number): void {
  tally.hit += matched.size;
  tally.missed += gold - matched.size;
  tally.extra += found - matched.size;
}

/** Characters that two texts share, each as often as in both, over their mean length. */
function dice(a: string, b: string): number {
  const left = [...b];
  let shared = 0;
  for (const char of a) {
    const index = left.indexOf(char);
    if (index >= 0) {
      left.splice(index, 1);
      shared++;
    }
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}

function scoreAttributions(
  article: AnnotatedArticle,
  parsed: ParsedArticle,
  at: (item: { anchor: string; occurrence?: number }) => number,
  score: Score,
): void {
  const free = new Set(parsed.article.attributions);
  for (const gold of article.gold.attributions) {
    const start = at(gold);
    const end = start + gold.anchor.length;
    // The speaker phrase may or may not include titles, the verb its object (作了 or 作了三点安排): one end decides.
    const found = [...free].find(
      attribution =>
        attribution.start < end &&
        attribution.end > start &&
        (Math.abs(attribution.end - end) <= STRICT || Math.abs(attribution.start - start) <= STRICT),
    );
    if (!found) {
      score.attributions.missed++;
      score.notes.push(`attribution missed: ${gold.anchor}`);
      continue;
    }
    free.delete(found);
    score.attributions.hit++;
    score.attributionSpeakers.count(sameSpeaker(gold.speaker, found.speaker));
    if (!sameSpeaker(gold.speaker, found.speaker)) score.notes.push(`attributed to ${found.speaker} not ${gold.speaker}: ${gold.anchor}`);
  }
  // What reporters, villagers and other bystanders say may be attributed or left out.
  const bystanders = article.gold.others.map(other => fold(other.name));
  for (const attribution of free) {
    if (bystanders.some(name => fold(attribution.speaker).includes(name))) continue;
    score.attributions.extra++;
    score.notes.push(`false attribution: ${parsed.reading.text.slice(attribution.start, attribution.end)}`);
  }
}

function scoreBlocks(article: AnnotatedArticle, parsed: ParsedArticle, score: Score): void {
  const bag = (lines: readonly string[]) => {
    const map = new Map<string, number>();
    for (const line of lines) {
      const key = fold(line);
      if (key !== '') map.set(key, (map.get(key) ?? 0) + 1);
    }
    return map;
  };
  const compare = (tally: Tally, wanted: Map<string, number>, found: Map<string, number>, what: string) => {
    for (const [key, n] of wanted) {
      const both = Math.min(n, found.get(key) ?? 0);
      tally.hit += both;
      tally.missed += n - both;
      if (both < n) score.notes.push(`${what} missed: ${key.slice(0, 24)}`);
    }
    for (const [key, n] of found) {
      const more = n - Math.min(n, wanted.get(key) ?? 0);
      tally.extra += more;
      if (more > 0) score.notes.push(`false ${what}: ${key.slice(0, 24)}`);
    }
  };
  const chrome = parsed.article.blocks
    .filter(block => block.kind === 'chrome')
    .map(block => parsed.reading.text.slice(block.start, block.end));
  compare(score.chrome, bag(article.gold.boilerplate), bag(chrome), 'chrome');
  const sections = flatten(parsed.outline.nodes)
    .filter(({ node }) => node.kind === 'section')
    .map(({ node }) => node.name);
  const stripNumber = (line: string) => fold(line).replace(/^[一二三四五六七八九十\d]+/, '');
  compare(score.sections, bag(article.gold.sections.map(stripNumber)), bag(sections.map(stripNumber)), 'section');
  if (article.gold.title !== null) {
    const right = parsed.article.meta.title !== null && fold(parsed.article.meta.title.text).startsWith(fold(article.gold.title));
    score.meta.count(right);
    if (!right) score.notes.push(`title: ${parsed.article.meta.title?.text ?? 'none'}`);
  }
  if (article.gold.source !== null && foldWidth(article.text).includes(foldWidth(article.gold.source))) {
    const right = parsed.article.meta.source !== null && fold(parsed.article.meta.source.text) === fold(article.gold.source);
    score.meta.count(right);
    if (!right) score.notes.push(`source: ${parsed.article.meta.source?.text ?? 'none'} not ${article.gold.source}`);
  }
  if (article.gold.date !== null && foldWidth(article.text).includes(foldWidth(article.gold.date))) {
    const right = parsed.article.meta.date !== null && dayOf(parsed.article.meta.date.text) === dayOf(article.gold.date);
    score.meta.count(right);
    if (!right) score.notes.push(`date: ${parsed.article.meta.date?.text ?? 'none'} not ${article.gold.date}`);
  }
}

/** The numbers of a date, whatever stands between them. */
const dayOf = (date: string): string =>
  Array.from(fold(date).matchAll(/\d+|[〇零一二三四五六七八九十]+/g), ([number]) => number.replace(/^0+/, '')).join('-');

function scoreOfficials(article: AnnotatedArticle, parsed: ParsedArticle, score: Score): void {
  const gold = new Map(article.gold.officials.map(official => [fold(official.name), official]));
  // Higher leaders who are only mentioned are neither wanted nor wrong.
  const mentioned = new Set(article.gold.others.filter(other => /提及/.test(other.note)).map(other => fold(other.name)));
  const found = new Map(parsed.officials.map(official => [fold(official.name), official]));
  for (const [key, wanted] of gold) {
    const official = found.get(key);
    if (!official) {
      score.officials.missed++;
      score.notes.push(`official missed: ${wanted.name}`);
      continue;
    }
    score.officials.hit++;
    const wantedTitles = new Set(wanted.titles.map(fold));
    const foundTitles = new Set(official.titles.map(fold));
    const right = wantedTitles.size === foundTitles.size && [...wantedTitles].every(title => foundTitles.has(title));
    score.titles.count(right);
    if (!right) score.notes.push(`titles of ${wanted.name}: ${official.titles.join('|') || '-'} not ${wanted.titles.join('|') || '-'}`);
    const wantedRoles = new Set(wanted.roles);
    const foundRoles = new Set(official.roles);
    for (const role of wantedRoles)
      if (foundRoles.has(role)) score.roles.hit++;
      else score.roles.missed++;
    for (const role of foundRoles) if (!wantedRoles.has(role)) score.roles.extra++;
    if ([...wantedRoles].join() !== [...foundRoles].join())
      score.notes.push(`roles of ${wanted.name}: ${official.roles.join('|') || '-'} not ${wanted.roles.join('|')}`);
  }
  for (const [key, official] of found)
    if (!gold.has(key) && !mentioned.has(key)) {
      score.officials.extra++;
      score.notes.push(`false official: ${official.name} ${official.titles.join('|')}`);
    }
}

function scoreSlogans(article: AnnotatedArticle, parsed: ParsedArticle, score: Score): void {
  for (const gold of article.gold.slogans) {
    const slogan =
      parsed.slogans.find(candidate => fold(candidate.text) === fold(gold.text)) ??
      parsed.slogans.find(candidate => candidate.canonical !== null && fold(candidate.canonical) === fold(gold.text));
    score.slogans.count(slogan !== undefined);
    if (!slogan) score.notes.push(`slogan missed: ${gold.text}`);
    if (gold.expansion) {
      const right = slogan?.expansion != null && slogan.expansion.map(fold).join() === gold.expansion.map(fold).join();
      score.expansions.count(right);
      if (!right) score.notes.push(`expansion of ${gold.text}: ${slogan?.expansion?.join('|') ?? '-'} not ${gold.expansion.join('|')}`);
    } else if (slogan?.expansion) {
      score.expansions.count(false);
      score.notes.push(`expansion of ${gold.text} out of nothing: ${slogan.expansion.join('|')}`);
    }
  }
}
