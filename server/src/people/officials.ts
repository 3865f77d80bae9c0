/** The officials of one article, gathered from the mentions of their names. */
import type { Article, PersonMention } from '../article/article';
import { foldForLookup } from '../language/script';
import type { Official, OfficialMention } from './official';
import { roleOfVerb, rolesOf, settledRoles } from './roles';

/** How far into the body the words of address may stand. */
const ADDRESS = 120;

interface Gathered {
  readonly name: string;
  readonly titles: string[];
  /** Titles that the article gives the person otherwise than as left behind. */
  readonly held: Set<string>;
  readonly roles: string[];
  readonly mentions: OfficialMention[];
  /** True once a mention was met that is more than the modifier of a noun. */
  present: boolean;
}

/**
 * Office holders whom the article shows at work, in order of appearance. Persons who are only quoted as the source of a spirit or an
 * instruction, reporters, experts and the like are left out.
 * @returns an empty list when there are none
 */
export function findOfficials(article: Article): Official[] {
  const people = new Map<string, Gathered>();
  const verbs = new Map(
    article.attributions
      .filter(attribution => attribution.person !== null)
      .map(attribution => [attribution.person!, foldForLookup(attribution.verb)]),
  );
  const roles = rolesOf(article);
  article.persons.forEach((person, index) => {
    if (person.standing !== 'official' || person.name === null) return;
    const key = foldForLookup(person.name);
    let entry = people.get(key);
    if (!entry) people.set(key, (entry = { name: person.name, titles: [], held: new Set(), roles: [], mentions: [], present: false }));
    entry.mentions.push({ start: person.start, end: person.end, form: person.form });
    if (person.incidental) return;
    if (person.form === 'full') entry.present = true;
    if (person.form === 'full' && person.title) {
      addTitle(entry.titles, person.title);
      if (!isLeft(article.reading.folded, person)) entry.held.add(person.title);
    }
    for (const role of roles[index]!) add(entry.roles, role);
    const verb = verbs.get(index);
    if (verb !== undefined) add(entry.roles, roleOfVerb(verb));
  });
  addSpeech(article, people);
  return [...people]
    .filter(([, entry]) => entry.present)
    .map(([key, { name, titles, held, roles, mentions }]) => ({
      name,
      key,
      titles,
      left: titles.filter(title => ![...held].some(other => title.endsWith(other))),
      roles: settledRoles(roles),
      mentions,
    }));
}

/** True for the title of 免去王海的市教育局局长职务, 免去王海同志市教育局局长职务 and 王海辞去市教育局局长职务. */
function isLeft(folded: string, { end, titleRange }: PersonMention): boolean {
  if (titleRange === null || titleRange.start < end) return false;
  const between = folded.slice(end, titleRange.start).replace(/^同志/, '');
  return between === '的' || between === '辞去' || (between === '' && folded.startsWith('职务', titleRange.end));
}

/** Who signs a speech at its head gave it: 在全县…会议上的讲话, below it the name, then 同志们. */
function addSpeech(article: Article, people: ReadonlyMap<string, Gathered>): void {
  const body = article.paragraphs[0]?.start ?? 0;
  const heads = [...people.values()].filter(entry => entry.roles.length === 0 && entry.mentions[0]!.start < body + ADDRESS);
  if (heads.length !== 1) return;
  const lines = article.reading.folded
    .slice(0, body + ADDRESS)
    .split('\n')
    .map(line => line.trim());
  if (lines.some(line => /(?:讲话|致辞|致词|演讲|发言)(?:$|\()/.test(line) || /^(?:同志们|各位|女士们|尊敬的|大家好)/.test(line)))
    heads[0]!.roles.push('讲话');
}

/** A title that repeats the end of one already printed (主任 after 市疾控中心主任) tells nothing new. */
function addTitle(titles: string[], title: string): void {
  if (!titles.some(known => known === title || known.endsWith(title))) titles.push(title);
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}
