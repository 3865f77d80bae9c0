/** Text stored in one charset and read as another, baked into the file: `encoding.wrong-charset`. */
import { withoutOverlaps } from '../base/edits';
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { codec, type Charset } from '../language/codecs/codec';
import type { Language } from '../language/language';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { Stage, type DamageContext, type DamageKind, type Spot } from './kind';
import { certainty } from './lostBytes/ranking';
import { isLossMark } from './lostBytes/reader';
import { gapsOf, type Beside, type Gap } from './wrongCharset/gaps';
import { STRANGE_CLASSES, SUSPICION, suspiciousSpots } from './suspicion';
import type { Layers } from './wrongCharset/cells';
import { nameOf, NO_EVIDENCE, sampleOf, StrangeLine, summarise, type Evidence } from './wrongCharset/evidence';
import { areKindred, findLayers, KINDRED_PRICE, showsOwnSigns, showsSigns, variantsOf } from './wrongCharset/layers';
import { verdictOn, type Verdict } from './wrongCharset/proof';
import { asTheOthers, segmentsOf, type Segment } from './wrongCharset/segments';
import { withSoftHyphens } from './wrongCharset/softHyphens';
import { Suspect } from './wrongCharset/suspect';
import { tornAround } from './wrongCharset/torn';

export interface WrongCharsetOptions {
  /** Misreadings as they happen, innermost first; UTF-8 as GB 18030 when left out. */
  readonly layers?: Layers;
  /** What a reader puts for bytes that it cannot read; U+FFFD when left out. */
  readonly lost?: string;
}

/** Nats by which the damaged reading must be less probable for a spot alone to convince. */
const CONVINCING = 18;
/** The same beside other damage of the same layers. */
const CORROBORATED = 7;
/** The same where the layers explain the whole text, to the last character. */
const CONVINCING_AS_A_WHOLE = 12;
/** How far around a spot a segment may reach; damaged text looks ordinary in places. */
const MARGIN = 48;
/** Clusters that are no further apart, in UTF-16 units, are read together. */
const TOGETHER = 24;
/** Longest stretch that is read together, in UTF-16 units. */
const LONGEST = 400;
/** Units beside a window that tell in what context it stands. */
const BESIDE = 6;
/** Share of a cluster that layers must explain for no others to be searched for. */
const EXPLAINED = 0.6;
/** Share from which on no other layers of the document are tried. */
const FULLY_EXPLAINED = 0.9;

