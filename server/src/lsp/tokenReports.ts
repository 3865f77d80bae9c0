/** Semantic tokens for clients that keep what they were told: after an edit they get what changed. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { FeatureDocument } from '../features/context';
import { joinedTokens, semanticTokens, tokenEdits, tokenPieces, type TokenPiece } from '../features/semanticTokens';
import type { Session } from './session';

interface Report {
  readonly resultId: string;
  readonly pieces: readonly TokenPiece[];
}

export class TokenReports {
  readonly #session: Session;
  /** The last tokens of each open document. */
  readonly #reports = new Map<string, Report>();
  #serial = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Handles the protocol's requests. Call once, before messages come in. */
  register(): void {
    const { connection: { languages }, documents } = this.#session;
    const whole = ({ resultId, pieces }: Report): SemanticTokens => ({ resultId, data: joinedTokens(pieces) });
    languages.semanticTokens.on(({ textDocument: { uri } }, token) => this.#session.answer<SemanticTokens>(uri, token, { data: [] }, 'newest', doc => whole(this.#report(doc))));
    languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) => this.#session.answer<SemanticTokens | SemanticTokensDelta>(uri, token, { data: [] }, 'newest', doc => {
      const before = this.#reports.get(uri), now = this.#report(doc);
      return before?.resultId === previousResultId ? { resultId: now.resultId, edits: tokenEdits(before.pieces, now.pieces) } : whole(now);
    }));
    languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) => this.#session.answer(uri, token, { data: [] }, 'same', doc => semanticTokens(doc, range)));
    documents.onDidClose(({ document: { uri } }) => this.#reports.delete(uri));
  }

  #report(doc: FeatureDocument): Report {
    const report = { resultId: String(++this.#serial), pieces: tokenPieces(doc) };
    this.#reports.set(doc.document.uri, report);
    return report;
  }
}
