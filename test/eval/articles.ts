/** What an article says: cut sentences, outline, officials, slogans, on the seeds and on our own articles. */
import path from 'node:path';
import { articlesOf, loadSeeds, type AnnotatedArticle, type Part } from './gold';
import { service } from './open';
import { ROOT, SHARED } from './paths';
import { addScores, emptyScore, scoreArticle, type Score } from './score';
import { f1Cell, percent, shareCell, table } from './tally';

export interface ArticleReport {
  readonly part: string;
  readonly id: string;
  readonly kind: string;
  /** See `Gold.untold`. */
  readonly untold: boolean;
  readonly score: Score;
}

/**
 * Parses and scores every annotated article. What was found damaged is parsed as it was found; seeds
 * are left out where the annotation is not there.
 */
export function measureArticles(parts: readonly string[]): ArticleReport[] {
  const reports: ArticleReport[] = [];
  const measure = (part: string, article: AnnotatedArticle) =>
    reports.push({
      part,
      id: article.id,
      kind: article.kind,
      untold: article.gold.untold === true,
      score: scoreArticle(article, service.parse(article.damaged ?? article.text)),
    });
  for (const part of parts) {
    const articles = part === 'seeds' ? loadSeeds(path.join(SHARED, 'gold'), path.join(ROOT, 'seeds')) : articlesOf(part as Part);
    for (const article of articles) measure(part, article);
  }
  return reports;
}

const COLUMNS: readonly (readonly [string, (score: Score) => string | number])[] = [
  ['wrong', s => s.wrongCharacters],
  ['cuts', s => `${s.cuts.hit}/${s.cuts.hit + s.cuts.missed}+${s.cuts.extra}`],
  ['dirP', s => percent(s.directives.precision)],
  ['dirR', s => percent(s.directives.recall)],
  ['dirF1', s => f1Cell(s.directives)],
  ['lenient', s => f1Cell(s.directivesLenient)],
  ['level', s => shareCell(s.levels)],
  ['parent', s => shareCell(s.parents)],
  ['speaker', s => shareCell(s.speakers)],
  ['marker', s => shareCell(s.markers)],
  ['short', s => shareCell(s.shortLabels)],
  ['label', s => shareCell(s.labelOverlap)],
  ['attrF1', s => f1Cell(s.attributions)],
  ['attrSp', s => shareCell(s.attributionSpeakers)],
  ['counts', s => `${s.counts.hit}/${s.counts.hit + s.counts.missed}+${s.counts.extra}`],
  ['sect', s => f1Cell(s.sections)],
  ['chrome', s => f1Cell(s.chrome)],
  ['meta', s => shareCell(s.meta)],
  ['offF1', s => f1Cell(s.officials)],
  ['titles', s => shareCell(s.titles)],
  ['roles', s => f1Cell(s.roles)],
  ['slogan', s => shareCell(s.slogans)],
  ['expand', s => shareCell(s.expansions)],
];

/**
 * Every article of a part, the sum of all, then the worst article with what went wrong; of
 * articles that are kept aside nothing but the sums.
 */
export function printArticles(reports: readonly ArticleReport[], options: { readonly notes: boolean }): void {
  const row = (name: string, scores: readonly Score[]) => [
    name,
    ...COLUMNS.map(([, cell]) => cell(scores.reduce((sum, score) => addScores(sum, score), emptyScore()))),
  ];
  for (const part of new Set(reports.map(report => report.part))) {
    const own = reports.filter(report => report.part === part);
    const isTold = part !== ('kept-aside' satisfies Part);
    const rows = isTold ? own.map(report => row(`${report.id} (${report.kind})`, [report.score])) : [];
    const untold = own.filter(report => report.untold);
    if (untold.length > 0)
      rows.push(
        row(
          'untold',
          untold.map(report => report.score),
        ),
      );
    console.log(`\n${part}: ${own.length} articles`);
    console.log(
      table(
        ['', ...COLUMNS.map(([name]) => name)],
        [
          ...rows,
          row(
            'all',
            own.map(report => report.score),
          ),
        ],
      ),
    );
    if (!isTold) continue;
    const quality = (score: Score) => score.directives.f1 + score.officials.f1 + score.attributions.f1 + score.cuts.f1;
    const worst = [...own].sort((a, b) => quality(a.score) - quality(b.score))[0];
    if (worst) console.log(`worst: ${worst.id}: ${worst.score.notes.slice(0, 12).join(' · ')}`);
    if (options.notes) for (const report of own) for (const note of report.score.notes) console.log(`  ${report.id}: ${note}`);
  }
}

/** The sums of a part as plain numbers, for the file of results. */
export function summary(reports: readonly ArticleReport[], part: string): Record<string, number> {
  const sum = reports.filter(report => report.part === part).reduce((total, report) => addScores(total, report.score), emptyScore());
  return {
    wrongCharacters: sum.wrongCharacters,
    characters: sum.characters,
    cutPrecision: sum.cuts.precision,
    cutRecall: sum.cuts.recall,
    directiveF1: sum.directives.f1,
    directiveF1Lenient: sum.directivesLenient.f1,
    level: sum.levels.value,
    parent: sum.parents.value,
    speaker: sum.speakers.value,
    marker: sum.markers.value,
    shortLabels: sum.shortLabels.value,
    labelOverlap: sum.labelOverlap.value,
    attributionF1: sum.attributions.f1,
    attributionSpeaker: sum.attributionSpeakers.value,
    countRecall: sum.counts.recall,
    sectionF1: sum.sections.f1,
    chromeF1: sum.chrome.f1,
    meta: sum.meta.value,
    officialF1: sum.officials.f1,
    titles: sum.titles.value,
    roleF1: sum.roles.f1,
    sloganRecall: sum.slogans.value,
    expansions: sum.expansions.value,
  };
}