export const wrongCharsetKind: DamageKind<WrongCharsetOptions, StrangeLine, Evidence> = {
  id: 'wrong-charset',
  codes: ['encoding.wrong-charset', 'encoding.lost-bytes'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: STRANGE_CLASSES,

  forward(text, { layers = [{ from: 'utf-8', as: 'gb18030' }], lost = '\ufffd' }) {
    return layers.reduce((damaged, { from, as }) => misread(damaged, from, as, lost), text);
  },

  observe: (line, language) => StrangeLine.in(line, language),
  summarise,

  find(text, context) {
    return suspiciousSpots(text, evidenceFor(text, context).layers.length > 0 ? 0.9 : SUSPICION);
  },

  repair(text, spots, context) {
    const findings: Finding[] = [];
    const evidence = evidenceFor(text, context);
    let told = 0;
    for (let first = 0; first < spots.length; first++) {
      const spot = spots[first]!;
      if (spot.end <= told) continue;
      let last = first;
      while (
        last + 1 < spots.length &&
        spots[last + 1]!.start - spots[last]!.end <= TOGETHER &&
        spots[last + 1]!.end - spot.start <= LONGEST
      )
        last++;
      // Windows overlap: what one has told the next does not repeat.
      // No window ends within a cluster: half of it would be told, and the other half no more.
      let to = spots[last]!.end + MARGIN;
      for (let next = last + 1; next < spots.length && spots[next]!.start <= to && spots[next]!.end - spot.start <= LONGEST; next++)
        to = Math.max(to, spots[next]!.end + TOGETHER);
      const found = findingsAround(text, spot, spots[last]!.end, to, evidence, context.language);
      // Only what is searched for from each cluster anew can show more in a window that begins with the next.
      if (found.length === 0 && !evidence.exhaustive) first = last;
      for (const finding of found) {
        if (finding.start < told) continue;
        findings.push(finding);
        told = finding.end;
      }
    }
    if (findings.length > 0 || !evidence.throughout || text.length > LONGEST || !showsOwnSigns(text, evidence.throughout)) return findings;
    const segment = asTheOthers(new Suspect(text, context.language.model), evidence.throughout);
    return segment ? [findingOf(text, 0, segment, { readings: [{ text: segment.text, score: 0 }], proof: 'likely' })] : [];
  },
};

function misread(text: string, from: Charset, as: Charset, lost: string): string {
  const source = codec(from);
  const reader = codec(as);
  const bytes: number[] = [];
  const out: string[] = [];
  for (const char of text) {
    const length = source.encodeInto(char.codePointAt(0)!, bytes, bytes.length);
    if (length === 0) bytes.push(0x3f);
  }
  for (let at = 0; at < bytes.length;) {
    const read = reader.decodeAt(bytes, at, bytes.length);
    if (read >= 0) {
      out.push(String.fromCodePoint(read >>> 3));
      at += read & 7;
      continue;
    }
    out.push(lost);
    // A reader of pairs loses both bytes unless the second is ASCII.
    at += at + 1 < bytes.length && bytes[at + 1]! >= 0x80 ? 2 : 1;
  }
  return out.join('');
}

/** The document's evidence with what the text proves by itself: other damage may have hidden it when the document was looked at. */
function evidenceFor(text: string, { language, evidence = NO_EVIDENCE }: DamageContext<Evidence>): Evidence {
  const own = evidence.exhaustive ? StrangeLine.in(text, language)?.layers : null;
  return own && !evidence.layers.some(layers => nameOf(layers).join() === nameOf(own).join())
    ? { ...evidence, layers: [...evidence.layers, own] }
    : evidence;
}

/** Findings in the window of a cluster and of those that follow it up to `end`, sorted. The window ends at `to`. */
function findingsAround(text: string, spot: Spot, end: number, to: number, evidence: Evidence, language: Language): Finding[] {
  const from = Math.max(0, spot.start - MARGIN);
  const window = text.slice(from, to);
  const suspect = new Suspect(window, language.model);
  let segments: readonly Segment[] = [];
  let bestGain = 0;
  const tried: Layers[] = [];
  const attempt = (layers: Layers, bar: number): void => {
    if (!showsSigns(window, layers) || tried.some(other => suspect.isAlike(other, layers))) return;
    tried.push(layers);
    const all = segmentsOf(suspect, layers, language);
    // Marks that were misread among sound text: the form of UTF-8 in one place speaks for the others.
    const least = layers[0]!.from === 'utf-8' && gainOf(all) >= bar ? CORROBORATED : bar;
    const isWhole = leavesNothing(window, all) && gainOf(all) >= Math.min(least, CONVINCING_AS_A_WHOLE);
    const found = isWhole ? all : all.filter(segment => segment.gain >= least);
    const gain = gainOf(found);
    if (gain > bestGain + (segments[0] && areKindred(segments[0].layers, layers) ? KINDRED_PRICE : 0)) {
      segments = found;
      bestGain = gain;
    }
  };
  const cluster: Spot = { start: spot.start - from, end: spot.end - from };
  // Only one way is told a window: where there are very many clusters, it is the first that explains the cluster the window begins with.
  const around: Spot = evidence.exhaustive ? { start: cluster.start, end: end - from } : cluster;
  for (const layers of evidence.layers) {
    attempt(layers, CORROBORATED);
    if (shareOf(around, segments) >= FULLY_EXPLAINED) break;
  }
  // A sign of the text beside damaged text may be a byte to one variant of a table, and no byte to another.
  if (segments.length === 0 && evidence.exhaustive)
    for (const layers of evidence.layers) for (const variant of variantsOf(layers, window)) attempt(variant, CORROBORATED);
  if ((evidence.exhaustive || evidence.layers.length === 0) && shareOf(cluster, segments) < EXPLAINED) {
    const sample = sampleOf(text, spot);
    const found = suspiciousSpots(sample).length > 0 ? findLayers(sample, language, evidence.exhaustive) : null;
    if (found) attempt(found.layers, CONVINCING + 3 * (found.layers.length - 1));
  }
  // The sample that told the layers may have had no character in which the variants of a table differ.
  if (segments[0]) for (const layers of variantsOf(segments[0].layers, window)) attempt(layers, CORROBORATED);
  const isReread = evidence.thorough && evidence.exhaustive;
  const reread = isReread ? withoutOverlaps(segments.flatMap(segment => withSoftHyphens(window, segment, language) ?? [])) : [];
  const findings = reread.map(gap => lossOf(text, from, gap));
  for (const segment of segments)
    if (!reread.some(({ start, end }) => start < segment.end && segment.start < end))
      findings.push(findingOf(text, from, segment, verdictOn(suspect, segment, evidence.throughout, language)));
  const beside = { before: text.slice(Math.max(0, from - BESIDE), from), after: text.slice(to, to + BESIDE) };
  const lossy = !evidence.thorough || reread.length > 0 ? [] : segments[0] ? [segments[0].layers] : evidence.layers;
  for (const layers of lossy) {
    const gaps = gapsOf(window, beside, segments, layers, language);
    findings.push(...gaps.map(gap => lossOf(text, from, gap)));
    if (gaps.length > 0) break;
  }
  return evidence.thorough
    ? withTorn(
        text,
        from,
        window,
        { start: cluster.start, end: end - from },
        segments,
        beside,
        findings.sort(inOrder),
        evidence.width,
        language,
      )
    : findings.sort(inOrder);
}

/** Findings in a window, and what is left between them of text that was read in pairs with losses. */
function withTorn(
  text: string,
  from: number,
  window: string,
  around: Spot,
  segments: readonly Segment[],
  beside: Beside,
  findings: readonly Finding[],
  width: number,
  language: Language,
): Finding[] {
  if (segments[0] && segments[0].layers.length > 1) return [...findings];
  const out: Finding[] = [];
  let at = around.start;
  let read = text.slice(0, from + at);
  // What could not be read by itself may be read with the marks beside it.
  const known = findings.filter(({ repair, guess }) => repair !== null || guess !== undefined);
  for (let n = 0; n <= known.length; n++) {
    const next = known[n];
    const end = next ? next.start - from : around.end;
    if (end > at) {
      const told: Beside = {
        before: read,
        after: next ? readingOf(next) : window.slice(end) + beside.after,
      };
      out.push(
        ...tornAround(window, { start: at, end }, n === 0 ? 0 : at, told, language, width, segments[0]?.layers[0]).map(gap =>
          lossOf(text, from, gap),
        ),
      );
    }
    if (!next || next.end - from <= at) continue;
    read += window.slice(at, Math.max(at, next.start - from)) + readingOf(next);
    at = next.end - from;
  }
  return [...findings.filter(({ start, end }) => !out.some(torn => start < torn.end && torn.start < end)), ...out].sort(inOrder);
}

/** What a finding's place reads as. */
function readingOf({ repair, guess, candidates }: Finding): string {
  return repair?.newText ?? guess ?? candidates[0]?.newText ?? '';
}

const inOrder = (a: Finding, b: Finding): number => a.start - b.start || b.end - a.end;

/** Whether stretches are all that there is, but for ASCII and the last mark. */
function leavesNothing(text: string, segments: readonly Segment[]): boolean {
  let at = 0;
  for (const { start, end } of segments) {
    if (!/^[\x00-\x7f]*$/.test(text.slice(at, start))) return false;
    at = end;
  }
  return segments.length > 0 && /^[\x00-\x7f，。！？；：]?[\x00-\x7f]*$/.test(text.slice(at));
}

/** What segments gain together; parts of one stretch share its gain. */
function gainOf(segments: readonly Segment[]): number {
  return Array.from(new Set(segments.map(({ gain }) => gain))).reduce((sum, one) => sum + one, 0);
}

/** How much of a stretch lies in segments, from 0 to 1. */
function shareOf({ start, end }: Spot, segments: readonly Spot[]): number {
  let covered = 0;
  for (const segment of segments) covered += Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start));
  return covered / (end - start);
}

