/** Floor 4: a Reading as an article: blocks, paragraphs, sentences, persons and attributions. All offsets here are Reading offsets. */
import type { Reading } from '../reading/reading';
import type { LineText } from './lines/lineText';
import type { PlacedProse } from './prose';
import type { Sentence } from './sentence';

/** What a line of a page is. */
export type BlockKind =
  | 'blank'
  | 'title'
  | 'subtitle'
  | 'date-line'
  | 'byline'
  | 'caption'
  | 'heading'
  | 'body'
  | 'list-row'
  | 'table-row'
  | 'verse'
  | 'signature'
  | 'attachment'
  | 'chrome';

/** One line of the Reading (without its line break) and what it is. */
export interface Block {
  readonly kind: BlockKind;
  /** Zero-based line in the Reading. Equals the source line as long as no repair adds or removes line breaks. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Why the line was taken for this kind: a short stable word such as `site-navigation`, for hovers and tests. */
  readonly reason: string;
  /** Its characters, shared between versions of the text. */
  readonly content: LineText;
}

/** Lines that belong together: usually one body line; several where text is hard-wrapped. */
export interface Paragraph {
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly Sentence[];
  /** Its words as one line, shared between versions of the text, with the way back to the Reading. */
  readonly words: PlacedProse;
}

export type { Sentence };

/** A personal name in the text, wherever it stands, with the titles that stand beside it. */
export interface PersonMention {
  /** As it stands in the Reading (its script), without title. For short forms (李书记, 他) the text of the short form. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `full`: 李酌; `surname`: 李书记; `title`: 市长; `pronoun`: 他. */
  readonly form: 'full' | 'surname' | 'title' | 'pronoun';
  /** Titles as printed beside the name, joined as printed, such as `市委副书记、代市长`; null when none stands there. */
  readonly title: string | null;
  /** Where the title stands; null when there is none. */
  readonly titleRange: { readonly start: number; readonly end: number } | null;
  /** The full name this mention stands for, as printed at its full mention; null when it cannot be resolved. */
  readonly name: string | null;
  /** `official` for office holders; `other` for reporters, editors, experts, villagers … */
  readonly standing: 'official' | 'other';
  /** True where the name only modifies what is passed on or carried out: 习近平总书记重要指示, 尹力省长…讲话精神. */
  readonly incidental: boolean;
}

/** Who says something, and with which verb: 何雄强调, 会议指出, 他说. */
export interface Attribution {
  /** Full name where it can be resolved, else the meeting, organ or document that speaks (会议, 通知). */
  readonly speaker: string;
  readonly speakerKind: 'person' | 'meeting' | 'organ' | 'document';
  /** As printed: 指出, 強調. */
  readonly verb: string;
  /** From the beginning of the speaker phrase (李酌在講話中指出) to the end of the verb. */
  readonly start: number;
  readonly end: number;
  /** Where what is said begins (after a colon, comma or opening quote). */
  readonly contentStart: number;
  /** Index into `Article.persons` of the mention that speaks; null when none does. */
  readonly person: number | null;
}

/** What the head of the page says about itself; null where it says nothing. Each with its Reading range. */
export interface ArticleMeta {
  readonly title: MetaValue | null;
  readonly date: (MetaValue & { /** `YYYY-MM-DD`, or `--MM-DD` without a year. */ readonly iso: string }) | null;
  readonly source: MetaValue | null;
  readonly author: MetaValue | null;
}

/** A value of the head or foot of a page, such as its date or its source, and where it stands. */
export interface MetaValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is known of an article before its persons are: blocks, paragraphs with sentences, and the head of the page. */
export type ArticleDraft = Pick<Article, 'reading' | 'blocks' | 'paragraphs' | 'meta'>;

/** A page as an article: its lines, its sentences, and who is named and speaks in it. Reading offsets. */
export interface Article {
  readonly reading: Reading;
  /** One per line, in order, blank lines included. */
  readonly blocks: readonly Block[];
  /** Body text, section headings and unnumbered list items that speak; chrome, captions, bylines and the like have none. */
  readonly paragraphs: readonly Paragraph[];
  readonly meta: ArticleMeta;
  /** Sorted by `start`. */
  readonly persons: readonly PersonMention[];
  /** Sorted by `start`. */
  readonly attributions: readonly Attribution[];
}
