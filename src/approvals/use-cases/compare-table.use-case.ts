import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { requireDuty } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority, ruleFor, type AuthorityRule, type AuthorityTable } from '../../staff/index.js';
import { DraftListStore, type OpenRound } from '../store/draft-list.store.js';
import { DraftAccess } from './draft-access.js';

/** A draft that circulates or lies with its drafter, beside what a table would say of it. */
export interface TouchedDraft extends OpenRound {
  /** The rule that the table has for it; null when it has none. */
  readonly rule: AuthorityRule | null;
  /** The table sends it another way than the one by which its route was found. */
  readonly differs: boolean;
  /** Who asks may open it; else its title is a neutral one. */
  readonly opens: boolean;
}

/** Which open drafts an authority table touches: they keep their route, but one that comes back is sent by the new table. */
@Injectable()
export class CompareTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftListStore,
    private readonly authority: Authority,
    private readonly access: DraftAccess,
  ) {}

  /** Longest waiting first. */
  execute(actor: Actor, tableId: string): Promise<TouchedDraft[]> {
    requireDuty(actor, 'administer', 'audit');
    return this.unitOfWork.read(actor, async (tx) => {
      const table = await this.authority.get(tx, tableId);
      const before = await this.tablesOf(tx);
      return (await this.access.titled(tx, await this.drafts.openRounds(tx))).map((round) => {
        const rule = ruleFor(table, round.act, round.amount);
        const found = before.get(round.tableId);
        return { ...round, rule, differs: routeOf(rule) !== routeOf(found && ruleFor(found, round.act, round.amount)) };
      });
    });
  }

  private async tablesOf(tx: Transaction): Promise<ReadonlyMap<string, AuthorityTable>> {
    return new Map((await this.authority.list(tx)).map((table) => [table.id, table]));
  }
}

const routeOf = (rule: AuthorityRule | null | undefined): string =>
  (rule?.steps ?? []).map(({ postId, role }) => `${role} ${postId}`).join();
