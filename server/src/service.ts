/** Floor 7: parse once, ask many times. No connection, no file system, no editor. */
import type { Finding, FindingCode, Severity, Proof } from './base/finding';
import type { Article } from './article/article';
import type { Outline } from './outline/outline';
import type { Official } from './people/official';
import type { Reading } from './reading/reading';
import type { Slogan } from './slogans/slogan';

/** The settings that the editor and the command line share. */
export interface ArticleSettings {
  /** Per code: a severity, or `off`. Codes that are not named keep their own severity. */
  readonly rules: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  readonly accept: Proof;
}

/**
 * All that is known of one version of one text. Every part is computed when first asked for and kept;
 * results in source offsets are `findings`, everything else is in Reading offsets (convert with `reading.toSourceRange`).
 */
export interface ParsedArticle {
  readonly source: string;
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
  parse(source: string, settings: ArticleSettings, previous?: ParsedArticle): ParsedArticle;
}
