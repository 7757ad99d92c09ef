import { Injectable } from '@nestjs/common';
import { IssueOnTheDay } from '../../grants/index.js';
import { ChangeIssued } from '../../grant-changes/index.js';
import { DeterminationIssued } from '../../performance-reports/index.js';
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

/** MorningCame → the letters of changes that bear this day are issued. */
@Injectable()
export class IssueChangesOfTheDay implements EventHandler {
  readonly name = 'issue-changes-of-the-day';

  constructor(private readonly onTheDay: ChangeIssued) {}

  handle(tx: Transaction): Promise<void> {
    return this.onTheDay.issueDue(tx);
  }
}

/** MorningCame → the letters of 額の確定 that bear this day are issued. */
@Injectable()
export class IssueDeterminationsOfTheDay implements EventHandler {
  readonly name = 'issue-determinations-of-the-day';

  constructor(private readonly onTheDay: DeterminationIssued) {}

  handle(tx: Transaction): Promise<void> {
    return this.onTheDay.issueDue(tx);
  }
}
