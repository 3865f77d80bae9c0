/** Who speaks where no sentence says it: notices and speeches are one long saying. */
import type { Article } from '../article/article';

export interface Voice {
  /** The speaker of everything that no attribution introduces; null where only attributions tell. */
  readonly speaker: string | null;
  /** The document itself orders: bare imperatives count everywhere in it. */
  readonly orders: boolean;
  /** A paragraph without an attribution is the speaker's own: a commentary quotes others and goes on. */
  readonly resumes?: boolean;
}

const ORDER_DOCUMENT =
  /(倡议|一封信|告[\u4e00-\u9fff]{2,10}书|通知|意见|方案|公告|通告|倡议书|公开信|规定|办法|细则|要点|提示|指南|决定|命令|提醒|倡议|号召|须知|守则|公约|措施|预案|条例|计划|通报|指示|指令|广播稿|明白纸|指引|贴士|手册|提案|安排|函)(?:\([^()]{1,14}\))?$/;
const SPEECH =
  /(?:讲话|(?:主持|开幕|闭幕|答谢|欢迎|动员|就职|表态)[词辞]|致辞|发言|演讲|献词|寄语|贺词)(?:稿|提纲|要点|摘要|摘编|摘登|节选|实录|全文)?(?:\([^()]{1,14}\))?$|^在.{4,50}(?:上|时)的(?:讲话|致辞|发言)/;
const SALUTATION = /^(?:同志们|各位[^。:]{0,20}|[\u4e00-\u9fff]{0,6}(?:同志|朋友|同学|乡亲)们|尊敬的|女士们|朋友们)[^。]{0,40}[::!,]?$/;
const ADDRESS = /^(?:各[\u4e00-\u9fff()、,\s]{2,60}|[\u4e00-\u9fff()、,\s]{2,40}(?:政府|委|局|单位|部门|企业|居民|市民|业主|朋友)):$/;

/** 以下是…在立法会会议上张三议员的提问和某局局长李四的答复, 以下是…致辞全文: the rest of the page are somebody's words. */
const TRANSCRIPT = /^以下(?:是|为)[^。]{4,80}?(?:的(?:书面)?答[复覆]|致辞|讲话|发言|谈话|演辞|全文)/;

/** From the title, and from how the body opens. */
export function documentVoice(article: Article): Voice {
  const { reading, blocks, paragraphs, persons } = article;
  const title = blocks
    .filter(block => block.kind === 'title' || block.kind === 'subtitle')
    .map(block => reading.folded.slice(block.start, block.end).trim());
  const opening = paragraphs.slice(0, 2).map(paragraph => reading.folded.slice(paragraph.start, paragraph.end));
  const saluted = opening.some(text => SALUTATION.test(text));
  if (saluted || title.some(text => SPEECH.test(text))) {
    const head = paragraphs[0]?.start ?? 0;
    // 职务 姓名 below the title, or 某某在…上的讲话 in it.
    const spoken = persons.filter(
      person => person.form === 'full' && person.standing === 'official' && person.start < head + (opening[0]?.length ?? 0),
    );
    // 仇怀宇: a name alone below the title.
    const named = blocks.find(
      ({ kind, start, end }) =>
        kind !== 'title' &&
        start < head + (opening[0]?.length ?? 0) &&
        /^[\u4e00-\u9fff]\s{0,2}[\u4e00-\u9fff]{1,3}$/.test(reading.folded.slice(start, end).trim()),
    );
    const speaker = spoken.find(person => person.start < head) ?? (named ? undefined : spoken[0]);
    const name = speaker ? (speaker.name ?? speaker.text) : named ? reading.text.slice(named.start, named.end).replace(/\s/g, '') : '讲话';
    if (title.some(text => SPEECH.test(text)) || (saluted && !title.some(text => ORDER_DOCUMENT.test(text))))
      return { speaker: name, orders: true };
  }
  const author = commentator(article);
  if (author !== null) return { speaker: author, orders: false, resumes: true };
  const transcript = paragraphs.slice(0, 2).find((_, i) => TRANSCRIPT.test(opening[i]!));
  if (transcript) {
    const end = transcript.start + TRANSCRIPT.exec(reading.folded.slice(transcript.start, transcript.end))![0].length;
    const speaker = persons.findLast(
      person => person.form === 'full' && person.standing === 'official' && person.start >= transcript.start && person.end <= end,
    );
    if (speaker) return { speaker: speaker.name ?? speaker.text, orders: false };
  }
  for (const text of title) {
    const document = ORDER_DOCUMENT.exec(text.slice(text.lastIndexOf('》') + 1));
    if (
      document &&
      (opening.some(line => ADDRESS.test(line)) ||
        article.attributions.every(attribution => attribution.start < (paragraphs[0]?.start ?? 0)))
    )
      return { speaker: document[1] === '倡议' ? '倡议书' : document[1] === '一封信' ? '公开信' : document[1]!, orders: true };
  }
  return opening.some(line => ADDRESS.test(line)) ? { speaker: '通知', orders: true } : { speaker: null, orders: false };
}

const COMMENTATOR = /评论员(?:\s|$)/;
/** The name of a column of opinions. */
const OPINION = /(?:社论|评论|时评|锐评|短评|快评|杂谈|纵横谈|随笔|观察|论坛|观点|漫谈|笔谈)(?:员文章)?$/;

/** Direct speech: 说，“…. */
const TALK = /[说道问][,:]"/;

/** Who wrote a commentary: the commentator or the name alone in its head; null for other texts. */
function commentator({ reading, blocks, paragraphs, attributions }: Article): string | null {
  const body = paragraphs[0]?.start ?? 0;
  const head = blocks
    .filter(({ kind, start }) => kind !== 'blank' && kind !== 'title' && start < body)
    .map(({ start, end }) => reading.text.slice(start, end).trim());
  const signed = head.find(line => COMMENTATOR.test(line));
  if (signed !== undefined) return signed.replace(/^[^\u4e00-\u9fff]+/, '');
  // Who wrote a story in which people talk orders nothing.
  const opinion =
    head.some(line => OPINION.test(line)) ||
    (attributions.every(({ start }) => start < body) && !paragraphs.some(({ words }) => TALK.test(words.prose.folded)));
  const name = opinion ? head.find(line => /^[\u4e00-\u9fff]\s{0,2}[\u4e00-\u9fff]{1,3}$/.test(line) && !OPINION.test(line)) : undefined;
  return name?.replace(/\s/g, '') ?? null;
}
