/**
 * What patterns require (see `required.ts`), by their source, worked out while the program is built: at the start it took 20 ms. Empty here;
 * `esbuild.mjs` fills it in. What is not in it is worked out when it is first asked for.
 */
export const REQUIRED_WORDS: Readonly<Record<string, readonly string[]>> = {};
