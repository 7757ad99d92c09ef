import type { INestApplicationContext } from '@nestjs/common';

import { Deliver, OutboxStore } from '../../src/platform/outbox/index.js';

const BATCH = 500;
/** Events may cause events; a chain longer than this goes round in a circle. */
const LONGEST_CHAIN = 20;

/**
 * Relay and worker in one, without a queue: carries out what follows from every committed event until nothing follows.
 * A failed delivery is recorded as one that waits for a person, then its error is thrown.
 */
export async function drainOutbox(app: INestApplicationContext): Promise<void> {
  const outbox = app.get(OutboxStore, { strict: false });
  const deliver = app.get(Deliver, { strict: false });
  for (let round = 0; !(await outbox.isQuiet()); round += 1) {
    if (round === LONGEST_CHAIN) throw new Error('events keep causing events');
    await outbox.dispatch((type) => deliver.handlersOf(type), BATCH);
    for (const delivery of await outbox.claimNew(BATCH)) {
      await deliver.execute(delivery).catch(async (error: unknown) => {
        await outbox.recordFailure(delivery, Deliver.describe(error), true);
        throw error;
      });
    }
  }
}
