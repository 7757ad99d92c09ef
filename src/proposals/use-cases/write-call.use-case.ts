import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { isOver, endOfDay } from '../../kernel/deadline.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { callMachine, type Call } from '../domain/call.js';
import { nextCall } from '../domain/default-call.js';
import { reasonFaults } from '../domain/reason.js';
import { readCall, readQuestions } from '../domain/read-call.js';
import { CallStore } from '../store/call.store.js';

interface OfCall {
  readonly callId: string;
  /** The version that the page was filled from. */
  readonly version: number;
}

const REFUSED = 'proposals.call-not-possible';

/** Makes a call and takes it through its life: written, published, its end moved, taken back. */
@Injectable()
export class WriteCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CallStore,
    private readonly municipalities: Municipalities,
  ) {}

  /** Begins with the words and questions of the last call of the town, or with the usual ones. */
  begin(actor: Actor): Promise<{ callId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const [last = null] = await this.store.all(tx, 'published');
      const section = await this.municipalities.promotionSection(tx);
      const callId = await this.store.add(tx, nextCall(last, tx.today, section.id));
      audit(tx, 'call.begun', callId);
      return { callId };
    });
  }

  /** Faults at the fields (`readCall`). */
  edit(actor: Actor, { callId, version, typed }: OfCall & { readonly typed: unknown }): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.locked(tx, callId, version);
      nextState(callMachine, REFUSED, call.state, 'edit');
      await this.store.save(tx, call, readCall(typed, call.sectionId));
      audit(tx, 'call.edited', callId);
    });
  }

  /** Its questions alone: `change` gives them as typed. Faults at their places (`form[0].questions[2].label`). */
  ask(actor: Actor, { callId, version, change }: OfCall & { readonly change: (form: Call['form']) => unknown }) {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx): Promise<void> => {
      const call = await this.locked(tx, callId, version);
      nextState(callMachine, REFUSED, call.state, 'edit');
      await this.store.save(tx, call, { form: readQuestions(change(call.form)) });
      audit(tx, 'call.edited', callId);
    });
  }

  /** From now on everybody reads it; what it says and asks stays. Its end must lie ahead. */
  publish(actor: Actor, { callId, version, confirmed }: OfCall & { readonly confirmed: boolean }): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.locked(tx, callId, version);
      const state = nextState(callMachine, REFUSED, call.state, 'publish');
      if (isOver(endOfDay(call.closes), tx.now)) throw new DomainError('proposals.call-over-already', 'conflict');
      refuseWhenFaulty(confirmed ? [] : [{ pointer: 'confirmed', code: 'proposals.publication-unconfirmed' }]);
      await this.store.save(tx, call, { state, publishedAt: tx.now });
      tx.announce({ type: 'CallPublished', subjectId: callId });
      audit(tx, 'call.published', callId);
    });
  }

  /** Faults at `closes` and `reason`. */
  extend(
    actor: Actor,
    { callId, version, closes, reason }: OfCall & { readonly closes: LocalDate; readonly reason: string },
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.locked(tx, callId, version);
      nextState(callMachine, REFUSED, call.state, 'extend');
      const faults: Fault[] = reasonFaults(reason, 'reason', 'proposals.extension-reason-missing');
      if (closes <= call.closes) faults.unshift({ pointer: 'closes', code: 'proposals.extension-not-later' });
      else if (isOver(endOfDay(closes), tx.now))
        faults.unshift({ pointer: 'closes', code: 'proposals.extension-past' });
      refuseWhenFaulty(faults);
      await this.store.extend(tx, callId, { closed: call.closes, closes, reason: reason.trim() });
      await this.store.save(tx, call, { closes });
      tx.announce({ type: 'CallExtended', subjectId: callId });
      audit(tx, 'call.extended', callId, { from: call.closes, until: closes });
    });
  }

  /** Takes no more proposals; what was sent stays. Faults at `reason` and `confirmed`. */
  withdraw(
    actor: Actor,
    { callId, version, reason, confirmed }: OfCall & { readonly reason: string; readonly confirmed: boolean },
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.locked(tx, callId, version);
      const state = nextState(callMachine, REFUSED, call.state, 'withdraw');
      const faults = reasonFaults(reason, 'reason', 'proposals.call-withdrawal-reason-missing');
      if (!confirmed) faults.push({ pointer: 'confirmed', code: 'proposals.call-withdrawal-unconfirmed' });
      refuseWhenFaulty(faults);
      await this.store.save(tx, call, { state, withdrawalReason: reason.trim() });
      tx.announce({ type: 'CallWithdrawn', subjectId: callId });
      audit(tx, 'call.withdrawn', callId);
    });
  }

  private async locked(tx: Transaction, callId: string, version: number): Promise<Call> {
    const call = await this.store.lock(tx, callId);
    if (call.version !== version) throw DomainError.stale();
    return call;
  }
}

const audit = (tx: Transaction, action: string, callId: string, detail?: Readonly<Record<string, unknown>>): void =>
  tx.audit({ action, subjectKind: 'call', subjectId: callId, ...(detail ? { detail } : {}) });
