/** The requests of protocol.ts. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readingRange, type FeatureDocument } from '../features/context';
import { kindName } from '../features/kindNames';
import { directiveRows, directivesCsv, directiveTable, outlineMarkdown } from '../features/outlineExport';
import { chromeEdits, lastingRepairEdits, repairSummary } from '../features/repairs';
import { decodeBytes, encodingOf } from '../language/detection';
import { canonicalEncoding, type TextEncoding } from '../language/encodings';
import type { DirectiveItem } from '../../../protocol/messages';
import * as protocol from './protocol';
import { required } from './params';
import type { Session } from './session';

/** Handles the requests. Call once, before listening. */
export function registerCustomRequests(session: Session): void {
  const { connection } = session;

  connection.onRequest(protocol.repair, params =>
    session.guard(async () => {
      const { text, accept, strip } = required(params, 'text');
      const { article } = await session.settings;
      const settings = accept ? { ...article, accept } : article;
      const parsed = session.service.parse(text, settings);
      if (strip) return { edits: chromeEdits(parsed), kinds: [], remaining: 0 };
      const { codes, remaining } = repairSummary(parsed);
      const kinds = Object.entries(codes)
        .sort((a, b) => b[1] - a[1])
        .map(([code, count]) => ({ name: kindName(code), count }));
      return { edits: lastingRepairEdits(parsed, again => session.service.parse(again, settings)), kinds, remaining };
    }),
  );

  connection.onRequest(protocol.detectEncoding, params =>
    session.guard(() => {
      const { bytes, decode, from } = required(params, 'bytes');
      const data = Uint8Array.from(atob(bytes), char => char.charCodeAt(0));
      const detection = encodingOf(data, session.language, from === undefined ? undefined : (canonicalEncoding(from) as TextEncoding));
      const { encoding, confidence, evidence, bom } = detection;
      const text = decode ? decodeBytes(data, detection) : undefined;
      return { encoding, confidence, evidence, bom, ...(text === undefined ? {} : { text: text.includes('\ufffd') ? null : text }) };
    }),
  );

  connection.onRequest(protocol.outlineMarkdown, (params, token) =>
    session.answer(params, token, '', 'newest', doc => outlineMarkdown(doc.parsed.outline.nodes)),
  );

  connection.onRequest(protocol.directives, (params, token) =>
    session.answer<DirectiveItem[]>(params, token, [], 'newest', doc =>
      directiveRows(doc).map(({ name, speaker, marker, level, node }) => ({
        name,
        speaker,
        marker,
        level,
        range: readingRange(doc, node.start, node.end),
        selectionRange: readingRange(doc, node.headStart, node.headEnd),
      })),
    ),
  );

  connection.onRequest(protocol.exportDirectives, (params, token) =>
    session.guard(async () => {
      const { documents, format } = required(params, 'documents');
      const { article } = await session.settings;
      const parsed: { path: string; doc: FeatureDocument }[] = [];
      for (const { uri, text } of documents) {
        await session.runtime.yield();
        if (token.isCancellationRequested) return '';
        parsed.push({
          path: uri,
          doc: { document: TextDocument.create(uri, 'article', 0, text), parsed: session.service.parse(text, article) },
        });
      }
      if (format === 'csv') return directivesCsv(parsed.map(({ path, doc }) => directiveTable(path, doc)));
      if (format === 'markdown') return parsed.map(({ doc }) => outlineMarkdown(doc.parsed.outline.nodes)).join('\n');
      return JSON.stringify(
        parsed.map(({ path, doc }) => directiveTable(path, doc)),
        undefined,
        2,
      );
    }),
  );
}
