/** The table of set phrases, and the form in which phrases are compared. */
import data from '../../data/slogans.json';
import { UnitSet } from '../base/unitSet';
import { foldForLookup } from '../language/script';
import type { SloganEntry } from './slogan';
import { PhraseTrie } from './trie';

/** Marks that writers set or leave out at will: 外防输入、内防反弹 is 外防输入，内防反弹. Folded. */
const MARKS = /[、,·"'\s《》]/g;
/** The same marks, for the trie. */
export const SKIPPED = new UnitSet(['、,·"\' 《》']);
/** Phrases of the table with fewer characters count only where the article quotes them somewhere: 常态化 is an ordinary word as well. */
const UNMISTAKABLE = 5;
/**
 * Four characters that begin with a number are one as well (四方责任, 两个维护), unless they count what can be counted anywhere: 五个中心.
 */
const NUMBERED = /^[一二两三四五六七八九十双][\u3400-\u9fff]{3}$/;
const COUNTABLE = /^.个(?:中心|机关|服务|结合|规定)$|^.农/;
/** The same for the user's own phrases: whoever adds one means it everywhere, but shorter ones would be found inside other words. */
const UNMISTAKABLE_OWN = 3;
/** Words that stand behind a phrase inside or outside the quotation marks: “138”机制 is “138机制”. */
const CLASSIFIERS = /(?:机制|行动|工程|方针|总方针|策略|总策略|要求|原则|模式|理念|精神|战略|制度|政策|方案|措施|体系|工作法|建设)$/;

/** “五个一” is whatever the article counts, not the 五个一工程. */
const COUNTED = /^[一二两三四五六七八九十]/;

/** A phrase as it is compared: script and width folded, without quotation marks and list marks. */
export function sloganKey(text: string): string {
  return foldForLookup(text).replace(MARKS, '');
}

/** Set phrases by every form under which they are known. */
export class SloganTable {
  readonly #entries = new Map<string, SloganEntry>();
  /** Entries by what stands before their classifier, where only quotation marks make it a phrase: 钉钉子, 新发展. */
  readonly #short = new Map<string, SloganEntry>();
  readonly #own: ReadonlySet<SloganEntry>;
  #unmistakable: PhraseTrie<SloganEntry> | undefined;

  /**
   * @param entries of the shipped table
   * @param own entries of the user; they win where both know a phrase
   */
  constructor(entries: Iterable<SloganEntry>, own: readonly SloganEntry[] = []) {
    const all = [...entries, ...own];
    this.#own = new Set(own);
    for (const entry of all) {
      const key = sloganKey(entry.phrase);
      const short = key.replace(CLASSIFIERS, '');
      if (short.length > 1 && /\d/.test(short)) this.#entries.set(short, entry);
      else if (short.length > 2 && short.length < key.length && !COUNTED.test(short)) this.#short.set(short, entry);
    }
    for (const entry of all) for (const variant of entry.variants) this.#entries.set(sloganKey(variant), entry);
    for (const entry of all) this.#entries.set(sloganKey(entry.phrase), entry);
  }

  /** The entry for a phrase in the form of `sloganKey`, itself or without a classifier; undefined when the table lacks it. */
  get(key: string): SloganEntry | undefined {
    return this.#entries.get(key) ?? this.#entries.get(key.replace(CLASSIFIERS, '')) ?? this.#short.get(key);
  }

  /** Finds phrases of the table that are too long to be anything else, with or without marks between their words. */
  get unmistakable(): PhraseTrie<SloganEntry> {
    if (!this.#unmistakable) {
      this.#unmistakable = new PhraseTrie(SKIPPED);
      for (const [form, entry] of this.#entries)
        if (form.length >= (this.#own.has(entry) ? UNMISTAKABLE_OWN : UNMISTAKABLE) || (NUMBERED.test(form) && !COUNTABLE.test(form)))
          this.#unmistakable.add(form, entry);
    }
    return this.#unmistakable;
  }
}

let table: SloganTable | undefined;
let added: readonly SloganEntry[] = [];

/** The table in force: what ships with the product and what the user's own files add to it. Built on first use. */
export function sloganTable(): SloganTable {
  return (table ??= new SloganTable(shippedEntries(), added));
}

/**
 * Adds the user's own phrases to the shipped ones, instead of those added before; they win where both
 * have a phrase. One table serves the whole process.
 */
export function addSlogans(entries: readonly SloganEntry[]): void {
  if (entries.length === 0 && added.length === 0) return;
  added = entries;
  table = undefined;
}

/** Rows of the shipped table, in its order. */
export function shippedEntries(): readonly SloganEntry[] {
  return data.slogans;
}
