import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { constants, setPriority } from 'node:os';
import { DataSource } from 'typeorm';
import { readConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { RebuildPublicRecord } from './disclosure/index.js';
import { Municipalities } from './municipalities/index.js';
import { clockFrom, Repetition } from './platform/clock/index.js';
import { loadMigrations, refuseOldSchema, refuseUnsafeRole } from './platform/database/index.js';
import { createLog, NestLog } from './platform/log/index.js';
import { Deliver, OutboxStore, Relay } from './platform/outbox/index.js';
import { JobQueue, openBackend } from './platform/queue/index.js';
import { Mornings } from './platform/schedule/index.js';
import { exitWithReason, followClock, stopGracefully } from './process.js';
import { WorkerModule } from './worker/worker.module.js';

const LOOK_AT_THE_CLOCK_MS = 2_000;

async function run(): Promise<void> {
  // Where both want the same processor, the pages go first: somebody waits for them.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = readConfig();
  const log = createLog('worker', config.logLevel);
  const clock = clockFrom(config.clockStartsOn);
  @Module({ imports: [HouseModule.forRoot(config, clock), WorkerModule] })
  class WorkerProcess {}
  const app = await NestFactory.createApplicationContext(WorkerProcess, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const source = app.get(DataSource);
  await refuseUnsafeRole(source);
  await refuseOldSchema(source, (await loadMigrations()).length);
  const [mornings, towns] = [app.get(Mornings), app.get(Municipalities)];
  await app.get(RebuildPublicRecord).bringUpToDate((await towns.all()).map(({ id }) => id));
  const onError = (error: Error): void => log.error({ reason: Deliver.describe(error) }, 'queue error');
  const backend = openBackend(config, config.databaseUrl ?? '', onError);
  const relay = new Relay(app.get(OutboxStore), app.get(Deliver), new JobQueue(backend, onError), log);
  relay.start();
  const lookAtTheClock = async (): Promise<void> => mornings.pass((await towns.all()).map(({ id }) => id));
  const clockwork = new Repetition(LOOK_AT_THE_CLOCK_MS, lookAtTheClock, (error) =>
    log.error({ reason: Deliver.describe(error) }, 'the morning could not be said; trying again'),
  );
  log.info({ queue: config.redisUrl ? 'redis' : 'postgresql' }, 'worker ready');
  process.send?.('ready');
  followClock(clock, lookAtTheClock);
  stopGracefully(log, async () => {
    await Promise.all([clockwork.stop(), relay.stop()]);
    await app.close();
  });
}

run().catch(exitWithReason);
