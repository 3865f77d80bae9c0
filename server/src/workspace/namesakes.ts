/** Tells people of one name apart: those whose places or organisations contradict each other are not merged. */
import { foldForLookup } from '../language/script';
import type { Knowledge } from './knowledge';
import { isFromAbove, organisationOf, titlePlaces } from './place';
import { mentionCount, type OfficialSummary } from './summary';

/** One article in which a person appears. */
export interface PersonArticle {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly place: string;
  readonly official: OfficialSummary;
}

/** A title of a person over several articles. */
export interface PersonTitle {
  readonly title: string;
  /** Date of the first article that prints it, or from which the user's files have it; may be empty. */
  readonly date: string;
  /** Date of the article in which the person leaves the office, or of the user's files, possibly empty; absent while neither says so. */
  readonly left?: string;
}

/** A person: one name, one place. */
export interface Person {
  /** As most articles print it, the latest of several such spellings. */
  readonly name: string;
  readonly key: string;
  /** Where the person's titles or articles place them, folded; empty when they do not tell. */
  readonly place: string;
  /** Titles in the order of the articles' dates, each once whatever the script, spelled as most articles do, with the date of its first appearance (empty when unknown). */
  readonly titles: readonly PersonTitle[];
  /** Oldest first, undated ones last. */
  readonly articles: readonly PersonArticle[];
  readonly mentions: number;
  /** From the folder's own files; empty when they say nothing. */
  readonly note: string;
}

/** Oldest first, undated last, then by address. */
export function articleOrder(
  a: { readonly date: string; readonly uri: string },
  b: { readonly date: string; readonly uri: string },
): number {
  const left = a.date.startsWith('-') || a.date === '' ? '9999' : a.date;
  const right = b.date.startsWith('-') || b.date === '' ? '9999' : b.date;
  return left < right ? -1 : left > right ? 1 : a.uri < b.uri ? -1 : 1;
}

/** Articles of one name whose places belong together. */
interface PlacedArticles {
  readonly places: Set<string>;
  readonly articles: PersonArticle[];
}

/**
 * Articles speak of one person when they place the person in the same place, or when one of them names the places of both: who was
 * 平原县委书记 and is 青港市副市长 is told so once. Articles that give no place join the others where only one person is known by the name;
 * where several are, they stay a person of their own. In one place, nobody works for two bureaus within a month.
 */
export function splitNamesakes(key: string, articles: readonly PersonArticle[], knowledge: Knowledge): Person[] {
  /** By each of its places. */
  const groups = new Map<string, PlacedArticles>();
  const unplaced: PersonArticle[] = [];
  for (const article of [...articles].sort(articleOrder)) {
    const known = knowledge.placeOf(key, article.official.titles);
    const places = known === null ? placesOf(article) : [known];
    if (places.length === 0) {
      unplaced.push(article);
      continue;
    }
    const [own, ...others] = new Set(places.flatMap(place => groups.get(place) ?? []));
    const group = own ?? { places: new Set<string>(), articles: [] };
    for (const other of others) {
      for (const place of other.places) group.places.add(place);
      for (const earlier of other.articles) group.articles.push(earlier);
    }
    for (const place of places) group.places.add(place);
    for (const place of group.places) groups.set(place, group);
    group.articles.push(article);
  }
  const placed = [...new Set(groups.values())];
  if (placed.length === 1) for (const article of unplaced) placed[0]!.articles.push(article);
  else if (unplaced.length > 0) placed.push({ places: new Set(['']), articles: unplaced });
  return placed
    .flatMap(group =>
      byOrganisation(group.articles.sort(articleOrder)).map(same => toPerson(key, usualPlace(same, group.places), same, knowledge)),
    )
    .sort((a, b) => b.articles.length - a.articles.length);
}

