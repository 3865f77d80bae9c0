/** The server under messages that no sane client sends: whatever comes, it answers and stays. */
import fc from 'fast-check';
import { startServer } from '../bench/server';
import { seededRandom, pick } from '../eval/damage/random';
import { mutated } from './inputs';

const REQUESTS = [
  'diagnostic',
  'documentSymbol',
  'hover',
  'codeAction',
  'foldingRange',
  'selectionRange',
  'semanticTokens/full',
  'definition',
  'references',
  'documentHighlight',
  'completion',
  'codeLens',
  'inlayHint',
  'semanticTokens/range',
  'nonsense',
]
  .map(name => `textDocument/${name}`)
  .concat(['workspace/symbol', 'workspace/executeCommand', 'codeAction/resolve', 'completionItem/resolve', 'wenzhen/nonsense']);
const URIS = ['file:///a.article', 'file:///b.article', 'untitled:c', 'file:///never-opened.article', 'not a uri', ''];

/** Milliseconds in which an answer has to come. */
const PATIENCE = 20_000;

/**
 * @param messages how many requests are sent, with as many notifications in between
 * @param fail called with what went wrong and the last message
 */
export async function fuzzProtocol(messages: number, seed: number, fail: (error: unknown, input: string) => void): Promise<void> {
  const random = seededRandom(seed);
  const session = await startServer();
  const { connection } = session;
  let exited = false;
  let version = 1;
  let last = '';
  session.process.once('exit', () => {
    exited = true;
  });
  const values = fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: Math.min(2000, messages), seed });
  const position = () => ({ line: Math.floor(random() * 8) - 1, character: Math.floor(random() * 200) - 2 });
  const range = () => ({ start: position(), end: position() });
  for (let i = 0; i < messages && !exited; i++) {
    const uri = pick(URIS, random);
    const textDocument = { uri, version: ++version };
    const notification = pick<() => readonly [string, unknown]>(
      [
        () => ['textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'article', text: mutated(random) } }],
        () => ['textDocument/didChange', { textDocument, contentChanges: [{ range: range(), text: mutated(random).slice(0, 30) }] }],
        () => ['textDocument/didChange', { textDocument, contentChanges: [{ text: mutated(random) }] }],
        () => ['textDocument/didClose', { textDocument }],
        () => ['workspace/didChangeConfiguration', { settings: pick(values, random) }],
        () => [
          'workspace/didChangeConfiguration',
          { settings: { wenzhen: { rules: pick(values, random), repair: pick(values, random), plaintext: pick(values, random) } } },
        ],
        () => ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: Math.floor(4 * random()) }] }],
        () => ['wenzhen/nonsense', pick(values, random)],
      ],
      random,
    )();
    const method = pick(REQUESTS, random);
    const params =
      random() < 0.15
        ? pick(values, random)
        : {
            textDocument,
            position: position(),
            range: range(),
            positions: [position()],
            context: { diagnostics: [], triggerKind: 1, includeDeclaration: true },
            query: mutated(random).slice(0, 6),
            command: 'wenzhen.nonsense',
            arguments: [pick(values, random)],
          };
    last = JSON.stringify([notification, method, params]);
    try {
      await connection.sendNotification(notification[0], notification[1]);
      await Promise.race([
        // An error is an answer.
        connection.sendRequest(method, params).catch(() => null),
        new Promise((_, reject) =>
          setTimeout(() => reject(new Error(`no answer to ${method} within ${PATIENCE / 1000} s`)), PATIENCE).unref(),
        ),
      ]);
    } catch (error) {
      fail(error, last);
      break;
    }
  }
  if (exited) fail(new Error('the server exited'), last);
  else await session.close();
}
