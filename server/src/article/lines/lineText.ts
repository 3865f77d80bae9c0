/** The characters of a line, apart from where they stand. */
import { detached } from '../../base/detached';
import { Content, Memo } from '../../base/memo';

/** Shared by all lines with the same characters and by all versions of a document that hold them; see `perContent`. */
export class LineText extends Content {
  /** As printed, without the line break; where the text is hard-wrapped, of several lines. */
  readonly text: string;
  /** The same as look-up text. */
  readonly folded: string;

  constructor(text: string, folded: string) {
    super();
    this.text = text;
    this.folded = folded;
  }
}

const known = new Memo<LineText>();

/** The line with these characters; the same object for the same characters. */
export function lineText(text: string, folded: string): LineText {
  return known.get(text, own => new LineText(own, detached(folded)));
}
