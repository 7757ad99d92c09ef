import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { readConfig } from './config/index.js';
import { HouseModule } from './house.module.js';
import { clockFrom } from './platform/clock/index.js';
import { loadMigrations, refuseOldSchema, refuseUnsafeRole } from './platform/database/index.js';
import { createLog, NestLog } from './platform/log/index.js';
import { Deliver, OutboxStore, Relay } from './platform/outbox/index.js';
import { JobQueue, openBackend } from './platform/queue/index.js';
import { exitWithReason, stopGracefully } from './process.js';
import { WorkerModule } from './worker/worker.module.js';

async function run(): Promise<void> {
  const config = readConfig();
  const log = createLog('worker', config.logLevel);
  @Module({ imports: [HouseModule.forRoot(config, clockFrom(config.clockStartsOn)), WorkerModule] })
  class WorkerProcess {}
  const app = await NestFactory.createApplicationContext(WorkerProcess, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const source = app.get(DataSource);
  await refuseUnsafeRole(source);
  await refuseOldSchema(source, (await loadMigrations()).length);
  const onError = (error: Error): void => log.error({ reason: Deliver.describe(error) }, 'queue error');
  const backend = openBackend(config, config.databaseUrl ?? '', onError);
  const relay = new Relay(app.get(OutboxStore), app.get(Deliver), new JobQueue(backend, onError), log);
  relay.start();
  log.info({ queue: config.redisUrl ? 'redis' : 'postgresql' }, 'worker ready');
  process.send?.('ready');
  stopGracefully(log, async () => {
    await relay.stop();
    await app.close();
  });
}

run().catch(exitWithReason);
