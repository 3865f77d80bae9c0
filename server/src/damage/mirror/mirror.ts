/**
 * Damage done by mirror sites: injected pinyin, doubled punctuation, and runs that were decoded one byte off. One mechanism, three codes.
 */
import type { OffsetMap } from '../../base/edits';
import type { Finding } from '../../base/finding';
import { t } from '../../base/localise';
import { CharacterClass, characterClasses, isIdeograph } from '../../language/characters';
import type { CharacterModel, Language } from '../../language/language';
import { isTraditionalOnly } from '../../language/script';
import { type DamageContext, type DamageKind, Stage, type Spot } from '../kind';
import { annotatedBefore, annotatedUpTo, annotationAt, annotationTail, cutClosing, isReadingLetter } from './annotations';
import { usualLine } from './decoder';
import { dependence, siteKey } from './dependence';
import { noEvidence, summarise, type MirrorEvidence } from './evidence';
import { cp936, mirror, pairOf, toGbk } from './forward';
import { cutsUnseen } from './garble';
import { gbkIndex } from './gbkIndex';
import { observe, type MirrorObserved } from './observe';
import { readingsOf, type Readings } from './readings';
import { REACH, RunMemory } from './runs';
import { closerOf, isMark, USUAL_STYLE, type AnnotationForm, type MirrorSite } from './site';

/** How many characters may be tried for the runs of one line; what comes behind is left alone. Real lines need a twentieth. */
const LINE_EFFORT = 200_000;

/**
 * How probable a restored run must be to be put in place. Most are surer: of all that are put in place 97 in 100 are
 * right on simplified pages, 99 on traditional ones.
 */
const SURE = 0.8;

/** A stretch of a line that one finding is about, before it is told. */
interface Part {
  readonly code: 'encoding.pinyin-injection' | 'encoding.doubled-punctuation' | 'encoding.shifted-bytes';
  readonly start: number;
  readonly end: number;
  /** Best first; what belongs in place of the stretch. */
  readonly candidates: readonly { readonly newText: string; readonly score: number }[];
  readonly repair: Finding['repair'];
  readonly guess?: string;
  /** What the explanation shows: for annotations with the character they belong to. */
  readonly shown: { readonly start: number; readonly end: number; readonly meant: string };
}

export const mirrorKind: DamageKind<MirrorSite, MirrorObserved, MirrorEvidence> = {
  id: 'mirror-site',
  codes: ['encoding.pinyin-injection', 'encoding.doubled-punctuation', 'encoding.shifted-bytes'],
  stage: Stage.Mirroring,
  scope: 'line',
  triggers:
    CharacterClass.Letter |
    CharacterClass.TonedLetter |
    CharacterClass.QuestionMark |
    CharacterClass.Broken |
    CharacterClass.Comma |
    CharacterClass.Space,
  forward: mirror,
  observe: (line, language) => observe(usualLine(line, '').text, language),
  summarise(observed, { model }) {
    const evidence = summarise(observed, model);
    // To make the table takes as long as the longest line: here, before the lines, it does not come on top of one.
    if (evidence.annotates) gbkIndex(model, evidence.script);
    return { evidence, key: '' };
  },
  dependence,
  find(line, context) {
    const evidence = context.evidence ?? noEvidence();
    if (!evidence.annotates && evidence.inserted === '') return [];
    const { text, map } = usualLine(line, evidence.form.opener);
    const readings = readingsOf(context.language.pinyin);
    const spots: Spot[] = [];
    for (let i = 0; i < text.length; i++) {
      if (isAmongIdeographs(text, i)) continue;
      const sign = signAt(text, i, evidence, readings, context.language.model);
      if (!sign) continue;
      spots.push({ start: i, end: sign.end });
      i = sign.end - 1;
    }
    return map ? spots.map(({ start, end }) => map.toSourceRange(start, end)) : spots;
  },
  repair(line, found, context) {
    const evidence = context.evidence ?? noEvidence();
    const { text, map } = usualLine(line, evidence.form.opener);
    const spots = map ? found.map(({ start, end }) => ({ start: map.toTarget(start), end: map.toTarget(end, 'end') })) : found;
    const readings = readingsOf(context.language.pinyin);
    const parts: Part[] = [];
    // The end of the restored line so far: what a run is read after.
    let done = 0;
    let restored = '';
    const effort = { left: LINE_EFFORT };
    for (const spot of spots) {
      if (spot.start < done) continue;
      const before = (restored + text.slice(Math.max(done, spot.start - REACH), spot.start)).slice(-REACH);
      const sign = signAt(text, spot.start, evidence, readings, context.language.model)?.sign;
      // What stands before a `?` may have been put before a mark that is cut: then it belongs to the run.
      const mayBegin = sign === 'run' || (sign === 'insertion' && text.charCodeAt(spot.end) === 0x3f);
      const part =
        (sign === 'unseen run' && effort.left > 0 ? unseenRunAt(text, spot.start, before, context, effort) : null) ??
        (mayBegin && effort.left > 0 ? runAt(text, spot.start, before, context, effort) : null) ??
        (sign === 'annotation' || sign === 'insertion' ? deletion(text, spot, sign, evidence) : null);
      if (!part) continue;
      parts.push(part);
      restored = before + text.slice(spot.start, part.start) + (part.candidates[0]?.newText ?? '');
      done = part.end;
    }
    return told(line, map ? parts.map(part => partOfLine(part, map)) : parts);
  },
};

