import type { OpenKind, OpenMatter } from '../../closing/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Crumb, Viewer } from '../shared/index.js';

export const OPEN_LABEL: Readonly<Record<OpenKind, string>> = {
  undecided: '決定していない申請',
  unissued: '通知していない決定',
  changing: '終わっていない変更・中止・取消し',
  unconfirmed: '団体が確認していない請求書',
  unordered: '支出命令を起案していない請求',
  unpaid: '支払っていない支出命令',
  failed: '振込不能・組戻',
  unreleased: '支払が終わっていない束',
  unreported: '届いていない実績報告',
  uninspected: '額が確定していない実績報告',
  unnotified: '通知していない額の確定',
  unclaimed: '請求のない負担行為の残り',
  arrears: '閉鎖の後に残る交付金',
  unrefunded: '納められていない返還金',
  payback: '還付していない過誤納金',
};

/** For the heads of narrow columns. */
export const OPEN_SHORT: Readonly<Record<OpenKind, string>> = {
  undecided: '未決定',
  unissued: '未通知',
  changing: '変更の途中',
  unconfirmed: '請求書の確認待ち',
  unordered: '未命令',
  unpaid: '未払',
  failed: '振込不能',
  unreleased: '未了の束',
  unreported: '未報告',
  uninspected: '未確定',
  unnotified: '確定の未通知',
  unclaimed: '請求なし',
  arrears: '閉鎖後の残り',
  unrefunded: '返還の残り',
  payback: '未還付',
};

/** Throws not-found for an address that names no year. */
export function yearIn(asked: string): FiscalYear {
  if (!/^20[2-9]\d$/.test(asked)) throw DomainError.notFound();
  return fiscalYear(Number(asked));
}

export const yearPath = (year: FiscalYear, part?: 'closing' | 'execution' | 'evidence'): string =>
  `staff/year/${String(year)}${part ? `/${part}` : ''}`;

export const yearCrumbs = (viewer: Viewer, label: string, year?: FiscalYear): Crumb[] => [
  { label: '年度の締め', href: viewer.url('staff/year') },
  ...(year === undefined ? [] : [{ label: formatFiscalYear(year), href: viewer.url(yearPath(year)) }]),
  { label },
];

/** Where somebody goes to finish it, at the desk of the one who looks. */
export function openPath({ kind, id, caseId }: OpenMatter, viewer: Viewer): string {
  const treasury = viewer.desk === 'treasury';
  switch (kind) {
    case 'unconfirmed':
    case 'unordered':
      return viewer.url(`staff/payments/claims/${id}`);
    case 'failed':
      return viewer.url(`${treasury ? 'treasury/failures' : 'staff/payments/orders'}/${id}`);
    case 'unpaid':
      return viewer.url(`${treasury ? 'treasury/orders' : 'staff/payments/orders'}/${id}`);
    case 'unreleased':
      return viewer.url(`treasury/batches/${id}`);
    case 'changing':
      return viewer.url(`staff/changes/${id}`);
    case 'arrears':
      return viewer.url(treasury ? 'treasury/later-payments' : `staff/grants/${id}`);
    case 'unrefunded':
    case 'payback':
      return viewer.url(`${treasury ? 'treasury' : 'staff'}/repayments/${id}`);
    case 'unissued':
      return viewer.url('staff/grants');
    case 'undecided':
    case 'unreported':
    case 'uninspected':
    case 'unnotified':
    case 'unclaimed':
      return viewer.url(`staff/applications/${caseId ?? id}`);
  }
}

/** What the desk of the section alone opens, and what only the treasury opens. */
export const mayOpen = ({ kind, openWith }: OpenMatter, { desk }: Viewer): boolean =>
  desk === 'treasury' ? kind !== 'changing' && (kind !== 'arrears' || openWith === 'treasury') : kind !== 'unreleased';
