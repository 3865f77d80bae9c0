/** The directives of an article in order, each with who gives it. Reading offsets. Levels are given in `levels.ts`. */
import { edged } from '../../base/edged';
import type { Article, Attribution, Paragraph } from '../../article/article';
import { withoutTrailing } from '../../article/characters';
import type { EnumeratorClass } from '../../article/enumerators';
import type { PlacedProse } from '../../article/prose';
import type { Language, WordList } from '../../language/language';
import { readPassage, unitsOf } from './passage';
import type { PassageState } from './passageState';
import type { Saying } from './saying';
import type { Wording } from './wording';
import { documentVoice, type Voice } from './voice';

/** A directive before it has a place in the tree. */
export interface FoundDirective {
  readonly wording: Wording;
  /** Where it begins, enumerator included. */
  readonly start: number;
  /** The end of its first clause. */
  readonly headEnd: number;
  /** The end of its unit, the mark included. */
  readonly end: number;
  readonly paragraph: number;
  readonly speaker: string | null;
  /** Index of the attribution whose words these are; -1 when the document or nobody speaks. */
  readonly attribution: number;
  /** How many section headings came before. */
  readonly sections: number;
  /** The class of the last one's number; null when it has none. */
  readonly sectionClass: EnumeratorClass | null;
}

/** A heading that is no directive. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

/** What an article holds, each list in order of the places. */
export interface Found {
  readonly directives: readonly FoundDirective[];
  readonly sections: readonly Section[];
}

/** Every directive and every section heading of the article, in order of their places. */
export function findDirectives(article: Article, language: Language): Found {
  return new Pass(article, language.words).run();
}

class Pass {
  readonly #article: Article;
  readonly #words: WordList;
  readonly #voice: Voice;
  readonly #directives: FoundDirective[] = [];
  readonly #sections: Section[] = [];
  #sectionClass: EnumeratorClass | null = null;
  /** The attribution whose content goes on; -1 before the first, and where the document speaks. */
  #attribution = -1;
  #next = 0;
  #state: PassageState;

