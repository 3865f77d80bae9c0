/**
 * Hover on damaged text: what it says, how it came about, how sure that is. The message is left
 * out, because editors show it in the same hover.
 */
import type { Explanation, Finding } from '../../base/finding';
import { t } from '../../base/localise';
import { damageStory } from '../damageStory';
import { escapeCode, escapeMarkdown, paragraphs } from './markdown';

/** How many candidates are listed. */
const MOST_CANDIDATES = 5;

/**
 * What the diagnostic, which editors show beside the hover, does not say already.
 * @returns Markdown for one finding of encoding damage or of a cut sentence; empty where there is nothing to add
 */
export function damageHover(finding: Finding): string {
  const { explanation, repair } = finding;
  const says = repair ? repair.newText || explanation?.meant : explanation?.meant;
  return paragraphs([
    explanation && says ? `**${escapeMarkdown(explanation.meant ?? says)}** ← ${escapeCode(explanation.damaged)}` : '',
    explanation ? origin(explanation) : '',
    certainty(finding),
    candidates(finding),
  ]);
}

function origin(explanation: Explanation): string {
  const { mechanism, layers, damaged, bytes, meant } = explanation;
  const steps = [damaged, bytes, meant].filter((step): step is string => step !== undefined && step !== '');
  return paragraphs([
    damageStory(mechanism),
    layers && layers.length > 0 ? t('Decoded as: {0}', layers.map(layer => escapeCode(layer)).join(' → ')) : '',
    bytes ? steps.map(step => escapeCode(step)).join(' → ') : '',
  ]);
}

function certainty(finding: Finding): string {
  if (finding.repair?.proof === 'proven')
    return t('Proven: damaging the repaired text again gives exactly what stands here, and no other text does.');
  if (finding.repair)
    return t('Likely: several texts would be damaged into this one; the language model prefers this one by a clear margin.');
  return finding.candidates.length > 0
    ? t('Not sure enough to repair: choose a candidate.')
    : finding.code.startsWith('encoding.')
      ? t('Cannot be undone: what stood here is lost.')
      : '';
}

function candidates(finding: Finding): string {
  if (finding.candidates.length < 2) return '';
  return t(
    'Candidates: {0}',
    finding.candidates
      .slice(0, MOST_CANDIDATES)
      .map(({ newText }) => escapeCode(newText))
      .join(t(', ')),
  );
}
