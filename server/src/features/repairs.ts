/** The edits that repair a whole text or some findings, and what they leave. Source offsets throughout. */
import { applyEdits, composeEdits } from '../base/edits';
import type { Edit, Finding } from '../base/finding';
import { STYLE_CODES } from '../damage/registry';
import type { ParsedArticle } from '../service';

/**
 * The edits that repair a text under its settings: those its Reading is built from, without those that are only guesses or only belong
 * to rules that are off.
 * @returns sorted, not overlapping; empty when there is nothing to repair
 */
export function repairEdits({ reading, settings }: ParsedArticle): readonly Edit[] {
  const isOff = (finding: Finding) => settings.rules[finding.code] === 'off';
  const hasOff = Object.values(settings.rules).includes('off');
  const guessed = reading.findings.filter(({ repair, guess }) => repair === null && guess !== undefined);
  if (!hasOff && guessed.length === 0) return reading.edits;
  return reading.edits.filter(edit => {
    if (guessed.some(({ start, end }) => start < edit.end && edit.start < end)) return false;
    const findings = hasOff ? reading.findings.filter(finding => finding.start <= edit.end && edit.start <= finding.end) : [];
    return findings.length === 0 || !findings.every(isOff);
  });
}

/** How often a text is repaired at most: a bound for text whose repairs would never come to an end. */
const MOST_REPAIRS = 4;

/** Parses a text under the settings of the one that is repaired. */
export type ParseAgain = (text: string) => ParsedArticle;

/** What was found for a parsed text: an editor asks for it at every move of the caret. */
const lasting = new WeakMap<ParsedArticle, readonly Edit[]>();

/**
 * The edits that repair a text until another repair changes nothing. What its Reading only guesses is not written: so it never read what
 * is left beside it, and text of which much is repaired is searched more thoroughly. Editor and command line write what these edits give.
 * @returns offsets into the text of `parsed`; sorted, not overlapping; empty when there is nothing to repair
 */
export function lastingRepairEdits(parsed: ParsedArticle, parse: ParseAgain): readonly Edit[] {
  const known = lasting.get(parsed);
  if (known) return known;
  const { source } = parsed.reading;
  let edits: readonly Edit[] = [];
  let text = source;
  for (let n = 0, last = parsed; n < MOST_REPAIRS; n++) {
    const more = repairEdits(last);
    if (more.length === 0) break;
    edits = composeEdits(source, edits, more);
    text = applyEdits(text, more);
    // Its own text the Reading has read already.
    if (text === last.reading.text) break;
    last = parse(text);
  }
  lasting.set(parsed, edits);
  return edits;
}

/** A text repaired until another repair changes nothing. */
export function repairedText(parsed: ParsedArticle, parse: ParseAgain): string {
  return applyEdits(parsed.reading.source, lastingRepairEdits(parsed, parse));
}

/**
 * The repairs of the given findings as edits.
 * @param findings sorted by `start`; those without a repair are passed over, and so is one that overlaps an earlier one
 */
export function editsOf(findings: readonly Finding[]): Edit[] {
  const out: Edit[] = [];
  let at = 0;
  for (const { start, end, repair } of findings) {
    if (!repair || start < at) continue;
    out.push({ start, end, newText: repair.newText });
    at = end;
  }
  return out;
}

/**
 * The edits that remove site chrome: navigation, share buttons and the like, whole lines with their line breaks. Source offsets.
 * @returns sorted, not overlapping; empty when everything is the article
 */
export function chromeEdits({ source, article, reading }: ParsedArticle): Edit[] {
  const out: Edit[] = [];
  for (const { kind, start, end } of article.blocks) {
    if (kind !== 'chrome') continue;
    const range = reading.toSourceRange(start, end);
    const next = source.indexOf('\n', range.end);
    out.push({ start: Math.max(range.start, out.at(-1)?.end ?? 0), end: next < 0 ? source.length : next + 1, newText: '' });
  }
  return out;
}

/**
 * The findings that a repair of the whole text repairs: those whose text is changed by some edit, except for style.
 * @returns sorted by `start`
 */
export function repairedFindings(parsed: ParsedArticle): Finding[] {
  const edits = repairEdits(parsed);
  let at = 0;
  return parsed.findings.filter(({ code, start, end, repair }) => {
    while (at < edits.length && edits[at]!.end < start) at++;
    return repair !== null && !STYLE_CODES.has(code) && at < edits.length && edits[at]!.start <= end;
  });
}

/** What a repair of the whole text repairs and leaves: findings by code, and how many at warning or above stay. */
export function repairSummary(parsed: ParsedArticle): { codes: Record<string, number>; remaining: number } {
  const repaired = new Set(repairedFindings(parsed));
  const codes: Record<string, number> = {};
  for (const { code } of repaired) codes[code] = (codes[code] ?? 0) + 1;
  const remaining = parsed.findings.filter(
    finding => !repaired.has(finding) && (finding.severity === 'error' || finding.severity === 'warning'),
  ).length;
  return { codes, remaining };
}
