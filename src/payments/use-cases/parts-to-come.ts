import { Injectable } from '@nestjs/common';
import type { GrantView } from '../../grants/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { scheduleOf } from '../../programs/index.js';
import { partsToCome } from '../domain/instalments.js';
import { ClaimStore } from '../store/claim.store.js';
import { partsIn, planOfGrant, SETTLEMENT_LABEL } from './claims.js';

/** A part of a grant that cannot be claimed yet. */
export interface PartToCome {
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationName: string;
  readonly programName: string;
  /** null: the rest after the settlement. */
  readonly instalment: number | null;
  readonly instalments: number;
  readonly paymentMethod: string;
  /** From when on it may be claimed; null where the settlement decides. */
  readonly dueOn: LocalDate | null;
  /** As things stand; null where only the settlement tells. */
  readonly amount: Yen | null;
}

/** What is due when: the parts that wait for their month, and the rest that waits for the settlement. */
@Injectable()
export class PartsToCome {
  constructor(private readonly claims: ClaimStore) {}

  /** The next first; what only the settlement decides stands at the end. */
  async of(tx: Transaction, grants: readonly GrantView[]): Promise<PartToCome[]> {
    const paying = grants.filter(({ state, outcome }) => state === 'issued' && outcome !== 'refused');
    const ids = paying.map(({ id }) => id);
    const settled = await this.claims.settledOn(tx, ids);
    const live = await this.claims.liveOfGrants(tx, ids);
    const parts = paying
      .filter(({ id }) => !settled.has(id))
      .flatMap((grant) => [
        ...partsToCome(planOfGrant(grant), partsIn(live.filter(({ grantId }) => grantId === grant.id))).map((part) => ({
          ...part,
          paymentMethod: grant.document.payment.methodLabel,
          ...namesOf(grant),
        })),
        ...restOf(grant),
      ]);
    return parts.toSorted((a, b) => dueKey(a).localeCompare(dueKey(b)));
  }
}

const dueKey = ({ dueOn, instalment }: PartToCome): string => dueOn ?? (instalment === null ? '9999' : '0000');

const namesOf = (grant: GrantView): Omit<PartToCome, 'instalment' | 'dueOn' | 'amount' | 'paymentMethod'> => ({
  grantId: grant.id,
  applicationId: grant.applicationId,
  organizationName: grant.organizationName,
  programName: grant.programName,
  instalments: scheduleOf(grant.document).parts.length,
});

/** What the parts leave to the settlement, as it is unless less was spent. */
function restOf(grant: GrantView): PartToCome[] {
  const planned = sumYen(planOfGrant(grant).map(({ amount }) => amount));
  if (planned >= grant.amountInForce || planned === 0n) return [];
  return [{ ...namesOf(grant), instalment: null, dueOn: null, amount: null, paymentMethod: SETTLEMENT_LABEL }];
}
