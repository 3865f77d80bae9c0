/**
 * Pairs that CP936 leaves empty and newer decoders show: GB 18030 has had characters there since 2000, 2005 and 2022. Where the platform's
 * table has private-use characters instead, a page may hold the others. Source: WHATWG's index of GB 18030.
 */

/** The first pair of a row, and the characters of it and those behind; a space where there is none, or the platform's table has it. */
const ROWS: readonly (readonly [number, string])[] = [
  [0xa6d9, '︐︒︑︓︔︕︖'],
  [0xa6ec, '︗︘'],
  [0xa6f3, '︙'],
  [0xa8bc, 'ḿ'],
  [0xa8bf, 'ǹ'],
  [0xa989, '〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'],
  [
    0xfe50,
    '⺁   ⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧ 龸⺪䁖䅟⺮䌷⺳⺶⺷ 䎱䎬⺻䏝䓖䙡䙌龹 䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺 䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
];

/** By UTF-16 unit. */
export const NEWER_PAIRS: ReadonlyMap<number, number> = new Map(
  ROWS.flatMap(([first, characters]) =>
    [...characters].flatMap((character, i) => (character === ' ' ? [] : [[character.charCodeAt(0), first + i] as const])),
  ),
);
