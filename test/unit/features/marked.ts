/** Feature tests in marked text: `‸` is the caret (`|` and `｜` occur in articles). */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { FeatureDocument } from '../../../server/src/features/context';
import { createArticleService, type ArticleService, type ArticleSettings } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

let service: ArticleService | undefined;

/** A text without carets, parsed, and where each caret stood. */
export function marked(text: string, settings?: ArticleSettings): FeatureDocument & { readonly carets: readonly Position[] } {
  const parts = text.split('‸');
  const plain = parts.join('');
  const document = TextDocument.create('file:///marked.article', 'article', 3, plain);
  let at = 0;
  const carets = parts.slice(0, -1).map(part => document.positionAt((at += part.length)));
  return { document, parsed: (service ??= createArticleService(testLanguage())).parse(plain, settings), carets };
}

/** The text in a range. */
export function textIn({ document }: FeatureDocument, range: Range): string {
  return document.getText(range);
}