/** A part of a line as a usual page shows it, in offsets of the line itself. */
function partOfLine(part: Part, map: OffsetMap): Part {
  return {
    ...part,
    ...map.toSourceRange(part.start, part.end),
    shown: { ...part.shown, ...map.toSourceRange(part.shown.start, part.shown.end) },
  };
}

/** What a site left at one place, and where that ends. Of a run only its beginning is seen, of an unseen one not even the `?`. */
interface Sign {
  readonly sign: 'annotation' | 'insertion' | 'run' | 'unseen run';
  readonly end: number;
}

/**
 * Whether neither a sign stands at an offset nor letters of a cut annotation behind it: so it
 * is in most places, which are passed over quickly.
 */
function isAmongIdeographs(text: string, at: number): boolean {
  return isIdeograph(text.charCodeAt(at)) && isIdeograph(text.charCodeAt(at + 1)) && !isReadingLetter(text.charCodeAt(at + 2));
}

/** The damage that begins at `at`; null when there is none. */
function signAt(text: string, at: number, evidence: MirrorEvidence, readings: Readings, model: CharacterModel): Sign | null {
  const annotation = evidence.annotates && at > 0 ? annotationSign(text, at, evidence, readings) : undefined;
  if (annotation !== undefined) return annotation;
  if (text[at] === '?') return beginsRun(text, at, evidence) ? { sign: 'run', end: at + 1 } : null;
  if (evidence.annotates && cutsUnseen(text, at, model)) return { sign: 'unseen run', end: at + 1 };
  const end = insertionEnd(text, at, evidence);
  return end > at ? { sign: 'insertion', end } : null;
}

/** An annotation, or what was left of one, at `at`; null where an author wrote it, undefined where there is none. */
function annotationSign(text: string, at: number, evidence: MirrorEvidence, readings: Readings): Sign | null | undefined {
  const { form } = evidence;
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const opens = unit === form.opener.charCodeAt(0);
  const annotation = (form.opener === '' ? isReadingLetter(unit) : opens) ? annotationAt(text, at, form) : null;
  if (annotation && isStray(before, annotation.reading, evidence, readings)) return { sign: 'unseen run', end: annotation.end };
  const annotated = annotatedBefore(text, at);
  if (annotation && readings.has(annotated, annotation.reading))
    return isInjected(annotated, annotation.mechanical, evidence) ? { sign: 'annotation', end: annotation.end } : null;
  const cut = opens ? cutClosing(text, at, form) : null;
  if (cut && readings.has(before, cut.reading)) return { sign: 'run', end: at + 1 };
  const mayCut = unit > 0x7f && before > 0x7f && (isReadingLetter(text.charCodeAt(at + 1)) || isReadingLetter(text.charCodeAt(at + 2)));
  return mayCut && cutsBehind(text, at, form, readings) ? { sign: 'run', end: at + 1 } : undefined;
}

/**
 * Whether a `?` stands for what an insertion cut; three in a row are indentation, or lost in
 * another way, unless the last belongs to an annotation.
 */
function beginsRun(text: string, at: number, { form }: MirrorEvidence): boolean {
  const next = text.charCodeAt(at + 1);
  const areThree = text.startsWith('???', at);
  return (
    isMark(next) ||
    (next === 0x3f && !areThree && !text.startsWith('???', at - 1)) ||
    (areThree && annotationTail(text, at + 2, form) !== null) ||
    annotationTail(text, at, form) !== null
  );
}

