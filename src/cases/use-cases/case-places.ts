import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { MentionedPlace } from '../domain/message.js';

/** What the stage that keeps the papers of a case provides. */
export interface PlaceSource {
  /** The places that this actor may name in a message, in reading order; none where they may not see the papers. */
  placesOf(tx: Transaction, caseId: string): Promise<readonly MentionedPlace[]>;
}

/** The places of a case's papers, asked of the later stage that keeps them; it registers while the modules start. */
@Injectable()
export class CasePlaces implements OnApplicationBootstrap {
  private source: PlaceSource | undefined;

  register(source: PlaceSource): void {
    this.source = source;
  }

  of(tx: Transaction, caseId: string): Promise<readonly MentionedPlace[]> {
    if (!this.source) throw new Error('nobody keeps the papers of cases');
    return this.source.placesOf(tx, caseId);
  }

  onApplicationBootstrap(): void {
    if (!this.source) throw new Error('nobody keeps the papers of cases');
  }
}
