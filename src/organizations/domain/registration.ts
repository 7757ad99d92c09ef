import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { BankAccount } from './bank-account.js';
import { isInOffice, representativeOf, type Officer } from './officer.js';
import type { RegistrationPart } from './organization.js';

/** What staff look at before an organisation is registered; sample wording (見本) until a town brings its own. */
export const REGISTRATION_CHECKLIST = [
  { id: 'bylaws', text: '規約があり、目的・区域・会計・役員の定めがある' },
  { id: 'wards', text: '行政区の一覧が校区の区域と合っている' },
  { id: 'officers', text: '役員名簿があり、代表者の任期が続いている' },
  { id: 'excluded', text: '営利・宗教・政治を目的とする活動でない' },
  { id: 'account', text: '口座が団体の名義で、通帳の写しと合っている' },
] as const;
export type ChecklistItemId = (typeof REGISTRATION_CHECKLIST)[number]['id'];

/** Places that a remark can be tied to: the field's name and the words that people know it by. */
export const REMARK_FIELDS = {
  name: { part: 'details', label: '団体名' },
  kana: { part: 'details', label: '団体名のフリガナ' },
  districtId: { part: 'details', label: '校区' },
  address: { part: 'details', label: '住所' },
  phone: { part: 'details', label: '電話番号' },
  mail: { part: 'details', label: 'メールアドレス' },
  wards: { part: 'wards', label: '行政区' },
  bylaws: { part: 'bylaws', label: '規約' },
  officers: { part: 'officers', label: '役員' },
  bank: { part: 'account', label: '銀行・支店' },
  accountNumber: { part: 'account', label: '口座番号' },
  holderKana: { part: 'account', label: '口座名義（カナ）' },
  passbook: { part: 'account', label: '通帳の写し' },
} as const satisfies Record<string, { part: RegistrationPart; label: string }>;
export type RemarkField = keyof typeof REMARK_FIELDS;

const MAX_REMARK = 500;

export interface Remark {
  readonly id: string;
  readonly round: number;
  readonly field: RemarkField;
  readonly text: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

/** What a registration is made of, as far as completeness can be judged. */
export interface RegistrationContent {
  readonly detailsComplete: boolean;
  readonly wards: readonly string[];
  readonly bylaws: object | null;
  readonly officers: readonly Officer[];
  readonly account: BankAccount | null;
  /** Remarks of the round that is open. */
  readonly remarks: readonly Remark[];
}

/** Everything that keeps a registration from being submitted, each with the task (`pointer`) where it is mended. */
export function faultsBeforeSubmission(content: RegistrationContent, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const needs = (
    fulfilled: boolean,
    pointer: RegistrationPart | 'remarks',
    code: string,
    params?: Fault['params'],
  ): void => {
    if (!fulfilled) faults.push(params ? { pointer, code, params } : { pointer, code });
  };
  needs(content.detailsComplete, 'details', 'organizations.details-unfinished');
  needs(content.wards.length > 0, 'wards', 'organizations.wards-missing');
  needs(content.bylaws !== null, 'bylaws', 'organizations.bylaws-missing');
  const representative = representativeOf(content.officers);
  needs(representative !== null, 'officers', 'organizations.representative-missing');
  if (representative) {
    needs(isInOffice(representative, today), 'officers', 'organizations.representative-out-of-office', {
      name: representative.name,
    });
    needs(representative.phone !== null, 'officers', 'organizations.representative-phone-missing');
  }
  needs(content.account !== null, 'account', 'organizations.account-missing');
  if (content.account) needs(content.account.passbook !== null, 'account', 'organizations.passbook-missing');
  for (const remark of content.remarks.filter(({ answer }) => answer === null)) {
    needs(false, REMARK_FIELDS[remark.field].part, 'organizations.remark-unanswered', {
      field: REMARK_FIELDS[remark.field].label,
    });
  }
  return faults;
}

/** 未着手 / 済み / 要修正 of each task in the list. */
export function partState(
  part: RegistrationPart,
  content: RegistrationContent,
  today: LocalDate,
): 'todo' | 'mend' | 'done' {
  const remarked = content.remarks.some(({ answer, field }) => answer === null && REMARK_FIELDS[field].part === part);
  if (remarked) return 'mend';
  return faultsBeforeSubmission(content, today).some(({ pointer }) => pointer === part) ? 'todo' : 'done';
}

/** Staff register only when every item is ticked and the transfer kana has been confirmed. */
export function refuseUnfitRegistration(account: BankAccount | null, checked: readonly string[]): BankAccount {
  const faults: Fault[] = REGISTRATION_CHECKLIST.filter(({ id }) => !checked.includes(id)).map(({ id, text }) => ({
    pointer: `checklist[${id}]`,
    code: 'organizations.checklist-open',
    params: { item: text },
  }));
  refuseWhenFaulty(faults);
  if (!account?.transferKana) throw new DomainError('organizations.transfer-kana-unconfirmed', 'conflict');
  return account;
}

/** What the organisation newly says about open remarks; blank and unchanged answers are left out. Throws at `answers[id]`. */
export function readAnswers(
  typed: Readonly<Record<string, string>>,
  open: readonly Remark[],
): { remark: Remark; answer: string }[] {
  const answers = open
    .map((remark) => ({ remark, answer: (typed[remark.id] ?? '').trim() }))
    .filter(({ remark, answer }) => answer !== '' && answer !== remark.answer);
  const faults = answers.filter(({ answer }) => [...answer].length > MAX_REMARK);
  refuseWhenFaulty(
    faults.map(({ remark: { id } }) => ({
      pointer: `answers[${id}]`,
      code: 'organizations.answer-too-long',
      params: { max: MAX_REMARK },
    })),
  );
  return answers;
}

export interface TypedRemark {
  readonly field: string;
  readonly text: string;
}

/** The points of a return: at least one, each with a text; throws at `remarks[field]`. */
export function readRemarks(typed: readonly TypedRemark[]): { field: RemarkField; text: string }[] {
  const faults: Fault[] = [];
  const remarks = typed.map(({ field, text }) => ({ field, text: text.trim() })).filter(({ text }) => text !== '');
  if (remarks.length === 0) faults.push({ pointer: 'remarks', code: 'organizations.remarks-missing' });
  for (const { field, text } of remarks) {
    if (!isRemarkField(field)) throw DomainError.notFound();
    if ([...text].length > MAX_REMARK) {
      faults.push({ pointer: `remarks[${field}]`, code: 'organizations.remark-too-long', params: { max: MAX_REMARK } });
    }
  }
  refuseWhenFaulty(faults);
  return remarks.filter((remark): remark is { field: RemarkField; text: string } => isRemarkField(remark.field));
}

const isRemarkField = (text: string): text is RemarkField => Object.hasOwn(REMARK_FIELDS, text);
