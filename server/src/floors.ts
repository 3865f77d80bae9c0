/** Stand-ins for floors that have not landed yet; each line here becomes an import in service.ts, and this file goes. */
import type { Language } from './language/language';

export function detectEncoding(bytes: Uint8Array, _language: Language): { encoding: string; confidence: number; evidence: string; bom: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', confidence: 1, evidence: 'byte order mark', bom: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', confidence: 1, evidence: 'byte order mark', bom: true };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ['utf-8', 'gb18030', 'big5']) {
    try { new TextDecoder(encoding, { fatal: true }).decode(bytes); return { encoding, confidence: 0.95, evidence: 'valid', bom }; } catch { /* next */ }
  }
  return { encoding: 'utf-8', confidence: 0.3, evidence: 'nothing else', bom };
}
export function decodeBytes(bytes: Uint8Array, encoding: string): string { return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes); }
