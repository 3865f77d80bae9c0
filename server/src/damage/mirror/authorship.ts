/**
 * Whether the readings on a page are a site's work or an author's.
 *
 * A site annotates single characters of its table, everyday ones most of all, every one of them each time it occurs, always with the same
 * reading, in one form, and cares for nothing else. Copies that are to look like other texts have readings scattered over them by chance,
 * without tones, some twice and three times: 會(hui)(hui)議. An author explains: rare characters, or the less expected of two readings,
 * once, with its tone; teachers choose what their pupils are to learn, and write words with their readings as well.
 */
import { CharacterClass, HAN, characterClasses } from '../../language/characters';
import type { CharacterModel } from '../../language/language';
import { isTraditionalOnly } from '../../language/script';
import type { Census, Tally } from './census';
import { closerOf, USUAL_STYLE, type AnnotationForm } from './site';

/** What is to be made of a page's annotations. */
export interface Authorship {
  /** Whether a site's annotations are there at all. */
  readonly annotates: boolean;
  /** Whether characters that conversion to traditional does not touch are annotated by it as well. */
  readonly annotatesAny: boolean;
  /** Whether that is so plain that even a rare character's reading is the site's. */
  readonly annotatesRare: boolean;
}

/** Where at least one of so many annotations explains a whole word, people wrote them. */
const CHARACTERS_TO_A_WORD = 3;
/** A share of annotations in capitals that is small. */
const FEW = 0.2;
/** A share that is large; people mix both, machines do not. */
const MANY = 1 - FEW;
/** Share of annotated characters, and of all, that stand in lists of words. */
const IN_LISTS = 0.5;

/** Means are compared from this many characters on. */
const COMPARABLE = 10;
/** How much more frequent the characters must be on average, in nats, to rule out coincidence. */
const EASIER = 1.2;

/**
 * What tells authors; of them those that count even where only characters are annotated that conversion to traditional touches: that tells
 * a site, whatever else the page looks like.
 */
const AUTHOR_SIGNS: readonly {
  readonly example: string;
  readonly always?: true;
  readonly shows: (page: Census, model: CharacterModel) => boolean;
}[] = [
  {
    example: 'words are read: 一样(yíyàng)、妈妈(māma)、的(de)',
    always: true,
    shows: ({ counts, total }) => counts.words * CHARACTERS_TO_A_WORD >= total,
  },
  {
    example: 'names among others: 李(Li)住在绿(lǜ)园',
    always: true,
    shows: ({ capitals, total }) => capitals > FEW * total && capitals < MANY * total,
  },
  { example: 'characters are spoken of: “的(de)”和“得(de)”', shows: ({ counts, total }) => counts.cited >= IN_LISTS * total },
  {
    example: 'lists of words: 盒(hé)子　颜(yán)料; not running text with a short clause here and there',
    shows: ({ counts, total }) => counts.alone >= IN_LISTS * total && counts.alone + counts.bareAlone >= IN_LISTS * (total + counts.bare),
  },
  {
    example: 'all is read: 小(xiǎo)猴(hóu)子(zi)下(xià)山(shān)',
    shows: ({ annotated, plain, counts, total }) => total > counts.bare && without(plain, annotated).length < COMPARABLE,
  },
  { example: 'each is read once: 曲(qū)项歌曲', shows: page => isReadOnce(page) && !isScattered(page) },
  { example: 'the easiest are not read', shows: leavesOutTheEasiest },
];

/** Whether characters that are annotated once stand without annotation elsewhere, and no more are annotated again. */
function isReadOnce({ annotated, plain }: Census): boolean {
  const leftOut = [...annotated.keys()].filter(unit => plain.has(unit)).length;
  return leftOut > 0 && leftOut >= [...annotated].filter(([unit, { times }]) => times > 1 && !plain.has(unit)).length;
}

/**
 * This many different everyday characters with toneless readings are not family names or the
 * like, whose readings people write without tones.
 */
const SCATTERED = 8;

/**
 * Whether readings without tones are scattered over everyday characters: here with one, there
 * without. Nobody explains a character like that.
 */
function isScattered({ annotated, toneless, total }: Census): boolean {
  if (toneless < MANY * total) return false;
  const everyday = [...annotated].filter(([unit, { usual, toned }]) => usual && !toned && isEveryday(unit));
  return everyday.length >= SCATTERED;
}

function isEveryday(unit: number): boolean {
  return (characterClasses()[unit]! & HAN) === CharacterClass.HanCommon;
}

/** Readers for beginners leave out what everybody knows; a site's table is blind to that. */
function leavesOutTheEasiest({ annotated, plain }: Census, model: CharacterModel): boolean {
  const meanOf = (units: readonly number[]) => units.reduce((sum, unit) => sum + frequency(unit, model), 0) / units.length;
  const never = without(plain, annotated);
  return never.length >= COMPARABLE && annotated.size >= COMPARABLE && meanOf(never) > meanOf([...annotated.keys()]) + EASIER;
}

