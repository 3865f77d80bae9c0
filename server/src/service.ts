/** Floor 7: parse once, ask many times. No connection, no file system, no editor. */
import type { Finding, FindingCode, Severity, Proof } from './base/finding';
import type { Article } from './article/article';
import { loadTables, type Language } from './language/language';
import type { Outline } from './outline/outline';
import type { Official } from './people/official';
import { readInPieces, readSource } from './reading/read';
import type { Reading } from './reading/reading';
import { mergeArticles, mergeChecks, mergeOfficials, mergeOutlines, mergeSlogans, underTitles } from './service/merge';
import { stretchesOf, type PlacedStretch } from './service/stretches';
import type { Slogan } from './slogans/slogan';
import type { ArticleContent } from './workspace/content';

export { underTitles, type PlacedStretch };

/** The settings that the editor and the command line share. */
export interface ArticleSettings {
  /** Per code: a severity, or `off`. Codes that are not named keep their own severity. */
  readonly rules: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  readonly accept: Proof;
}

/** What a caller needs: findings and the outline can be computed without the set phrases. */
export type Part = 'findings' | 'everything';

/** Every rule at its own severity; proven and likely repairs are taken. */
export const DEFAULT_SETTINGS: ArticleSettings = { rules: {}, accept: 'likely' };

/**
 * All that is known of one version of one text. Every part is computed when first asked for and kept;
 * results in source offsets are `findings`, everything else is in Reading offsets (convert with `reading.toSourceRange`).
 */
export interface ParsedArticle extends ArticleContent {
  readonly settings: ArticleSettings;
  /**
   * What a long text is kept in, in order: after an edit nearly all of them are the same objects,
   * so what is made of them can be kept with them.
   */
  readonly stretches: readonly PlacedStretch[];
  /** Damage, sentences and outline checks under the settings, sorted by `start`. Source offsets. */
  readonly findings: readonly Finding[];
  /** Computes everything, or what a part needs, in pieces, so that whoever must not block can do other things between them. */
  prepare(part?: Part): Generator<void, void>;
}

/** Makes parsed articles of texts: the one door to all floors above the language. */
export interface ArticleService {
  /**
   * Parses a text; the work is done when results are first asked for.
   * @param previous the parse of an earlier version of the same text: what did not change is taken over
   */
  parse(source: string, settings?: ArticleSettings, previous?: ParsedArticle): ParsedArticle;
}

/** The service over one opened `Language`. Stateless between calls: all reuse goes through `previous`. */
export function createArticleService(language: Language): ArticleService {
  return {
    parse: (source, settings = DEFAULT_SETTINGS, previous) => {
      const earlier = previous instanceof LazyArticle ? previous : undefined;
      if (earlier && earlier.source === source && sameSettings(earlier.settings, settings)) return earlier;
      return new LazyArticle(source, settings, language, earlier);
    },
  };
}

class LazyArticle implements ParsedArticle {
  readonly source: string;
  readonly settings: ArticleSettings;
  readonly #language: Language;
  /** What an earlier version has computed; dropped once this version has its own, so that no chain of versions is kept alive. */
  #earlier: { reading?: Reading; stretches?: readonly PlacedStretch[] };
  #reading: Reading | undefined;
  #stretches: readonly PlacedStretch[] | undefined;
  #article: Article | undefined;
  #outline: Outline | undefined;
  #officials: readonly Official[] | undefined;
  #slogans: readonly Slogan[] | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(source: string, settings: ArticleSettings, language: Language, earlier?: LazyArticle) {
    this.source = source;
    this.settings = settings;
    this.#language = language;
    this.#earlier = earlier
      ? { reading: earlier.#reading ?? earlier.#earlier.reading, stretches: earlier.#stretches ?? earlier.#earlier.stretches }
      : {};
  }

  get reading(): Reading {
    if (!this.#reading) {
      this.#reading = readSource(this.source, this.#language, { accept: this.settings.accept }, this.#earlier.reading);
      this.#earlier = { stretches: this.#earlier.stretches };
    }
    return this.#reading;
  }

  get article(): Article {
    return (this.#article ??= mergeArticles(this.reading, this.stretches));
  }

  get outline(): Outline {
    return (this.#outline ??= mergeOutlines(this.stretches));
  }

  get officials(): readonly Official[] {
    return (this.#officials ??= mergeOfficials(this.stretches));
  }

  get slogans(): readonly Slogan[] {
    return (this.#slogans ??= mergeSlogans(this.stretches));
  }

  get findings(): readonly Finding[] {
    return (this.#findings ??= applyRules(this.settings, [this.reading.findings, mergeChecks(this.stretches)]));
  }

  *prepare(part: Part = 'everything'): Generator<void, void> {
    yield* loadTables(this.#language);
    if (!this.#reading) {
      const reading = yield* readInPieces(this.source, this.#language, { accept: this.settings.accept }, this.#earlier.reading);
      this.#reading ??= reading;
      this.#earlier = { stretches: this.#earlier.stretches };
    }
    yield;
    for (const { stretch } of this.stretches) yield* stretch.prepare(part);
  }

  get stretches(): readonly PlacedStretch[] {
    if (!this.#stretches) {
      this.#stretches = stretchesOf(this.reading, this.#language, this.#earlier.stretches);
      this.#earlier = {};
    }
    return this.#stretches;
  }
}

/** All findings sorted by where they stand, at the severities the settings ask for, without those that are off. Faded spots stay hints. */
function applyRules(settings: ArticleSettings, groups: readonly (readonly Finding[])[]): readonly Finding[] {
  const out: Finding[] = [];
  for (const group of groups) {
    for (const finding of group) {
      const severity = settings.rules[finding.code];
      if (severity === 'off') continue;
      out.push(
        severity && severity !== finding.severity && !(finding.unnecessary && finding.severity === 'hint')
          ? { ...finding, severity }
          : finding,
      );
    }
  }
  return out.sort((a, b) => a.start - b.start || a.end - b.end);
}

function sameSettings(a: ArticleSettings, b: ArticleSettings): boolean {
  return a === b || (a.accept === b.accept && JSON.stringify(a.rules) === JSON.stringify(b.rules));
}
