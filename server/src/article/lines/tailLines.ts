/** The tail of a page, below its last line of running text: signatures, dates, attachments, links. */
import { edged } from '../../base/edged';
import type { CharacterModel } from '../../language/characterModel';
import { decideBy, undecided, type DraftLine, type LineRule } from './draftLine';
import { inList, isLabelled, ORGAN_END, SPEAKS } from './lineSigns';

const CUT_HINT = edged(/[\u4e00-\u9fff](?:要|将|对|和|的|在|为|把|与|及|以|是|从|向|被|等)$/);
/** Longest row of a list below the text, in Han characters. */
const LONGEST_ROW = 30;
/** Longest line that is a name or a title alone, in Han characters. */
const LONGEST_WORD = 4;
/** Longest headline above a list of links, in Han characters. */
const LONGEST_LINK_HEAD = 14;
/** Longest headline above other lines of the site, in Han characters. */
const LONGEST_CHROME_HEAD = 20;
/** This many links below each other are a list. */
const LINKS = 3;

/** 市委书记、总河长：周海 */
const OFFICE_AND_NAME =
  /^[\u4e00-\u9fff、\s]{0,24}(?:书记|[长员席]|主任|代表|总理)(?:\s*:\s*|\s+)[\u4e00-\u9fff](?:\s{0,4}[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{0,7}·[\u4e00-\u9fff·]{1,9})$/;

/** • 州长木其尔： */
const OFFICIAL_SAYS = /^\S\s*[\u4e00-\u9fff]{0,12}(?:书记|[省市县区州旗盟局厅]长|主席|主任)[\u4e00-\u9fff·]{2,4}:/;

interface Tail {
  readonly lines: readonly DraftLine[];
  /** Those of them below the running text that are not blank: what `i` counts. */
  readonly rest: readonly DraftLine[];
  readonly model: CharacterModel;
  /** What stands further up in the tail. */
  belowChrome: boolean;
  belowAttachment: boolean;
}

/** The line lacks nothing. */
const isComplete = ({ shape, folded }: DraftLine): boolean =>
  !shape.running && shape.ending === 'none' && !shape.opening && !CUT_HINT.test(folded);

/** 服务热线：12121 */
const NUMBER_TO_CALL = /^[\u4e00-\u9fff]{2,10}:\s*[\d(]/;

const isLinkLike = ({ shape, folded }: DraftLine): boolean =>
  !NUMBER_TO_CALL.test(folded) &&
  shape.ending !== 'comma' &&
  shape.ending !== 'final' &&
  !shape.running &&
  !shape.opening &&
  shape.han >= 6 &&
  shape.han <= 40 &&
  !/^[\u4e00-\u9fff]{2,8}(?:指出|强调|要求),/.test(folded);

const dateFollows = (i: number, { rest }: Tail): boolean =>
  rest[i + 1]?.kind === 'date-line' || /^\(?\d{4}年/.test(rest[i + 1]?.folded ?? '');

/** • 州委副书记杨阿兰察看物资库, right below other items of the text, or • 州长木其尔：应转尽转. */
const goesOnList = (i: number, { lines, rest }: Tail): boolean => {
  const { line, folded } = rest[i]!;
  const above = lines[line - 1];
  return OFFICIAL_SAYS.test(folded) || (above !== undefined && above.shape.bullet && (above.kind === 'body' || above.kind === 'list-row'));
};

const startsLinks = (i: number, { rest }: Tail): boolean =>
  rest.length >= i + LINKS && rest.slice(i, i + LINKS).every(line => undecided(line) && isLinkLike(line));

/** What lines that have a kind of their own are here. */
const DECIDED: readonly LineRule<Tail>[] = [
  { kind: 'signature', reason: 'closing-date', when: ({ kind }, _, { belowChrome }) => kind === 'date-line' && !belowChrome },
  {
    kind: 'chrome',
    reason: 'trailing',
    when: ({ kind }, _, { belowChrome }) => belowChrome && kind !== 'byline' && kind !== 'chrome' && kind !== 'attachment',
  },
];

const UNDECIDED: readonly LineRule<Tail>[] = [
  { kind: 'chrome', reason: 'link-list', when: ({ shape }, _, { belowChrome }) => belowChrome && shape.bullet },
  { kind: 'chrome', reason: 'trailing', when: (_, __, { belowChrome }) => belowChrome },
  { kind: 'signature', reason: 'office-and-name', when: ({ folded }) => OFFICE_AND_NAME.test(folded) },
  {
    kind: 'list-row',
    reason: 'after-attachment',
    when: (line, _, { belowAttachment, model }) => belowAttachment && (line.shape.enumerator !== null || isLabelled(line, model)),
  },
  {
    kind: 'signature',
    reason: 'after-attachment',
    when: ({ shape }, _, { belowAttachment }) => belowAttachment && shape.han <= LONGEST_ROW,
  },
  { kind: 'attachment', reason: 'after-attachment', when: (_, __, { belowAttachment }) => belowAttachment },
  { kind: 'list-row', reason: 'bullet', when: ({ shape }, i, tail) => shape.bullet && goesOnList(i, tail) },
  { kind: 'chrome', reason: 'link-list', when: ({ shape }, i, tail) => shape.bullet || startsLinks(i, tail) },
  {
    kind: 'signature',
    reason: 'closing-name',
    when: (line, i, tail) =>
      isComplete(line) &&
      line.shape.han <= LONGEST_ROW &&
      (ORGAN_END.test(line.folded) || dateFollows(i, tail)) &&
      !SPEAKS.test(line.folded),
  },
  { kind: 'list-row', reason: 'numbered', when: ({ line }, _, { lines }) => inList(lines, line) },
  {
    kind: 'heading',
    reason: 'above-list',
    when: (line, i, { rest }) =>
      isComplete(line) && rest[i + 1] !== undefined && undecided(rest[i + 1]!) && rest[i + 1]!.shape.enumerator !== null,
  },
  { kind: 'signature', reason: 'closing-name', when: line => isComplete(line) && line.shape.han <= LONGEST_WORD },
  {
    kind: 'list-row',
    reason: 'numbered',
    when: line => isComplete(line) && line.shape.enumerator !== null && line.shape.han <= LONGEST_ROW,
  },
  { kind: 'list-row', reason: 'labelled', when: (line, _, { model }) => isLabelled(line, model) },
  {
    kind: 'chrome',
    reason: 'link-list',
    when: (line, i, { rest }) => isComplete(line) && line.shape.han <= LONGEST_LINK_HEAD && rest[i + 1]?.shape.bullet === true,
  },
  {
    kind: 'chrome',
    reason: 'before-chrome',
    when: (line, i, { rest }) => isComplete(line) && line.shape.han <= LONGEST_CHROME_HEAD && rest[i + 1]?.kind === 'chrome',
  },
  { kind: 'body', reason: 'running-text', when: () => true },
];

/** @param last the last line of running text */
export function decideTail(lines: readonly DraftLine[], last: number, model: CharacterModel): void {
  const rest = lines.slice(last + 1).filter(({ kind }) => kind !== 'blank');
  const tail: Tail = { lines, rest, model, belowChrome: false, belowAttachment: false };
  rest.forEach((line, i) => {
    const attachment = line.kind === 'attachment';
    decideBy(undecided(line) ? UNDECIDED : DECIDED, line, i, tail);
    // 举报电话：6651235, above the signature of a notice.
    tail.belowChrome ||= line.kind === 'chrome' && !NUMBER_TO_CALL.test(line.folded);
    tail.belowAttachment ||= attachment;
  });
}
