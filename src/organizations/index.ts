/** まちづくり組織: who they are, what they told the town, and the account that money goes to. */
export { OrganizationDirectory } from './use-cases/organization-directory.js';
export type { OrganizationProfile } from './store/organization-profiles.store.js';
export type { Payee, PayeeHold } from './domain/payee.js';
export { hasExpired, isInOffice, ROLE_SUGGESTIONS, type Officer } from './domain/officer.js';
export { ACCOUNT_KINDS, maskAccountNumber, type AccountKind, type BankAccount } from './domain/bank-account.js';
export type { OrganizationState } from './domain/organization.js';

/** What this stage announces. */
export const ORGANIZATION_EVENTS = [
  'OrganizationSubmitted',
  'OrganizationReturned',
  'OrganizationRegistered',
  'BankAccountChangeRequested',
  'BankAccountChanged',
] as const;
