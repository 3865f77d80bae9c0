/**
 * What is worked out once, by the build, instead of at every start. These values hold where the sources
 * run unbuilt; `esbuild.mjs` puts in the real ones.
 */

/**
 * What patterns require (see `required.ts`), by their source; working it out takes 20 ms. A pattern
 * that is missing is worked out when it is first used.
 */
export const REQUIRED_WORDS: Readonly<Record<string, readonly string[]>> = {};

/** Differs between two builds whose code or data may read the same article differently. */
export const BUILD_DIGEST: string = 'unbuilt';
