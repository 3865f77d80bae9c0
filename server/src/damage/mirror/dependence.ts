/** On what the repair of a line depends besides its own text: results are kept as long as that is equal. */
import { isReadingLetter } from './annotations';
import type { MirrorEvidence } from './evidence';
import type { MirrorObserved } from './observe';

/** See `DamageKind.dependence`: runs depend on all that is known, other spots on the site's habits and on their own characters. */
export function dependence(line: string, observed: MirrorObserved | null, evidence: MirrorEvidence): string {
  // What other kinds of damage hide is seen once they are undone: any annotation may come to light behind a bracket or an escape.
  if (/[?\ufffd□!！%&=\\]/.test(line) || readingsIn(line) > (observed?.annotated.length ?? 0)) return siteKey(evidence);
  let known = `${evidence.annotates} ${evidence.annotatesRare} ${evidence.inserted} ${formKey(evidence)}`;
  for (const { character } of observed?.annotated ?? []) known += evidence.annotated.has(character.charCodeAt(0)) ? '+' : '-';
  return known;
}

/** How many words of letters a line holds that can be readings. */
function readingsIn(line: string): number {
  let words = 0;
  let wasLetter = false;
  for (let i = 0; i < line.length; i++) {
    const isLetter = isReadingLetter(line.charCodeAt(i));
    if (isLetter && !wasLetter) words++;
    wasLetter = isLetter;
  }
  return words;
}

const siteKeys = new WeakMap<MirrorEvidence, string>();

/** All that is known of a site, as a text that is equal as long as that is. */
export function siteKey(evidence: MirrorEvidence): string {
  let key = siteKeys.get(evidence);
  if (key === undefined) {
    const { form: _form, annotated, plain, ...habits } = evidence;
    // Of what is long a hash: it is compared for every line.
    const table = hashed(
      sorted(annotated.keys()),
      sorted(plain),
      [...annotated]
        .sort(([a], [b]) => a - b)
        .map(([, reading]) => reading)
        .join(' '),
    );
    key = [formKey(evidence), ...Object.values(habits), table].join(' ');
    siteKeys.set(evidence, key);
  }
  return key;
}

function formKey({ form }: MirrorEvidence): string {
  return `${form.opener}|${form.behind}`;
}

/** Sets are equal whatever came first. */
function sorted(units: Iterable<number>): string {
  return String.fromCharCode(...Uint16Array.from(units).sort());
}

/** 64 bits that differ for different texts, as good as always (two rounds of FNV-1a). */
function hashed(...texts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = (Math.imul(b ^ (unit + 0x9e37), 0x85ebca6b) + (b >>> 13)) | 0;
    }
    a = Math.imul(a ^ 0xffff, 0x01000193);
    b = Math.imul(b ^ 0xffff, 0x85ebca6b);
  }
  return `${a >>> 0}.${b >>> 0}`;
}
