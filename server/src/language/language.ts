/** What the floors above know of Chinese: opened once, its tables loaded only when first asked for. */
import type { Resources } from '../base/resources';
import { openCharacterModel, type CharacterModel } from './characterModel';
import { openPinyinTable, type PinyinTable } from './pinyin';
import { openWordList, type WordList } from './wordList';

export type { CharacterModel, PinyinTable, WordList };

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
export function openLanguage(resources: Resources): Language {
  let model: CharacterModel | undefined, words: WordList | undefined, pinyin: PinyinTable | undefined;
  return {
    get model() { return (model ??= openCharacterModel(resources.read('characters.bin'))); },
    get words() { return (words ??= openWordList(resources.read('words.bin'))); },
    get pinyin() { return (pinyin ??= openPinyinTable(resources.read('pinyin.bin'))); },
  };
}
