/**
 * Characters that only look like the ones that were meant: radicals, compatibility ideographs,
 * neighbours from PDF fonts: `encoding.lookalike`.
 */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses } from '../language/characters';
import type { Language } from '../language/language';
import { Stage, type DamageKind, type Spot } from './kind';
import { RADICAL_PAIRS } from './radicals';
import { suspiciousSpots } from './suspicion';

export interface LookalikeOptions {
  /** Which fault of the program that extracted the text; radicals when left out. */
  readonly fault?: 'radical' | 'neighbour' | 'doubled';
  /** How many of the characters that can be replaced are, from 0 to 1; all when left out. */
  readonly rate?: number;
}

/** In how many of the places of some lines where it stands a rare character seems to stand for a common one close to it in the code table. */
interface Tally {
  readonly seems: number;
  readonly stands: number;
}

/** What a document tells of its rare characters. */
interface Evidence {
  /** Whether several of them seem to stand for others. */
  readonly several: boolean;
  /** Those that the document means, since they mostly fit where they stand: 圩 in 三圩联圩, 圩堤, 圩口. */
  readonly meant: ReadonlySet<number>;
}

/** A font's table that is off names a code point at most this far away. */
const FARTHEST = 8;
/** Nats that a neighbour in the code table must gain where it stands alone. */
const CONVINCING = 17;
/** The same in a document that has several. */
const CORROBORATED = 11;
/** Nats by which it must be ahead of other neighbours. */
const AHEAD = 5;
/** How many different characters must seem to in a document to corroborate each other: one may be a name that stands in every line. */
const SEVERAL = 3;
const NO_EVIDENCE: Evidence = { several: false, meant: new Set() };
/** In this share of its places a character must seem to stand for another. */
const MOSTLY = 2 / 3;

const TRIGGERS = CharacterClass.Compatibility | CharacterClass.HanRare;

/** Texts about the shapes of characters mean them. */
const ABOUT_SHAPES = /部首|偏旁|笔画|筆畫|笔顺|筆順|字形|康熙/;

const KANA = /[\u3041-\u30fa]/;

let table: Uint16Array | undefined;

/** For every unit the ideograph that it looks like, 0 for none. */
function lookalikes(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let i = 0; i < RADICAL_PAIRS.length; i += 2) table[RADICAL_PAIRS.charCodeAt(i)] = RADICAL_PAIRS.charCodeAt(i + 1);
  // Kangxi radicals and compatibility ideographs: what Unicode decomposes them to.
  for (const [from, to] of [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfad9],
  ] as const) {
    for (let unit = from; unit <= to; unit++) {
      const form = String.fromCharCode(unit).normalize('NFKC');
      if (form.length === 1 && form.charCodeAt(0) !== unit) table[unit] = form.charCodeAt(0);
    }
  }
  return table;
}

