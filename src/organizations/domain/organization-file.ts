import type { LocalDate } from '../../kernel/local-date.js';
import type { BankAccount } from './bank-account.js';
import type { Officer } from './officer.js';
import type { OrganizationDetails, OrganizationState } from './organization.js';
import type { Remark, RegistrationContent } from './registration.js';

export interface KeptDocument {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
}

/** 登録の一件: everything about one organisation that people enter, examine and register. */
export interface OrganizationFile {
  readonly id: string;
  readonly state: OrganizationState;
  readonly details: OrganizationDetails;
  /** False until the details have been saved once without a fault. */
  readonly detailsComplete: boolean;
  readonly districtName: string;
  readonly wards: readonly string[];
  readonly bylaws: KeptDocument | null;
  readonly officers: readonly Officer[];
  /** The draft until registration, the account in use after it. */
  readonly account: BankAccount | null;
  readonly remarks: readonly Remark[];
  /** 1 until the first return, then counted up; remarks and examinations belong to a round. */
  readonly round: number;
  /** Counts every change of any part; the others count what one form edits. */
  readonly version: number;
  readonly detailsVersion: number;
  readonly wardsVersion: number;
  readonly bylawsVersion: number;
  readonly submittedAt: Date | null;
  readonly registeredOn: LocalDate | null;
}

/** Remarks of the return that the organisation is answering, or whose answers staff are reading. */
export const openRemarks = (file: OrganizationFile): readonly Remark[] =>
  file.remarks.filter(({ round }) => round === file.round - 1);

export const contentOf = (file: OrganizationFile): RegistrationContent => ({
  detailsComplete: file.detailsComplete,
  wards: file.wards,
  bylaws: file.bylaws,
  officers: file.officers,
  account: file.account,
  remarks: openRemarks(file),
});
