/** Writes `pinyin.bin` (layout: `openPinyinTable`) from pinyin-pro's readings (MIT). */
import { pinyin } from 'pinyin-pro';
import { PINYIN_BLOCKS, PINYIN_MAGIC } from '../../server/src/language/pinyin';

/** The content of `pinyin.bin`. */
export function buildPinyinTable(): Uint8Array {
  const rows = new Map<string, number>([['', 0]]);
  const numbers: number[] = [];
  for (const [first, last] of PINYIN_BLOCKS) {
    for (let unit = first; unit <= last; unit++) {
      const char = String.fromCharCode(unit);
      const row = pinyin(char, { multiple: true, type: 'array' })
        .filter(reading => reading !== char)
        .join(' ');
      if (!rows.has(row)) rows.set(row, rows.size);
      numbers.push(rows.get(row)!);
    }
  }
  const text = Buffer.from([...rows.keys()].join('\n'));
  return Buffer.concat([
    new Uint8Array(new Uint32Array([PINYIN_MAGIC, text.length]).buffer),
    text,
    new Uint8Array(Uint16Array.from(numbers).buffer),
  ]);
}