  constructor(article: Article, words: WordList) {
    this.#article = article;
    this.#words = words;
    this.#voice = documentVoice(article);
    const { orders, speaker } = this.#voice;
    this.#state = {
      documentOrders: orders,
      documentSpeaks: speaker !== null,
      spoken: false,
      passage: orders,
      pledging: false,
      report: false,
      announced: false,
      listed: false,
      lists: {},
    };
  }

  run(): Found {
    const { paragraphs, attributions } = this.#article;
    const first = paragraphs[0]?.start ?? 0;
    while (this.#next < attributions.length && attributions[this.#next]!.start < first) this.#next++;
    paragraphs.forEach((paragraph, index) => this.#paragraph(paragraph, index));
    return { directives: this.#directives, sections: this.#sections };
  }

  #paragraph(paragraph: Paragraph, index: number): void {
    const { attributions } = this.#article;
    const { words } = paragraph;
    const { prose } = words;
    const block = paragraph.blocks[0]!;
    const sayings: Saying[] = [];
    const firstSaying = this.#next;
    for (let next = attributions[this.#next]; next && next.start < paragraph.end; next = attributions[++this.#next]) {
      sayings.push(this.#sayingOf(next, words, attributions[this.#next - 1 < firstSaying ? this.#attribution : this.#next - 1] ?? null));
    }
    if (this.#voice.resumes && (sayings[0]?.start ?? Infinity) > 0) this.#attribution = -1;
    const { directives, section, after } = readPassage(prose, block.kind === 'heading', this.#state, sayings, this.#words);
    for (const { wording, start, headEnd, end, saying } of directives) {
      const attribution = saying < 0 ? this.#attribution : firstSaying + saying;
      this.#directives.push({
        wording,
        start: words.toReading(start),
        headEnd: words.toReading(headEnd - 1) + 1,
        end: words.toReading(end - 1) + 1,
        paragraph: index,
        speaker: attributions[attribution]?.speaker ?? this.#voice.speaker,
        attribution,
        sections: this.#sections.length,
        sectionClass: this.#sectionClass,
      });
    }
    if (sayings.length > 0) this.#attribution = this.#next - 1;
    this.#state = after;
    if (section) {
      this.#sections.push({ start: block.start, end: block.end });
      this.#sectionClass = unitsOf(prose)[0]?.enumerator?.class ?? null;
    }
  }

  #sayingOf(attribution: Attribution, words: PlacedProse, before: Attribution | null): Saying {
    const { start, end, contentStart, speaker } = attribution;
    // 布置说: the first of two verbs tells the manner.
    const phrase = withoutTrailing(this.#article.reading.folded.slice(Math.max(start, end - 8), end), ':').replace(SAYS_SO, '');
    const manner = ORDERING.test(phrase) ? 'orders' : STRESSING.test(phrase) ? 'stresses' : 'tells';
    return {
      start: words.fromReading(start),
      content: words.fromReading(Math.max(contentStart, end)),
      same: before?.speaker === speaker,
      manner,
      direct: manner === 'orders' && contentStart === end && !/提醒$/.test(phrase),
      quoted: contentStart < start,
      official: attribution.person !== null && this.#article.persons[attribution.person]!.standing === 'official',
      pledge: manner !== 'orders' && (this.#voice.resolves === true || this.#isPledge(attribution)),
    };
  }

  /**
   * Those who speak of themselves: everybody present, villagers, readers. They promise and thank; only what they ask for is told to
   * others.
   */
  #isPledge({ speaker, person, start, end, contentStart }: Attribution): boolean {
    const { folded } = this.#article.reading;
    const phrase = folded.slice(start, end);
    const mention = person === null ? undefined : this.#article.persons[person];
    // 表示，完全接受反馈意见: what he will do himself.
    if (/(?:表示|表态|表态说|表态道|承诺)$/.test(phrase) && ACCEPTS.test(folded.slice(contentStart, contentStart + 16))) return true;
    // 在发言中表示，一定…: so does who answers a charge.
    if (/发言[中时]?表示$/.test(phrase) && /^(?:一定|决心|坚决|保证)/.test(folded.slice(contentStart, contentStart + 4))) return true;
    if (/(?:均|一致|纷纷|都|分别|先后)(?:表示|表态)$/.test(phrase)) return true;
    if (mention?.standing === 'official') return false;
    if (
      /^(?:大家|与会|参会|代表们|委员们|广大|干部群众|党员干部|各位|[\u4e00-\u9fff]{0,10}(?:干部群众|党员|干部|学生|村民|居民|群众|市民|社员|民工|工人|代表们|委员们|老板|店主|家长|商户|业主|同学|战士|官兵|医护人员|与会人员|人员)(?:们|代表)?(?:纷纷|一致|普遍|都|均)?(?:表示|认为|说))/.test(
        phrase,
      )
    )
      return true;
    if (!mention) return false;
    const around = folded.slice(Math.max(0, mention.start - 14), mention.start);
    return (
      /(?:村民|居民|群众|市民|学生|家长|店主|老板|业主|商户|农民|职工|工人|社员|民工|党员|同学|大爷|大妈|大嫂|老人|司机|游客|脱贫户|种植户|养殖户|大户|带头人)$/.test(
        around,
      ) || /^[\u4e00-\u9fff](?:大[爷妈嫂叔姐哥]|阿姨|婶|奶奶)/.test(speaker)
    );
  }
}

/** Somebody takes what he was told. */
const ACCEPTS = edged(/^(?:完全|诚恳|真诚|虚心|坚决|衷心|诚心|全部|照单|一定)?(?:接受|拥护|服从|赞同|认领|全收|照单全收)/);
const ORDERING =
  /(?:要求|责[成请]|指示|指令|军令|裁示|建议|呼吁|希望|提醒|号召|倡议|勉励|叮嘱|嘱咐|敦促|批示|期许|期勉|吁请|促请|责令|勒令|激励|鼓励|叮咛|命令|下令|吩咐|交代|交待|劝告|奉劝|劝谕|吁|敦请|恳请|警告|请求|提示|支招|拍板|部署|安排|布置|督促|请|议定|裁定)$/;
const SAYS_SO = /(?<=布置|部署|安排|叮[嘱咛]|嘱咐|吩咐|要求|交代|勉励|号召|提醒|命令)[说道]$/;
const STRESSING = edged(/(?:强调|提出|明确|讲了|作了|作出)$/);
