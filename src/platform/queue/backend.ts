import { createPostgresBackend, DEFAULT_SCHEMA, Queue, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { AppConfig } from '../../config/index.js';

const QUEUE = 'deliveries';
/** Keeps the number of connections small: a pool of each process, one of them listening for jobs. */
const POSTGRES_CONNECTIONS = 4;

/** After a process dies, its jobs are taken up again when their lock has run out: at most these two together. */
const LOCK_MS = 5_000;
const STALLED_CHECK_MS = 2_000;
/** A job that outlives several killed workers is still a good job. */
const MAX_STALLS = 50;
export const ATTEMPTS = 5;
const FIRST_RETRY_MS = 500;
const CONCURRENCY = 4;

/** The job as both backends carry it. */
export interface DeliveryJob {
  readonly eventId: string;
  readonly handler: string;
  readonly round: number;
}

export interface Backend {
  readonly queue: Queue<DeliveryJob>;
  work(process: Processor<DeliveryJob>): Worker<DeliveryJob>;
  close(): Promise<void>;
}

const jobOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
  // The outbox remembers what was done; keeping jobs here only slows the PostgreSQL backend.
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
} as const;

const workerOptions = {
  concurrency: CONCURRENCY,
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  maxStalledCount: MAX_STALLS,
} as const;

/** Redis when `REDIS_URL` is set, otherwise PostgreSQL: the same queue and worker on either. */
export function openBackend(
  config: Pick<AppConfig, 'redisUrl'>,
  databaseUrl: string,
  onError: (error: Error) => void,
): Backend {
  return config.redisUrl ? redisBackend(config.redisUrl, onError) : postgresBackend(databaseUrl, onError);
}

function redisBackend(url: string, onError: (error: Error) => void): Backend {
  // A worker must wait through an outage; a producer must fail at once so that the relay tries again later.
  const forWorker = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  const forQueue = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: true, lazyConnect: true });
  for (const connection of [forWorker, forQueue]) connection.on('error', onError);
  const queue = new Queue<DeliveryJob>(QUEUE, { connection: forQueue, defaultJobOptions: jobOptions });
  queue.on('error', onError);
  return {
    queue,
    work: (process) => new Worker<DeliveryJob>(QUEUE, process, { connection: forWorker, ...workerOptions }),
    close: async () => {
      await queue.close();
      forQueue.disconnect();
      forWorker.disconnect();
    },
  };
}

function postgresBackend(databaseUrl: string, onError: (error: Error) => void): Backend {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POSTGRES_CONNECTIONS,
    keepAlive: true,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
  });
  pool.on('error', onError);
  const queue = new Queue<DeliveryJob>(
    QUEUE,
    { connection: pool, defaultJobOptions: jobOptions } as never,
    createPostgresBackend as never,
  );
  queue.on('error', onError);
  return {
    queue,
    work: (process) =>
      new Worker<DeliveryJob>(
        QUEUE,
        process,
        { connection: pool, ...workerOptions } as never,
        createPostgresBackend as never,
      ),
    close: async () => {
      await queue.close();
      await pool.end();
    },
  };
}
