import { Injectable } from '@nestjs/common';
import { IssueOnTheDay } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { EventHandler } from '../../platform/outbox/index.js';

/** MorningCame → the decision letters that bear this day are issued. */
@Injectable()
export class IssueLettersOfTheDay implements EventHandler {
  readonly name = 'issue-letters-of-the-day';

  constructor(private readonly onTheDay: IssueOnTheDay) {}

  handle(tx: Transaction): Promise<void> {
    return this.onTheDay.issueDue(tx);
  }
}
