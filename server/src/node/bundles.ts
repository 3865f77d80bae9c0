/**
 * The bundles of a program, run from the code that the engine made of them at an earlier start: a third of a start went
 * into compiling. Node does the like from version 22 on, but not in the editors that are in use, and without the
 * functions that are compiled when they first run.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** What a bundle gets in the place of `require`. */
export type BundleRequire = NodeRequire & {
  /**
   * Reads and compiles another bundle, which takes as long as running it, so that others can have a turn before it runs.
   * @throws Error when it is not there
   */
  compile(id: string): void;
};

/** As Node calls the function that a module is wrapped into. */
type Wrapped = (
  this: unknown,
  exports: unknown,
  require: BundleRequire,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;

interface Bundle {
  readonly file: string;
  /** Identifies the build; written in front of the kept code, because the engine itself compares only the length of the source. */
  readonly build: Buffer;
  readonly script: Script;
  /** Bytes of the code that it was run from; 0 when it was compiled. */
  readonly kept: number;
}

/** Kept code is written anew when it has grown by more than this factor. */
const WORTH_KEEPING = 1.05;
/** How much of a bundle's path names its file of kept code: the end of it, since file names are limited in length. */
const LONGEST_NAME = 120;

/** Loads bundles of one folder, and keeps their compiled code between runs. */
export class Bundles {
  readonly #folder: string;
  readonly #cache: string | undefined;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #bundles = new Map<string, Bundle>();

  /**
   * @param folder of the bundles, which ask for each other as `./NAME.js`
   * @param cache folder of the compiled code; undefined where there is none. Nobody but the user may write there: code is run from it
   */
  constructor(folder: string, cache = cacheFolder()) {
    this.#folder = folder;
    this.#cache = cache;
  }

  /** What a bundle exports; it runs when first asked for. @throws Error when it is not there or fails */
  load(name: string): unknown {
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const file = join(this.#folder, name);
    const module = { exports: {} };
    this.#modules.set(name, module);
    const native = createRequire(file);
    const require: BundleRequire = Object.assign(
      (id: string): unknown => (id.startsWith('./') ? this.load(id.slice(2)) : native(id)),
      native,
      {
        compile: (id: string) => void this.#compiled(id.slice(2)),
      },
    );
    const { script } = this.#compiled(name);
    (script.runInThisContext() as Wrapped).call(module.exports, module.exports, require, module, file, this.#folder);
    return module.exports;
  }

  /** A bundle that need not run yet. */
  #compiled(name: string): Bundle {
    let bundle = this.#bundles.get(name);
    if (!bundle) this.#bundles.set(name, (bundle = this.#open(join(this.#folder, name))));
    return bundle;
  }

  /**
   * Keeps what has been compiled so far for the next start, where there is more of it than was kept; nothing where nothing can be written.
   * In pieces, one for each bundle.
   */
  *keepCode(): Generator<void, void> {
    for (const bundle of this.#bundles.values()) {
      yield;
      if (this.#cache !== undefined) keep(bundle, this.#cache, this.#pathOf(bundle.file));
    }
  }

  #open(file: string): Bundle {
    const { size, mtimeMs } = statSync(file);
    const build = Buffer.from(Float64Array.of(size, mtimeMs).buffer);
    const cachedData = this.#cache === undefined ? undefined : keptCode(this.#pathOf(file), build);
    const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
    return { file, build, script, kept: script.cachedDataRejected === false ? cachedData!.length : 0 };
  }

  /** Where the code that this engine makes of a bundle is kept. */
  #pathOf(file: string): string {
    return join(this.#cache!, `${file.replace(/[^\w.-]+/g, '-').slice(-LONGEST_NAME)}.${process.versions.v8}.code`);
  }
}

function keep({ build, script, kept }: Bundle, folder: string, path: string): void {
  const code = script.createCachedData();
  if (code.length <= kept * WORTH_KEEPING) return;
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([build, code]));
    renameSync(unfinished, path);
  } catch {
    // The next start compiles again.
  }
}

/** @returns undefined when there is none of this build */
function keptCode(path: string, build: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.subarray(0, build.length).equals(build) ? bytes.subarray(build.length) : undefined;
  } catch {
    return undefined;
  }
}

/** The user's own folder for what can be made again; undefined where there is none. */
function cacheFolder(): string | undefined {
  try {
    const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
    const folder =
      process.platform === 'win32'
        ? LOCALAPPDATA
        : process.platform === 'darwin'
          ? join(homedir(), 'Library/Caches')
          : XDG_CACHE_HOME || join(homedir(), '.cache');
    return folder && join(folder, 'wenzhen');
  } catch {
    return undefined;
  }
}
