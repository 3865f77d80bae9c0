/**
 * Lines of a roster: a name, blanks, and nothing but the title of its bearer, the first behind a label; and
 * a name alone. Offsets are into one folded line.
 */
import type { WordList } from '../../language/language';
import { NEVER_NAMES, PLACE_ENDINGS } from './lexicon';
import { nameModel } from './names';
import { isHan } from './neighbours';
import { nameable, syllableName } from './spellings';
import { headEndingAt, isFullTitle, titleEndingAt, type Title } from './titles';

/** The name of a line, and its bearer's title. */
export interface RosterLine {
  readonly start: number;
  readonly end: number;
  readonly title: Title;
}

/** Longer lines are sentences. */
const LONGEST = 60;
/** 出席人员:, 组 长: */
const LABEL = /^[ \u3000\t]*(?:[\u3400-\u9fff](?:[ \u3000]{0,3}[\u3400-\u9fff]){1,7}[ \u3000]*:[ \u3000]*)?/;
/** 安 稳, 安稳(女), 古丽娜尔·艾山; then the blanks. */
const NAME = /^([\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff]|[\u3400-\u9fff·]{2,12})(?:\([^)]{1,10}\))?[ \u3000\t]+/;

/** @returns the name and the title of a line such as `安稳(女)　南溪区民政局副局长` or `出席人员：安稳　县长`; null for any other line */
export function rosterLine(line: string, words: WordList): RosterLine | null {
  const last = line.trimEnd().length;
  if (line.length > LONGEST) return null;
  if (!headEndingAt(line, last)) return signedLine(line, last, words);
  const start = LABEL.exec(line)![0].length;
  const match = NAME.exec(line.slice(start));
  if (!match) return null;
  const from = start + match[0].length;
  const title = titleEndingAt(line, last, words, from);
  if (title?.start !== from) return null;
  const end = start + match[1]!.length;
  const name = match[1]!.replace(/[ \u3000]/g, '');
  // 县长 alone follows what looks like a name; 发言 安稳 is none.
  const sure = isFullTitle(line, title) || (title.standing === 'official' && last - from > 1 && nameable(name, words));
  return sure && isName(line, start, end, name, words) ? { start, end, title } : null;
}

/**
 * 青羊镇党委书记　金不换: the other way round, as who gives a speech stands below its title. Only the office
 * makes sure of it, so that any word may be the name.
 */
function signedLine(line: string, last: number, words: WordList): RosterLine | null {
  // A cheap look for the blanks.
  if (!/[ \u3000\t]/.test(line.slice(Math.max(0, last - LONGEST_SIGNED), last))) return null;
  const match = SIGNED.exec(line.slice(0, last));
  if (!match) return null;
  const end = last - match[2]!.length - match[1]!.length;
  const from = line.length - line.trimStart().length;
  const title = titleEndingAt(line, end, words, from);
  const name = match[2]!.replace(/[ \u3000]/g, '');
  const start = last - match[2]!.length;
  return title?.start === from &&
    isFullTitle(line, title) &&
    !NEVER_NAMES.has(name) &&
    nameModel().surnameAt(name, 0) > 0 &&
    (name.length === 3 || isName(line, start, last, name, words))
    ? { start, end: last, title }
    : null;
}
/** 欧阳 明 with the blank before it. */
const LONGEST_SIGNED = 6;
/** Blanks and a name at the end of a line. */
const SIGNED = /[\u3400-\u9fff]([ \u3000\t]{1,4})([\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff]|[\u3400-\u9fff]{2,4})$/;

/** 萧何, or (萧 何), and nothing else. */
const ALONE = /^[ \u3000\t(]*([\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff]|[\u3400-\u9fff·]{2,12})[ \u3000\t)]*$/;

/**
 * @returns the range of the name that is all a line holds, as who gives a speech stands below its
 *   title; null for any other line, and for words
 */
export function nameAlone(line: string, words: WordList): { readonly start: number; readonly end: number } | null {
  const match = line.length > LONGEST ? null : ALONE.exec(line);
  if (!match) return null;
  const start = line.indexOf(match[1]!);
  const end = start + match[1]!.length;
  const name = match[1]!.replace(/[ \u3000]/g, '');
  return nameable(name, words) && isName(line, start, end, name, words) ? { start, end } : null;
}

/** 市直机关 before a title is no name; 吉祥 is one. */
function isName(line: string, start: number, end: number, name: string, words: WordList): boolean {
  const surname = nameModel().surnameAt(name, 0);
  if (name.includes('·') || syllableName(line, start) === end) return true;
  if (
    surname === 0 ||
    name.length <= surname ||
    name.length > surname + 2 ||
    headEndingAt(name, name.length) ||
    !isHan(name, 0, name.length)
  )
    return false;
  // 金融办: an organisation.
  if (PLACE_ENDINGS.has(name.charCodeAt(name.length - 1)) && words.has(name.slice(0, 2))) return false;
  return name.length === 2 || (nameable(name, words) && nameModel().score(name, 0, name.length, surname) > -1);
}
