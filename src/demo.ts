import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config/index.js';
import { seedDemo } from './demo/index.js';
import type { Chapter } from './demo/story/chapter.js';
import { Folder } from './demo/story/papers-of-the-year.js';
import { theYear } from './demo/story/year.js';
import { migrate } from './platform/database/index.js';
import { startEmbeddedPostgres } from './platform/database/embedded/index.js';
import { Child } from './start/child-process.js';
import { freePort } from './start/free-port.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `npm run demo -- --out DIR`: plays the year over HTTP on a throw-away database and leaves its papers in DIR. */
async function run(): Promise<void> {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
  if (!out) throw new Error('Say where the papers go: npm run demo -- --out DIR');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'chiiki-demo-'));
  const postgres = await startEmbeddedPostgres({ dataDir, purpose: 'throw-away' });
  try {
    await migrate(postgres.ownerUrl, postgres.runtimeUrl);
    const environment = {
      DATABASE_URL: postgres.runtimeUrl,
      DATABASE_OWNER_URL: undefined,
      REDIS_URL: undefined,
      SMTP_URL: undefined,
      PUBLIC_URL: undefined,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      LOG_LEVEL: 'error',
    };
    const chapters = theYear(new Folder(path.resolve(out)));
    await seedDemo(readConfig({ ...environment, CLOCK_STARTS_ON: chapters[0]?.day }));
    await play(chapters, environment);
    say(`The papers lie in ${path.resolve(out)}`);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One web and one worker process, whose clocks move from the day of one chapter to that of the next. */
async function play(
  chapters: readonly Chapter[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const dated = { ...environment, CLOCK_STARTS_ON: chapters[0]?.day };
  const children = [
    new Child('web', '../main.js', dated, undefined),
    new Child('worker', '../worker.js', dated, undefined),
  ];
  try {
    await Promise.all(children.map((child) => child.ready));
    for (const chapter of chapters) {
      const began = Date.now();
      await Promise.all(children.map((child) => child.moveClock(chapter.day)));
      await chapter.play(`http://127.0.0.1:${String(environment['PORT'])}`);
      say(`${chapter.day}  ${chapter.title}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
