import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { RefundTerms } from '../../kernel/refund-terms.js';
import type { Yen } from '../../kernel/yen.js';
import type { Received } from './account.js';

/**
 * Why money comes back: 額の確定 below what was paid, a lower amount after 変更, 取消 or 廃止, paid by mistake, or the town's share of
 * what a disposal of property brought.
 */
export type RepaymentCause = 'settlement' | 'amendment' | 'revocation' | 'overpayment' | 'disposal';

export const CAUSE_LABELS: Readonly<Record<RepaymentCause, string>> = {
  settlement: '額の確定による精算',
  amendment: '交付決定の変更による減額',
  revocation: '交付決定の取消し・廃止',
  overpayment: '過誤払',
  disposal: '財産処分に伴う納付',
};

/**
 * open: what must come back is known, nobody has decided. drafted: in a draft 起案. decided: no letter yet. demanded: the
 * letter is out. settled: everything is paid. lapsed: 免除 or 権利放棄 ended it, 不納欠損 is still to come. written-off: 不納欠損.
 * dropped: 取下げ, because the money that it asked for was not paid after all.
 */
export type DemandState =
  'open' | 'drafted' | 'decided' | 'demanded' | 'settled' | 'lapsed' | 'written-off' | 'dropped';
export type DemandAction =
  | 'draft'
  | 'release'
  | 'decide'
  | 'issue'
  | 'void-letter'
  | 'settle'
  | 'reopen'
  | 'lapse'
  | 'write-off'
  | 'revise'
  | 'drop';

export const DEMAND_MACHINE = {
  open: { draft: 'drafted', decide: 'decided', drop: 'dropped' },
  drafted: { draft: 'drafted', release: 'open', decide: 'decided' },
  decided: { issue: 'demanded', revise: 'open', drop: 'dropped' },
  demanded: {
    'void-letter': 'decided',
    revise: 'open',
    drop: 'dropped',
    settle: 'settled',
    lapse: 'lapsed',
    'write-off': 'written-off',
  },
  settled: { reopen: 'demanded' },
  lapsed: { 'write-off': 'written-off' },
  'written-off': {},
  dropped: {},
} as const satisfies Machine<DemandState, DemandAction>;

/** 返還 of a grant's money: what must come back and why, and the letter that says so. */
export interface RepaymentDemand {
  readonly id: string;
  /** Counts the demands of a budget year. */
  readonly number: number;
  readonly cause: RepaymentCause;
  readonly causeId: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  /** Of the budget line that had paid. */
  readonly fiscalYear: FiscalYear;
  readonly budgetLineId: string;
  readonly amount: Yen;
  /** What happened, in words, where staff opened it by hand; otherwise blank. */
  readonly note: string;
  readonly recipientAtFault: boolean;
  /** As they stood when the demand was opened; a later edition reaches no older demand. */
  readonly terms: RefundTerms;
  readonly received: readonly Received[];
  readonly state: DemandState;
  readonly openedOn: LocalDate;
  /** 決裁日. */
  readonly decidedOn: LocalDate | null;
  /** 施行日. */
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** 納期限 of the 納入通知書 of 加算金 and 延滞金, and its letter. */
  readonly chargesDueOn: LocalDate | null;
  readonly chargesLetterId: string | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
  readonly endedOn: LocalDate | null;
  readonly version: number;
}

/** `R8返還第3号`. */
export const demandNumber = ({ fiscalYear, number }: Pick<RepaymentDemand, 'fiscalYear' | 'number'>): string =>
  `R${String(eraNumberOf(fiscalYear))}返還第${String(number)}号`;

/** Reads the number as typed; null for anything else. */
export function readDemandNumber(typed: string): { eraNumber: number; number: number } | null {
  const [, era, number] = /^R(\d{1,3})返還第?(\d{1,6})号?$/i.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return era === undefined ? null : { eraNumber: Number(era), number: Number(number) };
}

/**
 * What a settlement or a change leaves over is asked back by a 通知, after a revocation by an order. What the town paid by its
 * own mistake is no one's breach of a rule: it is asked back as 不当利得.
 */
export const paperOf = ({
  cause,
}: Pick<RepaymentDemand, 'cause'>): '返還命令' | '返還通知' | '納付通知' | '過誤払返還通知' => PAPERS[cause];

const PAPERS = {
  settlement: '返還通知',
  amendment: '返還通知',
  revocation: '返還命令',
  overpayment: '過誤払返還通知',
  disposal: '納付通知',
} as const satisfies Record<RepaymentCause, string>;

/** 不当利得; while the year is open its 戻入 is 誤払いの戻入. */
export const OVERPAYMENT_ARTICLE = '民法第703条（不当利得の返還。地方自治法施行令第159条・第160条）';

/** The letter of each, which is its template as well. */
export const LETTER_KINDS = {
  返還命令: 'repayment-order',
  返還通知: 'repayment-notice',
  納付通知: 'repayment-share',
  過誤払返還通知: 'repayment-mistaken',
} as const;

/** The budget year of a number, e.g. 2026 of `R8返還第3号`. */
export const demandYear = ({ eraNumber }: { readonly eraNumber: number }): number => eraNumber + 2018;
