import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { consultationMachine, type Consultation } from '../domain/consultation.js';
import { resultFaults, type CommentCounts, type OpinionGroup } from '../domain/opinion-group.js';
import { ConsultationStore } from '../store/consultation.store.js';
import { OpinionGroupStore } from '../store/opinion-group.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';

/** A consultation with everything from which its result is told. */
export interface ResultGround {
  readonly consultation: Consultation;
  readonly groups: readonly OpinionGroup[];
  readonly counts: CommentCounts;
}

/** The result of a consultation, in the transaction of whoever may publish it: promotion staff, or the last approval. */
@Injectable()
export class ConsultationResult {
  constructor(
    private readonly consultations: ConsultationStore,
    private readonly groups: OpinionGroupStore,
    private readonly comments: PublicCommentStore,
  ) {}

  async ground(tx: Transaction, id: string): Promise<ResultGround> {
    const consultation = await this.consultations.find(tx, id);
    return { consultation, groups: await this.groups.of(tx, id), counts: await this.comments.countsOf(tx, id) };
  }

  /** Locked, over and complete. Throws what keeps its result from being told, at `groups`. */
  async ready(tx: Transaction, id: string, version?: number): Promise<ResultGround> {
    const consultation = await this.consultations.lock(tx, id);
    nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'decide');
    if (version !== undefined && consultation.version !== version) throw DomainError.stale();
    if (tx.today <= consultation.closes) throw new DomainError('consultations.still-accepting', 'conflict');
    const groups = await this.groups.of(tx, id);
    const counts = await this.comments.countsOf(tx, id);
    refuseWhenFaulty(resultFaults(groups, counts));
    return { consultation, groups, counts };
  }

  /** Announces ConsultationAnswered. */
  async publish(tx: Transaction, { consultation, counts }: ResultGround): Promise<void> {
    const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'decide');
    await this.consultations.change(tx, consultation, { state, answeredOn: tx.today });
    const subject = { subjectKind: 'consultation', subjectId: consultation.id };
    tx.audit({ action: 'consultation.answered', ...subject, detail: { comments: counts.all } });
    tx.announce({ type: 'ConsultationAnswered', subjectId: consultation.id });
  }

  async move(tx: Transaction, id: string, action: 'propose' | 'draft' | 'release'): Promise<void> {
    const consultation = await this.consultations.lock(tx, id);
    const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, action);
    if (state !== consultation.state) await this.consultations.change(tx, consultation, { state });
  }
}
