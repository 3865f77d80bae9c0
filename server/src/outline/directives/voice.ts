/** Who speaks where no sentence says it: notices and speeches are one long saying. */
import { edged } from '../../base/edged';
import type { Article, Block } from '../../article/article';
import { wordsEnd, wordsStart } from '../../article/lines/margins';
import { foldForLookup } from '../../language/script';

/** Who speaks in a document where no sentence tells. */
export interface Voice {
  /** The speaker of everything that no attribution introduces; null where only attributions tell. */
  readonly speaker: string | null;
  /** The document itself orders: bare imperatives count everywhere in it. */
  readonly orders: boolean;
  /** A paragraph without an attribution is the speaker's own: a commentary quotes others and goes on. */
  readonly resumes?: boolean;
  /** People tell what they themselves resolve. */
  readonly resolves?: boolean;
}

const NOBODY: Voice = { speaker: null, orders: false };

/** 关于…的通知（试行）: nothing but a note in brackets follows. */
const NOTE = String.raw`(?:\([^()]{1,14}\))?$`;
const oneOf = (words: string): string => `(?:${words.split(/\s+/).join('|')})`;

/** Papers that tell people what to do, as titles end with them; the group names the paper. */
const ORDER_DOCUMENT = new RegExp(
  `(${[
    // 关于…的通知, 防汛预案
    oneOf('通知 通知单 意见 方案 公告 通告 规定 办法 细则 规则 准则 章程 要点 决定 命令 措施 预案 条例 计划 通报 批复 指示 指令 安排 函'),
    // 温馨提示, 游客须知, 村规民约 of any kind
    oneOf('提示 提醒 指南 须知 守则 公约 指引 贴士 手册 明白纸 广播稿'),
    // 致全体业主的一封信, 告全县人民书
    oneOf('倡议 倡议书 号召 提案 公开信 一封信 告[\u4e00-\u9fff]{2,10}书'),
    // 检察建议书, 整改告知书, 督办函
    '建议书 意见书 告知书 决定书 决议 [提警交督][醒示办]函'.split(' ').join('|'),
    // 县防汛抗旱指挥部令, 动员令, 嘉奖令
    '(?<![司时勒口节])令',
  ].join('|')})${NOTE}`,
);
/** What such a paper is called where its title does not say so in the usual word. */
const CALLED: Readonly<Record<string, string>> = { 通知单: '通知', 倡议: '倡议书', 一封信: '公开信', 令: '命令', 号令: '命令' };
/** 现就有关事项通知如下：, in the body: what the paper is. */
const CALLS_ITSELF =
  /(?:^|[,。])[\u4e00-\u9fff]{0,14}?[现特兹](?:[^,。:]{0,30}?(通知|通告|公告|提示|提醒|倡议|建议|要求|命令|指令|号令|安排|规定|意见)(?:如下|如次)|[作发][布出]?(?:如下|以下)(通知|通告|公告|提示|倡议|命令|指令|号令|规定))[:。]/;

/** 整改情况的报告, 调查报告, 慰问信: papers that report or greet; only what they ask for in words is told. */
const REPORT_DOCUMENT = new RegExp(
  `(?:${[
    '整改(?:落实|进展|工作|完成)*(?:情况|结果)的?(?:通报|报告|公告|公示|说明)?',
    `${oneOf('调查 核查 评估 督查 考核 述职')}报告`,
    `${oneOf('慰问 感谢 祝贺 贺 致敬')}(?:信|电)`,
  ].join('|')})${NOTE}`,
);
/** 政策解读, 《…办法》解读 */
const EXPLANATION = new RegExp(`解读${NOTE}`);
/** 关于…建议的答复, 对…提案的复函, 关于…问题的回复 */
const REPLY = new RegExp(`(?:建议|提案|来信|留言|诉求|咨询|问题|反映|投诉|信访).{0,12}(?:答复|复函|回复)${NOTE}`);
/** 某某提醒出境游客加强防范: a headline in which an organ tells everybody something. */
const REMINDS =
  /^([\u4e00-\u9fff]{2,16}?(?:部|局|委|厅|署|处|办|台|站|院|中心|公司|支队|大队|总队|指挥部|办公室|使馆|领馆|领事馆|协会|消防|交警|警方|网警|疾控))(?:再次|温馨|郑重|紧急|特别)?(?:提醒|提示|呼吁|倡议)[^。?]{4,}$/;
