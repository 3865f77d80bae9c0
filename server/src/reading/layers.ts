/** Undoing damage on damage: rounds of findings, each made on the text that the round before gave, told in the offsets of the first text. */
import { applyEdits, composeEdits, OffsetMap } from '../base/edits';
import type { Edit, Finding, Proof } from '../base/finding';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { STYLE_CODES } from '../damage/registry';

/** What undoing gave. Offsets of findings and edits are offsets into the text that went in. */
export interface Undone {
  readonly text: string;
  /** Sorted, not overlapping; empty when nothing was repaired. */
  readonly edits: readonly Edit[];
  /** Findings that were repaired, sorted by `start`, not overlapping. */
  readonly applied: readonly Finding[];
  /** Findings that were not, sorted by `start`. */
  readonly reported: readonly Finding[];
}

/** Damage deeper than this is not undone: every layer makes text several times longer or loses bytes, so real pages stay below it. */
const DEPTH_LIMIT = 6;

/**
 * What kinds found in the texts that a line went through: kept while the line is undone again, in the next round or under other
 * evidence of the document, which changes what one kind gives for a few lines only.
 */
export class Rounds {
  #last: FoundIn;
  #known: FoundIn = new Map();

  /** @param earlier of the line that this line is what was made of: its last round was this one's first */
  constructor(earlier?: Rounds) {
    this.#last = earlier ? earlier.#known : new Map();
  }

