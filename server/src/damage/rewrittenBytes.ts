/**
 * Letters that are the bytes of misread text, and were rewritten as if they were letters: escaped for a page or a script
 * (`&aring;\x85&not;` and `å\u0085¬` for 公 as Latin-1), or taken apart into letter and accent, as some file systems do: `encoding.escape`.
 * All of them have to be bytes again before the misreading can be undone, or its pieces would be undone one by one.
 */
import { applyEdits } from '../base/edits';
import type { Edit, Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { codec } from '../language/codecs/codec';
import { isAboutEncoding } from './aboutEncoding';
import { characterOf } from './escape/entities';
import { codePointsOf } from './hex';
import { Stage, type DamageKind } from './kind';
import { StrangeLine } from './wrongCharset/evidence';

/** One way to rewrite a letter. */
interface Rewriting {
  readonly pattern: RegExp;
  /** The letter; null where it is not this. */
  readonly undo: (written: string) => string | null;
}

const REWRITINGS: readonly Rewriting[] = [
  {
    pattern: /&(?:amp;)?(?:#x?[0-9a-fA-F]{2,4}|[A-Za-z]{2,6}[1-4]{0,2});/g,
    undo: written => characterOf(written.replace(/^&(?:amp;)?|;$/g, '')),
  },
  { pattern: /\\u[0-9a-fA-F]{4}/g, undo: written => String.fromCharCode(Number.parseInt(written.slice(2), 16)) },
  { pattern: /[A-Za-z][\u0300-\u0303\u0308\u030a\u030c\u0327]/g, undo: written => written.normalize('NFC') },
];

export const rewrittenBytesKind: DamageKind = {
  id: 'rewritten-bytes',
  codes: ['encoding.escape'],
  stage: Stage.Keeping,
  scope: 'line',
  triggers: CharacterClass.Ampersand | CharacterClass.Backslash | CharacterClass.SingleByte,

  forward: text => Array.from(new TextEncoder().encode(text), byte => (byte < 0x80 ? String.fromCharCode(byte) : `&#${byte};`)).join(''),

  find: text => rewrittenIn(text),

  repair(text, _spots, { language }) {
    if (isAboutEncoding(text)) return [];
    const edits = rewrittenIn(text);
    // They are bytes where all of them together prove a misreading.
    if (!StrangeLine.in(applyEdits(text, edits), language)?.layers) return [];
    return edits.map(({ start, end, newText }): Finding => ({
      code: 'encoding.escape',
      start,
      end,
      severity: 'warning',
      message: () => t('Escaped characters: “{0}”', newText),
      repair: { newText, proof: 'proven' },
      candidates: [],
      explanation: { mechanism: 'rewritten-bytes', damaged: text.slice(start, end), bytes: codePointsOf(newText), meant: newText },
    }));
  },
};

/** The letters that stand for bytes, in the order of the text. */
function rewrittenIn(text: string): Edit[] {
  return REWRITINGS.flatMap(({ pattern, undo }) =>
    Array.from(text.matchAll(pattern), ({ index: start, 0: written }) => ({
      start,
      end: start + written.length,
      newText: undo(written) ?? '',
    })),
  )
    .filter(({ newText }) => isByte(newText))
    .sort((a, b) => a.start - b.start);
}

/** Whether a letter stands for a byte outside ASCII, of windows-1252 or of Latin-1. */
function isByte(letter: string): boolean {
  const byte = [0];
  return letter.length === 1 && codec('windows-1252').encodeInto(letter.charCodeAt(0), byte, 0) === 1 && byte[0]! >= 0x80;
}