export const lookalikeKind: DamageKind<LookalikeOptions, ReadonlyMap<number, Tally>, Evidence> = {
  id: 'lookalike',
  codes: ['encoding.lookalike'],
  stage: Stage.Authoring,
  scope: 'line',
  triggers: TRIGGERS,

  forward(text, { fault = 'radical', rate = 1 }, random) {
    const inverse = new Map<string, string>();
    lookalikes().forEach((ideograph, unit) => {
      if (ideograph && unit >= 0x2e80 && unit < 0x2fe0) inverse.set(String.fromCharCode(ideograph), String.fromCharCode(unit));
    });
    const classes = characterClasses();
    return Array.from(text, char => {
      if (random() >= rate) return char;
      if (fault === 'neighbour') {
        const below = char.charCodeAt(0) - 1;
        return classes[below + 1]! & CharacterClass.HanCommon && classes[below]! & CharacterClass.HanRare
          ? String.fromCharCode(below)
          : char;
      }
      const radical = inverse.get(char);
      return radical === undefined ? char : fault === 'doubled' ? radical + char : radical;
    }).join('');
  },

  observe(line, language) {
    if (KANA.test(line)) return null;
    const tallies = new Map<number, Tally>();
    for (const { start } of rareSpots(line)) {
      const unit = line.charCodeAt(start);
      const { seems, stands } = tallies.get(unit) ?? { seems: 0, stands: 0 };
      const seemsHere = neighbourOf(line, start, language, CORROBORATED) !== null;
      tallies.set(unit, { seems: seems + (seemsHere ? 1 : 0), stands: stands + 1 });
    }
    // Lines where none seems so are left out, for speed: many a document has rare characters in all its lines.
    return [...tallies.values()].some(({ seems }) => seems > 0) ? tallies : null;
  },

  summarise(observed) {
    const sums = new Map<number, Tally>();
    for (const tallies of observed)
      for (const [unit, { seems, stands }] of tallies) {
        const sum = sums.get(unit);
        sums.set(unit, { seems: seems + (sum?.seems ?? 0), stands: stands + (sum?.stands ?? 0) });
      }
    const seeming = [...sums].filter(([, { seems }]) => seems > 0);
    const meant = seeming.filter(([, { seems, stands }]) => seems < MOSTLY * stands).map(([unit]) => unit);
    const several = seeming.length - meant.length >= SEVERAL;
    return { evidence: { several, meant: new Set(meant) }, key: `${several} ${meant.sort((a, b) => a - b).join(' ')}` };
  },

  find(text) {
    const classes = characterClasses();
    const spots: Spot[] = [];
    const like = lookalikes();
    const korean = mayBeKorean(text);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const bits = classes[unit]!;
      if ((bits & TRIGGERS) === 0) continue;
      // Korean text has ideographs twice, by their reading (KS X 1001).
      if (like[unit] !== 0 && !(korean && unit >= 0xf900)) spots.push({ start: i, end: i + 1 });
      else if (isLoneRare(text, i)) spots.push({ start: i, end: i + 1 });
    }
    return spots;
  },

  repair(text, spots, { language, evidence }) {
    const findings: Finding[] = [];
    const like = lookalikes();
    const onPurpose = ABOUT_SHAPES.test(text);
    // Japanese has forms of its own: 増 is no fault there.
    const japanese = KANA.test(text);
    // Among characters that are strange whatever it stands for it is what other bytes were read as.
    const misread = spots.some(({ start }) => like[text.charCodeAt(start)] !== 0) ? suspiciousSpots(folded(text)) : [];
    for (let k = 0; k < spots.length; k++) {
      const { start } = spots[k]!;
      if (like[text.charCodeAt(start)] !== 0) {
        // A run of radicals is one finding.
        let end = start + 1;
        while (k + 1 < spots.length && spots[k + 1]!.start === end && like[text.charCodeAt(end)] !== 0) {
          k++;
          end++;
        }
        if (misread.some(spot => spot.start <= end && start <= spot.end)) continue;
        findings.push(radicalFinding(text, start, end, onPurpose, language));
      } else if (!japanese) {
        const { several, meant: itself } = evidence ?? NO_EVIDENCE;
        const meant = itself.has(text.charCodeAt(start)) ? null : neighbourOf(text, start, language, several ? CORROBORATED : CONVINCING);
        if (meant) findings.push(neighbourFinding(text, start, meant));
      }
    }
    return findings;
  },
};

/** A text with all radicals and compatibility forms as the ideographs that they look like. */
function folded(text: string): string {
  const like = lookalikes();
  return Array.from({ length: text.length }, (_, i) => String.fromCharCode(like[text.charCodeAt(i)]! || text.charCodeAt(i))).join('');
}

/** Whether a text is Korean, or what is left of one that was read as Korean. */
function mayBeKorean(text: string): boolean {
  return /[\uac00-\ud7a3\ufffd]/.test(text);
}

