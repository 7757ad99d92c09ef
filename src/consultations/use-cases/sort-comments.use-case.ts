import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { consultationMachine, type Consultation } from '../domain/consultation.js';
import { groupFaults, type GroupContent } from '../domain/opinion-group.js';
import { textFaults } from '../domain/text-faults.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { OpinionGroupStore } from '../store/opinion-group.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';

export interface OpenGroupCommand {
  readonly consultationId: string;
  /** Of the form: the same one makes one group. */
  readonly requestId: string;
  readonly title: string;
  /** Comments that go into it at once. */
  readonly commentIds: readonly string[];
}

export interface SaveGroupCommand {
  readonly consultationId: string;
  readonly groupId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly content: GroupContent;
}

/** Groups comments that say alike, and writes for each group the summary and what the town thinks of it. */
@Injectable()
export class SortComments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationStore,
    private readonly groups: OpinionGroupStore,
    private readonly comments: PublicCommentStore,
  ) {}

  /** Faults at `title`. */
  open(actor: Actor, { consultationId, requestId: id, title, commentIds }: OpenGroupCommand): Promise<void> {
    return this.sort(actor, consultationId, async (tx) => {
      const content = { title: title.trim(), summary: '', townView: '', outcome: null, change: '' };
      refuseWhenFaulty(groupFaults(content));
      await this.groups.add(tx, { id, consultationId }, content.title);
      if (commentIds.length > 0) await this.comments.putInto(tx, consultationId, commentIds, id);
    });
  }

  /** Null takes them out of their groups. Faults at `commentIds`. */
  move(actor: Actor, consultationId: string, commentIds: readonly string[], groupId: string | null): Promise<void> {
    return this.sort(actor, consultationId, async (tx) => {
      if (commentIds.length === 0)
        throw DomainError.invalid([{ pointer: 'commentIds', code: 'consultations.no-comment-chosen' }]);
      if (groupId !== null) await this.groups.find(tx, consultationId, groupId);
      await this.comments.putInto(tx, consultationId, commentIds, groupId);
    });
  }

  /** Faults at the fields; stale when somebody else has saved since. */
  save(actor: Actor, { consultationId, groupId, version, content }: SaveGroupCommand): Promise<void> {
    return this.sort(actor, consultationId, async (tx) => {
      const trimmed = {
        title: content.title.trim(),
        summary: content.summary.trim(),
        townView: content.townView.trim(),
        outcome: content.outcome,
        change: content.outcome === 'changed' ? content.change.trim() : '',
      };
      refuseWhenFaulty(groupFaults(trimmed));
      const group = await this.groups.find(tx, consultationId, groupId);
      if (group.version !== version) throw DomainError.stale();
      await this.groups.save(tx, group, trimmed);
    });
  }

  /** Its comments stand without a group again. */
  remove(actor: Actor, consultationId: string, groupId: string): Promise<void> {
    return this.sort(actor, consultationId, async (tx) => {
      const group = await this.groups.find(tx, consultationId, groupId);
      await this.comments.emptyGroup(tx, group.id);
      await this.groups.remove(tx, group.id);
    });
  }

  /** What stands above the views of the town. Faults at `resultNote`. */
  introduce(actor: Actor, consultationId: string, typed: string): Promise<void> {
    return this.sort(actor, consultationId, async (tx, consultation) => {
      const resultNote = typed.trim();
      refuseWhenFaulty(textFaults('resultNote', '結果の初めの文', resultNote, { most: 2000, required: false }));
      await this.consultations.change(tx, consultation, { resultNote });
    });
  }

  private sort(
    actor: Actor,
    consultationId: string,
    work: (tx: Transaction, consultation: Consultation) => Promise<void>,
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const consultation = await this.consultations.lock(tx, consultationId);
      nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'sort');
      await work(tx, consultation);
      tx.audit({ action: 'consultation.sorted', subjectKind: 'consultation', subjectId: consultationId });
    });
  }
}
