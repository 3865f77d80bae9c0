/** Keeps the collection in step with the workspace folders: files on disk, open documents, and what an earlier start saved. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { t } from '../base/localise';
import { isServed } from '../features/plaintext';
import { decodeBytes, detectEncoding } from '../language/detection';
import { summarise, summaryHash, type ArticleSummary } from '../workspace/summary';
import { restoreSummaries, saveCollection } from './collectionFile';
import { KNOWLEDGE_GLOB, KnowledgeFiles } from './knowledgeFiles';
import { inPieces, Turns } from './pieces';
import * as protocol from './protocol';
import type { Session } from './session';

/** A longer file, in bytes, is not an article but a corpus, which the command line can read. */
const MAX_BYTES = 1 << 20;
/** With fewer files the work is over before anybody could read a progress message. */
const WORTH_PROGRESS = 100;
/** Least time in milliseconds between two notifications that the collection has changed. */
const NOTICE_INTERVAL = 500;
/** Milliseconds after a change before the collection is saved. */
const SAVE_DELAY = 5000;
/**
 * A long first read is saved after this many articles, and again whenever their number has doubled: a server
 * that is stopped loses at most half of the work.
 */
const WORTH_SAVING = 1000;
/** Milliseconds after the last edit before the user's own files are read again. */
const KNOWLEDGE_DELAY = 300;
/** Progress is reported after this many articles. */
const PROGRESS_STEP = 50;

/**
 * The articles that the client watches. Folders are watched too, since the client says nothing of the files in a folder that is created or
 * deleted; `IS_ARTICLE` tells the two apart.
 */
const ARTICLE_GLOB = '**/*.{txt,article}';
const IS_ARTICLE = /\.(?:txt|article)$/i;

/** Reads articles in the background and tells the client when the collection has changed. */
export class Indexer {
  readonly #session: Session;
  readonly #knowledgeChanged: () => void;
  /** URIs of the workspace folders. */
  readonly #folders: Set<string>;
  /** Files that wait to be read again. */
  readonly #queue = new Set<string>();
  /** Files that are being read; one that is deleted meanwhile is taken out. */
  readonly #underWay = new Set<string>();
  #working = false;
  /** The revision of the collection that the client was last told of. */
  #noticed = -1;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  /** How many articles the file of the collection holds. */
  #saved = 0;
  #stopped = false;
  readonly #knowledge: KnowledgeFiles;
  #knowledgeTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param knowledgeChanged called when the user's own files have changed: everything that
   *   editors show of open documents is then out of date
   */
  constructor(session: Session, knowledgeChanged: () => void) {
    this.#session = session;
    this.#knowledgeChanged = knowledgeChanged;
    const { workspaceFolders, rootUri } = session.params;
    this.#folders = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    this.#knowledge = new KnowledgeFiles(session, this.#folders);
  }

