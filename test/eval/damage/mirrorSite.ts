/**
 * What a mirror site does to a page, written from its description alone and apart from the product's own `forward`,
 * so that a misunderstanding there does not measure itself. Bytes come from iconv-lite, readings from pinyin-pro.
 */
import iconv from 'iconv-lite';
import { pinyin } from 'pinyin-pro';
import { foldScript, toTraditionalOneToOne } from '../../../server/src/language/script';
import { pick, shuffled } from './random';

export interface Site {
  /** Characters that are annotated, in the order of their passes. */
  readonly annotated: readonly string[];
  /** What stands before and behind a reading, and how it is spelt. */
  readonly form: Form;
  /** What stands before full-width punctuation, and how often. */
  readonly inserted: '' | ',' | ' ';
  readonly insertRate: number;
  /** User-defined pairs: gone, or private-use characters. */
  readonly vanish: boolean;
  /** `，；：！？（）` become ASCII. */
  readonly fold: boolean;
  readonly traditional: boolean;
}

/** How a site writes a reading. */
interface Form {
  readonly open: string;
  readonly close: string;
  readonly tones: 'symbol' | 'num' | 'none';
  readonly upper: boolean;
}

/** Four of five sites put readings in half-width brackets with tone marks; the others are what else was seen, or is near at hand. */
function randomForm(random: () => number): Form {
  const usual: Form = { open: '(', close: ')', tones: 'symbol', upper: false };
  if (random() < 0.8) return usual;
  const [open, close] = pick(
    [
      ['(', ')'],
      [' (', ')'],
      ['（', '）'],
      ['[', ']'],
      ['【', '】'],
      ['(', ' )'],
    ] as const,
    random,
  );
  const tones = pick(['symbol', 'num', 'none'] as const, random);
  return { open, close, tones, upper: tones !== 'symbol' && random() < 0.3 };
}

/** A site of its own: which of the characters of `texts` it annotates, and its other habits. */
export function randomSite(texts: readonly string[], random: () => number): Site {
  const traditional = random() < 0.9;
  const characters = new Set<string>();
  for (const text of texts)
    for (const char of traditional ? toTraditionalOneToOne(text) : text)
      if (/[\u4e00-\u9fa5]/.test(char) && (!traditional || foldScript(char) !== char)) characters.add(char);
  const share = 0.15 + 0.45 * random();
  return {
    annotated: shuffled([...characters].sort(), random).filter(() => random() < (traditional ? share : 0.1)),
    inserted: pick(['', ',', ',', ',', ' '] as const, random),
    insertRate: 0.75 + 0.25 * random(),
    vanish: random() < 0.7,
    fold: random() < 0.8,
    traditional,
    form: randomForm(random),
  };
}

const MARKS = ['，', '、', '。', '！', '；', '：', '？'];
const FOLDED: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '！': '!', '？': '?', '（': '(', '）': ')' };

/** The page as the site should have shown it: the truth that a repair has to reach (punctuation widths aside). */
export function meant(text: string, site: Site): string {
  return site.traditional ? toTraditionalOneToOne(text) : text;
}

const readings = new Map<string, string>();

/** What a site puts behind a character. */
function annotation(char: string, { open, close, tones, upper }: Form): string {
  const key = `${char}${tones}`;
  let reading = readings.get(key);
  if (reading === undefined) readings.set(key, (reading = pinyin(char, { toneType: tones, v: tones !== 'symbol' })));
  return `${open}${upper ? reading.toUpperCase() : reading}${close}`;
}

/**
 * The page as the site shows it.
 * @returns null where the text holds characters that GBK lacks
 */
export function throughMirror(text: string, site: Site, random: () => number): string | null {
  const source = meant(text, site);
  const encoded = iconv.encode(source, 'gbk');
  if (iconv.decode(encoded, 'gbk') !== source) return null;
  let bytes = encoded.toString('latin1');
  for (const char of site.annotated) {
    const pair = iconv.encode(char, 'gbk').toString('latin1');
    if (!bytes.includes(pair)) continue;
    bytes = bytes.split(pair).join(`${pair}${iconv.encode(annotation(char, site.form), 'gbk').toString('latin1')}`);
  }
  if (site.inserted !== '') {
    for (const mark of MARKS) {
      const pair = iconv.encode(mark, 'gbk').toString('latin1');
      bytes = bytes.split(pair).reduce((left, right) => `${left}${random() < site.insertRate ? site.inserted : ''}${pair}${right}`);
    }
  }
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes.charCodeAt(i);
    if (lead < 0x80) {
      out += bytes[i];
      continue;
    }
    const trail = bytes.charCodeAt(i + 1);
    // A line break is markup in the page: it ends a run and is not swallowed.
    if (lead === 0x80 || lead === 0xff || Number.isNaN(trail) || trail === 0x0a) {
      out += '?';
      continue;
    }
    i++;
    const userDefined =
      (lead >= 0xaa && lead <= 0xaf && trail >= 0xa1) ||
      (lead >= 0xf8 && lead <= 0xfe && trail >= 0xa1) ||
      (lead >= 0xa1 && lead <= 0xa7 && trail >= 0x40 && trail <= 0xa0 && trail !== 0x7f);
    if (userDefined && trail <= 0xfe) {
      if (!site.vanish)
        out += String.fromCharCode(
          lead >= 0xf8
            ? 0xe234 + (lead - 0xf8) * 94 + trail - 0xa1
            : lead >= 0xaa
              ? 0xe000 + (lead - 0xaa) * 94 + trail - 0xa1
              : 0xe4c6 + (lead - 0xa1) * 96 + trail - 0x40 - (trail > 0x7f ? 1 : 0),
        );
      continue;
    }
    const decoded = iconv.decode(Buffer.from([lead, trail]), 'gbk');
    out += decoded.length === 1 && decoded !== '\ufffd' ? decoded : '?';
  }
  return site.fold ? out.replace(/[，；：！？（）]/g, mark => FOLDED[mark]!) : out;
}
