/**
 * `wenzhen stream`: reads a JSON object per line and writes the same object with its text repaired and its
 * findings. Memory does not grow with the stream.
 */
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { parse, stringify } from 'lossless-json';
import type { Proof } from '../base/finding';
import { repairedText } from '../features/repairs';
import { DEFAULT_SETTINGS } from '../service';
import { featureDocument, findingsJson, type Tools } from './jobs';

/** A longer line, in bytes, is answered with an error and not kept: a text of this size would take too much memory. */
const MAX_LINE = 256 << 20;

/** Answers each line once, in order. Waits for the output to drain before it reads on. Resolves at the end of the input. */
export async function stream(input: Readable, output: Writable, accept: Proof, tools: Tools): Promise<void> {
  let number = 0;
  for await (const line of lines(input)) {
    number++;
    const answer = typeof line === 'string' ? answerLine(line, number, accept, tools) : { error: `line ${number}: ${line.error}` };
    if (!output.write(`${stringify(answer)}\n`)) await once(output, 'drain');
  }
}

function answerLine(line: string, number: number, accept: Proof, { service }: Tools): object {
  let record: unknown;
  try {
    // Numbers keep their digits: identifiers of 64 bits do not fit a JavaScript number.
    record = parse(line);
  } catch (error) {
    return { error: `line ${number}: ${(error as Error).message}` };
  }
  if (typeof record !== 'object' || record === null || !('text' in record) || typeof record.text !== 'string') {
    const id = typeof record === 'object' && record !== null && 'id' in record ? { id: record.id } : {};
    return { ...id, error: `line ${number}: an object with a string "text" is expected` };
  }
  try {
    const parse = (text: string) => service.parse(text, { ...DEFAULT_SETTINGS, accept });
    const parsed = parse(record.text);
    return { ...record, text: repairedText(parsed, parse), findings: findingsJson(featureDocument('', parsed)) };
  } catch (error) {
    // One text that cannot be handled must not end a job over millions.
    return {
      ...('id' in record ? { id: record.id } : {}),
      error: `line ${number}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/**
 * The lines of a UTF-8 stream without their line ends and without a byte order mark before the first; for a line that cannot be read, what
 * is wrong with it. A last line without a line end counts.
 */
async function* lines(input: Readable): AsyncGenerator<string | { readonly error: string }> {
  let parts: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  let first = true;
  const take = (): string | { readonly error: string } => {
    const bytes = Buffer.concat(parts);
    const answer = tooLong
      ? { error: `longer than ${MAX_LINE} bytes` }
      : isUtf8(bytes)
        ? bytes.toString('utf8').replace(first ? /^\ufeff|\r$/g : /\r$/, '')
        : { error: 'not UTF-8' };
    parts = [];
    size = 0;
    tooLong = first = false;
    return answer;
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size > MAX_LINE) {
      tooLong = true;
      parts = [];
    } else parts.push(part);
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at: number; (at = chunk.indexOf(0x0a, from)) >= 0; from = at + 1) {
      keep(chunk.subarray(from, at));
      yield take();
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
