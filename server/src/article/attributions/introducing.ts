/** Whether a verb of saying introduces something said: a mark follows, or a clause where the verb takes one. Look-up text. */
import { edged } from '../../base/edged';
import { isColon, isComma, isHan, isSpace } from '../characters';
import type { VerbSpot } from './speech';

/** Behind 表示: a feeling, not content. */
const FEELING = edged(
  /^(?:热烈|衷心|诚挚|亲切|崇高|深切|由衷|真诚|强烈|高度|充分|坚决|严重|极大|非常|十分)?(?:地)?(?:的)?(?:感谢|欢迎|祝贺|慰问|敬意|哀悼|肯定|满意|支持|赞赏|同意|理解|遗憾|关切|愤慨|谴责|赞同|认同|问候|祝福|节日|新春|新年)/,
);
/** Verbs that report on something by its name. */
const REPORTS = /^(?:报告|汇报|说明|介绍|通报|发布|宣布)$/;
/** What the verb cannot be said with: particles, and words that go on about it. */
const NO_CONTENT = '的了过着书等和与及、性中后时并';

/** Whom officials ask: 各镇, 民政处与公所. */
const ASKED_ORGAN = edged(/^(?:各|[\u4e00-\u9fff]{1,8}?[局处署科委办厅所院](?=[\u4e00-\u9fff、]{3}))/);
/** Those told, then what they are to do. */
const TOLD_TO = edged(/^[\u4e00-\u9fff]{2,12}?要[\u4e00-\u9fff]{2}/);

/** Behind these somebody is told. */
const DECIDES = edged(/^(?:拍板|允诺|答应|承诺)$/);

/** A verb with what stands around it. */
class Place {
  readonly code: number;

  constructor(
    readonly folded: string,
    readonly spot: VerbSpot,
    readonly headline: boolean,
  ) {
    this.code = folded.charCodeAt(spot.end);
  }

  get next(): string | undefined {
    return this.folded[this.spot.end];
  }

  get verb(): string {
    return this.folded.slice(this.spot.start, this.spot.end);
  }

  /** What follows, so many units. */
  behind(length: number): string {
    return this.folded.slice(this.spot.end, this.spot.end + length);
  }

  get orders(): boolean {
    return this.spot.kind === 'ordering';
  }

  get marked(): boolean {
    return this.spot.kind === 'marked';
  }
}

/** The first rule whose `when` fits decides; all but the last ones are about the character behind the verb. */
interface Rule {
  readonly reason: string;
  readonly when: (place: Place) => boolean;
  readonly introduces: (place: Place) => boolean;
}

const yes = (): boolean => true;
const no = (): boolean => false;

const RULES: readonly Rule[] = [
  { reason: 'the text ends', when: p => p.next === undefined, introduces: p => !p.marked || p.spot.start > 0 },
  {
    reason: '部署：…; 拍板，由…',
    when: p => p.spot.kind === 'announcing',
    introduces: p => isColon(p.code) || (isComma(p.code) && /^,(?:由|请|责成)/.test(p.behind(4)) && DECIDES.test(p.verb)),
  },
  {
    reason: '报告“全国桥梁安全情形”。: the name of what is reported on',
    when: p =>
      p.next === '"' && REPORTS.test(p.verb) && /^"[^",。!?]{2,40}"(?:专案|计划|方案|项目|议题|草案|情况|事项)?[。;,]/.test(p.behind(46)),
    introduces: no,
  },
  {
    reason: 'a mark; a dash is one: 强调——',
    when: p => isComma(p.code) || isColon(p.code) || p.next === '"' || p.next === '\n' || p.behind(2) === '--',
    introduces: yes,
  },
  {
    reason: '告诉大家，要…: those told, then what they are to do',
    when: p => p.verb === '告诉',
    introduces: p => /^[^,;:。!?"]{2,12},(?:要|不要|千万|必须|务必|一定|不能|不得|切勿|如果|先)/.test(p.behind(20)),
  },
  {
    reason: '请水利局…: an organ is asked; 激励学生要立大志: but not 激励干部',
    when: p => p.verb === '请' || p.verb === '激励' || p.verb === '鼓励',
    introduces: p => (p.verb === '请' ? ASKED_ORGAN : TOLD_TO).test(p.behind(16)),
  },
  { reason: '要求几点', when: p => p.orders && /^再?几点/.test(p.behind(3)), introduces: yes },
  { reason: 'a blank, which stands for a mark in headlines', when: p => isSpace(p.code), introduces: p => p.headline || !p.marked },
  {
    reason: '通报了…情况：: content, although a phrase stands between',
    when: p => p.next === '了',
    introduces: p => p.marked && /^了[^,;。!?:]{2,24}:/.test(p.behind(28)),
  },
  {
    reason: '“…。”王海说。: what is said came before',
    when: p => p.next === '。',
    introduces: ({ folded, spot: { clause } }) => clause > 0 && /[。!?,]"$/.test(folded.slice(Math.max(0, clause - 2), clause)),
  },
  {
    reason: '促请60岁以上…, 要求IT部门…: those told',
    when: p => p.orders && !p.headline && /^[\da-z]{1,8}[\u4e00-\u9fff]/i.test(p.behind(9)),
    introduces: yes,
  },
  {
    reason: 'a particle, or a word that goes on about the verb',
    when: p => !isHan(p.code) || (NO_CONTENT.includes(p.next!) && !p.behind(2).startsWith('与会')),
    introduces: no,
  },
  {
    reason: '明确三条铁规：',
    when: p => /^了?[一二三四五六七八九十几两\d]{1,2}[点个条项][\u4e00-\u9fff]{0,8}:/.test(p.behind(14)),
    introduces: yes,
  },
  { reason: '议定以下事项：', when: p => /^(?:以下|如下)[\u4e00-\u9fff]{0,6}:/.test(p.behind(9)), introduces: yes },
  { reason: '介绍道', when: p => p.marked, introduces: p => p.next === '道' || p.next === '说' },
  { reason: '表示…, but not 表示感谢', when: p => p.verb === '表示', introduces: p => !FEELING.test(p.behind(12)) },
  {
    reason: '提出三点…, 提出要…',
    when: p => p.verb === '提出',
    introduces: p => /^(?:[一二三四五六七八九十\d]{1,2}[点项条个方]|如下|以下|要(?!求)[\u4e00-\u9fff]{2})/.test(p.behind(12)),
  },
  { reason: '强调三点…', when: p => p.verb === '强调' && /^[一二三四五六几两\d]{1,2}[点个]/.test(p.behind(3)), introduces: yes },
  { reason: '谈到…: a topic', when: p => p.verb === '谈到' || p.verb === '提到', introduces: no },
  { reason: '认为…', when: p => p.verb === '认为', introduces: yes },
  {
    reason: '要求各地…, but not 就落实会议要求作了安排',
    when: p => p.orders,
    introduces: p => !p.headline && !/^作[了出]/.test(p.behind(2)),
  },
];
/** Clauses that a verb takes without a mark: 强调要加强…. */
const TAKEN = /^(?:要|必须|务必|应|各|全|在|对|坚持|加强|抓|推进|做好|落实|[\u4e00-\u9fff]{2,12}(?:要|必须|务必|是))/;

/** @param headline blanks stand for marks */
export function introduces(folded: string, spot: VerbSpot, headline: boolean): boolean {
  const place = new Place(folded, spot, headline);
  const rule = RULES.find(one => one.when(place));
  return rule ? rule.introduces(place) : TAKEN.test(place.behind(12));
}
