/** One client: its connection, its open documents and settings, and the frame in which every request is answered. */
import {
  LSPErrorCodes,
  ErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureDocument } from '../features/context';
import type { Language } from '../language/language';
import type { ArticleService, Part } from '../service';
import { Collection } from '../workspace/collection';
import { Romaniser } from '../workspace/romanised';
import { checkDecoding } from './decoding';
import { OpenDocuments } from './documents';
import { required } from './params';
import { inPieces } from './pieces';
import type { InitializationOptions } from '../../../protocol/messages';
import type { Runtime } from './runtime';
import { DEFAULT_SERVER_SETTINGS, readSettings, type ServerSettings } from './settings';

/** The state that all requests of one client share. */
export class Session {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly service: ArticleService;
  readonly language: Language;
  readonly documents = new TextDocuments(TextDocument);
  readonly open: OpenDocuments;
  /** The articles of the workspace folders. */
  readonly collection = new Collection();
  /** Finds names by their pinyin; shared, because it remembers the readings of names. */
  readonly romaniser: Romaniser;
  /** What the client said when it initialized. */
  readonly params: InitializeParams;
  /** By URI: the check of a file's bytes that was begun when it was opened, until it ends. */
  readonly #decoding = new Map<string, Promise<void>>();
  #ended = false;
  #settings: Promise<ServerSettings> = Promise.resolve(DEFAULT_SERVER_SETTINGS);

  constructor(connection: Connection, runtime: Runtime, service: ArticleService, language: Language, params: InitializeParams) {
    this.connection = connection;
    this.runtime = runtime;
    this.service = service;
    this.language = language;
    this.romaniser = new Romaniser(language);
    this.params = params;
    this.open = new OpenDocuments(service, uri => this.documents.get(uri));
    this.documents.onDidOpen(({ document: { uri } }) => {
      if (this.options.tellsEncodings) return;
      this.#decoding.set(
        uri,
        checkDecoding(uri, this)
          .catch(() => {})
          .finally(() => this.#decoding.delete(uri)),
      );
    });
  }

  get options(): InitializationOptions {
    return (this.params.initializationOptions ?? {}) as InitializationOptions;
  }

  /** The settings in force. Asked for once and again only when the client says that they changed. */
  get settings(): Promise<ServerSettings> {
    return this.#settings;
  }

  /**
   * Takes over changed settings.
   * @param pushed what the client sent along; it is asked instead where it can be
   */
  loadSettings(pushed?: unknown): void {
    const before = this.#settings;
    this.#settings = this.params.capabilities.workspace?.configuration
      ? this.connection.workspace.getConfiguration('wenzhen').then(readSettings, () => before)
      : Promise.resolve(readSettings(pushed));
  }

  /** Settings that came with `initialize`. */
  adoptSettings(section: unknown): void {
    this.#settings = Promise.resolve(readSettings(section));
  }

  /**
   * Answers a request about a document, after input that is already waiting was taken in.
   * @param params of the request, which name the document
   * @param nothing the answer for documents that are not open or not served
   * @param at `'newest'`: answers for the version that is current by then; `'same'`: positions in the request belong to the
   *   version it was sent for, so the request is refused as stale when the text changed meanwhile
   * @param part what the feature needs
   * @throws ResponseError when cancelled, stale or malformed, or when the feature fails: the request fails alone and the server goes on
   */
  async answer<T>(
    params: { readonly textDocument: TextDocumentIdentifier },
    token: CancellationToken,
    nothing: T,
    at: 'newest' | 'same',
    feature: (doc: FeatureDocument) => T | Promise<T>,
    part?: Part,
  ): Promise<T> {
    const { uri } = required(params, 'textDocument').textDocument;
    const version = this.documents.get(uri)?.version;
    const refuseStale = (): void => {
      if (at === 'same' && this.documents.get(uri)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'the document changed meanwhile');
    };
    await this.runtime.yield();
    return this.guard(async () => {
      const doc = await this.prepared(uri, token, refuseStale, part);
      if (!doc) return nothing;
      const result = await feature(doc);
      refuseStale();
      return result;
    });
  }

  /**
   * Answers a request about a place in a document, as `answer` does for `'same'`.
   * @param feature gets the place as a source offset
   */
  answerAt<T>(
    params: TextDocumentPositionParams,
    token: CancellationToken,
    nothing: T,
    feature: (doc: FeatureDocument, offset: number) => T | Promise<T>,
  ): Promise<T> {
    return this.answer(required(params, 'position'), token, nothing, 'same', doc => feature(doc, doc.document.offsetAt(params.position)));
  }

  /**
   * The current version of an open document with its results, computed in pieces so that other
   * messages need not wait for a long or damaged text.
   * @param check runs whenever other messages may have come in; what it throws ends the work
   * @param part what is to be ready
   * @returns undefined when the document is not open or not served
   * @throws ResponseError when cancelled
   */
  async prepared(uri: string, token?: CancellationToken, check: () => void = () => {}, part?: Part): Promise<FeatureDocument | undefined> {
    for (;;) {
      const settings = await this.#settings;
      await this.#decoding.get(uri);
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      check();
      const doc = this.open.get(uri, settings);
      if (!doc || (await this.#inPieces(doc, token, part))) return doc;
    }
  }

  /** @returns false when the text changed before everything was done */
  #inPieces(
    { document: { uri, version }, parsed }: FeatureDocument,
    token: CancellationToken | undefined,
    part: Part | undefined,
  ): Promise<boolean> {
    return inPieces(parsed.prepare(part), this.runtime, () => {
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return this.documents.get(uri)?.version === version;
    });
  }

  /** After `shutdown`: from now on every request is refused. */
  end(): void {
    this.#ended = true;
  }

  /**
   * Runs a piece of work; when it fails, logs the failure and turns it into an error response.
   * @throws ResponseError when the work fails, and whenever it is called after `end`
   */
  async guard<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#ended) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server was shut down');
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      throw new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
    }
  }
}
