/** The workspace folders' own files about people and phrases, read at the start and whenever they change. */
import { setUserNames } from '../article/persons/userNames';
import { knowledgeDiagnostics, PEOPLE_FILE, SLOGANS_FILE } from '../features/knowledgeDiagnostics';
import { decodeBytes, detectEncoding } from '../language/detection';
import { addSlogans } from '../slogans/table';
import { Knowledge } from '../workspace/knowledge';
import { readPeople } from '../workspace/peopleFile';
import { readSlogans } from '../workspace/slogansFile';
import { contentHash } from '../workspace/summary';
import type { Session } from './session';

/** The files that the client watches. */
export const KNOWLEDGE_GLOB = '**/.wenzhen/{people.csv,slogans.json}';

/** The content of files that do not exist. */
const NOTHING = JSON.stringify([[], []]);

/** Reads the files of all folders and hands on what they say. */
export class KnowledgeFiles {
  readonly #session: Session;
  readonly #folders: Iterable<string>;
  #content = NOTHING;

  /** @param folders URIs of the workspace folders; iterated at every load, so it may change */
  constructor(session: Session, folders: Iterable<string>) {
    this.#session = session;
    this.#folders = folders;
  }

  /** Whether a file that changed is one of these. */
  static holds(uri: string): boolean {
    return uri.endsWith(PEOPLE_FILE) || uri.endsWith(SLOGANS_FILE);
  }

  /**
   * Reads all of them; mistakes in them are published as diagnostics.
   * @returns whether what they say has changed; if so, open documents will be parsed anew
   */
  async load(): Promise<boolean> {
    const people: ReturnType<typeof readPeople>['people'][] = [];
    const slogans: ReturnType<typeof readSlogans>['slogans'][] = [];
    for (const folder of this.#folders) {
      await this.#read(`${folder}/${PEOPLE_FILE}`, text => people.push(readPeople(text).people));
      await this.#read(`${folder}/${SLOGANS_FILE}`, text => slogans.push(readSlogans(text).slogans));
    }
    const before = this.#content;
    this.#content = JSON.stringify([people.flat(), slogans.flat()]);
    if (this.#content === before) return false;
    addSlogans(slogans.flat());
    setUserNames(people.flat().map(({ name }) => name));
    this.#session.collection.setKnowledge(new Knowledge(people.flat(), slogans.flat()));
    this.#session.open.forgetParses();
    return true;
  }

  /** A hash of everything that the files say: summaries made under another one are out of date. Empty when they say nothing. */
  get stamp(): string {
    return this.#content === NOTHING ? '' : contentHash(this.#content);
  }

  async #read(uri: string, take: (text: string) => void): Promise<void> {
    const { connection, documents, language, runtime } = this.#session;
    const open = documents.get(uri);
    const bytes = open ? undefined : await runtime.readFile(uri);
    // Spreadsheets save such files in the encoding of the system.
    const text = open?.getText() ?? (bytes && decodeBytes(bytes, detectEncoding(bytes, language)));
    if (text === undefined) return;
    take(text);
    await connection.sendDiagnostics({ uri, diagnostics: knowledgeDiagnostics(uri, text) });
  }
}