/** Share of the probability that the best reading must have to be put in place. */
const CERTAIN = 0.99;
/** The same where bytes are gone: its neighbours may be misread too. */
const CERTAIN_WITH_LOSS = 0.999;
/** The same where of a character hardly more than the first byte is left. */
const CERTAIN_BY_LEAD = 0.9998;
/** And to be read in its place at least. */
const LIKELIER = 0.5;

function lossOf(text: string, offset: number, gap: Gap): Finding {
  const start = gap.start + offset;
  const end = gap.end + offset;
  const damaged = text.slice(start, end);
  const [best] = gap.readings;
  const [name] = nameOf([gap.layer]) as [string];
  const example = isAboutEncoding(text);
  const sureness = gap.isBounded ? certainty(gap.readings) : 0;
  // A mark right beside it may be a part of it: that is told when all else is read.
  const isRead =
    gap.isLegible || (certainty(gap.readings) >= LIKELIER && !isLossMark(text.charCodeAt(start - 1)) && !isLossMark(text.charCodeAt(end)));
  const marks = Array.from(damaged).filter(char => isLossMark(char.codePointAt(0)!)).length;
  const isSure = sureness >= (marks === 0 ? CERTAIN : marks > best!.text.length ? CERTAIN_BY_LEAD : CERTAIN_WITH_LOSS);
  return {
    code: 'encoding.lost-bytes',
    start,
    end,
    severity: example ? 'hint' : 'warning',
    message: () =>
      t('Bytes were lost when {0} was read as {1}. It may have been “{2}”', ...(name.split(' as ') as [string, string]), best!.text),
    repair: !example && isSure ? { newText: best!.text, proof: 'likely' } : null,
    // As it stands nobody can read it.
    ...(example || isSure || !isRead ? {} : { guess: best!.text }),
    candidates: gap.readings.slice(0, 5).map(reading => ({ newText: reading.text, score: reading.score - best!.score })),
    explanation: {
      mechanism: 'wrong-charset.lost-bytes',
      layers: [name],
      damaged,
      bytes: bytesOf(damaged, [gap.layer]),
      meant: best!.text,
    },
  };
}

