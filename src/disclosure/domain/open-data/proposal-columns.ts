import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import type { PublicProposal } from '../public-proposal.js';
import type { OpenDataColumn } from './open-data-column.js';

/** `proposals`: one row a proposal, from the day after its call has closed. */
export const PROPOSAL_COLUMNS: readonly OpenDataColumn<PublicProposal>[] = [
  {
    header: '年度',
    name: 'fiscalYearLabel',
    meaning: '募集した年度',
    cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear),
  },
  { header: '西暦年度', name: 'fiscalYear', meaning: '年度を西暦の数字で', cell: ({ fiscalYear }) => fiscalYear },
  { header: '募集', name: 'call', meaning: '募集の名称', cell: ({ callTitle }) => callTitle },
  { header: '番号', name: 'number', meaning: '募集の中で受け付けた順の番号', cell: ({ number }) => number },
  { header: '提案の名称', name: 'title', meaning: '提案者が付けた名称', cell: ({ title }) => title },
  { header: '分野', name: 'field', meaning: '募集が示した分野', cell: ({ fieldLabel }) => fieldLabel },
  {
    header: '提案者の区分',
    name: 'proposerKind',
    meaning: '住民、団体、企業、職員のどれか',
    cell: ({ proposerKindLabel }) => proposerKindLabel,
  },
  {
    header: '提案者',
    name: 'proposers',
    meaning: '名前を公表してよいとした提案者。「、」で区切る。ほかは空欄',
    cell: ({ names }) => (names.length > 0 ? names.join('、') : null),
  },
  {
    header: '仕分け',
    name: 'sorting',
    meaning: '町・住民・協働のどれで行うものとしたか。まだのときは空欄',
    cell: ({ sortingLabel }) => sortingLabel,
  },
  { header: '状態', name: 'state', meaning: '審査の進み具合と結果', cell: ({ stateLabel }) => stateLabel },
  {
    header: '統合先の提案番号',
    name: 'mergedInto',
    meaning: 'ほかの提案と統合したときは、統合先の提案の提案番号。ほかは空欄',
    cell: ({ mergedInto }) => mergedInto?.id ?? null,
  },
  {
    header: '交付番号',
    name: 'grants',
    meaning: 'この提案から行ったモデル事業の、交付の一覧（grants）の番号。「、」で区切る。ないときは空欄',
    cell: ({ projects }) => (projects.length > 0 ? projects.map(({ grantId }) => grantId).join('、') : null),
  },
  {
    header: '提案番号',
    name: 'id',
    meaning: 'この提案を表す、変わらない番号。交付の一覧（grants）の提案番号と同じ',
    cell: ({ id }) => id,
  },
];
