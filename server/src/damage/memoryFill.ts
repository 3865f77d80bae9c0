/** Memory that was never written, shown as text: CC, CD, DD and FE read as GBK: `encoding.memory-fill`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, MEMORY_FILL } from '../language/characters';
import { isAboutEncoding } from './aboutEncoding';
import { Stage, type DamageKind } from './kind';

export interface MemoryFillOptions {
  /** CC: 烫 (stack), CD: 屯 (heap), DD: 葺 (freed), FE: 铪 (freed by HeapFree). */
  readonly character?: '烫' | '屯' | '葺' | '铪';
  readonly length?: number;
}

/** Three or more: 烫烫 and 屯 are words. A last odd byte makes a character of its own with what follows. */
const RUN = new RegExp(`([${MEMORY_FILL}])\\1{2,}`, 'g');
const CODES: Readonly<Record<string, string>> = { 烫: 'CC', 燙: 'CC', 屯: 'CD', 葺: 'DD', 铪: 'FE', 鉿: 'FE', 锘: 'EF BB' };

export const memoryFillKind: DamageKind<MemoryFillOptions> = {
  id: 'memory-fill',
  codes: ['encoding.memory-fill'],
  stage: Stage.Keeping,
  scope: 'line',
  triggers: CharacterClass.MemoryFill,

  forward(text, { character = '烫', length = 8 }, random) {
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + character.repeat(length) + text.slice(at);
  },

  find(text) {
    return Array.from(text.matchAll(RUN), ({ index, 0: run }) => ({ start: index, end: index + run.length }));
  },

  repair(text, spots) {
    return spots.map(({ start, end }): Finding => {
      const example = isAboutEncoding(text) || isSaid(text, start, end);
      return {
        code: 'encoding.memory-fill',
        start,
        end,
        severity: example ? 'hint' : 'warning',
        unnecessary: !example,
        message: () => t('Uninitialised memory (bytes {0}) shown as text', CODES[text[start]!]!),
        repair: example ? null : { newText: '', proof: 'likely' },
        candidates: [{ newText: '', score: 0 }],
        explanation: { mechanism: 'memory-fill', damaged: text.slice(start, end), bytes: CODES[text[start]!]!, meant: '' },
      };
    });
  },
};

/** Memory ends anywhere: what stands in quotation marks, or is just the name and ends with its clause, was said by somebody. */
function isSaid(text: string, start: number, end: number): boolean {
  if (end - start === 3 && /[，。、；！？”’」』）]/.test(text[end] ?? '')) return true;
  const opened = /[“"「『：！]/.test(text[start - 1] ?? '');
  const closed = /[”"」』！!，。]/.test(text[end] ?? '');
  return end - start <= 4 && (/[”"」』！!]/.test(text[end] ?? '') || (opened && (closed || end === text.length)));
}
