/**
 * What one line looks like by itself, whatever stands around it: the ground on which `blocks.ts` decides what it is.
 * All patterns are matched against look-up text (simplified, full-width ASCII as ASCII, every quote as `"`).
 */
import { perContent } from '../../base/memo';
import { BULLETS, isComma, isFinalMark, isHan, withoutTrailing } from '../characters';
import { enumeratorAt, type Enumerator } from '../enumerators';
import { endingOf, type LineEnding } from './lineEnding';
import { ownKind, type OwnKind } from './lineKinds';
import type { LineText } from './lineText';
import { wordsEnd, wordsStart } from './margins';
import { Prose } from '../prose';

/** Offsets are relative to the line. */
export interface LineShape {
  /** The line without blanks and tags around it. */
  readonly prose: Prose;
  /** Where its text begins, behind blanks and tags. */
  readonly start: number;
  /** Where its text ends, before blanks and tags; equal to `start` for a blank line. */
  readonly end: number;
  /** How many Han characters it has. */
  readonly han: number;
  /** Display cells: two for a Han character or full-width mark, one for the rest; blanks at the end do not count. */
  readonly cells: number;
  readonly ending: LineEnding;
  /** It ends with a full stop, closing quotes aside. */
  readonly stop: boolean;
  /** A kind that the line's words alone give away, with the reason; null for the rest. */
  readonly own: OwnKind | null;
  readonly bullet: boolean;
  readonly enumerator: Enumerator | null;
  /** A full stop or more than one comma inside: running text rather than a headline. */
  readonly running: boolean;
  /** It opens like a report: 本报讯, 5月3日，, 新华社北京5月3日电, or a meeting or person that says something. */
  readonly opening: boolean;
}

/** The shape of a line. */
export const lineShape = perContent(({ text, folded }: LineText): LineShape => shapeOf(text, folded));

/** How reports open, see `LineShape.opening`. */
export const OPENING =
  /^(?:本[报网台刊](?:讯|北京|记者)|[\u4e00-\u9fff]{2,8}(?:讯|网讯|社\S{0,12}电)[\s((]|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d+日)?(?!起\s)(?:上午|下午|晚|,|[\u4e00-\u9fff])|(?:近日|日前|昨日|今日|连日来|当前|目前|[今昨]天|当日|当天)[,\u4e00-\u9fff]|会议(?:指出|强调|要求|认为|听取|传达|审议|研究|决定|由)|[\u4e00-\u9fff·]{2,12}(?:指出|强调|要求|表示|说)(?:[,:"]|$))/;

function shapeOf(text: string, folded: string): LineShape {
  const start = wordsStart(text, 0, text.length);
  const end = wordsEnd(text, start, text.length);
  const body = folded.slice(start, end);
  const prose = new Prose(text.slice(start, end), body);
  const bullet = BULLETS.includes(text[start] ?? ' ') && end > start;
  const enumerator = bullet ? null : enumeratorAt(body, 0);
  const from = enumerator?.end ?? 0;
  let han = 0;
  let commas = 0;
  let stops = 0;
  let cells = start;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    cells += text.charCodeAt(start + i) < 0x2000 ? 1 : 2;
    if (isHan(code)) han++;
    else if (i < from || i === body.length - 1) continue;
    else if (isComma(code)) commas++;
    else if (isFinalMark(code)) stops++;
  }
  const opening = OPENING.test(body);
  const ending = endingOf(text, start, end);
  const closing = ending === 'final' ? withoutTrailing(body, '"\')]》').slice(-1) : '';
  const running = stops > 0 || commas > 1 || (opening && han > 8);
  return {
    prose,
    start,
    end,
    han,
    stop: closing === '。' || closing === '.',
    cells,
    ending,
    own: ownKind({ body, han, running, ending, enumerated: enumerator !== null }),
    bullet,
    enumerator,
    running,
    opening,
  };
}
