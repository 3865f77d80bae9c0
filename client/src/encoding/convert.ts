/**
 * Conversion of files, selections and folders to UTF-8: what decodes cleanly and with confidence is rewritten,
 * everything else is left alone and the reason given.
 */
import * as vscode from 'vscode';
import { articleFiles, decodeUtf8, openDocument, rootsOf } from '../files';
import type { ClientContext } from '../context';
import { ENOUGH_CONFIDENCE, type UndecodedFiles } from './detection';
import { editorName, encodingLabel, MIXED } from './names';

/**
 * Registers `wenzhen.convertToUtf8`. Its arguments are those of an Explorer command, then `{ from, confirm }`: `from` overrides the
 * detection, `confirm: false` writes without asking.
 */
export function registerConversion({ batches }: ClientContext, files: UndecodedFiles): vscode.Disposable {
  return vscode.commands.registerCommand(
    'wenzhen.convertToUtf8',
    async (clicked?: vscode.Uri, selected?: vscode.Uri[], options?: { from?: string; confirm?: boolean }) => {
      const given = rootsOf(clicked, selected);
      const roots = given.length ? given : (vscode.workspace.workspaceFolders ?? []).slice(0, 1).map(folder => folder.uri);
      if (roots.length === 0) return [];
      return batches.run({
        title: vscode.l10n.t('Convert to UTF-8'),
        nothing: vscode.l10n.t('Every file is UTF-8 already.'),
        confirm: options?.confirm,
        files: token => articleFiles(roots, token),
        async plan(uri, token) {
          const before = await vscode.workspace.fs.readFile(uri);
          if (!options?.from && decodeUtf8(before) !== null) return undefined;
          const { encoding, confidence, evidence, bom, text } = await files.detect(before, options?.from, token);
          if (encoding === 'utf-8' && text != null) return undefined;
          const percent = Math.floor(confidence * 100);
          if (text == null) return { uri, leftAlone: vscode.l10n.t('its bytes are not clean {0}. {1}', encodingLabel(encoding), evidence) };
          if (confidence < ENOUGH_CONFIDENCE)
            return { uri, leftAlone: vscode.l10n.t('it is {0} with only {1}% certainty', encodingLabel(encoding), percent) };
          const opened = openDocument(uri)?.encoding;
          // The editor refuses what it takes for binary, such as UTF-16 without a mark.
          const shown = await vscode.workspace.decode(before, { uri }).then(undefined, () => new TextDecoder().decode(before));
          return {
            uri,
            before,
            after: new TextEncoder().encode(bom ? `\ufeff${text}` : text),
            texts: [shown, text],
            encodings: [opened ?? (encoding === MIXED ? 'utf8' : editorName(encoding)), bom ? 'utf8bom' : 'utf8'],
            summary: options?.from ? encodingLabel(encoding) : vscode.l10n.t('{0}, {1}% sure', encodingLabel(encoding), percent),
          };
        },
      });
    },
  );
}
