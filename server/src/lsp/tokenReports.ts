/** Semantic tokens: whole, or, for clients that keep the last answer, only what has changed since. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { FeatureDocument } from '../features/context';
import { joinedTokens, semanticTokens, tokenEdits, tokenPieces, type TokenPiece } from '../features/semanticTokens';
import { required } from './params';
import type { Session } from './session';

interface Report {
  readonly resultId: string;
  readonly pieces: readonly TokenPiece[];
}

/** Answers with semantic tokens and remembers the last answer for each document. */
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
    const {
      connection: { languages },
      documents,
    } = this.#session;
    const whole = ({ resultId, pieces }: Report): SemanticTokens => ({ resultId, data: joinedTokens(pieces) });
    languages.semanticTokens.on((params, token) =>
      this.#session.answer<SemanticTokens>(params, token, { data: [] }, 'newest', doc => whole(this.#report(doc))),
    );
    languages.semanticTokens.onDelta((params, token) =>
      this.#session.answer<SemanticTokens | SemanticTokensDelta>(params, token, { data: [] }, 'newest', doc => {
        const before = this.#reports.get(doc.document.uri);
        const now = this.#report(doc);
        return before?.resultId === params.previousResultId
          ? { resultId: now.resultId, edits: tokenEdits(before.pieces, now.pieces) }
          : whole(now);
      }),
    );
    languages.semanticTokens.onRange((params, token) =>
      this.#session.answer(required(params, 'range'), token, { data: [] }, 'same', doc => semanticTokens(doc, params.range)),
    );
    documents.onDidClose(({ document: { uri } }) => this.#reports.delete(uri));
  }

  #report(doc: FeatureDocument): Report {
    const report = { resultId: String(++this.#serial), pieces: tokenPieces(doc) };
    this.#reports.set(doc.document.uri, report);
    return report;
  }
}
