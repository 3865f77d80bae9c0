/** Semantic tokens for clients that keep what they were told: after an edit they get what changed. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { semanticTokens } from '../features/semanticTokens';
import type { Session } from './session';

export class TokenReports {
  readonly #session: Session;
  /** The last tokens of each open document. */
  readonly #reports = new Map<string, Required<SemanticTokens>>();
  #serial = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Handles the protocol's requests. Call once, before messages come in. */
  register(): void {
    const { connection: { languages }, documents } = this.#session;
    languages.semanticTokens.on(({ textDocument: { uri } }, token) => this.#session.answer<SemanticTokens>(uri, token, { data: [] }, 'newest', doc => this.#keep(uri, semanticTokens(doc))));
    languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) => this.#session.answer<SemanticTokens | SemanticTokensDelta>(uri, token, { data: [] }, 'newest', doc => {
      const before = this.#reports.get(uri), now = this.#keep(uri, semanticTokens(doc));
      return before?.resultId === previousResultId ? { resultId: now.resultId, edits: changes(before.data, now.data) } : now;
    }));
    languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) => this.#session.answer(uri, token, { data: [] }, 'same', doc => semanticTokens(doc, range)));
    documents.onDidClose(({ document: { uri } }) => this.#reports.delete(uri));
  }

  #keep(uri: string, { data }: SemanticTokens): Required<SemanticTokens> {
    const report = { resultId: String(++this.#serial), data };
    this.#reports.set(uri, report);
    return report;
  }
}

/** One edit over all that differs; none when nothing does. Tokens tell their distances, so an edit of the text moves few of them. */
function changes(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const limit = Math.min(before.length, now.length);
  let start = 0, end = 0;
  while (start < limit && before[start] === now[start]) start++;
  while (end < limit - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return before.length === now.length && start === limit ? [] : [{ start, deleteCount: before.length - end - start, data: now.slice(start, now.length - end) }];
}
