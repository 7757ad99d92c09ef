import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Port: the stage of the review says what else a 職権訂正 changes for the organisation. */
export interface ConsequencesOfRectification {
  /** Sentences for the organisation; none where the correction of this place changes nothing else. Called once it is written. */
  tell(tx: Transaction, applicationId: string, pointer: string): Promise<readonly string[]>;
}

/** Where the later stage announces itself. Without it the house does not start. */
@Injectable()
export class RectificationPort implements OnApplicationBootstrap {
  private provider: ConsequencesOfRectification | null = null;

  register(provider: ConsequencesOfRectification): void {
    if (this.provider) throw new Error('two stages judge what a correction changes');
    this.provider = provider;
  }

  get(): ConsequencesOfRectification {
    if (!this.provider) throw new Error('no stage judges what a correction changes');
    return this.provider;
  }

  onApplicationBootstrap(): void {
    this.get();
  }
}
