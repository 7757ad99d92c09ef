/**
 * まちづくり組織: who they are, what they told the town, and the account that money goes to.
 * Announces DistrictAdded and DistrictDescribed (subject: the district), OrganizationSubmitted, OrganizationReturned, OrganizationRegistered, OrganizationChanged (what is registered reads
 * otherwise; subject: the organisation) and BankAccountChangeRequested, BankAccountChanged,
 * RepresentativeChangeReturned (subject: the change).
 */
export { OrganizationDirectory, type FormerOfficer } from './use-cases/organization-directory.js';
export type { DescribedDistrict, District } from './store/district.store.js';
export type { OrganizationProfile } from './store/organization-profiles.store.js';
export type { Payee, PayeeHold } from './domain/payee.js';

export { AddDistrict } from './use-cases/add-district.use-case.js';
export {
  IntroduceOrganization,
  LONGEST_INTRODUCTION,
  type Introduction,
} from './use-cases/introduce-organization.use-case.js';
export { DescribeDistricts, type DistrictWordsCommand } from './use-cases/describe-districts.use-case.js';
export { LONGEST_DISTRICT_WORDS } from './domain/organization.js';
export { AnswerRepresentativeChange } from './use-cases/answer-representative-change.use-case.js';
export { OrganizationFrames, type OrganizationFrame } from './use-cases/organization-frames.js';
export { RepresentativeChanges } from './use-cases/representative-changes.js';
export type { RepresentativeChange } from './domain/representative-change.js';
export { AnswerRemarks } from './use-cases/answer-remarks.use-case.js';
export { CloseAccountChange } from './use-cases/close-account-change.use-case.js';
export { ConfirmAccountChange, type ConfirmedAccountChange } from './use-cases/confirm-account-change.use-case.js';
export { ConfirmTransferKana } from './use-cases/confirm-transfer-kana.use-case.js';
export { DraftAccountChange } from './use-cases/draft-account-change.use-case.js';
export { DraftRegistration } from './use-cases/draft-registration.use-case.js';
export { InviteOfficer } from './use-cases/invite-officer.use-case.js';
export { ListOrganizations } from './use-cases/list-organizations.use-case.js';
export { OpenOrganization } from './use-cases/open-organization.use-case.js';
export { ReadDocument } from './use-cases/read-document.use-case.js';
export { RecordFigures, type RecordFiguresCommand } from './use-cases/record-figures.use-case.js';
export { RegisterOrganization } from './use-cases/register-organization.use-case.js';
export { RemoveOfficer } from './use-cases/remove-officer.use-case.js';
export { RequestAccountChange } from './use-cases/request-account-change.use-case.js';
export { ReturnRegistration } from './use-cases/return-registration.use-case.js';
export { SaveAccount } from './use-cases/save-account.use-case.js';
export { SaveBylaws } from './use-cases/save-bylaws.use-case.js';
export { SaveDetails } from './use-cases/save-details.use-case.js';
export { SaveOfficer } from './use-cases/save-officer.use-case.js';
export { SaveWards } from './use-cases/save-wards.use-case.js';
export { SubmitRegistration } from './use-cases/submit-registration.use-case.js';
export { ViewFigures, type YearsFigures } from './use-cases/view-figures.use-case.js';
export { ViewOrganization } from './use-cases/view-organization.use-case.js';
export { ImportOrganizations, type ImportReport } from './use-cases/import/import-organizations.use-case.js';
export { MakeImportTemplate } from './use-cases/import/make-import-template.use-case.js';
export type { CellFault } from './use-cases/import/import-rows.js';
export type { OrganizationListRow } from './store/organization-list.store.js';
export type { OrganizationView } from './use-cases/view-organization.use-case.js';
export { readAccount, type TypedAccount } from './use-cases/typed-account.js';

export { isConfirmed, type AccountChange } from './domain/account-change.js';
export {
  ACCOUNT_KINDS,
  isLeadingPart,
  maskAccountNumber,
  readTransferKana,
  type BankAccount,
} from './domain/bank-account.js';
export type { Figure, FigureKind, TypedFigures } from './domain/figures.js';
export { hasExpired, ROLE_SUGGESTIONS, type Officer } from './domain/officer.js';
export {
  isOpenToOfficers,
  REGISTRATION_PARTS,
  type OrganizationState,
  type RegistrationPart,
} from './domain/organization.js';
export { contentOf, openRemarks, type OrganizationFile } from './domain/organization-file.js';
export {
  faultsBeforeSubmission,
  partState,
  REGISTRATION_CHECKLIST,
  REMARK_FIELDS,
  type Remark,
  type RemarkField,
} from './domain/registration.js';
export { convertYucho, YUCHO_BANK_CODE } from './domain/yucho.js';

/** What this stage announces; subject: the organisation, or the change of its account. */
export const ORGANIZATION_EVENTS = [
  'DistrictAdded',
  'DistrictDescribed',
  'OrganizationSubmitted',
  'OrganizationReturned',
  'OrganizationRegistered',
  'OrganizationChanged',
  'BankAccountChangeRequested',
  'BankAccountChanged',
  'RepresentativeChangeReturned',
] as const;
