/** Floor 5: the officials of one article, from the article itself. All offsets are Reading offsets. */

/** A mention of an official, and in which form. */
export interface OfficialMention {
  readonly start: number;
  readonly end: number;
  readonly form: 'full' | 'surname' | 'title' | 'pronoun';
}

/** An official with all mentions. */
export interface Official {
  /** Full name as printed (the Reading's script). */
  readonly name: string;
  /** The name script-folded: the key under which one person is found however it is written. */
  readonly key: string;
  /** Titles as printed beside the name, each once, in order of appearance; empty when none is printed. */
  readonly titles: readonly string[];
  /** Those of `titles` that the article only says the person leaves: 市教育局局长 of 免去王海的市教育局局长职务. */
  readonly left: readonly string[];
  /** What the person did, in simplified script: 主持 讲话 出席 参加 汇报 部署 传达 调研 …; each once, in order of appearance. */
  readonly roles: readonly string[];
  /** Sorted by `start`; full mentions and resolved short ones. */
  readonly mentions: readonly OfficialMention[];
}
