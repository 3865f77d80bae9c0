/** Hovers for clients that show no Markdown. */

/** Markdown of a hover, as `markdown.ts` builds it, as the plain text that it shows; a link is its label. */
export function plainText(markdown: string): string {
  let plain = '';
  let at = 0;
  /** The text up to `mark`; `at` is then behind it. */
  const upTo = (mark: string): string => {
    const end = markdown.indexOf(mark, at);
    const text = markdown.slice(at, end < 0 ? undefined : end);
    at = end < 0 ? markdown.length : end + mark.length;
    return text;
  };
  while (at < markdown.length) {
    const char = markdown[at++]!;
    if (char === '\\') plain += markdown[at++] ?? '';
    else if (char === '`') {
      let fence = char;
      while (markdown[at] === '`') fence += markdown[at++]!;
      plain += upTo(fence);
    } else if (char === '*' && markdown[at] === '*') at++;
    else if (char === ']' && markdown[at] === '(') upTo(')');
    // All other brackets are escaped.
    else if (char !== '[') plain += char;
  }
  return plain;
}
