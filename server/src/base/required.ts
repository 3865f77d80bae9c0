/**
 * What every match of a pattern must contain, read from the pattern itself: 要 or 必须 for `(?:要|必须)(?!的)`. Text without any of it need
 * not be searched (the idea of RE2's prefilters). Look-arounds are passed over, since they only forbid matches, but for what a pattern
 * wants to see behind its end.
 */

/** Strings of one or two UTF-16 units; every match contains at least one of them. */
export type Required = ReadonlySet<string>;

/** What is known of a part of a pattern. */
interface Part {
  /** All that it can match, or more; null when that is too much to list. */
  readonly texts: ReadonlySet<string> | null;
  /** What its matches end with: all of `texts` where they are listed. */
  readonly tails: ReadonlySet<string>;
  /** null when nothing is required. */
  readonly required: Required | null;
  readonly edges: Edges;
}

/** Units with which the matches of a part begin and end; the empty text among them where it may match nothing, null for many units. */
interface Edges {
  readonly first: ReadonlySet<string> | null;
  readonly last: ReadonlySet<string> | null;
}

/** How the texts begin and end that an alternative of a pattern can match; null where any will do. */
export interface TextEdges {
  readonly first: ReadonlySet<string> | null;
  readonly last: ReadonlySet<string> | null;
}

/** Longest list of texts, and largest class of characters, that are followed up. */
const MOST_TEXTS = 800;
const LARGEST_CLASS = 160;
/** How many times as many texts hold a single unit as hold a pair: what a search for it costs more. */
const UNIT_WEIGHT = 40;

const EMPTY: ReadonlySet<string> = new Set(['']);
const NOTHING: Part = { texts: EMPTY, tails: EMPTY, required: null, edges: { first: EMPTY, last: EMPTY } };
const ANYTHING: Part = { texts: null, tails: EMPTY, required: null, edges: { first: null, last: null } };

/**
 * @param pattern may use groups, classes, counts, look-arounds and back references, in letters without `i`
 * @returns null when the pattern requires nothing in particular
 * @throws Error when the pattern ignores case or holds what is not known here
 */
export function requiredBy({ source, ignoreCase }: RegExp): Required | null {
  if (ignoreCase) throw new Error(`/${source}/i: case must not be ignored`);
  const { required } = new Parser(source).pattern();
  // 已 says all that 已经 says.
  return required && new Set([...required].filter(piece => piece.length === 1 || !(required.has(piece[0]!) || required.has(piece[1]!))));
}

/**
 * @param pattern as for `requiredBy`
 * @returns for each alternative how a text must begin and end for it to match: something is known where it is anchored with `^` or `$`
 */
export function edgesOf({ source, flags }: RegExp): readonly TextEdges[] {
  if (flags !== '') throw new Error(`/${source}/${flags}: only patterns without flags match at the edges of a text`);
  const parser = new Parser(source);
  parser.pattern();
  return parser.alternatives;
}

class Parser {
  /** Those of the whole pattern, once it was read. */
  readonly alternatives: TextEdges[] = [];
  readonly #source: string;
  #at = 0;
  /** Groups that are open. */
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  pattern(): Part {
    const part = this.#alternatives();
    if (this.#at < this.#source.length) throw new Error(`/${this.#source}/ at ${this.#at}`);
    return part;
  }

  #take(expected: string): boolean {
    const found = this.#source.startsWith(expected, this.#at);
    if (found) this.#at += expected.length;
    return found;
  }

  #alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return either(parts);
  }

  #sequence(): Part {
    const sequence = new Sequence();
    const begins = this.#source[this.#at] === '^';
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const part = this.#atom();
      const [least, most] = this.#count();
      if (most === 1) sequence.add(least === 1 ? part : either([part, NOTHING]));
      else if (least > 0) sequence.addRepeated(part);
      else sequence.add({ ...ANYTHING, edges: edgesOfEither([part, NOTHING]) });
    }
    const part = sequence.part();
    if (this.#depth === 0) {
      const ends = this.#source[this.#at - 1] === '$' && this.#source[this.#at - 2] !== '\\';
      this.alternatives.push({ first: begins ? sure(part.edges.first) : null, last: ends ? sure(part.edges.last) : null });
    }
    return part;
  }

  /** How often the atom before stands, at least and at most. */
  #count(): readonly [least: number, most: number] {
    const match = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#source.slice(this.#at));
    if (!match) return [1, 1];
    this.#at += match[0].length;
    if (match[1]) return [match[1] === '+' ? 1 : 0, match[1] === '?' ? 1 : Infinity];
    const least = Number(match[2]);
    return [least, match[3] === undefined ? least : match[4] === '' ? Infinity : Number(match[4])];
  }

  #atom(): Part {
    const char = this.#source[this.#at++]!;
    switch (char) {
      case '^':
      case '$':
        return NOTHING;
      case '.':
        return ANYTHING;
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\': {
        const units = this.#escape();
        return units === null ? ANYTHING : units === '' ? NOTHING : oneOf(units);
      }
      default:
        return oneOf(char);
    }
  }

  #group(): Part {
    const looksAround = /^\?<?[=!]/.test(this.#source.slice(this.#at));
    const looksAhead = this.#depth === 0 && this.#source.startsWith('?=', this.#at);
    if (looksAround) this.#at += this.#source[this.#at + 1] === '<' ? 3 : 2;
    else if (this.#take('?<')) this.#at = this.#source.indexOf('>', this.#at) + 1;
    else this.#take('?:');
    this.#depth++;
    const part = this.#alternatives();
    this.#depth--;
    if (!this.#take(')')) throw new Error(`/${this.#source}/: a group is not closed`);
    const closes = this.#at === this.#source.length || this.#source[this.#at] === '|';
    return looksAround && !(looksAhead && closes) ? NOTHING : part;
  }

  /** The units that an escape stands for; null for many, empty for none. */
  #escape(): string | null {
    const char = this.#source[this.#at++]!;
    if (char === 'u') return String.fromCharCode(Number.parseInt(this.#source.slice(this.#at, (this.#at += 4)), 16));
    if (char === 'd') return '0123456789';
    if (char === 'b') return '';
    if (char === 't') return '\t';
    if (char === 'n') return '\n';
    return /\w/.test(char) ? null : char;
  }

  #class(): Part {
    const negated = this.#take('^');
    let units: string | null = '';
    while (!this.#take(']')) {
      const first = this.#classUnits();
      if (first?.length === 1 && this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']') {
        this.#at++;
        const last = this.#classUnits()!.charCodeAt(0);
        for (let unit = first.charCodeAt(0); units !== null && unit <= last; unit++)
          units = units.length < LARGEST_CLASS ? units + String.fromCharCode(unit) : null;
      } else units = units === null || first === null ? null : units + first;
    }
    return negated || units === null || units.length > LARGEST_CLASS ? ANYTHING : oneOf(units);
  }

  #classUnits(): string | null {
    const char = this.#source[this.#at++]!;
    return char === '\\' ? this.#escape() : char;
  }
}

