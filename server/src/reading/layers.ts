/**
 * Undoes damage on top of damage: in rounds, each on the text that the round before gave. All
 * findings are reported in the offsets of the first text.
 */
import { applyEdits, composeEdits, OffsetMap } from '../base/edits';
import type { Edit, Finding, Proof } from '../base/finding';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { STYLE_CODES } from '../damage/registry';

/** The result of undoing damage. Offsets of findings and edits refer to the text before. */
export interface Undone {
  readonly text: string;
  /** Sorted, not overlapping; empty when nothing was repaired. */
  readonly edits: readonly Edit[];
  /** Findings that were repaired, sorted by `start`, not overlapping. */
  readonly applied: readonly Finding[];
  /** Findings that were not, sorted by `start`. */
  readonly reported: readonly Finding[];
}

/** How many layers of damage are undone: every layer makes text several times longer or loses bytes, so real pages have fewer. */
const DEPTH_LIMIT = 6;

/**
 * What the kinds of damage found in the texts that a line went through while it was undone. It is kept for the next time the line is
 * undone, in another round or under other evidence of the document: most findings stay the same.
 */
export class Rounds {
  #last: FoundIn;
  #known: FoundIn = new Map();

  /** @param earlier those of the line that was repaired to this one: its last round was on this text */
  constructor(earlier?: Rounds) {
    this.#last = earlier ? earlier.#known : new Map();
  }

  /** Forgets everything that was not asked for since the last call. */
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
    const read = (findings: readonly Finding[]) => (kind.readsDocument && findings !== NOTHING ? context.document : undefined);
    if (!found || found.evidence !== evidence || found.document !== read(found.findings)) {
      const findings = findingsIn(kind, text, context);
      found = { evidence, document: read(findings), findings };
    }
    known.set(kind, found);
    return found.findings;
  }
}

/** By text and kind. */
type FoundIn = Map<string, Map<AnyDamageKind, Found>>;

/** What was found, and what of the document it rests on. */
interface Found {
  readonly evidence: unknown;
  readonly document: string | undefined;
  readonly findings: readonly Finding[];
}

/** Where there was nothing to look at closely, `repair` was not asked. */
const NOTHING: readonly Finding[] = [];

function findingsIn(kind: AnyDamageKind, text: string, context: DamageContext): readonly Finding[] {
  const spots = kind.find(text, context);
  return spots.length === 0 ? NOTHING : kind.repair(text, spots, context);
}

/**
 * Undoes all damage in a text, pausing after each kind: the kinds in the order given (the last stage of a page's life first), and again
 * from the first as long as anything was repaired.
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
    // What an earlier round reported of a place stays until the place is repaired, because the damage that explained it may be gone by now.
    undone = { ...undone, reported: besides([...apartFrom(undone.reported, undone.applied)], reported) };
    if (undone.text === before) break;
  }
  return undone;
}

/**
 * The reports of several kinds, sorted. A place is reported once, by the kind that is undone
 * first, which knows most of how the damage came about.
 */
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

/**
 * Carries out the findings on a text that are accepted, never those about style. A guess is put
 * into the text too, but its finding stays reported.
 */
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

/**
 * Two results as one, where `second` was made on the text that `first` gave. What `first`
 * reported and `second` did not repair stays reported.
 */
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

/** All findings of a result, sorted by `start`. */
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

/**
 * A finding on edited text in the offsets of the source: it is widened to whole edits, and its repairs
 * are completed by what the edits have put there.
 */
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
 * The applied findings of two rounds as findings that do not overlap. Where later ones touch the result of earlier ones they become one
 * finding, whose repair is everything that was done there and whose layers name the steps, the innermost first.
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
