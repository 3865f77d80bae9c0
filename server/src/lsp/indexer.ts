/** Keeps the collection in step with the workspace folders: files on disk, open documents, and what an earlier start saved. */
import { DidChangeWatchedFilesNotification, FileChangeType, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { t } from '../base/localise';
import { isServed } from '../features/plaintext';
import { decodeBytes, detectEncoding } from '../language/detection';
import { contentHash, SUMMARY_VERSION, summarise, type ArticleSummary } from '../workspace/summary';
import { KNOWLEDGE_GLOB, KnowledgeFiles } from './knowledgeFiles';
import * as protocol from './protocol';
import type { Session } from './session';

/** A longer file is no article of a collection but a corpus: the command line takes it. */
const MAX_BYTES = 1 << 20;
/** Fewer files are done before anybody could read a progress message. */
const WORTH_PROGRESS = 100;
/** Milliseconds between two notices that the collection moved, and before a change is written down. */
const NOTICE_INTERVAL = 500;
const SAVE_DELAY = 5000;

/** The file in the client's storage folder: a line with the version, then a line an article. */
const FILE = 'collection.ndjson';

export class Indexer {
  readonly #session: Session;
  /** Files that wait to be read again. */
  readonly #queue = new Set<string>();
  #working = false;
  #noticed = -1;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #knowledge: KnowledgeFiles | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Handles files that change and documents that are edited. Call once, before listening. */
  register(): void {
    const { connection, documents } = this.#session;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        if (KnowledgeFiles.holds(uri)) { void this.#knowledge?.load(); continue; }
        if (type === FileChangeType.Deleted) this.#forget(uri); else this.#queue.add(uri);
      }
      void this.#work();
    });
    documents.onDidChangeContent(({ document: { uri } }) => {
      if (KnowledgeFiles.holds(uri)) { void this.#knowledge?.load(); return; }
      this.#queue.add(uri);
      this.#changed();
    });
    // What is on disk counts again.
    documents.onDidClose(({ document: { uri } }) => { this.#queue.add(uri); void this.#work(); });
    connection.onShutdown(() => this.stop());
  }

  /** Reads the folders in the background, files that did not change since the last start excepted. */
  async start(): Promise<void> {
    const { connection, params, runtime, options, collection } = this.#session;
    if (params?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{txt,article}' }, { globPattern: KNOWLEDGE_GLOB }] });
    }
    const folders = params?.workspaceFolders?.map(({ uri }) => uri) ?? (params?.rootUri ? [params.rootUri] : []);
    if (folders.length === 0) return;
    this.#knowledge = new KnowledgeFiles(this.#session, folders);
    await this.#knowledge.load();
    const saved = options.storage ? parseSaved(await runtime.restore(options.storage, FILE)) : new Map<string, ArticleSummary>();
    for (const folder of folders) for await (const uri of runtime.listArticles(folder)) {
      if (this.#stopped) return;
      const known = saved.get(uri);
      // Shown at once; replaced when the file turns out to have changed.
      if (known) collection.set(known);
      this.#queue.add(uri);
    }
    await this.#work();
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
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const total = this.#queue.size;
    let done = 0, progress: WorkDoneProgressServerReporter | undefined;
    try {
      if (total >= WORTH_PROGRESS && this.#session.params?.capabilities.window?.workDoneProgress) {
        progress = await this.#session.connection.window.createWorkDoneProgress();
        progress.begin(t('Reading the collection'), 0);
      }
      for (const uri of this.#queue) {
        // One article, then whatever the editor asked meanwhile.
        await this.#session.runtime.yield();
        if (this.#stopped) return;
        await this.#index(uri);
        if (++done % 50 === 0) progress?.report(Math.min(100, Math.round((100 * done) / total)), `${done} / ${total}`);
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
    const { collection, documents, language, open, runtime, service } = this.#session, settings = await this.#session.settings;
    try {
      const document = documents.get(uri);
      if (document) {
        const doc = open.get(uri, settings);
        if (doc && document.getText().length <= MAX_BYTES) collection.set(summarise(uri, doc.parsed)); else this.#forget(uri);
        return;
      }
      const bytes = await runtime.readFile(uri);
      if (!bytes || bytes.length > MAX_BYTES) return this.#forget(uri);
      const detection = detectEncoding(bytes, language);
      const text = detection.encoding === 'binary' ? '' : decodeBytes(bytes, detection);
      if (!isServed(uri.endsWith('.article') ? 'article' : 'plaintext', text, settings.plaintext)) return this.#forget(uri);
      if (collection.get(uri)?.hash !== contentHash(text)) collection.set(summarise(uri, service.parse(text, settings.article)));
    } catch (error) {
      this.#session.connection.console.error(`${uri}: ${error instanceof Error ? error.stack : String(error)}`);
      this.#forget(uri);
    }
    this.#changed();
  }

  #forget(uri: string): void {
    this.#queue.delete(uri);
    if (this.#session.collection.delete(uri)) this.#changed();
  }

  /** Tells the client and writes down, both only now and then. */
  #changed(): void {
    const { collection, connection, options } = this.#session;
    this.#noticeTimer ??= setTimeout(() => {
      this.#noticeTimer = undefined;
      void this.settle().then(() => {
        if (this.#stopped || collection.revision === this.#noticed) return;
        this.#noticed = collection.revision;
        void connection.sendNotification(protocol.indexChanged, {});
        if (options.storage) this.#saveTimer ??= setTimeout(() => { this.#saveTimer = undefined; void this.#save(options.storage!); }, SAVE_DELAY);
      });
    }, NOTICE_INTERVAL);
  }

  async #save(folder: string): Promise<void> {
    const lines = [JSON.stringify({ version: SUMMARY_VERSION })];
    for (const summary of [...this.#session.collection.articles()]) {
      lines.push(JSON.stringify(summary));
      if (lines.length % 100 === 0) await this.#session.runtime.yield();
      if (this.#stopped) return;
    }
    await this.#session.runtime.store(folder, FILE, `${lines.join('\n')}\n`);
  }
}

/** Summaries by address; empty when there are none, or when another version made them. */
function parseSaved(content: string | undefined): Map<string, ArticleSummary> {
  const saved = new Map<string, ArticleSummary>();
  if (!content) return saved;
  try {
    const [head, ...lines] = content.trimEnd().split('\n');
    if ((JSON.parse(head!) as { version?: number }).version !== SUMMARY_VERSION) return saved;
    for (const line of lines) {
      const summary = JSON.parse(line) as ArticleSummary;
      saved.set(summary.uri, summary);
    }
  } catch {
    // A file that was cut short is as good as none.
    saved.clear();
  }
  return saved;
}
