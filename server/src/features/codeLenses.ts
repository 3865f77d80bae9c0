/** Above the first mention of an official: in how many articles of the collection the person is mentioned, and how often. */
import type { CodeLens } from 'vscode-languageserver-types';
import { t } from '../base/localise';
import type { Collection } from '../workspace/collection';
import type { FeatureDocument } from './context';
import { mentionsHere, namesakesOf } from './entities';

/** The client's command that lists the references at a position: `[uri, position]`. */
const REFERENCES_COMMAND = 'wenzhen.showReferences';

/** @returns a lens for each official whom other articles name as well; empty without a collection */
export function codeLenses(doc: FeatureDocument, collection: Collection): CodeLens[] {
  const lenses: CodeLens[] = [];
  for (const official of doc.parsed.officials) {
    const { person } = namesakesOf(doc, official, collection);
    const range = mentionsHere(doc, { kind: 'official', official })[0];
    if (!range || !person || person.articles.length < 2) continue;
    lenses.push({
      range,
      command: {
        title: t('{0}: {1} articles · {2} mentions', person.name, person.articles.length, person.mentions),
        command: REFERENCES_COMMAND,
        arguments: [doc.document.uri, range.start],
      },
    });
  }
  return lenses;
}
