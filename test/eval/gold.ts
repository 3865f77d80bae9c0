/** Annotated articles: what the JSON beside an article says, and where its anchors stand. Offsets are UTF-16 into the undamaged text. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths';

/** A place in the text, named by the characters that begin there; `occurrence` (from 0) where they occur several times. */
export interface Anchor {
  readonly anchor: string;
  readonly occurrence?: number;
}

/** A directive as it is annotated. */
export interface GoldDirective extends Anchor {
  readonly label: string;
  readonly speaker: string;
  readonly level: number;
  readonly parent: number | null;
  readonly marker: string | null;
}

/** The annotation of one article; `test/eval/articles/README.md` says what each field means. */
export interface Gold {
  readonly id: string;
  readonly kind?: string;
  /** Whether nobody who writes rules was told even the kinds of errors that the article showed. */
  readonly untold?: boolean;
  /** What is annotated and measured, where it is not everything. */
  readonly parts?: readonly ('outline' | 'people' | 'slogans')[];
  readonly title: string | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly script: 'hans' | 'hant';
  readonly excerpt?: string;
  readonly officials: readonly {
    readonly name: string;
    readonly titles: readonly string[];
    readonly roles: readonly string[];
    readonly mentions: number;
  }[];
  readonly others: readonly { readonly name: string; readonly note: string }[];
  readonly attributions: readonly (Anchor & { readonly speaker: string; readonly verb: string })[];
  readonly directives: readonly GoldDirective[];
  readonly declared_counts: readonly (Anchor & { readonly declared: number; readonly found: number })[];
  readonly slogans: readonly (Anchor & { readonly text: string; readonly expansion: readonly string[] | null; readonly known: boolean })[];
  readonly sections: readonly string[];
  readonly boilerplate: readonly string[];
  readonly truncations: readonly (Anchor & { readonly kind: string; readonly after: string })[];
}

/** An article with its annotation. */
export interface AnnotatedArticle {
  readonly id: string;
  /** The genre; `seed` for the five seeds. */
  readonly kind: string;
  /** The undamaged text. */
  readonly text: string;
  /** The text as found, where it was damaged. */
  readonly damaged?: string;
  readonly gold: Gold;
}

/** Parts of the annotated articles: `dev`, from whose misses rules are made, and `kept-aside`, which those who write rules do not read. */
export type Part = 'dev' | 'kept-aside';

/** The articles of some parts. */
export function articlesOf(...parts: readonly Part[]): AnnotatedArticle[] {
  return parts.flatMap(part => loadArticles(path.join(ROOT, 'test/eval/articles', part)));
}

/** All `NAME.txt` + `NAME.json` of a folder, some with `NAME.damaged.txt`, by name; empty when the folder is missing. */
export function loadArticles(folder: string): AnnotatedArticle[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => {
      const gold = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Gold;
      const read = (ending: string) => fs.readFileSync(path.join(folder, name.replace(/json$/, ending)), 'utf8');
      const damaged = fs.existsSync(path.join(folder, name.replace(/json$/, 'damaged.txt'))) ? read('damaged.txt') : undefined;
      return { id: gold.id, kind: gold.kind ?? 'article', text: read('txt'), ...(damaged === undefined ? {} : { damaged }), gold };
    });
}

/** The five seeds: damaged text, restored text and annotation; empty where the gold folder is not there. */
export function loadSeeds(goldFolder: string, seedFolder: string): AnnotatedArticle[] {
  if (!fs.existsSync(goldFolder)) return [];
  return fs
    .readdirSync(seedFolder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => {
      const number = name.slice(0, 3);
      const gold = JSON.parse(fs.readFileSync(path.join(goldFolder, `seed-${number}.json`), 'utf8')) as Gold;
      const text = fs.readFileSync(path.join(goldFolder, 'restored', `${number}.trad.txt`), 'utf8');
      return { id: gold.id, kind: 'seed', text, gold, damaged: fs.readFileSync(path.join(seedFolder, name), 'utf8') };
    });
}

const WIDTHS: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '！': '!', '？': '?', '（': '(', '）': ')' };

/** `text` with full-width punctuation as ASCII, position for position: mirror sites lose the difference. */
export function foldWidth(text: string): string {
  return text.replace(/[，：；！？（）]/g, mark => WIDTHS[mark]!);
}

/** Where an anchor stands in `text`, widths aside; -1 when it does not occur (that often). */
export function anchorOffset(text: string, { anchor, occurrence = 0 }: Anchor): number {
  const haystack = foldWidth(text);
  const needle = foldWidth(anchor);
  let at = haystack.indexOf(needle);
  for (let n = 0; n < occurrence && at >= 0; n++) at = haystack.indexOf(needle, at + 1);
  return at;
}
