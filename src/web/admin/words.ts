import type { Duty, Side } from '../../kernel/actor.js';
import type { HoldingKind, WhenVacant } from '../../staff/index.js';

/** What the pages of this desk call things. */
export const SIDE_LABEL: Readonly<Record<Side, string>> = {
  ordering: '命令機関',
  treasury: '出納機関',
  audit: '監査',
};

export const DUTY_LABEL: Readonly<Record<Duty, string>> = {
  promotion: '補助金の事務（受付・審査・起案）',
  approve: '決裁',
  administer: 'システムの管理',
  'treasury-check': '会計審査',
  'treasury-decide': '支払の決定',
  audit: '監査（閲覧のみ）',
  inquiry: '暴力団排除の照会（照会名簿の取扱い）',
  panel: '審査会の委員（採点）',
};

export const HOLDING_LABEL: Readonly<Record<HoldingKind, string>> = {
  holder: '本務・兼務',
  acting: '事務取扱・職務代理',
};

export const WHEN_VACANT_LABEL: Readonly<Record<WhenVacant, string>> = {
  above: '上の職が行う',
  deputy: '代決する職が行う',
  refuse: '事務取扱・職務代理を置くまで進めない',
};
