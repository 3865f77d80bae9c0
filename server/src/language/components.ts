/** What characters that GB 2312 lacks are put together from. */
import { COMPONENT_ROWS } from './componentTable';

/** Components by character, and characters by components; built on first use. */
let parts: ReadonlyMap<string, string> | undefined;
let wholes: ReadonlyMap<string, readonly string[]> | undefined;

function load(): void {
  const byCharacter = new Map(COMPONENT_ROWS.flatMap(row => row.split(' ')).map(entry => [entry.charAt(0), entry.slice(1)] as const));
  const byComponents = new Map<string, string[]>();
  for (const [character, components] of byCharacter) byComponents.set(components, [...(byComponents.get(components) ?? []), character]);
  parts = byCharacter;
  wholes = byComponents;
}

/**
 * The characters that two or three others make up, in the order of writing: `['鎔', '镕']` for `金容`. Only characters that GB 2312 lacks;
 * their components are characters that it has, radicals by the names that people call them. Empty when there are none.
 */
export function composedOf(components: string): readonly string[] {
  if (!wholes) load();
  return wholes!.get(components) ?? [];
}

/** The components of a character that GB 2312 lacks; undefined for others, and for those that are not so put together. */
export function componentsOf(character: string): string | undefined {
  if (!parts) load();
  return parts!.get(character);
}
