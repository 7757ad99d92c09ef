import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { PublicGrant } from './public-grant.js';

interface OpenDataColumn {
  readonly header: string;
  readonly meaning: string;
  readonly cell: (grant: PublicGrant) => string | bigint;
}

/** The columns of `grants.csv`; the public page explains them from this same list. */
export const OPEN_DATA_COLUMNS: readonly OpenDataColumn[] = [
  { header: '年度', meaning: '交付決定の年度', cell: (grant) => formatFiscalYear(grant.fiscalYear) },
  { header: '校区', meaning: '団体の小学校区', cell: (grant) => grant.districtName },
  { header: '団体名', meaning: '交付を受ける団体', cell: (grant) => grant.organizationName },
  { header: '補助制度', meaning: '交付金・補助金の名称', cell: (grant) => grant.programName },
  { header: '目的', meaning: '補助制度の目的', cell: (grant) => grant.purpose },
  { header: '交付決定額', meaning: '円。数字のみ', cell: (grant) => grant.amount },
  { header: '交付決定日', meaning: '西暦の年-月-日', cell: (grant) => grant.decidedOn },
  { header: '支払日', meaning: '最後に口座に振り込んだ日。まだのときは空欄', cell: (grant) => grant.paidOn ?? '' },
  { header: '支払済額', meaning: 'これまでに振り込んだ額。円。数字のみ', cell: (grant) => grant.paidAmount },
];
