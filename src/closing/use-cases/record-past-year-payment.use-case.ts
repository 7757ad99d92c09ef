import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { pastYearPaymentFaults, type TypedPastYearPayment } from '../domain/arrears.js';
import { PastYearPaymentStore } from '../store/past-year-payment.store.js';
import { Arrears } from './arrears.js';

export interface RecordPastYearPaymentCommand extends TypedPastYearPayment {
  readonly grantId: string;
  /** Of the form: sent twice it is one payment. */
  readonly requestId: string;
}

/**
 * 過年度支出, or what was carried over (繰越明許費・事故繰越), as the town's accounting paid it in a later year: the books of the closed year stay, and what the
 * grant still gave is settled. Faults at `ground`, `amount`, `paidOn`, `basis`.
 */
@Injectable()
export class RecordPastYearPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly arrears: Arrears,
    private readonly payments: PastYearPaymentStore,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, { basis: typed, ...command }: RecordPastYearPaymentCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const basis = typed.trim();
    return this.unitOfWork.run(actor, (tx) => this.record(tx, { ...command, basis }));
  }

  private async record(tx: Transaction, command: RecordPastYearPaymentCommand): Promise<void> {
    const { grantId, requestId: id, amount, paidOn, ground, basis } = command;
    const grant = await this.grants.getForUpdate(tx, grantId);
    if (await this.payments.find(tx, id)) return;
    const arrears = await this.arrears.ofGrant(tx, grant);
    refuseWhenFaulty(pastYearPaymentFaults(command, arrears, grant.fiscalYear, tx.today));
    if (ground === null) return;
    await this.payments.add(tx, { id, grantId, amount, paidOn, ground, basis, reversesId: null, reason: '' });
    if (amount === arrears && grant.determinedOn !== null)
      await this.cases.move(tx, grant.applicationId, { phase: 'settled', waitingFor: 'nobody', dueOn: null });
    tx.announce({ type: 'LaterPaymentsChanged', subjectId: grantId });
    tx.audit({
      ...{ action: 'grant.paid-from-later-year', subjectKind: 'grant', subjectId: grantId },
      ...{ organizationId: grant.organizationId, detail: { amount: String(amount), paidOn, ground } },
    });
  }
}