  /** Forgets all that was not asked for since the last call. */
  start(): void {
    if (this.#known.size === 0) return;
    this.#last = this.#known;
    this.#known = new Map();
  }

  /** What a kind finds in a text. */
  findings(kind: AnyDamageKind, text: string, context: DamageContext): readonly Finding[] {
    const { evidence } = context;
    let known = this.#known.get(text);
    if (!known) this.#known.set(text, (known = new Map<AnyDamageKind, Found>()));
    let found = known.get(kind) ?? this.#last.get(text)?.get(kind);
    if (!found || found.evidence !== evidence) found = { evidence, findings: findingsIn(kind, text, context) };
    known.set(kind, found);
    return found.findings;
  }
}

/** By text and kind. */
type FoundIn = Map<string, Map<AnyDamageKind, Found>>;

/** What was found, and the evidence of the document under which. */
interface Found {
  readonly evidence: unknown;
  readonly findings: readonly Finding[];
}

function findingsIn(kind: AnyDamageKind, text: string, context: DamageContext): readonly Finding[] {
  const spots = kind.find(text, context);
  return spots.length === 0 ? [] : kind.repair(text, spots, context);
}

/**
 * Undoes all damage in a text, a piece for each kind: the kinds in the order given (last stage of a page's life first), and again from the first
 * as long as anything was repaired.
 * @param kinds sorted by falling stage
 * @param classesOf which character classes a text holds: kinds whose triggers it lacks are skipped
 * @param contextOf the context for a kind
 * @param accept which repairs are carried out; all others are only reported
 * @param rounds what is known from undoing the same text before
 */
export function* undoInPieces(
  source: string,
  kinds: readonly AnyDamageKind[],
  classesOf: (text: string) => number,
  contextOf: (kind: AnyDamageKind) => DamageContext,
  accept: Proof,
  rounds?: Rounds,
): Generator<void, Undone> {
  let undone: Undone = { text: source, edits: [], applied: [], reported: [] };
  let classes = classesOf(source);
  for (let depth = 0; depth < DEPTH_LIMIT; depth++) {
    const before = undone.text;
    let reported: Finding[] = [];
    for (const kind of kinds) {
      if ((classes & kind.triggers) === 0) continue;
      yield;
      const { text } = undone;
      const context = contextOf(kind);
      const findings = rounds ? rounds.findings(kind, text, context) : findingsIn(kind, text, context);
      if (findings.length === 0) continue;
      const round = accepted(text, findings, accept);
      const map = undone.edits.length === 0 ? undefined : new OffsetMap(undone.edits);
      reported = besides(reported, map ? round.reported.map(finding => throughEdits(finding, source, text, map)) : round.reported);
      if (round.edits.length === 0) continue;
      undone = followedBy(source, undone, round);
      classes = classesOf(undone.text);
    }
    // What an earlier round knew of a place stands until the place is repaired: damage that explained it may be gone by now.
    undone = { ...undone, reported: besides([...apartFrom(undone.reported, undone.applied)], reported) };
    if (undone.text === before) break;
  }
  return undone;
}

/** Reports of several kinds, sorted: one place is reported once, by the kind that is undone first, for it knows most of how it came about. */
function besides(earlier: Finding[], later: readonly Finding[]): Finding[] {
  if (earlier.length === 0) return [...later].sort(inOrder);
  const out = [...earlier];
  let i = 0;
  let covered = -1;
  for (const finding of [...later].sort(inOrder)) {
    while (i < earlier.length && earlier[i]!.start < finding.end) covered = Math.max(covered, earlier[i++]!.end);
    if (covered <= finding.start) out.push(finding);
  }
  return out.sort(inOrder);
}

/** Findings on a text, carried out as far as they are accepted; style never is. What is only guessed is read so and stays reported. */
function accepted(text: string, findings: readonly Finding[], accept: Proof): Undone {
  const applied: Finding[] = [];
  const reported: Finding[] = [];
  const edits: Edit[] = [];
  let covered = 0;
  for (const finding of findings) {
    const { code, repair, guess, start, end } = finding;
    // A repair that changes nothing, or that would overlap its neighbour, is a report.
    if (
      repair &&
      !STYLE_CODES.has(code) &&
      (repair.proof === 'proven' || accept === 'likely') &&
      start >= covered &&
      repair.newText !== text.slice(start, end)
    ) {
      applied.push(finding);
      edits.push({ start, end, newText: repair.newText });
      covered = end;
      continue;
    }
    reported.push(finding);
    if (guess !== undefined && accept === 'likely' && start >= covered) {
      edits.push({ start, end, newText: guess });
      covered = end;
    }
  }
  return { text: applyEdits(text, edits), edits, applied, reported };
}

/** Two undoings as one: `second` was made on the text that `first` gave. What `first` reported and `second` did not repair stays reported. */
export function followedBy(source: string, first: Undone, second: Undone): Undone {
  if (first.edits.length === 0) return { ...second, reported: apartFrom(first.reported, second.applied) };
  const edits = composeEdits(source, first.edits, second.edits);
  const before = new OffsetMap(first.edits);
  const later = second.applied.map(finding => throughEdits(finding, source, first.text, before));
  return {
    text: second.text,
    edits,
    applied: absorb(first.applied, later, second.text, new OffsetMap(edits)),
    reported: apartFrom(first.reported, later),
  };
}

const inOrder = (a: Finding, b: Finding) => a.start - b.start || a.end - b.end;

/** All findings of an undoing, sorted by `start`. */
export function findingsOf({ applied, reported }: Undone): readonly Finding[] {
  return applied.length === 0 ? reported : reported.length === 0 ? applied : [...applied, ...reported].sort(inOrder);
}

/** The findings that share no character with any of the others; both sorted, the others without overlaps. */
function apartFrom(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  let i = 0;
  return findings.filter(finding => {
    while (i < others.length && others[i]!.end <= finding.start) i++;
    return i === others.length || others[i]!.start >= finding.end;
  });
}

/** A finding on edited text, told in the offsets of the source: widened to whole edits, its repairs completed by what the edits already gave. */
function throughEdits(finding: Finding, source: string, text: string, map: OffsetMap): Finding {
  const whole = map.toWholeRange(finding.start, finding.end);
  const { start, end } = whole.source;
  const complete = (newText: string) => text.slice(whole.start, finding.start) + newText + text.slice(finding.end, whole.end);
  return {
    ...finding,
    start,
    end,
    repair: finding.repair && { newText: complete(finding.repair.newText), proof: finding.repair.proof },
    ...(finding.guess === undefined ? {} : { guess: complete(finding.guess) }),
    candidates: finding.candidates.map(candidate => ({ newText: complete(candidate.newText), score: candidate.score })),
    explanation: finding.explanation && { ...finding.explanation, damaged: source.slice(start, end) },
    related: finding.related?.map(spot => ({ ...map.toSourceRange(spot.start, spot.end), message: spot.message })),
  };
}

/**
 * Applied findings of two rounds as findings that do not overlap: where later ones stand on the result of earlier ones they become
 * one, whose repair is all that was done there and whose layers tell the steps, the innermost first.
 */
function absorb(earlier: readonly Finding[], later: readonly Finding[], text: string, map: OffsetMap): Finding[] {
  const all = [...earlier, ...later].sort(inOrder);
  const isLater = new Set(later);
  const out: Finding[] = [];
  for (let i = 0; i < all.length;) {
    let end = all[i]!.end;
    let next = i + 1;
    while (next < all.length && all[next]!.start < end) end = Math.max(end, all[next++]!.end);
    const group = all.slice(i, next);
    i = next;
    const lead = group.find(finding => isLater.has(finding)) ?? group[0]!;
    if (group.length === 1) {
      out.push(lead);
      continue;
    }
    const start = group[0]!.start;
    const whole = map.toWholeRange(map.toTarget(start, 'end'), map.toTarget(end, 'start'));
    const layers = [
      ...new Set(
        [...group]
          .sort((a, b) => Number(isLater.has(b)) - Number(isLater.has(a)))
          .flatMap(f => f.explanation?.layers ?? [f.explanation?.mechanism ?? f.code]),
      ),
    ];
    const newText = text.slice(whole.start, whole.end);
    const proof: Proof = group.every(f => f.repair?.proof === 'proven') ? 'proven' : 'likely';
    // What stands in the file is what the first round saw.
    const bytes = group.find(finding => !isLater.has(finding) && finding.explanation?.bytes)?.explanation?.bytes ?? lead.explanation?.bytes;
    out.push({
      ...lead,
      ...whole.source,
      severity: 'warning',
      unnecessary: undefined,
      candidates: [],
      repair: { newText, proof },
      explanation: {
        mechanism: lead.explanation?.mechanism ?? lead.code,
        layers,
        damaged: group.find(f => f.end - f.start === end - start)?.explanation?.damaged ?? lead.explanation?.damaged ?? '',
        ...(bytes === undefined ? {} : { bytes }),
        meant: newText,
      },
    });
  }
  return out;
}
