/** What persons do in an article, from the predicate behind their names. */
import type { Article, PersonMention } from '../article/article';
import { WordIndex } from '../article/persons/wordIndex';
import { UnitSet } from '../base/unitSet';

/** A role and the words that give it away, in simplified script; the longest match at a place wins. */
const ROLE_WORDS: readonly (readonly [role: string, words: string])[] = [
  ['主持', '主持'], ['讲话', '讲话 致辞 致词 作报告 作讲话 发表讲话 作动员 发言 授课 裁示'],
  ['出席', '出席'], ['参加', '参加 参会 与会 收听收看 收看 参与'], ['列席', '列席'], ['陪同', '陪同'],
  ['汇报', '汇报 作汇报 报告 述职'], ['通报', '通报'], ['传达', '传达 宣读 领学'], ['部署', '部署 作出安排 作安排 作了安排 安排部署 作出部署'],
  ['调研', '调研 来到 走进 深入一线 深入基层 深入企业 深入社区 深入村 深入田间 实地查看 视察 考察 暗访 走访 察看 查看 参观 实地了解'], ['检查', '检查 巡查 督查 督察'], ['督导', '督导'], ['慰问', '慰问 看望'], ['会见', '会见 会谈 接见'],
  ['揭牌', '揭牌 揭幕'], ['宣布', '宣布'], ['签约', '签约 签署'],
];
const roleOf = new Map(ROLE_WORDS.flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)));
const roleWords = new WordIndex(roleOf.keys());

/** Attribution verbs that are roles of their own; every other verb of saying is a speech. */
const SPEECH_ROLES = new Map([['汇报', '汇报'], ['通报', '通报'], ['传达', '传达'], ['宣读', '传达'], ['部署', '部署'], ['宣布', '宣布']]);

/** Words after which what follows is no longer done by the person: 听取汇报, 贯彻讲话精神. */
const OTHERS_DO = ['听取', '贯彻', '落实', '学习', '按照', '根据', '精神', '要求', '指出', '强调', '表示', '以及', '随后', '之后', '接着', '其后', '通过', '召开的'];
const COMPANION = ['陪同下', '的陪同下', '等陪同下', '等的陪同下', '等人陪同下'];
/** 传达学习 is what a meeting does, and 研究部署 too. */
const MEETING_DOES = ['传达学习', '研究部署', '学习传达', '审议', '听取了'];
/** What may join a further clause to the predicate: 主持会议，并对下一步工作作出部署. */
const CONTINUATIONS = ['并', '对', '就', '代表', '围绕', '实地', '深入', '现场', '一同', '共同', '会前', '出席', '主持', '参加', '传达', '通报', '部署', '安排', '宣读', '作', '视察', '考察', '检查', '调研', '察看', '看望', '慰问', '督导', '一同', '首先', '先后', '参观'];
const otherDeeds = new WordIndex([...OTHERS_DO, ...MEETING_DOES]), continuations = new WordIndex(CONTINUATIONS);
/** Marks behind which nothing more is said of the person. */
const ENDS = new UnitSet(['。;:!"']);
const COMMA = ','.charCodeAt(0), LINE_BREAK = '\n'.charCodeAt(0);
/** How much of a predicate is read. */
const REACH = 120;

/**
 * Roles of every mention; those of a list of names belong to each of them, and are read once.
 * @returns for each of `article.persons` its roles in order, each once; empty where nothing is said of what the person does
 */
export function rolesOf(article: Article): readonly (readonly string[])[] {
  const { persons, reading: { folded } } = article;
  const roles: string[][] = [];
  for (let last = persons.length - 1; last >= 0; last--) {
    const shared: string[] = [];
    addRoles(article, endOf(folded, persons[last]!), last + 1, shared);
    roles[last] = shared;
    while (last > 0 && persons[last]!.form === 'full' && joined(folded, persons[last - 1]!, persons[last]!)) roles[--last] = shared;
  }
  return roles.map((shared, index) => (isCompanion(folded, persons[index]!) ? ['陪同', ...shared.filter(role => role !== '陪同')] : shared));
}

/** 陪同调研的市教育局局长王海. */
function isCompanion(folded: string, mention: PersonMention): boolean {
  const start = mention.titleRange?.start ?? mention.start;
  return /陪同[^,。;、]{0,8}的$/.test(folded.slice(Math.max(0, start - 12), start));
}

/** The role that an attribution with this verb (folded) stands for. */
export function roleOfVerb(verb: string): string {
  return SPEECH_ROLES.get(verb) ?? '讲话';
}

function endOf(folded: string, mention: PersonMention): number {
  return mention.title && mention.titleRange!.start >= mention.end ? skipTitle(folded, mention) : mention.end;
}

function skipTitle(folded: string, mention: PersonMention): number {
  const end = mention.titleRange!.end;
  return folded[end] === ')' ? end + 1 : end;
}

/** True when only list marks and the next one's title lie between two names. */
function joined(folded: string, last: PersonMention, next: PersonMention): boolean {
  const from = last.titleRange && last.titleRange.start >= last.end ? skipTitle(folded, last) : last.end;
  const to = next.titleRange && next.titleRange.start < next.start ? next.titleRange.start : next.start;
  if (to < from || to - from > 14) return false;
  const gap = folded.slice(from, to).replace(/\([^)]{1,10}\)/, '');
  return gap.trim() === '' ? gap !== '' : /^(?:[、,和及与]|以及)$/.test(gap.trim());
}

function addRoles(article: Article, from: number, next: number, roles: string[]): void {
  const { folded } = article.reading;
  const limit = Math.min(folded.length, from + REACH);
  for (let at = from; at < limit; at++) {
    const unit = folded.charCodeAt(at);
    if (ENDS.has(unit)) return;
    if (unit === LINE_BREAK) { if (/[。:!?]/.test(folded[at - 1]!) || at === from) return; continue; }
    if (unit === COMMA && continuations.startingAt(folded, at + 1) === null) return;
    const person = article.persons[next];
    if (person && at >= (person.titleRange?.start ?? person.start)) {
      // What follows the next person's name is that person's, except behind 在某某陪同下.
      while (next + 1 < article.persons.length && joined(folded, article.persons[next]!, article.persons[next + 1]!)) next++;
      const end = endOf(folded, article.persons[next]!);
      const companion = COMPANION.find(words => folded.startsWith(words, end));
      if (!companion) return;
      next++;
      at = end + companion.length - (folded[end + companion.length] === ',' ? 0 : 1);
      continue;
    }
    if (otherDeeds.startingAt(folded, at)) return;
    const word = roleWords.startingAt(folded, at);
    if (!word) continue;
    const role = roleOf.get(word)!, end = at + word.length;
    if (!roles.includes(role) && !isModifier(folded, end, role)) roles.push(role);
    // 在某某陪同下: what follows is done by the one who is accompanied.
    if (role === '陪同' && folded[end] === '下') return;
    at = end - 1;
  }
}

/** True where the word is a noun in another's name: 部署会, 汇报会, 讲话精神, 在讲话中. */
function isModifier(folded: string, end: number, role: string): boolean {
  const next = folded.slice(end, end + 2);
  if (role === '讲话' || role === '部署' || role === '汇报' || role === '通报' || role === '督导' || role === '检查' || role === '调研') return next.startsWith('会') || next.startsWith('组') || next === '精神' || next === '要求' || next.startsWith('推进') && role === '部署';
  return false;
}
