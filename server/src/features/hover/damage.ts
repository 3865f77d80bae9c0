/** Hover on damaged text: what it says, how it came about, how sure that is. The message is left out, because editors show it in the same hover. */
import type { Explanation, Finding } from '../../base/finding';
import { t } from '../../base/localise';
import { escapeCode, escapeMarkdown, paragraphs } from './markdown';

/** How many candidates are listed. */
const MOST_CANDIDATES = 5;

/** How each mechanism comes about; the first name that begins the mechanism of a finding counts. */
const STORIES: readonly (readonly [mechanism: string, story: () => string])[] = [
  ['mirror-site.annotation', () => t('The site inserted the reading after the character, byte by byte, to mark copies of its text.')],
  ['mirror-site.punctuation', () => t('The site put an ASCII mark before full-width punctuation, byte by byte.')],
  [
    'mirror-site.shifted-run',
    () => t('An insertion cut a character of two GBK bytes in half; from there on every byte was paired with the wrong neighbour.'),
  ],
  ['wrong-charset.lost-bytes', () => t('The bytes were decoded with the wrong charset, and some had no character there: they are gone.')],
  ['wrong-charset', () => t('The bytes were decoded with the wrong charset.')],
  ['escape', () => t('The characters were written as escapes that were never undone.')],
  ['backslash', () => t('The second byte of a Big5 character was taken for a backslash and escaped once more.')],
  ['memory-fill', () => t('Memory that was never written, read as text.')],
  ['lookalike', () => t('A character that looks the same or stands beside the right one in the code table, as PDF converters write it.')],
  ['private-use', () => t('A character from the private use area: it has no meaning outside the font or charset it came from.')],
  ['invisible', () => t('A character that cannot be seen.')],
  ['spacing', () => t('A space was put between all characters.')],
  ['width', () => t('Half-width punctuation stands between Chinese characters.')],
  ['spelled-out', () => t('The charset lacked a character of this name; it was spelled out by what it is put together from.')],
  ['lost-bytes', () => t('A character that could not be decoded or encoded was replaced.')],
];

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
  const story = STORIES.find(([name]) => mechanism === name || mechanism.startsWith(`${name}.`))?.[1]() ?? '';
  const steps = [damaged, bytes, meant].filter((step): step is string => step !== undefined && step !== '');
  return paragraphs([
    story,
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
