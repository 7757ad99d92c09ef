import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/** Where a published grant stands: only what its recipient has had in a letter. */
export const PUBLIC_STATES = ['decided', 'changed', 'discontinued', 'partly-revoked', 'revoked', 'determined'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

export const PUBLIC_STATE_LABELS: Readonly<Record<PublicState, string>> = {
  decided: '交付決定',
  changed: '変更後',
  discontinued: '中止・廃止',
  'partly-revoked': '一部取消し',
  revoked: '取消し',
  determined: '額の確定',
};

/** What the organisation wrote in answer to a question that the programme publishes. */
export interface PublicText {
  readonly question: string;
  readonly label: string;
  readonly text: string;
}

export interface PublicPhotograph {
  /** Of the picture as it is shown: drawn anew, without what the camera wrote into it. */
  readonly sha256: string;
  /** Of the photograph in the report. */
  readonly original: string;
  readonly caption: string;
}

export const STEP_KINDS = [
  'decided',
  'changed',
  'discontinued',
  'partly-revoked',
  'revoked',
  'determined',
  'paid',
  'paid-later',
  'returned',
  'verified',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_LABELS: Readonly<Record<StepKind, string>> = {
  decided: '交付を決定',
  changed: '変更を承認',
  discontinued: '中止・廃止を承認',
  'partly-revoked': '交付決定の一部を取消し',
  revoked: '交付決定を取消し',
  determined: '交付する額が確定',
  paid: '口座に振込み',
  'paid-later': '翌年度以降の予算から口座に振込み',
  returned: '団体から返還',
  verified: '検証の結果を公表',
};

/** One public day of a grant, with the amount that it put into force or moved. */
export interface PublicStep {
  readonly on: LocalDate;
  readonly kind: StepKind;
  readonly amount: Yen | null;
}

/** What the yearly verification 検証 found, and the direction from here. */
export interface PublicVerification {
  readonly id: string;
  readonly on: LocalDate;
  readonly direction: string;
  readonly texts: readonly PublicText[];
}

/** The adopted 企画提案 from which a model project came; who proposed it stands with the proposals, where they agreed. */
export interface PublicOrigin {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly callTitle: string;
}

/** What everyone may know of a grant: no person, no account, no telephone stands here. */
export interface PublicGrant {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly districtId: string;
  readonly districtName: string;
  /** As the town lists its districts. */
  readonly districtPosition: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  readonly budgetLineId: string;
  /** 分野; blank where the programme asks for none. */
  readonly field: string;
  /** What the organisation calls its project; blank where the grant is for running it, or the programme publishes no titles. */
  readonly title: string;
  /** Why the town grants money by this programme. */
  readonly purpose: string;
  /** null where the project began from no proposal. */
  readonly proposal: PublicOrigin | null;
  readonly plan: readonly PublicText[];
  readonly plannedFrom: LocalDate | null;
  readonly plannedUntil: LocalDate | null;
  readonly state: PublicState;
  /** 交付決定額, as it was decided first. */
  readonly amount: Yen;
  /** After every change, revocation and 額の確定. */
  readonly amountInForce: Yen;
  readonly determinedAmount: Yen | null;
  /** What has arrived so far, from whatever year's budget. */
  readonly paidAmount: Yen;
  /** What of it a later year's budget paid, after the grant's own year was closed. */
  readonly paidLater: Yen;
  /** Of the last payment; null while nothing has arrived. */
  readonly paidOn: LocalDate | null;
  /** What came back of it. */
  readonly paidBack: Yen;
  readonly decidedOn: LocalDate;
  /** Since when it is public. */
  readonly issuedOn: LocalDate;
  readonly results: readonly PublicText[];
  readonly photographs: readonly PublicPhotograph[];
  readonly verification: PublicVerification | null;
  /** Oldest first. */
  readonly steps: readonly PublicStep[];
}

/** The project's own name, or that of the programme. */
export const nameOfGrant = ({ title, programName }: Pick<PublicGrant, 'title' | 'programName'>): string =>
  title === '' ? programName : title;
