import { closingDayOf, fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { REFUND_PART_LABELS, REFUND_PARTS, type RefundPart } from '../../kernel/refund-terms.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { NO_SHARES, type Shares } from './account.js';

/** 戻入 to the line that paid, or 歳入. */
export type EntryBooking = 'returned-to-line' | 'revenue';

/** What a receipt is made of: the parts of the refund, and 過誤納金 that came beyond all that was owed. */
export const ENTRY_PARTS = [...REFUND_PARTS, 'excess'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

export const ENTRY_PART_LABELS: Readonly<Record<EntryPart, string>> = { ...REFUND_PART_LABELS, excess: '過誤納金' };

/** 還付 of 過誤納金, as it was carried out. */
export interface Payback {
  readonly id: string;
  readonly paidOn: LocalDate;
  /** The account or the person. */
  readonly paidTo: string;
  /** Of the paper by which it was paid; blank only in what was written down before it was asked for. */
  readonly documentNumber: string;
  readonly recordedBy: string;
}

/** What the 会計管理者 decided about 過誤納金, and nobody has carried out yet: its 還付, or that the record of one is taken back. */
export interface PaybackDecision {
  readonly id: string;
  readonly kind: 'payback' | 'cancelling';
  readonly amount: Yen;
  /** Of the paper on which it was decided. */
  readonly documentNumber: string;
  readonly reason: string;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
  readonly decidedById: string;
}

/** One that was written down by mistake; the money had not gone, or not so. */
export interface ReversedPayback extends Payback {
  readonly reason: string;
  readonly reversedBy: string;
  readonly reversedAt: Date;
}

/** One part of a receipt in the books: below zero in an entry that reverses another. */
export interface ReceiptEntry {
  readonly part: EntryPart;
  readonly amount: Yen;
  readonly booking: EntryBooking;
  readonly fiscalYear: FiscalYear;
}

/** Money received, by the 領収日 of the bank's slip. A mistake is mended by a receipt below zero that names the first. */
export interface RepaymentReceipt {
  readonly id: string;
  readonly demandId: string;
  readonly receivedOn: LocalDate;
  readonly amount: Yen;
  /** Of the 領収済通知書; blank only in what was entered before it was asked for. */
  readonly slipNumber: string;
  readonly reversesId: string | null;
  /** Why it was reversed. */
  readonly reason: string;
  /** Why it came into the books only after its line's year was closed, so that it is revenue in spite of its day; else blank. */
  readonly lateReason: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly entries: readonly ReceiptEntry[];
  /** null while nothing of it was paid back. */
  readonly payback: Payback | null;
  /** null while nothing waits to be carried out. */
  readonly decision: PaybackDecision | null;
  /** In the order in which they were written down. */
  readonly reversedPaybacks: readonly ReversedPayback[];
}

/** What stands of receipts in the order of entry: neither reversed nor a reversal, by 領収日. */
export function standingReceipts(receipts: readonly RepaymentReceipt[]): RepaymentReceipt[] {
  const reversed = new Set(receipts.flatMap(({ reversesId }) => reversesId ?? []));
  return receipts
    .filter(({ id, reversesId }) => reversesId === null && !reversed.has(id))
    .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn));
}

/** The one that was entered last of those that stand: what can be taken back, as the rest was reckoned before it. */
export function newestReceipt(receipts: readonly RepaymentReceipt[]): RepaymentReceipt | null {
  const standing = new Set(standingReceipts(receipts));
  return receipts.findLast((receipt) => standing.has(receipt)) ?? null;
}

/** What takes these entries back: a part of a closed year, whose books stay, comes off the revenue of the year of today. */
export const reversalOf = (
  entries: readonly ReceiptEntry[],
  closed: readonly FiscalYear[],
  today: LocalDate,
): ReceiptEntry[] =>
  entries.map((entry) => ({
    ...entry,
    ...(closed.includes(entry.fiscalYear) && { booking: 'revenue' as const, fiscalYear: fiscalYearOf(today) }),
    amount: -entry.amount as Yen,
  }));

export const sharesIn = ({ entries }: Pick<RepaymentReceipt, 'entries'>): Shares => ({
  ...NO_SHARES,
  ...Object.fromEntries(entries.filter(({ part }) => part !== 'excess').map(({ part, amount }) => [part, amount])),
});

/** 過誤納金 in it. */
export const excessIn = ({ entries }: Pick<RepaymentReceipt, 'entries'>): Yen =>
  entries.find(({ part }) => part === 'excess')?.amount ?? ZERO_YEN;

/** Those that stand with 過誤納金 that is still to be paid back. */
export const toPayBack = (receipts: readonly RepaymentReceipt[]): RepaymentReceipt[] =>
  standingReceipts(receipts).filter((receipt) => excessIn(receipt) > 0n && receipt.payback === null);

interface Booked {
  readonly receivedOn: LocalDate;
  /** The day on which it comes into the books. */
  readonly enteredOn: LocalDate;
  /** Years whose books are closed, as far as they matter here. */
  readonly closed: readonly FiscalYear[];
  /** Of the line that had paid. */
  readonly lineYear: FiscalYear;
  /** Where the money itself belongs on this day (`refundBooking`). */
  readonly principalBooking: EntryBooking;
  /** The year in which the money itself was last booked; null while none of it came. */
  readonly principalYear: FiscalYear | null;
}

/** By its day it would go back to its line, but the books of that year are closed by now. */
export const comesTooLate = ({
  principalBooking,
  lineYear,
  closed,
}: Pick<Booked, 'principalBooking' | 'lineYear' | 'closed'>): boolean =>
  principalBooking === 'returned-to-line' && closed.includes(lineYear);

/**
 * Where each part belongs: the money itself to its line or to the revenue of the year in which it came (施行令159・160条), 加算金
 * always to the revenue of that year, 延滞金 to that of its principal (施行令142条), as long as that year takes money. 過誤納金 is
 * revenue of its year too, from which it is paid back (施行令165条の7). What a closed year does not take any more is revenue of
 * the year in which it is entered.
 */
export function entriesOf(
  { shares, excess }: { readonly shares: Shares; readonly excess: Yen },
  booked: Booked,
): ReceiptEntry[] {
  const { receivedOn, enteredOn, lineYear, principalYear, closed } = booked;
  const came = fiscalYearOf(closed.includes(fiscalYearOf(receivedOn)) ? enteredOn : receivedOn);
  const principalBooking = comesTooLate(booked) ? 'revenue' : booked.principalBooking;
  const ofPrincipal = principalBooking === 'returned-to-line' ? lineYear : came;
  const followed = shares.principal > 0n ? ofPrincipal : (principalYear ?? ofPrincipal);
  const years: Readonly<Record<RefundPart, FiscalYear>> = {
    principal: ofPrincipal,
    addition: came,
    'late-charge': receivedOn <= closingDayOf(followed) && !closed.includes(followed) ? followed : came,
  };
  const entries = REFUND_PARTS.filter((part) => shares[part] > 0n).map((part): ReceiptEntry => ({
    part,
    amount: shares[part],
    booking: part === 'principal' ? principalBooking : 'revenue',
    fiscalYear: years[part],
  }));
  if (excess === 0n) return entries;
  return [...entries, { part: 'excess', amount: excess, booking: 'revenue', fiscalYear: came }];
}
