/**
 * No-break spaces and byte order marks of UTF-8 that were read in another charset: characters that say
 * nothing, so nothing but their bytes tells them.
 */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, MISREAD_SPACE } from '../language/characters';
import type { Charset } from '../language/codecs/codec';
import { simplifiedTable } from '../language/script';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { Stage, type DamageKind, type Spot } from './kind';

const NO_BREAK_SPACE = '\u00a0';
/**
 * C2 A0 as Latin-1; the second may have become an ordinary space since. Portuguese and Vietnamese have
 * the letter, but not by itself before ideographs.
 */
const IN_LATIN_1 = /^(?:Â[\u00a0 ]?)+(?=[\u3001-\u9fff“‘])|(?:Â\u00a0)+/g;
/** EF BB BF as Latin-1. */
const MARK_IN_LATIN_1 = 'ï»¿';
/**
 * 聽聽 is a word where a text writes traditional, and in what a simplified one quotes; four in a
 * row are none, nor are several in simplified text.
 */
const SPACES_IN_GBK = /聽{2,}/g;
const NO_WORD = 4;
const SEVERAL = 2;

/** Of a line, and of all: how often spaces of GBK stand in simplified lines, and how many lines have other traditional characters. */
interface Shown {
  readonly places: number;
  readonly traditional: number;
}

const TRADITIONAL: Shown = { places: 0, traditional: 1 };

export const misreadSpaceKind: DamageKind<{ readonly as?: 'gb18030' | 'windows-1252' }, Shown, Shown> = {
  id: 'misread-space',
  codes: ['encoding.wrong-charset'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: CharacterClass.MisreadSpace | CharacterClass.SingleByte | CharacterClass.Traditional,

  forward: (text, { as = 'gb18030' }) => text.replaceAll(NO_BREAK_SPACE, as === 'gb18030' ? MISREAD_SPACE : 'Â\u00a0'),

  observe(line) {
    if (isTraditional(line)) return TRADITIONAL;
    const places = line.match(SPACES_IN_GBK)?.length ?? 0;
    return places === 0 ? null : { places, traditional: 0 };
  },

  summarise(lines) {
    const sum = (of: (line: Shown) => number): number => lines.reduce((total, line) => total + of(line), 0);
    return { evidence: { places: sum(line => line.places), traditional: sum(line => line.traditional) }, key: '' };
  },

  dependence: (line, _observed, evidence) => (line.includes('聽聽') ? String(isShownBy(evidence)) : ''),

  find(text) {
    const spots: Spot[] = [];
    const add = (pattern: RegExp, isMisread = (_run: string): boolean => true): void => {
      for (const { index, 0: run } of text.matchAll(pattern)) if (isMisread(run)) spots.push({ start: index, end: index + run.length });
    };
    if (text.startsWith(MARK_IN_LATIN_1)) spots.push({ start: 0, end: MARK_IN_LATIN_1.length });
    if (text.includes('Â')) add(IN_LATIN_1);
    if (text.includes('聽聽')) {
      const traditional = isTraditional(text);
      add(SPACES_IN_GBK, run => !traditional || run.length >= NO_WORD);
    }
    return spots.sort((a, b) => a.start - b.start);
  },

  repair(text, spots, { evidence }) {
    const isAbout = isAboutEncoding(text);
    return spots.map(({ start, end }): Finding => {
      const damaged = text.slice(start, end);
      const example = isAbout || (damaged[0] === MISREAD_SPACE && damaged.length < NO_WORD && !isShownBy(evidence));
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
        candidates: example ? [{ newText: meant, score: 0 }] : [],
        explanation: { mechanism: 'misread-space', layers: [`utf-8 as ${as}`], damaged, bytes: hexOf(damaged, as), meant },
      };
    });
  },
};

/** What stands for itself stays a space. */
function spacesOf(damaged: string): string {
  return damaged.replace(/聽|Â[\u00a0 ]?/g, NO_BREAK_SPACE);
}

function isShownBy(evidence: Shown | undefined): boolean {
  return evidence !== undefined && evidence.places >= SEVERAL && evidence.places > evidence.traditional;
}

/** Whether a text has a traditional character beside 聽. */
function isTraditional(text: string): boolean {
  const fold = simplifiedTable();
  const listen = MISREAD_SPACE.charCodeAt(0);
  for (let i = 0; i < text.length; i++) if (fold[text.charCodeAt(i)] !== text.charCodeAt(i) && text.charCodeAt(i) !== listen) return true;
  return false;
}
