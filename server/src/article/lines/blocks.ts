/** What each line of a page is: title, by-line, body, chrome …, with the reason. Reading offsets. */
import { edged } from '../../base/edged';
import { commonEnd, commonStart } from '../../base/common';
import type { CharacterModel } from '../../language/characterModel';
import type { Reading } from '../../reading/reading';
import { decide, type DraftLine } from './draftLine';
import { decideHead } from './headLines';
import { lineShape } from './lineShape';
import { lineText, type LineText } from './lineText';
import { decideMiddle } from './middleLines';
import { markRunningHeads } from './pageBreaks';
import { isRunningText } from './runningText';
import { joinSentences } from './sentenceLines';
import { decideTail } from './tailLines';
import { findVerse } from './verse';
import { joinLines } from './wrapping';

/** Sections whose pages hold short news. */
const DIGEST = edged(/(?:要闻|导读|速览|速递|简讯|要目|快讯|资讯|动态|新闻)$/);

/** The lines of an earlier version of a text, for taking over what did not change. */
export interface EarlierLines {
  readonly text: string;
  readonly lines: readonly DraftLine[];
}

/** The lines with their kinds and joints; for `paragraphs.ts`. */
export function decideLines(reading: Reading, model: CharacterModel, before: EarlierLines | null = null): readonly DraftLine[] {
  const lines = splitLines(reading, before);
  markRunningHeads(lines);
  joinLines(lines, model);
  joinSentences(lines);
  const first = lines.findIndex((line, i) => isRunningText(line, i));
  decideVerse(lines);
  if (first >= 0) {
    decideHead(lines, first, model);
    let last = first;
    for (let i = first; i < lines.length; i++) if (isRunningText(lines[i]!, i)) last = i;
    decideMiddle(lines, first, last, model);
    decideTail(lines, last, model);
    headDigest(lines);
  } else decideHead(lines, lines.length, model);
  return lines;
}

function splitLines({ text, folded }: Reading, before: EarlierLines | null): DraftLine[] {
  const lines: DraftLine[] = [];
  const { head, tail, shift } = before ? unchanged(before, text) : { head: 0, tail: 0, shift: 0 };
  for (let i = 0; i < head; i++) lines.push(fresh(before!.lines[i]!.content, i, before!.lines[i]!.start, before!.lines[i]!.end));
  const firstOfTail = before && tail > 0 ? before.lines[before.lines.length - tail]!.start + shift : text.length + 1;
  for (let at = head > 0 ? before!.lines[head]!.start : 0; at < firstOfTail;) {
    let next = text.indexOf('\n', at);
    if (next < 0) next = text.length;
    const end = next > at && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    lines.push(fresh(lineText(text.slice(at, end), folded.slice(at, end)), lines.length, at, end));
    at = next + 1;
  }
  if (before)
    for (let i = before.lines.length - tail; i < before.lines.length; i++)
      lines.push(fresh(before.lines[i]!.content, lines.length, before.lines[i]!.start + shift, before.lines[i]!.end + shift));
  return lines;
}

function fresh(content: LineText, line: number, start: number, end: number): DraftLine {
  const shape = lineShape(content);
  return {
    line,
    start,
    end,
    content,
    shape,
    folded: shape.prose.folded,
    kind: shape.own?.kind ?? null,
    reason: shape.own?.reason ?? '',
    joinsNext: false,
    wrapped: false,
  };
}

/** How many lines at the beginning and at the end of a text an earlier version has too, and by how much the latter have moved. */
function unchanged({ text: old, lines }: EarlierLines, text: string): { head: number; tail: number; shift: number } {
  const shift = text.length - old.length;
  const same = commonStart(old, text);
  const sameEnd = commonEnd(old, text, same);
  let head = 0;
  let tail = 0;
  // A line counts when its line break, and the unit before it at the tail, lie in the common part too.
  while (head + 1 < lines.length && lines[head + 1]!.start <= same) head++;
  while (tail < lines.length - head && lines[lines.length - 1 - tail]!.start > old.length - sameEnd) tail++;
  return { head, tail, shift };
}

function decideVerse(lines: readonly DraftLine[]): void {
  for (const { from, to } of findVerse(lines)) {
    for (let i = from; i < to; i++)
      if (lines[i]!.shape.end > lines[i]!.shape.start) decide(lines[i]!, { kind: 'verse', reason: 'even-lines' });
  }
}

/** Several headlines of one rank, each with its text, under the name of a section: that name is the title of the page. */
function headDigest(lines: readonly DraftLine[]): void {
  const name = lines.find(({ kind }) => kind !== 'blank');
  const first = lines.findIndex(({ kind }) => kind === 'title');
  if (
    name?.reason !== 'section-name' ||
    !DIGEST.test(name.folded) ||
    lines.slice(first + 1).find(({ kind }) => kind !== 'blank')?.kind !== 'body'
  )
    return;
  if (lines.filter(({ reason }) => reason === 'short-line').length < 2) return;
  decide(lines[first]!, { kind: 'heading', reason: 'short-line' });
  decide(name, { kind: 'title', reason: 'digest' });
}
