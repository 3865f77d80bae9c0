/** What persons do in an article: what stands before their names, and the predicate behind them. */
import type { Article, PersonMention } from '../article/article';
import { unitAt, UnitSet } from '../base/unitSet';
import { endOf, joined } from './mentionList';
import { readPredicate } from './predicate';
import { ARRIVED } from './roleWords';

/** Attribution verbs that are roles of their own; every other verb of saying is a speech. */
const SPEECH_ROLES = new Map([
  ['汇报', '汇报'],
  ['通报', '通报'],
  ['传达', '传达'],
  ['宣读', '传达'],
  ['报告', '汇报'],
  ['领学', '传达'],
  ['部署', '部署'],
  ['宣布', '宣布'],
]);

/** What somebody who came and saw did there, as far as the article says it elsewhere. */
const PURPOSES_ELSEWHERE = ['检查', '督导', '慰问', '调研'];
/** 出席会议的还有…: the predicate stands before the list. */
const LED_UP_TO = /(出席|参加|列席|陪同)[^,。;:]{0,24}(?:有|包括|为|是)(?=:|[^,。;:]*$)/;
/** What minutes list persons under, up to the first of them. */
const MINUTED = /^\s*(主持|出席|列席|参加|参会|与会|到会)(?:人员?|领导|同志|委员|代表)?\s*:\s*$/;
/** What stands before those to whom something is told or given. */
const RECIPIENTS = new UnitSet(['向给对']);
/** How far before a name its sentence is looked at. */
const LEAD_REACH = 160;
const SENTENCE_OPENERS = new UnitSet(['。;!?\n"']);

/**
 * Roles of every mention; those of a list of names belong to each of them, and are read once.
 * @returns for each of `article.persons` its roles in order, each once; empty where nothing is said of what the person does
 */
export function rolesOf(article: Article): readonly (readonly string[])[] {
  const {
    persons,
    reading: { folded },
  } = article;
  const roles: string[][] = [];
  for (let last = persons.length - 1; last >= 0; last--) {
    const { roles: shared, companions } = readPredicate(article, endOf(folded, persons[last]!), last + 1);
    for (const companion of companions) roles[companion] = [...new Set([...roles[companion]!, ...shared])];
    const end = last;
    while (last > 0 && persons[last]!.form === 'full' && joined(folded, persons[last - 1]!, persons[last]!)) last--;
    const done = isRecipient(folded, persons[last]!) ? [] : shared;
    for (let index = last; index <= end; index++) roles[index] = done;
  }
  let led: Lead = NOTHING_BEFORE;
  return roles.map((shared, index) => {
    const lead = leadOf(folded, persons[index]!);
    // 出席会议的有副省长王海,秘书长李远: the list goes on.
    if (lead.roles.length > 0 || index === 0 || !joined(folded, persons[index - 1]!, persons[index]!)) led = lead;
    return led.roles.length > 0 ? [...new Set([...led.roles, ...(led.closed ? [] : shared)])] : shared;
  });
}

/** True in 向市长王海汇报了水情: what follows is done by others. */
function isRecipient(folded: string, { start, titleRange }: PersonMention): boolean {
  const from = Math.min(titleRange?.start ?? start, start);
  return RECIPIENTS.has(unitAt(folded, from - 1)) && folded[from - 2] !== '面' && folded[from - 2] !== '针';
}

/** The roles that what stands before a mention gives. */
interface Lead {
  readonly roles: readonly string[];
  /** True where nothing is said behind the names: the next line of minutes, 列席：, has others. */
  readonly closed: boolean;
}

const NOTHING_BEFORE: Lead = { roles: [], closed: false };

/** What stands before the mention and its title: 陪同调研的市教育局局长王海, 出席会议的还有…, 主持人 王海, and the label of a speech. */
function leadOf(folded: string, mention: PersonMention): Lead {
  if (mention.form !== 'full') return NOTHING_BEFORE;
  const start = Math.min(mention.titleRange?.start ?? mention.start, mention.start);
  const sentence = folded.slice(SENTENCE_OPENERS.last(folded, Math.max(0, start - LEAD_REACH), start) + 1, start);
  if (/陪同[^,。;、]{0,8}的$/.test(sentence)) return open(['陪同']);
  const labels = sentence.trim() === '' || sentence.trim() === '主持人';
  const spoken = labels && folded[endOf(folded, mention)] === ':' ? ['讲话'] : [];
  if (/^\s*主持人[\s:]*$/.test(sentence)) return open(['主持', ...spoken]);
  const minuted = MINUTED.exec(sentence);
  if (minuted) return { roles: [minuted[1]!.replace(/^(?:参会|与会|到会)$/, '参加')], closed: true };
  const led = LED_UP_TO.exec(sentence);
  return open(led ? [led[1]!, ...spoken] : spoken);
}

const open = (roles: readonly string[]): Lead => (roles.length > 0 ? { roles, closed: false } : NOTHING_BEFORE);

/** The role that an attribution with this verb (folded) stands for. */
export function roleOfVerb(verb: string): string {
  return SPEECH_ROLES.get(verb) ?? '讲话';
}

/** All roles of one person, each once: who only came and saw did so to learn. */
export function settledRoles(roles: readonly string[]): string[] {
  const came = roles.indexOf(ARRIVED);
  if (came < 0) return [...roles];
  return roles.some(role => PURPOSES_ELSEWHERE.includes(role)) ? roles.filter(role => role !== ARRIVED) : roles.with(came, '调研');
}
