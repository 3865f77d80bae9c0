/** What somebody said elsewhere, and that others pass it on or study it. Offsets are into folded text. */
import { standsAt } from '../../base/sticky';

/** 在动员会上的讲话, 同志重要讲话: what was said, behind the name of who said it. */
const SAID_ELSEWHERE = /(?:同志)?(?:在[^,。;]{2,30}?)?的?(?:重要)?(?:讲话|指示|批示|报告|发言|致辞|文章)/y;
/** 传达了, 认真学习: what others do with it, up to the name. */
const PASSED_ON = /(?:传达|宣读|转达|领学|学习|领会|贯彻|重温|落实|收听|收看|观看|聆听)(?:了|并)?[^,。;:!?"]*$/;
/** How far before the name the verb may stand. */
const REACH = 40;

/** True where words that end at `at` say that what follows is passed on or studied: 首先传达了县委书记|. */
export function isPassedOn(text: string, at: number, from = 0): boolean {
  return PASSED_ON.test(text.slice(Math.max(from, at - REACH), at));
}

/** True behind a name in 学习何雄同志|的讲话, 传达了县长王海|在动员会上的讲话. */
export function isSaidElsewhere(text: string, end: number): boolean {
  return standsAt(SAID_ELSEWHERE, text, end) && isPassedOn(text, end);
}
