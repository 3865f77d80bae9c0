/** All kinds of damage. Order counts only between kinds of one stage: the earlier one is undone first. */
import type { FindingCode } from '../base/finding';
import type { AnyDamageKind } from './kind';
import { backslashKind } from './backslash';
import { droppedControlsKind } from './droppedControls';
import { escapeKind, foldedEscapeKind } from './escape';
import { insertedEmojiKind } from './insertedEmoji';
import { invisibleKind } from './invisible';
import { lookalikeKind } from './lookalike';
import { lostBytesKind } from './lostBytes';
import { memoryFillKind } from './memoryFill';
import { misreadSpaceKind } from './misreadSpace';
import { mirrorKind } from './mirror/mirror';
import { mixedScriptKind } from './mixedScript';
import { privateUseKind } from './privateUse';
import { rewrittenBytesKind } from './rewrittenBytes';
import { spacingKind } from './spacing';
import { spelledOutKind } from './spelledOut';
import { widthKind } from './width';
import { wrongCharsetKind } from './wrongCharset';

export const DAMAGE_KINDS: readonly AnyDamageKind[] = [
  insertedEmojiKind,
  mirrorKind,
  droppedControlsKind,
  wrongCharsetKind,
  misreadSpaceKind,
  escapeKind,
  foldedEscapeKind,
  rewrittenBytesKind,
  invisibleKind,
  lookalikeKind,
  memoryFillKind,
  privateUseKind,
  spacingKind,
  backslashKind,
  spelledOutKind,
  lostBytesKind,
  widthKind,
  mixedScriptKind,
];

/** Codes of style: reported with repairs, but changed only on request. */
export const STYLE_CODES: ReadonlySet<FindingCode> = new Set(
  DAMAGE_KINDS.filter(({ onRequest }) => onRequest).flatMap(({ codes }) => codes),
);