/** Whether a character took the first byte of an annotation that belongs to its own first byte and the last one before it. */
function cutsBehind(text: string, at: number, form: AnnotationForm, readings: Readings): boolean {
  const tail = annotationTail(text, at, form);
  if (tail === null || tail.waiting === 0) return false;
  // The site may have annotated the character before as well, earlier or later.
  return [text.charCodeAt(at - 1), annotatedUpTo(text, at, form)].some(before =>
    readings.has(cp936(pairOf(before) & 0xff, tail.waiting), tail.reading),
  );
}

/**
 * A site annotates characters of everyday use; rare characters that an author explains keep
 * their reading, unless all the page is annotated.
 */
function isInjected(unit: number, mechanical: boolean, evidence: MirrorEvidence): boolean {
  return mechanical || isTraditionalOnly(unit) || evidence.annotatesRare || (characterClasses()[unit]! & CharacterClass.HanCommon) !== 0;
}

/** Where what was put before a mark ends: of several commas the last one is the mark, unless another mark follows. */
function insertionEnd(text: string, at: number, evidence: MirrorEvidence): number {
  const { inserted } = evidence;
  if (inserted === '' || text[at] !== inserted || !(endsChinese(text, at, evidence) || beginsChinese(text, at + 1))) return at;
  let end = at + 1;
  while (text[end] === inserted) end++;
  if (inserted === ',') {
    const next = text.charCodeAt(end);
    return isMark(next) || next === 0xff1f || next === 0x3f ? end : end - 1;
  }
  return isMark(text.charCodeAt(end)) || text.charCodeAt(end) === 0x3f ? end : at;
}

/**
 * What an insertion stands behind in Chinese text: anything but ASCII letters, spaces and brackets other than those of annotations,
 * so that code and tables stay, unless Chinese punctuation follows.
 */
function endsChinese(text: string, at: number, { annotates, form }: MirrorEvidence): boolean {
  const unit = text.charCodeAt(at - 1);
  const closer = closerOf(form.opener);
  return (
    unit > 0x7f ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x29 ||
    unit === 0x25 ||
    unit === 0x3f ||
    (annotates && (unit === 0x20 ? form.behind !== '' : closer === '' ? isReadingLetter(unit) : unit === closer.charCodeAt(0)))
  );
}

/**
 * Whether a full-width mark stands here, or one that was folded and Chinese text behind it: of
 * `1200P,,去年` the comma was put there, of `a,,b` it was not.
 */
function beginsChinese(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f || (isMark(text.charCodeAt(at)) && text.charCodeAt(at + 1) > 0x7f);
}

function deletion(text: string, spot: Spot, sign: 'annotation' | 'insertion', evidence: MirrorEvidence): Part {
  const isAnnotation = sign === 'annotation';
  const known = !isAnnotation || evidence.annotated.has(annotatedBefore(text, spot.start));
  const shown = isAnnotation
    ? { start: spot.start - 1, end: spot.end, meant: text[spot.start - 1]! }
    : { start: spot.start, end: Math.min(spot.end + 1, text.length), meant: text[spot.end] ?? '' };
  return {
    code: isAnnotation ? 'encoding.pinyin-injection' : 'encoding.doubled-punctuation',
    ...spot,
    candidates: [],
    repair: { newText: '', proof: known ? 'proven' : 'likely' },
    shown,
  };
}

/** The run that begins at or right behind `at`, read after `before`; null when there is none. */
function runAt(text: string, at: number, before: string, context: DamageContext<MirrorEvidence>, effort: { left: number }): Part | null {
  const { run, tried } = runMemory(context).restore(text, at, before);
  effort.left -= tried;
  if (!run) return null;
  const { start, end, probability } = run;
  const candidates = run.candidates.map(({ text: newText, score }) => ({ newText, score }));
  const { newText } = candidates[0]!;
  // All of a run or nothing: each byte of the page belongs to two characters, and what is left out would be lost.
  return {
    code: 'encoding.shifted-bytes',
    start,
    end,
    candidates,
    repair: probability < SURE ? null : { newText, proof: 'likely' },
    ...(probability > 0 && probability < SURE ? { guess: newText } : {}),
    shown: { start, end, meant: newText },
  };
}

/**
 * Whether an annotation belongs to no character that the page shows: that of a cut one, where the
 * page does not show the `?` that took its bracket.
 */
function isStray(unit: number, reading: string, { form }: MirrorEvidence, readings: Readings): boolean {
  return form.opener === USUAL_STYLE.opener && readings.of(unit).length > 0 && !readings.has(unit, reading) && readings.isSyllable(reading);
}

