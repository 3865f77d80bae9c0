/** `encoding.undecoded`: the bytes on disk are good, and the editor read them with the wrong decoder. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { ENOUGH_CONFIDENCE } from '../language/detection';
import type { FeatureDocument } from './context';

/** The finding, on the first line that shows the damage; null when the file was read as it should be. Source offsets. */
export function undecodedFinding({ document, parsed, encoding }: FeatureDocument): Finding | null {
  const detected = encoding?.detected;
  if (!detected || detected.confidence < ENOUGH_CONFIDENCE || !encoding.opened || sameEncoding(detected.encoding, encoding.opened))
    return null;
  const text = parsed.source;
  const damaged = text.search(/[^\x00-\x7f]/);
  if (damaged < 0) return null;
  const { line } = document.positionAt(damaged);
  const lineEnd = document.offsetAt({ line: line + 1, character: 0 });
  const end = damaged + text.slice(damaged, lineEnd).trimEnd().length;
  return {
    code: 'encoding.undecoded',
    start: damaged,
    end,
    severity: 'error',
    message: () =>
      t(
        'This file is {0} on disk and was opened as {1}: reopen it with the right encoding; saving it now would destroy it.',
        detected.encoding,
        encoding.opened!,
      ),
    repair: null,
    candidates: [],
    explanation: {
      mechanism: 'undecoded',
      layers: [`${detected.encoding} as ${encoding.opened}`],
      damaged: text.slice(damaged, Math.min(end, damaged + 40)),
    },
  };
}

/** Whether two names stand for encodings that read the same Chinese text; editors and standards spell them differently. */
export function sameEncoding(a: string, b: string): boolean {
  return canonicalEncoding(a) === canonicalEncoding(b);
}

/** `gb2312`, `GBK`, `cp936` → `gb18030`; `utf8bom` → `utf-8`; `cp950`, `big5hkscs` → `big5`. Unknown names come back in lower case. */
export function canonicalEncoding(name: string): string {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return CANONICAL[key] ?? key;
}

const CANONICAL: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  ascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  euccn: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
};
