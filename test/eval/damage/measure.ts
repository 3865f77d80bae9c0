/** Exact repair per kind of damage, beside three baselines on the same damaged text. */
import { diffChars } from 'diff';
import { applyEdits } from '../../../server/src/base/edits';
import { repairEdits } from '../../../server/src/features/repairs';
import { foldScript } from '../../../server/src/language/script';
import type { ParsedArticle } from '../../../server/src/service';
import { foldWidth } from '../gold';
import { service } from '../open';
import { percent, table } from '../tally';
import { autocorrect, deletePinyin, pairSearch, type Baseline } from './baselines';
import { DAMAGES, type Damage } from './charsets';
import { meant, randomSite, throughMirror } from './mirrorSite';
import { pick, seededRandom, seedOf, shuffled } from './random';
import { foreignSentences, ownArticles, ownSentences } from './texts';

/** One row of the table. */
export interface KindResult {
  readonly name: string;
  readonly family: string;
  cases: number;
  exact: number;
  /** The truth can be had with one of the first five candidates at every spot. */
  firstFive: number;
  /** Replacements that fix-all makes as `likely`, and those that are right. */
  likely: number;
  likelyRight: number;
  /** The same for `proven`. */
  proven: number;
  provenRight: number;
  readonly baselines: number[];
  /** Damaged text, what came out, what was meant: the first ones that failed. */
  readonly failures: { readonly damaged: string; readonly repaired: string; readonly meant: string }[];
}

const newResult = (name: string, family: string, baselines: number): KindResult => ({
  name,
  family,
  cases: 0,
  exact: 0,
  firstFive: 0,
  likely: 0,
  likelyRight: 0,
  proven: 0,
  provenRight: 0,
  baselines: Array.from({ length: baselines }, () => 0),
  failures: [],
});

function record(
  result: KindResult,
  damaged: string,
  truth: string,
  same: (a: string) => string,
  baselines: readonly Baseline[],
  withBaselines: boolean,
): void {
  const parsed = service.parse(damaged);
  const repaired = same(parsed.reading.text);
  const wanted = same(truth);
  result.cases++;
  if (repaired === wanted) result.exact++;
  else if (result.failures.length < 40) result.failures.push({ damaged, repaired: parsed.reading.text, meant: truth });
  if (repaired === wanted || reachable(parsed, wanted, same)) result.firstFive++;
  const isRight = sameAs(same(parsed.reading.text), wanted);
  for (const finding of parsed.reading.findings) {
    if (!finding.repair || finding.unnecessary || ON_REQUEST.has(finding.code)) continue;
    const right = isRight(parsed.reading.fromSource(finding.start, 'start'), parsed.reading.fromSource(finding.end, 'end'));
    if (finding.repair.proof === 'likely') {
      result.likely++;
      if (right) result.likelyRight++;
    } else {
      result.proven++;
      if (right) result.provenRight++;
    }
  }
  if (withBaselines)
    baselines.forEach((baseline, index) => {
      if (foldScript(same(baseline.repair(damaged))) === foldScript(wanted)) result.baselines[index]!++;
    });
}

/** Style, which nothing changes unasked. */
const ON_REQUEST: ReadonlySet<string> = new Set(['encoding.width', 'encoding.mixed-script']);

/** Whether a stretch of the repaired text is, in its place, what was meant; neighbours that are still damaged do not count. */
function sameAs(repaired: string, wanted: string): (start: number, end: number) => boolean {
  if (repaired === wanted) return () => true;
  const wrong: { readonly start: number; readonly end: number }[] = [];
  let at = 0;
  for (const part of diffChars(repaired, wanted)) {
    // Where something is missing, what stands on both sides of it is not wrong. A `?` says that a character is lost: it claims nothing.
    if (part.removed && !/^\?+$/.test(part.value)) wrong.push({ start: at, end: at + part.value.length });
    if (!part.added) at += part.value.length;
  }
  return (start, end) => !wrong.some(stretch => stretch.start < end && start < stretch.end);
}

