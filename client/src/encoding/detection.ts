/** Which open documents were read with the wrong encoding: compares the bytes on disk with the decoder that the editor chose. */
import * as vscode from 'vscode';
import { decodeUtf8 } from '../files';
import type { DetectEncodingResult } from '../../../protocol/messages';
import type { ClientContext } from '../context';
import { editorName, sameEncoding } from './names';

/** A document whose bytes on disk are good, but not in the encoding that the editor believes. */
export interface Undecoded {
  /** The editor's name of the right encoding, or `MIXED`. */
  readonly encoding: string;
  readonly confidence: number;
  readonly evidence: string;
  /** The bytes in the right encoding. */
  readonly text: string;
  /** The bytes in the encoding that the editor chose. */
  readonly opened: string;
}

/** What is known of a document that was examined. */
interface Examined {
  /** The editor's encoding at that time. */
  readonly encoding: string;
  /** 0 to 1: how sure the detected encoding is; undefined while it is not known. */
  readonly confidence?: number;
  readonly undecoded?: Undecoded;
}

/** Files above this are not synchronised to extensions at all. */
const LARGEST = 50 * 1024 * 1024;

/** Confidence below which nothing is reported or converted: a wrong guess is worse than none. */
export const ENOUGH_CONFIDENCE = 0.9;

/** Watches open documents. `get` tells what is known of one; the event fires whenever that changes. */
export class UndecodedFiles implements vscode.Disposable {
  readonly #server: ClientContext['server'];
  readonly #selector: vscode.DocumentFilter[];
  readonly #examined = new Map<string, Examined>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor({ server, selector }: Pick<ClientContext, 'server' | 'selector'>) {
    this.#server = server;
    this.#selector = selector;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidOpenTextDocument(document => void this.examine(document)),
      // A changed encoding arrives as an empty content change, which the language client drops; a file that was
      // reloaded, as a change that leaves nothing unsaved.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const known = this.#examined.get(document.uri.toString());
        if (known && (known.encoding !== document.encoding || !document.isDirty)) void this.examine(document);
      }),
      vscode.workspace.onDidSaveTextDocument(document => void this.examine(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.#forget(document)),
      // A server that has just started does not know how any document was decoded.
      server.onRunning(() => {
        for (const document of vscode.workspace.textDocuments) void this.examine(document);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** How a document was decoded wrongly; undefined when it was not, or when that is not known yet. */
  get(uri: vscode.Uri): Undecoded | undefined {
    return this.#examined.get(uri.toString())?.undecoded;
  }

  /** How sure the encoding of a document is, 0 to 1; undefined when it is not known. */
  confidence(uri: vscode.Uri): number | undefined {
    return this.#examined.get(uri.toString())?.confidence;
  }

  /** Whether wrong decoding of a document would be noticed. */
  watches(document: vscode.TextDocument): boolean {
    return !document.isUntitled && !document.isClosed && vscode.languages.match(this.#selector, document) > 0;
  }

  /**
   * Compares a document with its bytes on disk and tells the server the result. Documents that are not on disk are skipped.
   * @param bytes what is on disk, where it was read already
   */
  examine(document: vscode.TextDocument, bytes?: Uint8Array): Promise<void> {
    if (!this.watches(document)) return Promise.resolve();
    const key = document.uri.toString();
    const run = this.#examine(document, key, bytes).finally(() => {
      if (this.#running.get(key) === run) this.#running.delete(key);
    });
    this.#running.set(key, run);
    return run;
  }

  /** Resolves when nothing is under way for a document: the server has then been told of its decoding. */
  async settled(uri: vscode.Uri): Promise<void> {
    await this.#running.get(uri.toString());
  }

  async #examine(document: vscode.TextDocument, key: string, bytes: Uint8Array | undefined): Promise<void> {
    const { encoding } = document;
    const known = this.#examined.get(key);
    this.#examined.set(key, { ...known, encoding });
    const found = await this.#compare(document, bytes).catch(() => ({}));
    if (document.isClosed || this.#examined.get(key)?.encoding !== encoding) return; // overtaken by a later change
    const now: Examined = { ...found, encoding };
    this.#examined.set(key, now);
    await this.#server.notify('wenzhen/didChangeEncoding', { uri: key, encoding, undecoded: !!now.undecoded });
    if (now.undecoded || known?.undecoded || now.confidence !== known?.confidence) this.#changed.fire(document);
  }

  async #compare({ uri, encoding }: vscode.TextDocument, known?: Uint8Array): Promise<Omit<Examined, 'encoding'>> {
    if (!known && (await vscode.workspace.fs.stat(uri)).size > LARGEST) return {};
    const bytes = known ?? (await vscode.workspace.fs.readFile(uri));
    // Well-formed UTF-8 is never called anything else.
    if (sameEncoding(encoding, 'utf8') && decodeUtf8(bytes) !== null) return { confidence: 1 };
    const { encoding: detected, confidence, evidence, text } = await this.detect(bytes);
    if (sameEncoding(detected, encoding)) return { confidence };
    if (text == null || confidence < ENOUGH_CONFIDENCE) return {};
    const opened = await vscode.workspace.decode(bytes, { encoding });
    // Pure ASCII is the same everywhere.
    return opened === text
      ? { confidence }
      : { confidence, undecoded: { encoding: editorName(detected), confidence, evidence, text, opened } };
  }

  /** What the server makes of bytes; with `from`, how they read in that encoding. */
  detect(bytes: Uint8Array, from?: string, token?: vscode.CancellationToken): Promise<DetectEncodingResult> {
    return this.#server.request('wenzhen/detectEncoding', { bytes: toBase64(bytes), decode: true, from }, token);
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const known = this.#examined.get(key);
    this.#examined.delete(key);
    if (known?.undecoded) this.#changed.fire(document);
  }
}

/** How many bytes go into one call of `String.fromCharCode`: engines limit the number of arguments, to 65,535 at the least. */
const BYTES_A_CALL = 0x8000;

/** Bytes as base64, without `Buffer`, which a browser lacks. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += BYTES_A_CALL) binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_CALL));
  return btoa(binary);
}
