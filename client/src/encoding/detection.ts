/** Which open documents were read with the wrong decoder: compares the bytes on disk with the encoding that the editor chose. */
import * as vscode from 'vscode';
import { decodeUtf8 } from '../files';
import { DetectEncodingRequest, EncodingNotification, type DetectResult } from '../protocol';
import type { ClientContext } from '../context';
import { editorName, sameEncoding } from './names';

/** A document whose bytes on disk are good, but in another encoding than the editor believes. */
export interface Undecoded {
  /** The editor's name of the right encoding. */
  readonly encoding: string;
  readonly confidence: number;
  readonly evidence: string;
  /** The right text. */
  readonly text: string;
  /** What the editor's decoder makes of the bytes. */
  readonly opened: string;
}

/** Files above this are not synchronised to extensions at all. */
const LARGEST = 50 * 1024 * 1024;

/** Below this nothing is said: a wrong guess is worse than none. */
export const ENOUGH_CONFIDENCE = 0.9;

/** Watches open documents. `get` tells what is known of one; the event fires whenever that changes. */
export class UndecodedFiles implements vscode.Disposable {
  readonly #client: ClientContext['client'];
  readonly #selector: vscode.DocumentFilter[];
  readonly #found = new Map<string, Undecoded>();
  readonly #encodings = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor({ client, selector }: Pick<ClientContext, 'client' | 'selector'>) {
    this.#client = client;
    this.#selector = selector;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidOpenTextDocument(document => void this.examine(document)),
      // An encoding that changed arrives as a change without content, which the language client drops.
      vscode.workspace.onDidChangeTextDocument(({ document }) => { if (this.#encodings.has(document.uri.toString()) && this.#encodings.get(document.uri.toString()) !== document.encoding) void this.examine(document); }),
      vscode.workspace.onDidSaveTextDocument(document => void this.examine(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.#forget(document)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Examines the documents that were open before. Call once the server runs. */
  async start(): Promise<void> {
    await Promise.all(vscode.workspace.textDocuments.map(document => this.examine(document)));
  }

  /** What is wrong with the decoding of a document; undefined when nothing is, or when it is not known yet. */
  get(uri: vscode.Uri): Undecoded | undefined {
    return this.#found.get(uri.toString());
  }

  /** Compares a document with its bytes on disk and tells the server. Documents without bytes of their own are skipped. */
  async examine(document: vscode.TextDocument): Promise<void> {
    if (document.isUntitled || document.isClosed || !vscode.languages.match(this.#selector, document)) return;
    const key = document.uri.toString(), { encoding } = document;
    this.#encodings.set(key, encoding);
    const undecoded = await this.#compare(document).catch(() => undefined);
    if (document.isClosed || this.#encodings.get(key) !== encoding) return; // overtaken by a later change
    const known = this.#found.get(key);
    if (undecoded) this.#found.set(key, undecoded); else this.#found.delete(key);
    await this.#client.sendNotification(EncodingNotification, { uri: key, encoding, undecoded: !!undecoded });
    if (undecoded || known) this.#changed.fire(document);
  }

  async #compare({ uri, encoding }: vscode.TextDocument): Promise<Undecoded | undefined> {
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const utf8 = decodeUtf8(bytes);
    // Pure ASCII is the same everywhere.
    if (utf8 !== null && sameEncoding(encoding, 'utf8')) return undefined;
    const detected = await this.detect(bytes);
    // A file of several encodings cannot be reopened in one; converting it works line by line.
    if (detected.encoding === 'mixed' || detected.text == null || detected.confidence < ENOUGH_CONFIDENCE || sameEncoding(detected.encoding, encoding)) return undefined;
    const opened = await vscode.workspace.decode(bytes, { encoding });
    if (opened === detected.text) return undefined;
    return { encoding: editorName(detected.encoding), confidence: detected.confidence, evidence: detected.evidence, text: detected.text, opened };
  }

  /** What the server makes of bytes; with `from`, how they read in that encoding. */
  detect(bytes: Uint8Array, from?: string, token?: vscode.CancellationToken): Promise<DetectResult> {
    return this.#client.sendRequest(DetectEncodingRequest, { bytes: toBase64(bytes), decode: true, from }, token);
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#encodings.delete(key);
    if (this.#found.delete(key)) this.#changed.fire(document);
  }
}

/** Base64 in pieces, because neither `Buffer` nor a spread of megabytes is there in a browser. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