/** Whether some choice among the first five candidates at every finding gives the truth. */
function reachable(parsed: ParsedArticle, truth: string, same: (text: string) => string): boolean {
  const findings = parsed.reading.findings.filter(finding => finding.repair !== null || finding.candidates.length > 0);
  const walk = (index: number, sourceAt: number, truthAt: number): boolean => {
    const finding = findings[index];
    const literal = same(parsed.source.slice(sourceAt, finding?.start ?? parsed.source.length));
    if (!truth.startsWith(literal, truthAt)) return false;
    const at = truthAt + literal.length;
    if (!finding) return at === truth.length;
    const choices = new Set(finding.candidates.slice(0, 5).map(candidate => candidate.newText));
    if (finding.repair) choices.add(finding.repair.newText);
    for (const choice of choices)
      if (truth.startsWith(same(choice), at) && walk(index + 1, finding.end, at + same(choice).length)) return true;
    return false;
  };
  return walk(0, 0, 0);
}

/** Seeds of the generator: not the ones that tests use. */
const SEED = 20_261_122;

/** How many times as many sentences as of other kinds go through mirror sites, and as many again that come out with a run. */
const MIRROR_CASES = 4;

/** Sentences, damaged one by one. */
export function measureKinds(perKind: number, only: string): { results: KindResult[]; baselines: readonly Baseline[] } {
  const own = ownSentences();
  const foreign = shuffled(foreignSentences(), seededRandom(SEED));
  const baselines = [deletePinyin, pairSearch([...own, ...foreign.slice(4000, 7000)]), autocorrect()];
  const results: KindResult[] = [];
  const exactly = (text: string) => text;
  for (const damage of DAMAGES) {
    if (!damage.name.includes(only) && !damage.family.includes(only)) continue;
    const result = newResult(damage.name, damage.family, baselines.length);
    // A generator of its own, so that a new kind leaves the sentences of the others as they were.
    const random = seededRandom(SEED + seedOf(damage.name));
    for (const sentence of shuffled([...own, ...foreign.slice(0, 2 * perKind)], random)) {
      if (result.cases === perKind) break;
      const damaged = attempt(damage, sentence, random);
      if (damaged !== null && damaged !== sentence)
        record(result, damaged, damage.truth?.(sentence) ?? sentence, exactly, baselines, result.cases < 25);
    }
    results.push(result);
  }
  if (only === '' || 'mirror-site'.includes(only)) {
    const random = seededRandom(SEED);
    const all = newResult('mirror-site', 'mirror-site', baselines.length);
    const shifted = newResult('mirror-site, with a shifted run', 'mirror-site', baselines.length);
    const pool = [...own, ...foreign.slice(0, 6 * perKind)];
    const sites = Array.from({ length: 24 }, () => randomSite(pool, random));
    const most = MIRROR_CASES * perKind;
    for (const sentence of shuffled(pool, random)) {
      if (all.cases >= most && shifted.cases >= most) break;
      const site = pick(sites, random);
      const damaged = throughMirror(sentence, site, random);
      if (damaged === null || damaged === foldWidth(meant(sentence, site))) continue;
      const folded = site.fold ? foldWidth : exactly;
      if (all.cases < most) record(all, damaged, meant(sentence, site), folded, baselines, all.cases < 100);
      // One sentence in eight has a run: drawn on until these are as many.
      if (shifted.cases < most && /[?\ue000-\uf8ff]/.test(damaged))
        record(shifted, damaged, meant(sentence, site), folded, baselines, shifted.cases < 100);
    }
    results.push(all, shifted);
  }
  return { results, baselines };
}

function attempt(damage: Damage, sentence: string, random: () => number): string | null {
  try {
    return damage.apply(sentence, random);
  } catch {
    return null; // the charset cannot hold the sentence
  }
}

export interface PageResult {
  pages: number;
  exactPages: number;
  characters: number;
  wrongCharacters: number;
  lostCharacters: number;
  /** What fix-all writes, which leaves alone what the Reading only guesses: pages that are exact, and runs written and left. */
  exactFiles: number;
  written: number;
  left: number;
  readonly failures: { readonly repaired: string; readonly meant: string }[];
}

