/** What around a place speaks for a name there, apart from what stands right behind it. Offsets are into one folded line. */
import { standsAt } from '../../base/sticky';
import type { WordList } from '../../language/language';
import { PLACE_ENDINGS } from './lexicon';
import { verbs, type Left } from './neighbours';
import { nameable } from './spellings';
import { headStartingAt, isFullTitle } from './titles';

/** Such offices: those of places (市长, 局长) stand behind the names of their places as well. */
const SPEAKING_OFFICES = new Set([
  '书记',
  '副书记',
  '主席',
  '副主席',
  '主任',
  '副主任',
  '院长',
  '副院长',
  '校长',
  '副校长',
  '会长',
  '秘书长',
  '检察长',
  '委员',
]);
/** What such an office gives. */
const GIVEN = /的(?:重要)?(?:讲话|报告|发言|介绍|致辞|汇报|话)/y;
/** Least length, in characters, of what somebody says behind a label; shorter pieces are the values of fields. */
const SHORTEST_SPEECH = 10;

/** What a title, a list or the beginning of a clause adds to the score of a name. */
export function bonusOf(line: string, { kind, title, standing, plural }: Left): number {
  switch (kind) {
    case 'title':
      return plural ? 2.5 : standing === 'official' && isFullTitle(line, title) ? 4.3 : 3.5;
    case 'list':
      return standing ? 3.5 : 3;
    case 'clause':
      return 0.5;
    default:
      return 0;
  }
}

/** True for an unknown word at the beginning of a line, up to a colon: in dialogues it is who speaks. */
export function labels(line: string, at: number, end: number, words: WordList): boolean {
  return (
    line[end] === ':' &&
    line.length > end + SHORTEST_SPEECH &&
    line.slice(0, at).trim() === '' &&
    nameable(line.slice(at, end), words) &&
    nameable(line.slice(at, at + 2), words)
  );
}

/** 施远书记指出, 施远书记的讲话: what stands before the office is no word, and only persons do what follows. */
export function speaksFromOffice(line: string, at: number, end: number, words: WordList): boolean {
  const head = headStartingAt(line, end);
  if (!head || !SPEAKING_OFFICES.has(head) || PLACE_ENDINGS.has(line.charCodeAt(end - 1)) || !nameable(line.slice(at, end), words))
    return false;
  const after = end + head.length;
  return (verbs.startingAt(line, after)?.length ?? 0) > 1 || standsAt(GIVEN, line, after);
}

/** 習近平, 王羲之: the word list has it as a name. */
export function isKnownName(word: string, words: WordList): boolean {
  const tag = words.tag(word);
  return (tag === 'nr' || tag === 'nrfg') && !PLACE_ENDINGS.has(word.charCodeAt(word.length - 1));
}
