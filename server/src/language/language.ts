/** What the floors above know of Chinese: opened once, its tables loaded only when first asked for. */
import type { Resources } from '../base/resources';

/** Character frequencies and n-grams over script-folded text (traditional counts as its simplified form). */
export interface CharacterModel {
  /**
   * Natural-log probability of `text[start..end)` given what stands before it in `text`.
   * @returns 0 for an empty range; always finite and never positive
   */
  score(text: string, start?: number, end?: number): number;
  /** Natural-log probability of one character without context. Rare and unknown characters share a floor. */
  unigram(char: string): number;
}

/** A list of words with frequencies, in simplified script; traditional words are folded before look-up. */
export interface WordList {
  has(word: string): boolean;
  /** Occurrences in the counted text; 0 for an unknown word. */
  frequency(word: string): number;
  /** Words that begin with `prefix` and are longer, most frequent first, at most `limit`; empty when there is none. */
  startingWith(prefix: string, limit: number): readonly string[];
  /** Part of speech in jieba's tag set (`n`, `v`, `nr`, `ns` …); undefined for an unknown word. */
  tag(word: string): string | undefined;
}

/** Mandarin readings of characters. */
export interface PinyinTable {
  /** Readings with tone marks, most usual first, such as `['cháng', 'zhǎng']`; empty for unknown characters. */
  readings(char: string): readonly string[];
  /** All characters, simplified and traditional, that have this reading (tone marks count); an empty string when none. */
  charactersRead(reading: string): string;
}

export interface Language {
  readonly model: CharacterModel;
  readonly words: WordList;
  readonly pinyin: PinyinTable;
}

/** A word in a text with its part of speech (jieba's tags); offsets are UTF-16 into the text that was segmented. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** Segments and tags simplified text. Implementations: nodejieba in a worker thread, jieba-wasm, none. */
export interface Segmenter {
  readonly name: 'nodejieba' | 'jieba-wasm';
  /** Tokens cover the text without gaps. Rejects when the segmenter was released. */
  tag(text: string): Promise<readonly Token[]>;
}

/** Opens the tables. They are read through `resources` on first use, each once. */
export declare function openLanguage(resources: Resources): Language;
