import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import type { BudgetExecution } from '../public-budget.js';
import type { OpenDataColumn } from './open-data-column.js';

/** `budgets`: one row a budget line and year, with what became of it. */
export const BUDGET_COLUMNS: readonly OpenDataColumn<BudgetExecution>[] = [
  {
    header: '年度',
    name: 'fiscalYearLabel',
    meaning: '予算の年度',
    cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear),
  },
  { header: '西暦年度', name: 'fiscalYear', meaning: '年度を西暦の数字で', cell: ({ fiscalYear }) => fiscalYear },
  { header: '予算科目コード', name: 'code', meaning: '款・項・目・節を表す番号', cell: ({ code }) => code },
  { header: '予算科目', name: 'name', meaning: '予算科目の名称', cell: ({ name }) => name },
  {
    header: '補助制度',
    name: 'programs',
    meaning: 'この予算から支払う補助制度。「、」で区切る',
    cell: ({ programs }) => programs.join('、'),
  },
  {
    header: '予算現額',
    name: 'ceiling',
    meaning: '当初予算に、補正と流用を加えた額。円。数字のみ',
    cell: ({ ceiling }) => ceiling,
  },
  { header: '交付件数', name: 'grants', meaning: '公表した交付の件数', cell: ({ grants }) => grants },
  {
    header: '交付額',
    name: 'decided',
    meaning: '公表した交付の額の合計。変更・取消し・額の確定のあと。円。数字のみ',
    cell: ({ decided }) => decided,
  },
  {
    header: '支払済額',
    name: 'paid',
    meaning: 'この予算科目から振り込んだ額の合計。円。数字のみ',
    cell: ({ paid }) => paid,
  },
  {
    header: '返還額',
    name: 'paidBack',
    meaning: '団体から戻った額の合計。円。数字のみ',
    cell: ({ paidBack }) => paidBack,
  },
  {
    header: '制度番号',
    name: 'programIds',
    meaning: 'この予算から支払う補助制度の、交付の一覧（grants）での制度番号。「、」で区切る',
    cell: ({ programIds }) => programIds.join('、'),
  },
];
