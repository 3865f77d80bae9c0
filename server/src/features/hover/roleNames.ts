/** Names of roles in the reader's language. */
import { t } from '../../base/localise';

const NAMES: Readonly<Record<string, () => string>> = {
  主持: () => t('chaired'),
  讲话: () => t('spoke'),
  出席: () => t('attended'),
  参加: () => t('took part'),
  列席: () => t('sat in'),
  陪同: () => t('accompanied'),
  汇报: () => t('reported'),
  通报: () => t('briefed'),
  传达: () => t('relayed'),
  部署: () => t('arranged the work'),
  调研: () => t('inspected and studied'),
  检查: () => t('inspected'),
  督导: () => t('supervised'),
  慰问: () => t('visited'),
  会见: () => t('met'),
  揭牌: () => t('unveiled'),
  宣布: () => t('announced'),
  签约: () => t('signed'),
};

/** @returns the role itself where it has no name */
export function roleName(role: string): string {
  return NAMES[role]?.() ?? role;
}
