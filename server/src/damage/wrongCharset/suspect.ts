/** A text on which many layers are tried. */
import type { Charset } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { legibility } from '../legibility';
import { cellsOf, encode, undoLayers, type Cell, type Encoded, type Layers, type Misreading } from './cells';

/** A text that may have been misread: what every attempt to undo it starts from is made once. */
export class Suspect {
  readonly text: string;
  readonly #model: CharacterModel;
  readonly #encoded = new Map<Charset, Encoded>();
  readonly #read = new Map<string, readonly Cell[]>();
  readonly #undone = new Map<string, readonly Cell[]>();
  #legibility: Float64Array | undefined;

  constructor(text: string, model: CharacterModel) {
    this.text = text;
    this.#model = model;
  }

  /** Its bytes in a charset. */
  encodedAs(charset: Charset): Encoded {
    let encoded = this.#encoded.get(charset);
    if (!encoded) this.#encoded.set(charset, (encoded = encode(this.text, charset, this.#model)));
    return encoded;
  }

  /** All cells that read when one misreading is undone. */
  readAs({ from, as }: Misreading): readonly Cell[] {
    const name = `${from} ${as}`;
    let cells = this.#read.get(name);
    if (!cells) this.#read.set(name, (cells = cellsOf(this.encodedAs(as), from)));
    return cells;
  }

  /** Its cells when layers are undone. */
  undone(layers: Layers): readonly Cell[] {
    const name = layers.map(({ from, as }) => `${from} ${as}`).join();
    let cells = this.#undone.get(name);
    if (!cells) this.#undone.set(name, (cells = undoLayers(this.text, this.readAs(layers[layers.length - 1]!), layers, this.#model)));
    return cells;
  }

  /** Whether two ways of misreading are one for this text: the same, or by tables that have the same bytes for all its characters. */
  isAlike(one: Layers, other: Layers): boolean {
    const last = one.length - 1;
    if (one.length !== other.length || one.some(({ from }, i) => from !== other[i]!.from)) return false;
    if (one.some(({ as }, i) => i < last && as !== other[i]!.as)) return false;
    return one[last]!.as === other[last]!.as || isSame(this.encodedAs(one[last]!.as), this.encodedAs(other[last]!.as));
  }

  /** How legible it is as it stands: running sums, see `legibility`. */
  legibility(): Float64Array {
    return (this.#legibility ??= legibility(this.text, this.#model));
  }
}

function isSame(one: Encoded, other: Encoded): boolean {
  const size = one.ends[one.ends.length - 1]?.[0] ?? 0;
  if (one.ends.length !== other.ends.length || size !== other.ends[other.ends.length - 1]?.[0]) return false;
  for (let at = 0; at < size; at++) if (one.bytes[at] !== other.bytes[at] || one.owners[at] !== other.owners[at]) return false;
  return true;
}
