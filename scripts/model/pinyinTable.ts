/** Writes `pinyin.bin` (layout: `server/src/language/pinyin.ts`) from pinyin-pro's readings (MIT). */
import { pinyin } from 'pinyin-pro';
import { PINYIN_MAGIC } from '../../server/src/language/pinyin';

/** Ideographs of the basic plane. */
const RANGES = [[0x3400, 0x4dbf], [0x4e00, 0x9fff]] as const;

export function buildPinyinTable(): Uint8Array {
  const ids = new Map<string, number>(), body: number[] = [];
  for (const [first, last] of RANGES) {
    body.push(first & 0xff, first >> 8, last & 0xff, last >> 8);
    for (let unit = first; unit <= last; unit++) {
      const char = String.fromCharCode(unit), readings = pinyin(char, { multiple: true, type: 'array' }).filter(reading => reading !== char);
      body.push(readings.length);
      for (const reading of readings) {
        if (!ids.has(reading)) ids.set(reading, ids.size);
        body.push(ids.get(reading)! & 0xff, ids.get(reading)! >> 8);
      }
    }
  }
  const names = Buffer.from([...ids.keys()].join(' ')), head = Buffer.alloc(8);
  head.writeUInt32LE(PINYIN_MAGIC, 0);
  head.writeUInt16LE(names.length, 4);
  head.writeUInt16LE(RANGES.length, 6);
  return Buffer.concat([head, names, Buffer.from(body)]);
}
