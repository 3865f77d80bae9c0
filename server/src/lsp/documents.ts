/** The open documents: one parse a version, each built on the one before, shared by all features. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EncodingState, FeatureDocument } from '../features/context';
import { isServed } from '../features/plaintext';
import type { ArticleService, ParsedArticle } from '../service';
import type { ServerSettings } from './settings';

interface Entry {
  readonly version: number;
  readonly settings: ServerSettings;
  readonly parsed: ParsedArticle;
}

/** Parses open documents and keeps the parse of their current version. */
export class OpenDocuments {
  readonly #service: ArticleService;
  readonly #get: (uri: string) => TextDocument | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #encodings = new Map<string, EncodingState>();
  /** Documents of which the client itself says that they were decoded wrongly. */
  readonly #undecoded = new Set<string>();

  /** @param get the open document with a URI; undefined when it is not open */
  constructor(service: ArticleService, get: (uri: string) => TextDocument | undefined) {
    this.#service = service;
    this.#get = get;
  }

  /**
   * The current version of an open document; what is not asked for is not computed.
   * @returns undefined when it is not open, not served, or known to be decoded wrongly by its client
   */
  get(uri: string, settings: ServerSettings): FeatureDocument | undefined {
    const document = this.#get(uri);
    if (!document || this.#undecoded.has(uri)) return undefined;
    const known = this.#entries.get(uri);
    if (known && known.version === document.version && known.settings === settings)
      return { document, parsed: known.parsed, encoding: this.#encodings.get(uri) };
    const text = document.getText();
    if (!isServed(document.languageId, uri, text, settings.plaintext)) {
      this.#entries.delete(uri);
      return undefined;
    }
    const parsed = this.#service.parse(text, settings.article, known?.parsed);
    this.#entries.set(uri, { version: document.version, settings, parsed });
    return { document, parsed, encoding: this.#encodings.get(uri) };
  }

  /** What is known of the way a document was decoded. */
  encoding(uri: string): EncodingState | undefined {
    return this.#encodings.get(uri);
  }

  /** Remembers how a document was decoded. @param undecoded it was decoded wrongly, and the client shows that itself */
  setEncoding(uri: string, state: EncodingState, undecoded = false): void {
    this.#encodings.set(uri, state);
    if (undecoded) this.#undecoded.add(uri);
    else this.#undecoded.delete(uri);
  }

  /** Discards all parses, because something that they depend on besides the text has changed. */
  forgetParses(): void {
    this.#entries.clear();
  }

  /** Forgets a closed document. */
  close(uri: string): void {
    this.#entries.delete(uri);
    this.#encodings.delete(uri);
    this.#undecoded.delete(uri);
  }
}
