import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ApplicationStore } from '../store/application.store.js';

/** 収受番号: one series a town and year for every paper that organisations hand in, whichever stage receives it. */
@Injectable()
export class ReceivedNumbers {
  constructor(private readonly store: ApplicationStore) {}

  /** The whole town waits for it until the commit: whatever can be done before it is done. */
  take(tx: Transaction): Promise<string> {
    return this.store.takeReceivedNumber(tx);
  }
}
