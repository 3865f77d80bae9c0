/** One of the things that a numbered phrase stands for: 属地 of 属地、部门、单位、个人“四方责任”. */

/** Where it stands in the folded text of one line, without marks around it. */
export interface Item {
  readonly start: number;
  readonly end: number;
}

/** Between the phrase and the first item. */
export const LEAD =
  /^(?:\(|,|:|-{1,2})?(?:即是|即为|即|也就是|就是|指的是|是指|(?:具体|主要)(?:是指|是|为|指|包括)|是|包括|分别(?:是|为|指)|做到|确保|为(?!了))?[:,]?/;
