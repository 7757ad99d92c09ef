import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import type { EventHandler } from '../../platform/outbox/index.js';

/** MorningCame → who did what yesterday at the open doors is forgotten. */
@Injectable()
export class ForgetSenders implements EventHandler {
  readonly name = 'forget-senders';

  constructor(private readonly gate: FloodGate) {}

  handle(tx: Transaction): Promise<void> {
    return this.gate.forget(tx);
  }
}
