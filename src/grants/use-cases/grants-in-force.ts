import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantStore } from '../store/grant.store.js';

/** What a later decision puts into force. */
export interface InForce {
  /** 科目更正: the line on which its commitment stands. */
  readonly budgetLineId?: string;
  readonly amountInForce?: Yen;
  readonly discontinuedOn?: LocalDate;
  readonly revokedOn?: LocalDate;
  readonly determinedOn?: LocalDate;
}

/** A decision never changes; what holds after it is written beside it, by the stages that decide on it. */
@Injectable()
export class GrantsInForce {
  constructor(private readonly store: GrantStore) {}

  /** In the transaction of the last approval, under the grant's lock. */
  put(tx: Transaction, grantId: string, inForce: InForce): Promise<void> {
    return this.store.change(tx, grantId, inForce);
  }
}