/** Parts one after the other: what stands side by side is joined as long as it can be listed. */
class Sequence {
  #first: ReadonlySet<string> | null = EMPTY;
  #last: ReadonlySet<string> | null = EMPTY;
  /** The texts of the parts since the last one that could not be listed. */
  #tails = EMPTY;
  #listed = true;
  #best: Required | null = null;

  add({ texts, tails, required, edges }: Part): void {
    this.#first = followedBy(this.#first, edges.first);
    this.#last = followedBy(edges.last, this.#last);
    const joined = texts && product(this.#tails, texts);
    if (joined) {
      // Where two words meet is rarer than words are.
      this.#offer(seamsOf(this.#tails, texts), true);
      this.#tails = joined;
      return;
    }
    this.#offer(piecesOf(this.#tails));
    this.#offer(required);
    this.#listed = false;
    this.#tails = tails;
  }

  /** A part that stands once or more. */
  addRepeated(part: Part): void {
    this.add(part);
    this.#offer(piecesOf(this.#tails));
    this.#listed = false;
    // The last one stands right before what follows.
    this.#tails = part.tails;
  }

  part(): Part {
    this.#offer(piecesOf(this.#tails));
    return {
      texts: this.#listed ? this.#tails : null,
      tails: this.#tails,
      required: this.#best,
      edges: { first: this.#first, last: this.#last },
    };
  }

  #offer(required: Required | null, preferred = false): void {
    if (required && (!this.#best || weight(required) < weight(this.#best) + (preferred ? 1 : 0))) this.#best = required;
  }
}

function either(parts: readonly Part[]): Part {
  const texts = unionOf(parts.map(part => part.texts));
  return {
    texts,
    tails: texts ?? unionOf(parts.map(part => part.tails)) ?? EMPTY,
    required: unionOf(
      parts.map(part => part.required),
      Infinity,
    ),
    edges: edgesOfEither(parts),
  };
}

function edgesOfEither(parts: readonly Part[]): Edges {
  return {
    first: unionOf(parts.map(({ edges }) => edges.first)),
    last: unionOf(parts.map(({ edges }) => edges.last)),
  };
}

/** What stands at an edge where the part there may match nothing, so that the next one reaches to it. */
function followedBy(units: ReadonlySet<string> | null, next: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (!units?.has('')) return units;
  return next && new Set([...[...units].filter(unit => unit !== ''), ...next]);
}

/** null where the edge may be that of the empty text. */
function sure(units: ReadonlySet<string> | null): ReadonlySet<string> | null {
  return units?.has('') ? null : units;
}

/** null when one of the lists is missing, or all together are too long. */
function unionOf(lists: readonly (ReadonlySet<string> | null)[], most = MOST_TEXTS): ReadonlySet<string> | null {
  const all = new Set<string>();
  for (const list of lists) {
    if (!list || all.size > most) return null;
    for (const text of list) all.add(text);
  }
  return all.size > most ? null : all;
}

function oneOf(units: string): Part {
  const texts = new Set(units.split(''));
  return { texts, tails: texts, required: texts, edges: { first: texts, last: texts } };
}

function product(first: ReadonlySet<string>, second: ReadonlySet<string>): ReadonlySet<string> | null {
  if (first.size * second.size > MOST_TEXTS) return null;
  const joined = new Set<string>();
  for (const start of first) for (const end of second) joined.add(start + end);
  return joined;
}

/** The first pair, or else the unit, of each text; null when a text is empty. */
function piecesOf(texts: ReadonlySet<string>): Required | null {
  return texts.has('') ? null : new Set([...texts].map(text => text.slice(0, 2)));
}

/** The pairs where one text meets the next one; null when one is empty. */
function seamsOf(before: ReadonlySet<string>, behind: ReadonlySet<string>): Required | null {
  if (before.has('') || behind.has('')) return null;
  const lasts = new Set([...before].map(text => text.slice(-1)));
  const firsts = new Set([...behind].map(text => text.slice(0, 1)));
  return product(lasts, firsts);
}

function weight(required: Required): number {
  let sum = 0;
  for (const piece of required) sum += piece.length === 1 ? UNIT_WEIGHT : 1;
  return sum;
}
