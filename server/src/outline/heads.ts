/** Unnumbered heads: directives that announce a count, or short formulas that the rest of the paragraph spells out. */
import { perContent } from '../base/memo';
import { countHan } from '../article/characters';
import type { FoundDirective } from './directives/directives';
import { announcedCount, numberPhrases } from './numbers';
import { REQUEST } from './orders/patterns';
import { COUNTED_KEY } from './directives/units';
import type { Wording } from './directives/wording';

/** How many directives around one are looked at. */
export const LOOKAHEAD = 64;
/** Longest general formula, in Han characters. */
const FORMULA = 20;
/** Longest formula of the kind 认识要再深化, in Han characters. */
const PATTERN_FORMULA = 32;
/** Longest order that the next sentence spells out, in Han characters. */
const THEME = 14;
/** Longest sentence whose numbered items stand in the same paragraph, in Han characters. */
const BEFORE_ITEMS = 28;
/** Longest announcement that one item more or less fulfils too, in Han characters. */
const NEAR_ANNOUNCEMENT = 24;
/** Longest announcement of numbered paragraphs, in Han characters. */
const ANNOUNCEMENT = 40;
/** So many sentences spell out even a formula of two clauses. */
const LONG_LIST = 4;
/** How much longer than a formula the sentences that spell it out are on average. */
const LONGER = 1.3;
/** Least length of the longest of them, in Han characters. */
const SPELLED_OUT = 22;

/** Those told, or what it is about, before 要. */
const SUBJECT_FIRST = /^[\u4e00-\u9fff、]{2,14}?要(?!求)/;
const GOES_ON = /^(?:(?:同时|此外|另外|最后),)?(?:[还也更]?要|必须|务必|应当?)/;
const FORMULA_BY_FORM = /^[^,]{0,8},?[还更]?要在"[^"]{1,2}"字上|^要[\u4e00-\u9fff]{3,5}[、,][\u4e00-\u9fff]{3,5}。/;
const CONCERNED_FIRST = /^[^,;。要]{3,20}(?:的|[人者户]),/;
const TOPIC = /^([\u4e00-\u9fff]{2,6}?)(?:方面|上)?(?:,|要)/;
/** So many of those told in a row divide a formula among them. */
const DIVIDED_AMONG = 3;

