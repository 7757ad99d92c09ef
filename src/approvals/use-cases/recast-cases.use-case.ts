import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Draft } from '../domain/draft.js';
import { refuseUnlessDrafter } from '../domain/who-may-act.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter } from './case-presenter.js';
import { DraftDesk, type Intended } from './draft-desk.js';
import { RouteFinder } from './route-finder.js';

/**
 * The drafter puts cases that changed since they were drafted before the posts again, in the same round: only their own
 * approvals are void. Refused where the new amounts would need another route; then the draft is sent back and resubmitted.
 */
@Injectable()
export class RecastCases {
  constructor(
    private readonly desk: DraftDesk,
    private readonly subjects: ApprovalSubjects,
    private readonly presenter: CasePresenter,
    private readonly routes: RouteFinder,
  ) {}

  async execute(actor: Actor, command: { draftId: string; comment: string }): Promise<void> {
    await this.desk.actWith(actor, command.draftId, (tx, draft) => this.recast(tx, draft, command.comment));
  }

  private async recast(tx: Transaction, draft: Draft, comment: string): Promise<Intended> {
    const act = { kind: 'recast', comment } as const;
    if (draft.state !== 'circulating' || tx.actor.kind !== 'staff') return { act };
    refuseUnlessDrafter(draft, tx.actor);
    const subject = this.subjects.of(draft.kind);
    const cases = await this.presenter.presentLocked(tx, draft);
    for (const { subjectId, digest, draftedDigest } of cases) {
      if (digest !== draftedDigest) await subject.drafted(tx, subjectId, draft.id);
    }
    const { steps } = await this.routes.find(
      tx,
      this.subjects.actOf(draft.kind),
      cases.map(({ presented }) => presented),
      { drafterStaffId: draft.drafter.staffId, carried: draft.carried },
    );
    const askedPosts = (route: Draft['steps']): string => route.map(({ postId, role }) => `${role} ${postId}`).join();
    if (askedPosts(steps) !== askedPosts(draft.steps)) {
      throw new DomainError('approvals.route-would-change', 'conflict');
    }
    return { act };
  }
}
