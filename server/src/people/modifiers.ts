/**
 * Words of a role that are nothing somebody does: nouns in other names, what is denied, what others did.
 * Offsets are into the folded text of the article.
 */

/** True where the word is a noun in another's name: 部署会, 汇报会, 讲话精神, 在报告中. */
export function isModifier(folded: string, start: number, end: number, role: string): boolean {
  const next = folded.slice(end, end + 2);
  if (folded[start - 1] === '在' && (next[0] === '中' || next[0] === '里')) return true;
  if (isDenied(folded, start) || isPart(folded[start - 1], next, role)) return true;
  if (role === '讲话' || role === '部署' || role === '汇报' || role === '通报' || role === '督导' || role === '检查' || role === '调研')
    return (
      next.startsWith('会') || next.startsWith('组') || next === '精神' || next === '要求' || (next.startsWith('推进') && role === '部署')
    );
  // 参加工作 and 主持日常工作 are told of a life and of an office; 调研员 is a rank.
  if (role === '参加' && /^(?:工作(?!会|例会|座谈|部署|推进|交流|专班)|革命|中国共产党)/.test(folded.slice(end, end + 5))) return true;
  if (role === '主持' && CHARGE.test(folded.slice(end, end + LONGEST_CHARGE))) return true;
  return next[0] === '员';
}

/** 未出席 */
function isDenied(folded: string, start: number): boolean {
  return NEGATED.test(folded.slice(start - 2, start));
}

/** 安全大检查, 对照检查, 巡视情况, 报告起草组 */
function isPart(before: string | undefined, next: string, role: string): boolean {
  return (
    before === '大' ||
    (before === '照' && role === '检查') ||
    (next === '情况' && INQUIRIES.has(role)) ||
    (role === '汇报' && REPORTS.test(next))
  );
}

/** What is reported on afterwards: 巡视情况. */
const INQUIRIES = new Set(['检查', '督导', '调研']);
const NEGATED = /[未没]能?$|没有$|不$/;
/** What a report is for, by whom and on what. */
const REPORTS = /^(?:起草|撰写|材料|稿|文学|制度|人|厅)/;
/** 主持三矿日常工作, 主持全面工作 */
const CHARGE = /^[^,。;:、会]{0,10}工作(?:[,。;、)]|$)/;
const LONGEST_CHARGE = 14;

/** True in 看望参加大赛归来的运动员: it is those whom somebody visits who took part. */
export function isVisited(folded: string, at: number, role: string, before: string | undefined): boolean {
  return (
    (role === '参加' || role === '出席') &&
    (before === '慰问' || before === '会见') &&
    /(?:慰问|看望|会见|接见)$/.test(folded.slice(at - 2, at))
  );
}