/** 要在“快”字…, 要守住“对外”之门, 要强动力，添活力。: short orders that are built alike have the same form. */
function formOf(folded: string): string | null {
  const order = folded.slice(Math.max(0, folded.indexOf('要')));
  if (/^要[\u4e00-\u9fff]{2}"[^"]{1,8}"之[\u4e00-\u9fff]。/.test(order)) return '要__""之_';
  const pair = /^要([\u4e00-\u9fff]{3,4}),([\u4e00-\u9fff]{3,4})。$/.exec(order);
  if (pair) return `要${'_'.repeat(pair[1]!.length)},${'_'.repeat(pair[2]!.length)}`;
  const quoted = /^([^,;:。"]{1,8})"[^"]{1,8}"([^,;:。]{1,2})/.exec(folded);
  return quoted && `${quoted[1]!}""${quoted[2]!}`;
}

/** What the words of a directive alone tell about its being a head. */
export const traitsOf = perContent(({ folded, verb, modal }: Wording) => {
  const count = announcedCount(folded);
  return {
    han: countHan(folded),
    /** The number that its first clause announces; null for none. */
    count: count?.value ?? null,
    /** The last number in all of it; null for none. */
    last: numberPhrases(folded).at(-1)?.value ?? null,
    /** The number is part of a name: “两个毫不动摇”. */
    named: count !== null && folded[count.start - 1] === '"',
    /** 认识要再深化 */
    pattern: /^[\u4e00-\u9fff]{2,4}要(?:再|更|进一步|更加)/.test(folded),
    /** What heads of one form have in common; null where it has no form. */
    form: formOf(folded),
    announcesList: folded.endsWith(':'),
    opensWithModal: folded.startsWith('要'),
    /** 还要…, 同时，必须…: the order goes on from the one before, without a subject. */
    goesOn: GOES_ON.test(folded),
    /** 要在“快”字上抢时间, 要摸清底数，早作打算。: a formula, whatever follows. */
    formula: FORMULA_BY_FORM.test(folded),
    /** 请群众…, 家里有病人的，…: what only some are told or asked. */
    partial: (modal !== null && REQUEST.test(modal)) || CONCERNED_FIRST.test(folded),
    /** 清渠方面，…, 富民，要…: what it is about, if that stands first. */
    topic: TOPIC.exec(folded)?.[1] ?? null,
    /** 属地要…: somebody stands before the modal. */
    subject: modal !== null && SUBJECT_FIRST.test(folded),
    prohibits: modal !== null && /[不勿禁忌]/.test(modal),
    /** 稳面积、提单产 */
    paired: /^要?(?:[\u4e00-\u9fff]{3}、){1,3}[\u4e00-\u9fff]{3}[,。]/.test(folded),
    // 抓作风，要在“快”字上下功夫: what stands before the modal is its topic.
    severalClauses: /[,;][^"]/.test(folded.slice(Math.max(verb, modal === null ? 0 : folded.indexOf(modal)))),
    listing: /[、"]/.test(folded.replace(/"[^"]{1,8}"/g, '')),
  };
});

/** A directive with the one behind it. */
class Candidate {
  readonly traits: ReturnType<typeof traitsOf>;
  readonly wording: Wording;
  /** The next directive stands in the same paragraph. */
  readonly follows: boolean;
  /** No directive of the paragraph stands before it. */
  readonly leads: boolean;
  readonly #directives: readonly FoundDirective[];
  readonly #index: number;
  readonly #next: FoundDirective;

  constructor(directives: readonly FoundDirective[], index: number, next: FoundDirective) {
    const directive = directives[index]!;
    this.#directives = directives;
    this.#index = index;
    this.#next = next;
    this.wording = directive.wording;
    this.traits = traitsOf(directive.wording);
    this.follows = next.paragraph === directive.paragraph;
    this.leads = directives[index - 1]?.paragraph !== directive.paragraph;
  }

  get #directive(): FoundDirective {
    return this.#directives[this.#index]!;
  }

  get numbered(): boolean {
    return this.wording.enumerator !== null;
  }

  get numbersFollow(): boolean {
    return this.#next.wording.enumerator !== null;
  }

  get countedHeadFollows(): boolean {
    return this.#next.wording.parallel?.key === COUNTED_KEY;
  }

  get firstNumberFollows(): boolean {
    return this.#next.wording.enumerator?.value === 1;
  }

  /** It opens a sentence, and what follows is another one of the paragraph. */
  get ownSentence(): boolean {
    return this.follows && this.wording.opensSentence && this.wording.sentence !== this.#next.wording.sentence;
  }

  /** Somebody else's directive stands before it in the paragraph, or none. */
  get opensSaying(): boolean {
    return this.leads || this.#directives[this.#index - 1]?.attribution !== this.#directive.attribution;
  }

  /** The next directive is the next sentence: nothing else is said between. */
  get adjoined(): boolean {
    return this.#next.wording.sentence === this.wording.sentence + 1;
  }

  /** Short enough for a formula. */
  get brief(): boolean {
    const { han, pattern, listing } = this.traits;
    return han <= (pattern ? PATTERN_FORMULA : FORMULA) && (pattern || !listing);
  }

  /** How many directives of the next one's rank follow in the paragraph, or as numbered paragraphs. */
  get followers(): number {
    const { attribution, paragraph } = this.#directive;
    const list = this.#next.wording.enumerator?.class;
    let count = 0;
    for (let i = this.#index + 1; i < Math.min(this.#directives.length, this.#index + LOOKAHEAD); i++) {
      const other = this.#directives[i]!;
      if (other.attribution !== attribution) break;
      if (list ? other.wording.enumerator?.class === list : other.paragraph === paragraph) count++;
      else if (!list) break;
    }
    return count;
  }

  /** As many items as announced follow, or nearly so many behind a short announcement. */
  get fulfilled(): boolean {
    const { count, han } = this.traits;
    const items = this.followers;
    return count !== null && (items === count || (han <= NEAR_ANNOUNCEMENT && Math.abs(items - count) <= 1 && items >= 2));
  }

  /** As many directives as announced follow in the paragraph, all built alike: 要把住…。要管住…。 */
  get parallels(): boolean {
    const { count } = this.traits;
    const items = this.#directives.slice(this.#index + 1, this.#index + 1 + (count ?? 0));
    const verb = ({ wording }: FoundDirective): string => wording.folded.slice(wording.verb, wording.verb + 1);
    return items.length === count && items.every(item => item.paragraph === this.#directive.paragraph && verb(item) === verb(items[0]!));
  }

  /** All that follows in the paragraph tells somebody, or about something, each: 属地要…；部门要…；库区学校停开夜课。 */
  get dividedAmong(): boolean {
    const { paragraph, attribution } = this.#directive;
    let i = this.#index + 1;
    while (
      this.#directives[i]?.paragraph === paragraph &&
      this.#directives[i]!.attribution === attribution &&
      hasSubject(this.#directives[i]!.wording)
    )
      i++;
    return i - this.#index > DIVIDED_AMONG && this.#directives[i]?.paragraph !== paragraph;
  }

  /** The next sentence has parts, each about somebody or something: 水利局储备沙袋；各镇演练一次。 Behind it the paragraph ends, or another 要 comes. */
  get dividedInto(): boolean {
    const { sentence } = this.#next.wording;
    let i = this.#index + 1;
    for (; this.#isPart(i, sentence); i++)
      if (traitsOf(this.#directives[i]!.wording).goesOn || this.#directives[i]!.wording.enumerator) return false;
    const parts = i - this.#index - 1;
    const behind = this.#directives[i];
    const ends = behind?.paragraph !== this.#directive.paragraph;
    if (!ends && !traitsOf(behind!.wording).goesOn) return false;
    return parts >= DIVIDED_AMONG || (parts === DIVIDED_AMONG - 1 && ends && this.traits.han <= FORMULA);
  }

  /** What the next ones are about stands in a list here: 抓好清渠、补林、修路。清渠方面，…。补林方面，…。 */
  get listsTopics(): boolean {
    const { folded } = this.wording;
    if (!folded.includes('、')) return false;
    const named = (i: number): boolean => {
      const other = this.#directives[i];
      const topic = other?.paragraph === this.#directive.paragraph ? traitsOf(other.wording).topic : null;
      return topic !== null && folded.includes(topic);
    };
    return named(this.#index + 1) && named(this.#index + 2);
  }

  /** Another of its form follows in the paragraph, with something said between. */
  get repeated(): boolean {
    const { form } = this.traits;
    if (form === null || this.#form(this.#index + 1) === form) return false;
    for (let i = this.#index + 2; i < this.#index + LOOKAHEAD && this.#directives[i]?.paragraph === this.#directive.paragraph; i++)
      if (this.#form(i) === form && this.#directives[i]!.attribution === this.#directive.attribution) return true;
    return false;
  }

  #form(i: number): string | null {
    return traitsOf(this.#directives[i]!.wording).form;
  }

  #isPart(i: number, sentence: number): boolean {
    const other = this.#directives[i];
    return other?.paragraph === this.#directive.paragraph && other.wording.sentence === sentence;
  }

  /** One sentence that tells nobody anything stands between a short order and the one that tells those addressed. */
  get reasonBetween(): boolean {
    const { wording } = this.#next;
    return wording.sentence === this.wording.sentence + 2 && this.traits.han <= THEME && hasSubject(wording) && this.spelledOut;
  }

  /** Its parts are the next sentence. */
  get opensList(): boolean {
    return (
      this.ownSentence &&
      this.opensSaying &&
      this.adjoined &&
      this.traits.opensWithModal &&
      this.traits.han <= ANNOUNCEMENT &&
      this.dividedInto
    );
  }

  /** What follows is another of its kind: 要在“快”字上…。要在“实”字上…。 */
  get goesOnAlike(): boolean {
    const { formula, goesOn } = traitsOf(this.#next.wording);
    return formula || (goesOn && this.traits.form === null);
  }

  /** The rest of the paragraph says more than it, and longer. */
  get spelledOut(): boolean {
    const { paragraph, attribution } = this.#directive;
    const { han, severalClauses } = this.traits;
    let total = 0;
    let followers = 0;
    let longest = 0;
    for (let i = this.#index + 1; this.#directives[i]?.paragraph === paragraph && this.#directives[i]!.attribution === attribution; i++) {
      const size = traitsOf(this.#directives[i]!.wording).han;
      total += size;
      longest = Math.max(longest, size);
      followers++;
    }
    // 要深入宣传条例，营造氛围。 has said already what it means, unless much follows.
    if (severalClauses && followers < LONG_LIST) return false;
    return total / followers >= han * LONGER && longest >= SPELLED_OUT;
  }

  /** A short order that the next sentence, without 要, spells out. */
  get theme(): boolean {
    const { han, opensWithModal, severalClauses, listing } = this.traits;
    const { wording } = this.#next;
    return (
      this.ownSentence &&
      this.adjoined &&
      (wording.modal === null || wording.verb < wording.folded.indexOf(wording.modal)) &&
      opensWithModal &&
      !severalClauses &&
      !listing &&
      han <= THEME &&
      traitsOf(wording).han >= han * LONGER
    );
  }
}

/** 桥涵逐个清淤, 各镇每周调度: how it is done stands behind what it is about. */
const MEASURED = /^[\u4e00-\u9fff、]{2,16}?(?:一律|逐[\u4e00-\u9fff]|每[\u4e00-\u9fff]|全部|至少|统一)/;

/** Somebody or something stands before the verb or modal. */
function hasSubject({ text, folded, verb, modal }: Wording): boolean {
  if (modal !== null) return !text.startsWith(modal) && !GOES_ON.test(folded);
  return verb >= 2 || MEASURED.test(folded);
}

/** The first rule that fits tells whether a directive is a head. */
interface Rule {
  readonly head: boolean;
  readonly reason: string;
  readonly fits: (candidate: Candidate) => boolean;
}

const RULES: readonly Rule[] = [
  {
    head: true,
    reason: '要突出重点整治，…。一要…二要…: its items spell it out',
    fits: c => c.follows && c.leads && !c.numbered && c.firstNumberFollows && c.wording.opensSentence && c.traits.han <= BEFORE_ITEMS,
  },
  {
    head: true,
    reason: '要做好三项工作：一是…: its items stand behind the colon',
    fits: c => c.follows && c.traits.announcesList && c.numbersFollow,
  },
  {
    head: true,
    reason: '要做到“三个到位”。责任到位。…措施到位。…: the short sentences that end like its number',
    fits: c => c.follows && c.traits.last !== null && c.countedHeadFollows,
  },
  {
    head: true,
    reason: '要…，做到“三个确保”。（一）…（二）…（三）…: as many numbered items follow as its last number says',
    fits: c => !c.numbered && c.traits.last !== null && c.firstNumberFollows && c.followers === c.traits.last,
  },
  {
    head: false,
    reason: '要落实“两个毫不动摇”: the name of something announces no items, unless numbers, so many alike or those told follow',
    fits: c => c.traits.named && !c.numbersFollow && !c.parallels && !c.dividedAmong,
  },
  { head: true, reason: '要突出八个环节: the items that it announces follow', fits: c => c.fulfilled },
  {
    head: true,
    reason: 'it announces a number, and numbered paragraphs follow',
    fits: c => c.traits.count !== null && !c.follows && c.numbersFollow && c.traits.han <= ANNOUNCEMENT,
  },
  {
    head: false,
    reason: 'a formula is the first sentence of what somebody says in the paragraph, without a number',
    fits: c => !c.ownSentence || c.numbered || !c.opensSaying,
  },
  { head: false, reason: '绝不可掉以轻心: a prohibition is no heading', fits: c => c.traits.prohibits },
  { head: false, reason: '请群众注意防范, 家里有病人的，…: it is for some only', fits: c => c.traits.partial },
  { head: true, reason: '要在“快”字上…, 要摸清底数，早作打算。', fits: c => c.adjoined && c.traits.formula && !c.goesOnAlike },
  { head: true, reason: '要抓好清渠、补林、修路。清渠方面，…。: its items open those that follow', fits: c => c.listsTopics },
  { head: true, reason: '要稳面积、提单产，…: short orders side by side', fits: c => c.traits.paired && c.traits.han <= PATTERN_FORMULA },
  {
    head: true,
    reason: '要压实责任。属地要…；部门要…；个人要…: it is divided among those told',
    fits: c => c.traits.opensWithModal && c.traits.han <= FORMULA && c.dividedAmong,
  },
  {
    head: true,
    reason: '要守住“对外”之门。…要织密“对内”之网。…: another of its form follows',
    fits: c => c.adjoined && c.traits.han <= FORMULA && c.repeated,
  },
  {
    head: true,
    reason: '要做足准备，立足于抢。甲局储备…；乙局演练…。: one sentence of parts follows',
    fits: c => c.opensList,
  },
  { head: false, reason: 'too long, or a list', fits: c => !c.brief },
  { head: true, reason: '认识要再深化: a formula by its form', fits: c => c.traits.pattern },
  {
    head: true,
    reason: '要关心老人。天气转冷，…。各镇要…: why, in one sentence, before those told',
    fits: c => c.traits.opensWithModal && c.reasonBetween,
  },
  { head: false, reason: 'what comes between says something else', fits: c => !c.adjoined },
  { head: true, reason: '要强化应急准备。各镇要…: the paragraph spells it out', fits: c => c.spelledOut },
];

/** An unnumbered head: it announces a count, or is a short formula that the rest of the paragraph spells out. */
export function isHead(directives: readonly FoundDirective[], index: number): boolean {
  const candidate = candidateAt(directives, index);
  return candidate !== null && (RULES.find(rule => rule.fits(candidate))?.head ?? false);
}

/** 要守好村口。各卡点落实…。要用好网格。组织网格员摸排…。: short orders that sentences without 要 spell out, each up to the next 要. */
export function isTheme(directives: readonly FoundDirective[], index: number): boolean {
  const themeAt = (at: number): boolean => candidateAt(directives, at)?.theme ?? false;
  if (candidateAt(directives, index)?.opensList) return true;
  if (!themeAt(index)) return false;
  const { paragraph, attribution } = directives[index]!;
  return [-1, 1].some(step => {
    for (
      let i = index + step;
      directives[i]?.paragraph === paragraph && directives[i]!.attribution === attribution && Math.abs(i - index) < LOOKAHEAD;
      i += step
    )
      if (themeAt(i)) return true;
    return false;
  });
}

/** Null where nothing of the same saying follows. */
function candidateAt(directives: readonly FoundDirective[], index: number): Candidate | null {
  const next = directives[index + 1];
  return next && next.attribution === directives[index]!.attribution ? new Candidate(directives, index, next) : null;
}
