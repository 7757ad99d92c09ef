import { Repetition } from '../clock/index.js';
import { Deliver } from './deliver.js';
import type { OutboxStore } from './outbox.store.js';
import type { AttemptOutcome, DeliveryJob, JobQueue } from '../queue/index.js';

const BATCH = 200;
const POLL_MS = 200;
const SWEEP_MS = 2_000;
/** A job that the queue has not finished by then is looked up; a lost one is handed over again. */
const OVERDUE_SECONDS = 5;

interface Log {
  error(details: object, message: string): void;
}

/**
 * Hands committed events to the queue and carries them out when the queue brings them back.
 * The database is the memory: whatever the queue loses (wiped, restarted, another backend) is found
 * overdue and handed over again; whatever it brings twice finds its delivery done.
 */
export class Relay {
  private loops: Repetition[] = [];

  constructor(
    private readonly outbox: OutboxStore,
    private readonly deliver: Deliver,
    private readonly queue: JobQueue,
    private readonly log: Log,
  ) {}

  start(): void {
    this.queue.work({
      process: (job) => this.deliver.execute(job),
      failed: (job, error, outcome) => this.recordFailure(job, error, outcome),
    });
    const onFault = (error: unknown): void =>
      this.log.error({ reason: Deliver.describe(error) }, 'relay pass failed; trying again');
    this.loops = [
      new Repetition(POLL_MS, () => this.forward(), onFault),
      new Repetition(SWEEP_MS, () => this.recoverLost(), onFault),
    ];
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.queue.close();
  }

  /** Public for tests and for `start`: one pass over what is new. */
  async forward(): Promise<void> {
    while ((await this.outbox.dispatch((type) => this.deliver.handlersOf(type), BATCH)) === BATCH);
    for (;;) {
      const deliveries = await this.outbox.claimNew(BATCH);
      try {
        await this.queue.add(deliveries);
      } catch (error) {
        for (const delivery of deliveries) await this.outbox.release(delivery);
        throw error;
      }
      if (deliveries.length < BATCH) return;
    }
  }

  private async recoverLost(): Promise<void> {
    for (const delivery of await this.outbox.claimOverdue(OVERDUE_SECONDS, BATCH)) {
      if (!(await this.queue.holds(delivery))) await this.outbox.release(delivery);
    }
  }

  private async recordFailure(job: DeliveryJob, error: Error, outcome: AttemptOutcome): Promise<void> {
    const reason = Deliver.describe(error);
    this.log.error(
      { eventId: job.eventId, handler: job.handler, round: job.round, outcome, reason },
      'delivery failed',
    );
    await this.outbox.recordFailure(job, reason, outcome === 'final');
  }
}
