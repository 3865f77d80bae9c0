/** Names of encodings: the server's (`utf-16le`), the editor's (`utf16le`), and which of them mean the same encoding. */
import * as vscode from 'vscode';

/**
 * Stands for the encoding of a file whose lines are in different encodings. Such a file cannot be reopened, only converted, line by line.
 */
export const MIXED = 'mixed';

/** Names of one encoding in the server, the web platform and the editor; the first is the editor's. */
const FAMILIES: readonly (readonly string[])[] = [
  ['utf8', 'utf-8', 'utf8bom'],
  // The editor offers gb2312 and gbk separately; both are subsets of gb18030.
  ['gb18030', 'gbk', 'gb2312', 'cp936'],
  ['big5hkscs', 'big5-hkscs', 'big5', 'cp950'],
  ['utf16le', 'utf-16le', 'utf-16'],
  ['utf16be', 'utf-16be'],
];

/** The editor's name for an encoding, with which it can open a file; an unknown name is given back as it is. */
export function editorName(encoding: string): string {
  return FAMILIES.find(family => family.includes(encoding.toLowerCase()))?.[0] ?? encoding;
}

/** Whether two names mean the same encoding, as far as Chinese text can tell. */
export function sameEncoding(a: string, b: string): boolean {
  return editorName(a) === editorName(b);
}

/** The name by which people know an encoding of the editor: `gb18030` is GB18030, `utf8bom` is UTF-8 with BOM. */
export function encodingLabel(encoding: string): string {
  if (encoding === MIXED) return vscode.l10n.t('a mix of encodings');
  const known: Record<string, string> = {
    utf8: 'UTF-8',
    'utf-8': 'UTF-8',
    utf8bom: 'UTF-8 (BOM)',
    utf16le: 'UTF-16 LE',
    'utf-16le': 'UTF-16 LE',
    utf16be: 'UTF-16 BE',
    'utf-16be': 'UTF-16 BE',
    big5: 'Big5',
    big5hkscs: 'Big5-HKSCS',
  };
  return known[encoding] ?? encoding.toUpperCase();
}

/** Whether every character can be written in an encoding of the editor. */
export function isUnicode(encoding: string): boolean {
  return encoding.startsWith('utf');
}
