/** Diagnostics, for clients that pull them and for those to which they must be pushed. */
import { DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { FeatureDocument } from '../features/context';
import { diagnostics } from '../features/diagnostics';
import { KnowledgeFiles } from './knowledgeFiles';
import * as protocol from './protocol';
import type { Session } from './session';

interface Report {
  readonly parsed: FeatureDocument['parsed'];
  readonly encoding: FeatureDocument['encoding'];
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** Answers with diagnostics, or pushes them, and remembers what was reported last. */
export class DiagnosticReports {
  readonly #session: Session;
  /** The last report of each open document. */
  readonly #reports = new Map<string, Report>();
  /** Documents whose diagnostics are about to be pushed. */
  readonly #waiting = new Set<string>();
  #serial = 0;
  readonly #push: boolean;
  readonly #refreshable: boolean;

  constructor(session: Session) {
    this.#session = session;
    const { capabilities } = session.params;
    this.#push = !capabilities.textDocument?.diagnostic;
    this.#refreshable = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
  }

  /** Handles the protocol's requests and the documents' events. Call once, before listening. */
  register(): void {
    const { connection, documents } = this.#session;
    connection.languages.diagnostics.on((params, token): Promise<DocumentDiagnosticReport> => {
      const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
      return this.#session.answer<DocumentDiagnosticReport>(
        params,
        token,
        nothing,
        'newest',
        doc => {
          const { resultId, items } = this.#report(doc);
          if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
          return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
        },
        'findings',
      );
    });
    documents.onDidChangeContent(({ document }) => this.#schedule(document.uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.#reports.delete(uri);
      if (this.#push && !KnowledgeFiles.holds(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Checks all open documents again, because something besides their text has changed. */
  refresh(): void {
    if (this.#push) for (const uri of this.#session.documents.keys()) this.#schedule(uri);
    else if (this.#refreshable) void this.#session.connection.languages.diagnostics.refresh();
  }

  /** Pushes after the input that is waiting was taken in, so that a burst of edits is answered once. */
  #schedule(uri: string): void {
    // The mistakes in the user's own files are pushed whenever these are read.
    if (!this.#push || this.#waiting.has(uri) || KnowledgeFiles.holds(uri)) return;
    this.#waiting.add(uri);
    void this.#session
      .guard(async () => {
        await this.#session.runtime.yield();
        const doc = await this.#session.prepared(uri, undefined, () => this.#waiting.delete(uri), 'findings');
        const document = this.#session.documents.get(uri);
        if (!document) return;
        await this.#session.connection.sendDiagnostics({ uri, version: document.version, diagnostics: doc ? this.#report(doc).items : [] });
      })
      .catch(() => this.#waiting.delete(uri));
  }

  #report(doc: FeatureDocument): Report {
    const {
      document: { uri, version },
      parsed,
      encoding,
    } = doc;
    const known = this.#reports.get(uri);
    if (known && known.parsed === parsed && known.encoding === encoding) return known;
    const started = performance.now();
    const items = diagnostics(doc);
    const latency = performance.now() - started;
    const report = { parsed, encoding, resultId: String(++this.#serial), items };
    this.#reports.set(uri, report);
    void this.#session.connection.sendNotification(protocol.status, {
      uri,
      version,
      served: true,
      latency,
      findings: parsed.findings.length,
      ...(encoding?.detected ? { encoding: encoding.detected.encoding, confidence: encoding.detected.confidence } : {}),
    });
    return report;
  }
}
