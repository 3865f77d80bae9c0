/**
 * What the language server and a client say to each other beyond LSP: the shapes of the messages, written once for both ends. Types only; each end
 * makes its message types of them, with the library it has. Offsets are UTF-16 code units, ranges are LSP ranges.
 */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

/** What a client may hand over with `initialize`; each part is optional. */
export interface InitializationOptions {
  /** Language of messages, such as `zh-cn`, before `InitializeParams.locale`. */
  readonly locale?: string;
  /** The section `wenzhen` of the settings; saves the first `workspace/configuration`. */
  readonly settings?: unknown;
  /** The client sends `wenzhen/didChangeEncoding` for every document: the server need not look at the bytes itself. */
  readonly tellsEncodings?: boolean;
  /** A folder that the server may write its index to; without it the index is not kept. */
  readonly storage?: string;
}

/** Questions by method: what is sent, and what comes back. */
export interface Requests {
  /** The edits that repair a text, or strip it of site chrome. The document need not be open: previews and folders ask this. */
  readonly 'wenzhen/repair': [RepairParams, RepairResult];
  /** The outline as Markdown; empty when there is none. */
  readonly 'wenzhen/outlineMarkdown': [DocumentParams, string];
  /** All directives in document order, for going to the next and the previous one; empty for a document that is not served. */
  readonly 'wenzhen/directives': [DocumentParams, DirectiveItem[]];
  /** The directives of many texts as one file's content; empty when the request was cancelled. */
  readonly 'wenzhen/exportDirectives': [ExportDirectivesParams, string];
  /** What encoding bytes are in. */
  readonly 'wenzhen/detectEncoding': [DetectEncodingParams, DetectEncodingResult];
  /** All officials of the collection by organisation; groups and officials sorted by name. */
  readonly 'wenzhen/officials': [object, Groups<'organisation', 'officials', CollectionOfficial>];
  /** All set phrases of the collection by field, the most frequent first. */
  readonly 'wenzhen/slogans': [object, Groups<'field', 'slogans', CollectionSlogan>];
  /** From a server in a browser worker: a data file that it needs only now and then. The bytes pass as they are, not as JSON. */
  readonly 'wenzhen/resource': [{ readonly name: string }, Uint8Array<ArrayBuffer>];
}

/** Messages without an answer by method. */
export interface Notifications {
  /** To the server: how the client decoded a file, when it opens it and whenever that changes (editors report it as an empty edit or not at all). */
  readonly 'wenzhen/didChangeEncoding': EncodingParams;
  /** From the server, after the findings of a version were computed: what the language status item shows. */
  readonly 'wenzhen/status': StatusParams;
  /** From the server: the collection moved, views over it may ask again. */
  readonly 'wenzhen/indexChanged': object;
}

export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface RepairParams {
  readonly uri: string;
  readonly text: string;
  /** What is applied; without it, what the settings say. */
  readonly accept?: 'proven' | 'likely';
  /** Removes navigation and footers instead of repairing. */
  readonly strip?: boolean;
}

export interface RepairResult {
  /** Offsets into the text sent, sorted, not overlapping; empty when there is nothing to do. */
  readonly edits: readonly OffsetEdit[];
  /** How many findings of each code the edits repair. */
  readonly codes: Readonly<Record<string, number>>;
  /** Findings at warning or above that stay. */
  readonly remaining: number;
}

export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface DirectiveItem {
  readonly name: string;
  readonly speaker: string | null;
  readonly marker: string | null;
  readonly level: number;
  readonly range: Range;
  readonly selectionRange: Range;
}

export interface ExportDirectivesParams {
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  readonly format: 'csv' | 'json' | 'markdown';
}

export interface DetectEncodingParams {
  /** The whole file, or its beginning, base64. */
  readonly bytes: string;
  /** Also decode, with `from` or else the encoding that was found. */
  readonly decode?: boolean;
  readonly from?: string;
}

export interface DetectEncodingResult {
  /** Such as `utf-8`, `gb18030`, `big5`, `utf-16le`; `unknown` when nothing fits. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** One sentence for a person. */
  readonly evidence: string;
  readonly bom: boolean;
  /** null when the bytes do not decode cleanly; absent when not asked for. */
  readonly text?: string | null;
}

export interface EncodingParams {
  readonly uri: string;
  /** The editor's name of the encoding, such as `gb18030` or `utf8`. */
  readonly encoding: string;
  /** The client itself shows that the decoder is the wrong one: the server then says nothing about the text. */
  readonly undecoded?: boolean;
}

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** False for plain text that is not mainly Chinese. */
  readonly served: boolean;
  /** Server time of the findings in milliseconds. */
  readonly latency: number;
  readonly findings: number;
  /** As the server found it in the bytes; absent where the client tells encodings. */
  readonly encoding?: string;
  /** 0 to 1, with `encoding`. */
  readonly confidence?: number;
}

/** Where something is mentioned in one article of the collection. */
export interface ArticleMention {
  readonly uri: string;
  /** Title of the article, or its file name. */
  readonly title: string;
  /** ISO date; missing when the article has none. */
  readonly date?: string;
  readonly mentions: number;
  /** The first mention. */
  readonly range: Range;
}

export interface CollectionOfficial {
  readonly name: string;
  readonly titles: readonly { readonly title: string; readonly date?: string }[];
  readonly articles: readonly ArticleMention[];
}

export interface CollectionSlogan {
  readonly text: string;
  readonly english?: string;
  readonly meaning?: string;
  readonly count: number;
  readonly articles: readonly ArticleMention[];
}

/** Entries in groups that have a name: `{ groups: [{ organisation, officials }] }`. */
export interface Groups<Name extends string, Entries extends string, Entry> {
  readonly groups: readonly (Readonly<Record<Name, string>> & Readonly<Record<Entries, readonly Entry[]>>)[];
}
