/** The officials and set phrases of all articles of a workspace. Holds summaries, never texts; knows neither files nor a connection. */
import { articleOrder, splitNamesakes, type Person, type PersonArticle } from './namesakes';
import { NO_KNOWLEDGE, type Knowledge } from './knowledge';
import { mentionCount, type ArticleSummary, type OfficialSummary, type SloganSummary } from './summary';

/** An article in which a phrase stands. */
export interface SloganArticle {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly slogan: SloganSummary;
}

/** A set phrase with all articles it stands in. */
export interface SloganRecord {
  readonly key: string;
  /** Canonical form, else as first printed. */
  readonly text: string;
  readonly field: string;
  readonly count: number;
  readonly articles: readonly SloganArticle[];
}

/** The summaries of all articles, with an index by name and by phrase. */
export class Collection {
  readonly #articles = new Map<string, ArticleSummary>();
  /** Folded name, then address of the article. */
  readonly #officials = new Map<string, Map<string, OfficialSummary>>();
  readonly #slogans = new Map<string, Map<string, SloganSummary>>();
  #knowledge: Knowledge = NO_KNOWLEDGE;
  #revision = 0;

  /** Grows with every change, so that whoever shows the collection can tell whether it is out of date. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#articles.size;
  }

  /** What the folder's own files add and correct. */
  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  setKnowledge(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    this.#revision++;
  }

  /** The summary of an article; undefined when it is not in the collection. */
  get(uri: string): ArticleSummary | undefined {
    return this.#articles.get(uri);
  }

  articles(): IterableIterator<ArticleSummary> {
    return this.#articles.values();
  }

  uris(): IterableIterator<string> {
    return this.#articles.keys();
  }

  /** Adds an article or puts a new version in place of the old one. */
  set(summary: ArticleSummary): void {
    if (this.#articles.get(summary.uri) === summary) return;
    this.#remove(summary.uri);
    this.#articles.set(summary.uri, summary);
    for (const official of summary.officials) put(this.#officials, official.key, summary.uri, official);
    for (const slogan of summary.slogans) put(this.#slogans, slogan.key, summary.uri, slogan);
    this.#revision++;
  }

  /** @returns false when the article was not in the collection */
  delete(uri: string): boolean {
    const known = this.#remove(uri);
    if (known) this.#revision++;
    return known;
  }

  /** Folded names of all officials. */
  names(): IterableIterator<string> {
    return this.#officials.keys();
  }

  /**
   * The persons who bear a name, those with most articles first; empty when nobody does. Names are folded.
   * @param also an article that is not in the collection yet, to find out which of them it means
   */
  peopleNamed(key: string, also?: PersonArticle): readonly Person[] {
    const entries = this.#officials.get(key);
    if (!entries) return [];
    const articles: PersonArticle[] = [
      ...(also && !entries.has(also.uri) ? [also] : []),
      ...[...entries].map(([uri, official]) => {
        const { title, date, place } = this.#articles.get(uri)!;
        return { uri, title, date, place, official };
      }),
    ];
    return splitNamesakes(key, articles, this.#knowledge);
  }

  /** Articles with a phrase, oldest first; empty when there is none. `key` as of `sloganKey`. */
  articlesWith(key: string): readonly SloganArticle[] {
    const entries = this.#slogans.get(key);
    if (!entries) return [];
    return [...entries]
      .map(([uri, slogan]) => {
        const { title, date } = this.#articles.get(uri)!;
        return { uri, title, date, slogan };
      })
      .sort(articleOrder);
  }

  /** All set phrases, most frequent first. */
  slogans(): SloganRecord[] {
    return [...this.#slogans.keys()]
      .map(key => {
        const articles = this.articlesWith(key);
        const first = articles[0]!.slogan;
        return {
          key,
          text: first.canonical ?? first.text,
          field: first.field,
          count: articles.reduce((sum, article) => sum + mentionCount(article.slogan.mentions), 0),
          articles,
        };
      })
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  }

  #remove(uri: string): boolean {
    const summary = this.#articles.get(uri);
    if (!summary) return false;
    this.#articles.delete(uri);
    for (const official of summary.officials) take(this.#officials, official.key, uri);
    for (const slogan of summary.slogans) take(this.#slogans, slogan.key, uri);
    return true;
  }
}

function put<T>(map: Map<string, Map<string, T>>, key: string, uri: string, value: T): void {
  const entries = map.get(key);
  if (entries) entries.set(uri, value);
  else map.set(key, new Map([[uri, value]]));
}

function take<T>(map: Map<string, Map<string, T>>, key: string, uri: string): void {
  const entries = map.get(key);
  entries?.delete(uri);
  if (entries?.size === 0) map.delete(key);
}