/** Whole pages through a mirror site: two or three articles joined, so that they are as long as pages are. */
export function measurePages(pages: number): PageResult {
  const random = seededRandom(SEED + 1);
  const articles = ownArticles();
  const result: PageResult = {
    pages: 0,
    exactPages: 0,
    characters: 0,
    wrongCharacters: 0,
    lostCharacters: 0,
    exactFiles: 0,
    written: 0,
    left: 0,
    failures: [],
  };
  while (result.pages < pages) {
    const page = shuffled(articles, random)
      .slice(0, 2 + Math.floor(random() * 2))
      .join('\n');
    const site = randomSite(articles, random);
    const damaged = throughMirror(page, site, random);
    if (damaged === null) continue;
    const parsed = service.parse(damaged);
    const repaired = foldWidth(parsed.reading.text);
    const wanted = foldWidth(meant(page, site));
    result.pages++;
    result.characters += wanted.length;
    result.lostCharacters += damaged.split('?').length - 1;
    if (foldWidth(applyEdits(damaged, repairEdits(parsed))) === wanted) result.exactFiles++;
    for (const { code, repair } of parsed.reading.findings) if (code === 'encoding.shifted-bytes') result[repair ? 'written' : 'left']++;
    if (repaired === wanted) {
      result.exactPages++;
      continue;
    }
    const lines = repaired.split('\n');
    wanted.split('\n').forEach((line, index) => {
      result.wrongCharacters += wrongCharacters(line, lines[index] ?? '');
    });
    if (result.failures.length < 10) result.failures.push({ repaired, meant: wanted });
  }
  return result;
}

/** Characters to replace, remove or add: of a replaced stretch the longer side counts. */
function wrongCharacters(wanted: string, found: string): number {
  if (wanted === found) return 0;
  let wrong = 0;
  let removed = 0;
  let added = 0;
  for (const part of [...diffChars(wanted, found), { value: '', added: false, removed: false }]) {
    if (part.removed) removed += part.value.length;
    else if (part.added) added += part.value.length;
    else {
      wrong += Math.max(removed, added);
      removed = added = 0;
    }
  }
  return wrong;
}

/** Prints the table of kinds with family averages, and failures where asked. */
export function printKinds(results: readonly KindResult[], baselines: readonly Baseline[], options: { readonly notes: boolean }): void {
  const row = (result: KindResult) => [
    result.name,
    result.cases,
    percent(result.exact / result.cases, result.cases > 0),
    percent(result.firstFive / result.cases, result.cases > 0),
    result.likely === 0 ? '–' : `${percent(result.likelyRight / result.likely)} of ${result.likely}`,
    result.proven === 0 ? '–' : `${percent(result.provenRight / result.proven)} of ${result.proven}`,
    ...result.baselines.map(exact => percent(exact / Math.min(result.cases, result.family === 'mirror-site' ? 100 : 25), result.cases > 0)),
  ];
  const head = ['kind', 'cases', 'exact %', 'in first 5 %', 'likely right', 'proven right', ...baselines.map(baseline => baseline.name)];
  console.log(table(head, results.map(row)));
  const families = [...new Set(results.map(result => result.family))].map(family => {
    const own = results.filter(result => result.family === family);
    const sum = (of: (result: KindResult) => number) => own.reduce((total, result) => total + of(result), 0);
    return [family, sum(r => r.cases), percent(sum(r => r.exact) / sum(r => r.cases)), percent(sum(r => r.firstFive) / sum(r => r.cases))];
  });
  console.log(`\n${table(['family', 'cases', 'exact %', 'in first 5 %'], families)}`);
  if (options.notes)
    for (const result of results)
      for (const failure of result.failures.slice(0, 4))
        console.log(`\n${result.name}\n  damaged  ${failure.damaged}\n  repaired ${failure.repaired}\n  meant    ${failure.meant}`);
}
