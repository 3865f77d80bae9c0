/** Personal names of an article: what single lines give away, then everywhere the same name stands, then short forms. Reading offsets. */
import { perContent, perContentWith } from '../../base/memo';
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import type { Reading } from '../../reading/reading';
import type { Block, PersonMention } from '../article';
import type { LineText } from '../lines/lineText';
import { isSaidElsewhere } from '../attributions/passedOn';
import { ACTING, MODIFIED_NOUNS, PREDICATES, SAYING } from './lexicon';
import { OPENING } from './beginnings';
import { holdsOffice, judge, type FullSpot } from './evidence';
import { joinParts, learn, learnTitle, takeInManagers, type Known } from './known';
import { NameFinder } from './nameFinder';
import { isHan } from './neighbours';
import { appointing, OFFICE_END, officeBehind, officeInBrackets } from './offices';
import { holderBehind, rightOf } from './right';
import { nameAlone } from './roster';
import { scanLine, type LineScan } from './scan';
import { findSegments, type Segment } from './segments';
import { ShortFormResolver } from './shortFormResolver';
import { scanShortForms, type ShortSpot } from './shortForms';
import type { NamedSpot } from './spot';
import { headStartingAt, HONORIFICS, standingOf, titleEndingAt, wholeTitle } from './titles';
import { userNamesIn } from './userNames';
import { WordIndex } from './wordIndex';

/** What one line gives away by itself. */
interface LinePersons extends LineScan {
  readonly short: readonly ShortSpot[];
}

/** A full or short mention in a line, before standings are settled; offsets into the line. */
type Spot = FullSpot | ShortSpot;

const modified = new WordIndex(MODIFIED_NOUNS);
const predicates = new WordIndex(PREDICATES);
/** Words between two persons who do something together. */
const JOINING = new UnitSet(['与和同及']);
/** Ranks of places, as they stand behind their names. */
const PLACE_LEVELS = new UnitSet(['省市州县区镇乡村']);
/** Words that tell what a person does when they stand right behind the name; 同志 and the like do not. */
const actions = new WordIndex([...SAYING, ...ACTING].filter(word => !HONORIFICS.has(word)));
/** Marks before others who are given the same office. */
const GIVEN_TOO = new UnitSet(['、和及']);
/** How the office follows the name behind a verb that gives or takes it. */
const BEFORE_OFFICE = /^(?:同志)?(?:担任|[为的任])?/;
const LONGEST_CLAUSE = 40;
/** How far behind a name the noun may stand that it modifies. */
const MODIFIER_REACH = 90;

/** Units that make the name before them a part of a longer phrase, not a subject. */
const NO_PREDICATE = new UnitSet(['的等和与及']);
/** Words behind a name that lead to what the person speaks about or does at once (连夜传达会议精神). */
const SPEAKS_ABOUT =
  /(?:同志|先生|女士)?(?:在[^,。;]{1,10}?[上中里])?(?:就|围绕|针对|连夜|当即|随即|立即|迅速|第一时间|带头|逐条|专门|率先)/y;

/** What is told of a leader whom others follow: 习近平总书记高度重视…, 多次作出重要指示. */
const FROM_AFAR =
  /(?:总书记|主席|总理|同志)?(?:始终|历来|一直|十分)?(?:高度重视|非常重视|亲自(?:谋划|部署|指挥|推动|擘画)|多次(?:作出|强调|对))/y;

/** Further persons whose instructions a meeting passes on: 、李强同志的批示. */
const AUTHORS =
  /(?:、[\u3400-\u9fff]{2,16}?){1,6}(?:等)?(?:领导)?(?:同志)?(?:的|在[^,。;]{2,30}的|关于[^,。;]{2,30}的)(?:重要)?(?:批示|指示|讲话|嘱托)/y;

/** Posts of the party without the name of their organisation. */
const PARTY_POSTS = new Set(
  ['党委', '党组', '党总支']
    .flatMap(body => ['书记', '副书记', '委员', '常委', '成员'].map(post => body + post))
    .concat(['纪委书记', '纪委副书记']),
);

/** 市委常委、 常务副市长 */
const BLANK_BETWEEN = /、[ \u3000]+/g;
/** 市　长 */
const LETTERSPACED = /^(.)[ \u3000]+(.)$/;
const UNTITLED = { kind: 'clause', title: null, standing: null } as const;

