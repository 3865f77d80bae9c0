/** Text stored in one charset and read as another, baked into the file: `encoding.wrong-charset`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { codec, type Charset } from '../language/codecs/codec';
import { isAboutEncoding } from './aboutEncoding';
import { Stage, type DamageContext, type DamageKind, type Spot } from './kind';
import { isWorthSearching } from './lostBytes/effort';
import { certainty } from './lostBytes/ranking';
import { isLossMark } from './lostBytes/reader';
import { gapsOf, type Gap } from './wrongCharset/gaps';
import { STRANGE_CLASSES, SUSPICION, suspiciousSpots } from './suspicion';
import { findLayers, segmentsOf, type Layers, type Segment } from './wrongCharset/search';

export interface WrongCharsetOptions {
  /** Misreadings as they happen, innermost first; UTF-8 as GB 18030 when left out. */
  readonly layers?: Layers;
  /** What a reader puts for bytes that it cannot read; U+FFFD when left out. */
  readonly lost?: string;
}

/** What a line with strange characters shows: the layers that it proves, if any, and how much it lost. */
interface Observed {
  readonly layers: Layers | null;
  readonly losses: number;
}

/** Layers that lines of the document prove, and whether what was lost under them is searched for. */
interface Evidence {
  readonly layers: readonly Layers[];
  readonly thorough: boolean;
}

const NO_EVIDENCE: Evidence = { layers: [], thorough: true };

/** How many nats the damaged reading must be less probable before a spot alone convinces, and beside other damage of the same layers. */
const CONVINCING = 18, CORROBORATED = 7;
/** From this gain on a segment of a line counts as evidence for its layers in the whole document. */
const EVIDENT = 30;
/** How far around a spot a segment may reach; damaged text looks ordinary in places. */
const MARGIN = 48;
/** Units of a spot on which layers are tried. */
const SAMPLE = 64;

export const wrongCharsetKind: DamageKind<WrongCharsetOptions, Observed, Evidence> = {
  id: 'wrong-charset',
  codes: ['encoding.wrong-charset', 'encoding.lost-bytes'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: STRANGE_CLASSES,

  forward(text, { layers = [{ from: 'utf-8', as: 'gb18030' }], lost = '\ufffd' }) {
    return layers.reduce((damaged, { from, as }) => misread(damaged, from, as, lost), text);
  },

  observe(line, language) {
    const spots = suspiciousSpots(line);
    if (spots.length === 0) return null;
    let layers: Layers | null = null;
    for (let i = 0; i < spots.length && !layers; i++) {
      const found = findLayers(line.slice(spots[i]!.start, Math.min(spots[i]!.end, spots[i]!.start + SAMPLE)), language);
      if (found && found.gain >= EVIDENT) ({ layers } = found);
    }
    const losses = lossesIn(line);
    return layers || losses > 0 ? { layers, losses } : null;
  },

  summarise(observed) {
    const names = new Map<string, Layers>();
    for (const { layers } of observed) if (layers) names.set(nameOf(layers).join(), layers);
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)), thorough = isWorthSearching(observed.map(({ losses }) => losses));
    return { evidence: { layers: sorted.map(([, layers]) => layers), thorough }, key: [thorough, ...sorted.map(([name]) => name)].join(';') };
  },

  find(text, { evidence }) {
    return suspiciousSpots(text, evidence && evidence.layers.length > 0 ? 0.9 : SUSPICION);
  },

  repair(text, spots, context) {
    // Windows around spots overlap: what one has told the next does not repeat.
    let covered = 0;
    return spots.flatMap(spot => repairSpot(text, spot, context)).sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => {
      if (start < covered) return false;
      covered = end;
      return true;
    });
  },
};

function misread(text: string, from: Charset, as: Charset, lost: string): string {
  const source = codec(from), reader = codec(as), bytes: number[] = [], out: string[] = [];
  for (const char of text) {
    const length = source.encodeInto(char.codePointAt(0)!, bytes, bytes.length);
    if (length === 0) bytes.push(0x3f);
  }
  for (let at = 0; at < bytes.length;) {
    const read = reader.decodeAt(bytes, at, bytes.length);
    if (read >= 0) { out.push(String.fromCodePoint(read >>> 3)); at += read & 7; continue; }
    out.push(lost);
    // A reader of pairs loses both bytes unless the second is ASCII.
    at += at + 1 < bytes.length && bytes[at + 1]! >= 0x80 ? 2 : 1;
  }
  return out.join('');
}

