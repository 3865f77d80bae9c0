/** The section `wenzhen` of the client's settings, checked: whatever is missing or malformed keeps its default. */
import { FINDING_CODES, type Severity } from '../base/finding';
import type { PlaintextMode } from '../features/plaintext';
import { DEFAULT_SETTINGS, type ArticleSettings } from '../service';

/** The settings of the server. */
export interface ServerSettings {
  readonly article: ArticleSettings;
  readonly plaintext: PlaintextMode;
}

/** What holds before the client has said anything. */
export const DEFAULT_SERVER_SETTINGS: ServerSettings = { article: DEFAULT_SETTINGS, plaintext: 'auto' };

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads the settings. @param section the value of the section `wenzhen`, of any shape */
export function readSettings(section: unknown): ServerSettings {
  const { rules, repair, plaintext } = record(section);
  const checked = Object.entries(record(rules)).filter(([code, severity]) => isOneOf(FINDING_CODES, code) && isOneOf(SEVERITIES, severity));
  const { accept } = record(repair);
  return {
    article: {
      rules: Object.fromEntries(checked),
      accept: isOneOf(['proven', 'likely'] as const, accept) ? accept : DEFAULT_SETTINGS.accept,
    },
    plaintext: isOneOf(['auto', 'on', 'off'] as const, plaintext) ? plaintext : DEFAULT_SERVER_SETTINGS.plaintext,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isOneOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return all.includes(value as T);
}
