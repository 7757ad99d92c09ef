import 'reflect-metadata';

import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';

import { readConfig, type AppConfig } from '../../src/config/index.js';
import { HouseModule } from '../../src/house.module.js';
import { configureWeb } from '../../src/web/shared/configure-web.js';
import { WebModule } from '../../src/web/web.module.js';
import { WorkerModule } from '../../src/worker/worker.module.js';
import { drainOutbox } from './drain-outbox.js';
import { FixedClock } from './fixed-clock.js';
import { runFolder } from './once-a-run.js';
import { cloneDatabase, type TestDatabase } from './test-server.js';
import { Visitor } from '../../src/demo/visitor/visitor.js';

export interface HouseOptions {
  /** The day the clock stands on; default the first of the fiscal year 令和8年度. */
  readonly at?: string;
  /** Environment variables on top of the test's own, e.g. `{ DEMO_DATA: 'yes' }`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The application without doors, on a database of its own. */
export interface House {
  readonly clock: FixedClock;
  readonly config: AppConfig;
  /** Addresses of the house's own database for each role. */
  readonly database: Pick<TestDatabase, 'ownerUrl' | 'runtimeUrl' | 'superUrl'>;
  /** A use case, store or service of any module. */
  get<T>(token: Type<T> | (abstract new (...parameters: never[]) => T)): T;
  /** Looks at the tables as a superuser, past row-level security: for what no page shows. */
  sql<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Carries out everything that follows from committed events, here and now; throws what a handler threw. */
  drainOutbox(): Promise<void>;
  close(): Promise<void>;
}

/** The application behind its own web server on a free port. */
export interface Web extends House {
  readonly url: string;
  /** Somebody at a browser: keeps cookies, submits forms. Each visitor is another person. */
  visitor(): Visitor;
}

const FIRST_DAY = '2026-04-01';

/** Opens the application's use cases on a fresh database; close it in `afterAll`. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { house } = await openWith(options, [], (root) =>
    NestFactory.createApplicationContext(root, { logger: false, abortOnError: false }),
  );
  return house;
}

/** Opens the application with its pages on a free port of the loopback address; close it in `afterAll`. */
export async function openWeb(options: HouseOptions = {}): Promise<Web> {
  const { house, app } = await openWith(options, [WebModule], async (root) => {
    const started = await NestFactory.create<NestExpressApplication>(root, {
      bodyParser: false,
      logger: false,
      abortOnError: false,
      forceCloseConnections: true,
    });
    await configureWeb(started);
    return started.listen(0, '127.0.0.1').then(() => started);
  });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return { ...house, url, visitor: () => new Visitor(url) };
}

async function openWith<App extends INestApplicationContext>(
  { at = FIRST_DAY, environment = {} }: HouseOptions,
  doors: readonly Type[],
  start: (root: Type) => Promise<App>,
): Promise<{ readonly house: House; readonly app: App }> {
  const database = await cloneDatabase();
  const clock = new FixedClock(at);
  const config = readConfig({
    DATABASE_URL: database.runtimeUrl,
    DATA_DIR: path.join(runFolder(), randomUUID()),
    REDIS_URL: await emptyRedis(),
    LOG_LEVEL: 'silent',
    DEMO_DATA: 'no',
    ...environment,
  });

  @Module({ imports: [HouseModule.forRoot(config, clock), WorkerModule, ...doors] })
  class TestRoot {}

  const app = await start(TestRoot).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  // Whatever a test file holds lives as long as its worker, which runs many: a closed house lets go of the application.
  let open: App | undefined = app;
  const opened = (): App => {
    if (open === undefined) throw new Error('this house is closed');
    return open;
  };
  const onlooker = new pg.Pool({ connectionString: database.superUrl, max: 2 });
  const house: House = {
    clock,
    config,
    database,
    get: (token) => opened().get(token as Type, { strict: false }) as never,
    sql: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await onlooker.query(text, [...parameters])).rows as Row[],
    drainOutbox: () => drainOutbox(opened()),
    close: async () => {
      await opened().close();
      open = undefined;
      await onlooker.end();
      await database.drop();
    },
  };
  return { house, app };
}

/** Each Jest worker has a numbered Redis database to itself, emptied for each house. */
async function emptyRedis(): Promise<string | undefined> {
  const server = process.env['TEST_REDIS_URL'];
  if (server === undefined) return undefined;
  const url = new URL(`/${process.env['JEST_WORKER_ID'] ?? '1'}`, server).href;
  const { Redis } = await import('ioredis');
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
  return url;
}
