/** Requests and notifications beyond the standard protocol. Method names start with `wenzhen/`. */
import { NotificationType, RequestType, type Range, type TextDocumentIdentifier } from 'vscode-languageserver';
import type { Edit, Proof } from '../base/finding';

/** What a client may hand over with `initialize`; each part is optional. */
export interface InitializationOptions {
  /** Language of messages, before `InitializeParams.locale`. */
  readonly locale?: string;
  /** The section `wenzhen` of the settings; saves the first `workspace/configuration`. */
  readonly settings?: unknown;
  /** The client sends `wenzhen/didChangeEncoding` for every document: the server need not look at the bytes itself. */
  readonly tellsEncodings?: boolean;
  /** A folder that the server may write its index to. */
  readonly storage?: string;
}

/** The client tells how it decoded a file, when it opens it and whenever that changes (editors report it as an empty edit or not at all). */
export interface EncodingParams {
  readonly uri: string;
  /** The editor's name of the encoding, such as `gb18030` or `utf8`. */
  readonly encoding: string;
  /** The client itself shows that the decoder is the wrong one: the server then says nothing about the text. */
  readonly undecoded?: boolean;
}
export const didChangeEncoding = new NotificationType<EncodingParams>('wenzhen/didChangeEncoding');

/** After the findings of a version were computed: what the language status item shows. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** False for plain text that is not mainly Chinese. */
  readonly served: boolean;
  /** Server time of the findings in milliseconds. */
  readonly latency: number;
  readonly findings: number;
  readonly encoding?: string;
  readonly confidence?: number;
}
export const status = new NotificationType<StatusParams>('wenzhen/status');

/** The collection moved: views over it may ask again. */
export const indexChanged = new NotificationType<object>('wenzhen/indexChanged');

/** Repairs a text that need not be open, for previews and folders. */
export interface RepairParams {
  readonly uri: string;
  readonly text: string;
  readonly accept?: Proof;
  /** Remove site chrome instead of repairing. */
  readonly strip?: boolean;
}
export interface RepairResult {
  /** UTF-16 offsets into the text sent, sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** How many findings of each code the edits repair. */
  readonly codes: Readonly<Record<string, number>>;
  /** Findings at warning or above that stay. */
  readonly remaining: number;
}
export const repair = new RequestType<RepairParams, RepairResult, void>('wenzhen/repair');

/** The outline as Markdown; empty when there is none. */
export const outlineMarkdown = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, string, void>('wenzhen/outlineMarkdown');

export interface DirectiveItem {
  readonly name: string;
  readonly speaker: string | null;
  readonly marker: string | null;
  readonly level: number;
  readonly range: Range;
  readonly selectionRange: Range;
}
/** All directives in document order, for going to the next and the previous one. */
export const directives = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, DirectiveItem[], void>('wenzhen/directives');

export interface ExportDirectivesParams {
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  readonly format: 'csv' | 'json' | 'markdown';
}
/** A server in a browser worker asks its client for a data file that it needs only now and then. The bytes pass as they are, not as JSON. */
export const resource = new RequestType<{ readonly name: string }, Uint8Array<ArrayBuffer>, void>('wenzhen/resource');

/** The directives of many texts as one file's content. */
export const exportDirectives = new RequestType<ExportDirectivesParams, string, void>('wenzhen/exportDirectives');

export interface DetectEncodingParams {
  /** Base64. */
  readonly bytes: string;
  /** Also decode, with `from` or the encoding that was found. */
  readonly decode?: boolean;
  readonly from?: string;
}
export interface DetectEncodingResult {
  readonly encoding: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly bom: boolean;
  /** null when the bytes do not decode cleanly; absent when not asked for. */
  readonly text?: string | null;
}
/** What encoding bytes are in. */
export const detectEncoding = new RequestType<DetectEncodingParams, DetectEncodingResult, void>('wenzhen/detectEncoding');
