import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** How many applications stand on an edition. */
export interface ApplicationCount {
  /** Begun and never sent. */
  readonly drafts: number;
  /** Sent at least once, whatever became of them, and drafts that were given up. */
  readonly others: number;
}

/** Port: the stage of the applications says what was begun. */
export interface ApplicationsOfEditions {
  /** Of this edition alone. Whoever begins one holds the edition (`holdForBeginning`) until its commit. */
  countOn(tx: Transaction, versionId: string): Promise<ApplicationCount>;
  /** Drafts of the programme's year that were begun on another edition: publishing this one carries them over. */
  countToCarryOver(tx: Transaction, versionId: string): Promise<number>;
}

/** Where the later stage announces itself. Without it the house does not start. */
@Injectable()
export class ApplicationsPort implements OnApplicationBootstrap {
  private provider: ApplicationsOfEditions | null = null;

  register(provider: ApplicationsOfEditions): void {
    if (this.provider) throw new Error('two stages keep applications');
    this.provider = provider;
  }

  get(): ApplicationsOfEditions {
    if (!this.provider) throw new Error('no stage keeps applications');
    return this.provider;
  }

  onApplicationBootstrap(): void {
    this.get();
  }
}
