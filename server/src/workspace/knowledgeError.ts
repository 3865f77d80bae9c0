/** Mistakes in a folder's own files. */

/** A mistake in a user's file. */
export interface KnowledgeError {
  /** From 0. */
  readonly line: number;
  readonly message: KnowledgeMistake;
  /** What the message is about: a column, a cell, a property. */
  readonly detail: string;
}

/** Kinds of mistakes; `features/knowledgeDiagnostics.ts` puts them into words. */
export type KnowledgeMistake =
  | 'unknown-column'
  | 'column-twice'
  | 'missing-column'
  | 'missing-name'
  | 'bad-date'
  | 'too-many-cells'
  | 'unclosed-quote'
  | 'bad-json'
  | 'not-a-list'
  | 'missing-phrase'
  | 'wrong-type'
  | 'unknown-property';
