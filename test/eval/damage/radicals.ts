/** Characters that PDF fonts print with a look-alike from the radical blocks. */

const PAIRS: Readonly<Record<string, string>> = {
  一: '⼀', 二: '⼆', 人: '⼈', 入: '⼊', 八: '⼋', 力: '⼒', 十: '⼗', 又: '⼜', 口: '⼝', 土: '⼟', 大: '⼤', 女: '⼥', 子: '⼦', 小: '⼩', 山: '⼭', 工: '⼯', 己: '⼰',
  干: '⼲', 心: '⼼', 手: '⼿', 支: '⽀', 文: '⽂', 方: '⽅', 日: '⽇', 月: '⽉', 木: '⽊', 比: '⽐', 水: '⽔', 火: '⽕', 生: '⽣', 用: '⽤', 田: '⽥', 白: '⽩', 目: '⽬', 立: '⽴',
  老: '⽼', 而: '⽽', 自: '⾃', 至: '⾄', 行: '⾏', 西: '⻄', 见: '⻅', 车: '⻋', 长: '⻓', 门: '⻔', 页: '⻚', 风: '⻛', 食: '⻝', 高: '⾼', 民: '⺠',
};

/** `text` with every character that has a radical look-alike replaced by it. */
export function asRadicals(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, char => PAIRS[char] ?? char);
}
