import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Accounts, Invitations, type Account, type Invitation } from '../../identity/index.js';
import { Municipalities, type Section } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Holding } from '../domain/holding.js';
import type { Post } from '../domain/post.js';
import type { StaffMemberWithPosts } from '../domain/staff-member.js';
import { StaffDirectory } from './staff-directory.js';

export interface MemberView extends StaffMemberWithPosts {
  readonly account: Account | null;
  /** A code that was handed over and not used yet. */
  readonly invitation: Invitation | null;
}

export interface StaffView {
  readonly members: readonly MemberView[];
  readonly posts: readonly Post[];
  readonly holdings: readonly Holding[];
  readonly sections: readonly Section[];
  readonly today: LocalDate;
}

/** People, posts and accounts of the town in one look, for the administrator and the auditors. */
@Injectable()
export class ViewStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: StaffDirectory,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly municipalities: Municipalities,
  ) {}

  execute(actor: Actor): Promise<StaffView> {
    requireDuty(actor, 'administer', 'audit');
    return this.unitOfWork.read(actor, async (tx) => {
      const accounts = await this.accounts.list(tx, 'staff');
      const invitations = await this.invitations.open(tx, 'staff');
      const members = await this.directory.list(tx);
      return {
        members: members.map((member) => ({
          ...member,
          account: accounts.find(({ partyId }) => partyId === member.id) ?? null,
          invitation: invitations.find(({ partyId }) => partyId === member.id) ?? null,
        })),
        posts: await this.directory.posts(tx),
        holdings: await this.directory.holdings(tx),
        sections: await this.municipalities.sections(tx),
        today: tx.today,
      };
    });
  }
}
