/**
 * Builds the language data: `npm run model [-- text files…]`.
 * Without arguments it counts the project's shared texts when they are there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildCharacterModel } from './characterModel';
import { writeHkscsTable } from './hkscsTable';
import { buildPinyinTable } from './pinyinTable';
import { writeScriptTable } from './scriptTable';
import { DEFAULT_TEXTS, DICTIONARY, readDictionary, readTexts } from './sources';
import { buildWordList } from './wordList';

/** Chosen so that the three files stay under 3 MB and held-out text is predicted best. */
const CHARACTERS = { bigrams: 235_000, trigrams: 308_000, wordWeight: 0.05, pairWeight: 0.005 };

const root = new URL('../../', import.meta.url);
const path = (relative: string): string => fileURLToPath(new URL(relative, root));

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(path(`server/data/${name}`), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

mkdirSync(path('server/data'), { recursive: true });
writeScriptTable(path('server/src/language/scriptTable.ts'));
writeHkscsTable(path('server/src/language/codecs/hkscsTable.ts'));
const files = process.argv.slice(2);
const texts = readTexts(files.length > 0 ? files : DEFAULT_TEXTS.map(path));
const dictionary = readDictionary(path(DICTIONARY));
write('pinyin.bin', buildPinyinTable());
write('words.bin', buildWordList(dictionary));
write('characters.bin', buildCharacterModel(texts, dictionary, CHARACTERS));