/** Articles of one place, in order of date, apart where their organisations contradict. */
function byOrganisation(articles: readonly PersonArticle[]): PersonArticle[][] {
  const people: { readonly articles: PersonArticle[]; readonly works: Work[] }[] = [];
  for (const article of articles) {
    const work = workOf(article);
    const same = people.find(({ works }) => !works.some(other => contradict(other, work)));
    // An article that names no bureau contradicts nothing.
    const told = work.organisations.length > 0 ? [work] : [];
    if (same) {
      same.articles.push(article);
      same.works.push(...told);
    } else people.push({ articles: [article], works: told });
  }
  return people.map(person => person.articles);
}

/** When somebody worked for which organisations. */
interface Work {
  /** Days since 1970; NaN when the article has no full date. */
  readonly day: number;
  /** Empty when the article names none. */
  readonly organisations: readonly string[];
}

/** Nobody belongs to two of these organisations at a time; offices in committees and governments are held beside others. */
const BUREAU = /(?:局|厅|院|处|署|公司|集团|学校|大学|中学|小学|医院|银行|中心|海关|支队|[镇乡]政府|街道)$/;
/** Nobody changes office twice within this many days. */
const MONTH = 30;

function workOf({ date, official }: PersonArticle): Work {
  const organisations = official.titles
    .flatMap(title => title.split('、'))
    .map(organisationOf)
    .filter(Boolean);
  return {
    day: /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) / 86_400_000 : NaN,
    organisations: organisations.every(name => BUREAU.test(name)) ? organisations : [],
  };
}

function contradict(a: Work, b: Work): boolean {
  if (b.organisations.length === 0 || !(Math.abs(a.day - b.day) <= MONTH)) return false;
  return !a.organisations.some(name => b.organisations.some(other => name.includes(other) || other.includes(name)));
}

/**
 * The places where an article says that the person is in office: 平原县 of 东海省青港市平原县委书记;
 * else its own place, unless the office is above it.
 */
function placesOf({ official, place }: PersonArticle): string[] {
  const places = official.titles.flatMap(title => title.split('、')).flatMap(title => titlePlaces(title).slice(-1));
  if (places.length > 0) return [...new Set(places)];
  return place === '' || official.titles.some(title => isFromAbove(title, place)) ? [] : [place];
}

/** Of a person's places the one that most articles name, the earliest of several. */
function usualPlace(articles: readonly PersonArticle[], places: ReadonlySet<string>): string {
  const counts = new Map<string, number>([...places].map(place => [place, 0]));
  for (const article of articles) for (const place of placesOf(article)) if (counts.has(place)) counts.set(place, counts.get(place)! + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function toPerson(key: string, place: string, articles: readonly PersonArticle[], knowledge: Knowledge): Person {
  /** By their folded form: 副市長 is 副市长. */
  const titles = new Map<string, PersonTitle>();
  const spellings = usualSpellings(articles.flatMap(({ official }) => official.titles));
  for (const { official, date } of articles)
    for (const printed of official.titles) {
      const folded = foldForLookup(printed);
      const known = titles.get(folded);
      const title = spellings.get(folded)!;
      // Who takes up again an office that was left holds it.
      if (official.left?.includes(printed)) titles.set(folded, { title, date: known?.date ?? '', left: date });
      else if (!known || known.left !== undefined) titles.set(folded, { title, date: known?.date || date });
    }
  for (const told of knowledge.titlesOf(key, place)) {
    const { title, date, left } = told;
    const folded = foldForLookup(title);
    const known = titles.get(folded);
    // What the folder's own file tells corrects what its articles do.
    titles.set(folded, known ? { ...known, title, date: date || known.date, ...(left === undefined ? {} : { left }) } : told);
  }
  return {
    name: usualSpellings(articles.map(({ official }) => official.name)).get(key)!,
    key,
    place,
    titles: [...titles.values()],
    articles,
    mentions: articles.reduce((sum, article) => sum + mentionCount(article.official.mentions), 0),
    note: knowledge.noteOf(key, place),
  };
}

/** For each folded text the spelling that stands most often in the list, the last of several. */
function usualSpellings(printed: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const usual = new Map<string, string>();
  for (const text of printed) {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    const folded = foldForLookup(text);
    if (count >= (counts.get(usual.get(folded) ?? text) ?? 0)) usual.set(folded, text);
  }
  return usual;
}
