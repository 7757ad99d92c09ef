import { randomUUID } from 'node:crypto';
import { createPostgresBackend, DEFAULT_SCHEMA, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { JobQueue, openBackend } from '../../src/platform/queue/index.js';
import type { Contest } from './compare.js';

/** As the relay hands them over, and as many at once as our worker takes. */
const BATCH = 200;
const AT_ONCE = 4;

export interface JobsBench {
  readonly contest: Contest;
  close(): Promise<void>;
}

export interface JobsBackend {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  /** Enough for about half a second. */
  readonly jobs: number;
}

/** Jobs that do nothing, through our queue against BullMQ as its manual shows it, on the same backend. */
export function openJobsBench(backend: JobsBackend): JobsBench {
  const ours = openOurs(backend);
  const peer = openPeer(backend);
  return {
    close: async () => {
      await ours.close();
      await peer.close();
    },
    contest: {
      what: `Jobs on ${backend.redisUrl === undefined ? 'PostgreSQL' : 'Redis'}`,
      ours: { name: 'our queue', turn: () => timeJobs(ours, backend.jobs) },
      peer: { name: 'bare BullMQ', turn: () => timeJobs(peer, backend.jobs) },
    },
  };
}

interface Carrier {
  readonly counter: Counter;
  add(ids: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Counts what the workers have done and tells when it is enough. */
class Counter {
  private left = 0;
  private enough: () => void = () => undefined;

  expect(count: number): Promise<void> {
    this.left = count;
    return new Promise((resolve) => {
      this.enough = resolve;
    });
  }

  readonly count = (): Promise<void> => {
    this.left -= 1;
    if (this.left === 0) this.enough();
    return Promise.resolve();
  };
}

async function timeJobs({ counter, add }: Carrier, jobs: number): Promise<number> {
  const ids = Array.from({ length: jobs }, () => randomUUID());
  const start = performance.now();
  const done = counter.expect(jobs);
  for (let first = 0; first < jobs; first += BATCH) await add(ids.slice(first, first + BATCH));
  await done;
  return (jobs * 1000) / (performance.now() - start);
}

function openOurs({ redisUrl, databaseUrl }: JobsBackend): Carrier {
  const counter = new Counter();
  const backend = openBackend({ redisUrl }, databaseUrl, complain);
  const queue = new JobQueue(backend, complain);
  queue.work({ process: counter.count, failed: (_job, error) => Promise.reject(error) });
  return {
    counter,
    add: (ids) => queue.add(ids.map((eventId) => ({ eventId, handler: 'bench', round: 1 }))),
    close: () => queue.close(),
  };
}

function openPeer({ redisUrl, databaseUrl }: JobsBackend): Carrier {
  const counter = new Counter();
  const connection =
    redisUrl === undefined
      ? new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${DEFAULT_SCHEMA}` })
      : new Redis(redisUrl, { maxRetriesPerRequest: null });
  const backend = redisUrl === undefined ? [createPostgresBackend as never] : [];
  const queue = new Queue('bench', { connection } as never, ...backend);
  const worker = new Worker('bench', counter.count, { connection, concurrency: AT_ONCE } as never, ...backend);
  queue.on('error', complain);
  worker.on('error', complain);
  return {
    counter,
    add: (ids) => queue.addBulk(ids.map((eventId) => ({ name: 'bench', data: { eventId } }))),
    close: async () => {
      await worker.close();
      await queue.close();
      if (connection instanceof Redis) connection.disconnect();
      else await connection.end();
    },
  };
}

function complain(error: Error): void {
  process.stderr.write(`${error.message}\n`);
}
