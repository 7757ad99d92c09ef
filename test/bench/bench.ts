import 'reflect-metadata';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../src/platform/database/index.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { onStopSignals } from '../../src/start/stop-signals.js';
import { ArchiveBench } from './archive.bench.js';
import { compare } from './compare.js';
import { DeadlineBench } from './deadline.bench.js';
import { openJobsBench, type JobsBackend } from './jobs.bench.js';
import { lettersContest } from './letters.bench.js';
import { openPublicBench } from './public-page.bench.js';
import { openQueueBench } from './queue-page.bench.js';
import { openRedis } from './redis.js';
import { plantSpring } from './spring.js';
import { transferContest } from './transfer.bench.js';

const POSTGRES_JOBS = 150;
const REDIS_JOBS = 600;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What is open, closed in the other order: also what was still being opened when a signal came. */
class Opened {
  private readonly ends: (() => Promise<unknown>)[] = [];

  open<T>(opening: Promise<T>, end: (part: T) => Promise<unknown>): Promise<T> {
    this.ends.push(() => opening.then(end, () => undefined));
    return opening;
  }

  async close(): Promise<void> {
    for (let end = this.ends.pop(); end; end = this.ends.pop()) await end();
  }
}

/** `npm run bench`: each figure is a ratio between two that took turns in this run. */
async function run(opened: Opened): Promise<void> {
  say(await compare(lettersContest()));

  const dataDir = await opened.open(mkdtemp(path.join(tmpdir(), 'chiiki-bench-')), (folder) =>
    rm(folder, { recursive: true, force: true }),
  );
  // Under root the database server is another user, who must pass through.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
  const database = await opened.open(startEmbeddedPostgres({ dataDir, purpose: 'throw-away' }), (server) =>
    server.stop(),
  );
  say(await compare(await transferContest(dataDir)));

  const databaseUrl = database.runtimeUrl;
  await migrate(database.ownerUrl, databaseUrl);
  await plantSpring(database, dataDir);

  const archive = await opened.open(Promise.resolve(new ArchiveBench(database, dataDir)), (bench) => bench.close());
  say(await archive.run());
  await archive.close();

  const queue = openQueueBench(databaseUrl, dataDir);
  say(await compare((await opened.open(queue, (bench) => bench.close())).contest));

  const everyone = await opened.open(openPublicBench(database, dataDir), (bench) => bench.close());
  for (const contest of everyone.contests) say(await compare(contest));

  const deadline = new DeadlineBench(database, dataDir);
  say(await (await opened.open(Promise.resolve(deadline), (bench) => bench.close())).run());

  await compareJobs(opened, { redisUrl: undefined, databaseUrl, jobs: POSTGRES_JOBS });
  const redis = await opened.open(openRedis(dataDir), (found) => found.close());
  if (redis.url === undefined) say(`Jobs on Redis: skipped, ${redis.why}`);
  else await compareJobs(opened, { redisUrl: redis.url, databaseUrl, jobs: REDIS_JOBS });
}

async function compareJobs(opened: Opened, backend: JobsBackend): Promise<void> {
  const bench = await opened.open(Promise.resolve(openJobsBench(backend)), (jobs) => jobs.close());
  say(await compare(bench.contest));
}

const opened = new Opened();
const stopped = new Promise<'stopped'>((resolve) => {
  onStopSignals(
    () => resolve('stopped'),
    () => process.exit(130),
    false,
  );
});
try {
  if ((await Promise.race([run(opened), stopped])) === 'stopped') process.exitCode = 130;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await opened.close();
}
// After a signal the work in hand is given up where it stands.
process.exit();
