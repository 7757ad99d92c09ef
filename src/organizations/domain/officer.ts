import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { Faults, foldPhone } from './typed-text.js';

/** Roles that most 規約 know; any other may be typed. */
export const ROLE_SUGGESTIONS = ['会長', '副会長', '事務局長', '会計', '書記', '監事', '部会長', '顧問'] as const;

export interface OfficerTerms {
  readonly role: string;
  readonly name: string;
  readonly phone: string | null;
  readonly termFrom: LocalDate;
  readonly termUntil: LocalDate;
  /** 代表者: exactly one an organisation, whose name stands on applications and claims. */
  readonly isRepresentative: boolean;
}

/** An officer as kept; one whom staff named when they opened the organisation has no term yet. */
export interface Officer extends Omit<OfficerTerms, 'termFrom' | 'termUntil'> {
  readonly id: string;
  readonly termFrom: LocalDate | null;
  readonly termUntil: LocalDate | null;
  readonly version: number;
}

type Term = Pick<Officer, 'termFrom' | 'termUntil'>;

export interface TypedOfficer {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly termFrom: string;
  readonly termUntil: string;
  readonly isRepresentative: boolean;
}

/** Role and name of the first officer, whom staff name at opening; the officer adds the rest. Throws at `officerRole`, `officerName`. */
export function readFirstOfficer(typedRole: string, typedName: string): { role: string; name: string } {
  const faults = new Faults();
  const officer = {
    role: readRole('officerRole', typedRole, faults),
    name: readName('officerName', typedName, faults),
  };
  refuseWhenFaulty(faults.list);
  return officer;
}

/** An officer as typed, folded and checked; throws every fault at its field. */
export function readOfficer(typed: TypedOfficer): OfficerTerms {
  const faults = new Faults();
  const role = readRole('role', typed.role, faults);
  const name = readName('name', typed.name, faults);
  const termFrom = readDay('termFrom', typed.termFrom, faults, {
    missing: 'organizations.term-from-missing',
    unreadable: 'organizations.term-from-unreadable',
  });
  const termUntil = readDay('termUntil', typed.termUntil, faults, {
    missing: 'organizations.term-until-missing',
    unreadable: 'organizations.term-until-unreadable',
  });
  if (termFrom && termUntil && termUntil < termFrom)
    faults.add('termUntil', 'organizations.term-ends-before-it-starts');
  const phone = foldPhone(typed.phone);
  if (typed.phone.trim() !== '' && phone === null) faults.add('phone', 'organizations.phone-not-phone');
  if (typed.phone.trim() === '' && typed.isRepresentative) {
    faults.add('phone', 'organizations.representative-phone-missing');
  }
  refuseWhenFaulty(faults.list);
  if (!termFrom || !termUntil) throw new DomainError('organizations.term-from-missing');
  return { role, name, phone, termFrom, termUntil, isRepresentative: typed.isRepresentative };
}

/** 任期中: from the first day of the term to its last, both included. */
export const isInOffice = ({ termFrom, termUntil }: Term, today: LocalDate): boolean =>
  termFrom !== null && termUntil !== null && termFrom <= today && today <= termUntil;

/** 任期満了: shown until the successor is entered. */
export const hasExpired = ({ termUntil }: Term, today: LocalDate): boolean => termUntil !== null && termUntil < today;

/** The one representative, or null while none is named. */
export const representativeOf = (officers: readonly Officer[]): Officer | null =>
  officers.find((officer) => officer.isRepresentative) ?? null;

const readRole = (pointer: string, typed: string, faults: Faults): string =>
  faults.text(pointer, typed, 30, { missing: 'organizations.role-missing', tooLong: 'organizations.role-too-long' });

const readName = (pointer: string, typed: string, faults: Faults): string =>
  faults.text(pointer, typed, 40, {
    missing: 'organizations.officer-name-missing',
    tooLong: 'organizations.officer-name-too-long',
  });

function readDay(
  pointer: string,
  typed: string,
  faults: Faults,
  code: { missing: string; unreadable: string },
): LocalDate | null {
  try {
    const day = parseDay(typed);
    if (day === null) faults.add(pointer, code.missing);
    return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.add(pointer, code.unreadable);
    return null;
  }
}
