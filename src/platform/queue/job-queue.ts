import type { Job, Worker } from 'bullmq';
import { ATTEMPTS, type Backend, type DeliveryJob } from './backend.js';

/** BullMQ refuses colons in ids and silently ignores an id that it has seen: the round makes each hand-over new. */
const jobIdOf = (job: DeliveryJob): string => `${job.eventId}_${job.handler}_${String(job.round)}`;

export type AttemptOutcome = 'retry' | 'final';

/** What to do with a job and what to do when an attempt failed. */
export interface JobProcessor {
  process(job: DeliveryJob): Promise<void>;
  failed(job: DeliveryJob, error: Error, outcome: AttemptOutcome): Promise<void>;
}

/** Our view of the queue: it carries deliveries and may lose them; the outbox remembers. */
export class JobQueue {
  private worker: Worker<DeliveryJob> | undefined;

  constructor(
    private readonly backend: Backend,
    private readonly onError: (error: Error) => void,
  ) {}

  async add(jobs: readonly DeliveryJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.backend.queue.addBulk(
      jobs.map((job) => ({ name: job.handler, data: job, opts: { jobId: jobIdOf(job) } })),
    );
  }

  /** True while the queue still means to run the job. */
  async holds(job: DeliveryJob): Promise<boolean> {
    const state = await this.backend.queue.getJobState(jobIdOf(job));
    return !['completed', 'failed', 'unknown'].includes(state);
  }

  work(processor: JobProcessor): void {
    const worker = this.backend.work((job: Job<DeliveryJob>) => processor.process(job.data));
    worker.on('error', this.onError);
    worker.on('failed', (job, error) => {
      if (!job) return;
      const outcome = job.attemptsMade >= (job.opts.attempts ?? ATTEMPTS) ? 'final' : 'retry';
      processor.failed(job.data, error, outcome).catch(this.onError);
    });
    this.worker = worker;
  }

  /** Finishes the jobs in hand, then lets go of the connections. */
  async close(): Promise<void> {
    await this.worker?.close();
    await this.backend.close();
  }
}
