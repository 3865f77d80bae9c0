/** Units: what can be one directive. A sentence, a part behind a semicolon, or an inner item (一是…). Offsets relative to the text passed in. */
import { enumeratorAt, type Enumerator } from '../article/enumerators';
import { isFinalMark, isSemicolon, isSpace } from '../article/characters';
import type { Sentence } from '../article/article';

export interface Unit {
  readonly start: number;
  /** Behind its closing mark. */
  readonly end: number;
  readonly enumerator: Enumerator | null;
  /** 思想上要…, 认识要再…: an unnumbered head that others of the paragraph match; the words are its key, else null. */
  readonly parallel: string | null;
  /** It is one of several parts of its sentence. */
  readonly inline: boolean;
  /** It opens its sentence; parts behind `；` and inner items do not. */
  readonly opensSentence: boolean;
  readonly sentence: number;
}

interface Piece { start: number; end: number; enumerator: Enumerator | null; opensSentence: boolean; sentence: number }

/** @param sentences of the text, with offsets into it */
export function splitUnits(folded: string, sentences: readonly Sentence[]): readonly Unit[] {
  const pieces: Piece[] = [];
  sentences.forEach((sentence, index) => {
    let start = sentence.start, opens = true;
    const push = (end: number): void => {
      if (end > start) pieces.push({ start, end, enumerator: enumeratorAt(folded, start), opensSentence: opens, sentence: index });
      start = end;
      opens = false;
    };
    for (let i = sentence.start; i < sentence.end; i++) {
      const code = folded.charCodeAt(i);
      if (isSemicolon(code)) { push(i + 1); while (isSpace(folded.charCodeAt(start)) || folded[start] === '\n') start++; }
      else if (i > start && ',:"(、 '.includes(folded[i]!)) {
        const next = i + 1, enumerator = enumeratorAt(folded, next);
        if (enumerator && isInner(enumerator)) push(next);
      } else if (i > start) {
        const enumerator = /[①-⑳]/.test(folded[i]!) ? enumeratorAt(folded, i) : null;
        if (enumerator) push(i);
      }
    }
    push(sentence.end);
  });
  return withParallels(folded, dropLoneEnumerators(folded, pieces));
}

function isInner({ class: kind }: Enumerator): boolean {
  return kind === 'inline-is' || kind === 'inline-yao' || kind === 'inline-ordinal' || kind === 'inline-words' || kind === 'circled' || kind === 'bracketed-arabic' || kind === 'bracketed-han';
}

/** 一是 that no 二是 follows and that opens no sentence is no enumerator: the split is taken back. */
function dropLoneEnumerators(folded: string, pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const present = new Set(pieces.map(({ enumerator }) => (enumerator ? `${enumerator.class}${enumerator.value}` : '')));
  pieces.forEach(piece => {
    const { enumerator } = piece, before = kept.at(-1);
    const lone = enumerator !== null && !piece.opensSentence && isInner(enumerator)
      && !present.has(`${enumerator.class}${enumerator.value + 1}`) && !present.has(`${enumerator.class}${enumerator.value - 1}`);
    if (lone && before && before.sentence === piece.sentence && !isSemicolon(folded.charCodeAt(before.end - 1))) before.end = piece.end;
    else kept.push(lone ? { ...piece, enumerator: null } : { ...piece });
  });
  return kept;
}

/** 要在“快”字上下功夫: heads of one form that differ in what is quoted. */
const QUOTED_FORM = /^(要[^,;:。"]{0,6}")[^"]{1,8}("[^,;:。]{1,2})/;
const PARALLEL = /^在?[\u4e00-\u9fff]{2,6}?(上|方面)(?=[,要再]|必须|抓|做|坚持)|^[\u4e00-\u9fff]{2,4}(要再)/;

/** What stands before the words of a speaker: 周海强调， */
function spokenLead(folded: string, at: number): number {
  return /^[^,:。"]{2,40}(?:指出|强调|要求|表示|提出|说)[,:]/.exec(folded.slice(at, at + 48))?.[0].length ?? 0;
}

/** A part that a semicolon or comma closes, or that follows an item of its own kind in the sentence. */
function isInline(folded: string, pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i]!, before = pieces[i - 1];
  if (',;'.includes(folded[trimmed(folded, piece) - 1]!)) return true;
  if (piece.opensSentence) return false;
  return piece.enumerator === null || (before?.sentence === piece.sentence && before.enumerator?.class === piece.enumerator.class);
}

/** Heads without numbers are heads only where at least one other unit of the paragraph is built alike. */
function withParallels(folded: string, pieces: readonly Piece[]): readonly Unit[] {
  const keys = pieces.map(piece => {
    if (piece.enumerator) return null;
    const from = piece.start + spokenLead(folded, piece.start);
    const match = PARALLEL.exec(folded.slice(from, from + 12));
    if (match) return match[1] ?? match[2]!;
    const quoted = QUOTED_FORM.exec(folded.slice(from, from + 24));
    return quoted ? quoted[1]! + quoted[2]! : null;
  });
  const counts = new Map<string | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pieces.map((piece, i) => ({ ...piece, end: trimmed(folded, piece), inline: isInline(folded, pieces, i), parallel: counts.get(keys[i]!)! > 1 ? keys[i]! : null }));
}

function trimmed(folded: string, { start, end }: Piece): number {
  let i = end;
  while (i > start && (isSpace(folded.charCodeAt(i - 1)) || folded[i - 1] === '\n')) i--;
  return i;
}

/** The unit ends with a full stop, question or exclamation mark (closing quotes aside). */
export function isFinished(folded: string, { end }: Unit): boolean {
  return isFinalMark(folded.charCodeAt(end - 1)) || (end > 1 && folded[end - 1] === '"' && isFinalMark(folded.charCodeAt(end - 2)));
}
