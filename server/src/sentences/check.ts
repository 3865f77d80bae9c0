/** Floor 5: sentences that were cut, lack a word, or hold a mark without its partner. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import type { Article } from '../article/article';
import type { Language } from '../language/language';
import { loneMarks } from './balance';
import { gapsOf, type Gap } from './missingText';
import { findTruncated, type CutSpot } from './truncated';

/** How many paragraphs a quotation may span: a longer one is rather an unclosed mark. */
const QUOTED_PARAGRAPHS = 12;

/** Checks all sentences. @returns findings in source offsets, sorted; empty when every sentence is whole */
export function checkSentences(article: Article, language: Language): Finding[] {
  const { reading } = article;
  const truncated = findTruncated(article, language);
  const findings = [
    ...truncated.map(({ start, end, severity, message }): Finding => ({
      code: 'sentence.truncated',
      severity,
      message,
      repair: null,
      candidates: [],
      ...reading.toSourceRange(start, end),
    })),
    ...gaps(article),
    ...unbalanced(article, truncated),
  ];
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

function gaps({ paragraphs, reading }: Article): Finding[] {
  return paragraphs.flatMap(paragraph => {
    const { words } = paragraph;
    const { prose } = words;
    return gapsOf(prose).map((gap): Finding => {
      const start = words.toReading(gap.start);
      const end = words.toReading(gap.end - 1) + 1;
      const shown = prose.text.slice(gap.start, gap.end);
      return {
        code: 'sentence.missing-text',
        severity: 'warning',
        message: () => gapMessage(gap.lacks, shown),
        repair: null,
        candidates: [],
        ...reading.toSourceRange(start, end),
      };
    });
  });
}

function gapMessage(lacks: Gap['lacks'], shown: string): string {
  switch (lacks) {
    case 'form':
      return t('“{0}” lacks the form: in which form?', shown);
    case 'topic':
      return t('“{0}” lacks what stands between 以 and 为', shown);
    case 'agent':
      return t('“{0}” lacks a name or an organ', shown);
    case 'place':
      return t('“{0}” lacks the place', shown);
    case 'object':
      return t('“{0}” lacks its object', shown);
    case 'number':
      return t('“{0}” lacks a number', shown);
    case 'title':
      return t('“{0}” is empty', shown);
    case 'item':
      return t('“{0}” lacks the item after the enumeration comma', shown);
  }
}

/** Marks without a partner. Where a cut explains an open one, only the cut is reported. */
function unbalanced({ paragraphs, reading }: Article, truncated: readonly CutSpot[]): Finding[] {
  const findings: Finding[] = [];
  const cut = new Set(truncated.map(spot => spot.end));
  let openQuote = -1;
  paragraphs.forEach((paragraph, index) => {
    const { words } = paragraph;
    const { prose } = words;
    for (const { at, opens } of loneMarks(prose)) {
      const char = prose.text[at]!;
      if (opens && cut.has(paragraph.end)) continue;
      if (opens && '“「'.includes(char) && continues(paragraphs.slice(index + 1, index + 1 + QUOTED_PARAGRAPHS), char)) {
        openQuote = index;
        continue;
      }
      if (!opens && '”」'.includes(char) && openQuote >= 0 && index - openQuote <= QUOTED_PARAGRAPHS) {
        openQuote = -1;
        continue;
      }
      const start = words.toReading(at);
      findings.push({
        code: 'sentence.unbalanced',
        severity: 'information',
        message: () => (opens ? t('“{0}” is never closed', char) : t('“{0}” is never opened', char)),
        repair: null,
        candidates: [],
        ...reading.toSourceRange(start, start + 1),
      });
    }
  });
  return findings;
}

/** A quotation of several paragraphs: the next ones open with the mark again, or one of them closes it. */
function continues(following: Article['paragraphs'], char: string): boolean {
  const next = following[0];
  if (next && next.words.prose.text.startsWith(char)) return true;
  return following.some(paragraph => {
    const { prose } = paragraph.words;
    return loneMarks(prose).some(mark => !mark.opens && prose.text[mark.at] === (char === '“' ? '”' : '」'));
  });
}