/** The run of which the page does not show the `?` that belongs in front of a mark, or in place of a bracket; null where none is sure. */
function unseenRunAt(
  text: string,
  at: number,
  before: string,
  context: DamageContext<MirrorEvidence>,
  effort: { left: number },
): Part | null {
  const evidence = context.evidence ?? noEvidence();
  const readings = readingsOf(context.language.pinyin);
  const window = text.slice(at, at + REACH);
  const added = isMark(window.charCodeAt(0)) ? '?' : '';
  let shown = added === '' ? '?' : `?${window[0]}`;
  for (let i = 1; i < window.length; i++) {
    const annotation = window.startsWith(evidence.form.opener, i) ? annotationAt(window, i, evidence.form) : null;
    shown += annotation && isStray(window.charCodeAt(i - 1), annotation.reading, evidence, readings) ? '?' : window[i];
  }
  const part = runAt(shown, 0, before, context, effort);
  if (!part?.repair || part.start !== 0) return null;
  const end = at + part.end - added.length;
  return { ...part, start: at, end, shown: { start: at, end, meant: part.shown.meant } };
}

/** By site and language; the sites of the pages that were read last. */
const memories = new Map<string, { readonly language: Language; readonly memory: RunMemory }>();
const MOST_SITES = 8;

/** What is known of the runs of a site, made when its first run is met: a page that is edited mostly stays a page of the same site. */
function runMemory({ evidence = noEvidence(), language }: DamageContext<MirrorEvidence>): RunMemory {
  const key = siteKey(evidence);
  let known = memories.get(key);
  if (known?.language !== language) {
    known = {
      language,
      memory: new RunMemory({
        model: language.model,
        words: language.words,
        readings: readingsOf(language.pinyin),
        index: gbkIndex(language.model, evidence.script),
        evidence,
      }),
    };
    const [oldest] = memories.keys();
    if (memories.size >= MOST_SITES && oldest !== undefined) memories.delete(oldest);
    memories.set(key, known);
  }
  return known.memory;
}

/** Parts of a line as findings: runs speak for themselves, of the rest the first one of a kind speaks for all in the line. */
function told(text: string, parts: readonly Part[]): Finding[] {
  const counts = new Map<Part['code'], number>();
  for (const part of parts) counts.set(part.code, (counts.get(part.code) ?? 0) + 1);
  const spoken = new Set<Part['code']>();
  return parts.map((part): Finding => {
    const isRun = part.code === 'encoding.shifted-bytes';
    const first = isRun || !spoken.has(part.code);
    spoken.add(part.code);
    const damaged = text.slice(part.shown.start, part.shown.end);
    const { meant } = part.shown;
    const count = counts.get(part.code)!;
    return {
      code: part.code,
      start: part.start,
      end: part.end,
      severity: first ? 'warning' : 'hint',
      message: () => message(part, first ? count : 1, damaged, meant),
      repair: part.repair,
      ...(part.guess === undefined ? {} : { guess: part.guess }),
      candidates: part.candidates.length > 1 ? part.candidates : [],
      // Bytes are written out only when somebody looks.
      explanation: {
        mechanism: MECHANISMS[part.code],
        damaged,
        get bytes() {
          return hex(damaged);
        },
        meant,
      },
      ...(isRun ? {} : { unnecessary: true }),
    };
  });
}

const MECHANISMS = {
  'encoding.pinyin-injection': 'mirror-site.annotation',
  'encoding.doubled-punctuation': 'mirror-site.punctuation',
  'encoding.shifted-bytes': 'mirror-site.shifted-run',
} as const;

/** GBK bytes of a page's text, hex; `?` stands for two bytes that were lost. */
function hex(text: string): string {
  return [...text]
    .map(character =>
      character === '?' || character === '\ufffd'
        ? '?'
        : [...toGbk(character)].map(byte => byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join(''),
    )
    .join(' ');
}

function message(part: Part, count: number, damaged: string, meant: string): string {
  switch (part.code) {
    case 'encoding.pinyin-injection':
      return count > 1
        ? t('Injected pinyin: {0} readings in this line, e.g. {1} → {2}', count, damaged, meant)
        : t('Injected pinyin: {0} → {1}', damaged, meant);
    case 'encoding.doubled-punctuation':
      return count > 1
        ? t('Doubled punctuation: {0} in this line, e.g. {1} → {2}', count, damaged, meant)
        : t('Doubled punctuation: {0} → {1}', damaged, meant);
    case 'encoding.shifted-bytes':
      return part.repair
        ? t('Decoded one byte off: {0} was {1}', damaged, meant)
        : t(
            'Decoded one byte off: {0}, perhaps {1}',
            damaged,
            part.candidates
              .slice(0, 3)
              .map(candidate => candidate.newText)
              .join(' / '),
          );
  }
}