/** Natural log. */
function frequency(unit: number, model: CharacterModel): number {
  return model.unigram(String.fromCharCode(unit));
}

function without(plain: Census['plain'], annotated: Census['annotated']): number[] {
  return [...plain.keys()].filter(unit => !annotated.has(unit));
}

/** From this support on a page is taken for a site's: one annotated everyday traditional character, or three or four others. */
const ENOUGH = 1;

/** Factor on the weight of an annotation that has the form machines give theirs. */
const MECHANICAL = 3;
/** Support that doubled punctuation gives, which comes from the same sites. */
const DOUBLED = 0.7;

/** This many times `ENOUGH` makes it so plain that even the reading of a rare character is taken for the site's. */
const PLAIN = 3;

/**
 * What a site inserts cuts a character now and then; indentation may be lost as well. Where this
 * many times as much is lost, it was not the site.
 */
const MOST_CUT = 10;

/** Whether far more characters are lost than anything inserted can have cut: in noise letters stand behind ideographs by chance. */
function isNoise({ counts, total }: Census): boolean {
  return counts.lost > MOST_CUT * (total + counts.tails + counts.commas + counts.spaces + counts.breaks);
}

/** Who annotated a page. */
export function authorship(page: Census, model: CharacterModel): Authorship {
  if (isNoise(page)) return { annotates: false, annotatesAny: false, annotatesRare: false };
  const isMechanical = page.mechanical * 2 > page.total;
  // Doubled punctuation and annotations that lost their bracket are no author's work: what else stands there is the site's as well.
  const support = page.counts.tails + (page.counts.oddCommas > 0 ? DOUBLED : 0);
  const isConverted = hasOnlyConverted(page);
  const isAuthor =
    !isMechanical && support === 0 && AUTHOR_SIGNS.some(({ always, shows }) => (always || !isConverted) && shows(page, model));
  const mayContradict = isAuthor || !isScattered(page);
  let converted = 0;
  let other = 0;
  for (const [unit, tally] of page.annotated) {
    const isContrary = mayContradict && isContradicted(tally, page.plain.get(unit) ?? 0);
    const value = weight(unit, tally, model) * (isContrary ? -1 : 1) * (isMechanical ? MECHANICAL : 1);
    if (isTraditionalOnly(unit)) converted += value;
    else other += value;
  }
  if (isAuthor) {
    converted = Math.min(converted, 0);
    other = Math.min(other, 0);
  }
  const enough = ENOUGH * (isMechanical ? 1 : caution(page.form));
  return {
    annotates: converted + other + support >= enough || (page.converted >= CONVERTED && isConverted),
    annotatesAny: other > 0 && other + support >= enough,
    annotatesRare: other >= PLAIN * enough,
  };
}

/** A site annotates a character always, and always the same; a schoolbook shows where it is read one way and where another. */
function isContradicted({ times, others }: Tally, plain: number): boolean {
  return plain > times / 4 || others > 0;
}

/**
 * Natural log of the frequency of the 370 most frequent characters, which nobody needs to be told, and of those beyond
 * the 3,100 most frequent (counted in the model).
 */
const EVERYDAY = -7;
const UNUSUAL = -10;
/** What an everyday character speaks for a site when it is annotated once, and at least. */
const MOST = 0.6;
const LEAST = 0.1;

/**
 * How much an annotated character speaks for a site rather than for an author: everyday
 * characters do, each time again, traditional ones most.
 */
function weight(unit: number, { times, usual, toned }: Tally, model: CharacterModel): number {
  if (!isEveryday(unit)) return 0;
  const repeated = Math.min(times - 1, 4) * 0.5;
  if (isTraditionalOnly(unit)) return (usual ? 1 : 0.25) + repeated;
  const ease = (frequency(unit, model) - UNUSUAL) / (EVERYDAY - UNUSUAL);
  const once = usual ? Math.max(LEAST, MOST * Math.min(1, ease)) : LEAST;
  return (once + repeated * (once / MOST)) * (toned ? 1 : 2);
}

/**
 * How much more it takes where authors write annotations like that as well: in other brackets; and words of Latin letters that happen to be
 * readings. Who puts a space before a bracket puts one behind it as well: one before it alone is a machine's.
 */
function caution({ opener, behind }: AnnotationForm): number {
  if (closerOf(opener) === '') return 3;
  return opener.trimStart() === USUAL_STYLE.opener && behind === '' ? 1 : 2;
}

/**
 * Many characters that a conversion to traditional touches, hardly ever another one: nobody who explains characters to readers chooses them
 * like that, however many he leaves out. Copies that were partly cleaned annotate each of them now and then.
 */
const CONVERTED = 8;
const OTHERS = 0.05;

function hasOnlyConverted({ total, annotatedTraditional }: Census): boolean {
  return total - annotatedTraditional <= total * OTHERS;
}
