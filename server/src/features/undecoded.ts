/** `encoding.undecoded`: the bytes on disk are good, and the editor read them with the wrong decoder. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { ENOUGH_CONFIDENCE } from '../language/detection';
import { sameEncoding } from '../language/encodings';
import type { FeatureDocument } from './context';

/** The finding, on the first line that shows the damage; null when the file was read as it should be. Source offsets. */
export function undecodedFinding({ document, parsed, encoding }: FeatureDocument): Finding | null {
  const detected = encoding?.detected;
  if (!detected || detected.confidence < ENOUGH_CONFIDENCE || !encoding.opened || sameEncoding(detected.encoding, encoding.opened))
    return null;
  const text = parsed.source;
  const damaged = text.search(/[^\x00-\x7f]/);
  if (damaged < 0) return null;
  const { line } = document.positionAt(damaged);
  const lineEnd = document.offsetAt({ line: line + 1, character: 0 });
  const end = damaged + text.slice(damaged, lineEnd).trimEnd().length;
  return {
    code: 'encoding.undecoded',
    start: damaged,
    end,
    severity: 'error',
    message: () =>
      t(
        'This file is {0} on disk and was opened as {1}: reopen it with the right encoding; saving it now would destroy it.',
        detected.encoding,
        encoding.opened!,
      ),
    repair: null,
    candidates: [],
    explanation: {
      mechanism: 'undecoded',
      layers: [`${detected.encoding} as ${encoding.opened}`],
      damaged: text.slice(damaged, Math.min(end, damaged + 40)),
    },
  };
}
