/** The same articles in other spellings: what is found in traditional and in damaged text beside what is found in clean text. */
import { foldForLookup, toTraditionalOneToOne } from '../../server/src/language/script';
import { Collection } from '../../server/src/workspace/collection';
import { summarise, type ArticleSummary } from '../../server/src/workspace/summary';
import { DAMAGES } from './damage/charsets';
import { meant, randomSite, throughMirror } from './damage/mirrorSite';
import { seededRandom } from './damage/random';
import { articlesOf, type AnnotatedArticle, type Gold, type Part } from './gold';
import { service } from './open';
import { addScores, emptyScore, scoreArticle, type Score } from './score';
import { f1Cell, Share, shareCell, table } from './tally';

/** An article in another spelling: what the repair has to reach, with its annotation, and the text as found. */
interface Copy {
  readonly article: AnnotatedArticle;
  readonly source: string;
}

/** @returns null where this article cannot be spelt that way */
type Spelling = (article: AnnotatedArticle, random: () => number) => Copy | null;

/** Seed of the damage: not the ones that tests and the other sections use. */
const SEED = 20_261_123;

const clean: Spelling = article => ({ article, source: article.text });

/** Converted one to one, so that every anchor stands where it stood; roles are our own words and stay. */
const traditional: Spelling = article => {
  const gold = JSON.parse(toTraditionalOneToOne(JSON.stringify(article.gold))) as Gold;
  const officials = gold.officials.map((official, index) => ({ ...official, roles: article.gold.officials[index]!.roles }));
  const others = gold.others.map((other, index) => ({ ...other, note: article.gold.others[index]!.note }));
  const text = toTraditionalOneToOne(article.text);
  return { article: { ...article, text, gold: { ...gold, officials, others } }, source: text };
};

const mirrored: Spelling = (article, random) => {
  const site = randomSite([article.text], random);
  const source = throughMirror(article.text, site, random);
  if (source === null) return null;
  return meant(article.text, site) === article.text ? { article, source } : { ...traditional(article, random)!, source };
};

/** Damage line by line, as it befalls paragraphs of different origin; a line that cannot be damaged that way stays clean. */
function lineByLine(name: string): Spelling {
  const damage = DAMAGES.find(candidate => candidate.name === name);
  if (!damage) throw new Error(`there is no damage ${name}`);
  return (article, random) => {
    const lines = article.text.split('\n').map(line => (line === '' ? line : (damage.apply(line, random) ?? line)));
    return { article, source: lines.join('\n') };
  };
}

const SPELLINGS: readonly (readonly [string, Spelling])[] = [
  ['clean', clean],
  ['traditional', traditional],
  ['through a mirror site', mirrored],
  ...[
    'UTF-8 as GBK',
    'UTF-8 as GBK, U+FFFD',
    'UTF-8 as cp1252',
    'GBK as Latin-1',
    'decimal entities',
    'Kangxi radicals',
    'zero-width characters',
  ].map(name => [name, lineByLine(name)] as const),
];

export interface SpellingResult {
  readonly name: string;
  readonly articles: number;
  readonly score: Score;
  /** Officials of the clean text whom a collection of all copies knows to be in this copy too. */
  readonly samePerson: Share;
}

/** Scores every article of a part in every spelling, and puts all copies into one collection. */
export function measureDamagedArticles(part: Part): SpellingResult[] {
  const articles = articlesOf(part);
  const collection = new Collection();
  const originals: ArticleSummary[] = [];
  const results = SPELLINGS.map(([name, spelling]) => {
    const random = seededRandom(SEED);
    const score = emptyScore();
    const copies = new Map<string, string>();
    for (const article of articles) {
      const copy = spelling(article, random);
      if (!copy) continue;
      const parsed = service.parse(copy.source);
      addScores(score, scoreArticle(copy.article, parsed));
      const summary = summarise(`${article.id} ${name}`, parsed);
      collection.set(summary);
      copies.set(article.id, summary.uri);
      if (name === 'clean') originals.push(summary);
    }
    return { name, articles: copies.size, score, samePerson: new Share(), copies };
  });
  for (const { uri, officials } of originals)
    for (const { key } of officials) {
      const person = collection.peopleNamed(key).find(candidate => candidate.articles.some(article => article.uri === uri));
      const found = new Set(person?.articles.map(({ uri }) => uri));
      for (const { copies, samePerson } of results) {
        const copy = copies.get(uri.split(' ')[0]!);
        if (copy !== undefined) samePerson.count(found.has(copy));
      }
    }
  return results;
}

/** Prints one row for every spelling, and what went wrong beyond the clean text where asked; never of articles that are kept aside. */
export function printDamagedArticles(results: readonly SpellingResult[], part: Part, options: { readonly notes: boolean }): void {
  const rows = results.map(({ name, articles, score, samePerson }) => [
    name,
    articles,
    ((1e4 * score.wrongCharacters) / score.characters).toFixed(1),
    f1Cell(score.officials),
    shareCell(samePerson),
    shareCell(score.titles),
    f1Cell(score.directives),
    shareCell(score.speakers),
    f1Cell(score.attributions),
    f1Cell(score.cuts),
  ]);
  console.log(
    table(
      [
        'spelling',
        'articles',
        'wrong in 10,000',
        'officials F1',
        'same person',
        'titles',
        'directives F1',
        'speaker',
        'attributions F1',
        'cuts F1',
      ],
      rows,
    ),
  );
  if (!options.notes || part === 'kept-aside') return;
  const known = new Set(results[0]?.score.notes.map(foldForLookup));
  for (const { name, score } of results.slice(1))
    for (const note of score.notes) if (!known.has(foldForLookup(note))) console.log(`  ${name}: ${note}`);
}
