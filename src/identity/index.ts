/** Accounts, sign-in and sessions; who the people are is known by the stages that register a party directory. */
export { AcceptInvitation, type AcceptInvitationCommand } from './use-cases/accept-invitation.use-case.js';
export { Accounts, type AccountRequest } from './use-cases/accounts.js';
export { ChangePassword, type ChangePasswordCommand } from './use-cases/change-password.use-case.js';
export { EndSession } from './use-cases/end-session.use-case.js';
export { Invitations, type Invitee, type IssuedCode } from './use-cases/invitations.js';
export { ListSessions, type SessionView } from './use-cases/list-sessions.use-case.js';
export { LookUpInvitation, type InvitationView } from './use-cases/look-up-invitation.use-case.js';
export { PartyDirectories, type PartyDirectory } from './use-cases/party-directories.js';
export { ResolveSession, type ResolvedSession } from './use-cases/resolve-session.use-case.js';
export { SignIn, type SignInCommand } from './use-cases/sign-in.use-case.js';
export { SignOut } from './use-cases/sign-out.use-case.js';
export type { Account, PartyKind, PartyReference } from './domain/account.js';
export type { Invitation, InvitationPurpose } from './domain/invitation.js';
export type { RequestKind } from './domain/session.js';
export type { SignedIn } from './use-cases/open-session.js';
