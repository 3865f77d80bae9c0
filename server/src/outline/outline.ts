/** Floor 5: who told whom to do what. The rule is the project's outline rule; all offsets are Reading offsets. */

/** The kinds of nodes. */
export type OutlineKind = 'title' | 'section' | 'speaker' | 'attribution' | 'directive';

/** A node of the outline with those below it. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  /** Short, in the article's own script, as an editor would write it: 把好入郑关. Never empty. */
  readonly name: string;
  /** Second column: a speaker's titles, a directive's marker; empty when there is none. */
  readonly detail: string;
  /** The whole of it: for a directive its sentence, for parents everything they hold. Children nest inside. */
  readonly start: number;
  readonly end: number;
  /** Its head: for a directive from where it begins to the end of its first clause. Inside `start..end`. */
  readonly headStart: number;
  readonly headEnd: number;
  /** Who speaks: full name, meeting, organ or document; null for titles and sections. */
  readonly speaker: string | null;
  /** Enumerator if there is one, else the modal or polite word, else null. As printed. */
  readonly marker: string | null;
  /** 1 to 3 for directives, 0 for all others. */
  readonly level: number;
  readonly children: readonly OutlineNode[];
}

/** An announced number and the items found for it. Reading offsets of the number phrase (八个环节). */
export interface DeclaredCount {
  readonly start: number;
  readonly end: number;
  readonly declared: number;
  readonly found: number;
  /** Where the items stand. */
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** What the outline of an article holds. */
export interface Outline {
  /** Top-level nodes in order; empty when the text says nothing of the kind. */
  readonly nodes: readonly OutlineNode[];
  readonly counts: readonly DeclaredCount[];
}

/** All nodes, parents before their children. Outlines are a handful of levels deep by rule, so recursion is safe. */
export function walkOutline(nodes: readonly OutlineNode[]): OutlineNode[] {
  const out: OutlineNode[] = [];
  const visit = (node: OutlineNode): void => {
    out.push(node);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return out;
}
