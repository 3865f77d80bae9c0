/** One of the things that a numbered phrase stands for: 属地 of 属地、部门、单位、个人“四方责任”. */

/** Where it stands in the folded text of one line, without marks around it. */
export interface Item {
  readonly start: number;
  readonly end: number;
}
