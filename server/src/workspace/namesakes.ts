/** People of one name kept apart where places or organisations contradict; never merged silently. */
import type { Knowledge } from './knowledge';
import { titlePlaces } from './place';
import type { OfficialSummary } from './summary';

/** One article in which a person appears. */
export interface PersonArticle {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly place: string;
  readonly official: OfficialSummary;
}

/** A person: one name, one place. */
export interface Person {
  /** As printed in the person's first article. */
  readonly name: string;
  readonly key: string;
  /** Where the person's titles or articles place them, folded; empty when they do not tell. */
  readonly place: string;
  /** Titles in the order of the articles' dates, each once, with the date of its first appearance (empty when unknown). */
  readonly titles: readonly { readonly title: string; readonly date: string }[];
  /** Oldest first, undated ones last. */
  readonly articles: readonly PersonArticle[];
  readonly mentions: number;
  /** From the folder's own files; empty when they say nothing. */
  readonly note: string;
}

/** Oldest first, undated last, then by address. */
export function articleOrder(a: { readonly date: string; readonly uri: string }, b: { readonly date: string; readonly uri: string }): number {
  const left = a.date.startsWith('-') || a.date === '' ? '9999' : a.date, right = b.date.startsWith('-') || b.date === '' ? '9999' : b.date;
  return left < right ? -1 : left > right ? 1 : a.uri < b.uri ? -1 : 1;
}

/**
 * Articles go together when the places they give the person agree or at least one gives none while only one place is known for the name.
 * With several places, articles that give none stay a person of their own.
 */
export function splitNamesakes(key: string, articles: readonly PersonArticle[], knowledge: Knowledge): Person[] {
  const groups = new Map<string, PersonArticle[]>();
  for (const article of [...articles].sort(articleOrder)) {
    const place = knowledge.placeOf(key, article.official.titles) ?? placeOf(article);
    const group = groups.get(place);
    if (group) group.push(article); else groups.set(place, [article]);
  }
  const unplaced = groups.get('');
  if (unplaced && groups.size === 2) {
    groups.delete('');
    const [[place, placed]] = groups as unknown as [[string, PersonArticle[]]];
    groups.set(place, [...placed, ...unplaced].sort(articleOrder));
  }
  return [...groups].map(([place, members]) => toPerson(key, place, members, knowledge)).sort((a, b) => b.articles.length - a.articles.length);
}

function placeOf(article: PersonArticle): string {
  for (const title of article.official.titles) {
    const places = titlePlaces(title);
    if (places.length > 0) return places[0]!;
  }
  return article.place;
}

function toPerson(key: string, place: string, articles: readonly PersonArticle[], knowledge: Knowledge): Person {
  const titles: { title: string; date: string }[] = [];
  for (const { official, date } of articles) for (const title of official.titles) if (!titles.some(known => known.title === title)) titles.push({ title, date });
  for (const title of knowledge.titlesOf(key, place)) if (!titles.some(known => known.title === title.title)) titles.push(title);
  return {
    name: articles[0]!.official.name, key, place, titles, articles,
    mentions: articles.reduce((sum, article) => sum + article.official.mentions.length / 4, 0), note: knowledge.noteOf(key, place),
  };
}
