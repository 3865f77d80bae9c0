/** What the workspace folders' own files say of people and phrases, read at start and whenever they change. */
import { knowledgeDiagnostics, PEOPLE_FILE, SLOGANS_FILE } from '../features/knowledgeDiagnostics';
import { addSlogans } from '../slogans/table';
import { Knowledge, readPeople, readSlogans } from '../workspace/knowledge';
import type { Session } from './session';

/** What the client is asked to watch. */
export const KNOWLEDGE_GLOB = '**/.wenzhen/{people.csv,slogans.json}';

export class KnowledgeFiles {
  readonly #session: Session;
  readonly #folders: readonly string[];

  /** @param folders addresses of the workspace folders */
  constructor(session: Session, folders: readonly string[]) {
    this.#session = session;
    this.#folders = folders;
  }

  /** Whether a file that changed is one of these. */
  static holds(uri: string): boolean {
    return uri.endsWith(PEOPLE_FILE) || uri.endsWith(SLOGANS_FILE);
  }

  /** Reads all of them; mistakes go out as diagnostics of the files. Files that are not there say nothing. */
  async load(): Promise<void> {
    const people: ReturnType<typeof readPeople>['people'][] = [], slogans: ReturnType<typeof readSlogans>['slogans'][] = [];
    for (const folder of this.#folders) {
      await this.#read(`${folder}/${PEOPLE_FILE}`, text => people.push(readPeople(text).people));
      await this.#read(`${folder}/${SLOGANS_FILE}`, text => slogans.push(readSlogans(text).slogans));
    }
    addSlogans(slogans.flat());
    if (people.length > 0 || slogans.length > 0 || this.#session.collection.knowledge.names.length > 0) this.#session.collection.setKnowledge(new Knowledge(people.flat(), slogans.flat()));
  }

  async #read(uri: string, take: (text: string) => void): Promise<void> {
    const { connection, documents, runtime } = this.#session;
    const open = documents.get(uri), bytes = open ? undefined : await runtime.readFile(uri);
    const text = open?.getText() ?? (bytes && new TextDecoder().decode(bytes));
    if (text === undefined) return;
    take(text);
    await connection.sendDiagnostics({ uri, diagnostics: knowledgeDiagnostics(uri, text) });
  }
}
