import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { verificationMachine, type Verification } from '../domain/verification.js';
import { VerificationStore } from '../store/verification.store.js';
import { noted } from './noted.js';

export interface VerificationAct {
  readonly verificationId: string;
  /** As the page showed it. */
  readonly version: number;
}

const LONGEST_NOTE = 400;

/** What staff do with a verification besides its direction: publish it, take it down again, give it up. */
@Injectable()
export class PublishVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifications: VerificationStore,
  ) {}

  /** Throws `verifications.letter-first` before the organisation has had its letter. Announces VerificationPublished. */
  publish(actor: Actor, act: VerificationAct): Promise<void> {
    return this.act(actor, act, async (tx, verification) => {
      const { id, organizationId, grantId } = verification;
      const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'publish');
      if (verification.letterId === null) throw new DomainError('verifications.letter-first', 'conflict');
      await this.verifications.change(tx, verification, { state, publishedOn: tx.today });
      noted(tx, verification, 'verification.published');
      tx.announce({ type: 'VerificationPublished', subjectId: id, organizationId, data: { grantId } });
    });
  }

  /** Nobody outside reads it any more; the direction stands. Announces VerificationTakenDown. Faults at `takenDownReason`. */
  takeDown(actor: Actor, act: VerificationAct, typed: string): Promise<void> {
    const reason = typed.trim();
    return this.act(actor, act, async (tx, verification) => {
      const { id, organizationId, grantId } = verification;
      const code = reason === '' ? 'verifications.take-down-reason-missing' : 'verifications.reason-too-long';
      const faulty = reason === '' || [...reason].length > LONGEST_NOTE;
      refuseWhenFaulty(faulty ? [{ pointer: 'takenDownReason', code, params: { most: LONGEST_NOTE } }] : []);
      const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'take-down');
      await this.verifications.change(tx, verification, { state, publishedOn: null });
      noted(tx, verification, 'verification.taken-down', { reason });
      tx.announce({ type: 'VerificationTakenDown', subjectId: id, organizationId, data: { grantId } });
    });
  }

  /** It was opened by mistake, or the project is over for another reason. Faults at `note`. */
  withdraw(actor: Actor, act: VerificationAct, typed: string): Promise<void> {
    const note = typed.trim();
    return this.act(actor, act, async (tx, verification) => {
      const state = nextState(verificationMachine, 'verifications.moved-on', verification.state, 'withdraw');
      const code = note === '' ? 'verifications.note-missing' : 'verifications.reason-too-long';
      const params = { most: LONGEST_NOTE };
      refuseWhenFaulty(note === '' || [...note].length > LONGEST_NOTE ? [{ pointer: 'note', code, params }] : []);
      await this.verifications.change(tx, verification, { state, note });
      noted(tx, verification, 'verification.withdrawn');
    });
  }

  private act(
    actor: Actor,
    { verificationId, version }: VerificationAct,
    change: (tx: Transaction, verification: Verification) => Promise<void>,
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const verification = await this.verifications.lock(tx, verificationId);
      if (verification.version !== version) throw DomainError.stale();
      await change(tx, verification);
    });
  }
}
