/**
 * The messages between the language server and a client beyond LSP. Types only, written once for both ends; each makes its request and
 * notification types of them with its own library. Offsets are UTF-16 code units, ranges are LSP ranges.
 */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

/** What a client may hand over with `initialize`; each part is optional. */
export interface InitializationOptions {
  /** Language of messages, such as `zh-cn`; takes precedence over `InitializeParams.locale`. */
  readonly locale?: string;
  /** The section `wenzhen` of the settings, so that the server need not ask for it with `workspace/configuration` first. */
  readonly settings?: unknown;
  /** The client sends `wenzhen/didChangeEncoding` for every document: the server need not look at the bytes itself. */
  readonly tellsEncodings?: boolean;
  /** A folder that the server may write its index to; without it the index is not kept. */
  readonly storage?: string;
}

/** Requests by method: the parameters and the result. */
export interface Requests {
  /** The edits that repair a text, or strip it of site chrome. The document need not be open: previews and folder commands send this. */
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

/** Notifications by method. */
export interface Notifications {
  /**
   * To the server: how the client decoded a file, when it opens it and whenever that changes, which
   * editors report as an empty edit or not at all.
   */
  readonly 'wenzhen/didChangeEncoding': EncodingParams;
  /** From the server, after the findings of a version were computed: what the language status item shows. */
  readonly 'wenzhen/status': StatusParams;
  /** From the server: the index of the collection has changed, and views of it are out of date. */
  readonly 'wenzhen/indexChanged': object;
}

/** A request about one open document. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A text that is to be repaired or stripped. */
export interface RepairParams {
  readonly uri: string;
  readonly text: string;
  /** Which repairs are wanted; without it, those of the setting `wenzhen.repair.accept`. */
  readonly accept?: 'proven' | 'likely';
  /** Removes navigation and footers instead of repairing. */
  readonly strip?: boolean;
}

/** The edits that repair or strip a text, and what they leave. */
export interface RepairResult {
  /** Offsets into the text sent, sorted, not overlapping; empty when there is nothing to do. */
  readonly edits: readonly OffsetEdit[];
  /** What the edits repair, most frequent first: the kind of damage in the reader's language, and how many findings of it. */
  readonly kinds: readonly { readonly name: string; readonly count: number }[];
  /** Findings at warning or above that stay. */
  readonly remaining: number;
}

/** Replaces the text between two offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A directive of the outline. */
export interface DirectiveItem {
  readonly name: string;
  /** Whose directive it is; null where the article does not say. */
  readonly speaker: string | null;
  /** Its enumerator, or else the modal or polite word, as printed; null where there is none. */
  readonly marker: string | null;
  /** 1 to 3: sub-directives have the higher levels. */
  readonly level: number;
  /** The whole sentence. */
  readonly range: Range;
  /** Its head, within `range`. */
  readonly selectionRange: Range;
}

/** Texts whose directives are wanted as one file. */
export interface ExportDirectivesParams {
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  readonly format: 'csv' | 'json' | 'markdown';
}

/** Bytes whose encoding is wanted. */
export interface DetectEncodingParams {
  /** The whole file, or its beginning, in base64. */
  readonly bytes: string;
  /** Whether to decode the bytes too. */
  readonly decode?: boolean;
  /** The encoding to decode them with; without it, the one that is detected. */
  readonly from?: string;
}

/** The encoding of some bytes. */
export interface DetectEncodingResult {
  /** Such as `utf-8`, `gb18030`, `big5`, `utf-16le`; `unknown` when nothing fits. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Why, in words to be shown. */
  readonly evidence: string;
  /** Whether the bytes begin with a byte order mark. */
  readonly bom: boolean;
  /** The decoded text; null when the bytes do not decode cleanly, absent when it was not asked for. */
  readonly text?: string | null;
}

/** How a client decoded a document. */
export interface EncodingParams {
  readonly uri: string;
  /** The editor's name of the encoding, such as `gb18030` or `utf8`. */
  readonly encoding: string;
  /** The encoding is wrong, and the client shows that itself: the server then reports nothing about the text. */
  readonly undecoded?: boolean;
}

/** The outcome of a check of one version of a document. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** False for plain text that is not mainly Chinese. */
  readonly served: boolean;
  /** How long the server took for the findings, in milliseconds. */
  readonly latency: number;
  /** How many findings there are. */
  readonly findings: number;
  /** The encoding that the server found in the bytes; absent where the client tells encodings. */
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

/** An official of the collection. */
export interface CollectionOfficial {
  readonly name: string;
  /** `date` is that of the first article with the title, `left` that of the one in which the person leaves the office: empty when that has no date. */
  readonly titles: readonly { readonly title: string; readonly date?: string; readonly left?: string }[];
  readonly articles: readonly ArticleMention[];
}

/** A set phrase of the collection. */
export interface CollectionSlogan {
  readonly text: string;
  readonly english?: string;
  readonly meaning?: string;
  readonly count: number;
  readonly articles: readonly ArticleMention[];
}

/** Entries in named groups, such as `{ groups: [{ organisation, officials }] }`. */
export interface Groups<Name extends string, Entries extends string, Entry> {
  readonly groups: readonly (Readonly<Record<Name, string>> & Readonly<Record<Entries, readonly Entry[]>>)[];
}
