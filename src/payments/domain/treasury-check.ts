import type { Fault } from '../../kernel/domain-error.js';

/** What the treasury must make sure of before it pays (地方自治法232条の4第2項). */
export const CHECK_ITEMS = [
  { id: 'legality', label: '法令・予算', text: '法令又は予算に違反していない' },
  { id: 'commitment', label: '支出負担行為', text: '支出負担行為があり、債務が確定し、命令額がその範囲内である' },
  { id: 'payee', label: '債権者', text: '債権者と振込先が、請求書及び口座の届出と一致している' },
] as const;

export type CheckItemId = (typeof CHECK_ITEMS)[number]['id'];

/** One answer of the checker. An item that is not in order says why: the sentence goes back with the order. */
export interface Finding {
  readonly item: CheckItemId;
  readonly agrees: boolean;
  readonly remark: string;
}

const MAX_REMARK = 500;

/** Every item is answered once, and what is not in order is explained. Faults at `findings[item]` and `remark`. */
export function findingFaults(findings: readonly Finding[]): Fault[] {
  const unanswered = CHECK_ITEMS.filter(({ id }) => !findings.some(({ item }) => item === id));
  const doubtful = findings.filter(({ agrees }) => !agrees);
  const label = CHECK_ITEMS.filter(({ id }) => doubtful.some(({ item }) => item === id))
    .map((item) => item.label)
    .join('・');
  return [
    ...unanswered.map((item) => ({
      pointer: `findings.${item.id}`,
      code: 'payments.finding-missing',
      params: { label: item.label },
    })),
    ...(doubtful.some(({ remark }) => remark === '')
      ? [{ pointer: 'remark', code: 'payments.remark-missing', params: { label } }]
      : []),
    ...(findings.some(({ remark }) => remark.length > MAX_REMARK)
      ? [{ pointer: 'remark', code: 'payments.remark-too-long', params: { most: MAX_REMARK } }]
      : []),
  ];
}

/**
 * The only doubt is whom the money goes to, e.g. an account that still bears the former chair's name: the 会計管理者 may accept
 * that, for a reason that is kept; no other doubt can be waved through.
 */
export const doubtsPayeeOnly = (findings: readonly Finding[]): boolean =>
  !passes(findings) && findings.every(({ item, agrees }) => agrees || item === 'payee');

export const passes = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.agrees);
