/** Whom an order pays, frozen as it stood when the order was drafted. */
export interface PayeeSnapshot {
  readonly bankAccountId: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly branchKana: string;
  readonly accountKind: '1' | '2' | '4';
  readonly accountNumber: string;
  readonly holderKana: string;
  readonly transferKana: string;
  /** By 委任状: who receives in the place of the organisation. Left out where the organisation itself does. */
  readonly delegate?: string;
}

const FIELDS = [
  'bankAccountId',
  'bankCode',
  'bankName',
  'bankKana',
  'branchCode',
  'branchName',
  'branchKana',
  'accountKind',
  'accountNumber',
  'holderKana',
  'transferKana',
] as const satisfies readonly (keyof PayeeSnapshot)[];

/** Only the fields of the snapshot, in a fixed order: what `payee` says beyond them is not kept. */
export const snapshotOf = (payee: PayeeSnapshot): PayeeSnapshot => ({
  ...(Object.fromEntries(FIELDS.map((field) => [field, payee[field]])) as unknown as PayeeSnapshot),
  ...(payee.delegate !== undefined && { delegate: payee.delegate }),
});

/** Where the money would go: a bank that merely changed its name is still the same payee. */
const DECISIVE = ['bankAccountId', 'bankCode', 'branchCode', 'accountKind', 'accountNumber', 'transferKana'] as const;

export const samePayee = (a: PayeeSnapshot, b: PayeeSnapshot): boolean =>
  DECISIVE.every((field) => a[field] === b[field]);

/** Why an order has to wait before its money may leave; null when nothing stands in the way. */
export function payeeHold(
  ordered: PayeeSnapshot,
  current: PayeeSnapshot & { readonly hold: string | null },
): string | null {
  if (current.hold !== null) return `payments.hold-${current.hold}`;
  return samePayee(ordered, current) ? null : 'payments.hold-account-changed';
}

export const ACCOUNT_KIND_LABEL: Readonly<Record<PayeeSnapshot['accountKind'], string>> = {
  '1': '普通',
  '2': '当座',
  '4': '貯蓄',
};
