import { Injectable } from '@nestjs/common';
import { WithdrawnLetters } from '../../grants/index.js';
import { LetterDrawing } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** LetterIssued → the letter is drawn and kept. */
@Injectable()
export class DrawIssuedLetter implements EventHandler {
  readonly name = 'draw-letter';

  constructor(private readonly drawing: LetterDrawing) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.drawing.draw(tx, event.subjectId);
  }
}

/** LetterVoided → the decision whose letter it was waits for a new one. */
@Injectable()
export class ReopenDecision implements EventHandler {
  readonly name = 'reopen-decision';

  constructor(private readonly withdrawn: WithdrawnLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === 'grant') await this.withdrawn.reopen(tx, event.subjectId);
  }
}
