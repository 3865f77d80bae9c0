/** What the lines of a document tell together: how it was misread, and how much of it is worth a search. */
import type { Language } from '../../language/language';
import type { Spot } from '../kind';
import { isWorthSearching, widthFor } from '../lostBytes/effort';
import { isLossMark } from '../lostBytes/reader';
import { suspiciousSpots } from '../suspicion';
import type { Layers } from './cells';
import { findLayers } from './layers';

/** What the document shows. */
export interface Evidence {
  /** Layers that lines of the document prove, those of most lines first. */
  readonly layers: readonly Layers[];
  /** Layers that most strange lines of the document prove: the others must have come the same way. Null where there are none. */
  readonly throughout: Layers | null;
  /** Whether what was lost under them is searched for. */
  readonly thorough: boolean;
  /** How many readings are followed at a time of what is torn; 0 where it is so much that none is searched for. */
  readonly width: number;
  /**
   * Whether strange characters are few enough to try everything on each cluster of them; otherwise what the
   * form of UTF-8 proves, and what the document shows.
   */
  readonly exhaustive: boolean;
}

export const NO_EVIDENCE: Evidence = { layers: [], throughout: null, thorough: true, width: widthFor(0), exhaustive: true };

/** Units of a cluster on which layers are tried. */
const SAMPLE = 64;
/** From this gain on a cluster counts as evidence for its layers in the whole document. */
const EVIDENT = 30;
/** How many clusters of a line are examined. */
const MOST_CLUSTERS = 32;
/** How many lines of a document are examined. */
const MOST_LINES = 192;
/** Clusters of one document on which everything is tried. Articles have fewer; what has more is no article, or damaged throughout. */
const MOST_SEARCHED = 1500;
/** A longer cluster counts as several, one for so many units: what one misreading does not explain of it is several clusters. */
const LONG_CLUSTER = 128;
/** Layers that are tried on every cluster of such a document, in place of all that there are. */
const MOST_LAYERS = 8;

/**
 * A document is damaged throughout where one and the same layers are proven by this share of its
 * strange lines, by length, and by so many of them.
 */
const MOST = 0.6;
const SEVERAL = 3;

/** A line that holds strange characters. */
export class StrangeLine {
  readonly #line: string;
  readonly #language: Language;
  readonly #spots: readonly Spot[];
  #layers: Layers | null | undefined;
  /** How much it lost: its marks, and a share of the rest, for losses that left none. */
  readonly losses: number;
  /** A number that depends on nothing but the line. */
  readonly hash: number;

  private constructor(line: string, spots: readonly Spot[], language: Language) {
    this.#line = line;
    this.#language = language;
    this.#spots = spots;
    let losses = Math.floor(line.length / 40);
    let hash = 0;
    for (let i = 0; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      if (isLossMark(unit)) losses++;
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    this.losses = losses;
    this.hash = (hash ^ (hash >>> 15)) >>> 0;
  }

  /** @returns null for a line without strange characters */
  static in(line: string, language: Language): StrangeLine | null {
    const spots = suspiciousSpots(line);
    return spots.length === 0 ? null : new StrangeLine(line, spots, language);
  }

  get length(): number {
    return this.#line.length;
  }

  /** How many clusters it has to search. */
  get clusters(): number {
    return this.#spots.reduce((count, { start, end }) => count + Math.ceil((end - start) / LONG_CLUSTER), 0);
  }

  /** Units of its clusters. */
  get strange(): number {
    return this.#spots.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  /** The layers that it proves by itself; searched for when first asked for. */
  get layers(): Layers | null {
    if (this.#layers !== undefined) return this.#layers;
    for (const spot of this.#spots.slice(0, MOST_CLUSTERS)) {
      const found = findLayers(sampleOf(this.#line, spot), this.#language);
      if (found && found.gain >= EVIDENT) return (this.#layers = found.layers);
    }
    return (this.#layers = null);
  }
}

/** The part of a cluster on which layers are tried. */
export function sampleOf(text: string, { start, end }: Spot): string {
  return text.slice(start, Math.min(end, start + SAMPLE));
}

/** What lines tell together. Of very many lines a part is asked, always the same of the same lines. */
export function summarise(lines: readonly StrangeLine[]): { readonly evidence: Evidence; readonly key: string } {
  let clusters = 0;
  let every = 1;
  for (const line of lines) clusters += line.clusters;
  while (lines.length > every * MOST_LINES) every *= 2;
  const proven = new Map<string, { readonly layers: Layers; count: number; length: number }>();
  let asked = 0;
  let unexplained = 0;
  for (const line of lines) {
    if (line.hash % every !== 0) continue;
    asked += line.length;
    if (!line.layers) {
      unexplained += line.strange;
      continue;
    }
    const name = nameOf(line.layers).join();
    const known = proven.get(name);
    if (known) {
      known.count++;
      known.length += line.length;
    } else proven.set(name, { layers: line.layers, count: 1, length: line.length });
  }
  const sorted = [...proven].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  const exhaustive = clusters <= MOST_SEARCHED;
  if (!exhaustive) sorted.length = Math.min(sorted.length, MOST_LAYERS);
  const most = sorted[0]?.[1];
  const throughout = most && most.count >= SEVERAL && most.length >= MOST * asked ? most.layers : null;
  const thorough = isWorthSearching(lines.map(({ losses }) => losses));
  const width = widthFor(unexplained * every);
  return {
    evidence: { layers: sorted.map(([, { layers }]) => layers), throughout, thorough, width, exhaustive },
    key: [thorough, width, exhaustive, throughout !== null, ...sorted.map(([name]) => name)].join(';'),
  };
}

/** The layers as `utf-8 as gb18030`, innermost first. */
export function nameOf(layers: Layers): string[] {
  return layers.map(({ from, as }) => `${from} as ${as}`);
}
