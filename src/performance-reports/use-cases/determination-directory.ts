import { Injectable } from '@nestjs/common';
import { requireOwnOrganization } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Determination } from '../domain/determination.js';
import { DeterminationStore } from '../store/determination.store.js';

/** 額の確定 as the desks and later stages read it. An officer sees it from the day of its letter on. */
@Injectable()
export class DeterminationDirectory {
  constructor(private readonly store: DeterminationStore) {}

  /** What was determined, by grant, for the proof of the books. */
  async amounts(tx: Transaction): Promise<ReadonlyMap<string, Yen>> {
    const determined = (await this.store.standing(tx)).filter(({ determinedOn }) => determinedOn !== null);
    return new Map(determined.map(({ grantId, amount }) => [grantId, amount]));
  }

  /** 科目更正: it speaks of another line; the caller has posted it. */
  async moveLine(tx: Transaction, grantId: string, budgetLineId: string): Promise<void> {
    const determination = await this.store.ofGrant(tx, grantId);
    if (determination) await this.store.change(tx, determination.id, { budgetLineId });
  }

  /** Decided, and the letter is not out, or only to come (施行予定). */
  async unissued(tx: Transaction, year: FiscalYear): Promise<Determination[]> {
    return (await this.store.standing(tx)).filter(
      ({ fiscalYear, state }) => fiscalYear === year && (state === 'determined' || state === 'scheduled'),
    );
  }

  /** null while nothing is determined, and for an officer while the letter is not out. */
  async ofGrant(tx: Transaction, grantId: string): Promise<Determination | null> {
    const determination = await this.store.ofGrant(tx, grantId);
    if (!determination) return null;
    requireOwnOrganization(tx.actor, determination.organizationId);
    return tx.actor.kind === 'officer' && determination.state !== 'issued' ? null : determination;
  }
}