function findingOf(text: string, offset: number, segment: Segment, { readings, proof }: Verdict): Finding {
  const meant = readings[0]!.text;
  const start = segment.start + offset;
  const end = segment.end + offset;
  const damaged = text.slice(start, end);
  const names = nameOf(segment.layers);
  const example = isAboutEncoding(text) || isQuoted(text, start, end, meant);
  return {
    code: 'encoding.wrong-charset',
    start,
    end,
    severity: example ? 'hint' : 'warning',
    message: () =>
      t(
        'Wrong charset: {0}. It reads “{1}”',
        names.map(name => t('{0} read as {1}', ...name.split(' as '))).join(t(', then ')),
        shorten(meant),
      ),
    repair: example || !proof ? null : { newText: meant, proof },
    // As it stands nobody can read it.
    ...(example || proof ? {} : { guess: meant }),
    candidates: example || !proof ? readings.map(reading => ({ newText: reading.text, score: reading.score - readings[0]!.score })) : [],
    explanation: { mechanism: 'wrong-charset', layers: names, damaged, bytes: bytesOf(damaged, segment.layers), meant },
  };
}

/** Whether damage is shown in quotation marks, with what it means beside it. */
function isQuoted(text: string, start: number, end: number, meant: string): boolean {
  return /[“‘"「『《`]/.test(text[start - 1] ?? '') && /[”’"」』》`]/.test(text[end] ?? '') && text.includes(meant);
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** The bytes of a damaged stretch in the charset it was last read as. */
function bytesOf(damaged: string, layers: Layers): string {
  return hexOf(damaged, layers[layers.length - 1]!.as);
}
