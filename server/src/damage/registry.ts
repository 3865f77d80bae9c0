/** All kinds of damage. Order counts only between kinds of one stage: the earlier one is undone first. */
import type { AnyDamageKind } from './kind';
import { mirrorKind } from './mirror/mirror';
import { escapeKind, quotedPrintableKind } from './escape';
import { invisibleKind } from './invisible';
import { lookalikeKind } from './lookalike';
import { wrongCharsetKind } from './wrongCharset';

export const DAMAGE_KINDS: readonly AnyDamageKind[] = [
  mirrorKind,
  wrongCharsetKind,
  escapeKind,
  quotedPrintableKind,
  invisibleKind,
  lookalikeKind,
];
