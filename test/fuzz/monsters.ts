/** Inputs as large and as regular as nothing that people write. Each has a time limit that only linear work can keep. */

export interface Monster {
  readonly name: string;
  make(): string;
}

const nested = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `${['一、', '（一）', '1.', '①'][level % 4]}要抓好第${level}项工作。`).join('\n');

export const MONSTERS: readonly Monster[] = [
  { name: 'one line of 5 MB', make: () => '各地各部门要切实提高政治站位，压实责任；不得推诿扯皮。'.repeat(62_000) },
  { name: 'one line of 5 MB without a mark', make: () => '各地各部门切实提高政治站位压实责任'.repeat(100_000) },
  { name: 'a million 要', make: () => '要'.repeat(1_000_000) },
  { name: 'a million 要，', make: () => '要，'.repeat(1_000_000) },
  { name: 'a million 。', make: () => '。'.repeat(1_000_000) },
  { name: 'a hundred thousand ?gòu)', make: () => '再?gòu)'.repeat(100_000) },
  { name: 'a hundred thousand annotations', make: () => '應(yīng)'.repeat(100_000) },
  { name: '300,000 opening quotes', make: () => '“'.repeat(300_000) },
  { name: '300,000 opening brackets', make: () => '（'.repeat(150_000) + '《'.repeat(150_000) },
  { name: 'a million question marks', make: () => '?'.repeat(1_000_000) },
  { name: 'half a million shifted characters', make: () => '?傲氵z漏閼c宴'.repeat(60_000) },
  { name: 'nested enumerations, 10,000 deep', make: () => nested(10_000) },
  {
    name: 'one line of 30,000 enumerators',
    make: () => Array.from({ length: 30_000 }, (_, i) => `${'一二三四五六七八九'[i % 9]}是要抓好工作，`).join(''),
  },
  {
    name: 'a list of 200,000 names',
    make: () =>
      `市领导${Array.from({ length: 200_000 }, (_, i) => `张${'明华强军勇'[i % 5]}${'国家民族和'[(i >> 3) % 5]}`).join('、')}参加会议。`,
  },
  { name: 'lone surrogates', make: () => '\ud800中\udc00'.repeat(100_000) },
  { name: 'NUL', make: () => '\u0000'.repeat(500_000) },
  { name: 'a million U+FFFD', make: () => '\ufffd'.repeat(1_000_000) },
  { name: '锟斤拷', make: () => '锟斤拷'.repeat(200_000) },
  { name: 'half a million private-use characters', make: () => '\ue123'.repeat(500_000) },
  { name: 'entities', make: () => '&amp;'.repeat(200_000) + '&#20013;'.repeat(100_000) },
  { name: 'percent signs', make: () => '%E4%B8%AD'.repeat(100_000) },
  { name: 'percent signs of halved characters', make: () => '%E4%B8'.repeat(100_000) },
  { name: 'UTF-8 as Big5 without marks', make: () => '隡霈格綽隞撟港誑交瘚瑁脫勗敺暹'.repeat(20_000) },
  { name: 'UTF-8 as cp1252', make: () => 'ä¸­å›½'.repeat(150_000) },
  { name: 'UTF-8 as GBK', make: () => '浼氬紑'.repeat(300_000) },
  { name: 'a million line breaks', make: () => '\n'.repeat(1_000_000) },
  { name: '200,000 short lines', make: () => '要抓好落实\n'.repeat(200_000) },
  { name: 'a million spaces', make: () => ' '.repeat(1_000_000) },
  { name: 'spaced out', make: () => '一 '.repeat(500_000) },
  { name: 'a million zero-width spaces', make: () => '\u200b'.repeat(1_000_000) },
  { name: 'titles without a name', make: () => '市委书记'.repeat(150_000) },
  { name: 'attributions', make: () => '张三指出，'.repeat(150_000) },
  { name: 'counts', make: () => '四个口袋、'.repeat(150_000) },
  { name: 'a million digits', make: () => '1'.repeat(1_000_000) },
  { name: 'a million Latin letters', make: () => 'a'.repeat(1_000_000) },
];
