/** Running text that no headline, label or link would be. */
import { edged } from '../../base/edged';
import { undecided, type DraftLine } from './draftLine';

const SALUTATION = /^(?:同志们|各位[\u4e00-\u9fff、]{0,20}|尊敬的.{1,40}|女士们.{0,20}|朋友们.{0,10}|[\u4e00-\u9fff()、,\s]{4,80})[::,!]$/;
const ADDRESSES_PEOPLE = edged(/^(?:同志们|各|尊敬的|女士们|朋友们)/);

/** A sentence of fewer Han characters may be a headline with a mark; a line of more is none, whatever it looks like. */
const SENTENCE = 6;
const LONG_SENTENCE = 12;
const LONGER_THAN_HEADLINES = 60;
/** A line of clauses that leads to others has so many Han characters. */
const LEAD = 14;

/** Whether a line ends like a sentence and is long enough for one. */
const isFinal = ({ shape }: DraftLine): boolean => shape.ending === 'final' && shape.han >= SENTENCE;

/** What a line of running text looks like: any of these. */
const SIGNS: readonly ((line: DraftLine, i: number) => boolean)[] = [
  // Nearly all of it ends with a full stop.
  ({ shape }) => shape.stop && shape.han >= 3,
  // A sentence over several lines.
  ({ wrapped, joinsNext, shape }) => wrapped && (shape.han >= 8 || !joinsNext),
  ({ shape }) => shape.han >= LONGER_THAN_HEADLINES && (shape.running || shape.ending !== 'none'),
  // Something must follow.
  ({ shape }) => (shape.ending === 'comma' || shape.ending === 'open') && (shape.opening || shape.han >= 8),
  ({ shape }) => shape.ending === 'semicolon' && shape.han >= 8,
  // 假期将至，我中心作出以下提醒：
  ({ shape, folded }) => shape.ending === 'colon' && shape.han >= LEAD && folded.includes(','),
  // It opens like a report and has the marks of one.
  ({ shape, folded }) => shape.opening && shape.han >= SENTENCE && folded.includes(','),
  ({ shape, folded }) => shape.opening && shape.han >= 14 && (shape.ending !== 'none' || /[,。;]/.test(folded)),
  line => isFinal(line) && (line.wrapped || (line.shape.han >= LONG_SENTENCE && (line.shape.running || line.shape.enumerator !== null))),
  // 同志们: anywhere; 各单位: below a title.
  (line, i) => !isFinal(line) && line.shape.han >= 3 && SALUTATION.test(line.folded) && (i > 0 || ADDRESSES_PEOPLE.test(line.folded)),
];

/** Whether the line at `i` of a page is body text by what it looks like, or was decided to be. */
export function isRunningText(line: DraftLine, i: number): boolean {
  if (!undecided(line)) return line.kind === 'body';
  if (line.shape.bullet && line.shape.ending !== 'final') return false;
  return SIGNS.some(sign => sign(line, i));
}
