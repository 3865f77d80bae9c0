/**
 * Emoji in brackets, each another one, that a mirror site put anywhere behind its readings and into them: 政府(🥚)工作, 心(xī(🍦)n ):
 * `encoding.pinyin-injection`. They came last, so that they are taken out before the readings can be read.
 */
import { applyEdits } from '../base/edits';
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { matchAt } from '../base/sticky';
import { CharacterClass } from '../language/characters';
import { Stage, type DamageKind, type Random, type Spot } from './kind';

export interface InsertedEmojiOptions {
  /** How often one stands behind a character, from 0 to 1; 0.1 when left out. */
  readonly rate?: number;
}

/** What one line has of what such a site leaves. */
interface Observed {
  readonly emoji: readonly string[];
  readonly readings: number;
}

/** Pictures of the supplementary plane and those that are shown as such without a selector; authors write ©, ™ and arrows in brackets. */
const IN_BRACKETS = /\([\u{1f300}-\u{1faff}\p{Emoji_Presentation}][\ufe0f\u200d\u{1f300}-\u{1faff}]{0,8}\)/uy;
/** A reading behind an ideograph: only a sign that the site annotates. */
const READING = /\p{Script=Han}\([ \u00a0]?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}[ \u00a0]?\)/gu;

/** An author who writes pictures in brackets and explains readings has fewer of both, and the same pictures again. */
const LEAST = 3;

export const insertedEmojiKind: DamageKind<InsertedEmojiOptions, Observed, boolean> = {
  id: 'inserted-emoji',
  codes: ['encoding.pinyin-injection'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: CharacterClass.AsciiPunctuation,

  forward: (text, { rate = 0.1 }, random) => Array.from(text, char => (random() < rate ? `${char}(${anyEmoji(random)})` : char)).join(''),

  observe(line) {
    if (!line.includes('(')) return null;
    const spots = spotsOf(line);
    const emoji = spots.map(({ start, end }) => line.slice(start, end));
    const rest = applyEdits(
      line,
      spots.map(spot => ({ ...spot, newText: '' })),
    );
    const readings = rest.match(READING)?.length ?? 0;
    return emoji.length + readings === 0 ? null : { emoji, readings };
  },

  summarise(observed) {
    const isInserted =
      new Set(observed.flatMap(({ emoji }) => emoji)).size >= LEAST && observed.reduce((sum, { readings }) => sum + readings, 0) >= LEAST;
    return { evidence: isInserted, key: String(isInserted) };
  },

  find: (text, { evidence = false }) => (evidence ? spotsOf(text) : []),

  repair(text, spots) {
    return spots.map(({ start, end }, index): Finding => {
      const damaged = text.slice(start, end);
      // The first one speaks for all in the line.
      const isFirst = index === 0;
      return {
        code: 'encoding.pinyin-injection',
        start,
        end,
        severity: isFirst ? 'warning' : 'hint',
        unnecessary: true,
        message: () =>
          isFirst && spots.length > 1
            ? t('Inserted emoji: {0} in this line, e.g. {1}', spots.length, damaged)
            : t('Inserted emoji: {0}', damaged),
        repair: { newText: '', proof: 'likely' },
        candidates: [],
        explanation: { mechanism: 'inserted-emoji', damaged, meant: '' },
      };
    });
  },
};

function spotsOf(text: string): Spot[] {
  const spots: Spot[] = [];
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    const match = matchAt(IN_BRACKETS, text, at);
    if (match) spots.push({ start: at, end: at + match[0].length });
  }
  return spots;
}

/** One of the faces and hands of the block Emoticons, U+1F600 to U+1F64F. */
const anyEmoji = (random: Random): string => String.fromCodePoint(0x1f600 + Math.floor(random() * 0x50));
