/** Words and names of other things that begin where a name might. Offsets are into one folded line. */
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { INTERPUNCTS } from './beginnings';
import { NEVER_BEGINNINGS } from './lexicon';
import { nameModel } from './names';
import { isHan, type Left } from './neighbours';
import { holderBehind } from './right';
import { countries, headStartingAt } from './titles';
import { WordIndex } from './wordIndex';

/** Least score of the name model for a family name and two characters behind a word that joins. */
const LIKELY = 1.5;
/** Words that join one person to another. */
const JOINING = new UnitSet(['和与及同']);
const never = new WordIndex(NEVER_BEGINNINGS);
/** 县领导|包乡, 干部|联户: what many do, each for one. */
const LOOKING_AFTER = new UnitSet(['包联驻帮挂']);
const UNITS = new UnitSet(['村乡镇县户组片点校企厂街楼']);

/**
 * True where something begins that no name begins with: 《哈利·波特》, 和匈牙利总统, 包保,
 * 感谢, 副主任委员, 里长王大明; 林长 may be 林长青.
 */
export function beginsOtherwise(line: string, at: number, left: Left, words: WordList): boolean {
  if (left.kind === 'clause' && line.charAt(at - 1) === '《') return true;
  if (left.title && JOINING.has(line.charCodeAt(at)) && joinsAnother(line, at + 1, words)) return true;
  if (never.startingAt(line, at) || (left.title && LOOKING_AFTER.has(line.charCodeAt(at)) && UNITS.has(unitAt(line, at + 1)))) return true;
  const head = headStartingAt(line, at)?.length ?? 0;
  // 旗长苏木达·巴特尔
  if (INTERPUNCTS.has(unitAt(line, at + head))) return false;
  return head > 2 || (head === 2 && (!nameModel().isSurname(line.charCodeAt(at)) || holderBehind(line, at + 2, words)));
}

/** True where a country, a place or a name begins at `at`: 总统和|匈牙利总统, 国家主席同|阮富仲总书记. */
function joinsAnother(line: string, at: number, words: WordList): boolean {
  if (countries.startingAt(line, at) || [2, 3].some(length => words.tag(line.slice(at, at + length))?.startsWith('ns'))) return true;
  const surname = nameModel().surnameAt(line, at);
  const end = at + surname + 2;
  return (
    surname > 0 &&
    isHan(line, at, end) &&
    nameModel().score(line, at, end, surname) > LIKELY &&
    (headStartingAt(line, end)?.length ?? 0) > 1
  );
}
