import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { DecisionStanding } from '../domain/withdrawal.js';

/** Port: the stage of the decision says what a withdrawal meets there, and takes a decision back. */
export interface DecisionOfApplications {
  /** From now to the commit nobody moves the decision on. The caller holds the application. */
  lock(tx: Transaction, applicationId: string): Promise<void>;
  standing(tx: Transaction, applicationId: string): Promise<DecisionStanding>;
  /** Which of these were refused for good (不交付): nothing is paid for what they asked for. */
  refusedOf(tx: Transaction, applicationIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Only where the standing is `decided`, and under its lock. */
  takeBack(tx: Transaction, applicationId: string): Promise<void>;
}

/** Where the later stage announces itself. Without it the house does not start. */
@Injectable()
export class DecisionPort implements OnApplicationBootstrap {
  private provider: DecisionOfApplications | null = null;

  register(provider: DecisionOfApplications): void {
    if (this.provider) throw new Error('two stages decide on applications');
    this.provider = provider;
  }

  get(): DecisionOfApplications {
    if (!this.provider) throw new Error('no stage decides on applications');
    return this.provider;
  }

  onApplicationBootstrap(): void {
    this.get();
  }
}
