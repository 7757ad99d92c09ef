import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import {
  consultationMachine,
  extensionFaults,
  isPublic,
  publicationFaults,
  type Consultation,
} from '../domain/consultation.js';
import { textFaults } from '../domain/text-faults.js';
import { ConsultationStore } from '../store/consultation.store.js';

/** A consultation as the page showed it. */
export interface ShownConsultation {
  readonly consultationId: string;
  readonly version: number;
}

/** Publishes a consultation, gives it a later end, or takes it back. */
@Injectable()
export class PublishConsultation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ConsultationStore,
  ) {}

  /** Announces ConsultationPublished. Faults at `files` and `closes`. */
  publish(actor: Actor, shown: ShownConsultation): Promise<void> {
    return this.act(actor, shown, async (tx, consultation) => {
      const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'publish');
      const files = await this.store.files(tx, consultation.id);
      refuseWhenFaulty(publicationFaults(consultation, files.length, tx.today));
      await this.store.change(tx, consultation, { state, publishedOn: tx.today });
      note(tx, consultation, 'consultation.published');
      tx.announce({ type: 'ConsultationPublished', subjectId: consultation.id });
    });
  }

  /** 期間の延長. Faults at `until` and `reason`. */
  extend(actor: Actor, shown: ShownConsultation, until: LocalDate, typed: string): Promise<void> {
    const reason = typed.trim();
    return this.act(actor, shown, async (tx, consultation) => {
      const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'extend');
      refuseWhenFaulty(extensionFaults(consultation, until, reason, tx.today));
      const { id, closes: closedBefore } = consultation;
      await this.store.addExtension(tx, id, { closedBefore, closes: until, reason });
      await this.store.change(tx, consultation, { state, closes: until });
      note(tx, consultation, 'consultation.extended', { until: formatEra(until) });
    });
  }

  /** What was published stays readable, with the reason. Faults at `reason`. */
  withdraw(actor: Actor, shown: ShownConsultation, typed: string): Promise<void> {
    const withdrawalReason = typed.trim();
    return this.act(actor, shown, async (tx, consultation) => {
      const state = nextState(consultationMachine, 'consultations.moved-on', consultation.state, 'withdraw');
      const required = isPublic(consultation);
      refuseWhenFaulty(textFaults('reason', '取りやめる理由', withdrawalReason, { most: 500, required }));
      await this.store.change(tx, consultation, { state, withdrawalReason, withdrawnOn: tx.today });
      note(tx, consultation, 'consultation.withdrawn');
    });
  }

  private act(
    actor: Actor,
    { consultationId, version }: ShownConsultation,
    work: (tx: Transaction, consultation: Consultation) => Promise<void>,
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const consultation = await this.store.lock(tx, consultationId);
      if (consultation.version !== version) throw DomainError.stale();
      await work(tx, consultation);
    });
  }
}

function note(
  tx: Transaction,
  { id }: Consultation,
  action: string,
  detail: Readonly<Record<string, string>> = {},
): void {
  tx.audit({ action, subjectKind: 'consultation', subjectId: id, detail });
}
