import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { standingOn, type Plan, type RefundAccount, type Standing } from '../domain/account.js';
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
  const { received, recipientAtFault, dueOn, chargesDueOn, terms, endedOn } = demand;
  const amount = demand.state === 'dropped' ? ZERO_YEN : demand.amount;
  const plansOf = (which: (act: RepaymentAct) => boolean): Plan[] =>
    acts.flatMap((act) =>
      act.kind === 'plan' && act.doneOn !== null && which(act) ? [{ since: act.doneOn, parts: act.details.parts }] : [],
    );
  return {
    ...{ amount, received, recipientAtFault, dueOn, chargesDueOn, terms, endedOn },
    payments: standingReceipts(receipts).map((receipt) => ({
      receivedOn: receipt.receivedOn,
      shares: sharesIn(receipt),
    })),
    reliefs: acts.flatMap(({ kind, doneOn, details: { reliefs } }) =>
      kind === 'charge-relief' && doneOn !== null ? reliefs : [],
    ),
    plans: plansOf(({ openPrincipal }) => openPrincipal > 0n),
    chargePlans: plansOf(({ openPrincipal }) => openPrincipal === 0n),
  };
}

/** The money itself is back, and 加算金 or 延滞金 waits for the 納入通知書 that asks for it. */
export const awaitsChargeNotice = ({ demand, account, standing }: RepaymentFile): boolean =>
  demand.state === 'demanded' &&
  standing.parts.principal.open <= 0n &&
  standing.charges > 0n &&
  demand.chargesDueOn === null &&
  account.chargePlans.length === 0;

/** What the law asks about before an act. */
export const groundOf = ({ demand, standing, acts, receipts }: RepaymentFile, today: LocalDate): ActGround => ({
  state: demand.state,
  claimClass: demand.terms.claimClass,
  dueOn: demand.dueOn,
  chargesDueOn: demand.chargesDueOn,
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
