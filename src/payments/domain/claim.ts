import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { composeKana } from '../../kernel/kana.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';
import { instalmentInWords, type ClaimKind } from './instalments.js';

export type ClaimState = 'prepared' | 'confirmed' | 'withdrawn';
export type ClaimAction = 'confirm' | 'withdraw';

export const CLAIM_MACHINE = {
  prepared: { confirm: 'confirmed', withdraw: 'withdrawn' },
  confirmed: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Machine<ClaimState, ClaimAction>;

/** Who stands behind a 請求書 without a seal: 発行責任者 and 担当者, each to be reached by telephone. */
export interface ClaimSigners {
  readonly responsibleName: string;
  readonly responsiblePhone: string;
  readonly inChargeName: string;
  readonly inChargePhone: string;
}

export interface ClaimConfirmation extends ClaimSigners {
  readonly claimedOn: LocalDate;
}

export interface TypedConfirmation extends ClaimSigners {
  readonly claimedOn: string;
}

/** 請求 of a grant or of a part of it. Its amount never changes: a wrong claim is withdrawn and issued anew. */
export interface Claim {
  readonly id: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly fiscalYear: FiscalYear;
  readonly kind: ClaimKind;
  /** Counts the parts before the settlement from 1; null: the rest after it. */
  readonly instalment: number | null;
  /** How many parts the programme pays before the settlement. */
  readonly instalments: number;
  /** What a settlement's claim follows from, e.g. the 額の確定. */
  readonly causeId: string | null;
  /** 通常払, 概算払, …, in the programme's words. */
  readonly paymentMethod: string;
  readonly amount: Yen;
  readonly state: ClaimState;
  readonly preparedAt: Date;
  readonly confirmation: (ClaimConfirmation & { readonly confirmedAt: Date; readonly letterId: string }) | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
}

/** `概算払　第1回（全2回）`: what the claim is for, where one grant has several. */
export function claimInWords({ paymentMethod, instalment, instalments }: ClaimedFor): string {
  const part = instalment === null ? '' : instalmentInWords(instalment, instalments);
  return part === '' ? paymentMethod : `${paymentMethod}　${part}`;
}

export type ClaimedFor = Pick<Claim, 'paymentMethod' | 'instalment' | 'instalments'>;

const MAX_NAME = 50;
const PHONE = /^0\d{9,10}$/;

/** The person's text without the blanks that keyboards add; the characters of a name stay as typed. */
export const tidy = (typed: string): string => composeKana(typed).replace(/\s+/g, ' ').trim();

/** Digits and single hyphens, as a telephone number is printed: full-width figures and every dash are understood. */
export const tidyPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/[\s()]/g, '');

/** The confirmation as typed, tidied and checked; throws every fault at its field. `issuedOn` is the day of the letter. */
export function readConfirmation(
  typed: TypedConfirmation,
  issuedOn: LocalDate | null,
  today: LocalDate,
): ClaimConfirmation {
  const faults: Fault[] = [];
  const claimedOn = readClaimDay(typed.claimedOn, faults);
  if (claimedOn && claimedOn > today) faults.push({ pointer: 'claimedOn', code: 'payments.claim-in-future' });
  if (claimedOn && issuedOn && claimedOn < issuedOn) {
    faults.push({
      pointer: 'claimedOn',
      code: 'payments.claim-before-letter',
      params: { earliest: formatEra(issuedOn) },
    });
  }
  const signers = {
    responsibleName: tidy(typed.responsibleName),
    responsiblePhone: tidyPhone(typed.responsiblePhone),
    inChargeName: tidy(typed.inChargeName),
    inChargePhone: tidyPhone(typed.inChargePhone),
  };
  refuseWhenFaulty([...faults, ...signerFaults(signers)]);
  if (!claimedOn) throw new DomainError('payments.claim-day-missing');
  return { claimedOn, ...signers };
}

function readClaimDay(typed: string, faults: Fault[]): LocalDate | null {
  try {
    const day = parseDay(typed);
    if (!day) faults.push({ pointer: 'claimedOn', code: 'payments.claim-day-missing' });
    return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer: 'claimedOn', code: 'payments.claim-day-unreadable' });
    return null;
  }
}

function signerFaults(signers: ClaimSigners): Fault[] {
  const faults: Fault[] = [];
  for (const [pointer, label] of [
    ['responsibleName', '発行責任者'],
    ['inChargeName', '担当者'],
  ] as const) {
    if (signers[pointer] === '') faults.push({ pointer, code: 'payments.signer-missing', params: { label } });
    if (signers[pointer].length > MAX_NAME) {
      faults.push({ pointer, code: 'payments.signer-too-long', params: { label, most: MAX_NAME } });
    }
  }
  for (const [pointer, label] of [
    ['responsiblePhone', '発行責任者'],
    ['inChargePhone', '担当者'],
  ] as const) {
    if (!PHONE.test(signers[pointer].replaceAll('-', ''))) {
      faults.push({ pointer, code: 'payments.signer-phone', params: { label } });
    }
  }
  return faults;
}
