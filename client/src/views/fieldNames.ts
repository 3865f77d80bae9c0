/** Names of the fields of set phrases in the reader's language. */
import * as vscode from 'vscode';

/** Of set phrases that belong to no field of their own. */
const OTHERS = '其他';

const NAMES: Readonly<Record<string, () => string>> = {
  经济: () => vscode.l10n.t('Economy'),
  党建: () => vscode.l10n.t('Party building'),
  疫情防控: () => vscode.l10n.t('Epidemic control'),
  民生: () => vscode.l10n.t("People's livelihood"),
  乡村: () => vscode.l10n.t('Countryside'),
  作风: () => vscode.l10n.t('Conduct of officials'),
  外交: () => vscode.l10n.t('Foreign affairs'),
  生态: () => vscode.l10n.t('Ecology'),
  法治: () => vscode.l10n.t('Rule of law'),
  安全生产: () => vscode.l10n.t('Work safety'),
  [OTHERS]: () => vscode.l10n.t('Other fields'),
};

/** @returns the field itself where it has no name, as those that a folder's own table adds */
export function fieldName(field: string): string {
  return field === '' ? vscode.l10n.t('No field given') : (NAMES[field]?.() ?? field);
}

/** Where a field stands among others: what belongs to none comes last. */
export function fieldRank(field: string): number {
  return field === '' ? 2 : field === OTHERS ? 1 : 0;
}