/** 青川县气象台2024年8月9日15时30分发布… */
const WARNS =
  /^([\u4e00-\u9fff]{2,14}(?:气象台|气象局|指挥部|应急局|应急管理局))(?:于)?[\d年月日时分]{2,20}(?:联合)?(?:发布|升级|更新|继续发布)[^。]{2,30}预警/;
/** 发布暴雨橙色预警信号, and who does so. */
const WARNING = /预警|警报|预报/;
const ORGAN_THAT_WARNS = edged(/(?:台|局|站|中心|指挥部|办公室)$/);
/** 引发热烈反响, 热议 */
const RESPONSE = /(?:引发|引起|激起).{0,8}(?:反响|热议|共鸣)|反响热烈/;
/** 表态发言: who promises to do better. */
const PLEDGE = edged(/(?:表态|检讨|述[职责](?:述[廉德法学])*)(?:发言|讲话|报告)?$/);
/** 在全县大会上的讲话, 主持词 */
const SPEECH = edged(
  /(?:讲话|(?:主持|开幕|闭幕|答谢|欢迎|动员|就职|表态)[词辞]|致辞|发言|演讲|献词|寄语|贺词)(?:稿|提纲|要点|摘要|摘编|摘登|节选|实录|全文)?(?:\([^()]{1,14}\))?$|^在.{4,50}(?:上|时)的(?:讲话|致辞|发言)/,
);
/** 同志们：, below the title of a speech. */
const SALUTATION = /^(?:同志们|各位[^。:]{0,20}|[\u4e00-\u9fff]{0,6}(?:同志|朋友|同学|乡亲)们|尊敬的|女士们|朋友们)[^。]{0,40}[::!,]?$/;
/** 各镇人民政府：, below the title of a notice. */
const ADDRESS = /^(?:各(?!位)[\u4e00-\u9fff()、,\s]{2,60}|[\u4e00-\u9fff()、,\s]{2,40}(?:政府|委|局|单位|部门|企业|居民|市民|业主|朋友)):$/;

/** 以下是…在立法会会议上张三议员的提问和某局局长李四的答复, 以下是…致辞全文: the rest of the page are somebody's words. */
const TRANSCRIPT = /^以下(?:是|为)[^。]{4,80}?(?:的(?:书面)?答[复覆]|致辞|讲话|发言|谈话|演辞|全文)/;

/** 六、本通告自发布之日起施行。, at the end: the paper is printed whole. */
const TAKES_EFFECT = /本(通知|通告|公告|规定|办法|细则|命令)自[^,。]{2,24}起(?:施行|执行|实施|生效)/;
/** How many paragraphs at the end may say when the paper takes effect. */
const CLOSING = 8;

/** How many paragraphs may name those addressed, and how many may say what the paper calls itself. */
const OPENING = 2;
const INTRODUCTION = 4;

/** The head and the opening of a page, as look-up text. */
interface Opening {
  readonly article: Article;
  readonly title: readonly string[];
  readonly paragraphs: readonly string[];
  /** What the paper calls itself. */
  readonly itself: string | undefined;
  /** Where the first paragraph begins. */
  readonly body: number;
}

/** @param text of the reading, as printed or folded */
const wordsOf = ({ start, end }: Block, text: string): string => {
  const from = wordsStart(text, start, end);
  return text.slice(from, wordsEnd(text, from, end));
};

/** From the title, and from how the body opens. */
export function documentVoice(article: Article): Voice {
  const { reading, blocks, paragraphs } = article;
  const lines = paragraphs.slice(0, INTRODUCTION).map(paragraph => reading.folded.slice(paragraph.start, paragraph.end));
  const opening: Opening = {
    article,
    title: blocks.filter(block => block.kind === 'title' || block.kind === 'subtitle').map(block => wordsOf(block, reading.folded)),
    paragraphs: lines.slice(0, OPENING),
    itself:
      lines
        .map(line => CALLS_ITSELF.exec(line))
        .map(match => match?.[1] ?? match?.[2])
        .find(name => name !== undefined) ??
      paragraphs
        .slice(-CLOSING)
        .map(({ words }) => TAKES_EFFECT.exec(words.prose.folded.slice(0, 60))?.[1])
        .find(name => name !== undefined),
    body: paragraphs[0]?.start ?? 0,
  };
  for (const voice of VOICES) {
    const found = voice(opening);
    if (found) return found;
  }
  return NOBODY;
}