/** Lines that tell a speech, at the head of an article: its title or the address. */
const SPOKEN = /(?:讲话|致辞|致词|演讲|发言)(?:$|\()|^(?:同志们|各位|女士们|尊敬的|大家好)/;
const HEAD_LINES = 8;

const personsIn = perContentWith(({ folded }: LineText, words: WordList): LinePersons => {
  const { names, doubtful } = scanLine(folded, words);
  return { names, doubtful, short: scanShortForms(folded, words) };
});

/** Looks for known names everywhere. */
class Search {
  /** What was found in a line last, and the number of the finder. */
  readonly #found = perContent((_line: LineText) => ({ finder: 0, spots: [] as readonly Spot[] }));
  /** The names of the article that was read last, for each word list: the next version of it has the same ones as a rule. */
  readonly #finders = new WeakMap<WordList, NameFinder>();

  /** @returns for each segment the places found in it; what they tell of titles is learnt */
  run(segments: readonly Segment[], known: ReadonlyMap<string, Known>, words: WordList): readonly (readonly Spot[])[] {
    const last = this.#finders.get(words);
    const finder = last?.finds(known) ? last : new NameFinder(known, words, last);
    this.#finders.set(words, finder);
    return segments.map(({ content, text }) => {
      const found = this.#spotsIn(content, finder);
      for (const spot of found)
        if (spot.form === 'full' && spot.title) learnTitle(known.get(spot.key)!, text.slice(spot.title.start, spot.title.end));
      return found;
    });
  }

  #spotsIn(line: LineText, finder: NameFinder): readonly Spot[] {
    const found = this.#found(line);
    if (found.finder === finder.number) return found.spots;
    if (found.finder !== finder.before || !isFoundAlike(line, finder))
      found.spots = findSpots(line.folded, personsIn(line, finder.words), finder, finder.words);
    found.finder = finder.number;
    return found.spots;
  }
}

/** Whether the names that are new or gone leave a line as it is. */
function isFoundAlike(line: LineText, { changed, words }: NameFinder): boolean {
  return (
    changed !== null && !changed.some(gone => line.folded.includes(gone) || personsIn(line, words).names.some(({ name }) => name === gone))
  );
}

/** At first sight, and again where the names had to be mended: apart, since a line keeps only what was found in it last. */
const firstSight = new Search();
const secondSight = new Search();

/**
 * @param blocks chrome is passed over, everything else is read line by line
 * @param joinsNext for each block whether its sentence goes on in the next one: names are found across such line breaks
 * @returns mentions sorted by `start`, not overlapping; empty when the text names nobody
 */
export function recognisePersons(
  reading: Reading,
  blocks: readonly Block[],
  words: WordList,
  joinsNext: (index: number) => boolean = () => false,
): PersonMention[] {
  const segments = findSegments(reading, blocks, joinsNext);
  const known = new Map<string, Known>();
  const head = segments.slice(0, HEAD_LINES);
  const spoken = head.some(({ text }) => SPOKEN.test(text.trim()));
  for (const segment of segments)
    for (const spot of personsIn(segment.content, words).names)
      learn(known, spot, segment, standsAlone(segment, spot) ? !spoken : segment.byline);
  if (spoken) learnSpeaker(known, head, words);
  for (const segment of segments)
    for (const spot of personsIn(segment.content, words).doubtful) if (!known.has(spot.name)) learn(known, spot, segment, false, true);
  for (const segment of segments)
    for (const { start, end } of userNamesIn(segment.text)) {
      const key = segment.text.slice(start, end);
      const entry = known.get(key);
      if (entry) {
        entry.standing ??= 'official';
        entry.doubtful = false;
      } else known.set(key, { name: segment.printed(start, end), key, standing: 'official', titles: new Set(), doubtful: false });
    }
  joinParts(known);
  const seen = firstSight.run(segments, known, words);
  const spots = judge(segments, seen, known, words) ? secondSight.run(segments, known, words) : seen;
  takeInManagers(known, chairsIn(segments, spots), besideParty(segments, spots));
  return settle(segments, spots, known);
}

/** A line without the blanks around it. */
const withoutBlanks = perContent(({ folded }: LineText) => folded.trim());

/** True where a name is all that its line holds. */
function standsAlone({ content, text }: Segment, { start, end }: NamedSpot): boolean {
  const whole = withoutBlanks(content);
  return whole.length === end - start && text.startsWith(whole, start);
}

/** Keys of those who chair a meeting. */
function chairsIn(segments: readonly Segment[], spots: readonly (readonly Spot[])[]): ReadonlySet<string> {
  const chairs = new Set<string>();
  segments.forEach(({ text }, i) => {
    for (const spot of spots[i]!) if (spot.form === 'full' && text.startsWith('主持', spot.end)) chairs.add(spot.key);
  });
  return chairs;
}

