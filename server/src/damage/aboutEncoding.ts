/** Texts about garbled text: what they show is meant to be seen as it is. */
import { Memo } from '../base/memo';

const TERMS =
  /乱码|亂碼|编码|編碼|字符集|字元集|字符编|码表|碼表|码位|码点|转义|轉義|换行|換行|回车|反斜|字符串|字串|源代码|源码|原始碼|(?:字符|空格|HTML) ?实体|正则|mojibake|HTML|JSON|XML|Unicode|UTF-?8|UTF-?16|GBK|GB ?2312|GB ?18030|Big-?5|ISO-8859/i;

/** Names of garbling that come from different programs: two of them meet only where they are spoken of. */
const NAMES = ['锟斤拷', '烫烫烫', '屯屯屯', '锘锘锘', '葺葺葺'];

/** Answers by line, and the last one: every finding of a line asks, and to look a long line up is to compare all of it. */
const known = new Memo<boolean>();
let last = { line: '', answer: false };

/** Whether a line speaks of encodings, so that damage in it is an example rather than an accident. */
export function isAboutEncoding(line: string): boolean {
  if (line !== last.line)
    last = { line, answer: known.get(line, () => TERMS.test(line) || NAMES.filter(name => line.includes(name)).length > 1) };
  return last.answer;
}