/** Who promises to do better tells nobody. */
const pledgeVoice = ({ title }: Opening): Voice | null => (title.some(text => PLEDGE.test(text)) ? NOBODY : null);

/** 总书记讲话在我县引发热烈反响: everybody tells what he will do. */
const responseVoice = ({ title }: Opening): Voice | null =>
  title.some(text => RESPONSE.test(text)) ? { ...NOBODY, resolves: true } : null;

/** A title that names a speech. */
const speechVoice = (opening: Opening): Voice | null => (opening.title.some(text => SPEECH.test(text)) ? speakerOf(opening) : null);

/** 同志们：, where the title names no other paper. */
const salutingVoice = (opening: Opening): Voice | null =>
  opening.paragraphs.some(text => SALUTATION.test(text)) && !opening.title.some(text => ORDER_DOCUMENT.test(text))
    ? speakerOf(opening)
    : null;

/** Who gives the speech; 讲话 where nobody is named. */
function speakerOf({ article: { reading, blocks, persons }, paragraphs, body }: Opening): Voice {
  const end = body + (paragraphs[0]?.length ?? 0);
  // 职务 姓名 below the title, or 某某在…上的讲话 in it.
  const spoken = persons.filter(person => person.form === 'full' && person.standing === 'official' && person.start < end);
  // 仇怀宇: a name alone below the title.
  const alone = blocks.find(
    block =>
      block.kind !== 'title' && block.start < end && /^[\u4e00-\u9fff]\s{0,2}[\u4e00-\u9fff]{1,3}$/.test(wordsOf(block, reading.folded)),
  );
  const speaker = spoken.find(person => person.start < body) ?? (alone ? undefined : spoken[0]);
  const name = speaker ? (speaker.name ?? speaker.text) : alone ? wordsOf(alone, reading.text).replace(/\s/g, '') : '讲话';
  return { speaker: name, orders: true };
}

function commentaryVoice(opening: Opening): Voice | null {
  const author = commentator(opening);
  return author === null ? null : { speaker: author, orders: false, resumes: true };
}

function transcriptVoice({ article: { paragraphs, persons }, paragraphs: opening }: Opening): Voice | null {
  for (const [i, text] of opening.entries()) {
    const head = TRANSCRIPT.exec(text);
    const { start } = paragraphs[i]!;
    const speaker = head
      ? persons.findLast(
          person =>
            person.form === 'full' && person.standing === 'official' && person.start >= start && person.end <= start + head[0].length,
        )
      : undefined;
    if (speaker) return { speaker: speaker.name ?? speaker.text, orders: false };
  }
  return null;
}

