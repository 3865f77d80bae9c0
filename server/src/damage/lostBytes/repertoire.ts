/** The characters that bytes known only in part can spell. */
import { codec, type Charset } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { simplifiedTable, traditionalTable } from '../../language/script';
import type { ByteSet } from './byteSet';

/** Marks that Chinese text is set with, beside its ideographs. */
const MARKS = '、。〈〉《》「」『』【】“”‘’—…·！（），：；？％';

/** From this many spellings on it is quicker to go through the characters than through the spellings. */
const MANY = 512;

/** The characters of one script, in one charset. */
export class Repertoire {
  readonly #charset: Charset;
  readonly #allowed: Uint8Array;
  /** Characters that the model knows, most frequent first, and their bytes, four places a character: three bytes and their number. */
  readonly #frequent: readonly number[];
  readonly #spelled: Uint8Array;
  readonly #logs: Float64Array;
  readonly #known = new Map<number, readonly number[]>();

  constructor(charset: Charset, { allowed, logs, frequent }: ScriptInUse) {
    this.#charset = charset;
    this.#allowed = allowed;
    this.#logs = logs;
    this.#frequent = frequent;
    this.#spelled = new Uint8Array(frequent.length * 4);
    const { encodeInto } = codec(charset);
    const one = [0, 0, 0, 0];
    frequent.forEach((unit, i) => {
      const length = encodeInto(unit, one, 0);
      if (length > 3) return;
      for (let k = 0; k < length; k++) this.#spelled[i * 4 + k] = one[k]!;
      this.#spelled[i * 4 + 3] = length;
    });
  }

  /**
   * Ideographs and marks that are spelled with one byte of each set, most frequent first, as UTF-16 units.
   * Where few bytes are open rare ones are among them; else only those that the model knows.
   */
  spelledBy(sets: readonly ByteSet[]): readonly number[] {
    let key = 0;
    for (const { id } of sets) key = key * 1024 + id + 1;
    let units = this.#known.get(key);
    if (units === undefined)
      this.#known.set(
        key,
        (units =
          sets.reduce((product, { values }) => product * values.length, 1) <= MANY ? this.#bySpelling(sets) : this.#byCharacter(sets)),
      );
    return units;
  }

  #bySpelling(sets: readonly ByteSet[]): readonly number[] {
    const { decodeAt } = codec(this.#charset);
    const bytes = new Uint8Array(sets.length);
    const units: number[] = [];
    const fill = (at: number): void => {
      if (at < sets.length) {
        for (const value of sets[at]!.values) {
          bytes[at] = value;
          fill(at + 1);
        }
        return;
      }
      const read = decodeAt(bytes, 0, bytes.length);
      const unit = read >>> 3;
      if (read >= 0 && (read & 7) === bytes.length && unit <= 0xffff && this.#allowed[unit] === 1) units.push(unit);
    };
    fill(0);
    return units.sort((a, b) => this.#logs[b]! - this.#logs[a]!);
  }

  #byCharacter(sets: readonly ByteSet[]): readonly number[] {
    const spelled = this.#spelled;
    const { length } = sets;
    return this.#frequent.filter((_, i) => {
      if (spelled[i * 4 + 3] !== length) return false;
      for (let k = 0; k < length; k++) if (sets[k]!.has[spelled[i * 4 + k]!] === 0) return false;
      return true;
    });
  }
}

/** What a script has: characters that may stand in it, their log probability, and those that the model knows, most frequent first. */
interface ScriptInUse {
  readonly allowed: Uint8Array;
  readonly logs: Float64Array;
  readonly frequent: readonly number[];
}

function scriptInUse(model: CharacterModel, other: Uint16Array): ScriptInUse {
  const allowed = new Uint8Array(0x10000);
  const logs = new Float64Array(0x10000);
  const frequent: number[] = [];
  const floor = model.unigram('\u9fa4');
  const add = (unit: number, always: boolean): void => {
    allowed[unit] = 1;
    logs[unit] = model.unigram(String.fromCharCode(unit));
    if (always || logs[unit]! > floor + 0.01) frequent.push(unit);
  };
  for (let unit = 0x4e00; unit <= 0x9fa5; unit++) if (other[unit] === unit) add(unit, false);
  for (let i = 0; i < MARKS.length; i++) add(MARKS.charCodeAt(i), true);
  return { allowed, logs, frequent: frequent.sort((a, b) => logs[b]! - logs[a]!) };
}

/** By model: the repertoires of both scripts in each charset. */
const opened = new WeakMap<CharacterModel, Map<string, Repertoire>>();

/**
 * The repertoire of the script that a text is written in: one that has traditional forms gets no simplified ones, and the other way round.
 * @param sample undamaged text from around the damage
 */
export function repertoireOf(charset: Charset, sample: string, model: CharacterModel): Repertoire {
  const traditional = isTraditional(sample);
  const key = `${charset} ${traditional}`;
  let known = opened.get(model);
  if (!known) opened.set(model, (known = new Map<string, Repertoire>()));
  let repertoire = known.get(key);
  if (!repertoire)
    known.set(key, (repertoire = new Repertoire(charset, scriptInUse(model, traditional ? traditionalTable() : simplifiedTable()))));
  return repertoire;
}

function isTraditional(sample: string): boolean {
  const fold = simplifiedTable();
  const unfold = traditionalTable();
  let balance = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (fold[unit] !== unit) balance++;
    else if (unfold[unit] !== unit) balance--;
  }
  return balance > 0;
}
