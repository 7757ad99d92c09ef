import { Injectable } from '@nestjs/common';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { ReceivedMoney } from './received-money.js';
import { RepaymentDemands } from './repayment-demands.js';

export interface OpenOverpaymentCommand {
  readonly grantId: string;
  /** Of the form: sent twice it is one demand. */
  readonly requestId: string;
  readonly amount: Yen;
  readonly note: string;
}

export interface OverpaymentPage {
  readonly grant: GrantView;
  readonly paid: Yen;
  /** Paid and not asked back yet. */
  readonly most: Yen;
}

const LONGEST_NOTE = 300;

/** 過誤払: what was paid by mistake is asked back, whatever the amount in force; staff say what happened. */
@Injectable()
export class OpenOverpayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly store: RepaymentDemandStore,
    private readonly money: ReceivedMoney,
    private readonly demands: RepaymentDemands,
  ) {}

  /** What may be asked back; throws not-found. */
  view(actor: Actor, grantId: string): Promise<OverpaymentPage> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => this.ground(tx, await this.grants.get(tx, grantId)));
  }

  /** The demand's id. Faults at `amount`, `note`. */
  execute(actor: Actor, { grantId, requestId, amount, note: typed }: OpenOverpaymentCommand): Promise<string> {
    requireDuty(actor, 'promotion');
    const note = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      const before = await this.store.ofCause(tx, requestId);
      if (before) return before.id;
      const { most } = await this.ground(tx, grant);
      const faults: Fault[] = [];
      if (amount <= 0n) faults.push({ pointer: 'amount', code: 'repayments.amount-to-ask-missing' });
      else if (amount > most)
        faults.push({ pointer: 'amount', code: 'repayments.overpayment-over-paid', params: { most: formatYen(most) } });
      if (note === '') faults.push({ pointer: 'note', code: 'repayments.overpayment-note-missing' });
      if ([...note].length > LONGEST_NOTE)
        faults.push({ pointer: 'note', code: 'repayments.facts-too-long', params: { most: LONGEST_NOTE } });
      refuseWhenFaulty(faults);
      return this.demands.openApart(tx, { grantId, cause: 'overpayment', causeId: requestId, amount, note });
    });
  }

  private async ground(tx: Transaction, grant: GrantView): Promise<OverpaymentPage> {
    const paid = sumYen((await this.money.of(tx, grant.id)).map(({ amount }) => amount));
    const asked = (await this.store.list(tx, { grantId: grant.id })).filter(
      ({ state, cause }) => state !== 'dropped' && cause !== 'disposal',
    );
    const sum = sumYen(asked.map(({ amount }) => amount));
    return { grant, paid, most: paid > sum ? subtractYen(paid, sum) : ZERO_YEN };
  }
}
