import { formatEra } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { formatYen } from '../../kernel/yen.js';
import {
  PLAN_GROUND_LABELS,
  WAIVER_GROUND_LABELS,
  WRITE_OFF_GROUND_LABELS,
  type ActKind,
  type RepaymentAct,
} from './act.js';

const GROUND_LABELS: Readonly<Record<ActKind, Readonly<Record<string, string>>>> = {
  dunning: {},
  plan: PLAN_GROUND_LABELS,
  'charge-relief': {},
  remission: {},
  waiver: WAIVER_GROUND_LABELS,
  'write-off': WRITE_OFF_GROUND_LABELS,
};

/** What stands behind an act, line by line, as approvers and pages read it. */
export function detailsInWords({
  kind,
  details,
}: Pick<RepaymentAct, 'kind' | 'details'>): { label: string; value: string }[] {
  const { ground, facts, dueOn, parts, reliefs, citation, citedOn, invokedBy, invokedOn } = details;
  return [
    { label: '理由の区分', value: ground === '' ? '' : (GROUND_LABELS[kind][ground] ?? ground) },
    ...reliefs.map(({ part, amount }) => ({
      label: `減免する${REFUND_PART_LABELS[part]}`,
      value: amount === null ? '全部（これから増える額を含む）' : formatYen(amount),
    })),
    { label: kind === 'charge-relief' ? '根拠の条' : '議案番号・条例の条', value: citation },
    { label: '議決の日', value: citedOn ? formatEra(citedOn) : '' },
    { label: '時効を援用した人', value: invokedBy },
    { label: '援用の日', value: invokedOn ? formatEra(invokedOn) : '' },
    { label: '指定期限', value: dueOn ? formatEra(dueOn) : '' },
    ...parts.map((part, index) => ({
      label: `第${String(index + 1)}回`,
      value: `${formatEra(part.dueOn)}　${formatYen(part.amount)}`,
    })),
    { label: '事実', value: facts },
  ].filter(({ value }) => value !== '');
}
