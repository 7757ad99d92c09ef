import type { Account, BudgetStanding, Entry } from '../../budgets/index.js';

export const ENTRY: Readonly<Record<Entry, string>> = {
  opened: '当初',
  supplemented: '補正予算',
  transferred: '流用',
  allotted: '配当',
  'change-reversed': '予算の変更の取消',
  reserved: '起案（予約）',
  released: '予約の解除',
  committed: '支出負担行為',
  'commitment-reversed': '支出負担行為の取消',
  lapsed: '閉鎖による不用（負担行為の残り）',
  'commitment-increased': '支出負担行為の変更（増額）',
  'commitment-reduced': '支出負担行為の変更（減額）',
  ordered: '支出命令',
  'order-cancelled': '支出命令の取消',
  paid: '支払',
  'payment-returned': '組戻（支払の取消）',
  returned: '戻入',
  'return-reversed': '戻入の取消',
  reclassified: '科目更正',
  'carried-out': '翌年度への繰越し',
  'carried-in': '前年度からの繰越し',
};

export const ACCOUNT: Readonly<Record<Account, string>> = {
  ceiling: '予算現額',
  allotted: '配当額',
  reserved: '起案中',
  committed: '負担行為済額',
  ordered: '命令済額',
  paid: '支払済額',
  returned: '戻入額',
};

/** The accounts of 予算の状況, in their order: 配当額 and 戻入額 only where one of the lines has any. */
export const accountsShown = (lines: readonly BudgetStanding[]): (keyof BudgetStanding & Account)[] =>
  (['ceiling', 'allotted', 'reserved', 'committed', 'paid', 'returned'] as const).filter(
    (account) => (account !== 'allotted' && account !== 'returned') || lines.some((line) => line[account] > 0n),
  );
