import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { composeKana, isReading, toKatakana } from '../../kernel/kana.js';
import type { Machine } from '../../kernel/machine.js';
import { Faults, foldDigits, foldPhone, isDigitsOnly } from './typed-text.js';

export const ORGANIZATION_STATES = ['draft', 'submitted', 'returned', 'registered'] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];
export type OrganizationAction = 'submit' | 'return' | 'register';

export const organizationMachine = {
  draft: { submit: 'submitted' },
  submitted: { return: 'returned', register: 'registered' },
  returned: { submit: 'submitted' },
  registered: {},
} as const satisfies Machine<OrganizationState, OrganizationAction>;

/** The parts of a registration; each is one task of the list, saved and versioned on its own. */
export const REGISTRATION_PARTS = ['details', 'wards', 'bylaws', 'officers', 'account'] as const;
export type RegistrationPart = (typeof REGISTRATION_PARTS)[number];

/** What an officer may still change after registration without asking: how to reach them and who they are. */
const FREE_AFTER_REGISTRATION: ReadonlySet<RegistrationPart> = new Set(['details', 'officers']);

/**
 * Officers write until they submit and again when returned; staff may correct trifles (職権訂正) at any time.
 * After registration an account changes only by a change that two staff confirm.
 */
export function refuseLockedPart(state: OrganizationState, part: RegistrationPart, actor: Actor): void {
  if (state === 'registered' && part === 'account')
    throw new DomainError('organizations.account-needs-change', 'conflict');
  if (actor.kind !== 'officer') {
    requireDuty(actor, 'promotion');
    return;
  }
  if (state === 'submitted') throw new DomainError('organizations.under-examination', 'conflict');
  if (!isOpenToOfficers(state, part)) throw new DomainError('organizations.fixed-by-registration', 'conflict');
}

/** Whether officers may write this part now. */
export const isOpenToOfficers = (state: OrganizationState, part: RegistrationPart): boolean =>
  state === 'draft' || state === 'returned' || (state === 'registered' && FREE_AFTER_REGISTRATION.has(part));

export interface OrganizationDetails {
  readonly name: string;
  readonly kana: string;
  readonly districtId: string;
  /** `838-0198`. */
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string | null;
  readonly consentsToElectronicDelivery: boolean;
}

export interface TypedDetails {
  readonly name: string;
  readonly kana: string;
  readonly districtId: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
  /** Null while neither way was chosen. */
  readonly consentsToElectronicDelivery: boolean | null;
}

/** The details as typed, folded and checked; throws every fault at its field. */
export function readDetails(typed: TypedDetails, districtIds: readonly string[]): OrganizationDetails {
  const faults = new Faults();
  const name = readName(typed.name, faults);
  const kana = faults.text('kana', toKatakana(typed.kana), 100, {
    missing: 'organizations.kana-missing',
    tooLong: 'organizations.kana-too-long',
  });
  if (kana !== '' && !isReading(kana)) faults.add('kana', 'organizations.kana-not-kana');
  if (!districtIds.includes(typed.districtId)) faults.add('districtId', 'organizations.district-missing');
  const postalCode = readPostalCode(typed.postalCode, faults);
  const address = faults.text('address', typed.address, 120, {
    missing: 'organizations.address-missing',
    tooLong: 'organizations.address-too-long',
  });
  const phone = readPhone(typed.phone, faults);
  const mail = typed.mail.normalize('NFKC').trim();
  if (mail !== '' && !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(mail))
    faults.add('mail', 'organizations.mail-not-mail');
  if (typed.consentsToElectronicDelivery === null) faults.add('consent', 'organizations.consent-missing');
  refuseWhenFaulty(faults.list);
  return {
    ...{ name, kana, districtId: typed.districtId, postalCode, address, phone },
    mail: mail === '' ? null : mail,
    consentsToElectronicDelivery: typed.consentsToElectronicDelivery ?? false,
  };
}

/** The district chosen from the town's list; throws at `districtId`. */
export function readDistrictId(typed: string, districtIds: readonly string[]): string {
  if (districtIds.includes(typed)) return typed;
  throw DomainError.invalid([{ pointer: 'districtId', code: 'organizations.district-missing' }]);
}

/** A further 校区 of the town; throws at `name`. */
export function readDistrictName(typed: string, known: readonly string[]): string {
  const faults = new Faults();
  const name = faults.text('name', typed, 30, {
    missing: 'organizations.district-name-missing',
    tooLong: 'organizations.district-name-too-long',
  });
  if (known.includes(name)) faults.add('name', 'organizations.district-known', { name });
  refuseWhenFaulty(faults.list);
  return name;
}

/** As long as a short paragraph. */
export const LONGEST_DISTRICT_WORDS = 600;

const aboutOf = (faults: Faults, pointer: string, typed: string): string => {
  const text = composeKana(typed).replace(/\r\n?/g, '\n').trim();
  if ([...text].length > LONGEST_DISTRICT_WORDS) {
    faults.add(pointer, 'organizations.district-words-too-long', { max: LONGEST_DISTRICT_WORDS });
  }
  return text;
};

/** What a town says of one district; throws at `about`. */
export function readDistrictAbout(typed: string): string {
  const faults = new Faults();
  const about = aboutOf(faults, 'about', typed);
  refuseWhenFaulty(faults.list);
  return about;
}

/** What a town says of its districts, by their ids; throws at `about-<id>`. */
export function readDistrictWords(typed: readonly { readonly id: string; readonly about: string }[]) {
  const faults = new Faults();
  const words = new Map(typed.map(({ id, about }) => [id, aboutOf(faults, `about-${id}`, about)]));
  refuseWhenFaulty(faults.list);
  return words;
}

/** The name that staff give when they open an organisation; throws at `name`. */
export function readOrganizationName(typed: string): string {
  const faults = new Faults();
  const name = readName(typed, faults);
  refuseWhenFaulty(faults.list);
  return name;
}

const readName = (typed: string, faults: Faults): string =>
  faults.text('name', typed, 60, { missing: 'organizations.name-missing', tooLong: 'organizations.name-too-long' });

function readPostalCode(typed: string, faults: Faults): string {
  const digits = foldDigits(typed.replace('〒', ''));
  if (typed.trim() === '') faults.add('postalCode', 'organizations.postal-code-missing');
  else if (digits.length !== 7 || !isDigitsOnly(typed.replace('〒', ''))) {
    faults.add('postalCode', 'organizations.postal-code-not-seven-digits');
  }
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

function readPhone(typed: string, faults: Faults): string {
  const phone = foldPhone(typed);
  if (typed.trim() === '') faults.add('phone', 'organizations.phone-missing');
  else if (phone === null) faults.add('phone', 'organizations.phone-not-phone');
  return phone ?? '';
}