/** What was put right is reported, not ordered. */
function reportVoice({ title }: Opening): Voice | null {
  const report = title.find(text => REPORT_DOCUMENT.test(text));
  return report === undefined
    ? null
    : { speaker: /(?:通报|报告|公告|公示|说明|[\u4e00-\u9fff]{1,2}[信电])(?=\(|$)/.exec(report)?.[0] ?? '通报', orders: false };
}

/** What a paper explains holds for its readers, but its headings order nothing. */
const explanationVoice = ({ title }: Opening): Voice | null =>
  title.some(text => EXPLANATION.test(text)) ? { speaker: '解读', orders: false } : null;

/** 关于…提案的答复: what is asked for in it. */
const replyVoice = ({ title, article: { meta } }: Opening): Voice | null =>
  title.some(text => REPLY.test(text)) ? { speaker: meta.source?.text ?? '答复', orders: false } : null;

/** 青川县气象台8月9日15时发布暴雨橙色预警: the advice below is its own. */
function warningVoice({ article: { reading, meta, paragraphs: lines }, title, paragraphs }: Opening): Voice | null {
  if (meta.source && title.some(text => WARNING.test(text)) && ORGAN_THAT_WARNS.test(foldForLookup(meta.source.text)))
    return { speaker: meta.source.text, orders: true };
  for (const [i, text] of paragraphs.entries()) {
    const issuer = WARNS.exec(text)?.[1];
    if (issuer !== undefined) return { speaker: reading.text.slice(lines[i]!.start, lines[i]!.start + issuer.length), orders: true };
  }
  return null;
}

/** 县消防大队提醒居民安全用电: where nobody else speaks, the organ of the headline tells all that follows. */
function remindingVoice({ title, article: { attributions, reading, meta }, body }: Opening): Voice | null {
  const reminder = attributions.every(({ start }) => start < body) ? title.map(text => REMINDS.exec(text)).find(match => match) : null;
  const start = meta.title?.start;
  if (!reminder || start === undefined) return null;
  const name = reading.folded.indexOf(reminder[1]!, start);
  return { speaker: reading.text.slice(name, name + reminder[1]!.length), orders: true };
}

/** What the title calls the paper: 关于印发《某办法》的通知, 放假《告家长书》. */
const orderDocument = (title: string): string | undefined => {
  const bare = title.replace(/》$/, '');
  const label = /^[【[][^【】[\]]{0,6}?(通知|通告|公告|提示|提醒|倡议)[】\]]/.exec(title)?.[1];
  if (label !== undefined) return label;
  return ORDER_DOCUMENT.exec(bare.slice(Math.max(bare.lastIndexOf('》'), bare.lastIndexOf('《')) + 1))?.[1];
};

function orderVoice({ article: { attributions }, title, paragraphs, itself, body }: Opening): Voice | null {
  const addressed = paragraphs.some(line => ADDRESS.test(line));
  const named = title.map(orderDocument).find(name => name !== undefined);
  const alone = addressed || attributions.every(attribution => attribution.start < body);
  const document = alone ? (named ?? itself) : itself;
  if (document !== undefined) return { speaker: CALLED[document] ?? document, orders: true };
  return addressed ? { speaker: '通知', orders: true } : null;
}

/** The first that knows who speaks decides. */
const VOICES: readonly ((opening: Opening) => Voice | null)[] = [
  pledgeVoice,
  responseVoice,
  speechVoice,
  explanationVoice,
  replyVoice,
  salutingVoice,
  reportVoice,
  commentaryVoice,
  transcriptVoice,
  warningVoice,
  orderVoice,
  remindingVoice,
];

const COMMENTATOR = /评论员(?:\s|$)/;
/** The name of a column of opinions. */
const OPINION = edged(/(?:社论|评论|时评|锐评|短评|快评|杂谈|纵横谈|随笔|观察|论坛|观点|漫谈|笔谈)(?:员文章)?$/);
/** 作者：苏东 */
const AUTHOR_LABEL = /^[□■◎●○]|(?:作者|撰文|(?<![\u4e00-\u9fff])文)[\s:/]*(?=[\u4e00-\u9fff])/;
const NAME = /^[\u4e00-\u9fff]\s{0,2}[\u4e00-\u9fff]{1,3}$/;

/** Direct speech: 说，“…. */
const TALK = /[说道问][,:]"/;

/** Who wrote a commentary: the commentator, the official or the name alone in its head; null for other texts. */
function commentator({ article, title }: Opening): string | null {
  const { reading, blocks, persons, meta, paragraphs, attributions } = article;
  const body = paragraphs[0]?.start ?? 0;
  const lines = blocks.filter(({ kind, start }) => kind !== 'blank' && kind !== 'title' && start < body);
  // 沂水时评 2024-03-08 □ 青 禾: the sign stands before a name of its own.
  const head = lines
    .flatMap(block => wordsOf(block, reading.text).split(/(?=[□■◎●○])/))
    .map(line => line.trim().replace(/^(?:[□■◎●○][\s:：/]*|(?:作者|文)[\s:：/]+)(?=[\u4e00-\u9fff])/, ''));
  const signed = head.find(line => COMMENTATOR.test(line));
  if (signed !== undefined) return signed.replace(/^[^\u4e00-\u9fff]+/, '');
  // 中共汝阳市委书记 蒲松龄
  const official = lines
    .filter(({ kind, reason }) => kind === 'byline' && reason === 'speaker')
    .map(({ start, end }) => persons.find(person => person.form === 'full' && person.start >= start && person.end <= end)?.name)
    .find(name => name);
  if (official) return official;
  // Who wrote a story in which people talk orders nothing.
  const column = head.some(line =>
    foldForLookup(line)
      .split(/\s+/)
      .some(word => OPINION.test(word)),
  );
  const opinion =
    column || (attributions.every(({ start }) => start < body) && !paragraphs.some(({ words }) => TALK.test(words.prose.folded)));
  const name = opinion && !title.some(orderDocument) ? head.find(line => NAME.test(line) && !OPINION.test(line)) : undefined;
  if (name !== undefined) return name.replace(/\s/g, '');
  return column && meta.author && lines.some(block => AUTHOR_LABEL.test(wordsOf(block, reading.folded))) ? meta.author.text : null;
}
