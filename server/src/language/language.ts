/** The tables of Chinese that the floors above use: opened once, each loaded when it is first asked for. */
import type { Resources } from '../base/resources';
import { characterClasses } from './characters';
import { gbkTables } from './codecs/gbk';
import { openCharacterModel, type CharacterModel } from './characterModel';
import { openPinyinTable, type PinyinTable } from './pinyin';
import { foldForLookup } from './script';
import { openWordList, type WordList } from './wordList';

export type { CharacterModel, PinyinTable, WordList };

/** The tables. */
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

/**
 * Segments and tags text in either script. Implementations: nodejieba or jieba-wasm in a
 * process of its own, jieba-wasm in a browser worker.
 */
export interface Segmenter {
  readonly name: 'nodejieba' | 'jieba-wasm';
  /** Whether a request is answered without loading first. `tag` loads. */
  readonly ready: boolean;
  /** Tokens cover the text without gaps. Rejects when the segmenter was released. */
  tag(text: string): Promise<readonly Token[]>;
  /** Gives its memory back. Requests that are waiting reject; a later one loads again. */
  release(): void;
}

/** Loads the tables that every text needs, one between two pauses; does nothing when they are loaded. */
export function* loadTables(language: Language): Generator<void, void> {
  gbkTables();
  yield;
  characterClasses();
  yield;
  foldForLookup('');
  yield;
  void language.model;
  yield;
  void language.words;
  yield;
}

/** Opens the tables. They are read through `resources` on first use, each once. */
export function openLanguage(resources: Resources): Language {
  let model: CharacterModel | undefined;
  let words: WordList | undefined;
  let pinyin: PinyinTable | undefined;
  return {
    get model() {
      return (model ??= openCharacterModel(resources.read('characters.bin')));
    },
    get words() {
      return (words ??= openWordList(resources.read('words.bin')));
    },
    get pinyin() {
      return (pinyin ??= openPinyinTable(resources.read('pinyin.bin')));
    },
  };
}
