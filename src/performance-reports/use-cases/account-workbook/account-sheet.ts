import type { Yen } from '../../../kernel/yen.js';
import type { WorkbookSheet } from '../../../platform/excel/index.js';
import { FIRST_LINE_ROW, type LineSheet, type SheetColumn } from '../../../writing/index.js';
import { CARRY_OVER } from '../../domain/account.js';
import { readableAmount, type Side, type TypedLine } from '../../domain/typed-account.js';
import type { ReportGround } from '../report-grounds.js';

type Key = 'side' | 'category' | 'planned' | 'amount' | 'remark' | 'id';

/** What a 収支決算書 is written on. */
export type AccountGround = Pick<ReportGround, 'account' | 'plan' | 'decision' | 'grantOf'>;

export const SIDE_WORDS: Readonly<Record<Side, string>> = { income: '収入', expenditure: '支出' };

/** The 決算額 beside what was planned; the id ties a line to its receipts and to what another officer writes. */
export function accountSheet({ account }: Pick<AccountGround, 'account'>): LineSheet<Key> {
  const { income, expenditure, carryOver } = account;
  const labels = [...new Set([...income, ...expenditure, ...(carryOver ? [carryOver] : [])].map(({ label }) => label))];
  const columns: SheetColumn<Key>[] = [
    { key: 'side', heading: '収支', width: 8, choices: Object.values(SIDE_WORDS) },
    { key: 'category', heading: '科目', width: 22, choices: labels },
    { key: 'planned', heading: '予算額', width: 14, kind: 'amount' },
    { key: 'amount', heading: '決算額', width: 14, kind: 'amount' },
    { key: 'remark', heading: '摘要', width: 34 },
    { key: 'id', heading: '行の記号', width: 14 },
  ];
  return { name: '収支決算書', columns };
}

/** Every planned line, what was added, and what may be kept for the next year. */
export function accountSheets(ground: AccountGround, lines: readonly TypedLine[]): WorkbookSheet[] {
  const { carryOver } = ground.account;
  const kept: TypedLine = { id: CARRY_OVER, side: 'expenditure', category: CARRY_OVER, remark: '', amount: '' };
  const all = carryOver && !lines.some(({ id }) => id === CARRY_OVER) ? [...lines, kept] : lines;
  const sides: readonly Side[] = ['income', 'expenditure'];
  const rows = sides
    .flatMap((side) => all.filter((line) => line.side === side))
    .map((line) => [
      SIDE_WORDS[line.side],
      labelOf(ground, line),
      amountCell(ground.plan.find(({ id }) => id === line.id)?.amount ?? null, ''),
      amountCell(readableAmount(line.amount), line.amount),
      line.remark,
      line.id,
    ]);
  const { name, columns } = accountSheet(ground);
  return [{ ...{ name, columns, rows }, guide: guideFor(ground) }];
}

/** What is no amount yet stays as it was typed. */
const amountCell = (amount: Yen | null, typed: string): number | string => (amount === null ? typed : Number(amount));

const guideFor = ({ account: { grantLabel } }: AccountGround): string =>
  [
    `${String(FIRST_LINE_ROW)}行目から、決算額と摘要を書いてください。使わなかった科目には0と書きます。`,
    '予算になかった収入や支出は、下に行を足して、収支と科目を一覧から選びます（「行の記号」は空欄）。',
    `${grantLabel}は自動で入るので書きません。予算額と「行の記号」は変えないでください。`,
  ].join('');

/** The words of a line's category; blank where none was chosen yet. */
export function labelOf({ account, plan }: Pick<AccountGround, 'account' | 'plan'>, line: TypedLine): string {
  const planned = plan.find(({ id }) => id === line.id);
  if (planned) return planned.label;
  if (line.id === CARRY_OVER) return account.carryOver?.label ?? '';
  return account[line.side].find(({ id }) => id === line.category)?.label ?? '';
}
