import type { OpenKind, OpenMatter } from '../../closing/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Crumb, Viewer } from '../shared/index.js';

export const OPEN_LABEL: Readonly<Record<OpenKind, string>> = {
  undecided: '決定していない申請',
  unissued: '通知していない決定',
  unconfirmed: '団体が確認していない請求書',
  unordered: '支出命令を起案していない請求',
  unpaid: '支払っていない支出命令',
  unreleased: '支払が終わっていない束',
  unreported: '届いていない実績報告',
  uninspected: '額が確定していない実績報告',
  unclaimed: '請求のない負担行為の残り',
  unrefunded: '納められていない返還金',
};

/** For the heads of narrow columns. */
export const OPEN_SHORT: Readonly<Record<OpenKind, string>> = {
  undecided: '未決定',
  unissued: '未通知',
  unconfirmed: '請求書の確認待ち',
  unordered: '未命令',
  unpaid: '未払',
  unreleased: '未了の束',
  unreported: '未報告',
  uninspected: '未確定',
  unclaimed: '請求なし',
  unrefunded: '返還の残り',
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
    case 'unpaid':
      return viewer.url(`${treasury ? 'treasury/orders' : 'staff/payments/orders'}/${id}`);
    case 'unreleased':
      return viewer.url(`treasury/batches/${id}`);
    case 'unrefunded':
      return viewer.url(`${treasury ? 'treasury' : 'staff'}/repayments/${id}`);
    case 'unissued':
      return viewer.url('staff/grants');
    case 'undecided':
    case 'unreported':
    case 'uninspected':
    case 'unclaimed':
      return viewer.url(`staff/applications/${caseId ?? id}`);
  }
}

/** What a person of the treasury may open, and what only the treasury opens. */
export const mayOpen = ({ kind }: OpenMatter, viewer: Viewer): boolean =>
  kind !== 'unreleased' || viewer.desk === 'treasury';
