import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { standingOn, type RefundAccount, type Standing } from '../domain/account.js';
import type { RepaymentAct } from '../domain/act.js';
import type { ActGround } from '../domain/act-grounds.js';
import type { RepaymentDemand } from '../domain/demand.js';
import { sharesIn, standingReceipts, type RepaymentReceipt } from '../domain/receipt.js';
import { RepaymentActStore } from '../store/repayment-act.store.js';
import { RepaymentReceiptStore } from '../store/repayment-receipt.store.js';

/** A demand with everything that happened to it, and how it stands on a day. */
export interface RepaymentFile {
  readonly demand: RepaymentDemand;
  readonly account: RefundAccount;
  readonly standing: Standing;
  /** In the order of entry, reversed ones and their reversals too. */
  readonly receipts: readonly RepaymentReceipt[];
  /** In the order in which they were proposed. */
  readonly acts: readonly RepaymentAct[];
}

/** Reads demands together with their receipts and acts; every figure of them comes from here. */
@Injectable()
export class RepaymentFiles {
  constructor(
    private readonly receipts: RepaymentReceiptStore,
    private readonly acts: RepaymentActStore,
  ) {}

  async of(tx: Transaction, demand: RepaymentDemand, on: LocalDate = tx.today): Promise<RepaymentFile> {
    const [file] = await this.ofAll(tx, [demand], on);
    if (!file) throw new Error('one demand, one file');
    return file;
  }

  async ofAll(
    tx: Transaction,
    demands: readonly RepaymentDemand[],
    on: LocalDate = tx.today,
  ): Promise<RepaymentFile[]> {
    const ids = demands.map(({ id }) => id);
    const receipts = await this.receipts.ofDemands(tx, ids);
    const acts = await this.acts.ofDemands(tx, ids);
    return demands.map((demand) => {
      const own = receipts.filter(({ demandId }) => demandId === demand.id);
      const ownActs = acts.filter(({ demandId }) => demandId === demand.id);
      const account = accountOf(demand, own, ownActs);
      return { demand, account, standing: standingOn(account, on), receipts: own, acts: ownActs };
    });
  }
}

function accountOf(
  demand: RepaymentDemand,
  receipts: readonly RepaymentReceipt[],
  acts: readonly RepaymentAct[],
): RefundAccount {
  const { received, recipientAtFault, dueOn, terms, endedOn } = demand;
  const amount = demand.state === 'dropped' ? ZERO_YEN : demand.amount;
  return {
    ...{ amount, received, recipientAtFault, dueOn, terms, endedOn },
    payments: standingReceipts(receipts).map((receipt) => ({
      receivedOn: receipt.receivedOn,
      shares: sharesIn(receipt),
    })),
    reliefs: acts.flatMap(({ kind, doneOn, details: { reliefs } }) =>
      kind === 'charge-relief' && doneOn !== null ? reliefs : [],
    ),
    plans: acts.flatMap(({ kind, doneOn, details: { parts } }) =>
      kind === 'plan' && doneOn !== null ? [{ since: doneOn, parts }] : [],
    ),
  };
}

/** What the law asks about before an act. */
export const groundOf = ({ demand, standing, acts, receipts }: RepaymentFile, today: LocalDate): ActGround => ({
  state: demand.state,
  claimClass: demand.terms.claimClass,
  dueOn: demand.dueOn,
  standing,
  acts: acts.filter(({ state }) => state === 'done'),
  lastReceivedOn: standingReceipts(receipts).at(-1)?.receivedOn ?? null,
  today,
});

export function byOrganization(files: readonly RepaymentFile[]): Map<string, RepaymentFile[]> {
  const grouped = new Map<string, RepaymentFile[]>();
  for (const file of files) {
    const { organizationId } = file.demand;
    grouped.set(organizationId, [...(grouped.get(organizationId) ?? []), file]);
  }
  return grouped;
}
