import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';

/** The books that must tell the same story, and within the ledger its kept balances and the postings behind them. */
export const BOOKS = [
  'ledger',
  'postings',
  'grants',
  'payments',
  'files',
  'refunds',
  'proposals',
  'closing',
  'assessments',
] as const;
export type Book = (typeof BOOKS)[number];

/** What two books are compared in. */
export type Matter =
  | 'ceiling'
  | 'allotted'
  | 'reserved'
  | 'committed'
  | 'ordered'
  | 'paid'
  | 'returned'
  | 'lapsed'
  | 'bank-file'
  | 'accounting-export'
  | 'paid-list'
  | 'revenue'
  | 'receipt';

export interface Side {
  readonly book: Book;
  readonly amount: Yen;
}

/** One place where two books disagree, named so that somebody can go there. */
export interface Difference {
  readonly matter: Matter;
  /** null where it belongs to no line, e.g. a line of a file that no order bears. */
  readonly lineId: string | null;
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
  readonly left: Side;
  readonly right: Side;
  /** A file whose kept bytes are gone, changed or unreadable. */
  readonly unreadable?: true;
}

export interface LineInLedger {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly code: string;
  readonly name: string;
  /** 出納閉鎖: what was not ordered by then lapsed, and nothing is posted any more. */
  readonly closed: boolean;
}

/** What a closing took back of one grant, as the ledger or as the record of the closing has it. */
export interface Lapse {
  readonly lineId: string;
  readonly grantId: string;
  readonly label: string;
  readonly amount: Yen;
}

/** The postings of one grant. */
export interface HeldByGrant {
  readonly grantId: string;
  readonly label: string;
  readonly lineId: string;
  readonly reserved: Yen;
  readonly committed: Yen;
  readonly ordered: Yen;
  readonly paid: Yen;
  readonly returned: Yen;
}

/** The postings under one order. */
export interface PostedOrder {
  readonly orderId: string;
  readonly label: string;
  readonly lineId: string;
  readonly ordered: Yen;
  readonly paid: Yen;
}

/** The 戻入 under one receipt. */
export interface PostedReturn {
  readonly receiptId: string;
  readonly label: string;
  readonly lineId: string;
  readonly returned: Yen;
}

export interface GrantInBooks {
  readonly id: string;
  readonly label: string;
  readonly lineId: string;
  /** What is granted today: 0 while it is proposed, refused, withdrawn or wholly revoked. */
  readonly inForce: Yen;
  /** What its draft may have reserved; null where no draft runs. */
  readonly proposed: Yen | null;
}

export interface OrderInBooks {
  readonly id: string;
  readonly label: string;
  readonly lineId: string;
  readonly amount: Yen;
  readonly ordered: Yen;
  readonly paid: Yen;
  /** The accounting of a later year paid it: no file of ours says so. */
  readonly withoutFile?: true;
}

export interface FileInBooks {
  readonly kind: 'bank-file' | 'accounting-export' | 'paid-list';
  readonly id: string;
  readonly name: string;
  readonly stated: { readonly count: number; readonly total: Yen } | null;
  readonly lines: readonly { readonly orderId: string | null; readonly number: string; readonly amount: Yen }[] | null;
}

export interface ReturnInBooks {
  readonly receiptId: string;
  readonly label: string;
  readonly lineId: string;
  readonly returned: Yen;
}

/** 歳入: what was assessed and what came of it, of one part of a demand in one year. */
export interface RevenueInBooks {
  readonly demandId: string;
  readonly label: string;
  readonly fiscalYear: FiscalYear;
  /** e.g. 加算金. */
  readonly subject: string;
  readonly assessed: Yen;
  readonly received: Yen;
  readonly paidBack: Yen;
  readonly writtenOff: Yen;
  readonly open: Yen;
}

/** A receipt, and what its parts come to: what went back to a line and what is revenue. */
export interface ReceiptInBooks {
  readonly demandId: string;
  readonly label: string;
  readonly amount: Yen;
  readonly parts: Yen;
}

/** Everything that is proved, at one moment. */
export interface Books {
  readonly lines: readonly LineInLedger[];
  /** What the ledger says of itself where its balances are not its postings. */
  readonly ledgerFaults: readonly Difference[];
  readonly held: readonly HeldByGrant[];
  readonly postedOrders: readonly PostedOrder[];
  readonly postedReturns: readonly PostedReturn[];
  readonly grants: readonly GrantInBooks[];
  readonly orders: readonly OrderInBooks[];
  readonly files: readonly FileInBooks[];
  readonly returns: readonly ReturnInBooks[];
  readonly revenue: readonly RevenueInBooks[];
  /** Those whose parts are not their whole. */
  readonly unevenReceipts: readonly ReceiptInBooks[];
  readonly postedLapses: readonly Lapse[];
  readonly lapses: readonly Lapse[];
}