  /** Handles files that change and documents that are edited. Call once, before listening. */
  register(): void {
    const { connection, documents, params } = this.#session;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        if (KnowledgeFiles.holds(uri)) {
          this.#loadKnowledge();
          continue;
        }
        if (type === FileChangeType.Deleted) this.#forget(uri);
        if (IS_ARTICLE.test(uri)) {
          if (type !== FileChangeType.Deleted) this.#queue.add(uri);
        } else if (type === FileChangeType.Deleted) this.#forgetIn(uri);
        else if (type === FileChangeType.Created) void this.#read([uri]);
      }
      void this.#work();
    });
    if (params.capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => this.#changeFolders(added, removed));
    documents.onDidChangeContent(({ document: { uri } }) => {
      if (KnowledgeFiles.holds(uri)) {
        this.#loadKnowledge();
        return;
      }
      this.#queue.add(uri);
      this.#changed();
    });
    // From now on the file on disk counts again.
    documents.onDidClose(({ document: { uri } }) => {
      this.#queue.add(uri);
      void this.#work();
    });
  }

  /** Reads the folders in the background, except for files that have not changed since the last start. */
  async start(): Promise<void> {
    const { connection, params, options, runtime } = this.#session;
    if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: ARTICLE_GLOB },
          { globPattern: KNOWLEDGE_GLOB },
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
    }
    if (this.#folders.size === 0) return;
    await this.#knowledge.load();
    const saved = options.storage ? await restoreSummaries(options.storage, runtime) : undefined;
    this.#saved = saved?.size ?? 0;
    await this.#read(this.#folders, saved);
  }

  /** Reads the articles of folders. @param saved what an earlier start knew of them */
  async #read(folders: Iterable<string>, saved?: ReadonlyMap<string, ArticleSummary>): Promise<void> {
    const { collection, runtime } = this.#session;
    const turns = new Turns(runtime);
    for (const folder of folders)
      for await (const uri of runtime.listArticles(folder)) {
        await turns.offer();
        if (this.#stopped) return;
        const known = saved?.get(uri);
        // Shown at once; replaced when the file turns out to have changed.
        if (known) collection.set(known);
        this.#queue.add(uri);
      }
    await this.#work();
  }

  #changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    for (const { uri } of removed) {
      this.#folders.delete(uri);
      this.#forgetIn(uri);
    }
    for (const { uri } of added) this.#folders.add(uri);
    this.#loadKnowledge();
    // One folder may lie inside another: what was forgotten with the one may still belong to the other.
    void this.#read(removed.length > 0 ? this.#folders : added.map(({ uri }) => uri));
  }

  /** Brings open documents up to date before the collection is asked. Cheap when nothing changed. */
  async settle(): Promise<void> {
    for (const uri of this.#queue) if (this.#session.documents.get(uri)) await this.#index(uri);
  }

  /** Ends all background work. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#noticeTimer);
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#knowledgeTimer);
  }

  /** Reads the user's own files again once they have not been edited for a moment, and then every article, because they influence all. */
  #loadKnowledge(): void {
    clearTimeout(this.#knowledgeTimer);
    this.#knowledgeTimer = setTimeout(
      () =>
        void (async () => {
          if (!(await this.#knowledge.load()) || this.#stopped) return;
          for (const uri of this.#session.collection.uris()) this.#queue.add(uri);
          this.#knowledgeChanged();
          await this.#work();
        })(),
      KNOWLEDGE_DELAY,
    );
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const total = this.#queue.size;
    let done = 0;
    let progress: WorkDoneProgressServerReporter | undefined;
    try {
      if (total >= WORTH_PROGRESS && this.#session.params.capabilities.window?.workDoneProgress) {
        progress = await this.#session.connection.window.createWorkDoneProgress();
        progress.begin(t('Reading the collection'), 0, undefined, true);
      }
      for (const uri of this.#queue) {
        // After each article, whatever the editor asked meanwhile.
        await this.#session.runtime.yield();
        if (this.#stopped) return;
        // Open documents are brought up to date whenever they are asked for; files wait for their next change, or the next start.
        if (progress?.token.isCancellationRequested) {
          this.#queue.clear();
          break;
        }
        await this.#index(uri);
        if (++done % PROGRESS_STEP === 0) progress?.report(Math.min(100, Math.round((100 * done) / total)), `${done} / ${total}`);
      }
    } finally {
      progress?.done();
      this.#working = false;
    }
    this.#changed();
  }

  /** Summarises one file, or the open document in its place. What cannot be read or is no article is forgotten. */
  async #index(uri: string): Promise<void> {
    this.#queue.delete(uri);
    this.#underWay.add(uri);
    const { collection, documents, language, runtime, service } = this.#session;
    const settings = await this.#session.settings;
    try {
      const document = documents.get(uri);
      if (document) {
        const doc = await this.#session.prepared(uri);
        if (doc && document.getText().length <= MAX_BYTES) collection.set(summarise(uri, doc.parsed, this.#knowledge.stamp));
        else this.#forget(uri);
        return;
      }
      const bytes = await runtime.readFile(uri);
      const turns = new Turns(runtime);
      if (!bytes || bytes.length > MAX_BYTES) return this.#forget(uri);
      const detection = detectEncoding(bytes, language);
      const text = detection.encoding === 'binary' ? '' : decodeBytes(bytes, detection);
      if (!isServed(uri.endsWith('.article') ? 'article' : 'plaintext', uri, text, settings.plaintext)) return this.#forget(uri);
      const knowledge = this.#knowledge.stamp;
      if (collection.get(uri)?.hash === summaryHash(text, knowledge)) return;
      await turns.offer();
      const parsed = service.parse(text, settings.article);
      const goesOn = (): boolean => !this.#stopped && this.#underWay.has(uri);
      if ((await inPieces(parsed.prepare(), runtime, goesOn)) && goesOn()) collection.set(summarise(uri, parsed, knowledge));
    } catch (error) {
      this.#session.connection.console.error(`${uri}: ${error instanceof Error ? error.stack : String(error)}`);
      this.#forget(uri);
    } finally {
      this.#underWay.delete(uri);
    }
    this.#changed();
  }

  #forget(uri: string): void {
    this.#queue.delete(uri);
    this.#underWay.delete(uri);
    if (this.#session.collection.delete(uri)) this.#changed();
  }

  /** Forgets all files of a folder that is gone. */
  #forgetIn(folder: string): void {
    const path = `${URI.parse(folder).toString().replace(/\/$/, '')}/`;
    for (const uri of [...this.#session.collection.uris(), ...this.#queue]) if (uri.startsWith(path)) this.#forget(uri);
  }

  /** Tells the client that the collection has changed and saves it, both only now and then. */
  #changed(): void {
    const { collection, connection, options } = this.#session;
    this.#noticeTimer ??= setTimeout(() => {
      this.#noticeTimer = undefined;
      void this.settle().then(() => {
        if (this.#stopped || collection.revision === this.#noticed) return;
        this.#noticed = collection.revision;
        void connection.sendNotification(protocol.indexChanged, {});
        if (options.storage) this.#saveSoon(options.storage);
      });
    }, NOTICE_INTERVAL);
  }

  #saveSoon(folder: string): void {
    this.#saveTimer ??= setTimeout(() => {
      this.#saveTimer = undefined;
      const growing = this.#working && this.#session.collection.size < 2 * Math.max(this.#saved, WORTH_SAVING);
      if (this.#saving || growing) this.#saveSoon(folder);
      else void this.#save(folder);
    }, SAVE_DELAY);
  }

  async #save(folder: string): Promise<void> {
    const { collection, runtime } = this.#session;
    this.#saving = true;
    this.#saved = collection.size;
    try {
      await saveCollection(folder, collection, runtime, () => this.#stopped);
    } finally {
      this.#saving = false;
    }
  }
}
