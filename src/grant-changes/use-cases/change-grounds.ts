import { Injectable } from '@nestjs/common';
import { ApplicationDirectory, GrantAmounts, restoreBudget, type SubmittedContent } from '../../applications/index.js';
import { storeWorking, workingOf, type StoredWorking } from '../../kernel/working.js';
import { subtractYen, yen, type Yen } from '../../kernel/yen.js';
import type { Grant, GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Change } from '../store/grant-change.store.js';

/** What the rule gives for the changed costs, with the costs judged as the decision judged them: 変更後の査定額. */
@Injectable()
export class ChangeGrounds {
  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly amounts: GrantAmounts,
  ) {}

  async assessed(tx: Transaction, grant: GrantView, change: Change): Promise<StoredWorking> {
    const { sent, increase, beforeAmount } = change;
    if (!sent) throw new Error(`the amendment ${change.id} was never sent`);
    const judged = judgedStill(grant, sent);
    if (judged.size === 0) return sent.working;
    const application = await this.applications.get(tx, grant.applicationId);
    const working = await this.amounts.reassess(tx, application, sent, judged);
    if (increase || working.total <= beforeAmount) return storeWorking(working);
    const cut = {
      ...{ label: '増額を求めない', article: grant.document.changes.article, formula: 'いまの交付決定額まで' },
      yen: subtractYen(beforeAmount, working.total),
    };
    return storeWorking(workingOf([...working.lines, cut]));
  }
}

/** A judgement speaks of a line as it was: it holds for the lines that the amendment left alone. */
function judgedStill({ assessedLines }: Grant, { budget }: SubmittedContent): ReadonlyMap<string, boolean> {
  const lines = new Map(restoreBudget(budget).expenditure.map((line) => [line.id, line]));
  return new Map(
    assessedLines.flatMap(({ lineId, label, amount, eligible }): [string, boolean][] => {
      const line = lines.get(lineId);
      return line?.label === label && line.amount === yen(amount) ? [[lineId, eligible]] : [];
    }),
  );
}

/** How far the amount in force moves: above zero up, below zero down. */
export const movedBy = ({ beforeAmount, amount }: Pick<Change, 'beforeAmount' | 'amount'>): Yen =>
  amount === null ? (0n as Yen) : subtractYen(amount, beforeAmount);
