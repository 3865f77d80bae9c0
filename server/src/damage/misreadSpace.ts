/** No-break spaces and byte order marks of UTF-8 that were read in another charset: characters that say nothing, so nothing but their bytes tells them. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, MISREAD_SPACE } from '../language/characters';
import type { Charset } from '../language/codecs/codec';
import { simplifiedTable } from '../language/script';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { Stage, type DamageKind, type Spot } from './kind';

const NO_BREAK_SPACE = '\u00a0';
/** C2 A0 as Latin-1; the second may have become an ordinary space since. Portuguese and Vietnamese have the letter, but not by itself before ideographs. */
const IN_LATIN_1 = /^(?:Â[\u00a0 ]?)+(?=[\u3001-\u9fff“‘])|(?:Â\u00a0)+/g;
/** EF BB BF as Latin-1. */
const MARK_IN_LATIN_1 = 'ï»¿';
/** 聽聽 is a word where the text is traditional. */
const SPACES_IN_GBK = /聽{2,}/g;
const NO_WORD = 4;

export const misreadSpaceKind: DamageKind<{ readonly as?: 'gb18030' | 'windows-1252' }> = {
  id: 'misread-space',
  codes: ['encoding.wrong-charset'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: CharacterClass.MisreadSpace | CharacterClass.SingleByte,

  forward: (text, { as = 'gb18030' }) => text.replaceAll(NO_BREAK_SPACE, as === 'gb18030' ? MISREAD_SPACE : 'Â\u00a0'),

  find(text) {
    const spots: Spot[] = [];
    const add = (pattern: RegExp, isMisread = (_run: string): boolean => true): void => {
      for (const { index, 0: run } of text.matchAll(pattern)) if (isMisread(run)) spots.push({ start: index, end: index + run.length });
    };
    if (text.startsWith(MARK_IN_LATIN_1)) spots.push({ start: 0, end: MARK_IN_LATIN_1.length });
    if (text.includes('Â')) add(IN_LATIN_1);
    if (text.includes('聽聽')) {
      const simplified = isSimplified(text);
      add(SPACES_IN_GBK, run => simplified || run.length >= NO_WORD);
    }
    return spots.sort((a, b) => a.start - b.start);
  },

  repair(text, spots) {
    const example = isAboutEncoding(text);
    return spots.map(({ start, end }): Finding => {
      const damaged = text.slice(start, end);
      const as: Charset = damaged[0] === MISREAD_SPACE ? 'gb18030' : 'windows-1252';
      const meant = damaged === MARK_IN_LATIN_1 ? '' : spacesOf(damaged);
      return {
        code: 'encoding.wrong-charset',
        start,
        end,
        severity: example ? 'hint' : 'warning',
        ...(example ? {} : { unnecessary: true }),
        message: () => (meant === '' ? t('Byte order mark of UTF-8 read as {0}', as) : t('No-break spaces of UTF-8 read as {0}', as)),
        repair: example ? null : { newText: meant, proof: 'proven' },
        candidates: [],
        explanation: { mechanism: 'misread-space', layers: [`utf-8 as ${as}`], damaged, bytes: hexOf(damaged, as), meant },
      };
    });
  },
};

/** What stands for itself stays a space. */
function spacesOf(damaged: string): string {
  return damaged.replace(/聽|Â[\u00a0 ]?/g, NO_BREAK_SPACE);
}

/** Whether a text has no other traditional character. */
function isSimplified(text: string): boolean {
  const fold = simplifiedTable();
  const listen = MISREAD_SPACE.charCodeAt(0);
  for (let i = 0; i < text.length; i++) if (fold[text.charCodeAt(i)] !== text.charCodeAt(i) && text.charCodeAt(i) !== listen) return false;
  return true;
}
