/** Checks the parameters of requests: a client that omits one, or sends something else, gets an error. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-types';

const isString = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const listOf =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(is);

/** Type guards by the name of the parameter. */
const SHAPES = {
  textDocument: TextDocumentIdentifier.is,
  position: Position.is,
  positions: listOf(Position.is),
  range: Range.is,
  /** Of code actions. */
  context: (value: unknown) => isObject(value) && listOf(isObject)((value as { diagnostics?: unknown }).diagnostics),
  query: isString,
  text: isString,
  bytes: isString,
  documents: listOf(value => isObject(value) && isString((value as { uri?: unknown }).uri) && isString((value as { text?: unknown }).text)),
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;

/**
 * Checks that parameters are there and have the right shape.
 * @param params as they came over the wire, whatever their type says
 * @param names those that the request cannot do without
 * @returns the same parameters
 * @throws ResponseError `InvalidParams` when one of them is missing or is something else
 */
export function required<P extends object, Name extends keyof P & keyof typeof SHAPES>(params: P, ...names: readonly Name[]): P {
  for (const name of names) {
    // The library's own guards throw on null.
    const value = (params as Partial<P> | null | undefined)?.[name] ?? undefined;
    if (!SHAPES[name](value)) throw new ResponseError(ErrorCodes.InvalidParams, `“${name}” is missing or malformed`);
  }
  return params;
}