function repairSpot(text: string, spot: Spot, { language, evidence = NO_EVIDENCE }: DamageContext<Evidence>): Finding[] {
  const from = Math.max(0, spot.start - MARGIN), to = Math.min(text.length, spot.end + MARGIN), window = text.slice(from, to);
  const known = new Set(evidence.layers.map(layers => nameOf(layers).join()));
  const sample = text.slice(spot.start, Math.min(spot.end, spot.start + SAMPLE));
  const found = suspiciousSpots(sample).length > 0 ? findLayers(sample, language) : null;
  const tried = found && !known.has(nameOf(found.layers).join()) ? [...evidence.layers, found.layers] : evidence.layers;
  let best: { segments: readonly Segment[]; layers: Layers } | null = null, bestGain = 0;
  for (const layers of tried) {
    const bar = known.has(nameOf(layers).join()) ? CORROBORATED : CONVINCING + 3 * (layers.length - 1);
    const segments = segmentsOf(window, layers, language).filter(segment => segment.gain >= bar);
    const gain = segments.reduce((sum, segment) => sum + segment.gain, 0);
    if (gain > bestGain) { best = { segments, layers }; bestGain = gain; }
  }
  const findings = (best?.segments ?? []).map(segment => findingOf(text, from, segment));
  const lossy = !evidence.thorough ? [] : best ? [best.layers] : evidence.layers;
  for (const layers of lossy) {
    const gaps = gapsOf(window, best?.segments ?? [], layers, language);
    findings.push(...gaps.map(gap => lossOf(text, from, gap)));
    if (gaps.length > 0) break;
  }
  return findings;
}

/** How much a line lost: its marks, and a share of the rest, for losses that left none. */
function lossesIn(line: string): number {
  let losses = Math.floor(line.length / 40);
  for (let i = 0; i < line.length; i++) if (isLossMark(line.charCodeAt(i))) losses++;
  return losses;
}

/** Share of the probability that the best reading must have, to be put in place. */
const CERTAIN = 0.985;

function lossOf(text: string, offset: number, gap: Gap): Finding {
  const start = gap.start + offset, end = gap.end + offset, damaged = text.slice(start, end), [best] = gap.readings, [name] = nameOf([gap.layer]) as [string];
  const example = isAboutEncoding(text);
  return {
    code: 'encoding.lost-bytes', start, end, severity: example ? 'hint' : 'warning',
    message: () => t('Bytes were lost when {0} was read as {1}. It may have been “{2}”', ...(name.split(' as ') as [string, string]), best!.text),
    repair: !example && certainty(gap.readings) >= CERTAIN ? { newText: best!.text, proof: 'likely' } : null,
    candidates: gap.readings.slice(0, 5).map(reading => ({ newText: reading.text, score: reading.score - best!.score })),
    explanation: { mechanism: 'wrong-charset.lost-bytes', layers: [name], damaged, bytes: bytesOf(damaged, [gap.layer]), meant: best!.text },
  };
}

function findingOf(text: string, offset: number, segment: Segment): Finding {
  const start = segment.start + offset, end = segment.end + offset, damaged = text.slice(start, end), names = nameOf(segment.layers);
  const example = isAboutEncoding(text);
  return {
    code: 'encoding.wrong-charset', start, end, severity: example ? 'hint' : 'warning',
    message: () => t('Wrong charset: {0}. It reads “{1}”', names.map(name => t('{0} read as {1}', ...name.split(' as '))).join(t(', then ')), shorten(segment.text)),
    repair: example ? null : { newText: segment.text, proof: 'proven' },
    candidates: example ? [{ newText: segment.text, score: 0 }] : [],
    explanation: { mechanism: 'wrong-charset', layers: names, damaged, bytes: bytesOf(damaged, segment.layers), meant: segment.text },
  };
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** The layers as `utf-8 as gb18030`, innermost first. */
function nameOf(layers: Layers): string[] {
  return layers.map(({ from, as }) => `${from} as ${as}`);
}

/** The first bytes of a damaged stretch in the charset it was last read as, in hexadecimal. */
function bytesOf(damaged: string, layers: Layers): string {
  const reader = codec(layers[layers.length - 1]!.as), out: number[] = [];
  for (const char of damaged) {
    reader.encodeInto(char.codePointAt(0)!, out, out.length);
    if (out.length >= 32) break;
  }
  return out.map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
}
