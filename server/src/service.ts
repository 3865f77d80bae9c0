/** Floor 7: parse once, ask many times. No connection, no file system, no editor. */
import type { Finding, FindingCode, Severity, Proof } from './base/finding';
import type { Article } from './article/article';
import { parseArticle } from './article/parse';
import type { Language } from './language/language';
import { buildOutline } from './outline/build';
import { checkOutline } from './outline/check';
import type { Outline } from './outline/outline';
import type { Official } from './people/official';
import { findOfficials } from './people/officials';
import { readSource } from './reading/read';
import type { Reading } from './reading/reading';
import { checkSentences } from './sentences/check';
import { findSlogans } from './slogans/find';
import type { Slogan } from './slogans/slogan';

/** The settings that the editor and the command line share. */
export interface ArticleSettings {
  /** Per code: a severity, or `off`. Codes that are not named keep their own severity. */
  readonly rules: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  readonly accept: Proof;
}

/** Every rule at its own severity; proven and likely repairs are taken. */
export const DEFAULT_SETTINGS: ArticleSettings = { rules: {}, accept: 'likely' };

/**
 * All that is known of one version of one text. Every part is computed when first asked for and kept;
 * results in source offsets are `findings`, everything else is in Reading offsets (convert with `reading.toSourceRange`).
 */
export interface ParsedArticle {
  readonly source: string;
  readonly settings: ArticleSettings;
  readonly reading: Reading;
  readonly article: Article;
  readonly outline: Outline;
  readonly officials: readonly Official[];
  readonly slogans: readonly Slogan[];
  /** Damage, sentences and outline checks under the settings, sorted by `start`. Source offsets. */
  readonly findings: readonly Finding[];
}

export interface ArticleService {
  /**
   * @param previous the parse of an earlier version of the same text: what did not change is taken over
   */
  parse(source: string, settings?: ArticleSettings, previous?: ParsedArticle): ParsedArticle;
}

/** The service over one opened `Language`. Stateless between calls: all reuse goes through `previous`. */
export function createArticleService(language: Language): ArticleService {
  return {
    parse: (source, settings = DEFAULT_SETTINGS, previous) => {
      const earlier = previous instanceof LazyArticle ? previous.parts : undefined;
      if (previous && earlier && previous.source === source && sameSettings(previous.settings, settings)) return previous;
      return new LazyArticle(source, settings, language, earlier);
    },
  };
}

/** The parts of the latest version that were computed: what a later parse may build on. */
interface Parts {
  reading?: Reading;
  article?: Article;
  outline?: Outline;
}

class LazyArticle implements ParsedArticle {
  readonly source: string;
  readonly settings: ArticleSettings;
  readonly #language: Language;
  /** Parts of earlier versions; each is dropped once this version has its own, so that no chain of versions is kept alive. */
  readonly #earlier: Parts;
  readonly #own: Parts = {};
  #officials: readonly Official[] | undefined;
  #slogans: readonly Slogan[] | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(source: string, settings: ArticleSettings, language: Language, earlier: Parts = {}) {
    this.source = source;
    this.settings = settings;
    this.#language = language;
    this.#earlier = { ...earlier };
  }

  /** The newest version of each part, be it this article's or an earlier one's. */
  get parts(): Parts {
    return { ...this.#earlier, ...this.#own };
  }

  get reading(): Reading {
    return this.#part('reading', earlier => readSource(this.source, this.#language, { accept: this.settings.accept }, earlier));
  }

  get article(): Article {
    return this.#part('article', earlier => parseArticle(this.reading, this.#language, earlier));
  }

  get outline(): Outline {
    return this.#part('outline', earlier => buildOutline(this.article, this.#language, earlier));
  }

  get officials(): readonly Official[] {
    return (this.#officials ??= findOfficials(this.article));
  }

  get slogans(): readonly Slogan[] {
    return (this.#slogans ??= findSlogans(this.article, this.#language));
  }

  get findings(): readonly Finding[] {
    return (this.#findings ??= applyRules(this.settings, [
      this.reading.findings,
      checkSentences(this.article, this.#language),
      checkOutline(this.outline, this.article),
    ]));
  }

  #part<K extends keyof Parts>(key: K, build: (earlier: Parts[K]) => NonNullable<Parts[K]>): NonNullable<Parts[K]> {
    const known = this.#own[key];
    if (known) return known;
    const built = build(this.#earlier[key]);
    delete this.#earlier[key];
    return (this.#own[key] = built);
  }
}

/** All findings sorted by where they stand, at the severities the settings ask for, without those that are off. Faded spots stay hints. */
function applyRules(settings: ArticleSettings, groups: readonly (readonly Finding[])[]): readonly Finding[] {
  const out: Finding[] = [];
  for (const group of groups) {
    for (const finding of group) {
      const severity = settings.rules[finding.code];
      if (severity === 'off') continue;
      out.push(severity && severity !== finding.severity && !(finding.unnecessary && finding.severity === 'hint') ? { ...finding, severity } : finding);
    }
  }
  return out.sort((a, b) => a.start - b.start || a.end - b.end);
}

function sameSettings(a: ArticleSettings, b: ArticleSettings): boolean {
  return a === b || (a.accept === b.accept && JSON.stringify(a.rules) === JSON.stringify(b.rules));
}
