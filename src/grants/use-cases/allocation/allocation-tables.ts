import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../../kernel/actor.js';
import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import { formatYen, subtractYen } from '../../../kernel/yen.js';
import type { PresentedTable } from '../../../approvals/index.js';
import { UnitOfWork, type Transaction } from '../../../platform/database/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import { writeWorkbook } from '../../../platform/excel/index.js';
import type { AllocatedCase } from '../../domain/allocation/allocation.js';
import { checkNumber, leftInWords, methodInWords } from '../../domain/allocation/allocation-words.js';
import type { AllocationTrial } from '../../domain/allocation/trial.js';
import { AllocationStore } from '../../store/allocation.store.js';
import { GrantStore } from '../../store/grant.store.js';
import { division } from './division.js';

export interface AllocationFile {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The table of a trial for those who do not stand at its page: approvers, the decision file, a spreadsheet. */
@Injectable()
export class AllocationTables {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AllocationStore,
    private readonly grants: GrantStore,
  ) {}

  /** 別表 of a draft: the tables by which its cases were drafted, each once. */
  async ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<PresentedTable[]> {
    const grants = await this.grants.ofIds(tx, grantIds);
    const ids = new Set(grants.flatMap(({ allocationId }) => allocationId ?? []));
    return ids.size === 0 ? [] : (await this.store.ofIds(tx, [...ids])).map(tableOf);
  }

  async download(actor: Actor, trialId: string, format: 'csv' | 'xlsx'): Promise<AllocationFile> {
    requireDuty(actor, ...HALL_DUTIES);
    const trial = await this.unitOfWork.read(actor, (tx) => this.store.find(tx, trialId));
    const name = `配分_${trial.name}`;
    if (format === 'csv') {
      const columns = SHEET.map(({ heading, cell }) => ({ header: heading, cell }));
      return { bytes: writeCsv(columns, trial.cases), fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' };
    }
    const rows = trial.cases.map((each) => SHEET.map(({ cell }) => cell(each)));
    const guide = headOf(trial)
      .map(({ label, value }) => `${label}：${value}`)
      .join('　');
    return {
      bytes: await writeWorkbook([{ name: '配分', guide, columns: SHEET, rows }]),
      fileName: `${name}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    };
  }
}

/** Figures are below the ten digits of `MAX_YEN`, so that a number holds them exactly. */
const SHEET = [
  { heading: '収受番号', width: 16, cell: ({ reference }: AllocatedCase) => reference },
  { heading: '団体', width: 30, cell: ({ organizationName }: AllocatedCase) => organizationName },
  { heading: '件名', width: 30, cell: ({ title }: AllocatedCase) => title },
  { heading: '審査会の順位', width: 12, cell: placeInWords },
  { heading: '査定額', width: 14, kind: 'amount' as const, cell: ({ requested }: AllocatedCase) => Number(requested) },
  { heading: '配分額', width: 14, kind: 'amount' as const, cell: ({ amount }: AllocatedCase) => Number(amount) },
  {
    heading: '差引',
    width: 14,
    kind: 'amount' as const,
    cell: ({ amount, requested }: AllocatedCase) => Number(subtractYen(amount, requested)),
  },
  { heading: '算定', width: 60, cell: ({ how }: AllocatedCase) => how },
];

/** `3位`; blank where no panel judged. */
export function placeInWords({ place, fellShort }: Pick<AllocatedCase, 'place' | 'fellShort'>): string {
  if (fellShort) return '基準に達しない';
  return place === null ? '' : `${String(place)}位`;
}

/** Whether a panel judged any of them: without one its column would stand empty. */
export const areJudged = (cases: readonly Pick<AllocatedCase, 'place' | 'fellShort'>[]): boolean =>
  cases.some(({ place, fellShort }) => place !== null || fellShort);

/** What stands above the table. */
export const headOf = (trial: AllocationTrial): { readonly label: string; readonly value: string }[] => [
  { label: '試案', value: trial.name },
  { label: '方法', value: methodInWords(trial.plan) },
  { label: '根拠', value: trial.plan.article },
  { label: '端数', value: trial.plan.method === 'hand' ? '処理しない' : division.rounding(trial.plan.unit) },
  { label: '査定額の合計', value: formatYen(trial.asked) },
  { label: '配分の上限', value: `${formatYen(trial.plan.ceiling)}（${trial.plan.ceilingNote}）` },
  { label: '配分額の合計', value: `${formatYen(trial.allocated)}（${leftInWords(trial)}）` },
  ...(trial.plan.note === '' ? [] : [{ label: '考え方', value: trial.plan.note }]),
  { label: '作成', value: `${formatEra(dayInJapan(trial.madeAt))}　${trial.madeBy}` },
  { label: '照合番号', value: checkNumber(trial) },
];

function tableOf(trial: AllocationTrial): PresentedTable {
  const judged = areJudged(trial.cases);
  const ifJudged = <T>(cell: T): T[] => (judged ? [cell] : []);
  return {
    title: `配分の表：${trial.name}`,
    head: headOf(trial),
    columns: [
      { label: '団体・件名', align: 'start' },
      ...ifJudged({ label: '審査会の順位', align: 'start' as const }),
      { label: '査定額', align: 'end' },
      { label: '配分額', align: 'end' },
      { label: '算定', align: 'start' },
    ],
    rows: trial.cases.map((each) => [
      `${each.organizationName}　${each.title}`,
      ...ifJudged(placeInWords(each)),
      formatYen(each.requested),
      formatYen(each.amount),
      each.how,
    ]),
    totals: ['合計', ...ifJudged(''), formatYen(trial.asked), formatYen(trial.allocated), leftInWords(trial)],
    href: `staff/grants/allocations/${trial.id}`,
  };
}
