/** The messages beyond LSP that the client and the language server exchange. Offsets are UTF-16, ranges are LSP ranges. */
import { NotificationType, RequestType, type Range } from 'vscode-languageclient';

/** What the server is told at start. */
export interface InitializationOptions {
  /** The editor's display language, such as `zh-cn`. */
  readonly locale: string;
  /** The section `wenzhen` of the settings. */
  readonly settings: unknown;
  /** This client says how each document was decoded, and shows wrong decoding itself. */
  readonly tellsEncodings: true;
  /** Folder where the server may keep its index; undefined where there is no disk. */
  readonly storage?: string;
}

/** The edits that repair a text, or strip it of site chrome. A pure function of its parameters: the document need not be open. */
export interface RepairParams {
  readonly uri: string;
  readonly text: string;
  readonly accept?: 'proven' | 'likely';
  /** Removes navigation and footers instead of repairing. */
  readonly strip?: boolean;
}

export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface RepairResult {
  /** Sorted by `start`, not overlapping; empty when there is nothing to do. */
  readonly edits: readonly OffsetEdit[];
  /** How many findings of each code are repaired. */
  readonly codes: Readonly<Record<string, number>>;
  /** Findings at warning or above that stay. */
  readonly remaining: number;
}

/** One directive of a document, in document order. */
export interface DirectiveItem {
  readonly name: string;
  readonly speaker: string | null;
  readonly marker: string | null;
  readonly level: number;
  readonly range: Range;
  readonly selectionRange: Range;
}

export interface DetectParams {
  /** The whole file, or its beginning, base64. */
  readonly bytes: string;
  /** Decodes as this encoding instead of the detected one. */
  readonly from?: string;
  /** Asks for the text too. */
  readonly decode?: boolean;
}

export interface DetectResult {
  /** Such as `utf-8`, `gb18030`, `big5`, `utf-16le`; `unknown` when nothing fits. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** One sentence for a person. */
  readonly evidence: string;
  readonly bom: boolean;
  /** null when the bytes do not decode cleanly, or when the text was not asked for. */
  readonly text?: string | null;
}

/** Sent after the diagnostics of a version were computed. */
export interface StatusParams {
  readonly uri: string;
  /** Milliseconds from the request to the answer. */
  readonly latency: number;
  /** Whether the document is treated as an article. */
  readonly served: boolean;
  /** Name of the word segmenter in use, if one is loaded. */
  readonly segmenter?: string;
}

export interface EncodingParams {
  readonly uri: string;
  /** The editor's name of the encoding. */
  readonly encoding: string;
  /** The bytes on disk were read with a wrong decoder: nothing in the text is to be reported. */
  readonly undecoded: boolean;
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export const RepairRequest = new RequestType<RepairParams, RepairResult, void>('wenzhen/repair');
export const OutlineMarkdownRequest = new RequestType<DocumentParams, string, void>('wenzhen/outlineMarkdown');
export const DirectivesRequest = new RequestType<DocumentParams, DirectiveItem[], void>('wenzhen/directives');
export const ExportDirectivesRequest = new RequestType<{ documents: { uri: string; text: string }[]; format: 'csv' | 'json' | 'markdown' }, string, void>('wenzhen/exportDirectives');
export const DetectEncodingRequest = new RequestType<DetectParams, DetectResult, void>('wenzhen/detectEncoding');
/** A server in a browser worker asks for one of the files beside it. */
export const ResourceRequest = new RequestType<{ readonly name: string }, Uint8Array, void>('wenzhen/resource');
export const StatusNotification = new NotificationType<StatusParams>('wenzhen/status');
export const EncodingNotification = new NotificationType<EncodingParams>('wenzhen/didChangeEncoding');

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

export interface OfficialEntry {
  readonly name: string;
  readonly titles: readonly { readonly title: string; readonly date?: string }[];
  readonly articles: readonly ArticleMention[];
}

export interface SloganRecord {
  readonly text: string;
  readonly english?: string;
  readonly meaning?: string;
  readonly count: number;
  readonly articles: readonly ArticleMention[];
}

/** All officials of the collection, by organisation and name. */
export const OfficialsRequest = new RequestType<object, { readonly groups: readonly { readonly organisation: string; readonly officials: readonly OfficialEntry[] }[] }, void>('wenzhen/officials');
/** All slogans of the collection, by field. */
export const SlogansRequest = new RequestType<object, { readonly groups: readonly { readonly field: string; readonly slogans: readonly SloganRecord[] }[] }, void>('wenzhen/slogans');
/** The collection has changed: views ask again when they are next shown. */
export const IndexChangedNotification = new NotificationType<object>('wenzhen/indexChanged');
