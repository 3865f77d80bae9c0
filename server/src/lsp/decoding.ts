/** Finds files that were read with the wrong encoding, for clients that do not tell how they decoded them. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeBytes, detectEncoding } from '../language/detection';
import type { Language } from '../language/language';
import type { OpenDocuments } from './documents';
import type { Runtime } from './runtime';

/** A longer file is not read a second time, in bytes: far longer than an article. */
const MAX_BYTES = 8 << 20;

/** What this needs of the session that has the document open. */
export interface DecodingContext {
  readonly documents: { get(uri: string): TextDocument | undefined };
  readonly open: OpenDocuments;
  readonly runtime: Pick<Runtime, 'readFile'>;
  readonly language: Language;
}

/**
 * Compares what an editor opened with the file's own bytes, and remembers when they were decoded with the wrong encoding.
 * Does nothing where the client has told the encoding, or the bytes cannot be read, or there is nothing but ASCII.
 */
export async function checkDecoding(uri: string, session: DecodingContext): Promise<void> {
  const text = session.documents.get(uri)?.getText();
  if (!text || !/[^\x00-\x7f]/.test(text) || session.open.encoding(uri)) return;
  const bytes = await session.runtime.readFile(uri);
  if (!bytes || bytes.length > MAX_BYTES || session.open.encoding(uri)) return;
  const detected = detectEncoding(bytes, session.language);
  if (
    detected.encoding === 'utf-8' ||
    detected.encoding === 'mixed' ||
    detected.encoding === 'binary' ||
    decodeBytes(bytes, detected) === text
  )
    return;
  session.open.setEncoding(uri, { opened: 'utf-8', detected });
}
