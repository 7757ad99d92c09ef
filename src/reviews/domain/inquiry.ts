import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';

/** waiting 回答待ち, clear 該当なし, found 該当あり: never who, nor what. */
export const INQUIRY_ANSWERS = ['waiting', 'clear', 'found'] as const;
export type InquiryAnswer = (typeof INQUIRY_ANSWERS)[number];

/** 暴力団排除の照会 on one application, as far as its review may know. */
export interface Inquiry {
  readonly askedOn: LocalDate;
  readonly answer: InquiryAnswer;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export const LONGEST_ACCESS_REASON = 300;

/** The pledge by which an applicant agrees to the inquiry is the one that speaks of 暴力団, whatever else it says. */
export const givesPledge = (answers: readonly { readonly kind: string; readonly text: string }[]): boolean =>
  answers.some(({ kind, text }) => kind === 'declaration' && text.includes('暴力団'));

/** Faults at `applicationIds` and `askedOn`. */
export function inquiryFaults(chosen: number, askedOn: LocalDate, today: LocalDate): Fault[] {
  return [
    ...(chosen === 0 ? [{ pointer: 'applicationIds', code: 'reviews.inquiry-nothing-chosen' }] : []),
    ...(askedOn > today ? [{ pointer: 'askedOn', code: 'reviews.inquiry-in-future' }] : []),
  ];
}

/** Why the list of names is taken out, in one sentence. Fault at `reason`. */
export function readAccessReason(typed: string): string {
  const reason = typed.trim();
  if (reason === '') refuseWhenFaulty([{ pointer: 'reason', code: 'reviews.access-reason-missing' }]);
  if ([...reason].length > LONGEST_ACCESS_REASON) {
    refuseWhenFaulty([{ pointer: 'reason', code: 'common.too-long', params: { max: LONGEST_ACCESS_REASON } }]);
  }
  return reason;
}

/** Whether the review may rest on it, and why, without a name. */
export function inquiryAnswer(inquiry: Inquiry | null): { readonly fulfilled: boolean; readonly why: string } {
  if (!inquiry) return { fulfilled: false, why: '照会はまだ記録されていません。' };
  const asked = `${formatEra(inquiry.askedOn)}に照会し、`;
  switch (inquiry.answer) {
    case 'waiting':
      return { fulfilled: false, why: `${asked}回答を待っています。` };
    case 'clear':
      return { fulfilled: true, why: `${asked}該当なしの回答がありました。` };
    case 'found':
      return { fulfilled: false, why: `${asked}該当ありの回答がありました。照会の担当者に確かめてください。` };
  }
}
