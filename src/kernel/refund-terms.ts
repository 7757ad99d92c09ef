import { ratio, type Ratio } from './ratio.js';

/** What a refund is made of: the money that comes back, 加算金 and 延滞金. */
export const REFUND_PARTS = ['principal', 'addition', 'late-charge'] as const;
export type RefundPart = (typeof REFUND_PARTS)[number];

export const REFUND_PART_LABELS: Readonly<Record<RefundPart, string>> = {
  principal: '返還金',
  addition: '加算金',
  'late-charge': '延滞金',
};

/** How many days a year has where a yearly rate is brought to days. */
export const YEAR_COUNTS = ['always-365', 'calendar'] as const;
export type YearCount = (typeof YEAR_COUNTS)[number];

/** A charge that grows by the day. */
export interface ChargeTerms {
  /** Without one there is no charge. */
  readonly article: string;
  /** A year, as printed: `10.95`. */
  readonly percent: string;
  readonly yearCount: YearCount;
  /** The base is cut down to this unit first; 1: not at all. */
  readonly baseUnit: number;
  /** The charge is cut down to this unit, e.g. 100: 100円未満切捨て. */
  readonly unit: number;
  /** A charge below this is none at all; 0: every charge counts. */
  readonly least: number;
}

/** 公債権 lapses by time alone (地方自治法236条2項); 私債権 only when the debtor invokes it (民法145条). */
export const CLAIM_CLASSES = ['private', 'public'] as const;
export type ClaimClass = (typeof CLAIM_CLASSES)[number];

export const CLAIM_CLASS_LABELS: Readonly<Record<ClaimClass, string>> = { private: '私債権', public: '公債権' };

/** How a programme takes money back: data of its edition, each with its article. */
export interface RefundTerms {
  readonly article: string;
  /** Until when it is to be paid: days from the day after the letter. */
  readonly days: number;
  readonly claimClass: ClaimClass;
  readonly addition: ChargeTerms | null;
  readonly lateCharge: ChargeTerms | null;
  /** In which order a payment in part is taken. */
  readonly allocation: readonly RefundPart[];
  /** Where it is paid, as the slip says. */
  readonly payAt: string;
  /** 様式番号 of 返還命令書. */
  readonly formLabel: string | null;
}

/** Where an edition says nothing: no charges, and a grant under 規則 or 要綱 is taken for a gift contract. */
export const USUAL_REFUND: RefundTerms = {
  article: '',
  days: 20,
  claimClass: 'private',
  addition: null,
  lateCharge: null,
  allocation: REFUND_PARTS,
  payAt: '',
  formLabel: null,
};

/** `10.95` percent as an exact fraction; RangeError on anything else than digits with at most four decimals. */
export function percentRatio(percent: string): Ratio {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
  if (whole === undefined) throw new RangeError(`not a percentage: ${percent}`);
  return ratio(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}
