import type { Duty } from '../../kernel/actor.js';
import type { PaymentMode } from '../../municipalities/index.js';
import type { DeskName } from './desks.js';

export interface NavigationItem {
  readonly label: string;
  /** Inside the town, e.g. `staff/queue`. */
  readonly path: string;
  /** Only in towns that pay this way. */
  readonly paymentMode?: PaymentMode;
  /** Only for those whose posts hold one of them. */
  readonly duties?: readonly Duty[];
}

/** The main pages of each desk, in the order of the work. */
export const NAVIGATION: Readonly<Record<DeskName, readonly NavigationItem[]>> = {
  public: [
    { label: '協働とは', path: 'about' },
    { label: 'お知らせ', path: 'bulletins' },
    { label: '取り組みの記録', path: 'records' },
    { label: '校区と団体', path: 'districts' },
    { label: '交付の一覧', path: 'grants' },
  ],
  committee: [
    { label: 'ホーム', path: 'committee' },
    { label: '団体の情報', path: 'committee/organization' },
    { label: '交付申請', path: 'committee/applications' },
    { label: '企画提案', path: 'committee/proposals' },
    { label: '届いた通知書', path: 'committee/letters' },
    { label: '請求', path: 'committee/claims' },
    { label: '決定のあと', path: 'committee/grants' },
  ],
  staff: [
    { label: '案件', path: 'staff/queue' },
    { label: '団体', path: 'staff/organizations' },
    { label: '補助制度', path: 'staff/programs' },
    { label: '企画提案', path: 'staff/proposals' },
    { label: '審査会', path: 'staff/panels' },
    { label: '予算', path: 'staff/budget' },
    { label: '起案・決裁', path: 'staff/approvals' },
    { label: '交付決定', path: 'staff/grants' },
    { label: '変更・報告', path: 'staff/changes' },
    { label: '通知書', path: 'staff/letters' },
    { label: '実績報告', path: 'staff/reports' },
    { label: '検証', path: 'staff/verifications' },
    { label: '支払', path: 'staff/payments' },
    {
      label: '返還',
      path: 'staff/repayments',
      duties: ['promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit'],
    },
    { label: '備品・保存', path: 'staff/properties' },
    { label: '年度の締め', path: 'staff/year' },
    { label: '公開ページ', path: 'staff/public-face', duties: ['promotion'] },
    { label: '照会', path: 'staff/inquiries', duties: ['inquiry'] },
  ],
  panel: [{ label: '採点・検証', path: 'panel' }],
  treasury: [
    { label: '会計審査', path: 'treasury/orders' },
    { label: '支払の束', path: 'treasury/batches', paymentMode: 'bank-file' },
    { label: '財務会計', path: 'treasury/exports', paymentMode: 'accounting-file' },
    { label: '振込不能', path: 'treasury/failures' },
    { label: '帳簿', path: 'treasury/books' },
    { label: '返還金', path: 'treasury/repayments' },
    { label: '翌年度以降の支払', path: 'treasury/later-payments' },
    { label: '科目更正', path: 'treasury/line-corrections' },
    { label: '繰越し', path: 'treasury/carries' },
    { label: '合議', path: 'staff/approvals' },
    { label: '年度の締め', path: 'staff/year' },
  ],
  admin: [
    { label: '職員と職', path: 'admin/staff' },
    { label: '専決規程', path: 'admin/authority' },
    { label: '操作の記録', path: 'admin/audit' },
    { label: '裏方の仕事', path: 'admin/jobs' },
  ],
};
