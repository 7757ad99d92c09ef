import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { PUBLIC_STATE_LABELS, type PublicGrant } from '../public-grant.js';
import type { OpenDataColumn } from './open-data-column.js';

const textsOf = (texts: PublicGrant['plan']): string =>
  texts.map(({ label, text }) => `${label}：${text}`.replace(/\r\n?/g, '\n')).join('\n');

/** With the code of its budget line, by which it is found among the budgets. */
export type GrantInFile = PublicGrant & { readonly budgetCode: string };

/** `grants`: one row a grant. The first nine headings are those of the first edition of the file, and keep their place. */
export const GRANT_COLUMNS: readonly OpenDataColumn<GrantInFile>[] = [
  {
    header: '年度',
    name: 'fiscalYearLabel',
    meaning: '交付決定の年度',
    cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear),
  },
  { header: '校区', name: 'district', meaning: '団体の小学校区', cell: ({ districtName }) => districtName },
  {
    header: '団体名',
    name: 'organization',
    meaning: '交付を受ける団体。交付決定のときの名称',
    cell: ({ organizationName }) => organizationName,
  },
  { header: '補助制度', name: 'program', meaning: '交付金・補助金の名称', cell: ({ programName }) => programName },
  { header: '目的', name: 'purpose', meaning: '補助制度の目的', cell: ({ purpose }) => purpose },
  { header: '交付決定額', name: 'amount', meaning: 'はじめに決定した額。円。数字のみ', cell: ({ amount }) => amount },
  { header: '交付決定日', name: 'decidedOn', meaning: '西暦の年-月-日', cell: ({ decidedOn }) => decidedOn },
  {
    header: '支払日',
    name: 'paidOn',
    meaning: '最後に口座に振り込んだ日。まだのときは空欄',
    cell: ({ paidOn }) => paidOn,
  },
  {
    header: '支払済額',
    name: 'paidAmount',
    meaning: 'これまでに振り込んだ額。翌年度以降の予算から振り込んだ額を含む。円。数字のみ',
    cell: ({ paidAmount }) => paidAmount,
  },
  { header: '交付番号', name: 'id', meaning: 'この交付を表す、変わらない番号', cell: ({ id }) => id },
  { header: '西暦年度', name: 'fiscalYear', meaning: '年度を西暦の数字で', cell: ({ fiscalYear }) => fiscalYear },
  {
    header: '団体番号',
    name: 'organizationId',
    meaning: '団体の一覧（organizations）の番号',
    cell: ({ organizationId }) => organizationId,
  },
  { header: '事業名', name: 'title', meaning: '団体が付けた事業の名称。ないときは空欄', cell: ({ title }) => title },
  {
    header: '分野',
    name: 'field',
    meaning: '事業の分野。企画提案から始まった事業では、その提案の分野。分けていない制度では空欄',
    cell: ({ field }) => field,
  },
  {
    header: '状態',
    name: 'state',
    meaning: `${Object.values(PUBLIC_STATE_LABELS).join('、')}のどれか`,
    cell: ({ state }) => PUBLIC_STATE_LABELS[state],
  },
  {
    header: '現在の交付額',
    name: 'amountInForce',
    meaning: '変更・取消し・額の確定を反映した額。円。数字のみ',
    cell: ({ amountInForce }) => amountInForce,
  },
  {
    header: '確定額',
    name: 'determinedAmount',
    meaning: '実績により確定した額。円。まだのときは空欄',
    cell: ({ determinedAmount }) => determinedAmount,
  },
  {
    header: '返還額',
    name: 'paidBack',
    meaning: '団体から戻った額（加算金・延滞金を除く）。円。数字のみ',
    cell: ({ paidBack }) => paidBack,
  },
  {
    header: '事業の開始予定日',
    name: 'plannedFrom',
    meaning: '西暦の年-月-日。期間のない制度では空欄',
    cell: ({ plannedFrom }) => plannedFrom,
  },
  {
    header: '事業の終了予定日',
    name: 'plannedUntil',
    meaning: '西暦の年-月-日。期間のない制度では空欄',
    cell: ({ plannedUntil }) => plannedUntil,
  },
  {
    header: '計画',
    name: 'plan',
    meaning: '申請書から公表する項目。項目ごとに改行',
    cell: ({ plan }) => textsOf(plan),
  },
  {
    header: '結果',
    name: 'results',
    meaning: '実績報告から公表する項目（団体の自己評価）。項目ごとに改行',
    cell: ({ results }) => textsOf(results),
  },
  {
    header: '今後の方向性',
    name: 'direction',
    meaning: '検証のあとに決めた方向性。検証のないときは空欄',
    cell: ({ verification }) => verification?.direction ?? '',
  },
  {
    header: '公表日',
    name: 'publishedOn',
    meaning: '交付決定通知書を出し、公表した日。西暦の年-月-日',
    cell: ({ issuedOn }) => issuedOn,
  },
  {
    header: '支払済額のうち翌年度以降の予算',
    name: 'paidLater',
    meaning: '年度の会計を閉じたあとに、翌年度以降の予算から振り込んだ額。円。数字のみ',
    cell: ({ paidLater }) => paidLater,
  },
  {
    header: '企画提案',
    name: 'proposal',
    meaning: 'もとになった企画提案の募集、番号、名称。ないときは空欄',
    cell: ({ proposal }) =>
      proposal === null ? '' : `${proposal.callTitle}　第${String(proposal.number)}号　${proposal.title}`,
  },
  {
    header: '提案番号',
    name: 'proposalId',
    meaning: 'もとになった企画提案の、企画提案の一覧（proposals）での提案番号。ないときは空欄',
    cell: ({ proposal }) => proposal?.id ?? null,
  },
  {
    header: '予算科目コード',
    name: 'budgetCode',
    meaning: '予算と執行（budgets）の予算科目コード。西暦年度と合わせると、支払う予算の行が一つに決まる',
    cell: ({ budgetCode }) => budgetCode,
  },
  {
    header: '制度番号',
    name: 'programId',
    meaning: '補助制度を表す番号。名称や年度が変わっても同じ。予算と執行（budgets）の制度番号と同じ',
    cell: ({ programId }) => programId,
  },
];
