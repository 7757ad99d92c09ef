import {
  ACCOUNT_KIND_LABEL,
  orderNumberText,
  type ClaimState,
  type OrderAct,
  type OrderState,
  type PayeeSnapshot,
  type PaymentOrder,
} from '../../payments/index.js';
import type { Tone } from './feedback.js';
import { fieldId } from './field-name.js';
import { TransferKana } from './transfer-kana.js';
import { VisuallyHidden } from './values.js';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

export const CLAIM_STATE: Readonly<Record<ClaimState, StateWords>> = {
  prepared: { label: '確認待ち', tone: 'warning' },
  confirmed: { label: '請求済み', tone: 'info' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
};

export const ORDER_STATE: Readonly<Record<OrderState, StateWords>> = {
  drafted: { label: '決裁中', tone: 'info' },
  withdrawn: { label: '取下げ', tone: 'neutral' },
  ordered: { label: '会計審査待ち', tone: 'warning' },
  checked: { label: '支払決定待ち', tone: 'warning' },
  accepted: { label: '支払決定済み', tone: 'info' },
  instructed: { label: '支払手続中', tone: 'info' },
  paid: { label: '支払済み', tone: 'success' },
  failed: { label: '振込不能', tone: 'danger' },
  'came-back': { label: '閉鎖後の組戻', tone: 'danger' },
  returned: { label: '返付', tone: 'danger' },
};

/** What happens instead of a claim where a programme pays after settlement. */
export const AFTER_SETTLEMENT_WORDS = '事業が終わったら実績報告を出し、額が決まってから支払われます。';

/** What was done, as the history of an order says it. */
export const ORDER_ACT: Readonly<Record<OrderAct, string>> = {
  drafted: '支出命令を起案',
  withdrawn: '起案を取下げ',
  ordered: '決裁（支出命令）',
  checked: '会計審査',
  accepted: '支払を決定',
  instructed: '支払の手続に出した',
  'taken-out': '束から外した',
  paid: '支払済み',
  failed: '振込不能・組戻',
  resumed: 'もう一度支払うことにした',
  restored: '振込不能の記録を取り消した',
  returned: '返付',
};

/** `R8-S0012`; an order in a draft has no number yet. */
export const orderNumber = (order: Pick<PaymentOrder, 'fiscalYear' | 'number'>): string =>
  order.number === null ? '番号前' : orderNumberText(order.fiscalYear, order.number);

/** Where the money goes, on two lines of a dense list. */
export const PayeeLines = ({ payee }: { payee: PayeeSnapshot }) => (
  <>
    {payee.bankName} {payee.branchName} {ACCOUNT_KIND_LABEL[payee.accountKind]} {payee.accountNumber}
    <br />
    <span class="hint">
      <TransferKana text={payee.transferKana} />
    </span>
  </>
);

interface RowChoiceProps {
  /** HTML name without brackets; sent as a list. */
  readonly name: string;
  readonly index: number;
  readonly value: string;
  readonly checked: boolean;
  readonly label: string;
  /** Where the row already shows its name. */
  readonly labelHidden?: boolean | undefined;
  /** Keeps the ids of two lists of one page apart. */
  readonly prefix?: string | undefined;
}

/** A tick in front of a row of a list, named by what the row is about. */
export function RowChoice({ name, index, value, checked, label, labelHidden = false, prefix = name }: RowChoiceProps) {
  const id = index === 0 ? fieldId(prefix) : `${fieldId(prefix)}-${String(index)}`;
  return (
    <span class="choice row-choice">
      <input id={id} type="checkbox" name={`${name}[]`} value={value} checked={checked} />
      <label for={id}>{labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}</label>
    </span>
  );
}