/** A rare ideograph between characters in everyday use: among others of its kind nothing can be told. */
function isLoneRare(text: string, at: number): boolean {
  const classes = characterClasses();
  const common = CharacterClass.HanCommon | CharacterClass.ChinesePunctuation;
  return (
    (classes[text.charCodeAt(at)]! & CharacterClass.HanRare) !== 0 &&
    ((classes[text.charCodeAt(at - 1)]! | classes[text.charCodeAt(at + 1)]!) & CharacterClass.HanRare) === 0 &&
    ((classes[text.charCodeAt(at - 1)]! | classes[text.charCodeAt(at + 1)]!) & common) !== 0
  );
}

function rareSpots(text: string): Spot[] {
  const classes = characterClasses();
  const spots: Spot[] = [];
  for (let i = 0; i < text.length; i++)
    if ((classes[text.charCodeAt(i)]! & CharacterClass.HanRare) !== 0 && isLoneRare(text, i)) spots.push({ start: i, end: i + 1 });
  return spots;
}

function radicalFinding(text: string, start: number, end: number, onPurpose: boolean, { model }: Language): Finding {
  const like = lookalikes();
  let meant = Array.from(text.slice(start, end), char => String.fromCharCode(like[char.charCodeAt(0)]!)).join('');
  // Some extractors give the radical and then the ideograph itself.
  const last = meant[meant.length - 1]!;
  if (text[end] === last) {
    const context = text.slice(Math.max(0, start - 4), start) + meant;
    const rest = text.slice(end, end + 4);
    const once = context.slice(0, -1) + rest;
    const twice = context + rest;
    if (model.score(once) > model.score(twice)) meant = meant.slice(0, -1);
  }
  return {
    code: 'encoding.lookalike',
    start,
    end,
    severity: onPurpose ? 'hint' : 'warning',
    message: () => t('Radical or compatibility form in place of “{0}”', meant || last),
    repair: onPurpose ? null : { newText: meant, proof: 'proven' },
    candidates: onPurpose ? [{ newText: meant, score: 0 }] : [],
    explanation: { mechanism: 'lookalike.radical', damaged: text.slice(start, end), meant },
  };
}

/** The common character close by in Unicode that fits far better than the rare one at `at`; null when none does. */
function neighbourOf(text: string, at: number, { model, pinyin }: Language, bar: number): string | null {
  const from = Math.max(0, at - 3);
  const to = Math.min(text.length, at + 4);
  const before = text.slice(from, at);
  const after = text.slice(at + 1, to);
  const unit = text.charCodeAt(at);
  const classes = characterClasses();
  const context = text.slice(from, to);
  // What stands there can gain no more than it costs.
  if (-model.score(context, at - from) < bar) return null;
  const asItIs = model.score(context);
  let best = '';
  let bestGain = 0;
  let second = 0;
  for (let other = unit - FARTHEST; other <= unit + FARTHEST; other++) {
    if ((classes[other]! & CharacterClass.HanCommon) === 0) continue;
    const gain = model.score(before + String.fromCharCode(other) + after) - asItIs;
    if (gain > bestGain) {
      second = bestGain;
      bestGain = gain;
      best = String.fromCharCode(other);
    } else if (gain > second) second = gain;
  }
  if (bestGain < bar || bestGain - second < AHEAD) return null;
  // Variants of one character stand side by side as well, and sound alike: 麻痺 is 麻痹 by right.
  return pinyin.readings(text[at]!)[0] === pinyin.readings(best)[0] ? null : best;
}

function neighbourFinding(text: string, at: number, meant: string): Finding {
  return {
    code: 'encoding.lookalike',
    start: at,
    end: at + 1,
    severity: 'warning',
    message: () => t('“{0}” stands in place of “{1}”, a neighbour in the font of a PDF', text[at]!, meant),
    repair: { newText: meant, proof: 'likely' },
    candidates: [{ newText: meant, score: 0 }],
    explanation: { mechanism: 'lookalike.neighbour', damaged: text[at]!, meant },
  };
}