/** Keys of those behind whom a list goes on with a post of the party alone: 副总经理王海、党委委员李强 are of one house. */
function besideParty(segments: readonly Segment[], spots: readonly (readonly Spot[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  segments.forEach(({ text }, i) => {
    spots[i]!.forEach((spot, at) => {
      const next = spots[i]![at + 1];
      if (spot.form !== 'full' || next?.form !== 'full' || text[spot.end] !== '、' || next.title?.start !== spot.end + 1) return;
      if (PARTY_POSTS.has(text.slice(next.title.start, next.title.end))) found.add(spot.key);
    });
  });
  return found;
}

/** Learns who gives a speech: the name stands on a line of its own at its head, and may be a word as well (萧何). */
function learnSpeaker(known: Map<string, Known>, head: readonly Segment[], words: WordList): void {
  for (const segment of head.slice(1)) {
    const place = personsIn(segment.content, words).names.length === 0 ? nameAlone(segment.text, words) : null;
    if (!place) continue;
    const name = segment.text.slice(place.start, place.end).replace(/[ \u3000]+/g, '');
    learn(known, { ...place, name, title: null, standing: null, acts: false }, segment, false);
  }
}

/** Where the next of some spots begins behind `at`; `from` is the first of them that can. */
function nextAfter(spots: readonly { readonly start: number }[], from: number, at: number): number {
  let i = from;
  while (i < spots.length && spots[i]!.start <= at) i++;
  return i < spots.length ? spots[i]!.start : Infinity;
}

/** Full and short mentions of one line, in order. */
function findSpots(text: string, given: LinePersons, finder: NameFinder, words: WordList): Spot[] {
  const out: Spot[] = [];
  let name = 0;
  let short = 0;
  /** The next place at which a name may begin: up to those that the line gives away only known names matter. */
  const nextFrom = (at: number): number =>
    finder.next(text, at, Math.min(nextAfter(given.names, name, at - 1), nextAfter(given.short, short, at - 1), text.length));
  for (let at = nextFrom(0); at < text.length; at = nextFrom(at + 1)) {
    while (name < given.names.length && given.names[name]!.start < at) name++;
    while (short < given.short.length && given.short[short]!.start < at) short++;
    const named = given.names[name];
    const shortened = given.short[short];
    const spot = named?.start === at && finder.has(named.name) ? named : undefined;
    const abbreviated = shortened?.start === at ? shortened : undefined;
    const full = fullAt(text, at, spot, finder, words);
    if (full) {
      out.push(full);
      at = full.end - 1;
    } else if (abbreviated && !(named && named.start < abbreviated.end)) {
      out.push(abbreviated);
      at = abbreviated.end - 1;
    }
  }
  return out;
}

function fullAt(text: string, at: number, spot: NamedSpot | undefined, finder: NameFinder, words: WordList): FullSpot | null {
  const longer = knownAt(text, at, spot, finder, words);
  const end = longer ?? spot?.end;
  if (end === undefined) return null;
  const place = !spot && isPlace(text, end, words);
  const given = spot && longer === null ? spot.title : titleEndingAt(text, at, words);
  const title = given ?? (place ? null : titleAfter(text, at, end, words));
  return {
    form: 'full',
    start: at,
    end,
    key: longer === null ? spot!.name : text.slice(at, end),
    title: title && { start: title.start, end: title.end },
    acts: (spot?.acts || isSubject(text, at, end, words)) && text[end] !== '、' && !text.startsWith('陪同', end),
    incidental: isIncidental(text, end),
    place,
  };
}

/** True where the name that ends at `end` is that of a place: 贝尔加市, 太麻里乡长王重仁. */
function isPlace(text: string, end: number, words: WordList): boolean {
  if (!PLACE_LEVELS.has(unitAt(text, end))) return false;
  const head = headStartingAt(text, end);
  return head === null || holderBehind(text, end + head.length, words);
}

/** Where the longest known name ends that begins at `at` and goes further than what the line gives away; null when there is none. */
function knownAt(text: string, at: number, spot: NamedSpot | undefined, finder: NameFinder, words: WordList): number | null {
  for (const length of finder.lengths(text.charCodeAt(at)) ?? []) {
    const end = at + length;
    if (end > text.length) continue;
    if (spot && end <= spot.end) return null;
    const name = text.slice(at, end);
    if (finder.has(name) && (spot || (finder.isCommon(name) ? isShown(text, at, end, finder, words) : !insideWord(text, at, end, words))))
      return end;
  }
  return null;
}

/** True where a name that is a word as well can only be the name. */
function isShown(text: string, start: number, end: number, finder: NameFinder, words: WordList): boolean {
  return doesSomething(text, start, end, words) || joinsKnown(text, start, end, finder) || holdsOffice(text, start, words);
}

/** True when a clause begins with the word and goes on as only persons do: 安全强调. */
function doesSomething(text: string, start: number, end: number, words: WordList): boolean {
  return (start === 0 || OPENING.has(text.charCodeAt(start - 1))) && rightOf(text, end, UNTITLED, words).grade > 2;
}

/** True when a clause begins with the word and somebody known is joined to it: 卫国与索科洛夫. */
function joinsKnown(text: string, start: number, end: number, finder: NameFinder): boolean {
  return (
    (start === 0 || OPENING.has(text.charCodeAt(start - 1))) &&
    JOINING.has(unitAt(text, end)) &&
    (finder.lengths(unitAt(text, end + 1))?.some(length => finder.has(text.slice(end + 1, end + 1 + length))) ?? false)
  );
}

/** True when a clause begins with the name, or its title stands before it, and the clause goes on: 厉行登上大坝. */
function isSubject(text: string, start: number, end: number, words: WordList): boolean {
  return (
    (start === 0 || OPENING.has(text.charCodeAt(start - 1)) || holdsOffice(text, start, words)) &&
    isHan(text, end, end + 1) &&
    !NO_PREDICATE.has(text.charCodeAt(end))
  );
}

/** True when the name is part of a longer word: 白云 in 白云山. */
function insideWord(text: string, start: number, end: number, words: WordList): boolean {
  return (
    end - start === 2 && (words.frequency(text.slice(start, end + 1)) > 3 || (start > 0 && words.frequency(text.slice(start - 1, end)) > 3))
  );
}

/** 总书记 of 习近平总书记, 局长 of 张三（市教育局局长）, 任命张三同志为局长; null when no title follows. */
function titleAfter(text: string, start: number, end: number, words: WordList): { start: number; end: number } | null {
  const head = headStartingAt(text, end);
  if (head && head.length > 1 && standingOf(head) === 'official') return { start: end, end: end + head.length };
  if (appointing.endingAt(text, start) && !GIVEN_TOO.has(unitAt(text, end))) {
    const from = end + BEFORE_OFFICE.exec(text.slice(end, end + LONGEST_CLAUSE))![0].length;
    return wholeTitle(text, from, from + text.slice(from, from + LONGEST_CLAUSE).search(OFFICE_END), words);
  }
  return officeBehind(text, end, words) ?? (text[end] === '(' ? officeInBrackets(text, end, words) : null);
}

/** Standings settled, and short forms resolved against what stands before them. */
function settle(segments: readonly Segment[], spots: readonly (readonly Spot[])[], known: ReadonlyMap<string, Known>): PersonMention[] {
  const out: PersonMention[] = [];
  const resolver = new ShortFormResolver([...new Set(known.values())]);
  /** Who acted or spoke last: 他 stands for that person. */
  let actor: Known | null = null;
  segments.forEach((segment, i) => {
    for (const spot of spots[i]!) {
      const start = segment.offset(spot.start);
      const end = segment.endOffset(spot.end);
      const text = segment.printed(spot.start, spot.end);
      if (spot.form === 'full') {
        const person = known.get(spot.key);
        const { title, incidental } = spot;
        if (!person) continue;
        out.push({
          text,
          start,
          end,
          form: 'full',
          title: title && segment.printed(title.start, title.end).replace(BLANK_BETWEEN, '、').replace(LETTERSPACED, '$1$2'),
          titleRange: title && { start: segment.offset(title.start), end: segment.endOffset(title.end) },
          name: person.name,
          standing: person.standing ?? 'official',
          incidental,
        });
        if (spot.acts && !incidental) actor = person;
        continue;
      }
      const who: Known | null = spot.form === 'pronoun' ? actor : resolver.resolve(spot);
      if (!who && spot.form !== 'title') continue;
      const title = spot.form === 'title';
      out.push({
        text,
        start,
        end,
        form: spot.form,
        title: title ? text : null,
        titleRange: title ? { start, end } : null,
        name: who?.name ?? null,
        standing: who?.standing ?? 'official',
        incidental: false,
      });
      if (who) actor = who;
    }
  });
  return out;
}

/** True where the name that ends at `end` only modifies what somebody passes on or carries out: 习近平总书记重要指示, 尹力省长…讲话精神. */
function isIncidental(text: string, end: number): boolean {
  if ((actions.startingAt(text, end)?.length ?? 0) > 1) return false;
  if (isSaidElsewhere(text, end)) return true;
  // 同志在会上就会议精神落实提出要求: what follows is done, not modified.
  if (standsAt(SPEAKS_ABOUT, text, end)) return false;
  if (standsAt(AUTHORS, text, end) || standsAt(FROM_AFAR, text, end)) return true;
  const limit = Math.min(text.length, end + MODIFIER_REACH);
  for (let at = end; at < limit; at++) {
    const char = text[at]!;
    if (char === ',' || char === '。' || char === ';' || (char === '、' && at === end)) return false;
    if (predicates.startingAt(text, at)) return false;
    if (modified.startingAt(text, at)) return true;
  }
  return false;
}
