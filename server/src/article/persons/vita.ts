/**
 * Lines that tell a life in short, as notices of appointments print them:
 * 安稳,男,汉族,1979年5月生,…,现任县水利局局长,拟任…. Offsets are into one folded line.
 */
import type { WordList } from '../../language/language';
import { headEndingAt, wholeTitle, type Title } from './titles';

/** The name of a line that tells a life. */
export interface VitaLine {
  readonly start: number;
  readonly end: number;
  /** The office held now; null where the line tells none. */
  readonly title: Title | null;
}

/** A number, the name, and the sex: whatever stands between number and sex is a name. */
const BEGINNING =
  /^([ \u3000\t]*(?:(?:\d{1,2}[.。、]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\))[ \u3000]*)?)([\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff]|[\u3400-\u9fff·]{2,12})(?:[ \u3000]+|[ \u3000]*[,:、][ \u3000]*)[男女][,、 \u3000]/;
/** Further particulars, one of which such a line must give: ethnic group, birth, party. */
const PARTICULARS = /族|\d{4}年\d{1,2}月(?:出?生)?|党员|学历|籍贯/;
const REACH = 48;
/** The office held, up to the next piece or to what is intended. */
const OFFICE = /(?:现任|现为|时任)([^,。;:(]{2,44})/;
const INTENDED = /现任|拟任|拟提|拟进|拟交流|拟转|拟为/;

/** @returns the name and the office of a line such as `安稳，男，汉族，1979年5月生，现任县水利局局长，拟任…`; null for any other line */
export function vitaLine(line: string, words: WordList): VitaLine | null {
  const match = BEGINNING.exec(line);
  if (!match) return null;
  const start = match[1]!.length;
  const end = start + match[2]!.length;
  const rest = line.slice(end);
  if (headEndingAt(line, end) || !PARTICULARS.test(rest.slice(0, REACH)) || !INTENDED.test(rest)) return null;
  const office = OFFICE.exec(rest);
  const from = office && end + office.index + 2;
  return { start, end, title: from === null ? null : wholeTitle(line, from, from + office![1]!.length, words) };
}
