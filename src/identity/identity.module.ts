import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountRow } from './store/account-row.js';
import { AccountStore } from './store/accounts.store.js';
import { InvitationRow } from './store/invitation-row.js';
import { InvitationStore } from './store/invitations.store.js';
import { SessionRow } from './store/session-row.js';
import { SessionStore } from './store/sessions.store.js';
import { SignInAttemptStore } from './store/sign-in-attempts.store.js';
import { SignInAttemptsRow } from './store/sign-in-attempts-row.js';
import { AcceptInvitation } from './use-cases/accept-invitation.use-case.js';
import { Accounts } from './use-cases/accounts.js';
import { ChangePassword } from './use-cases/change-password.use-case.js';
import { EndSession } from './use-cases/end-session.use-case.js';
import { Invitations } from './use-cases/invitations.js';
import { ListSessions } from './use-cases/list-sessions.use-case.js';
import { LookUpInvitation } from './use-cases/look-up-invitation.use-case.js';
import { OpenSession } from './use-cases/open-session.js';
import { PartyDirectories } from './use-cases/party-directories.js';
import { ResolveSession } from './use-cases/resolve-session.use-case.js';
import { Secrets } from './use-cases/secrets.js';
import { SignIn } from './use-cases/sign-in.use-case.js';
import { SignOut } from './use-cases/sign-out.use-case.js';

const contract = [
  AcceptInvitation,
  Accounts,
  ChangePassword,
  EndSession,
  Invitations,
  ListSessions,
  LookUpInvitation,
  PartyDirectories,
  ResolveSession,
  SignIn,
  SignOut,
];

@Module({
  imports: [TypeOrmModule.forFeature([AccountRow, InvitationRow, SessionRow, SignInAttemptsRow])],
  providers: [...contract, AccountStore, InvitationStore, OpenSession, Secrets, SessionStore, SignInAttemptStore],
  exports: contract,
})
export class IdentityModule {}
