/** A text on which many layers are tried. */
import type { Charset } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { legibility } from '../legibility';
import { encode, type Encoded } from './cells';

/** A text that may have been misread: what every attempt to undo it starts from is made once. */
export class Suspect {
  readonly text: string;
  readonly #encoded = new Map<Charset, Encoded>();
  #legibility: Float64Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Its bytes in a charset. */
  encodedAs(charset: Charset): Encoded {
    let encoded = this.#encoded.get(charset);
    if (!encoded) this.#encoded.set(charset, (encoded = encode(this.text, charset)));
    return encoded;
  }

  /** How legible it is as it stands: running sums, see `legibility`. */
  legibility(model: CharacterModel): Float64Array {
    return (this.#legibility ??= legibility(this.text, model));
  }
}
