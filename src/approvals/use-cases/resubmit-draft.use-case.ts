import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { draftFaults } from '../domain/draft-faults.js';
import { itemsOf, type Draft, type DraftMark } from '../domain/draft.js';
import { refuseUnlessDrafter } from '../domain/who-may-act.js';
import { ApprovalSubjects } from './approval-subjects.js';
import { CasePresenter } from './case-presenter.js';
import { DraftDesk, type Intended } from './draft-desk.js';
import { Drafts, withOwnMarks } from './drafts.js';
import { RouteFinder } from './route-finder.js';

export interface ResubmitDraftCommand {
  readonly draftId: string;
  readonly title: string;
  readonly reason: string;
  /** What was done about the remarks. */
  readonly comment: string;
  /** Left out, as they were. */
  readonly marks?: readonly DraftMark[];
  readonly carried?: boolean;
  /** The 起案番号 of an earlier draft; left out, as it was, and blank, none. */
  readonly cites?: string;
}

/**
 * 再提出 by the drafter: a new round with the cases as they stand now, its route found anew (the amount may have changed)
 * and walked from its first post. Faults at `title`, `reason`, `cites`.
 */
@Injectable()
export class ResubmitDraft {
  constructor(
    private readonly desk: DraftDesk,
    private readonly subjects: ApprovalSubjects,
    private readonly presenter: CasePresenter,
    private readonly routes: RouteFinder,
    private readonly drafts: Drafts,
  ) {}

  async execute(actor: Actor, command: ResubmitDraftCommand): Promise<void> {
    if (actor.kind !== 'staff') throw DomainError.notFound();
    await this.desk.actWith(actor, command.draftId, (tx, draft) => this.resubmission(tx, actor, draft, command));
  }

  private async resubmission(
    tx: Transaction,
    staff: StaffActor,
    before: Draft,
    command: ResubmitDraftCommand,
  ): Promise<Intended> {
    refuseUnlessDrafter(before, staff);
    if (before.state !== 'returned') throw new DomainError('approvals.not-returned', 'conflict');
    const said = {
      title: command.title.trim(),
      reason: command.reason.trim(),
      marks: withOwnMarks(before.kind, command.marks ?? before.marks),
      carried: command.carried ?? before.carried,
      citesDraftId:
        command.cites === undefined ? before.citesDraftId : await this.drafts.cited(tx, command.cites, before.id),
    };
    const subjectIds = itemsOf(before).map(({ subjectId }) => subjectId);
    refuseWhenFaulty(draftFaults(said.title, said.reason, subjectIds));

    const subject = this.subjects.of(before.kind);
    await subject.lock(tx, subjectIds);
    for (const subjectId of subjectIds) await subject.drafted(tx, subjectId, before.id);
    const cases = await this.presenter.presentItems(tx, { ...before, ...said });
    const { authority, steps } = await this.routes.find(
      tx,
      this.subjects.actOf(before.kind),
      cases.map(({ presented }) => presented),
      { drafterStaffId: staff.staffId, carried: said.carried },
    );
    const items = cases.map(({ itemId: id, title, amount, digest }) => ({ id, title, amount, digest }));
    const found = { steps, authorityBasis: authority.basis, authorityAmount: authority.amount };
    const act = { kind: 'resubmit', resubmission: { ...said, ...found, items }, comment: command.comment } as const;
    return { act, authority };
  }
}
